"""The concept reader understands ordinary questions of calculus, and says them in the usual words."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.statement import NotRead

PARAMETRIC = r"x = t^2 + 1, \quad y = t^3"
PAIR = r"f(x) = x^2, \quad g(x) = x - 1"


@pytest.mark.parametrize(
    ("asked", "expression", "said"),
    [
        ("Calculate the limit without using l'Hôpital's rule.", r"\lim_{x \to 4} \frac{x-4}{x}", "Evaluate the limit."),
        ("Calculate the limit without l'Hôpital.", r"\lim_{x \to 4} \frac{x-4}{x}", "Evaluate the limit."),
        ("Compute the derivative without expanding.", r"f(x) = (x + 1)^3", "Find the derivative."),
        ("If the limit exists, compute it; if not, explain why.", r"\lim_{x \to 0} x", "Evaluate the limit."),
        ("Find the value that f(x) approaches as x → 4.", "f(x) = x^2", "Find the limit as x → 4."),
        ("To what value does f(x) tend as x → ∞?", r"f(x) = \frac{1}{x}", "Find the limit as x → ∞."),
        ("Determine the derived function.", "f(x) = x^3", "Find the derivative."),
        ("How fast is f changing when x = 2?", "f(x) = x^3", "Find the derivative at x = 2."),
        ("Differentiate, leaving your answer in factorised form.", "y = x(x+1)^2",
         "Find the derivative in factored form."),
        ("Find dy/dx, expressing your answer in as simple a form as possible.", "y = x/(x+1)",
         "Find the derivative in simplest form."),
        ("Let $y = f(x)$. Determine $y'$.", "f(x) = x^2", "Find dy/dx."),
        ("Find the first-order partial derivative of f with respect to x.", "f(x,y) = xy",
         "Find the partial derivative with respect to x."),
        ("Given that y is defined implicitly by the equation, find its derivative with respect to x.",
         "x e^y + y = 3", "Find dy/dx."),
        ("For the curve defined by the parametric equations, find dy/dx as a function of t.", PARAMETRIC,
         "Find dy/dx."),
        ("Find the gradient of the parametric curve at t = 1.", PARAMETRIC, "Find dy/dx at t = 1."),
        ("Compute the slope at (0, 1).", "y = e^{2x}", "Find the slope of the tangent line at (0, 1)."),
        ("Write down an equation of the tangent to the curve at the origin.", "y = x^3 + x",
         "Find the equation of the tangent line at (0, 0)."),
        ("Find the equation for the tangent to the graph of f at the point (0, f(0)).", "f(x) = x^2 + 1",
         "Find the equation of the tangent line at x = 0."),
        ("Determine the line normal to the curve at x = 1.", "y = x^2",
         "Find the equation of the normal line at x = 1."),
        ("Give an equation of the line perpendicular to the tangent line at x = 1 that passes through the point of"
         " tangency.", "y = x^2", "Find the equation of the normal line at x = 1."),
        ("Find the local linearization of f near x = 0.", "f(x) = e^x", "Find the linearization at x = 0."),
        ("Evaluate f(-1), where f is the function given by", "f(x) = x^2", "Find f(-1)."),
        ("Determine the average rate at which f changes over [1, 5].", "f(x) = x^2",
         "Find the average rate of change on [1, 5]."),
        ("What is the average of f over [1, 3]?", "f(x) = x^2", "Find the average value of the function on [1, 3]."),
        ("Find the average velocity over the time interval [1, 3].", "s(t) = t^2",
         "Find the average rate of change on [1, 3]."),
        ("Determine the times when the velocity is zero.", "s(t) = t^2 - 4t",
         "Find the times at which the particle is at rest."),
        ("Find an expression for the velocity v in terms of t.", "s = t^3", "Find the velocity."),
        ("Determine f^{-1} algebraically by swapping x and y, stating your answer as a function of x.",
         "f(x) = 2x^3 - 1", "Find the inverse function."),
        ("Find f composed with g.", PAIR, "Find f(g(x))."),
        ("Use f' to determine the intervals where f is decreasing.", "f(x) = x^2",
         "Find the intervals on which the function is decreasing."),
        ("The function is increasing on which interval?", "f(x) = x^2",
         "Find the intervals on which the function is increasing."),
        ("Determine the interval of downward concavity.", "f(x) = x^3",
         "Find the intervals on which the function is concave down."),
        ("Find the values of x at which f has a stationary point.", "f(x) = x^3",
         "Find the values of x at which the tangent is horizontal."),
        ("For which x is $f'(x) = 0$?", "f(x) = x^3", "Find the values of x at which the tangent is horizontal."),
        ("Determine all critical numbers (where f' is zero or undefined).", "f(x) = x^3", "Find the critical numbers."),
        ("For what x is f(x) a minimum?", "f(x) = x^2", "Find the x-coordinate of the minimum."),
        ("Find all relative extrema. Use the Second Derivative Test where applicable.", "f(x) = x^3 - 3x",
         "Find the local maximum and minimum values."),
        ("Where is the vertex of the parabola?", "y = x^2 - 2x", "Find the coordinates of the vertex."),
        ("Use long division to find the oblique asymptote.", r"f(x) = \frac{x^2}{x-1}", "Find the slant asymptote."),
        ("Where does f have a vertical asymptote?", r"f(x) = \frac{1}{x-5}", "Find the vertical asymptotes."),
        ("At which points does the curve meet the y-axis?", "y = x^2 - 9", "Find the y-intercept."),
        ("Find all x for which the function makes sense.", r"f(x) = \sqrt{x}", "Find the domain."),
        ("Which x-values make the function undefined?", r"f(x) = \frac{1}{x}",
         "Find the values of x for which the function is undefined."),
        ("Is f continuous at the point x = -1? Why or why not?", r"f(x) = \frac{1}{x}",
         "Determine whether the function is continuous at x = -1."),
    ],
)  # fmt: skip
def test_by_concepts_reads_calculus(asked: str, expression: str, said: str) -> None:
    plane = "f(x,y)" in expression or "e^y" in expression
    variables = ["t"] if "t^" in expression else ["x", "y"] if plane else ["x"]
    assert by_concepts(asked, expression, variables)[0] == said


@pytest.mark.parametrize(
    ("asked", "expression"),
    [
        ("Find the derivative of f(2).", "f(x) = x^3"),
        ("Find the range of the function where f is increasing.", "f(x) = x^2"),
        ("Find dx/dt at t = 1.", PARAMETRIC),
        ("Identify the indeterminate form.", r"\lim_{x \to 0} \frac{\sin x}{x}"),
        ("Find the approximation at x = 0.", "f(x) = e^x"),
        ("Find the derivative without the logarithm.", r"f(x) = x + \ln x"),
        ("Simplify the expression without rationalizing the denominator.", r"\frac{2}{\sqrt{8}}"),
        ("Find the number of points at which the derivative is zero.", "f(x) = x^3"),
        ("Find the y-coordinate of the turning point.", "y = x^2 - 4x"),
        ("Where does the tangent at x = 2 cross the y-axis?", "y = x^2"),
        ("Which values of x are not in the domain?", r"f(x) = \frac{1}{x-1}"),
        ("The inverse is increasing on which interval?", "f(x) = x^3 + x"),
    ],
)
def test_by_concepts_leaves_calculus(asked: str, expression: str) -> None:
    with pytest.raises(NotRead):
        by_concepts(asked, expression, ["t"] if expression == PARAMETRIC else ["x"])
