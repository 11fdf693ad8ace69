"""A real browser for tests of pages: Chromium without a network, in a container."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from ops.install import base_image
from tests.project import ROOT

IMAGE = "student-llm/chromium:local"
SCHEMES = {"dark": "0", "light": "1"}


def build() -> None:
    """Build the browser's image if it is missing."""
    if subprocess.run(["docker", "image", "inspect", IMAGE], capture_output=True, check=False).returncode:
        base_image.ensure()  # a host whose images are pulled does not have it
        command = ["docker", "build", "-q", "-t", IMAGE, str(ROOT / "images" / "chromium")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def browse(page: Path, scheme: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Open a page in Chromium, which has no network; its console writes to standard error."""
    command = ["docker", "run", "--rm", "--network=none", "--shm-size=256m", "-v", f"{page.parent}:/page", IMAGE]
    options = ["--no-sandbox", "--enable-logging=stderr", "--window-size=1400,3000", "--virtual-time-budget=5000"]
    scheme = f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"
    return subprocess.run(
        [*command, *options, scheme, *arguments, f"file:///page/{page.name}"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def complaints(said: str) -> list[str]:
    """Return our page's messages on the console, without those of the browser's own pages."""
    return [line for line in said.splitlines() if "CONSOLE" in line and "source: file:///page/" in line]


def drawn(page: Path, scheme: str) -> int:
    """Draw a page in a colour scheme, keep its picture beside it, and return how many graphs are on it.

    Fails if the page wrote anything to the console, or a graph was not drawn.
    """
    done = browse(page, scheme, "--dump-dom")
    assert complaints(done.stderr) == []
    found = re.search(r'<html[^>]* data-drawn="(\d+)"', done.stdout)
    assert found, done.stdout[:500] + done.stderr
    assert done.stdout.count("<canvas") == int(found[1])
    picture = page.with_name(f"{scheme}.png")
    shot = browse(page, scheme, f"--screenshot=/page/{picture.name}")
    assert picture.stat().st_size > 50_000, shot.stderr
    return int(found[1])
