"""Printed formulas in place of their names: compositions, matrices and complex numbers."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.questions.naming import spelled_names
from student_client._reading.readings import readings
from student_client._reading.rewording.introductions import without_introduction
from student_client._reading.statement import NotRead

PAIR = "f(x) = 3x - 4, g(x) = x^2"
QUOTIENT = r"f(x) = \frac{3x + 1}{x - 2}"
MATRICES = r"A = \begin{pmatrix} 2 & 1 \\ 0 & 3 \end{pmatrix}, B = \begin{pmatrix} 1 & 4 \\ 2 & 5 \end{pmatrix}"


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read"),
    [
        ("Functions f and g are defined below. Find fg(x).", PAIR, "x", "3*x^2 - 4, simplified"),
        ("Evaluate $gf(2)$.", PAIR, "x", "(3*x - 4)^2 at x = 2"),
        ("Find the composite function f∘g", PAIR, "x", "3*x^2 - 4, simplified"),
        ("Solve fg(x) = 5.", PAIR, "x", "all real solutions in x of 3*x^2 - 4 = 5"),
        ("Solve fg(x) = 5, where the domain of g is x > 0.", PAIR, "x",
         "all real solutions in x of 3*x^2 - 4 = 5 with x in (0, oo)"),
        ("Find $f^{-1}(x)$.", QUOTIENT + r", \quad x \ne 2", "x", "the inverse function of (3*x + 1)/(x - 2) in x"),
        ("Find $f^{-1}(x)$.", r"f(x) = 3x - 7, x \in \mathbb{R}", "x", "the inverse function of 3*x - 7 in x"),
        ("Given the two matrices, compute AB.", MATRICES, "x", "the value of [[2, 1], [0, 3]]*[[1, 4], [2, 5]]"),
        ("Find the eigenvalues of A^2.", MATRICES, "x", "the eigenvalues of [[2, 1], [0, 3]]^2"),
        ("Compute det(2A) by cofactor expansion along the first row.", MATRICES, "x",
         "the determinant of 2*[[2, 1], [0, 3]]"),
        (r"Calculate the scalar product $\mathbf{a}\cdot\mathbf{b}$", r"\mathbf{a} = \begin{pmatrix} 2 \\ 5"
         r" \end{pmatrix}, "
         r"\mathbf{b} = \begin{pmatrix} 3 \\ 4 \end{pmatrix}", "x", "the value of dot([[2], [5]], [[3], [4]])"),
        ("z = 1 - i. Find z^6 in the form x + iy.", "(1 - i)^6", "z", "(1 - i)^6, written as a + bi (domain ="
         " complex)"),
        ("Find zw in the form a + bi.", "z = 3 + 2i, w = 1 - i", "z, w",
         "(3 + 2*i)*(1 - i), written as a + bi (domain = complex)"),
        (r"Find $\frac{\partial^2 f}{\partial x \partial y}$", "f(x, y) = x^3y^2", "x, y",
         "the derivative in x of the derivative in y of x^3*y^2"),
        (r"Find $\int_0^1 f(x)\,dx$.", "f(x) = 5x^4", "x", "the integral in x of 5*x^4 from 0 to 1"),
        (r"Find $\frac{dV}{dr}$ when r = 3.", r"V = \pi r^3", "r", "the derivative in r of pi*r^3 at r = 3"),
    ],
)  # fmt: skip
def test_readings_know_names(objective: str, expression: str, variables: str, read: str) -> None:
    assert str(readings(Problem(objective, expression, variables.split(", ")))[0]) == read


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Find $f^{-1}(x)$.", QUOTIENT + r", x \neq 3", "x"),
        ("Find the range of fg(x).", PAIR, "x"),
        ("z = 1 + i. Find z^6 in the form a + bi.", "(1 - i)^6", "z"),
        ("Find the eigenvalues of A + C.", MATRICES, "x"),
        ("Find 2det(A).", MATRICES, "x"),
        (
            "Let A be the inverse of the matrix below. Find A^3.",
            r"A = \begin{pmatrix} 2 & 1 \\ 0 & 3 \end{pmatrix}",
            "x",
        ),
        (r"Find $\int_0^1 f(x)\,dx$ and the mean value of f.", "f(x) = 5x^4", "x"),
    ],
)
def test_readings_refuse_other_names(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, variables.split(", ")))


@pytest.mark.parametrize(
    ("objective", "left"),
    [
        ("Let A be the matrix below. Determine A^3.", "Determine A^3."),
        ("For the 2×2 matrix A below find |A|.", "find |A|."),
        ("Let A be the inverse of the matrix below. Determine A^3.", None),
        ("Let C be the matrix below. Determine C^3.", None),
        ("Given that f(3) = 2, find f(4).", None),
    ],
)
def test_without_introduction_keeps_facts(objective: str, left: str | None) -> None:
    assert without_introduction(objective, MATRICES) == (objective if left is None else left)


def test_spelled_names_keeps_a_power() -> None:
    made = spelled_names(r"Find $\int f(x)^2\,dx$.", "f(x) = 5x^4", ["x"])
    assert made == ("Evaluate.", r"\int \left(5x^4\right)^2\,dx")
