# ruff: noqa: E501 - expressions side by side
"""Complex values of printed trees: principal ones, as SymPy means them."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from flint import acb, ctx
from student_client._reading.formulas.tree import Node, call, constant, div, mul, number, power, root, symbol
from student_client._verifying import complex_balls
from student_client._verifying.balls import Unclear, Undefined
from student_client._verifying.complex_balls import evaluate, value

from .trees import read

I = constant("i")  # noqa: E741 - its name
VALUES = [
    ("i^2", -1), ("(1+i)^{10}", 32j), (r"\sqrt{-4}", 2j), (r"\ln(-1)", mpmath.pi * 1j), (r"e^{i\pi}", -1), ("i^i", mpmath.exp(-mpmath.pi / 2)), (r"\sqrt[3]{-8}", -2), ("(-8)^{1/3}", 1 + mpmath.sqrt(3) * 1j), (r"\frac{1}{i}", -1j), ("|3+4i|", 5),
    (r"\cos i", mpmath.cosh(1)), (r"\arcsin 2", mpmath.asin(2)), (r"\operatorname{arcsec}\frac12", mpmath.asec(0.5)), (r"\log_2(-1)", mpmath.pi * 1j / mpmath.log(2)), ("(1-i)^{-2}", 0.5j), ("2^{1+i}", mpmath.power(2, 1 + 1j)), ("0^{2}", 0), ("-i", -1j), (r"\sqrt[4]{-1}", mpmath.root(-1, 4)),
    ("10^{300}i", 1e300j), ("10^{-300}", 1e-300), (r"\sqrt{2+i}", mpmath.sqrt(2 + 1j)), (r"\arctan\frac{i}{2}", mpmath.atan(0.5j)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_value_is_the_principal_one(text: str, expected: object) -> None:
    made = value(read(text, complex_numbers=True))
    assert mpmath.almosteq(mpmath.mpc(complex(made)), mpmath.mpc(expected), 1e-14)
    assert made.is_zero() or made.rel_accuracy_bits() > 90


@pytest.mark.parametrize(
    "name", sorted(complex_balls._PLAIN - {"gamma", "ei", "si", "ci", "shi", "chi", "erf", "erfc", "erfi"})
)
def test_evaluate_each_function(name: str) -> None:
    at = mpmath.mpc(0.3, 0.7)
    made = evaluate(call(name, symbol("z")), {"z": acb(0.3, 0.7)})
    assert mpmath.almosteq(mpmath.mpc(complex(made)), getattr(mpmath, name)(at), 1e-13)


NONE = [r"\ln 0", "0^{-1}", r"\frac{1}{0i}", "0^{-i}", r"\log_2 0", r"\frac{i}{1-1}", r"\frac{1}{i^2+1}"]


@pytest.mark.parametrize("text", NONE)
def test_value_at_poles(text: str) -> None:
    with pytest.raises(Undefined):
        value(read(text, complex_numbers=True))


@pytest.mark.parametrize(
    "node",
    [
        symbol("x"), constant("infinity"), call("factorial", number(3)), root(number(2), I), root(number(2), number(0)), call("floor", number(1)),
        div(number(1), call("sin", constant("pi"))), call("log", call("sin", constant("pi"))),
    ],
    ids=str,
)  # fmt: skip
def test_value_is_unclear(node: Node) -> None:
    with pytest.raises(Unclear):
        value(node)


def test_value_puts_letters() -> None:
    before = ctx.prec
    made = value(mul(power(symbol("a"), number(Fraction(1, 2))), I), {"a": Fraction(9)})
    assert made.overlaps(acb(0, 3))
    assert ctx.prec == before
