"""A problem in many words is read as one in few; with one more word that restricts it, it is not."""

from __future__ import annotations

import pytest
from student_client._problem import Problem
from student_client._reading.questions.rephrasing import rephrased
from student_client._reading.questions.settling import settled
from student_client._reading.readings import readings
from student_client._reading.rewording.limiting import unlimited
from student_client._reading.statement import NotRead


def read(objective: str, expression: str, variables: str) -> list[str]:
    return [str(reading) for reading in readings(Problem(objective, expression, variables.split(", ")))]


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "read_as"),
    [
        (
            "7. A curve is given below. Find an expression for $\\frac{dy}{dx}$. [5]",
            "y = x^2",
            "x",
            "the derivative in x of x^2",
        ),
        ("Find dy/dx, x > 0.", "y = x^x", "x", "the derivative in x of x^x"),
        ("Find f'(x), where x > 0, at x = 2.", "f(x) = x^2", "x", "the derivative in x of x^2 at x = 2"),
        ("Make t the subject, i.e. solve for t.", "v = u + at", "u, v, a, t", "all solutions in t of v = u + a*t"),
        (
            "How many... no wait, which x in (0, 3) satisfy this?",
            r"x^2 = 4",
            "x",
            "all solutions in x of x^2 = 4 with x in (0, 3)",
        ),
        ("Given that x - 2 is a factor of f(x), factorise f(x).", "f(x) = x^2 - 4", "x", "x^2 - 4, factored"),
    ],
)
def test_fewer_words_ask_the_same(objective: str, expression: str, variables: str, read_as: str) -> None:
    assert set(read(objective, expression, variables)) == {read_as}


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find f(-1), where x > 0.", "f(x) = x^2"),
        ("Find the limit as x → 0, x < 0.", r"\lim_{x\to 0}\frac{|x|}{x}"),
        ("Simplify, x < 0.", r"\sqrt{x^2}"),
        ("Find the zeros, that is, the integer values of x with f(x) = 0.", "f(x) = 2x^2 - 3x + 1"),
        ("Solve. Those are logs base 10.", r"\log_2 x = 3"),
        ("Given that x = 2 is a root, find twice the remaining root.", "x^2 - 3x + 2 = 0"),
        ("Find the derivative, then again.", "x^3"),
        ("The height x of a bird is given below, t in seconds. Find the height at t = 2 minutes.", "x = t^4"),
    ],
)
def test_fewer_words_keep_what_limits(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))


def test_fewer_words_may_be_positive() -> None:
    """A length is not negative: the answer must be right for both readings."""
    said = "A ladder leans against a wall. The equation gives its height h in metres. Solve for h."
    assert len(read(said, "h^2 + 9 = 25", "h")) == 2
    with pytest.raises(NotRead):
        readings(Problem("Pens and books cost as in the equations. Solve.", "p^2 + b = 3, p - b = 1", ["p", "b"]))


def test_rephrased_has_two_wordings() -> None:
    said = "Find the critical points of f, i.e. the values of x for which f'(x) = 0."
    assert len(rephrased(said)) == 2
    assert len(set(read(said, "f(x) = x^{2/3}", "x"))) == 2


def test_unlimited_leaves_out_ranges() -> None:
    text, ranges = unlimited("Find dy/dx, where 0 < x < 3.", {"x"})
    assert text == "Find dy/dx."
    assert (ranges[0].low, ranges[0].high) == (0, 3)


@pytest.mark.parametrize(
    ("text", "expression", "made"),
    [
        ("Solve. It's base 10, not ln.", r"\log x = 2", ("Solve.", {"log": "10"})),
        ("Solve. It's base 10, not ln.", r"\log_{10} x = 2", ("Solve.", {})),
        ("Solve. It's base 10, not ln.", r"\ln x = 2", ("Solve. It's base 10, not ln.", {})),
        ("Solve it (x in radians).", r"\sin x = 1", ("Solve it.", {"angle": "radians"})),
    ],
)
def test_settled_takes_the_base(text: str, expression: str, made: tuple[str, dict[str, str]]) -> None:
    assert settled(text, expression) == made
