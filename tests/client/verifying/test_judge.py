# ruff: noqa: E501 - one problem a line
"""A plan against its problem, under every reading; any exception leaves it undecided."""

from __future__ import annotations

import json

import pytest
from student_client._plan import Plan
from student_client._problem import Problem
from student_client._reading.readings import Reading
from student_client._verifying import judge as module
from student_client._verifying.judge import judge, read

from ..plans import plan, problem

READINGS = [
    ({}, "simplify | log(100)/log(10)", "undecided", "log has the base 10"), ({"log": "10"}, "simplify | log(100)/log(10)", "accepted", ""), ({"log": "e"}, "simplify | log(100)/log(10)", "rejected", ""), ({}, "simplify | 7*x", "rejected", ""),
]  # fmt: skip


@pytest.mark.parametrize(("assume", "step", "status", "says"), READINGS)
def test_judge_needs_every_reading(assume: dict[str, str], step: str, status: str, says: str) -> None:
    verdict = judge(Problem("simplify", r"\log 100", ["x"], assume), plan(step))
    assert (verdict.status, says in verdict.reason) == (status, True), verdict


def test_judge_names_the_assumption() -> None:
    """The one that settles it."""
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


def test_judge_names_readings_of_words() -> None:
    """They differ in what the words say, which cannot be assumed."""
    verdict = judge(
        problem("The height of a ball is given. Solve for t", "9 - t^2 = 0", "t"), plan("solve | 9 - t**2 | t")
    )
    assert verdict.status == "undecided"
    assert verdict.reason.startswith("right if it is read as all solutions in t")


def test_judge_of_unread_problem() -> None:
    """It gives the result."""
    verdict = judge(problem("frobnicate", "x^2"), plan("differentiate | x**2 | x"))
    assert (verdict.status, verdict.result, verdict.latex, verdict.reading) == ("undecided", "2*x", "2 x", None)


@pytest.mark.parametrize(
    ("step", "status"), [("substitute | 1/x | x | 0", "rejected"), ("integrate | x**x | x", "undecided")]
)
def test_judge_of_unread_and_unrunnable(step: str, status: str) -> None:
    assert judge(problem("frobnicate", "x^2"), plan(step)).status == status


def test_judge_failure_is_undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "answers", fails)
    verdict = judge(problem("differentiate", "x^2"), plan("differentiate | x**2 | x"))
    assert (verdict.status, "ZeroDivisionError" in verdict.reason) == ("undecided", True)


def test_judge_raises_memory_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(module, "answers", fails)
    with pytest.raises(MemoryError):
        judge(problem("differentiate", "x^2"), plan("differentiate | x**2 | x"))


@pytest.mark.parametrize(
    ("posed", "step", "status", "final"),
    [
        (problem("frobnicate", "x^2"), "differentiate | x**2 | x", "undecided", True),
        (problem("frobnicate", "x^2"), "substitute | 1/x | x | 0", "rejected", True),
        (problem("differentiate", "x^2"), "differentiate | x**2 | x", "accepted", False),
        (problem("differentiate", "x^2"), "differentiate | x**3 | x", "rejected", False),
        (problem("differentiate", "x^2"), "integrate | x**x | x", "undecided", False),
        (problem("differentiate", "x^2", "y"), "differentiate | x**2 | y", "undecided", True),
        (problem("integrate and simplify", r"\int_0^1 e^x\,dx"), "integrate | exp(x) | x", "undecided", True),
        (problem("simplify", r"\log 100"), "simplify | log(100)/log(10)", "undecided", True),
        (problem("simplify", r"\log 100"), "simplify | 1/0", "rejected", True),
        (problem("solve", r"\log x = 1"), "solve | log(x) - 1 | x", "undecided", True),
        (problem("solve", r"\log x = 1"), "solve | log(x) - 3 | x", "rejected", False),
        (problem("simplify", r"\log 1"), "simplify | log(1)", "accepted", False),
    ],
)
def test_final_if_no_plan_can_do(posed: Problem, step: str, status: str, final: bool) -> None:
    verdict = judge(posed, plan(step))
    assert (verdict.status, verdict.final) == (status, final), verdict


