# ruff: noqa: E501 - one case beside another
"""Infinite sums: an enclosure, or the proof that there is none."""

from __future__ import annotations

import mpmath
import pytest
from student_client._verifying.balls import Unclear
from student_client._verifying.endless import Divergent, endless

from .trees import read

SUMS = [
    (r"\frac{1}{n^2}", 1, mpmath.zeta(2)), (r"\frac{1}{n^4}", 1, mpmath.zeta(4)), (r"\frac{1}{2^n}", 0, 2), (r"\frac{n}{3^n}", 1, 0.75),
    (r"\frac{1}{n(n+1)}", 1, 1), (r"\frac{1}{n!}", 0, mpmath.e), (r"\frac{(-1)^{n+1}}{n}", 1, mpmath.log(2)), (r"\frac{(-1)^n}{2n+1}", 0, mpmath.pi / 4),
    (r"\frac{1}{n^2+1}", 0, (1 + mpmath.pi / mpmath.tanh(mpmath.pi)) / 2), (r"\left(\frac{9}{10}\right)^n", 0, 10), (r"\left(-\frac{1}{2}\right)^n", 0, mpmath.mpf(2) / 3),
    (r"\frac{2n+1}{n^2(n+1)^2}", 1, 1), (r"\frac{3^n}{n!}", 0, mpmath.exp(3)),
]  # fmt: skip
WITHOUT = [
    (r"\frac{1}{n}", 1, 1), ("-n", 1, -1), ("2^n", 0, 1), ("(-1)^n", 0, 0), ("n!", 0, 1), (r"\frac{n}{n+1}", 1, 1), (r"\frac{(-1)^n n}{n+1}", 1, 0), (r"\left(\frac{10}{9}\right)^n", 0, 1),
]  # fmt: skip


@pytest.mark.parametrize(("term", "low", "value"), SUMS)
def test_encloses_the_sum(term: str, low: int, value: object) -> None:
    made = endless(read(term), "n", low)
    assert made.rad() < 1e-60
    assert abs(float(made.mid()) - float(value)) < 1e-13  # type: ignore[arg-type]


@pytest.mark.parametrize(("term", "low", "direction"), WITHOUT)
def test_proves_divergence(term: str, low: int, direction: int) -> None:
    with pytest.raises(Divergent) as raised:
        endless(read(term), "n", low)
    assert raised.value.direction == direction


@pytest.mark.parametrize(
    ("term", "low"), [(r"\frac{1}{\sqrt{n}}", 1), (r"\frac{1}{n-3}", 1), (r"\frac{\sin n}{n^2}", 1)]
)
def test_does_not_guess(term: str, low: int) -> None:
    with pytest.raises((Unclear, Divergent)):
        endless(read(term), "n", low)
