from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from student_client import InvalidPlan, Plan, plan_schema
from student_client._plan import MAX_STEPS

FINAL = {"type": "final", "payload": {"result": "R1"}}


def tool(name: str = "integrate", **args: str) -> dict[str, Any]:
    return {"type": "tool", "tool": name, "args": args or {"expr": "x**2", "var": "x"}}


def text(*steps: dict[str, Any]) -> str:
    return json.dumps({"steps": steps})


def test_briefs_plan_is_read() -> None:
    plan = Plan.parse(text(tool(expr="x**2 * sin(x)", var="x"), FINAL))
    assert plan.to_json() == (
        '{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"x**2 * sin(x)","var":"x"}},'
        '{"type":"final","payload":{"result":"R1"}}]}'
    )


def test_to_json_is_pydantics() -> None:
    """It is written without pydantic, which takes longer."""
    several = {"type": "final", "payload": {"result": ["R2", "R1"]}}
    last = tool("limit", point="0", var="x", expr='f("π\\") + é', dir="+")
    for steps in ([tool(), FINAL], [tool(), last, several]):
        plan = Plan.parse(text(*steps))
        assert plan.to_json() == plan.model_dump_json()


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ([], "not a valid plan: "),
        ([FINAL], "not a valid plan: "),
        ([tool()], "not a valid plan: "),
        ([tool(), tool()], "exactly one final step"),
        ([tool(), FINAL, FINAL], "exactly one final step"),
        ([FINAL, tool()], "exactly one final step"),
        ([tool(expr="R1 + x", var="x"), FINAL], "step 1 uses R1, which is not an earlier step's result"),
        ([tool(expr="R2", var="x"), tool(), FINAL], "step 1 uses R2"),
        ([tool(), {"type": "final", "payload": {"result": "R2"}}], "step 2 uses R2"),
        ([tool(), {"type": "final", "payload": {"result": "x**3/3"}}], "in step 2: the result must be a step"),
        ([tool(expr="\x0coo{1}{2}", var="x"), FINAL], "control character"),
        ([tool(expr=" ", var="x"), FINAL], "in step 1: the expression is empty"),
        ([tool(expr="x" * 501, var="x"), FINAL], "501 characters"),
        ([tool(expr="x", var="R1"), FINAL], "is a step's result, not a variable"),
        ([tool(expr="x", var="x+1"), FINAL], "is not a variable's name"),
        ([tool("explode", expr="x", var="x"), FINAL], "in step 1"),
        ([tool("limit", expr="x", var="x"), FINAL], "in step 1"),
        ([tool("expand", expr="x", var="x"), FINAL], "in step 1"),
        ([tool(expr=5, var="x"), FINAL], "in step 1"),  # type: ignore[arg-type]
        ([tool()] * MAX_STEPS + [FINAL], "not a valid plan"),
    ],
)
def test_no_plan_names_first_fault(steps: list[dict[str, Any]], fault: str) -> None:
    with pytest.raises(InvalidPlan, match=re.escape(fault)) as caught:
        Plan.parse(text(*steps))
    assert caught.value.text == text(*steps)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "null", "[]", "```json\n{}\n```", '{"steps":', '{"steps":[],"more":1}', "\x00"])
def test_text_around_json_is_refused(text: str) -> None:
    with pytest.raises(InvalidPlan):
        Plan.parse(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(InvalidPlan):
        Plan.parse(text)


@given(st.integers(1, 20), st.integers(1, 6))
def test_reference_points_backwards(reference: int, step: int) -> None:
    steps = [tool() for _ in range(step)]
    steps[-1] = tool(expr=f"sin(R{reference})", var="x")
    try:
        Plan.parse(text(*steps, FINAL))
        accepted = True
    except InvalidPlan:
        accepted = False
    assert accepted == (reference < step)


def nodes(schema: Any) -> Any:
    """Walk through every mapping of a schema, names of properties left out."""
    if isinstance(schema, list):
        for item in schema:
            yield from nodes(item)
    elif isinstance(schema, dict):
        yield schema
        for key, value in schema.items():
            yield from nodes(list(value.values()) if key == "properties" else value)


def test_schema_is_for_every_engine() -> None:
    """It has only words that every engine knows."""
    words = {"type", "properties", "required", "additionalProperties", "items", "anyOf", "enum", "minItems", "maxItems"}
    assert plan_schema()["type"] == "object"
    for node in nodes(plan_schema()):
        assert set(node) <= words, node


def test_schema_objects_are_closed() -> None:
    """Each requires all its keys."""
    for node in nodes(plan_schema()):
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


def test_schema_has_type_first() -> None:
    """The tool is second."""
    for branch in plan_schema()["properties"]["steps"]["items"]["anyOf"]:
        assert next(iter(branch["properties"])) == "type"
        if "tool" in branch["properties"]:
            assert list(branch["properties"]) == ["type", "tool", "args"]
