"""The words' question about matrices, which must be the printed one."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

A = r"\begin{pmatrix} 2 & 3 \\ 1 & 2 \end{pmatrix}"
U, V = r"\langle 3, 4, 1 \rangle", r"\langle 1, 1, 0 \rangle"


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("Find the inverse of the matrix", A, "the value of [[2, 3], [1, 2]]^(-1)"),
        ("Find the transpose", A, "the value of transpose([[2, 3], [1, 2]])"),
        ("Multiply", A + A, "the value of [[2, 3], [1, 2]]*[[2, 3], [1, 2]]"),
        ("Find the cross product", rf"{U} \times {V}", "the value of cross([[3], [4], [1]], [[1], [1], [0]])"),
        ("Find the length of the vector", U, "the value of norm([[3], [4], [1]])"),
        ("Compute", A + "^{-1}", "the value of [[2, 3], [1, 2]]^(-1)"),
    ],
)
def test_readings_of_matrices(objective: str, expression: str, read: str) -> None:
    assert [str(one) for one in readings(Problem(objective, expression, ["x"]))] == [read]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the inverse of the transpose", A),
        ("Find the transpose and the inverse", A),
        ("Find the inverse and the determinant", A),
        ("Find the inverse", A + "^2"),
        ("Find the inverse", A + "^{-1}"),
        ("Find the transpose", A + "^T"),
        ("Multiply", f"{A} + {A}"),
        ("Find the cross product", rf"{U} \cdot {V}"),
        ("Find the dot product and the cross product", rf"{U} \cdot {V}"),
        ("Find the magnitude of the cross product", rf"{U} \times {V}"),
        ("Find the length of the vector", f"{U} + {V}"),
    ],
)
def test_readings_refuse_more(objective: str, expression: str) -> None:
    """Words that ask for more than the printed operation."""
    try:
        found = readings(Problem(objective, expression, ["x"]))
    except NotRead:
        return
    assert all(len(one.questions) > 1 for one in found)
