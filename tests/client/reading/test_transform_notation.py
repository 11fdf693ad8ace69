# ruff: noqa: E501 - one problem a line
"""Laplace transforms in notation and in words that are read, and in some that are refused."""

from __future__ import annotations

import pytest
from student_client._problem import Problem
from student_client._reading.readings import readings
from student_client._reading.rewording.transform_notation import transforms
from student_client._reading.statement import NotRead

SAID = [
    ("Evaluate", r"\mathcal{L}\{t^2\}", "Find the Laplace transform.", "t^2"), ("Find", r"\mathcal{L}^{-1}\left\{\frac{1}{s}\right\}", "Find the inverse Laplace transform.", r"\frac{1}{s}"), ("Find the Laplace transform", r"L[t]", "Find the Laplace transform", "t"), ("Find L{sin 2t}", r"\sin 2t", "Find the Laplace transform", r"\sin 2t"), (r"Find $\mathcal{L}\{f(t)\}$.", "f(t) = t", "Find the Laplace transform.", "f(t) = t"), ("Find L^{-1}{F(s)}", r"F(s) = \frac{1}{s}", "Find the inverse Laplace transform", r"F(s) = \frac{1}{s}"), ("Compute", r"F(s) = \mathcal{L}\{t\}", "Find the Laplace transform.", "t"),
    ("Find the Laplace transform F(s) of f(t)", "f(t) = t", "Find the Laplace transform of f(t)", "f(t) = t"), ("Find the function f(t) whose Laplace transform is", r"F(s) = \frac{1}{s}", "Find the inverse Laplace transform", r"F(s) = \frac{1}{s}"),
]  # fmt: skip


@pytest.mark.parametrize(("objective", "expression", "words", "function"), SAID)
def test_transforms(objective: str, expression: str, words: str, function: str) -> None:
    assert transforms(objective, expression, ["t"]) == (words, function)


KEPT = [
    ("Evaluate", "L(t+1)"), ("Expand", r"\mathcal{L}\{t+1\}"), ("Evaluate", r"\mathcal{L}\{t\} + \mathcal{L}\{1\}"), ("Find the inverse Laplace transform", r"\mathcal{L}\{t\}"), ("Find the Laplace transform", r"\mathcal{L}^{-1}\{s\}"), ("Find L{cos t}", r"\sin t"), ("Find the derivative", r"\mathcal{L}\{t\}"), ("Find", r"f(t) = \mathcal{L}\{t\}"), ("Find", r"2\mathcal{L}\{t\}"), ("Find", r"\mathcal{L}\{t\}^2"), (r"Find 2\mathcal{L}\{t f(t)\}", "f(t) = t"),
]  # fmt: skip


@pytest.mark.parametrize(("objective", "expression"), KEPT)
def test_transforms_keeps_others(objective: str, expression: str) -> None:
    assert transforms(objective, expression, ["t"]) == (objective, expression)


def test_transforms_keeps_a_letter() -> None:
    assert transforms("Evaluate", r"L\{t\}", ["L", "t"]) == ("Evaluate", r"L\{t\}")


READ = [
    ("Find the Laplace transform of f(t)", "f(t) = t^2", "t", "the Laplace transform of t^2 from t to s"), ("Find the Laplace transform", "3", "t", "the Laplace transform of 3 from t to s"), ("Find the Laplace transform for s > 0.", "t", "t", "the Laplace transform of t from t to s"), ("Find the inverse Laplace transform of F(s)", r"F(s) = \frac{1}{s}", "s", "the inverse Laplace transform of 1/s from s to t"), ("Find the Laplace transform of f'(t)", "f(t) = t^2", "t", "the Laplace transform of the derivative in t of t^2 from t to s"),
]  # fmt: skip


@pytest.mark.parametrize(("objective", "expression", "variable", "read"), READ)
def test_readings_of_transforms(objective: str, expression: str, variable: str, read: str) -> None:
    assert [str(one) for one in readings(Problem(objective, expression, [variable]))] == [read]


REFUSED = [
    ("Find the bilateral Laplace transform", "t"), ("Find the Fourier transform", "t"), ("Find the Laplace transform of f(2t)", "f(t) = t"), ("Find the Laplace transform of f(t-1)", "f(t) = t"), ("Find the Laplace transform", "t, 0 < t < 1"), ("Find the Laplace transform for 0 < t < 1", "t"), ("Find the Laplace transform", "st"), ("Find the inverse Laplace transform", "t"), ("Find the Laplace transform and its domain", "t"), ("Find the Laplace transform", "t^2 = 1"), ("Find the Laplace transform of t f(t)", "f(t) = t"),
]  # fmt: skip


@pytest.mark.parametrize(("objective", "expression"), REFUSED)
def test_readings_refuse_other_transforms(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["t"]))
