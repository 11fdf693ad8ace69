"""Makes the base images if no image registry answers: Debian, and Debian with Go."""

from __future__ import annotations

import os
import shutil

from ops.install import debian
from ops.lib import network
from ops.lib.console import CACHE, ROOT, Failure, capture, guard, run, say

IMAGE = "student-llm/base:local"
GO_IMAGE = "student-llm/go:local"


def ensure() -> None:
    """Import a minimal Debian as an image, unless it exists.

    Raises:
        Failure: this host has no apt, or the packages cannot be fetched.
    """
    if capture(["docker", "image", "inspect", IMAGE]).returncode == 0:
        return
    if shutil.which("apt-get") is None:
        raise Failure(
            "no image registry answers, and building from packages requires a Debian or Ubuntu host",
            "give Docker access to an image registry (a mirror: 'registry-mirrors' in its daemon.json)",
        )
    say(f"   building {IMAGE} from Debian {debian.SUITE} (about half a minute)")
    tools, tar = CACHE / "mmdebstrap", CACHE / "base.tar"
    debian.download(["mmdebstrap"], into=tools)
    done = capture(
        [
            "perl",
            str(tools / "usr/bin/mmdebstrap"),
            "--variant=apt",
            "--include=ca-certificates",
            '--aptopt=Acquire::Check-Valid-Until "false"',
            '--aptopt=Acquire::Languages "none"',
            debian.SUITE,
            str(tar),
            debian.source_line(),
        ],
        timeout=600,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    if done.returncode:
        raise Failure(f"mmdebstrap failed: {done.stderr.strip()[-300:]}", "correct that, then the same command again")
    if (imported := capture(["docker", "import", str(tar), IMAGE], timeout=300)).returncode:
        raise Failure(f"docker import failed: {imported.stderr.strip()}", "see the message, then run again")
    tar.unlink()
    shutil.rmtree(tools)


def ensure_go() -> None:
    """Build the Go toolchain's image from the same packages, unless it exists.

    Raises:
        Failure: it cannot be built.
    """
    if capture(["docker", "image", "inspect", GO_IMAGE]).returncode == 0:
        return
    say(f"   building {GO_IMAGE}")
    context = str(ROOT / "images" / "go")
    run(
        ["docker", "build", "-q", *network.build_arguments(), "-t", GO_IMAGE, context],
        what="the Go toolchain's image could not be built",
        fix="see the lines above, then the same command again",
    )


if __name__ == "__main__":
    guard(ensure)
