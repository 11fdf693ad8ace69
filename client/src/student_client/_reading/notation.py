r"""Read a problem's expression: what it is of, what its notation asks, and where.

statement = ["\left."] [definition] body [points]        body: see ``calculus.py``
definition = name "(" variable {"," variable} ")" "=" | ("y" | "f" | "g" | "h") "="
points     = "|_{" point {"," point} "}" | ("," | "at" | "for" | "when" | "where") point {("," | "and") point}
point      = variable "=" sum
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from . import ambiguity
from .calculus import Calculus
from .lexer import tokenize, unwrap
from .spelling import POINT_WORDS
from .statement import Choices, NotRead, Operation, Statement
from .tree import Equation, Node


def parse_statement(text: str, variables: Sequence[str], choices: Choices | None = None) -> Statement:
    """Read a problem's expression.

    Args:
        text: the LaTeX, as the person typed it.
        variables: the problem's variables.
        choices: what to pick where the notation has several readings.

    Raises:
        NotRead: the text is outside the grammar or can be read in two ways.
    """
    reader = _Reader(tokenize(unwrap(text), variables), variables, choices or Choices({}))
    statement = reader.statement()
    reader.finish()
    ambiguity.check_finite(statement.expression)
    return statement


def parse_point(text: str, variables: Sequence[str], choices: Choices | None = None) -> Node:
    r"""Read the point of a limit or substitution, such as ``0``, ``\pi/2`` or ``-\infty``.

    Args:
        text: the point, as the person typed it.
        variables: the problem's variables.
        choices: what to pick where the notation has several readings.

    Raises:
        NotRead: the text is outside the grammar, is an equation, or calculates with infinity.
    """
    reader = _Reader(tokenize(unwrap(text), variables), variables, choices or Choices({}))
    point = reader.place()
    reader.finish()
    return point


class _Reader(Calculus):
    """The grammar's productions for a whole problem."""

    def statement(self) -> Statement:
        opened = self.accept("left.")
        function, argument = self.definition()
        opened = opened or self.accept("left.")
        read = replace(self.body(), function=function, argument=argument)
        if function and (isinstance(read.expression, Equation) or function in read.expression.names()):
            raise NotRead(f"{function} is on both sides, or there is a second '='")
        return replace(read, points=self.points(opened=opened))

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
        """Read the points behind an expression."""
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
        return self.substitutions()

    def substitutions(self) -> tuple[Operation, ...]:
        """Read ``x = 2, y = 3``."""
        found: dict[str, Operation] = {}
        more = True
        while more:
            if self.peek(1).text != "=":
                raise NotRead("what follows the expression is not a point such as x = 2")
            name = self.variable()
            self.expect("=")
            if name in found:
                raise NotRead(f"{name} has two values")
            found[name] = Operation("substitute", name, self.place())
            more = self.accept(",")
            if self.next[:2] == ("word", "and"):
                more = bool(self.take())
        return tuple(found.values())
