"""Replaces this stack's settings, keys and certificates with a backup's: all or nothing. The stack must be down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ops.lib import archive, archive_file, containers, env_file, host, key_file, state_parts, version
from ops.lib.console import ROOT, STATE, Failure, guard, say
from ops.verbs import init

SETTINGS = ROOT / state_parts.SETTINGS
FOLDERS = (*state_parts.KEPT, *state_parts.METRICS)


def _beside(part: str, what: str) -> Path:
    """Return a path in the same folder as a part, where a rename is atomic."""
    path = ROOT / part
    return path.with_name(f".{path.name}.{what}")


def unpacked(part: str) -> Path:
    """Return the path of an unpacked part until it is checked."""
    return _beside(part, "unpacked")


def before(part: str) -> Path:
    """Return the path of the replaced part until the restore ends."""
    return _beside(part, "before")


def _place(name: str) -> Path | None:
    """Return the path to which a backup's file is unpacked; None for an unknown file."""
    part = state_parts.part_of(name)
    if part is None:
        return None
    return unpacked(part) if part == name else unpacked(part) / Path(name).relative_to(part)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _interrupted() -> bool:
    return SETTINGS.is_file() and SETTINGS.read_bytes().startswith(env_file.RESTORING.encode())


def put_back() -> None:
    """Undo an interrupted swap."""
    for part in FOLDERS:
        if before(part).exists():
            _remove(ROOT / part)
            before(part).rename(ROOT / part)
    if before(state_parts.SETTINGS).exists():
        before(state_parts.SETTINGS).replace(SETTINGS)
    else:
        SETTINGS.unlink()


def tidy() -> None:
    """Remove temporary files beside the parts, and those that an interrupted write of the settings left."""
    for part in FOLDERS:
        _remove(unpacked(part))
        _remove(before(part))
    for path in SETTINGS.parent.glob(f".{SETTINGS.name}.*"):
        _remove(path)


def swap(settings: str) -> None:
    """Put the unpacked parts in place.

    A marker line replaces the settings until they are written, last and atomically. Nothing starts with the marker,
    and the next run finds it and undoes the swap.

    Args:
        settings: text of the settings.
    """
    parts = [*state_parts.KEPT, *(part for part in state_parts.METRICS if unpacked(part).exists())]
    for part in parts:
        for path in (unpacked(part), ROOT / part):
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.sync()
    if SETTINGS.exists():
        os.link(SETTINGS, before(state_parts.SETTINGS))
    env_file.write_private(SETTINGS, env_file.RESTORING)
    for part in parts:
        (ROOT / part).rename(before(part))
        unpacked(part).rename(ROOT / part)
    os.sync()
    env_file.write_private(SETTINGS, settings)


def checked(header: Mapping[str, Any], shown: str) -> str:
    """Return the unpacked settings, adapted to this host.

    Raises:
        Failure: the backup is incomplete, or this project cannot read its settings or keys.
    """
    if missing := [name for name in state_parts.NEEDED if not (place := _place(name)) or not place.is_file()]:
        raise Failure(f"{shown} has no {', '.join(missing)}; nothing here has changed", "use another backup")
    text = env_file.text_of(unpacked(state_parts.SETTINGS))
    key_file.parse((unpacked("state/gateway") / "keys").read_text())
    settings, here = env_file.parse(text), _settings_here()
    if not settings.get("STUDENT_API_KEY"):
        raise Failure(f"STUDENT_API_KEY is empty in {shown}; nothing here has changed", "use another backup")
    user = here.get("STACK_USER") or host.stack_user()
    if user != settings.get("STACK_USER"):
        say(f"   STACK_USER: {settings.get('STACK_USER')} -> {user}, as this host has it")
    for name in filter(None, settings.get("COMPOSE_FILE", "").split(":")):
        if not (ROOT / name).is_file():
            say(f"   note   COMPOSE_FILE names {name}, which is not here and not in a backup")
    if header.get("project") != version.version():
        say(f"   note   made by version {header.get('project')}, this is {version.version()}: 'make doctor' compares")
    return env_file.with_values(text, {"STACK_USER": user})


def _settings_here() -> dict[str, str]:
    try:
        return env_file.parse(env_file.text_of(SETTINGS))
    except Failure:
        return {}  # expects none, or broken ones: they may be the reason for the restore


def refuse_over_another(file: str) -> None:
    """Check that no stack runs, and that YES=1 allows the replacement of an existing one.

    Raises:
        Failure: the stack runs, or there is a stack and YES is not 1.
    """
    if names := [each.name for each in containers.running()]:
        raise Failure(f"the stack runs ({', '.join(sorted(names))})", "make down, then run it again")
    there = [name for name in (state_parts.SETTINGS, *state_parts.KEPT) if _has_files(ROOT / name)]
    if there and os.environ.get("YES") != "1":
        what = f"{', '.join(there)} would be replaced, and cannot be made again"
        raise Failure(what, f"make backup FILE=<another> to keep them, then make restore FILE={file} YES=1")


def _has_files(path: Path) -> bool:
    found: Iterable[Path] = [path] if path.is_file() else path.rglob("*")
    return any(not each.is_dir() for each in found)


@state_parts.touching("restore")
def main() -> None:
    """Restore the backup of FILE.

    Raises:
        Failure: it is damaged, newer, another project's or not a backup; or the stack runs or needs YES=1.
    """
    file = os.environ.get("FILE", "")
    if not file:
        raise Failure("FILE is missing", "make restore FILE=/mnt/backup/student.backup, or FILE=- for a pipe")
    archive_file.place(file)
    if _interrupted():
        say("   an earlier restore was interrupted: putting back what was there")
        put_back()
    tidy()
    refuse_over_another(file)
    STATE.mkdir(mode=0o700, exist_ok=True)
    try:
        with archive_file.reading(file) as (stream, shown):
            header = archive.read(stream, shown, state_parts.KIND, _place)
        swap(checked(header, shown))
    except BaseException:
        if _interrupted():
            put_back()
        raise
    finally:
        tidy()
    init.main([])
    say(f"   ok     restored what {header.get('host')} had at {header.get('made')}; next: make doctor, then make up")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
