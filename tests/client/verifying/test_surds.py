"""Exact numbers with square roots."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy
from student_client._verifying.convert import tree
from student_client._verifying.surds import NoSurd, surd, whole

VALUES = {
    "1/2 + 1/3": {1: Fraction(5, 6)},
    "sqrt(8)": {2: Fraction(2)},
    "sqrt(2)*sqrt(6)": {3: Fraction(2)},
    "1/sqrt(2)": {2: Fraction(1, 2)},
    "sqrt(3)/(1 + I)": {3: Fraction(1, 2), -3: Fraction(-1, 2)},
    "(1 + sqrt(5))**2/4": {1: Fraction(3, 2), 5: Fraction(1, 2)},
    "1/(1 + sqrt(2) + sqrt(3))": {1: Fraction(1, 2), 2: Fraction(1, 4), 6: Fraction(-1, 4)},
    "I*sqrt(2)*I*sqrt(3)": {6: Fraction(-1)},
    "sqrt(2)**3": {2: Fraction(2)},
    "sqrt(2)*(1 - sqrt(2)) + 2": {2: Fraction(1)},
    "sqrt(0) + 0": {},
}


@pytest.mark.parametrize("text", VALUES)
def test_surd(text: str) -> None:
    assert surd(tree(sympy.sympify(text, evaluate=False))).terms == VALUES[text]


@pytest.mark.parametrize("text", ["x", "pi", "sqrt(1 + sqrt(2))", "2**(1/3)", "sin(1)", "1/(sqrt(2) - sqrt(2))"])
def test_surd_refuses_other_numbers(text: str) -> None:
    with pytest.raises(NoSurd):
        surd(tree(sympy.sympify(text, evaluate=False)))


def test_quotient_of_many_roots_is_exact() -> None:
    number = surd(tree(sympy.sympify("1 + sqrt(2) + 3*I - sqrt(15)/7 + sqrt(10)*I")))
    assert whole(5) / number * number == whole(5)
    assert number - number == whole(0)
