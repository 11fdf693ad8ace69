"""All solutions of a system: substituted, and none missing."""

from __future__ import annotations

import pytest
import sympy
from student_client._reading.formulas.notation import parse_system
from student_client._reading.formulas.tree import System
from student_client._verifying.systems import solves_system

from .trees import word

x, y, a = sympy.symbols("x y a")
ROOT = sympy.sqrt(2)
JUDGED = [
    ("x + y = 3, x - y = 1", [{x: 2, y: 1}], "either", "right"),
    ("x + y = 3, x - y = 1", [{x: 1, y: 2}], "either", "wrong"),
    ("x + y = 3, x - y = 1", [], "either", "wrong"),
    ("x + y = 3, x + y = 4", [], "either", "right"),
    ("x + y = 3, x + y = 4", [{x: 1, y: 2}], "either", "wrong"),
    ("x + y = 3, 2x + 2y = 6", [{x: 3 - y}], "either", "right"),
    ("x + y = 3, 2x + 2y = 6", [{x: 3 - y, y: y}], "either", "right"),
    ("x + y = 3, 2x + 2y = 6", [{x: 2, y: 1}], "either", "wrong"),
    ("x + y = 3, 2x + 2y = 6", [{x: 3 - a, y: a}], "either", "unknown"),
    ("x + y = a, x - y = 0", [{x: a / 2, y: a / 2}], "either", "right"),
    ("x + y = a, x - y = 0", [{x: a, y: a}], "either", "wrong"),
    (r"\frac{x}{y} = 1, x + y = 0", [{x: 0, y: 0}], "either", "wrong"),
    ("xy = 12, x + y = 7", [{x: 3, y: 4}, {x: 4, y: 3}], "either", "right"),
    ("xy = 12, x + y = 7", [{x: 3, y: 4}], "either", "wrong"),
    ("x^2 + y^2 = 4, y = x", [{x: ROOT, y: ROOT}, {x: -ROOT, y: -ROOT}], "either", "right"),
    ("x^2 + y^2 = 4, y = x", [{x: ROOT, y: ROOT}, {x: -ROOT, y: ROOT}], "either", "wrong"),
    ("x^2 + y^2 = 1, y = 2", [], "real", "right"),
    ("x^2 + y^2 = 1, y = 2", [], "either", "unknown"),
    ("x^2 + y^2 = 1, y = 2", [], "complex", "wrong"),
    (r"\sin x + y = 1, y = 1", [{x: 0, y: 1}], "either", "unknown"),
    ("y = e^x, x^2 = 1", [{x: 1, y: sympy.E}, {x: -1, y: sympy.exp(-1)}], "either", "right"),
    ("y = e^x, x^2 = 1", [{x: 1, y: sympy.E}], "either", "wrong"),
    ("y = e^x, x^2 = 1", [{x: 1, y: sympy.E}, {x: -1, y: sympy.E}], "either", "wrong"),
    ("y = e^x, x^2 = 1", [{x: 1}, {x: -1}], "either", "unknown"),
    ("y = e^x, x^2 = -1", [], "either", "unknown"),
    ("y = e^x, x^2 = -1", [], "real", "right"),
    (r"y = \ln x, x^2 = 1", [{x: 1, y: 0}], "real", "right"),
    ("y = e^x, x^2 = 1", [{x: 1, y: sympy.E}, {x: -1, y: sympy.exp(-1)}], "complex", "unknown"),
    ("y = e^x, x = e^y", [], "real", "unknown"),
]


@pytest.mark.parametrize(("printed", "made", "field", "found"), JUDGED)
def test_solves_system(printed: str, made: list[dict[sympy.Symbol, object]], field: str, found: str) -> None:
    statement = parse_system(printed, ["x", "y"])
    assert statement
    assert isinstance(statement.expression, System)
    claims = [sympy.Dict(one) for one in made]
    finding = solves_system(statement.expression, ["x", "y"], claims, field=field)
    assert word(finding) == found, finding
