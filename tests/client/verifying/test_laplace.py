# ruff: noqa: E501 - one function a line
"""Laplace transforms: our own table against known transforms, and what a plan may answer."""

from __future__ import annotations

import pytest
from student_client._verifying.equivalence import equal
from student_client._verifying.judge import judge
from student_client._verifying.laplace import MOST, NoTransform, terms, transform

from ..plans import plan, problem
from .trees import read

TABLE = [
    ("5", r"\frac{5}{x}"), ("t^3", r"\frac{6}{x^4}"), ("e^{3t}", r"\frac{1}{x-3}"), ("t^2e^{3t}", r"\frac{2}{(x-3)^3}"), (r"\sin 2t", r"\frac{2}{x^2+4}"), (r"\cos 3t", r"\frac{x}{x^2+9}"), (r"\sinh 2t", r"\frac{2}{x^2-4}"), (r"\cosh 2t", r"\frac{x}{x^2-4}"),
    (r"t\cos 3t", r"\frac{x^2-9}{(x^2+9)^2}"), (r"t\sin t", r"\frac{2x}{(x^2+1)^2}"), (r"t^2\sin 2t", r"\frac{12x^2-16}{(x^2+4)^3}"), (r"e^{-t}\sin 2t", r"\frac{2}{(x+1)^2+4}"), (r"te^{-t}\cos t", r"\frac{(x+1)^2-1}{((x+1)^2+1)^2}"),
    (r"\sin^2 t", r"\frac{2}{x(x^2+4)}"), (r"\cos^2 t", r"\frac{x^2+2}{x(x^2+4)}"), (r"\sin t\cos t", r"\frac{1}{x^2+4}"), (r"\sin 3t\cos t", r"\frac{1}{2}\left(\frac{4}{x^2+16}+\frac{2}{x^2+4}\right)"), (r"\cos t\sin 3t", r"\frac{1}{2}\left(\frac{4}{x^2+16}+\frac{2}{x^2+4}\right)"), (r"\sin t\sin 2t", r"\frac{4x}{(x^2+1)(x^2+9)}"), (r"\cos t\cos 2t", r"\frac{x(x^2+5)}{(x^2+1)(x^2+9)}"),
    (r"\sin(t+1)", r"\frac{x\sin 1+\cos 1}{x^2+1}"), (r"\cos(2t-1)", r"\frac{x\cos 1+2\sin 1}{x^2+4}"), ("e^{t-2}", r"\frac{e^{-2}}{x-1}"), ("2^t", r"\frac{1}{x-\ln 2}"), (r"\frac{t}{e^{2t}}", r"\frac{1}{(x+2)^2}"), (r"\cosh(t+1)", r"\frac{x\cosh 1+\sinh 1}{x^2-1}"), ("-(t+1)^2", r"-\frac{2}{x^3}-\frac{2}{x^2}-\frac{1}{x}"), (r"\frac{(e^t)^2}{3}", r"\frac{1}{3(x-2)}"),
    ("e^{at}", r"\frac{1}{x-a}"), (r"\sin(bt)", r"\frac{b}{x^2+b^2}"), (r"e^{at}\cos(bt)", r"\frac{x-a}{(x-a)^2+b^2}"), ("at+b", r"\frac{a}{x^2}+\frac{b}{x}"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "made"), TABLE)
def test_transform(function: str, made: str) -> None:
    assert equal(read(made), transform(read(function), "t", "x"), ["x"]).right


@pytest.mark.parametrize(
    "function",
    [
        r"\sqrt{t}", r"\frac{1}{t}", r"\ln t", "e^{t^2}", r"\frac{\sin t}{t}", r"\tan t", "|t|", r"\sin t^2", "t^{-1}", "t^t",
        r"\frac{1}{1+e^t}", r"\frac{t^2}{t}", "(-2)^t", "a^t", r"\lfloor t\rfloor", "t^{13}", r"\frac{1}{\sin t}", "t^{1/2}",
    ],
)  # fmt: skip
def test_transform_of_others(function: str) -> None:
    with pytest.raises(NoTransform):
        transform(read(function), "t", "x")


def test_terms_are_bounded() -> None:
    with pytest.raises(NoTransform):
        terms(read(r"(t+\sin t+e^t+1)^9"), "t")
    assert len(terms(read(r"(t+1)^6"), "t")) <= MOST


