# ruff: noqa: E501 - one equation a line
"""General solutions: the equation is proved periodic, and the families have all zeros of a period, and no others."""

from __future__ import annotations

from fractions import Fraction

import pytest
from student_client._problem import Problem
from student_client._verifying.judge import judge
from student_client._verifying.periodic import Multiple, NotPeriodic, general, in_pi, period
from student_client._verifying.polynomial_roots import Asked
from student_client._verifying.symbolic import verify_here

from ..plans import plan, problem
from .trees import built, equation, read, word

SINE = r"\sin x = \frac12"

GENERAL = [
    # All ways to write the families.
    (SINE, "pi/6 + 2*pi*n; 5*pi/6 + 2*pi*n", "right"), (SINE, "-11*pi/6 + 2*pi*n; 5*pi/6 - 2*pi*n", "right"), (SINE, "pi/6 + 4*pi*n; 13*pi/6 + 4*pi*n; 5*pi/6 + 2*pi*n", "right"), (r"\tan x = 1", "pi/4 + pi*n", "right"), (r"\tan x = 1", "pi/4 + 2*pi*n; 5*pi/4 + 2*pi*n", "right"), (r"\sin x = 0", "pi*n", "right"), (r"\cos \pi x = 0", "n + 1/2", "right"),
    (r"\cos x = \frac13", "acos(1/3) + 2*pi*n; -acos(1/3) + 2*pi*n", "right"), (r"\cos x = 1", "2*pi*n", "right"), (r"\sin x = 2", "", "right"), (r"e^{\sin x} = 1", "pi*n", "right"), (r"\cos 3x = 1", "2*pi*n/3", "right"), (r"\sin(2x+1) = 0", "pi*n/2 - 1/2", "right"), (r"\sin(\cos x) = 0", "pi/2 + pi*n", "right"),
    # One value, step or family is wrong.
    (SINE, "pi/6 + 2*pi*n", "wrong"), (SINE, "pi/6 + 2*pi*n; -pi/6 + 2*pi*n", "wrong"), (SINE, "pi/6 + pi*n; 5*pi/6 + pi*n", "wrong"), (SINE, "pi/6 + 4*pi*n; 5*pi/6 + 4*pi*n", "wrong"), (SINE, "pi/6 + 2*pi*n; 5*pi/6 + 2*pi*n; 3*pi*n", "wrong"), (r"\tan x = 1", "pi/4 + 2*pi*n", "wrong"), (r"\cos 3x = 0", "pi/6 + 2*pi*n/3", "wrong"), (r"\sin x = 0", "", "wrong"),
    # Zeros that only touch are not proved missing.
    (r"\cos 3x = 1", "2*pi*n", "unknown"),
    # A pole or a hole of the printed equation is not a solution.
    (r"\frac{\sin x}{1 - \cos x} = 0", "pi*n", "wrong"), (r"\tan x \cos x = 1", "pi/2 + 2*pi*n", "unknown"),
    # Neither can be seen.
    (SINE, "pi/6; 5*pi/6", "unknown"), (SINE, "pi/6 + 2*pi*n**2; 5*pi/6 + 2*pi*n", "unknown"), (SINE, "pi/6 + 2*n; 5*pi/6 + 2*n", "unknown"), (SINE, "pi/6 + 2*pi*n; 5*pi/6 + 2*pi*k", "unknown"), (SINE, "(-1)**n*pi/6 + pi*n", "unknown"), (SINE, "pi/6 + a*n; 5*pi/6 + 2*pi*n", "unknown"), (SINE, "pi/6 + pi*n/500; 5*pi/6 + 2*pi*n", "unknown"),
    (r"x\sin x = 0", "pi*n", "unknown"), (r"\sin x + \sin \pi x = 0", "pi*n", "unknown"), (r"\sin x + \sin \sqrt{2}x = 0", "2*pi*n", "unknown"), (r"\sin x^2 = 0", "pi*n", "unknown"), (r"\sin(a x) = 0", "pi*n/a", "unknown"), (r"\sin(n x) = 0", "pi*n", "unknown"), (r"x^2 = 1", "2*pi*n", "unknown"), (r"\sin^2 x + \cos^2 x = 1", "pi*n", "unknown"), (r"\sin x = a", "pi*n", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "families", "found"), GENERAL)
def test_general(printed: str, families: str, found: str) -> None:
    assert word(general(Asked(equation(printed), "x"), built(families))) == found


def test_general_within_a_domain() -> None:
    """A further expression that is not periodic leaves it undecided; one that is takes solutions away."""
    families = built("pi/2 + pi*n")
    assert word(general(Asked(equation(r"\cos x = 0"), "x", (read(r"\ln x"),)), families)) == "unknown"
    asked = Asked(equation(r"\cos x = 0"), "x", (read(r"\ln \sin x"),))
    assert word(general(asked, families)) == "wrong"
    assert word(general(asked, built("pi/2 + 2*pi*n"))) == "right"


PERIODS = [
    (r"\sin x", Fraction(2), 1), (r"\sin 2x + \tan \frac{x}{3}", Fraction(6), 1), (r"\cos \pi x", Fraction(2), 0), (r"\sin \frac{\pi x}{180}", Fraction(360), 0), (r"\frac{1}{\sin(4x - 1)}", Fraction(1, 2), 1), (r"\sin x + \cos\frac{2x}{3} + 5", Fraction(6), 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "share", "power"), PERIODS)
def test_period(text: str, share: Fraction, power: int) -> None:
    assert period([read(text)], "x") == Multiple(share, power)


