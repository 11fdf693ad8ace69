"""Opens the file or the pipe of an archive."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import IO

from ops.lib import archive
from ops.lib.console import Failure

PIPE = "-"  # means standard output or standard input, as a file's name


def place(file: str) -> Path:
    """Return the path of an archive's name, with ~ as the shell takes it.

    Raises:
        Failure: the name begins with the home folder of a user that this host does not have.
    """
    try:
        return Path(file).expanduser()
    except RuntimeError:
        raise Failure(f"{file}: this host has no home folder for {file.partition('/')[0]}", "FILE=/<path>") from None


@contextmanager
def reading(file: str) -> Iterator[tuple[BufferedReader, str]]:
    """Open an archive for reading and yield it with its name for the screen.

    Args:
        file: its path, or "-" for standard input.

    Raises:
        Failure: there is no such file.
    """
    if file == PIPE:
        with open(0, "rb", closefd=False) as stream:
            yield stream, "standard input"
        return
    try:
        opened = place(file).open("rb")
    except OSError as error:
        raise Failure(f"{file} cannot be read ({error.strerror})", "name an existing file: FILE=<path>") from None
    with opened:
        yield opened, file


@contextmanager
def writing(file: str, kind: archive.Kind) -> Iterator[IO[bytes]]:
    """Open an archive for writing, mode 600. It gets its name once complete, and a failure leaves nothing.

    Args:
        file: its path, or "-" for standard output.
        kind: its kind; only a file of that kind is replaced.

    Raises:
        Failure: the path cannot be used, or standard output is a terminal.
    """
    if file == PIPE:
        if sys.stdout.isatty():
            raise Failure("FILE=- writes to this terminal", "pipe it into a program, or FILE=<path>")
        yield sys.stdout.buffer
        return
    path = place(file)
    if not path.parent.is_dir():
        raise Failure(f"{file}: there is no folder {path.parent}", f"mkdir -p {path.parent}, or FILE=<another path>")
    if os.path.lexists(path) and not archive.is_of(path, kind):
        raise Failure(f"{file} exists and is not a {kind.name}: it is not overwritten", "FILE=<another path>")
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            os.fchmod(stream.fileno(), 0o600)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
