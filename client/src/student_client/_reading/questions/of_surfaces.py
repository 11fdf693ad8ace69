"""Reads the question where a function of two letters is stationary: both of its partial derivatives are zero."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..formulas.derivative import NoRule, derivative
from ..formulas.notation import parse_statement
from ..formulas.tree import ZERO, Equation, Node, System
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked
from .sentence_parts import FIND

Reader: TypeAlias = Callable[[re.Match[str], str, Sequence[str], Choices], Asked | None]


def stationary(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the system of both partial derivatives; None for a function of one letter."""
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if isinstance(printed, Equation) and printed.left.name not in {None, *printed.right.names()}:
        printed = printed.right
    if not isinstance(printed, Node) or read.operations or read.points or read.ranges or len(printed.names()) != 2:
        return None
    names = tuple(name for name in variables if name in printed.names())
    if len(names) != 2 or (found["letters"] and set(re.findall("[a-z]", found["letters"])) != set(names)):
        raise NotRead("the letters of the function are not clear")
    try:
        zeros = tuple(Equation(derivative(printed, name), ZERO) for name in names)
    except NoRule:
        raise NotRead("the derivatives of the function are not known") from None
    return Statement(System(zeros)), ((Operation("solve_system", names=names, real=True),),)


_OF = (
    r"(?: (?:of|for|on) (?:the )?(?:(?:graph|surface|function)(?: of)? ?)?(?:the (?:function|surface)"
    r" )?(?:[fgzh](?![a-z]))?"
    r" ?(?P<letters>\([a-z], ?[a-z]\))?)?"
)
_ZERO = r"(?:are|equal|vanish|is|=)?(?: both| simultaneously| equal to)* ?(?:zero|0)?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{FIND} (?:(?:all|any|both|each|the|coordinates|real|of) )*(?:critical|stationary) points?{_OF}", stationary),
    (
        rf"{FIND} (?:(?:all|any|the|real) )*points?{_OF} (?:where|at which|for which) (?:both |the |of |its"
        rf" )*(?:first )?"
        rf"(?:partial derivatives|partials) {_ZERO}",
        stationary,
    ),
    (
        r"(?:where|at (?:what|which) points?) (?:are|do) (?:both |the |of |its )*(?:first )?(?:partial derivatives"
        rf"|partials){_OF} {_ZERO}",
        stationary,
    ),
)
SURFACES = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
