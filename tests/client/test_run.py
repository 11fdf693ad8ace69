"""A plan's steps run in order, each with the results before it."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.executor import RunError, answer, run_plan

from .plans import plan

x = sympy.Symbol("x")


@pytest.mark.parametrize(
    ("step", "result"),
    [
        ("integrate | 2*x | x", x**2),
        ("differentiate | x**3 | x", 3 * x**2),
        ("solve | Eq(x**2, 4) | x", [-2, 2]),
        ("solve | x**2 + 1 | x", [-sympy.I, sympy.I]),
        ("simplify | sin(x)**2 + cos(x)**2", 1),
        ("expand | x*(x + 1)", x**2 + x),
        ("factor | x**2 - 1", (x - 1) * (x + 1)),
        ("limit | sin(x)/x | x | 0", 1),
        ("limit | 1/x | x | -oo", 0),
        ("limit | 1/x**2 | x | 0", sympy.oo),
        ("substitute | x**2 | x | 1/2", sympy.Rational(1, 4)),
    ],
)
def test_each_tool_runs(step: str, result: object) -> None:
    assert run_plan(plan(step)) == [result]


def test_later_steps_use_earlier_results() -> None:
    steps = plan("integrate | x | x", "substitute | R1 | x | 3", "substitute | R1 | x | 1", "simplify | R2 - R3")
    assert run_plan(steps)[-1] == 4


def test_the_final_step_names_the_answer() -> None:
    steps = plan("expand | x*(x + 1)", "differentiate | R1 | x", result="R1")
    assert answer(steps, run_plan(steps)) == x**2 + x


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        (["differentiate | Eq(x, 1) | x"], "an equation can only be solved"),
        (["solve | x**2 - 1 | x", "simplify | R1"], "list of solutions"),
        (["differentiate | x | pi"], "pi is not a variable"),
        (["substitute | 1/x | x | 0"], "undefined"),
        (["limit | x | x | Eq(x, 1)"], "a point cannot be an equation"),
        (["expand | __import__(x)"], "'__' is not allowed"),
    ],
)
def test_a_plan_at_fault_is_told_so(steps: list[str], says: str) -> None:
    with pytest.raises(RunError, match=says) as error:
        run_plan(plan(*steps))
    assert error.value.wrong


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("integrate | x**x | x", "no closed form"),
        ("limit | Abs(x)/x | x | 0", "two sides differ"),
        ("limit | sin(x) | x | oo", "no limit"),
        ("limit | 1/x | x | 0", "two sides differ"),
        ("solve | cos(x) - x | x", "no method"),
    ],
)
def test_what_sympy_cannot_do_is_not_the_plans_fault(step: str, says: str) -> None:
    with pytest.raises(RunError, match=says) as error:
        run_plan(plan(step))
    assert not error.value.wrong


def test_the_error_names_the_step() -> None:
    with pytest.raises(RunError, match=r"^step 2 \(substitute\)"):
        run_plan(plan("expand | 1/x", "substitute | R1 | x | 0"))
