r"""Finds where the words have the printed formula again, and what they name it: "its height is h(t) = 4t + 4 feet"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import product

from ..formulas.notation import parse_statement
from ..formulas.same_formulas import is_same
from ..formulas.same_notation import canonical, occurrences
from ..formulas.tree import Node, constant, power
from ..statement import Choices, NotRead

MARK = "§"
"""Stands for the printed formula."""
SHORTEST = 2
"""Most characters of a formula that is only found with its name."""
MAX_WAYS = 16
"""Most ways to read a formula that are compared with the printed one."""
_HEAD = r"(?P<name>[A-Za-z])\s*(?:\(\s*\\?(?P<letter>[A-Za-z]+)\s*\))?\s*=\s*"
_PRINTED = re.compile(rf"\s*\$*(?:\\\()?\s*(?:{_HEAD})?(?P<body>[^=<>]+?)\s*(?:\\\))?[$.\s;]*")
_START = re.compile(rf"(?:\$+\s*|(?<![\w\\=^(])){_HEAD}|\$+")
_END = re.compile(r"\$+|\s|[.,;:?!](?=\s|$)|$")
_FRACTION = re.compile(r"(?<![\w^.])(\d+(?:\.\d+)?/\d+)(?=[A-Za-z\\(])")


@dataclass(frozen=True)
class Function:
    """A printed function.

    Args:
        name: its name; empty if it has none.
        letter: its variable.
        body: its formula.
    """

    name: str
    letter: str
    body: str


def printed_function(expression: str, variables: Sequence[str]) -> Function | None:
    """Return the printed function of one variable; None for an equation or anything else."""
    found = _PRINTED.fullmatch(expression)
    if not found or not variables:
        return None
    name, body = found["name"] or "", found["body"]
    others = [one for one in variables if one != name]
    used = [
        one for one in others if re.search(rf"(?<![A-Za-z]){re.escape(one)}(?![A-Za-z])|\\\\{one}|(?<=\d){one}", body)
    ]
    letter = found["letter"] or (used[0] if len(used) == 1 else others[0] if len(others) == 1 else "")
    if not letter or name in variables[:1]:
        return None
    return Function(name, letter, body)


def marked(text: str, function: Function) -> tuple[str, set[str]]:
    r"""Return the words with a mark for each place that has the formula again, and the names that it has there.

    Args:
        text: the words.
        function: what is printed.

    >>> marked("If g(u) = exp(u), integrate it.", Function("g", "u", "e^{u}"))
    ('If §, integrate it.', {'g'})
    """
    names: set[str] = set()
    at = 0
    while found := _START.search(text, at):
        at = found.end()
        argument = found["letter"]
        for end in _ends(text, found):
            said = text[found.end() : end].strip(" $")
            if argument in {None, function.letter} and _is_again(said, function):
                names |= {found["name"] or ""} - {""}
                closed = re.match(r"\s*\$+", text[end:]) if found[0].startswith("$") else None
                rest = text[end + (closed.end() if closed else 0) :]
                at = found.start() + 1
                text = f"{text[: found.start()]}{MARK}{' ' if rest[:1].isalnum() else ''}{rest}"
                break
    if MARK not in text and len(function.body) > SHORTEST:
        for start, end in occurrences(text, {canonical(function.body)}):
            return f"{text[:start]}{MARK}{text[end:]}", names
    return text, names


def _ends(text: str, found: re.Match[str]) -> Iterator[int]:
    """Yield the places at which a formula could end, the longest first."""
    stop = re.search(r"\$|(?<!\d)[?!]|[.,;:](?=\s|$)(?!\s*[-+*/^])", text[found.end() :])
    last = found.end() + (stop.start() if stop else len(text) - found.end())
    ends = [one.start() for one in _END.finditer(text, found.end(), last)]
    yield from sorted({last, *ends} - {found.end()}, reverse=True)


def _is_again(said: str, function: Function) -> bool:
    """Return whether a text is the printed formula in any way to read it."""
    if not said or len(said) > 2 * len(function.body) + 40:
        return False
    if canonical(said) == canonical(function.body):
        return True
    digits = set(re.findall(r"\d", said))
    if digits != set(re.findall(r"\d", function.body)):
        return False
    printed = list(_trees(function.body, function.letter))[:1]
    again = re.sub(r"\bAbs\(", "abs(", _FRACTION.sub(r"(\1)*", said))
    return any(is_same(one, other) for one in printed for other in _trees(again, function.letter))


def _trees(text: str, letter: str) -> Iterator[Node]:
    """Yield the trees of a formula, the usual one first."""
    choices = Choices({})
    with suppress(NotRead, ValueError):
        read = parse_statement(text, [letter], choices)
        if isinstance(read.expression, Node) and not (read.operations or read.points or read.ranges or read.function):
            yield _with_powers(read.expression)
            yield from _further(text, letter, choices.met)


def _further(text: str, letter: str, met: dict[str, tuple[str, ...]]) -> Iterator[Node]:
    for picked in [*product(*met.values())][1:MAX_WAYS]:
        with suppress(NotRead, ValueError):
            read = parse_statement(text, [letter], Choices(dict(zip(met, picked, strict=True))))
            if isinstance(read.expression, Node):
                yield _with_powers(read.expression)


def _with_powers(node: Node) -> Node:
    """Return a tree with e^x for exp(x)."""
    args = tuple(map(_with_powers, node.args))
    if node.head == "exp" and len(args) == 1:
        return power(constant("e"), args[0])
    return Node(node.head, args, node.value) if args else node
