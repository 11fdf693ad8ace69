"""Operations: their words are read as exactly that operation, and plans are judged against it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from student_client import InvalidProblem, Problem
from student_client._operation import OPERATIONS
from student_client._reading.readings import readings
from student_client._verifying.judge import judge, read

from .operations import CASES, X2


def posed(operation: str, expression: str, variable: str = "x", **arguments: Any) -> Problem:
    return Problem(operation=operation, expression=expression, variable=variable, **arguments)


@pytest.mark.parametrize("case", CASES, ids=[f"{case[1]}: {case[3]}" for case in CASES])
def test_operation_is_judged(case: Any) -> None:
    operation, expression, arguments, objective, asked, right, wrong = case
    problem = posed(operation, expression, **arguments)
    assert problem.objective == objective
    (one,) = read(problem).interpretations
    assert [list(question) for question in one.questions] == [asked]
    assert judge(problem, right).status == "accepted"
    assert judge(problem, wrong).status == "rejected"


def test_every_argument_is_tried() -> None:
    """For every operation."""
    for operation, arguments in OPERATIONS.items():
        tried: list[set[str]] = [set(case[2]) for case in CASES if case[0] == operation]
        assert tried
        assert set(arguments) <= set().union(*tried)


VALUES = {
    0: "0", -1: "-1", 0.5: "1/2", 1e-7: "1/10000000", Fraction(3, 4): "3/4", float("-inf"): "-oo", "-1/2": "-1/2",
    "pi/2": "pi/2", r"-\frac{\pi}{2}": "-pi/2", "2pi": "2*pi", r"\infty": "oo", "-oo": "-oo", "sqrt(2)": "sqrt(2)",
    r"\sqrt{3}": "sqrt(3)", "√2": "sqrt(2)", "e": "e", "e^2": "e^2", "ln 2": "log(2)", "a": "a", "2a+1": "2*a + 1",
}  # fmt: skip
LETTERS = {"x": "x", "t": "t", "a": "a", "e": "e", "d": "d", "N": "N", "theta": r"\theta", "x_1": "x_1"}


@pytest.mark.parametrize("value", VALUES, ids=str)
def test_value_is_read_anywhere(value: Any) -> None:
    for operation, arguments in (
        ("evaluate", {"at": value}),
        ("limit", {"at": value}),
        ("limit", {"at": value, "side": "-"}),
        ("differentiate", {"at": value}),
        ("differentiate", {"at": value, "order": 2}),
        ("integrate", {"lower": value, "upper": value}),
    ):
        (one,) = read(posed(operation, X2, **arguments)).interpretations
        ((*_, last),) = one.questions
        assert {last[name] for name in ("at", "lower", "upper") if name in last} == {VALUES[value]}


@pytest.mark.parametrize("name", LETTERS)
def test_variable_of_any_name(name: str) -> None:
    expression = f"{LETTERS[name]}^3 + k {LETTERS[name]}"
    for operation, arguments in (
        ("integrate", {}),
        ("integrate", {"lower": 0, "upper": 1}),
        ("differentiate", {}),
        ("differentiate", {"order": 3}),
        ("differentiate", {"at": 2}),
        ("solve", {}),
        ("limit", {"at": 0, "side": "+"}),
        ("evaluate", {"at": 2}),
    ):
        (one,) = readings(posed(operation, expression, name, **arguments))
        assert {step.variable for question in one.questions for step in question} == {name}


def test_variable_is_first_or_named() -> None:
    assert Problem(operation="solve", expression="x = 2k", variables=["x", "k"]).objective == "solve for x"
    other = Problem(operation="solve", expression="x = 2k", variables=["x", "k"], variable="k")
    assert (other.objective, other.variables) == ("solve for k", ("x", "k"))
    assert posed("factor", X2).variables == ("x",)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({"operation": "add"}, "there is no operation 'add'. Fix: one of integrate, differentiate, "),
        ({"operation": ["solve"]}, "there is no operation"),
        ({"operation": "solve", "objective": "solve"}, "an objective and an operation"),
        ({"operation": "solve", "at": 2}, "the operation solve accepts no at. Fix: leave it out"),
        (
            {"operation": "limit", "at": 0, "order": 2},
            "the operation limit accepts no order. Fix: its arguments are at and side",
        ),
        ({"operation": "limit"}, "the operation limit needs a point. Fix: give at"),
        ({"operation": "evaluate"}, "the operation evaluate needs a point"),
        ({"operation": "integrate", "lower": 0}, "the integral has only one bound"),
        ({"operation": "sum"}, "the operation sum needs lower. Fix: give it"),
        ({"operation": "taylor", "at": 0, "degree": "x"}, "degree is 'x'. Fix: a whole number such as 4"),
        ({"operation": "numeric", "digits": 0}, "digits is '0'. Fix: a whole number"),
        ({"operation": "rewrite", "form": "nice"}, "form is 'nice'. Fix: one of partial fractions, "),
        ({"operation": "basis", "space": "left null space"}, "space is 'left null space'. Fix: one of null space, "),
        ({"operation": "implicit", "function": "z"}, "function is 'z'. Fix: one of x"),
        ({"operation": "classify", "property": "nice"}, "property is 'nice'. Fix: one of parity"),
        ({"operation": "classify"}, "the operation classify needs property. Fix: give it"),
        ({"operation": "classify", "property": "parity", "at": 0}, "parity has no point. Fix: leave out at"),
        ({"operation": "classify", "property": "stationary point"}, "stationary point needs a point. Fix: give at"),
        ({"operation": "differentiate", "order": 5}, "order is '5'. Fix: a whole number from 1 to 4"),
        ({"operation": "differentiate", "order": True}, "order is 'True'"),
        ({"operation": "limit", "at": 0, "side": "left"}, "side is 'left'. Fix: + for the limit from the right"),
        ({"operation": "evaluate", "at": "2 and factor"}, "at is '2 and factor'. Fix: one value"),
        ({"operation": "evaluate", "at": "2, y = 3"}, "at is '2, y = 3'"),
        ({"operation": "evaluate", "at": ""}, "at is ''"),
        ({"operation": "evaluate", "at": [2]}, "at is a list"),
        ({"operation": "evaluate", "at": True}, "at is 'True'"),
        ({"operation": "evaluate", "at": float("nan")}, "at is 'nan'"),
        ({"operation": "evaluate", "at": "1" * 81}, "Fix: one value"),
        ({"operation": "solve", "variable": "y", "variables": ["x"]}, "'y' is not one of the problem's variables"),
        ({"operation": "solve", "variable": "x y"}, "'x y' is not a variable's name"),
        ({"operation": "solve", "variable": None}, "the problem has no variable"),
        ({"objective": "solve"}, "variable belongs to an operation, but the problem has none. Fix: give variables"),
        ({"objective": "solve", "variables": ["x"], "variable": None, "at": 2}, "at belongs to an operation"),
        ({"variables": ["x"], "variable": None}, "the objective is empty. Fix: give one, such as"),
    ],
)
def test_wrong_arguments_are_one_line(arguments: dict[str, Any], fault: str) -> None:
    with pytest.raises(InvalidProblem) as caught:
        Problem(**{"expression": "x", "variable": "x"} | arguments)
    assert fault in str(caught.value)
    assert "Fix: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("at", 10**5000, "at is 'a very long number'"),
        ("at", Decimal("0.5"), "at is a Decimal"),
        ("at", ["2"], "at is a list"),
    ],
    ids=["a long number", "a decimal", "a list"],
)
def test_bad_point_is_refused(name: str, value: object, says: str) -> None:
    with pytest.raises(InvalidProblem, match=re.escape(says)):
        Problem(operation="evaluate", expression="x", variable="x", **{name: value})  # type: ignore[arg-type]
