"""Operations on two functions that a problem defines."""

from __future__ import annotations

import pytest
from student_client._reading.questions.composing import compose
from student_client._reading.statement import Choices, NotRead

DEFINED = "f(x) = x^2 + 1, g(x) = 2x"


@pytest.mark.parametrize(
    ("objective", "made", "tool"),
    [
        ("Find f(g(x))", "(2*x)^2 + 1", "simplify"),
        ("find g(f(x)).", "2*(x^2 + 1)", "simplify"),
        (r"Compute (f \circ g)(x)", "(2*x)^2 + 1", "simplify"),
        (r"Find (f \circ g)(x) and simplify.", "(2*x)^2 + 1", "simplify"),
        ("Find and simplify f(f(x))", "(x^2 + 1)^2 + 1", "simplify"),
        ("find f(g(2))", "(2*x)^2 + 1", "substitute"),
        ("find (f - g)(3)", "x^2 + 1 - 2*x", "substitute"),
        ("find (fg)(x)", "(x^2 + 1)*(2*x)", "simplify"),
        (r"find \left(\frac{f}{g}\right)(x)", "(x^2 + 1)/(2*x)", "simplify"),
    ],
)
def test_compose_joins(objective: str, made: str, tool: str) -> None:
    """The inner function is substituted into the outer one, or both are joined."""
    asked = compose(objective, DEFINED, ["x"], Choices({}))
    assert asked
    assert str(asked[0].expression) == made
    assert [step.tool for question in asked[1] for step in question] == [tool]


@pytest.mark.parametrize("objective", ["Find f(2)", "differentiate f(g(x))", "find f(x)", "find f(g(x)) and g(f(x))"])
def test_compose_leaves_others(objective: str) -> None:
    """Other expressions are read elsewhere."""
    assert compose(objective, DEFINED, ["x"], Choices({})) is None


@pytest.mark.parametrize(
    "defined", ["f(x) = x^2", "f(x) = x, f(x) = x^2, g(x) = x", "f(t) = t, g(x) = x", "x^2, g(x) = x"]
)
def test_compose_refuses_undefined(defined: str) -> None:
    """It refuses a name that is defined twice."""
    with pytest.raises(NotRead):
        compose("find f(g(x))", defined, ["x", "t"], Choices({}))
