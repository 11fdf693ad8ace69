"""Sums that are written out continue in one way, and points and extreme values are those that are printed."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.rewording.written_sums import written_sum
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("expression", "bounds"),
    [
        (r"1+4+9+\cdots+100", "n=1}^{10}"),
        (r"3+7+11+\cdots+99", "n=1}^{25}"),
        (r"2+6+18+\ldots+4374", "n=1}^{8}"),
        (r"1+\frac12+\frac14+\cdots", r"n=1}^{\infty}"),
        (r"1-\frac12+\frac14-\frac18+\cdots", r"n=1}^{\infty}"),
        (r"1\cdot 2+2\cdot 3+3\cdot 4+\cdots+9\cdot 10", "n=1}^{9}"),
        (r"\frac{1}{1\cdot 2}+\frac{1}{2\cdot 3}+\frac{1}{3\cdot 4}+\cdots", r"n=1}^{\infty}"),
        (r"1+\frac12+\frac13+\cdots+\frac{1}{10}", "n=1}^{10}"),
    ],
)
def test_written_sum_finds_the_bounds(expression: str, bounds: str) -> None:
    assert bounds in written_sum("Find the sum.", expression, ["n"])[1]


@pytest.mark.parametrize(
    "objective",
    [
        "The first three terms of a convergent geometric series are shown. Find the sum to infinity of the series.",
        "Find the sum of the infinite geometric series, if it exists.",
    ],
)
def test_written_sum_leaves_facts_out(objective: str) -> None:
    assert r"n=1}^{\infty}" in written_sum(objective, r"12+8+\frac{16}{3}+\cdots", ["n"])[1]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the sum to infinity.", r"2+6+18+\ldots+4374"),
        ("The first three terms of a series are shown. Find the next term.", r"12+8+\frac{16}{3}+\cdots"),
        ("Find the sum.", r"1+2+\cdots+16"),
        ("Find the sum.", r"1+2+4+\cdots+60"),
        ("Find the sum.", r"1+2+3+\cdots"),
        ("Find the sum.", r"1+\frac12+\frac13+\cdots"),
        ("Find the sum.", r"1+2+6+24+\cdots+720"),
        ("Find the sum of the geometric series.", r"3+7+11+\cdots+99"),
        ("Find the number of terms of the sum.", r"3+7+11+\cdots+99"),
        ("Write the sum in sigma notation.", r"3+7+11+\cdots+99"),
        ("Find the sum of the first 20 terms.", r"3+7+11+\cdots+99"),
        ("Find the sum 3 + 7 + 11 + ... + 95.", r"3+7+11+\cdots+99"),
    ],
)
def test_written_sum_leaves_what_is_unclear(objective: str, expression: str) -> None:
    assert written_sum(objective, expression, ["n"]) == (objective, expression)


@pytest.mark.parametrize(
    ("objective", "expression", "told"),
    [
        ("Find the distance between the two points.", "(1,2), (4,6)", "sqrt((4 - 1)^2 + (6 - 2)^2), simplified"),
        (
            "Find the slope of the line through the points (1, 2) and (4, 6).",
            "(1,2), (4,6)",
            "(6 - 2)/(4 - 1), simplified",
        ),
        ("Find the local maximum value of f.", "f(x)=x^3-3x+2", "x^3 - 3*x + 2 at x = -1"),
        ("Find the absolute minimum value of f on [-3, 5].", "f(x)=x^3-12x+1", "x^3 - 12*x + 1 at x = 2"),
    ],
)
def test_readings_of_points_and_extremes(objective: str, expression: str, told: str) -> None:
    (found,) = readings(Problem(objective, expression, ["x"]))
    assert str(found) == told


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the distance between the points (1, 2) and (4, 7).", "(1,2), (4,6)"),
        ("Find the slope of the line perpendicular to the line through the points.", "(1,2), (4,6)"),
        ("Find the absolute maximum value of f on the interval (0, 4).", "f(x)=x^2-4x+1"),
    ],
)
def test_readings_refuse_other_places(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))
