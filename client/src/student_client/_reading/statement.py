"""A problem as read: the printed expression, the asked operations, and the choices of the reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .formulas.tree import Node, Printed

Tool: TypeAlias = Literal[
    "integrate",
    "differentiate",
    "solve",
    "simplify",
    "expand",
    "factor",
    "limit",
    "substitute",
    "solve_inequality",
    "solve_system",
    "sum",
    "product",
    "taylor",
    "rewrite",
    "collect",
    "classify",
    "implicit",
    "numeric",
    "inverse",
    "dsolve",
    "laplace",
    "inverse_laplace",
    "matrix",
    "determinant",
    "eigenvalues",
    "row_reduce",
    "rank",
    "basis",
    "eigenvectors",
]


class NotRead(ValueError):
    """A problem's words or notation are not understood, or could mean several things; the line of text says which."""


@dataclass(frozen=True)
class Range:
    """Numbers between two ends, each of which may be infinite.

    Args:
        low: the lower end.
        high: the upper end.
        closed: which ends belong to it.
        vague: True if the words do not say whether the ends belong to it: "between 0 and 1".
    """

    low: Node
    high: Node
    closed: tuple[bool, bool]
    vague: bool = False

    def __str__(self) -> str:
        return f"{'(['[self.closed[0]]}{self.low}, {self.high}{')]'[self.closed[1]]}"


@dataclass(frozen=True)
class Shape:
    r"""The form in which an answer is asked, such as ``a + b\sqrt{3}``.

    Args:
        text: as it is printed.
        template: the same, read.
        parameters: the letters in it that stand for numbers.
        complex_numbers: True for ``a + bi``, which has no template.
        either: True if the form has a sign of plus or minus.
    """

    text: str
    template: Node
    parameters: tuple[str, ...]
    complex_numbers: bool = False
    either: bool = False


@dataclass(frozen=True)
class Operation:
    """One operation.

    Args:
        tool: the tool for it.
        variable: the variable it is done in; None if it needs none, or if none is named yet.
        point: the place of a limit or a substitution.
        bounds: the two ends of a definite integral.
        side: "+" or "-" for a limit from one side.
        word: the person's word for it, if that matters: "critical" points include those at which the derivative
            does not exist, "stationary" ones are not; "primes" are a whole number's prime factors; a "domain" is
            the set on which the expression has a value.
        real: True if only real solutions are asked.
        within: the range in which solutions are asked.
        names: the unknowns of a system; the letter of a transform.
        degree: the highest power of a Taylor polynomial.
        terms: the number of its terms that are asked and are not zero.
        value: the given value of the expression at the point, as in "at the point (1, 2)".
        shape: the form in which the answer is asked.
    """

    tool: Tool
    variable: str | None = None
    point: Node | None = None
    bounds: tuple[Node, Node] | None = None
    side: str | None = None
    word: str | None = None
    real: bool = False
    within: Range | None = None
    names: tuple[str, ...] = ()
    degree: int | None = None
    terms: int | None = None
    value: Node | None = None
    shape: Shape | None = None


@dataclass(frozen=True)
class Statement:
    r"""A problem's expression without the notation around it.

    Args:
        expression: the expression or equation.
        operations: the operations of the notation, the innermost first.
        function: the name in ``f(x) = …`` or ``y = …``, or None.
        argument: the variable in ``f(x) = …``, or None.
        points: ``x = 2`` after a comma, as substitutions.
        total: True if a derivative is written with d, not with \partial.
        ranges: ``0 < x < 2`` after a comma: a letter, and the numbers that it is among.
    """

    expression: Printed
    operations: tuple[Operation, ...] = ()
    function: str | None = None
    argument: str | None = None
    points: tuple[Operation, ...] = ()
    total: bool = False
    ranges: tuple[tuple[str, Range], ...] = ()


Question: TypeAlias = tuple[Operation, ...]
"""One question: operations that are applied one after the other, the innermost first."""


class Choices:
    """The options to pick if the notation or the words can be read in several ways.

    Args:
        picked: the option for each topic; a topic without one gets the first.

    >>> choices = Choices({"log": "10"})
    >>> choices.pick("log", ("e", "10")), choices.met
    ('10', {'log': ('e', '10')})
    """

    def __init__(self, picked: Mapping[str, str]) -> None:
        self.picked = picked
        self.met: dict[str, tuple[str, ...]] = {}

    def pick(self, topic: str, options: tuple[str, ...]) -> str:
        """Return the option for a topic, and record that it was met."""
        self.met[topic] = options
        return self.picked.get(topic, options[0])
