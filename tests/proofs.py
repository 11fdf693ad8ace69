"""Lists the tests that prove the pages' claims: 'make proofs' writes docs/proofs.md from the tests' marks ``proves``.

A mark names a section: ``@pytest.mark.proves("security/open-routes")`` is "Open routes" of docs/security.md.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.project import ROOT

PAGE = ROOT / "docs" / "proofs.md"
TABLES = {"security": "Threats", "reliability": "Faults"}
"""The pages with proofs, and the section of each with its cases."""
HEAD = """# Proofs

Which tests prove what [security.md](security.md) and [reliability.md](reliability.md) say. `make proofs` writes this
page from the tests' marks. To run a file's tests: `.venv/bin/python -m pytest FILE`; one of them: `-k NAME`.
"""


def anchor(heading: str) -> str:
    """Return the end of a link to a heading of a page."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def cases(page: str) -> dict[str, str]:
    """Return the cases of a page: the id of each, such as ``security/open-routes``, and its section."""
    text = (ROOT / "docs" / f"{page}.md").read_text()
    table = re.split(r"^## ", text.split(f"\n## {TABLES[page]}\n")[1], flags=re.MULTILINE)[0]
    sections = re.split(r"^### ", table, flags=re.MULTILINE)[1:]
    headings = [section.partition("\n")[0] for section in sections]
    return {f"{page}/{anchor(heading)}": section for heading, section in zip(headings, sections, strict=True)}


def marked(tree: ast.AST) -> Iterator[str]:
    """Yield the ids of the marks ``proves`` in a decorator or in a value of ``pytestmark``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "proves":
            yield from (ast.literal_eval(argument) for argument in node.args)


@cache
def proofs() -> dict[str, dict[Path, list[str]]]:
    """Return the tests of each id by their files; an empty list means all tests of a file."""
    found: dict[str, dict[Path, list[str]]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
                for case in marked(node.value):
                    found.setdefault(case, {})[path] = []
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for case in (case for decorator in node.decorator_list for case in marked(decorator)):
                    found.setdefault(case, {}).setdefault(path, []).append(node.name)
    return found


def rendered() -> str:
    """Return the text of docs/proofs.md from the tests' marks."""
    lines = [HEAD]
    found = proofs()
    for page in TABLES:
        lines.append(f"## {page.capitalize()}\n")
        for case, section in cases(page).items():
            if case in found:
                heading = section.partition("\n")[0]
                lines.append(f"### {page.capitalize()}: {heading}\n\n[The case]({page}.md#{anchor(heading)})\n")
                for path, tests in found[case].items():
                    name = path.relative_to(ROOT)
                    which = ", ".join(f"`{test}`" for test in tests) or "all its tests"
                    lines.append(f"- [{name}](../{name}): {which}")
                lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(rendered())
