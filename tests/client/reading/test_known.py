"""A question for a known formula is read if each of its words is listed, and asks for nothing made from the answer."""

from __future__ import annotations

import pytest
from student_client._reading.known.engine import known_formula

TWO = r"A(1, 2), \quad B(5, 10)"
THREE = "(2, 3), (4, k), (6, -3)"
CIRCLE = "x^2 + y^2 - 6x + 4y = 3"
WAVE = r"y = 3\cos(2x - 1)"


def asked(objective: str, expression: str) -> str | None:
    """Return what is asked and of what."""
    found = known_formula(objective, expression, ["x", "y"])
    return None if found is None else f"{[one[0].names for one in found[1]]} {found[0].expression}"


@pytest.mark.parametrize(
    ("objective", "expression", "things"),
    [
        ("Find the midpoint of AB.", TWO, ["midpoint"]),
        ("Find the coordinates of the midpoint of the line segment joining the two points.", TWO, ["midpoint"]),
        ("Hi, how do I find the distance between A and B? Thanks!", TWO, ["distance"]),
        ("Calculate the slope of AB, and hence find the midpoint of AB.", TWO, ["slope", "midpoint"]),
        ("For which value of $k$ are the points collinear?", THREE, ["letter"]),
        ("Determine the radius and the center of the circle.", CIRCLE, ["radius", "centre"]),
        ("The equation of a circle is given. What is its radius?", CIRCLE, ["radius"]),
        ("State the amplitude, period and phase shift.", WAVE, ["amplitude", "period", "phase shift"]),
    ],
)
def test_known_formula_reads(objective: str, expression: str, things: list[str]) -> None:
    assert str(asked(objective, expression)).startswith(str([(thing,) for thing in things]))


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the distance of the midpoint of AB from the origin.", TWO),
        ("Find the distance between A and the line through B.", TWO),
        ("From the midpoint, find the distance to B.", TWO),
        ("Find half the length of AB.", TWO),
        ("Find the midpoint of AC.", TWO),
        ("Find the midpoint of AB and the length of BA and AC.", TWO),
        ("Find the midpoint if A is moved 2 units up.", TWO),
        ("Find the equation of the line perpendicular to AB.", TWO),
        ("Find the slope of AB, to 2 decimal places and the ratio 3:2.", TWO),
        ("Find the area of the circle.", CIRCLE),
        ("Find the square of the radius.", CIRCLE),
        ("Find the point on the circle with the radius.", CIRCLE),
        ("Find the amplitude of the derivative.", WAVE),
        ("Find the period when the amplitude is 2.", WAVE),
    ],
)
def test_known_formula_refuses(objective: str, expression: str) -> None:
    """Something made from the answer, another point, a change, or a thing that is given."""
    assert asked(objective, expression) is None


def test_known_formula_keeps_roundings() -> None:
    found = asked("Find the length of AB and its midpoint, the former to 2 decimal places.", TWO)
    assert str(found).startswith("[('distance', 'places 2'), ('midpoint',)]")


CURVE = "f(x) = x^3 - 3x + e^x"


@pytest.mark.parametrize(
    ("objective", "thing"),
    [
        ("Use the second derivative test to find the local maximum and minimum values of f.", "local extremes"),
        ("At what value of x does f have a local minimum?", "local smallest place "),
        ("Find x such that the function is as large as possible.", "greatest place"),
        ("Calculate the greatest value of f and the value of x at which it occurs.", "greatest value and place"),
        ("Find the stationary points. Determine the nature of each stationary point.", "stationary numbers with kinds"),
    ],
)
def test_known_formula_reads_extremes(objective: str, thing: str) -> None:
    assert str(asked(objective, CURVE)).startswith(str([(thing,)]))


@pytest.mark.parametrize(
    "objective",
    [
        "Find the maximum value of the derivative of f on [0, 2].",
        "Find half the maximum value of f.",
        "Find the maximum slope of f.",
        "Find the largest root of f.",
        "Find the maximum value of |f|.",
        "Find the greatest value of f for 0 < x < 3.",
        "Find the maximum value of f among the integers on [0, 4].",
        "Find the difference of the maximum and minimum values of f on [0, 2].",
        "Show that the maximum value is at x = 1.",
    ],
)
def test_known_formula_refuses_extremes(objective: str) -> None:
    """Of something else, among other numbers, with open ends, or made from it."""
    assert asked(objective, CURVE) is None
