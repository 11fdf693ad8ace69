# ruff: noqa: E501 - one question a line
"""Questions of university books that known formulas answer: each thing is read, and no thing made from it."""

from __future__ import annotations

import pytest
from student_client._reading.known.engine import known_formula

FIELD = r"\mathbf{F} = \langle x^2, y^2, z^2 \rangle"
MATRIX = r"A = \begin{bmatrix} 2 & 1 \\ 1 & 2 \end{bmatrix}"
HELIX = r"\mathbf{r}(t) = \langle 3\cos t, 3 \sin t, 4t \rangle"
MOTION = "s(t) = t^3 - 6t^2 + 9t"
DOUBLE = r"\iint_D x^2\,dA"
LINE = r"\int_C xy\,dx + (x - y)\,dy"
SLOPE = r"y' = y - x,\quad y(0) = 2"

READ = [
    ("Evaluate the divergence of F at the point (1, 2, 3).", FIELD, "x, y, z", ["divergence"]),
    ("Find div F and curl F.", FIELD, "x, y, z", ["divergence", "curl"]),
    ("Show that F is conservative and find a potential function.", r"\mathbf{F}(x,y) = \langle 2xy, x^2 \rangle", "x, y", ["potential"]),
    ("Find the principal unit normal vector.", HELIX, "t", ["unit normal"]),
    ("Find the arc length of the curve over the interval [0, 2\\pi].", HELIX, "t", ["arc length"]),
    ("Find the equation of the tangent plane at (1, 1, 1).", "x^2 + y^2 + z^2 = 3", "x, y, z", ["tangent plane"]),
    ("Find the linearization L(x,y) of the function at (1, 0).", "f(x,y) = x e^{xy}", "x, y", ["linearization"]),
    ("What is the maximum rate of change of f at (2, 0), and in which direction does it occur?", "f(x,y) = x e^y", "x, y", ["steepest", "direction "]),
    ("Find the maximum value of f(x,y) = 3x + 4y on the circle.", "x^2 + y^2 = 25", "x, y", ["largest"]),
    ("Find the point on the plane that is closest to the point (1, 0, -2).", "x + 2y + z = 4", "x, y, z", ["closest"]),
    ("Evaluate the integral by reversing the order of integration.", r"\int_0^1 \int_{3y}^3 e^{x^2}\,dx\,dy", "x, y", ["value "]),
    ("Find the limit, if it exists.", r"\lim_{(x,y)\to(0,0)} \frac{x^4 - y^4}{x^2+y^2}", "x, y", ["limit"]),
    ("Use Simpson's Rule with n = 4 to estimate the integral.", r"\int_0^2 x^3\,dx", "x", ["sum "]),
    ("Use differentials to approximate the number.", r"\sqrt{4.02}", "x", ["estimate "]),
    ("Find the area enclosed by the cardioid.", r"r = 1 + \cos\theta", "r, theta", ["area"]),
    ("When the velocity is zero, what is the acceleration?", MOTION, "s, t", ["acceleration"]),
    ("Find f^{(100)}(x).", "f(x) = e^{2x}", "x", ["derivative of order"]),
    ("At which points on the curve is the tangent horizontal?", "y = x^4 - 2x^2", "x, y", ["flat coordinates "]),
    ("Find the rank and nullity of the matrix.", MATRIX, "x", ["rank", "nullity"]),
    ("Find the general solution of the homogeneous system Ax = 0.", MATRIX, "x", ["homogeneous"]),
    ("Use Euler's method with h = 0.2 to estimate y(0.6).", SLOPE, "x, y", ["euler "]),
    ("Use variation of parameters to find a particular solution.", r"y'' + y = \sec x", "x, y", ["particular"]),
    ("Find all equilibrium solutions.", r"\frac{dy}{dt} = y^2 - 4", "y, t", ["equilibria"]),
    ("Use polar coordinates to evaluate the double integral over the disc of radius 2 centred at the origin.", DOUBLE, "x, y", ["value"]),
    ("A thin plate covers the triangle with vertices (0,0), (2,0), (2,2) and has the given density. What is its mass?", "\\rho(x,y) = x + y", "x, y", ["mass"]),
    ("Find the surface area of the part of the paraboloid that lies below the plane z = 4.", "z = x^2 + y^2", "x, y, z", ["surface area"]),
    ("Evaluate the line integral along the line segment from (0, 0) to (2, 3).", LINE, "x, y", ["value "]),
    ("Use Green's theorem to evaluate the integral around the circle x^2 + y^2 = 9 oriented counterclockwise.", LINE, "x, y", ["value"]),
    ("Find the work done by the force field in moving a particle along the parabola y = x^2 from (0,0) to (2,4).", r"\mathbf{F}(x,y) = \langle y, x \rangle", "x, y", ["work"]),
]  # fmt: skip
OTHER = [
    ("Find the square of the divergence of F.", FIELD, "x, y, z"), ("Find the curl of the curl of F.", FIELD, "x, y, z"), ("Is F conservative?", FIELD, "x, y, z"), ("Find the magnitude of the curl.", FIELD, "x, y, z"),
    ("Find the maximum of the curvature.", HELIX, "t"), ("Find the tangential component of the acceleration.", HELIX, "t"), ("At what time is the curvature 2?", HELIX, "t"),
    ("Find the minimum rate of change of f at (2, 0).", "f(x,y) = x e^y", "x, y"), ("Find the unit vector in the direction of maximum increase at (2, 0).", "f(x,y) = x e^y", "x, y"),
    ("Find the maximum value of f(x,y) = 3x + 4y on the line.", "x^2 + y^2 = 25", "x, y"), ("Find the distance from the origin to the plane.", "x + 2y + z = 4", "x, y, z"),
    ("Set up the integral with the order reversed, but do not evaluate it.", r"\int_0^1 \int_{3y}^3 e^{x^2}\,dx\,dy", "x, y"), ("Evaluate the inner integral.", r"\int_0^1 \int_{3y}^3 e^{x^2}\,dx\,dy", "x, y"),
    ("Estimate the error of Simpson's Rule with n = 4.", r"\int_0^2 x^3\,dx", "x"), ("Use Simpson's Rule to estimate the integral.", r"\int_0^2 x^3\,dx", "x"), ("Approximate the number to 3 decimal places.", r"\sqrt{4.02}", "x"),
    ("Find the area inside the inner loop.", r"r = 1 + 2\cos\theta", "r, theta"), ("Find the average velocity from t = 0 to t = 2.", MOTION, "s, t"), ("Find the velocity in cm per second.", MOTION, "s, t"), ("Find the 50th derivative at x = 0.", "f(x) = e^{2x}", "x"),
    ("Find the determinant of A^{10}.", MATRIX, "x"), ("Find the rank of A^{2}.", MATRIX, "x"), ("Find the transpose of the characteristic polynomial.", MATRIX, "x"),
    ("Use Euler's method to solve the differential equation.", SLOPE, "x, y"), ("Approximate y(0.6) with step size 0.2.", SLOPE, "x, y"), ("Use the improved Euler's method with h = 0.2 to estimate y(0.6).", SLOPE, "x, y"),
    ("Find the general solution of the homogeneous equation.", r"y'' + y = \sec x", "x, y"), ("Find the unstable equilibrium solutions.", r"\frac{dy}{dt} = y^2 - 4", "y, t"),
    ("Evaluate half of the integral over the unit disc.", DOUBLE, "x, y"), ("Evaluate the integral over the region outside the circle x^2 + y^2 = 1.", DOUBLE, "x, y"), ("Find the area of the region bounded by y = x and y = x^2.", DOUBLE, "x, y"),
    ("Evaluate the integral over the disc of radius 2 centred at (1, 0).", DOUBLE, "x, y"), ("Evaluate the integral over the region x^2 + y^2 \\le 4, x \\ge 1.", DOUBLE, "x, y"), ("Set up the integral over the unit disc.", DOUBLE, "x, y"),
    ("Find the volume of the solid above the paraboloid and below the plane z = 4.", "z = x^2 + y^2", "x, y, z"), ("Find the mass of the wire in the shape of the unit circle.", "\\rho(x,y) = x + y", "x, y"),
    ("Evaluate the line integral twice around the unit circle anticlockwise.", LINE, "x, y"), ("Evaluate the integral along y = x^2 from (0,0) to (1,1) and back along y = x.", LINE, "x, y"), ("Evaluate the integral along the ellipse.", LINE, "x, y"),
    ("Solve for x and y by Cramer's rule.", r"\begin{cases} 2x + y = 7 \\ x - 3y = 0 \end{cases}", "x, y"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "printed", "names", "things"), READ)
def test_known_formula_reads_the_things(words: str, printed: str, names: str, things: list[str]) -> None:
    found = known_formula(words, printed, names.split(", "))
    assert found is not None
    assert [question[-1].names[0] for question in found[1]] == things


@pytest.mark.parametrize(("words", "printed", "names"), OTHER)
def test_known_formula_leaves_other_things(words: str, printed: str, names: str) -> None:
    assert known_formula(words, printed, names.split(", ")) is None
