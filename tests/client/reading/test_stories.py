"""The story around a formula is left out with its units; its words about a letter's range or a rate remain."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.stories import without_story
from student_client._reading.statement import NotRead

HEIGHT = "The height of a bird above the ground is given by the formula below, y in metres and t in seconds. "


@pytest.mark.parametrize(
    ("text", "expression", "plain"),
    [
        (f"{HEIGHT}Find the height when t = 1.", "y = t^4", "Find the function when t = 1."),
        (f"{HEIGHT}Find the rate of change of the height, in metres per second.", "y = t^4", None),
        ("A rectangle has area 40, which gives the equation below, where w > 0. Find w.", "w(w + 3) = 40", "w > 0"),
        ("Three teas", "3t = 1", "Three teas"),
        ("A car moves along a road. Its position s metres after t seconds is given below. Find s.", "s = t", "Find s."),
        (
            "The population after t years is given by P. Find the population after 5 years.",
            "P = t",
            "function at t = 5.",
        ),
        ("In a shop 3 pens cost 11 pounds. Solve the equation.", "3t = 11", "Solve the equation."),
    ],
)
def test_without_story_asks(text: str, expression: str, plain: str | None) -> None:
    made = without_story(text, expression, {"y", "t", "w", "s", "P"} & set(expression)).words
    assert (plain or "Find the rate of change of the function.") in made
    assert not made.startswith(("The height", "A ", "The pop", "In a"))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("The growth of a population is given below. Find it.", "P = t"),
        ("The profit per item is given below. Find it.", "P = t"),
        (f"{HEIGHT}Find the rate, in centimetres per second.", "y = t^4"),
        ("The speed of a car is given below. Find the acceleration.", "s(t) = t"),
        ("The tank is full. Find V.", "V = t"),
        ("A ball starts at the origin. Find v.", "v = t"),
        ("Half the population is given below. Find it.", "P = t"),
        ("The tank contains 5 litres. Solve it.", "V' = 5 - V"),
        ("In a shop 4 pens cost 11 pounds. Solve the equation.", "3t = 11"),
        ("The equation is in degrees. Solve it.", "t = 1"),
        ("The square of the height is given below. Find it.", "h = t"),
    ],
)
def test_without_story_keeps(text: str, expression: str) -> None:
    made = without_story(text, expression, {"y", "t", "s", "V", "v", "P", "h"} & set(expression)).words
    assert made == text or "centimetres" in made


@pytest.mark.parametrize("moment", ["after 1 hour", "after an hour", "after 2 hours", "after 90 seconds"])
def test_without_story_other_units(moment: str) -> None:
    """A moment in another unit is not understood."""
    said = f"The temperature of a mug of tea after t minutes is given by the formula. Find the temperature {moment}."
    with pytest.raises(NotRead):
        without_story(said, "T = 20 + 3t", {"T", "t"})
