"""Builds one HTML file that needs no server from the page's template, styles, scripts and data."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent


def written(data: Mapping[str, Any]) -> str:
    """Return the page that shows the data; page.js reads them."""
    parts = {
        "/*uplot.css*/": (HERE / "uPlot.min.css").read_text(encoding="utf-8"),
        "/*page.css*/": (HERE / "page.css").read_text(encoding="utf-8"),
        "/*uplot.js*/": (HERE / "uPlot.iife.min.js").read_text(encoding="utf-8"),
        "/*page.js*/": (HERE / "page.js").read_text(encoding="utf-8"),
        "/*data*/": json.dumps(data, separators=(",", ":")).replace("<", "\\u003c"),  # must not end the script
    }
    template = (HERE / "page.html").read_text(encoding="utf-8")
    return re.sub("|".join(map(re.escape, parts)), lambda match: parts[match[0]], template)
