"""The generator: one seed gives one list of problems, and every plan means the same as its LaTeX."""

from __future__ import annotations

import random

import pytest
import sympy
from student_client._plan import Plan, references
from student_client._problem import Problem
from student_client._reading.formulas.sympy_syntax import ExpressionError, parse_expression
from student_client._tools import TABLE

from tests.client.plans import plan
from training.generate import held_out, user_message
from training.problems import Sample
from training.problems import sample as draw
from training.truth import answered


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    rng = random.Random(5)
    return [draw(rng) for _ in range(1000)]


def test_seed_decides_the_problems() -> None:
    first, second = ([draw(random.Random(3)) for _ in range(5)] for _ in range(2))
    assert first == second


def test_plan_is_read_as_written(samples: list[Sample]) -> None:
    for sample in samples:
        text = sample.plan.to_json()
        assert Plan.parse(text) == sample.plan
        assert ": " not in text


def test_problems_can_be_sent(samples: list[Sample]) -> None:
    for sample in samples:
        message = user_message(random.Random(1), sample, sample.plan)
        assert message.startswith("<problem>\nObjective: ")
        assert Problem(sample.objective, sample.expression, sample.variables).prompt()


def test_all_kinds_are_drawn(samples: list[Sample]) -> None:
    tools = {step.tool for sample in samples for step in sample.plan.steps if step.type == "tool"}
    assert tools == {tool.name for tool in TABLE}
    assert len({sample.kind for sample in samples}) > 20


def test_each_step_is_used(samples: list[Sample]) -> None:
    """By a later step, or as an answer; a least value's place is read from the solutions."""
    for sample in [sample for sample in samples if sample.kind != "told: extremum"]:
        args = [step.args for step in sample.plan.steps if step.type == "tool"]
        used = {number for one in args for number in references(f"{one.expr} {one.point}")}
        assert used | {*sample.plan.answers} == {*range(1, len(sample.plan.steps))}, sample


def test_sympy_text_means_the_same(samples: list[Sample]) -> None:
    """It means the same as the problem's expression."""
    compared = 0
    for sample in [sample for sample in samples if sample.tree is not None][:200]:
        step = sample.plan.steps[0]
        assert step.type == "tool"
        try:
            written = parse_expression(step.args.expr)
        except ExpressionError:  # a random fraction over x - x is undefined
            continue
        compared += 1
        meant = _build(sample.tree)
        if isinstance(meant, tuple):
            assert [sympy.expand(a - b) for a, b in zip(meant, (written.lhs, written.rhs), strict=True)] == [0, 0]
        else:
            assert written == meant or sympy.expand(written - meant) == 0, sample
    assert compared > 190


def test_answered_needs_a_result() -> None:
    assert [answered(plan(f"limit | {expr} | x | 0")) for expr in ("1/x", "sin(x)/x")] == [False, True]
    assert not answered(plan("taylor | tan(1/x) | x | 0 | 2")), "SymPy raises a PoleError"


def test_held_out_goes_by_the_text() -> None:
    kept = [held_out(f"x^{i} + {j}") for i in range(20) for j in range(50)]
    assert 5 < sum(kept) < 50
    assert held_out("x^2 + 1") == held_out("x^2+1")


def _build(tree: object) -> object:
    """Build a tree's meaning without the generator's text."""
    name, *parts = tree  # type: ignore[misc]
    if name in LEAVES:
        return LEAVES[name](*parts)
    built = [_build(part) for part in parts]
    return BRANCHES[name](*built)


CONSTANTS = {"pi": sympy.pi, "E": sympy.E}
LEAVES = {
    "num": sympy.Rational,
    "sym": lambda name: CONSTANTS.get(name, sympy.Symbol(name)),
    "fn": lambda name, tree: getattr(sympy, name)(_build(tree)),
}
BRANCHES = {
    "eq": lambda left, right: (left, right),
    "neg": lambda a: -a,
    "pow": sympy.Pow,
    "frac": lambda a, b: sympy.Mul(a, sympy.Pow(b, -1)),
    "add": sympy.Add,
    "mul": sympy.Mul,
}
