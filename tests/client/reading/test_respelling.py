# ruff: noqa: E501 - inputs side by side
"""Misspelt words are corrected if only one word is near, and no word that is one is changed."""

from __future__ import annotations

import re

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.respelling import corrected, lexicon, respelled
from student_client._reading.respelling_words import ENGLISH, FURTHER, NAMES, USUAL
from student_client._reading.rewording.aside_words import CHAT, DESCRIBING, HINT, RESULT, WARNING
from student_client._reading.rewording.ordinary import ORDINARY
from student_client._reading.statement import NotRead

CORRECTED = """
    funcction function completly completely derivitive derivative intergrate integrate intergral integral factroise factorise
    equasion equation differntiate differentiate rationlaise rationalise fcators factors functon function gievn given
    thhis this sollution solution polynominal polynomial substract subtract quotiant quotient evalute evaluate slove solve
    asymtote asymptote limt limit comlete complete simplfy simplify touchs touches inverce inverse definate definite
    indefinate indefinite
"""
LEFT = """
    irational miximum deviate stationery integer radial principle compete defnite-ish irrational even event sum some area are from
    form then than factor factors fact derivativs minimun xyzzy sinx cosx nonzero unequal ndefinite rrational theta mole
"""


@pytest.mark.parametrize(
    ("word", "made"), [*zip(CORRECTED.split()[::2], CORRECTED.split()[1::2], strict=True)], ids=CORRECTED.split()[::2]
)
def test_misspelt_is_corrected(word: str, made: str) -> None:
    assert corrected(word) == made
    assert made in lexicon()


@pytest.mark.parametrize("word", LEFT.split())
def test_other_word_is_left(word: str) -> None:
    assert corrected(word) is None


LISTS = {"own": lexicon(), "english": ENGLISH, "further": FURTHER, "names": NAMES, "ordinary": ORDINARY}
LISTS |= {"chat": CHAT, "hint": HINT, "result": RESULT, "warning": WARNING, "describing": DESCRIBING}


@pytest.mark.parametrize("name", LISTS)
def test_word_of_a_list_is_left(name: str) -> None:
    """Neither does one word of the vocabulary become another."""
    assert [word for word in LISTS[name] if word.isalpha() and corrected(word)] == []


def test_lists_do_not_overlap() -> None:
    assert not ENGLISH & lexicon()
    assert not USUAL.keys() & (lexicon() | ENGLISH)


@pytest.mark.parametrize(
    ("objective", "said"),
    [
        ("Give the Comlete factorisation", "Give the Complete factorisation"), ("FACTROISE", "FACTORISE"),
        ("Integarte speeed", "Integrate speeed"), ("factr_1 and factr(x)", "factr_1 and factr(x)"),
    ],
)  # fmt: skip
def test_respelled_keeps_the_rest(objective: str, said: str) -> None:
    assert respelled(objective, ["speeed"])[0] == said


def test_reading_says_what_was_corrected() -> None:
    read = readings(Problem("Calculate the derivative funcction", "x^2", ["x"]))
    assert list(map(str, read)) == ["the derivative in x of x^2 ('funcction' is read as 'function')"]
    assert "read as" not in str(readings(Problem("Calculate the derivative function", "x^2", ["x"]))[0])


@pytest.mark.parametrize(
    "objective", ["Find the irational roots", "Find the miximum", "Find the roots, funcction exluded", "deviate"]
)
def test_message_has_the_word_as_written(objective: str) -> None:
    with pytest.raises(NotRead) as refused:
        readings(Problem(objective, "x^2 - 2", ["x"]))
    assert re.search("'(?:irational|miximum|funcction|deviate)'", str(refused.value))
