# ruff: noqa: E501 - one function a line
"""Real zeros on an interval: parts with exactly one, parts in doubt, and none that is overlooked."""

from __future__ import annotations

from fractions import Fraction
from math import e, log, pi, sqrt

import pytest
from flint import ctx
from student_client._verifying.isolation import SMALL, TooHard, has_none, isolate, resolution

from .trees import read

SINGLE = [
    ("x^2-2", -5, 5, [-sqrt(2), sqrt(2)]), ("x^3-3x+1", -5, 5, [-1.879385241571817, 0.3472963553338607, 1.532088886237956]), (r"\sin x", -10, 10, [-3 * pi, -2 * pi, -pi, 0, pi, 2 * pi, 3 * pi]), ("e^x-10", -5, 5, [log(10)]), (r"\ln x-1", -5, 5, [e]), (r"\ln x", -5, 5, [1]),
    (r"\sqrt{x}-2", -9, 9, [4]), (r"\sqrt[3]{x}+2", -9, 9, [-8]), ("|x-1|-2", -9, 9, [-1, 3]), (r"\cos x-x", -3, 3, [0.7390851332151607]), ("x^2-2^x", -5, 5, [-0.7666646959621231, 2, 4]), ("x-10^{-9}", -1, 1, [1e-9]), ("(x-1)(x-1.0000001)", -3, 3, [1, 1.0000001]),
    ("x-999999", 0, 10**6, [999999]), (r"\sqrt{x}-10^6", 0, 10**13, [1e12]), ("10^{300}x-1", -1, 1, [0]), (r"\frac{x^2-1}{x-5}", -3, 3, [-1, 1]), ("7", -3, 3, []), ("x^2+1", -3, 3, []), (r"\frac1x", 0.25, 3, []), ("e^x", -9, 9, []), (r"\arcsin x-2", -3, 3, []), (r"\sqrt{-1-x^2}", -3, 3, []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "zeros"), SINGLE)
def test_isolate_finds_simple_zeros(text: str, low: float, high: float, zeros: list[float]) -> None:
    found = isolate(read(text), "x", Fraction(low), Fraction(high))
    assert [float(start + end) / 2 for start, end in found.single] == pytest.approx(zeros, rel=1e-9, abs=1e-12)
    assert found.doubtful == []
    assert all(end - start < Fraction(1, 10**9) * max(Fraction(1), abs(start)) for start, end in found.single)


DOUBTFUL = [
    ("(x-1)^2", -3, 3, 1), ("e^x-x-1", -3, 3, 0), (r"1-\cos x", -3, 3, 0), ("|x|", -3, 3, 0), ("(x-2)^4", -3, 3, 2), (r"\sqrt{x-1}", -3, 3, 1), ("x^{2/3}", -3, 3, 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "zero"), DOUBTFUL)
def test_isolate_doubts_touching_zeros(text: str, low: int, high: int, zero: float) -> None:
    found = isolate(read(text), "x", Fraction(low), Fraction(high))
    assert found.single == []
    assert found.doubtful
    assert all(float(start) == pytest.approx(zero, abs=1e-4) for start, _ in found.doubtful)
    assert any(float(start) - 1e-12 <= zero <= float(end) + 1e-12 for start, end in found.doubtful)


EDGES = [
    (r"\ln x+\sqrt{x}+5", -3, 3),
    (r"\frac1x", -3, 3),
    (r"\sqrt{x}+1", -3, 3),
    (r"\frac{1}{(x-1)^2}", -3, 3),
    (r"\frac{|x|}{x}", -3, 3),
    (r"\frac{e^x}{x-2}", -3, 3),
]


@pytest.mark.parametrize(("text", "low", "high"), EDGES[1:])
def test_isolate_knows_poles(text: str, low: int, high: int) -> None:
    """It knows edges beside which the sign remains."""
    found = isolate(read(text), "x", Fraction(low), Fraction(high))
    assert (found.single, found.doubtful) == ([], [])


def test_isolate_close_to_an_edge() -> None:
    found = isolate(read(EDGES[0][0]), "x", Fraction(-3), Fraction(3))
    assert len(found.single) == 1
    assert 0 < found.single[0][0] < Fraction(1, 100)


def test_isolate_within_the_domain() -> None:
    found = isolate(read("x^2-4"), "x", Fraction(-3), Fraction(3), [read(r"\ln x")])
    assert [round(float(start), 6) for start, _ in found.single] == [2]


@pytest.mark.parametrize(
    "text", ["|x|-x", r"\sqrt{x^2}-x", r"\sin^2x+\cos^2x-1", "x-x", r"\operatorname{sgn}x-1", r"\frac{\sin x}{x}-1"]
)
def test_isolate_gives_up(text: str) -> None:
    """On identities and on quotients of zeros."""
    with pytest.raises(TooHard):
        isolate(read(text), "x", Fraction(-3), Fraction(3), budget=300)


def test_isolate_needs_a_derivative() -> None:
    """Without it zeros are left in doubt."""
    with pytest.raises(TooHard):
        isolate(read("x!-6"), "x", Fraction(2), Fraction(4), budget=100)


def test_isolate_restores_precision() -> None:
    before = ctx.prec
    isolate(read("x"), "x", Fraction(-1), Fraction(2))
    assert ctx.prec == before


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("x^2+1", 1, 2, True), ("x-3", 1, 2, True), ("x-3", 2, 4, False), (r"\sqrt{x}", -4, -2, True), ("x-x", 1, 2, False), ("x-3", -4, -2, True), ("x-3", -2, -4, True), (r"\frac1x", -1, 1, False), (r"\ln x+1", 10**9, 10**14, True),
    ],
)  # fmt: skip
def test_has_none_is_a_proof(text: str, start: int, end: int, found: bool) -> None:
    assert has_none(read(text), "x", Fraction(start), Fraction(end)) is found


@pytest.mark.parametrize(("at", "width"), [(0, SMALL), (10**12, SMALL), (-(2**61), 2 * SMALL)])
def test_resolution_far_away(at: int, width: Fraction) -> None:
    assert resolution(Fraction(at)) == width
