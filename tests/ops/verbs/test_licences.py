"""docs/licences.md has every package of the lock files and of go.mod, from the packages' own metadata."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ops.verbs import licences

from ...conftest import ROOT

SECTIONS = dict(part.split("\n", 1) for part in licences.PAGE.read_text().split("\n## ")[1:])


def listed(section: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", SECTIONS[section]))


@pytest.mark.parametrize("section", licences.SECTIONS)
def test_page_has_the_locks_packages(section: str) -> None:
    pinned = {name for lock in licences.SECTIONS[section] for name in licences.pinned(ROOT / lock)}
    assert listed(section) == pinned, "make licences"


def test_page_has_every_go_module() -> None:
    assert listed(licences.GO_SECTION) == set(licences.go_modules(licences.GO_MODULES.read_text())), "make licences"


def test_lock_files_have_sections() -> None:
    files = {
        str(path.relative_to(ROOT))
        for folder in ("bench", "client", "docs", "images", "tests", "training")
        for path in (ROOT / folder).rglob("*.txt")
        if "--hash=sha256:" in path.read_text() or path.name == "requirements.txt"
    }
    assert files == {lock for locks in licences.SECTIONS.values() for lock in locks}


def test_pinned_normalizes_names(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(
        "# a remark\nPy_YAML==6.0.4 ; python_full_version < '3.11' \\\n    --hash=sha256:00\n    # via x==1\n"
    )
    assert licences.pinned(lock) == {"py-yaml": "6.0.4"}


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        ({"license_expression": "MIT AND ISC", "license": "BSD"}, "MIT AND ISC"),
        ({"license": "Apache 2.0"}, "Apache-2.0"),
        ({"license": "MIT License\n\nCopyright (c) somebody"}, "MIT"),
        ({"license": "", "classifier": ["License :: OSI Approved :: BSD License", "Typing :: Typed"]}, "BSD"),
        ({"classifier": ["License :: OSI Approved"]}, licences.NOT_STATED),
        ({}, licences.NOT_STATED),
    ],
)
def test_licence_is_the_packages(metadata: dict[str, object], said: str) -> None:
    assert licences.licence(metadata) == said


def test_go_licences_by_module() -> None:
    listing = "a.org/one,https://x,MIT\na.org/one/part,Unknown,BSD-3-Clause\na.org/other,Unknown,ISC\n"
    assert licences.go_licences(listing, ["a.org/one", "a.org/on", "a.org/other"]) == {
        "a.org/one": "BSD-3-Clause AND MIT",
        "a.org/other": "ISC",
    }


def test_table_by_frequency() -> None:
    assert licences.table({"b": "MIT", "c": "ISC", "a": "MIT"}).splitlines()[2:] == [
        "| MIT | `a`, `b` |",
        "| ISC | `c` |",
    ]


def test_licence_is_whole() -> None:
    """The wheel has the whole licence."""
    text = (ROOT / "LICENSE").read_text()
    assert text.lstrip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert "END OF TERMS AND CONDITIONS" in text
    assert (ROOT / "client" / "LICENSE").read_text() == text
    assert 'license = "Apache-2.0"' in (ROOT / "client" / "pyproject.toml").read_text()
    assert "\nlicense: apache-2.0\n" in (ROOT / "models/student-nano/README.md").read_text()
