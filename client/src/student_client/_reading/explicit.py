r"""Reads ``y = x^2`` as the definition of y: its derivative is that of x^2, and not one along an equation."""

from __future__ import annotations

from dataclasses import replace

from .formulas.tree import Equation
from .statement import NotRead, Operation, Question, Statement

_AFTER = frozenset({"differentiate", "simplify", "substitute", "numeric", "factor", "expand"})


def definition(statement: Statement, variables: tuple[str, ...]) -> Statement | None:
    r"""Return ``V = \pi r^2 h`` as the definition of V, for words that do not fit an equation."""
    printed = statement.expression
    if not isinstance(printed, Equation) or printed.left.name is None or statement.function:
        return None
    name = printed.left.name
    if name in printed.right.names() or not (
        set(variables) & printed.right.names() or printed.right.has("constant", "i")
    ):
        return None
    return replace(statement, expression=printed.right, function=name)


def explicit(
    statement: Statement, defined: Statement | None, asked: tuple[Question, ...]
) -> tuple[Statement, tuple[Question, ...]]:
    r"""Return "dy/dx" of ``y = x^2`` as the derivative of x^2; other questions remain as they are.

    Args:
        statement: what is printed.
        defined: the same as a definition, if it can be one.
        asked: the questions about it.

    Raises:
        NotRead: a derivative is asked at a value of y alone.
    """
    if any(_needs_abscissa(question, defined) for question in asked):
        raise NotRead("a derivative where only y is given needs x first")
    if defined is None or statement is defined or not asked:
        return statement, asked
    whole = tuple(_without_definition(question, defined) for question in asked)
    if not all(_along(question, defined.function) for question in whole):
        return statement, asked
    return defined, tuple((_differentiate(question[0]), *question[1:]) for question in whole)


def _needs_abscissa(question: Question, defined: Statement | None) -> bool:
    """Return whether a derivative along an equation is asked at a value of the unknown function alone."""
    first = question[0]
    places = {step.variable: step.point for step in question[1:] if step.tool == "substitute"}
    if first.tool != "implicit" or set(places) != set(first.names):
        return False
    return defined is None or places[first.names[0]] != defined.expression


def _along(question: Question, name: str | None) -> bool:
    """Return whether a question is a derivative of the named letter, and then of what has other letters only."""
    first, *rest = question
    return (
        first.tool == "implicit"
        and first.names == (name,)
        and all(step.tool in _AFTER and step.variable != name and step.value is None for step in rest)
    )


def _without_definition(question: Question, defined: Statement) -> Question:
    """Return a question without "when y = x^2", if that is what is printed."""
    name, value = defined.function, defined.expression
    return tuple(step for step in question if (step.tool, step.variable, step.point) != ("substitute", name, value))


def _differentiate(step: Operation) -> Operation:
    return replace(step, tool="differentiate", names=())
