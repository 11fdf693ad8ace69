"""Series converge or not, by proofs and by the sizes of far terms, which agree; an unproved case stays open."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.formulas.tree import Node
from student_client._verifying.convergence import by_ratio, by_term, is_geometric, is_p_series, series
from student_client._verifying.convert import expression
from student_client._verifying.series_sizes import by_sizes

ABSOLUTELY, CONDITIONALLY, DIVERGES = "converges absolutely", "converges conditionally", "diverges"
PROVED = [
    (r"\frac{1}{n^2}", ABSOLUTELY),
    (r"\frac{1}{n}", DIVERGES),
    (r"\frac{1}{n^{1.001}}", ABSOLUTELY),
    (r"\frac{1}{n^{0.999}}", DIVERGES),
    (r"\frac{(-1)^n}{n}", CONDITIONALLY),
    (r"\frac{(-1)^{n+1}}{n^2}", ABSOLUTELY),
    (r"\frac{(-1)^{2n}}{n}", DIVERGES),
    (r"\frac{(-1)^n n}{2n-1}", DIVERGES),
    (r"\frac{(-1)^n n}{n^2+1}", CONDITIONALLY),
    (r"\frac{(-1)^n \sqrt{n}}{n+1}", CONDITIONALLY),
    (r"(-1)^n \sin\frac{1}{n}", CONDITIONALLY),
    (r"(-1)^n e^{1/n}", DIVERGES),
    (r"(-1)^n", DIVERGES),
    (r"\frac{\cos(n\pi)}{n}", CONDITIONALLY),
    (r"\frac{(-3)^n}{4^{n-1}}", ABSOLUTELY),
    (r"\frac{n!}{n^n}", ABSOLUTELY),
    (r"\frac{n^n}{n!}", DIVERGES),
    (r"\frac{2^n n!}{n^n}", ABSOLUTELY),
    (r"\frac{e^n n!}{n^n}", DIVERGES),
    (r"\frac{3^n n!}{n^n}", DIVERGES),
    (r"\frac{(n!)^2}{(2n)!}", ABSOLUTELY),
    (r"\binom{2n}{n} \cdot 4^{-n}", DIVERGES),
    (r"\binom{2n}{n} \cdot 5^{-n}", ABSOLUTELY),
    (r"\frac{n^{100}}{1.01^n}", ABSOLUTELY),
    (r"\frac{3^n}{2^n+5^n}", ABSOLUTELY),
    (r"\frac{\ln n}{n}", DIVERGES),
    (r"\frac{\ln n}{n^2}", ABSOLUTELY),
    (r"\frac{(-1)^n\ln n}{n}", CONDITIONALLY),
    (r"\frac{1}{n\ln n}", DIVERGES),
    (r"\frac{1}{n(\ln n)^2}", ABSOLUTELY),
    (r"\frac{(-1)^n}{n\ln n}", CONDITIONALLY),
    (r"\frac{1}{(\ln n)^n}", ABSOLUTELY),
    (r"\frac{1}{n^{\ln n}}", ABSOLUTELY),
    (r"\frac{1}{n^{1+1/n}}", DIVERGES),
    (r"\left(1+\frac{1}{n}\right)^n", DIVERGES),
    (r"\left(1+\frac{1}{n}\right)^{n^2}", DIVERGES),
    (r"\left(1-\frac{1}{n}\right)^{n^2}", ABSOLUTELY),
    (r"\left(\frac{n}{2n+1}\right)^n", ABSOLUTELY),
    (r"\frac{(n+1)^n}{n^{n+1}}", DIVERGES),
    (r"n e^{-n^2}", ABSOLUTELY),
    (r"\frac{\sin n}{n^2}", ABSOLUTELY),
    (r"\frac{2+\cos n}{n^2}", ABSOLUTELY),
    (r"\frac{\arctan n}{n^2}", ABSOLUTELY),
    (r"\arctan n", DIVERGES),
    (r"\sin\frac{1}{n}", DIVERGES),
    (r"n \sin\frac{1}{n}", DIVERGES),
    (r"1-\cos\frac{1}{n}", ABSOLUTELY),
    (r"\ln\left(1+\frac{1}{n}\right)", DIVERGES),
    (r"\sqrt{n+1}-\sqrt{n}", DIVERGES),
    (r"\frac{\sqrt{n+1}-\sqrt{n}}{n}", ABSOLUTELY),
    (r"\frac{1}{\sqrt{n^3+1}}", ABSOLUTELY),
]
OPEN = [
    (r"\frac{\sin n}{n}", 1),
    (r"\frac{1+(-1)^n}{n}", 1),
    (r"\frac{(-1)^n}{\sqrt{n}+(-1)^n}", 2),
    (r"\frac{(-1)^n}{n+(-1)^n\sqrt{n}}", 2),
    (r"\frac{1}{n-5}", 1),
    (r"\frac{1}{n-5000}", 1),
    (r"\frac{1}{\ln n}", 1),
    (r"\frac{\sqrt{n-3}}{2^n}", 1),
    (r"\sin(n\pi)", 1),
    (r"\frac{x^n}{n}", 1),
    (r"\frac{\lfloor n\rfloor}{n^3}", 1),
]
"""A term without a value, signs that do not simply alternate, and what has no rule."""


def term(text: str) -> Node:
    read = parse_statement(text, ["n", "x"]).expression
    assert isinstance(read, Node)
    return read


@pytest.mark.parametrize(("text", "word"), PROVED)
def test_series_is_proved(text: str, word: str) -> None:
    assert series(term(text), "n", 2) == word


@pytest.mark.parametrize(("text", "word"), PROVED)
def test_by_sizes_agrees(text: str, word: str) -> None:
    assert by_sizes(expression(term(text)), sympy.Symbol("n", real=True)) == word


@pytest.mark.parametrize(("text", "low"), OPEN)
def test_series_stays_open(text: str, low: int) -> None:
    assert series(term(text), "n", low) is None


def test_by_sizes_stays_open() -> None:
    """A logarithm of a logarithm, and a sine of no multiple of pi."""
    for text in (r"\frac{1}{n\ln n\ln(\ln n)}", r"\frac{\sin n}{n}"):
        assert by_sizes(expression(term(text)), sympy.Symbol("n", real=True)) is None


@pytest.mark.parametrize(
    ("text", "ratio", "limit"),
    [
        (r"\frac{1}{n^2}", False, False),
        (r"\frac{n!}{n^n}", True, False),
        (r"n e^{-n^2}", True, False),
        (r"\left(\frac{n}{2n+1}\right)^n", True, False),
        (r"\frac{2^n}{n}", True, True),
        (r"\frac{n}{n+1}", False, True),
        (r"\frac{1}{n^{\ln n}}", False, False),
    ],
)
def test_by_ratio_and_by_term(text: str, ratio: bool, limit: bool) -> None:
    """A test that a problem names may fail."""
    assert (by_ratio(term(text), "n"), by_term(term(text), "n")) == (ratio, limit)


@pytest.mark.parametrize(
    ("text", "geometric", "power"),
    [
        (r"5 \left(-\frac{2}{3}\right)^n", True, False),
        (r"\frac{3^{n-1}}{2^{2n}}", True, False),
        (r"\frac{3}{n\sqrt{n}}", False, True),
        (r"\frac{(-1)^n}{n}", False, False),
        (r"\frac{1}{n^2+1}", False, False),
    ],
)
def test_is_geometric_and_is_p_series(text: str, geometric: bool, power: bool) -> None:
    assert (is_geometric(term(text), "n"), is_p_series(term(text), "n")) == (geometric, power)
