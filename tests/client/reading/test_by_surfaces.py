"""Questions about functions of several letters are understood: partial derivatives, critical points, regions."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._verifying import judge

U = r"u = x^2 t + t^3"
F = "f(x, y) = x^3 + xy^2"
Z = "z = x^2 y"
MEETING = "f(x, y) = x^2 + y^2 - 2x"
REGION = r"\iint_R xy \, dA"
BOX = r"\iiint_B xyz^2 \, dV"
POINTS = "all real solutions in x, y of 2*x - 2 = 0, 2*y = 0"


def read(objective: str, expression: str, variables: str = "xy") -> str:
    return str(readings(Problem(objective, expression, [*variables]))[0])


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "asked"),
    [
        (r"Find $\dfrac{\partial z}{\partial x}$.", Z, "xyz", "dz/dx along z - x^2*y = 0"),
        (r"If $u$ is the function defined below, find $\dfrac{\partial^2 u}{\partial x \, \partial t}$.", U, "uxt",
         "the derivative in x of the derivative in t of x^2*t + t^3"),
        ("For the function of two variables given, calculate the mixed second partial derivative $f_{xy}$.", F, "xy",
         "the derivative in y of the derivative in x of x^3 + x*y^2"),
        ("Find $u_{xx}$ and simplify it.", U, "xtu", "the derivative in x of the derivative in x of x^2*t + t^3"),
        (r"Evaluate $\dfrac{\partial^2 f}{\partial x^2} + f_{yy}$.", F, "xy", "2*x*3 + 2*x, simplified"),
        ("Locate all critical points of the function of two variables.", MEETING, "xy", POINTS),
        ("Find the values of $x$ and $y$ at which the function is stationary.", MEETING, "xy", POINTS),
        ("At what points does the surface have a horizontal tangent plane?", "z = x^2 + y^2 - 2x", "xyz", POINTS),
        ("Find an equation of the tangent plane at the point $(1, 2, 2)$, giving $z$ in terms of $x$ and $y$.", Z,
         "xyz", "1^2*2 + 2*1*2*(x - 1) + 1^2*(y - 2), simplified"),
        ("The variables $x$ and $y$ depend on $t$ through $x = t^2$ and $y = e^t$. Obtain $\\dfrac{dz}{dt}$ as a"
         " function of $t$.", Z, "xyzt", "the derivative in t of (t^2)^2*e^t"),
        ("Find the maximum rate of change of $f$ at the point $(1, 2)$.", MEETING, "xy",
         "the greatest rate of change of x^2 + y^2 - 2*x at (1, 2)"),
        ("Find the directional derivative of $f$ at $(1, 0)$ towards the point $(4, 4)$.", MEETING, "xy",
         "the derivative of x^2 + y^2 - 2*x at (1, 0) towards (4, 4)"),
        ("Evaluate the double integral over the region bounded by the lines $y = 0$, $x = 2$ and $y = x$.", REGION,
         "xy", "the integral of x*y over a region, curve y = 0, x = 2, y = x"),
        ("Evaluate the integral over the triangle with vertices $(0,0)$, $(2,0)$ and $(2,2)$.", REGION, "xy",
         "the integral of x*y over a region, triangle (0, 0, 2, 0, 2, 2)"),
        ("Evaluate the integral over the triangle with vertices $(0,0)$, $(2,1)$ and $(1,2)$.", REGION, "xy",
         "the integral of x*y over a region, triangle (0, 0, 2, 1, 1, 2)"),
        ("Evaluate, where $R$ is the region enclosed by $x = 0$, $y = 0$ and $x + y = 1$.",
         r"\iint_R x \, dx \, dy", "xy", "the integral of x over a region, curve x = 0, y = 0, x + y = 1"),
        (r"Evaluate, where $B$ is the box $B = \{(x,y,z) \mid 0 \le x \le 1, -1 \le y \le 2, 0 \le z \le 3\}$.", BOX,
         "xyz", "the integral of x*y*z^2 over a region, between 0 <= x <= 1, -1 <= y <= 2, 0 <= z <= 3"),
    ],
)  # fmt: skip
def test_by_surfaces(objective: str, expression: str, variables: str, asked: str) -> None:
    assert read(objective, expression, variables) == asked


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Classify the critical points of the function.", F),
        ("Find the saddle points of the function.", F),
        ("How many critical points does the function have?", F),
        ("Find the stationary value of the function.", F),
        ("Find the minimum rate of change of $f$ at the point $(1, 2)$.", F),
        ("In which direction does $f$ increase most rapidly at the point $(1, 2)$?", F),
        ("Show that $f_{xx} + f_{yy} = 0$.", F),
        ("Evaluate the integral over the region in the first quadrant bounded by $y = x^2$ and $y = 4$.", REGION),
        ("Find the area of the region bounded by the lines $y = 0$, $x = 2$ and $y = x$.", REGION),
        ("Evaluate the integral over the region bounded by $y = x^3$ and $y = x$.", REGION),
    ],
)
def test_by_surfaces_refuses(objective: str, expression: str) -> None:
    """Nothing is read, or what is read has no answer that is known."""
    assert not judge.read(Problem(objective, expression, ["x", "y"])).understood
