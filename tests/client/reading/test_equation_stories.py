"""A story around printed equations is left out if it asks for their whole solution, and tells one start."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.equation_stories import by_equation_story
from student_client._reading.statement import NotRead

GROWTH = r"\frac{dP}{dt} = 0.1P"
FISH = "The number of fish $P$ in a lake after $t$ months satisfies the differential equation."
SOLD = r"p + b = 10, \quad 2p + 3b = 24"
CURVE = "A curve passes through $(1, 5)$ and has the slope shown."
TEA = "A cafe sells coffee at $c$ euros a cup and tea at $t$ euros a cup, so that one coffee and 4 teas cost 11 euros."
CUPS = r"\begin{cases} 3c + 2t = 13 \\ c + 4t = 11 \end{cases}"
TWO = r"x + y = 25, \; x - y = 7"
TICKETS = r"x + y = 250, \quad 6x + 4y = 1260"
SHOP = "Pens cost 2 euros and books 3 euros. Tom buys $p$ pens and $b$ books for 24 euros."


FAIR = "At a fair 3 teas and 2 cakes cost 9.10 pounds, while 5 teas and 4 cakes cost 16.70 pounds."
FAIRS = r"3t + 2c = 9.10, \quad 5t + 4c = 16.70"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("How many pens does he buy?", "Find the value of p only."),
        ("How many books are bought?", "Find the value of b only."),
    ],
)
def test_by_equation_story_asks_for_one(asked: str, said: str) -> None:
    assert by_equation_story(f"{SHOP} {asked}", SOLD, ["p", "b"]) == (said, SOLD)


@pytest.mark.parametrize(
    "asked", ["Work out the price of one tea and the price of one cake.", "Find the cost of a tea and of a cake."]
)
def test_by_equation_story_knows_prices(asked: str) -> None:
    assert by_equation_story(f"{FAIR} {asked}", FAIRS, ["t", "c"]) == ("Solve the system for t, c.", FAIRS)


@pytest.mark.parametrize(
    ("asked", "expression", "names", "said"),
    [
        (f"{FISH} Initially there are 400 fish. Find $P$ in terms of $t$.", GROWTH, "t,P", f"{GROWTH}, P(0) = 400"),
        (
            r"A cup of tea at $90^\circ$C is left in a $20^\circ$C room. Its temperature $T$ satisfies the "
            r"differential equation shown, with $T(0) = 90$. Find a formula for $T$ as a function of $t$.",
            r"\frac{dT}{dt} = -0.1(T - 20)",
            "t,T",
            r"\frac{dT}{dt} = -0.1(T - 20), T(0) = 90",
        ),
        (
            "A vat holds 300 litres of brine. Brine flows in at 5 litres per minute and out at the same rate, so that "
            "the amount $y$ kg of salt satisfies the equation. Find an expression for $y$ at time $t$.",
            r"\frac{dy}{dt} = 2 - \frac{y}{60}, y(0) = 10",
            "t,y",
            r"\frac{dy}{dt} = 2 - \frac{y}{60}, y(0) = 10",
        ),
        (
            "A curve has the slope below at $(x, y)$. It passes through $P(2, 7)$. Find the equation of the curve.",
            r"\frac{dy}{dx} = 3x^2 - 4",
            "x,y",
            r"\frac{dy}{dx} = 3x^2 - 4, y(2) = 7",
        ),
        (
            "An isotope decays at a rate proportional to the mass $m$ grams of it. The initial mass is 80 grams. Find "
            "an expression for $m$ at time $t$.",
            r"\frac{dm}{dt} = -0.02m",
            "t,m",
            r"\frac{dm}{dt} = -0.02m, m(0) = 80",
        ),
        (
            "A rumour spreads. The number of pupils $N$ who know it after $t$ hours satisfies the equation. Initially, "
            "5 pupils know the rumour. Find $N$ in terms of $t$.",
            r"\frac{dN}{dt} = 0.4N",
            "t,N",
            r"\frac{dN}{dt} = 0.4N, N(0) = 5",
        ),
        (
            "A skydiver falls with velocity $v$ m/s after $t$ seconds. Given that $v = 0$ when $t = 0$, find $v$ in "
            "terms of $t$.",
            r"\frac{dv}{dt} = 10 - 0.2v",
            "t,v",
            r"\frac{dv}{dt} = 10 - 0.2v, v(0) = 0",
        ),
        (f"{SHOP} How many pens and how many books does he buy?", SOLD, "p,b", SOLD),
        (f"{TEA} What is the price of a cup of coffee and of a cup of tea?", CUPS, "c,t", CUPS),
        (f"{TEA} Find the cost of one coffee and that of one tea.", CUPS, "c,t", CUPS),
        (f"{TEA} How much does each kind cost?", CUPS, "c,t", CUPS),
        ("The sum of two numbers is 25, their difference 7. Find the two numbers.", TWO, "x,y", TWO),
        ("Two planes' lines have these equations. Find the coordinates of the point where they meet.", TWO, "x,y", TWO),
        (
            "250 tickets are sold. If $x$ is the number of adult tickets and $y$ that of child tickets, how many "
            "tickets of each type are sold?",
            TICKETS,
            "x,y",
            TICKETS,
        ),
        (f"{SHOP} Let $p$ be the number of pens. How many of each kind does Tom buy?", SOLD, "p,b", SOLD),
        (f"{SHOP} Find the number of pens $p$ and the number of books $b$.", SOLD, "p,b", SOLD),
    ],
)
def test_by_equation_story_reads(asked: str, expression: str, names: str, said: str) -> None:
    assert by_equation_story(asked, expression, names.split(","))[1] == said


@pytest.mark.parametrize(
    ("asked", "expression", "names"),
    [
        (f"{FISH} Initially there are 400 foxes. Find $P$ in terms of $t$.", GROWTH, "t,P"),
        (f"{FISH} After 2 months there are 400 fish. Find $P$ in terms of $t$.", GROWTH, "t,P"),
        (f"{FISH} Initially there are 400 fish, but half of them are caught. Find $P$.", GROWTH, "t,P"),
        (f"{FISH} Initially there are 400 fish. How many are there after 3 months?", GROWTH, "t,P"),
        (f"{FISH} They are counted in thousands. Initially there are 400 fish. Find $P$.", GROWTH, "t,P"),
        (f"{FISH} Find $P$ in terms of $t$.", GROWTH, "t,P"),
        ("A pie cools. Its heat $T$ is as shown. Initially the kitchen is at 20 degrees. Find $T$.", GROWTH, "t,T"),
        ("The mass $P$ grams satisfies this. Initially there are 2 kilograms. Find $P$.", GROWTH, "t,P"),
        (f"{CURVE} The curve is reflected in the x-axis. Find its equation.", r"\frac{dy}{dx} = 2x", "x,y"),
        (f"{CURVE} The normal has this slope. Find the equation of the curve.", r"\frac{dy}{dx} = 2x", "x,y"),
        (
            "The curve with gradient 2x - 3 passes through (1, 5). Find y in terms of x.",
            r"\frac{dy}{dx} = 2x + 3",
            "x,y",
        ),
        (f"{CURVE} Find the equation of the tangent.", r"\frac{dy}{dx} = 2x", "x,y"),
        (f"{FISH} After 3 months a net is put in. Find $P$.", rf"{GROWTH}, P(0) = 400", "t,P"),
        ("A ball has velocity $v$ m/s, and initially $v = 3$. Find its displacement.", r"\frac{dv}{dt} = -v", "t,v"),
        (f"{TEA} What do one coffee and one tea cost together?", CUPS, "c,t"),
        (f"{TEA} What is the price of 2 cups of coffee and of a cup of tea?", CUPS, "c,t"),
        (f"{TEA} How much is paid for coffee and for tea?", CUPS, "c,t"),
        (f"{TEA} How much do the coffees and teas cost?", CUPS, "c,t"),
        (f"{TEA} How many coffees and teas are sold?", CUPS, "c,t"),
        (f"{TEA} The cafe raises each price by 1 euro. What does each cost?", CUPS, "c,t"),
        (f"{TEA} What is the cost of a cup of coffee and of a cake?", CUPS, "c,t"),
        ("Two numbers satisfy the equations. Find the larger number.", TWO, "x,y"),
        (f"{SHOP} He gives half of the pens to Ann. How many pens and books does he have?", SOLD, "p,b"),
        (f"{SHOP} How many more pens than books does he buy?", SOLD, "p,b"),
        (f"{SHOP} How many of each kind are left?", SOLD, "p,b"),
        (f"{SHOP} How many things does he buy?", SOLD, "p,b"),
        (f"{SHOP} How much does he pay for pens?", SOLD, "p,b"),
        (f"{FAIR} Find the cost of two teas.", FAIRS, "t,c"),
        (f"{SHOP} He sells 7 of them. How many pens and how many books does he have?", SOLD, "p,b"),
        ("A pen costs $p$ euros, a book $b$ euros. How many pens and how many books are sold?", SOLD, "p,b"),
    ],
)
def test_by_equation_story_refuses(asked: str, expression: str, names: str) -> None:
    """Another start, a second quantity, a part of the solution, or what is made from it."""
    with pytest.raises(NotRead):
        by_equation_story(asked, expression, names.split(","))