@pytest.mark.parametrize("text", ["x", "5", r"\sin x + x", r"\sin x^2", r"\sin x + \sin \pi x", r"\sin(x + \sin x)"])
def test_period_of_others(text: str) -> None:
    with pytest.raises(NotPeriodic):
        period([read(text)], "x")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (r"\frac{2\pi}{3}", (Fraction(2, 3), 1)),
        ("-7", (Fraction(-7), 0)),
        (r"\pi - \frac{\pi}{4}", (Fraction(3, 4), 1)),
    ],
)
def test_in_pi(text: str, made: tuple[Fraction, int]) -> None:
    assert in_pi(read(text)) == Multiple(*made)


@pytest.mark.parametrize("text", [r"\pi + 1", r"\sqrt{2}", r"\frac{1}{\pi-\pi}", "e", "x"])
def test_in_pi_of_others(text: str) -> None:
    assert in_pi(read(text)) is None


def of_sine(objective: str, step: str = "solve | Eq(sin(x), 1/2) | x | general") -> str:
    return judge(problem(objective, SINE), plan(step)).status


@pytest.mark.parametrize(
    "objective",
    [
        "Solve", "Find the general solution", "Find all real solutions of the equation.", "Solve for all values of x",
        "Find all solutions in radians, where n is any integer.", r"Find the general solution (n \in \mathbb{Z})",
        "Solve the equation. Give your answer in terms of n.", r"Solve the equation on (-\infty, \infty)",
    ],
)  # fmt: skip
def test_judge_of_a_general_solution(objective: str) -> None:
    assert of_sine(objective) == "accepted"


@pytest.mark.parametrize(
    "objective",
    [
        "Find a solution", "Find any solution", "Find the particular solution", "Find the value of x", "Find the acute angle x",
        r"Solve on [0, 2\pi)", "Find all positive solutions", "Find all complex solutions", "Find the smallest solution",
        "The angle x is in a triangle. Solve for x.", "Find all integers n for which a solution exists",
    ],
)  # fmt: skip
def test_judge_needs_plain_words(objective: str) -> None:
    """Other words could ask for fewer solutions, or for more."""
    assert of_sine(objective) != "accepted"


@pytest.mark.parametrize(
    "step",
    [
        "solve | Eq(sin(x), 1/2) | x", "solve | Eq(sin(x), 1/2) | x | [0, 2*pi)", "solve | Eq(sin(x), 1/2) | x | real",
        "solve | Eq(sin(x), -1/2) | x | general", "solve | Eq(cos(x), 1/2) | x | general",
        "solve | Eq(sin(2*x), 1/2) | x | general", "solve | Eq(x, pi/6 + 2*pi*n) | x", "solve | x - pi/6 | x | general",
    ],
)  # fmt: skip
def test_judge_of_other_solutions(step: str) -> None:
    """Those of one period do not answer a question for all."""
    assert of_sine("Find the general solution", step) != "accepted"


def test_judge_refuses_a_second_n() -> None:
    step = plan("solve | Eq(sin(x), 1/2) | x | general")
    assert "letter n" in judge(problem("Solve for x", SINE, "x", "n"), step).reason
    assert judge(problem("Solve for n", r"\sin n = 0", "n"), plan("solve | sin(n) | n | general")).status == "undecided"


CRITICAL = [
    (r"x - 2\sin x", "x - 2*sin(x)", "accepted"), (r"\frac{1}{\sin x}", "1/sin(x)", "accepted"), (r"\frac{x}{2} + \cos x", "x/2 + cos(x)", "accepted"), (r"x + \cos x", "x - cos(x)", "rejected"), (r"x - 2\sin x", "x - sin(x)", "rejected"),
    (r"|\sin x|", "sin(x)", "undecided"), (r"\sqrt{\sin x}", "sin(x)", "undecided"), (r"x\cos x", "cos(x)", "undecided"), (r"\ln x + \sin x", "sin(x)", "undecided"),
]  # fmt: skip


@pytest.mark.parametrize(("function", "expr", "status"), CRITICAL)
def test_judge_of_critical_numbers(function: str, expr: str, status: str) -> None:
    steps = plan(f"differentiate | {expr} | x", "solve | R1 | x | general")
    assert judge(problem("Find the critical numbers of the function.", f"f(x) = {function}"), steps).status == status


def test_judge_of_critical_numbers_of_an_interval() -> None:
    steps = plan("differentiate | x - 2*sin(x) | x", "solve | R1 | x | general")
    posed = problem("Find the critical numbers in [0, 2\\pi]", r"f(x) = x - 2\sin x")
    assert judge(posed, steps).status == "undecided"


def test_judge_of_degrees() -> None:
    """A number of degrees leaves open whether the unknown is in degrees; the sign behind the unknown does not."""
    posed = problem("Find the general solution", r"\sin(x + 30^\circ) = \frac12")
    for step in ("solve | Eq(sin(x + pi/6), 1/2) | x | general", "solve | Eq(sin(pi*(x + 30)/180), 1/2) | x | general"):
        assert judge(posed, plan(step)).status == "undecided"
    posed = problem("Find the general solution", r"\sin x^\circ = \frac12")
    assert judge(posed, plan("solve | Eq(sin(pi*x/180), 1/2) | x | general")).status == "accepted"
    assert judge(posed, plan("solve | Eq(sin(x), 1/2) | x | general")).status == "undecided"


def test_judge_keeps_an_interval() -> None:
    posed = Problem("Solve", SINE, ["x"], {"interval": "[0, 2*pi)"})
    assert verify_here(posed, plan("solve | Eq(sin(x), 1/2) | x | general")).status != "accepted"
    assert verify_here(posed, plan("solve | Eq(sin(x), 1/2) | x")).status == "accepted"
