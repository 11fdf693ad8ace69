"""Several things asked at once: none may change what another one is asked of."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import read

from tests.client.plans import problem

MATRIX, SURFACE = r"A = \begin{bmatrix} 2 & 7 \\ 7 & 2 \end{bmatrix}", "f(x, y) = x^2y + y^3"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("What are the inverse and the null space?", MATRIX),
        ("Find the reduced row echelon form and the transpose of the matrix.", MATRIX),
        ("Determine the transpose, and hence the dimension of the column space.", MATRIX),
        ("Find the dimension of the null space and the column space.", MATRIX),
        ("Find the dimensions of the null space and the column space.", MATRIX),
        ("Find the dimension of Nul A and Col A.", MATRIX),
        ("Determine the partial derivative with respect to x, and hence the critical points.", SURFACE),
        ("Find the critical points and the partial derivatives of the function.", SURFACE),
    ],
)
def test_check_several_refuses(words: str, printed: str) -> None:
    assert not read(problem(words, printed, "x", "y")).understood


@pytest.mark.parametrize(
    ("words", "printed", "text"),
    [
        ("Find the inverse.", MATRIX, "the value of [[2, 7], [7, 2]]^(-1)"),
        ("Find the dimension of the null space.", MATRIX, "the dimension of the null space of [[2, 7], [7, 2]]"),
        ("Find the critical points.", SURFACE, "all real solutions in x, y of 2*x*y = 0, x^2 + 3*y^2 = 0"),
    ],
)
def test_check_several_keeps(words: str, printed: str, text: str) -> None:
    assert read(problem(words, printed, "x", "y")).text == text


MOTION = "s(t) = t^3 - 6t^2 + 9t"


@pytest.mark.parametrize(
    ("words", "placed"),
    [
        ("At t = 2, find the velocity and the acceleration.", [True, True]),
        ("When t = 2, what are the velocity and the acceleration?", [True, True]),
        ("Find the velocity at t = 2 and the acceleration.", [True, False]),
        ("Find the velocity at t = 2 and the acceleration at t = 2.", [True, True]),
        ("Find the acceleration of the particle, and find the position at t = 1.", None),
        ("Find the position at t = 1 and the velocity.", None),
        ("Find the velocity and the speed when t = 2.", [True, True]),
    ],
)
def test_point_belongs_to(words: str, placed: list[bool] | None) -> None:
    """A point before a list is that of all; one after the first thing is that of the first."""
    reading = read(problem(words, MOTION, "t"))
    assert reading.understood is (placed is not None)
    if placed:
        assert ["at t = " in part or ", at " in part for part in reading.text.split("; ")] == placed
