"""Reduced matrices, ranks, bases and eigenvectors, by our own elimination."""

from __future__ import annotations

import pytest
import sympy
from student_client import Problem
from student_client._reading.formulas.sympy_matrices import parse_matrices as built
from student_client._verifying.judge import judge
from student_client._verifying.linear import judge_linear

from ..plans import plan
from ..problems import read
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


def of_list(matrix: str, tool: str, asked: str | None, result: list[object]) -> str:
    node = built(matrix, [], [])[1]
    assert node is not None
    return word(judge_linear(node, tool, asked, result))


def vectors(*texts: str) -> list[object]:
    return [built(f"Matrix([{text}])", [], [])[0] for text in texts]


@pytest.mark.parametrize(
    ("asked", "texts", "truth"),
    [
        ("null", ["-2, 1, 0"], "right"),
        ("null", ["4, -2, 0"], "right"),
        ("null", ["[4, -2, 0]"], "right"),
        ("null", ["2, 1, 0"], "wrong"),
        ("null", ["0, 0, 0"], "wrong"),
        ("null", ["-2, 1, 0", "-4, 2, 0"], "wrong"),
        ("null", ["-2, 1"], "wrong"),
        ("null", [], "wrong"),
        ("column", ["1, 2", "3, 7"], "right"),
        ("column", ["1, 0", "0, 1"], "right"),
        ("column", ["1, 2"], "wrong"),
        ("column", ["1, 2", "2, 4"], "wrong"),
        ("column", ["1, 2", "3, 7", "0, 1"], "wrong"),
        ("column", ["1, 2, 0", "0, 0, 1"], "wrong"),
        ("row", ["1, 2, 0", "0, 0, 1"], "right"),
        ("row", ["1, 2, 3", "2, 4, 7"], "right"),
        ("row", ["1, 2, 0", "0, 1, 1"], "wrong"),
        ("row", ["1, 2", "3, 7"], "wrong"),
    ],
)
def test_judge_of_basis(asked: str, texts: list[str], truth: str) -> None:
    assert of_list(A, "basis", asked, vectors(*texts)) == truth


@pytest.mark.parametrize(
    ("matrix", "asked", "texts", "truth"),
    [
        ("Matrix([[1, 2], [3, 4]])", "null", [], "right"),
        ("Matrix([[0, 0], [0, 0]])", "null", ["1, 0", "0, 1"], "right"),
        ("Matrix([[0, 0], [0, 0]])", "column", [], "right"),
        (SURDS, "null", ["-sqrt(2), 1"], "right"),
        (SURDS, "null", ["-2, sqrt(2)"], "right"),
        (COMPLEX, "row", ["-I, 1"], "right"),
        (COMPLEX, "row", ["1, -I"], "wrong"),
        ("Matrix([[x, 1], [2, 3]])", "null", [], "unknown"),
        (A, "null", ["-2*x, x, 0"], "unknown"),
    ],
)
def test_judge_of_other_bases(matrix: str, asked: str, texts: list[str], truth: str) -> None:
    assert of_list(matrix, "basis", asked, vectors(*texts)) == truth


SHEAR, SYMMETRIC = "Matrix([[2, 1, 0], [0, 2, 0], [0, 0, 5]])", "Matrix([[2, 1], [1, 2]])"
TWICE, TURN = "Matrix([[3, 0, 0], [0, 3, 0], [0, 0, 1]])", "Matrix([[0, -1], [1, 0]])"
GOLDEN = "Matrix([[1, 1], [1, 0]])"


