"""Presents a reading to a person or a program, and says how to word a problem that is not understood."""

from __future__ import annotations

from itertools import groupby

from .._problem import Problem
from .._reading.formulas.notation import parse_statement
from .._reading.formulas.tree import Node
from .._reading.readings import Reading
from .._reading.statement import Choices, NotRead, Operation, Question
from .._verdict import Interpretation
from .known import is_known
from .rewriting import WORDS
from .word_checker import property_of

_WORDS = (
    "say it in other words, such as 'integrate', 'find the derivative', 'solve for x', 'factor', 'expand', 'simplify', "
    "'limit as x approaches 0' or 'evaluate at x = 2', or name an operation instead of an objective"
)
_NOTATION = r"write it as one expression or equation in LaTeX, such as \frac{x+1}{2x} or \sin(x) \cdot e^{-x} = 1"
_NAMES = {"substitute": "evaluate", "solve_inequality": "solve"}
"""A tool's name as a problem's operation, if it differs."""


def fix(problem: Problem, error: str) -> str:
    """Return how to word a problem that is not understood, as the end of the message."""
    if "Fix: " in error:
        return ""
    if "by assume" in error:
        return ". Fix: such as assume={'log': 10}"
    try:
        parse_statement(problem.expression, problem.variables, Choices(problem.assume))
    except NotRead:
        return f". Fix: {_NOTATION}"
    return f". Fix: {_WORDS}"


def interpretation(reading: Reading) -> Interpretation:
    """Return a reading as a person or a program sees it."""
    assumed = reading.assumed | reading.picked
    words = {step.word for question in reading.questions for step in question}
    domain = "complex" if "complex" in words else assumed.get("domain", "real")
    questions = tuple(tuple(_operations(question)) for question in reading.questions)
    printed = reading.statement.expression
    if isinstance(printed, Node) and is_known(reading):
        expression = ", ".join(str(part) for role in printed.args for part in role.args)
    else:
        expression = str(printed)
    return Interpretation(str(reading), expression, questions, domain, assumed)


def _operations(question: Question) -> list[dict[str, str]]:
    """Return a question's operations, with consecutive derivatives in the same variable as one with an order."""
    made = []
    for step, same in groupby(question):
        times = len(list(same))
        one = _operation(step)
        made += [one | {"order": str(times)}] if step.tool == "differentiate" and times > 1 else [one] * times
    return made


def _operation(step: Operation) -> dict[str, str]:
    low, high = (None, None) if step.bounds is None or step.tool == "classify" else step.bounds
    parts: dict[str, object] = {
        "operation": _NAMES.get(step.tool, step.tool),
        "variable": step.variable,
        "at": step.point,
        "side": step.side,
        "lower": low,
        "upper": high,
    }
    if step.tool == "numeric":
        parts["digits" if step.word == "digits" else "places"] = step.degree
    elif step.tool == "taylor":
        parts["degree"] = step.degree
    elif step.tool == "rewrite":
        parts["form"] = WORDS.get(step.word or "")
    elif step.tool == "classify":
        parts["property"] = property_of(step)
    elif step.tool == "basis":
        parts["space"] = f"{step.word} space"
    elif step.tool in {"laplace", "inverse_laplace"}:
        parts["to"] = step.names[0]
    elif step.tool == "implicit":
        parts["function"] = step.names[0]
    elif step.word in {"domain", "nullity"}:
        parts["operation"] = step.word
    return {name: str(part) for name, part in parts.items() if part is not None}
