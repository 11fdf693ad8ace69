"""Ranges of solutions, their letter and their ends; places and ranges in all wordings of books."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.rewording.usual_names import with_usual_name
from student_client._reading.rewording.usual_places import at_usual_places
from student_client._reading.statement import NotRead


def asked(objective: str, expression: str, *variables: str) -> list[str]:
    found = readings(Problem(objective, expression, variables))
    return [str(step.within) for one in found for question in one.questions for step in question]


@pytest.mark.parametrize(
    ("objective", "ranges"),
    [
        ("Find all solutions between 0 and 2", ["[0, 2]", "(0, 2)"]),
        ("Find all solutions from 0 to 2", ["[0, 2]"]),
        ("Solve for 0 < x \\le 2", ["(0, 2]"]),
        ("Solve on (0, 2)", ["(0, 2)"]),
    ],
)
def test_readings_of_open_ends(objective: str, ranges: list[str]) -> None:
    """They differ if the words leave the ends open."""
    assert asked(objective, "x^2 = x", "x") == ranges


@pytest.mark.parametrize(("objective", "expression"), [("Solve", "x^2 = a, a > 0"), ("Solve for 0 < a < 1", "x^2 = a")])
def test_parameter_is_not_the_unknown(objective: str, expression: str) -> None:
    with pytest.raises(NotRead, match="only lies in"):
        asked(objective, expression, "x", "a")


def test_condition_after_two_equations() -> None:
    with pytest.raises(NotRead, match="0 < x < 1"):
        asked("Solve the system", "x + y = 5, x - y = 1, x > 0", "x", "y")


def test_divisor_and_multiple() -> None:
    """Neither is dropped."""
    found = readings(Problem("Find the GCD and LCM", "12, 18", ["x"]))
    assert [str(one) for one in found] == ["the greatest common divisor of 12, 18; the least common multiple of 12, 18"]


@pytest.mark.parametrize(
    "place",
    [
        "at the point with coordinates (1, 2)",
        "at the point $P = (1, 2)$",
        "at the point of abscissa 1",
        "at the point on the curve where x is 1",
        "at $x_0 = 1$",
        "at the point for which x = 1",
    ],
)
def test_place_in_the_words_of_books(place: str) -> None:
    for asked, said in (("equation of the tangent", "tangent"), ("value of dy/dx", "derivative in x")):
        found = readings(Problem(f"Find the {asked} {place}.", "y = x^2 + 1", ["x", "y"]))
        assert [str(one) for one in found] == [f"the {said} of x^2 + 1 at x = 1"]


def test_place_on_the_y_axis() -> None:
    found = readings(Problem("Find the normal where it crosses the y-axis.", "y = e^{2x} + 3x", ["x", "y"]))
    assert [str(one) for one in found] == ["the normal of e^(2*x) + 3*x at x = 0"]


@pytest.mark.parametrize(
    "text",
    [
        "Find dy/dx at the point (1, 3).",  # not on the graph
        "Find the tangents at x = 1 and x = 2.",
        "Find the tangent at x = 1 where x > 0.5 and at the point (3, 10).",
        "Find the tangent at the point where the curve crosses the x-axis.",
        "Find the line through (1, 2).",
    ],
)
def test_place_that_remains_as_it_is(text: str) -> None:
    assert at_usual_places(text, "y = x^2 + 1", ["x", "y"]) == text


@pytest.mark.parametrize(
    ("span", "interval"),
    [
        ("on the closed interval from 0 to 2", "[0, 2]"),
        ("for values of x between 0 and 2", "[0, 2]"),
        (r"for $0 \leqslant x \leqslant 2$", "[0, 2]"),
        (r"with $x \in [0, 2]$", "[0, 2]"),
        ("between x = 0 and x = 2", "[0, 2]"),
    ],
)
def test_range_in_the_words_of_books(span: str, interval: str) -> None:
    for asked in ("average value", "maximum value", "length"):
        made = at_usual_places(f"Find the {asked} of f {span}.", "f(x) = x^2", ["x"])
        assert made == f"Find the {asked} of f on the interval {interval}."


def test_range_of_solutions_keeps_its_ends() -> None:
    """An open end stays open, and "between" stays open to both readings."""
    assert at_usual_places("Solve in the interval 0 < x \\le 2.", "x^2 = x", ["x"]) == "Solve on the interval (0, 2]."
    assert at_usual_places("Solve for x between 0 and 2.", "x^2 = x", ["x"]) == "Solve for x between 0 and 2."


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("the length of the curve for 0 \\le x \\le 1, to 3 significant figures", ", to 3 digits"),
        ("the average value of y on [0, 1], correct to the nearest tenth", ", to 1 places"),
    ],
)
def test_rounding_of_any_number(asked: str, said: str) -> None:
    found = readings(Problem(f"Find {asked}.", "y = x^2", ["x", "y"]))
    assert [str(one)[-len(said) :] for one in found] == [said]


def test_rounding_of_several_numbers() -> None:
    with pytest.raises(NotRead):
        readings(Problem("Find the area and the length on [0, 1] to 2 d.p.", "y = x^2", ["x", "y"]))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Find the largest possible volume.", "Find the largest possible value of the function."),
        ("Find the rate at which V changes.", "Find the rate at which the function changes."),
        ("Find the largest radius.", "Find the largest radius."),
        ("It is V cm long at r degrees. How long is it at 50 degrees?",) * 2,
        ("Find the volume of each item at r = 2.", "Find the volume of each item at r = 2."),
        ("Simplify and leave no negative exponents.", "Simplify. Write your answer with positive exponents only."),
        ("Find all angles θ such that", "Find all values of θ that satisfy the equation."),
    ],
)
def test_names_in_the_words_of_books(text: str, said: str) -> None:
    assert with_usual_name(text, "V = 9r - r^3") == said
