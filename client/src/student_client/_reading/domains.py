"""Finds what must have a value in a problem, and whether its y depends on its variable."""

from __future__ import annotations

from .formulas.tree import Node, call, symbol
from .statement import Choices, Question, Statement


def domain(statement: Statement, chosen: dict[str, str]) -> tuple[Node, ...]:
    """Return the expressions that must have a value: each letter's logarithm if all letters are assumed positive."""
    if chosen.get("domain") != "positive":
        return ()
    return tuple(call("log", symbol(name)) for name in sorted(statement.expression.names()))


def dependence(statement: Statement, asked: tuple[Question, ...], variables: tuple[str, ...], choices: Choices) -> None:
    """Ask whether y depends on the variable if it could: it is not declared, or the derivative is written with d."""
    derived = {step.variable for question in asked for step in question if step.tool == "differentiate"}
    undeclared = "y" not in variables or statement.total
    if derived - {"y"} and "y" in statement.expression.names() and undeclared:
        choices.pick("y", ("constant", "function"))
