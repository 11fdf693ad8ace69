"""Text that exams and sites put around a question is removed, and nothing else."""

from __future__ import annotations

import pytest
from student_client._reading.questions.splitting import sentences
from student_client._reading.rewording.decoration import undecorated


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("3(b) Given that y = 3, find it. [3 marks]", "Given that y = 3, find it."),
        ("(ii) Hence find $y$. (2)", "Hence find $y$."),
        ("Q4. Solve", "Solve"),
        ("6 (a) Find", "Find"),
        ("c) Solve", "Solve"),
        ("8 Find it (4 points)", "Find it"),
        ("Solve. (Total for question 4 is 5 marks)", "Solve."),
        ("(10 pts) Find", "Find"),
        ("$x$ is equal to [JEE (Main)]", "$x$ is equal to"),
        ("(AP Calculus, no calculator) Let f be", "Let f be"),
        ("Calculus homework: find the slope", "find the slope"),
    ],
)
def test_undecorated_takes_labels_off(text: str, plain: str) -> None:
    assert undecorated(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "Evaluate f (2)",
        "2 Sin x",
        "(x + 1) expand",
        "Find the 3(b)",
        "Find the derivative of order (2)",
        "Solve for x: 3x",
    ],
)
def test_undecorated_keeps_the_question(text: str) -> None:
    assert undecorated(text) == text


def test_sentences_end_at_marks() -> None:
    said = "Find f'(2.5), i.e. the slope. (Hint: let u = 2.) x is real. Why?"
    assert sentences(said) == ["Find f'(2.5), i.e. the slope.", "(Hint: let u = 2.)", "x is real.", "Why?"]
