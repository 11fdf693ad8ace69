"""Compiles the patterns that are made for a problem's letters or a task, each once: Python itself keeps only 512."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern; those used last are kept."""
    return re.compile(pattern)
