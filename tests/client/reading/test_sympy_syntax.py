# ruff: noqa: E501 - inputs side by side
"""A model's expression becomes SymPy objects without being evaluated, or is refused in one line."""

from __future__ import annotations

import contextlib

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st
from student_client._reading.formulas.sympy_syntax import MAX_DIGITS, ExpressionError, parse_expression

from ..effort import cheap

pytestmark = pytest.mark.proves("security/model-output")

x, y = sympy.symbols("x y")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("x**2 * sin(x)", x**2 * sympy.sin(x)),
        ("0.1 + 0.2", sympy.Rational(3, 10)),
        ("1e-2*x", x / 100),
        ("-x**2", -(x**2)),
        ("exp(x) + E**x", 2 * sympy.exp(x)),
        ("ln(x) - log(x, 2)", sympy.log(x) - sympy.log(x) / sympy.log(2)),
        ("sqrt(x) + cbrt(x) + root(x, 4)", sympy.sqrt(x) + sympy.cbrt(x) + sympy.root(x, 4)),
        ("Abs(x) + abs(y)", abs(x) + abs(y)),
        ("Rational(1, 3)*pi", sympy.pi / 3),
        ("-oo", -sympy.oo),
        ("asin(x) + atanh(y)", sympy.asin(x) + sympy.atanh(y)),
        ("x_1 + theta", sympy.Symbol("x_1") + sympy.Symbol("theta")),
        ("factorial(5)", sympy.Integer(120)),
        ("I*x", sympy.I * x),
    ],
)
def test_syntax_is_read(text: str, expression: sympy.Expr) -> None:
    assert parse_expression(text) == expression


def test_decimals_become_exact() -> None:
    assert parse_expression("0.3333333333") == sympy.Rational(3333333333, 10**10)


def test_lambda_is_a_symbol() -> None:
    assert parse_expression("2*lambda + lambda_1") == 2 * sympy.Symbol("lambda") + sympy.Symbol("lambda_1")


def test_equation_keeps_its_sides() -> None:
    assert parse_expression("Eq(x, x)") == sympy.Eq(x, x, evaluate=False)


def test_references_are_results() -> None:
    """Earlier ones."""
    assert parse_expression("R1 + 2*R2", [x, y]) == x + 2 * y


def test_reference_to_a_list() -> None:
    with pytest.raises(ExpressionError, match="list of solutions"):
        parse_expression("R1 + 1", [[x, y]])


HOSTILE = [
    "__import__('os').system('true')", "().__class__.__bases__[0].__subclasses__()", "x.__class__", "lambda x: x", "exec('1')", "eval('1')",
    "open('/etc/passwd')", "x.free_symbols", "x[0]", "[x for x in y]", "{x: 1}", "f'{x}'", "'text'", "b'1'", "x if y else 1", "x or y", "not x", "x := 1",
    "x == 1", "x < 1", "x, y", "*x", "x @ y", "x ^ 2", "~x", "x % 2", "x // 2", "x << 900", "2j", "True", "None", "...", "0x10", "1_000", "2x", "sin",
    "f(x)", "sin(x, y)", "sin()", "exp(x=2)", "exp(*x)", "Eq(Eq(x, 1), 2)", "sin(Eq(x, 1))", "Eq(x)", "R9", "getattr(x, y)", "Symbol(x)", "sympify(x)",
    "Function(x)", "S(x)", "print(x)", "x;y", "x\ny", "x # y", "x\\y", "ⅹ", "x\x00", "", " ", "(", ")", "((x)", "import os", "await x", "yield", "x__y",
    "_x", "async", "del x", "a" * 40,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_only_mathematics_is_read(text: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse_expression(text)
    assert "\n" not in str(refused.value)


HUGE = [
    "9**9**9", "9**9**9**9", "2**10**30", "((9**99)**99)**99", "x**1000", "x**(10**9)", "factorial(10**6)", "factorial(factorial(99))", "1e99999",
    "9" * 100, "(" * 200 + "x" + ")" * 200, "-" * 400 + "x", "+".join("x" * 251), "sin(" * 80 + "x" + ")" * 80, "x" + "*x" * 5000, "1" * 10**6,
    "exp(" * 31 + "9" + ")" * 31, "(x+1)**-1001",
]  # fmt: skip


@pytest.mark.parametrize("text", HUGE, ids=range(len(HUGE)))
def test_huge_is_refused_quickly(text: str) -> None:
    def refused() -> None:
        with pytest.raises(ExpressionError):
            parse_expression(text)

    cheap(refused)


@pytest.mark.parametrize("text", ["1/0", "oo - oo", "log(0)", "0**-1", "tan(pi/2)"])
def test_undefined_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError, match="undefined"):
        parse_expression(text)


@given(st.text(alphabet="xyR12.+-*/()^, sincoexplg_='\"[]{}:@\\", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ExpressionError):
        parse_expression(text, [x])


LEAVES = st.sampled_from([x, y, sympy.Integer(2), sympy.Integer(-3), sympy.Rational(1, 2), sympy.pi, sympy.E])
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        inner.map(lambda made: made**3),
        inner.map(sympy.sin),
        inner.map(sympy.exp),
    ),
    max_leaves=8,
)


@given(TREES)
def test_printed_is_read_back(tree: sympy.Expr) -> None:
    # a cube of a cube of a number may have more digits than any textbook's
    assume(all(max(abs(found.p), found.q) < 10**MAX_DIGITS for found in tree.atoms(sympy.Rational)))
    assert sympy.expand(parse_expression(sympy.sstr(tree)) - tree) == 0
