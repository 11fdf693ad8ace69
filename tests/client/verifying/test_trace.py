# ruff: noqa: E501 - one plan a line
"""A plan does the work: the steps to its answer apply the asked operation to the asked expression."""

from __future__ import annotations

import pytest
from student_client._reading.statement import Operation
from student_client._verifying.executor import run
from student_client._verifying.stages import first, stages
from student_client._verifying.trace import does_the_work

from ..plans import plan
from .trees import equation, point, read, word

INTEGRATE, DERIVE, SOLVE = (Operation(tool, "x") for tool in ("integrate", "differentiate", "solve"))
SIMPLIFY, PRIMES, SQUARE = (
    Operation("simplify"),
    Operation("factor", word="primes"),
    Operation("rewrite", "x", word="square"),
)
LIMIT, PUT = Operation("limit", "x", point("0")), Operation("substitute", "x", point("2"))

WORK = [
    (DERIVE, "x^3", ["differentiate | x**3 | x"], "right", ""), (DERIVE, "x^3", ["expand | 3*x**2"], "wrong", "states an answer"), (DERIVE, "x^3", ["differentiate | x**2 | x", "expand | R1*3*x/2"], "unknown", "another expression"), (DERIVE, "x^3", ["differentiate | x**3 | y"], "wrong", "no step differentiates in x"),
    (DERIVE, "x^3", ["differentiate | x**3 | x", "expand | 3*x**2"], "wrong", "states an answer"), (DERIVE, "x(x+1)", ["expand | x*(x+1)", "differentiate | R1 | x"], "right", ""), (DERIVE, "x^3+x", ["differentiate | x**3 | x", "differentiate | x | x", "expand | R1 + R2"], "right", ""),
    (INTEGRATE, "2x", ["integrate | 2*x | x"], "right", ""), (INTEGRATE, "2x", ["expand | x**2"], "wrong", "no step integrates"), (INTEGRATE, "2x", ["integrate | 2*x | x", "simplify | R1"], "right", ""), (INTEGRATE, "2x", ["integrate | 4*x | x", "expand | R1/2"], "unknown", "another expression"),
    (INTEGRATE, "|x|", ["integrate | x | x", "integrate | -x | x", "expand | R1 + R2"], "unknown", "another expression"),
    (DERIVE, "x^x", ["differentiate | x*log(x) | x", "simplify | x**x*R1"], "right", ""), (DERIVE, "x^x", ["differentiate | x*log(x + 1) | x", "simplify | x**x*R1"], "unknown", "another expression"),
    (LIMIT, r"\frac{\sin x}{x}", ["limit | sin(x)/x | x | 0"], "right", ""), (LIMIT, r"\frac{\sin x}{x}", ["simplify | 5"], "wrong", "no step takes the limit"), (LIMIT, r"\frac{\sin x}{x}", ["expand | 1 + 0*x"], "wrong", "states an answer"), (LIMIT, r"\frac{\sin x}{x}", ["limit | sin(x)/x | x | oo"], "wrong", "at x = 0"),
    (LIMIT, r"\frac{x^2+x}{x}", ["simplify | (x**2+x)/x", "substitute | R1 | x | 0"], "right", ""), (LIMIT, r"\frac{\sin x}{x}", ["limit | 1 | x | 0"], "unknown", "another expression"), (LIMIT, r"\frac{\sin x}{x}", ["limit | sin(x)/x | y | 0"], "wrong", "in x"),
    (PUT, "x^2", ["substitute | x**2 | x | 2"], "right", ""), (PUT, "x^2", ["substitute | x**2 | x | 4/2"], "right", ""), (PUT, "x^2", ["substitute | x**2 | x | 3"], "wrong", "at x = 2"), (PUT, "x^2", ["expand | 4"], "unknown", "substitutes the value"), (PUT, "x^2", ["limit | x**2 | x | 2"], "right", ""),
    (SIMPLIFY, "x+x", ["simplify | x + x"], "right", ""), (SIMPLIFY, "x(x+1)-x", ["simplify | x**2"], "wrong", "the answer already"), (SIMPLIFY, "x(x+1)-x", ["simplify | x*(x+1) - x"], "right", ""), (SIMPLIFY, "x+1", ["simplify | x + 1"], "right", ""), (SIMPLIFY, "x(x+1)", ["expand | x*(x+1)"], "right", ""),
    (SIMPLIFY, "2+3", ["simplify | 5"], "wrong", "the answer already"), (SIMPLIFY, "2+3", ["simplify | 3 + 2"], "right", ""), (SIMPLIFY, r"\sin\frac{\pi}{6}", ["simplify | 1/2"], "wrong", "the answer already"), (SIMPLIFY, r"\sin\frac{\pi}{6}", ["simplify | sin(pi/6)"], "right", ""), (SIMPLIFY, "6!/5!", ["simplify | 2*3"], "right", ""),
    (SIMPLIFY, "3(x^2+2)-1", ["substitute | 3*x - 1 | x | x**2 + 2"], "right", ""), (SIMPLIFY, "3(x^2+2)-1", ["substitute | x | x | 3*x**2 + 5"], "wrong", "no step rewrites"), (SIMPLIFY, "3(x^2+2)-1", ["substitute | 3*x - 1 | x | x**2"], "wrong", "no step rewrites"),
    (PRIMES, "12", ["factor | 12"], "right", ""), (PRIMES, "12", ["factor | 2**2*3"], "wrong", "has the form already"), (PRIMES, "12", ["factor | 3*4"], "right", ""), (SQUARE, "x^2+2x", ["rewrite | x**2 + 2*x | completed square"], "right", ""), (SQUARE, "x^2+2x", ["rewrite | (x+1)**2 - 1 | completed square"], "wrong", "already"),
    (SIMPLIFY, "x", ["differentiate | x**2/2 | x"], "wrong", "no step rewrites"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "printed", "steps", "found", "says"), WORK)
