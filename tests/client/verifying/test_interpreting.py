"""A reading as data: operations with their arguments, numbers, assumptions; and the fixes."""

from __future__ import annotations

import pytest
from student_client._problem import Problem
from student_client._reading.readings import readings
from student_client._verifying.interpreting import fix, interpretation

from ..plans import problem


@pytest.mark.parametrize(
    ("posed", "questions", "domain", "assumptions"),
    [
        (
            problem("Find f(1) and f(3)", "f(x) = x^2"),
            [
                [{"operation": "evaluate", "variable": "x", "at": "1"}],
                [{"operation": "evaluate", "variable": "x", "at": "3"}],
            ],
            "real", {},
        ),
        (
            problem("critical points", "x^3 - 3x"),
            [[{"operation": "differentiate", "variable": "x"}, {"operation": "solve", "variable": "x"}]],
            "real", {},
        ),
        (
            Problem("find all complex solutions", "x^2 = -1", ["x"]),
            [[{"operation": "solve", "variable": "x"}]],
            "complex", {},
        ),
        (
            Problem("solve", "x^2 = 4", ["x"], {"domain": "positive", "interval": "[0, 5]"}),
            [[{"operation": "solve", "variable": "x"}]],
            "positive", {"domain": "positive", "interval": "[0, 5]"},
        ),
    ],
)  # fmt: skip
def test_interpretation_is_complete(
    posed: Problem, questions: object, domain: str, assumptions: dict[str, str]
) -> None:
    """It has the operations, the domain and the assumptions."""
    (reading,) = readings(posed)
    made = interpretation(reading)
    assert [list(question) for question in made.questions] == questions
    assert (made.domain, made.assumptions, made.text) == (domain, assumptions, str(reading))


def test_interpretation_of_each() -> None:
    assert [interpretation(one).assumptions for one in readings(problem("solve", r"\log x = 1"))] == [
        {"log": "e"},
        {"log": "10"},
    ]


@pytest.mark.parametrize(
    ("posed", "error", "says"),
    [
        (problem("frobnicate", "x"), "'frobnicate' is not understood", "say it in other words"),
        (problem("simplify", "2 3"), "'3' could be an index", "one expression or equation in LaTeX"),
        (problem("simplify", "x"), "settle one of log by assume", "assume={'log': 10}"),
        (problem("simplify", "x"), "this. Fix: that", ""),
    ],
)
def test_fix_of_words_and_notation(posed: Problem, error: str, says: str) -> None:
    made = fix(posed, error)
    assert says in made
    assert made.count("Fix: ") == bool(says)
