# ruff: noqa: E501 - one case beside another
"""Sums and products of numbers, and up to a letter."""

from __future__ import annotations

import pytest
from student_client._verifying.sums import Total, total

from .trees import point, read, word

JUDGED = [
    ("n^2", "1", "10", "385", False, "right"), ("n^2", "1", "10", "384", False, "wrong"), ("n", "1", "5", "120", True, "right"), ("n", "1", "0", "0", False, "right"),
    ("n", "1", "1000", "500500", False, "right"), ("n", "1", "9999", "1", False, "unknown"), ("an", "1", "3", "6a", False, "right"), ("an", "1", "3", "6", False, "wrong"),
    ("n", "1", "t", r"\frac{t(t+1)}{2}", False, "right"), ("n", "1", "t", r"\frac{t(t-1)}{2}", False, "wrong"), ("n", "0", "t-1", r"\frac{t(t-1)}{2}", False, "right"),
    ("2^n", "0", "t", "2^{t+1} - 1", False, "right"), ("(-1)^n", "0", "t", r"\frac{1+(-1)^t}{2}", False, "right"), ("n", "1", "t", "t!", True, "right"), ("n", "1", "t", "t", True, "wrong"),
    ("n", "1", "t", r"\frac{t(t+1)}{2} + |t-500| + t - 500", False, "unknown"), ("n", "1", "t", r"\frac{t(t+1)}{2} + \lfloor t/1000 \rfloor", False, "unknown"),
    ("|n-1000|", "1", "t", r"\frac{t(1999-t)}{2}", False, "unknown"), ("n", "1", "2t", "t(2t+1)", False, "right"), (r"n \cdot n!", "1", "t", "(t+1)! - 1", False, "right"), (r"\frac{1}{n(n+1)}", "1", "t", r"\frac{t}{t+1}", False, "right"),
    ("n", "1", "t", r"\frac{t(t+1)}{2} + (t-1)(t-2)(t-3)(t-4)(t-5)", False, "wrong"), ("a^n", "0", "t", r"\frac{a^{t+1}-1}{a-1}", False, "right"),
    (r"\frac{1}{n^2}", "1", r"\infty", r"\frac{\pi^2}{6}", False, "right"), (r"\frac{1}{n^2}", "1", r"\infty", "1.6449340668482264", False, "wrong"), (r"\frac{1}{n}", "1", r"\infty", r"\infty", False, "right"),
    (r"\frac{1}{n}", "1", r"\infty", "1", False, "wrong"), (r"\frac{1}{2^n}", "0", r"\infty", r"\infty", False, "wrong"), ("(-1)^n", "0", r"\infty", r"\frac12", False, "wrong"), ("a^n", "0", r"\infty", r"\frac{1}{1-a}", False, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "low", "high", "result", "product", "found"), JUDGED)
def test_total(term: str, low: str, high: str, result: str, product: bool, found: str) -> None:
    asked = Total(read(term), "n", (point(low), point(high)), product=product, names=("t",))
    assert word(total(asked, point(result))) == found
