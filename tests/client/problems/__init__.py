"""Problems with right and wrong plans, written by someone who did not see the verifier; one case a line.

``label :: objective ; expression ; variables ; step ; step``. A step is ``tool | expr | var | point``, with its
arguments in the order of the table of tools. A last ``final R1, R2`` names the answers if they are not just the last
step's result. Lines that begin with # are comments.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from student_client._plan import Plan
from student_client._problem import Problem
from student_client._tools import named

HERE = Path(__file__).parent


def read(line: str) -> tuple[str, Problem, Plan]:
    """Read one case."""
    label, _, rest = line.partition(" :: ")
    objective, expression, variables, *parts = (part.strip() for part in rest.split(" ; "))
    results = [f"R{len(parts)}"]
    if parts[-1].startswith("final "):
        results = [name.strip() for name in parts.pop().removeprefix("final ").split(",")]
    steps: list[dict[str, Any]] = []
    for part in parts:
        tool, *arguments = (text.strip() for text in part.split("|"))
        steps.append({"type": "tool", "tool": tool, "args": named(tool, arguments)})
    result = results[0] if len(results) == 1 else results
    plan = Plan.parse(json.dumps({"steps": [*steps, {"type": "final", "payload": {"result": result}}]}))
    return label.strip(), Problem(objective, expression, [name.strip() for name in variables.split(",")]), plan


def load(name: str) -> list[tuple[str, Problem, Plan]]:
    """Return the cases of a file, such as ``"textbook"``: label, problem and plan."""
    lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [read(line) for line in lines if line.strip() and not line.startswith("#")]
