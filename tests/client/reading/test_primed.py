# ruff: noqa: E501 - inputs side by side
"""A printed derivative such as f'(x) = x^2: what is done with its right side, and nothing about f itself."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

PRIMED = "f'(x) = x^2 + x"


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("Find the antiderivative", PRIMED, "the integral in x of x^2 + x"),
        ("Simplify and finally plug in x = 2", PRIMED, "x^2 + x, simplified at x = 2"),
        ("factor completely", PRIMED, "x^2 + x, factored"),
        ("expand, then compute the derivative", r"P'\left(x\right) = x(x+1)",
         "the derivative in x of x*(x + 1), expanded"),
        ("Differentiate", "g''(x) = x^2", "the derivative in x of x^2"),
        ("Find f(x) if f(0) = 1.", "f'(x) = 2x", "f as a function of x, with f' = 2*x, f(0) = 1"),
    ],
)  # fmt: skip
def test_primed_is_read(objective: str, expression: str, read: str) -> None:
    assert str(readings(Problem(objective, expression, ["x"]))[0]) == read


@pytest.mark.parametrize(
    "objective",
    [
        "Find the derivative", "Find f(2)", "find f''(x)", "Find the critical points", "Find the zeros", "Find y at x = 2",
        "Find the antiderivative of f", "Find the antiderivative of the function", "Find the second derivative",
        "Find the slope at x = 2", "Where is f increasing?", "Find the value of the function at x = 2", "find y'",
        "Simplify the derivative", "Find the domain of the function", "Find the average value on [0, 2]", "roots of y",
    ],
)  # fmt: skip
def test_function_itself_is_refused(objective: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, PRIMED, ["x"]))


def test_other_variables_are_refused() -> None:
    with pytest.raises(NotRead):
        readings(Problem("Simplify", PRIMED, ["t"]))


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("Find f'(x)", "u = x^2", "the derivative in x of x^2"), ("roots of f", "Q = x^2 - 4", "all solutions in x of x^2 - 4 = 0"),
        ("Find f(2)", "V = x^3", "x^3 at x = 2"), ("Show me the factors of f", "Q = 45x^5 + 30x^4", "45*x^5 + 30*x^4, factored"),
    ],
)  # fmt: skip
def test_f_is_the_printed_quantity(objective: str, expression: str, read: str) -> None:
    assert str(readings(Problem(objective, expression, ["x"]))[0]) == read


@pytest.mark.parametrize(
    ("objective", "expression"),
    [("Find f'(x)", "g(x) = x^2"), ("Find f'(x)", "g = x^2"), ("Find g'(x)", "u = x^2"), ("Find f'(x)", "u = f x^2")],
)
def test_other_function_is_refused(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))
