# ruff: noqa: E501 - inputs side by side
"""An objective that is not understood is refused, and the refusal names what is not."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from student_client._reading.questions import particles, phrases
from student_client._reading.rewording import everyday
from student_client._reading.statement import NotRead

from ..effort import cheap
from .objectives import XY, F, asked, refusal

UNKNOWN = """extrema maximum minimum asymptotes inverse domain range inflection average mean normal tangent approximate approximately decimal
numerically verify prove not without except unless other largest smallest positive negative number Taylor Maclaurin series sum half double odd
even continuous increasing coefficient remainder degree inequality only second least most or between about around"""


@pytest.mark.parametrize("word", UNKNOWN.split())
def test_unknown_word_is_named(word: str) -> None:
    """It is mathematical and has no tool."""
    assert refusal(f"find the {word} roots").startswith(f"{word!r} ")


@pytest.mark.parametrize(
    ("objective", "named"),
    [
        ("do something", "something"), ("evaluate", "what to do"), ("integrate numerically", "numerically"), ("do not integrate", "not"), ("find the area", "area"), ("expand without simplifying", "without"),
        ("definite integral", "bounds"), ("product of the roots", "product of the roots"), ("sum of the roots", "solutions"), ("how many roots", "how many"), ("number of solutions", "number"),
        ("average rate of change", "average"), ("average rate of change from 1 to 3", "average"), ("rate of change from 1 to 3", "from 1 to 3"), ("rate of change between 1 and 3", "between 1 and 3"),
        ("slope between x = 1 and x = 3", "between"), ("evaluate from 0 to 1", "from 0 to 1"), ("indefinite integral from 0 to 1", "bounds"),
        ("Expand at x = 0", "series"), ("expand about x = 0", "about"), ("expand around 0", "around"), ("expand near x = 0", "series"), ("expand in powers of x", "in powers of"), ("expand in x", "in x"),
        ("substitute", "substitute"), ("find the derivative at the given point", "at the given point"), ("limit", "point"), ("integrate from 0", "'0'"), ("Substitute u = x^2", "u = x^2"), ("let u = x^2", "u = x^2"),
        ("differentiate with respect to z", "'z'"), ("integrate and prove", "prove"), ("d/dy of z", "'y'"), ("find x when z = 2", "'z'"), ("differentiate h(a, b)", "h(a, b)"), ("I differentiate", "'I'"),
        ("evaluate f(1) + f(3)", "'+'"), ("f(3) - f(1)", "'-'"), ("f(1) f(2)", "beside"), ("f'(x)f(x)", "f'(x)f"), ("2f(3)", "'2'"), ("f(2)/3", "'/'"), ("find f(g(2))", "g(2)"), ("twice the derivative", "twice"),
        ("find the derivative of f at 2 and g at 3", "two functions"), ("where f(x) = 0 and f'(x) = 0", "twice"), ("solve f(x) = 2", "'='"), ("find x + 1", "'1'"), ("solve for x^2", "'^'"),
        ("find the first root", "first"), ("evaluate at x = 0,5", "x ="), ("evaluate at x = 1,000", "x ="), ("derivative at x = 0+", "limit"), ("substitute x = 1 and differentiate", "value before"),
        ("solve and add the solutions", "add"), ("solve, then differentiate", "solutions"), ("evaluate the limit and the integral", "point"), ("graph f and find the zeros", "graph"),
        ("equation of the tangent line at x = 1", "tangent"), ("show that f(x) = 0", "show that"), ("differentiate implicitly", "along an equation"), ("partial fractions", "partial"), ("square root", "square"),
        ("limit at x = 2 as x -> 3", "second value"), ("differentiate as x -> 0", "limit"), ("simplify as x -> 0", "limit"), ("find the derivative of f factor", "before"), ("zeros integral", "before"), ("solve over the integers", "integers"), ("2nd root", "'2'"), ("factor over the reals", "over the reals"), ("round to 2 places", "round"),
    ],
)  # fmt: skip
def test_not_understood_is_named(objective: str, named: str) -> None:
    assert named in refusal(objective)


@pytest.mark.parametrize(
    ("objective", "expression", "says"),
    [
        ("definite integral", "x", "a definite integral needs bounds, but has none"),
        ("indefinite integral from 0 to 1", "x", "an indefinite integral has no bounds, but some are given"),
        ("Add", "x^2", "'sum' is only understood for a printed sum, difference or quotient"),
        ("find the velocity", "x^2", "velocity is only understood for a position or a velocity in t"),
        ("find the cube of the binomial", "x + 1", "'the cube of' asks for a power, but the expression is not one"),
        ("Find the Taylor polynomial of degree 3", "e^x", "the words do not say around which point the series is"),
    ],
)
def test_refusal_is_a_sentence(objective: str, expression: str, says: str) -> None:
    """A stranger understands it without the source."""
    assert refusal(objective, expression) == says


@pytest.mark.parametrize(
    ("objective", "expression", "variables", "named"),
    [
        ("integrate", r"\frac{d}{dx} x", "x", "different things"), ("second derivative", r"\frac{d}{dx} x", "x", "different things"), ("limit as x -> 1", r"\lim_{x \to 0} x", "x", "different things"),
        ("limit from the left", r"\lim_{x \to 0^+} x", "x", "different things"), ("integrate from 0 to 2", r"\int_0^1 x\,dx", "x", "different things"), ("simplify", r"\int x\,dx", "x", "integral"),
        ("evaluate with respect to y", r"\int x\,dx", "xy", "with respect to y"), ("evaluate at x = 1 and x = 2", "x, x = 3", "x", "different points"), ("find the derivative and the integral", r"\frac{d}{dx} x", "x", "different things"),
        ("simplify", "x = 1", "x", "an equation"), ("differentiate", "x^2 + y^2 = 1", "xy", "an equation"), ("find x when y = 2", "y = 3x", "xy", "solutions"), ("solve", "y = x^2", "x", "y = …"),
        ("differentiate", "t^2", "x", "x is not in"), ("evaluate at x = 2", "t^2", "x", "'x' is not in"), ("find f(2)", "t^2", "x", "x is not in"), ("solve", "t^2", "x", "x is not in"), ("limit as x -> 0, then differentiate", "x", "x", "value before"),
        ("find g(2)", F, "x", "'g'"), ("find F'(2)", F, "x", "'F'"), ("the function g", F, "x", "'g'"), ("f'(x)", "g(x) = x", "x", "'f'"), ("f'(y)", XY, "xy", "'y'"), ("find y'", XY, "xy", "'"),
        ("find dy/dx", XY, "xy", "along an equation"), ("find a root", "x^2 - a", "x", "'a'"), ("find the gradient", XY, "xy", "gradient"), ("solve in terms of y", "x + y = 3", "xy", "solve for"), ("factors", "60", "x", "divisors"),
        ("first and second derivatives with respect to x and y", XY, "xy", "mixed"), ("derivative of y", XY, "xy", "'y'"),
    ],
)  # fmt: skip
def test_contradiction_is_refused(objective: str, expression: str, variables: str, named: str) -> None:
    """Of words and expression."""
    assert named in refusal(objective, expression, *variables)


REFUSED = {
    "a second thing is asked": """Find the slope at x=1 and the point|Differentiate and find the equation of the line|
        Find the critical numbers and the function values|Find the stationary points and their values|Expand and find the cubic term|
        Find the quadratic term of the expansion|Find the x term in the expansion|Solve and find the value of the function|
        Solve for x and find y|Find the zeros and the y-value|Find dy/dx and y|Find f'(x), f|Find the line|Find the terms|
        Set the derivative equal to zero and find y|Find f(x), then differentiate and find the curve""",
    "the value is asked, the place is found": """Find y when dy/dx = 0|Find f(x) when f'(x) = 0|When dy/dx=0, find y|
        Find the value of the function where the derivative is zero|Find the height when the rate of change is zero|
        Find the y-coordinate of the stationary point|y-value of the critical point|stationary values|critical values of y|
        points on the curve where the tangent is horizontal|Find the value where f'(x) = 0|Evaluate f where f' = 0|Find the values of f at the zeros""",
    "zero is said of something else": """Find dy/dx when y = 0|Find f'(x) where f(x) = 0|the slope where y = 0|the gradient when y is zero|
        Find f'(x) when the function is zero|Find f''(x) when f'(x) = 0|Differentiate, when y = 0|Find the derivative, where f(x) = 0|
        Where f'(x) = 0, find f''(x)|Find the gradient of the curve at the points where y = 0""",
    "the expression is the result": """Find f(x) given f'(x)|Find y given dy/dx|This is the derivative of f. Find f.|Given the derivative, find the function|
        Find the curve with gradient|Given the antiderivative, find the function|Given the factored form, find the polynomial|
        Find the polynomial with these factors|Find the equation from its roots|Find the expression from its expansion|
        Find the function from its derivative|f'(x) is given. Find f''(x)|This is the first derivative. Find the second derivative|
        The derivative is f. Find f|Which function has the derivative|Write down a polynomial with these roots|Integrate the derivative|
        These are the roots. Find the polynomial|the derivative below. find the second derivative""",
    "a phrase means something else": """greatest common factor|find the common factors|completing the square|write by completing the square|Simplify values of x|
        Simplify for all values of x|simplify the roots|evaluate the root|solve the derivative|laws of logarithms|use the laws of logarithms|
        expand using the laws of logarithms|find the quadratic factor|linear factors of f|State the product rule|Integrate to find the volume|
        product of the derivative|condense and write as a single fraction|mixed partial derivative|Find the velocity""",
    "yes or no": "Is x = 2 a solution?|Does f'(x) = 0?|Do the roots agree|Has f'(x) a root|is this true|does this hold|Are there roots",
    "a number of things": "for 5 points, differentiate|evaluate for 5 points|evaluate at 3 points|evaluate with 4 steps",
    "a list is cut short": "Find f(1), f(2), ..., f(5)|Find f(1), f(2), …|Find f(1), f(2) and so on",
    "of one or of both": """zeros of f and f'|critical points of f and f'|zeros of f' and f''|find the zeros of the function and the derivative|f(2):f(1)|
        find there the derivative""",
    "a sum of other things": "Add f(1) and f(3)|Add the roots|Add x = 2|Divide|Add",
}


