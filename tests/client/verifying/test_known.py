"""An answer to a question for a known formula is compared with our own value, exactly or rounded as asked."""

from __future__ import annotations

import pytest
from student_client import Problem, SymbolicVerifier

from tests.client.problems import read

POINTS = "A(1, 2), \\quad B(5, 10)"
DATA = "3, 8, 5, 10, 4"


def status(line: str, verify: SymbolicVerifier) -> str:
    """Return the verdict on a plan."""
    _, problem, plan = read(f"one :: {line}")
    return verify(Problem(problem.objective, problem.expression, problem.variables), plan).status


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Find the length of AB. ; {POINTS} ; x ; simplify | sqrt(4**2 + 8**2)", "accepted"),
        (f"Find the length of AB. ; {POINTS} ; x ; simplify | 4*sqrt(5)", "rejected"),
        (f"Find the length of AB. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 4", "rejected"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 3", "accepted"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; numeric | sqrt(4**2 + 8**2) | 2", "rejected"),
        (f"Find the length of AB to 2 decimal places. ; {POINTS} ; x ; simplify | sqrt(4**2 + 8**2)", "undecided"),
        (f"Find the midpoint of AB. ; {POINTS} ; x ; simplify | (1 + 5)/2", "rejected"),
        (f"Calculate the median. ; {DATA} ; x ; simplify | 5", "accepted"),
        (f"Calculate the mean. ; {DATA} ; x ; simplify | 6", "rejected"),
    ],
)
def test_by_formula_judges(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """The value itself, calculated; a stated value and a decimal that nobody asked for are refused."""
    assert status(line, verify) == expected


@pytest.mark.parametrize(
    ("objective", "expression", "plan"),
    [
        ("Find the sum of the squares of the roots.", "(x - 2)^2 = 0", "simplify | 2**2 + 2**2"),
        ("Find the coefficient of x^3 in the expansion.", r"\frac{1}{(1 - 2x)^2}", "simplify | 4*8"),
        ("Find the mode of the data.", DATA, "simplify | 3"),
        ("Find the 5th term.", r"1, 2, 4, \ldots", "simplify | 2**4"),
    ],
)
def test_by_formula_leaves(objective: str, expression: str, plan: str, verify: SymbolicVerifier) -> None:
    """Double roots, endless expansions and data without a mode have no single answer."""
    assert status(f"{objective} ; {expression} ; x ; {plan}", verify) == "undecided"


X = "x e^{-x} ; x, f"
CUBIC = "y = 2x^3 - 9x^2 + 12x - 3 ; x, y"
KINDS = (
    "solve | 6*x**2 - 18*x + 12 | x ; classify | 2*x**3 - 9*x**2 + 12*x - 3 | x | {} | stationary point ; "
    "classify | 2*x**3 - 9*x**2 + 12*x - 3 | x | {} | stationary point ; final R1, R2, R3"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Find the maximum value of the function. ; f(x) = {X} ; substitute | x*exp(-x) | x | 1", "accepted"),
        (f"Find the maximum value of the function. ; f(x) = {X} ; substitute | x*exp(-x) | x | 2", "rejected"),
        (f"Find the maximum of f on [2, 3]. ; f(x) = {X} ; substitute | x*exp(-x) | x | 2", "accepted"),
        (f"Find the maximum of f on [2, 3]. ; f(x) = {X} ; substitute | x*exp(-x) | x | 1", "rejected"),
        ("Find the greatest value of f. ; f(x) = x^2 e^{-x} ; x, f ; substitute | x**2*exp(-x) | x | 2", "undecided"),
        ("Find the minimum value of f. ; f(x) = x + \\frac{9}{x} ; x, f ; substitute | x + 9/x | x | 3", "undecided"),
        ("Find the minimum value of f for x > 0. ; "
         "f(x) = x + \\frac{9}{x} ; x, f ; substitute | x + 9/x | x | 3", "accepted"),
        ("Find the maximum of f on [0, 2]. ; "
         "f(x) = \\frac{1}{x - 1} ; x, f ; substitute | 1/(x - 1) | x | 2", "undecided"),
        ("Find the maximum of f on [0, 4]. ; "
         "f(x) = x\\sqrt{4 - x} ; x, f ; substitute | x*sqrt(4 - x) | x | 8/3", "accepted"),
        ("Find the largest volume. ; V = x(20 - 2x)^2 ; x, V ; substitute | x*(20 - 2*x)**2 | x | 10/3", "accepted"),
        ("Find the largest radius. ; V = x(20 - 2x)^2 ; x, V ; substitute | x*(20 - 2*x)**2 | x | 10/3", "undecided"),
        ("Find the value of r for which A is least. ; "
         "A = r^2 + \\frac{16}{r} ; r, A ; solve | 2*r - 16/r**2 | r | (0, oo)", "accepted"),
        ("Find the minimum point of the curve. ; y = x^2 - 8\\ln x ; x, y ; solve | 2*x - 8/x | x | (0, oo) ; "
         "substitute | x**2 - 8*log(x) | x | 2 ; final R1, R2", "accepted"),
        ("Find the maximum height. ; v(t) = 20 - 5t^2 ; t, v ; substitute | 20 - 5*t**2 | t | 0", "undecided"),
        (f"Find the x-coordinates of the stationary points and state the nature of each. ; "
         f"{CUBIC} ; {KINDS.format(1, 2)}",
         "accepted"),
        (f"Find the x-coordinates of the stationary points and state the nature of each. ; "
         f"{CUBIC} ; {KINDS.format(2, 1)}",
         "rejected"),
        (f"Find the coordinates of the turning points and classify them. ; "
         f"{CUBIC} ; {KINDS.format(1, 2)}", "undecided"),
    ],
)  # fmt: skip
def test_extremes_are_judged(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """All critical numbers are known, and the function may not be greater near an open end, at a pole or at an end."""
    assert status(line, verify) == expected


NORMAL = "differentiate | x**2 | x ; substitute | R1 | x | 1 ; expand | Eq({}, 0)"


@pytest.mark.parametrize(
    ("objective", "line", "expected"),
    [
        ("Find the normal at x = 1.", "(x - 1) + R2*(y - 1)", "accepted"),
        ("Find the normal at x = 1 in the form ax + by + c = 0.", "(x - 1) + R2*(y - 1)", "accepted"),
        ("Find the normal at x = 1 in the form ax + by + c = 0.", "(x - 1) - R2*(y - 1)", "rejected"),
        ("Find the normal at x = 1 in the form ax + by + c = 0, where a, b and c are integers.", "(x - 1)/R2 + y - 1",
         "undecided"),
    ],
)  # fmt: skip
def test_lines_as_equations(objective: str, line: str, expected: str, verify: SymbolicVerifier) -> None:
    """A tangent or a normal may be an equation with both letters on one side."""
    assert status(f"{objective} ; y = x^2 ; x, y ; {NORMAL.format(line)}", verify) == expected


def test_lines_keep_their_form(verify: SymbolicVerifier) -> None:
    line = "y = x^2 ; x, y ; differentiate | x**2 | x ; substitute | R1 | x | 1 ; expand | 1 + R2*(x - 1)"
    assert status(f"Find the tangent at x = 1 in the form ax + by + c = 0. ; {line}", verify) == "undecided"
