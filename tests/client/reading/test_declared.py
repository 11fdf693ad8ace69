"""A declared letter that the expression defines as a function is not a variable."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.declared import without_functions
from student_client._reading.readings import readings

CASES = [
    ("Find the third derivative.", r"f(x) = x^4 \ln x", ["x", "f"], ("x",)),
    ("Find f.", "f'(x) = 6x^2, \\quad f(1) = 5", ["f", "x"], ("x",)),
    ("Find $f(g(x))$.", "f(x) = x^2, g(x) = 3x", ["x", "f", "g"], ("x",)),
    ("Maximise.", "A(\\theta) = \\sin \\theta", ["A", "theta"], ("theta",)),
    ("Find the gradient.", "f(x, y) = x y", ["x", "y", "f"], ("x", "y")),
    ("Make f the subject.", "f(x) = 3", ["x", "f"], ("x", "f")),
    ("Solve.", "f(x) = f + 2", ["x", "f"], ("x", "f")),
    ("Solve it.", "y'(x) = 3x", ["x", "y"], ("x", "y")),
    ("Solve.", "x(x - 1) = 0", ["x"], ("x",)),
    ("Solve for a.", "a(b + 1) = 3", ["a", "b"], ("a", "b")),
]


@pytest.mark.parametrize(("words", "printed", "names", "left"), CASES)
def test_without_functions(words: str, printed: str, names: list[str], left: tuple[str, ...]) -> None:
    assert without_functions(Problem(words, printed, names)).variables == left


def test_readings_of_a_declared_function() -> None:
    with_name, without = (readings(Problem("Find f'(2).", "f(x) = x^3", names)) for names in (["x", "f"], ["x"]))
    assert [str(one) for one in with_name] == [str(one) for one in without]
