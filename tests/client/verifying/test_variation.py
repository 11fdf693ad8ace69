"""A law of variation is that of the print, and its constant follows from the values that belong together."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge, read

from tests.client.plans import problem
from tests.client.problems import read as line

LAWS = r"""
If y varies directly as the square of x and y = 45 when x = 3, find y when x = 5.
    y = kx^2 ; x, y, k ; solve | Eq(45, 9*k) | k ; simplify | 5*25 ; accepted
If z varies jointly as x and y and z = 24 when x = 2 and y = 3, find z when x = 4 and y = 5.
    z = kxy ; x, y, z, k ; solve | Eq(24, 6*k) | k ; simplify | 4*4*5 ; accepted
y is inversely proportional to x. Given that y = 8 when x = 3, find the value of y when x = 4.
    y = \frac{k}{x} ; x, y, k ; solve | Eq(8, k/3) | k ; simplify | 24/4 ; accepted
w varies directly as x and inversely as the square of y. If w = 10 when x = 4 and y = 2, find w when x = 3 and y = 5.
    w = \frac{kx}{y^2} ; w, x, y, k ; solve | Eq(10, k) | k ; simplify | 10*3/25 ; accepted
y varies directly as the square root of x. If y = 12 when x = 9, find y when x = 25.
    y = k\sqrt{x} ; x, y, k ; solve | Eq(12, 3*k) | k ; simplify | 4*5 ; accepted
p is directly proportional to the cube of q, and p = 32 when q = 2. Calculate p when q = 5.
    p = kq^3 ; p, q, k ; solve | Eq(32, 8*k) | k ; simplify | 4*125 ; accepted
If y varies inversely as x, and y = 9 when x = 2, find y when x = 6.
    y = \frac{k}{x^2} ; x, y, k ; simplify | 9*2/6 ; undecided
If y varies inversely as the square of x, and y = 9 when x = 2, find x when y = 6.
    y = \frac{k}{x^2} ; x, y, k ; simplify | sqrt(6)+0*2 ; undecided
If y varies inversely as the square of x, and y = 9 when x = 2, find half of y when x = 6.
    y = \frac{k}{x^2} ; x, y, k ; simplify | 36/36 ; undecided
If y varies inversely as the square of x, and y = 9 when x = 2, find y when x is doubled.
    y = \frac{k}{x^2} ; x, y, k ; simplify | 36/16 ; undecided
If y varies directly as x plus 2, and y = 9 when x = 2, find y when x = 6.
    y = kx ; x, y, k ; simplify | 9*6/2 ; undecided
If y varies directly as x, and y = 9 when x = 2, find y when x = 6 and k is doubled.
    y = kx ; x, y, k ; simplify | 9*6/2 ; undecided
w varies directly as x and inversely as the square of y. If w = 10 when x = 4 and y = 2, find w when x = 3 and y = 5.
    w = \frac{kx}{y} ; w, x, y, k ; simplify | 5*3/5 ; undecided
"""


@pytest.mark.parametrize("law", LAWS.strip().replace("\n    ", " ; ").splitlines())
def test_law_of_variation(law: str) -> None:
    text, _, status = law.rpartition(" ; ")
    _, asked, plan = line(f"law :: {text}")
    assert judge(asked, plan).status == status


def test_law_of_variation_rejects_another_value() -> None:
    asked = r"If y varies inversely as x, and y = 9 when x = 2, find y when x = 6. ; y = \frac{k}{x} ; x, y, k"
    _, posed, plan = line(f"law :: {asked} ; simplify | 9*6/2")
    assert judge(posed, plan).status == "rejected"


def test_law_of_variation_is_told_whole() -> None:
    asked = "If z varies jointly as x and y and z = 24 when x = 2 and y = 3, find z when x = 4 and y = 5."
    told = read(problem(asked, "z = kxy", "x", "y", "z", "k")).text
    assert told == "the value of z at x = 4, y = 5 by k*x*y, if z = 24, x = 2, y = 3, direct x y"
