"""Notes in Docker which folders use the images that are built here, even while their stacks are down.

Each folder has an empty volume with its path: Docker is the one place that all users of the images share.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from ops.lib.console import ROOT, capture

LABEL = "student-llm.folder"


def _volume(folder: str) -> str:
    return f"student-llm-folder-{hashlib.sha256(folder.encode()).hexdigest()[:12]}"


def note() -> None:
    """Note that this folder uses the images, and forget folders that are gone."""
    others()
    own = str(ROOT.resolve())
    capture(["docker", "volume", "create", f"--label={LABEL}={own}", _volume(own)])


def forget(folder: str = "") -> None:
    """Forget that a folder uses the images.

    Args:
        folder: its path; empty for this one.
    """
    capture(["docker", "volume", "rm", _volume(folder or str(ROOT.resolve()))])


def others() -> list[str]:
    """Return the other folders that use the images, and forget those that have no settings any more."""
    form = f'--format={{{{.Label "{LABEL}"}}}}'
    listed = capture(["docker", "volume", "ls", f"--filter=label={LABEL}", form])
    noted = listed.stdout.splitlines() if listed.returncode == 0 else []
    gone = [folder for folder in noted if _is_gone(Path(folder))]
    for folder in gone:
        forget(folder)
    return sorted({*noted} - {*gone, str(ROOT.resolve())})


def _is_gone(folder: Path) -> bool:
    """Does it lack settings? A folder that this user may not read counts as used."""
    try:
        (folder / "env" / "student.env").lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
