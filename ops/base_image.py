"""Makes the Debian base image that images/ builds on, where no image registry answers."""

from __future__ import annotations

import os
import shutil

from ops import debian
from ops.console import CACHE, Failure, capture, guard, say

IMAGE = "student-llm/base:local"


def ensure() -> None:
    """Import a minimal Debian as an image, unless it is there.

    Raises:
        Failure: this host has no apt, or the packages cannot be fetched.
    """
    if capture(["docker", "image", "inspect", IMAGE]).returncode == 0:
        return
    if shutil.which("apt-get") is None:
        raise Failure(
            "no image registry answers, and building from packages needs a Debian or Ubuntu host",
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
        raise Failure(f"mmdebstrap failed: {done.stderr.strip()[-300:]}", "mend the cause it names and run again")
    if (imported := capture(["docker", "import", str(tar), IMAGE], timeout=300)).returncode:
        raise Failure(f"docker import failed: {imported.stderr.strip()}", "see the message, then run again")
    tar.unlink()
    shutil.rmtree(tools)


if __name__ == "__main__":
    guard(ensure)
