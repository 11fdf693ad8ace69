"""Reads an objective, and shows its questions in short: a comma between steps, a semicolon between questions."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.objective import questions
from student_client._reading.statement import Choices, NotRead, Operation, Question

SHOWN = {"integrate": "int", "differentiate": "d", "substitute": "at", "limit": "lim"}
F = "f(x) = x^2 - 1"
XY = "x^2 y^3"


def shown(step: Operation) -> str:
    text = SHOWN.get(step.tool, step.tool)
    text += f" {step.variable}" if step.tool not in {"simplify", "expand", "factor"} else ""
    text += f" {step.point}" if step.point is not None else ""
    text += f" ({step.bounds[0]}, {step.bounds[1]})" if step.bounds else ""
    text += f" in {step.within}" if step.within else ""
    return text + (step.side or "") + (f" {step.word}" if step.word else "") + (" real" if step.real else "")


def asked(objective: str, expression: str, *variables: str, **picked: str) -> tuple[tuple[Question, ...], Choices]:
    names = variables or ("x",)
    choices = Choices(picked)
    return questions(objective, parse_statement(expression, names), names, choices), choices


def understood(objective: str, expression: str = "x^2 + 1", *variables: str, **picked: str) -> str:
    read, _ = asked(objective, expression, *variables, **picked)
    return "; ".join(", ".join(map(shown, question)) for question in read)


def refusal(objective: str, expression: str = "x^2 + 1", *variables: str) -> str:
    with pytest.raises(NotRead) as refused:
        asked(objective, expression, *variables)
    return str(refused.value)
