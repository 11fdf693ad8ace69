"""Builds the project's pages as a site; a broken link is an error."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ops.lib import venv
from ops.lib.console import ROOT, Failure, guard, say

SITE = ROOT / "build" / "docs"
PYTHON = (3, 11)  # Sphinx 9 requires it


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the site.

    Args:
        arguments: the command line's; None reads them from there.

    Raises:
        Failure: Python is too old, or a page has a fault, which Sphinx reported with its line.
    """
    parser = argparse.ArgumentParser(prog="make docs", description=__doc__)
    parser.add_argument("--folder", type=Path, default=SITE, help="folder for the site")
    folder: Path = parser.parse_args(arguments).folder
    if sys.version_info < PYTHON:
        raise Failure("Sphinx requires Python 3.11 or newer", "make docs PYTHON=python3.11")
    venv.ensure("docs")
    # builds all pages at each run: Sphinx would miss a link to a removed page on pages that it read before
    options = ["-qEW", "--keep-going", "-c", str(ROOT / "docs" / "site"), "-d", str(folder.parent / "doctrees")]
    command = [str(venv.home("docs") / "bin" / "python"), "-m", "sphinx", *options, str(ROOT), str(folder)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        fix = "correct them, then make docs. A page that is not in a toctree is missing from README.md's list"
        raise Failure("the pages have the faults above", fix)
    say(f"   written: {folder}/index.html")


if __name__ == "__main__":
    guard(main)
