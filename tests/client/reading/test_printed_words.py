"""Arrangements of the letters of a printed word are counted; a restricted arrangement is not."""

from __future__ import annotations

import pytest
from student_client._reading.rewording.told_counts import told_counts

ASKED = [
    ("How many different arrangements are there of the letters of the word shown?", r"\text{BANANA}"),
    ("Find the number of distinct permutations of the letters in", r"\mathrm{BANANA}"),
    ("In how many distinguishable ways can all the letters of this word be arranged in a row?", "BANANA"),
    ("How many words can be formed by rearranging all the letters of the given word?", r"\text{BANANA}"),
]
OTHER = [
    "How many arrangements of the letters of this word begin with B?",
    "In how many ways can all the letters of this word be arranged so that no two vowels are together?",
    "How many four-letter arrangements of the letters of this word are there?",
    "In how many ways can the letters of this word be arranged in a circle?",
    "How many words can be formed from the letters of this word?",
    "How many different letters are there in this word?",
]


@pytest.mark.parametrize(("objective", "expression"), ASKED)
def test_told_counts_spells_a_printed_word(objective: str, expression: str) -> None:
    assert told_counts(objective, expression, ["n"]) == ("Evaluate.", r"\frac{6!}{3!\,2!}")


@pytest.mark.parametrize("objective", OTHER)
def test_told_counts_leaves_other_words(objective: str) -> None:
    assert told_counts(objective, r"\text{BANANA}", ["n"]) == (objective, r"\text{BANANA}")
