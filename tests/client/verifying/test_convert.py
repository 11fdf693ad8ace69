# ruff: noqa: E501 - expressions side by side
"""From SymPy's objects to printed trees and back: the same values, and unreadable parts are refused."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from student_client._reading.formulas.tree import FUNCTIONS, Node, call, constant, neg, number, power, root, symbol
from student_client._verifying import balls
from student_client._verifying.convert import Unreadable, expression, odd_root, tree

from .mp import REAL
from .trees import read

x, a = sympy.symbols("x a")
TREES = [
    (x**2 + 1, "1 + x^2"), (-x, "-x"), (sympy.Rational(-2, 3) * x, "-2/3*x"), (1 / x, "x^(-1)"), (sympy.sqrt(x), "x^(1/2)"), (sympy.exp(2 * x), "e^(2*x)"), (sympy.E, "e"), (sympy.pi, "pi"), (-sympy.oo, "-oo"), (sympy.oo, "oo"),
    (sympy.I, "i"), (sympy.Abs(x), "abs(x)"), (sympy.log(x), "log(x)"), (sympy.Integer(10) ** 300, str(10**300)), (sympy.Rational(1, 3), "1/3"), (sympy.Si(x), "si(x)"), (sympy.fresnels(x), "fresnel_s(x)"), (sympy.Symbol("lambda"), "lambda"),
    (sympy.factorial(x), "factorial(x)"), (a**x, "a^x"), (sympy.S.Half**x, "(1/2)^x"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "printed"), TREES)
def test_tree_prints_like_a_person(made: sympy.Expr, printed: str) -> None:
    assert str(tree(made)) == printed


UNREADABLE = [
    sympy.Integral(sympy.sin(x) / x, x), sympy.re(x), sympy.Derivative(sympy.Abs(x), x), sympy.Sum(x, (x, 1, 3)), sympy.zoo, sympy.nan, sympy.AccumBounds(-1, 1), sympy.O(x), sympy.Heaviside(x), sympy.hyper((1,), (2,), x), sympy.Function("f")(x),
    sympy.RootSum(x**5 - x - 1, sympy.Lambda(x, sympy.log(x))), sympy.Piecewise((x, sympy.Contains(x, sympy.S.Integers)), (1, True)), sympy.conjugate(x), sympy.LambertW(x), sympy.Max(x, 1),
]  # fmt: skip


@pytest.mark.parametrize("made", UNREADABLE, ids=str)
def test_tree_refuses_unreadable(made: sympy.Expr) -> None:
    with pytest.raises(Unreadable):
        tree(made + 0 * x if made.is_Function else made)


def test_tree_keeps_conditions() -> None:
    made = tree(sympy.Piecewise((x, x > 0), (-x, sympy.And(x <= 0, x > -5)), (1, sympy.Ne(x, -6)), (2, True)))
    values = [balls.value(made, {"x": Fraction(at)}) for at in (3, -4, -7, -6)]
    assert values == [3, 4, 1, 2]


@pytest.mark.parametrize(
    ("condition", "at", "found"),
    [
        (x < 1, 0, True), (x < 1, 1, False), (x <= 1, 1, True), (x > 1, 1, False), (x >= 1, 1, True), (sympy.Eq(x, 1), 1, True), (sympy.Ne(x, 1), 1, False),
        (sympy.Or(x < 0, x > 2), 1, False), (sympy.Or(x < 0, x > 2), 3, True), (sympy.Not(sympy.Eq(x, 1)), 2, True),
    ],
)  # fmt: skip
def test_tree_of_a_condition(condition: sympy.Basic, at: int, found: bool) -> None:
    made = tree(sympy.Piecewise((1, condition), (0, True)))
    assert balls.value(made, {"x": Fraction(at)}) == found


def test_tree_of_a_decimal() -> None:
    assert tree(sympy.Float("3.14", 3)) == number(Fraction("3.14"))


@pytest.mark.parametrize("name", sorted(set(REAL) | {"factorial"}))
def test_function_goes_and_comes_back(name: str) -> None:
    made = expression(call(name, symbol("x")))
    assert made.free_symbols == {sympy.Symbol("x", real=True)}
    assert tree(made) == (power(constant("e"), symbol("x")) if name == "exp" else call(name, symbol("x")))


def test_page_functions_are_known() -> None:
    assert {"factorial", "binomial", "gcd", "lcm", *REAL} >= FUNCTIONS


BACK = [
    (r"\sqrt[3]{-8}", -2), (r"(-8)^{1/3}", -2), (r"(-8)^{2/3}", 4), (r"(-8)^{-1/3}", -sympy.Rational(1, 2)), (r"\sqrt{-4}", 2 * sympy.I), (r"\log_2x", sympy.log(sympy.Symbol("x", real=True)) / sympy.log(2)), (r"\frac{x-2}{x-2}", 1), (r"\sqrt{x^2}", sympy.Abs(sympy.Symbol("x", real=True))),
    (r"e^{\ln x}", sympy.Symbol("x", real=True)), (r"-\pi", -sympy.pi), ("0.1", sympy.Rational(1, 10)), (r"\sqrt[4]{16}", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made"), BACK)
def test_expression_simplifies(text: str, made: sympy.Expr) -> None:
    assert expression(read(text)) == made


def test_expression_of_plain_letters() -> None:
    assert expression(read("x+a"), real=False) == x + a
    assert expression(read("x")) != x


@pytest.mark.parametrize(
    "node",
    [Node("piecewise", (number(1), Node("true"))), root(number(2), symbol("x")), root(number(2), number(0)), root(number(2), number(Fraction(1, 2))), Node("lt", (number(1), number(2)))],
)  # fmt: skip
def test_expression_refuses_unknown(node: Node) -> None:
    with pytest.raises(Unreadable):
        expression(node)


@pytest.mark.parametrize(
    ("radicand", "degree", "made"),
    [(-8, 3, -2), (8, 3, 2), (-4, 2, 2 * sympy.I), (-32, 5, -2), (0, 3, 0), (7, 1, 7), (-7, 1, -7)],
)
def test_odd_root_is_real(radicand: int, degree: int, made: sympy.Expr) -> None:
    assert odd_root(sympy.Integer(radicand), Fraction(degree)) == made


@pytest.mark.parametrize("degree", [None, Fraction(1, 2), Fraction(0), Fraction(-3)])
def test_odd_root_refuses_degrees(degree: Fraction | None) -> None:
    with pytest.raises(Unreadable):
        odd_root(sympy.Integer(8), degree)


def grown(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    two = st.tuples(parts, parts)
    return st.one_of(
        st.builds(lambda pair: Node("add", pair), two),
        st.builds(lambda pair: Node("mul", pair), two),
        st.builds(lambda pair: Node("div", (pair[0], power(constant("e"), pair[1]))), two),
        st.builds(neg, parts),
        st.builds(lambda part, exponent: power(part, number(exponent)), parts, st.integers(-2, 3)),
        st.builds(call, st.sampled_from(["sin", "cos", "atan", "tanh", "abs"]), parts),
    )


LEAVES = st.one_of(st.just(symbol("x")), st.builds(number, st.integers(-9, 9)), st.just(constant("pi")))


@given(st.recursive(LEAVES, grown, max_leaves=6), st.integers(0, 10**6))
@settings(max_examples=80, deadline=None)
def test_there_and_back_keeps_value(node: Node, seed: int) -> None:
    place = {"x": Fraction(random.Random(seed).randint(1, 999), 500)}
    try:
        before = balls.value(node, place)
    except (balls.Undefined, balls.Unclear):
        return
    assert balls.value(tree(expression(node)), place).overlaps(before)
