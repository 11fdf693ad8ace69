"""Plans whose result is a word about numbers, quadratics, sequences, statements, matrices: right ones are accepted."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._verifying.judge import judge

from ..plans import plan


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
