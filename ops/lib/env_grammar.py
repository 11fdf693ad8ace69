"""Reads the lines of an env file as Docker Compose does, and refuses a line that a person would read differently.

ops/lib/env_grammar.py and client/src/student_client/_env_grammar.py are one text: a test compares them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

ASSIGNMENT = re.compile(r"[ \t]*(?:export[ \t]+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)[ \t]*=[ \t]*(?P<rest>.*)")
SINGLE = re.compile(r"'((?:[^'\\]|\\.)*)'")
DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
COMMENT = re.compile(r"[ \t]*(?:#(.*))?")
ESCAPE = re.compile(r'\\([abfnrtv"\\$])')
ESCAPED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "$": "$$"}
VARIABLE = re.compile(
    r"\$(?:(?P<dollar>\$)|(?P<plain>[A-Za-z_][A-Za-z0-9_]*)|\{(?P<braced>[A-Za-z_][A-Za-z0-9_]*)\}|\{)"
)
AS_IT_IS = "put the whole value in single quotes to keep it unchanged"


class BadLine(ValueError):
    """A line that cannot be read: its ``number``, ``what`` is wrong, and the ``fix``. It never contains a value."""

    def __init__(self, number: int, what: str, fix: str) -> None:
        super().__init__(f"line {number}: {what}. Fix: {fix}")
        self.number, self.what, self.fix = number, what, fix


@dataclass(frozen=True)
class Line:
    """One setting: the number of its line, from 1, its name, its value, and the comment after it."""

    number: int
    name: str
    value: str
    comment: str


def read(text: str, environ: Mapping[str, str] | None = None) -> list[Line]:
    """Return the settings of an env file's text.

    Args:
        text: the text of the whole file.
        environ: the values of ``$NAME``, which override the file's earlier lines; None for the process's own.

    Raises:
        BadLine: a line is not a setting, sets a name again, or would not be read as it looks.
    """
    environ = os.environ if environ is None else environ
    found: dict[str, Line] = {}
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = raw.removesuffix("\r")
        if not line.strip(" \t") or line.lstrip(" \t").startswith("#"):
            continue
        one = _Reader(number, found, environ).read(line)
        if first := found.get(one.name):
            what = f"{one.name} is already set in line {first.number}"
            raise BadLine(number, what, f"delete one of the two lines of {one.name}")
        found[one.name] = one
    return list(found.values())


@dataclass(frozen=True)
class _Reader:
    number: int
    earlier: Mapping[str, Line]
    environ: Mapping[str, str]

    def read(self, line: str) -> Line:
        if odd := next(_invisible(line), None):
            raise self._bad(f"an invisible character, U+{ord(odd):04X}", "type the line again")
        match = ASSIGNMENT.fullmatch(line)
        if not match or match["name"] == "export":
            raise self._bad("not a setting of the form NAME=value", "correct it, or put a # before it")
        name, rest = match["name"], match["rest"]
        if rest[:1] in ("'", '"'):
            return Line(self.number, name, *self._quoted(name, rest))
        if rest.startswith("#"):
            fix = f"put the comment on a line of its own, or the value of {name} in single quotes"
            raise self._bad(f"Compose reads the comment as the value of {name}", fix)
        value, _, comment = rest.partition(" #")
        if "\t#" in value:
            fix = "put a space before the #, or the value in single quotes"
            raise self._bad(f"Compose reads the # after a tab as part of {name}", fix)
        return Line(self.number, name, self._expanded(name, value.rstrip(" \t")), comment)

    def _quoted(self, name: str, rest: str) -> tuple[str, str]:
        single = rest[0] == "'"
        match = (SINGLE if single else DOUBLE).match(rest)
        if not match:
            raise self._bad(f"{name} opens a quote that does not end on its line", "close it, with the same quote")
        after = COMMENT.fullmatch(rest[match.end() :])
        if not after:
            raise self._bad(f"{name} continues after its closing quote", "put the whole value in one pair of quotes")
        inner = match[1]
        if single:
            value = re.sub(r"\\(.)", lambda pair: "'" if pair[1] == "'" else pair[0], inner)
        elif re.search(r"(?:^|[^\\])(?:\\\\)*\\0", inner):
            raise self._bad(f"{name} has \\0 in double quotes", AS_IT_IS)
        else:
            value = self._expanded(name, ESCAPE.sub(lambda pair: ESCAPED.get(pair[1], pair[1]), inner))
        return value, after[1] or ""

    def _expanded(self, name: str, value: str) -> str:
        if "$" in value and not value.isascii():
            raise self._bad(f"{name} has a $ beside letters that Compose may read as a variable", AS_IT_IS)

        def one(match: re.Match[str]) -> str:
            if match["dollar"]:
                return "$"
            variable = match["plain"] or match["braced"] or ""
            if variable in self.environ:
                return self.environ[variable]
            if variable in self.earlier:
                return self.earlier[variable].value
            raise self._bad(f"{name} has a $ that Compose reads as a variable, and that variable is not set", AS_IT_IS)

        return VARIABLE.sub(one, value)

    def _bad(self, what: str, fix: str) -> BadLine:
        return BadLine(self.number, what, fix)


def _invisible(line: str) -> Iterator[str]:
    return (char for char in line if char not in " \t" and (char.isspace() or not char.isprintable()))
