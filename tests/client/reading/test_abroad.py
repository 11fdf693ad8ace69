"""Notation and words of other countries' exams, engineers and programs; words that limit a question are refused."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.continental import uniform
from student_client._reading.readings import readings
from student_client._reading.rewording.abroad import from_abroad
from student_client._reading.rewording.accumulated import accumulated
from student_client._reading.rewording.notated import notated
from student_client._reading.statement import NotRead


def read(objective: str, expression: str, variables: str = "x") -> str:
    return "; ".join(str(one) for one in readings(Problem(objective, expression, variables.split())))


@pytest.mark.parametrize(
    ("objective", "expression", "made"),
    [
        ("Find f'(x).", r"f\colon x \mapsto x^2", ("Find f'(x).", "f(x) = x^2")),
        ("Find f'(x).", r"f : \mathbb{R} \to \mathbb{R}, x \mapsto x^2", ("Find f'(x).", "f(x) = x^2")),
        ("Find the zeros.", r"f: \mathbb{R}\setminus\{1\} \to \mathbb{R}, x \mapsto \frac{x}{x-1}", "f(x) ="),
        ("Solve.", "1,5x = 4{,}5", ("Solve.", "1.5x = 4.5")),
        ("Find y.", r"\frac{\mathrm{d}y}{\mathrm{d}x} = y", ("Find y.", r"\frac{dy}{dx} = y")),
        ("Solve on ]0, 1].", "x = 1", ("Solve on (0, 1].", "x = 1")),
        ("Solve in \\mathbb{R}.", "x = 1", ("Solve over the real numbers.", "x = 1")),
        ("Find it.", "[[1, 2], [3, 4]]", ("Find it.", r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}")),
    ],
)
def test_uniform_is_usual(objective: str, expression: str, made: tuple[str, str] | str) -> None:
    found = uniform(objective, expression, ["x"])
    assert found == made or (isinstance(made, str) and found[1].startswith(made))


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the zeros.", r"f: [0, \infty) \to \mathbb{R}, x \mapsto x^2 - 1"),
        ("Find the zeros.", r"f: \mathbb{R}\setminus\{1\} \to \mathbb{R}, x \mapsto x^2 - 1"),
        ("Find the domain.", r"f: \mathbb{R} \to \mathbb{R}, x \mapsto \sqrt{x}"),
        ("Solve.", "2x+3y=1,5x-y=2"),
        ("Solve.", "1,000x = 5"),
        ("Find their sum.", "1,5"),
        ("Find the distance.", "(1,5), (2,5)"),
        ("Solve in \\mathbb{N}.", "x^2 = 4"),
        ("Solve in \\mathbb{R}^+.", "x^2 = 4"),
        (r"Solve in \mathbb{R} \setminus \{2\}.", "x^2 = 4"),
        ("Find it.", "[[1, 2], [3]]"),
        ("Find it.", "[[x]]"),
    ],
)
def test_uniform_leaves_what_differs(objective: str, expression: str) -> None:
    assert uniform(objective, expression, ["x", "y"]) == (objective, expression)


@pytest.mark.parametrize(
    ("objective", "expression", "made"),
    [
        ("d/dx (x^3)", "x^3", "Find the derivative with respect to x."),
        ("d^2/dx^2 of x^3", "x^3", "Find the second derivative with respect to x."),
        ("diff(x**3, x, 2)", "x^3", "Find the second derivative with respect to x."),
        ("D[x^3, {x, 2}]", "x^3", "Find the second derivative with respect to x."),
        ("integrate(x^3, (x, 0, 1))", "x^3", "Integrate with respect to x from 0 to 1."),
        ("lim (x^3 - x), x->inf", "x^3 - x", r"Find the limit as x approaches \infty."),
        ("lim x->0+ 1/x", "1/x", "Find the limit as x approaches 0 from the right."),
        ("limit(1/x, x, 0, '-')", "1/x", "Find the limit as x approaches 0 from the left."),
        ("sum(x^2, x=1..10)", "x^2", "Sum with respect to x from 1 to 10."),
        ("solve(x^2 = 4, x)", "x^2 = 4", "Solve for x."),
        ("x^2 = 4, x = ?", "x^2 = 4", "Solve for x."),
        ("f(x) = x^2, f'(3) = ?", "f(x) = x^2", "Find f'(3)."),
    ],
)
def test_notated_is_in_words(objective: str, expression: str, made: str) -> None:
    assert notated(objective, expression, ["x"]) == (made, expression)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("d/dx (x^3)", "x^2"),
        ("d/dt (x^3)", "x^3"),
        ("diff(x^3, y)", "x^3"),
        ("x^2 = 4, x > 0, x = ?", "x^2 = 4"),
        ("solve(x^2 = 4, x, positive)", "x^2 = 4"),
        ("series(exp(x), x, 0, 4)", "exp(x)"),
        ("lim x->0 1/x^2", "1/x"),
    ],
)
def test_notated_leaves_what_differs(objective: str, expression: str) -> None:
    assert notated(objective, expression, ["x"]) == (objective, expression)


@pytest.mark.parametrize(
    ("objective", "expression", "reading"),
    [
        ("Determine the zeros (Nullstellen) of f.", "f(x) = x^2 - 4", "all solutions in x of x^2 - 4"),
        ("Resolve the following equation:", "x^2 = 4", "all solutions in x"),
        ("Solve the inequation.", "x^2 < 4", "all real x with x^2 < 4"),
        ("Study the variations of f: compute f'(x).", "f(x) = x^2", "the derivative in x"),
        ("If y = x^2, then dy/dx equals", "y = x^2", "the derivative in x"),
        ("The inverse of the function is", "f(x) = 2x", "the inverse function"),
        ("Determine the horizontal asymptote for x \\to -\\infty.", "f(x) = 1/x", "goes to -oo"),
        ("Solve the equation for x \\in \\left[0, \\pi\\right[.", r"\sin x = 0", "x in [0, pi)"),
        ("The number of real roots of the equation is", "x^3 = x", "the number of all real solutions"),
        ("How many solutions does the equation have in the interval [0, 2)?", "x^2 = x", "with x in [0, 2)"),
        ("Find the sum of the roots.", "x^2 - 5x + 6 = 0", "the sum of all solutions"),
        ("Find the principal argument of the complex number.", "x = 1 - i", "atan("),
        ("Find the work done by the force from x = 0 to x = 2.", "F(x) = 4x", "from 0 to 2"),
        ("Find x when f(x) = 5.", "f(x) = 2x + 1", "2*x + 1 = 5"),
        (
            "Show that x^2 = 4 can be written as (x-2)(x+2) = 0 and hence solve the equation.",
            "x^2 = 4",
            "all solutions",
        ),
        ("If f(x) = x^2, compute the integral of f from 0 to 3.", r"\int_0^3 x^2 dx", "from 0 to 3"),
    ],
)
def test_from_abroad_is_read(objective: str, expression: str, reading: str) -> None:
    assert reading in read(objective, expression)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Determine the zeros (Extremstellen) of f.", "f(x) = x^2 - 4"),
        ("Determine the zeros (positive) of f.", "f(x) = x^2 - 4"),
        ("If x > 0, then the solutions of the equation are fewer than", "x^2 = 4"),
        ("Study the sign of f and find its largest zero.", "f(x) = x^2 - 4"),
        ("Determine all x \\in \\mathbb{N} with", "x^2 = 4"),
        ("Find the number of positive roots.", "x^2 = 4"),
        ("Find the argument of the number in degrees.", "x = 1 + i"),
        ("Find the argument of the complex number.", "x = -1 - i"),
        ("Show that x^2 = 4 can be written as (x-2)(x+2) = 0 and hence solve the equation.", "x^2 = 9"),
        ("If f(x) = x^2, compute the integral of f from 0 to 2.", r"\int_0^3 x^2 dx"),
        ("Find the work done by the force F in moving a particle from x = 0 to x = 30 cm.", "F(x) = 2x"),
    ],
)
def test_from_abroad_refuses(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        read(objective, expression)
    assert isinstance(from_abroad(objective, expression, ["x"]), tuple)


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "reading"),
    [
        ("Find the charge that flows in the first two seconds.", "i(t) = 4t", "t", "from 0 to 2"),
        ("A curve has gradient dy/dx = 2x and passes through (1, 5). Find its equation.", "", "x y", "y(1) = 5"),
        ("The voltage v(t) of the capacitor obeys the equation with v(0) = 0. Find v(t).", "", "t v", "v(0) = 0"),
        ("Find dy/dx in terms of t.", "x = t^2, y = t^3", "t", "the derivative of y, x in t along x = t^2, y = t^3"),
        (r"Solve \ddot{x} + x = 0.", r"\ddot{x} + x = 0", "t x", "x'' + x = 0"),
    ],
)
def test_rates_and_curves_are_read(objective: str, expression: str, variables: str, reading: str) -> None:
    equations = {"x y": r"\frac{\mathrm{d}y}{\mathrm{d}x} = 2x", "t v": r"\frac{dv}{dt} + v = 1"}
    assert reading in read(objective, expression or equations[variables], variables)


@pytest.mark.parametrize(
    "objective",
    [
        "Find the charge that flows in the third second.",
        "Find the average charge that flows in the first 2 seconds.",
        "Find the charge in milliampere seconds that flows in the first 2 seconds.",
        "Find the charge that flows in the first 2 minutes, where the current in amperes at time t in seconds is",
        "Find the charge that flows in the first 2 seconds and in the first 4 seconds.",
    ],
)
def test_accumulated_leaves_what_differs(objective: str) -> None:
    assert accumulated(objective, "i(t) = 4t", ["t"]) == objective
