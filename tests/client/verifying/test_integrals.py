# ruff: noqa: E501 - one integral a line
"""Antiderivatives by their derivative, definite integrals by an enclosure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from student_client import Problem
from student_client._verifying.integrals import Area, antiderivative, definite
from student_client._verifying.judge import judge
from student_client._verifying.stages import first

from ..plans import plan
from .trees import point, read, word

ANTIDERIVATIVES = [
    ("2x", "x^2+7", "right"), ("2x", "x^3", "wrong"), ("e^x", "e^x+10^{-60}x", "wrong"), ("10^{-300}", "10^{-300}x", "right"), ("10^{-300}", "0", "wrong"), ("10^{300}", "10^{300}x", "right"),
    (r"\frac1x", r"\ln x", "right"), (r"\frac1x", r"\ln|x|", "right"), (r"\frac1x", r"\ln(-x)", "right"), (r"\frac1x", r"\ln(x^2)", "wrong"), (r"\tan x", r"-\ln|\cos x|", "right"), (r"\tan x", r"-\ln\cos x", "right"), (r"\tan x", r"\ln|\cos x|", "wrong"), (r"\sec x", r"\ln|\sec x+\tan x|", "right"), (r"\frac{1}{x\ln x}", r"\ln|\ln x|", "right"),
    (r"\sqrt{x}", r"\frac23x^{3/2}", "right"), ("x^{-1/3}", r"\frac32x^{2/3}", "right"), (r"\sqrt[3]{x}", r"\frac34x^{4/3}", "right"), (r"\ln x", r"x\ln x-x", "right"), (r"\frac{1}{1-x^2}", r"\frac12\ln\left|\frac{1+x}{1-x}\right|", "right"),
    (r"\frac{1}{\sqrt{1-x^2}}", r"\arcsin x", "right"), (r"\frac{1}{\sqrt{1-x^2}}", r"-\arccos x", "right"), (r"\frac{1}{x\sqrt{x^2-1}}", r"\operatorname{arcsec}x", "wrong"), (r"\frac{1}{|x|\sqrt{x^2-1}}", r"\operatorname{arcsec}x", "right"),
    # Kinks, near and far.
    ("|x|", r"\frac{x|x|}{2}", "right"), ("|x|", r"\frac{x^2}{2}", "wrong"), (r"\sqrt{x^2+20x+100}", r"\frac{x^2}{2}+10x", "wrong"), ("|x-10^6|", r"10^{6}x-\frac{x^2}{2}", "wrong"), (r"|\ln x-20|", r"21x-x\ln x", "wrong"),
    # Jumps: the derivative is right and the result is not, unless the integrand has a pole there.
    ("|x|", r"\frac{x|x|}{2}+\operatorname{sgn}x", "wrong"), (r"\frac{1}{1+x^2}", r"-\arctan\frac1x", "wrong"), (r"\frac{1}{2+\cos x}", r"\frac{2}{\sqrt{3}}\arctan\frac{\tan(x/2)}{\sqrt{3}}", "wrong"), (r"\frac{1}{x^2}", r"-\frac1x+\operatorname{sgn}x", "right"), (r"\frac{1}{x^2}", r"-\frac1x", "right"),
    # Defined on one side only.
    (r"\frac{x}{x}", r"e^{\ln x}", "unknown"), (r"|x|^{-1/2}", r"2\sqrt{x}", "unknown"), (r"\frac{1}{\sqrt{x}}", r"2\sqrt{x}", "right"),
    # Letters.
    ("x^n", r"\frac{x^{n+1}}{n+1}", "right"), ("x^n", r"\frac{x^{n}}{n}", "wrong"), ("e^{ax}", r"\frac{e^{ax}}{a}", "right"), ("e^{ax}", "ae^{ax}", "wrong"), (r"\frac{1}{x^2+a^2}", r"\frac1a\arctan\frac xa", "right"), (r"\frac{1}{\sqrt{a^2-x^2}}", r"\arcsin\frac xa", "unknown"), (r"\frac{1}{\sqrt{a^2-x^2}}", r"\arcsin\frac{x}{|a|}", "right"),
    # No rule.
    (r"\lfloor x\rfloor", "x!", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("integrand", "result", "found"), ANTIDERIVATIVES)
def test_antiderivative(integrand: str, result: str, found: str) -> None:
    finding = antiderivative(first(read(integrand), (), ("x",)), "x", read(result))
    assert word(finding) == found, finding


def test_antiderivative_in_the_domain() -> None:
    """Only places count at which the domain has a value."""
    whole, half = (first(read("|x|"), domain, ("x",)) for domain in ((), (read(r"\ln x"),)))
    assert word(antiderivative(whole, "x", read(r"\frac{x^2}{2}"))) == "wrong"
    assert word(antiderivative(half, "x", read(r"\frac{x^2}{2}"))) == "right"


def area(integrand: str, low: str, high: str) -> Area:
    return Area(first(read(integrand), (), ("x",)), "x", (point(low), point(high)))


DEFINITE = [
    ("x^2", "0", "1", r"\frac13", "right"), ("x^2", "0", "1", r"\frac12", "wrong"), ("x^2", "1", "0", r"-\frac13", "right"), ("x^2", "1", "0", r"\frac13", "wrong"), ("x^2", "1", "1", "0", "right"), ("x^3", "-1", "1", "0", "right"), (r"\sin x", r"-\pi", r"\pi", "0", "right"),
    ("10^{-300}", "0", "1", "10^{-300}", "right"), ("10^{-300}", "0", "1", "0", "wrong"), ("10^{300}x", "0", "1", r"\frac{10^{300}}{2}", "right"), ("10^{300}x", "0", "1", "10^{299}", "wrong"),
    # Decimals and near misses.
    (r"\frac{4}{1+x^2}", "0", "1", r"\pi", "right"), (r"\frac{4}{1+x^2}", "0", "1", "3.141592653589793238", "wrong"), (r"\frac{4}{1+x^2}", "1", "0", "-3.14159265358979323846264338327", "wrong"), ("e^{-x^2}", "0", "1", "0.746824", "wrong"),
    # Kinks and steps; the antiderivative of 1/(2 + cos x) that comes to mind jumps.
    ("|x|", "-1", "1", "1", "right"), ("|x|", "-1", "1", "0", "wrong"), ("|x-1|", "0", "3", r"\frac52", "right"), (r"|\sin x|", "0", r"2\pi", "4", "right"), (r"|\sin x|", "0", r"2\pi", "0", "wrong"), (r"\lfloor x\rfloor", "0", "3", "3", "right"), (r"\lfloor x\rfloor", "0", "3", r"\frac92", "wrong"),
    (r"\frac{1}{2+\cos x}", "0", r"2\pi", "0", "wrong"),
    # Narrow peaks, far away.
    ("e^{-(x-20)^2}", "0", "40", r"\sqrt{\pi}", "wrong"), (r"\frac{1}{10^{-6}+(x-1/3)^2}", "0", "1", "0", "wrong"),
    (r"e^{-(x-20)^2}", r"-\infty", r"\infty", r"\sqrt{\pi}", "right"), (r"e^{-(x-20)^2}", r"-\infty", r"\infty", "0", "wrong"),
    # Improper ones that converge,
    ("e^{-x}", "0", r"\infty", "1", "right"), ("e^{-x}", "30", r"\infty", "e^{-30}", "right"), ("e^{-x}", "30", r"\infty", "0", "wrong"), ("e^{-x^2}", r"-\infty", r"\infty", r"\sqrt{\pi}", "right"), ("xe^{-x^2}", r"-\infty", r"\infty", "0", "right"), (r"\frac{1}{1+x^2}", r"-\infty", r"\infty", r"\pi", "right"),
    (r"\frac{1}{\sqrt{x}}", "0", "1", "2", "right"), (r"\frac{1}{\sqrt{x}}", "0", "1", r"\infty", "wrong"), (r"\ln x", "0", "1", "-1", "right"), (r"\frac{1}{x(\ln x)^2}", "2", r"\infty", r"\frac{1}{\ln 2}", "right"),
    # that diverge,
    ("e^x", "0", r"\infty", r"\infty", "right"), ("e^x", "0", r"\infty", "0", "wrong"), (r"\frac1x", "1", r"\infty", r"\infty", "right"), (r"\frac1x", "1", r"\infty", "5", "wrong"), (r"\frac1x", "0", "1", r"\infty", "right"), (r"\frac1x", "0", "1", r"-\infty", "wrong"), (r"\frac1x", "0", "1", "1", "wrong"),
    # and what the ends alone would say of a pole between them, or of two infinities that cancel.
    (r"\frac{1}{x^2}", "-1", "1", "-2", "unknown"), (r"\frac1x", "-1", "1", "0", "unknown"),
    (r"\frac{1}{x-\sqrt{2}}", "0", "3", r"\ln\frac{3-\sqrt{2}}{\sqrt{2}}", "unknown"), (r"\tan x", "0", r"\pi", "0", "unknown"),
    ("x", r"-\infty", r"\infty", "0", "unknown"), (r"\sin x", r"-\infty", r"\infty", "0", "unknown"), (r"\frac{2x}{x^2+1}", r"-\infty", r"\infty", "0", "unknown"), (r"\frac{1}{x^4}", r"-\infty", r"\infty", "0", "unknown"), (r"\cos x", "0", r"\infty", "0", "unknown"),
    # Where the integrand has no value.
    (r"\sqrt{1-x^2}", "-2", "2", r"\frac{\pi}{2}", "unknown"), (r"\sqrt{x}", "-1", "1", r"\frac23", "unknown"), (r"\ln x", "-1", "1", "-2", "unknown"), ("x^2", "0", "1", r"\ln(-1)", "unknown"), ("x^2", "0", "1", r"\infty", "wrong"),
    # Letters.
    ("e^{ax}", "0", "1", r"\frac{e^a-1}{a}", "right"), ("e^{ax}", "0", "1", "e^a", "wrong"), ("x", "0", "a", r"\frac{a^2}{2}", "right"), (r"\sqrt{a^2}", "0", "1", "|a|", "right"), (r"\sqrt{a^2}", "0", "1", "a", "unknown"), (r"\sqrt{a^2}", "0", "1", "-a", "wrong"),
    (r"\frac{1}{(x-1000)^2}", "0", "a", r"-\frac{1}{a-1000} - \frac{1}{1000}", "unknown"), ("|x-1000|", "0", "a", r"1000a - \frac{a^2}{2}", "wrong"), (r"\frac1x", "a", "b", r"\ln b - \ln a", "unknown"), (r"\frac{1}{x}", "1", "a", r"\ln a", "right"),
    ("|x|", "0", "a", r"\frac{a|a|}{2}", "right"), ("|x|", "0", "a", r"\frac{a^2}{2}", "unknown"), ("x", "0", "x", r"\frac{x^2}{2}", "unknown"), ("x", "0", "1", r"\frac{x^2}{2}", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("integrand", "low", "high", "result", "found"), DEFINITE)
def test_definite(integrand: str, low: str, high: str, result: str, found: str) -> None:
    finding = definite(area(integrand, low, high), point(result))
    assert word(finding) == found, finding


def test_definite_area() -> None:
    """An area may be the one without signs too."""
    assert word(definite(area("x^3", "0", "2"), point("4"), "area")) == "right"
    assert word(definite(area("x^3", "-1", "2"), point(r"\frac{15}{4}"), "area")) == "unknown"


def test_definite_from_the_plan() -> None:
    """It uses the plan's own antiderivative, when it is one."""
    asked = area("2x", "0", "3")
    assert str(replace(asked, found=(read("x^2 + 5"),)).inside) == "x^2 + 5"
    assert str(replace(asked, found=(read("x^3"),)).inside) == "x^2"


@pytest.mark.parametrize(
    ("expression", "steps", "status"),
    [
        (r"\int_0^1 \int_0^{x} (x + y)\,dy\,dx", ("x + y | y | 0 | x", "R1 | x | 0 | 1"), "accepted"),
        (r"\int_0^1 \int_0^{x} (x + y)\,dy\,dx", ("x + y | y | 0 | 1", "R1 | x | 0 | 1"), "rejected"),
        (r"\int_0^1 \int_0^2 x y^2 \,dy\,dx", ("x*y**2 | y | 0 | 1", "R1 | x | 0 | 2"), "rejected"),
        (r"\int_1^2 \int_0^{1/x} y \,dy\,dx", ("y | y | 0 | 1/x", "R1 | x | 1 | 2"), "accepted"),
    ],
)
def test_iterated_integral(expression: str, steps: tuple[str, ...], status: str) -> None:
    asked = Problem("Evaluate the double integral", expression, ["x", "y"])
    assert judge(asked, plan(*(f"integrate | {step}" for step in steps))).status == status
