"""Questions of lectures are read as they are printed, and their words never lose what restricts them."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.same_notation import canonical
from student_client._reading.rewording.defined_in_words import defined
from student_client._reading.rewording.lectures import lectured
from student_client._reading.rewording.repeated import without_repeats
from student_client._reading.rewording.worded_sums import printed_sum
from student_client._reading.rewording.worded_taylor import expansion
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("written", "printed", "same"),
    [
        ("y = (x + 1)/(x - 2)", r"y = \frac{x+1}{x-2}", True),
        ("dy/dx = e^(x - y)", r"\frac{dy}{dx} = e^{x-y}", True),
        ("V = (1/3)\\pi r^2 h", r"V = \frac{1}{3}\pi r^2 h", True),
        ("e^x - y", "e^{x-y}", False),
        ("(x + 1)/2x", r"\frac{x+1}{2}x", False),
        ("2 \\cdot 3", "23", False),
    ],
)
def test_canonical_tells_formulas_apart(written: str, printed: str, same: bool) -> None:
    assert (canonical(written) == canonical(printed)) is same


@pytest.mark.parametrize(
    ("objective", "expression", "left"),
    [
        ("The nth term of a sequence is given by u_n = 5n - 3. Find u_7.", "u_n = 5n - 3", "Find u_7."),
        ("Find gof, where f(x) = 8x and g(x) = x^3.", "f(x) = 8x, g(x) = x^3", "Find gof."),
        ("f is defined by f(x) = 1/(x - 2), x ≠ 2. Find f(3).", r"f(x) = \frac{1}{x-2}", "Find f(3)."),
        ("Let f : R → R be given by f(x) = 4x + 3. Find f(2).", "f(x) = 4x + 3", "Find f(2)."),
    ],
)
def test_without_repeats_drops_what_is_printed(objective: str, expression: str, left: str) -> None:
    assert without_repeats(objective, expression, ["x"]) == left


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Let f(x) = 2x + 7 only for positive x. Find f(3).", "f(x) = 2x + 7"),
        ("Let f(x) = 2x + 7, x ≠ 2. Find the domain.", "f(x) = 2x + 7"),
        ("Let f(x) = 2x + 8. Find f(3).", "f(x) = 2x + 7"),
        ("Solve, where f(x) = 2x + 7 is negative.", "f(x) = 2x + 7"),
        ("Let f : R+ → R be given by f(x) = x^2. Find the inverse.", "f(x) = x^2"),
    ],
)
def test_without_repeats_keeps_restrictions(objective: str, expression: str) -> None:
    assert without_repeats(objective, expression, ["x"]) == objective


@pytest.mark.parametrize(
    ("objective", "expression", "printed"),
    [
        ("Find S_8 for the G.P. 3, 6, 12, ...", r"3, 6, 12, \ldots", r"\sum_{n=1}^{8}\left(3 \cdot (2)^{n-1}\right)"),
        (
            "An arithmetic progression has first term 7 and common difference 4. Find the sum of its first 25 terms.",
            r"7 + 11 + 15 + \cdots",
            r"\sum_{n=1}^{25}\left(7 + (4)(n-1)\right)",
        ),
        (
            "Find the sum of the first 50 terms of the series whose nth term is 3n + 2.",
            "3n + 2",
            r"\sum_{n=1}^{50}\left(3n + 2\right)",
        ),
        ("Find a_3 + a_4 + \\dots + a_9.", "a_n = n^2", r"\sum_{n=3}^{9}\left(n^2\right)"),
        ("Find the sum of the cubes of the integers from 5 to 12.", "n^3", r"\sum_{n=5}^{12}\left(n^3\right)"),
        (
            "Find the product of the first four even integers.",
            r"2 \cdot 4 \cdot 6 \cdot 8",
            r"\prod_{n=1}^{4}\left(2n\right)",
        ),
    ],
)
def test_printed_sum_has_bounds(objective: str, expression: str, printed: str) -> None:
    assert printed_sum(objective, expression, ["n"])[1] == printed


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the sum of the first 8 terms.", r"1, 4, 9, \ldots"),
        ("Find the sum to infinity of the geometric series.", r"1 + 2 + 4 + \cdots"),
        ("Find the sum of the first 9 odd terms of the geometric series.", r"1 + 2 + 4 + \cdots"),
        ("Find the product of the first four odd integers.", r"2 \cdot 4 \cdot 6 \cdot 8"),
        ("Find the sum of the cubes of the odd integers from 5 to 12.", "n^3"),
        ("Find a_3 + a_5 + \\dots + a_9.", "a_n = n^2"),
    ],
)
def test_printed_sum_guesses_nothing(objective: str, expression: str) -> None:
    assert printed_sum(objective, expression, ["n"]) == (objective, expression)


def test_printed_sum_refuses_another_kind() -> None:
    with pytest.raises(NotRead):
        printed_sum("Find the sum of the first 8 terms of the arithmetic series.", r"1, 2, 4, \ldots", ["n"])


@pytest.mark.parametrize(
    ("objective", "degree", "at"),
    [
        ("What is the quadratic approximation to e^x near x = 1?", 2, "1"),
        ("Find T_4(x), the fourth Taylor polynomial about x = 2.", 4, "2"),
        ("Expand in powers of x + 1 up to the term in (x + 1)^2 by Taylor's theorem.", 2, "-1"),
        ("By Maclaurin's theorem, expand e^x up to the term containing x^3.", 3, "0"),
        ("Compute its degree 5 Taylor polynomial at the origin.", 5, "0"),
    ],
)
def test_expansion_finds_degree_and_place(objective: str, degree: int, at: str) -> None:
    assert expansion(objective, "e^x", ["x"]) == f"Find the Taylor polynomial of degree {degree} about x = {at}."


@pytest.mark.parametrize(
    "objective",
    [
        "Find the cubic term of the Taylor series around x = 4.",
        "Find the coefficient of x^3 in the Maclaurin series.",
        "Find the second Taylor polynomial T_3 about x = 1.",
        "Find the error of the quadratic approximation at x = 1.",
        "Find the Maclaurin polynomial of degree 3 for g(x).",
        "Expand in powers of x - 1 up to the term in x^2 by Taylor's theorem.",
        "Find the quadratic approximation at x = 1 and at x = 2.",
    ],
)
def test_expansion_leaves_other_questions(objective: str) -> None:
    assert expansion(objective, "f(x) = e^x", ["x"]) == objective


def test_defined_moves_values_to_the_expression() -> None:
    words, printed = defined("If A = [[2, 3], [5, -2]], find A^2 - 4I, where I is the identity matrix.", "A^2 - 4I")
    assert words == "Find A^2 - 4I."
    assert printed == (
        r"A = \begin{pmatrix} 2 &  3 \\ 5 &  -2 \end{pmatrix}, I = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"
    )
    assert defined("Given z = 1 + 2i, evaluate z^2.", "z^2") == ("Evaluate in the form a + bi.", "(1 + 2i)^2")


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Given A = [[1, 2], [3, 4]] and B = [[0, 1], [1, 0]], find BA.", "AB"),
        ("Given A = [[1, 2], [3, 4]] and B = [[0, 1], [1, 0]], find the transpose of AB.", "AB"),
        ("Given z = 1 + 2i, find the real part of z^2.", "z^2"),
        ("Given z = 1 + 2i and w is its conjugate, evaluate zw.", "zw"),
        ("Given u = (1, 2) and v is twice u, find u · v.", r"u \cdot v"),
    ],
)
def test_defined_moves_nothing_else(objective: str, expression: str) -> None:
    assert defined(objective, expression) == (objective, expression)


def test_lectured_reads_a_composition() -> None:
    objective = "The functions f and g are defined by f(x) = 2x and g(x) = 1/x. Find fg(x)."
    expression = r"f(x) = 2x, g(x) = \frac{1}{x}"
    assert lectured(objective, expression, ["x"]) == ("Find fg(x).", expression)


_TWO = r"A = \begin{pmatrix} 2 & 1 \\ 1 & 1 \end{pmatrix}, B = \begin{pmatrix} 3 & 0 \\ 1 & 2 \end{pmatrix}"
_ONE = r"\begin{pmatrix} 1 & 1 \\ 0 & 1 \end{pmatrix}"


@pytest.mark.parametrize(
    ("objective", "expression", "read"),
    [
        ("What are the positive roots of the equation?", "x^2 = 9", ("find the positive roots.", "x^2 = 9")),
        ("Raise the matrix to the fourth power.", _ONE, ("Compute", f"{_ONE}^{{4}}")),
        ("Solve for the matrix X if AX = B.", _TWO, ("Find A^{-1}B", _TWO)),
        ("Find the matrix X such that XA = B.", _TWO, ("Find BA^{-1}", _TWO)),
        (
            "When p(x) is divided by x^2 - 1, what are the quotient and remainder?",
            "p(x) = x^4",
            ("Find the quotient and remainder.", r"\frac{x^4}{x^2 - 1}"),
        ),
        (
            "Divide the complex numbers.",
            r"\frac{3 + i}{1 - 2i}",
            (
                "Evaluate in the form a + bi.",
                r"\frac{3 +"
                r" i}{1 - 2i}",
            ),
        ),
        (
            "A curve passes through (2, 5) and its gradient at any point is $3x$. Find the equation of the curve.",
            r"\frac{dy}{dx} = 3x",
            ("A curve passes through (2, 5). Find the equation of the curve.", r"\frac{dy}{dx} = 3x"),
        ),
        (
            "Assume that x is a function of t. Determine dx/dt.",
            "x^2 t + x = t^3",
            ("Determine dx/dt.", "x^2 t + x = t^3"),
        ),
    ],
)
def test_lectured_says_the_formula(objective: str, expression: str, read: tuple[str, str]) -> None:
    words, printed = lectured(objective, expression, ["x", "y"])
    assert (words.rstrip("."), printed) == (read[0].rstrip("."), read[1])


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Add the complex numbers.", "(1+i)(2-i)"),
        ("Find the remainder when x^3 + 1 is divided by x - 2.", "x^3 + 1"),
        ("A curve has gradient at any point equal to $3x$. Find the curve.", r"\frac{dy}{dx} = 2x"),
        (r"Find $\partial w / \partial z$ treating x and z as constants.", "w = xyz"),
        ("Assume that t is a function of x. Determine dx/dt.", "x^2 t + x = t^3"),
        ("Square the matrix and find its determinant.", _ONE),
    ],
)
def test_lectured_leaves_other_questions(objective: str, expression: str) -> None:
    assert lectured(objective, expression, ["x", "y"]) == (objective, expression)
