"""Words about numbers, quadratics, sequences, statements and matrices: right ones are proved, wrong ones stay out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from student_client import Problem
from student_client._reading.formulas.notation import parse_statement, parse_system
from student_client._reading.formulas.tree import Node, number
from student_client._verifying.at_point import concavity, discontinuity, slope
from student_client._verifying.continuity import continuity
from student_client._verifying.evident import primality, rationality, roots, truth
from student_client._verifying.flat import conic, lines, solvability
from student_client._verifying.judge import judge
from student_client._verifying.monotonic import monotonicity

from ..plans import plan


def read(text: str) -> Node:
    made = parse_statement(text, ["x", "n"]).expression
    assert isinstance(made, Node)
    return made


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("91", "composite"),
        ("97", "prime"),
        ("2", "prime"),
        ("1", "neither"),
        ("0", "neither"),
        ("-7", "neither"),
        ("2^{31} - 1", "prime"),
        ("561", "composite"),
        ("3215031751", "composite"),
        ("2^{61} - 1", "prime"),
        (r"\frac{7}{2}", None),
        ("10^{41} + 1", None),
    ],
)
def test_primality_is_proved(text: str, word: str | None) -> None:
    assert primality(read(text)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x^2 - 5x + 6 = 0", "two different real roots"),
        ("4x^2 = 12x - 9", "one repeated real root"),
        ("x^2 + x + 1", "no real roots"),
        (r"x^2 - 2\sqrt{2} x + 2 = 0", "one repeated real root"),
        ("(x-1)(x-2) = x^2", None),
        ("x^3 = x", None),
        ("x^2 + nx + 1 = 0", None),
        (r"\frac{x^2-1}{x-1} = 0", None),
    ],
)
def test_roots_are_of_quadratics(text: str, word: str | None) -> None:
    printed = parse_statement(text, ["x", "n"]).expression
    assert roots(printed, "x") == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\frac{2}{3} < \frac{3}{5}", "false"),
        (r"\sqrt{9+16} = 5", "true"),
        ("1 < 2 \\le 2", "true"),
        ("2 < 1 < 3", "false"),
        (r"\sqrt{-4} = 2", "false"),
        (r"\sqrt{2} = 1.41421356237", "false"),
        (r"\sin^2(1) + \cos^2(1) = 1", "true"),
        ("x = x", None),
    ],
)
def test_truth_is_proved(text: str, word: str | None) -> None:
    assert truth(parse_statement(text, ["x"]).expression) == word


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        (r"\frac{x^2-4}{x-2}", 2, "discontinuous"),
        (r"\frac{x^2-4}{x-2}", 3, "continuous"),
        ("|x|", 0, "continuous"),
        (r"\sqrt{x}", 0, None),
        (r"\sqrt{x}", -1, "discontinuous"),
        (r"\lfloor x \rfloor", 1, None),
        (r"\tan x", 1, "continuous"),
    ],
)
def test_continuity_is_proved(text: str, at: int, word: str | None) -> None:
    assert continuity(read(text), "x", number(at)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\frac{n}{n+1}", "increasing"),
        (r"\frac{1}{n}", "decreasing"),
        (r"\frac{(-1)^n}{n}", "not monotonic"),
        (r"\frac{n}{n^2+50}", "not monotonic"),
        (r"(n-100)^2", "not monotonic"),
        (r"(n-1)(n-2)", None),
        (r"\frac{1}{n-5}", None),
        (r"2^{-n}", None),
        ("(n-5000)^2", None),
    ],
)
def test_monotonicity_is_proved(text: str, word: str | None) -> None:
    assert monotonicity(read(text), "n") == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\sqrt{50}", "irrational"),
        (r"\sqrt{2} \cdot \sqrt{8}", "rational"),
        (r"\sqrt{2} + \sqrt{3}", "irrational"),
        (r"(1 + \sqrt{2})(1 - \sqrt{2})", "rational"),
        (r"\frac{\pi}{2} + 1", "irrational"),
        (r"\frac{\pi^2 + \pi}{\pi + 1} - \pi", "rational"),
        (r"\frac{2e}{e}", "rational"),
        (r"e + \pi", None),
        (r"\sqrt[3]{8}", None),
        (r"\sqrt{-4}", None),
    ],
)
def test_rationality_is_proved(text: str, word: str | None) -> None:
    assert rationality(read(text)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x + y = 3, x - y = 1", "one solution"),
        ("x + y = 3, 2x + 2y = 6", "infinitely many solutions"),
        ("x + y = 3, 2x + 2y = 5", "no solution"),
        ("x + y = 3, x - y = 1, x = 5", "no solution"),
        ("x + y + z = 1, x - y = 2", "infinitely many solutions"),
        (r"\sqrt{2} x + y = 1, 2x + \sqrt{2} y = \sqrt{2}", "infinitely many solutions"),
        ("xy = 1, x + y = 2", None),
        ("x^2 + y = 1, x + y = 1", None),
        (r"\frac{1}{x} + y = 1, y = 1", None),
    ],
)
def test_solvability_is_proved(text: str, word: str | None) -> None:
    made = parse_system(text, ["x", "y", "z"])
    assert made is not None
    assert solvability(made.expression) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("y = 2x + 1, y = -\\frac{1}{2}x + 3", "perpendicular"),
        ("2x + 3y = 6, 4x + 6y = 1", "parallel"),
        ("2x + 3y = 6, 4x + 6y = 12", None),
        ("x = 1, y = 2", "perpendicular"),
        ("x = 1, x = 2", "parallel"),
        ("y = x, y = 2x", "neither"),
        ("y = x^2, y = x", None),
        ("y = x, y = x + z", None),
    ],
)
def test_lines_are_compared(text: str, word: str | None) -> None:
    made = parse_system(text, ["x", "y", "z"])
    assert made is not None
    assert lines(made.expression) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x^2 + y^2 - 4x + 6y = 12", "circle"),
        ("4x^2 + 9y^2 = 36", "ellipse"),
        (r"\frac{(x-1)^2}{9} + \frac{y^2}{4} = 1", "ellipse"),
        ("x^2 + xy + y^2 = 1", "ellipse"),
        ("4x^2 - 9y^2 = 36", "hyperbola"),
        ("xy = 1", "hyperbola"),
        ("y^2 - 4x + 2y = 3", "parabola"),
        ("(x + y)^2 = x - y", "parabola"),
        ("x^2 + y^2 = -1", None),
        ("x^2 + y^2 = 0", None),
        ("x^2 - y^2 = 0", None),
        ("x^2 + y^3 = 1", None),
        ("x + y = 1", None),
        ("x^2 = 1 + 0y", None),
    ],
)
def test_conic_is_proved(text: str, word: str | None) -> None:
    assert conic(parse_statement(text, ["x", "y"]).expression) == word


@pytest.mark.parametrize(
    ("decide", "text", "at", "word"),
    [
        (slope, "x^3 - 6x^2", 2, "decreasing"),
        (slope, "x^3 - 6x^2", 5, "increasing"),
        (slope, "x^3 - 6x^2", 4, "stationary"),
        (slope, "|x - 1|", 1, None),
        (concavity, "x^3 - 6x^2", 1, "concave down"),
        (concavity, "x^3 - 6x^2", 2, None),
        (concavity, "e^x", 0, "concave up"),
        (discontinuity, r"\frac{x^2-4}{x-2}", 2, "removable"),
        (discontinuity, r"\frac{x^2-4}{(x-2)^2}", 2, "infinite"),
        (discontinuity, r"\frac{x}{x^2-4}", 2, "infinite"),
        (discontinuity, r"\frac{x}{x^2-4}", 3, None),
        (discontinuity, r"\frac{\sin x}{x}", 0, None),
    ],
)
def test_word_at_a_point(decide: Callable[[Node, str, Node], str | None], text: str, at: int, word: str | None) -> None:
    assert decide(read(text), "x", number(at)) == word


@pytest.mark.parametrize(
    ("objective", "expression", "step", "word"),
    [
        ("Is 91 prime?", "91", "91 | primality", "composite"),
        ("Determine the nature of the roots.", "x^2 = 2x - 1", "x**2 - 2*x + 1 | x | roots", "one repeated real root"),
        (
            "Is the sequence increasing or decreasing?",
            r"a_n = \frac{n}{n+1}",
            "n/(n+1) | n | monotonicity",
            "increasing",
        ),
        (
            "Is f continuous at x = 2?",
            r"f(x) = \frac{x^2-4}{x-2}",
            "(x**2-4)/(x-2) | x | 2 | continuity",
            "discontinuous",
        ),
        ("True or false?", r"\frac{2}{3} < \frac{3}{5}", "2/3 < 3/5 | truth", "false"),
        ("How many real solutions does the equation have?", "x^2 = -1", "x**2 + 1 | x | roots", "no real roots"),
        ("Are the lines parallel or perpendicular?", "y = 2x, y = 2x + 1", "y = 2x, y = 2x + 1 | lines", "parallel"),
        ("Identify the conic.", "x^2 + 4y^2 = 4", "x^2 + 4y^2 = 4 | conic", "ellipse"),
        (
            "How many solutions does the equation have?",
            "2x + 3 = 2x + 5",
            "Eq(2*x + 3, 2*x + 5) | solvability",
            "no solution",
        ),
        ("Is x = 2 a solution of the equation?", "x^2 = 4", "Eq(x**2, 4) | x | 2 | truth", "true"),
        ("Is 3 a zero of the polynomial?", "p(x) = x^3 - 27", "Eq(x**3 - 27, 0) | x | 3 | truth", "true"),
        ("Determine whether x = 4 is a solution.", "2x - 3 > 5", "2*x - 3 > 5 | x | 4 | truth", "false"),
        (
            "Is the matrix invertible?",
            *(r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", "Matrix([[1, 2], [2, 4]]) | invertibility", "singular"),
        ),
        (
            "Determine whether A is singular.",
            *(r"A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "Matrix([[1, 2], [3, 4]]) | invertibility"),
            "invertible",
        ),
        (
            "Are the vectors linearly independent?",
            *("(1, 2, 3), (4, 5, 6), (7, 8, 9)", "Matrix([[1, 4, 7], [2, 5, 8], [3, 6, 9]]) | linear independence"),
            "dependent",
        ),
        (
            "Are the columns of the matrix linearly independent?",
            *(r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \\ 0 & 1 \end{pmatrix}",),
            *("Matrix([1, 2, 0]), Matrix([2, 4, 1]) | linear independence", "independent"),
        ),
        (
            "Determine whether u and v are orthogonal, parallel or neither.",
            *(r"u = \langle 2, 4 \rangle, v = \langle -2, 1 \rangle", "Matrix([2, 4]), Matrix([-2, 1]) | direction"),
            "orthogonal",
        ),
        (
            "Are the vectors orthogonal?",
            *(r"\mathbf{u} = \mathbf{i} + 2\mathbf{j}, \mathbf{v} = 2\mathbf{i} + 4\mathbf{j}",),
            *("Matrix([1, 2]), Matrix([2, 4]) | direction", "parallel"),
        ),
    ],
)
def test_word_is_accepted(objective: str, expression: str, step: str, word: str) -> None:
    verdict = judge(Problem(objective, expression, ["x", "n"]), plan(f"classify | {step}"))
    assert (verdict.status, verdict.result) == ("accepted", word)


@pytest.mark.parametrize(
    ("objective", "expression", "step", "status"),
    [
        ("Is 91 prime?", "91", "93 | primality", "undecided"),
        ("Is 91 prime?", "93", "93 | primality", "undecided"),
        ("Determine the nature of the roots.", "x^2 = 2x - 1", "x**2 - 2*x | x | roots", "rejected"),
        ("Determine the nature of the roots.", "x^2 = 2x + 3", "x**2 - 2*x | x | roots", "undecided"),
        ("Is the sequence increasing?", r"a_n = \frac{n}{n^2+50}", "n/(n**2+1) | n | monotonicity", "rejected"),
        ("Is f continuous at x = 2?", r"f(x) = \frac{x^2-4}{x-2}", "x + 2 | x | 2 | continuity", "rejected"),
        ("Is f continuous at x = 2?", r"f(x) = \frac{1}{x}", "1/x | x | 3 | continuity", "undecided"),
        ("True or false?", r"\frac{2}{3} < \frac{3}{5}", "2/3 < 3/4 | truth", "rejected"),
        ("How many solutions does the equation have?", "x^2 = -1", "x**2 + 1 | x | roots", "rejected"),
        ("How many real solutions does the equation have?", "x^2 = -1", "x**2 - 1 | x | roots", "rejected"),
        ("How many real solutions does the equation have in [0, 3]?", "x^2 = 1", "x**2 - 1 | x | roots", "rejected"),
        ("Find the sum of the real solutions of the equation.", "x^2 = 1", "x**2 - 1 | x | roots", "rejected"),
        ("Is x = 2 a solution of the equation?", "x^2 = 4", "Eq(x**2, 4) | x | -2 | truth", "undecided"),
        ("Is x = 2 a solution of the equation?", "x^2 = 4", "Eq(x**2, 9) | x | 3 | truth", "undecided"),
        (
            "Is the matrix invertible?",
            *(r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", "Matrix([[1, 2], [2, 5]]) | invertibility", "rejected"),
        ),
        (
            "Is the matrix invertible?",
            *(r"\begin{pmatrix} 1 & 2 \\ 2 & 5 \end{pmatrix}", "Matrix([[1, 2], [2, 6]]) | invertibility", "undecided"),
        ),
        (
            "Are the vectors u and v linearly independent?",
            r"u = \langle 2, 4 \rangle, v = \langle -2, 1 \rangle, w = \langle 1, 1 \rangle",
            *("Matrix([[2, -2, 1], [4, 1, 1]]) | linear independence", "undecided"),
        ),
        (
            "Are the vectors linearly independent?",
            *("(1, 2, 3), (2, 4, 6)", "Matrix([[1, 2, 3], [0, 1, 0], [0, 0, 1]]) | linear independence", "rejected"),
        ),
    ],
)
def test_word_is_not_accepted(objective: str, expression: str, step: str, status: str) -> None:
    assert judge(Problem(objective, expression, ["x", "n"]), plan(f"classify | {step}")).status == status


def test_word_without_assumptions() -> None:
    """An interval would leave out solutions, and positive letters the other half of a function."""
    many = Problem("How many real solutions does the equation have?", "x^2 = 1", ["x"], {"interval": "[0, 3]"})
    assert judge(many, plan("classify | x**2 - 1 | x | roots")).status == "undecided"
    even = Problem("Is f even?", "f(x) = x^2", ["x"], {"domain": "positive"})
    assert judge(even, plan("classify | x**2 | x | parity")).status == "undecided"
