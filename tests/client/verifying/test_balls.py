# ruff: noqa: E501 - expressions side by side
"""Values of printed trees as balls: real as in school mathematics, to as many bits as asked, or none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import arb, ctx
from hypothesis import example, given, settings
from hypothesis import strategies as st
from student_client._reading.formulas.tree import (
    ZERO,
    Node,
    add,
    call,
    constant,
    div,
    mul,
    neg,
    number,
    power,
    root,
    symbol,
)
from student_client._verifying import balls
from student_client._verifying.balls import Unclear, Undefined, ball, evaluate, holds, is_defined, rational, same, value

from .trees import read

X = symbol("x")
AT = {"x": Fraction(-8)}

VALUES = [
    ("x^{1/3}", "-2"), (r"\sqrt[3]{x}", "-2"), ("x^{2/3}", "4"), ("x^{-1/3}", "-0.5"), ("x^{-2}", "0.015625"), ("x^0", "1"), ("x^{5/3}", "-32"), (r"\sqrt[4]{x^2}", "2.828427124746190097603377448419396157139343750753896"),
    ("|x|", "8"), (r"\lfloor x/3\rfloor", "-3"), (r"\operatorname{sgn}x", "-1"), (r"\ln(-x)", "2.079441541679835928251696364374529704226500403080766"), (r"\log_2(-x)", "3"), ("e^x", "0.000335462627902511838821389125780861019310900133720"),
    (r"10^{300}x", "-8e300"), (r"\frac{x}{10^{300}}", "-8e-300"), ("e^{1000x}", "4.407017488989013252392120490699501585469e-3475"), (r"\pi", "3.14159265358979323846264338327950288419716939937510582"), (r"\sin(10^{22})", "-0.8522008497671888017727058937530293682618"),
    ("(-x)!", "40320"), (r"\frac{x^2-64}{x-8}", "0"), (r"x^{x}", "0.000000059604644775390625"), (r"(-x)^{\pi}", "687.291"), (r"\arctan x", "-1.446441332248135184199966842475880416525"), (r"\tan x", "6.799711455220379"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "decimal"), VALUES)
def test_value_is_the_real_one(text: str, decimal: str) -> None:
    digits = len(decimal.partition("e")[0].replace(".", "").replace("-", "").lstrip("0"))
    made = value(read(text), AT)
    with ctx.workprec(400):
        assert abs(made - arb(decimal)) <= abs(arb(decimal)) * arb(10) ** (2 - max(digits, 2)) + made.rad()
    assert made.is_zero() or made.rel_accuracy_bits() >= 100


NO_VALUE = [
    r"\sqrt{x}", "x^{1/2}", "x^{3/4}", r"\ln x", r"\log_2x", r"\log_x2", r"\arcsin x", r"\arccos(-x)", "x!", r"\frac{1}{x+8}", "(x+8)^{-1}", "(x+8)^{-1/3}", r"x^{\pi}", r"\sqrt{x}^2", r"e^{\ln x}", r"0\cdot\ln x", r"\frac{0}{x+8}",
    r"\frac{x+8}{x+8}", r"\log_1(-x)", r"\cot(x+8)", r"\frac{1}{1/(x+8)}", r"\sqrt{-10^{-300}}", r"\left(\sqrt{x}\right)^0", "(x+8)^{x}", r"\left(\frac{1}{x+8}\right)^0",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_VALUE)
def test_value_is_undefined(text: str) -> None:
    with pytest.raises(Undefined):
        value(read(text), AT)
    assert is_defined(read(text), AT) is False


UNKNOWN = [
    read("y"), constant("infinity"), read(r"\frac{1}{\sin^2 x+\cos^2 x-1}"), root(X, symbol("x")), root(X, div(number(1), number(2))), root(X, number(1 << 21)), read(r"\lfloor\sin^2x+\cos^2 x\rfloor"), read(r"\sqrt{\sin^2 x+\cos^2 x-1}"),
    power(X, number(1 << 21)), Node("lt", (X, ZERO)), read(r"\left(\frac12\right)!"),
]  # fmt: skip


@pytest.mark.parametrize("node", UNKNOWN, ids=str)
def test_value_is_unclear(node: Node) -> None:
    with pytest.raises(Unclear):
        value(node, AT)
    assert is_defined(node, AT) is None


def test_value_of_imaginary_unit() -> None:
    with pytest.raises(Undefined):
        value(constant("i"), {})


@pytest.mark.parametrize("bits", [1, 100, 500, 2000])
def test_value_has_enough_bits(bits: int) -> None:
    before = ctx.prec
    assert value(read(r"\sqrt{2}+\pi"), {}, bits).rel_accuracy_bits() >= bits
    assert ctx.prec == before


def test_value_that_cancels() -> None:
    """It needs a higher precision."""
    made = value(read(r"\sqrt{10^{100}+1}-10^{50}"), {})
    assert made.rel_accuracy_bits() >= 100
    assert abs(made * arb(10) ** 50 - 0.5) < 1e-9


RATIONALS = [
    ("1/2", Fraction(1, 2)), ("-3", Fraction(-3)), (r"\frac{2}{6}+1", Fraction(4, 3)), ("2^{-3}", Fraction(1, 8)), ("2^{1/2}", None), ("x", None), (r"\pi", None), (r"\frac{1}{2-2+0x}", None), ("2^{65}", None), ("0^{-1}", None), ("x-x", None), (r"\sqrt{4}", None),
    (r"2\cdot3\cdot\frac12", Fraction(3)), ("|1|", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact"), RATIONALS)
def test_rational_reads_numbers_alone(text: str, exact: Fraction | None) -> None:
    assert rational(read(text)) == exact


def test_rational_by_zero_is_none() -> None:
    assert rational(div(number(1), add(number(2), neg(number(2))))) is None


SAME = [
    (arb(1), arb(1), True), (arb(1), arb(2), False), (arb(1, 1e-40), arb(1, 1e-40), True), (arb(1, 1e-3), arb(1, 1e-3), None), (arb(1, 1e-3), arb(2, 1e-3), False), (arb(0), arb(0), True), (arb(0), arb("1e-300"), False),
    (arb(0, arb(2) ** -1100), arb(0), True), (arb(0, 1e-30), arb(0), None), (arb(0, 1e-30), arb("1e-20"), False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "found"), SAME)
def test_same_wants_both_known(left: arb, right: arb, found: bool | None) -> None:
    assert same(left, right) is found
    assert same(right, left) is found


def condition(head: str, left: int, right: int) -> Node:
    return Node(head, (number(left), number(right)))


LESS, EQUAL = condition("lt", 1, 2), condition("eq", 1, 2)
CONDITIONS = [
    (LESS, True), (EQUAL, False), (condition("le", 2, 2), True), (condition("ne", 2, 2), False), (condition("lt", 2, 2), False), (Node("not", (LESS,)), False), (Node("and", (LESS, EQUAL)), False), (Node("or", (LESS, EQUAL)), True), (Node("true"), True), (Node("false"), False),
]  # fmt: skip


@pytest.mark.parametrize(("node", "found"), CONDITIONS)
def test_holds_judges_conditions(node: Node, found: bool) -> None:
    assert holds(node, {}) is found


@pytest.mark.parametrize("node", [X, Node("lt", (X, ZERO))])
def test_holds_at_an_edge_is_unclear(node: Node) -> None:
    with pytest.raises(Unclear):
        holds(node, {"x": arb(0, 1)})


def test_piecewise_takes_the_first() -> None:
    node = Node("piecewise", (neg(X), Node("lt", (X, ZERO)), mul(X, X), Node("lt", (X, number(3)))))
    assert [value(node, {"x": Fraction(at)}) for at in (-2, 0, 2)] == [2, 0, 4]
    with pytest.raises(Undefined):
        value(node, {"x": Fraction(3)})


FRACTIONS = st.fractions(-50, 50, max_denominator=60)


@given(FRACTIONS, FRACTIONS, st.integers(1, 6))
@example(Fraction(0), Fraction(0), 1)
@settings(max_examples=60, deadline=None)
def test_evaluate_holds_the_exact(x: Fraction, y: Fraction, exponent: int) -> None:
    node = add(
        mul(X, symbol("y")), neg(power(X, number(exponent))), div(X, add(power(symbol("y"), number(2)), number(1)))
    )
    exact = x * y - x**exponent + x / (y * y + 1)
    assert evaluate(node, {"x": ball(x), "y": ball(y)}).overlaps(ball(exact))
    assert rational(node.put({"x": number(x), "y": number(y)})) == exact


@given(st.integers(-500, 500), st.integers(1, 9), st.sampled_from([3, 5, 7, 9]))
@settings(max_examples=60, deadline=None)
def test_odd_roots_of_odd_powers(above: int, below: int, degree: int) -> None:
    node = root(power(X, number(degree)), number(degree))
    assert value(node, {"x": Fraction(above, below)}).overlaps(ball(Fraction(above, below)))


def test_precisions_rise() -> None:
    assert list(balls.PRECISIONS) == sorted(balls.PRECISIONS)
    assert balls.PRECISIONS[0] > balls.ENOUGH_BITS


def test_exp_is_the_power_of_e() -> None:
    with ctx.workprec(200):
        assert evaluate(call("exp", X), {"x": arb(3)}).overlaps(evaluate(power(constant("e"), X), {"x": arb(3)}))
