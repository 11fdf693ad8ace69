"""Quantities, methods and sizes in the words of a task."""

import pytest
from student_client._reading.rewording.landing import landing
from student_client._reading.rewording.plainer import plainer

_PLAIN = [
    ("Solve for the voltage V.", "V + 2 = 4", "V", "Solve for V."),
    ("Solve for the voltage U.", "V + 2 = 4", "V", "Solve for the voltage U."),
    ("Solve for the current J.", "J^2 = 9", "J", "Solve for the current J."),
    ("Solve for the mass m.", "2m = 9", "m", "Solve for the mass m."),
    ("Find the mesh currents J and K.", "J + K = 2, J = K", "J,K", "solve for J and K."),
    ("Find the mean value of the voltage over 0 \\le t \\le 2", "v(t) = t", "t", "the function on [0, 2]"),
    ("Find the mean value of the power over 0 \\le t \\le 2", "v(t) = t", "t", "the power over 0 \\le t \\le 2"),
    ("Evaluate the limit by rationalizing the numerator.", "\\lim_{x \\to 0} x", "x", "Evaluate the limit."),
    ("Evaluate by rationalizing the numerator.", "\\sqrt{x}", "x", "by rationalizing the numerator."),
    ("solve, there should be 2 answers", "x^2 = 4", "x", "solve"),
    ("solve, there should be 2 answers", "x^2 = -4", "x", "there should be 2 answers"),
    ("solve, there should be 2 answers", "|x| = 3", "x", "solve"),
    ("solve, there should be 3 answers", "x^2 = 4", "x", "there should be 3 answers"),
    ("Find all zeros, including complex ones.", "x^2 + 4", "x", "complex zeros."),
    ("Find the 2 x 2 determinant", "\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}", "x", "Find the determinant"),
    ("Find the 3 x 3 determinant", "\\begin{vmatrix}1&2\\\\3&4\\end{vmatrix}", "x", "Find the 3 x 3 determinant"),
    ("Integrate dx/(x+1)", "\\int \\frac{dx}{x+1}", "x", "evaluate the integral"),
    ("Integrate dx/(x+2)", "\\int \\frac{dx}{x+1}", "x", "Integrate dx/(x+2)"),
]


@pytest.mark.parametrize(("words", "expression", "names", "made"), _PLAIN)
def test_plainer(words: str, expression: str, names: str, made: str) -> None:
    assert plainer(words, expression, names.split(","))[0].endswith(made)


def test_plainer_prints_defined_functions() -> None:
    words = r"If f(x) = x^2 and g(x) = 3x, find (f \circ g)(x)."
    assert plainer(words, "f(g(x))", ["x"]) == (r"find (f \circ g)(x).", "f(x) = x^2, g(x) = 3x")
    assert plainer(words, "g(f(x))", ["x"]) == (words, "g(f(x))")


def test_landing_needs_a_height_at_the_start() -> None:
    words = "When does the ball hit the ground?"
    assert landing(words, "h(t) = 4 - t^2", ["t"]) == "Find the zeros of the function, where t > 0."
    assert landing(words, "h(t) = 4 - t^2, t \\ge 0", ["t"]) == "Find the zeros of the function."
    for other in ("h(t) = 4t - t^2", "h(t) = a - t^2", "v(t) = 4 - t^2"):
        assert landing(words, other, ["t"]) == words
    assert landing("When does the ball hit the wall?", "h(t) = 4 - t^2", ["t"]) == "When does the ball hit the wall?"
