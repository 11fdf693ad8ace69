"""Tasks with regions, densities, conditions and theorems refuse their near neighbours: other points, other letters."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.readings import readings
from student_client._reading.statement import NotRead

SURFACE = "f(x,y) = x^2 y + y"
DOUBLE = r"\iint_R xy \, dA"
DENSITY = r"f(x) = kx^2, \quad 0 \le x \le 1"
SINGULAR = r"A = \begin{pmatrix} k & 3 \\ 2 & 4 \end{pmatrix}"
VECTORS = r"\langle k, 2 \rangle, \quad \langle 3, k \rangle"
CUBIC = "f(x) = x^3 + kx - 6"
MEAN = "f(x) = x^3 - x"
CURVE = "z = x^2 + y^2"
READ = [
    (r"Compute $\nabla f(1, 2)$.", SURFACE, "x,y", "Find the gradient at (1, 2)."),
    (
        r"What is the rate of change of $f$ at $P(1, 2)$ in the direction of the vector $3\mathbf{i} - \mathbf{j}$?",
        SURFACE,
        "x,y",
        "Find the directional derivative at (1, 2) in the direction of 3i - j.",
    ),
    (
        r"Evaluate the integral, where $R = \{(x, y) \mid 0 \le x \le 1, 0 \le y \le x\}$.",
        DOUBLE,
        "x,y",
        r"Evaluate the integral over the region with 0 \le x \le 1, 0 \le y \le x.",
    ),
    (
        r"Find $dz/dt$, where $x = t^2$ and $y = 3t$.",
        CURVE,
        "x,y,z,t",
        "Find the derivative of z in t along x = t^2 and y = 3t.",
    ),
    (
        "For what value of $k$ is $f$ a probability density function?",
        DENSITY,
        "x,k",
        "Find the value of k for which the function is a probability density.",
    ),
    (
        r"Find $\mathrm{E}(X)$, where the random variable $X$ has the probability density function $f$.",
        r"f(x) = 3x^2, \quad 0 \le x \le 1",
        "x",
        "Find the mean of the probability density.",
    ),
    (
        "Determine the value of $k$ given that $A$ has no inverse.",
        SINGULAR,
        "k",
        "Find the values of k for which the matrix is singular.",
    ),
    (
        "Given that $x - 2$ is a factor of $f(x)$, find $k$.",
        CUBIC,
        "x,k",
        "Find the value of k for which x - 2 is a factor of the polynomial.",
    ),
    (
        "Check that the function satisfies the hypotheses of the mean value theorem on $[0, 2]$, then find all numbers"
        " $c$ in $(0, 2)$ that satisfy its conclusion.",
        MEAN,
        "x",
        "Find all numbers c that satisfy the conclusion of the Mean Value Theorem on [0, 2].",
    ),
]
UNREAD = [
    ("Find the magnitude of the gradient at $(1, 2)$.", SURFACE, "x,y"),
    (r"Evaluate $-\nabla f(1, 2)$.", SURFACE, "x,y"),
    (r"Evaluate $2\nabla f(1, 2)$.", SURFACE, "x,y"),
    ("Find the directional derivative at $(1, 2)$ in the direction of the point $(3, 4)$.", SURFACE, "x,y"),
    ("Find the directional derivative at $(1, 2)$ in the direction opposite to $(3, 4)$.", SURFACE, "x,y"),
    ("Find the greatest rate of change at $(1, 2)$.", SURFACE, "x,y"),
    (r"Evaluate the integral over the upper half of $R = [0, 1] \times [0, 2]$.", DOUBLE, "x,y"),
    (r"Evaluate the integral, where $S = [0, 1] \times [0, 2]$.", DOUBLE, "x,y"),
    (r"Find $dz/dt$ at $t = 1$, where $x = t^2$ and $y = 3t$.", CURVE, "x,y,z,t"),
    (r"Find $dz/dx$, where $x = t^2$ and $y = 3t$.", CURVE, "x,y,z,t"),
    ("Find the value of $k$.", DENSITY, "x,k"),
    ("For what value of $k$ is $f$ not a probability density function?", DENSITY, "x,k"),
    ("$X$ has the probability density function $f$. Find the median of $X$.", DENSITY, "x,k"),
    ("$X$ has the probability density function $f$. Find $E(X^2)$.", r"f(x) = 3x^2, \quad 0 \le x \le 1", "x"),
    ("For which values of $k$ is the matrix not singular?", SINGULAR, "k"),
    ("For which values of $k$ is the matrix non-singular?", SINGULAR, "k"),
    ("For which values of $k$ are the vectors not perpendicular?", VECTORS, "k"),
    ("Given that the vectors are perpendicular, find $2k$.", VECTORS, "k"),
    ("Given that $(x - 2)^2$ is a factor of $f(x)$, find $k$.", CUBIC, "x,k"),
    ("Given that $(x + 1)(x - 2)$ is a factor of $f(x)$, find $k$.", CUBIC, "x,k"),
    ("Given that $x - 2$ is not a factor of $f(x)$, find $k$.", CUBIC, "x,k"),
    ("Given that $x - 2$ is a factor of $f(x)$, find the other factor.", CUBIC, "x,k"),
    ("Find all numbers $c$ in $(0, 1)$ that satisfy the mean value theorem on $[0, 2]$.", MEAN, "x"),
    ("Find the largest number $c$ that satisfies the mean value theorem on $[0, 2]$.", MEAN, "x"),
    (r"Find $2\mathrm{E}(X)$, where $X$ has the probability density function $f$.", "f(x) = 3x^2, 0 < x < 1", "x"),
    ("Find $E(X) + 1$, where $X$ has the probability density function $f$.", "f(x) = 3x^2, 0 < x < 1", "x"),
    ("Find the mean of the rod with this density on $[0, 2]$.", "f(x) = 3x^2", "x"),
    ("True or false: $x = 1$ does not satisfy the equation.", "x^2 = 1", "x"),
    ("Is it false that $x = 1$ satisfies the equation?", "x^2 = 1", "x"),
    ("Write the equation in general form.", r"\tan x = 1", "x"),
    ("Use Newton's method, starting at $x = 2$, to find $x_2$.", "f(x) = x^3 - 9", "x"),
    ("Find the scalar projection of $u$ onto $v$.", r"u = (1, 2), \quad v = (3, 4)", "u,v"),
    ("Find the sum of the first 5 terms of the sequence 2, 4, 8, ...", "a_n = 3 n", "n"),
    (
        "Describe the end behavior of the function on the left by finding the limit.",
        r"\lim_{x \to \infty} \frac{1}{x}",
        "x",
    ),
]


@pytest.mark.parametrize(("objective", "expression", "variables", "usual"), READ)
def test_by_concepts_reads_further_tasks(objective: str, expression: str, variables: str, usual: str) -> None:
    assert by_concepts(objective, expression, variables.split(","))[0] == usual


@pytest.mark.parametrize(("objective", "expression", "variables"), UNREAD)
def test_by_concepts_refuses_neighbours(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        by_concepts(objective, expression, variables.split(","))


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("Find the difference quotient for $h = 2$.", "f(x) = x^2", "x,h"),
        ("Find $d^2z/dt^2$ for $x = t^2$ and $y = 3t$.", CURVE, "x,y,z,t"),
        (r"Evaluate the integral over $R$, where $0 \le x \le 2$ and $x \le y \le x^2$.", DOUBLE, "x,y"),
        (r"Evaluate the integral over the triangular region $0 \le x \le 1$, $0 \le y \le 2$.", DOUBLE, "x,y"),
        ("Find the tangent plane at $(1, 2, 9)$.", CURVE, "x,y,z"),
    ],
)
def test_readings_refuse_further_tasks(objective: str, expression: str, variables: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, variables.split(",")))
