"""Names of what is printed, sets of functions, pieces of a function and names of constants change no question."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

PIECES = r"f(x) = \begin{cases} cx^2 + 2x & \text{if } x < 2 \\ x^3 - cx & \text{if } x \ge 2 \end{cases}"
LEVEL = r"f(x) = \begin{cases} kx^2, & x \leq 2 \\ 3, & x > 2 \end{cases}"
MEET = "all real solutions in c of c*2^2 + 2*2 = 2^3 - c*2"


def read(objective: str, expression: str, *variables: str) -> str:
    return str(readings(Problem(objective, expression, list(variables)))[0])


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "asked"),
    [
        (r"For what value of the constant $c$ is the function $f$ continuous on $(-\infty, \infty)$?", PIECES, "xc",
         "the c for which c*x^2 + 2*x, x^3 - c*x meet at 2"),
        ("Find $k$ so that $f$ is continuous at $x = 2$.", LEVEL, "xk", "all solutions in k of k*2^2 = 3"),
        ("Without using a calculator, find the exact value, in surd form, of $s$.", r"s = \sin 75^\circ", "s",
         "sin(75*(pi/180)), simplified"),
        (r"Let $g : \mathbb{R} \to (3, \infty)$ be given by the rule below. Find the rule of the inverse function"
         " $g^{-1}$.", "g(x) = 3 + e^{2x-1}", "x", "the inverse function of 3 + e^(2*x - 1) in x"),
        ("Find the general solution. Use $C_1$ and $C_2$ for the arbitrary constants.", "y'' + y = 0", "xy",
         "y as a function of x, with y'' + y = 0"),
        ("Evaluate the sum.", r"\sum_{n=1}^{3} \frac{n}{n \, 4^n}", "n", "the sum of n/(n*4^n) over n from 1 to 3"),
    ],
)  # fmt: skip
def test_without_printed_names(objective: str, expression: str, variables: str, asked: str) -> None:
    assert read(objective, expression, *variables) == asked


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("For what value of $c$ is $f$ discontinuous?", PIECES, "xc"),
        ("For what value of $c$ is $f$ not continuous?", PIECES, "xc"),
        ("For what value of $c$ is $f$ differentiable?", PIECES, "xc"),
        ("Find the value of $2c$ for which $f$ is continuous.", PIECES, "xc"),
        ("Find $f(2)$ if $f$ is continuous.", PIECES, "xc"),
        ("Find $c$ so that $f$ is continuous.", PIECES.replace(r"x \ge 2", r"x \ge 3"), "xc"),
        ("Find $c$ so that $f$ is continuous.", PIECES.replace(r"x \ge 2", "x > 2"), "xc"),
        (r"Let $g : [0, \infty) \to \mathbb{R}$ be given by the rule below. Find $g^{-1}$.", "g(x) = x^2", "x"),
    ],
)
def test_without_printed_names_refuses(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        read(objective, expression, *variables)