@pytest.mark.parametrize("objective", [text.strip() for listed in REFUSED.values() for text in listed.split("|")])
def test_wrong_question_is_refused(objective: str) -> None:
    """A word that could be one is not understood."""
    assert refusal(objective, "f(x) = x^3 - 3x")


@pytest.mark.parametrize(
    ("objective", "expression", "variables"),
    [
        ("solve", r"\frac{d}{dx} x^2", "x"), ("solve for x", r"\frac{d}{dx} x^2", "x"), ("find the volume", r"\int_0^1 x\,dx", "x"), ("x-intercepts", "x^2 + y^2 = 1", "xy"), ("where does the curve cross the x-axis", "x^2 + y^2 = 1", "xy"),
        ("find the velocity", "v(t) = t^2", "t"), ("find the velocity", "f(x) = x^2", "x"), ("find the velocity when the acceleration is zero", "s(t) = t^3", "t"), ("find the height when the velocity is zero", "h(t) = t^3", "t"), ("Divide", r"\frac{x^2+1}{x-1}", "x"), ("Add", r"\frac{1}{x} - 1", "x"),
        ("Solve for the indicated variable", "a x = 2", "ax"), ("Find f_x(1, 2)", "f(x, y) = x y", "xy"),  ("does this hold", "x^2 = 4", "x"),
    ],
)  # fmt: skip
def test_expression_must_bear_it(objective: str, expression: str, variables: str) -> None:
    """A question that does not fit the expression is not understood."""
    assert refusal(objective, expression, *variables)


PIECES = sorted(
    {
        phrase.strip()
        .replace("{v}", "x")
        .replace("{f}", "f")
        .replace("{p}", "2")
        .replace("{n}", "3")
        .replace("{l}", "u")
        for table in (phrases, particles, everyday)
        for value in vars(table).values()
        for text in (value.values() if isinstance(value, dict) else [value])
        if isinstance(text, str) and "|" in text
        for phrase in text.split("|")
    }
)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=12).map(lambda found: " ".join(found)[:200]))
@example("(" * 200)
@example("the " * 50)
@example("x = " * 50)
@example("f(" * 100)
@example("2" + "/2" * 99)
@example("f" + "'" * 199)
@example("and " * 50)
@example(":\x000")
@example(r"\frac" * 40)
def test_any_text_ends_quickly(text: str) -> None:
    """In questions, or in a refusal."""

    def ends() -> None:
        with contextlib.suppress(NotRead):
            assert asked(text, F)[0]

    cheap(ends)
