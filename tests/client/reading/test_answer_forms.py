"""The form that an answer is asked in, and the words for how an exact answer is written."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.questions.answer_forms import shaped
from student_client._reading.readings import readings
from student_client._reading.rewording.answer_notes import without_notes
from student_client._reading.statement import NotRead


@pytest.mark.parametrize(
    ("objective", "expression", "words", "form"),
    [
        (
            "Find the integral in the form a + b ln 2, where a and b are integers.",
            "x",
            "Find the integral.",
            "a + b \\ln 2",
        ),
        ("Solve. Give your answers in the form $p + q\\sqrt{5}$.", "x^2 = 5", "Solve.", "p + q\\sqrt{5}"),
        ("Express in the form p + q√5.", "1/(\\sqrt5 - 2)", "simplify.", r"p + q\sqrt{5}"),
        ("Find the tangent at x = 2 in the form y = mx + c", "y = x^2", None, None),
        (
            "Find the tangent line at x = 2 in the form y = mx + c",
            "y = x^2",
            "Find the tangent line at x = 2",
            "y = mx + c",
        ),
        (
            "Find the normal at x = 2 in the form ax + by + c = 0, where a, b and c are integers.",
            "y = x^2",
            "Find the normal at x = 2.",
            "ax + by + c = 0, integers",
        ),
        ("Write $x^2 - 6x$ in the form $(x + a)^2 + b$.", "x^2 - 6x", "complete the square.", None),
        ("Write in the form $(x + a)^2 + b$.", "2x^2 - 6x", "simplify.", "(x + a)^2 + b"),
        ("Write in the form $x + iy$, where $x$ and $y$ are real.", "(1 + i)^2", "write in the form a + bi.", None),
        ("Write in the form $a + bi$ where a and c are real and d > 0.", "(1 + i)^2", None, None),
        ("Solve for x in the form a = b", "x = 2", None, None),
    ],
)
def test_shaped_cuts_out_the_form(objective: str, expression: str, words: str | None, form: str | None) -> None:
    made, shape = shaped(objective, expression, ["x"])
    assert made == (objective if words is None else words)
    assert (shape.text if shape else None) == form


@pytest.mark.parametrize(
    ("objective", "words"),
    [
        ("Solve, giving your answers in terms of $\\pi$.", "Solve."),
        ("Solve and write the solution set. Interval notation please", "Solve and write the solution set."),
        ("Solve. Leave your answers in surd form.", "Solve."),
        ("Simplify, leaving no negative exponents", "Simplify"),
        ("Differentiate, giving each term in its simplest form.", "Differentiate."),
        ("Rewrite everything in terms of sine and cosine.", "Rewrite in terms of sine and cosine."),
        ("Write it as a quotient plus remainder over divisor.", "divide using long division."),
        ("Solve, giving the positive answer in terms of π.", "Solve, giving the positive answer."),
        ("Solve, giving your answers in terms of k.", None),
        ("Find the answer as a decimal.", None),
    ],
)
def test_without_notes_keeps_the_question(objective: str, words: str | None) -> None:
    assert without_notes(objective) == (objective if words is None else words)


def test_sum_to_infinity_needs_one() -> None:
    """A finite sum is not the sum to infinity that the words ask for."""
    with pytest.raises(NotRead, match="sum that ends"):
        readings(Problem("Find the sum to infinity.", r"\sum_{k=0}^{n} 4^{-k}", ["k", "n"]))


@pytest.mark.parametrize(
    "asked", ["Simplify. Give the answer", "Expand. Write your answer", "Calculate. Give the answer"]
)
def test_readings_rewrite_complex_numbers(asked: str) -> None:
    """The form a + bi is the operation itself, whatever the verb."""
    (reading,) = readings(Problem(f"{asked} in the form a + bi", "(1+i)^4", ["z"]))
    assert [step.tool for step in reading.questions[0]] == ["rewrite"]
