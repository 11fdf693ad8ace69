"""Terms of a series without a value are found far behind the first ones."""

from __future__ import annotations

import pytest
from student_client._reading.formulas.notation import parse_statement
from student_client._reading.formulas.tree import Node
from student_client._verifying.endless_terms import have_values


def _term(text: str) -> Node:
    node = parse_statement(text, ["n"], {}).expression
    assert isinstance(node, Node)
    return node


@pytest.mark.parametrize(
    "text",
    [
        r"\frac{1}{n - 100}",
        r"\frac{1}{\sqrt{n} - 1000}",
        r"\frac{1}{2^n - 2^{100}}",
        r"\frac{1}{(n - 80)^2 + (-1)^n - 1}",
        r"\sqrt{10 - \ln n}",
        r"\frac{1}{n! - 2}",
    ],
)
def test_have_values_finds_gaps(text: str) -> None:
    assert not have_values(_term(text), "n", 1)


@pytest.mark.parametrize(
    "text",
    [
        r"\frac{1}{n - \ln n}",
        r"\frac{1}{3^n - 2^n}",
        r"\frac{1}{n! - 2}",
        r"(1 - \cos\frac{1}{n})^{2/3}",
        r"\frac{(-1)^n}{n + (-1)^n}",
        r"\frac{1}{n\sqrt{n} - 1}",
    ],
)
def test_have_values_of_all_terms(text: str) -> None:
    assert have_values(_term(text), "n", 3)
