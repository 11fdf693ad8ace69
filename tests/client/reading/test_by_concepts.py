"""A question is understood by the things that it names, in any order, and by nothing that it does not name."""

from __future__ import annotations

import re

import pytest
from student_client import Problem
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.concepts.tasks import TASKS, Task
from student_client._reading.readings import _as_worded
from student_client._reading.statement import NotRead

GIVEN = {
    "rounded": "",
    "interval": "[0, 2]",
    "condition": "x > 0",
    "place": "x = 2",
    "point": "(2, 1)",
    "call": "f(2)",
    "span": "[0, 2]",
    "index": r"x \to \infty",
    "for": "x",
    "respect": "x",
    "unknown": "k",
    "powers": "x",
    "approach": r"x \to 2",
    "start": "F(0) = 3",
    "through": "(1, 3)",
    "nth": "5th",
    "count": "5",
    "degree": "3",
    "centre": "1",
    "terms": "first 3 nonzero terms",
    "spot": "(2, 1, 5)",
    "direction": r"\langle 3, 4 \rangle",
    "chain": "z in t",
    "inner": "x = t^2 and y = 3t",
    "over": r"[0, 1] \times [0, 2]",
    "onto": "u onto v",
    "constant": "k",
    "factor": "x - 1",
    "remainder": "x - 1 leaves 2",
    "density": "probability density",
    "power": "x^2",
    "newton": "x = 2",
    "continued": "2",
}
PRINTED = {
    "limit": r"\lim_{x \to 0} \frac{\sin x}{x}",
    "integral": r"\int_0^1 x^2 dx",
    "indefinite": r"\int x^2 dx",
    "sum": r"\sum_{n=1}^{\infty} \frac{1}{n(n+2)}",
    "power series": r"\sum_{n=1}^{\infty} \frac{n x^n}{3^n}",
    "product": r"\prod_{n=1}^{5} \frac{n}{n+1}",
    "sequence": r"a_n = \frac{n}{2n+1}",
    "ode": "y' + 2y = e^{-x}",
    "started": r"y' + 2y = e^{-x}, \quad y(0) = 1",
    "trigonometric": r"\sin 2x = 1",
    "equation": "x^2 + 4x + 3 = 0",
    "unknown": "x^2 + kx + 9 = 0",
    "curve": "x^3 + y^3 = 9",
    "inequality": "x^2 < 4",
    "system": r"x^2 + y^2 = 25, \quad y = x + 1",
    "linear": r"2x - 4y = 6, \quad -x + 2y = 5",
    "function": "f(x) = x^3 - 3x",
    "parabola": "f(x) = x^2 - 4x",
    "arch": "f(x) = 4x - x^2",
    "quotient of differences": r"\frac{(x+3)^2 - x^2}{h}",
    "two curves": r"y = x, \quad y = x^2",
    "pace": "v(t) = t^2 - t",
    "position": r"s'(t) = 3t^2, \quad s(0) = 1",
    "speed": r"v'(t) = 6t, \quad v(0) = 1",
    "pair": r"f(x) = x^2, \quad g(x) = x - 1",
    "valley": "y = x^2 - 4x",
    "hill": "y = 4x - x^2",
    "motion": "s(t) = t^3 - 3t",
    "surface": "f(x,y) = x^3 + y^3 - 3x - 12y",
    "parametric": r"x = t^2 + 1, \quad y = t^3 - t",
    "line": "f(x) = 2x + 1",
    "paraboloid": "z = x^2 + y^2",
    "double": r"\iint_R xy \, dA",
    "density": "f(x) = kx^2",
    "bounded density": r"f(x) = \frac{k x}{3}, \quad 0 \le x \le 2",
    "mean of density": r"f(x) = \frac{x}{2}, \quad 0 \le x \le 2",
    "with a constant": "f(x) = x^3 + kx - 2",
    "singular": r"\begin{pmatrix} k & 1 \\ 2 & 4 \end{pmatrix}",
    "perpendicular": r"u = (k, 2, 2), \quad v = (2, -1, 2)",
    "parallel": r"u = (k, 6), \quad v = (2, -1)",
    "cubic": "y = x^3 - 3x",
    "improper": r"f(x) = \frac{x^2 + 1}{x - 1}",
    "fraction": r"\frac{x^2 + 3}{x^2 - 1}",
    "fractions": r"\frac{1}{x} + \frac{2}{x + 1}",
    "secant": r"\tan x \sec x",
    "power": "(2x + 3)^4",
    "letters": "ax^2 + bx + 3x^2",
    "unit": "1 - i",
    "difference": r"\frac{3}{x - 1} - \frac{2}{x + 2}",
    "root": r"\frac{1}{\sqrt{2}}",
    "complex": r"\frac{5 + 2i}{1 - 3i}",
    "angles": r"\sin 2x + \cos 2x",
    "numbers": "12, 18",
    "number": "360",
    "logarithms": r"\ln(x y^2)",
    "two logarithms": r"\ln x + \ln y",
    "matrices": r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \begin{bmatrix} 0 & 1 \\ 1 & 2 \end{bmatrix}",
    "matrix": r"\begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix} \lambda",
    "vectors": r"u = (1, 2, 2), \quad v = (2, -1, 2)",
    "solid": r"u = (1, 2, 2), \quad v = (2, -1, 2), \quad w = (0, 1, 4)",
    "vector": r"\mathbf{u} = 3\mathbf{i} - 4\mathbf{j}",
    "two names": r"A = \begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix}, B = \begin{bmatrix} 0 & 1 \\ 1 & 2 \end{bmatrix}",
    "matrix sum": r"\begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix} + \begin{bmatrix} 0 & 1 \\ 1 & 2 \end{bmatrix}",
    "matrix difference": r"\begin{bmatrix} 1 & 2 \\ 2 & 4 \end{bmatrix} - \begin{bmatrix} 0 & 1 \\ 1 & 2 \end{bmatrix}",
    "combinations": r"\binom{7}{3}",
    "permutations": r"\frac{7!}{4!}",
    "factorials": r"\frac{9!}{6! \cdot 3!}",
    "claim": r"\sqrt{2} < 2",
    "surds": r"\sqrt{12} \cdot \sqrt{27}",
    "conic": "x^2 + 4y^2 = 4",
    "lines": r"y = 2x - 1, \quad 3x + 2y = 8",
    "laplace": "f(t) = t e^{-3t}",
    "image": r"F(s) = \frac{2s + 3}{s^2 + 9}",
}
VARIABLES = {
    "sum": "n",
    "power series": "x,n",
    "product": "n",
    "two curves": "x,y",
    "pace": "t",
    "position": "t",
    "speed": "t",
    "sequence": "n",
    "motion": "t",
    "parametric": "t",
    "surface": "x,y",
    "laplace": "t,s",
    "image": "s,t",
    "paraboloid": "x,y,z,t",
    "double": "x,y",
    "density": "x,k",
    "bounded density": "x,k",
    "with a constant": "x,k",
    "singular": "k",
    "perpendicular": "k",
    "parallel": "k",
    "ode": "x,y",
    "started": "x,y",
}
VARIABLES |= dict.fromkeys(
    ("ode", "started", "curve", "system", "linear", "conic", "lines", "two logarithms", "logarithms"), "x,y"
)
VARIABLES |= {"unknown": "x,k", "quotient of differences": "x,h", "letters": "x,a,b"}