@pytest.mark.parametrize(
    ("matrix", "pairs", "truth"),
    [
        (SYMMETRIC, {"1": ["1, -1"], "3": ["5, 5"]}, "right"),
        (SYMMETRIC, {"1": ["1, -1"]}, "wrong"),
        (SYMMETRIC, {"1": ["1, 1"], "3": ["1, -1"]}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1"], "3": ["1, 1"], "2": ["1, 0"]}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1"], "3": ["1, 1"], "2": []}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1", "2, -2"], "3": ["1, 1"]}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1"], "3": ["0, 0"]}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1"], "3": []}, "wrong"),
        (SYMMETRIC, {"1": ["1, -1"], "2/2": ["1, -1"]}, "wrong"),
        (SHEAR, {"2": ["1, 0, 0"], "5": ["0, 0, 1"]}, "right"),
        (SHEAR, {"2": ["1, 0, 0", "0, 1, 0"], "5": ["0, 0, 1"]}, "wrong"),
        (TWICE, {"3": ["1, 0, 0", "1, 1, 0"], "1": ["0, 0, 1"]}, "right"),
        (TWICE, {"3": ["1, 0, 0"], "1": ["0, 0, 1"]}, "wrong"),
        (TURN, {"I": ["1, -I"], "-I": ["1, I"]}, "right"),
        (TURN, {"I": ["1, I"], "-I": ["1, -I"]}, "wrong"),
        (TURN, {"I": ["1, -I"]}, "wrong"),
        (GOLDEN, {"(1+sqrt(5))/2": ["(1+sqrt(5))/2, 1"], "(1-sqrt(5))/2": ["2, -1-sqrt(5)"]}, "right"),
        (GOLDEN, {"(1+sqrt(5))/2": ["2, 1"], "(1-sqrt(5))/2": ["2, -1-sqrt(5)"]}, "wrong"),
        ("Matrix([[x, 0], [0, 1]])", {"x": ["1, 0"], "1": ["0, 1"]}, "unknown"),
        ("Matrix([[1, 2]])", {"1": ["1, 0"]}, "unknown"),
    ],
)  # fmt: skip
def test_judge_of_eigenvectors(matrix: str, pairs: dict[str, list[str]], truth: str) -> None:
    made = [sympy.Tuple(sympy.sympify(value), *vectors(*texts)) for value, texts in pairs.items()]
    assert of_list(matrix, "eigenvectors", None, list(made)) == truth


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
        ("Find a basis for the null space of A", [f"basis | {P} | null space"], "accepted"),
        ("Find a basis for the null space of A", [f"basis | transpose({P}) | null space"], "rejected"),
        ("Find a basis for the null space of A", ["basis | Matrix([[1, 2, 3]]) | null space"], "undecided"),
        ("Find a basis for the null space of A", [f"row_reduce | {P}"], "rejected"),
        ("Find a basis for the column space of A", [f"basis | {P} | column space"], "accepted"),
        ("Find a basis for the column space of A", [f"basis | {P} | row space"], "rejected"),
        ("Find a basis for the row space of A", [f"basis | transpose({P}) | column space"], "undecided"),
        ("Find a basis for the kernel of A", ["matrix | Matrix([-2, 1, 0])"], "rejected"),
    ],
)
def test_plan_calculates_with_the_matrix(objective: str, steps: list[str], status: str) -> None:
    verdict = judge(Problem(objective, PRINTED, ["x"]), plan(*steps))
    assert verdict.status == status, verdict


SQUARE = r"A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}"


@pytest.mark.parametrize(
    ("objective", "steps", "final", "status"),
    [
        ("Find the eigenvectors of A", [f"eigenvectors | {SYMMETRIC}"], ["R1"], "accepted"),
        ("Find the eigenvectors of A", [f"eigenvalues | {SYMMETRIC}"], ["R1"], "rejected"),
        ("Find the eigenvectors of A", [f"eigenvectors | 2*{SYMMETRIC}"], ["R1"], "rejected"),
        ("Find the eigenvectors of A", ["eigenvectors | Matrix([[1, 1], [1, 1]])"], ["R1"], "rejected"),
        ("Find a basis for the row space of A", [f"basis | {SYMMETRIC} | column space"], ["R1"], "undecided"),
        ("Find the eigenvalues and eigenvectors of A", [f"eigenvectors | {SYMMETRIC}"], ["R1"], "accepted"),
        ("Find the eigenvalues and eigenvectors of A", [f"eigenvalues | {SYMMETRIC}"], ["R1"], "rejected"),
        (
            "Find the eigenvalues and eigenvectors of A",
            [f"eigenvalues | {SYMMETRIC}", f"eigenvectors | {SYMMETRIC}"],
            ["R1", "R2"],
            "accepted",
        ),
    ],
)
def test_plan_finds_eigenvectors(objective: str, steps: list[str], final: list[str], status: str) -> None:
    lines = " ; ".join((objective, SQUARE, "x", *steps, f"final {', '.join(final)}"))
    verdict = judge(*read(f"x :: {lines}")[1:])
    assert verdict.status == status, verdict
