"""Words about numbers, quadratics, sequences, statements and matrices: right ones are proved, wrong ones stay out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from student_client._reading.formulas.notation import parse_statement, parse_system
from student_client._reading.formulas.tree import Node, number
from student_client._verifying.at_point import concavity, discontinuity, slope
from student_client._verifying.continuity import continuity
from student_client._verifying.evident import primality, rationality, roots, truth
from student_client._verifying.flat import conic, lines, solvability
from student_client._verifying.monotonic import monotonicity


def read(text: str) -> Node:
    made = parse_statement(text, ["x", "n"]).expression
    assert isinstance(made, Node)
    return made


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("91", "composite"),
        ("97", "prime"),
        ("2", "prime"),
        ("1", "neither"),
        ("0", "neither"),
        ("-7", "neither"),
        ("2^{31} - 1", "prime"),
        ("561", "composite"),
        ("3215031751", "composite"),
        ("2^{61} - 1", "prime"),
        (r"\frac{7}{2}", None),
        ("10^{41} + 1", None),
    ],
)
def test_primality_is_proved(text: str, word: str | None) -> None:
    assert primality(read(text)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x^2 - 5x + 6 = 0", "two different real roots"),
        ("4x^2 = 12x - 9", "one repeated real root"),
        ("x^2 + x + 1", "no real roots"),
        (r"x^2 - 2\sqrt{2} x + 2 = 0", "one repeated real root"),
        ("(x-1)(x-2) = x^2", None),
        ("x^3 = x", None),
        ("x^2 + nx + 1 = 0", None),
        (r"\frac{x^2-1}{x-1} = 0", None),
    ],
)
def test_roots_are_of_quadratics(text: str, word: str | None) -> None:
    printed = parse_statement(text, ["x", "n"]).expression
    assert roots(printed, "x") == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\frac{2}{3} < \frac{3}{5}", "false"),
        (r"\sqrt{9+16} = 5", "true"),
        ("1 < 2 \\le 2", "true"),
        ("2 < 1 < 3", "false"),
        (r"\sqrt{-4} = 2", "false"),
        (r"\sqrt{2} = 1.41421356237", "false"),
        (r"\sin^2(1) + \cos^2(1) = 1", "true"),
        ("x = x", None),
    ],
)
def test_truth_is_proved(text: str, word: str | None) -> None:
    assert truth(parse_statement(text, ["x"]).expression) == word


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        (r"\frac{x^2-4}{x-2}", 2, "discontinuous"),
        (r"\frac{x^2-4}{x-2}", 3, "continuous"),
        ("|x|", 0, "continuous"),
        (r"\sqrt{x}", 0, None),
        (r"\sqrt{x}", -1, "discontinuous"),
        (r"\lfloor x \rfloor", 1, None),
        (r"\tan x", 1, "continuous"),
    ],
)
def test_continuity_is_proved(text: str, at: int, word: str | None) -> None:
    assert continuity(read(text), "x", number(at)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\frac{n}{n+1}", "increasing"),
        (r"\frac{1}{n}", "decreasing"),
        (r"\frac{(-1)^n}{n}", "not monotonic"),
        (r"\frac{n}{n^2+50}", "not monotonic"),
        (r"(n-100)^2", "not monotonic"),
        (r"(n-1)(n-2)", None),
        (r"\frac{1}{n-5}", None),
        (r"2^{-n}", None),
        ("(n-5000)^2", None),
    ],
)
def test_monotonicity_is_proved(text: str, word: str | None) -> None:
    assert monotonicity(read(text), "n") == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (r"\sqrt{50}", "irrational"),
        (r"\sqrt{2} \cdot \sqrt{8}", "rational"),
        (r"\sqrt{2} + \sqrt{3}", "irrational"),
        (r"(1 + \sqrt{2})(1 - \sqrt{2})", "rational"),
        (r"\frac{\pi}{2} + 1", "irrational"),
        (r"\frac{\pi^2 + \pi}{\pi + 1} - \pi", "rational"),
        (r"\frac{2e}{e}", "rational"),
        (r"e + \pi", None),
        (r"\sqrt[3]{8}", None),
        (r"\sqrt{-4}", None),
    ],
)
def test_rationality_is_proved(text: str, word: str | None) -> None:
    assert rationality(read(text)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x + y = 3, x - y = 1", "one solution"),
        ("x + y = 3, 2x + 2y = 6", "infinitely many solutions"),
        ("x + y = 3, 2x + 2y = 5", "no solution"),
        ("x + y = 3, x - y = 1, x = 5", "no solution"),
        ("x + y + z = 1, x - y = 2", "infinitely many solutions"),
        (r"\sqrt{2} x + y = 1, 2x + \sqrt{2} y = \sqrt{2}", "infinitely many solutions"),
        ("xy = 1, x + y = 2", None),
        ("x^2 + y = 1, x + y = 1", None),
        (r"\frac{1}{x} + y = 1, y = 1", None),
    ],
)
def test_solvability_is_proved(text: str, word: str | None) -> None:
    made = parse_system(text, ["x", "y", "z"])
    assert made is not None
    assert solvability(made.expression) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("y = 2x + 1, y = -\\frac{1}{2}x + 3", "perpendicular"),
        ("2x + 3y = 6, 4x + 6y = 1", "parallel"),
        ("2x + 3y = 6, 4x + 6y = 12", None),
        ("x = 1, y = 2", "perpendicular"),
        ("x = 1, x = 2", "parallel"),
        ("y = x, y = 2x", "neither"),
        ("y = x^2, y = x", None),
        ("y = x, y = x + z", None),
    ],
)
def test_lines_are_compared(text: str, word: str | None) -> None:
    made = parse_system(text, ["x", "y", "z"])
    assert made is not None
    assert lines(made.expression) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("x^2 + y^2 - 4x + 6y = 12", "circle"),
        ("4x^2 + 9y^2 = 36", "ellipse"),
        (r"\frac{(x-1)^2}{9} + \frac{y^2}{4} = 1", "ellipse"),
        ("x^2 + xy + y^2 = 1", "ellipse"),
        ("4x^2 - 9y^2 = 36", "hyperbola"),
        ("xy = 1", "hyperbola"),
        ("y^2 - 4x + 2y = 3", "parabola"),
        ("(x + y)^2 = x - y", "parabola"),
        ("x^2 + y^2 = -1", None),
        ("x^2 + y^2 = 0", None),
        ("x^2 - y^2 = 0", None),
        ("x^2 + y^3 = 1", None),
        ("x + y = 1", None),
        ("x^2 = 1 + 0y", None),
    ],
)
def test_conic_is_proved(text: str, word: str | None) -> None:
    assert conic(parse_statement(text, ["x", "y"]).expression) == word


@pytest.mark.parametrize(
    ("decide", "text", "at", "word"),
    [
        (slope, "x^3 - 6x^2", 2, "decreasing"),
        (slope, "x^3 - 6x^2", 5, "increasing"),
        (slope, "x^3 - 6x^2", 4, "stationary"),
        (slope, "|x - 1|", 1, None),
        (concavity, "x^3 - 6x^2", 1, "concave down"),
        (concavity, "x^3 - 6x^2", 2, None),
        (concavity, "e^x", 0, "concave up"),
        (discontinuity, r"\frac{x^2-4}{x-2}", 2, "removable"),
        (discontinuity, r"\frac{x^2-4}{(x-2)^2}", 2, "infinite"),
        (discontinuity, r"\frac{x}{x^2-4}", 2, "infinite"),
        (discontinuity, r"\frac{x}{x^2-4}", 3, None),
        (discontinuity, r"\frac{\sin x}{x}", 0, None),
    ],
)
def test_word_at_a_point(decide: Callable[[Node, str, Node], str | None], text: str, at: int, word: str | None) -> None:
    assert decide(read(text), "x", number(at)) == word
