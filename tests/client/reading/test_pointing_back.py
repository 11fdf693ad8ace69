"""Statements before a request: claims, what they name, what is said again, and named results."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.concepts.facts import without_facts
from student_client._reading.concepts.glosses import without_glosses
from student_client._reading.concepts.natures import nature_asked
from student_client._reading.concepts.solution_curves import of_solution_curve
from student_client._reading.concepts.sums_to_letter import sums_to_letter
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Show that the series converges and find its sum.", "Find its sum."),
        ("First confirm that the limit is of the form $0/0$, then evaluate it.", "Evaluate it."),
        ("Prove that the sequence is convergent and hence state its limit.", "State its limit."),
        ("Explain why l'Hôpital's rule may be applied and evaluate the limit.", "Evaluate the limit."),
        (
            "The curve has two turning points. Find the $x$-coordinates of these points.",
            "coordinates of the turning po",
        ),
        ("The curve has two roots. Find each of them.", "Find the roots."),
        ("The graph of this function has one horizontal asymptote. Write an equation for it.", "of the horizontal asy"),
        ("Show that it is so. The curve has one stationary point. Find it.", "Find the stationary point."),
        (
            "The curve has a stationary point at $x = 3$. Determine its nature.",
            "nature of the stationary point at x = 3",
        ),
        (
            "The curve has a turning point at $x = 3$. State whether it is a maximum.",
            "if the turning point at x = 3 is",
        ),
        ("At $x = 2$ the function has no value. Classify the discontinuity there.", "the discontinuity at x = 2."),
        ("The point $(1, 2)$ lies on the curve. Find the slope there.", "Find the slope at the point (1, 2)."),
        ("The curve meets the $x$-axis at the origin and at $(4, 0)$. Find the derivative.", "Find the derivative."),
    ],
)
def test_without_facts_binds(text: str, said: str) -> None:
    assert said.replace("if the", "the") in without_facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Show that the curve is symmetric and find its area.",
        "The curve has two stationary points. Find the distance between them.",
        "The curve has two stationary points. Find the gradient of the line through them.",
        "The curve has a stationary point at x = 3. Find the other one.",
        "The point (1, 2) lies on the curve. Find a.",
        "The point (1, 2) lies on the curve. Find the slope.",
        "The curve has one horizontal asymptote. Find where the curve crosses it.",
        "The function is undefined at x = 2. Find the limit at that zero.",
    ],
)
def test_without_facts_leaves(text: str) -> None:
    made = without_facts(text)
    assert made.count(".") == text.count(".") or made.startswith("The curve is symmetric")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Find where f is increasing, that is, for which $f'(x)>0$.", "Find where f is increasing."),
        ("Find the stationary points, i.e. the points where $\\frac{dy}{dx} = 0$.", "Find the stationary points."),
        ("Find the roots (that is, solve $p(x) = 0$).", "Find the roots."),
        ("Use the standard results for $\\sum r$ and $\\sum r^2$ to find the sum.", "Find the sum."),
        ("Using the standard limit of $\\frac{\\sin\\theta}{\\theta}$ as $\\theta \\to 0$, find it.", "Find it."),
        ("Given that $\\lim_{t \\to 0} \\frac{\\sin t}{t} = 1$, evaluate", "Evaluate"),
        ("Find the general solution. (Use $c_1$ and $c_2$ for arbitrary constants.)", "Find the general solution."),
        ("Find the solution, using $A$ and $B$ for the arbitrary constants.", "Find the solution."),
    ],
)
def test_without_glosses_leaves_out(text: str, said: str) -> None:
    assert without_glosses(text, "y'' + y = 0") == said


@pytest.mark.parametrize(
    "text",
    [
        "Find where f is increasing, that is, for which $f'(x)<0$.",
        "Find where f is increasing, that is, for which $f'(x)>1$.",
        "Find the roots, that is, the positive ones.",
        "Find the maximum, that is, solve $f'(x) = 0$.",
        "Use the standard results for $\\sum r$ and $\\sum r^2$ as a check.",
        "Given that $\\lim_{t \\to 0} \\frac{\\sin t}{t} = 2$, evaluate",
        "Given that $\\lim_{t \\to 1} \\frac{\\sin t}{t} = 1$, evaluate",
        "Find the solution, using $A = 2$ for the constant.",
    ],
)
def test_without_glosses_keeps(text: str) -> None:
    assert without_glosses(text, "y'' + y = 0") == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Obtain, in terms of $n$ and in fully factorised form, an expression for", "Find the sum in factored form."),
        ("Find the sum in terms of $n$, giving your answer as a product of factors.", "Find the sum in factored form."),
        ("By the method of differences, or otherwise, express the sum in terms of $n$.", "Find the sum."),
        ("Use the summation formulas to find the sum of the first $n$ odd numbers.", "Find the sum."),
        ("Find the sum of the first $n$ squares.", "Find the sum of the first $n$ squares."),
        ("Find the sum of the first $2n$ terms.", "Find the sum of the first $2n$ terms."),
        ("Find the first $n$ terms of the series.", "Find the first $n$ terms of the series."),
        ("Find $n$.", "Find $n$."),
        ("Find half the sum in terms of $n$.", "Find half the sum in terms of $n$."),
    ],
)
def test_sums_to_letter_says(text: str, said: str) -> None:
    assert sums_to_letter(text, r"\sum_{r=1}^{n} (2r-1)") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A curve passes through $(1,5)$ and its gradient function is given. Find its equation.", "through (1,5)."),
        ("The gradient of a curve at the point $(x, y)$ is as shown. It passes through $(2, 3)$. Find $y$.", "(2, 3)."),
        ("Find the equation of the curve that goes through $(1, 2)$ and whose slope is given.", "through (1, 2)."),
    ],
)
def test_of_solution_curve_says(text: str, said: str) -> None:
    made = of_solution_curve(text, r"\frac{dy}{dx} = 2x")
    assert made.startswith("Find the solution through")
    assert made.endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "A curve passes through $(1,5)$. Find the equation of the tangent to the curve at this point.",
        "A curve passes through $(1,5)$ and its gradient is given. Find $y$ when $x = 2$.",
        "A curve passes through $(1,5)$ and is reflected in the axis. Find its equation.",
        "A curve passes through $(1,5)$ or $(2, 4)$. Find its equation.",
    ],
)
def test_of_solution_curve_keeps(text: str) -> None:
    assert of_solution_curve(text, r"\frac{dy}{dx} = 2x") == text


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Use the second derivative test to decide whether $x = 1$ gives a maximum or a minimum.", True),
        ("Is $x = 1$ a max, a min or a point of inflection of this function?", True),
        ("Classify the critical point at $x = 1$.", True),
        ("Is the maximum at $x = 1$?", False),
        ("What is the value of $f$ at the maximum or minimum at $x = 1$?", False),
        ("Determine whether the second derivative has a maximum or a minimum at $x = 1$.", False),
        ("Does $f$ have a maximum at $x = 1$ or at $x = 2$, or a minimum?", False),
        ("Is the global maximum or the global minimum at $x = 1$?", False),
    ],
)
def test_nature_asked_says(text: str, is_said: bool) -> None:
    usual = "Determine whether the stationary point at x = 1 is a maximum, a minimum or neither."
    assert nature_asked(text, "f(x) = x^2 - 2x") == (usual if is_said else text)


@pytest.mark.parametrize(
    "objective",
    [
        "The equation has exactly one root. Find $k$.",
        "Show that the equation has two real roots and find $k$.",
        "The function is even. Find $k$.",
    ],
)
def test_check_fixed_refuses(objective: str) -> None:
    """As the letter would be found in terms of the other one."""
    with pytest.raises(NotRead):
        readings(Problem(objective, "x^2 + kx + 4 = 0", ["x", "k"]))
