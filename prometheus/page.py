"""Write docs/monitoring.md as the page of Prometheus that alerts link to: ``python -m prometheus.page``."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

SOURCE = Path(__file__).resolve().parents[1] / "docs" / "monitoring.md"
PAGE = Path(__file__).with_name("pages") / "monitoring.html"
HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Student LLM: monitoring</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3 { line-height: 1.2; margin-top: 2em; scroll-margin-top: 1rem }
table { border-collapse: collapse; display: block; overflow-x: auto }
th, td { border: 1px solid #8888; padding: .3rem .6rem; text-align: left; vertical-align: top }
code, pre { font: 14px/1.4 ui-monospace, monospace; background: #8882; border-radius: 3px }
code { padding: .1em .3em }
pre { padding: .8rem; overflow-x: auto }
:target { background: #fc03 }
</style>
<!-- 'make dashboards' writes this page from docs/monitoring.md -->
"""


def anchor(heading: str) -> str:
    """Return a heading's id, as GitHub makes it.

    >>> anchor("To have them reach you")
    'to-have-them-reach-you'
    """
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def written(text: str) -> str:
    """Return the page. Its headings have ids; a link to a page that Prometheus does not serve is that page's path."""
    text = re.sub(r"\[[^\]]+\]\((?!#|http)([^)#]+)[^)]*\)", r"`docs/\1`", text)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    for opening, inner in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", anchor(inner.content))
    return HEAD + str(markdown.renderer.render(tokens, markdown.options, {}))


if __name__ == "__main__":
    PAGE.write_text(written(SOURCE.read_text()))
