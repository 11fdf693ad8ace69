# ruff: noqa: E501 - tables
"""Functions of balls: mpmath's values inside the domain, Undefined outside, Unclear where the ball straddles."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import mpmath
import pytest
from flint import arb, ctx
from student_client._reading.formulas.tree import FUNCTIONS, Node, call, symbol
from student_client._verifying import ball_functions
from student_client._verifying.ball_functions import RULES, Unclear, Undefined, divide, finite, real_power, root, sign
from student_client._verifying.balls import ball

from .mp import REAL, evaluate

FLAT = {"add", "neg", "mul", "div", "factorial", "binomial", "gcd", "lcm"}
"""Rules with another number of arguments, or for whole numbers only."""


def tight(made: Any) -> mpmath.mpf:
    """Return a ball's middle, when the ball is small."""
    assert made.rad() < 1e-25 * (1 + abs(made.mid())), made
    return mpmath.mpf(made.mid().str(60, radius=False))


def around(text: str) -> Any:
    """Return a ball: ``"0 1"`` is 0 give or take 1."""
    middle, radius = text.split()
    return arb(middle, radius)


def test_every_function_has_a_rule() -> None:
    assert set(RULES) >= FUNCTIONS
    assert set(RULES) - FLAT <= set(REAL)


@pytest.mark.parametrize("name", sorted(set(RULES) - FLAT))
def test_rule_gives_the_value(name: str) -> None:
    source = random.Random(name)
    with ctx.workprec(192), mpmath.workdps(50):
        for low, high in REAL[name]:
            for _ in range(5):
                at = Fraction(source.uniform(low, high)).limit_denominator(10**6)
                expected = evaluate(call(name, symbol("x")), {"x": mpmath.mpf(at.numerator) / at.denominator})
                assert mpmath.almosteq(tight(RULES[name]([ball(at)])), expected, 1e-25, 1e-25), at


