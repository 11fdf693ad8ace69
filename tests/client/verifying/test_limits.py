# ruff: noqa: E501 - one limit a line
"""A function's limit from one side: SymPy's limit, confirmed by values very near the point."""

from __future__ import annotations

from fractions import Fraction

import pytest
from student_client._reading.formulas.tree import constant, neg, number, symbol
from student_client._verifying.limits import approach, infinite

from .trees import point, read

PLUS, MINUS = r"\infty", r"-\infty"
APPROACHED = [
    (r"\frac{\sin x}{x}", "0", 1, "1"), (r"\frac{\sin x}{x}", "0", -1, "1"), (r"\frac{1-\cos x}{x^2}", "0", 1, "1/2"), (r"\frac{\tan x-x}{x^3}", "0", -1, "1/3"), (r"\frac{e^x-1-x-\frac{x^2}{2}}{x^3}", "0", 1, "1/6"), (r"\frac{\sqrt{x+4}-2}{x}", "0", 1, "1/4"),
    ("5", "0", 1, "5"), (r"\frac{x^2-4}{x-2}", "2", 1, "4"), (r"\frac{x^2-4}{x-2}", "2", -1, "4"), (r"\frac{x^2}{x}", "0", 1, "0"), ("x", "10^{300}", 1, str(10**300)), ("10^{300}x", "0", 1, "0"),
    # The two sides differ.
    (r"\frac{|x|}{x}", "0", 1, "1"), (r"\frac{|x|}{x}", "0", -1, "-1"), (r"\frac{2x+|x|}{x}", "0", -1, "1"), (r"\lfloor x\rfloor", "2", 1, "2"), (r"\lfloor x\rfloor", "2", -1, "1"), (r"\frac{x}{\sqrt{x^2}}", "0", -1, "-1"),
    ("e^{1/x}", "0", 1, "oo"), ("e^{1/x}", "0", -1, "0"), (r"\frac{1}{1+e^{1/x}}", "0", 1, "0"), (r"\frac{1}{1+e^{1/x}}", "0", -1, "1"),
    # Infinite ones.
    (r"\frac1x", "0", 1, "oo"), (r"\frac1x", "0", -1, "-oo"), (r"\frac{1}{x^2}", "0", -1, "oo"), (r"-\frac{1}{x^2}", "0", 1, "-oo"), (r"\tan x", r"\frac{\pi}{2}", 1, "-oo"), (r"\tan x", r"\frac{\pi}{2}", -1, "oo"), (r"\ln x", "0", 1, "-oo"), ("e^x", PLUS, -1, "oo"), ("x!", PLUS, -1, "oo"),
    # At infinity.
    ("e^x", MINUS, 1, "0"), (r"\frac{x^2+1}{2x^2-x}", PLUS, -1, "1/2"), (r"\arctan x", PLUS, -1, "1/2*pi"), (r"\arctan x", MINUS, 1, "-1/2*pi"), ("x^{100}e^{-x}", PLUS, -1, "0"), (r"\frac{\ln x}{x}", PLUS, -1, "0"), (r"\frac{\sin x}{x}", PLUS, -1, "0"), (r"\frac{x+\sin x}{x}", PLUS, -1, "1"),
    (r"\sqrt{x^2+x}-x", PLUS, -1, "1/2"), (r"\sqrt{x^2+x}+x", MINUS, 1, "-1/2"), (r"\left(1+\frac1x\right)^x", PLUS, -1, "e"), ("(1+x)^{1/x}", "0", 1, "e"), ("(1+x)^{1/x}", "0", -1, "e"), ("x^x", "0", 1, "1"), (r"x\ln x", "0", 1, "0"), (r"x\sin\frac1x", "0", 1, "0"),
    # Slow.
    (r"\frac{1}{\ln x}", "0", 1, "0"), (r"\frac{1}{\ln x}", PLUS, -1, "0"), (r"\frac{\ln x}{\sqrt{x}}", PLUS, -1, "0"), (r"\sqrt[3]{x}\ln x", "0", 1, "0"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "place", "side", "goal"), APPROACHED)
def test_approach_is_confirmed(function: str, place: str, side: int, goal: str) -> None:
    made = approach(read(function), "x", point(place), side, [{}])
    assert (str(made.goal), made.known, made.confirmed) == (goal, True, True)


UNCONFIRMED = [
    (r"\sin\frac1x", "0", 1), (r"\sin x", PLUS, -1), (r"\cos(2\pi x)", PLUS, -1), (r"x\cos(\pi x)", PLUS, -1), (r"\cos(\ln x)", "0", 1), (r"\sin(\ln(\ln x))", PLUS, -1), (r"\lfloor x\rfloor-x", PLUS, -1),
    # Too slow for the values to confirm.
    (r"\frac{1}{\ln(\ln x)}", PLUS, -1), (r"\ln(\ln x)", PLUS, -1), (r"\frac{\ln x}{x^{1/100}}", PLUS, -1),
    # SymPy gives no goal, or a wrong one.
    (r"\sqrt[3]{x^3+x^2}-x", MINUS, 1), ("x^{1/3}", MINUS, 1),
]  # fmt: skip


@pytest.mark.parametrize(("function", "place", "side"), UNCONFIRMED)
def test_approach_is_unconfirmed(function: str, place: str, side: int) -> None:
    """When it oscillates or is slow."""
    made = approach(read(function), "x", point(place), side, [{}])
    assert (made.known, made.confirmed) == (True, False)


@pytest.mark.parametrize(
    ("function", "place", "side"),
    [(r"\ln x", "0", -1), (r"\sqrt{x}", "0", -1), ("x^x", "0", -1), (r"\sqrt{-x}", PLUS, -1), (r"\arcsin x", "1", 1)],
)
def test_approach_without_values(function: str, place: str, side: int) -> None:
    """On that side."""
    assert approach(read(function), "x", point(place), side, [{}]).known is False


@pytest.mark.parametrize(
    ("function", "place", "side", "goal"),
    [
        (r"\frac{\sin(ax)}{x}", "0", 1, "a"),
        (r"\frac{x^2-a^2}{x-a}", "a", 1, "2*a"),
        (r"\frac{x^2-a^2}{x-a}", "a", -1, "2*a"),
        (r"\frac{(1+x)^a-1}{x}", "0", 1, "a"),
    ],
)
def test_approach_with_letters(function: str, place: str, side: int, goal: str) -> None:
    """It is confirmed at every place of theirs."""
    places = [{"a": Fraction(2)}, {"a": Fraction(1, 3)}, {"a": Fraction(-5, 2)}]
    made = approach(read(function), "x", point(place), side, places)
    assert (str(made.goal), made.confirmed) == (goal, True)


@pytest.mark.parametrize("function", ["a^x", "x^a", "e^{-ax}"])
def test_approach_depends_on_a_letter(function: str) -> None:
    places = [{"a": Fraction(2)}, {"a": Fraction(1, 3)}]
    assert not approach(read(function), "x", constant("infinity"), -1, places).confirmed


@pytest.mark.parametrize(
    ("node", "sign"),
    [(constant("infinity"), 1), (neg(constant("infinity")), -1), (constant("pi"), 0), (symbol("x"), 0), (number(7), 0)],
)
def test_infinite_tells_the_sign(node: object, sign: int) -> None:
    assert infinite(node) == sign  # type: ignore[arg-type]
