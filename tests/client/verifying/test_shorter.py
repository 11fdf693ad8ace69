# ruff: noqa: E501 - inputs side by side
"""A shorter way to write a result is found if there is one, and is equal to it."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.shorter import shorter_form

SHORTER = [
    ("asin(x) + acos(x)", "pi/2"), ("(x-1)/(sqrt(x)-1)", "sqrt(x) + 1"), ("log(x**2) - log(x)", "log(x)"), ("(4**x-1)/(2**x-1)", "2**x + 1"),
    ("sqrt(3 + 2*sqrt(2))", "1 + sqrt(2)"), ("atan(1) + atan(2) + atan(3)", "pi"), ("cos(pi/7)*cos(2*pi/7)*cos(4*pi/7)", "-1/8"),
]  # fmt: skip


@pytest.mark.parametrize(("expression", "shorter"), SHORTER)
def test_shorter_form_is_found(expression: str, shorter: str) -> None:
    assert shorter_form(sympy.sympify(expression)) == sympy.sympify(shorter)


@pytest.mark.parametrize(
    "expression",
    [
        "x",
        "7",
        "pi/3",
        "sqrt(2)",
        "x**2 + 1",
        "sin(x)*cos(2*x)",
        "exp(x) + log(x)",
        "sqrt(x)/(x+1)",
        "sqrt(2) + sqrt(3)",
    ],
)
def test_shorter_form_is_none(expression: str) -> None:
    assert shorter_form(sympy.sympify(expression)) is None


def test_shorter_form_is_equal() -> None:
    assert shorter_form(sympy.sympify("log(x**2)/2")) is None, "log(x) has no value for x < 0"
