# ruff: noqa: E501 - expressions side by side
"""Every rule of the derivative, against differences of mpmath's values and against what books print."""

from __future__ import annotations

import random

import mpmath
import pytest
from student_client._reading.formulas import derivative as module
from student_client._reading.formulas.derivative import NoRule, derivative
from student_client._reading.formulas.tree import FUNCTIONS as WRITTEN
from student_client._reading.formulas.tree import Node, call, constant, div, mul, neg, number, power, root, symbol

from .mp import REAL, evaluate
from .trees import read

X = symbol("x")
FUNCTIONS = sorted(module._OUTER)


def slope_by_differences(node: Node, at: mpmath.mpf) -> mpmath.mpf:
    step = mpmath.mpf(10) ** -20
    values = [evaluate(node, {"x": at + side * step}) for side in (-1, 1)]
    return (values[1] - values[0]) / (2 * step)


def compare(node: Node, low: float, high: float) -> None:
    """Compare the rule with differences at random places."""
    source = random.Random(str(node))
    slope = derivative(node, "x")
    with mpmath.workdps(60):
        for _ in range(6):
            at = mpmath.mpf(source.uniform(low, high))
            assert mpmath.almosteq(evaluate(slope, {"x": at}), slope_by_differences(node, at), 1e-15, 1e-15), at


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function_has_its_slope(name: str) -> None:
    for low, high in REAL[name]:
        compare(call(name, X), low, high)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_chain_rule_of_each_function(name: str) -> None:
    low, high = REAL[name][-1]
    shrunk = mul(number(3), X)
    compare(call(name, shrunk), low / 3, high / 3)
    compare(call(name, neg(X)), -high, -low)


RULES = [
    ("x^3", -3, 3), ("x^{-2}", -3, -0.5), (r"x^{1/3}", -3, -0.5), (r"x^{2/3}", -3, -0.5), (r"x^{-5/3}", -3, -0.5), ("x^x", 0.5, 3), ("2^x", -3, 3), (r"\pi^{x^2}", -2, 2), (r"x^{\pi}", 0.5, 3), (r"x^{\sin x}", 0.5, 3), (r"(\cos x)^{x}", 0.1, 1.2), ("e^{x^2}", -2, 2),
    (r"\sqrt{x^2+1}", -3, 3), (r"\sqrt[3]{x}", -3, -0.5), (r"\sqrt[5]{x^2-4}", -1.5, 1.5), (r"\sqrt[4]{x}", 0.5, 3), (r"\frac{x^2+1}{x-5}", -3, 3), (r"\frac{\sin x}{x}", 0.5, 3), (r"\frac{x}{3}", -3, 3), (r"\frac{1}{x}", -3, -0.5),
    (r"x\sin(x)e^x", -2, 2), (r"x(x+1)(x+2)(x+3)", -4, 1), (r"-x^2+7-x", -3, 3), (r"\log_2x", 0.5, 3), (r"\log_x 5", 1.5, 3), (r"\ln(\ln x)", 1.5, 3), (r"|x^2-4|", -1.5, 1.5), (r"\arcsin\frac{x}{2}", -1.5, 1.5), (r"\sin(\cos(\tan x))", -1, 1), (r"\lfloor x\rfloor x", 1.2, 1.8),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), RULES)
def test_rule_has_its_slope(text: str, low: float, high: float) -> None:
    compare(read(text), low, high)


@pytest.mark.parametrize("seed", range(12))
def test_made_expression_has_its_slope(seed: int) -> None:
    source = random.Random(seed)

    def made(depth: int) -> Node:
        if depth == 0:
            return source.choice([X, number(source.randint(1, 5)), constant("pi")])
        one, other = made(depth - 1), made(depth - 1)
        smooth = call(source.choice(["sin", "cos", "atan", "sinh", "tanh", "asinh", "erf"]), one)
        positive = power(constant("e"), call("sin", one))
        raised = power(positive, call("atan", other))
        return source.choice([mul(one, other), smooth, raised, div(one, positive), root(positive)])

    node = made(3)
    compare(mul(node, X), -1, 1)


def test_functions_are_complete() -> None:
    """They are all that a problem may write but five."""
    assert WRITTEN - set(FUNCTIONS) == {"log", "factorial", "binomial", "gcd", "lcm"}


PRINTED = [
    ("7", "0"), ("x", "1"), ("x^3", "3*x^2"), ("x^2", "2*x"), ("x^1", "1"), ("-x", "-1"), ("x+x", "1 + 1"), (r"\pi x", "pi"), ("e^x", "e^x"), (r"\sin x", "cos(x)"), (r"\frac{x}{2}", "1/2"), ("y", "0"), ("xy", "y"), ("x^n", "n*x^(n - 1)"),
    (r"\lfloor x\rfloor", "0"), (r"\frac{2}{3}", "0"), ("x^0", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slope"), PRINTED)
def test_result_is_tidied(text: str, slope: str) -> None:
    assert str(derivative(read(text), "x")) == slope


def test_goes_into_each_branch() -> None:
    below = Node("lt", (X, number(0)))
    made = derivative(Node("piecewise", (power(X, number(2)), below, neg(X), Node("true"))), "x")
    assert [str(part) for part in made.args[::2]] == ["2*x", "-1"]
    assert made.args[1] == below


@pytest.mark.parametrize(
    "node", [read("x!"), call("gamma", X), root(number(2), X), mul(X, read("x!")), Node("lt", (X, number(0)))]
)
def test_no_rule_for_some(node: Node) -> None:
    with pytest.raises(NoRule):
        derivative(node, "x")


def test_constants_are_skipped() -> None:
    assert derivative(call("factorial", symbol("n")), "x") == number(0)
