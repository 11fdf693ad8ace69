"""Names of printed things, given factors, and other wordings of common questions."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.questions.calling import without_names
from student_client._reading.readings import readings
from student_client._reading.rewording.given_factors import without_factors
from student_client._reading.rewording.wordings import in_vocabulary
from student_client._reading.statement import NotRead

CUBIC = "x^3 - 3x^2 - 13x - 9"
QUOTIENT = r"\frac{x^3 - 2x + 5}{x - 2}"
SEQUENCE = r"u_n = 4\left(\frac13\right)^{n-1}"


@pytest.mark.parametrize(
    ("objective", "expression", "left"),
    [
        ("Find the tangent to the curve C at x = 1.", "y = x^2", "Find the tangent to the curve at x = 1."),
        ("Find the gradient of C at x = 2.", "y = x^2", "Find the gradient of the curve at x = 2."),
        ("Find the area of the region R.", "y = x^2", "Find the area of the region."),
        ("Find C.", "y = x^2 + C", "Find C."),
        ("Find the velocity of the particle when t = 2.", "s = t^2", "Find the velocity when t = 2."),
        ("Use calculus to find the slope.", "y = x^2", "find the slope."),
    ],
)
def test_without_names_keeps_the_question(objective: str, expression: str, left: str) -> None:
    assert without_names(objective, expression) == (left, expression)


@pytest.mark.parametrize(
    ("objective", "left"),
    [
        ("Given that (x + 1) is a factor, factorise completely.", "factorise completely."),
        ("Factorise completely, given that (x + 1) is a factor.", "Factorise completely."),
        ("Given that x = -1 is a root, solve it.", "solve it."),
    ],
)
def test_without_factors_checks_them(objective: str, left: str) -> None:
    assert without_factors(objective, CUBIC, ["x"]) == left
    with pytest.raises(NotRead, match="does not hold"):
        without_factors(objective, "x^3 + 2", ["x"])


@pytest.mark.parametrize(
    ("objective", "expression", "left"),
    [
        ("Find the quotient and the remainder when the polynomial is divided by x - 2.", QUOTIENT,
         "Find the quotient and the remainder."),
        ("Find the quotient and the remainder when the polynomial is divided by x - 3.", QUOTIENT, None),
        ("Find the Taylor series about x = 1, up to the term in $(x-1)^3$.", r"\ln x",
         "Find the Taylor polynomial of degree 3 about x = 1."),
        ("Find the determinant, giving your answer in terms of k.", "2k", "Find the determinant."),
        ("Solve for x, giving your answer in terms of b.", "ax + b = 0", None),
    ],
)  # fmt: skip
def test_in_vocabulary_keeps_the_question(objective: str, expression: str, left: str | None) -> None:
    assert in_vocabulary(objective, expression, ["x"])[0] == (left or objective)


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read"),
    [
        ("Find the times at which the particle is at rest.", "s(t) = t^3", "t",
         "all real t at which the derivative in t of t^3 = 0 with t in [0, oo)"),
        ("Find the value of t for which the velocity is 2.", "v(t) = t^3", "t", "all real t at which t^3 = 2"),
        ("Find the x-coordinates of the points where the tangent is parallel to the line y = 3x + 1.", "y = x^3", "x",
         "all real x at which the derivative in x of x^3 = 3"),
        ("At what x is the slope of the curve equal to 4?", "y = x^2", "x",
         "all real x at which the derivative in x of x^2 = 4"),
        ("For which x does the graph lie above the x-axis?", "y = x^2 - 4", "x", "all real x with x^2 - 4 > 0"),
        ("At what value of x does f attain its minimum?", "f(x) = x^2 - 10x", "x",
         "all real x at which the derivative in x of x^2 - 10*x = 0"),
        ("Find the vertex's x-coordinate.", "y = x^2 - 10x", "x",
         "all real x at which the derivative in x of x^2 - 10*x = 0"),
        (r"Compute $\frac{\partial f}{\partial x}$ at the point (1, 2).", "f(x, y) = x^2y", "x, y",
         "the derivative in x of x^2*y at x = 1 at y = 2"),
        ("Calculate ∂²f/∂x∂y", "f(x, y) = x^2y^3", "x, y", "the derivative in x of the derivative in y of x^2*y^3"),
        ("Find F(x) such that F'(x) = f(x) and F(0) = 2.", "f(x) = 3x^2", "x",
         "the integral in x of 3*x^2 that is 2 at x = 0"),
        ("Find the three cube roots of unity.", "z^3 = 1", "z", "all complex solutions in z of z^3 = 1"),
        (r"Find $\left.\frac{dy}{dx}\right|_{x=1}$.", "y = x^3", "x", "the derivative in x of x^3 at x = 1"),
        ("Find the rate at which A changes with respect to r when r = 5.", r"A = \pi r^2", "r",
         "the derivative in r of pi*r^2 at r = 5"),
        ("Find the x-coordinates of the turning points.", "y = x^3 - 3x", "x",
         "all real x at which the derivative in x of x^3 - 3*x changes its sign"),
        ("Find the value of x that minimises the function.", "f(x) = x^2 + 6x", "x",
         "all real x at which the derivative in x of x^2 + 6*x = 0"),
        ("The shaded region is bounded by the curve, the x-axis and the lines x = 1 and x = 4. Find its area.",
         "y = x", "x",
         "the integral in x of abs(x) from 1 to 4"),
        ("Find the value of x for which f(x) = g(x).", "f(x) = 2x + 1, g(x) = x - 3", "x",
         "all real solutions in x of 2*x + 1 = x - 3"),
        ("Find the first three terms in the expansion in ascending powers of x.", "(1 - 3x)^5", "x",
         "the Taylor polynomial of (1 - 3*x)^5 around x = 0 with 3 nonzero terms"),
        ("Given that z = 3 - i and w = 1 + 2i, find zw.", "(3 - i)(1 + 2i)", "z, w",
         "(3 - i)*(1 + 2*i), written as a + bi (domain = complex)"),
        ("Solve, giving x in terms of natural logs.", "e^x = 7", "x", "all solutions in x of e^x = 7"),
        ("Find the values of x where the curve has a horizontal tangent.", "y = x^4", "x",
         "all real x at which the derivative in x of x^4 = 0"),
        ("Find all intervals on which f is increasing.", "f(x) = x^2", "x", "all real x with the derivative in x of"
         " x^2 > 0"),
        ("Find the area between the curve and the x-axis for 0 ≤ x ≤ 2.", "y = x^2", "x",
         "the integral in x of abs(x^2) from 0 to 2"),
        ("Find the slope of the line perpendicular to the curve at x = 1.", "y = x^3", "x",
         "the slope of the normal of x^3 at x = 1"),
        ("Find the sum to infinity.", SEQUENCE, "n", "the sum of 4*(1/3)^(n - 1) over n from 1 to oo"),
        (r"Find $\frac{d}{dx}\left(x^2 \ln x\right)$.", r"x^2\ln x", "x", "the derivative in x of x^2*log(x)"),
        ("Find f(x), given that f'(x) = 3x^2 and f(1) = 5.", "f'(x) = 3x^2", "x, f",
         "f as a function of x, with f' = 3*x^2, f(1) = 5"),
        ("Initially there are 200 bacteria. Find N as a function of t.", r"\frac{dN}{dt} = 3N", "t, N",
         "N as a function of t, with N' = 3*N, N(0) = 200"),
    ],
)  # fmt: skip
def test_readings_know_wordings(objective: str, expression: str, variables: str, read: str) -> None:
    assert str(readings(Problem(objective, expression, variables.split(", ")))[0]) == read


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Find the x-coordinates of the points where the tangent is perpendicular to y = 3x.", "y = x^3", "x"),
        ("For which x does the graph lie above the line y = 5?", "y = x^2 - 4", "x"),
        ("Find the vertex's y-coordinate.", "y = x^2 - 10x", "x"),
        ("Find the y-coordinates of the turning points.", "y = x^3 - 3x", "x"),
        ("Find the y-coordinate of the point of inflection.", "y = x^3 - 3x", "x"),
        ("Find the y-coordinates where the tangent is horizontal.", "y = x^3 - 3x", "x"),
        ("Find the positive value of x for which f(x) = g(x).", "f(x) = x^2, g(x) = 2x + 3", "x"),
        ("Find the first three terms in the expansion in descending powers of x.", "(1 - 3x)^5", "x"),
        ("Given that z = 3 - i and w = 1 + 2i, find z/w.", "(3 - i)(1 + 2i)", "z, w"),
        (
            "Find the points of intersection of the line and the circle rounded to 1 decimal place.",
            "y = x - 1, x^2 + y^2 = 13",
            "x, y",
        ),
        ("Find the first time at which the particle is at rest.", "s(t) = t^3", "t"),
        ("Find the sum to infinity of the odd terms.", SEQUENCE, "n"),
        ("Find f(2), given that f'(x) = 3x^2 and f(1) = 5.", "f'(x) = 3x^2", "x, f"),
        ("Initially there are 200 bacteria. Find the time at which N = 400.", r"\frac{dN}{dt} = 3N", "t, N"),
    ],
)
def test_readings_refuse_other_wordings(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, variables.split(", ")))
