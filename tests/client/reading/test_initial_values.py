"""The values of a differential equation that are in the words."""

from __future__ import annotations

import pytest
from student_client._reading.questions.initial_values import ASKED, with_values
from student_client._reading.statement import NotRead

FIRST = r"\frac{dy}{dx} = 2y"
SECOND = "y'' - 3y' + 2y = 0"


@pytest.mark.parametrize(
    ("objective", "expression", "values"),
    [
        ("Solve the initial value problem y'' - 3y' + 2y = 0, y(0) = 1, y'(0) = 0.", SECOND, ", y(0) = 1, y'(0) = 0"),
        ("Use an integrating factor to solve the equation given that y = 3 when x = 0.", FIRST, ", y(0) = 3"),
        ("Find y in terms of x given that $y = 1$ and $\\frac{dy}{dx} = 2$ when $x = 0$.", SECOND,
         ", y(0) = 1, y'(0) = 2"),
        ("The gradient of a curve at (x, y) is given below. Find the equation of the curve through (1, 4).", FIRST,
         ", y(1) = 4"),
        ("The value y of a body at time x is given below. Given that y = 3 when x = 0, find y in terms of x.", FIRST,
         ", y(0) = 3"),
        ("Solve the DE: find y(x). Initial condition: y(0) = 4.", FIRST, ", y(0) = 4"),
        ("When x = 0, y = 3. Solve the equation.", FIRST, ", y(0) = 3"),
        ("solve by undetermined coefficients, general solution wanted", SECOND, ""),
    ],
)  # fmt: skip
def test_with_values_moves_them(objective: str, expression: str, values: str) -> None:
    assert with_values(objective, expression, ["x", "y"]) == (ASKED, expression + values)


@pytest.mark.parametrize(
    "objective",
    [
        "Find y(1) given that y(0) = 3",
        "Find the positive solution with y(0) = 1.",
        "Find the time at which y = 3 given that y(0) = 1.",
        "Solve given that y(0) = 1 or y(0) = 3",
        "Solve given that y is not 3 when x = 0",
        "Find the solution with 2y(0) = 3",
        "Find the solution with y(0) = 3 + k",
        "Find the complementary function of the equation.",
    ],
)
def test_with_values_leaves_other_questions(objective: str) -> None:
    try:
        made = with_values(objective, FIRST, ["x", "y"])
    except NotRead:
        return
    assert made == (objective, FIRST)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the general solution given that y(0) = 1.", FIRST),
        ("Find the particular solution.", FIRST),
        ("Find the general solution. Find the particular solution with y(0) = 1.", FIRST),
        ("Solve the initial value problem with y(0) = 2.", FIRST + ", y(0) = 1"),
    ],
)
def test_with_values_refuses_contradictions(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        with_values(objective, expression, ["x", "y"])
