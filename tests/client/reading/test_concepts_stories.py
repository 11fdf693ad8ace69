"""A story around a formula with one answer is left out, and a question for something made from that answer is not."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.adjuncts import without_adjuncts
from student_client._reading.concepts.stories import by_story
from student_client._reading.statement import NotRead

SAVED = r"\sum_{k=1}^{10} 100(1.05)^k"
SIDE = r"a^2 = 7^2 + 10^2 - 2\cdot 7\cdot 10\cos 60^\circ"


@pytest.mark.parametrize(
    ("asked", "expression", "said"),
    [
        ("A committee of 4 is chosen from 11 teachers. How many are possible?", r"\binom{11}{4}", "Evaluate."),
        ("Ann saves 100 dollars a year. How much is in the account in the end?", SAVED, "Evaluate."),
        ("A fair coin is tossed. Find the probability of two heads.", r"P = \binom{6}{2} 2^{-6}", "Evaluate."),
        (
            "A triangle has sides 7 and 10. Find the length of the side $a$.",
            SIDE,
            "A box has length a. Solve the equation.",
        ),
    ],
)
def test_by_story_reads(asked: str, expression: str, said: str) -> None:
    assert by_story(asked, expression, ["a"])[0] == said


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ("Ann saves 100 dollars a year. How much interest is in the account?", SAVED),
        ("Ann saves 100 dollars a year. How much does she save per month?", SAVED),
        ("Ann saves 100 dollars. How much is it in the end? Is it prime?", SAVED),
        ("A committee of 4 is chosen from 11. How many more are possible than of 3?", r"\binom{11}{4}"),
        ("The dust weighs this many kilograms. How many grams is it?", r"2.5 \times 10^{-3}"),
        ("Ann saves 100 dollars a year. How much is in the account after 9 years?", SAVED),
        ("Find the sum of the first terms of the series.", SAVED),
        ("The age a of a boy fits the equation. How old is the sister?", "2a + 3 = 21"),
        ("A tank is filled. How many litres are needed?", r"3 \cdot 4 \cdot 5"),
        ("A ball is thrown. How high is it?", "h = 3t + 1"),
        ("A triangle has sides 7 and 10. Find the number that fits.", SIDE),
    ],
)
def test_by_story_refuses(asked: str, expression: str) -> None:
    """Something made from the value, another unit, a second question, more than one unknown, or no quantity."""
    with pytest.raises(NotRead):
        by_story(asked, expression, ["a"])


GARDEN = "The length of a garden is 5 m more than its width and the area is 84 square metres."
TRAIN = "A train covers 300 km. If its speed were 10 km/h more, it would take 1 hour less."


@pytest.mark.parametrize(
    ("asked", "expression", "letter"),
    [
        (f"{GARDEN} Determine the width of the garden.", "w(w+5) = 84", "w"),
        (f"{TRAIN} Find the speed of the train.", r"\frac{300}{x} - \frac{300}{x+10} = 1", "x"),
        (
            "A person on tour has 4200 dollars. If he extends his tour by 3 days he has to cut down his daily expenses"
            " by 70 dollars. Find the original duration of the tour.",
            r"\frac{4200}{x} - \frac{4200}{x+3} = 70",
            "x",
        ),
    ],
)
def test_is_base_finds_the_unchanged(asked: str, expression: str, letter: str) -> None:
    value = {"w": 7, "x": 12 if "4200" in expression else 50}[letter]
    assert by_story(asked, expression, [letter]) == ("Find the value.", rf"\operatorname{{story}}({value})")


@pytest.mark.parametrize(
    ("asked", "expression", "letter"),
    [
        (f"{GARDEN} Determine the length of the garden.", "w(w+5) = 84", "w"),
        (f"{GARDEN} Determine the perimeter of the garden.", "w(w+5) = 84", "w"),
        (f"{GARDEN} Determine the width of the garden.", "x(x-5) = 84", "x"),
        (f"{TRAIN} Find the increased speed of the train.", r"\frac{300}{x} - \frac{300}{x+10} = 1", "x"),
        (f"{TRAIN} Find the time taken.", r"\frac{300}{x} - \frac{300}{x+10} = 1", "x"),
    ],
)
def test_is_base_refuses_the_changed(asked: str, expression: str, letter: str) -> None:
    with pytest.raises(NotRead):
        by_story(asked, expression, [letter])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("solve by taking logs of both sides, showing all your working", "solve"),
        ("simplify by multiplying with the conjugate", "simplify"),
        ("evaluate the integral by reversing the order of integration", "evaluate the integral"),
        ("you must show your working", ""),
        ("find the value by differentiating the inverse", "find the value by differentiating the inverse"),
        ("estimate it by using the trapezium rule", "estimate it by using the trapezium rule"),
        ("find the area bounded by the curve", "find the area bounded by the curve"),
    ],
)
def test_without_adjuncts(said: str, left: str) -> None:
    """Ways and working are left out, if they change nothing."""
    assert without_adjuncts(said) == left


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("A garden is $w$ metres wide and 5 metres longer than wide, which gives this. How wide is the garden?", True),
        ("A garden is $w$ metres wide and 5 metres longer than wide. How long is the garden?", False),
        ("A garden is $w$ metres wide and 5 metres longer than wide. Find the length of the garden.", False),
        ("A garden is 5 metres longer than it is wide. How long is the garden?", False),
    ],
)
def test_by_story_is_of_its_letter(asked: str, read: bool) -> None:
    """The size that a question asks for is the one that the letter stands for."""
    if read:
        assert by_story(asked, "w(w + 5) = 84", ["w"])[0] == "Solve for w, where w > 0."
    else:
        with pytest.raises(NotRead):
            by_story(asked, "w(w + 5) = 84", ["w"])
