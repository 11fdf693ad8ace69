"""A story around a printed formula is left out if each number, unit and word is accounted for; else it is unread."""

from __future__ import annotations

import pytest
from student_client._problem import Problem
from student_client._reading.concepts.formula_stories import by_formula_story
from student_client._reading.concepts.story_rounding import without_rounding
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

MASS = "m = 40e^{-t}"
THROWN = "h(t) = 20t - 5t^2"
PEN = "A = 60x - 2x^2"
SUBSTANCE = "A substance decays. Its mass in grams after $t$ years is shown."


@pytest.mark.parametrize(
    ("asked", "expression", "said"),
    [
        (
            "Iodine-131 has a half-life of 8 days. A clinic has 40 mg of it, which decays as shown, with $t$ in days. "
            "Find the mass after 20 days, to 3 significant figures.",
            r"m(t) = 40 \cdot 2^{-t/8}",
            "Evaluate at t = 20, rounded to 3 significant figures.",
        ),
        (
            r"Bees live in a hive. There are $N$ of them after $t$ weeks. At what rate is the number of bees growing "
            r"after 3 weeks?",
            "N = 200e^{t}",
            "Find the derivative at t = 3.",
        ),
        (
            "A bead slides along a wire. Its displacement, $x$ cm, from a fixed point $O$ of the wire after $t$ seconds"
            " is given by the formula. Find the acceleration of the bead when $t = 2$.",
            "x = t^4 - 8t^2",
            "Find the second derivative at t = 2.",
        ),
        (f"{SUBSTANCE} When will 10 grams be left?", MASS, "Solve for t, where t >= 0."),
        (
            "A toy car runs on a track. Its displacement in metres, $t$ seconds after it is released, is given by $s$. "
            "At what times is the car instantaneously at rest?",
            r"s = 2t^3 - 15t^2 + 36t, \quad t \ge 0",
            "Find the values of t for which f'(t) = 0, where t >= 0.",
        ),
        (
            "A farmer has 60 m of fencing. No fence is needed along the river. If $x$ is the length in metres of each "
            "side perpendicular to the river, the area is given below. What is the largest area that can be enclosed?",
            "A(x) = x(60 - 2x)",
            "Find the maximum value of the function.",
        ),
        (
            "An open box is made from a sheet of card. Its volume, $V$, depends on the length $x$ cm of the squares "
            "cut from the corners. Find the values of $x$ for which $V$ is stationary.",
            "V = 4x^3 - 48x^2 + 144x",
            "Find the values of x for which f'(x) = 0, where x > 0.",
        ),
        (
            "A particle $P$ moves along a straight line with velocity $v$ m s$^{-1}$ at time $t$ seconds. At $t=0$ it "
            "is at the fixed point $O$. Find the displacement of $P$ from $O$ when $t=2$.",
            "v = 3t^2 - 12t + 9",
            "Integrate with respect to t from 0 to 2.",
        ),
        (
            "A clinic has 90 mg of a substance, which decays as shown, with $t$ in days. Find the mass after 9 days, "
            "to the nearest milligram.",
            r"m(t) = 90 \cdot 2^{-t/8}",
            "Evaluate at t = 9, rounded to 2 significant figures.",
        ),
    ],
)
def test_by_formula_story_reads(asked: str, expression: str, said: str) -> None:
    letters = sorted({"t", "x"} & set(expression.partition("=")[2]))
    assert by_formula_story(asked, expression, [expression[0], *letters])[0] == said


@pytest.mark.parametrize(
    ("asked", "expression", "names"),
    [
        (
            "A boy throws a ball. Its height in metres after t seconds is given. How high is the boy at t = 2?",
            THROWN,
            "t",
        ),
        (
            "A ball is thrown from a roof. The formula gives its height in metres above the roof after t seconds. "
            "When does the ball hit the ground?",
            THROWN,
            "t",
        ),
        (
            "A cake is baked. Its temperature above that of the kitchen t minutes later is shown. Find its temperature "
            "after 5 minutes.",
            "T = 20 + 9t",
            "T,t",
        ),
        (
            "The radius of a balloon after t hours is r cm. Find the rate of change of the volume at t = 2.",
            "r = t^2",
            "r,t",
        ),
        (
            "Water flows out of a tank at a rate of r(t) = 2 + t litres per minute. How much water flows into the tank "
            "in the first 5 minutes?",
            "r(t) = 2 + t",
            "t",
        ),
        (
            "The mass of salt in a tank of water is m(t) = 3t + 2 kg. How much water is in the tank at t = 5?",
            "m(t) = 3t+2",
            "t",
        ),
        (f"{SUBSTANCE} When will 10 kilograms be left?", MASS, "m,t"),
        (f"{SUBSTANCE} When will 10 grams have decayed?", MASS, "m,t"),
        (f"{SUBSTANCE} When will 10 percent of it be left?", MASS, "m,t"),
        (f"{SUBSTANCE} Find its mass 3 months later.", MASS, "m,t"),
        (f"{SUBSTANCE} Find its mass after 3 years in milligrams.", MASS, "m,t"),
        (f"{SUBSTANCE} Find its mass after 3 years, to the nearest kilogram.", MASS, "m,t"),
        (
            "A 40 g pill has 40 mg of a drug; its amount is as shown. Find it at t = 3, to the nearest gram.",
            MASS,
            "m,t",
        ),
        ("A jar of 40 kg has 40 g of salt, as shown. Find the mass at t = 3, to the nearest kg.", MASS, "m,t"),
        (f"{SUBSTANCE} When is its mass 10 grams, to the nearest tenth of a month?", MASS, "m,t"),
        (f"{SUBSTANCE} After 7 years more of it is found. Find its mass after 8 years.", MASS, "m,t"),
        (f"{SUBSTANCE} A friend has twice as much. Find the mass that the friend has after 3 years.", MASS, "m,t"),
        (f"{SUBSTANCE} Find the mass after 3 years. Is it prime?", MASS, "m,t"),
        (
            "A pen is fenced. Its area is shown, where x is its width. Find the length for the largest area.",
            PEN,
            "A,x",
        ),
        ("A pen is fenced. Half of its area is shown, where x is its width. What is the largest area?", PEN, "A,x"),
        ("A pen is fenced. Its area is shown, where x is its width. What is the smallest area?", PEN, "A,x"),
    ],
)
def test_readings_leave_a_twist(asked: str, expression: str, names: str) -> None:
    """Another owner, place, quantity, unit or moment, or what changes the formula: no reader takes it."""
    with pytest.raises(NotRead):
        readings(Problem(asked, expression, names.split(",")))


@pytest.mark.parametrize(
    ("text", "left", "said"),
    [
        ("Find, to 3 significant figures, the height.", "Find the height.", ", rounded to 3 significant figures"),
        ("Find it. Give your answer to two d.p.", "Find it.", ", rounded to 2 decimal places"),
        ("Find it in pounds, to the nearest penny.", "Find it in pounds.", ", rounded to 2 decimal places"),
        ("When is it? Round to the nearest tenth of a year.", "When is it?", ", rounded to 1 decimal places"),
        ("Find it, leaving your answer in terms of pi.", "Find it.", ""),
    ],
)
def test_without_rounding(text: str, left: str, said: str) -> None:
    words, rounded = without_rounding(text)
    assert (words, rounded.plain) == (left, said)


@pytest.mark.parametrize("text", ["Find it in metres, to the nearest penny.", "Find it to 2 d.p., then to 3 d.p."])
def test_without_rounding_refuses(text: str) -> None:
    with pytest.raises(NotRead):
        without_rounding(text)
