"""Properties that a plan may state, each with its words, a right step and a wrong one."""

from __future__ import annotations

IN_X = {"roots", "continuity", "monotonicity", "slope", "concavity", "discontinuity"}
PROPERTIES: list[tuple[str, dict[str, str], str, str, str, str]] = [
    ("roots", {}, "determine the nature of the roots", "x^2 - 1", "x**2 - 1 | x", "x**2 + 1 | x"),
    (
        "continuity", {"at": "0"}, "determine whether the function is continuous at x = 0",
        r"\frac{1}{x}", "1/x | x | 0", "x | x | 0",
    ),
    (
        "invertibility", {}, "determine whether the matrix is invertible",
        r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}", "Matrix([[1, 2], [2, 4]])", "Matrix([[1, 2], [2, 5]])",
    ),
    (
        "linear independence", {}, "determine whether the vectors are linearly independent",
        "(1, 2), (2, 4)", "Matrix([[1, 2], [2, 4]])", "Matrix([[1, 2], [2, 5]])",
    ),
    (
        "direction", {}, "determine whether the vectors are orthogonal, parallel or neither",
        "(1, 2), (2, 4)", "Matrix([1, 2]), Matrix([2, 4])", "Matrix([1, 2]), Matrix([2, -1])",
    ),
    ("truth", {}, "determine whether the statement is true or false", "1 < 2", "1 < 2", "1 < 0"),
    ("rationality", {}, "determine whether the number is rational or irrational", r"\sqrt{2}", "sqrt(2)", "sqrt(4)"),
    (
        "solvability", {}, "determine whether the system has no solution, one solution, or infinitely many solutions",
        "x + y = 1, x + y = 2", "Eq(x + y, 1), Eq(x + y, 2)", "Eq(x + y, 1), Eq(x - y, 2)",
    ),
    (
        "lines", {}, "determine whether the lines are parallel, perpendicular or neither",
        "y = x, y = -x", "Eq(y, x), Eq(y, -x)", "Eq(y, x), Eq(y, 2*x)",
    ),
    ("conic", {}, "identify the conic", "x^2 + y^2 = 4", "Eq(x**2 + y**2, 4)", "Eq(x**2 + 2*y**2, 4)"),
    (
        "slope", {"at": "1"}, "determine whether the function is increasing or decreasing at x = 1",
        "x^2", "x**2 | x | 1", "-x**2 | x | 1",
    ),
    (
        "concavity", {"at": "1"}, "determine whether the function is concave up or concave down at x = 1",
        "x^3", "x**3 | x | 1", "-x**3 | x | 1",
    ),
    (
        "discontinuity", {"at": "1"}, "classify the discontinuity at x = 1",
        r"\frac{x^2-1}{x-1}", "(x**2-1)/(x-1) | x | 1", "1/(x-1) | x | 1",
    ),
    (
        "monotonicity", {}, "determine whether the sequence is increasing, decreasing or not monotonic",
        r"a_x = \frac{1}{x}", "1/x | x", "x | x",
    ),
]  # fmt: skip
