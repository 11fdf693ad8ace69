"""An expression as it is printed: a tree that is never simplified, so that its domain remains visible."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

_FUNCTION_WORDS = (
    "sin cos tan sec csc cot asin acos atan asec acsc acot sinh cosh tanh sech csch coth asinh acosh atanh "
    "exp log abs sign floor factorial binomial gcd lcm"
)
FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
"""Functions that a problem or a plan may write; ``log`` has one argument (natural) or two (argument, base)."""


@dataclass(frozen=True)
class Node:
    r"""One part of an expression.

    Args:
        head: "number", "symbol", "constant" (pi, e, i, infinity), "add", "mul" (any number of arguments), "neg",
            "div", "pow", "root" (radicand, degree), or a function's name of :data:`FUNCTIONS` or of the
            verifier's own.
        args: the parts.
        value: a number's exact value, or a symbol's or constant's name.

    >>> str(Node("div", (power(symbol("x"), number(2)), symbol("x"))))
    'x^2/x'
    """

    head: str
    args: tuple[Node, ...] = ()
    value: Fraction | str | None = None

    def __str__(self) -> str:
        return text(self)

    @property
    def name(self) -> str | None:
        """A symbol's name; None for all else."""
        return str(self.value) if self.head == "symbol" else None

    @property
    def rows(self) -> int:
        """How many rows a matrix has."""
        return int(self.value or 0)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, from the top."""
        yield self
        for part in self.args:
            yield from part.walk()

    def names(self) -> frozenset[str]:
        """Return the names of the symbols."""
        return frozenset(str(node.value) for node in self.walk() if node.head == "symbol")

    def has(self, head: str, value: str | None = None) -> bool:
        """Return whether a node of that head (and value) is anywhere in the tree."""
        return any(node.head == head and value in {None, node.value} for node in self.walk())

    def put(self, values: Mapping[str, Node]) -> Node:
        """Return the tree with nodes in the place of symbols."""
        if self.head == "symbol":
            return values.get(str(self.value), self)
        return Node(self.head, tuple(part.put(values) for part in self.args), self.value) if self.args else self


@dataclass(frozen=True)
class Equation:
    """An equation as it is printed."""

    left: Node
    right: Node

    def __str__(self) -> str:
        return f"{self.left} = {self.right}"

    def names(self) -> frozenset[str]:
        """Return the names of the symbols on both sides."""
        return self.left.names() | self.right.names()

    def put(self, values: Mapping[str, Node]) -> Equation:
        """Return the equation with nodes in the place of symbols."""
        return Equation(self.left.put(values), self.right.put(values))


@dataclass(frozen=True)
class Inequality:
    """An inequality as it is printed, or a chain of them such as ``1 < 2x <= 4``.

    Args:
        sides: the expressions between the signs.
        signs: "<", "<=", ">", ">=", one fewer than sides.
    """

    sides: tuple[Node, ...]
    signs: tuple[str, ...]

    def __str__(self) -> str:
        return str(self.sides[0]) + "".join(
            f" {sign} {side}" for sign, side in zip(self.signs, self.sides[1:], strict=True)
        )

    def names(self) -> frozenset[str]:
        """Return the names of the symbols on all sides."""
        return frozenset().union(*(side.names() for side in self.sides))

    def put(self, values: Mapping[str, Node]) -> Inequality:
        """Return the inequality with nodes in the place of symbols."""
        return Inequality(tuple(side.put(values) for side in self.sides), self.signs)


@dataclass(frozen=True)
class System:
    """Equations that hold together."""

    equations: tuple[Equation, ...]

    def __str__(self) -> str:
        return ", ".join(map(str, self.equations))

    def names(self) -> frozenset[str]:
        """Return the names of the symbols in all equations."""
        return frozenset().union(*(equation.names() for equation in self.equations))

    def put(self, values: Mapping[str, Node]) -> System:
        """Return the system with nodes in the place of symbols."""
        return System(tuple(equation.put(values) for equation in self.equations))


@dataclass(frozen=True)
class Differential:
    """A differential equation.

    Args:
        equation: with the derivatives as symbols, such as ``y''``.
        function: the unknown function's letter.
        variable: the letter that it depends on.
        order: the highest derivative's.
        conditions: the order of a derivative, a place, and its value there.
    """

    equation: Equation
    function: str
    variable: str
    order: int
    conditions: tuple[tuple[int, Node, Node], ...] = ()

    def __str__(self) -> str:
        known = [f"{self.function}{order * chr(39)}({at}) = {value}" for order, at, value in self.conditions]
        return ", ".join([str(self.equation), *known])

    def names(self) -> frozenset[str]:
        """Return the names of the symbols, derivatives and the variable among them."""
        return self.equation.names() | {self.variable}

    def put(self, values: Mapping[str, Node]) -> Differential:
        """Return the same with nodes in the place of symbols of the equation."""
        return Differential(self.equation.put(values), self.function, self.variable, self.order, self.conditions)


Printed: TypeAlias = Node | Equation | Inequality | System | Differential
"""The kinds of a problem's expression."""


