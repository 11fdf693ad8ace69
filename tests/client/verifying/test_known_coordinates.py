"""Answers of school tasks: one coordinate, an expansion, a range, a formula with values that the words give."""

from __future__ import annotations

import pytest
from student_client import SymbolicVerifier
from student_client._verifying.judge import judge

from tests.client.plans import plan, problem
from tests.client.verifying.test_known import status

PARABOLA, AXIS, LINE = "y^2 = -12x", "y = x^2 - 4x + 1", "2x + 3y = 6"


@pytest.mark.parametrize(
    ("words", "printed", "step", "status"),
    [
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(x, 12/4)", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | 12/4", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "solve | Eq(x, 12/4) | x", "accepted"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(y, 12/4)", "rejected"),
        ("Find the directrix of the parabola.", PARABOLA, "simplify | Eq(x, -12/4)", "rejected"),
        ("Find the equation of the axis of symmetry.", AXIS, "simplify | Eq(x, 4/2)", "accepted"),
        ("Find the equation of the axis of symmetry.", AXIS, "simplify | Eq(y, 4/2)", "rejected"),
        ("Find the y-intercept of the line.", LINE, "simplify | Eq(y, 6/3)", "accepted"),
        ("Find the y-intercept of the line.", LINE, "simplify | Eq(x, 6/3)", "rejected"),
    ],
)
def test_known_coordinate(words: str, printed: str, step: str, status: str) -> None:
    assert judge(problem(words, printed, "x", "y"), plan(step)).status == status


