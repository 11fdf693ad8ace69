"""Words that are left out of an objective, and words that remain."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.shortening import shorter
from student_client._reading.rewording.skeleton import skeleton


@pytest.mark.parametrize(
    ("objective", "expression", "words"),
    [
        ("If f(x) = x^2, find f(a + 1).", "f(x) = x^2", "find f(a + 1)."),
        ("Find the slope of y = x^2 + 1 here", "y = x^2 + 1", "Find the slope of f here"),
        ("Use the definition of the derivative to find f'(x).", "f(x) = x^2", "find f'(x)."),
        ("Solve the system using Gaussian elimination", "x = 1", "Solve the system"),
        ("Find the sum of the infinite series", "x", "Find the sum of the series"),
    ],
)
def test_shorter_leaves_out(objective: str, expression: str, words: str) -> None:
    assert next(shorter(objective, expression)) == words


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("If f(x) = x^3, find f'(2).", "f(x) = x^2"),
        ("Use the trapezoidal rule to find the integral", "x"),
        ("Use Euler's method to solve", "y' = y"),
        ("Multiply by the conjugate", "x"),
        ("Given the vectors u and v, find the angle", "a = 1, b = 2"),
        ("Given that f(1) = 2, find f", "f'(x) = x"),
        ("A curve has a maximum at 1. Find its slope.", "y = x"),
        ("Find the only positive root", "x"),
    ],
)
def test_shorter_keeps(objective: str, expression: str) -> None:
    assert list(shorter(objective, expression)) == []


@pytest.mark.parametrize(
    ("objective", "simple"),
    [
        ("Investigate the limit as x approaches 3.", "find the limit as x approaches 3"),
        ("What are the solutions to this quadratic equation?", "solve"),
        ("I need help to factor the following polynomial", "factor"),
        ("Find the exact value of the integral", "find the integral"),
        ("Find the equation with these roots", None),
        ("Find the sum of the roots", None),
        ("What function has this derivative?", None),
        ("The derivative is below. Find the function.", None),
        ("Given the derivative, find the function", None),
        ("Find the derivative at x = 1 and at x = 2", None),
        ("Find the number of zeros", None),
    ],
)
def test_skeleton_of_simple_sentences(objective: str, simple: str | None) -> None:
    assert skeleton(objective) == simple
