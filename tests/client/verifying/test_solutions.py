# ruff: noqa: E501 - one equation a line
"""Lists of solutions: each solves the printed equation within its domain, and none is missing."""

from __future__ import annotations

import pytest
import sympy
from student_client._verifying.polynomial_roots import Asked
from student_client._verifying.solutions import all_solutions

from .trees import X, built, equation, read, within, word

POLYNOMIALS = [
    ("x^2=4", "2; -2", "right"), ("x^2=4", "2", "wrong"), ("x^2=4", "", "wrong"), ("x^2=4", "2; -2; 3", "wrong"), ("x+1=x", "", "right"), ("x+1=x", "0", "wrong"),
    ("x=x", "", "unknown"), ("x=x", "1", "unknown"), ("(x+1)^2=x^2+2x+1", "0", "unknown"), (r"\frac{x}{x}=1", "", "unknown"), ("y=1", "1", "unknown"),
    # Multiple roots count once.
    ("(x-1)^2(x+2)=0", "1; -2", "right"), ("(x-1)^{10}=0", "1", "right"), ("(x^2-2)^3=0", "sqrt(2); -sqrt(2)", "right"), ("(x^2-2)^3=0", "sqrt(2)", "wrong"), ("(x-1)^2=0", "1; 1", "right"),
    # Complex ones: all of them; the real ones alone are enough only if real ones are asked.
    ("x^2=-1", "", "unknown"), ("x^2=-1", "I; -I", "right"), ("x^2=-1", "I", "wrong"), ("x^3=1", "1", "unknown"), ("x^3=1", "", "wrong"), ("x^3=1", "1; -1/2+sqrt(3)*I/2", "wrong"), ("x^3=1", "1; -1/2+sqrt(3)*I/2; -1/2-sqrt(3)*I/2", "right"),
    # A cubic whose three real roots need complex cube roots.
    ("x^3-3x+1=0", "2*cos(2*pi/9); 2*cos(4*pi/9); 2*cos(8*pi/9)", "right"), ("x^3-3x+1=0", "2*cos(2*pi/9); 2*cos(4*pi/9)", "wrong"), ("x^3-3x+1=0", "2*cos(2*pi/9); 2*cos(4*pi/9); 2*cos(7*pi/9)", "wrong"),
    # Solutions that the printed denominators exclude.
    (r"\frac{(x-2)(x+3)}{x-2}=5", "2", "wrong"), (r"\frac{(x-2)(x+3)}{x-2}=5", "", "right"), (r"\frac{x^2-x}{x}=0", "0; 1", "wrong"), (r"\frac{x^2-x}{x}=0", "1", "right"), (r"\frac1x=0", "", "right"),
    (r"\frac{1}{1/x}=0", "0", "wrong"), (r"\frac{1}{1/x}=0", "", "right"), (r"\frac{x}{x^2-2}=\frac{\sqrt{2}}{x^2-2}", "", "unknown"), (r"\frac{x^3-2x}{x^2-2}=0", "0", "right"), (r"\frac{x^3-2x}{x^2-2}=0", "0; sqrt(2); -sqrt(2)", "wrong"),
    # Decimals, and numbers of every size.
    ("x^2=2", "1.414213562373095048801688724; -1.414213562373095048801688724", "wrong"), ("x^2=10^{-300}", "0", "wrong"), ("10^{300}x=1", "0", "wrong"), ("x-10^{12}=0", "10**12", "right"), ("(x-10^6)^2=1", "1000001", "wrong"),
    ("x=10^{-30}", "10**-30", "right"), ("x^2-2x=-1+10^{-60}", "1", "wrong"), ("x^2-2x=-1+10^{-60}", "1+10**-30; 1-10**-30", "right"),
    # Coefficients that are not fractions.
    (r"\pi x^2=1", "1/sqrt(pi); -1/sqrt(pi)", "right"), (r"\pi x^2=1", "1/sqrt(pi)", "wrong"), (r"x^3+x=\pi", "", "wrong"), (r"(x-\pi)^2=0", "pi", "right"), (r"ex=1", "1/E", "right"), (r"ex=1", "E", "wrong"),
    # No numbers at all.
    ("x^2=1", "x", "wrong"), ("x^2=1", "oo", "unknown"), ("x^2=1", "1; -1; sqrt(-1)", "wrong"), ("x=1", "log(0*y+1)+1", "right"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "found"), POLYNOMIALS)
