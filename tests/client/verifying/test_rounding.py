# ruff: noqa: E501 - one case beside another
"""Decimals, rounded as asked."""

from __future__ import annotations

import pytest
from student_client._verifying.rounding import rounded

from .trees import read, word

JUDGED = [
    (r"\pi", "3.14", 2, True, "right"), (r"\pi", "3.15", 2, True, "wrong"), (r"\pi", "3.142", 2, True, "unknown"), (r"\pi", "3.1", 2, True, "wrong"), (r"\pi", "3.1", 2, False, "right"),
    (r"\frac{1}{8}", "0.12", 2, True, "unknown"), (r"\frac{1}{8}", "0.13", 2, True, "unknown"), (r"\frac{1}{8}", "0.125", 3, True, "right"), (r"1000\pi", "3100", 2, False, "right"), (r"1000\pi", "3142", 2, False, "unknown"),
    (r"\frac{\pi}{1000}", "0.0031", 2, False, "right"), (r"\frac{\pi}{1000}", "0", 2, False, "wrong"), (r"e", "2.718", 3, True, "right"), ("x", "1", 1, True, "unknown"), (r"\pi", r"\pi", 3, True, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("truth", "made", "count", "places", "found"), JUDGED)
def test_rounded(truth: str, made: str, count: int, places: bool, found: str) -> None:
    assert word(rounded(read(truth), read(made), count, places=places)) == found


@pytest.mark.parametrize(
    ("truth", "made", "count", "places", "given", "found"),
    [
        (r"\frac{241}{250}", "0.964", 4, False, 3, "wrong"),
        (r"\frac{241}{250}", "0.964", 4, False, 4, "right"),
        (r"\frac{1}{2}", "0.5", 3, True, 1, "wrong"),
        (r"\frac{1}{1000}", "0.001", 3, True, 1, "right"),
    ],
)
def test_rounded_has_all_its_digits(truth: str, made: str, count: int, places: bool, given: int, found: str) -> None:
    assert word(rounded(read(truth), read(made), count, places=places, given=given)) == found
