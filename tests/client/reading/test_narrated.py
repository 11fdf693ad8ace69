"""What a message tells beside its question is left out, unless it may change what is asked."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.narrated import narrated
from student_client._reading.statement import NotRead

ROOT = r"\sqrt{2x+3} - \sqrt{x-2} = 2"
MATRIX = r"\begin{pmatrix} 2 & 5 \\ 3 & 4 \end{pmatrix}"
LIMIT = r"\lim_{x \to 4} \frac{\sqrt{x} - 2}{x - 4}"
LEFT_OUT = [
    ("I squared twice and got two numbers. Solve the equation.", ROOT, "Solve the equation."),
    ("Solve the equation, my teacher said it factorises but i keep going wrong", "x^2 = 4x", "Solve the equation."),
    ("I divided everything by 2. Solve.", "-3 < 2x + 5 \\le 11", "Solve."),
    ("i know they cross at 0 and 3. Find the area between these curves", "y = x^2, y = 3x", None),
    ("Evaluate the limit. (Multiply by the conjugate.)", LIMIT, "Evaluate the limit."),
    ("Factor completely. Look for a common factor first.", "3x^3 - 12x", "Factor completely."),
    ("Solve it. Take logs of both sides.", "3^x = 20", "Solve it."),
    ("Does l'hopital work here? Find the limit.", LIMIT, "Find the limit."),
    ("Can I just cross out the $x^2$? Simplify.", r"\frac{x^2-9}{x^2+6}", "Simplify."),
    ("for which x is this true? Do I flip the sign when i divide by -2?", "7 - 2x > 15", "Solve for x."),
    ("How do you get x out of the power here?", "5e^{2x} = 40", "Solve for x."),
    ("Solve, apparently you need the chain rule", "x^2 = 4", "Solve."),
    ("The lecture notes jump from line 2 to line 5. Solve.", "x^2 = 4", "Solve."),
    ("I never learned this. What does this come out as?", LIMIT, "Evaluate."),
]
LEFT_IN = [
    ("My teacher said x is positive. Solve the equation.", "x^2 = 4"),
    ("I know x starts at 1. Solve.", "x^2 = 4"),
    ("My friend told me the answer is doubled. Solve.", "x^2 = 4"),
    ("My teacher changed the 3 to a 5. Solve.", "3x = 4"),
    ("my book has a plus there. Solve.", "x - 3 = 4"),
    ("I got two answers but only one works. Solve.", "x^2 = 4"),
    ("I know x = 1 is a root. Find k.", "x^3 + kx + 6"),
    ("I set k = 3. Solve.", "x^2 + k = 4"),
    ("I moved the graph up 2. Find the vertex.", "y = x^2"),
    ("I swapped the rows. Find the determinant.", MATRIX),
    ("my prof said half of it, integrate", "x^3"),
    ("i got the derivative already, what's the limit as x goes to 0?", "x^3 + 2"),
    ("I found the inverse. Differentiate please.", "x^3 + 2"),
    ("I took the log. Differentiate.", "x^2"),
    ("I found the limit, square it.", LIMIT),
    ("My friend swapped the rows first and I need his.", MATRIX),
    ("I expanded it, now find its derivative.", "(x+1)^2"),
    ("Find the inverse of A - I.", "A = " + MATRIX),
    ("Evaluate the limit. Take the square root.", LIMIT),
    ("Evaluate the limit. Multiply by 2.", LIMIT),
    ("Factor completely. Divide by the common factor.", "5x^3 - 45x"),
    ("Expand. Multiply by the conjugate.", r"2 - \sqrt{x}"),
    ("Does the limit exist? Find the derivative.", "x^2"),
    ("Do I get the same answer for negative x? Solve.", "x^2 = 4"),
    ("find x", "f(x) = x^2"),
    ("I skip that one. Solve.", "x^2 = 4"),
    ("I integrated from 0 to 1. Find the integral.", r"\int x dx"),
    ("I did it at 3. Find the derivative.", "x^2"),
    ("Swap the numerator and the denominator first. Differentiate.", r"\frac{x}{x+1}"),
    ("Find the determinant. Move the first column along the row.", MATRIX),
    ("Find the sum. Reduce each term by one.", r"\sum_{n=1}^{5} x"),
    ("Simplify. Use the numerator.", r"\frac{x^2}{x}"),
    ("can I put y for x? Differentiate.", "x^2"),
    ("I think you have to differentiate twice. Find the derivative.", "x^2"),
    ("My homework is on the first root. Solve.", "x^2 = 4"),
    ("I don't get the negative one. Solve.", "x^2 = 4"),
    ("What does this come out as?", "x^2 = 4"),
]


@pytest.mark.parametrize(("objective", "expression", "asked"), LEFT_OUT)
def test_narrated_leaves_out_what_is_told(objective: str, expression: str, asked: str | None) -> None:
    names = ["x", "y"] if "y =" in expression else ["x"]
    assert narrated(objective, expression, names)[0] == (asked or "Find the area between these curves.")


@pytest.mark.parametrize(("objective", "expression"), LEFT_IN)
def test_narrated_keeps_what_may_change(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        narrated(objective, expression, sorted({"x", *("k" if "k" in expression else "")}))
