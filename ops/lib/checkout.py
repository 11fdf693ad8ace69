"""Checks whether Docker and the containers can read the project's folder. Changes nothing."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from ops.lib import env_file
from ops.lib.check import Check
from ops.lib.console import ROOT

READ_BY_CONTAINERS = ("caddy", "grafana", "images", "models", "prometheus")  # are mounted, or copied into an image
LINK_FIX = "ln -sfn env/student.env .env"


def checks(settings: Mapping[str, str]) -> list[Check]:
    """Check the folder's path, the link .env, and the files that containers read."""
    return [path(ROOT), link(ROOT), modes(ROOT, settings.get("STACK_USER", ""))]


def path(root: Path) -> Check:
    """Can Docker mount files of this folder?"""
    if ":" in str(root):
        what = f"{root} has a : in it, which Docker reads as the end of a mount's path"
        return Check("folder", "failed", what, "move the project to a folder without : in its path")
    if re.search("%(?![0-9A-Fa-f]{2})", str(root)):
        what = f"{root} has a % in it, which Compose reads as the start of a code such as %20"
        return Check("folder", "failed", what, "move the project to a folder without % in its path")
    return Check("folder", "ok", str(root))


def link(root: Path) -> Check:
    """Is .env the link to env/student.env that Compose reads?"""
    place = root / ".env"
    if not place.is_symlink() and not place.exists():
        return Check(".env", "failed", "missing, so that Compose finds no settings", LINK_FIX)
    if place.is_symlink() and place.resolve() == (root / env_file.ENV_FILE.relative_to(ROOT)).resolve():
        return Check(".env", "ok", "the link to env/student.env")
    if not place.is_symlink() and place.is_file() and place.read_bytes().strip() == b"env/student.env":
        what = "a text file, not the link to env/student.env: git made no links here (core.symlinks)"
        return Check(".env", "failed", what, LINK_FIX)
    what = "not the link to env/student.env: Compose reads other settings than make"
    return Check(".env", "failed", what, f"copy what you need from .env, then {LINK_FIX}")


def modes(root: Path, user: str) -> Check:
    """May the containers' user read the files that are mounted?

    Args:
        root: of the project.
        user: uid:gid; empty before 'make init', when nothing is checked.
    """
    if not user:
        return Check("modes", "n/a", "no STACK_USER yet: make init")
    uid, gid = (int(part) for part in user.split(":"))
    closed = [place for place in _places(root) if not _may_read(place, uid, gid)]
    if closed:
        what = (
            f"the containers' user {user} may not read {closed[0].relative_to(root)}"
            f"{f' and {len(closed) - 1} more' if closed[1:] else ''}, as after a checkout with umask 077"
        )
        return Check("modes", "failed", what, f"chmod -R go+rX {' '.join(READ_BY_CONTAINERS)}")
    return Check("modes", "ok", f"the containers' user {user} may read the mounted files")


def _places(root: Path) -> Iterator[Path]:
    for name in READ_BY_CONTAINERS:
        for folder, _, files in os.walk(root / name):
            yield Path(folder)
            yield from (Path(folder, file) for file in files)


def _may_read(place: Path, uid: int, gid: int) -> bool:
    status = place.stat() if place.exists() else place.lstat()
    shift = 6 if status.st_uid == uid else 3 if status.st_gid == gid else 0
    wanted = 5 if stat.S_ISDIR(status.st_mode) else 4
    return uid == 0 or (status.st_mode >> shift) & wanted == wanted
