"""Reads and edits env/student.env, the one file that configures the stack."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ops.console import ROOT, Failure

ENV_FILE = ROOT / "env" / "student.env"
EXAMPLE = ROOT / "env" / "student.example.env"


def parse(text: str) -> dict[str, str]:
    """Return the settings of an env file's text; comments are left out, quotes around a value too."""
    settings = {}
    for line in text.splitlines():
        name, equals, value = line.strip().partition("=")
        if equals and not name.startswith("#"):
            value = value.split(" #")[0].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
                value = value[1:-1]
            settings[name.strip()] = value
    return settings


def read(path: Path = ENV_FILE) -> dict[str, str]:
    """Return the settings of ``path``.

    Raises:
        Failure: there is no such file.
    """
    try:
        return parse(path.read_text())
    except FileNotFoundError:
        raise Failure(f"no settings file {path.relative_to(ROOT)}", "make init") from None


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Return an env file's text with some values changed; every other line stays as it is.

    A name that has no line yet gets one at the end.
    """
    lines = text.splitlines()
    left = dict(values)
    for number, line in enumerate(lines):
        name = line.partition("=")[0].strip()
        if "=" in line and name in left:
            comment = line.partition(" #")[2]
            lines[number] = f"{name}={left.pop(name)}" + (f" #{comment}" if comment else "")
    lines += [f"{name}={value}" for name, value in left.items()]
    return "\n".join(lines) + "\n"


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 600 whole or not at all: a reader never sees a half.

    Where root writes it, it belongs to whom the old file belonged to, or else its folder.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if os.geteuid() == 0:
            owner = (path if path.exists() else path.parent).stat()
            os.chown(temporary, owner.st_uid, owner.st_gid)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def update(values: Mapping[str, str], path: Path = ENV_FILE) -> None:
    """Change some settings of ``path``; nothing is written where all have these values already."""
    text = path.read_text()
    if any(parse(text).get(name) != value for name, value in values.items()):
        write_private(path, with_values(text, values))
