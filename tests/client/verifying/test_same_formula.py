"""A plan with matrices also answers the question for other numbers."""

from __future__ import annotations

import json

import pytest
from student_client._plan import Plan
from student_client._reading.formulas.matrix_notation import parse_matrices
from student_client._reading.formulas.tree import Node
from student_client._reading.statement import Choices
from student_client._verifying.executor import run
from student_client._verifying.same_formula import formula, same_formula

from .trees import word

A, B = r"\begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}", r"\begin{pmatrix} 2 & 1 \\ 5 & 3 \end{pmatrix}"
PA, PB = "Matrix([[1, 1], [0, 1]])", "Matrix([[2, 1], [5, 3]])"
U = r"\langle 3, 4 \rangle"


def plan(*expressions: str) -> Plan:
    steps = [{"type": "tool", "tool": "matrix", "args": {"expr": expression}} for expression in expressions]
    return Plan.parse(json.dumps({"steps": [*steps, {"type": "final", "payload": {"result": f"R{len(steps)}"}}]}))


@pytest.mark.parametrize(
    ("printed", "steps", "found"),
    [
        (A + "^3", [f"{PA}**3"], "right"),
        (A + "^3", [f"{PA}**2", f"R1*{PA}"], "right"),
        (A + "^3", ["Matrix([[1, 3], [0, 1]])**1"], "unknown"),
        (A + "^3", [f"{PA}**1 + 2*{PA} - 2*{PA}**0*{PA}"], "unknown"),
        (A + B, [f"{PA}*{PB}"], "right"),
        (A + B, [f"{PB}*{PA}"], "unknown"),
        (B + "^{-1}", [f"{PB}**-1"], "right"),
        (B + "^{-1}", ["1*Matrix([[3, -1], [-5, 2]])"], "unknown"),
        (B + "^{-1}", ["transpose(Matrix([[3, -5], [-1, 2]]))"], "unknown"),
        (rf"\|{U}\|", ["norm(Matrix([3, 4]))"], "right"),
        (rf"\|{U}\|", ["norm(Matrix([5, 0]))"], "unknown"),
        (rf"{U} \cdot {U}", ["dot(Matrix([3, 4]), Matrix([3, 4]))"], "right"),
        (rf"{U} \cdot {U}", ["5*norm(Matrix([3, 4]))"], "unknown"),
    ],
)
def test_same_formula(printed: str, steps: list[str], found: str) -> None:
    statement = parse_matrices("compute", printed, ["x"], Choices({}))
    assert statement
    assert isinstance(statement.expression, Node)
    made = formula(run(plan(*steps)), len(steps))
    assert word(same_formula(statement.expression, made, ["x"])) == found
