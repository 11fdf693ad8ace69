"""Reads the project's version, which is the client package's, and what an image is built from."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from ops.lib.console import ROOT, capture

FILE = ROOT / "client" / "src" / "student_client" / "__init__.py"


def version() -> str:
    """Return the project's version, such as "0.1.0"."""
    line = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
    (number,) = line.findall(FILE.read_text())
    return str(number)


def revision() -> str:
    """Return the commit of this tree, with "-dirty" after it if files differ from it; "unknown" if git fails."""
    done = capture(["git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=40"])
    return done.stdout.strip() or "unknown"


def source_hash(context: Path) -> str:
    """Return a hash of every file that an image is built from; a new hash means a new build."""
    digest = hashlib.sha256(version().encode())
    for path in sorted(path for path in context.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(context)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
