# ruff: noqa: E501 - inputs side by side
r"""An objective's words, and the expression's notation, become the operations that are meant, or nothing."""

from __future__ import annotations

import pytest
from student_client._reading.notation import parse_statement
from student_client._reading.objective import operations

from .plans import problem


def understood(objective: str, expression: str = "x^2 + 1", *variables: str) -> str | None:
    posed = problem(objective, expression, *variables)
    steps = operations(posed, parse_statement(posed.expression, posed.variables))
    if steps is None:
        return None
    shown = {"integrate": "int", "differentiate": "d", "substitute": "at", "limit": "lim"}
    return ", ".join(
        shown.get(step.tool, step.tool)
        + (f" {step.variable}" if step.tool in {*shown, "solve"} else "")
        + (f" {step.point}" if step.point is not None else "")
        for step in steps
    )


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("integrate", "int x"), ("INTEGRATE.", "int x"), ("Find the antiderivative of the function", "int x"), ("What is the indefinite integral?", "int x"),
        ("please integrate by parts", "int x"), ("integrate from 0 to 1", "int x (0, 1)"),
        ("differentiate", "d x"), ("find f'(x)", "d x"), ("d/dx", "d x"), ("dy/dx", "d x"), ("rate of change", "d x"), ("use the product rule", "d x"),
        ("second derivative", "d x, d x"), ("f''(x)", "d x, d x"), ("differentiate twice", "d x, d x"), ("d^2y/dx^2", "d x, d x"),
        ("find the derivative at x = 2", "d x, at x 2"), ("f'(-1)", "d x, at x -1"), ("slope of the tangent at x=pi/4", "d x, at x pi/4"),
        ("differentiate and then simplify", "d x, simplify"), ("simplify the derivative", "d x, simplify"), ("the factored derivative", "d x, factor"),
        ("derivative of the expanded form", "expand, d x"), ("differentiate and simplify the derivative", "d x, simplify"),
        ("simplify after expanding", "expand, simplify"), ("critical points", "d x, solve x"), ("solve f'(x) = 0", "d x, solve x"),
        ("solve for x", "solve x"), ("find the roots", "solve x"), ("x = ?", "solve x"), ("Where is it zero?", "solve x"),
        ("rewrite without brackets the given function.", "expand"), ("put into factored form", "factor"), ("make x the subject of the formula", "solve x"),
        ("simplify", "simplify"), ("reduce to lowest terms", "simplify"), ("expand", "expand"), ("multiply out the brackets", "expand"),
        ("expand and simplify", "expand"), ("Factorise completely", "factor"), ("write as a product", "factor"),
        ("limit as x approaches 0", "lim x 0"), ("find the limit as x -> -infinity", "lim x -oo"), ("limit at x = a", "lim x a"), ("what happens as x → ∞?", "lim x oo"),
        ("evaluate at x = 2", "at x 2"), ("x = -1/2", "at x -1/2"), ("substitute x = sqrt(2)", "at x sqrt(2)"), ("replace x with a+1", "at x a + 1"),
        ("plug in 3 for x", "at x 3"), ("evaluate when x equals minus 2", "at x -2"), ("find f(2)", "at x 2"),
    ],
)  # fmt: skip
def test_words_are_understood(objective: str, meaning: str) -> None:
    assert understood(objective) == meaning


@pytest.mark.parametrize(
    ("objective", "expression", "meaning"),
    [
        ("evaluate", r"\int x\,dx", "int x"),
        ("compute", r"\frac{d}{dx} x^2", "d x"),
        ("find", r"\lim_{x \to 0} x", "lim x 0"),
        ("integrate", r"\int x\,dx", "int x"),
        ("evaluate the definite integral", r"\int_0^1 x\,dx", "int x (0, 1)"),
        ("second derivative", r"\frac{d^2}{dx^2} x^4", "d x, d x"),
        ("differentiate", r"\frac{d^2}{dx^2} x^4", "d x, d x"),
        ("simplify", r"\frac{d}{dx} x^2", "d x, simplify"),
        ("find the limit as x -> 0", r"\lim_{x \to 0} x", "lim x 0"),
        ("evaluate", "x^2, x = 3", "at x 3"),
        ("expand, then integrate", r"\int x(x+1)\,dx", "expand, int x"),
        ("zeros", "f(x) = x^2 - 1", "solve x"),
        ("compute", r"\sqrt{8}", "simplify"),
    ],
)
def test_notation_and_words_are_joined(objective: str, expression: str, meaning: str) -> None:
    assert understood(objective, expression) == meaning


def test_the_named_variable_is_meant_else_the_first_that_occurs() -> None:
    assert understood("differentiate with respect to y", "x y^2", "x", "y") == "d y"
    assert understood("differentiate", "x y^2", "x", "y") == "d x"
    assert understood("differentiate", "y^2", "x", "y") == "d y"
    assert understood("solve for t", "x = t^2", "x", "t") == "solve t"
    assert understood("integrate", "f(t) = a t", "a", "t") == "int t"


@pytest.mark.parametrize(
    ("objective", "meaning"),
    [
        ("d/dy", "d y"), ("d/dy of z", None), ("integrate dy", "int y"), ("how does it change with y", "d y"), ("d^2/dy^2", "d y, d y"),
        ("find the values of y", "solve y"), ("y-intercepts", "solve y"), ("what is y", "solve y"), ("for which y is it zero?", "solve y"),
        ("transpose for y", "solve y"), ("y-values of the stationary points", "d y, solve y"), ("f'(y)", None), ("f'(x)", "d x"),
    ],
)  # fmt: skip
def test_a_variable_within_a_phrase_is_the_one_that_is_meant(objective: str, meaning: str | None) -> None:
    assert understood(objective, "x^2 y^2", "x", "y") == meaning


def test_a_derivative_at_a_point_is_the_one_in_the_points_variable() -> None:
    assert understood("derivative at y = 19", "x y^2", "x", "y") == "d y, at y 19"
    assert understood("derivative at a = 2", "f(x) = a x^2", "x", "a") == "d x, at a 2"


def test_the_name_of_another_letter_in_a_call_is_a_point() -> None:
    assert understood("f'(a)", "f(x) = a x^2", "x", "a") == "d x, at x a"
    assert understood("find f(a)", "f(x) = x^2", "x", "a") == "at x a"


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("do something", "x"), ("evaluate", "x"), ("find the extrema", "x^2"), ("prove it", "x"), ("integrate numerically", "x"), ("do not integrate", "x"),
        ("find the area", "x"), ("definite integral", "x"), ("product of the roots", "x^2-1"), ("average rate of change", "x"), ("substitute", "x"),
        ("limit", "x"), ("integrate", r"\frac{d}{dx} x"), ("second derivative", r"\frac{d}{dx} x"), ("simplify", "x = 1"), ("limit as x -> 1", r"\lim_{x \to 0} x"),
        ("solve", "y = x^2"), ("differentiate with respect to z", "x"), ("find the real solutions", "x^2 = 1"), ("limit as x -> 0+", "x"), ("find g(2)", "f(x) = x"),
        ("find F'(2)", "f(x) = x"), ("square root", "x"), ("number of solutions", "x^2-1"), ("integrate and prove", "x"), ("solve and add the solutions", "x^2-1"),
        ("integrate from 0", "x"), ("evaluate at x = 1 and x = 2 ?!)(", r"x, x = 3"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_vocabulary_or_contradicts_itself_is_not_understood(objective: str, expression: str) -> None:
    assert understood(objective, expression) is None