FORMULAS = {"dot product": r"u \cdot v", "cross product": r"u \times v", "the product": "AB"}


def words(task: Task) -> str:
    GIVEN["formula"] = next((formula for kind, formula in FORMULAS.items() if kind in task.words), "2u - v")
    return re.sub(r"\{([\w/+ ]+)\}", lambda slot: GIVEN[slot[1]], task.words)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.words)
def test_tasks_words_are_understood(task: Task) -> None:
    """As they are: no other rule has to say them in other words, for one of the expressions that the task is for."""
    for kind, expression in PRINTED.items():
        variables = VARIABLES.get(kind, "x").split(",")
        if not re.search(task.printed, expression):
            continue
        try:
            assert _as_worded(
                Problem(words(task).replace("x =", f"{variables[0]} ="), expression.replace(r" \lambda", ""), variables)
            )
        except NotRead:
            continue
        return
    pytest.fail(f"no expression is read with {words(task)!r}")


@pytest.mark.parametrize(
    ("asked", "expression", "said"),
    [
        ("Is this a prime number?", "9991", "Determine whether the number is prime or composite."),
        ("Prime or composite? Give a reason.", "2^{11} - 1", "Determine whether the number is prime or composite."),
        (
            "At x = 1, is the function increasing, decreasing, or stationary?",
            "f(x) = x e^{-x^2}",
            "Determine whether the function is increasing or decreasing at x = 1.",
        ),
        ("To what number does the sequence converge?", r"a_n = \frac{n+1}{n}", "Find the limit of the sequence."),
        ("What are the solutions? Discard the extraneous ones.", r"\sqrt{x+6} = x", "Solve the equation."),
        ("Determine every complex number $z$ satisfying", "z^3 = 8", "Find all complex solutions."),
        (r"Find all $x \in [0, 2\pi)$ for which", r"\sin x = 1", r"Find all solutions in the interval [0, 2\pi)."),
        (
            "Derive a closed formula, in factored form, for the sum.",
            r"\sum_{k=1}^n k^3",
            "Find the sum in factored form.",
        ),
        ("Determine the limit. Watch the sign under the root.", r"\lim_{x \to 0} x", "Evaluate the limit."),
        ("Simplify each radical, then combine the like radicals.", r"\sqrt{50} - \sqrt{8}", "Simplify."),
        ("Factor out the GCF first, then factor the remaining trinomial.", "3x^2 - 9x - 30", "Factor completely."),
        ("Rewrite the expression without sigma notation.", r"\sum_{k=1}^{9} k", "Find the sum."),
        ("Is the geometric series convergent? Find its sum.", r"\sum_{n=1}^\infty 3^{-n}", "Find the sum."),
        ("Isolate one radical and square, in order to solve the equation.", r"\sqrt{x} = x", "Solve the equation."),
        ("Show that the series telescopes and give its sum.", r"\sum_{n=1}^\infty \frac{1}{n(n+2)}", "Find the sum."),
        (
            "Give the equation of the line tangent to the graph at the point whose abscissa is 1.",
            r"y = \frac{4}{x+1}",
            "Find the equation of the tangent line at x = 1.",
        ),
        (
            "Find the nature of the stationary point at x = 1.",
            "f(x) = x^3 - 3x",
            "Determine whether the stationary point at x = 1 is a maximum, a minimum or neither.",
        ),
        ("What is the coefficient of x^3 in the expansion?", "(x + 2)^5", "Find the coefficient of x^3."),
        (
            "How should we define f(2) so that f is continuous at x = 2?",
            r"f(x) = \frac{x^2 - 4}{x - 2}",
            "Find the value that makes the function continuous at 2.",
        ),
        (
            "Using x_0 = 2, apply Newton's method once.",
            "f(x) = x^3 - 9",
            "Take one step of Newton's method from x = 2.",
        ),
        ("From the definition of the derivative, find $f'(x)$.", r"f(x) = \frac{1}{x}", "Find dy/dx."),
    ],
)
def test_by_concepts_finds_the_task(asked: str, expression: str, said: str) -> None:
    variables = ["n"] if "n" in expression and "x" not in expression else ["z"] if "z" in expression else ["x"]
    assert by_concepts(asked, expression, variables)[0] == said


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ("Find the integrand.", r"\int_0^1 x^2 dx"),
        ("Which substitution is suitable?", r"\int_0^1 x e^{x^2} dx"),
        ("Find the common ratio.", r"\sum_{n=0}^\infty 2^{-n}"),
        ("Find the limit of the numerator.", r"\lim_{x\to0} \frac{\sin x}{x}"),
        ("Find the first solution.", "x^2 = 4"),
        ("Find the square of the solution.", "x^2 = 4"),
        ("Find the sum of the solutions.", "x^2 = 4"),
        ("Find the derivative of the inverse function.", "f(x) = x^3"),
        ("Find the derivative and the value at x = 2.", "f(x) = x^3"),
        ("At what point is the derivative 3?", "f(x) = x^3"),
        ("Find the quotient.", r"\frac{x^2+1}{x-1}"),
        ("Find the maximum at the stationary point x = 1.", "f(x) = x^3 - 3x"),
        ("Find the eigenvalues of the inverse.", r"\begin{pmatrix} 1 & 2 \\ 0 & 3 \end{pmatrix}"),
        ("Find the solutions other than x = 2.", "x^2 = 4"),
        ("Find the term in x^3 of the expansion.", "(x + 2)^5"),
        ("Find the coefficients of x^2 and x^3.", "(x + 2)^5"),
        ("Apply Newton's method twice from x_1 = 2.", "f(x) = x^3 - 9"),
        ("Use Newton's method with x_0 = 2 to find x_2.", "f(x) = x^3 - 9"),
        ("Why must f(2) be 4 to make f continuous at x = 2?", r"f(x) = \frac{x^2 - 4}{x - 2}"),
        ("How should we define f(3) so that f is continuous at x = 2?", r"f(x) = \frac{x^2 - 4}{x - 2}"),
        ("Determine the nature of the other stationary point, given the one at x = 1.", "f(x) = x^3 - 3x"),
    ],
)
def test_by_concepts_leaves_other_questions(asked: str, expression: str) -> None:
    with pytest.raises(NotRead):
        by_concepts(asked, expression, ["n"] if "n=" in expression else ["x"])
