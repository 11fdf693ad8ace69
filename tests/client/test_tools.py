"""The table of tools: all of its users agree, and the bundled model gets what it was trained on."""

from __future__ import annotations

import json
import re

import llguidance
import outlines_core
import pytest
from student_client import InvalidPlan, Plan, Problem, Settings, plan_schema
from student_client._asking.endpoint import student
from student_client._plan import Args
from student_client._problem import SYSTEM
from student_client._tools import (
    ARGUMENTS,
    FORMS,
    MAX_STEPS,
    MAX_TEXT,
    TABLE,
    Tool,
    named,
    page,
    takes,
)
from student_client._verifying.calculations import _STATEMENTS, _TOOLS
from student_client._verifying.checkers import _CHECKS, STATEMENTS
from student_client._verifying.rewriting import WORDS
from student_client._verifying.trace import _VERBS

from ..conftest import ROOT
from .problems import load

TRAINED_QUESTION = (
    "<problem>\nObjective: integrate\nExpression: \\int 2x\\,dx\nVariables: [x]\n</problem>\n\n"
    'Generate a step-by-step solution plan in JSON format: {"steps":[{"type":"tool","tool":"differentiate","args":'
    '{"expr":"x**3*exp(2*x)","var":"x"}},{"type":"final","payload":{"result":"R1"}}]}'
)


def test_prompt_to_nano_is_as_trained() -> None:
    """The question is, byte for byte, and the schema has no lengths; the chat template drops the system message."""
    problem = Problem("integrate", r"\int 2x\,dx", ["x"])
    asked = json.loads(student(Settings(model_name="student-nano")).body(problem, 0.0))
    assert [message["content"] for message in asked["messages"]] == [SYSTEM, TRAINED_QUESTION]
    assert asked["response_format"]["json_schema"]["schema"] == plan_schema()
    assert asked.keys() == {"model", "messages", "max_tokens", "temperature", "response_format"}


@pytest.mark.parametrize("lengths", [False, True])
def test_schema_bounds_strings(lengths: bool) -> None:
    """It names results."""
    *steps, final = plan_schema(lengths=lengths)["properties"]["steps"]["items"]["anyOf"]
    one, several = final["properties"]["payload"]["properties"]["result"]["anyOf"]
    assert one == several["items"] == {"type": "string", "enum": [f"R{number}" for number in range(1, MAX_STEPS)]}
    bounds = {
        name: schema.get("maxLength")
        for step in steps
        for name, schema in step["properties"]["args"]["properties"].items()
        if "enum" not in schema
    }
    named = {"var": 32, "function": 32, "to": 32, "degree": 2, "digits": 2}
    free = {*ARGUMENTS} - {"dir", "form", "space", "property"}
    assert bounds == {name: named.get(name, MAX_TEXT) if lengths else None for name in free}


def test_rows_are_different() -> None:
    assert len({str(tool) for tool in TABLE}) == len(TABLE)


def call(tool: Tool) -> str:
    given = {"dir": "+", "degree": "2", "digits": "4", "form": "a+bi", "space": "null space", "property": "parity"}
    arguments = {name: given.get(name, "x") for name in tool.arguments}
    step = {"type": "tool", "tool": tool.name, "args": arguments}
    return json.dumps({"steps": [step, {"type": "final", "payload": {"result": "R1"}}]})


@pytest.mark.parametrize("tool", TABLE, ids=str)
def test_plan_takes_exact_arguments(tool: Tool) -> None:
    """For each tool of the table."""
    assert Plan.parse(call(tool)).to_json() == call(tool).replace(", ", ",").replace(": ", ":")
    assert tool.arguments in takes(tool.name)
    with pytest.raises(InvalidPlan, match=f"{tool.name} takes|Field required"):
        Plan.parse(call(Tool(tool.name, tool.arguments[1:], "", "")))


def test_arguments_keep_one_order() -> None:
    """In the plan and in the table."""
    assert [*Args.model_fields] == [*ARGUMENTS]
    assert {name for tool in TABLE for name in tool.arguments} == {*ARGUMENTS}


def test_named_counts_arguments() -> None:
    assert named("solve", ["x", "x", "[0, 1]"])["domain"] == "[0, 1]"
    assert named("solve", ["x", "x"]) == {"expr": "x", "var": "x"}


def test_every_tool_is_checked() -> None:
    """It is computed too."""
    names = {tool.name for tool in TABLE}
    assert {*_TOOLS, *_STATEMENTS} == names
    assert {*_CHECKS, *STATEMENTS, "solve"} == names
    assert {*_VERBS} | {*STATEMENTS} == names


def test_every_form_has_a_word() -> None:
    assert {*WORDS.values()} == {*FORMS}


def test_page_has_the_tables() -> None:
    assert page() in (ROOT / "docs" / "tools.md").read_text()


@pytest.mark.parametrize("lengths", [False, True])
def test_llguidance_takes_schema(lengths: bool) -> None:
    """It accepts right plans."""
    tokenizer = llguidance.LLTokenizer("byte")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(plan_schema(lengths=lengths))
    assert not llguidance.LLMatcher.validate_grammar(grammar, tokenizer)
    for _, _, plan in load("tools"):
        matcher = llguidance.LLMatcher(tokenizer, grammar)
        text = plan.to_json().encode()
        assert matcher.try_consume_tokens([*text]) == len(text), text
        assert matcher.is_accepting(), text


def test_outlines_takes_schema() -> None:
    """As TGI has it: without lengths."""
    pattern = re.compile(outlines_core.json_schema.build_regex_from_schema(json.dumps(plan_schema())))
    plans = [plan.to_json() for _, _, plan in load("tools")]
    assert [text for text in plans if not pattern.fullmatch(text)] == []
    assert not pattern.fullmatch(plans[0].replace('"R1"', '"x"'))
