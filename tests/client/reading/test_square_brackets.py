# ruff: noqa: E501 - inputs side by side
"""Square brackets around a sum that is a factor group if algebra comes first, and could be more elsewhere."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._reading.readings import readings

GROUP = r"\left[x+1\right](x - 2)"


@pytest.mark.parametrize(
    ("objective", "expression", "many"),
    [
        ("Expand", GROUP, 1), ("Factor", r"p \cdot [x + 1]x", 1), ("Simplify", "[x+1](x-1) + x", 1), ("Differentiate", GROUP, 1),
        ("Integrate", GROUP, 1), ("Expand, then substitute x = 2", GROUP, 1),
        ("Simplify", "[x+1] + [x-1]", 2), ("Simplify", "[x] + [x-1](x+1)", 2), ("Differentiate", "[x]", 2), ("Expand", "[2x](x+1)", 2),
        ("Evaluate at x = 1/2", GROUP, 2), ("Find the limit as x -> 2", GROUP, 2), ("Integrate from 0 to 2", GROUP, 2),
        ("Evaluate", r"\int_0^2 [x+1](x-2)\,dx", 2), ("Solve", f"{GROUP} = 0", 2), ("Evaluate at x = 1/2 and simplify", GROUP, 2),
    ],
)  # fmt: skip
def test_brackets_have_readings(objective: str, expression: str, many: int) -> None:
    found = readings(Problem(objective, expression, ["x"]))
    assert len(found) == many
    assert "floor" not in str(found[0])
