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


NEWTON = "Use Newton's method with x_1 = 2 to find {}. ; x^3 - 2x - 5 = 0 ; x ; differentiate | x**3 - 2*x - 5 | x"
STEP = "substitute | x - (x**3 - 2*x - 5)/R1 | x | {}"
UNDER = (
    "Estimate the area under the graph of f from x = 0 to x = 4 using four rectangles and {} endpoints. ; "
    "f(x) = x^2 ; x, f"
)
POWERS = r"\sum_{n=1}^{\infty} \frac{(x-3)^n}{n \, 2^n} ; n, x ; limit | n*2**n/((n + 1)*2**(n + 1)) | n | oo"
HALF = "simplify | 2*(3/5)*sqrt(1 - (3/5)**2)"
OBTUSE = "simplify | -sqrt(1 - (3/5)**2) ; simplify | 2*(3/5)*R1"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{NEWTON.format('x_3, the third approximation')} ; {STEP.format(2)} ; {STEP.format('R2')}", "accepted"),
        (f"{NEWTON.format('x_3 to four decimal places')} ; {STEP.format(2)} ; {STEP.format('R2')} ; numeric | R3 | 5",
         "accepted"),
        (f"{NEWTON.format('the third approximation')} ; {STEP.format(2)}", "rejected"),
        (f"{NEWTON.format('x_3 - x_2')} ; {STEP.format(2)} ; {STEP.format('R2')}", "undecided"),
        (f"{UNDER.format('right')} ; simplify | 1 + 4 + 9 + 16", "accepted"),
        (f"{UNDER.format('left')} ; simplify | 1 + 4 + 9 + 16", "rejected"),
        ("Find the error of the left Riemann sum with n = 4 on [0, 4]. ; f(x) = x^2 ; x, f ; simplify | 0 + 1 + 4 + 9",
         "undecided"),
        (f"For which values of x does the power series converge? ; {POWERS} ; solve_inequality |"
         " -1 <= (x - 3)/2 < 1 | x", "accepted"),
        (f"Find the interval of convergence. ; {POWERS} ; solve_inequality | -1 <= (x - 3)/2 <= 1 | x", "rejected"),
        (f"Find the radius and interval of convergence. ; {POWERS} ; simplify | 1/R1 ; solve_inequality |"
         " -R2 <= x - 3 < R2 | x ; final R2, R3", "accepted"),
        (f"For which x does the power series converge absolutely? ; {POWERS} ; solve_inequality |"
         " -1 < (x - 3)/2 < 1 | x", "undecided"),
        (r"Given that \sin\alpha = \frac{3}{5} and \alpha is in quadrant II, evaluate this. ; \sin 2\alpha ; alpha"
         f" ; {OBTUSE}", "accepted"),
        (f"\\sin A = 3/5, where A is obtuse. Find the exact value of the expression. ; \\sin 2A ; A ; {HALF}",
         "rejected"),
        (f"Given \\sin x = 3/5 and 0 < x < \\frac{{\\pi}}{{2}}, find the exact value. ; \\sin 2x ; x ; {HALF}",
         "accepted"),
        (f"If \\sin x = 3/5, find the exact value. ; \\sin 2x ; x ; {HALF}", "undecided"),
        ("If \\sin x = 3/5, find the exact value. ; \\cos 2x ; x ; simplify | 1 - 2*(3/5)**2", "accepted"),
        (f"Given that \\sin x = 3/5 and x is not acute, find the value of it. ; \\sin 2x ; x ; {HALF}", "undecided"),
        (f"Given that \\sin x = 3/5 and y is acute, find the exact value. ; \\sin 2x ; x ; {HALF}", "undecided"),
    ],
)  # fmt: skip
def test_textbook_staples_are_judged(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """Steps of Newton's method, sums of rectangles, power series, and angles with a known sine."""
    assert status(line, verify) == expected


ROOTS = "x^3 - 7x + 6 = 0 ; x ; simplify | (x**3 - 7*x + 6)/(x - 1) ; solve | Eq(R1, 0) | x"
INVERSE = r"y = \frac{k}{x^2} ; x, y, k ; solve | Eq(9, k/2**2) | k ; substitute | 36/x**2 | x | 6"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Given that x = 1 is a root, find the other two roots. ; {ROOTS}", "accepted"),
        (f"One solution is 5. Find the other solutions. ; {ROOTS}", "undecided"),
        ("Find the remaining zeros if 1 is a zero. ; x^3 - 7x + 6 = 0 ; x ; solve | x**3 - 7*x + 6 | x", "undecided"),
        (f"If y varies inversely as the square of x, and y = 9 when x = 2, find y when x = 6. ; {INVERSE}", "accepted"),
        (f"y varies directly as x, and y = 9 when x = 2. Find y when x = 6. ; {INVERSE}", "undecided"),
        (f"y varies inversely as x^2, and y = 9 when x = 2. Find y when x = 3. ; {INVERSE}", "rejected"),
        (f"y varies inversely as x, and y = 9 when x = 2. Find y when x = 6. ; {INVERSE}", "undecided"),
        (f"y varies inversely as the cube of x, and y = 9 when x = 2. Find y when x = 6. ; {INVERSE}", "undecided"),
        (f"y varies inversely as x^2, and y = 9 when x = 2. Find twice y when x = 6. ; {INVERSE}", "undecided"),
        ("Find c if the curve passes through (2, 7). ; y = x^2 + c ; x, y, c ; solve | Eq(7, 4 + c) | c", "accepted"),
        ("Find x if the curve passes through (2, 7). ; y = x^2 + c ; x, y, c ; solve | Eq(7, 4 + c) | c", "undecided"),
        ("The gradient of the curve at x = 1 is 5. Find a. ; y = ax^2 + 3x ; x, y, a ; solve | Eq(2*a + 3, 5) | a",
         "accepted"),
        ("The gradient of the normal at x = 1 is 5. Find a. ; y = ax^2 + 3x ; x, y, a ; solve | Eq(2*a + 3, 5) | a",
         "undecided"),
    ],
)  # fmt: skip
def test_constants_and_other_roots(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """A constant that known values fix, and the roots beside a known one."""
    assert status(line, verify) == expected
