"""Problems for which no plan can be accepted; all others are answerable."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from student_client._problem import Problem
from student_client._reading.readings import readings
from student_client._verifying.answerable import unanswerable
from student_client._verifying.judge import judge, read

from ..plans import problem
from ..traps.readings import SHAPES


@pytest.mark.parametrize(
    ("posed", "says"),
    [
        (problem("integrate and simplify", r"\int_0^1 e^x\,dx"), "is only supported for polynomials"),
        (problem("differentiate", "x!"), "factorial has no derivative here"),
        (problem("solve for y", "x^2 = 4", "x", "y"), "the variable y is not in the expression"),
        (problem("simplify", r"\log x"), "log is the natural logarithm or log has the base 10. Fix: choose one"),
        (problem("differentiate", r"\log x"), "assume={'log': ...}"),
        (problem("integrate", r"\int \log x\,dx"), "assume={'log': ...}"),
        (problem("Find f(3)", r"f(x) = \log x"), "assume={'log': ...}"),
        (problem("differentiate", r"\sin^{-1} x"), "assume={'inverse': ...}"),
        (problem("differentiate", "s^2 t + s", "s", "t"), "assume={'variable': ...}"),
        (problem("compute", r"\frac{d}{dx} (x y)", "x", "y"), "assume={'y': 'constant'}"),
        (problem("Find the maximum value.", "x^2 - 6x"), "no formula is known for what is printed"),
        (problem("Find the minimum value of the function.", "f(x) = x^3 - 6x"), "the extreme values are not known"),
        (problem("At what value of x does f attain its maximum?", "f(x) = x^2 - 10x"), "are not known"),
        (problem("Find the value of x that maximises the function.", "f(x) = x^2 + 6x"), "are not known"),
        (
            problem("Evaluate over the region bounded by y = x^3 and y = x.", r"\iint_R x\,dA", "x", "y"),
            "the value over the region is not known",
        ),
    ],
)
def test_unanswerable_has_a_fix(posed: Problem, says: str) -> None:
    told = unanswerable(readings(posed))
    assert told is not None
    assert says in told
    assert told.count("Fix: ") == 1


@pytest.mark.parametrize(
    "posed",
    [
        problem("differentiate", "x^2"),
        problem("differentiate", "7", "x"),
        problem("integrate and simplify", r"\int x\,dx"),
        problem("simplify", r"\log 1"),
        problem("solve", r"\log x = 0"),
        Problem("simplify", r"\log x", ["x"], {"log": 10}),
        problem("Express as a single logarithm.", r"2\log a + 3\log b", "a", "b"),
        problem("Find the minimum value.", "x^2 - 6x"),
        problem("Find the local minimum value of f.", "f(x) = x^4 - 2x^2"),
        problem("Given that x = 2 is a root, find the remaining root.", "x^2 - 3x + 2 = 0"),
        problem("Find the midpoint of the two points.", "A(1, 2), B(3, 8)"),
        Problem("compute", r"\frac{d}{dx} (x y)", ["x", "y"], {"y": "constant"}),
    ],
)
def test_unanswerable_leaves_others(posed: Problem) -> None:
    assert unanswerable(readings(posed)) is None


def test_accepted_was_understood() -> None:
    """When a plan is accepted, no verdict is final and the problem was understood."""
    rng = random.Random(16)
    found = Counter[bool]()
    for _ in range(60):
        trap = rng.choice(SHAPES)(rng)
        plans = [one for one in (trap.right, *trap.wrong) if one is not None]
        verdicts = [judge(trap.problem, one) for one in plans]
        accepted = any(verdict.status == "accepted" for verdict in verdicts)
        found[accepted] += 1
        if accepted:
            assert read(trap.problem).understood, trap.problem
            assert not any(verdict.final for verdict in verdicts), trap.problem
    assert min(found[True], found[False]) > 10
