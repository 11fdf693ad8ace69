# ruff: noqa: E501 - one integral a line
"""Definite integrals by rigorous quadrature, against values in books; no value if there is none."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import acb, arb, ctx
from student_client._verifying import balls
from student_client._verifying.balls import Undefined
from student_client._verifying.quadrature import NoValue, _evaluate, integral

from .mp import REAL
from .trees import point, read

AREAS = [
    ("x^2", "0", "1", r"\frac13"), ("x^2", "1", "0", r"-\frac13"), ("x", "2", "2", "0"), ("7", "-1", "1", "14"), (r"\sin x", "0", r"\pi", "2"), ("e^x", "0", "1", "e-1"), (r"\frac{1}{1+x^2}", "0", "1", r"\frac{\pi}{4}"), (r"\frac1x", "1", "2", r"\ln2"), ("2^x", "0", "1", r"\frac{1}{\ln 2}"), (r"\log_2x", "1", "2", r"2-\frac{1}{\ln2}"), ("x^x\\cdot0", "1", "2", "0"),
    ("|x|", "-1", "2", r"\frac52"), (r"\lfloor x\rfloor", "0", r"\frac52", "2"), (r"\operatorname{sgn}x", "-1", "3", "2"), (r"|\cos x|", "0", r"\pi", "2"), (r"\sqrt{x}", "1", "4", r"\frac{14}{3}"), (r"\sqrt[3]{x}", "-8", "-1", r"-\frac{45}{4}"), ("x^{-2}", "1", "2", r"\frac12"), ("x^{3/2}", "1", "4", r"\frac{62}{5}"), ("x^{\\pi}", "1", "2", r"\frac{2^{\pi+1}-1}{\pi+1}"),
    (r"\arcsin x", "0", r"\frac12", r"\frac{\pi}{12}+\frac{\sqrt{3}}{2}-1"), (r"\arctan x", "0", "1", r"\frac{\pi}{4}-\frac{\ln2}{2}"), (r"\operatorname{arsinh}x", "0", "1", r"\ln(1+\sqrt{2})-\sqrt{2}+1"), (r"\operatorname{artanh}x", "0", r"\frac12", r"\frac34\ln 3-\ln2"), (r"\operatorname{arcosh}x", "2", "3", r"3\ln(3+\sqrt{8})-\sqrt{8}-2\ln(2+\sqrt{3})+\sqrt{3}"),
    (r"\sec^2x", "0", r"\frac{\pi}{4}", "1"), (r"\cot x", r"\frac{\pi}{4}", r"\frac{\pi}{2}", r"\frac{\ln2}{2}"), (r"\tanh x", "0", "1", r"\ln\cosh1"), (r"\csc^2x", r"\frac{\pi}{4}", r"\frac{\pi}{2}", "1"), ("10^{300}x", "0", "1", r"\frac{10^{300}}{2}"),
    # Narrow peaks, far from the ends.
    (r"\frac{10^{-4}}{10^{-8}+(x-1/3)^2}", "-7", "9", r"\arctan\frac{26\cdot10^4}{3}+\arctan\frac{22\cdot10^4}{3}"), ("|x-999|", "0", "2000", "1000001"),
]  # fmt: skip


@pytest.mark.parametrize(("integrand", "low", "high", "area"), AREAS)
def test_integral_encloses_the_area(integrand: str, low: str, high: str, area: str) -> None:
    before = ctx.prec
    made = integral(read(integrand), "x", point(low), point(high))
    assert made.overlaps(balls.value(read(area), {}))
    assert made.rad() <= arb("1e-30") * (1 + abs(made.mid()))
    assert ctx.prec == before


def test_integral_takes_fractions() -> None:
    assert integral(read("x"), "x", Fraction(0), Fraction(1, 3)).overlaps(balls.ball(Fraction(1, 18)))


NONE = [
    (r"\frac1x", "-1", "1"), (r"\frac{1}{x^2}", "0", "1"), (r"\frac{1}{x-\sqrt{2}}", "0", "3"), (r"\tan x", "0", "3"), (r"\sqrt{x}", "-2", "-1"), (r"\ln x", "-2", "-1"), (r"\arcsin x", "2", "3"), (r"\sqrt{1-x^2}", "-2", "2"), ("x!", "0", "1"), (r"\arctan x", "-1", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("integrand", "low", "high"), NONE)
def test_integral_has_no_value(integrand: str, low: str, high: str) -> None:
    """At poles, outside the domain, or when it is zero."""
    with pytest.raises((NoValue, Undefined)):
        integral(read(integrand), "x", point(low), point(high))


ANALYTIC = sorted(
    set(REAL) - {"gamma", "ei", "si", "ci", "chi", "shi", "li", "fresnel_s", "fresnel_c", "acot", "asec", "acsc"}
)


@pytest.mark.parametrize("name", ANALYTIC)
def test_integrand_is_the_real_value(name: str) -> None:
    from student_client._reading.formulas.tree import call, symbol  # noqa: PLC0415 - only here

    node = call(name, symbol("x"))
    for low, high in REAL[name]:
        at = Fraction(low + high) / 2
        made = _evaluate(node, "x", acb(balls.ball(at)), False)
        assert made.real.overlaps(balls.value(node, {"x": at}))


CUTS = [
    (r"\sqrt{x}", acb(-1, arb(0, 0.1))), (r"\sqrt{x}", acb(arb(0, 1), arb(0, 1))), (r"\ln x", acb(-1, arb(0, 0.1))), (r"\arcsin x", acb(2, arb(0, 0.1))), (r"\arctan x", acb(arb(0, 0.1), 2)), (r"\operatorname{artanh}x", acb(-3, arb(0, 0.1))), ("|x|", acb(arb(0, 1), arb(0, 1))), (r"\lfloor x\rfloor", acb(arb(1, 0.1), arb(0, 1))),
    (r"\sqrt[3]{x}", acb(arb(0, 1), arb(0, 1))), ("x^{1/3}", acb(arb(0, 0.1), 1)), (r"\operatorname{arcosh}x", acb(arb(0, 0.1), arb(0, 0.1))), (r"\frac1x", acb(arb(0, 1), arb(0, 1))),
]  # fmt: skip


@pytest.mark.parametrize(("text", "z"), CUTS)
def test_integrand_is_not_analytic(text: str, z: acb) -> None:
    assert not _evaluate(read(text), "x", z, True).is_finite()