def test_does_the_work(asked: Operation, printed: str, steps: list[str], found: str, says: str) -> None:
    at = stages(first(read(printed), (), ("x",)), (asked,))
    finding = does_the_work((asked,), at, run(plan(*steps)), len(steps))
    assert (word(finding), says in finding.reason) == (found, True), finding


SOLVED = [
    ("x^2=4", ["solve | Eq(x**2, 4) | x"], "right"), ("x^2=4", ["solve | x**2 - 4 | x"], "right"), ("x^2=4x-4", ["solve | Eq(x, 2) | x"], "wrong"), ("x^2=4x-4", ["solve | Eq(2, x) | x"], "wrong"), ("x^2=4x-4", ["solve | x - 2 | x"], "wrong"), ("x^2=4", ["solve | (x-2)*(x+2) | x"], "right"), ("2x=4", ["solve | Eq(x, 2) | x"], "right"), ("e^x=1", ["solve | x**3 | x"], "wrong"), ("x=2", ["solve | Eq(x, 2) | x"], "right"), ("2x=4", ["solve | 2*x - 4 | x"], "right"),
    ("x^2=4", ["expand | 2"], "wrong"), ("x^2=4", ["factor | x**2 - 4", "solve | R1 | x"], "right"), ("x^2=4", ["solve | y**2 - 4 | y"], "wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "steps", "found"), SOLVED)
def test_does_the_work_of_solving(printed: str, steps: list[str], found: str) -> None:
    at = stages(first(equation(printed), (), ("x",)), (SOLVE,))
    finding = does_the_work((SOLVE,), at, run(plan(*steps)), len(steps))
    assert word(finding) == found, finding


CHAINS = [
    ((DERIVE, PUT), "x^3", ["differentiate | x**3 | x", "substitute | R1 | x | 2"], 2, "right"), ((DERIVE, PUT), "x^3", ["substitute | 3*x**2 | x | 2"], 1, "wrong"), ((DERIVE, PUT), "x^3", ["differentiate | x**3 | x", "expand | 12"], 2, "wrong"), ((DERIVE, DERIVE), "x^3", ["differentiate | x**3 | x", "differentiate | R1 | x"], 2, "right"),
    ((DERIVE, DERIVE), "x^3", ["differentiate | 3*x**2 | x"], 1, "unknown"), ((DERIVE, SIMPLIFY), "x^3+x", ["differentiate | x**3 + x | x"], 1, "right"), ((DERIVE,), "x^3", ["differentiate | x**3 | x", "expand | x"], 1, "right"), ((DERIVE, PUT), "x^3", ["differentiate | x**3 | x", "substitute | R1 | x | 2", "expand | x"], 2, "right"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "printed", "steps", "number", "found"), CHAINS)
def test_does_the_work_of_each(
    question: tuple[Operation, ...], printed: str, steps: list[str], number: int, found: str
) -> None:
    at = stages(first(read(printed), (), ("x",)), question)
    finding = does_the_work(question, at, run(plan(*steps)), number)
    assert word(finding) == found, finding


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("sum | 2*x + 1 | x | 1 | 3", "right"),
        ("sum | 2*x + 3 | x | 0 | 2", "right"),
        ("sum | 2*x - 1 | x | 2 | 4", "right"),
        ("sum | 2*x + 1 | x | 0 | 2", "unknown"),
        ("sum | 2*x + 3 | x | 0 | 3", "wrong"),
    ],
)
def test_does_the_work_from_another_start(step: str, found: str) -> None:
    asked = Operation("sum", "x", bounds=(point("1"), point("3")))
    at = stages(first(read("2x+1"), (), ("x",)), (asked,))
    assert word(does_the_work((asked,), at, run(plan(step)), 1)) == found


@pytest.mark.parametrize(
    ("step", "found"),
    [("integrate | 2*t | t | 0 | 2", "right"), ("integrate | 2*x | x | 0 | 2", "right"), ("expand | 4", "wrong")],
)
def test_does_the_work_in_another_letter(step: str, found: str) -> None:
    """As after a substitution, or in y for a region: the value is compared elsewhere."""
    asked = Operation("integrate", "x", bounds=(point("0"), point("2")))
    at = stages(first(read("2x"), (), ("x",)), (asked,))
    assert word(does_the_work((asked,), at, run(plan(step)), 1)) == found
