"""One numerator over one denominator: the same value, and poles in the denominator only."""

from __future__ import annotations

from fractions import Fraction

import pytest
from student_client._verifying.balls import value
from student_client._verifying.numerators import fraction

from .trees import read

PARTS = [
    (r"\tan x", "sin(x)", "cos(x)"),
    (r"\tan x-2", "sin(x) - 2*cos(x)", "cos(x)"),
    (r"\sec x", "1", "cos(x)"),
    (r"\cot x-\csc x", "cos(x) - 1", "sin(x)"),
    (r"\tan^2x", "sin(x)^2", "cos(x)^2"),
    (r"\frac{1}{1/x}", "x", "1"),
    (r"-\frac{1}{x}", "-1", "x"),
    (r"x\cdot\frac{2}{x-1}", "x*2", "x - 1"),
    (r"\frac1x+\frac{1}{x-1}", "x - 1 + x", "x*(x - 1)"),
    ("x^2+1", "x^2 + 1", "1"),
    (r"\tan^2x-\tan x-2", "sin(x)^2 - sin(x)*cos(x) - 2*cos(x)^2", "cos(x)^2"),
    (r"\frac{1}{x^2}+\frac{1}{x(x-1)}", "x - 1 + x", "x^2*(x - 1)"),
    ("x^{-2}", "x^(-2)", "1"),
    (r"\sqrt{\frac1x}", "sqrt(1/x)", "1"),
]


@pytest.mark.parametrize(("text", "above", "below"), PARTS)
def test_fraction_has_two_parts(text: str, above: str, below: str) -> None:
    assert [str(part) for part in fraction(read(text))] == [above, below]


@pytest.mark.parametrize(
    "text", [text for text, _, _ in PARTS] + [r"(\tan x+\frac{1}{x})^3\cdot\frac{\sec x}{\cot x}-7"]
)
def test_fraction_keeps_the_value(text: str) -> None:
    place = {"x": Fraction(17, 11)}
    above, below = (value(part, place) for part in fraction(read(text)))
    assert (above / below).overlaps(value(read(text), place))
