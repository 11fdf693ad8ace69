"""Fetches packages of Debian's newest release without adding a source to the host's."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from ops.lib.console import CACHE, Failure, capture

SUITE = "sid"  # is the only suite with llama.cpp, a current Go and Compose v2
KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
SOURCES = Path("/etc/apt")


def mirror() -> str:
    """Return the address of a Debian mirror: DEBIAN_MIRROR, else the host's own.

    Raises:
        Failure: the host has no Debian mirror among its package sources.
    """
    if chosen := os.environ.get("DEBIAN_MIRROR"):
        return chosen
    for path in [*sorted(SOURCES.glob("sources.list.d/*.sources")), SOURCES / "sources.list"]:
        if not path.is_file():
            continue
        for address in re.findall(r"^(?:URIs:|deb(?: \[.*?\])?)\s+(https?://\S+)", path.read_text(), re.MULTILINE):
            if re.search(r"/debian/?$", address):
                return str(address)
    raise Failure(
        "programs can be built from Debian's packages only, and this host's package sources name no Debian mirror",
        "make up DEBIAN_MIRROR=<address of a mirror>, or give the host access to an image registry",
    )


def source_line() -> str:
    """Return the apt source of the suite, signed by Debian's own keyring."""
    if not KEYRING.exists():
        raise Failure(f"Debian's signing keys are missing ({KEYRING})", "apt-get install debian-archive-keyring")
    return f"deb [signed-by={KEYRING}] {mirror()} {SUITE} main"


def download(packages: list[str], into: Path) -> list[Path]:
    """Fetch packages of the suite, checked against Debian's signatures, and unpack them.

    Args:
        packages: package names; their dependencies are not fetched.
        into: folder for the unpacked trees, merged into one.

    Returns:
        The files unpacked.

    Raises:
        Failure: the mirror does not answer, or does not have a package.
    """
    apt = CACHE / "apt"
    for folder in ("lists/partial", "archives/partial", "debs"):
        (apt / folder).mkdir(parents=True, exist_ok=True)
    (apt / "sources.list").write_text(source_line() + "\n")
    options = [
        f"-oDir::Etc::sourcelist={apt}/sources.list",
        "-oDir::Etc::sourceparts=-",
        f"-oDir::State::Lists={apt}/lists",
        f"-oDir::Cache={apt}",
        "-oAcquire::Check-Valid-Until=false",  # accepts a frozen mirror, whose index is old but signed
        "-oAcquire::Languages=none",
        "-oAPT::Sandbox::User=root",
        "-oDir::State::status=/dev/null",  # a package that the host has from elsewhere may have a higher version
    ]
    for command in (["update"], ["download", *packages]):
        done = capture(["apt-get", *options, *command], timeout=300, cwd=apt / "debs")
        if done.returncode:
            raise Failure(
                f"cannot fetch {' '.join(packages)} from Debian {SUITE}: {done.stderr.strip()[-200:]}",
                "check the host's network and package sources with 'apt-get update'",
            )
    into.mkdir(parents=True, exist_ok=True)
    for deb in (apt / "debs").glob("*.deb"):
        done = capture(["dpkg-deb", "-x", str(deb), str(into)])
        if done.returncode:
            raise Failure(f"cannot unpack {deb.name} ({done.stderr.strip()})", f"rm -r {apt}, then run it again")
    shutil.rmtree(apt)
    return [path for path in into.rglob("*") if path.is_file()]
