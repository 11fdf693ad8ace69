"""Writes and reads tar files that hold files with their checksums; other tools can list them.

The first entry is the header. The last one holds the SHA-256 sums of all others, in the format of ``sha256sum``.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import stat
import tarfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BufferedReader, BytesIO
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

from ops.lib.console import Failure

HEADER = "archive.json"
SUMS = "SHA256SUMS"
GZIP = b"\x1f\x8b"
HEADER_BYTES, SUMS_BYTES = 2**16, 2**24  # exceeds what any valid archive needs
BLOCK = 2**20
BROKEN = (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError)


@dataclass(frozen=True)
class Kind:
    """A kind of archive.

    Args:
        name: in the header, such as "student-llm backup".
        version: of its content's layout; a reader accepts its own and older ones.
    """

    name: str
    version: int


@dataclass(frozen=True)
class Entry:
    """One file for an archive.

    Args:
        name: within the archive, with slashes and relative.
        source: its content, or the file that has it.
        mode: its permissions.
    """

    name: str
    source: bytes | Path
    mode: int = 0o600


class _Hashing:
    """Reads a file and hashes the bytes that it read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        self._hash.update(block)
        return block

    def sum(self) -> str:
        return self._hash.hexdigest()


def _open(path: Path) -> tuple[BufferedReader, int]:
    """Open a regular file, not a link, and return it with its size in bytes."""
    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        file.close()
        raise Failure(f"{path} is not a regular file", "move it away, then run again")
    return file, status.st_size