FORWARD = [
    (r"t^2 e^{3t}", "laplace | t**2*exp(3*t) | t | s", "accepted"), (r"f(t) = \sin 2t", "laplace | sin(2*t) | t | s", "accepted"), (r"e^{at}\cos(bt)", "laplace | exp(a*t)*cos(b*t) | t | s", "accepted"), (r"t^2\sin 2t", "laplace | t**2*sin(2*t) | t | s", "accepted"), ("7", "laplace | 7 | t | s", "accepted"), (r"\frac{t}{e^{2t}}", "laplace | t*exp(-2*t) | t | s", "accepted"),
    (r"\sin 2t", "laplace | cos(2*t) | t | s", "rejected"), (r"\sin 2t", "laplace | sin(3*t) | t | s", "rejected"), (r"t^2", "laplace | t | t | s", "rejected"), (r"e^{3t}", "laplace | exp(-3*t) | t | s", "rejected"), (r"\sin 2t", "simplify | 2/(s**2 + 4)", "rejected"), (r"\sin 2t", "integrate | sin(2*t) | t", "rejected"),
    (r"\sin 2t", "laplace | sin(2*t) | t | p", "undecided"), (r"\frac{\sin t}{t}", "laplace | sin(t)/t | t | s", "undecided"), (r"\sqrt{t}", "laplace | sqrt(t) | t | s", "undecided"), (r"\sin t, 0 < t < \pi", "laplace | sin(t) | t | s", "undecided"), ("e^{st}", "laplace | exp(s*t) | t | p", "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "step", "status"), FORWARD)
def test_judge_of_a_transform(printed: str, step: str, status: str) -> None:
    assert judge(problem("Find the Laplace transform of the function.", printed, "t"), plan(step)).status == status


INVERSE = [
    (r"\frac{1}{s-3}", "inverse_laplace | 1/(s-3) | s | t", "accepted"), (r"F(s) = \frac{s+3}{s^2+6s+13}", "inverse_laplace | (s+3)/(s**2+6*s+13) | s | t", "accepted"), (r"\frac{1}{(s^2+4)^2}", "inverse_laplace | 1/(s**2+4)**2 | s | t", "accepted"), (r"\frac{1}{s^2+a^2}", "inverse_laplace | 1/(s**2+a**2) | s | t", "accepted"), (r"\frac{1}{s^3+1}", "inverse_laplace | 1/(s**3+1) | s | t", "accepted"),
    (r"\frac{1}{s^2+4}", "inverse_laplace | 2/(s**2+4) | s | t", "rejected"), (r"\frac{1}{s-3}", "inverse_laplace | 1/(s+3) | s | t", "rejected"), (r"\frac{1}{s-3}", "simplify | 1/(s-3)", "rejected"), (r"\frac{1}{s-3}", "simplify | s/(s-3)", "rejected"), (r"\frac{1}{s-3}", "simplify | exp(3*t)", "rejected"),
    (r"\frac{s}{s+1}", "inverse_laplace | s/(s+1) | s | t", "undecided"), (r"\frac{e^{-2s}}{s}", "inverse_laplace | exp(-2*s)/s | s | t", "undecided"), (r"\frac{1}{\sqrt{s}}", "inverse_laplace | 1/sqrt(s) | s | t", "undecided"), ("1", "inverse_laplace | 1 | s | t", "undecided"), (r"\frac{1}{s^2}", "laplace | 1 | s | t", "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "step", "status"), INVERSE)
def test_judge_of_an_inverse_transform(printed: str, step: str, status: str) -> None:
    assert judge(problem("Find the inverse Laplace transform", printed, "s"), plan(step)).status == status


def test_judge_of_parts() -> None:
    """Transforms one by one, and partial fractions before an inverse."""
    posed = problem("Find the Laplace transform", "t + 1", "t")
    assert judge(posed, plan("laplace | t | t | s", "laplace | 1 | t | s", "simplify | R1 + R2")).status == "accepted"
    assert judge(posed, plan("laplace | t | t | s", "laplace | 1 | t | s", "simplify | R1 - R2")).status != "accepted"
    posed = problem("Find the inverse Laplace transform", r"\frac{1}{s(s+1)}", "s")
    parts = "rewrite | 1/(s*(s+1)) | s | partial fractions"
    assert judge(posed, plan(parts, "inverse_laplace | R1 | s | t")).status == "accepted"
    assert judge(posed, plan(parts, "inverse_laplace | R1 + 1/s | s | t")).status != "accepted"


def test_judge_of_a_double_transform() -> None:
    steps = ("laplace | sin(t) | t | s", "inverse_laplace | R1 | s | t")
    assert judge(problem("Find the Laplace transform", r"\sin t", "t"), plan(*steps)).status != "accepted"
