# ruff: noqa: E501 - expressions side by side
"""The possible breaks of expressions, and numbers on every piece between."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from student_client._reading.formulas.tree import symbol
from student_client._verifying.pieces import MAX_BREAKS, POSITIVE, breaking, breaks, letters_at, samples, zeros

from .trees import read

BREAKS = [
    # Poles, kinks, edges of polynomials: all of them, wherever they are.
    (r"\frac1x", [0]), (r"\frac{1}{x^2-2}", [-(2**0.5), 2**0.5]), (r"\frac{x-2}{x-2}", [2]), ("|x-10^{12}|", [1e12]), ("|x|-|x-1|", [0, 1]), (r"\sqrt{x^2-9}", [-3, 3]), ("x^{1/3}", [0]), (r"(x-1)^{-2}", [1]), (r"\ln(x^2-5x+6)", [2, 3]), ("x^5", []), (r"\frac{1}{x^2+1}", []),
    (r"\operatorname{sgn}(x^3-3x+1)", [-1.879385241571817, 0.3472963553338607, 1.532088886237956]), (r"\arcsin(2x)", [-0.5, 0.5]), (r"\operatorname{arcosh}x", [1]), (r"\operatorname{artanh}x", [-1, 1]), (r"\operatorname{arcsec}x", [-1, 1]), (r"\coth(x-7)", [7]), (r"\log_x5", [0, 1]), (r"\frac{1}{1/x}", [0]),
    ("|(x-1)(x-1.0000001)|", [1, 1.0000001]), (r"\frac{1}{10^{300}x-1}", [0]), ("|x-y|", [4]),
    # Other functions: by a change of sign, near, far, and close to zero.
    ("|e^x-100|", [4.605170185988091]), (r"|\ln x|", [0, 1]), (r"|\ln x-20|", [0, 485165195.40979]), ("|e^x-e^{50}|", [50]), (r"\sqrt{(e^x-2)^2}", [0.6931471805599453]), (r"\frac{1}{(e^x-2)^2}", [0.6931471805599453]), (r"\frac{1}{(e^x-2)(e^x-3)}", [0.6931471805599453, 1.0986122886681098]),
    (r"|\sqrt{x}-10^4|", [0, 1e8]), ("|x+e^{-x}-2|", [-1.1461932206205825, 1.8414056604369606]), (r"|2^x-10^{-5}|", [-16.609640474436812]), ("2^x", []), ("x^x", [0]), (r"\sin x", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), BREAKS)
def test_breaks_are_found(text: str, found: list[float]) -> None:
    made = [float(at) for at in breaks([read(text)], "x", {"y": Fraction(4)})]
    assert made == pytest.approx(found, rel=1e-9, abs=1e-11)


def test_breaks_close_to_zero() -> None:
    """They are not rounded to it."""
    made = breaks([read(r"|\ln x+50|")], "x", {})
    assert any(float(at) == pytest.approx(1.9287498479639178e-22, rel=1e-6, abs=0) for at in made)


@pytest.mark.parametrize(
    ("text", "period"),
    [(r"\tan x", 3.141592653589793), (r"\frac{1}{\sin x}", 3.141592653589793), (r"|\sin 10x|", 0.3141592653589793)],
)
def test_breaks_of_periodic_functions(text: str, period: float) -> None:
    made = [float(at) for at in breaks([read(text)], "x", {})]
    inner = [at for at in made if abs(at) < 4]
    assert len(made) <= MAX_BREAKS
    assert len(inner) >= min(2, int(6 / period))
    assert any(at > 0 for at in inner)
    assert any(at < 0 for at in inner)


def test_breaks_of_several_are_joined() -> None:
    assert breaks([read("|x-1|"), read(r"\frac{1}{x-2}"), read("|y|")], "x", {}) == [1, 2]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\frac{x}{x-1}", {"x - 1"}), ("|x|", {"x"}), (r"\sqrt{x}", {"x"}), ("x^{1/3}", {"x", "3"}), ("x^{-1}", {"x"}), ("x^3", set()), (r"\tan x", {"cos(x)"}), (r"\cot x", {"sin(x)"}), (r"\ln x", {"x"}), (r"\log_2x", {"x", "2", "2 - 1"}),
        (r"\arcsin x", {"1 - x^2"}), ("x^y", {"x"}), (r"\operatorname{arcosh}x", {"x - 1"}), ("|x|+|y|", {"x", "y"}), (r"\arctan x", set()), (r"\csc x", {"sin(x)"}),
    ],
)  # fmt: skip
def test_breaking_must_not_be_zero(text: str, found: set[str]) -> None:
    assert {str(part) for part in breaking(read(text))} == found


@pytest.mark.parametrize(
    ("text", "found"), [("x^2-4", [-2, 2]), (r"\frac{x}{x-1}", [0, 1]), (r"\frac{1}{x-x}", []), ("7", []), ("x-x", [])]
)
def test_zeros_hold_poles(text: str, found: list[int]) -> None:
    assert sorted(zeros(read(text), "x", {})) == found


CUTS = [[], [0], [-1, 1], [0, Fraction(1, 10**12)], [10**12], [-(10**15), 10**15]]


@pytest.mark.parametrize("cuts", CUTS)
@pytest.mark.parametrize(("low", "high"), [(None, None), (-2, 3), (None, 5), (0, None)])
def test_samples_lie_on_every_piece(cuts: list[Fraction], low: int | None, high: int | None) -> None:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    made = samples([Fraction(cut) for cut in cuts], *ends)
    inside = [cut for cut in cuts if (low is None or cut > low) and (high is None or cut < high)]
    edges = [low, *inside, high]
    assert len(made) == len(edges) - 1
    for (start, end), piece in zip(pairwise(edges), made, strict=True):
        assert len(piece) >= 5
        assert all((start is None or at > start) and (end is None or at < end) for at in piece)


def test_samples_without_breaks() -> None:
    """Near and far, of both signs."""
    (piece,) = samples([])
    assert min(piece) < -(10**6) < -1000 < 10**6 < max(piece)
    assert any(0 < at < 1 for at in piece)


def test_letters_at_both_signs() -> None:
    """Positive first, then negative."""
    made = letters_at(["a", "b"], POSITIVE + 4)
    assert all(at > 0 for place in made[:POSITIVE] for at in place.values())
    assert all(at < 0 for at in made[POSITIVE].values())
    assert made == letters_at(["a", "b"], POSITIVE + 4)
    assert len({at for place in made for at in place.values()}) == 2 * len(made)


def test_letters_at_are_exact() -> None:
    from student_client._verifying.balls import value  # noqa: PLC0415 - only here

    for place in letters_at(["a"], 6):
        assert value(symbol("a"), place).is_exact()