def write(stream: IO[bytes], kind: Kind, facts: Mapping[str, Any], entries: Iterable[Entry], level: int = 0) -> None:
    """Write an archive.

    Args:
        stream: receives it; may be a pipe.
        kind: its kind.
        facts: for the header, beside the kind, as JSON.
        entries: the files, read one after another.
        level: gzip's compression, 1 to 9; 0 for none.

    Raises:
        Failure: a file is not a regular file, or its name is not plain.
        OSError: a file cannot be read, or became shorter meanwhile; or the stream cannot be written.
    """
    header = json.dumps({"kind": kind.name, "version": kind.version, **facts}, indent=1).encode() + b"\n"
    packed = gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=level, mtime=0) if level else None
    with tarfile.open(fileobj=packed or stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        every = chain([Entry(HEADER, header)], entries)
        sums = "".join(f"{_add(tar, entry)}  {entry.name}\n" for entry in every)
        _add(tar, Entry(SUMS, sums.encode()))
    if packed:
        packed.close()
    stream.flush()


def _add(tar: tarfile.TarFile, entry: Entry) -> str:
    """Add one file and return its checksum."""
    if not is_plain(entry.name):
        raise Failure(f"{entry.name!r} cannot be the name of a file in an archive", "rename or remove that file")
    opened = (BytesIO(entry.source), len(entry.source)) if isinstance(entry.source, bytes) else _open(entry.source)
    with opened[0] as file:
        info = tarfile.TarInfo(entry.name)
        info.size, info.mode = opened[1], entry.mode
        hashing = _Hashing(file)
        tar.addfile(info, cast("IO[bytes]", hashing))  # all that it does is read
        return hashing.sum()


def read(stream: BufferedReader, shown: str, kind: Kind, place: Callable[[str], Path | None]) -> dict[str, Any]:
    """Unpack an archive. Use the unpacked files only after this has returned.

    Args:
        stream: source of its bytes; may be a pipe.
        shown: its name for the screen.
        kind: the kind that it must have.
        place: returns the path for a file's name, or None for a name that is not allowed. It gets plain names alone.

    Returns:
        The header.

    Raises:
        Failure: it is of another kind or newer, damaged or truncated, or it holds a file that is not allowed.
        OSError: a file cannot be written.
    """
    found: dict[str, str] = {}
    sums: str | None = None
    header: dict[str, Any] = {}
    try:
        unpacked = _unpacked(stream)
        with tarfile.open(fileobj=unpacked, mode="r|") as tar:
            for member in tar:
                if not member.isreg() or sums is not None or member.name in found:
                    raise _refused(shown, member.name)
                if not header:
                    text = _text(tar, member, HEADER, HEADER_BYTES)
                    header = _header(text, shown, kind)
                    found[HEADER] = hashlib.sha256(text.encode()).hexdigest()
                elif member.name == SUMS:
                    sums = _text(tar, member, SUMS, SUMS_BYTES)
                elif target := place(member.name) if is_plain(member.name) else None:
                    found[member.name] = _unpack(tar, member, target, shown)
                else:
                    raise _refused(shown, member.name)
        while unpacked.read(BLOCK):  # gzip compares its own checksum at the end
            pass
    except BROKEN as error:
        raise _damaged(shown, str(error) or type(error).__name__) if header else _foreign(shown, kind) from None
    if not header:
        raise _foreign(shown, kind)
    if sums is None:
        raise _damaged(shown, "its end is missing")
    if wrong := _differences(sums, found):
        raise _damaged(shown, f"checksum of {wrong[0]}")
    return header


def _unpacked(stream: BufferedReader) -> IO[bytes]:
    packed = stream.peek(len(GZIP))[: len(GZIP)] == GZIP
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if packed else stream


def _text(tar: tarfile.TarFile, member: tarfile.TarInfo, name: str, limit: int) -> str:
    if member.name != name or member.size > limit:
        raise ValueError(f"no {name}")
    file = tar.extractfile(member)
    return file.read().decode() if file else ""


def _header(text: str, shown: str, kind: Kind) -> dict[str, Any]:
    header = json.loads(text)
    if not isinstance(header, dict) or header.get("kind") != kind.name or not isinstance(header.get("version"), int):
        raise _foreign(shown, kind)
    if header["version"] > kind.version:
        made = f"{shown} has version {header['version']} of a {kind.name}, and this project reads up to {kind.version}"
        raise Failure(made, f"use the project's version {header.get('project', 'that made it')}")
    return header


def _unpack(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path, shown: str) -> str:
    """Write one file, which must not exist yet, and return its checksum."""
    source = tar.extractfile(member)
    if source is None:
        raise ValueError(f"no content of {member.name}")
    hashing = _Hashing(source)
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except (FileExistsError, NotADirectoryError):  # rejects a name that is both a file and a folder
        raise _refused(shown, member.name) from None
    with os.fdopen(descriptor, "wb") as file:
        while block := hashing.read(BLOCK):
            file.write(block)
        os.fchmod(file.fileno(), member.mode & 0o777)
    return hashing.sum()


def _differences(sums: str, found: Mapping[str, str]) -> list[str]:
    """Return the names whose checksums differ, or that only one side has."""
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in sums.splitlines())}
    return sorted(name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name))


def _damaged(shown: str, why: str) -> Failure:
    return Failure(f"{shown} is damaged ({why}); nothing here has changed", "use another copy of it")


def _foreign(shown: str, kind: Kind) -> Failure:
    return Failure(f"{shown} is not a {kind.name}; nothing here has changed", "name a file that this project made")


def _refused(shown: str, name: str) -> Failure:
    what = f"{shown} holds {name!r}, which has no place here; nothing here has changed"
    return Failure(what, "use an unedited file that this project made")


def is_plain(name: str) -> bool:
    """Is a name relative, printable, and without ``..``?"""
    return name.isprintable() and all(part not in ("", ".", "..") for part in name.split("/"))


def is_of(path: Path, kind: Kind) -> bool:
    """Does this file's header say that it is an archive of a kind?"""
    try:
        with _open(path)[0] as file, tarfile.open(fileobj=_unpacked(file), mode="r|") as tar:
            member = tar.next()
            return member is not None and json.loads(_text(tar, member, HEADER, HEADER_BYTES))["kind"] == kind.name
    except (*BROKEN, OSError, Failure, KeyError, TypeError):
        return False
