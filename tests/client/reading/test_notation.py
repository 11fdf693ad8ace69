# ruff: noqa: E501, SIM905 - inputs side by side
r"""The questions in a problem's notation: integrals, derivatives, limits, definitions and points."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from student_client._reading.formulas.notation import parse_point, parse_statement
from student_client._reading.formulas.tree import constant, neg, number
from student_client._reading.statement import Choices, NotRead, Operation, Statement

from ..effort import cheap


def asked(statement: Statement) -> str:
    """Write the notation's operations in short: ``integrate x 0..2``, ``limit x -> 0+``."""
    words = []
    for step in statement.operations:
        bounds = f" {step.bounds[0]}..{step.bounds[1]}" if step.bounds else ""
        point = f" -> {step.point}{step.side or ''}" if step.point else ""
        words.append(f"{step.tool} {step.variable}{bounds}{point}")
    return ", ".join(words)


D, I = "differentiate x", "integrate x"  # noqa: E741 - as they are written
NOTATION = [
    (r"\sum_{k=1}^{n} k^2", "k^2", "sum k 1..n"), (r"\sum_{i=0}^\infty \left(\frac12\right)^i", "(1/2)^i", "sum i 0..oo"), (r"\prod_{k=1}^{5} (2k)", "2*k", "product k 1..5"),
    (r"\int x^2 \sin x\,dx", "x^2*sin(x)", I), (r"\int xdx", "x", I), (r"\int \frac{dx}{x}", "1/x", I), (r"\int dx", "1", I),
    (r"\displaystyle\int x + 1\;\mathrm{d}x", "x + 1", I), (r"\int_0^{2} x\,dx", "x", f"{I} 0..2"), ("int x**2 dx", "x^2", I), (r"\int\frac{2x\,dx}{x^2+1}", "2*x/(x^2 + 1)", I),
    (r"\int {x + 1}\,dx", "x + 1", I), (r"\int \sin 2 dx", "sin(2)", I), (r"\int e^x dx", "e^x", I), (r"\int_{-\infty}^\infty e^{-x^2}\,dx", "e^(-x^2)", f"{I} -oo..oo"),
    (r"\int_0^\frac{\pi}{2} x\,dx", "x", f"{I} 0..pi/2"), (r"\int^2_0 x\,dx", "x", f"{I} 0..2"), (r"\int_0^a x\,dx", "x", f"{I} 0..a"), (r"\int_1^{\ln 2}x\,dx", "x", f"{I} 1..log(2)"),
    ("∫₀¹ x² dx", "x^2", f"{I} 0..1"), ("int_0^10 x dx", "x", f"{I} 0..10"), ("integral of x dx", "x", I), (r"\int |x| dx", "abs(x)", I), (r"\int -x dx", "-x", I), (r"\int\limits_0^1 x dx", "x", f"{I} 0..1"),
    (r"\frac{d}{dx}\left[x^3\right]", "x^3", D), (r"\frac{\mathrm{d}}{\mathrm{d}x} x^3", "x^3", D), (r"\frac{d^2}{dx^2} \sin x", "sin(x)", f"{D}, {D}"), (r"\frac{d^{3}}{dx^{3}} x", "x", f"{D}, {D}, {D}"),
    (r"\frac{\partial}{\partial x}(x^3 + x)", "x^3 + x", D), ("d/dx x**2", "x^2", D), ("d/dx(x^2 + 1)", "x^2 + 1", D), ("d^2/dx^2 x^3", "x^3", f"{D}, {D}"), (r"\frac{d}{dx}\frac{d}{dx} x", "x", f"{D}, {D}"),
    (r"\frac{d}{dx} -x^2", "-x^2", D), (r"\frac{d}{dx} x\sin x", "x*sin(x)", D), (r"\frac{d}{dx}{(x+1)^2}", "(x + 1)^2", D), (r"\frac{d}{dx}[x]", "x", D), ("(x^3 + x)''", "x^3 + x", f"{D}, {D}"), (r"\left[x\right]'", "x", D), (r"\frac{d}{dx}(1/6) \cdot x^3", "1/6*x^3", D), (r"\frac{d}{dx}\left(\frac{\pi}{2}\right)x", "pi/2*x", D),
    (r"\lim_{x \to 0} \frac{\sin x}{x}", "sin(x)/x", "limit x -> 0"), (r"\lim_{x \rightarrow -\infty} e^x + 1", "e^x + 1", "limit x -> -oo"), ("lim x->pi/2 sin(x)", "sin(x)", "limit x -> pi/2"),
    (r"\lim_{x \to 0^+} \ln x", "log(x)", "limit x -> 0+"), (r"\lim_{x \to 2^{-}} x", "x", "limit x -> 2-"), (r"\lim_{x\to0-} x", "x", "limit x -> 0-"), (r"\lim\limits_{x\to\frac{\pi}{2}^-} x", "x", "limit x -> pi/2-"),
    (r"\underset{x\to 0^+}{\lim} x", "x", "limit x -> 0+"), ("lim x->0+ 1/x", "1/x", "limit x -> 0+"), ("lim_{x->2} x", "x", "limit x -> 2"), ("lim (x -> 2) x", "x", "limit x -> 2"), ("lim_x->oo 1/x", "1/x", "limit x -> oo"),
    (r"\lim_{x\to a} x", "x", "limit x -> a"), (r"\lim_{x\to+\infty} x", "x", "limit x -> oo"), (r"\frac{x}{2}", "x/2", ""), ("x^2 = 4", "x^2 = 4", ""), (r"\frac{x - 2}{x - 2} = 1", "(x - 2)/(x - 2) = 1", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed", "operations"), NOTATION, ids=[text for text, *_ in NOTATION])
def test_notation_is_taken_off(text: str, printed: str, operations: str) -> None:
    statement = parse_statement(text, ["x"], Choices({"brackets": "floor"}))
    assert str(statement.expression) == printed
    assert asked(statement) == operations


def test_mixed_derivative_from_inside() -> None:
    statement = parse_statement(r"\frac{\partial^3}{\partial x^2 \partial y} x^2y", ["x", "y"])
    assert asked(statement) == "differentiate y, differentiate x, differentiate x"


TOTAL = [
    (r"\frac{d}{dx} x", True),
    ("d/dx x", True),
    ("(x)'", True),
    (r"\frac{\partial}{\partial x} x", False),
    ("x", False),
]


@pytest.mark.parametrize(("text", "total"), TOTAL)
def test_derivative_is_total(text: str, *, total: bool) -> None:
    assert parse_statement(text, ["x"]).total is total


DEFINITIONS = [
    ("f(x) = x^2", "f", "x"), ("y = x^2", "y", None), ("y=x^2", "y", None), (r"f\left(x\right) = x^2", "f", "x"), ("E(x) = x^2", "E", "x"), ("f(x, t) = x^2", "f", None), ("g(t) = x^2", "g", "t"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "function", "argument"), DEFINITIONS, ids=[text for text, *_ in DEFINITIONS])
def test_definition_is_taken_off(text: str, function: str, argument: str | None) -> None:
    statement = parse_statement(text, ["x", "t"])
    assert (str(statement.expression), statement.function, statement.argument) == ("x^2", function, argument)


@pytest.mark.parametrize(("text", "printed"), [("y = x", "y = x"), ("a(x+1) = 2", "a*(x + 1) = 2"), ("s = x", "s = x")])
def test_equation_is_no_definition(text: str, printed: str) -> None:
    statement = parse_statement(text, ["x", "y"])
    assert (str(statement.expression), statement.function) == (printed, None)


POINTS = [
    "x^2 + 1, x = 3", r"x^2+1 \text{ at } x = 3", r"\left. x^2+1 \right|_{x=3}", "x^2 + 1 at x = 3", r"x^2 + 1, \quad x = 3", r"x^2+1 \bigg|_{x = 3}", r"x^2+1\Big\rvert_{x=3}",
    "x^2+1 |_{x=3}", r"x^2+1, \text{ where } x=3", "x^2 + 1 when x = 3", r"f(x) = \left.x^2+1\right|_{x=3}",
]  # fmt: skip


@pytest.mark.parametrize("text", POINTS)
def test_point_is_taken_off(text: str) -> None:
    statement = parse_statement(text, ["x"])
    assert str(statement.expression) == "x^2 + 1"
    assert statement.points == (Operation("substitute", "x", number(3)),)


@pytest.mark.parametrize(
    "text", ["xy, x = 1, y = 2", "xy |_{x=1, y=2}", "xy at x = 1 and y = 2", "xy, x = 1, and y = 2"]
)
def test_several_points(text: str) -> None:
    points = parse_statement(text, ["x", "y"]).points
    assert points == (Operation("substitute", "x", number(1)), Operation("substitute", "y", number(2)))


def test_derivative_has_a_point() -> None:
    statement = parse_statement(r"\left.\frac{d}{dx}(x^2+1)\right|_{x=2}", ["x"])
    assert (asked(statement), statement.points[0].point) == (D, number(2))


def test_variable_d() -> None:
    assert str(parse_statement(r"\frac{d}{x} + d^2", ["d", "x"]).expression) == "d/x + d^2"
    assert asked(parse_statement(r"\int d\,dd", ["d"])) == "integrate d"


UNCLEAR = [
    r"\int x", r"\int x\,dy", r"\int_0 x\,dx", r"\int x\,dx + 1", r"\int \frac{dx}{x} + 1", r"\int x + \frac{dx}{x}", r"\int_0^12 x dx", r"\int_-1^1 x\,dx", r"\int x = 1\,dx", r"\int x\,dx = 1", r"\int x\,dx\,dx",
    r"\int_{0}^{1}_{2} x\,dx", r"\int_0^{2\infty} x\,dx", r"\int \int x\,dx\,dx", r"2\int x\,dx", r"\iint x\,dx", r"\int (x\,dx)", r"\int_{x = 0}^1 x\,dx", r"\int \infty\,dx",
    r"\frac{d}{dx} x^2 + x", r"\frac{d}{dx} (x+1)(x-1)", r"\frac{d}{dx}(x)/2", r"\frac{d}{dx}(a) x", r"\frac{d}{dx}(2)^2 x", r"\frac{dy}{dx}", r"\frac{d}{dy} x", r"\frac{d}{dx}", r"\frac{d^2}{dx} x", r"\frac{d^2}{dx^3} x", r"\frac{d}{dx} x = 1", r"\frac{d}{\partial x} x",
    r"\frac{d}{dx}(x+1)^2", r"\frac{d}{dx}[x^2]^3", r"\frac{d}{dx}{(x^2)}^3", "d/dx (x^2)^3", "f^{-1}(x) = x", "y(x+1) = 2", "P(2x) = 6", r"\int f(2x)\,dx", "3x = 0.333...", r"1 + x + \dots", "x, x = 2..",
    r"\frac{d^{10}}{dx^{10}} x", r"\frac{d^n}{dx^n} x", r"\frac{d}{dx}" * 10 + "x", "d/dxy", "d/dx", "dx", r"1 + \frac{d}{dx} x", "x' + 1", "x'", "(x)' + 1", "(x)'''''''''''", "f'(x) = x", r"\frac{d}{dx}(x)'",
    r"\lim x", r"\lim_{t \to 0} x", r"\lim_{x} x", r"\lim_x\to0 x", r"\lim_{x \to 0}", r"\lim_{x \to x} x", r"\lim_{x \to \infty^+} x", r"\lim_{x \to 2\infty} x", r"\lim_{x \to 0^{++}} x", r"\lim_{x\to0} x = 1", "lim x->2(x+1)", "lim x->0 + 1/x", "lim x->0 - 1/x",
    r"\underset{x\to0}{x}", r"\underset{x}{\lim} x", r"\frac{d}{dx}\int x\,dx", r"\lim_{x\to0}\int x\,dx", r"\int \lim_{x\to0} x\,dx", r"1 + \lim_{x\to0} x", r"\sin\int x\,dx",
    "x^2, 3", "x, y = 2", "x, x = 1, x = 2", "x, x = 2 = 3", "x, and", "x and x = 2", "x at 3", "x at", r"\left. x \right| + 1", r"\left. x", r"\left|x\right|_{x=2}", "x |_2", "x |_{2}", "|_{x=2}", "x at x = 2 at x = 3",
    "y = x = 2", "y = y^2", "f(2) = 3", "f(x+1) = x", "f(a) = a", "f(x,) = x", "f() = x", "f(x) = f(x)", "f(x) =", "= x", "x =", "f(x", "x^2 + 1, x = 0^+",
]  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR)
def test_unclear_notation_is_refused(text: str) -> None:
    with pytest.raises(NotRead) as refused:
        parse_statement(text, ["x"])
    assert "\n" not in str(refused.value)


def test_prime_needs_one_variable() -> None:
    with pytest.raises(NotRead, match="one variable"):
        parse_statement("(xy)'", ["x", "y"])


@pytest.mark.parametrize("variables", [["x"], ["x", "y"], ["y", "x"]])
def test_prime_of_the_one_in_it(variables: list[str]) -> None:
    assert asked(parse_statement("(ax^2)'", variables)) == D


def test_bracket_after_a_bound() -> None:
    """It is not the bound's."""
    assert asked(parse_statement(r"\int_0^T(x+1)\,dx", ["x"])) == "integrate x 0..T"


def test_differentials_with_variable_d() -> None:
    """Such a fraction is refused."""
    with pytest.raises(NotRead, match="differentials"):
        parse_statement(r"\frac{dy}{dx}", ["d", "x", "y"])


def test_derivative_with_variable_d() -> None:
    """It is refused."""
    with pytest.raises(NotRead, match="differential or the variable"):
        parse_statement(r"\frac{d}{dx} x", ["d", "x"])


INFINITY = constant("infinity")
PLACES = [
    (r"\infty", INFINITY),
    (r"-\infty", neg(INFINITY)),
    (r"+\infty", INFINITY),
    ("oo", INFINITY),
    ("$0$", number(0)),
    ("-2", neg(number(2))),
]


@pytest.mark.parametrize(("text", "point"), PLACES)
def test_point_is_read(text: str, point: object) -> None:
    assert parse_point(text, ["x"]) == point


@pytest.mark.parametrize("text", [r"\infty + 1", r"2\infty", "x = 1", "", "1, 2", "0^+"])
def test_no_point_is_refused(text: str) -> None:
    with pytest.raises(NotRead):
        parse_point(text, ["x"])


SOUP = r"""
x y 2 0 12 0.5 + - * / ^ ^2 ^{ _ _{ ( ) [ ] { } | ⟨ ⌊ ⌋ , = ' ! -> \left( \right) \left| \right| \left. |_{x=2} \frac \frac{ }{ \frac12 \sin \ln \log
\log_ ^{-1} \sqrt \sqrt[ e e^ i d dx \,dx \pi \theta \alpha \to \infty \int \int_0^1 \lim \lim_{x\to0} \lim_{x\to0^+} \frac{d}{dx} \partial d/dx f(x)= y=
lim int x->0 at x=2 and \text{at} \mathrm{d} \underset \lfloor \rfloor \lceil \abs sin( √ ² ₁ \\ \ & @ $ . ~ \, \begin{cases} \operatorname{ 999999999999999999
""".split()


def outcome(text: str, variables: list[str], picked: str = "") -> str:
    """Return the reading, or the line of the refusal; nothing else may happen."""
    choices = Choices({"log": "10", "brackets": picked, "inverse": picked, "i": picked})
    try:
        return str(parse_statement(text, variables, choices).expression)
    except NotRead as refused:
        return str(refused)


@settings(max_examples=600)
@given(
    st.lists(st.sampled_from(SOUP), max_size=25),
    st.sampled_from(["", " "]),
    st.sampled_from(["floor", "reciprocal", "unit"]),
)
def test_any_tokens_end_in_one_line(parts: list[str], joint: str, picked: str) -> None:
    """They are read or refused."""
    assert re.fullmatch(".{1,300}", cheap(lambda: outcome(joint.join(parts), ["x", "y_1"], picked)))


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_ends_in_one_line(text: str) -> None:
    """It is read or refused."""
    assert re.fullmatch(".{1,300}", cheap(lambda: outcome(text, ["x"])))


def test_reading_needs_no_sympy() -> None:
    command = "import sys, student_client._reading.formulas.notation; sys.exit('sympy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
