"""The house's rules that a tool can check."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").rglob("*.md"),
    *ROOT.glob("*/README.md"),
    *ROOT.glob("models/*/README.md"),
]

# The words of CONTRIBUTING.md's second table that a tool can find, each with the better one.
WORDS = {
    r"\b(?:anew|over again)\b": "again",
    r"\bfor ever\b": "forever",
    r"\bamid\b": "mid-stream, during",
    r"\b(?:goes|go|went) on\b": "continues",
    r"\b(?:is|are|be|was|were) told\b": "is configured, receives",
    r"\bwants\b(?!=)": "requires, needs",  # but for systemd's Wants=
    r"\bstands? in\b": "is in",
    r"(?<!there )\b(?:is|are|was|were) no (?!longer\b|more\b|less\b)[a-z]": "is not a",
    r"\bwhat (?:be)?came of\b": "result",
    r"\bwhoever\b": "anyone who",
    r"\bmend(?:s|ed|ing)?\b": "fix",
    r"\bno way (?:out|in)\b|\ba way out\b": "egress",
}
CLEAN = (
    ".ci",
    ".github",
    "Makefile",
    "bench",
    "caddy",
    "client/src",
    "compose",
    "compose.yaml",
    "env",
    "grafana/code",
    "images",
    "kubernetes",
    "ops",
    "prometheus",
    "tests/bench",
    "tests/caddy",
    "tests/client",
    "tests/clients",
    "tests/compose",
    "tests/conformance",
    "tests/e2e",
    "tests/faults",
    "tests/gpu",
    "tests/grafana",
    "tests/kubernetes",
    "tests/ops",
    "tests/prometheus",
    "tests/registry",
    "tests/security",
    "training",
)
"""Folders and files whose comments and messages keep to that table; others join when they do."""
GENERATED = re.compile(r"(?:\.txt|\.sum|\.html|\.json|\.http|/_reading/rewording/(?:ordinary|skeleton)\.py)$")
"""Files that are generated, recorded, or lists of words: their text is not ours to choose."""

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@pytest.mark.parametrize("verb", ["lint", "typecheck"])
def test_code_is_clean(verb: str) -> None:
    command = ["make", "-s", verb, f"PYTHON={sys.executable}", f"VENV={sys.prefix}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@each_page
def test_links_lead_to_files(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
        assert target.startswith("http") or (page.parent / target).exists(), target


def verbs(folder: Path) -> set[str]:
    makefile = folder / "Makefile"
    return set(re.findall(r"^([a-z-]+):", makefile.read_text(), re.MULTILINE)) if makefile.exists() else set()


@each_page
def test_verbs_are_in_a_makefile(page: Path) -> None:
    text = page.read_text()
    typed = "\n".join(re.findall(r"```(?:ba)?sh.*?\n(.*?)```", text, re.DOTALL))
    words = re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z-]+)", text) + re.findall(r"^make ([a-z-]+)", typed, re.MULTILINE)
    assert set(words) - {"-"} <= verbs(ROOT) | verbs(page.parent)


@each_page
def test_paths_are_there(page: Path) -> None:
    """Each `folder/file` that a page names exists, from the project's root or beside the page."""
    for name in re.findall(
        r"`((?:ops|tests|docs|client|caddy|compose|images|training|bench|prometheus|\.ci|\.github)/[\w./-]+)`",
        page.read_text(),
    ):
        assert (ROOT / name).exists() or (page.parent / name).exists(), name


@each_page
def test_no_unseen_specification(page: Path) -> None:
    """A page mentions nothing that its reader has never seen."""
    assert not re.search(r"(?<!-)specification", page.read_text().lower())  # packages are called so


def test_names_are_short() -> None:
    """test_<symbol>_<behaviour>: 45 characters at most, below 30 in the middle."""
    names = [
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert not [name for name in names if len(name) > 45]
    assert statistics.median(map(len, names)) < 30


def listed(*patterns: str) -> list[str]:
    """Return the project's files, committed or new, by a pattern of git or in a folder."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    return [name for name in names if (ROOT / name).exists()]


def test_files_have_300_lines_at_most() -> None:
    lines = {name: len((ROOT / name).read_text().splitlines()) for name in listed("*.py")}
    assert "tests/test_style.py" in lines
    assert {name: count for name, count in lines.items() if count > 300} == {}


def found(text: str) -> list[str]:
    """Return each word of the table in a text, with its line and the better word."""
    return [
        f"line {number}: '{match[0]}', better: {better}"
        for number, line in enumerate(text.splitlines(), 1)
        for word, better in WORDS.items()
        for match in re.finditer(word, line, re.IGNORECASE)
    ]


@each_page
def test_page_uses_plain_words(page: Path) -> None:
    assert not found(page.read_text())


@pytest.mark.parametrize("folder", CLEAN)
def test_comments_use_plain_words(folder: str) -> None:
    files = [name for name in listed(folder) if not GENERATED.search(name)]
    assert files
    assert {name: words for name in files if (words := found((ROOT / name).read_text()))} == {}


def test_plain_words_are_found() -> None:
    assert len(found("The engine goes on.\nWhoever mends it is told so; it is no fault, and there is no other.")) == 5
    assert not found("It is no longer there. There is no other. If you want one, tell us.")
