"""The package's modules have no import circles."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import student_client

PACKAGE = Path(student_client.__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")
}  # fmt: skip


def imported(name: str) -> set[str]:
    """Return the modules of the package that a module imports when it is loaded itself."""
    found = set()
    for node in ast.parse(MODULES[name].read_text()).body:
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        parts = name.split(".")[: -node.level]
        base = [*parts, *(node.module.split(".") if node.module else [])]
        for alias in node.names:
            names = (".".join([*base, alias.name]), ".".join(base))
            found.update([next((one for one in names if one in MODULES), "")])
    return found - {"", name}


def test_imports_have_no_circle() -> None:
    graph = {name: imported(name) for name in MODULES if not name.endswith("__init__")}
    assert sum(map(len, graph.values())) > 100
    assert list(TopologicalSorter(graph).static_order())


def test_reading_imports_no_verifier() -> None:
    reading = [name for name in MODULES if name.startswith("_reading.")]
    assert not [other for name in reading for other in imported(name) if other.startswith(("_verifying", "_asking"))]
