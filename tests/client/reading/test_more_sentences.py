"""Further whole sentences: where a function has a value or a sign, areas, extremes, matrices with a letter."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

CUBIC = "y = x^3 - 6x^2"
SINGULAR = r"\begin{pmatrix} k & 3 \\ 4 & k - 1 \end{pmatrix}"


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read"),
    [
        ("Find the x-coordinates of all the points where the curve has gradient 6.", CUBIC, "x",
         "all real x at which the derivative in x of x^3 - 6*x^2 = 6"),
        ("For what values of x does f'(x) = 6?", "f(x) = x^3", "x", "all real x at which the derivative in x of x^3"
         " = 6"),
        ("Find the values of x for which f(x) = 6.", "f(x) = x^3", "x", "all real x at which x^3 = 6"),
        ("Find the values of t for which the velocity is positive.", "v(t) = t^2 - 6t", "t", "all real t with t^2 -"
         " 6*t > 0"),
        ("Find the values of t for which the velocity is positive.", "s(t) = t^2 - 6t", "t",
         "all real t with the derivative in t of t^2 - 6*t > 0"),
        ("For which values of t between 0 and 6 is the velocity positive? Here 0 ≤ t ≤ 6.", "v(t) = t^2", "t",
         "all real t with t^2 > 0 and t in [0, 6]"),
        ("Find the set of values of x for which f is decreasing.", "f(x) = x^3", "x",
         "all real x with the derivative in x of x^3 < 0"),
        ("Find S_{12}.", "a_n = 2n - 1", "n", "the sum of 2*n - 1 over n from 1 to 12"),
        ("Find the sum of the first n terms.", "a_n = 2n - 1", "n", "the sum of 2*k - 1 over k from 1 to n"),
        ("Find the area of the region formed by the curves.", r"y = \sqrt{x}, \quad y = 0, \quad x = 4", "x, y",
         "the integral in x of abs(sqrt(x) - 0) from 0 to 4"),
        ("Find the area of the region formed by the curves.", r"y = x^3, \quad y = x", "x, y",
         "the integral in x of abs(x^3 - x) from -1 to 1"),
        ("Find the area enclosed by the curve, the x-axis and the lines x = 1 and x = 3.", "y = x^2", "x",
         "the integral in x of abs(x^2) from 1 to 3"),
        ("Find the values of k for which the matrix is singular.", SINGULAR, "k", "all real solutions in k of k*(k -"
         " 1) - 3*4 = 0"),
        ("Find the maximum value of the function.", "f(x) = 6x - x^2", "x", "6*x - x^2 at x = 3"),
        ("Find the discriminant of the quadratic.", "3x^2 - 4x - 5", "x", "(-4)^2 - 4*3*(-5), simplified"),
        ("Calculate the modulus of the complex number.", "z = 3 - 4i", "z",
         "sqrt((3 - (4*0 - 0*1))^2 + (0 - (4*1 + 0*0))^2), simplified"),
        ("Find all cube roots of -8, including the complex ones.", "w^3 = -8", "w", "all complex solutions in w of"
         " w^3 = -8"),
        ("The first term of a geometric sequence is 3 and the common ratio is 2. Find the sum of the first 8 terms.",
         r"u_n = 3 \cdot 2^{n-1}", "n", "the sum of 3*2^(n - 1) over n from 1 to 8"),
        ("Find the binomial expansion, in ascending powers of x, up to and including the term in x^3.",
         r"(1 - 2x)^{-1}, \quad |x| < \frac12", "x", "the Taylor polynomial of (1 - 2*x)^(-1) around x = 0 up to"
         " degree 3"),
        ("Show that the integral converges and find the value it converges to.", r"\int_{0}^{\infty} e^{-x}\,dx", "x",
         "the integral in x of e^(-x) from 0 to oo"),
        ("Find the gradient of the curve at the point B, whose x-coordinate is 2.", CUBIC, "x",
         "the derivative in x of x^3 - 6*x^2 at x = 2"),
    ],
)  # fmt: skip
def test_readings_know_more(objective: str, expression: str, variables: str, read: str) -> None:
    (reading,) = readings(Problem(objective, expression, variables.split(", ")))
    assert str(reading) == read


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Find the y-coordinates of the points where the curve has gradient 6.", CUBIC, "x"),
        ("Find the points where the curve has gradient 6.", CUBIC, "x"),
        ("Find the smallest x-coordinate of the points where the curve has gradient 6.", CUBIC, "x"),
        ("Find the positive values of x for which f'(x) = 6.", "f(x) = x^3", "x"),
        ("Find the number of values of x for which f'(x) = 6.", "f(x) = x^3", "x"),
        ("Find the values of t for which the speed is positive.", "v(t) = t^2 - 6t", "t"),
        ("Find the values of t for which the velocity is non-negative.", "v(t) = t^2 - 6t", "t"),
        ("For which values of t between 0 and 6 is the velocity positive?", "v(t) = t^2 - 6t", "t"),
        ("For what values of k is the matrix not singular?", SINGULAR, "k"),
        ("Find half the area under the curve between x = 1 and x = 3.", "y = x^2", "x"),
        ("Find the cube roots of 8 in the complex plane.", "z^3 = 27", "z"),
        ("The first term of a geometric sequence is 3 and the common ratio is 5. Find the sum of the first 8 terms.",
         r"u_n = 3 \cdot 2^{n-1}", "n"),
        ("Find b_{12}.", "a_n = 2n - 1", "n"),
        ("Find the sum of the first n terms.", r"\sum_{k=0}^{n} k", "k, n"),
        ("Find the expansion in descending powers of x up to and including the term in x^3.", "(1 + x)^{-1}", "x"),
        ("Find where the two curves meet. Give the x-coordinates of each point.", "y^2 = 4x, y = 2x - 4", "x, y"),
    ],
)  # fmt: skip
def test_readings_refuse_other_questions(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, variables.split(", ")))
