"""Chatter, hints, claims and warnings are left out; everything about the question remains."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.asides import without_asides


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "Hi everyone, I'm stuck on this one, how do I differentiate it? I think it needs the quotient rule.",
            "how do I differentiate it?",
        ),
        ("What is the slope? My teacher says it is minus one over the gradient of the tangent.", "What is the slope?"),
        ("Find the slope. Hint: differentiate both sides with respect to x.", "Find the slope."),
        ("Find the integral. Don't forget +C.", "Find the integral."),
        ("Find the sign. I keep getting a negative number.", "Find the sign."),
        ("Solve. Remember that a denominator can't be zero.", "Solve."),
        ("Solve it, showing all your working. (Hint: let u = 2^x.)", "Solve it."),
        ("Find the eigenvalues. Hint: solve the characteristic equation det(A - kI) = 0.", "Find the eigenvalues."),
        ("Find f. The denominator has a repeated linear factor.", "Find f."),
        ("Sorry if this is a silly question, but how do I factor it?", "how do I factor it?"),
        ("I am supposed to use L'Hopital's rule. Solve it.", "Solve it."),
        ("I need to do it and I keep getting it wrong: any help appreciated. Solve.", "Solve."),
        ("A student says that the answer is 2x. Solve it.", "Solve it."),
        ("In this question you must show detailed reasoning. Solve it.", "Solve it."),
    ],
)
def test_without_asides_leaves_out(text: str, plain: str) -> None:
    assert without_asides(text, {"x"}) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Find the limit, from the right.",
        "Find the determinant of A - I.",
        "Find the rank of A, I.",
        "Differentiate, then again.",
        "Solve. I only need the positive one.",
        "Solve. My teacher says x must be positive.",
        "Solve. Remember that x is positive.",
        "Solve. Hint: x > 0.",
        "Solve. Hint: x is in degrees.",
        "Solve. Let x = 3.",
        "Integrate. Use limits 1 and 2.",
        "Integrate. Hint: use the limits 0 and 1.",
        "Integrate. My friend says from 0 to 1.",
        "Find the slope. I think it is the normal.",
        "Solve. Note that k = 3.",
        "I know the answer is positive. Solve.",
        "A student says that the answer is positive. Solve.",
        "I am supposed to use degrees. Solve.",
        "Any ideas on how to find only the positive root?",
        "Solve, thanks, but leave out the negative solution.",
        "Solve. The function is defined for positive numbers.",
    ],
)
def test_without_asides_keeps_what_limits(text: str) -> None:
    assert without_asides(text, {"x"}).rstrip(".") == text.rstrip(".")
