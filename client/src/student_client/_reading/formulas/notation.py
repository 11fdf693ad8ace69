r"""Reads a problem's expression: its subject, the operations of its notation, and their places.

statement = ["\left."] [definition] body [points]        body: see ``calculus.py``
definition = name "(" variable {"," variable} ")" "=" | ("y" | "f" | "g" | "h") "="
points     = "|_{" point {"," point} "}" | ("," | "at" | "for" | "when" | "where") (point {("," | "and") point} | range)
point      = variable "=" sum
range      = sum sign sum [sign sum] | variable "\in" ("[" | "(") sum "," sum ("]" | ")")
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..statement import Choices, NotRead, Operation, Range, Statement
from . import ambiguity
from .arithmetic import RELATIONS
from .calculus import Calculus
from .lexer import Token, tokenize, unwrap
from .parser import parse_latex
from .spelling import POINT_WORDS
from .tree import Equation, Inequality, Node, System, constant, neg

_FRAME = re.compile(
    r"\\(?:begin|end)\{(?:cases|array|aligned|align\*?|gathered|dcases)\}(?:\{[lcr|]*\})?|\\left\s*(?:\\\{|\.)"
    r"|\\right\s*(?:\.|$)"
)
"""The notation around a system's equations."""
_BETWEEN = re.compile(r"\\\\(?:\[[^\]]*\])?|\\[,;: ]|[,;]|\\text\s*\{\s*(?:and)?\s*\}|\band\b|\\q?quad")


def parse_statement(text: str, variables: Sequence[str], choices: Choices | None = None) -> Statement:
    """Read a problem's expression.

    Args:
        text: the LaTeX, as the person typed it.
        variables: the problem's variables.
        choices: the options to pick if the notation has several readings.

    Raises:
        NotRead: the text is outside the grammar or can be read in two ways.
    """
    reader = _Reader(tokenize(unwrap(text), variables), variables, choices or Choices({}))
    statement = reader.statement()
    reader.finish()
    ambiguity.check_finite(statement.expression)
    return statement


def parse_system(text: str, variables: Sequence[str], choices: Choices | None = None) -> Statement | None:
    r"""Read several equations: in ``\begin{cases}``, or with commas, line breaks or "and" between them.

    Returns:
        The statement; None when these are not two equations or more.

    Raises:
        NotRead: one of them is outside the grammar or can be read in two ways.
    """
    text = _FRAME.sub(" ", unwrap(text)).replace("&", " ")
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) < 2 or any(part.count("=") != 1 for part in parts):
        return None
    read = [parse_latex(part, variables, choices) for part in parts]
    equations = tuple(made for made in read if isinstance(made, Equation))
    return Statement(System(equations)) if len(equations) == len(parts) else None


def parse_point(text: str, variables: Sequence[str], choices: Choices | None = None) -> Node:
    r"""Read the point of a limit or substitution, such as ``0``, ``\pi/2`` or ``-\infty``.

    Args:
        text: the point, as the person typed it.
        variables: the problem's variables.
        choices: the options to pick if the notation has several readings.

    Raises:
        NotRead: the text is outside the grammar, is an equation, or calculates with infinity.
    """
    reader = _Reader(tokenize(unwrap(text), variables), variables, choices or Choices({}))
    point = reader.place()
    reader.finish()
    return point


def range_of(condition: Inequality, variables: Sequence[str]) -> tuple[str, Range]:
    """Return the letter of a condition such as ``0 < x <= 2``, and its numbers.

    Raises:
        NotRead: no variable stands alone between numbers.
    """
    sides, signs = list(condition.sides), list(condition.signs)
    if not signs:
        raise NotRead("a condition that is not like 0 < x < 1 is not understood")
    if signs[0][0] == ">":
        sides, signs = sides[::-1], [sign.replace(">", "<") for sign in signs[::-1]]
    ends = [neg(constant("infinity")), *sides, constant("infinity")] if len(sides) == 2 else sides
    at = next((index for index, side in enumerate(ends) if side.name in variables and side.name), 0)
    if not 0 < at < len(ends) - 1 or len(sides) not in {2, 3} or (len(sides) == 3 and at != 1):
        raise NotRead("a condition that is not like 0 < x < 1 is not understood")
    low, high, name = ends[at - 1], ends[at + 1], str(ends[at].name)
    if low.names() or high.names():
        raise NotRead("a condition between letters is not understood")
    closed = tuple(sign == "<=" for sign in signs)
    if len(sides) == 2:
        closed = (False, closed[0]) if at == 1 else (closed[0], False)
    return name, Range(low, high, (closed[0], closed[1]))


