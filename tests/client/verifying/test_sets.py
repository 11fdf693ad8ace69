"""The numbers at which a function has a value: at each cut, and on each piece between."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.parser import parse_latex
from student_client._reading.formulas.tree import Node
from student_client._verifying.judge import judge
from student_client._verifying.sets import solves_domain

from ..plans import plan, problem

REALS = sympy.Interval(-sympy.oo, sympy.oo)
X = sympy.Interval


@pytest.mark.parametrize(
    ("function", "made", "truth"),
    [
        (r"\sqrt{9 - x^2}", X(-3, 3), "right"),
        (r"\sqrt{9 - x^2}", X.open(-3, 3), "wrong"),
        (r"\frac{1}{x^2 - 2}", REALS - sympy.FiniteSet(-sympy.sqrt(2), sympy.sqrt(2)), "right"),
        (r"\frac{1}{x^2 - 2}", REALS - sympy.FiniteSet(sympy.sqrt(2)), "unknown"),
        (r"\frac{x - 2}{x - 2}", REALS, "wrong"),
        (r"\frac{x - 2}{x - 2}", REALS - sympy.FiniteSet(2), "right"),
        (r"\sqrt{x^2 - 2}", sympy.Union(X(-sympy.oo, -sympy.sqrt(2)), X(sympy.sqrt(2), sympy.oo)), "right"),
        (r"\ln(x^2)", REALS - sympy.FiniteSet(0), "right"),
        (r"\sqrt[3]{x}", REALS, "right"),
        (r"\frac{1}{\sqrt[3]{x}}", REALS, "wrong"),
        (r"\ln(\ln x)", X.open(1, sympy.oo), "right"),
        (r"\ln(\ln x)", X.open(0, sympy.oo), "wrong"),
        (r"\sqrt{x - 100}", X(100, sympy.oo), "right"),
        (r"\sqrt{x - 100}", X.open(100, sympy.oo), "wrong"),
        (r"\arcsin(2x)", X(-sympy.Rational(1, 2), sympy.Rational(1, 2)), "right"),
        (r"\frac{\sqrt{x-10}}{x^2-2}", X(10, sympy.oo), "right"),
        ("x^2 + 1", REALS, "right"),
        ("x^2 + 1", X.open(0, sympy.oo), "wrong"),
    ],
)
def test_solves_domain(function: str, made: sympy.Set, truth: str) -> None:
    node = parse_latex(function, ["x"])
    assert isinstance(node, Node)
    assert solves_domain(node, "x", made).truth.name.lower() == truth


@pytest.mark.parametrize(
    ("function", "made", "reason"),
    [
        (r"\frac{x - 2}{x - 2}", REALS, "x near 2 is in the result, but not in the domain"),
        (r"\sqrt{x^2}", REALS - sympy.FiniteSet(0), "x = 0 is not in the result, but should be"),
    ],
)
def test_wrong_domain_names_a_number(function: str, made: sympy.Set, reason: str) -> None:
    """The number is in the set or in the domain, and the reason says in which of them."""
    node = parse_latex(function, ["x"])
    assert isinstance(node, Node)
    assert solves_domain(node, "x", made).reason == reason


QUARTIC = "f(x) = x^4 - 2x^2"
SLOPE = "differentiate | x**4 - 2*x**2 | x"


@pytest.mark.parametrize(
    ("objective", "expression", "steps", "status"),
    [
        ("On what intervals is f increasing?", QUARTIC, (SLOPE, "solve_inequality | R1 > 0 | x"), "accepted"),
        ("On what intervals is f increasing?", QUARTIC, (SLOPE, "solve_inequality | R1 < 0 | x"), "undecided"),
        ("On what intervals is f decreasing?", QUARTIC, (SLOPE, "solve_inequality | R1 < 0 | x"), "accepted"),
        ("On what intervals is f increasing?", "f(x) = x^3",
         ("differentiate | x**3 | x", "solve_inequality | R1 > 0 | x"), "undecided"),
        ("Where is f increasing?", r"f(x) = \sqrt[3]{x}", ("solve_inequality | x**2 > 0 | x",), "undecided"),
        ("Where is f concave up?", "f(x) = x^3",
         ("differentiate | x**3 | x", "differentiate | R1 | x", "solve_inequality | R2 > 0 | x"), "accepted"),
        ("Where is f concave up?", "f(x) = x^3", ("solve_inequality | x > 0 | x",), "accepted"),
        ("Where is f concave up?", "f(x) = x^3 - 3x^2", ("solve_inequality | x > 2 | x",), "undecided"),
    ],
)  # fmt: skip
def test_slope_has_its_sign(objective: str, expression: str, steps: tuple[str, ...], status: str) -> None:
    assert judge(problem(objective, expression), plan(*steps)).status == status


@pytest.mark.parametrize(
    ("expression", "step", "status"),
    [
        (r"f(x) = \sqrt{9 - x^2}", "solve_inequality | 9 - x**2 >= 0 | x", "accepted"),
        (r"f(x) = \sqrt{9 - x^2}", "solve_inequality | -3 <= x <= 3 | x", "rejected"),
        (r"f(x) = \sqrt{x - 4}", "solve_inequality | x >= 4 | x", "accepted"),
        (r"f(x) = \sqrt{9 - x^2}", "solve | Eq(9 - x**2, 0) | x", "rejected"),
    ],
)
def test_domain_is_not_stated(expression: str, step: str, status: str) -> None:
    assert judge(problem("Find the domain of the function", expression), plan(step)).status == status
