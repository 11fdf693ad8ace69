"""The generator: one seed gives one list of problems, and every plan means what the LaTeX was made of."""

from __future__ import annotations

import random

import pytest
import sympy
from student_client._plan import Plan, references
from student_client._problem import Problem
from student_client._reading.sympy_syntax import parse_expression

from tests.models.student_nano import nano


@pytest.fixture(scope="module")
def samples() -> list[nano.Sample]:
    rng = random.Random(5)
    return [nano.sample(rng) for _ in range(1000)]


def test_the_same_seed_gives_the_same_problems() -> None:
    first, second = ([nano.sample(random.Random(3)) for _ in range(5)] for _ in range(2))
    assert first == second


def test_every_plan_is_read_as_it_was_written(samples: list[nano.Sample]) -> None:
    for sample in samples:
        text = sample.plan.to_json()
        assert Plan.parse(text) == sample.plan
        assert ": " not in text


def test_every_problem_can_be_sent(samples: list[nano.Sample]) -> None:
    for sample in samples:
        message = nano.user_message(random.Random(1), sample, sample.plan)
        assert message.startswith("<problem>\nObjective: ")
        assert Problem(sample.objective, sample.expression, sample.variables).prompt()


def test_all_kinds_are_drawn(samples: list[nano.Sample]) -> None:
    tools = {step.tool for sample in samples for step in sample.plan.steps if step.type == "tool"}
    assert tools == {"integrate", "differentiate", "solve", "simplify", "expand", "factor", "limit", "substitute"}
    assert len({sample.kind for sample in samples}) > 20


def test_the_second_step_takes_the_first_ones_result(samples: list[nano.Sample]) -> None:
    for sample in samples:
        for step in sample.plan.steps[1:-1]:
            assert step.type == "tool"
            assert references(step.args.expr)


def test_the_sympy_text_means_what_the_expression_is(samples: list[nano.Sample]) -> None:
    for sample in samples[:200]:
        step = sample.plan.steps[0]
        assert step.type == "tool"
        written = parse_expression(step.args.expr)
        meant = _build(sample.tree)
        if isinstance(meant, tuple):
            assert [sympy.expand(a - b) for a, b in zip(meant, (written.lhs, written.rhs), strict=True)] == [0, 0]
        else:
            assert written == meant or sympy.expand(written - meant) == 0, sample


def test_held_out_expressions_are_told_by_their_text() -> None:
    kept = [nano.held_out(f"x^{i} + {j}") for i in range(20) for j in range(50)]
    assert 5 < sum(kept) < 50
    assert nano.held_out("x^2 + 1") == nano.held_out("x^2+1")


def _build(tree: object) -> object:
    """Build what a tree means, by another way than the generator's text."""
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
