"""Facts, conditions and names around a question: those that change nothing are left out, and no others."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.concepts.facts import without_facts
from student_client._reading.concepts.points import without_point_names
from student_client._reading.concepts.presentations import without_introductions
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

CURVE = "y = x^3 - 4x"
ROOT = "x^2 - 4 = 0"
SLOPE = "Find the slope of the tangent line at "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The point $P$ on $C$ has $x$-coordinate 2. Find the slope at $P$.", "the slope at the point where x = 2."),
        ("Point $A$ lies on the curve and its $x$-coordinate is 0. Find the slope at $A$.", "the point where x = 0."),
        ("$P$ is the point on $C$ where $x = 1$. Find the slope at $P$.", "slope at the point where x = 1."),
        ("The curve meets the line $x = 2$ at $B$. Find the slope at $B$.", "Find the slope at the point where x = 2."),
        ("Curve $C$ passes through the point $A(2, 0)$. Find the slope of $C$ at $A$.", "curve at the point (2, 0)."),
        ("Find the slope at the point $P(2, 0)$.", "Find the slope at the point (2, 0)."),
        (r"The point $A$ has $x$-coordinate $\frac{1}{2}$. Find the slope at A.", r"where x = \frac{1}{2}."),
        ("The line $l$ is the tangent at $(2, 0)$. Find an equation of $l$.", "an equation of the tangent at (2, 0)."),
        ("The area under the curve is denoted by $A$. Find the value of $A$.", "value of the area under the curve."),
    ],
)
def test_without_point_names_puts(text: str, said: str) -> None:
    assert without_point_names(text, CURVE, "x").endswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "The point P has y-coordinate 2. Find the slope at P.",
        "The point P has x-coordinate 2 and Q has x-coordinate 3. Find the slope at Q.",
        "The point P has x-coordinate 2. Find the distance from P to the origin, and the slope at P.",
        "The line l is parallel to the tangent at P. Find the equation of l.",
        "The point P has x-coordinate 2. Find the slope at Q.",
    ],
)
def test_without_point_names_keeps(text: str) -> None:
    assert without_point_names(text, CURVE, "x") == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The function $f$ is one-to-one. Find its inverse.", "Find its inverse."),
        ("The equation below is quadratic in form. Solve it.", "Solve it."),
        ("The series is geometric and it converges. Find its sum.", "Find its sum."),
        (r"The limit is of the form $\frac{0}{0}$. Evaluate it.", "Evaluate it."),
        ("The polynomial has integer coefficients. Factor it.", "Factor it."),
        ("The curve crosses the $x$-axis at $-2$, $0$ and $2$. Find the derivative.", "Find the derivative."),
        ("The quadratic has two distinct real roots. Find them.", "Find the roots."),
    ],
)
def test_without_facts_leaves_out(text: str, said: str) -> None:
    assert without_facts(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The function has an inverse. Find its derivative.",
        "The function is shifted and continuous. Find the derivative.",
        "The function is one-to-one for x > 1. Find its inverse.",
        "The function is continuous on [0, 2]. Find its maximum.",
        "The function is periodic. Find the value at x = 5.",
        "The matrix is transposed. Find the determinant.",
        "The curve crosses the x-axis at 2. Find the slope there.",
        "The equation has two roots. Find the larger one.",
        "The equation has one positive root. Find it.",
        "The curve has two stationary points. Find the slope between them.",
        "The series is geometric with its first term doubled. Find its sum.",
    ],
)
def test_without_facts_keeps(text: str) -> None:
    assert without_facts(text) == text


@pytest.mark.parametrize(
    ("objective", "expression", "usual"),
    [
        ("Simplify the rational expression, given that $x \\ne 1$.", r"\frac{x^2-1}{x-1}", "Simplify."),
        ("Find the derivative, $x > 0$.", r"y = x \ln x", "Find the derivative."),
        ("Find the slope of the curve, $x > 0$, at $x = 4$.", "y = x^2", f"{SLOPE}x = 4."),
        (r"Find the Laplace transform, defined for $t \ge 0$.", "f(t) = t", "Find the Laplace transform."),
    ],
)
def test_by_concepts_tolerates(objective: str, expression: str, usual: str) -> None:
    assert by_concepts(objective, expression, ["t" if "(t)" in expression else "x"])[0] == usual


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        (r"Solve the equation, $x \ne 2$.", ROOT),
        ("Simplify, where $x > 0$.", r"\sqrt{x^2}"),
        ("Simplify, where $x = 3$.", r"\frac{x^2-1}{x-1}"),
        (r"Find the Laplace transform, defined for $t \ge 2$.", "f(t) = t"),
        (r"Find the inverse function, $x \ge 0$.", "f(x) = x^2"),
        ("Find the general solution, where $y > 0$.", "y' = 2y"),
        ("Find the value at $x = 2$, where $x > 3$.", "f(x) = x^2"),
    ],
)
def test_by_concepts_needs_a_condition(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        by_concepts(objective, expression, ["x", "y"] if "y" in expression else ["t" if "(t)" in expression else "x"])


LED = r"(a) Express $\frac{1}{x^2-1}$ in partial fractions. (b) Hence find the integral shown."
LINES = r"l_1: y = 3x - 7, \quad l_2: y = 5 - x"


@pytest.mark.parametrize(
    ("objective", "expression", "asked"),
    [
        (LED, r"\int \frac{1}{x^2-1} \, dx", "1/(x^2 - 1), written in partial fractions; the integral in x of "),
        (
            "(a) Find $f'(x)$. (b) Hence find $f''(x)$.",
            "f(x) = x^2",
            "the derivative in x of x^2; the derivative in x of",
        ),
        (
            "Find the point of intersection of $l_1$ and $l_2$.",
            LINES,
            "all solutions in x, y of y = 3*x - 7, y = 5 - x",
        ),
        ("Find the HCF of the two numbers.", r"84 \text{ and } 126", "the greatest common divisor of 84, 126"),
        (
            "For $f(x) = x^2$, find the average rate of change from $x_1 = 1$ to $x_2 = 4$.",
            "f(x) = x^2",
            "(4^2 - 1^2)/",
        ),
        ("Work out $\\frac{dy}{dx}$ when $y = x^2$.", "y = x^2", "the derivative in x of x^2"),
        (
            "Simplify the complex number $z$, where $i^2=-1$, in the form $a+bi$.",
            r"z = \frac{1}{2-i}",
            "1/(2 - i), written",
        ),
    ],
)
def test_readings_of_parts_and_names(objective: str, expression: str, asked: str) -> None:
    variables = ["z"] if "z" in expression else ["x", "y"] if "y" in expression else ["x"]
    found = readings(Problem(objective, expression, variables))
    assert [str(one)[: len(asked)] for one in found] == [asked]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        (LED, r"\int \frac{2}{x^2-1} \, dx"),
        (LED, r"\frac{1}{x^2-1}"),
        ("Find the gradient of $l_2$, which is perpendicular to $l_1$.", LINES),
        ("Find where $l_2$ meets $l_1$ and the $x$-axis.", r"l_1: y = 3x - 7"),
        ("Find the determinant and the inverse.", r"\begin{pmatrix} 2 & 3 \\ 1 & 4 \end{pmatrix}"),
        ("Find the inverse. Find the determinant.", r"\begin{pmatrix} 2 & 3 \\ 1 & 4 \end{pmatrix}"),
    ],
)
def test_readings_refuse_other_parts(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x", "y"]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A curve has the equation shown. Find its slope at x = 1. [3]", "Find its slope at x = 1."),
        ("The diagram shows part of the curve given below. Find the area.", "Find the area."),
        ("By considering $f''(x)$, determine where it is concave up.", "Determine where it is concave up."),
        (
            "The curve has a stationary point at $x = 3$. Determine whether it is a maximum or a minimum.",
            "Determine whether the stationary point at $x = 3$ is a maximum or a minimum.",
        ),
        ("If possible, find the product.", "Find the product."),
    ],
)
def test_without_introductions_shortens(text: str, said: str) -> None:
    assert without_introductions(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "A curve has the polar equation shown. Find its slope.",
        "The diagram shows the reflection of the curve. Find its slope.",
        "The curve has a stationary point at x = 3. Find it.",
        "A curve is given by twice the function below. Find its slope.",
        "Find f (2)",
    ],
)
def test_without_introductions_keeps(text: str) -> None:
    assert without_introductions(text) == text
