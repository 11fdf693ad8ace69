"""``make licences``: writes the tables of docs/licences.md from the metadata of each locked package.

It installs nothing: pip and Go fetch descriptions and licence files alone.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import tempfile
import venv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ops.lib.console import ROOT, Failure, capture, guard, say

PAGE = ROOT / "docs" / "licences.md"
MARK = "<!-- 'make licences' writes what follows -->"
GO_MODULES = ROOT / "caddy" / "go.mod"
GO_TOOL = "github.com/google/go-licenses@v1.6.0"
PYTHON = (3, 12)  # is required by the locks of vLLM and LiteLLM
SECONDS = 900
SECTIONS = {
    "Python packages of the client": ["client/requirements.txt"],
    "Python packages of the image that fetches models": ["images/model/requirements.txt"],
    "Python packages of the image that quantizes models, beside those of vLLM's": ["images/quantize/requirements.txt"],
    "Python packages of vLLM's image, when it is built from packages": [
        "images/vllm/requirements.txt",
        "images/vllm/vllm.txt",
    ],
    "Python packages of tests, measurements, training and the site of these pages, which no user gets": [
        "tests/requirements.txt",
        "tests/clients/requirements.txt",
        "tests/clients/requirements-openai2.txt",
        "bench/requirements.txt",
        "bench/gateway/litellm.txt",
        "docs/site/requirements.txt",
        "tests/real_model/requirements.txt",
        "training/requirements.txt",
    ],
}
GO_SECTION = "Go modules of the gateway"
ELSEWHERE = ["--platform=win_amd64", "--platform=macosx_11_0_arm64", "--platform=manylinux_2_28_x86_64"]
NOT_STATED = "not stated in the package"
SPDX = {
    "Apache": "Apache-2.0",
    "Apache 2": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache 2.0 License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "NVIDIA Proprietary Software": "LicenseRef-NVIDIA-Proprietary",
}
"""SPDX identifiers by the names that packages use. A plain "BSD" does not say which BSD licence it means."""


def pinned(lock: Path) -> dict[str, str]:
    """Return the packages of a lock file and their versions, by normalized name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text(), re.MULTILINE)
    return {normal(name): version for name, version in found}


def normal(name: str) -> str:
    """Return a Python package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(metadata: Mapping[str, Any]) -> str:
    """Return the licence in a package's metadata, as an SPDX expression if it can be read as one."""
    if metadata.get("license_expression"):
        return str(metadata["license_expression"])
    lines = str(metadata.get("license") or "").strip().splitlines()
    classifiers = [text.split(" :: ")[-1] for text in metadata.get("classifier", []) if text.startswith("License :: ")]
    named = [text for text in classifiers if text != "OSI Approved"]
    stated = lines[0].strip() if lines else " AND ".join(SPDX.get(text, text) for text in named)
    return SPDX.get(stated, stated) or NOT_STATED


def _ask_pip(pip: Path, requirements: list[str]) -> dict[str, str]:
    """Return the licences of the packages that pip would install."""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        options = ["--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:", f"--report={report.name}"]
        done = capture([str(pip), "install", "--quiet", *options, *requirements], timeout=SECONDS)
        if done.returncode:
            fix = "check that the host reaches a Python package index ('pip config list'), then run again"
            raise Failure(f"pip did not find all of {requirements[-1]}: {done.stderr.strip()[-300:]}", fix)
        packages = json.loads(Path(report.name).read_text())["install"]
    return {normal(package["metadata"]["name"]): licence(package["metadata"]) for package in packages}


def python_licences(pip: Path, locks: Iterable[Path]) -> dict[str, str]:
    """Return the licence of each package of some lock files, by name.

    Args:
        pip: the program to ask.
        locks: the files. Pins for another system or Python are included.

    Raises:
        Failure: the package index does not answer, or does not have a package.
    """
    found: dict[str, str] = {}
    for lock in locks:
        say(f"   asking for {lock.relative_to(ROOT)}")
        found |= _ask_pip(pip, ["-r", str(lock)])
        elsewhere = [f"{name}=={version}" for name, version in pinned(lock).items() if name not in found]
        if elsewhere:
            found |= _ask_pip(pip, [*ELSEWHERE, f"--target={pip.parent.parent / 'none'}", *elsewhere])
    return found


def go_modules(text: str) -> list[str]:
    """Return the modules that the text of a go.mod requires."""
    return re.findall(r"^\t(\S+) v\S+", text, re.MULTILINE)


def go_licences(listing: str, modules: Iterable[str]) -> dict[str, str]:
    """Return the licence of each module, from go-licenses' lines of package, address and licence.

    The listing, and so the answer, leaves out modules that no Linux program links.
    """
    rows = list(csv.reader(io.StringIO(listing)))
    found = {}
    for module in modules:
        names = {row[2] for row in rows if f"{row[0]}/".startswith(f"{module}/")}
        if names:
            found[module] = " AND ".join(sorted(names))
    return found


def table(licences: Mapping[str, str]) -> str:
    """Return a table of licences, each with its packages, the most frequent first."""
    groups: dict[str, list[str]] = {}
    for name, text in sorted(licences.items()):
        groups.setdefault(text, []).append(name)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    rows = [f"| {text} | {', '.join(f'`{name}`' for name in names)} |" for text, names in ordered]
    return "\n".join(["| licence | packages |", "|---|---|", *rows])


def main() -> None:
    """Ask for all licences, and write the page's tables."""
    if sys.version_info < PYTHON:
        found = ".".join(map(str, sys.version_info[:2]))
        raise Failure(
            f"this is Python {found}, and the lock of vLLM requires 3.12 or newer", "make licences PYTHON=python3.13"
        )
    sections = {}
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        pip = Path(folder, "bin", "pip")
        if (newer := capture([str(pip), "install", "--quiet", "--upgrade", "pip"], timeout=SECONDS)).returncode:
            raise Failure(f"pip cannot be upgraded: {newer.stderr.strip()[-300:]}", "see the message, then run again")
        for title, locks in SECTIONS.items():
            sections[title] = table(python_licences(pip, [ROOT / lock for lock in locks]))
    say(f"   asking for {GO_MODULES.relative_to(ROOT)}")
    listing = capture(["go", "run", GO_TOOL, "csv", "."], cwd=GO_MODULES.parent, timeout=SECONDS)
    if listing.returncode:
        raise Failure(
            f"go-licenses failed: {listing.stderr.strip()[-300:]}", "install Go, or see the message, then run again"
        )
    modules = go_modules(GO_MODULES.read_text())
    linked = go_licences(listing.stdout, modules)
    others = ", ".join(f"`{module}`" for module in modules if module not in linked)
    sections[GO_SECTION] = f"{table(linked)}\n\nRequired, and linked into no program for Linux: {others}."
    head = PAGE.read_text().partition(MARK)[0]
    body = "\n\n".join(f"## {title}\n\n{text}" for title, text in sections.items())
    PAGE.write_text(f"{head}{MARK}\n\n{body}\n")
    say(f"   wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    guard(main)
