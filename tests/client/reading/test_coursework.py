"""College tasks are read as known ones, and a note that says more than how an answer is entered stays."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.questions.parting import parted
from student_client._reading.readings import readings
from student_client._reading.rewording.coursework import coursework
from student_client._reading.rewording.entry_notes import without_entry_notes
from student_client._reading.rewording.given_places import placed
from student_client._reading.rewording.limit_definitions import by_definition
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("objective", "left"),
    [
        ("Find the limit. (If an answer does not exist, enter DNE.)", "Find the limit."),
        ("Evaluate the limit, or state that it does not exist.", "Evaluate the limit."),
        ("Find it if it exists, otherwise write DNE.", "Find it if it exists."),
        ("Factor completely. If a polynomial is prime, state this.", "Factor completely."),
        ("Solve. (Enter your answers as a comma-separated list. If there is no solution, enter NONE.)", "Solve."),
        ("Integrate. (Remember to use absolute values where appropriate. Use C for the constant.)", "Integrate."),
        ("Solve the inequality and graph the solution set on a real number line.", "Solve the inequality."),
        ("Find the volume. Sketch the region, the solid, and a typical disk.", "Find the volume."),
        ("Solve. Be sure to reject any value of x that is not in the domain.", "Solve."),
        ("Evaluate. Use a graphing utility to verify your result.", "Evaluate."),
        ("Find the limit. If l'Hospital's Rule doesn't apply, explain why.", "Find the limit."),
    ],
)
def test_without_entry_notes_drops_notes(objective: str, left: str) -> None:
    assert without_entry_notes(objective, {"x"}) == left


@pytest.mark.parametrize(
    "objective",
    [
        "Find the limit. If it does not exist, find the one-sided limits.",
        "Solve. If x is negative, write 0.",
        "Solve. Write 5 if there is no solution.",
        "Solve. Enter your answers as positive integers only.",
        "Solve. Enter your answers as integers.",
        "Find the general solution. Give the largest interval over which the general solution is defined.",
        "Solve. Enter only the largest solution.",
        "Solve. Be sure to reject negative values of x.",
        "Evaluate. Use x for the constant of integration.",
        "Solve. If there is more than one solution, write the smallest.",
        "Use a graphing utility to approximate the zeros.",
        "Graph the function and find the area.",
        "Find the limit as x approaches 0 or infinity.",
    ],
)
def test_without_entry_notes_keeps_questions(objective: str) -> None:
    assert without_entry_notes(objective, {"x"}) == objective


@pytest.mark.parametrize(
    ("objective", "expression", "words", "printed"),
    [
        ("Find the mean on the given interval.", "f(x)=x^2, [0,3]", "Find the mean on the interval [0,3].", "f(x)=x^2"),
        ("Find the tangent at the given point.", "y=x^2,\\ (2,4)", "Find the tangent at the point (2,4).", "y=x^2"),
        ("Find the linearization at a.", "f(x)=x^3, a=16", "Find the linearization at x = 16.", "f(x)=x^3"),
        ("Integrate using the given substitution.", "\\int x e^{x^2} dx, u=x^2", "Integrate.", "\\int x e^{x^2} dx"),
        (
            "Find the average value.",
            "f(x)=x^2, 0\\le x\\le 3",
            "Find the average value on the interval [0, 3].",
            "f(x)=x^2",
        ),
    ],
)
def test_placed_moves_the_place(objective: str, expression: str, words: str, printed: str) -> None:
    moved, left = placed(objective, expression, ["x"])
    assert (moved.replace(" .", "."), left) == (words, printed)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Solve the system.", "x+y=3, x=1"),
        ("Find the tangent at the point (1, 1).", "y=x^2, (2,4)"),
        ("Find the derivative.", "f(x)=x^2, [0,3]"),
        ("Find f(a).", "f(x)=ax^2, a=3"),
    ],
)
def test_placed_needs_words_for_it(objective: str, expression: str) -> None:
    assert placed(objective, expression, ["x"]) == (objective, expression)


QUOTIENT = r"\lim_{h\to0}\frac{(x+h)^2+3(x+h)-(x^2+3x)}{h}"


@pytest.mark.parametrize(
    ("objective", "read"),
    [
        ("Use the limit definition of the derivative to find f'(x) for f(x) = x^2 + 3x.", True),
        ("Use the definition of the derivative to compute f'(x).", True),
        ("Use the limit definition of the derivative to find f'(x) for f(x) = x^2 - 3x.", False),
        ("Use the limit definition of the derivative to find f''(x).", False),
        ("Use the limit definition of the derivative to find f'(2).", False),
    ],
)
def test_by_definition_compares_the_quotient(objective: str, read: bool) -> None:
    assert (by_definition(objective, QUOTIENT, ["x", "h"])[0] == "Evaluate the limit.") is read


@pytest.mark.parametrize(
    ("objective", "expression", "words"),
    [
        ("Find g'(t), where k is a nonzero constant.", "g(t)=e^{-kt}", "Find g'(t), where k is a constant."),
        (
            "Find the Taylor polynomial T_3(x) for f at x = 1.",
            "f(x)=\\ln x",
            "Find the Taylor polynomial of degree 3 for f at x = 1.",
        ),
        ("i need 2 find the zeros of this", "x^2-4", "i need to find the zeros of this"),
    ],
)
def test_coursework_says_it_as_known(objective: str, expression: str, words: str) -> None:
    assert coursework(objective, expression, ["x"])[0] == words


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("Find the limit. If it does not exist, find the one-sided limits.", r"\lim_{x\to2}\frac{1}{x-2}"),
        ("Find g'(t), where k is a function of t.", "g(t)=e^{-kt}"),
        ("Find the fourth root, otherwise write 2.", "x^4"),
    ],
)
def test_readings_refuse_what_says_more(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))


@pytest.mark.parametrize(
    ("objective", "parts"),
    [
        ("Find the critical numbers and the intervals on which f is decreasing.", 2),
        ("(a) Find f'(x). (b) Find the critical numbers of f. (c) Find where f is concave up.", 3),
        ("Find the open intervals on which f is increasing or decreasing.", 2),
        ("Find the x- and y-intercepts.", 2),
        ("Find the inverse and its domain.", 0),
        ("Find the derivative and the zeros.", 0),
        ("Find the inflection point and the slope there.", 0),
        ("Find the intervals where f is both increasing and concave up.", 0),
        ("Find the intervals on which f is increasing and concave up.", 0),
        ("Find the slope of f and the tangent line at x = 1.", 0),
        ("Find the tangent line at x = 1 and the y-intercept.", 0),
        ("Find the zeros and simplify the derivative.", 0),
    ],
)
def test_parted_keeps_what_depends_together(objective: str, parts: int) -> None:
    assert len(parted(objective)) == parts


SOLID = "Find the volume of the solid obtained by rotating the region bounded by "


@pytest.mark.parametrize(
    ("objective", "expression", "told"),
    [
        (f"{SOLID}y = x^2, y = 0 and x = 1 about the x-axis.", "y=x^2", "pi*abs((x^2)^2 - 0^2) from 0 to 1"),
        (f"{SOLID}the given curves about the y-axis.", "y=x, y=x^2", "2*pi*abs(x - 0)*abs(x - x^2) from 0 to 1"),
        (f"{SOLID}y = sqrt(x), the x-axis and the line x = 4 about the line y = -1.", r"y=\sqrt{x}", "from 0 to 4"),
        ("Find the arc length of the curve from x = 0 to x = 3.", "y=x^2", "sqrt(1 + (2*x)^2) from 0 to 3"),
    ],
)
def test_readings_of_solids_and_lengths(objective: str, expression: str, told: str) -> None:
    (found,) = readings(Problem(objective, expression, ["x"]))
    assert str(found).endswith(told)


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        (f"{SOLID}y = x^2 - 1 and y = x + 1 about the x-axis.", "y=x^2-1, y=x+1"),
        (f"{SOLID}y = x^2, y = 0 and x = 2 about the line x = 1.", "y=x^2"),
        (f"{SOLID}y = x^2 and x = 2 about the x-axis.", "y=x^2"),
        (f"{SOLID}y = x^3, y = 0 and x = 2 about the x-axis.", "y=x^2"),
        (f"{SOLID}y = x and y = x^3 about the x-axis.", "y=x, y=x^3"),
        ("Find the arc length of the curve from y = 0 to y = 3.", "y=x^2"),
    ],
)
def test_readings_refuse_unclear_regions(objective: str, expression: str) -> None:
    with pytest.raises(NotRead):
        readings(Problem(objective, expression, ["x"]))


@pytest.mark.parametrize(
    ("objective", "read"),
    [
        ("Find all critical points of f(x, y).", True),
        ("Find the points where both first partial derivatives are zero.", True),
        ("Find all saddle points of f(x, y) in the first quadrant.", False),
        ("Find all critical points of f(x, y) in the first quadrant.", False),
    ],
)
def test_readings_of_stationary_surfaces(objective: str, read: bool) -> None:
    problem = Problem(objective, "f(x,y)=x^3-12x+y^2", ["x", "y"])
    if read:
        assert "3*x^2 - 12 = 0, 2*y = 0" in str(readings(problem)[0])
    else:
        with pytest.raises(NotRead):
            readings(problem)


def test_readings_of_saddle_points_alone() -> None:
    (found,) = readings(Problem("Find all saddle points of f(x, y).", "f(x,y)=x^3-12x+y^2", ["x", "y"]))
    assert str(found) == "the saddle of x^3 - 12*x + y^2"


_ADDED = r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} + \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}"


@pytest.mark.parametrize(
    ("objective", "expression", "words"),
    [
        ("Find the greatest common factor.", "12, 18", "Find the greatest common divisor."),
        ("Find all intersection points.", "y=x^2, y=x", "Find all points of intersection of the curves."),
        ("Find the sum of the two matrices.", _ADDED, "add the matrices."),
        ("Modulus of z.", "z = 3 + 4i", "find the modulus of z."),
        ("Find the greatest common factor.", "12x + 18", "Find the greatest common factor."),
        ("Find the sum.", "2" + _ADDED, "Find the sum."),
        ("Solve. Give only the x-values.", "y=x^2, y=x", "Solve. Give only the x-values."),
    ],
)
def test_coursework_says_of_what(objective: str, expression: str, words: str) -> None:
    assert coursework(objective, expression, ["x"])[0] == words
