# ruff: noqa: E501 - expressions side by side
"""Two functions are the same where the first has a value: proved, refuted at a place, or neither."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

import pytest
from student_client._reading.formulas.tree import number, root
from student_client._verifying.equivalence import agrees_between, cover, equal

from .trees import point, read, word

SAME = [
    ("(x+1)^2", "x^2+2x+1"), (r"\frac{x^2-1}{x-1}", "x+1"), (r"10^{-300}x", r"\frac{x}{10^{300}}"), ("10^{300}+1", "1+10^{300}"), (r"\frac{1}{1/x}", "x"),
    (r"\sin^2 x+\cos^2 x", "1"), (r"\sinh x", r"\frac{e^x-e^{-x}}{2}"), ("e^{2x}", "(e^x)^2"), (r"\tan x", r"\frac{\sin x}{\cos x}"), (r"\tan(\arctan x)", "x"),
    (r"\sqrt{x^2}", "|x|"), (r"\sqrt{x^2+20x+100}", "|x+10|"), (r"\sqrt[3]{x^3}", "x"), (r"x^{2/3}", r"|x|^{2/3}"), (r"x^{1/3}", r"\sqrt[3]{x}"), (r"\frac{x}{|x|}", r"\operatorname{sgn}x"),
    (r"\ln(x^2)", r"2\ln|x|"), (r"\ln(1-x)+\ln(1+x)", r"\ln(1-x^2)"), (r"\arcsin x+\arccos x", r"\frac{\pi}{2}"), (r"\arctan x+\arctan\frac1x", r"\frac{\pi}{2}\operatorname{sgn}x"),
    (r"\ln|\tan x|", r"\ln|\sin x|-\ln|\cos x|"), (r"|\cos x|", r"\sqrt{1-\sin^2 x}"),
    # The second is defined at more places than the first, which is all that is asked.
    (r"e^{\ln x}", "x"), (r"\sqrt{x}^2", "x"), (r"2\ln x", r"\ln(x^2)"), (r"\sqrt{x-1}\sqrt{x-1}", "x-1"),
    (r"\sqrt[3]{-27}", "-3"), (r"\sqrt{3+2\sqrt{2}}", r"1+\sqrt{2}"), (r"\sin\frac{\pi}{6}", r"\frac12"), ("10^{-300}", r"\frac{1}{10^{300}}"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "other"), SAME)
def test_equal_proves_the_same(truth: str, other: str) -> None:
    assert word(equal(read(truth), read(other), ["x"])) == "right"


APART = [
    (r"\sin x", "x"), (r"x^{2/3}", r"\sqrt[3]{x}"), (r"\ln(x^2)", r"\ln x"), ("x!", "x^2+1"),
    # Numbers of every size, and numbers that agree to many digits.
    ("12345678901234567890124", "12345678901234567890125"), ("x", "x+10^{-300}"), ("10^{300}x", "10^{300}x+1"), ("10^{-300}", "0"), ("e^{-x^2}", "0"),
    (r"(1000000x+1)^4", r"10^{24}x^4+4\cdot10^{18}x^3+6\cdot10^{12}x^2+4000000x"), (r"\frac1x", r"\frac1x+10^{-60}"), ("e^x", "e^x+10^{-60}"), (r"\cos x+1", r"\cos x+1+10^{-60}\sin x"),
    # Kinks near and far, at integers and between them, of polynomials and other functions.
    (r"\sqrt{x^2}", "x"), (r"\sqrt{x^2+20x+100}", "x+10"), ("|x-1000|", "x-1000"), ("|x-10^{12}|", "10^{12}-x"), ("|x^2-2|", "x^2-2"), ("|x^3-3x+1|", "x^3-3x+1"), ("|(x-1)(x-1.0000001)|", "(x-1)(x-1.0000001)"),
    ("|e^x-100|", "e^x-100"), ("|e^x-e^{50}|", "e^{50}-e^x"), ("|2^x-10^{-5}|", "2^x-10^{-5}"), ("|e^{-x}-10^{-30}|", "e^{-x}-10^{-30}"), (r"|\ln x-20|", r"20-\ln x"), (r"|\ln x+50|", r"50+\ln x"),
    (r"|\sqrt{x}-10000|", r"10000-\sqrt{x}"), (r"|x+\sin x-100|", r"100-x-\sin x"), (r"|\sin x+x-5\cdot10^6|", r"5\cdot10^6-x-\sin x"), (r"\sqrt{(e^x-1)^2(e^x-1.0001)^2}", "(e^x-1)(e^x-1.0001)"),
    (r"|\sin x|", r"\sin x"), (r"|\sin 10x|", r"\sin 10x"), (r"\arcsin(\sin x)", "x"), (r"\arctan(\tan x)", "x"), (r"\arctan x+\arctan\frac1x", r"\frac{\pi}{2}"),
    (r"\lfloor x\rfloor", r"x-\frac12"), (r"\lfloor x\rfloor+\lfloor-x\rfloor", "-1"), (r"\sin(\pi x)", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "other"), APART)
def test_equal_refutes_at_a_place(truth: str, other: str) -> None:
    assert word(equal(read(truth), read(other), ["x"])) == "wrong"


@pytest.mark.parametrize("digits", [15, 30, 60, 200])
def test_equal_refutes_a_decimal(digits: int) -> None:
    decimal = Fraction(isqrt(2 * 10 ** (2 * digits)), 10**digits)
    assert word(equal(root(number(2)), number(decimal), [])) == "wrong"


UNSURE = [
    (r"\ln(x^2)", r"2\ln x", "has no real value at x = -"), ("x", r"\sqrt{x}^2", "has no real value"), ("x", r"e^{\ln x}", "has no real value"), ("x^3", r"\sqrt{x}^6", "has no real value"),
    (r"\sqrt{-1-x^2}", "1", "too few places"), (r"\sqrt{-x^2}", "0", "too few places"), ("x!", "x(x-1)!", "too few places"), (r"\ln(-1)", "0", "compared with an expression without a real value"),
    ("1", r"\ln(-1)", "no known real value"), (r"\sqrt{x}+\sqrt{-x}", "0", "too few places"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "other", "says"), UNSURE)
def test_equal_without_a_value(truth: str, other: str, says: str) -> None:
    """It leaves that open."""
    found = equal(read(truth), read(other), ["x"])
    assert (word(found), says in found.reason) == ("unknown", True), found


LETTERS = [
    (r"\sqrt{a^2}", "|a|", "right"), (r"\sqrt{a^2}", "a", "unknown"), (r"x\sqrt{a^2}", "ax", "unknown"), (r"\frac{|a|}{a}", "1", "unknown"), (r"\sqrt{a^2}", "-a", "wrong"),
    (r"\sqrt{x^2}", "x", "wrong"), (r"a\sqrt{x^2}", "ax", "wrong"), ("|x-a|", "x-a", "wrong"), ("|x-a|", "a-x", "wrong"), ("(x+y)^3", "x^3+3x^2y+3xy^2+y^3", "right"), ("(x+y)^3", "x^3+3x^2y+3xy^2-y^3", "wrong"),
    ("a^{x+1}", "aa^x", "right"), ("x^{n}x", "x^{n+1}", "right"), ("x^{n}x", "x^{2n}", "wrong"), (r"\ln(ax)", r"\ln a+\ln x", "unknown"), (r"\sqrt{a^2-2ab+b^2}", "|a-b|", "right"), (r"\sqrt{a^2-2ab+b^2}", "a-b", "wrong"),
    (r"\sqrt{a^2+2ab+b^2}", "a+b", "unknown"), ("a^2-b^2", "(a-b)(a+b)", "right"), (r"\frac{a}{b}", r"\frac{ac}{bc}", "right"), (r"\frac{1}{x^2-a^2}", r"\frac{1}{2a}\left(\frac{1}{x-a}-\frac{1}{x+a}\right)", "right"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "other", "found"), LETTERS)
def test_equal_of_letters(truth: str, other: str, found: str) -> None:
    """Taken as positive, which it says."""
    made = equal(read(truth), read(other), ["x"])
    assert word(made) == found, made
    assert "positive" in made.reason or "no real value" in made.reason or found != "unknown"


@pytest.mark.parametrize(
    ("truth", "other", "domain", "found"),
    [
        (r"\sqrt{x^2}", "x", r"\ln x", "right"),
        (r"|x|", "x", r"\sqrt{x-1}", "right"),
        (r"|x|", "x", r"\sqrt{x+1}", "wrong"),
        (r"|\sin x|", r"\sin x", r"\arcsin(x-1)", "right"),
        ("x", "x", r"\sqrt{-1-x^2}", "unknown"),
        ("1", "1", r"\ln(-1)", "unknown"),
        (r"\sqrt{a^2}", "a", r"\ln a", "right"),
    ],
)
def test_equal_within_the_domain(truth: str, other: str, domain: str, found: str) -> None:
    assert word(equal(read(truth), read(other), ["x"], domain=[read(domain)])) == found


@pytest.mark.parametrize(
    ("truth", "other", "domain", "found"),
    [
        (r"\frac{x^2-1}{x-1}", "x+1", "x", "right"),
        ("x+1", r"\frac{x^2-1}{x-1}", "x", "unknown"),
        ("x+1", r"\frac{x^2-1}{x-1}", r"\frac{1}{x-1}", "right"),
        ("1", r"\frac{\sin x}{\sin x}", "x", "unknown"),
    ],
)
def test_equal_counts_holes_if_asked(truth: str, other: str, domain: str, found: str) -> None:
    assert word(equal(read(truth), read(other), ["x"], domain=[read(domain)], holes=True)) == found
    assert word(equal(read(truth), read(other), ["x"], domain=[read(domain)])) == "right"


@pytest.mark.parametrize(
    ("truth", "parts", "low", "high", "found"),
    [
        ("|x|", ["x", "-x"], "-1", "2", True), ("|x|", ["x"], "0", "2", True), ("|x|", ["x"], "-1", "2", False),
        ("|x|", ["x", "-x"], "1", "2", False), ("|x|", ["x", "-x"], "-1", "a", False), ("|x|", ["x", "-x"], "0", r"\infty", False),
    ],
)  # fmt: skip
def test_cover_wants_each_place(truth: str, parts: list[str], low: str, high: str, found: bool) -> None:
    """It requires each part too."""
    assert cover(read(truth), [read(part) for part in parts], "x", (point(low), point(high))) is found


@pytest.mark.parametrize(
    ("other", "low", "high", "found"),
    [("x-2", "2", "5", True), ("x-2", "1", "5", False), ("2-x", "-5", "2", True), ("x-2", "2", r"\infty", False)],
)
def test_agrees_between_the_bounds(other: str, low: str, high: str, found: bool) -> None:
    assert agrees_between(read("|x-2|"), read(other), "x", (point(low), point(high))) is found
