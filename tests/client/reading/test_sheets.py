"""Text that sheets and homework systems print around a task is left out if it changes nothing; all else remains."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings
from student_client._reading.rewording.sheet_headings import without_heading
from student_client._reading.rewording.sheet_letters import with_letters
from student_client._reading.rewording.sheet_methods import without_way
from student_client._reading.rewording.sheet_notes import without_notes_of_entry
from student_client._reading.rewording.sheet_nouns import without_nouns
from student_client._reading.rewording.sheet_remarks import without_remarks
from student_client._reading.rewording.sheet_tasks import in_usual_tasks
from student_client._reading.rewording.sheets import from_sheets
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Name: ______ Date: ______ Factor.", "Factor."),
        ("Name ________ Score ___/10. Solve each equation.", "Solve each equation."),
        ("Quiz 3, Version B, Question 7 (10 points): Find f'(x).", "Find f'(x)."),
        ("Unit 2: Derivatives. Differentiate.", "Differentiate."),
        ("Section 5.4, Exercise 23. (2 of 3 attempts used) Integrate.", "Integrate."),
        ("You have 3 attempts left. Simplify. Answer: ______", "Simplify."),
        ("Fill in the blank: f'(2) = ____.", "Find f'(2)."),
    ],
)
def test_without_heading_leaves_the_task(words: str, left: str) -> None:
    assert without_heading(words) == left


@pytest.mark.parametrize(
    "words",
    [
        "Second derivatives. Differentiate.",
        "The point is 3. Differentiate.",
        "Find 3 points.",
        "Degree 3: find the polynomial.",
        "Where do the curves meet? (two points)",
        "Evaluate (at 3 points).",
    ],
)
def test_without_heading_keeps_what_asks(words: str) -> None:
    assert without_heading(words) == words


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Enter the derivative. Use * for multiplication. Do not simplify.", "Find the derivative."),
        ("Enter all solutions, separated by semicolons.", "Find all solutions."),
        ("Find the zeros; no decimals.", "Find the zeros."),
        ("Integrate. Decimal approximations will be marked wrong; give an exact answer.", "Integrate."),
        ("Solve. Your answers should be exact, not rounded decimals.", "Solve."),
        ("Expand. Write the terms in order of descending powers of x.", "Expand."),
        ("Type in f'(x). Use parentheses around arguments, e.g. sin(x).", "Find f'(x)."),
        ("Find dy/dx. Answer in terms of x and y only.", "Find dy/dx."),
        ("Use ^ for powers and sqrt for square roots. Simplify.", "Simplify."),
        ("Evaluate. Leave π in your answer.", "Evaluate."),
        ("Solve. Answers must be exact; approximate answers will not be accepted.", "Solve."),
        ("Enter your answer in factored form. Simplify.", "Simplify. Write your answer in factored form."),
        ("Compute f(3). Input an integer or a reduced fraction. Enter your answer below.", "Compute f(3)."),
    ],
)
def test_without_notes_of_entry_leaves_task(words: str, left: str) -> None:
    assert without_notes_of_entry(words, "x^2 + y^2 = 1", {"x", "y"}) == left


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Solve. Enter decimals, not exact values.", "decimals"),
        ("Solve. Enter your answers as decimals, separated by commas.", "decimals"),
        ("Solve. Enter only one of the exact solutions.", "only one"),
        ("Solve. Type only the positive solution, with no spaces.", "only the positive"),
        ("Solve. Enter only solutions that are integers, separated by commas.", "integers"),
        ("Solve. Enter the sum of all solutions, with no commas.", "sum"),
        ("Differentiate. Use e for the elasticity.", "Use e"),
        ("Evaluate. Use * for addition.", "Use *"),
        ("Find the limit. Enter INF for negative infinity.", "Enter INF"),
        ("Solve. Complex answers are written with i.", "Complex"),
        ("Find y. Answer in terms of x only.", "in terms of x only"),
        ("Solve. Do not list exact solutions.", "Do not list"),
        ("Solve. Exact answers will not be accepted.", "not be accepted"),
        ("Solve. Give an approximate answer rather than an exact one.", "approximate"),
        ("Give the answers to two decimals, no spaces.", "two decimals"),
        ("Solve. Enter the integer solutions as a comma-separated list.", "integer"),
        ("Factor. Enter the exponents separated by commas.", "exponents"),
        ("Differentiate. Enter the exact solutions, separated by commas.", "solutions"),
    ],
)
def test_without_notes_of_entry_keeps_choice(words: str, kept: str) -> None:
    assert kept in without_notes_of_entry(words, "x^2 + y^2 = 1", {"x", "y"})


def test_without_notes_of_entry_checks_sizes() -> None:
    printed = r"A = \begin{bmatrix} 1 & 2 \\ 0 & 1 \end{bmatrix}"
    words = "Find A^2. Enter your answer as a $2\\times2$ matrix."
    assert without_notes_of_entry(words, printed, set()) == "Find A^2."
    words = words.replace("2\\times2", "3 x 3")
    assert "3 x 3" in without_notes_of_entry(words, printed, set())


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Find the antiderivative by repeated integration by parts.", "Find the antiderivative."),
        ("Solve by treating it as a quadratic in 3^x.", "Solve."),
        ("Solve by taking logarithms of both sides, then isolating the unknown.", "Solve."),
        ("Evaluate, using the substitution u = e^x, the integral.", "Evaluate the integral."),
        ("By dividing numerator and denominator by the highest power of x, find the limit.", "Find the limit."),
        ("Integrate. Use integration by parts twice.", "Integrate."),
        ("Find dy/dx by differentiating both sides implicitly.", "Find dy/dx."),
        ("First make a substitution and then use integration by parts to integrate it.", "Integrate it."),
        ("Find the zeros using the rational zeros theorem, or other factoring techniques.", "Find the zeros."),
        ("Find the series using the definition, up to the x^4 term.", "Find the series, up to the x^4 term."),
        ("Solve the system by eliminating one of the unknowns.", "Solve the system."),
        ("Find the eigenvalues by solving the characteristic equation.", "Find the eigenvalues."),
    ],
)
def test_without_way_leaves_the_task(words: str, left: str) -> None:
    assert without_way(words, {"x"}) == left


@pytest.mark.parametrize(
    "words",
    [
        "Evaluate by the trapezoidal rule with 4 steps.",
        "Solve by two steps of Newton's method.",
        "Solve the differential equation by Euler's method.",
        "Find the eigenvalues by the power method.",
        "Find the value by the linear approximation.",
        "Find the polynomial obtained by completing the square.",
        "Find the function you get by squaring both sides.",
        "Find the product of the number by its conjugate.",
        "Evaluate by substituting x = 2.",
        "Find the remainder on division by the quadratic.",
        "Rewrite the expression by completing the square.",
        "Find the new equation by taking logarithms of both sides.",
        "Find the function by multiplying with 3.",
        "Evaluate the determinant by expanding, then double it.",
        "Find the limit by factoring and taking the square root.",
        "Find the limit using the first two terms of the Maclaurin series.",
        "Evaluate the integral using a power series.",
        "Use the product rule, then evaluate at x = 2.",
        "Evaluate at x = 2 using the chain rule and the product rule.",
    ],
)
def test_without_way_keeps_what_matters(words: str) -> None:
    assert without_way(words, {"x"}) == words


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Two polynomials P and D are given. Divide.", "Divide."),
        ("The given equation involves a power of the variable. Solve it.", "Solve it."),
        ("Find the limit and justify each step by naming the limit laws.", "Find the limit."),
        ("Find the exact value without the use of a calculator.", "Find the exact value."),
        ("Find the function's zeros.", "Find the zeros of the function."),
        ("Two polynomials have a common zero. Find it.", "Two polynomials have a common zero. Find it."),
        ("Explain why it has a zero.", "Explain why it has a zero."),
        ("The equation has two roots. Solve it.", "The equation has two roots. Solve it."),
    ],
)
def test_without_remarks_keeps_what_is_said(words: str, left: str) -> None:
    assert without_remarks(words) == left


def test_from_sheets_places_the_indicated_letter() -> None:
    made = from_sheets("Solve the equation for the indicated variable.", r"PV = nRT;\ R", ["R"])
    assert made == ("Solve the equation for R.", "PV = nRT")


_ALL = "Assume all variables are positive."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Expand the logarithm. All letters denote positive numbers.", f"Expand the logarithm. {_ALL}"),
        ("Condense (assume $x>1$ and y > 0).", None),
        ("Condense. Suppose x, y > 0.", f"Condense. {_ALL}"),
        ("Simplify. No denominator is zero.", "Simplify."),
        ("Solve for x. The letters a and b stand for nonzero constants.", None),
        ("Solve. All letters denote positive numbers.", None),
        ("Simplify. Assume that x is positive.", None),
        ("Find the domain of the logarithm. All letters denote positive numbers.", None),
        ("Find the limit for positive x and y.", None),
    ],
)
def test_with_letters_says_what_is_assumed(words: str, said: str | None) -> None:
    assert with_letters(words, "log x + log y", {"x", "y"}) == (said or words)


def test_with_letters_names_constants() -> None:
    words = "Solve for x. The letters a and b stand for nonzero constants."
    assert with_letters(words, "a x = b", {"a", "b", "x"}) == "Solve for x, where a and b are constants."


@pytest.mark.parametrize(
    ("words", "expression", "said"),
    [
        ("Solve the exponential equation.", "2^x = 8", "Solve the equation."),
        ("Solve the exponential equation.", "x^2 = 8", None),
        ("Solve the biquadratic equation.", "x^4 - 5x^2 + 4 = 0", "Solve the equation."),
        ("Solve the biquadratic equation.", "x^4 - 5x^3 + 4 = 0", None),
        ("Find the tangent to the hyperbola at x = 2.", "y = 1/x", "Find the tangent to the curve at x = 2."),
        ("Find the tangent to the hyperbola at x = 2.", "y = x^2", None),
        ("Find the area between the parabola and the straight line.", "y = x^2, y = x + 2", None),
        ("Find the zeros of the fifth-degree polynomial.", "x^5 - x", "Find the zeros of the polynomial."),
        ("Find the zeros of the fourth-degree polynomial.", "x^5 - x", None),
        ("Solve the equation containing radicals.", r"\sqrt{x} = 2", "Solve the equation."),
        ("Solve the equation containing radicals.", "x^2 = 2", None),
        ("Solve the fractional equation.", r"\frac{2}{x} = 1", "Solve the equation."),
        ("Solve the system of three equations.", "x = 1, x = 2", None),
        ("f is one-to-one. Find the inverse.", "f(x) = 2x", "Find the inverse."),
        ("Assume that f has an inverse. Find f^{-1}(x).", "f(x) = 2x", "Find f^{-1}(x)."),
        ("The inverse of f is one-to-one. Find the inverse.", "f(x) = 2x", None),
        ("f is one-to-one on [0, 1]. Find the inverse.", "f(x) = x^2", None),
        ("f is one-to-one. Find the zeros.", "f(x) = 2x", None),
    ],
)
def test_without_nouns_checks_what_is_printed(words: str, expression: str, said: str | None) -> None:
    made = without_nouns(words, expression, ["x"])
    assert made == (said or words.replace("the parabola and the straight line", "the two curves"))


@pytest.mark.parametrize(
    ("words", "expression", "said"),
    [
        ("Combine into one logarithm.", r"\ln x + \ln y", "Write the expression as a single logarithm."),
        ("Condense into one logarithm with coefficient 2.", r"\ln x + \ln y", None),
        ("Find a formula for the sum of the first n squares.", r"\sum_{k=1}^{n} k^2", "Find the sum."),
        ("Find a formula for the sum of the first n squares.", r"\sum_{k=0}^{n} k^2", None),
        ("Find the two square roots of nine, that is, all real solutions.", "x^2 = 9", None),
        ("Find the cube roots of 8, that is, all complex solutions.", "z^3 = 8", "Find all complex solutions."),
        ("Find the cube roots of 9, that is, all complex solutions.", "z^3 = 8", None),
        ("Divide. Write the answer as quotient plus remainder over divisor.", r"\frac{x^2}{x+1}", None),
    ],
)
def test_in_usual_tasks_fits_what_is_printed(words: str, expression: str, said: str | None) -> None:
    made = in_usual_tasks(words, expression, set("xyznk"))
    assert made == (said or ("Divide using long division." if words.startswith("Divide") else words))


def test_from_sheets_joins_all_parts() -> None:
    words = "Exit ticket: Find the real solution set of the radical equation by squaring both sides. [2 points]"
    assert from_sheets(words, r"\sqrt{x} = 2", ["x"])[0] == "Find the real solutions of the equation."


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Find every number c in (0,2) that satisfies the conclusion of the Mean Value Theorem on [0,2].", "= 3"),
        ("Find the value of c guaranteed by the Mean Value Theorem for f on the interval [1, 2].", "= 6"),
        ("Find all numbers c that satisfy Rolle's Theorem on [-1, 1].", "= 0"),
    ],
)
def test_mean_value_reads_the_chord(words: str, asked: str) -> None:
    (reading,) = readings(Problem(words, "f(x) = x^3 - x", ["x"]))
    assert asked in str(reading)


@pytest.mark.parametrize(
    "words",
    [
        "Find every number c in [0,2] that satisfies the conclusion of the Mean Value Theorem on [0,2].",
        "Find every number c in (0,1) that satisfies the conclusion of the Mean Value Theorem on [0,2].",
        "Find all numbers c that satisfy the Mean Value Theorem for integrals on [0, 2].",
        "Find all numbers c that satisfy Rolle's Theorem on [0, 2].",
        "Find the largest number c that satisfies the conclusion of the Mean Value Theorem on [-2, 2].",
    ],
)
def test_mean_value_refuses_other_questions(words: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(words, "f(x) = x^3 - x", ["x"]))


def test_local_reads_both_extreme_values() -> None:
    (reading,) = readings(
        Problem("Find the local maximum and local minimum values of f.", "f(x) = x^3 - 3x", ["x"]),
    )
    assert str(reading) == "x^3 - 3*x at x = -1; x^3 - 3*x at x = 1"
