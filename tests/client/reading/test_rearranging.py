"""A story around a formula is left out if only the formula is to be written in another way."""

from __future__ import annotations

import pytest
from student_client._reading.concepts.conditions import conditions
from student_client._reading.concepts.rearranging import without_formula_story
from student_client._reading.concepts.series_places import in_factored_form

CYLINDER = r"S = 2\pi r^2 + 2\pi r h"
BOX = "V(x) = x(20-2x)(12-2x)"
SUM = r"\sum_{r=1}^{n} r(r+3)"


@pytest.mark.parametrize(
    ("objective", "expression", "last"),
    [
        ("The surface area of a cylinder is given below. Make $h$ the subject.", CYLINDER, "Make $h$ the subject."),
        ("It is the area of a can. Solve this formula for $h$.", CYLINDER, "Solve this formula for $h$."),
        ("A 20 by 12 sheet is folded. Rewrite $V(x)$ as a polynomial.", BOX, "Rewrite $V(x)$ as a polynomial."),
    ],
)
def test_without_formula_story_leaves_the_last(objective: str, expression: str, last: str) -> None:
    assert without_formula_story(objective, expression, ["S", "r", "h", "x"]) == last


@pytest.mark.parametrize(
    ("objective", "expression"),
    [
        ("The surface area of a cylinder is given below. Make $r$ the subject.", CYLINDER),
        ("The area of a circle of radius $r$ is given. Make $r$ the subject.", r"S = \pi r^2"),
        ("The surface area is given, and $S = 20$. Make $h$ the subject.", CYLINDER),
        ("The area doubles. Make $h$ the subject.", CYLINDER),
        ("What is the height? Make $h$ the subject.", CYLINDER),
        ("A 20 by 12 sheet is folded. Find the volume.", BOX),
        ("A 20 by 12 sheet is folded. Simplify, and find the greatest volume.", BOX),
    ],
)
def test_without_formula_story_keeps(objective: str, expression: str) -> None:
    assert without_formula_story(objective, expression, ["S", "r", "h", "x"]) == objective


@pytest.mark.parametrize(
    "objective",
    [
        "Obtain, in terms of $n$ and in fully factorised form, an expression for",
        "Use the standard results for $\\sum r$ and $\\sum r^2$ to find, in factored form, the sum.",
        "Find the sum in terms of $n$, giving your answer in fully factorised form.",
    ],
)
def test_in_factored_form_is_said_once(objective: str) -> None:
    assert in_factored_form(objective, SUM) == "Find the sum in factored form."


@pytest.mark.parametrize(
    "objective",
    [
        "Find the first term in factored form.",
        "Find the sum of the even terms in factored form.",
        "Find the sum in terms of $n$.",
        "Find half the sum in factored form.",
    ],
)
def test_in_factored_form_keeps_other_words(objective: str) -> None:
    assert in_factored_form(objective, SUM) == objective


@pytest.mark.parametrize(
    "said",
    [
        "When p(x) is divided by x - 2 the remainder is zero.",
        "The polynomial leaves a remainder of 0 when divided by x - 2.",
        "Given that p(x) leaves remainder 0 on division by (x - 2), find k.",
        "The remainder when the polynomial is divided by x - 2 is 0.",
    ],
)
def test_conditions_finds_a_remainder(said: str) -> None:
    kept: list[tuple[str, str]] = []

    def keep(kind: str, words: str) -> str:
        kept.append((kind, words.strip("()")))
        return "~"

    conditions(said, "p(x) = x^3 + kx - 1", ["x", "k"], keep)
    assert [(kind, words.replace("(", "").replace(")", "")) for kind, words in kept][:1] == [
        ("remainder", "x - 2 leaves 0")
    ]
