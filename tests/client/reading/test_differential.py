"""Differential equations, with conditions at a point."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.differential import parse_differential
from student_client._reading.statement import Choices, NotRead

SOLVE = "solve the differential equation"


@pytest.mark.parametrize(
    ("text", "variables", "read"),
    [
        ("y' = 2y", ["x", "y"], "y' = 2*y"),
        ("y'' + 4y' - y = 0", ["x", "y"], "y'' + 4*y' - y = 0"),
        (r"\frac{dy}{dt} = -2y, \quad y(0) = 5", ["t", "y"], "y' = -2*y, y(0) = 5"),
        (r"\frac{d^2y}{dx^2} + y = 0", ["x", "y"], "y'' + y = 0"),
        ("dy/dx = x y", ["x"], "y' = x*y"),
        ("y'(x) = y(x)", ["x"], "y' = y"),
        ("x^2y'' + 4xy' + 2y = 0", ["x", "y"], "x^2*y'' + 4*x*y' + 2*y = 0"),
        (r"y'' = y, y(0) = 1, y'(0) = \frac12", ["x", "y"], "y'' = y, y(0) = 1, y'(0) = 1/2"),
    ],
)
def test_parse(text: str, variables: list[str], read: str) -> None:
    statement = parse_differential(SOLVE, text, variables, Choices({}))
    assert statement
    assert str(statement.expression) == read


@pytest.mark.parametrize(("objective", "text"), [("solve", "y' = 2y"), (SOLVE, "x^2 = 2"), (SOLVE, "x^2 + y")])
def test_parse_leaves_others(objective: str, text: str) -> None:
    assert parse_differential(objective, text, ["x", "y"], Choices({})) is None


def test_parse_needs_promised_values() -> None:
    """The words promise them."""
    with pytest.raises(NotRead, match="no value"):
        parse_differential("solve the initial value problem", "y' = 2y", ["x", "y"], Choices({}))


@pytest.mark.parametrize("text", ["y' = 2y, x = 3", "y' = 2y, z(0) = 1", r"\frac{d^2y}{dx^3} = y"])
def test_parse_refuses(text: str) -> None:
    with pytest.raises(NotRead):
        parse_differential(SOLVE, text, ["x", "y"], Choices({}))
