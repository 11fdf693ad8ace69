"""Requests in the plainest words."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.plainest import plainest
from student_client._verifying.judge import read

from tests.client.plans import problem


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Locate the foci of the ellipse.", "Find the foci of the ellipse."),
        ("need the normal (not the tangent!!) at the point (1, 2)", "Find the normal at the point (1, 2)"),
        ("Find all solutions. (I factored it, now I'm lost.)", "Find all solutions."),
        ("Give the general solution (n any integer).", "Find the general solution."),
        ("Sketch and find the area of the region.", "Find the area of the region."),
        ("Verify that the equation is exact and solve it implicitly.", "Solve it."),
        ("Use Lagrange multipliers to maximise f.", "Maximise f."),
        ("Complete the square to find the center and the radius.", "Find the center and the radius."),
        ("How far is the point (3, -2) from the line?", "Find the distance from the point (3, -2) to the line."),
        ("Let u and v be the vectors shown. Find the distance between them.", "Find the distance between them."),
        ("Does this series have a sum? If so, what is it?", "What is it?"),
        ("Hi all, for homework I need all three cube roots.", "Find all three cube roots."),
    ],
)
def test_plainest_is_the_request(said: str, plain: str) -> None:
    assert plainest(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "Sketch the derivative and find its zeros.",
        "Consider the inverse and find its derivative.",
        "Differentiate the inverse to find its slope.",
        "Use Newton's method to find the root.",
        "Use the tangent line to approximate f(2).",
        "Find the solution (not the positive one).",
        "Find the derivative (and its inverse).",
        "Find the limit (if x > 2).",
        "By finding the derivative, find its domain.",
        "Find the dot product using the vectors from the previous parts.",
        "Apply Leibniz test to determine whether the series converges.",
        "Give a hint for this limit.",
        "Identify the indeterminate form.",
        "Name the unknown in the equation.",
    ],
)
def test_plainest_keeps_what_fixes_the_answer(said: str) -> None:
    assert plainest(said) == said


@pytest.mark.parametrize(
    ("words", "printed", "names", "text"),
    [
        ("Locate the foci.", "9x^2 + 25y^2 = 225", ("x", "y"), "the foci of 9*x^2 + 25*y^2 - 225 = 0"),
        (
            "Apply L'Hôpital's rule (you may need it more than once).",
            r"\lim_{x \to 0} \frac{e^{3x} - 1 - 3x}{x^2}",
            ("x",),
            "the limit of (e^(3*x) - 1 - 3*x)/x^2 as x goes to 0",
        ),
        (
            "need the normal (not the tangent!!) at the point (1, 2)",
            r"y = \frac{2}{x}",
            ("x",),
            "the normal of 2/x at x = 1",
        ),
    ],
)
def test_read_in_the_plainest_words(words: str, printed: str, names: tuple[str, ...], text: str) -> None:
    assert read(problem(words, printed, *names)).text == text
