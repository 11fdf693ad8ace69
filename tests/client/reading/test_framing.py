# ruff: noqa: E501 - inputs side by side
"""The text around a task is left out if it says nothing about the task, and kept otherwise."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.rewording.framing import unframed
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("Ideal gas: multiply out", "x(x+1)", "x*(x + 1), expanded"), ("from physics: factor", "x^2 - x", "x^2 - x, factored"),
        ("Section 9.7: 2nd derivative?", "x^2", "the derivative in x of the derivative in x of x^2"), ("EXPAND. NOTHING ELSE", "x(x+1)", "x*(x + 1), expanded"),
        ("The formula is below; factor what is given", "x^2 - x", "x^2 - x, factored"), ("Factorization using the usual rules", "x^2 - x", "x^2 - x, factored"),
        ("The current is given. find the integral for this with respect to x", "x^2", "the integral in x of x^2"),
        ("The velocity is given. Find the acceleration", "x^2", "the derivative in x of x^2"), ("The velocity is given. Find the velocity at x = 2", "x^2", "x^2 at x = 2"),
        ("The velocity is given. Differentiate, put x = 2", "x^2", "the derivative in x of x^2 at x = 2"), ("power as a function of x. Factor", "x^2 - x", "x^2 - x, factored"),
        ("Integrate (ignore C).", "x^2", "the integral in x of x^2"), ("Antiderivative (drop the constant)", "x^2", "the integral in x of x^2"), ("expand (take C = 0)", "x(x+1)", "x*(x + 1), expanded"),
        ("factor out. The answer should be short", "x^2 - x", "x^2 - x, factored"), ("Factor. Let u = x^2 if it helps", "x^4 - 1", "x^4 - 1, factored"),
        ("How much is it for x = -2?", "y = x^2", "x^2 at x = -2"), ("Ordinate at the point 15. Leave roots as they are", "x^2", "x^2 at x = 15"), ("Work it out with x = 17", "x^2", "x^2 at x = 17"),
        ("Long-term value as x goes to 0!", r"\frac{1}{x+1}", "the limit of 1/(x + 1) as x goes to 0"), ("Find y given dy/dx?", "x^2", "the integral in x of x^2"), ("Find f given f'(x)", "x^2", "the integral in x of x^2"),
        ("How large is x?", "2x = 4", "all solutions in x of 2*x = 4"), ("give x.", "2x = 4", "all solutions in x of 2*x = 4"), ("take the integral of f (variable x)", "x^2", "the integral in x of x^2"),
        ("Suppose x is positive. Solve", "x^2 = 4", "all solutions in x of x^2 = 4 with x in (0, oo)"), ("Let x be real. Differentiate", "x^2", "the derivative in x of x^2"), ("Let x be real. Solve", "x^3 = 1", "all real solutions in x of x^3 = 1"),
    ],
)  # fmt: skip
def test_frame_is_left_out(objective: str, expression: str, read: str) -> None:
    assert list(map(str, readings(Problem(objective, expression, ["x"])))) == [read]


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("The cost function is given. Find the average cost", "x^2"),
        ("Simplify (drop the constant)", "x + x + 3"), ("Integrate (ignore C)", r"C \cdot x"), ("Find y given dy/dx", "ky"), ("Find y given dy/dx", "y = x^2"), ("Find y given dy/dt", "x^2"),
        ("Find y given dy/dx and y(0) = 1", "x^2"), ("Suppose x is negative. Simplify", "x + x"), ("Expand, nothing else but the square", "(x+1)^2 + x"), ("Long-term value", "x^2"),
        ("How large is x?", "x^2"), ("How large is y?", "2x = 4"), ("give x and y", "2x = 4"), ("How much more is it for x = 2?", "x^2"), ("Suppose a is positive. Solve for x", "x^2 = a^2"),
    ],
)  # fmt: skip
def test_other_words_are_kept(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))


def test_unframed_keeps_a_lone_frame() -> None:
    assert unframed("Nothing else", "x^2", ["x"]) == ("Nothing else", "x^2")
