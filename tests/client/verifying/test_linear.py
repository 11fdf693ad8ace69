"""Reduced matrices and ranks, by our own elimination."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.sympy_matrices import parse_matrices as built
from student_client._verifying.judge import judge
from student_client._verifying.linear import judge_linear

from ..plans import plan
from .trees import word

A = "Matrix([[1, 2, 3], [2, 4, 7]])"
SURDS = "Matrix([[1, sqrt(2)], [sqrt(2), 2]])"
COMPLEX = "Matrix([[1, I], [I, -1]])"


def found(matrix: str, tool: str, asked: str | None, result: str) -> str:
    node = built(matrix, [], [])[1]
    assert node is not None
    return word(judge_linear(node, tool, asked, built(result, [], [])[0]))


@pytest.mark.parametrize(
    ("matrix", "result", "truth"),
    [
        (A, "Matrix([[1, 2, 0], [0, 0, 1]])", "right"),
        (A, "Matrix([[1, 2, 3], [0, 0, 1]])", "wrong"),
        (A, "Matrix([[0, 0, 1], [1, 2, 0]])", "wrong"),
        (A, "Matrix([[1, 2, 0], [0, 0, 1], [0, 0, 0]])", "wrong"),
        (A, "3", "wrong"),
        (SURDS, "Matrix([[1, sqrt(2)], [0, 0]])", "right"),
        (SURDS, "Matrix([[1, 0], [0, 1]])", "wrong"),
        (COMPLEX, "Matrix([[1, I], [0, 0]])", "right"),
        (COMPLEX, "Matrix([[1, -I], [0, 0]])", "wrong"),
        ("Matrix([[0, 0], [0, 0]])", "Matrix([[0, 0], [0, 0]])", "right"),
        ("Matrix([[1, x], [2, 3]])", "Matrix([[1, 0], [0, 1]])", "unknown"),
        ("Matrix([[pi, 1], [1, 2]])", "Matrix([[1, 0], [0, 1]])", "unknown"),
        ("2*Matrix([[1, 2], [3, 4]])", "Matrix([[1, 0], [0, 1]])", "right"),
    ],
)
def test_judge_of_reduced_matrix(matrix: str, result: str, truth: str) -> None:
    assert found(matrix, "row_reduce", None, result) == truth


@pytest.mark.parametrize(
    ("matrix", "asked", "result", "truth"),
    [
        (A, None, "2", "right"),
        (A, None, "3", "wrong"),
        (A, "nullity", "1", "right"),
        (A, "nullity", "2", "wrong"),
        (SURDS, None, "1", "right"),
        (COMPLEX, None, "2", "wrong"),
        ("Matrix([[1, x], [1, 2]])", None, "2", "unknown"),
    ],
)
def test_judge_of_rank(matrix: str, asked: str | None, result: str, truth: str) -> None:
    assert found(matrix, "rank", asked, result) == truth


PRINTED = r"A = \begin{pmatrix} 1 & 2 & 3 \\ 2 & 4 & 6 \end{pmatrix}"
P = "Matrix([[1, 2, 3], [2, 4, 6]])"


@pytest.mark.parametrize(
    ("objective", "steps", "status"),
    [
        ("Row reduce the matrix A", [f"row_reduce | {P}"], "accepted"),
        ("Row reduce the matrix A", [f"matrix | {P}"], "rejected"),
        ("Row reduce the matrix A", [f"row_reduce | 2*{P}"], "undecided"),
        ("Row reduce the matrix A", ["row_reduce | Matrix([[1, 2, 3], [0, 0, 0]])"], "undecided"),
        ("Find the rank of A", [f"rank | {P}"], "accepted"),
        ("Find the rank of A", ["rank | Matrix([[1, 2, 3], [0, 0, 0]])"], "undecided"),
        ("Find the rank of A", ["simplify | 1"], "rejected"),
        ("Find the rank of A", [f"rank | transpose({P})"], "undecided"),
        ("Find the nullity of A", [f"rank | {P}", "simplify | 3 - R1"], "accepted"),
        ("Find the nullity of A", [f"rank | {P}", "simplify | 2*R1"], "rejected"),
        ("Find the nullity of A", [f"rank | {P}", "simplify | 2 - R1"], "rejected"),
        ("Find the nullity of A", ["rank | Matrix([[1, 2]])", "simplify | 3 - R1"], "undecided"),
        ("Find the nullity of A", [f"rank | {P}"], "rejected"),
    ],
)
def test_plan_calculates_with_the_matrix(objective: str, steps: list[str], status: str) -> None:
    verdict = judge(Problem(objective, PRINTED, ["x"]), plan(*steps))
    assert verdict.status == status, verdict
