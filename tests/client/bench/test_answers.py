from __future__ import annotations

from collections.abc import Iterator

import pytest
from student_client import Attempt, Outcome, Problem, SymbolicVerifier, Verdict
from student_client._bench.answers import agrees


@pytest.fixture(scope="module")
def verifier() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=1) as made:
        yield made


def outcome(result: str | None, problem: Problem) -> Outcome:
    attempts = () if result is None else (Attempt("student", 0.0, verdict=Verdict("undecided", "not read", result)),)
    return Outcome(problem, attempts=attempts)


@pytest.mark.parametrize(
    ("result", "answers", "same"),
    [
        ("42", ("42",), True),
        ("43", ("42",), False),
        ("sqrt(3)/2", (r"\frac{\sqrt{3}}{2}",), True),
        ("(x + 1)**2", ("x^2 + 2x + 1",), True),
        ("[2, 3]", ("3", "2"), True),
        ("[2, 4]", ("3", "2"), False),
        ("[2]", ("3", "2"), False),
        ("1", (r"\text{one}",), None),
        (None, ("42",), None),
    ],
)
def test_agrees_as_mathematics(
    verifier: SymbolicVerifier, result: str | None, answers: tuple[str, ...], same: bool | None
) -> None:
    assert agrees(verifier, outcome(result, Problem("compute", "x", ["x"])), answers) is same


def test_agrees_of_antiderivatives(verifier: SymbolicVerifier) -> None:
    """Two different ones are not comparable."""
    integral = Problem("integrate", r"\int 2x\,dx", ["x"])
    assert agrees(verifier, outcome("x**2", integral), ("x^2",)) is True
    assert agrees(verifier, outcome("x**2", integral), ("x^2 + 5",)) is None
    definite = Problem("evaluate", r"\int_0^1 2x\,dx", ["x"])
    assert agrees(verifier, outcome("1", definite), ("2",)) is False
