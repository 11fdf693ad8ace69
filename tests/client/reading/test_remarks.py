"""Remarks are dropped, unless they change the question."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.remarks import plain


@pytest.mark.parametrize(
    ("objective", "expression", "words"),
    [
        ("Simplify. [3 marks]", "x", "Simplify."),
        ("Solve, leaving your answers in exact form", "x^2 = 2", "Solve"),
        ("Solve the equation and check your solution(s).", "x = 1", "Solve the equation."),
        ("Approximate to the nearest tenth.", "\\pi", "evaluate rounded to 1 decimal places."),
        ("Solve, rounding your answer to the nearest hundredth", "2^x = 5", "Solve rounded to 2 decimal places"),
        ("Evaluate, correct to three decimal places", "\\pi", "Evaluate rounded to 3 decimal places"),
        (
            "Use a calculator to find a decimal approximation to 5 significant figures.",
            "\\pi",
            "evaluate rounded to 5 significant figures.",
        ),
        ("Does this integral converge? Evaluate it if so.", "\\int_0^1 x\\,dx", "evaluate the improper integral."),
        ("Find the positive solution", "x^2 = 4", "solve for x where x > 0"),
        ("Convert to radians", "150^\\circ", "simplify"),
        ("Can somebody show me how to factor this?", "x^2 - 1", "factor this?"),
    ],
)
def test_plain_says_the_same(objective: str, expression: str, words: str) -> None:
    assert plain(objective, expression, ["x"]) == words


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the GCD of 252 and 104", "252, 105"),
        ("Convert to radians", "150"),
        ("Solve, giving your answers in degrees", "2\\sin x = 1"),
        ("Write in radical form", "x^{2/3}"),
        ("Round to the nearest integer", "\\pi"),
        ("Find the sum in terms of k", "\\sum_{k=1}^{n} k"),
        ("Differentiate with respect to x and y", "x^2y^3"),
    ],
)
def test_plain_leaves_the_question(objective: str, expression: str) -> None:
    assert plain(objective, expression, ["x", "k", "n"]) == objective
