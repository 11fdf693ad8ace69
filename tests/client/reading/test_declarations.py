"""What only declares letters is left out; a declaration that restricts a letter or says what is asked is not."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.declarations import (
    without_always_positive,
    without_declarations,
    without_number_name,
)

LEFT_OUT = [
    ("The equation below, where $k$ is a constant, has no real roots.", "The equation below has no real roots."),
    ("The equation $f(x) = 0$ has equal roots.", "The equation has equal roots."),
    (r"Let $f : \mathbb{R} \to (3, \infty)$ be given by the rule below.", "Let $f$ be given by the rule below."),
    ("Find the least value as $x$ varies over the real numbers.", "Find the least value."),
    ("Determine the greatest value for real values of $x$.", "Determine the greatest value."),
    (r"Solve it over the domain $x \in [0, 1]$.", r"Solve it for $x \in [0, 1]$."),
    ("Solve over the domain $[0, 1]$.", "Solve on the interval $[0, 1]$."),
    ("Factor the four-term polynomial.", "Factor the polynomial."),
    ("Find an equation for $f^{-1}(x)$, the inverse function.", "Find $f^{-1}(x)$."),
    ("Find all the zeros, real and nonreal, of the function.", "Find all complex zeros of the function."),
    (r"The function $f$ is defined for $x \in \mathbb{R}$, $x \ne 1$. Find its inverse.", "Find its inverse."),
    ("Solve the simple interest formula for the rate $k$.", "Solve for $k$."),
]
KEPT = [
    "Find the inverse, where $k$ is a positive constant.",
    "Differentiate, where x is a constant.",
    "Find the solution where y is constant.",
    r"Let $f : [0, \infty) \to \mathbb{R}$ be given by the rule below.",
    "Find the least value as $x$ varies from 1 to 2.",
    r"The function $f$ is defined for $x > 1$. Find its inverse.",
    "Find the two zeros, real and positive, of the function.",
]


@pytest.mark.parametrize(("objective", "said"), LEFT_OUT)
def test_without_declarations_leaves_out(objective: str, said: str) -> None:
    assert without_declarations(objective, "k x^2", ["x", "k"]) == said


@pytest.mark.parametrize("objective", KEPT)
def test_without_declarations_keeps(objective: str) -> None:
    assert without_declarations(objective, "k x^2", ["x", "y", "k"]) == objective


@pytest.mark.parametrize(
    ("objective", "expression", "said"),
    [
        ("Is the number $N$ prime or composite?", "N=221", "Is the number prime or composite?"),
        ("Determine whether the integer $n$ is prime.", "n = 323", "Determine whether the integer is prime."),
        ("Find the exact value of $s$.", r"s=\sin 75^\circ", "Find the exact value."),
    ],
)
def test_without_number_name_leaves_out(objective: str, expression: str, said: str) -> None:
    assert without_number_name(objective, expression) == (said, expression.partition("=")[2].strip())


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Is $N^2$ prime?", "N=221"),
        ("Find the value of $2s$.", r"s=\sin 75^\circ"),
        ("Is the number $N$ prime or composite, and is $N + 2$?", "N=221"),
        ("Find the value of $y$.", "y = 2x"),
    ],
)
def test_without_number_name_keeps(objective: str, expression: str) -> None:
    assert without_number_name(objective, expression) == (objective, expression)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("The expression is always positive for $x > 1$. Find $k$.", "-x^2 + kx + 4"),
        ("The function is positive for all $x > 0$. Find the values of $k$.", "x^2 + kx + 4"),
        ("The expression is never positive. Find the values of $k$.", "x^2 + kx + 4"),
        ("The expression is always positive. Find the values of $k$.", "kx^2 + kx + 4"),
    ],
)
def test_without_always_positive_keeps(objective: str, expression: str) -> None:
    assert without_always_positive(objective, expression) == (objective, expression)
