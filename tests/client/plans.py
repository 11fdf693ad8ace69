"""Short ways to write problems and plans in tests."""

from __future__ import annotations

import json

from student_client._plan import Plan
from student_client._problem import Problem
from student_client._tools import named


def plan(*steps: str, result: str | None = None) -> Plan:
    """Read steps such as ``"limit | sin(x)/x | x | 0"``; the answer is the last step's by default."""
    made = []
    for step in steps:
        tool, *arguments = (part.strip() for part in step.split("|"))
        made.append({"type": "tool", "tool": tool, "args": named(tool, arguments)})
    final = {"type": "final", "payload": {"result": result or f"R{len(steps)}"}}
    return Plan.parse(json.dumps({"steps": [*made, final]}))


def problem(objective: str, expression: str, *variables: str) -> Problem:
    return Problem(objective, expression, variables or ("x",))
