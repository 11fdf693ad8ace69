"""What a problem says, read: the printed expression, the operations asked, and the choices of reading it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .tree import Equation, Node

Tool: TypeAlias = Literal["integrate", "differentiate", "solve", "simplify", "expand", "factor", "limit", "substitute"]


class NotRead(ValueError):
    """A problem's words or notation are not understood, or could mean several things; its one line says which."""


@dataclass(frozen=True)
class Operation:
    """One thing to do.

    Args:
        tool: the tool that does it.
        variable: the variable it is done in; None if it needs none, or if nobody named one yet.
        point: the place of a limit or a substitution.
        bounds: the two ends of a definite integral.
        side: "+" or "-" for a limit from one side.
        word: what the person called it, if that matters: "critical" points are also where the derivative
            does not exist, "stationary" ones are not; "primes" are a whole number's prime factors.
        real: True if only real solutions are asked.
    """

    tool: Tool
    variable: str | None = None
    point: Node | None = None
    bounds: tuple[Node, Node] | None = None
    side: str | None = None
    word: str | None = None
    real: bool = False


@dataclass(frozen=True)
class Statement:
    r"""A problem's expression with its notation taken off.

    Args:
        expression: the expression or equation.
        operations: what the notation asks, the innermost first.
        function: the name in ``f(x) = …`` or ``y = …``, or None.
        argument: the variable in ``f(x) = …``, or None.
        points: ``x = 2`` after a comma, as substitutions.
        total: True if a derivative is written with d, not with \partial.
    """

    expression: Node | Equation
    operations: tuple[Operation, ...] = ()
    function: str | None = None
    argument: str | None = None
    points: tuple[Operation, ...] = ()
    total: bool = False


Question: TypeAlias = tuple[Operation, ...]
"""One thing to answer: operations to be done one after the other, the innermost first."""


class Choices:
    """What is picked wherever the notation or the words can be read in several ways.

    Args:
        picked: the option for each topic; the first one is taken for a topic that is not there.

    >>> choices = Choices({"log": "10"})
    >>> choices.pick("log", ("e", "10")), choices.met
    ('10', {'log': ('e', '10')})
    """

    def __init__(self, picked: Mapping[str, str]) -> None:
        self.picked = picked
        self.met: dict[str, tuple[str, ...]] = {}

    def pick(self, topic: str, options: tuple[str, ...]) -> str:
        """Return the option for a topic, and remember that it was met."""
        self.met[topic] = options
        return self.picked.get(topic, options[0])
