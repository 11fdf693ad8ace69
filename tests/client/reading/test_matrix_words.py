"""The words' question about matrices, which must be the printed one."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

A = r"\begin{pmatrix} 2 & 3 \\ 1 & 2 \end{pmatrix}"
SINGULAR = r"A = \begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix}"
M = "[[1, 2], [2, 4]]"
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


REDUCED, NULL, VECTORS = f"the reduced row echelon form of {M}", f"a basis of the null space of {M}", "eigenvectors of"
BOTH = f"the eigenvalues of {M}; the eigenvalues and {VECTORS} {M}"


@pytest.mark.parametrize(
    ("objective", "read"),
    [
        ("Row reduce A.", REDUCED),
        ("put this in rref pls", REDUCED),
        ("Put the matrix A into reduced row echelon form.", REDUCED),
        ("Use elementary row operations to reduce the given matrix to reduced row echelon form.", REDUCED),
        ("Use Gauss-Jordan elimination to reduce the matrix.", REDUCED),
        ("Find the rank and nullity of A.", f"the rank of {M}; the dimension of the null space of {M}"),
        ("Compute the rank of A by reducing it to echelon form.", f"the rank of {M}"),
        ("Find dim Nul A.", f"the nullity of {M}"),
        ("What is the dimension of the row space?", f"the rank of {M}"),
        ("Find a basis for Nul A.", NULL),
        ("Find ker(A).", NULL),
        ("Find the null space of A. Give a basis.", NULL),
        ("Find a basis for the null space of A^T.", f"a basis of the null space of transpose({M})"),
        ("We want to convert the matrix to rref.", REDUCED),
        ("Find bases for the null space and the column space of A.", f"{NULL}; a basis of the column space of {M}"),
        ("Find the eigenvectors corresponding to each eigenvalue of A.", f"the eigenvalues and {VECTORS} {M}"),
        ("Find the eigenvalues and eigenvectors of A.", BOTH),
        ("Find the eigenvalues of A, and for each eigenvalue find a corresponding eigenvector.", BOTH),
        ("find the eigen values of A and a basis for each eigenspace", BOTH),
        ("Find a basis for the eigenspace for λ = 5.", "a basis of the null space of [[1 - 5, 2], [2, 4 - 5]]"),
        (
            "What is the geometric multiplicity of the eigenvalue 0 of A?",
            "the dimension of the null space of [[1 - 0, 2], [2, 4 - 0]]",
        ),
    ],
)
def test_readings_of_spaces(objective: str, read: str) -> None:
    assert [str(one) for one in readings(Problem(objective, SINGULAR, ["x"]))] == [read]


@pytest.mark.parametrize(
    "objective",
    [
        "Evaluate.",
        "Simplify the matrix.",
        "Find an orthonormal basis for the column space of A.",
        "Find a basis for the left null space of A.",
        "Find the normalized eigenvectors of A.",
        "Find the generalized eigenvectors of A.",
        "Find the eigenvectors of A over the real numbers.",
        "Find the eigenvector for the largest eigenvalue.",
        "Find the image of A.",
        "Find the algebraic multiplicity of the eigenvalue 0.",
    ],
)
def test_readings_refuse_other_spaces(objective: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, SINGULAR, ["x"]))


def test_readings_refuse_spaces_of_a_system() -> None:
    with pytest.raises(NotRead):
        readings(Problem("Row reduce", "x + y = 3, x - y = 1", ["x", "y"]))
