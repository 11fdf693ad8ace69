# ruff: noqa: E501 - inputs side by side
r"""The problem's LaTeX is read in the one way people read it, or refused."""

from __future__ import annotations

import random
import warnings
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from student_client._reading.lexer import LatexError
from student_client._reading.notation import Operation, parse_statement
from student_client._reading.parser import parse_latex
from student_client._verifying.equivalence import agree

x, y, a, b, k, t, theta, lam = sympy.symbols("x y a b k t theta lambda")
sin, cos, tan, log, exp, sqrt, half = (
    sympy.sin,
    sympy.cos,
    sympy.tan,
    sympy.log,
    sympy.exp,
    sympy.sqrt,
    sympy.Rational(1, 2),
)

READ = [
    (r"x^2 \sin x", x**2 * sin(x)), (r"x^2 - 5x + 6", x**2 - 5 * x + 6), (r"\sin^2 x", sin(x) ** 2), (r"\sin 2x", sin(2 * x)),
    (r"e^{2x}", exp(2 * x)), (r"\left(x+1\right)^2", (x + 1) ** 2), (r"2\cdot x", 2 * x), (r"x\,y", x * y), (r"0.5x", x / 2),
    (r"\theta^2", theta**2), (r"\ln x", log(x)), (r"\log_2 x", log(x, 2)), (r"\log_{10}(x)", log(x, 10)), (r"\sqrt[3]{x}", sympy.cbrt(x)),
    (r"\dfrac{1}{x}", 1 / x), (r"a x^2+bx+k", a * x**2 + b * x + k), (r"x(x+1)", x * (x + 1)), (r"\sin x \cos x", sin(x) * cos(x)),
    (r"\sin x^2", sin(x**2)), (r"2^{x+1}", 2 ** (x + 1)), ("xy", x * y), (r"\frac12", half), (r"-x^2", -(x**2)), (r"e^x", exp(x)),
    (r"|x|", abs(x)), (r"\left|x-1\right|", abs(x - 1)), ("x**2+3*x", x**2 + 3 * x), (r"\frac{e^{7x} - 1}{x}", (exp(7 * x) - 1) / x),
    (r"\sin(2x)\cos(x)", sin(2 * x) * cos(x)), (r"\sin 2x \cos 3x", sin(2 * x) * cos(3 * x)), (r"\sin x + 1", sin(x) + 1),
    (r"\arctan x", sympy.atan(x)), (r"\sin^{-1} x", sympy.asin(x)), (r"\frac{x+1}{x-1}(x+2)", (x + 1) * (x + 2) / (x - 1)),
    (r"x^10", x**10), (r"e^{-x^2}", exp(-(x**2))), (r"\frac{1}{2}x", x / 2), (r"\pi x", sympy.pi * x), (r"xe^x", x * exp(x)),
    (r"\tan^2(3x)", tan(3 * x) ** 2), (r"\log x", log(x)), (r"\cos(x)e^{x}", cos(x) * exp(x)), (r"(x+1)(x-2)", (x + 1) * (x - 2)),
    (r"\sqrt x", sqrt(x)), (r"\sqrt2", sqrt(2)), (r"\sin\frac{x}{2}", sin(x / 2)), (r"\sinh x", sympy.sinh(x)), (r"3 x^{2} y", 3 * x**2 * y),
    (r"e^{\sin x}", exp(sin(x))), (r"x^{-2}", x**-2), ("1/x", 1 / x), (r"x^2y^3", x**2 * y**3), (r"\mathrm{e}^x", exp(x)),
    (r"\frac{x^2}2", x**2 / 2), (r"\ln|x|", log(abs(x))), (r"\ln \cos x", log(cos(x))), (r"\sin ax", sin(a * x)), (r"\sin 2\pi x", sin(2 * sympy.pi * x)),
    (r"\sin(x)^2", sin(x) ** 2), (r"\log{\left(x+1 \right)}^{2}", log(x + 1) ** 2), (r"\sin^{2}{\left(x \right)}", sin(x) ** 2),
    (r"\operatorname{asin}{\left(x \right)}", sympy.asin(x)), ("sin(x)**2 + 2*x", sin(x) ** 2 + 2 * x), (r"\sin (x) x", x * sin(x)),
    (r"\exp(2x)", exp(2 * x)), (r"2\frac{x}{2}", x), (r"x \times 3", 3 * x), (r"6 \div x", 6 / x), (r"\lambda x", lam * x), ("x² + 2", x**2 + 2),
    (r"$x + 1$", x + 1), (r"\(x + 1\)", x + 1), (r"x + 1.", x + 1), (r"\left[x+1\right]x", x * (x + 1)), (r"\frac{\frac{1}{x}}{2}", 1 / (2 * x)),
    (r"x\cdot\ln x \cdot 3", 3 * x * log(x)), ("theta*2", 2 * theta), ("2π", 2 * sympy.pi), (r"x^2e^{3x}", x**2 * exp(3 * x)),
    (r"\sin\left(x\right)\cos\left(x\right)", sin(x) * cos(x)), (r"a(x+1)", a * (x + 1)), (r"e^-x", exp(-x)), (r"\sin 1", sin(1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expression"), READ, ids=[text for text, _ in READ])
def test_textbook_latex_is_read(text: str, expression: sympy.Expr) -> None:
    assert agree(expression, parse_latex(text, ["x"])) == "equal"


def test_equations_are_read() -> None:
    assert parse_latex("x^2 - 5x + 6 = 0", ["x"]) == sympy.Eq(x**2 - 5 * x + 6, 0)


AMBIGUOUS = [
    "i x", "2i", "d x", "E x", "I", "f(x)", "a(x)", r"\Gamma(x)", r"\ln(x+1)^2", r"\sin x (x+1)", r"\sin x y", r"\sin x/2", r"\cos x e^{x}", r"\sin -x",
    "1/2x", "1/x(x+1)", r"1/2 \sin x", "2 3", "x 2", "x2", "x_1", "x^1/2", "x^-1/2", "e^2x", "2^3x", "x^2^3", "2\\frac{1}{2}", "2{3}", "{2}3", "{x+1}y",
    r"\sqrt2x", r"\sqrt xy", "||x|-1|", "x'", "x!", "x = y = 2", "x < 1", r"x \pm 1", r"\infty", "x + ", "(x", "x)", "", r"\sin", "--x", "x--1", "x^2 @ 3",
    "3x^2 and 4", "x at 3", "sinx", "xsin(x)", "word", "1,000", "1 000", r"\unknown{x}", r"\frac{1}", r"\frac123", r"\sin{x+1}", r"\sin^n x", r"\sin{x}^2",
    r"90^\circ", r"\sin \alpha \beta", "x % 2", r"\int x", "__import__('os')", "x.y", "9^9^9", "9^{9^{9}}", "(" * 50 + "x" + ")" * 50, "0/0",
]  # fmt: skip


@pytest.mark.parametrize("text", AMBIGUOUS)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_refused(text: str) -> None:
    with pytest.raises(LatexError) as refused:
        parse_latex(text, ["x"])
    assert "\n" not in str(refused.value)


def test_declared_names_are_variables_whatever_they_mean_elsewhere() -> None:
    assert parse_latex("i^2 + e", ["i", "e"]) == sympy.Symbol("i") ** 2 + sympy.Symbol("e")
    assert parse_latex("x_{1}^2 + 2x_1", ["x_1"]) == sympy.Symbol("x_1") ** 2 + 2 * sympy.Symbol("x_1")
    assert parse_latex("speed*t", ["speed", "t"]) == sympy.Symbol("speed") * t


def test_a_greek_name_that_could_be_a_product_of_variables_is_refused() -> None:
    with pytest.raises(LatexError, match="Greek letter or a product"):
        parse_latex("nu^2", ["n", "u"])


def integrals(variable: str, *bounds: int) -> tuple[Operation, ...]:
    return (Operation("integrate", variable, tuple(map(sympy.Integer, bounds)) or None),)


NOTATION = [
    (r"\int x^2 \sin x\,dx", x**2 * sin(x), integrals("x")),
    (r"\int xdx", x, integrals("x")),
    (r"\int \frac{dx}{x}", 1 / x, integrals("x")),
    (r"\int dx", sympy.Integer(1), integrals("x")),
    (r"\displaystyle\int x + 1\;\mathrm{d}x", x + 1, integrals("x")),
    (r"\int_0^{2} x\,dx", x, integrals("x", 0, 2)),
    ("int x**2 dx", x**2, integrals("x")),
    (r"\frac{d}{dx}\left[x^3\right]", x**3, (Operation("differentiate", "x"),)),
    (r"\frac{\mathrm{d}}{\mathrm{d}x} x^3", x**3, (Operation("differentiate", "x"),)),
    (r"\frac{d^2}{dx^2} \sin x", sin(x), (Operation("differentiate", "x"),) * 2),
    (r"\frac{\partial}{\partial x}(x^3 + x)", x**3 + x, (Operation("differentiate", "x"),)),
    ("d/dx x**2", x**2, (Operation("differentiate", "x"),)),
    ("(x^3 + x)''", x**3 + x, (Operation("differentiate", "x"),) * 2),
    (r"\lim_{x \to 0} \frac{\sin x}{x}", sin(x) / x, (Operation("limit", "x", sympy.Integer(0)),)),
    (r"\lim_{x \rightarrow -\infty} e^x + 1", exp(x) + 1, (Operation("limit", "x", -sympy.oo),)),
    ("lim x->pi/2 sin(x)", sin(x), (Operation("limit", "x", sympy.pi / 2),)),
    (r"\frac{x}{2}", x / 2, ()),
]


@pytest.mark.parametrize(("text", "expression", "operations"), NOTATION, ids=[text for text, *_ in NOTATION])
def test_notation_is_taken_off(text: str, expression: sympy.Expr, operations: tuple[Operation, ...]) -> None:
    statement = parse_statement(text, ["x"])
    assert statement.expression == expression
    assert statement.operations == operations


@pytest.mark.parametrize("text", ["f(x) = x^2", "y = x^2", "y=x^2"])
def test_a_definition_is_taken_off(text: str) -> None:
    statement = parse_statement(text, ["x"])
    assert statement.expression == x**2
    assert statement.function == text[0]


@pytest.mark.parametrize(
    "text", ["x^2 + 1, x = 3", r"x^2+1 \text{ at } x = 3", r"\left. x^2+1 \right|_{x=3}", "x^2 + 1 at x = 3"]
)
def test_a_point_is_taken_off(text: str) -> None:
    statement = parse_statement(text, ["x"])
    assert statement.expression == x**2 + 1
    assert statement.points == (Operation("substitute", "x", sympy.Integer(3)),)


@pytest.mark.parametrize(
    "text",
    [
        r"\int x", r"\int x\,dy", r"\int_0 x\,dx", r"\int x\,dx + 1", r"\frac{d}{dx} x^2 + x", r"\frac{d}{dx} (x+1)(x-1)", r"\frac{dy}{dx}", r"\frac{d}{dy} x",
        r"\lim x", r"\lim_{x \to 0^+} \ln x", r"\lim_{t \to 0} x", r"\frac{d}{dx}\int x\,dx", r"\frac{d}{dx}", "x^2, 3", "x, y = 2", "x' + 1",
    ],
)  # fmt: skip
def test_unclear_notation_is_refused(text: str) -> None:
    with pytest.raises(LatexError):
        parse_statement(text, ["x"])


def written(node: Any, style: random.Random) -> str:
    """Write a tree as LaTeX, as a person would, with brackets where the tree needs them."""
    kind, *parts = node
    if kind == "leaf":
        return str(parts[0])
    inner = [written(part, style) for part in parts if isinstance(part, tuple)]
    opening, closing = style.choice((("(", ")"), (r"\left(", r"\right)"), (r"\left[", r"\right]")))
    bracketed = [
        text if part[0] == "leaf" else f"{opening}{text}{closing}" for part, text in zip(node[1:], inner, strict=False)
    ]
    joints = {"add": (" + ", "+"), "subtract": (" - ", "-"), "multiply": (r" \cdot ", "*", r" \times ")}
    if kind in joints:
        left = bracketed[0] if kind == "multiply" else inner[0]
        return left + style.choice(joints[kind]) + bracketed[1]
    if kind == "divide":
        return style.choice((r"\frac", r"\dfrac")) + f"{{{inner[0]}}}{{{inner[1]}}}"
    if kind == "square":
        return f"{bracketed[0]}^{style.choice(('2', '{2}'))}"
    return rf"\{parts[1]}{opening}{inner[0]}{closing}"


def meant(node: Any) -> sympy.Expr:
    kind, *parts = node
    if kind == "leaf":
        return sympy.sympify(parts[0].lstrip("\\"))
    values = [meant(part) for part in parts if isinstance(part, tuple)]
    made = {
        "add": lambda: values[0] + values[1],
        "subtract": lambda: values[0] - values[1],
        "multiply": lambda: values[0] * values[1],
        "divide": lambda: values[0] / values[1],
        "square": lambda: values[0] ** 2,
        "call": lambda: getattr(sympy, parts[-1])(values[0]),
    }
    return made[kind]()


LEAF = st.sampled_from(["x", "y", "a", "2", "7", r"\pi"]).map(lambda text: ("leaf", text))
TREE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["add", "subtract", "multiply", "divide"]), inner, inner),
        st.tuples(st.just("square"), inner),
        st.tuples(st.just("call"), inner, st.sampled_from(["sin", "cos", "exp", "sqrt"])).map(
            lambda made: ("divide", ("leaf", "1"), made[1]) if made[2] == "sqrt" else made
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(TREE, st.integers(0, 10**6))
def test_what_is_written_is_read_back_and_another_parser_agrees(tree: Any, seed: int) -> None:
    latex2sympy = pytest.importorskip("latex2sympy2_extended").latex2sympy
    text, truth = written(tree, random.Random(seed)), meant(tree)
    if truth.has(sympy.zoo, sympy.nan):
        return
    read = parse_latex(text, ["x", "y"])
    assert agree(truth, read) == "equal", text
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = latex2sympy(text.replace("*", r" \cdot "))
    assert agree(truth, other.doit()) == "equal", text
