# ruff: noqa: E501 - expressions side by side
"""Exact quotients of polynomials, denominators as printed, and their real roots."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from flint import fmpq, fmpq_poly
from student_client._reading.formulas.tree import Node, add, div, mul, neg, number, power, symbol
from student_client._verifying.polynomials import MAX_DEGREE, NotRational, exact, quotient, real_roots

from .trees import read

X = symbol("x")
QUOTIENTS = [
    ("7", [7], [1]), ("x", [0, 1], [1]), ("(x+1)^2", [1, 2, 1], [1]), ("-x^3", [0, 0, 0, -1], [1]), ("x-x", [], [1]), ("0.5x", [0, "1/2"], [1]), ("10^{300}x", [0, 10**300], [1]),
    # A cancelled factor remains in the denominator.
    (r"\frac{x-2}{x-2}", [-2, 1], [-2, 1]), (r"\frac{(x-2)(x+3)}{x-2}", [-6, 1, 1], [-2, 1]), (r"\frac1x", [1], [0, 1]), (r"\frac{1}{1/x}", [0, 0, 1], [0, 1]), ("x^{-2}", [1], [0, 0, 1]), (r"\left(\frac1x\right)^{-1}", [0, 0, 1], [0, 1]),
    (r"\frac1x+\frac1x", [2], [0, 1]), (r"\frac1x+\frac{1}{x-1}", [-1, 2], [0, -1, 1]), (r"0\cdot\frac1x", [], [0, 1]), (r"\left(\frac1x\right)^0", [0, 0, 1], [0, 0, 1]), ("x^0", [0, 1], [0, 1]),
]  # fmt: skip


def polynomial(coefficients: list[int | str]) -> fmpq_poly:
    return fmpq_poly([fmpq(Fraction(part).numerator, Fraction(part).denominator) for part in coefficients])


@pytest.mark.parametrize(("text", "above", "below"), QUOTIENTS)
def test_quotient_keeps_denominator(text: str, above: list[int | str], below: list[int | str]) -> None:
    top, bottom = quotient(read(text), "x", {})
    assert top * polynomial(below) == polynomial(above) * bottom
    assert bottom.degree() == polynomial(below).degree()


NOT_RATIONAL = ["x^x", r"\sqrt{x}", "x^{1/2}", r"\sin x", r"\pi x", "ax", "|x|", "e^2", "2^x", r"\frac{x}{\sqrt{2}}"]


@pytest.mark.parametrize("text", NOT_RATIONAL)
def test_quotient_refuses_all_else(text: str) -> None:
    with pytest.raises(NotRational):
        quotient(read(text), "x", {})


@pytest.mark.parametrize(
    "node",
    [power(X, number(MAX_DEGREE + 1)), power(power(X, number(100)), number(100)), power(X, number(-MAX_DEGREE - 1))],
)
def test_quotient_has_a_largest_degree(node: Node) -> None:
    with pytest.raises(NotRational):
        quotient(node, "x", {})


def test_quotient_at_largest_degree() -> None:
    assert quotient(power(X, number(MAX_DEGREE)), "x", {})[0].degree() == MAX_DEGREE


@pytest.mark.parametrize("text", [r"\frac{1}{x-x}", "(x-x)^{-1}", r"\frac{x}{0x}"])
def test_quotient_by_zero(text: str) -> None:
    with pytest.raises(ZeroDivisionError):
        quotient(read(text), "x", {})


def test_quotient_puts_letters() -> None:
    assert quotient(read("ax^{n}"), "x", {"a": Fraction(1, 2), "n": Fraction(3)})[0] == polynomial([0, 0, 0, "1/2"])
    with pytest.raises(NotRational):
        quotient(read("x^{n}"), "x", {"n": Fraction(1, 2)})


@pytest.mark.parametrize("text", [r"\pi x^2-\sqrt{2}", r"\frac{x^3-e}{x-1}", r"(x+\pi)^3", r"x^{-2}-\ln 5", "x-x+1"])
def test_quotient_with_balls(text: str) -> None:
    node = read(text)
    above, below = quotient(node, "x", {}, inexact=True)
    value = (above(2) / below(2)).real
    from student_client._verifying.balls import value as ball_value  # noqa: PLC0415 - only here

    assert value.overlaps(ball_value(node, {"x": Fraction(2)}))


@pytest.mark.parametrize("text", [r"\sin x", "x^x", r"x\sqrt{-1}", r"\sqrt{x}", "2^x"])
def test_quotient_with_balls_refuses(text: str) -> None:
    with pytest.raises(NotRational):
        quotient(read(text), "x", {}, inexact=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1/3+1/6", Fraction(1, 2)), ("2^{-10}", Fraction(1, 1024)), (r"\sqrt{4}", None), (r"\frac{1}{1-1}", None), ("x", None)],
)  # fmt: skip
def test_exact_value(text: str, value: Fraction | None) -> None:
    assert exact(read(text), {}) == value


ROOTS = [
    ([6, -5, 1], [2, 3]), ([1, 0, 1], []), ([7], []), ([], []), ([0, 1], [0]), ([1, -2, 1], [1]), ([-2, 0, 1], [-1.4142135623730951, 1.4142135623730951]), ([1, -3, 0, 1], [-1.8793852415718169, 0.34729635533386066, 1.532088886237956]),
    ([-1, -1, 0, 0, 0, 1], [1.1673039782614187]), ([-(10**12), 1], [1e12]), ([-1, 10**30], [1e-30]), ([1, -(2 * 10**10 + 1), 10**20 + 10**10], [1e-10 - 1e-20, 1e-10]), ([0, 0, 0, "1/7"], [0]), ([-1, 0, 0, 1], [1]),
]  # fmt: skip


@pytest.mark.parametrize(("coefficients", "roots"), ROOTS)
def test_real_roots_in_order(coefficients: list[int | str], roots: list[float]) -> None:
    made = [float(root.mid()) for root in real_roots(polynomial(coefficients))]
    assert made == pytest.approx(roots, rel=1e-9, abs=0)


@pytest.mark.parametrize("seed", range(10))
def test_quotient_has_the_trees_value(seed: int) -> None:
    source = random.Random(seed)

    def made(depth: int) -> Node:
        if depth == 0:
            return source.choice([X, number(source.randint(-3, 3))])
        one, other = made(depth - 1), made(depth - 1)
        return source.choice(
            [add(one, other), mul(one, other), neg(one), div(one, add(power(other, number(2)), number(1)))]
        )

    node = made(4)
    above, below = quotient(node, "x", {})
    at = Fraction(source.randint(1, 50), 7)
    value = exact(node, {"x": at})
    assert value is not None
    assert above(fmpq(at.numerator, at.denominator)) == below(fmpq(at.numerator, at.denominator)) * fmpq(
        value.numerator, value.denominator
    )