class _Reader(Calculus):
    """The grammar's productions for a whole problem."""

    def __init__(self, tokens: Sequence[Token], variables: Sequence[str], choices: Choices) -> None:
        super().__init__(tokens, variables, choices)
        self.ranges: list[tuple[str, Range]] = []

    def statement(self) -> Statement:
        opened = self.accept("left.")
        function, argument = self.definition()
        opened = opened or self.accept("left.")
        read = replace(self.body(), function=function, argument=argument)
        if function and (not isinstance(read.expression, Node) or function in read.expression.names()):
            raise NotRead(f"{function} is on both sides, or there is a second '='")
        points = self.points(opened=opened)
        return replace(read, points=points, ranges=tuple(self.ranges))

    def definition(self) -> tuple[str | None, str | None]:
        name = self.next.text
        if self.next.kind != "letter" or name in self.variables:
            return None, None
        if name in {"y", "f", "g", "h"} and self.peek(1).text == "=":
            self.position += 2
            return name, None
        arguments = self.arguments()
        if not arguments:
            return None, None
        self.position += 1
        for _ in arguments:
            self.position += 1
            self.variable()
        self.position += 2
        return name, arguments[0] if len(arguments) == 1 else None

    def arguments(self) -> list[str]:
        """Return the names in ``f(x, y) =``, which comes next or does not."""
        if self.peek(1).text != "(":
            return []
        self.position += 1
        inside = self.tokens[self.position + 1 : self.closing()]
        after = self.tokens[self.position + len(inside) + 2 :][:1]
        self.position -= 1
        commas, names = inside[1::2], inside[::2]
        listed = len(inside) % 2 and all(token.text == "," for token in commas)
        named = all(token.kind in {"letter", "greek"} for token in names)
        return [token.text for token in names] if listed and named and after and after[0].text == "=" else []

    def points(self, *, opened: bool) -> tuple[Operation, ...]:
        """Read the points after an expression."""
        if self.accept("|_"):
            closing = self.closing()
            self.expect("{")
            with self.until(closing):
                found = self.substitutions()
            self.expect("}")
            return found
        if opened:
            raise NotRead("\\left. needs a bar with a point: \\right|_{x=2}")
        separated = self.accept(",")
        if self.next.kind == "word" and self.next.text in POINT_WORDS:
            self.take()
        elif not separated:
            return ()
        if any(token.text in RELATIONS | {"∈"} for token in self.tokens[self.position : self.stop]):
            self.ranges.append(self.range())
            return ()
        return self.substitutions()

    def range(self) -> tuple[str, Range]:
        r"""Read ``0 \le x < 2\pi``, ``x > 0`` or ``x \in [0, 1)``."""
        if self.peek(1).text == "∈":
            name = self.variable()
            self.take()
            opening = self.take().text
            low = self.place()
            self.expect(",")
            high = self.place()
            closing = self.take().text
            if opening not in {"[", "("} or closing not in {"]", ")"}:
                raise NotRead("after \\in, an interval such as [0, 1) is expected")
            return name, Range(low, high, (opening == "[", closing == "]"))
        return range_of(self.inequality(self.sum()), self.variables)

    def substitutions(self) -> tuple[Operation, ...]:
        """Read ``x = 2, y = 3``."""
        found: dict[str, Operation] = {}
        more = True
        while more:
            if self.peek(1).text != "=":
                raise NotRead("after the expression, a point such as x = 2 is expected")
            name = self.variable()
            self.expect("=")
            if name in found:
                raise NotRead(f"{name} has two values")
            found[name] = Operation("substitute", name, self.place())
            more = self.accept(",")
            if self.next[:2] == ("word", "and"):
                more = bool(self.take())
        return tuple(found.values())


def interval(text: str) -> tuple[Node, Node, tuple[bool, bool]]:
    """Read an interval such as ``[0, 2*pi)``: its ends, and whether each belongs to it.

    Raises:
        NotRead: an end is not a number.
    """
    low, high = text[1:-1].split(",")
    return parse_point(low, []), parse_point(high, []), (text[0] == "[", text[-1] == "]")
