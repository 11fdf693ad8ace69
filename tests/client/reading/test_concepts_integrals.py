"""Areas, volumes, sums, series and differential equations are understood by the things that a question names."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.by_concepts import by_concepts
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("asked", "expression", "variables", "said"),
    [
        (
            "Express the integrand in partial fractions and hence find the integral.",
            r"\int \frac{5}{(x-1)(x+4)}\,dx",
            "x",
            "Evaluate the integral.",
        ),
        (
            "Is this improper integral convergent or divergent? If convergent, evaluate it.",
            r"\int_0^1 \frac{1}{\sqrt{x}}\,dx",
            "x",
            "Evaluate the integral.",
        ),
        (
            "Find the volume of revolution about the x-axis for 0 ≤ x ≤ 1.",
            "y = e^x",
            "x",
            (
                "Find the volume of the solid obtained by rotating the region under the curve on"
                " [0, 1] about the x-axis."
            ),
        ),
        (
            "The region between the curves is rotated about the y-axis. Find the volume.",
            r"y = x, \quad y = x^2",
            "x,y",
            ("Find the volume of the solid obtained by rotating the region bounded by the curves about the y-axis."),
        ),
        (
            "Does the sequence converge? If so, find its limit.",
            r"a_n = \frac{\ln n}{n}",
            "n",
            "Find the limit of the sequence.",
        ),
        (
            "Use the binomial series to expand, up to the term in x^2.",
            r"\sqrt{1+x}",
            "x",
            "Find the Maclaurin polynomial of degree 2.",
        ),
        (
            "Find a closed form for the product.",
            r"\prod_{k=2}^{n} \left(1 - \frac{1}{k^2}\right)",
            "n",
            "Find the product.",
        ),
        (
            "Solve the IVP by means of the Laplace transform.",
            r"y'' + y = 0, \quad y(0) = 0, \quad y'(0) = 1",
            "t,y",
            "Solve the differential equation.",
        ),
        (
            "Evaluate the integral by reversing the order of integration.",
            r"\int_0^1 \int_x^1 e^{y^2}\,dy\,dx",
            "x,y",
            "Evaluate the integral.",
        ),
        (
            r"Calculate the exact value, in the form k\pi, of",
            r"\int_0^3 \frac{dx}{9+x^2}",
            "x",
            "Evaluate the integral.",
        ),
        (
            "Find the antiderivative F of f that satisfies the given condition F(0) = 4.",
            "f(x) = 5x^4 - 2x",
            "x",
            "Find the antiderivative with F(0) = 4.",
        ),
        ("Find the 10th term of the arithmetic sequence.", "a_n = 3n - 1", "n", "Find the 10th term."),
        (
            "Choose a suitable substitution and integrate.",
            r"\int \frac{x}{\sqrt{x+1}}\,dx",
            "x",
            "Evaluate the integral.",
        ),
        (
            ("Find, in terms of n, the sum of the series. Give your answer in its simplest factorised form."),
            r"\sum_{r=1}^{n} r(r+2)",
            "n",
            "Find the sum in factored form.",
        ),
        (
            "The rate of change of a quantity is given. Find the net change on [0, 3].",
            "r(t) = t^2",
            "t",
            "Integrate on [0, 3].",
        ),
        (
            "Approximate f by a Taylor polynomial with degree n = 2 at the number a = 1.",
            "f(x) = x^{2/3}",
            "x",
            "Find the Taylor polynomial of degree 2 around 1.",
        ),
        (
            ("The diagram shows part of the curve. Find the exact area of the shaded region between x = 0 and x = 1."),
            "y = e^{2x}",
            "x",
            "Find the area under the curve on [0, 1].",
        ),
        (
            ("Set up a definite integral that gives the area of the region and evaluate it, for 0 ≤ x ≤ 2."),
            "f(x) = x^2 + 1",
            "x",
            "Find the area under the curve on [0, 2].",
        ),
        (
            "Use a definite integral to find the area under the curve over the given interval [1, 2].",
            "y = 3x^2",
            "x",
            "Find the area under the curve on [1, 2].",
        ),
        ("Compute f_{avg} over [0, 3].", "f(x) = x^2 + 1", "x", "Find the average value of the function on [0, 3]."),
        (
            "Find the change in the particle's position from t = 1 to t = 2.",
            "v(t) = 3t^2",
            "t",
            "Find the displacement on [1, 2].",
        ),
        ("Explain why the integral is improper and evaluate it.", r"\int_0^1 \ln x\,dx", "x", "Evaluate the integral."),
        (
            "Decide whether the infinite geometric series has a sum, and if so, find it.",
            r"\sum_{n=0}^\infty \left(\frac{3}{5}\right)^n",
            "n",
            "Find the sum.",
        ),
        (
            "Find an expression for S_n, the sum of the first n terms.",
            "u_n = 4n - 1",
            "n",
            "Find the sum of the first n terms.",
        ),
        (
            ("Find the equation of the curve through (1, 3) whose gradient is given by the differential equation."),
            r"\frac{dy}{dx} = 4x",
            "x,y",
            "Find the solution through (1, 3).",
        ),
        (
            "Find the position of the particle at time t.",
            r"s'(t) = 4t - 1, \quad s(0) = 2",
            "t",
            "Solve the differential equation.",
        ),
        (
            "Find the function f(t) with the following Laplace transform.",
            r"F(s) = \frac{1}{(s-1)(s+2)}",
            "s,t",
            "Find the inverse Laplace transform.",
        ),
        (
            (
                "Find the volume of the solid of revolution generated when the area under the"
                " curve from x = 1 to x = 2 is rotated about the x-axis."
            ),
            r"y = \frac{1}{x}",
            "x",
            (
                "Find the volume of the solid obtained by rotating the region under the curve on"
                " [1, 2] about the x-axis."
            ),
        ),
        (
            "What distance does the particle travel from t = 0 to t = 3?",
            "v(t) = t^2 - 2t",
            "t",
            "Find the distance travelled on [0, 3].",
        ),
        (r"Compute $\int_1^2 f(x)\,dx$ for the function.", r"f(x) = \frac{1}{x}", "x", "Integrate on [1, 2]."),
        (
            "By writing the integrand as a sum of simpler fractions, integrate.",
            r"\int \frac{2}{x^2-1}\,dx",
            "x",
            "Evaluate the integral.",
        ),
        (
            "Does this integral exist? If it does, find its value.",
            r"\int_0^8 x^{-1/3}\,dx",
            "x",
            "Evaluate the integral.",
        ),
        (
            "By expressing the general term in partial fractions, sum the series.",
            r"\sum_{r=1}^{n} \frac{2}{r(r+2)}",
            "n",
            "Find the sum.",
        ),
        (
            "Find the particular integral and write down the general solution.",
            "y'' + y = 3",
            "x,y",
            "Solve the differential equation.",
        ),
        (
            "Find the equation of the solution curve passing through the origin.",
            r"\frac{dy}{dx} = x + 1",
            "x,y",
            "Find the solution through (0, 0).",
        ),
    ],
)
def test_by_concepts_says_integrals(asked: str, expression: str, variables: str, said: str) -> None:
    assert by_concepts(asked, expression, variables.split(","))[0] == said


@pytest.mark.parametrize(
    ("asked", "expression", "variables"),
    [
        ("Find the value of the integrand at 1.", r"\int_0^1 x^2\,dx", "x"),
        (
            "Evaluate the integral in the form a + b ln 3 and find a + b.",
            r"\int_1^3 \left(2x + \frac{1}{x}\right)dx",
            "x",
        ),
        ("Reverse the order of integration and write the new integral.", r"\int_0^1 \int_x^1 xy\,dy\,dx", "x,y"),
        ("Find the area below the x-axis from x = 0 to x = 2.", "y = x^2 - 1", "x"),
        ("Find the area between the curve and the line y = 2 from x = 0 to x = 1.", "y = x^2", "x"),
        (
            ("Find the volume of the solid obtained by rotating the region through 180° about the x-axis on [0, 2]."),
            "y = x^2",
            "x",
        ),
        ("Find the length of the interval [0, 2].", "y = x^2", "x"),
        ("Find the distance travelled in the first 30 minutes, where t is in hours.", "v(t) = t^2", "t"),
        ("The rate of change is given. Find the net change in the rate on [0, 3].", "r(t) = t^2", "t"),
        ("Find a formula for the partial sums.", r"\sum_{k=1}^{\infty} 2^{-k}", "k"),
        ("Find the sum of the first 5 even terms.", "a_n = n^2", "n"),
        ("Find the 5th term from the end.", "a_n = 3n - 1", "n"),
        ("Find the coefficient of x^3 in the Taylor series at x = 0.", "f(x) = e^x", "x"),
        ("Expand up to but not including the term in x^3.", r"\frac{1}{1-2x}", "x"),
        ("Find the velocity function.", r"s'(t) = 3t^2, \quad s(0) = 1", "t"),
        ("Find the integrating factor.", "y' + 2y = e^x", "x,y"),
        ("Set up an integral that gives the area and evaluate the integrand on [0, 2].", "y = x^2", "x"),
        ("R is the region bounded by the curve and the y-axis on [0, 1]. Find the area of R.", "y = x^2", "x"),
        ("Find the average of the endpoints on [0, 4].", r"f(x) = \sqrt{x}", "x"),
        ("Find the antiderivative of the integrand.", r"\int_0^1 x\,dx", "x"),
        ("Add the first ten terms and divide by 10.", "a_n = n^2", "n"),
        ("Find the slope of the solution curve through (1, 3).", "y' = 4x", "x,y"),
        ("Find the Maclaurin series without the term in x^3, up to the term in x^5.", r"f(x) = \sin x", "x"),
        (r"Compute 2\int_0^1 f(x) dx.", "f(x) = x^2", "x"),
        ("Find the area of the region that is rotated about the x-axis on [0, 1].", "y = x^2", "x"),
        ("Find the particular integral.", "y'' + y = 3", "x,y"),
    ],
)
def test_by_concepts_refuses_integrals(asked: str, expression: str, variables: str) -> None:
    """A word that asks for something else, or changes what is asked, is not left out."""
    with pytest.raises(NotRead):
        by_concepts(asked, expression, variables.split(","))
