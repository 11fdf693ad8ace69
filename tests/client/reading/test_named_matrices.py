"""Matrices and vectors by their names."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.named_matrices import spelled_out
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

A, B = r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", r"\begin{bmatrix} 0 & 1 \\ 1 & 1 \end{bmatrix}"
IDENTITY = r"\begin{pmatrix}1 & 0 \\ 0 & 1\end{pmatrix}"
COLUMN = r"\begin{pmatrix} 6 \\ -8 \end{pmatrix}"
BOTH = rf"A = {A}, \quad B = {B}"


@pytest.mark.parametrize(
    ("objective", "expression", "made"),
    [
        ("Find AB.", BOTH, ("Compute", f"{A}  {B}")),
        ("Compute 2A - 3B for the given matrices", BOTH, ("Compute", f"2 {A}  - 3 {B}")),
        ("Find A^{-1}", f"A = {A}", ("Compute", f"{A} ^{{-1}}")),
        ("Find det(A)", f"A = {A}", ("Find the determinant", A)),
        ("Find |A|", f"A = {A}", ("Find the determinant", A)),
        ("Calculate |v|", f"v = {COLUMN}", ("Find the magnitude", COLUMN)),
        ("Find the eigenvalues of the matrix A.", f"A = {A}", ("Find the eigenvalues.", A)),
        (
            "Find the magnitude of the vector.",
            r"\vec{v} = 3\mathbf{i} - 4\mathbf{j} + 12\mathbf{k}",
            ("Find the magnitude of the vector.", r"\langle 3, -4, 12 \rangle"),
        ),
        (
            r"Find \mathbf{u} \times \mathbf{v}",
            r"\mathbf{u} = (1, 2, 3), \mathbf{v} = (0, 1, -1)",
            ("Compute", r"\langle 1, 2, 3 \rangle   \times   \langle 0, 1, -1 \rangle"),
        ),
        (
            "Find the cross product of v and u.",
            r"u = \langle 1, 2, 3 \rangle, v = \langle 0, 1, -1 \rangle",
            ("Find the cross product.", r"\langle 0, 1, -1 \rangle, \langle 1, 2, 3 \rangle"),
        ),
        ("Find the rank of AB.", BOTH, ("Find the rank", f"{A}  {B}")),
        ("Find the null space of A - 2I.", f"A = {A}", ("Find the null space", f"{A}  - 2 {IDENTITY}")),
        ("Find A + I", rf"A = {A}, I = {B}", ("Compute", f"{A}  +  {B}")),
        ("Find the eigenvalues of B.", BOTH, ("Find the eigenvalues.", B)),
    ],
)
def test_spelled_out_puts_matrices(objective: str, expression: str, made: tuple[str, str]) -> None:
    assert spelled_out(objective, expression) == made


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the dot product u × v", r"u = \langle 1, 2, 3 \rangle, v = \langle 0, 1, 1 \rangle"),
        ("Find AB", rf"A = {A}, B = 3x"),
        ("Solve", "x^2 = 4"),
    ],
)
def test_spelled_out_leaves_others(objective: str, expression: str) -> None:
    assert spelled_out(objective, expression) == (objective, expression)


def test_readings_refuse_no_matrix() -> None:
    with pytest.raises(NotRead):
        readings(Problem("Find AC", BOTH, ["x"]))
