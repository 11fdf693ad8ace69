"""A story around printed equations is left out if it asks for their whole solution, and tells one start."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.equation_stories import by_equation_story
from student_client._reading.statement import NotRead

GROWTH = r"\frac{dP}{dt} = 0.1P"
FISH = "The number of fish $P$ in a lake after $t$ months satisfies the differential equation."
SOLD = r"p + b = 10, \quad 2p + 3b = 24"
SHOP = "Pens cost 2 euros and books 3 euros. Tom buys $p$ pens and $b$ books for 24 euros."


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
        (f"{SHOP} How many pens and how many books does he buy?", SOLD, "p,b", SOLD),
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
        (f"{SHOP} How many more pens than books does he buy?", SOLD, "p,b"),
        (f"{SHOP} How many of each kind are left?", SOLD, "p,b"),
        (f"{SHOP} How many pens does he buy?", SOLD, "p,b"),
        (f"{SHOP} He sells 7 of them. How many pens and how many books does he have?", SOLD, "p,b"),
        ("A pen costs $p$ euros, a book $b$ euros. How many pens and how many books are sold?", SOLD, "p,b"),
    ],
)
def test_by_equation_story_refuses(asked: str, expression: str, names: str) -> None:
    """Another start, a second quantity, a part of the solution, or what is made from it."""
    with pytest.raises(NotRead):
        by_equation_story(asked, expression, names.split(","))
