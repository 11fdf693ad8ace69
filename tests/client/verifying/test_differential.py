# ruff: noqa: E501 - one case beside another
"""Differential equations: the solution fits, and none is missing."""

from __future__ import annotations

import pytest
from student_client import SymbolicVerifier
from student_client._reading.formulas.differential import parse_differential
from student_client._reading.formulas.sympy_syntax import parse_expression
from student_client._reading.formulas.tree import Differential
from student_client._reading.statement import Choices
from student_client._verifying.convert import tree
from student_client._verifying.differential import solves_differential
from student_client._verifying.first_order import solves_as_equation

from ..plans import plan, problem
from .trees import word

JUDGED = [
    ("y' = 2y", "C1*exp(2*x)", "right"), ("y' = 2y", "exp(2*x)", "wrong"), ("y' = 2y", "C1*exp(2*x) + C2", "wrong"), ("y' = 2y", "C1*C2*exp(2*x)", "unknown"), ("y' = 2y", "C1**2*exp(2*x)", "unknown"), ("y' = 2y", "0*C1", "wrong"),
    ("y' + y = x", "C1*exp(-x) + x - 1", "right"), ("y' + y = x", "C1*exp(-x) + x", "wrong"), ("y'' + y = 0", "C1*sin(x) + C2*cos(x)", "right"), ("y'' + y = 0", "C1*sin(x) + C2*sin(x)", "unknown"), ("y'' + y = 0", "C1*sin(x)", "wrong"),
    ("y'' - 2y' + y = 0", "(C1 + C2*x)*exp(x)", "right"), ("y'' - 2y' + y = 0", "C1*exp(x) + C2*exp(x)", "unknown"), ("y' = y^2", "-1/(x + C1)", "unknown"), ("y' = y^2, y(0) = 1", "1/(1-x)", "right"),
    ("y' = 3y, y(0) = 2", "2*exp(3*x)", "right"), ("y' = 3y, y(0) = 2", "C1*exp(3*x)", "wrong"), ("y' = 3y, y(0) = 2", "3*exp(3*x)", "wrong"), ("y'' = y, y(0) = 1, y'(0) = 0", "cosh(x)", "right"), ("y'' = y, y(0) = 1", "cosh(x)", "unknown"),
    (r"y' = \sqrt[3]{y}, y(0) = 0", "0*x", "unknown"), (r"\frac{dy}{dx} = xy", "C1*exp(x**2/2)", "right"), ("y' = y", "y", "unknown"),
    ("y' = x", "x**2/2", "unknown"), ("y' = x", "x**2/2 + C1", "right"), ("y' = x", "x**2", "wrong"), ("y' = C_1 y", "C1*exp(C_1*x)", "unknown"), ("y' = C_1 y", "C2*exp(C_1*x)", "right"),
    ("y' = y^2", "-1/(x + C1**2)", "unknown"), ("y' = y^2", "1/(x + C1)", "wrong"), ("y y' = x", "sqrt(x**2 + C1)", "unknown"), ("y' = xy^2", "-2/(x**2 + C1)", "unknown"), ("xy' + y = x^2y^2", "1/(x*(C1 - x))", "unknown"), (r"y' = \frac{x^2}{y^2}", "(x**3 + C1)**(1/3)", "right"),
    ("y'' = 6x, y(0) = 1, y(1) = 2", "x**3 + 1", "right"), ("y'' = 6x, y(0) = 1, y(1) = 2", "x**3 + x + 1", "wrong"), ("y'' = 6x, y'(0) = 0, y'(1) = 3", "x**3", "unknown"), ("y'' = y, y(0) = 0, y(1) = 0", "0*x", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "found"), JUDGED)
def test_solves_differential(printed: str, made: str, found: str) -> None:
    statement = parse_differential("solve the differential equation", printed, ["x", "y", "C_1"], Choices({}))
    assert statement
    assert isinstance(statement.expression, Differential)
    finding = solves_differential(statement.expression, tree(parse_expression(made)), ["x", "y", "C_1"])
    assert word(finding) == found, finding


EQUATIONS = [
    ("y y' = x", "Eq(y**2, x**2 + C)", "right"), ("y y' = x", "Eq(y**2/2 + C, x**2/2)", "right"), ("y y' = x", "Eq(y**2, 2*x**2 + C)", "wrong"), ("y y' = x", "Eq(y**2, x**2)", "wrong"), ("y y' = x", "Eq(x, C)", "wrong"), ("y y' = x", "Eq(y**2, x**2 + C**2)", "unknown"),
    ("y y' = x, y(0) = 2", "Eq(y**2, x**2 + 4)", "right"), ("y y' = x, y(0) = 2", "Eq(y**2, x**2 + C)", "wrong"), ("y y' = x, y(0) = 2", "Eq(y**2, x**2 + 1)", "unknown"), ("y'' = x", "Eq(y, x**3/6 + C)", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "found"), EQUATIONS)
def test_solves_as_equation(printed: str, made: str, found: str) -> None:
    statement = parse_differential("solve the differential equation", printed, ["x", "y"], Choices({}))
    assert statement
    assert isinstance(statement.expression, Differential)
    finding = solves_as_equation(statement.expression, parse_expression(made))
    assert word(finding) == found, finding


def test_integral_with_a_value_is_work() -> None:
    """A plan may integrate the right side and fit the constant; one that only states the function does nothing."""
    asked = problem("Given that f(1) = 5, find f(x).", "f'(x) = 3x^2 - 4x + 1")
    integral = "integrate | 3*x**2 - 4*x + 1 | x"
    with SymbolicVerifier() as verify:
        assert verify(asked, plan(integral, "substitute | R1 | x | 1", "expand | R1 - R2 + 5")).status == "accepted"
        assert verify(asked, plan(integral, "simplify | R1 + 4")).status == "rejected"
        assert verify(asked, plan(integral, "expand | x**3 - 2*x**2 + x + 5")).status == "undecided"
        assert verify(asked, plan("expand | x**3 - 2*x**2 + x + 5")).status == "rejected"


def test_transform_and_back_is_work() -> None:
    """A plan may solve the transformed equation and transform back, but not only transform back its own answer."""
    asked = problem("Use the Laplace transform to solve it.", r"y'' + y = \sin 2t,\quad y(0)=2,\ y'(0)=1", "t", "y")
    there = "laplace | sin(2*t) | t | s", "solve | Eq(s**2*Y - 2*s - 1 + Y, R1) | Y"
    back = "inverse_laplace | (2*s + 1 + {})/(s**2 + 1) | s | t"
    with SymbolicVerifier() as verify:
        assert verify(asked, plan(*there, back.format("R1"))).status == "accepted"
        assert verify(asked, plan(*there, back.format("2*R1"))).status == "rejected"
        assert verify(asked, plan(back.format("2/(s**2 + 4)"))).status == "rejected"
