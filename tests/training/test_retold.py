"""Problems told again: the plan says the same of the new numbers and letters."""

from __future__ import annotations

import random

import pytest
from student_client import SymbolicVerifier
from student_client._problem import Problem

from tests.client.plans import plan
from training.author import Sample
from training.retold import about_another, problems, relettered, renumbered, retold


def _sample(objective: str, expression: str, steps: str, variables: str = "x") -> Sample:
    return Sample("", objective, expression, tuple(variables), plan(*steps.split(" ; ")))


def _all_renumbered(drawn: Sample) -> list[Sample]:
    return [renumbered(random.Random(seed), drawn) for seed in range(20)]


def test_renumbered_changes_all_places() -> None:
    drawn = _sample(
        "Find the slope at x = 37.", "5x^2 + 37", "differentiate | 5*x**2+37 | x ; substitute | R1 | x | 37"
    )
    for made in _all_renumbered(drawn):
        new = made.objective.removeprefix("Find the slope at x = ").rstrip(".")
        assert made.expression.endswith(f"+ {new}")
        assert made.plan.steps[1].args.point == new  # type: ignore[union-attr]
    assert len({made.expression for made in _all_renumbered(drawn)}) > 10


@pytest.mark.parametrize(
    ("objective", "expression", "steps", "kept"),
    [
        ("Find the area.", "y = 4 - x^2", "integrate | 4-x**2 | x | -2 | 3", "4 - x^2"),
        ("Evaluate.", r"\frac12 + 12", "simplify | 1/2+12", r"\frac12 + 12"),
        ("Solve it.", "y'' = 3y", "dsolve | Eq(diff(y,x,2),3*y) | x | y", "y''"),
        ("Find it.", r"\frac{d^2 y}{dx^2} = 2x", "dsolve | Eq(diff(y,x,2),2*x) | x | y", "d^2 y"),
        ("Average over [2, 5].", "x^3", "integrate | x**3 | x | 2 | 5 ; simplify | R1/3", "x^3"),
    ],
)
def test_renumbered_keeps(objective: str, expression: str, steps: str, kept: str) -> None:
    """A number that the plan works out, an order of a derivative, and digits without a space stay."""
    for made in _all_renumbered(_sample(objective, expression, steps)):
        assert kept in made.expression


def test_relettered_changes_all_places() -> None:
    drawn = _sample("Find $dy/dx$ at x = 1.", r"y = \exp(x) + xe^x", "differentiate | exp(x)+x*exp(x) | x", "xy")
    made = {relettered(random.Random(seed), drawn).expression for seed in range(40)}
    assert r"y = \exp(t) + te^t" in made
    assert not any("etp" in text for text in made)


def test_about_another_keeps_the_words() -> None:
    drawn = _sample("Find the antiderivative.", r"\int x dx", "integrate | x | x")
    made = [about_another(random.Random(seed), drawn) for seed in range(5)]
    assert {one.objective for one in made} == {"Find the antiderivative."}
    assert len({one.expression for one in made}) > 2
    named = _sample("Find $f'(2)$.", "x^2", "differentiate | x**2 | x")
    assert about_another(random.Random(1), named) is named


def test_retold_is_nearly_always_right() -> None:
    """A new number seldom makes a plan wrong, as a tangent at pi/2; some words are not understood, as before."""
    rng, judged = random.Random(7), []
    assert len(problems()) > 4000
    with SymbolicVerifier() as verify:
        for _ in range(60):
            drawn = retold(rng)
            judged.append(verify(Problem(drawn.objective, drawn.expression, drawn.variables), drawn.plan).status)
    assert judged.count("rejected") <= 3
    assert judged.count("accepted") > 30
