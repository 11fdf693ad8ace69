"""The printed expression once more in the words is a noun; another expression remains."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.restating import inline, named, restated


@pytest.mark.parametrize(
    ("text", "expression", "plain"),
    [
        ("Solve tan(x) + sec(x) = 1 over [0, 2π).", r"\tan x + \sec x = 1", "Solve the equation over [0, 2π)."),
        ("Find ∫ x cos(3x) dx now.", r"\int x\cos(3x)\,dx", "Find the expression now."),
        (
            "Find the integral of |x - 2| from 0 to 5.",
            r"\int_0^5 |x-2|\,dx",
            "Find the integral of the expression from 0 to 5.",
        ),
        (
            "Where do the line y = x + 3 and the parabola y = x^2 meet?",
            "y = x + 3, y = x^2",
            "Where do the line and the parabola meet?",
        ),
        ("Approximate π².", r"\pi^2", "Approximate the expression."),
        (r"Given that $y = x^2$, $x > 0$, find it.", "y = x^2", "Given that $x > 0$, find it."),
        ("If 2^(a+1) = 32, what is a?", "2^{a+1} = 32", "what is a?"),
        ("Let f(x) = 4 - 3x. Find f(1).", "f(x) = 4 - 3x", "Find f(1)."),
    ],
)
def test_restated_says_the_noun(text: str, expression: str, plain: str) -> None:
    assert restated(text, expression, ["x", "y", "a"]) == plain


@pytest.mark.parametrize("text", ["Integrate 3 x^2.", "Integrate -x^2.", "Differentiate x^3.", "Find 1/(x^2)."])
def test_restated_keeps_another(text: str) -> None:
    assert restated(text, "x^2", ["x"]) == text


def test_inline_has_no_dollars() -> None:
    assert inline(r"the $x$-axis and $\frac{\mathrm{d}y}{\mathrm{d}x}$.") == "the x-axis and dy/dx."


@pytest.mark.parametrize(
    ("text", "expression", "whole"),
    [
        ("Find the third derivative of y = sin(2x).", "sin(2*x)", "y = sin(2*x)"),
        ("Use the chain rule to differentiate f(x) = (3x^2 + 1)^5.", "(3*x^2 + 1)^5", "f(x) = (3*x^2 + 1)^5"),
        (r"Find the slope of $y = \sqrt x$ at (9, 3).", "sqrt(x)", "y = sqrt(x)"),
    ],
)
def test_named_takes_the_name_of_the_words(text: str, expression: str, whole: str) -> None:
    assert named(text, expression, ["x"]) == whole


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Differentiate f(x) = (3x^2 - 1)^5.", "(3*x^2 + 1)^5"),
        ("Differentiate f(t) = 3x.", "3x"),
        ("Find the slope of y = 3x at x = 2.", "3x = 6"),
        ("Find f(x) if f'(x) = 3x.", "3x"),
    ],
)
def test_named_leaves_another(text: str, expression: str) -> None:
    assert named(text, expression, ["x"]) == expression