EXACT = [
    ("add", [1, 2, 4], 7), ("mul", [2, 3, -4], -24), ("neg", [5], -5), ("div", [6, -3], -2), ("factorial", [0], 1), ("factorial", [5], 120),
    ("abs", [-3], 3), ("sign", [-3], -1), ("sign", [0], 0), ("floor", [-3], -3), ("floor", [Fraction(-1, 2)], -1), ("floor", [Fraction(5, 2)], 2), ("log", [1], 0), ("log", [8, 2], 3),
    ("acosh", [1], 0), ("exp", [0], 1), ("sec", [0], 1), ("gamma", [5], 24), ("erf", [0], 0), ("si", [0], 0), ("binomial", [10, 3], 120), ("binomial", [3, 5], 0), ("gcd", [84, 126], 42), ("gcd", [12, 18, 27], 3), ("lcm", [12, 18], 36),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parts", "value"), EXACT)
def test_rule_at_whole_numbers(name: str, parts: list[int], value: int) -> None:
    made = RULES[name]([ball(Fraction(part)) for part in parts])
    assert made.contains(value)
    assert made.rad() < 1e-12


OUTSIDE = [
    ("log", ["0 0"]), ("log", ["-1 0"]), ("log", ["2 0", "1 0"]), ("log", ["2 0", "-3 0"]), ("log", ["-5 1"]), ("asin", ["1.5 0"]), ("asin", ["-1.5 0"]), ("acos", ["1e300 0"]), ("acos", ["-2 0.5"]), ("acosh", ["0.5 0"]),
    ("acosh", ["-3 0"]), ("atanh", ["2 0"]), ("asec", ["0.5 0"]), ("acsc", ["-0.5 0"]), ("asec", ["0 0"]), ("acot", ["0 0"]), ("csc", ["0 0"]), ("cot", ["0 0"]), ("csch", ["0 0"]), ("coth", ["0 0"]),
    ("ei", ["0 0"]), ("ci", ["-1 0"]), ("chi", ["0 0"]), ("li", ["1 0"]), ("li", ["-2 0"]), ("factorial", ["-1 0"]), ("gamma", ["0 0"]), ("gamma", ["-3 0"]), ("div", ["1 0", "0 0"]), ("div", ["0 0", "0 0"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parts"), OUTSIDE)
def test_rule_proves_no_value(name: str, parts: list[str]) -> None:
    with pytest.raises(Undefined):
        RULES[name]([around(part) for part in parts])


STRADDLING = [
    ("log", ["0 1"]), ("asin", ["1 0.1"]), ("acos", ["-1 0.1"]), ("acosh", ["1 0.1"]), ("atanh", ["1 0.1"]), ("asec", ["1 0.1"]), ("acot", ["0 1"]), ("csc", ["3.14159265358979 0.1"]), ("tan", ["1.5707963267949 0.1"]),
    ("sec", ["1.5707963267949 0.1"]), ("coth", ["0 1"]), ("ei", ["0 1"]), ("li", ["1 0.1"]), ("sign", ["0 1e-300"]), ("floor", ["2 1e-300"]), ("factorial", ["2.5 0"]), ("factorial", ["3 0.1"]), ("div", ["1 0", "0 1e-300"]), ("atanh", ["1 0"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parts"), STRADDLING)
def test_rule_at_an_edge_is_unclear(name: str, parts: list[str]) -> None:
    with pytest.raises(Unclear):
        RULES[name]([around(part) for part in parts])


@pytest.mark.parametrize("name", sorted(set(RULES) - FLAT - {"floor", "sign"}))
def test_rule_of_a_wide_ball(name: str) -> None:
    """It holds all values."""
    for low, high in REAL[name]:
        made = RULES[name]([arb((low + high) / 2, (high - low) / 200)])
        for share in (-1, 0, 1):
            at = (low + high) / 2 + share * (high - low) / 201
            value = evaluate(call(name, symbol("x")), {"x": mpmath.mpf(at)})
            assert made.overlaps(arb(str(value), 1e-13)), (low, high)


@pytest.mark.parametrize(
    ("text", "found"),
    [("1e-300 0", 1), ("-1e-300 0", -1), ("1e300 1", 1), ("0 0", 0), ("-5 4.9", -1)],
)
def test_sign_away_from_zero(text: str, found: int) -> None:
    assert sign(around(text)) == found


@pytest.mark.parametrize("text", ["0 1e-300", "1 1", "-1 2"])
def test_sign_around_zero(text: str) -> None:
    with pytest.raises(Unclear):
        sign(around(text))


def test_finite_refuses_the_rest() -> None:
    assert finite(arb(1)) == 1
    for made in (arb("nan"), arb("inf"), arb(0, "inf")):
        with pytest.raises(Unclear):
            finite(made)


@pytest.mark.parametrize(
    ("radicand", "degree", "value"),
    [(-27, 3, -3), (27, 3, 3), (0, 3, 0), (0, 2, 0), (16, 4, 2), (-32, 5, -2), (-1, 99, -1), (9, 2, 3), (7, 1, 7), (-7, 1, -7)],
)  # fmt: skip
def test_root_is_real(radicand: int, degree: int, value: int) -> None:
    made = root(arb(radicand), degree)
    assert made.contains(value)
    assert made.rad() < 1e-12


def test_odd_root_across_zero() -> None:
    """It holds both signs."""
    made = root(arb(0, 8), 3)
    assert made.contains(2)
    assert made.contains(-2)
    assert made.abs_upper() < 2.01


@pytest.mark.parametrize(("text", "degree"), [("-1 0", 2), ("-1e-300 0", 4), ("-3 2", 2)])
def test_even_root_of_negative(text: str, degree: int) -> None:
    with pytest.raises(Undefined):
        root(around(text), degree)


def test_even_root_across_zero() -> None:
    with pytest.raises(Unclear):
        root(arb(0, 1), 2)


@pytest.mark.parametrize(
    ("base", "exponent", "value"),
    [("2 0", "10 0", 1024), ("-2 0", "3 0", -8), ("-2 0", "-1 0", -0.5), ("0 0", "2 0", 0), ("0 0", "0.5 0", 0), ("4 0", "0.5 0", 2), ("-5 0", "0 0", 1)],
)  # fmt: skip
def test_real_power_has_a_value(base: str, exponent: str, value: float) -> None:
    assert real_power(around(base), around(exponent)).contains(value)


@pytest.mark.parametrize(
    ("base", "exponent"), [("0 0", "0 0"), ("0 0", "-1 0"), ("0 0", "-0.5 0"), ("-2 0", "0.5 0"), ("-2 0", "0.3 0.1")]
)
def test_real_power_has_none(base: str, exponent: str) -> None:
    with pytest.raises(Undefined):
        real_power(around(base), around(exponent))


@pytest.mark.parametrize(
    ("base", "exponent"), [("0 1", "0.5 0"), ("-2 0", "1 0.1"), ("0 0", "0 1"), ("-2 0", "1e300 0")]
)
def test_real_power_is_unclear(base: str, exponent: str) -> None:
    with pytest.raises(Unclear):
        real_power(around(base), around(exponent))


def test_divide_by_zero() -> None:
    assert divide(arb(1), arb(4)) == 0.25
    with pytest.raises(Undefined):
        divide(arb(0), arb(0))


def test_whole_power_has_a_largest() -> None:
    assert ball_functions.whole_power(arb(-1), ball_functions.LARGEST_POWER) == 1
    assert ball_functions.whole_power(arb(0, 1), 0) == 1
    with pytest.raises(Unclear):  # 1 for some readers, undefined for others
        ball_functions.whole_power(arb(0), 0)
    with pytest.raises(Unclear):
        ball_functions.whole_power(arb(1), ball_functions.LARGEST_POWER + 1)


def test_heads_without_a_rule() -> None:
    assert not set(RULES) & {"symbol", "number", "constant", "pow", "root", "piecewise", Node("pow").head}
