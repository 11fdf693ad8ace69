"""Reads and edits env/student.env, the one file that configures the stack."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ops.lib import env_grammar, setting_values
from ops.lib.console import ROOT, Failure
from ops.lib.env_grammar import BadLine, Line

ENV_FILE = ROOT / "env" / "student.env"
EXAMPLE = ROOT / "env" / "student.example.env"
RESTORING = "# 'make restore' was interrupted here. Run it again: it first puts back what was there.\n"
"""The settings file's only line during a restore."""


class Settings(dict[str, str]):
    """The settings of a file by name. A missing one raises a Failure with its fix, not a KeyError."""

    def __missing__(self, name: str) -> str:
        raise Failure(f"{name} is not set in env/student.env", f"add {name}={defaults().get(name, '')} there")


def lines(path: Path) -> list[Line]:
    """Return the settings of a file, line by line.

    Raises:
        Failure: the file is missing or not text, or a line cannot be read.
    """
    return _lines(text_of(path), _shown(path))


def _lines(text: str, place: str) -> list[Line]:
    try:
        return env_grammar.read(text)
    except BadLine as error:
        raise Failure(f"{place} line {error.number}: {error.what}", error.fix) from None


def text_of(path: Path) -> str:
    """Return the text of a settings file with its line ends unchanged.

    Raises:
        Failure: the file is missing or not text, or a restore was interrupted.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Failure(f"no settings file {_shown(path)}", "make init") from None
    except UnicodeDecodeError:
        raise Failure(f"{_shown(path)} is not UTF-8 text", "save it as UTF-8") from None
    if text.startswith(RESTORING):
        raise Failure("a restore was interrupted", "make restore FILE=<the backup> YES=1, as before")
    return text


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def defaults() -> dict[str, str]:
    """Return the settings of the example, which are the defaults."""
    return parse(text_of(EXAMPLE))


def parse(text: str) -> dict[str, str]:
    """Return the settings of an env file's text.

    Raises:
        Failure: a line cannot be read.
    """
    return {line.name: line.value for line in _lines(text, "the settings,")}


def read(path: Path = ENV_FILE) -> Settings:
    """Return the settings of ``path``, with valid values.

    Raises:
        Failure: there is no such file, a line cannot be read, a name is set twice, or a value is wrong.
    """
    found = lines(path)
    for line in found:
        if fault := setting_values.fault(line.name, line.value):
            raise wrong(path, line, fault)
    return Settings({line.name: line.value for line in found})


def wrong(path: Path, line: Line, fault: str) -> Failure:
    """Return the failure of a setting with an invalid value."""
    return Failure(f"{_shown(path)} line {line.number}: {line.name} {fault}", f"correct {line.name} there")


def with_values(text: str, values: Mapping[str, str]) -> str:
    """Return an env file's text with some values changed; every other line is unchanged.

    A new name gets a line at the end. Values are quoted if necessary.

    Raises:
        Failure: a line cannot be read, or a value is more than one line.
    """
    split = text.removeprefix("\ufeff").removesuffix("\n").split("\n") if text else []
    left = dict(values)
    for line in _lines(text, "the settings,"):
        if line.name in left:
            end = "\r" if split[line.number - 1].endswith("\r") else ""
            comment = f" #{line.comment}" if line.comment else ""
            split[line.number - 1] = f"{line.name}={quoted(left.pop(line.name))}{comment}{end}"
    split += [f"{name}={quoted(value)}" for name, value in left.items()]
    return "\n".join(split) + "\n"


def quoted(value: str) -> str:
    r"""Return a value as it must be written in an env file.

    Raises:
        Failure: the value has a character that is not allowed in a setting, such as a line break.

    >>> quoted("a b"), quoted("a #b"), quoted("it's $5 #1")
    ('a b', "'a #b'", '"it\'s $$5 #1"')
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    spellings = (value, f"'{value}'", f'"{escaped}"')
    if fitting := [text for text in spellings if _is_read(text, value)]:
        return fitting[0]
    raise Failure("a value has a line break or another character that is not allowed", "write it as one line of text")


def _is_read(text: str, value: str) -> bool:
    try:
        return [line.value for line in env_grammar.read(f"X={text}", {})] == [value]
    except BadLine:
        return False


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 600 atomically.

    If root writes it, its owner is the old file's, or else the folder's.
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
    """Change some settings of ``path``; write nothing if all have these values already.

    Raises:
        Failure: the file cannot be read.
    """
    before = {line.name: line.value for line in lines(path)}
    if any(before.get(name) != value for name, value in values.items()):
        write_private(path, with_values(text_of(path), values))
