"""The files of this folder that are a host's own, and which of them a backup holds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ops.lib import archive
from ops.lib.console import ROOT, Failure

KIND = archive.Kind("student-llm backup", 1)
SETTINGS = "env/student.env"
KEYS = "state/gateway/keys"
ENGINE_KEY = "state/secrets/engine_key"
NEEDED = (SETTINGS, KEYS, ENGINE_KEY)  # are required in a backup
KEPT = ("state/gateway", "state/secrets", "state/certs", "state/data/gateway")
METRICS = ("state/data/prometheus", "state/data/grafana", "state/data/metrics")
MADE_AGAIN = ("state/data/engine",)  # holds compiled kernels, which no backup has
LOCKS = "state/data/gateway/caddy/locks"  # belongs to a running gateway alone


def part_of(name: str) -> str | None:
    """Return a file's part of a backup; None if a backup does not hold it."""
    if name == SETTINGS:
        return SETTINGS
    return next((part for part in (*KEPT, *METRICS) if name.startswith(f"{part}/")), None)


def files(part: str) -> Iterator[tuple[str, int, int]]:
    """Yield each file of a part: its name in the project, its mode, and a descriptor of its folder.

    Args:
        part: a folder of the project.

    Raises:
        Failure: there is a link, a device or the like.
        PermissionError: this user may not read a folder.
    """
    top = ROOT / part
    if top.is_symlink():
        raise _no_file(top)
    for folder, folders, names, descriptor in os.fwalk(top, follow_symlinks=False, onerror=_unreadable):
        below = Path(folder).relative_to(ROOT)
        folders[:] = sorted(name for name in folders if str(below / name) != LOCKS)
        for name in [*folders, *sorted(names)]:
            status = os.stat(name, dir_fd=descriptor, follow_symlinks=False)
            if stat.S_ISREG(status.st_mode):
                yield str(below / name), stat.S_IMODE(status.st_mode), descriptor
            elif not stat.S_ISDIR(status.st_mode):
                raise _no_file(below / name)


def content(name: str, descriptor: int | None = None) -> bytes:
    """Return the content of a file, which must not be a link.

    Args:
        name: its path in the project.
        descriptor: of its folder, from ``files``; None to open it by its whole path.

    Raises:
        Failure: it is a link.
        PermissionError: this user may not read it.
    """
    path = ROOT / name
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        opened = os.open(path if descriptor is None else path.name, flags, dir_fd=descriptor)
    except OSError as error:
        if path.is_symlink():
            raise _no_file(path) from error
        raise
    with os.fdopen(opened, "rb") as file:
        return file.read()


def _unreadable(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):  # ignores a removed file: callers check those that they require
        raise error


@contextmanager
def touching(verb: str) -> Iterator[None]:
    """Turn a PermissionError into a failure with the fix.

    Args:
        verb: the verb of ``make`` that changes the settings or state/.

    Raises:
        Failure: this user may not change a file.
    """
    try:
        yield
    except PermissionError as error:
        fix = f"sudo make {verb} with the same settings, or run it as the owner of state/"
        raise Failure(f"this user may not change {error.filename}", fix) from None


def _no_file(path: Path) -> Failure:
    shown = path.relative_to(ROOT) if path.is_absolute() else path
    return Failure(f"{shown} is not a regular file, and a backup follows no links", "put a copy there, or move it away")
