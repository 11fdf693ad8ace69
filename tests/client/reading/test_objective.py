# ruff: noqa: E501 - inputs side by side
"""An objective's words, and the expression's notation, become the list of questions that are meant."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.objective import questions
from student_client._reading.questions.matching import phrase_words, tables
from student_client._reading.statement import Choices

from ..pairs import RIGHT
from .objectives import XY, F, asked, understood


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("integrate", "int x"), ("INTEGRATE.", "int x"), ("Find the antiderivative of the function", "int x"), ("What is the indefinite integral?", "int x"),
        ("please integrate by parts", "int x"), ("integrate from 0 to 1", "int x (0, 1)"), ("integrate from x = 0 to x = 1", "int x (0, 1)"),
        ("evaluate the integral over the interval [0, 2]", "int x (0, 2)"), ("Find the area under the curve from 0 to 2", "int x (0, 2) area"), ("work out the integral", "int x"),
        ("differentiate", "d x"), ("find f'(x)", "d x"), ("d/dx", "d x"), ("dy/dx", "d x"), (r"find $\frac{dy}{dx}$", "d x"), ("rate of change", "d x"), ("use the product rule", "d x"),
        ("Find dy/dx", "d x"), ("What is the derivative of f?", "d x"), ("find the first derivative of y", "d x"), ("find the derivative f'(x)", "d x"), ("find f'", "d x"),
        ("Differentiate. Do not simplify.", "d x"), ("find f prime", "d x"), ("3. Differentiate", "d x"), ("(a) find y'", "d x"), ("DIFFERENTIATE WITH RESPECT TO X", "d x"),
        ("second derivative", "d x, d x"), ("f''(x)", "d x, d x"), ("differentiate twice", "d x, d x"), ("d^2y/dx^2", "d x, d x"), ("find the derivative twice", "d x, d x"),
        ("find the second derivative f''(x) at x = 1", "d x, d x, at x 1"), ("derivative of the derivative", "d x, d x"), ("differentiate and then differentiate again", "d x, d x"),
        ("find the derivative at x = 2", "d x, at x 2"), ("f'(-1)", "d x, at x -1"), ("slope of the tangent at x=pi/4", "d x, at x pi/4"), ("slope of the tangent line at x = 1", "d x, at x 1"),
        ("If x = 2, find the derivative", "d x, at x 2"), ("for x = 2, what is the slope?", "d x, at x 2"), ("differentiate twice and evaluate at x = 1", "d x, d x, at x 1"),
        ("second derivative at x = 1", "d x, d x, at x 1"), ("find f'(x), when x = 3", "d x, at x 3"),
        ("Differentiate...", "d x"), ("find dy/dx …", "d x"), ("differentiate and then simplify", "d x, simplify"), ("simplify the derivative", "d x, simplify"), ("the factored derivative", "d x, factor"),
        ("derivative of the expanded form", "expand, d x"), ("differentiate and simplify the derivative", "d x, simplify"), ("simplify f'(2)", "d x, at x 2, simplify"),
        ("simplify after expanding", "expand, simplify"), ("first expand, then integrate", "expand, int x"), ("solve f'(x) = 0", "d x, solve x"),
        ("differentiate, then solve f'(x) = 0", "d x, solve x"), ("where is f'(x) zero?", "d x, solve x"), ("differentiate, set equal to zero and solve", "d x, solve x"),
        ("find the points where f'(x) = 0", "d x, solve x"), ("set the derivative equal to zero", "d x, solve x"),
        ("critical points", "d x, solve x critical"), ("critical numbers", "d x, solve x critical"), ("find the critical values", "d x, solve x critical"),
        ("stationary points", "d x, solve x stationary"), ("where is the tangent horizontal", "d x, solve x"), ("zeros of the derivative", "d x, solve x"), ("zeros of f'(x)", "d x, solve x"),
        ("solve for x", "solve x"), ("find the roots", "solve x"), ("x = ?", "solve x"), ("Where is it zero?", "solve x"), ("Find all solutions", "solve x"),
        ("find all real solutions", "solve x real"), ("real roots", "solve x real"), ("solve over the reals", "solve x real"), ("find the real zeros", "solve x real"),
        ("complex roots", "solve x complex"), ("all complex solutions", "solve x complex"), ("real and complex roots", "solve x complex"), ("solve over the complex numbers", "solve x complex"),
        ("rewrite without brackets the given function.", "expand"), ("put into factored form", "factor"), ("make x the subject of the formula", "solve x"),
        ("simplify", "simplify"), ("reduce to lowest terms", "simplify"), ("simplify the expression completely", "simplify"), ("expand", "expand"), ("multiply out the brackets", "expand"),
        ("expand and simplify", "expand"), ("Expand the brackets and simplify.", "expand"), ("Factorise completely", "factor"), ("write as a product", "factor product"), ("write as a polynomial", "expand"), ("Write the following polynomial in factored form", "factor"), ("Express the fraction in lowest terms", "simplify"), ("Factor completely over the integers", "factor"),
        ("Find all real numbers x such that this holds", "solve x real"), ("Find all values of x that satisfy the equation", "solve x"), ("At which x is f(x) = 0?", "solve x"), ("write the derivative in simplest form", "d x, simplify"),
        ("prime factors", "factor primes"), ("find the prime factorization", "factor primes"), ("expand f(x+h)", "at x x + h, expand"),
        ("limit as x approaches 0", "lim x 0"), ("find the limit as x -> -infinity", "lim x -oo"), ("limit at x = a", "lim x a"), ("what happens as x → ∞?", "lim x oo"),
        ("limit as x approaches zero", "lim x 0"), ("What happens as x goes to 0? Find the limit.", "lim x 0"), ("as x → 0, find the limit", "lim x 0"),
        ("limit from the right as x approaches 0", "lim x 0+"), ("limit as x approaches 0 from above", "lim x 0+"), ("limit as x -> 0+", "lim x 0+"), ("limit x -> 0^+", "lim x 0+"),
        ("left-hand limit at x = 2", "lim x 2-"), ("limit as x approaches 0 from the left", "lim x 0-"), ("limit as x -> 0^{-}", "lim x 0-"), ("limit as x approaches 0 from below", "lim x 0-"),
        ("evaluate at x = 2", "at x 2"), ("x = -1/2", "at x -1/2"), ("substitute x = sqrt(2)", "at x sqrt(2)"), ("replace x with a+1", "at x a + 1"),
        ("plug in 3 for x", "at x 3"), ("evaluate when x equals minus 2", "at x -2"), ("find f(2)", "at x 2"), ("Find the value of f(2)", "at x 2"), ("set x to 2", "at x 2"),
    ],
)  # fmt: skip
def test_words_are_understood(objective: str, meaning: str) -> None:
    assert understood(objective) == meaning


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("Find f(1) and f(3)", "at x 1; at x 3"), ("Find f(0), f(1), and f(2).", "at x 0; at x 1; at x 2"), ("f(1), f(2)", "at x 1; at x 2"), ("find both f(1) and f(2)", "at x 1; at x 2"),
        ("Find f'(x) and f''(x)", "d x; d x, d x"), ("Find f'(x). Find f''(x).", "d x; d x, d x"), ("f'(2) and f''(2)", "d x, at x 2; d x, d x, at x 2"), ("f' and f''", "d x; d x, d x"),
        ("first and second derivatives", "d x; d x, d x"), ("find the first two derivatives", "d x; d x, d x"), ("first and second derivatives at x = 2", "d x, at x 2; d x, d x, at x 2"),
        ("find f'(x) and f(2)", "d x; at x 2"), ("find f'(x) and evaluate f'(2)", "d x; d x, at x 2"), ("differentiate and find f'(2)", "d x; d x, at x 2"),
        ("find the derivative and the critical points", "d x; d x, solve x critical"), ("differentiate and find the critical points", "d x; d x, solve x critical"),
        ("Find the zeros and the derivative", "solve x; d x"), ("find the critical points and the zeros", "d x, solve x critical; solve x"), ("find the derivative as well as the integral", "d x; int x"),
        ("evaluate at x = 1, 2 and 3", "at x 1; at x 2; at x 3"), ("at x=1 and x=2", "at x 1; at x 2"), ("evaluate at x = 1 and at x = 2", "at x 1; at x 2"),
        ("slope at x=1 and x=2", "d x, at x 1; d x, at x 2"), ("find the slope at x = 1 and at x = 2", "d x, at x 1; d x, at x 2"), ("derivative at 1 and 2", "d x, at x 1; d x, at x 2"),
        ("limit as x -> 0 and as x -> infinity", "lim x 0; lim x oo"), ("limit as x -> 0 from the left and from the right", "lim x 0-; lim x 0+"),
        ("Find f'(x) and f''(x), then simplify", "d x, simplify; d x, d x, simplify"), ("evaluate at x = 2 and find the derivative", "at x 2; d x"),
    ],
)  # fmt: skip
def test_several_questions(objective: str, meaning: str) -> None:
    assert understood(objective, F) == meaning


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("expand and differentiate", "expand, d x"), ("differentiate and simplify", "d x, simplify"), ("find f'(x) and simplify your answer", "d x, simplify"),
        ("differentiate, then evaluate at x = 0", "d x, at x 0"), ("simplify and evaluate at x = 5", "simplify, at x 5"), ("find f'(x) and evaluate it at x = 2", "d x, at x 2"),
        ("factor and solve", "solve x"), ("expand, then solve", "solve x"), ("solve and simplify your answers", "solve x"), ("find f(2) and simplify", "at x 2, simplify"),
        ("find the derivative and evaluate the derivative at x = 2", "d x, at x 2"), ("simplify the expression and find the limit as x → 2", "simplify, lim x 2"),
        ("set f'(x) equal to zero and solve for x", "d x, solve x"), ("integrate, and give the antiderivative in factored form", "int x, factor"),
        ("find the zeros by factoring", "solve x"), ("solve by completing the square", "solve x"), ("differentiate using the chain rule and simplify", "d x, simplify"),
        ("using L'Hôpital's rule, find the limit as x → 1", "lim x 1"), ("integrate using partial fractions", "int x"), ("integrate using the substitution u = x^2", "int x"),
    ],
)  # fmt: skip
def test_steps_stay_one_question(objective: str, meaning: str) -> None:
    """Such as "expand and differentiate"."""
    assert understood(objective, F) == meaning


@pytest.mark.parametrize(
    ("objective", "then", "also"),
    [
        ("find the derivative and find the zeros", "d x, solve x", "d x; solve x"),
        ("find the derivative and its zeros", "d x, solve x", "d x; solve x"),
        ("integrate and differentiate", "int x, d x", "int x; d x"),
        ("expand and factor", "expand, factor", "expand; factor"),
        ("find f'(x) and solve f'(x) = 0", "d x, solve x", "d x; d x, solve x"),
        ("find f'(x), then find f'(2)", "d x, at x 2", "d x; d x, at x 2"),
    ],
)
def test_conjunction_is_picked(objective: str, then: str, also: str) -> None:
    """It could mean either."""
    assert (understood(objective, F), understood(objective, F, **{"and": "also"})) == (then, also)
    assert asked(objective, F)[1].met == {"and": ("then", "also")}


def test_point_may_belong_to_both() -> None:
    """Of two things before it."""
    objective = "find the derivative and the second derivative at x = 1"
    assert understood(objective) == "d x; d x, d x, at x 1"
    assert understood(objective, point="all") == "d x, at x 1; d x, d x, at x 1"


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("Differentiate with respect to x and y", "d x; d y"), ("find the partial derivatives with respect to x and y", "d x; d y"), ("Find the first partial derivatives", "d x; d y"), ("partial derivatives", "d x; d y"),
        ("differentiate with respect to x, then y", "d x, d y"), ("differentiate with respect to x and with respect to y", "d x; d y"), ("partial derivative with respect to y", "d y"),
        ("evaluate at x = 1 and y = 2", "at x 1, at y 2"), ("at x = 1, y = 2", "at x 1, at y 2"), ("at x=1, y=2 and x=3, y=4", "at x 1, at y 2; at x 3, at y 4"),
        ("solve between 0 and 1", "solve x in [0, 1]"), ("find all zeros in [0, 1]", "solve x in [0, 1]"), ("solve on the interval [0, 2\\pi)", "solve x in [0, 2*pi)"), ("find all zeros for 0 < x \\le 2", "solve x in (0, 2]"), ("find all zeros where x > 1", "solve x in (1, oo)"), ("find all zeros with x \\leq 3", "solve x in (-oo, 3]"),
        ("derivative at y = 19", "d y, at y 19"), ("integrate over y", "int y"), ("find the zeros in y", "solve y"),
        ("d/dy", "d y"), ("integrate dy", "int y"), ("how does it change with y", "d y"), ("d^2/dy^2", "d y, d y"),
        ("find the values of y", "solve y"), ("y-intercepts", "solve y"), ("what is y", "solve y"), ("for which y is it zero?", "solve y"),
        ("transpose for y", "solve y"), ("y-values of the stationary points", "d y, solve y stationary"), ("f'(x)", "d x"),
    ],
)  # fmt: skip
def test_named_variable_is_meant(objective: str, meaning: str) -> None:
    assert understood(objective, XY, "x", "y") == meaning


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "meaning"),
    [
        ("solve for x and for y", "x + y = 3", "xy", "solve x; solve y"), ("solve for x and y", "x + y = 3", "xy", "solve x; solve y"), ("solve for x in terms of y", "x + y = 3", "xy", "solve x"),
        ("express y in terms of x", "x + y = 3", "xy", "solve y"), ("solve for x in terms of a and b", "a x + b = 0", "xab", "solve x"), ("solve for t", "x = t^2", "xt", "solve t"),
        ("differentiate with respect to a", "a x^2", "x", "d a"), ("differentiate in terms of a", "a x^2", "x", "d a"), ("find a", "a + 1 = 3", "a", "solve a"), ("find a root", "x^2 - 1", "x", "solve x"),
        ("Differentiate y with respect to x", "y = x^2", "x", "d x"), ("slope of the curve y at x = 2", "y = x^2", "x", "d x, at x 2"), ("the derivative of the function g", "g(t) = t^2", "t", "d t"),
        ("find s'(2)", "s(t) = t^2", "t", "d t, at t 2"), ("find y'", F, "x", "d x"), ("f'(2)", "y = x^3", "x", "d x, at x 2"), ("f'(a)", "f(x) = a x^2", "xa", "d x, at x a"),
        ("find f(a)", "f(x) = x^2", "xa", "at x a"), ("derivative at a = 2", "f(x) = a x^2", "xa", "d x, at a 2"), ("differentiate with respect to x where a is a constant", "a x^2", "xa", "d x"),
    ],
)  # fmt: skip
def test_letter_is_what_problem_says(objective: str, expression: str, variables: str, meaning: str) -> None:
    assert understood(objective, expression, *variables) == meaning


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "meaning"),
    [
        ("differentiate", "y^2", ("x", "y"), "d y"), ("differentiate", "a x^2 + b x + c", ("a", "b", "c", "x"), "d x"), ("solve", "a x + b = 0", ("a", "b", "x"), "solve x"),
        ("integrate", "f(t) = a t", ("a", "t"), "int t"), ("integrate", "x t", ("x",), "int x"), ("differentiate", "5", ("x",), "d x"), ("critical points", "k t^2", ("k", "t"), "d t, solve t critical"),
        ("differentiate", "x_1^2 + k", ("x_1", "k"), "d x_1"), ("simplify", "t^2 + t^2", ("x",), "simplify"), ("expand", "2(3+4)", ("x",), "expand"),
    ],
)  # fmt: skip
def test_unnamed_variable_is_usual(objective: str, expression: str, variables: tuple[str, ...], meaning: str) -> None:
    """The only usual one."""
    assert understood(objective, expression, *variables) == meaning


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "topic", "options"),
    [
        ("differentiate", "x y^2", "xy", "variable", ("x", "y")), ("solve", "a b = 3", "ab", "variable", ("a", "b")), ("integrate", "a x y", "axy", "variable", ("x", "y")),
        ("derivative at a = 2", "a x^2", "xa", "derivative", ("a", "x")),
    ],
)  # fmt: skip
def test_several_variables_are_options(
    objective: str, expression: str, variables: str, topic: str, options: tuple[str, ...]
) -> None:
    assert asked(objective, expression, *variables)[1].met == {topic: options}


@pytest.mark.parametrize(
    ("objective", "expression", "meaning"),
    [
        ("evaluate", r"\int x\,dx", "int x"), ("compute", r"\frac{d}{dx} x^2", "d x"), ("find", r"\lim_{x \to 0} x", "lim x 0"), ("Compute the following limit", r"\lim_{x \to 0} x", "lim x 0"),
        ("integrate", r"\int x\,dx", "int x"), ("evaluate the definite integral", r"\int_0^1 x\,dx", "int x (0, 1)"), ("integrate from 0 to 1", r"\int x\,dx", "int x (0, 1)"),
        ("second derivative", r"\frac{d^2}{dx^2} x^4", "d x, d x"), ("differentiate", r"\frac{d^2}{dx^2} x^4", "d x, d x"), ("simplify", r"\frac{d}{dx} x^2", "d x, simplify"),
        ("find the limit as x -> 0", r"\lim_{x \to 0} x", "lim x 0"), ("evaluate", "x^2, x = 3", "at x 3"), ("expand, then integrate", r"\int x(x+1)\,dx", "expand, int x"),
        ("evaluate at x = 3", "x^2, x = 3", "at x 3"), ("evaluate the limit", r"\lim_{x \to 0^+} x", "lim x 0+"), ("evaluate at x = 1 and x = 2", r"\frac{d}{dx} x^2", "d x, at x 1; d x, at x 2"),
        ("evaluate using the substitution u = x^2", r"\int x e^{x^2}\,dx", "int x"), ("zeros", F, "solve x"), ("solve f(x) = 0", F, "solve x"), ("solve", F, "solve x"),
        ("find the x-intercepts", "y = x^2 - 1", "solve x"), ("compute", r"\sqrt{8}", "simplify"), ("Determine the roots of the equation", "x^2 = 4", "solve x"), ("factor and solve", "x^2 = 4", "solve x"),
    ],
)  # fmt: skip
def test_notation_and_words_are_joined(objective: str, expression: str, meaning: str) -> None:
    assert understood(objective, expression) == meaning


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("Find y and dy/dx when x = 2", "at x 2; d x, at x 2"), ("Find f(x) and f'(x) at x = 2", "at x 2; d x, at x 2"), ("Evaluate f and f' at x=2", "at x 2; d x, at x 2"),
        ("Find the value of the function and its derivative at x=2", "at x 2; d x, at x 2"), ("Find the limit and the value of the function at x = 2", "lim x 2; at x 2"), ("Find f, f' and f'' at x = 1", "at x 1; d x, at x 1; d x, d x, at x 1"),
        ("Differentiate and find the value of the function at x = 2", "d x; at x 2"), ("Substitute x = 2 and find y", "at x 2"), ("Find the height when x = 2", "at x 2"), ("Find the values of f at x=1 and x=2", "at x 1; at x 2"),
        ("expand the expression and find its value at x = 2", "expand, at x 2"), ("Given that x = 2, find the value of the function", "at x 2"), ("Find the derivative of f and its value at x = 2", "d x, at x 2"), ("find the derivative of f and f(2)", "d x; at x 2"),
        ("differentiate the function", "d x"), ("differentiate the function f with respect to x", "d x"), ("factor the polynomial", "factor"), ("For the curve, find the gradient at x = 2", "d x, at x 2"), ("Given the function, find f'(x)", "d x"), ("find the derivative of the given function", "d x"),
        ("Find the x-value where f'(x)=0", "d x, solve x"), ("find the roots of f(x) = 0", "solve x"), ("find x where f(x) = 0", "solve x"), ("find f'(x) and solve f(x) = 0", "d x; solve x"), ("When dy/dx=0, find x", "d x, solve x"), ("Find the polynomial in expanded form", "expand"),
        ("Can you differentiate", "d x"), ("use the product rule", "d x"), ("Solve for all values of x", "solve x"), ("Find the derivatives of the following functions", "d x"),
        ("giving your answer in exact form, find f(2)", "at x 2"), ("Find the area of the region under the curve from x = 0 to x = 2", "int x (0, 2) area"), ("Find the integral and check by differentiation", "int x"), ("Perform the indicated operations and simplify", "simplify"),
        ("Solve for the indicated variable", "solve x"), ("find all real and complex solutions", "solve x complex"), ("Find f(2), leaving your answer in terms of pi", "at x 2"), ("Find f(2). Leave your answer in terms of π", "at x 2"), ("simplify by rationalizing", "simplify rationalized"), ("rationalize the denominator", "simplify rationalized"),
        ("condense", "simplify condense"), ("simplify using the laws of logarithms", "simplify condense"), ("write as a single fraction and simplify", "simplify single"), ("simplify and write as a single fraction", "simplify single"), ("find the linear factors", "factor linear"), ("split into linear factors", "factor linear"), ("take out the common factor", "factor"),
    ],
)  # fmt: skip
def test_asked_value_is_a_question(objective: str, meaning: str) -> None:
    """One that is only named is not."""
    assert understood(objective, F) == meaning


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "meaning"),
    [
        ("Find f_x and f_y", "f(x, y) = x^2 y", "xy", "d x; d y"), ("Find f_{xy}", "f(x, y) = x^2 y", "xy", "d x, d y"), ("the mixed partial derivative f_{xy}", "f(x, y) = x^2 y", "xy", "d x, d y"), (r"Find \partial f/\partial y", "f(x, y) = x y", "xy", "d y"),
        ("Find the velocity", "s(t) = t^3", "t", "d t"), ("Find the velocity and the acceleration", "s(t) = t^3", "t", "d t; d t, d t"), ("Find the acceleration", "v(t) = t^3", "t", "d t"), ("When is the velocity zero?", "s(t) = t^3", "t", "d t, solve t"),
        ("Add", r"\frac{1}{x} + \frac{2}{x+1}", "x", "simplify single"), ("Subtract", r"\frac{1}{x} - \frac{2}{x+1}", "x", "simplify single"), ("Divide", r"\frac{1}{x} \div \frac{x}{2}", "x", "simplify single"), ("evaluate the given integral", r"\int_0^1 x\,dx", "x", "int x (0, 1)"),
        ("by completing the square", "x^2 + 2x = 3", "x", "solve x"), ("evaluate the limit by rationalizing", r"\lim_{x \to 1} x", "x", "lim x 1"), ("solve using the laws of logarithms", r"\ln x = 2", "x", "solve x"), ("for which x is this true?", "x^2 = 4", "x", "solve x"),
    ],
)  # fmt: skip
def test_expression_decides_the_word(objective: str, expression: str, variables: str, meaning: str) -> None:
    assert understood(objective, expression, *variables) == meaning


@pytest.mark.parametrize("pair", RIGHT, ids=lambda pair: pair[0].objective)
def test_pairs_are_understood(pair: tuple[object, object]) -> None:
    posed = pair[0]
    statement = parse_statement(posed.expression, posed.variables)  # type: ignore[attr-defined]
    assert questions(posed.objective, statement, posed.variables, Choices({}))  # type: ignore[attr-defined]


def test_phrase_has_one_meaning() -> None:
    met: dict[tuple[str, ...], tuple[str, str]] = {}
    for code, meaning, text in tables():
        for phrase in text.split("|"):
            words = tuple(phrase_words(phrase))
            assert met.setdefault(words, (code, meaning)) == (code, meaning), phrase
