"""The words of a story around a printed model are scenery; its question is read by the roles of its words."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.formula_stories import by_formula_story
from student_client._reading.concepts.model_stories import by_model_story
from student_client._reading.statement import NotRead

TEA = "A cup of tea cools in a kitchen. Its temperature $T$ degrees after $t$ minutes is given."
COOLS = "T = 20 + 60e^{-0.1t}"
BALL = "A ball is thrown up. Its height in metres after $t$ seconds is shown."
TIN = r"S = 2\pi r^2 + \frac{500\pi}{r}"
COST = r"C = 4x + \frac{100}{x}"


@pytest.mark.parametrize(
    ("asked", "expression", "names", "said"),
    [
        (f"{TEA} How long does the tea take to cool to $40^\\circ$C?", COOLS, "T,t", "Solve for t, where t >= 0."),
        (
            "The population of a town, in thousands, $t$ years after 2010 follows the model. In how many years after"
            " 2010 does it reach 50 thousand?",
            "P(t) = 32 e^{0.018t}",
            "P,t",
            "A box has length t. Solve the equation for t.",
        ),
        (
            "What is the maximum height reached by a projectile whose height, in metres, $t$ seconds after launch is"
            " modelled by the function shown?",
            "h(t) = 1.5 + 19.6t - 4.9t^2",
            "h,t",
            "Evaluate at t = 2.",
        ),
        (
            "A farmer has 120 m of fencing for a pen, one side of which is a river and needs no fence. What is the"
            " largest area that can be enclosed?",
            "A = x(120 - 2x)",
            "A,x",
            "Evaluate at x = 30.",
        ),
        (
            "A closed cylindrical can must hold $250\\pi$ cm$^3$. What radius makes the total surface area as small as"
            " possible?",
            TIN,
            "S,r",
            "Solve for r, where r > 0.",
        ),
        (
            r"A tin of base radius $r$ cm is to hold $250\pi$ cm$^3$ of soup. Its total surface area, $S$ cm$^2$,"
            " is given by the formula shown. Find the value of $r$ for which the surface area is least.",
            TIN,
            "S,r",
            "Solve for r, where r > 0.",
        ),
        (
            "The running cost of a machine, $C$ dollars per hour, depends on its speed setting $x > 0$ as shown. Use "
            "calculus to find the minimum hourly running cost.",
            COST,
            "C,x",
            "Evaluate at x = 5.",
        ),
        (
            "A Ferris wheel turns once every 8 minutes. A rider's height above the ground, in feet, $t$ minutes after "
            r"boarding is $h$. At what times during the first turn ($0\le t<8$) is the rider 42.5 feet above the "
            "ground?",
            r"h = 30-25\cos\left(\frac{\pi t}{4}\right)",
            "h,t",
            r"Solve for t, where 0 \le t<8.",
        ),
        (
            "Nadia deposits 1500 dollars. The balance after $t$ years, in dollars, is given below. How many years does "
            "it take for the balance to reach 2500 dollars, to the nearest tenth of a year?",
            "A = 1500e^{0.04t}",
            "A,t",
            "Solve for t, where t >= 0, rounded to 1 decimal places.",
        ),
    ],
)
def test_by_model_story_reads(asked: str, expression: str, names: str, said: str) -> None:
    assert by_model_story(asked, expression, names.split(","))[0] == said


@pytest.mark.parametrize(
    ("asked", "expression", "names"),
    [
        (f"{TEA} How long does it take to cool by 40 degrees?", COOLS, "T,t"),
        (f"{TEA} How long does it take to cool from 70 to 40 degrees?", COOLS, "T,t"),
        (f"{TEA} What is the temperature of the kitchen after 5 minutes?", COOLS, "T,t"),
        (f"{TEA} Find its temperature after 2 hours.", COOLS, "T,t"),
        ("The population, in thousands, after $t$ years is shown. When does it reach 5?", "P = 3e^{0.1t}", "P,t"),
        ("The population $t$ years after 2010 is shown. How many years after 2015 is it 5?", "P = 3e^{0.1t}", "P,t"),
        ("A pen needs a fence on all sides. What is the largest area that can be painted?", "A = x(120 - 2x)", "A,x"),
        (f"{BALL} How much higher is it after 2 seconds?", "h = 20t - 5t^2", "h,t"),
        (f"{BALL} How long is it above 15 metres?", "h = 20t - 5t^2", "h,t"),
        (f"{BALL} How long does it take to reach 15 metres?", "h = 20t - 5t^2", "h,t"),
        (
            "A tank contains 50 litres of oil. The volume $V$ litres of oil pumped in after $t$ minutes is shown. "
            "How much oil is in the tank after 5 minutes?",
            "V = 8t",
            "V,t",
        ),
        ("A pool holds $V$ litres after $t$ minutes, as shown. When is it half full?", "V = 100 + 20t", "V,t"),
        ("A tin has radius $r$ cm and area $S$. Find its height for which the area is least.", TIN, "S,r"),
        (
            "A shop sells tickets at a price of $p$ euros. Its revenue is $R$. How many tickets give the most revenue?",
            "R = 90p - p^2",
            "R,p",
        ),
        (
            "A car brakes, with $0 \\le t \\le 5$. Its speed after $t$ seconds is $v$. Find its speed after 7 seconds.",
            "v = 20 - 4t",
            "v,t",
        ),
    ],
)
def test_by_model_story_refuses(asked: str, expression: str, names: str) -> None:
    """A difference, another owner, unit or quantity, a duration, what happened before, or a place outside."""
    with pytest.raises(NotRead):
        by_model_story(asked, expression, names.split(","))


def test_by_formula_story_leaves_a_place() -> None:
    """The temperature of the kitchen is not that of the tea."""
    with pytest.raises(NotRead):
        by_formula_story(f"{TEA} What is the temperature of the kitchen after 5 minutes?", COOLS, ["T", "t"])
