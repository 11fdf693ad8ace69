"""A story's question is said plainly if all of it is understood; a number, a unit or a quantity is never left out."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.formulas.tree import Node
from student_client._reading.rewording.directions import direction
from student_client._reading.rewording.said_again import Function, marked, printed_function
from student_client._reading.rewording.telling import untold
from student_client._reading.rewording.told_facts import Misfit
from student_client._reading.rewording.told_nouns import could_be_noun
from student_client._reading.statement import NotRead

HEIGHT = "The height of a ball, in metres, after t seconds is given by h(t) = 20t - 5t^2. "
WATER = "Water flows into a tank at a rate of r(t) = 5 + t litres per minute. "


def told(objective: str, expression: str, *variables: str) -> list[tuple[str, str]]:
    made = untold(Problem(objective, expression, variables or ["t"]))
    return [(one.objective, one.expression) for one in made.problems]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How high is it after 2 seconds?", "Evaluate at t = 2."),
        ("After 2 seconds, how high is the ball?", "Evaluate at t = 2."),
        ("What is the ball's height when t = 2?", "Evaluate at t = 2."),
        ("Find its velocity at t = 2.", "Find the derivative at t = 2."),
        ("Find the acceleration of the ball.", "Find the second derivative with respect to t."),
        ("When does it reach its highest point?", "Find the values of t for which f'(t) = 0."),
        ("What is its maximum height?", "Find the maximum value of the function."),
        ("Find its initial height.", "Evaluate at t = 0."),
        (
            "Find the average velocity from t = 1 to t = 2.",
            "average rate of change of the function from t = 1 to t = 2.",
        ),
        ("Find its height at t = 2, correct to 3 significant figures.", "Evaluate at t = 2. correct to 3 significant"),
    ],
)
def test_untold_asks(question: str, words: str) -> None:
    ((said, expression),) = told(HEIGHT + question, "h(t) = 20t - 5t^2")
    assert words in said
    assert expression == "f(t) = 20t - 5t^2"


def test_untold_solves_among_times() -> None:
    found = told(HEIGHT + "At what times is it 15 metres above the ground?", "h(t) = 20t - 5t^2")
    assert found == [("Solve for t, where t >= 0.", "20t - 5t^2 = 15")]


def test_untold_solves_twice_if_unsaid() -> None:
    """Without "after t seconds" a negative time could be meant."""
    found = told("A population is modelled by P(t) = t^2. When does it reach 9?", "P(t) = t^2")
    assert found == [("Solve for t.", "t^2 = 9"), ("Solve for t, where t >= 0.", "t^2 = 9")]


@pytest.mark.parametrize(
    "question",
    [
        "How high is it after 2 minutes?",
        "At what times is it 15 feet above the ground?",
        "How long does it take to reach 15 metres?",
        "How fast is it moving after 3 seconds?",
        "How far does it travel in the first 3 seconds?",
        "Find its rate of change with respect to the radius.",
        "What is its minimum height?",
    ],
)
def test_untold_refuses_misfits(question: str) -> None:
    with pytest.raises(Misfit):
        told(HEIGHT + question, "h(t) = 20t - 5t^2")


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("The height of a ball, in thousands of metres, is h(t) = t. Find its height at t = 2.", "h(t) = t"),
        ("The height drop of a ball is h(t) = t. Find its height at t = 2.", "h(t) = t"),
        ("A ball's height is twice h(t) = t. Find its height at t = 2.", "h(t) = t"),
        ("The cost per item of producing x items is C(x) = 5x. Find the cost of 10 items.", "C(x) = 5x"),
        ("Half the height of a ball is h(t) = t. Find its height at t = 2.", "h(t) = t"),
        ("The height of a ball is h(t) = t for t < 5. Find its height at t = 7.", "h(t) = t"),
        ("The height of a ball is h(t) = 2t. Find its height at t = 2.", "h(t) = t"),
        ("A tank holds 10 litres. Its volume is V(t) = t. Find V(2).", "V(t) = t"),
        (HEIGHT + "When is its height half its maximum height?", "h(t) = 20t - 5t^2"),
        (WATER + "How much water is in the tank after 2 minutes?", "r(t) = 5 + t"),
    ],
)
def test_untold_refuses(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        told(objective, expression, "x" if "x" in expression else "t")


def test_untold_integrates_flows() -> None:
    ((words, expression),) = told(WATER + "How much water flows in during the first 3 minutes?", "r(t) = 5 + t")
    assert (words, expression) == ("Integrate with respect to t from 0 to 3.", "f(t) = 5 + t")


def test_untold_measures_distance() -> None:
    ((_, expression),) = told(
        "A car has the velocity v(t) = t - 1. Find the distance it travels from t = 0 to t = 2.", "v(t) = t - 1"
    )
    assert expression == r"f(t) = \left|t - 1\right|"


@pytest.mark.parametrize("noun", ["sunflower", "zeppelin", "bamboo shoot"])
def test_untold_reads_unknown_nouns(noun: str) -> None:
    found = told(f"The height of a {noun} is given below. Find its height at t = 2.", "h(t) = 3t")
    assert found == [("Evaluate at t = 2.", "f(t) = 3t")]


@pytest.mark.parametrize(
    ("objective", "words"),
    [
        ("The age x of a boy satisfies the equation. How old is he?", "Solve for x."),
        ("The width x of a rectangle satisfies the equation. Find the width.", "Solve for x."),
        ("After how many hours x does this hold? Solve the equation.", "Solve for x."),
    ],
)
def test_about_equations_asks(objective: str, words: str) -> None:
    assert told(objective, "3x = 9", "x") == [(words, "3x = 9")]


@pytest.mark.parametrize(
    "objective",
    [
        "The width x of a rectangle satisfies the equation. Find the length.",
        "The age x of a boy satisfies the equation. How old will he be in 5 years?",
        "Half of a number x satisfies the equation. Find it.",
        "In a shop 3 pens cost the amount below. Find the price.",
    ],
)
def test_about_equations_refuses(objective: str) -> None:
    with pytest.raises(NotRead):
        told(objective, "3x = 9", "x")


def test_untold_defines() -> None:
    found = told("Take g(t) = t*exp(2t). Integrate it.", r"t e^{2t}")
    assert found == [("Integrate it.", r"g(t) = t e^{2t}")]


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("h(t) = 3/4t + 1", True),
        ("h(t) = \\frac{3}{4} t + 1 metres", True),
        ("h(t) = 3/4t + 2", False),
        ("h(x) = 3/4x + 1", False),
        ("h(t) = 3/4t", False),
    ],
)
def test_marked_compares_formulas(said: str, again: bool) -> None:
    text, _ = marked(f"Its height is {said}.", Function("h", "t", r"\frac{3}{4}t + 1"))
    assert ("§" in text) == again


def test_printed_function_needs_its_letter() -> None:
    assert printed_function("a x t", ["x", "t"]) is None
    assert printed_function("x^2 = 4", ["x"]) is None
    assert printed_function("V(t) = a t", ["t"]) == Function("V", "t", "a t")


@pytest.mark.parametrize(
    ("formula", "found"),
    [("t^2 + 3t", 1), ("5 - t", -1), ("2 e^{-t}", -1), ("t^2 - t", None), ("t \\sin t", None), ("7", 0), ("t e^t", 1)],
)
def test_direction_of_formulas(formula: str, found: int | None) -> None:
    read = parse_statement(formula, ["t"]).expression
    assert isinstance(read, Node)
    assert direction(read, "t") == found


@pytest.mark.parametrize("word", ["excess", "half", "remaining", "thousands", "derivative", "fixed", "drop"])
def test_could_be_noun_refuses(word: str) -> None:
    assert not could_be_noun(word)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("The volume of water lost by a tank is V(t) = 3t. How much is left at t = 5?", "V(t) = 3t"),
        ("The temperature outside the oven is T(t) = 3t. Find the temperature inside the oven at t = 2.", "T(t) = 3t"),
        ("The radius of a circle is r(t) = 2t. Find its area at t = 3.", "r(t) = 2t"),
        (
            "The velocity of a car after t seconds is v(t) = 6t km/h. How far does it go from t = 0 to t = 3?",
            "v(t) = 6t",
        ),
        ("A force of F(t) = 4t newtons acts on an object. Find the work done from t = 0 to t = 5.", "F(t) = 4t"),
        ("Let f(t) = t^2 and suppose t is negative. Find the inverse.", "f(t) = t^2"),
        ("The derivative of a function is given below. Find its derivative.", "f(t) = t^2"),
    ],
)
def test_untold_refuses_other_quantities(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        told(objective, expression)


def test_untold_reads_a_letters_role() -> None:
    found = told(
        "The revenue is R(p) = 9p - p^2, where p is the price. What price gives the maximum revenue?",
        "R(p) = 9p - p^2",
        "p",
    )
    assert found == [("Find the values of p for which f'(p) = 0.", "f(p) = 9p - p^2")]


def test_untold_counts_from_an_event() -> None:
    found = told(
        "A tree has height h(t) = 2 + t metres t years after it was planted. How tall was it when it was planted?",
        "h(t) = 2 + t",
    )
    assert found == [("Evaluate at t = 0.", "f(t) = 2 + t")]
