# ruff: noqa: E501 - tables
"""Right, wrong, undecided: how findings are joined."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from student_client._verifying.finding import Finding, Truth, every, right, unknown, wrong

R, W, U = right("r"), wrong("w"), unknown("u")


@pytest.mark.parametrize(
    ("findings", "joined"),
    [([R, R], R), ([R, W], W), ([U, W], W), ([W, U], W), ([R, U, R], U), ([U, unknown("v")], U), ([R, right("last")], right("last")), ([U], U)],
)  # fmt: skip
def test_every_is_the_worst(findings: list[Finding], joined: Finding) -> None:
    assert every(findings) == joined


def test_every_of_nothing_is_right() -> None:
    assert every([]).right


def test_every_stops_at_a_wrong_one() -> None:
    def made() -> Iterator[Finding]:
        yield W
        raise AssertionError

    assert every(made()) == W


@pytest.mark.parametrize(("one", "calls", "found"), [(R, 1, W), (W, 0, W), (U, 0, U)])
def test_then_only_after_right(one: Finding, calls: int, found: Finding) -> None:
    made: list[int] = []

    def check() -> Finding:
        made.append(1)
        return W

    assert one.then(check) == found
    assert len(made) == calls


@pytest.mark.parametrize("one", [R, W, U])
def test_because_keeps_the_truth(one: Finding) -> None:
    assert one.because("so") == Finding(one.truth, "so")
    assert (one.right, one.wrong) == (one.truth is Truth.RIGHT, one.truth is Truth.WRONG)


def test_truths_are_a_verdicts() -> None:
    assert [truth.value for truth in Truth] == ["accepted", "rejected", "undecided"]
