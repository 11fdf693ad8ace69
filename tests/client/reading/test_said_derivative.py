"""A derivative that the words give beside the values of its function."""

from __future__ import annotations

import pytest
from student_client._reading.questions.initial_values import ASKED, with_values, without_derivative
from student_client._verifying.judge import judge

from ..plans import plan, problem

FITTED = ("integrate | 2*x | x", "substitute | R1 | x | 1", "simplify | R1 + 2 - R2")


@pytest.mark.parametrize(
    ("objective", "expression", "values"),
    [
        ("Find f(x) given f'(x) = 2x and f(1) = 2", "2x", ", f(1) = 2"),
        ("Find f(x) if $f'(x) = 2x$ and $f(1) = 2$.", "f'(x) = 2x", ", f(1) = 2"),
        ("Determine the function f, given that f'(x) = 2x, f(1) = 2", "2x", ", f(1) = 2"),
        ("Find f(x) if f''(x) = 2x, f(1) = 2 and f'(1) = 0", "2x", ", f(1) = 2, f'(1) = 0"),
    ],
)
def test_with_values_and_a_derivative(objective: str, expression: str, values: str) -> None:
    primes = "''" if "''" in objective else "'"
    assert with_values(objective, expression, ["x"]) == (ASKED, f"f{primes}(x) = 2x{values}")


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find f(x) given f'(x) = 3x and f(1) = 2", "2x"),
        ("Find f(x) given f'(x) = 2x and f(1) = 2", "g'(x) = 2x"),
        ("Find f(x) given f'(x) = 2x and f(1) = 2", "f''(x) = 2x"),
        ("Find f(1) = 2", "2x"),
    ],
)
def test_without_derivative_keeps_another(objective: str, expression: str) -> None:
    assert without_derivative(objective, expression) == (objective, expression)


@pytest.mark.parametrize(
    ("objective", "steps", "status"),
    [
        ("Find f(x) given f'(x) = 2x and f(1) = 2", FITTED, "accepted"),
        ("Find f(x) given f'(x) = 2x and f(1) = 3", FITTED, "rejected"),
        ("Find f(x) given f'(x) = 2x and f(1) = 2", ("integrate | 2*x | x",), "rejected"),
        ("Find f(x) given f'(x) = 2x and f(1) = 2", ("simplify | x**2 + 1",), "rejected"),
        ("Find f(3) given f'(x) = 2x and f(1) = 2", FITTED, "undecided"),
        ("Find the zeros of f given f'(x) = 2x and f(1) = 2", FITTED, "undecided"),
        ("Find g(x) given f'(x) = 2x and f(1) = 2", FITTED, "undecided"),
        ("Find f''(x) given f'(x) = 2x and f(1) = 2", FITTED, "undecided"),
    ],
)
def test_judge_of_a_said_derivative(objective: str, steps: tuple[str, ...], status: str) -> None:
    assert judge(problem(objective, "f'(x) = 2x"), plan(*steps)).status == status