def number(value: int | Fraction) -> Node:
    """Return an exact number."""
    return Node("number", value=Fraction(value))


def symbol(name: str) -> Node:
    """Return a variable or another letter."""
    return Node("symbol", value=name)


def constant(name: str) -> Node:
    """Return "pi", "e", "i" (the imaginary unit) or "infinity"."""
    return Node("constant", value=name)


ZERO, ONE, TWO = number(0), number(1), number(2)


def matrix(rows: int, entries: tuple[Node, ...]) -> Node:
    """Return a matrix with so many rows; its entries row by row."""
    return Node("matrix", entries, Fraction(rows))


def add(*parts: Node) -> Node:
    """Return a sum, as written."""
    return parts[0] if len(parts) == 1 else Node("add", parts)


def mul(*parts: Node) -> Node:
    """Return a product, as written."""
    return parts[0] if len(parts) == 1 else Node("mul", parts)


def neg(part: Node) -> Node:
    """Return ``-part``."""
    return Node("neg", (part,))


def div(numerator: Node, denominator: Node) -> Node:
    """Return a fraction, as written."""
    return Node("div", (numerator, denominator))


def power(base: Node, exponent: Node) -> Node:
    """Return a power, as written."""
    return Node("pow", (base, exponent))


def root(radicand: Node, degree: Node = TWO) -> Node:
    """Return a root: the real one for an odd degree."""
    return Node("root", (radicand, degree))


def call(function: str, *arguments: Node) -> Node:
    """Return a function's value."""
    return Node(function, arguments)


_LEVELS = {"add": 1, "neg": 1, "mul": 2, "div": 2, "pow": 3}
_WORDS = {"infinity": "oo", "i": "i", "e": "e", "pi": "pi"}


def text(node: Node, level: int = 0) -> str:
    """Write a tree as a person would type it, with the brackets that it needs."""
    own = _LEVELS.get(node.head, 4)
    if node.head == "number":
        value = Fraction(node.value or 0)
        own = 1 if value < 0 else 2 if value.denominator != 1 else 4
    written = _WRITERS.get(node.head, _call)(node)
    return f"({written})" if own < level else written


def _sum(node: Node) -> str:
    written = text(node.args[0], 1)
    for part in node.args[1:]:
        written += f" - {text(part.args[0], 2)}" if part.head == "neg" else f" + {text(part, 2)}"
    return written


def _root(node: Node) -> str:
    radicand, degree = node.args
    return f"sqrt({radicand})" if degree == TWO else f"root({radicand}, {degree})"


def _matrix(node: Node) -> str:
    width = len(node.args) // node.rows
    rows = [node.args[at : at + width] for at in range(0, len(node.args), width)]
    return "[" + ", ".join("[" + ", ".join(map(text, row)) + "]" for row in rows) + "]"


def _call(node: Node) -> str:
    return f"{node.head}({', '.join(text(part) for part in node.args)})"


_WRITERS: dict[str, Callable[[Node], str]] = {
    "number": lambda node: str(node.value),
    "symbol": lambda node: str(node.value),
    "constant": lambda node: _WORDS[str(node.value)],
    "add": _sum,
    "neg": lambda node: f"-{text(node.args[0], 2)}",
    "mul": lambda node: "*".join(text(part, 2 if index == 0 else 3) for index, part in enumerate(node.args)),
    "div": lambda node: f"{text(node.args[0], 2)}/{text(node.args[1], 3)}",
    "pow": lambda node: f"{text(node.args[0], 4)}^{text(node.args[1], 4)}",
    "root": _root,
    "matrix": _matrix,
}
