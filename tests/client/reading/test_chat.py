"""Chat messages: the text around a question is left out if it has no mathematics in it."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.chat import unchatted
from student_client._reading.rewording.everyday_words import everyday


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("my brain is fried, whats the derivative of this monster lol", "what is the derivative."),
        ("can u guys integrate this nasty thing? been staring at it for an hour :(", "integrate it."),
        ("Prof said the chain rule but i was asleep. Differentiate it.", "Differentiate it."),
        ("need the deriv at x = 2 asap", "find the derivative at x = 2."),
        ("Homework 12, item 8: factor it", "factor it."),
    ],
)
def test_unchatted_leaves_the_question(message: str, asked: str) -> None:
    assert unchatted(message, "x^2", ["x"])[0] in {asked, asked.rstrip(".")}


@pytest.mark.parametrize(
    "message",
    [
        "my teacher needs the positive one, solve it",
        "my prof said half of it, integrate it",
        "my friend starts at 3, find the limit",
        "differentiate it, but not here",
    ],
)
def test_unchatted_keeps_what_may_count(message: str) -> None:
    before = message.partition(",")[0]
    kept = unchatted(message, "x^2", ["x"])[0]
    assert before in kept or "not" in kept


def test_unchatted_reads_what_is_printed() -> None:
    assert unchatted("help me please, i'm so stuck", r"\int_0^1 x\,dx", ["x"])[0] == "Evaluate."
    assert unchatted("is this wrong?", r"\int_0^1 x\,dx", ["x"])[0] == "is this wrong?"


def test_unchatted_keeps_letters_of_the_problem() -> None:
    assert unchatted("find de here", "d*e", ["d", "e", "de"])[0] == "find de."


def test_everyday_has_no_word_that_counts() -> None:
    assert everyday().isdisjoint({"half", "twice", "positive", "first", "only", "never", "speed", "root", "even"})
