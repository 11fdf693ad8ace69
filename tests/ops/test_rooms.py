"""The folders of ops/: code that verbs share is in lib/, and other verbs may call only a verb's ``main``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

OPS = ROOT / "ops"
MODULES = sorted(path.relative_to(ROOT) for path in OPS.rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the module and the name of every import, the name empty for a whole module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def used(tree: ast.AST, name: str) -> set[str]:
    """Return the names that are used of a module."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }


def borrowed(path: Path, text: str) -> list[str]:
    """Return the names of verbs that a module of ops/ uses although it may not."""
    tree = ast.parse(text)
    own = ".".join(path.parts[:3] if path.parts[1] == "verbs" and len(path.parts) > 3 else path.with_suffix("").parts)
    wrong = []
    for module, name in imported(tree):
        whole = f"{module}.{name}".rstrip(".")
        if not whole.startswith("ops.verbs") or whole.startswith(f"{own}."):
            continue
        if path.parts[1] != "verbs":
            wrong.append(whole)
        elif module == "ops.verbs":
            wrong += [f"{whole}.{attribute}" for attribute in sorted(used(tree, name) - {"main"})]
        elif name != "main":
            wrong.append(whole)
    return wrong


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_verb_lends_main_alone(path: Path) -> None:
    assert borrowed(path, (ROOT / path).read_text()) == []


@pytest.mark.parametrize(
    ("path", "text", "wrong"),
    [
        ("ops/lib/x.py", "from ops.verbs import up\nup.main()", ["ops.verbs.up"]),
        ("ops/verbs/x.py", "from ops.verbs import up\nup.main()\nup.start()", ["ops.verbs.up.start"]),
        ("ops/verbs/x.py", "from ops.verbs.up import start", ["ops.verbs.up.start"]),
        ("ops/verbs/x.py", "from ops.verbs.up import main", []),
        ("ops/verbs/verify/api.py", "from ops.verbs.verify.probe import Probe", []),
        ("ops/verbs/verify/api.py", "from ops.verbs.ca import ROOT", ["ops.verbs.ca.ROOT"]),
    ],
)
def test_borrowed_finds_what_it_should(path: str, text: str, wrong: list[str]) -> None:
    assert borrowed(Path(path), text) == wrong
