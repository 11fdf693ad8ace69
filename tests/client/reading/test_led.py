"""A way to a question is left out, whatever it names; data, approximations and other questions are not."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.led import without_lead

LED = [
    ("Resolve the integrand into partial fractions and hence perform the integration.", "Perform the integration."),
    ("With the aid of the substitution $u = 1 + x^2$, or otherwise, find the value.", "Find the value."),
    ("Apply d'Alembert's ratio test to decide on the convergence.", "Decide on the convergence."),
    ("Find the exact value using a suitable double angle formula.", "Find the exact value."),
    ("By turning it into a product, solve the equation.", "Solve the equation."),
    ("On squaring both sides, solve the equation.", "Solve the equation."),
    ("By removing the brackets, simplify the expression.", "Simplify the expression."),
]
KEPT = [
    "Use Simpson's rule to evaluate the integral.",
    "Using four strips of equal width, find the integral.",
    "By replacing x with 2x, find the limit.",
    "Using degrees, find the derivative.",
    "By finding the derivative, find its domain.",
    "Find the inverse and hence find its derivative.",
    "Applying the change of sign, solve the equation.",
    "Use the alternating series test to decide on the convergence.",
    "By letting $x = 2$, find the value.",
    "Using the answer to part (a), find the limit.",
    "Integrate by finding the indefinite integral.",
    "Find the limit by factoring and doubling.",
    "Find the limit by factoring and taking the square root.",
    "Find the integral using a power series.",
    "Find the eigenvalues by the power method.",
    "Compute the area of the region enclosed by the circle and the straight line.",
    "By leaving out the first term, find the sum.",
    "By starting at the second term, find the sum.",
    "By dropping the cube, find the derivative.",
    "By reading it from right to left, find the limit.",
    "By considering the left side, find the limit.",
    "By stretching the curve, evaluate the integral.",
    "By stopping halfway, evaluate the integral.",
    "After multiplying it by x, evaluate the integral.",
    "After moving it up, find the minimum value.",
    "Multiply the function by x and hence differentiate.",
    "Write the expression without its denominator and hence simplify.",
    "Interchange numerator and denominator and hence simplify.",
    "Solve the equation using even numbers.",
    "Solve the equation using the numbers in the book.",
    "Solve the equation through the eyes of a student.",
    "On Mars, solve the equation.",
    "On the unit interval, solve the equation.",
]


@pytest.mark.parametrize(("objective", "question"), LED)
def test_without_lead_leaves_the_question(objective: str, question: str) -> None:
    assert without_lead(objective, ["x"]) == question


@pytest.mark.parametrize("objective", KEPT)
def test_without_lead_keeps_what_may_change(objective: str) -> None:
    assert without_lead(objective, ["x"]) == objective
