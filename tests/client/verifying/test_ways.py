"""Other steps that answer the question; and a stated answer that looks like them."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge

from ..plans import plan, problem

LIMIT = r"\lim_{x\to 0} \frac{e^x - 1 - x}{x^2}"
DERIVATIVES = "differentiate | exp(x) - 1 - x | x", "differentiate | x**2 | x"
TANGENT = "Find the equation of the tangent line at x = 2"


@pytest.mark.parametrize(
    ("objective", "expression", "steps", "status"),
    [
        ("Find the limit", LIMIT, (*DERIVATIVES, "limit | R1/R2 | x | 0"), "accepted"),
        ("Find the limit", LIMIT, (*DERIVATIVES, "limit | R2/R1 | x | 0"), "rejected"),
        ("Find the limit", LIMIT, ("limit | exp(x)/2 | x | 0",), "accepted"),
        ("Find the limit", r"\lim_{x\to\infty} \frac{3x+1}{x}", ("limit | 3 | x | oo",), "undecided"),
        (
            TANGENT,
            "y = x^3",
            ("differentiate | x**3 | x", "substitute | R1 | x | 2", "expand | 8 + R2*(x - 2)"),
            "accepted",
        ),
        (TANGENT, "y = x^3", ("differentiate | x**3 | x", "substitute | R1 | x | 2", "expand | 12*x - 16"), "rejected"),
        (
            TANGENT,
            "y = x^3",
            ("differentiate | x**3 | x", "substitute | R1 | x | 2", "expand | 12*x - 16 + 0*R2"),
            "rejected",
        ),
        (TANGENT, "y = x^3", ("taylor | x**3 | x | 2 | 1",), "accepted"),
        (TANGENT, "y = x^3", ("taylor | x**3 | x | 2 | 2",), "rejected"),
        ("Find f^{-1}(5)", "f(x) = x^3 - 3", ("inverse | x**3 - 3 | x", "substitute | R1 | x | 5"), "accepted"),
        ("Find f^{-1}(5)", "f(x) = x^2 + 1", ("solve | Eq(x**2 + 1, 5) | x",), "undecided"),
        ("Find the slope of the curve at the point (4, 3)", "y = \\sqrt{x}",
         ("differentiate | sqrt(x) | x", "substitute | R1 | x | 4"), "undecided"),
        ("Find the average value on [0, 2]", "f(x) = x^3",
         ("integrate | x**3 | x | 0 | 2", "simplify | R1/2"), "accepted"),
        ("Find the average value on [0, 2]", "f(x) = x^3", ("integrate | x**3 | x | 0 | 2",), "rejected"),
        ("Find f(g(2))", "f(x) = 5x + 1, g(x) = x^2",
         ("substitute | x**2 | x | 2", "substitute | 5*x + 1 | x | R1"), "accepted"),
        ("Find f(g(2))", "f(x) = 5x + 1, g(x) = x^2", ("substitute | x + 19 | x | 2",), "undecided"),
        ("Find (f + g)(2)", "f(x) = 5x + 1, g(x) = x^2",
         ("substitute | x**2 | x | 2", "substitute | 5*x + 1 | x | 2", "simplify | R1 + R2"), "accepted"),
        ("Find the horizontal asymptote", r"f(x) = \frac{3x+1}{x}", ("limit | (3*x+1)/x | x | oo",), "accepted"),
        ("Find f'(x) from first principles", "f(x) = x^2", ("limit | ((x + h)**2 - x**2)/h | h | 0",), "accepted"),
        ("Find f'(x) from first principles", "f(x) = x^2", ("limit | 2*x | h | 0",), "rejected"),
        ("Find f'(x) from first principles", "f(x) = x^2", ("limit | ((x + h)**2 - x**2)/h | h | 1",), "rejected"),
        ("Find the exact value", r"\log_3 81", ("simplify | log(81, 3)",), "accepted"),
        ("Find the exact value", r"\log_3 81", ("simplify | 4",), "rejected"),
        ("Evaluate.", "80(1-0.35)", ("numeric | 80*(1 - 0.35) | 4",), "accepted"),
        ("Evaluate.", "80(1-0.35)(1+0.08)", ("numeric | 80*(1 - 0.35)*(1 + 0.08) | 3",), "rejected"),
        ("Evaluate.", "80(1-0.35)", ("numeric | 52 | 4",), "rejected"),
        ("Simplify.", r"\sqrt{8}", ("numeric | sqrt(8) | 4",), "rejected"),
        ("Rationalise the denominator and simplify", r"\frac{6}{3 - \sqrt5}",
         ("rewrite | 6/(3 - sqrt(5)) | rationalized denominator",), "accepted"),
        ("Find the horizontal asymptote", r"f(x) = \arctan x", ("limit | atan(x) | x | oo",), "undecided"),
        ("Approximate to 3 decimal places", r"\int_0^1 e^{-x^2}\,dx",
         ("integrate | exp(-x**2) | x | 0 | 1", "numeric | R1 | 3"), "accepted"),
        ("Approximate to 3 decimal places", r"\int_0^1 e^{-x^2}\,dx", ("numeric | 0.747 | 3",), "rejected"),
        ("Find the x-coordinate of the inflection point", "y = x^3 - 9x^2",
         ("differentiate | x**3 - 9*x**2 | x", "differentiate | R1 | x", "solve | R2 | x"), "accepted"),
        ("Find the x-coordinate of the inflection point", "y = x^4",
         ("differentiate | x**4 | x", "differentiate | R1 | x", "solve | R2 | x"), "undecided"),
    ],
)  # fmt: skip
def test_judge_takes_other_steps(objective: str, expression: str, steps: tuple[str, ...], status: str) -> None:
    assert judge(problem(objective, expression), plan(*steps)).status == status
