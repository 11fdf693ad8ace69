"""Upgrades an older env/student.env: adds new settings, comments out retired ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SETTING = re.compile(r"\s*(?:export\s+)?([A-Za-z_]\w*)\s*=")
HEADING = "# ---"


@dataclass(frozen=True)
class Upgraded:
    """An env file's new text, with the names that were added and those that were commented out."""

    text: str
    added: Sequence[str]
    retired: Sequence[str]


@dataclass(frozen=True)
class _Entry:
    """A line of the example that sets ``name``, with the comments directly above it; ``group`` is its heading."""

    name: str
    line: str
    comments: Sequence[str]
    group: str


def _name(line: str) -> str:
    found = SETTING.match(line)
    return found[1] if found else ""


def _entries(example: str) -> list[_Entry]:
    entries: list[_Entry] = []
    comments: list[str] = []
    group = ""
    for line in example.splitlines():
        if line.startswith(HEADING):
            group, comments = line, []
        elif name := _name(line):
            entries.append(_Entry(name, line, comments, group))
            comments = []
        elif line.startswith("#"):
            comments.append(line)
        else:
            comments = []
    return entries


def _place(lines: Sequence[str], entry: _Entry, before: Sequence[_Entry]) -> int | None:
    """Return the index of the line before which to insert a new setting; None if its group is not in the file."""
    names = {_name(line): number for number, line in enumerate(lines) if _name(line)}
    for neighbour in reversed([other for other in before if other.group == entry.group]):
        if neighbour.name in names:
            return names[neighbour.name] + 1
    return lines.index(entry.group) + 1 if entry.group in lines else None


def upgraded(text: str, example: str, retired: Mapping[str, str]) -> Upgraded:
    """Return an env file's text with every setting of the example and none that is retired.

    Args:
        text: of the older env file; its values, comments and other names are kept.
        example: the newer example, from which the new settings get comments and values.
        retired: the reason for each name that nothing reads any longer.
    """
    lines: list[str] = []
    gone: list[str] = []
    for line in text.splitlines():
        name = _name(line)
        if name in retired:
            lines.append(f"# retired: {retired[name]}")
            gone.append(name)
        lines.append(f"# {line}" if name in retired else line)
    entries = _entries(example)
    there = {_name(line) for line in lines}
    new = [entry for entry in entries if entry.name not in there]
    for entry in new:
        place = _place(lines, entry, entries[: entries.index(entry)])
        if place is None:
            lines += ["", entry.group] if entry.group else [""]
            place = len(lines)
        after = place + len(entry.comments)
        shared = lines[place:after] == entry.comments  # the next setting has the same comment
        lines[place : after if shared else place] = [*entry.comments, entry.line]
    return Upgraded("\n".join(lines) + "\n", [entry.name for entry in new], gone)
