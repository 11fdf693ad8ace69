# ruff: noqa: E501 - one step a line
"""A plan's steps run in order, each with the results before it."""

from __future__ import annotations

import pytest
import sympy
from student_client._plan import Plan
from student_client._verifying.executor import Assumptions, RunError, answer, run, run_plan, uses

from ..plans import plan

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


def test_later_steps_use_results() -> None:
    steps = plan("integrate | x | x", "substitute | R1 | x | 3", "substitute | R1 | x | 1", "simplify | R2 - R3")
    assert run_plan(steps)[-1] == 4


def test_final_names_the_answer() -> None:
    steps = plan("expand | x*(x + 1)", "differentiate | R1 | x", result="R1")
    assert answer(steps, run_plan(steps)) == x**2 + x


def test_final_names_several() -> None:
    steps = Plan.parse(
        '{"steps":[{"type":"tool","tool":"expand","args":{"expr":"x*(x+1)"}},'
        '{"type":"tool","tool":"differentiate","args":{"expr":"R1","var":"x"}},'
        '{"type":"final","payload":{"result":["R2","R1"]}}]}'
    )
    assert answer(steps, run_plan(steps)) == [2 * x + 1, x**2 + x]


REAL = [
    ("simplify | sqrt(x**2)", abs(x)), ("substitute | cbrt(x) | x | -8", -2), ("substitute | x**(2/3) | x | -8", 4), ("limit | cbrt(x) | x | -27", -3), ("solve | cbrt(x) + 2 | x", [-8]), ("solve | exp(x) + 1 | x", []), ("solve | x**2 + 1 | x", [-sympy.I, sympy.I]),
    ("limit | log(x) | x | 0", -sympy.oo), ("limit | sqrt(x) | x | 0", 0), ("limit | exp(-1/x**2) | x | 0", 0), ("limit | Abs(x) | x | 0", 0), ("integrate | Abs(x) | x", sympy.Piecewise((-(x**2) / 2, x <= 0), (x**2 / 2, True))), ("differentiate | Abs(x) | x", sympy.sign(x)),
]  # fmt: skip


@pytest.mark.parametrize(("step", "result"), REAL)
def test_letters_are_real(step: str, result: object) -> None:
    assert run_plan(plan(step)) == [result]


def test_run_keeps_the_input() -> None:
    """The argument of each step."""
    first, second = run(plan("expand | x*(x + 1)", "limit | R1/x | x | 2 - 2"))
    assert (first.tool, first.given, first.variable, first.point, first.texts) == (
        "expand",
        x * (x + 1),
        None,
        None,
        ("x*(x + 1)",),
    )
    assert (second.given, second.variable, second.point, second.texts[1]) == ((x**2 + x) / x, "x", 0, "2 - 2")
    assert second.texts[0] == "R1/x"


def test_run_with_positive_letters() -> None:
    steps = plan("simplify | sqrt(x**2)")
    assert run(steps, Assumptions(positive=True))[0].result == x
    assert run(steps)[0].result == abs(x)


def test_run_continues() -> None:
    steps = plan("expand | x*(x + 1)", "differentiate | R1 | x")
    first, second = run(steps)
    assert run(steps, known=[first]) == [first, second]


def test_run_keeps_what_was_printed() -> None:
    """With nothing cancelled."""
    first, second = run(plan("expand | (x-2)/(x-2)", "solve | R1*x/x - 1 | x"))
    assert [str(made.printed) for made in (first, second)] == ["(x - 2)/(x - 2)", "1*x/x - 1"]


USED = [
    (["differentiate | x**3 | x", "expand | 2*R1"], True), (["differentiate | x**3 | x", "expand | 3*x**2"], False), (["differentiate | x**3 | x", "expand | 3*x**2 + 0*R1"], False), (["differentiate | x**3 | x", "expand | R1 - R1 + 3*x**2"], False),
    (["limit | sin(x)/x | x | 0", "simplify | R1 + 1"], True), (["simplify | sqrt(8)", "simplify | R1*0"], False), (["differentiate | x**3 | x", "substitute | R1 | x | 2"], True), (["differentiate | x**3 | x", "substitute | x | x | R1"], True),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "used"), USED)
def test_uses_of_a_step(steps: list[str], used: bool) -> None:
    made = plan(*steps)
    assert uses(made, run(made), 1, 2) is used


def test_uses_of_the_answer() -> None:
    made = plan("expand | x")
    assert uses(made, run(made), 1, 1)


def test_run_takes_y_equals_as_its_value() -> None:
    """A line's or plane's equation is simplified as the value of its letter, unless this is on both sides."""
    assert str(run_plan(plan("simplify | Eq(y, 2*(x - 1) + 3)"))[0]) == "2*x + 1"
    assert str(run_plan(plan("expand | Eq(z, 2*(x - 1) + y)"))[0]) == "2*x + y - 2"


def test_run_rewrites_both_sides() -> None:
    assert str(run_plan(plan("expand | Eq(y, x*(y + 1))"))[0]) == "Eq(y, x*y + x)"
    assert str(run_plan(plan("simplify | Eq(x + x, 4 - 1)"))[0]) == "Eq(2*x, 3)"


def test_run_keeps_powers_of_matrices_small() -> None:
    assert run_plan(plan("matrix | Matrix([[1, 1], [0, 1]])**10"))[0].tolist() == [[1, 10], [0, 1]]
    for text in ("Matrix([[1, 1], [0, 1]])**101", "Matrix([[x, 1], [0, 1]])**7"):
        with pytest.raises(RunError, match="must be a whole number up to"):
            run_plan(plan(f"matrix | {text}"))


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
def test_wrong_plan_is_told(steps: list[str], says: str) -> None:
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
        ("solve | exp(x) + x**2 - 5 | x", "no method"),
    ],
)
def test_sympys_limit_is_no_fault(step: str, says: str) -> None:
    with pytest.raises(RunError, match=says) as error:
        run_plan(plan(step))
    assert not error.value.wrong


def test_error_names_the_step() -> None:
    with pytest.raises(RunError, match=r"^step 2 \(substitute\)"):
        run_plan(plan("expand | 1/x", "substitute | R1 | x | 0"))
