"""Textbooks' words for the tools after the original eight."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

WHETHER = "Determine whether the {} converges or diverges. If it converges, find its {}."


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "tool"),
    [
        (WHETHER.format("integral", "value"), r"\int_2^\infty \frac{1}{x^3}\,dx", "x", "integrate"),
        (WHETHER.format("series", "sum"), r"\sum_{n=1}^\infty \frac{1}{3^n}", "n", "sum"),
        ("Find the sum of the telescoping series", r"\sum_{n=2}^\infty \frac{1}{n^2-1}", "n", "sum"),
        ("Condense into a single logarithm", r"3\ln x - \ln 4", "x", "simplify"),
        ("Write the complex number in standard form", "(2-3i)^2", "z", "rewrite"),
        ("Write in terms of sine and cosine only", r"\tan x", "x", "rewrite"),
        ("Solve the double inequality", "-1 < 2x \\le 4", "x", "solve_inequality"),
        ("Solve the separable equation", r"\frac{dy}{dx} = \frac{x}{y}, y(0) = 2", "xy", "dsolve"),
        ("Solve the first-order linear differential equation", "y' - y = 3", "xy", "dsolve"),
    ],
)
def test_readings_know_the_words(objective: str, expression: str, variables: str, tool: str) -> None:
    (reading,) = readings(Problem(objective, expression, [*variables]))
    assert [step.tool for question in reading.questions for step in question] == [tool]


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Determine whether the integral converges or diverges", "x^2", "x"),
        ("Determine whether the series converges or diverges", r"\frac{1}{n^2}", "n"),
    ],
)
def test_readings_refuse_other_words(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, [*variables]))
