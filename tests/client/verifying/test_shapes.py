"""Answers with and without the form that is asked."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.questions.answer_forms import shaped
from student_client._verifying.shapes import in_shape


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (r"a + b\sqrt{3}", "2 - 5*sqrt(3)/2", "sqrt(2) + 1"),
        (r"a + b\sqrt{3}", "7*sqrt(3)", "(1 + sqrt(3))**2"),
        (r"a + b\ln 2", "4 - 4*log(2)", "4 - log(3)"),
        (r"\ln k", "log(12)", "2*log(12)"),
        (r"a\ln b", "2*log(12)", "2*log(12) + 1"),
        (r"k\sqrt{3}", "6*sqrt(3)", "6"),
        (r"a\sqrt{b}", "6*sqrt(7)", "6*pi"),
        (r"\frac{a}{b}", "5/3", "sqrt(5)/3"),
        (r"a\pi + b", "pi/2 - 1", "pi**2 - 1"),
        (r"ax^2 + bx + c", "2*x**2 - 1", "x*(2*x - 1)"),
        (r"\frac{a + b\sqrt{3}}{c}", "sqrt(3)/6 + 1/2", "sqrt(2)/6 + 1/2"),
        (r"a \pm \sqrt{b}", "3 - sqrt(7)", "3 - 2*sqrt(7)"),
        (r"a + \sqrt{b}", "3 + sqrt(7)", "3 - sqrt(7)"),
        (r"ax^n", "6*x**(-3)", "6*x + x**2"),
    ],
)
def test_in_shape_tells_forms_apart(form: str, good: str, bad: str) -> None:
    _, shape = shaped(f"Find the value in the form ${form}$.", "x", ["x"])
    assert shape is not None
    assert in_shape(shape, sympy.sympify(good)).right
    assert not in_shape(shape, sympy.sympify(bad)).right


def test_in_shape_refuses_a_square() -> None:
    """A polynomial that is multiplied out is not a square plus a number."""
    _, shape = shaped("Write in the form (x + a)^2 + b", "2x^2 - 6x", ["x"])
    assert shape is not None
    assert not in_shape(shape, sympy.sympify("x**2 + 6*x + 10")).right