def test_of_polynomials(printed: str, made: str, found: str) -> None:
    finding = all_solutions(Asked(equation(printed), "x"), built(made))
    assert word(finding) == found, finding


FUNCTIONS = [
    (r"\sqrt{x+6}=x", "3", "right"), (r"\sqrt{x+6}=x", "3; -2", "wrong"), (r"\sqrt{x+6}=x", "", "wrong"), (r"\sqrt{x-4}=\sqrt{2x-3}", "-1", "wrong"), (r"\sqrt{x-4}=\sqrt{2x-3}", "", "right"),
    (r"\sqrt[3]{x}=-2", "-8", "right"), (r"\sqrt[3]{x}=-2", "", "wrong"), (r"\sqrt[3]{x}=x", "-1; 0; 1", "right"), (r"\sqrt[3]{x}=x", "0; 1", "wrong"), ("x^{2/3}=4", "8; -8", "right"), ("x^{2/3}=4", "8", "wrong"), ("x^{3/2}=8", "4", "right"),
    (r"\ln x+\ln(x+2)=\ln 3", "1", "right"), (r"\ln x+\ln(x+2)=\ln 3", "1; -3", "wrong"), (r"(x+1)\ln x=0", "1", "right"), (r"(x+1)\ln x=0", "1; -1", "wrong"),
    ("e^x=-1", "", "right"), ("e^x=-1", "I*pi", "wrong"), ("e^{2x}=5", "log(5)/2", "right"), ("e^{2x}=5", "log(5)/2; log(5)/2+I*pi", "wrong"), ("e^{-x}=0", "", "right"), ("xe^x=0", "0", "right"), (r"\frac{e^x}{x}=0", "", "right"),
    ("e^x=x+1", "0", "right"), ("x^2=2^x", "2; 4", "wrong"), ("2^x=8", "3", "right"), ("2^x=8", "log(8)/log(2)", "right"), ("2^x=8", "3; 4", "wrong"), ("e^{2x}-3e^x+2=0", "0; log(2)", "right"), ("e^{2x}-3e^x+2=0", "log(2)", "wrong"),
    # Kinks, and edges of the domain that are solutions or are not.
    ("|x|=3", "3; -3", "right"), ("|x|=3", "3", "wrong"), ("|x|=-3", "", "right"), ("|x|=0", "0", "right"), ("|x^2-4|=0", "2; -2", "right"), (r"\frac{x^2-1}{\sqrt{x-1}}=0", "1", "wrong"), (r"\frac{x^2-1}{\sqrt{x-1}}=0", "", "right"),
    (r"\sqrt{x}\sqrt{x-1}=0", "1", "right"), (r"\sqrt{x}\sqrt{x-1}=0", "0; 1", "wrong"), (r"\arcsin x=\frac{\pi}{2}", "1", "right"), (r"\arcsin x=2", "", "right"), (r"\arccos x=0", "1", "right"),
    # Far away, and close to zero.
    ("|x-10^6|=1", "1000001; 999999", "right"), ("|x-10^6|=1", "1000001", "wrong"), ("|x-10^{12}|=1", "1000000000001; 999999999999", "right"), ("|x-10^{12}|=1", "1000000000001", "wrong"), ("|x-10^{12}|=1", "", "wrong"),
    (r"\sqrt{x}=10^6", "10**12", "right"), (r"\sqrt{x}=10^6", "", "wrong"), (r"\ln x=20", "exp(20)", "right"), (r"\ln x=20", "", "wrong"), (r"\ln x=-50", "exp(-50)", "right"), (r"\ln x=700", "", "unknown"),
    ("e^x=10^{300}", "300*log(10)", "right"), ("e^x=10^{-300}", "-300*log(10)", "right"), ("xe^{-x}=10^{-9}", "", "wrong"), ("e^{-x^2}=10^{-12}", "sqrt(12*log(10)); -sqrt(12*log(10))", "right"),
    # Identities, and steps: infinitely many.
    (r"\sqrt{x^2}=x", "0", "unknown"), (r"\sin x=2", "", "right"), (r"\cos x=3", "", "right"), (r"\sin x=0", "0; pi", "unknown"), (r"\cos x=x", "", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "found"), FUNCTIONS)
