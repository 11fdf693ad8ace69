"""A question in other words is read as the known one; a question about another expression is not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from student_client import Problem
from student_client._reading.formulas.same_formulas import heading, is_same, node_of
from student_client._reading.questions.enclosing import real_roots
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead


def read(objective: str, expression: str, variables: str = "x") -> str:
    return "; ".join(str(one) for one in readings(Problem(objective, expression, variables.split())))


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "reading"),
    [
        ("Find the area enclosed between the curve and the x-axis.", "y = 4 - x^2", "x", "from -2 to 2"),
        ("The line y = x and the curve y = x^2 enclose a region. Find its area.", "y = x, y = x^2", "x", "from 0 to 1"),
        ("Find the coordinates of the stationary points.", "y = x^3 - 3x", "x y", "solutions in x, y"),
        ("Find k if x = 2 is a root of the equation.", "x^2 + kx - 10 = 0", "x k", "solutions in k"),
        ("The area of a rectangle of width x is 40. Find the width.", "x(x + 3) = 40", "x", "x in (0, oo)"),
        ("Where does the graph of y = x^2 lie below the line y = 2x?", "x^2 < 2x", "x", "with x^2 < 2*x"),
        ("For what values of x is 3x less than x^2?", "x^2 > 3x", "x", "with x^2 > 3*x"),
        ("The revenue is R(x) = 8x - 0.5x^2. How many items maximise the revenue?", "R(x) = 8x - x^2/2", "x", "= 0"),
        ("Divide x^2 + 1 by x - 1 using long division.", r"\frac{x^2 + 1}{x - 1}", "x", "quotient and remainder"),
        (
            "Water flows into a tank at a rate of r(t) = 2 + 4t litres per minute. How much water enters in the first"
            " 5 minutes?",
            "r(t) = 2 + 4t",
            "t",
            "from 0 to 5",
        ),
    ],
)
def test_retold_is_read(objective: str, expression: str, variables: str, reading: str) -> None:
    assert reading in read(objective, expression, variables)


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("The line y = 2x and the curve y = x^2 enclose a region. Find its area.", "y = x, y = x^2", "x"),
        ("Where does the graph of y = x^2 lie above the line y = 2x?", "x^2 < 2x", "x"),
        ("For what values of x is x^2 greater than 3x?", r"x^2 \ge 3x", "x"),
        ("How many items maximise the revenue per item?", "R(x) = 8x - x^2/2", "x"),
        ("Divide x^2 + 1 by x + 1 using long division.", r"\frac{x^2 + 1}{x - 1}", "x"),
        ("Find the rate of change of the area of a circle with respect to its diameter.", r"A = \pi r^2", "r"),
        (
            "Water flows in at a rate of r=2t litres per minute. How much enters in the first 5 hours?",
            "r = 2t",
            "t",
        ),
        ("Find the coordinates of the stationary points.", "y = x |x|", "x y"),
        ("Find the area enclosed between the curve and the x-axis.", "y = 4 + x^2", "x"),
        ("Obtain the sum of the first n odd numbers.", r"\sum_{k=1}^{n} k", "k n"),
    ],
)
def test_retold_refuses_another(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        read(objective, expression, variables)


def test_is_same_compares_values() -> None:
    assert is_same(node_of("0.01x^3 + x", ["x"]), node_of(r"x + \frac{x^3}{100}", ["x"]))
    assert not is_same(node_of("0.1x^3 + x", ["x"]), node_of(r"x + \frac{x^3}{100}", ["x"]))


def test_heading_needs_one_letter() -> None:
    assert heading("P(t) = 500e^{t/5}")[:2] == ("P", "t")
    with pytest.raises(NotRead):
        heading("V = b h")


def test_real_roots_are_exact() -> None:
    parts = {3: Fraction(1), 1: Fraction(-1)}
    assert [str(one) for one in real_roots(parts)] == ["-1", "0", "1"]
    assert len(real_roots({2: Fraction(1), 0: Fraction(-2)})) == 2
    with pytest.raises(NotRead):
        real_roots({3: Fraction(1), 0: Fraction(-2)})


def test_retold_names_the_meeting_points() -> None:
    said = "Find the x-coordinates of the points of intersection of the curve y = x^2 and the line y = x + 2."
    assert "real solutions in x of x^2 = x + 2" in read(said, "x^2 = x + 2")
