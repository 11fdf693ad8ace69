# ruff: noqa: E501 - one case beside another
"""Matrices, calculated entry by entry."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.matrix_notation import parse_matrices
from student_client._reading.formulas.sympy_matrices import parse_matrices as built
from student_client._reading.formulas.tree import Node
from student_client._reading.statement import Choices
from student_client._verifying.matrices import judge

from .trees import word

A, B = r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", r"\begin{bmatrix} 0 & 1 \\ 1 & 1 \end{bmatrix}"
PA, PB = "Matrix([[1, 2], [3, 4]])", "Matrix([[0, 1], [1, 1]])"
JUDGED = [
    (A, "determinant", "-2", "right"), (A, "determinant", "2", "wrong"), (A + B, "matrix", f"{PA}*{PB}", "right"), (A + B, "matrix", f"{PB}*{PA}", "wrong"), (A + "^2", "matrix", f"{PA}**2", "right"), (A + "^{-1}", "matrix", f"{PA}**-1", "right"),
    (A + "^{-1}", "matrix", f"transpose({PA})", "wrong"), (A + "^T", "matrix", f"transpose({PA})", "right"), ("2" + A + "-" + B, "matrix", f"2*{PA} - {PB}", "right"), (A, "matrix", "5", "wrong"), (A, "matrix", "Matrix([1, 2])", "wrong"),
    (r"\langle 1, 2 \rangle \cdot \langle 3, 4 \rangle", "matrix", "11", "right"), (r"\langle 1, 0, 0 \rangle \times \langle 0, 1, 0 \rangle", "matrix", "Matrix([0, 0, 1])", "right"), (r"\langle 1, 0, 0 \rangle \times \langle 0, 1, 0 \rangle", "matrix", "Matrix([0, 0, -1])", "wrong"),
    (r"\|\langle 3, 4 \rangle\|", "matrix", "5", "right"), (r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}^{-1}", "matrix", PA, "unknown"),
]  # fmt: skip


def read(text: str) -> Node:
    statement = parse_matrices("compute", text, ["x"], Choices({}))
    assert statement
    assert isinstance(statement.expression, Node)
    return statement.expression


@pytest.mark.parametrize(("printed", "tool", "made", "found"), JUDGED)
def test_judge(printed: str, tool: str, made: str, found: str) -> None:
    finding = judge(read(printed), tool, built(made, [], [])[0], ["x"])
    assert word(finding) == found, finding


@pytest.mark.parametrize(
    ("values", "found"), [([1, 3], "right"), ([1], "wrong"), ([1, 2], "wrong"), ([1, 3, 5], "wrong")]
)
def test_judge_of_eigenvalues(values: list[int], found: str) -> None:
    node = read(r"\begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}")
    assert word(judge(node, "eigenvalues", [sympy.Integer(value) for value in values], ["x"])) == found
