# ruff: noqa: E501 - inputs side by side
r"""The problem's LaTeX is read in the one way people read it, as it is printed, or refused."""

from __future__ import annotations

import random
import warnings
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from student_client._reading.formulas.ambiguity import ALONE, FACTORS
from student_client._reading.formulas.parser import parse_latex
from student_client._reading.formulas.tree import Equation, number, symbol
from student_client._reading.statement import Choices, NotRead

from ..effort import cheap
from .convert import expression, same_values, to_sympy

x, y, a, b, k, t, theta, lam = sympy.symbols("x y a b k t theta lambda")
sin, cos, tan, log, exp, sqrt = sympy.sin, sympy.cos, sympy.tan, sympy.log, sympy.exp, sympy.sqrt
half = sympy.Rational(1, 2)

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
    (r"e^\frac12", sqrt(sympy.E)), (r"\frac\pi2", sympy.pi / 2), ("5!3!", sympy.Integer(720)), (r"\abs{x+1}", abs(x + 1)), ("log_10(x)", log(x, 10)), (r"\tg x", tan(x)),
    (r"a^2(x+1)", a**2 * (x + 1)), ("k(k+1)(2k+1)", k * (k + 1) * (2 * k + 1)), ("t(t+1)", t * (t + 1)), (r"\frac{b}{2}(x+k)", b * (x + k) / 2), ("2e - 3", 2 * sympy.E - 3), ("2e^x", 2 * exp(x)),
    (r"(\sin(x))(x+1)", sin(x) * (x + 1)), ("sqrt(x)(x+1)", sqrt(x) * (x + 1)), (r"\abs{x}(x+1)", abs(x) * (x + 1)), (r"|\sin(x)||x|", abs(sin(x)) * abs(x)), ("|x| - 2|y|", abs(x) - 2 * abs(y)),
    (r"\log_b(x)", log(x, b)), (r"\ln x^2", log(x**2)), (r"\sqrt x+1", sqrt(x) + 1), ("x^{2/6}", sympy.cbrt(x)), ("2^{3^x}", 2 ** (3**x)), (r"2\times10^3", sympy.Integer(2000)), (r"\ln 2x", log(2 * x)),
    (r"\operatorname{sgn}(x)", sympy.sign(x)), (r"\left| |x| - 1\right|", abs(abs(x) - 1)), ("|x||y|", abs(x) * abs(y)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meaning"), READ, ids=[text for text, _ in READ])
def test_textbook_latex(text: str, meaning: sympy.Expr) -> None:
    assert sympy.expand(to_sympy(expression(parse_latex(text, ["x"]))) - meaning) == 0


PRINTED = [
    (r"{x+1 \over 2}", "(x + 1)/2"), (r"x \over 2", "x/2"), (r"\binom{n}{2}", "binomial(n, 2)"), (r"\sin 30^\circ", "sin(30*(pi/180))"), ("30°", "30*(pi/180)"), (r"\gcd(12, 18)", "gcd(12, 18)"), ("x < 1", "x < 1"), (r"1 < 2x \le 4", "1 < 2*x <= 4"),
    (r"\frac{x-2}{x-2}", "(x - 2)/(x - 2)"), ("x^0", "x^0"), (r"\sqrt{x}^2", "sqrt(x)^2"), (r"e^{\ln x}", "e^log(x)"), (r"0\cdot\frac1x", "0*(1/x)"), ("x - y", "x - y"),
    ("-x", "-x"), ("x - x", "x - x"), ("0.1x", "1/10*x"), ("0.30", "3/10"), (r"\sqrt[3]{x}", "root(x, 3)"), ("e", "e"), (r"e^{2x}", "e^(2*x)"), (r"\log_2 x", "log(x, 2)"),
    (r"\ln x", "log(x)"), (r"\lg x", "log(x, 10)"), ("|x|", "abs(x)"), (r"\lfloor x \rfloor", "floor(x)"), (r"\lceil x \rceil", "-floor(-x)"), ("n!", "factorial(n)"),
    ("2x!", "2*factorial(x)"), ("(x+1)!", "factorial(x + 1)"), ("x/2/3", "x/2/3"), ("2*x/3*y", "2*x/3*y"), ("x(x+1)", "x*(x + 1)"), ("-1", "-1"), ("3 - (-2)", "3 - (-2)"),
    (r"\exp(x)", "exp(x)"), ("9^{9^{9}}", "9^(9^9)"), ("1/(1-1)", "1/(1 - 1)"), (r"\sin^2 x", "sin(x)^2"), ("x^{-1}", "x^(-1)"), ("-x^2", "-x^2"), ("4*-2", "4*(-2)"),
    (r"P_0x^3 + s_{0}x^2", "P_0*x^3 + s_0*x^2"), ("6*k_1**3*x", "6*k_1^3*x"), (r"q_0(x^{2} + q_{0})", "q_0*(x^2 + q_0)"), ("x_0 x", "x_0*x"), ("v₀x", "v_0*x"), (r"\theta_0x", "theta_0*x"), (r"3ax_{12}", "3*a*x_12"), (r"f_0 + y_0", "f_0 + y_0"),
    (r"6^xx^3 \cdot 2", "6^x*x^3*2"), (r"\frac{e^xe^{x/5}}{x}", "e^x*e^(x/5)/x"), (r"x^ne^{-x}", "x^n*e^(-x)"), (r"\pi^2\,x^2", "pi^2*x^2"), (r"5\pi^3x", "5*pi^3*x"), (r"e^2\,x", "e^2*x"), (r"\sqrt v v^{2}", "sqrt(v)*v^2"), (r"\sqrt{\sqrt x x}", "sqrt(sqrt(x)*x)"),
    (r"\sin{9x}e^{x}", "sin(9*x)*e^x"), (r"\sin{x}/2", "sin(x)/2"), (r"\cos{x}y", "cos(x)*y"), (r"\cos(2x)(x+1)", "cos(2*x)*(x + 1)"), (r"\csc^3\left(6 \cdot x\right)\left(x-2\right)", "csc(6*x)^3*(x - 2)"), (r"\sin(x)^2(x+1)^5", "sin(x)^2*(x + 1)^5"),
    (r"\sin{\left(x\right)}\left(x+1\right)", "sin(x)*(x + 1)"), ("tanh(-x)(x+1)/2", "tanh(-x)*(x + 1)/2"), (r"\sin(x)|x|", "sin(x)*abs(x)"), (r"\tan^{2}3x", "tan(3*x)^2"), (r"2\frac{\sqrt2}{2}", "2*(sqrt(2)/2)"), ("x^2 - 5x + 6 = 0", "x^2 - 5*x + 6 = 0"), ("x = x", "x = x"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "printed"), PRINTED, ids=[text for text, _ in PRINTED])
def test_nothing_is_simplified(text: str, printed: str) -> None:
    assert str(parse_latex(text, ["x"])) == printed


def test_equations() -> None:
    assert parse_latex("x = 2", ["x"]) == Equation(symbol("x"), number(2))


AMBIGUOUS = [
    "i x", "2i", "d x", "E x", "I", "f(x)", "a(x)", r"\Gamma(x)", r"\ln(x+1)^2", r"\sin x (x+1)", r"\sin x y", r"\sin x/2", r"\cos x e^{x}", r"\sin -x",
    "1/2x", "1/x(x+1)", r"1/2 \sin x", "2 3", "x 2", "x2", "x_n", "x_{n+1}", "P_0x^3 + 1", r"x_12 \cdot 2", "e_1 x", "f_1 x", r"y_2 \cdot x", r"6P_2 \cdot x", "k_0(x)", "P_2(x)", "x^1/2", "x^-1/2", "e^2x", "2^3x", "x^2^3", "2\\frac{1}{2}", "2{3}", "{2}3", "{x+1}y",
    r"\sqrt2x", r"\sqrt xy", "||x|-1|", "x'", "x = y = 2", "x < y > 1", "1 < x < 2 < 3", "x ∈ 1", "x <", r"x \pm 1", r"\infty", "x + ", "(x", "x)", "", r"\sin", "--x", "x--1", "x^2 @ 3",
    "3x^2 and 4", "x at 3", "sinx", "xsin(x)", "word", "1,000", "1 000", r"\unknown{x}", r"\frac{1}", r"\frac123", r"\sin{x+1}", r"\sin^n x", r"\sin{x}^2",
    r"\sin \alpha \beta", "x % 2", r"\int x", "__import__('os')", "x.y", "9^9^9", "(" * 50 + "x" + ")" * 50, "0/0", r"\frac{x}{0}", r"\sqrt[0]{x}",
    r"\sqrt(x+1)^2", "√2π", r"\sin^{-1}(x)^2", r"\sin^{-2} x", r"\ln^{-1} x", r"\ln_2 x", r"\log_10 x", "x!!", "x^2!", "2^x!", r"\sin x!", r"\sin n! x", r"\sin(x)!", "e!", "0.5!",
    r"\frac{1}{2}!", "||x|-1|", r"\left|x", r"\left.x\right|", r"\varepsilon x", r"\frac{d}{dx} x", r"\lim_{x \to 0} x", "x at x = 2", "x, x = 2", "1" * 31,
    "f^{-1}(x)", "f^2(x)", "y^{-1}(x)", r"\Gamma^2(x)", "f^{(2)}(x)", "x^{(2)}", "f{(x)}", "{f}(x)", "f''(x)", "(f+g)(x)", "(fg)(x)", r"\frac{f}{g}(x)", "(2f-g)(3)", "a(2)", "a(-1)",
    "y(x+1)", "T(2x)", "u(t-1)", "P(x+1)", "q(2x)", "N(2)", "s(3)", r"\sigma(x+1)", r"\phi(2x)", "x(t)", r"\Delta x", r"\delta t", "D x^2", r"\Sigma x", "Σ x",
    r"\ln(x+1)(x+2)", r"\sin(x+1)(x+2)", r"\tan(x - \pi)(x+1)", r"\ln (x) (x+1)", r"\ln(x)(x+1)", r"\sin (x) (x+1)", r"\log{\left(x\right)}\left(x+1\right)", r"\sin{x}(x+1)", r"\ln|x|(x+1)", r"\sqrt(x+1)(x+2)",
    r"\sin 30^0", r"\ln 2 x", r"\log a\,x", "|x|y|z|", "|x|x + 2|x|", r"2\tfrac12", r"{n \choose 2}", "$x$ + $y$", "1{,}000", r"1\,000", r"x^\prime", r"\bar x",
    r"x^{\infty}", r"\text{if } x", "x^+", "x+", r"\sum x", "f'(x)", "x & y", "e^xx", "2^xe^x", r"e^2x + \frac12", r"2^nx \cdot 3", r"2^3x \cdot 3", r"\sqrt xe^{x}", r"\sin{2}x", r"\ln{a}x", r"\sin{x}^2 x",
]  # fmt: skip


@pytest.mark.parametrize("text", AMBIGUOUS, ids=[text[:20] for text in AMBIGUOUS])
def test_ambiguous_is_refused(text: str) -> None:
    """Texts with two readings, or none."""
    with pytest.raises(NotRead) as refused:
        parse_latex(text, ["x"])
    assert "\n" not in str(refused.value)


def test_declared_names_are_variables() -> None:
    """Whatever they mean elsewhere."""
    assert str(parse_latex("i^2 + e + pi", ["i", "e", "pi"])) == "i^2 + e + pi"
    assert parse_latex("e", ["e"]) == parse_latex(r"\mathrm{e}", ["e"]) == symbol("e")
    assert str(parse_latex("x_{1}^2 + 2x_1", ["x_1"])) == "x_1^2 + 2*x_1"
    assert str(parse_latex("speed*t", ["speed", "t"])) == "speed*t"


CHOICES = [
    (r"\log x", "log", {"e": "log(x)", "10": "log(x, 10)", "2": "log(x, 2)"}),
    (r"\log^2 x", "log", {"e": "log(x)^2", "10": "log(x, 10)^2"}),
    (r"\sin^{-1} x", "inverse", {"function": "asin(x)", "reciprocal": "sin(x)^(-1)"}),
    (r"\tanh^{-1}(x)", "inverse", {"function": "atanh(x)", "reciprocal": "tanh(x)^(-1)"}),
    (r"\operatorname{arccot} x", "arccot", {"0 to pi": "pi/2 - atan(x)", "-pi/2 to pi/2": "acot(x)"}),
    ("[x]", "brackets", {"group": "x", "floor": "floor(x)"}),
    (r"\left[2x\right]x", "brackets", {"group": "2*x*x", "floor": "floor(2*x)*x"}),
    (r"[\frac{x}{2}] + [x-1]", "brackets", {"group": "x/2 + (x - 1)", "floor": "floor(x/2) + floor(x - 1)"}),
    ("[x^2]", "brackets", {"group": "x^2", "floor": "floor(x^2)"}),
    ("[1-x][-x]", "brackets", {"group": "(1 - x)*(-x)", "floor": "floor(1 - x)*floor(-x)"}),
    (r"\sin(30)", "angle", {"radians": "sin(30)", "degrees": "sin(30*(pi/180))"}),
    (r"\cos 60", "angle", {"radians": "cos(60)", "degrees": "cos(60*(pi/180))"}),
    (r"\tan^2 45", "angle", {"radians": "tan(45)^2", "degrees": "tan(45*(pi/180))^2"}),
    (r"\cot(-30)", "angle", {"radians": "cot(-30)", "degrees": "cot((-30)*(pi/180))"}),
    (r"\sin 20", "angle", {"radians": "sin(20)", "degrees": "sin(20*(pi/180))"}),
    (r"\sin(180 - x)", "angle", {"radians": "sin(180 - x)", "degrees": "sin((180 - x)*(pi/180))"}),
    ("2i", "i", {"unit": "2*i", "letter": "2*i"}),
]


@pytest.mark.parametrize(("text", "topic", "readings"), CHOICES, ids=[text for text, *_ in CHOICES])
def test_choice_has_each_option(text: str, topic: str, readings: dict[str, str]) -> None:
    for option, printed in readings.items():
        choices = Choices({topic: option})
        assert str(parse_latex(text, ["x"], choices)) == printed
        assert set(choices.met) == {topic}


@pytest.mark.parametrize(
    "text", ["[x+1](x-1)", r"x \times \left[x-2\right]+x", r"\frac{3}{4}[x+1]", r"\cos(x) \cdot [x - 1]"]
)
def test_brackets_around_a_factor(text: str) -> None:
    """They group in algebra, which the words decide."""
    choices = Choices({})
    parse_latex(text, ["x"], choices)
    assert choices.met == {"brackets": FACTORS}


@pytest.mark.parametrize(
    "text", ["[x+1]", "[x+1] + [x-1]", "[x][x+1]", "[x+1](x-1) - [x]", "x - [x-1](x+1) + [2x]", "([x+1])"]
)
def test_brackets_of_which_one_is_alone(text: str) -> None:
    choices = Choices({})
    parse_latex(text, ["x"], choices)
    assert choices.met == {"brackets": ALONE}


def test_imaginary_unit_and_letter() -> None:
    """The unit is a constant, the letter is not."""
    assert expression(parse_latex("i", ["x"], Choices({"i": "unit"}))).head == "constant"
    assert expression(parse_latex("i", ["x"], Choices({"i": "letter"}))).head == "symbol"
    with pytest.raises(NotRead, match=r"Fix: assume=.*complex"):
        parse_latex("i", ["x"])


@pytest.mark.parametrize(
    "text", ["[x+1]^2", "2^{[x]}", "[2(x)]", "[xy]", "[x+y]", "[x^2+x]", r"[\sin x]", "(x)", r"\sqrt[3]{x}"]
)
def test_grouping_brackets_ask_nothing(text: str) -> None:
    choices = Choices({"brackets": "floor"})
    assert not expression(parse_latex(text, ["x"], choices)).has("floor")
    assert choices.met == {}


@pytest.mark.parametrize(
    "text", [r"\sin 0", r"\sin 1", r"\sin(2x+1)", r"\sin 30x", r"\sin(\pi/6)", r"\sinh 30", r"\arctan 30"]
)
def test_clear_angle_asks_nothing(text: str) -> None:
    choices = Choices({"angle": "degrees"})
    parse_latex(text, ["x"], choices)
    assert choices.met == {}


@pytest.mark.parametrize("text", ["y(x)", "y(0) = 1", "y^{-1}(x)"])
def test_variable_or_function(text: str) -> None:
    """It is refused: it could be a function of another."""
    assert str(parse_latex("x(3) + x(x)", ["x"])) == "x*3 + x*x"
    with pytest.raises(NotRead, match="could be a function"):
        parse_latex(text, ["x", "y"])


@pytest.mark.parametrize("base", ["ten", "1/0", ""])
def test_base_that_is_no_number(base: str) -> None:
    with pytest.raises(NotRead, match="base"):
        parse_latex(r"\log x", ["x"], Choices({"log": base}))


HOSTILE = [
    "(" * 5000, "{" * 5000, "[" * 300 + "x" + "]" * 300, "|" * 599, r"\left|" * 300, r"\sin" * 500 + " x", r"\sqrt" * 500, r"\frac" * 500, "x^" * 290, "x/" * 290 + "x", "-" * 590,
    r"\frac{1}{" * 200, r"\sqrt[" * 200, "e^{" * 200 + "x" + "}" * 200, "x" + "'" * 500, "x" + "!" * 500, "9" * 10_000, "0." + "0" * 10_000, "x" * 100_000, "\\" * 5000, " " * 100_000 + "@",
    r"\text{" * 2000, r"\left" * 2000, r"\log_" * 200 + "2 x", "x_{" * 300, ("x" + " " * 50) * 1000, "\n" * 100_000, "x\ny @", r"\int" * 500, "\u202ex", "x\u0301", "\ud800", "=" * 500, "",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_one_line(text: str) -> None:
    def refusal() -> str:
        with pytest.raises(NotRead) as refused:
            parse_latex(text, ["x"])
        return str(refused.value)

    line = cheap(refusal)
    assert "\n" not in line
    assert len(line) < 200


def test_thirty_brackets() -> None:
    for opening, closing in (("(", "/2)"), (r"\frac{1}{1 - 2", "}"), (r"(1-(", ")^2)^2")):
        times = 15 if opening.count("(") == 2 else 30
        assert str(parse_latex(opening * times + "x" + closing * times, ["x"]))


def written(node: Any, style: random.Random) -> str:
    """Write a tree as LaTeX, as a person would, with brackets if the tree needs them."""
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
def test_written_is_read_back(tree: Any, seed: int) -> None:
    """Another parser agrees."""
    latex2sympy = pytest.importorskip("latex2sympy2_extended").latex2sympy
    text, truth = written(tree, random.Random(seed)), meant(tree)
    if truth.has(sympy.zoo, sympy.nan):
        return
    assert to_sympy(expression(parse_latex(text, ["x", "y"]))) == truth, text
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = latex2sympy(text.replace("*", r" \cdot "))
    assert same_values(truth, other.doit()), text