@pytest.mark.parametrize(
    ("posed", "understood", "says"),
    [
        (problem("solve", "x^2 = 4"), True, "all solutions in x of x^2 = 4"),
        (problem("solve", r"\log x = 1"), True, "(log is the natural logarithm) / all solutions"),
        (problem("simplify", r"\log x"), False, "or log has the base 10. Fix: choose one with assume={'log': ...}"),
        (problem("frobnicate", "x"), False, "understood: 'frobnicate' is not understood. Fix: say it in other words"),
        (problem("simplify", "2 3"), False, "could be an index or an exponent. Fix: write it as one expression"),
        (problem("simplify", "x + i"), False, "the imaginary unit. Fix: assume={'domain': 'complex'}"),
        (problem("integrate", "1.2.3"), False, "Fix: "),
    ],
)
def test_read_says_what_is_asked(posed: Problem, understood: bool, says: str) -> None:
    """Or the part that is not understood, and the fix."""
    reading = read(posed)
    assert (reading.understood, says in reading.text) == (understood, True), reading
    assert reading.text.count("Fix: ") == (not understood)


def test_read_of_too_many_readings() -> None:
    """It names an assumption."""
    reading = read(problem("simplify", r"\log x \cdot [x] \cdot \sin^{-1} x \cdot \operatorname{arccot} x + \sin 30"))
    assert reading.understood is False
    assert reading.text.count("Fix: ") == 1


@pytest.mark.parametrize(("objective", "tool"), [("Differentiate", "differentiate"), ("Integrate", "integrate")])
def test_judge_of_more_variables(objective: str, tool: str) -> None:
    """Right in one variable and without a step in the other: the plan that does both is accepted."""
    problem = Problem(objective, "e^{s+t}", ["s", "t"])
    one = {"type": "tool", "tool": tool, "args": {"expr": "exp(s+t)", "var": "s"}}
    two = {"type": "tool", "tool": tool, "args": {"expr": "R1", "var": "t"}}
    verdict, both = (
        judge(problem, Plan.parse(json.dumps({"steps": [*steps, {"type": "final", "payload": {"result": result}}]})))
        for steps, result in (([one], "R1"), ([one, two], "R2"))
    )

    assert (verdict.status, verdict.final) == ("undecided", False)
    assert both.status == "accepted"


def test_read_serves_the_judge(monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem is not read again for its plan; one with other assumptions is another problem."""
    read_again: list[dict[str, str]] = []

    def readings(posed: Problem) -> tuple[Reading, ...]:
        read_again.append(dict(posed.assume))
        return ()

    monkeypatch.setattr(module, "readings", readings)
    for assume in ({}, {}, {"log": "e"}):
        module._readings(Problem("expand", "(y+1)(y+8)", ["y"], assume))
    assert read_again == [{}, {"log": "e"}]


def test_judge_of_a_letter_named_as_a_constant() -> None:
    current = Problem("Solve for R", "V = I R", ["V", "I", "R"])
    verdict = judge(current, plan("solve | Eq(V, I*R) | R"))
    assert (verdict.status, "I is a constant in a plan" in verdict.reason) == ("undecided", True)
    assert judge(current, plan("solve | Eq(V, 2*R) | R")).status == "rejected"


def test_story_does_not_choose_for_a_plan() -> None:
    """A plan that keeps a negative width is not accepted because the story leaves it out."""
    garden = Problem(
        "A garden is $x$ metres wide and 3 metres longer than it is wide. Its area is given by the equation below."
        " How wide is the garden?",
        "x(x + 3) = 40",
        ["x"],
    )
    assert judge(garden, plan("solve | Eq(x*(x + 3), 40) | x | real")).status == "undecided"
    assert judge(garden, plan("solve | Eq(x*(x + 3), 40) | x")).result == "[5]"
    assert judge(garden, plan("solve | Eq(x*(x + 3), 40) | x | (0, oo)")).status == "accepted"


def test_other_steps_to_a_number_are_judged() -> None:
    words = "Find the directional derivative of the function at (1, 2) in the direction of $3i + 4j$."
    gradient = Problem(words, "f(x, y) = x^2 y", ["x", "y"])
    steps = ["differentiate | x**2*y | x", "differentiate | x**2*y | y", "substitute | (3*R1 + 4*R2)/5 | x | 1"]
    assert judge(gradient, plan(*steps, "substitute | R3 | y | 2")).status == "accepted"