def test_of_other_equations(printed: str, made: str, found: str) -> None:
    finding = all_solutions(Asked(equation(printed), "x"), built(made))
    assert word(finding) == found, finding


ASKED = [
    ("x^2=1", "1", "[0,oo)", "right"), ("x^2=1", "1", "[1,oo)", "right"), ("x^2=1", "1", "(1,oo)", "wrong"), ("x^2=1", "", "(1,oo)", "right"), ("x^2=1", "1; -1", "[0,oo)", "wrong"), ("x^2=2", "sqrt(2)", "(0, sqrt(2)]", "right"), ("x^2=2", "", "(0, sqrt(2))", "right"), ("x^2=2", "", "(0, sqrt(2)]", "wrong"),
    (r"\sin x=0", "0; pi", "[0,2*pi)", "right"), (r"\sin x=0", "0; pi", "[0,2*pi]", "wrong"), (r"\sin x=0", "0; pi; 2*pi", "[0,2*pi]", "right"), (r"\sin x=0", "0; pi; 2*pi", "[0,2*pi)", "wrong"), (r"\sin x=0", "pi", "(0,2*pi)", "right"), (r"\sin x=0", "pi", "[0,2*pi)", "wrong"),
    (r"2\sin^2 x-\sin x-1=0", "pi/2; 7*pi/6; 11*pi/6", "[0,2*pi)", "right"), (r"2\sin^2 x-\sin x-1=0", "7*pi/6; 11*pi/6", "[0,2*pi)", "unknown"), (r"\cos^2 x=1", "0; pi", "[0,2*pi)", "right"), (r"\tan x=1", "pi/4", "[0,2*pi)", "wrong"), (r"\tan x=1", "pi/4; 5*pi/4", "[0,2*pi)", "right"), (r"\sec x=2", "pi/3; 5*pi/3", "[0,2*pi)", "right"), (r"\tan^2x=3", "pi/3; 2*pi/3; 4*pi/3; 5*pi/3", "[0,2*pi)", "right"), (r"\tan x=0", "0; pi", "[0,2*pi)", "right"), (r"\csc x=1", "pi/2", "[0,2*pi)", "right"), (r"\tan x=1", "pi/4", "(-pi/2,pi/2)", "right"),
    (r"\frac{\sin x}{x}=0", "pi", "[0,2*pi)", "right"), (r"\frac{\sin x}{x}=0", "0; pi", "[0,2*pi)", "wrong"), ("e^x=1", "0", "(-oo,0]", "right"), ("e^x=1", "", "(-oo,0)", "right"), ("e^x=1", "0", "(-oo,0)", "wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "where", "found"), ASKED)
def test_in_an_interval(printed: str, made: str, where: str, found: str) -> None:
    finding = all_solutions(Asked(equation(printed), "x", interval=within(where)), built(made))
    assert word(finding) == found, finding


@pytest.mark.parametrize(
    ("printed", "made", "field", "found"),
    [
        ("x^3=1", "1", "complex", "wrong"),
        ("x^3=1", "1; -1/2+sqrt(3)*I/2; -1/2-sqrt(3)*I/2", "complex", "right"),
        ("x^3=1", "1; -1/2+sqrt(3)*I/2; -1/2-sqrt(3)*I/2", "real", "wrong"),
        ("x^3=1", "1", "real", "right"),
        ("x^3=1", "", "real", "wrong"),
        ("x^2=-1", "", "real", "right"),
        ("x^2=-1", "", "complex", "wrong"),
        ("e^x=-1", "", "real", "right"),
        ("x^2=4", "2; -2", "complex", "right"),
    ],
)
def test_over_a_field(printed: str, made: str, field: str, found: str) -> None:
    assert word(all_solutions(Asked(equation(printed), "x", field=field), built(made))) == found


@pytest.mark.parametrize(
    ("printed", "made", "domain", "found"),
    [
        ("x^2=4", "2", r"\ln x", "right"),
        ("x^2=4", "2; -2", r"\ln x", "wrong"),
        ("|x|=4", "4", r"\ln x", "right"),
        ("|x|=4", "4; -4", r"\ln x", "wrong"),
        ("a^x=b", "log(b)/log(a)", r"\ln a+\ln b", "right"),
        (r"\sqrt{x}=a", "a**2", r"\ln a", "right"),
    ],
)
def test_within_a_domain(printed: str, made: str, domain: str, found: str) -> None:
    finding = all_solutions(Asked(equation(printed), "x", (read(domain),)), built(made))
    assert word(finding) == found, finding


LETTERS = [
    ("ax=b", "b/a", "right"), ("ax=b", "a/b", "wrong"), ("x^2=a", "sqrt(a); -sqrt(a)", "right"), ("x^2=a", "sqrt(a)", "wrong"), ("x^2=a^2", "a; -a", "right"), ("x^2=a^2", "a", "wrong"), ("x+a=x+b", "", "right"),
    ("ax^2+bx+c=0", "(-b+sqrt(b**2-4*a*c))/(2*a); (-b-sqrt(b**2-4*a*c))/(2*a)", "right"), ("ax^2+bx+c=0", "(-b+sqrt(b**2-4*a*c))/(2*a)", "wrong"), ("ax^2+bx+c=0", "(b+sqrt(b**2-4*a*c))/(2*a); (b-sqrt(b**2-4*a*c))/(2*a)", "wrong"),
    (r"\ln x=a", "exp(a)", "right"), (r"\ln x=a", "exp(-a)", "wrong"), (r"\sqrt{x}=a", "a**2", "unknown"), ("|x|=a", "a; -a", "unknown"), (r"\sqrt{x+a}=b", "b**2-a", "unknown"), ("a^x=b", "log(b)/log(a)", "unknown"), ("a^x=b", "log(a)/log(b)", "wrong"),
    (r"\frac{x-a}{x-a}=0", "a", "wrong"), (r"\frac{x^2-a^2}{x-a}=0", "-a", "right"), (r"\frac{x^2-a^2}{x-a}=0", "a; -a", "wrong"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "made", "found"), LETTERS)
def test_with_letters(printed: str, made: str, found: str) -> None:
    finding = all_solutions(Asked(equation(printed), "x"), built(made))
    assert word(finding) == found, finding


QUINTIC = [sympy.CRootOf(X**5 - X - 1, index) for index in range(5)]


@pytest.mark.parametrize(
    ("printed", "indices", "found"),
    [
        ("x^5-x-1=0", [0, 1, 2, 3, 4], "right"),
        ("x^5-x-1=0", [0], "unknown"),
        ("x^5-x-1=0", [1, 2, 3, 4], "wrong"),
        ("x^5-x-1=0", [0, 1, 2], "wrong"),
        ("x^5-x-1=0", [], "wrong"),
        ("x^5-x+1=0", [0], "wrong"),
    ],
)
def test_numbered_roots(printed: str, indices: list[int], found: str) -> None:
    assert word(all_solutions(Asked(equation(printed), "x"), [QUINTIC[index] for index in indices])) == found


def test_real_without_complex_numbers() -> None:
    """Real ones are written without complex numbers."""
    made = sympy.solve(X**3 - 3 * X + 1, X)
    assert any(one.has(sympy.I) for one in made)
    found = all_solutions(Asked(equation("x^3-3x+1=0"), "x"), made)
    assert (word(found), "written with complex ones" in found.reason) == ("unknown", True)
    one, two, three = (2 * sympy.cos(sympy.pi * k / 9) for k in (2, 4, 8))
    assert word(all_solutions(Asked(equation("x^3-3x+1=0"), "x"), [one, two, three])) == "right"
    assert word(all_solutions(Asked(equation("x^3-3x+1=0"), "x"), [one, two])) == "wrong"


@pytest.mark.parametrize("made", [sympy.Integral(X, X), sympy.re(X), sympy.Symbol("y") * sympy.zoo])
def test_unreadable_numbers(made: sympy.Expr) -> None:
    assert word(all_solutions(Asked(equation("x^2=1"), "x"), [made])) != "right"
