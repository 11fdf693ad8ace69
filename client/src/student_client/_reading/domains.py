"""Finds the numbers that a problem is about, what must have a value in it, and whether y depends on its variable."""

from __future__ import annotations

import re

from .._problem import Problem
from .formulas.tree import Node, call, symbol
from .statement import Choices, Question, Statement

_IMAGINARY = re.compile(
    r"\b(?:a ?\+ ?b ?i|rectangular form|conjugate of [wz]|complex (?:conjugate|numbers?))\b(?! system)|\\overline\b",
    re.IGNORECASE,
)
"""Words that say that i is the imaginary unit; those of the next pattern say so of a printed i."""
_COMPLEX = re.compile(r"\bcomplex (?:solutions|roots|zeros)\b|\b(?:modulus|argument)\b", re.IGNORECASE)
_UNIT = re.compile(r"(?<![A-Za-z\\])i(?=[a-z]?(?![A-Za-z]))")
_POSITIVE = re.compile(r"\b(?:variables|letters)\b[a-z ]{1,20}\bpositive\b", re.IGNORECASE)


def said_domain(problem: Problem) -> str:
    """Return "positive" or "complex" if the words say that the letters are positive, or numbers complex."""
    if _POSITIVE.search(problem.objective):
        return "positive"
    said = _COMPLEX.search(problem.objective) and _UNIT.search(problem.expression)
    imaginary = (said or _IMAGINARY.search(problem.objective)) and "i" not in problem.variables
    return "complex" if imaginary else ""


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
