"""Questions about matrices and about linear equations with a letter are understood in the wordings of several books."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.concepts.matrix_equations import solution
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

A = r"A = \begin{bmatrix} 5 & 3 \\ 3 & 5 \end{bmatrix}"
LETTER = r"M = \begin{pmatrix} k & 2 \\ 3 & k \end{pmatrix}"
GREEK = r"M = \begin{pmatrix} \mu & 1 \\ 1 & \mu \end{pmatrix}"
TWO = r"A = \begin{pmatrix} 3 & 5 \\ 1 & 2 \end{pmatrix}, \quad B = \begin{pmatrix} 4 & 1 \\ 2 & -3 \end{pmatrix}"
PRODUCT = r"\begin{vmatrix} 1 & x \\ 1 & y \end{vmatrix}"
WIDE = r"B = \begin{pmatrix} 1 & 0 & 2 \\ 2 & 1 & 3 \end{pmatrix}"
SYSTEM = r"\begin{cases} x + 3y = 2 \\ 3x + ky = 6 \end{cases}"
MAYBE = r"\begin{cases} kx + y = 1 \\ 4x + ky = 2 \end{cases}"
VECTORS = "the eigenvalues and eigenvectors of [[5, 3], [3, 5]]"
VALUES = "the eigenvalues of [[5, 3], [3, 5]]"
BOTH = f"{VALUES}; {VECTORS}"
ZERO = "all real solutions in k of k*k - 2*3 = 0"
INVERSE = "[[3, 5], [1, 2]]^(-1)"


def read(objective: str, expression: str) -> str:
    return str(readings(Problem(objective, expression, ["x", "y", "k", "mu"]))[0])


@pytest.mark.parametrize(
    ("objective", "expression", "asked"),
    [
        ("Find the eigenvalues of $A$ and, for each one, a basis for the corresponding eigenspace.", A, VECTORS),
        ("Obtain the characteristic roots together with a characteristic vector belonging to each.", A, VECTORS),
        ("Determine each eigenvalue and a basis of the eigenspace belonging to it.", A, VECTORS),
        ("Find a basis for the eigenspace corresponding to each eigenvalue of the matrix.", A, VECTORS),
        ("The matrix has real eigenvalues. Find them, and find an eigenvector corresponding to each one.", A, VECTORS),
        ("Write down the characteristic equation of the matrix and find its eigenvalues.", A, VALUES),
        (r"By solving $\det(A - \lambda I) = 0$, find the eigenvalues of $A$.", A, VALUES),
        ("Determine all values of $k$ for which the matrix fails to be invertible.", LETTER, ZERO),
        ("The matrix has determinant zero. Find the value of the constant $k$.", LETTER, ZERO),
        ("Find the two values of $k$ for which the determinant of the matrix vanishes.", LETTER, ZERO),
        ("Find all values of $k$ for which the columns of the matrix are linearly dependent.", LETTER, ZERO),
        (r"Determine the values of $\mu$ which make the matrix singular.", GREEK,
         "the letter for which [[mu, 1], [1, mu]] has the determinant 0"),
        (r"Find the $2 \times 2$ matrix $X$ which satisfies $AX = B$.", TWO,
         f"the value of {INVERSE}*[[4, 1], [2, -3]]"),
        ("Evaluate the determinant, expressing your result as a product of linear factors.", PRODUCT,
         "1*y - x*1, factored"),
        (r"A linear map from $\mathbb{R}^3$ to $\mathbb{R}^2$ is represented by the matrix $B$. Find the nullity of"
         " $B$.", WIDE, "the dimension of the null space of [[1, 0, 2], [2, 1, 3]]"),
        ("Find the value of the constant $k$ for which the equations do not have a unique solution.", SYSTEM,
         "all real solutions in k of 1*k - 3*3 = 0"),
        ("For what value of $k$ does the system have infinitely many solutions?", SYSTEM,
         "all real solutions in k of 1*k - 3*3 = 0"),
    ],
)  # fmt: skip
def test_by_matrices(objective: str, expression: str, asked: str) -> None:
    assert read(objective, expression) == asked


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find a basis for the eigenspace corresponding to the largest eigenvalue.", A),
        ("Write down the characteristic equation of the matrix and find the sum of its eigenvalues.", A),
        ("Find the values of $k$ for which the matrix is invertible.", LETTER),
        ("The matrix has determinant zero. Find the positive value of $k$.", LETTER),
        ("Given that $AX = B$, find the determinant of $X$.", TWO),
        ("Given that $AX = B$, find $X^{-1}$.", TWO),
        ("For which value of $k$ does the system have a unique solution?", SYSTEM),
        ("Find the positive value of $k$ for which the equations do not have a unique solution.", MAYBE),
    ],
)
def test_by_matrices_refuses(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        read(objective, expression)


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        ("Solve AX = B for X.", "A^{-1}B"),
        ("Find X if XA = B.", "BA^{-1}"),
        ("Given that 2A + X = B, find X.", "B - 2A"),
        ("Find the matrix X such that A - X = 3B.", "A - 3B"),
        ("Solve AXB = C for X.", "A^{-1}CB^{-1}"),
        ("Find the matrix X such that 2A + 3X = B.", r"\frac{1}{3}(B - 2A)"),
        ("Solve AX + B = C for X.", "A^{-1}(C - B)"),
        ("Given that AX = B, find 2X.", None),
        ("Given that AX = XB, find X.", None),
        ("Show that AX = B has a solution X.", None),
    ],
)
def test_matrix_solution(words: str, formula: str | None) -> None:
    assert solution(words, ["A", "B", "C"]) == formula
