"""How Sphinx builds the project's pages (``make docs``). The sections are those of README.md's list."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]
NAVIGATION = re.compile(r"^\*\*([\w ]+)\*\*: (.+?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
PAGE = re.compile(r"\]\(([^):#]+)\.md\)")

project = "Student LLM"
project_copyright = "The authors of Student LLM, Apache-2.0"
version = re.findall(r'__version__ = "(.+)"', (ROOT / "client/src/student_client/__init__.py").read_text())[0]
extensions = ["myst_parser"]
root_doc = "README"
include_patterns = [
    "*.md",
    "docs/*.md",
    "docs/decisions/*.md",
    "bench/README.md",
    "client/README.md",
    "models/student-nano/README.md",
    "training/README.md",
]
exclude_patterns = [".*", "build", "caddy", "client/src", "models/[!s]*", "state", "tests"]
nitpicky = True
myst_heading_anchors = 6

html_theme = "furo"
html_title = f"Student LLM {version}"
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": True}
html_static_path = ["static"]
html_css_files = ["site.css"]


def navigation(readme: str) -> str:
    """Return README.md's list of pages as Sphinx's table of contents, which stands at the side of each page."""
    sections = [(caption, PAGE.findall(links)) for caption, links in NAVIGATION.findall(readme)]
    return "".join(
        "\n```{toctree}\n:hidden:\n:caption: " + caption + "\n\n" + "\n".join(pages) + "\n```\n"
        for caption, pages in sections
    )


def _add_navigation(_: Sphinx, name: str, source: list[str]) -> None:
    if name == root_doc:
        source[0] += navigation(source[0])
    elif name == "docs/decisions/README":
        source[0] += "\n```{toctree}\n:hidden:\n:glob:\n\n[0-9]*\n```\n"


def _add_index(app: Sphinx, failure: Exception | None) -> None:
    if failure is None and app.builder.format == "html":
        page = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={root_doc}.html">'
        (Path(app.outdir) / "index.html").write_text(page)


def setup(app: Sphinx) -> None:
    """Connect what is above."""
    app.connect("source-read", _add_navigation)
    app.connect("build-finished", _add_index)
