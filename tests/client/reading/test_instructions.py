"""A bare instruction is read by its verb, its noun and what qualifies it; one with any other word is not."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.formulas.typed import as_tex
from student_client._reading.readings import readings
from student_client._reading.rewording.functions_named import of_function
from student_client._reading.rewording.instructions import instructed
from student_client._reading.rewording.letters_named import along_curve, of_partials
from student_client._reading.rewording.qualifiers import qualified, without_frame
from student_client._reading.statement import Choices, NotRead


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Exercise 13. Could you find the limit for me? Thanks", "find the limit"),
        ("A-level maths: we want to solve it, showing all your working", "solve it"),
        ("This is from last year's exam. Factor", "Factor"),
        ("Part (c): simplify and justify your answer", "simplify"),
        ("Show that it holds", "Show that it holds"),
    ],
)
def test_without_frame_leaves_the_task(words: str, left: str) -> None:
    assert without_frame(words) == left


@pytest.mark.parametrize(
    ("words", "letters", "said"),
    [
        ("Compute (five significant figures)", "", "evaluate rounded to 5 significant figures"),
        ("Find the sum. Give a decimal with 3 significant digits", "", "Find the sum rounded to 3 significant figures"),
        ("Give the solutions to 2 decimal places", "x", "Give the solutions rounded to 2 decimal places"),
        ("Expand the log for positive x and y", "xy", "Expand the log. Assume all variables are positive."),
        ("Solve, given that 0 < x < 1", "x", "Solve for 0 < x < 1"),
    ],
)
def test_qualified_says_it_as_usual(words: str, letters: str, said: str) -> None:
    assert qualified(words, "x", set(letters)) == said


@pytest.mark.parametrize(
    "words",
    [
        "Compute to 3 decimal places and to 5 significant figures",
        "Expand the log for positive x",
        "Integrate, given that 0 < x < 1",
        "Find the limit for x > 0 and y > 0",
    ],
)
def test_qualified_leaves_what_limits_more(words: str) -> None:
    assert qualified(words, "x + y", {"x", "y"}) == words


@pytest.mark.parametrize(
    ("words", "expression", "said"),
    [
        ("Factorize 286 Into Prime Factors", "286", "Factor into primes."),
        ("What is the gcd of the numbers?", "54,42", "Find the greatest common divisor."),
        ("find the LCM of 385 and 140!", "140, 385", "Find the least common multiple."),
        ("Write over a common denominator", r"\frac1x + \frac1y", "Write as a single fraction."),
        ("Get rid of the root in the denominator", r"\frac{4}{\sqrt{3}}", "Rationalize the denominator."),
        ("FIND WHERE THE TWO GRAPHS CROSS", "y = x, y = x^2", "Solve the system of equations."),
        ("group terms by powers of x", "3x + ax", "Collect powers of x."),
        ("raise A to the 3rd power", r"A = \begin{pmatrix}1&2\\3&4\end{pmatrix}", "Find A^3."),
    ],
)
def test_instructed_says_the_usual_words(words: str, expression: str, said: str) -> None:
    assert instructed(words, expression, ["x", "y", "A"])[0] == said


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("Find the gcd of 24 and 48.", "24, 42"),
        ("Find the largest prime factor.", "286"),
        ("Find the greatest common odd factor.", "24, 42"),
        ("Write in standard form.", "45000"),
        ("What is y?", "y + z = 1, y - z = 3"),
        ("Express in terms of sin B and cos B.", r"\sin 2A"),
        ("Find the greatest common factor.", "6R^4 + 9R^3"),
    ],
)
def test_instructed_leaves_other_tasks(words: str, expression: str) -> None:
    assert instructed(words, expression, ["x"]) == (words.rstrip(".?"), expression)


def test_readings_expands_logs_by_their_rules() -> None:
    asked = readings(Problem("Expand by the log rules", r"\ln(xy)", ["x", "y"]))[0].questions
    assert [(step.tool, step.word) for step in asked[0]] == [("rewrite", "logs")]


def test_readings_does_not_round_up() -> None:
    with pytest.raises(NotRead):
        readings(Problem("Round up to 3 decimal places", r"\sqrt{19}", ["x"]))


def curve(words: str, expression: str, letters: str) -> str:
    return along_curve(words, parse_statement(expression, list(letters), Choices({})).expression, list(letters))


@pytest.mark.parametrize(
    ("words", "letters", "said"),
    [
        ("assume that y is a function of x. Find dy/dx", "xy", "Find dy/dx."),
        ("Use implicit differentiation to find the slope of the curve", "xy", "Find dy/dx."),
        ("find dx/dy at (1, 2)", "xy", "Find dx/dy at y = 2 and x = 1."),
        ("The equation defines s implicitly as a function of r. Find ds/dr", "rs", "Find ds/dr."),
        ("Find the gradient of the curve at the point (0, 7)", "rs", "Find ds/dr at r = 0 and s = 7."),
        ("differentiate implicitly with respect to t", "tx", "Find dx/dt."),
    ],
)
def test_along_curve_names_the_derivative(words: str, letters: str, said: str) -> None:
    assert curve(words, f"{letters[0]}^2 {letters[1]} + {letters[1]}^3 = 2", letters) == said


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Assume x is a function of y. Find dy/dx", "xy"),
        ("Find the gradient at (1, 2)", "zk"),
        ("Find the gradient at (1, 2)", "sr"),
        ("Find d^2y/dx^2 by implicit differentiation", "xy"),
        ("Find the slope of the normal at (1, 2)", "xy"),
        ("find dr/ds at (1, 2)", "rs"),
    ],
)
def test_along_curve_leaves_other_questions(words: str, letters: str) -> None:
    assert curve(words, f"{letters[0]}^2 {letters[1]} + {letters[1]}^3 = 2", letters) == words


def test_along_curve_is_not_of_a_graph() -> None:
    assert curve("Find the slope at (1, 2)", "y = x^2 + 1", "xy") == "Find the slope at (1, 2)"


def test_of_partials_places_a_point() -> None:
    words = "partial derivative with respect to t at (1, 2)"
    said = "partial derivative with respect to t at t = 1 and s = 2"
    assert of_partials(words, "f(t, s) = t s^2", None)[0] == said
    assert of_partials(words, "t s^2", None)[0] == words


@pytest.mark.parametrize(
    ("words", "expression", "said"),
    [
        ("Find the domain of V", r"V = \sqrt{x}", "Find the domain of the function."),
        ("Where does the graph rise?", "4x^2 + 4", "Where is the function increasing?"),
        ("Integrate, 8 to 10", r"u = \frac{6}{x}", "Find the definite integral from 8 to 10."),
        ("Power series expansion up to x^4", r"\cosh x", "Find the Maclaurin polynomial of degree 4."),
        ("find y^{(4)}(x)", "y = x^7", "Find the derivative of order 4."),
        ("left and right limits at 1", r"\frac{1}{x - 1}", "Find the limit from the left as x approaches 1."),
        ("Find dA/dx", "x^2", "Find the derivative with respect to x."),
    ],
)
def test_instructed_says_what_of_a_function(words: str, expression: str, said: str) -> None:
    assert instructed(words, expression, ["x"])[0].startswith(said)


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("Find the domain of W", r"V = \sqrt{x}"),
        ("For which values of k is the function increasing?", "kx^2 + 4"),
        ("Find dA/dx", "A = x^2 + k"),
        ("find f^{(4)}(k)", "f(x) = x^7"),
    ],
)
def test_instructed_keeps_other_letters(words: str, expression: str) -> None:
    assert instructed(words, expression, ["x", "k"])[0] == words.rstrip("?")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("product_(n=0)^100 n", r"\prod_{n=0}^{100}  n"),
        ("int_(1)^(oo) x dx", r"\int_{1}^{\infty}  x dx"),
        ("sum k=1 to 44 of k(k + 3)", r"\sum_{k=1}^{44} k(k + 3)"),
        (r"{14 \choose 12}", r"\binom{14}{12}"),
        (r"\cos r = 1\quad 0 \le r \le 2", r"\cos r = 1, 0 \le r \le 2"),
        ("sum k=1 to 44 of k + 3", "sum k=1 to 44 of k + 3"),
        ("sum_(k=0)^n-1 k", "sum_(k=0)^n-1 k"),
    ],
)
def test_as_tex_prints_what_is_typed(typed: str, printed: str) -> None:
    assert as_tex(typed) == printed


def test_of_function_leaves_another_letter() -> None:
    assert of_function("Find the tangent at k = 2", "f(t) = t^3", ["t", "k"]) == "Find the tangent at k = 2"
    assert of_function("Find the tangent at t = 2", "f(t) = t^3", ["t", "k"]) == "Find the tangent at 2"


def test_readings_does_not_end_with_from() -> None:
    with pytest.raises(NotRead):
        readings(Problem("What do you get the derivative from.", "2x", ["x"]))


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("When is this true for all x?", "a x^2 + 1 > 0"),
        ("simplify the square root of the expression", "x^2"),
        ("Find the area bounded by the curve, the x-axis and the lines x = 1 and y = 4", "y = x^2"),
    ],
)
def test_readings_leaves_what_says_more(words: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(words, expression, ["x", "a"]))
