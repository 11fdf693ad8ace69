"""Volumes, distances, bounds of integrals, functions in pieces, and angles in degrees."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

PIECES = r"f(x) = \begin{cases} x^2 & \text{if } x < 2 \\ 6 - x & \text{if } x \ge 2 \end{cases}"
GAP = r"f(x) = \begin{cases} x^2 & x < 2 \\ 6 - x & x > 2 \end{cases}"
BOUND = r"\int_0^k 2x\,dx = 9"
TURNED = "The region under the curve from x = 0 to x = 2 is rotated through {} about the {}-axis. Find the volume."


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read"),
    [
        (TURNED.format("2π", "x"), "y = x", "x", "the integral in x of pi*x^2 from 0 to 2"),
        ("Find the total distance travelled in the first 3 seconds.", "v(t) = t^2", "t",
         "the integral in t of abs(t^2) from 0 to 3"),
        ("Find the positive constant k such that", BOUND, "x, k",
         "all real k at which the integral in x of 2*x from 0 to k = 9 with k in (0, oo)"),
        ("Find f(3).", PIECES, "x", "6 - x at x = 3"),
        ("Evaluate f(-1).", PIECES, "x", "x^2 at x = -1"),
        (r"Solve for $0^\circ \le x \le 360^\circ$.", r"2\sin x = 1", "x",
         "all solutions in x of 2*sin(x*(pi/180)) = 1 with x in [0, 360] (angle = every)"),
        ("Solve for 0° ≤ x < 180°, with x in degrees.", r"\sin(x + 30^\circ) = 1", "x",
         "all solutions in x of sin((x + 30)*(pi/180)) = 1 with x in [0, 180) (angle = every)"),
    ],
)  # fmt: skip
def test_readings_know_regions(objective: str, expression: str, variables: str, read: str) -> None:
    assert str(readings(Problem(objective, expression, variables.split(", ")))[0]) == read


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        (TURNED.format("180°", "x"), "y = x", "x"),
        (TURNED.format("2π", "y"), "y = x", "x"),
        ("Find the distance travelled in the last 3 seconds.", "v(t) = t^2", "t"),
        ("Find the displacement from t = 0 to t = 3.", "s(t) = t^2", "t"),
        ("Find f(2).", GAP, "x"),
        ("Find f'(1).", PIECES, "x"),
        ("Find the constant c such that", BOUND, "x, k"),
        ("Solve for 0° ≤ x ≤ 360°.", r"x\sin x = 1", "x"),
        ("Solve for 0° ≤ x ≤ 360°, giving your answers in radians.", r"2\sin x = 1", "x"),
    ],
)
def test_readings_refuse_other_regions(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, variables.split(", ")))
