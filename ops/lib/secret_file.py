"""The files of state/secrets, which containers read: one secret each, on one line, with nothing else."""

from __future__ import annotations

import codecs
from pathlib import Path

from ops.lib import env_file
from ops.lib.check import Check
from ops.lib.console import ROOT, Failure, say

FOLDER = ROOT / "state" / "secrets"
MAY_BE_EMPTY = ("hub_token",)


def read(path: Path) -> str:
    """Return a secret without a byte-order mark, carriage returns and empty lines, which editors add.

    Raises:
        Failure: the file is not text.
    """
    raw = path.read_bytes()
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if wide else "utf-8-sig").strip()
    except UnicodeDecodeError:
        fix = "replace its text with the secret, or remove it and run make init"
        raise Failure(f"{path.relative_to(ROOT)} is not text", fix) from None


def untidy() -> list[Path]:
    """Return the files that hold more than the secret and its line end.

    Raises:
        Failure: one of them is not text.
    """
    return [path for path in sorted(FOLDER.glob("*")) if path.read_bytes().removesuffix(b"\n") != read(path).encode()]


def ensure(name: str, text: str) -> None:
    """Make a secret that is missing, or that is empty but must not be.

    Args:
        name: of its file.
        text: the secret.

    Raises:
        Failure: the file exists and is not text.
    """
    path = FOLDER / name
    if not path.exists() or (name not in MAY_BE_EMPTY and not read(path)):
        env_file.write_private(path, f"{text}\n" if text else "")
        say(f"   made   {path.relative_to(ROOT)}")


def tidy() -> None:
    """Remove editors' additions from every file, since each program would read them differently.

    Raises:
        Failure: a file is not text.
    """
    for path in untidy():
        env_file.write_private(path, read(path) + "\n")
        say(f"   fixed  {path.relative_to(ROOT)}: one line, the secret alone")


def check() -> Check:
    """Does each file hold one line with the secret alone?"""
    try:
        names = [str(path.relative_to(ROOT)) for path in untidy()]
        empty = [path.name for path in sorted(FOLDER.glob("*")) if path.name not in MAY_BE_EMPTY and not read(path)]
    except (Failure, PermissionError) as error:
        return Check("secrets", "failed", f"cannot be read: {error}", "run make as root, or as the owner of state/")
    if names:
        return Check("secrets", "failed", f"an editor added characters to {', '.join(names)}", "make init")
    if empty:
        return Check("secrets", "failed", f"empty in state/secrets: {', '.join(empty)}", "make init")
    return Check("secrets", "ok", "each is one line")
