# ruff: noqa: E501 - one problem a line
"""A plan against its problem, under every reading; what fails on the way leaves it undecided."""

from __future__ import annotations

import pytest
from student_client._problem import Problem
from student_client._verifying import judge as module
from student_client._verifying.judge import describe, judge

from ..plans import plan, problem

READINGS = [
    ({}, "simplify | log(100)/log(10)", "undecided", "log has the base 10"), ({"log": "10"}, "simplify | log(100)/log(10)", "accepted", ""), ({"log": "e"}, "simplify | log(100)/log(10)", "rejected", ""), ({}, "simplify | 7*x", "rejected", ""),
]  # fmt: skip


@pytest.mark.parametrize(("assume", "step", "status", "says"), READINGS)
def test_judge_accepts_only_under_every_reading(assume: dict[str, str], step: str, status: str, says: str) -> None:
    verdict = judge(Problem("simplify", r"\log 100", ["x"], assume), plan(step))
    assert (verdict.status, says in verdict.reason) == (status, True), verdict


def test_judge_names_the_assumption_that_settles_it() -> None:
    verdict = judge(Problem("simplify", r"\log 100", ["x"]), plan("simplify | log(100)/log(10)"))
    assert "assume={'log': ...}" in verdict.reason
    assert verdict.reason.count(" if ") == 2


@pytest.mark.parametrize(
    ("step", "status", "reading"),
    [
        ("differentiate | x**2 | x", "accepted", "the derivative in x of x^2"),
        ("differentiate | x**3 | x", "rejected", "the derivative in x of x^2"),
        ("substitute | 1/x | x | 0", "rejected", "the derivative in x of x^2"),
        ("integrate | x**x | x", "undecided", "the derivative in x of x^2"),
    ],
)
def test_judge_says_what_was_read(step: str, status: str, reading: str) -> None:
    verdict = judge(problem("differentiate", "x^2"), plan(step))
    assert (verdict.status, verdict.reading) == (status, reading)


def test_judge_gives_the_result_of_a_problem_that_is_not_read() -> None:
    verdict = judge(problem("frobnicate", "x^2"), plan("differentiate | x**2 | x"))
    assert (verdict.status, verdict.result, verdict.latex, verdict.reading) == ("undecided", "2*x", "2 x", None)


@pytest.mark.parametrize(
    ("step", "status"), [("substitute | 1/x | x | 0", "rejected"), ("integrate | x**x | x", "undecided")]
)
def test_judge_of_a_plan_that_cannot_be_run_on_a_problem_that_is_not_read(step: str, status: str) -> None:
    assert judge(problem("frobnicate", "x^2"), plan(step)).status == status


def test_judge_leaves_undecided_what_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "answers", fails)
    verdict = judge(problem("differentiate", "x^2"), plan("differentiate | x**2 | x"))
    assert (verdict.status, "ZeroDivisionError" in verdict.reason) == ("undecided", True)


def test_judge_lets_a_lack_of_memory_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(module, "answers", fails)
    with pytest.raises(MemoryError):
        judge(problem("differentiate", "x^2"), plan("differentiate | x**2 | x"))


@pytest.mark.parametrize(
    ("posed", "says"),
    [
        (problem("solve", "x^2 = 4"), "all solutions in x of x^2 = 4"),
        (problem("frobnicate", "x"), "not understood: "),
        (problem("simplify", r"\log x"), " / "),
    ],
)
def test_describe_says_every_reading(posed: Problem, says: str) -> None:
    assert says in describe(posed)