POLAR = "Convert the point to polar coordinates with $r > 0$ and $0 \\le \\theta < 2\\pi$."
LINE = "in slope-intercept form, of the line that passes through (6, 1) and is perpendicular to the given line."
BARRED = "The complex number z satisfies the equation, in which \\bar z denotes the conjugate of z. Find z."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Find the coefficient of x^3y^4 in the expansion. ; "
         "(2x - y)^7 ; x, y ; simplify | binomial(7, 4)*2**3*(-1)**4", "accepted"),
        ("Find the coefficient of x^3y^4 in the expansion. ; "
         "(2x - y)^7 ; x, y ; simplify | binomial(7, 4)*2**4*(-1)**3", "rejected"),
        ("Find the coefficient of x^2 in the expansion. ; (x + y)^5 ; x, y ; simplify | binomial(5, 2)", "undecided"),
        ("Find the term containing x^4 in the expansion. ; (x + 3)^6 ; x ; simplify | binomial(6, 2)*9*x**4",
         "accepted"),
        ("Find the coefficient of x^4 in the expansion. ; (x + 3)^6 ; x ; simplify | binomial(6, 2)*9*x**4",
         "rejected"),
        ("Find the middle term. ; (2x - 3y)^7 ; x, y ; simplify | binomial(7, 3)*(2*x)**4*(-3*y)**3", "undecided"),
        ("Write the decimal as a fraction. ; 0.4363636\\ldots ; x ; simplify | 4/10 + 36/990", "accepted"),
        ("Write the decimal as a fraction. ; 0.4363636\\ldots ; x ; simplify | 436/999", "rejected"),
        ("Write the decimal as a fraction. ; 1.4142\\ldots ; x ; simplify | 14142/10000", "undecided"),
        ("Let r and s be the roots of the equation. Find r^2 + s^2. ; x^2 - 7x + 3 = 0 ; x ; simplify | 7**2 - 2*3",
         "accepted"),
        ("Let r and s be the roots of the equation. Find r - s. ; x^2 - 7x + 3 = 0 ; x ; simplify | sqrt(49 - 12)",
         "undecided"),
        (f"Write the equation, {LINE} ; 2x - 3y = 9 ; x, y ; expand | -3/2*(x - 6) + 1", "accepted"),
        (f"Write the equation, {LINE} ; 2x - 3y = 9 ; x, y ; simplify | Eq(y - 1, -3/2*(x - 6))", "undecided"),
        (f"Write the equation, {LINE} ; 2x - 3y = 9 ; x, y ; expand | 2/3*(x - 6) + 1", "rejected"),
        ("Find the slope of a line perpendicular to the given line. ; 3x - 2y = 8 ; x, y ; simplify | 3/2", "rejected"),
        (f"{POLAR} ; (1, -1) ; x ; simplify | sqrt(1 + 1) ; simplify | 2*pi - pi/4 ; final R1, R2", "accepted"),
        (f"{POLAR} ; (1, -1) ; x ; simplify | sqrt(1 + 1) ; simplify | -pi/4 ; final R1, R2", "rejected"),
        ("Find the polar coordinates of the point. ; "
         "(1, -1) ; x ; simplify | sqrt(1 + 1) ; simplify | -pi/4 ; final R1, R2", "undecided"),
        ("Change to Cartesian coordinates. ; "
         "(6, 120^\\circ) ; x, y ; simplify | 6*cos(2*pi/3) ; simplify | 6*sin(2*pi/3) ; final R1, R2", "accepted"),
        ("Change to Cartesian coordinates. ; "
         "(6, 120) ; x, y ; simplify | 6*cos(120) ; simplify | 6*sin(120) ; final R1, R2", "undecided"),
        ("Find the argument of z in degrees. ; z = 1 + i ; z ; simplify | atan(1)", "rejected"),
        ("Find the argument of z in degrees. ; z = 1 + i ; z ; simplify | 180*atan(1)/pi", "accepted"),
        (f"{BARRED} ; z + 2\\bar{{z}} = 9 + 4i ; z ; simplify | 9/3 - 4*I", "accepted"),
        (f"{BARRED} ; z + 2\\bar{{z}} = 9 + 4i ; z ; simplify | 9/3 + 4*I", "rejected"),
        (f"{BARRED} ; z + \\bar{{z}} = 4 ; z ; simplify | 4/2", "undecided"),
        ("Find the three cube roots of the complex number. ; -27i ; z ; solve | Eq(z**3, -27*I) | z | complex",
         "accepted"),
        ("Find the fourth roots of the number. ; 16 ; z ; solve | Eq(z**4, 16) | z", "undecided"),
    ],
)  # fmt: skip
def test_by_formula_judges_school_kinds(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """What school books ask of expansions, decimals, roots, lines, points and complex numbers."""
    assert status(line, verify) == expected


GIVEN = "Find A if r = 12 and $\\theta = 150^\\circ$. ; A = "
DECAY = "Find t when A = 20, to the nearest tenth. ; A(t) = 50e^{-0.028t} ; t ; solve | Eq(50*exp(-0.028*t), 20) | t"
K = "kx^2 - 12x + k + 5 = 0 ; x, k ; solve | Eq((-12)**2 - 4*k*(k + 5), 0) | k"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{GIVEN}\\frac{{1}}{{2}}r^2\\theta ; r, theta ; simplify | 12**2*(150*pi/180)/2", "accepted"),
        (f"{GIVEN}\\frac{{1}}{{2}}r^2\\theta ; r, theta ; simplify | 12**2*150/2", "rejected"),
        (f"{GIVEN}\\frac{{\\theta}}{{360}}\\pi r^2 ; r, theta ; simplify | 150/360*pi*12**2", "accepted"),
        (f"{GIVEN}\\frac{{\\theta}}{{360}}\\pi r^2 ; r, theta ; simplify | 60*pi", "undecided"),
        ("Find f(3). ; f(x) = x^2 + 1 ; x ; simplify | 3**2 + 1", "accepted"),
        ("Find f(3). ; f(x) = x^2 + 1 ; x ; simplify | 10", "undecided"),
        ("Find f'(3). ; f(x) = x^2 + 1 ; x ; simplify | 2*3", "rejected"),
        (f"{DECAY} ; numeric | log(50/20)/0.028 | 3", "accepted"),
        (f"{DECAY} ; numeric | log(50/20)/0.028 | 4", "undecided"),
        ("Solve. ; 0.50x + 0.25(30 - x) = 0.40(30) ; x ; solve | Eq(0.5*x + 0.25*(30 - x), 12) | x", "accepted"),
        ("Solve. ; x + 1 = 0.40(30) ; x ; solve | Eq(x + 1, 12) | x", "undecided"),
        (f"For which values of k does the quadratic equation have exactly one real root? ; {K}", "accepted"),
        (f"For which values of k does the equation have exactly one real root? ; {K}", "undecided"),
        ("For which values of k does the quadratic equation have equal roots? ; "
         "kx^2 + kx + 1 = 0 ; x, k ; solve | Eq(k**2 - 4*k, 0) | k", "undecided"),
    ],
)  # fmt: skip
def test_given_values_are_used(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """Values of the words, of an angle or of the result; a number that is put in by hand must be calculated with."""
    assert status(line, verify) == expected


BOWL = "f(x) = x^2 - 4x + 9,\\quad x\\in\\mathbb{R} ; x ; "
ENDS = (
    "substitute | x**2 - 4*x + 9 | x | {} ; substitute | x**2 - 4*x + 9 | x | {} ; solve_inequality | R1 <= y <= R2 | y"
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"State the range of f. ; {BOWL}solve_inequality | (-4)**2 - 4*(9 - y) >= 0 | y", "accepted"),
        (f"State the range of f. ; {BOWL}solve_inequality | (-4)**2 - 4*(9 - y) > 0 | y", "rejected"),
        (f"State the range of f. ; {BOWL}substitute | x**2 - 4*x + 9 | x | 0 ; solve_inequality | y >= R1 | y",
         "rejected"),
        (f"State the range of f. ; {BOWL}solve_inequality | y >= 5 | y", "undecided"),
        (f"Find the range of f for -1 \\le x \\le 4. ; f(x) = x^2 - 4x + 9 ; x ; {ENDS.format(2, -1)}", "accepted"),
        (f"Find the range of f for -1 \\le x \\le 4. ; f(x) = x^2 - 4x + 9 ; x ; {ENDS.format(4, -1)}", "rejected"),
        ("Find the range. ; f(x) = 3 + \\sqrt{x - 2} ; x ; solve_inequality | y >= 3 | y", "accepted"),
        ("Find the range. ; f(x) = 2e^{x} + 1 ; x ; solve_inequality | y - 1 > 0 | y", "accepted"),
        ("Find the range. ; f(x) = \\sqrt{4 - x^2} ; x ; solve_inequality | 0 <= y**1 <= sqrt(4) | y", "accepted"),
        ("Find the range. ; f(x) = x^3 - x ; x ; solve_inequality | 0*y >= 0 | y", "undecided"),
        ("Find the range of the derivative. ; f(x) = x^2 ; x ; solve_inequality | y >= 0**2 | y", "undecided"),
        ("Find the range of f on [0, 3]. ; f(x) = x^2 - 4x, x \\ge 1 ; x ; solve_inequality | y >= -4 | y",
         "undecided"),
    ],
)  # fmt: skip
def test_range_is_that_of_the_function(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """The image of all numbers or of an interval, with its ends, which the plan works out."""
    assert status(line, verify) == expected


UNION = "P(A) = 0.5, \\quad P(B) = 0.4, \\quad P(A \\cup B) = 0.7 ; A, B"
TWO = "P(A) = 0.5, P(B) = 0.4 ; A, B"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Events A and B are given. Find P(A \\mid B). ; {UNION} ; simplify | (0.5 + 0.4 - 0.7)/0.4", "accepted"),
        (f"Events A and B are given. Find P(A \\mid B). ; {UNION} ; simplify | (0.5 + 0.4 - 0.7)/0.5", "rejected"),
        (f"Find P(A' \\cap B). ; {UNION} ; simplify | 0.7 - 0.5", "accepted"),
        (f"Find the probability that both A and B occur. ; {UNION} ; simplify | 0.5 + 0.4 - 0.7", "accepted"),
        (f"Find P(A or B but not both). ; {UNION} ; simplify | 0.7 - 0.2", "undecided"),
        (f"Find P(A \\cap B). ; {TWO} ; simplify | 0.5*0.4", "undecided"),
        (f"A and B are independent. Find P(A \\cap B). ; {TWO} ; simplify | 0.5*0.4", "accepted"),
        (f"A and B are not independent. Find P(A \\cap B). ; {TWO} ; simplify | 0.5*0.4", "undecided"),
        (f"A and B are mutually exclusive. Find P(A \\cup B). ; {TWO} ; simplify | 0.5 + 0.4", "accepted"),
        ("Find P(A \\cap B). ; P(A) = 0.5, P(B) = 0.4, P(A \\cup B) = 0.95 ; A, B ; simplify | 0.9 - 0.95",
         "undecided"),
        ("Find P(A or B) if P(A) = 0.4, P(B) = 0.5 and P(A and B) = 0.2. ; "
         "P(A \\cup B) = P(A) + P(B) - P(A \\cap B) ; A, B ; simplify | 0.4 + 0.5 - 0.2", "accepted"),
    ],
)  # fmt: skip
def test_probability_follows_from_others(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """The only one that the printed probabilities allow, if there is one."""
    assert status(line, verify) == expected


SECTOR = "Find the area of a sector of a circle of radius 12 cm with a central angle of 150 degrees. ; A = "
FIRST = "Find the first three terms in ascending powers of x. ; (1 + 3x)^8 ; x ; taylor | (1 + 3*x)**8 | x | 0 | "


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{SECTOR}\\frac{{1}}{{2}}r^2\\theta ; r, theta ; simplify | 12**2*(150*pi/180)/2", "accepted"),
        (f"{SECTOR}\\frac{{1}}{{2}}r^2\\theta ; r, theta ; simplify | 12**2*150/2", "rejected"),
        ("Find the area of a sector with radius 10 and angle 72. ; "
         "A = \\frac{1}{2}r^2\\theta ; r, theta ; simplify | 10**2*72/2", "undecided"),
        (f"{FIRST}2", "accepted"),
        (f"{FIRST}3", "rejected"),
        ("Find the sum of the coefficients in the expansion. ; (3x - 2)^5 ; x ; simplify | (3 - 2)**5", "accepted"),
        ("Find the sum of the coefficients in the expansion. ; (ax - 2)^5 ; x ; simplify | (1 - 2)**5", "undecided"),
        ("Find the complex numbers z that satisfy the equation. ; "
         "z\\bar{z} + 2z = 3 + 4i ; z ; simplify | 3 - 4 + 2*I", "accepted"),
    ],
)  # fmt: skip
def test_further_school_kinds(line: str, expected: str, verify: SymbolicVerifier) -> None:
    """A sector by its unit of angle, all terms of an expansion, equations that are not linear in a conjugate."""
    assert status(line, verify) == expected
