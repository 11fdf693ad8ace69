"""What `student read` says of a question that a known formula answers."""

from __future__ import annotations

import pytest
from student_client._reading.known.families import FAMILIES
from student_client._reading.known.things_told import TEMPLATES
from student_client._verifying.judge import read

from tests.client.plans import problem

ZEROS = "P(x) = x^3 - 4x^2 + 9x - 10"


@pytest.mark.parametrize(
    ("words", "printed", "text"),
    [
        ("Find the midpoint of the two points.", "A(1, 2), B(3, 8)", "the midpoint of (1, 2), (3, 8)"),
        ("Find the centre of the circle.", "x^2 + y^2 - 6x - 11 = 0", "the centre of x^2 + y^2 - 6*x - 11 = 0"),
        (
            "Find the 25th term of the arithmetic progression.",
            "7, 11, 15, 19, ...",
            "term 25 of 7, 11, 15, 19, ..., arithmetic",
        ),
        ("Obtain the term independent of x.", "(x^2 - 2/x)^9", "the term without x in the expansion of (x^2 - 2/x)^9"),
        (
            "Find the perpendicular distance from the point (2, -3) to the line, correct to 2 decimal places.",
            "5x - 12y + 6 = 0",
            "the distance of (2, -3) from 5*x - 12*y + 6 = 0, rounded to 2 decimal places",
        ),
        (
            "What is the maximum rate of change of f at (2, 0), and in which direction does it occur?",
            "f(x, y) = xe^y",
            "the greatest rate of change of x*e^y at (2, 0); "
            "the direction of the greatest rate of change of x*e^y at (2, 0)",
        ),
        (
            "Two fair dice are rolled. What is the probability that the total is at least 9?",
            r"P(X + Y \ge 9)",
            "the probability that the sum of two dice is >= 9",
        ),
    ],
)
def test_in_words(words: str, printed: str, text: str) -> None:
    """Whatever is given is said, by a template or after it."""
    assert read(problem(words, printed, "x", "y")).text == text


def test_templates_are_of_families() -> None:
    """Each template belongs to a thing that a family knows."""
    things = {family.name: {name.strip() for name in (*family.things, *family.does)} for family in FAMILIES}
    assert set(TEMPLATES) <= set(things)
    for name, templates in TEMPLATES.items():
        assert set(templates) - {""} <= things[name]


@pytest.mark.parametrize(
    ("words", "printed", "expression"),
    [
        ("Find the greatest common divisor and the least common multiple of the numbers.", "54, 24", "54, 24"),
        (
            "Find the determinant of the matrix in terms of k.",
            r"\begin{pmatrix} k & 1 \\ 2 & k \end{pmatrix}",
            "[[k, 1], [2, k]]",
        ),
        ("Find the midpoint of the two points.", "A(1, 2), B(3, 8)", "1, 2, 3, 8"),
        ("The polynomial has x = 2 as one zero. Find the remaining zeros.", ZEROS, "x^3 - 4*x^2 + 9*x - 10, 2"),
    ],
)
def test_interpretation_of_known_parts(words: str, printed: str, expression: str) -> None:
    """The expression of an interpretation is what is printed, whatever the engine calls its parts."""
    assert read(problem(words, printed, "k", "x")).interpretations[0].expression == expression
