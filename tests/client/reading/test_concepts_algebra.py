"""Questions of algebra are understood by the things that they name."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.readings import readings

SOLVE = "Solve the equation."
ZEROS = "Find the x-intercepts."
SYSTEM = "Solve the system of equations."
FORM = "Write the expression in the form a + bi."


@pytest.mark.parametrize(
    ("asked", "expression", "letters", "said"),
    [
        ("Find the value of $x$ that makes the equation true.", "5x - 3 = 2x + 9", "x", SOLVE),
        ("Determine the value of $y$ for which the two sides are equal.", "3y + 2 = 5y - 8", "y", SOLVE),
        ("What number must $x$ be?", r"\frac{x}{5} = 12", "x", SOLVE),
        ("Work out the two possible values of $x$.", "x^2 - 9x + 18 = 0", "x", SOLVE),
        ("Convert to exponential form and solve.", r"\log_2(x-1) = 5", "x", SOLVE),
        ("Take the natural logarithm of both sides to solve for x.", "e^{3x} = 7", "x", SOLVE),
        ("My homework asks me to find the roots of this. Can you help?", "x^2 - 6x + 7 = 0", "x", SOLVE),
        ("Solve the equation, noting that one side is a perfect square.", "(2x+1)^2 = 25", "x", SOLVE),
        (r"Find the solution set in $\mathbb{C}$ of", "w^2 + w + 1 = 0", "w", "Find all complex solutions."),
        ("This equation is to be solved over the real numbers.", "x^3 = 8", "x", "Find all real solutions."),
        (
            "Find all solutions, expressing your answer using an integer parameter $n$.",
            r"\cos 3x = 0",
            "x",
            "Find the general solution.",
        ),
        ("Where does this parabola hit the x axis?", "y = x^2 - 7x + 10", "x", ZEROS),
        ("Determine all values for which the expression equals zero.", "x^2 - 3x - 18", "x", ZEROS),
        (r"Find all $x \in \mathbb{R}$ such that", r"(x-1)(x+3) \ge 0", "x", "Solve the inequality."),
        ("Find the intervals on which the inequality holds.", "x(x-2) < 0", "x", "Solve the inequality."),
        ("Find all points common to both curves.", "y = x^2, y = 2 - x^2", "x, y", SYSTEM),
        ("Determine the unknowns $x$ and $y$ from the equations.", "x + y = 3, x - y = 1", "x, y", SYSTEM),
        ("Transpose the formula to give $R$ in terms of the other letters.", "V = IR", "V, I, R", "Solve for R."),
        ("Change the subject of the formula to $l$.", r"T = 2\pi\sqrt{\frac{l}{g}}", "T, l, g", "Solve for l."),
        (
            "The quadratic equation has no real roots. Find the range of possible values of $k$.",
            "x^2 + kx + 4 = 0",
            "x, k",
            "Find all values of k for which the equation has no real roots.",
        ),
        ("Compute $b^2 - 4ac$ for this quadratic.", "x^2 - 3x + 8", "x", "Find the discriminant."),
        ("Write the expression as simply as you can.", "3x + 2(x - 4)", "x", "Simplify."),
        ("Express the radical in simplified form.", r"\sqrt{45} - \sqrt{20}", "x", "Simplify."),
        ("Write as a product of two factors.", "x^2 + 9x + 20", "x", "Factor completely."),
        ("Factor the quadratic trinomial using the ac method.", "6x^2 + 11x + 3", "x", "Factor completely."),
        (
            "Bring to a common denominator and add.",
            r"\frac{a}{b} + \frac{c}{d}",
            "a, b, c, d",
            "Write as a single fraction.",
        ),
        ("Add the fractions and simplify.", r"\frac{1}{x+1} + \frac{1}{x-1}", "x", "Write as a single fraction."),
        ("Decompose the following fraction.", r"\frac{4}{x^2 - 4}", "x", "Write as partial fractions."),
        (
            "Write the function in the form $f(x) = a(x - h)^2 + k$.",
            "f(x) = 3x^2 - 12x + 5",
            "x",
            "Complete the square.",
        ),
        (
            "Find the quotient and the remainder when the polynomial is divided.",
            r"\frac{x^4 + x + 1}{x^2 + 1}",
            "x",
            "Divide using long division.",
        ),
        ("Group the terms by powers of $y$.", "y^2 x + y x + 3y^2 - y", "y, x", "Collect the powers of y."),
        (
            "Express the following solely in terms of sines and cosines of $x$.",
            r"\sec x + \csc x",
            "x",
            "Rewrite in terms of sine and cosine.",
        ),
        ("Break up the logarithm into simpler logarithms.", r"\ln(3x^2y)", "x, y", "Expand the logarithm."),
        ("Convert from polar to rectangular form.", r"2e^{i\pi/3}", "x", FORM),
        ("Find the principal argument of", "1 - i", "x", "Find the principal argument."),
        ("Evaluate the numerical expression.", r"3 + 4 \cdot 2^3 - 5", "x", "Evaluate."),
    ],
)
def test_by_concepts_finds_algebra(asked: str, expression: str, letters: str, said: str) -> None:
    variables = letters.split(", ")
    assert by_concepts(asked, expression, variables)[0] == said
    assert readings(Problem(asked, expression, variables))
