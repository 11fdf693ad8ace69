"""The engines' three schema compilers accept the schema, and with it they accept plans and nothing else."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import llguidance
import outlines_core
import pytest
from student_client import InvalidPlan, Plan, plan_schema

from tests import here

from ..conftest import ROOT
from .plans import plan

MODEL = ROOT / "models" / "student-nano"

PLANS = [
    plan("integrate | x**2*sin(x) | x"),
    plan("simplify | (x**2 - 1)/(x - 1)"),
    plan("solve | Eq(x**2, 4) | x"),
    plan("limit | sin(x)/x | x | 0"),
    plan("expand | (x + 1)**2", "factor | R1", "substitute | R2 | x | 1/2", "differentiate | R1 | x"),
]
FINAL = '{"type":"final","payload":{"result":"R1"}}'


def steps(*written: str) -> str:
    return '{"steps":[' + ",".join(written) + "]}"


NO_PLANS = [
    "{}",
    "[]",
    steps('{"type":"tool","tool":"explode","args":{"expr":"x"}}', FINAL),
    steps('{"type":"tool","tool":"integrate","args":{"expr":"x"}}', FINAL),
    steps('{"type":"tool","tool":"expand","args":{"expr":"x","var":"x"}}', FINAL),
    steps('{"type":"tool","tool":"expand","args":{"expr":1}}', FINAL),
    steps('{"type":"tool","tool":"expand","args":{"expr":"x"},"why":"so"}', FINAL),
    steps(FINAL, '{"type":"other","payload":{"result":"R1"}}'),
    steps(FINAL),
    steps(*[FINAL] * 9),
    steps(FINAL, FINAL) + " and more",
]


def by_llguidance(texts: list[str]) -> list[bool]:
    tokenizer = llguidance.LLTokenizer("byte")
    grammar = llguidance.LLMatcher.grammar_from_json_schema(plan_schema())
    assert not llguidance.LLMatcher.validate_grammar(grammar, tokenizer)

    def takes(text: str) -> bool:
        matcher = llguidance.LLMatcher(tokenizer, grammar)
        return matcher.try_consume_tokens([*text.encode()]) == len(text) and bool(matcher.is_accepting())

    return [takes(text) for text in texts]


def by_outlines_core(texts: list[str]) -> list[bool]:
    pattern = re.compile(outlines_core.json_schema.build_regex_from_schema(json.dumps(plan_schema())))
    return [bool(pattern.fullmatch(text)) for text in texts]


def by_xgrammar(texts: list[str]) -> list[bool]:
    """Ask xgrammar in the vLLM image: it needs torch, which is 5 GB."""
    program = Path(__file__).with_name("xgrammar_probe.py")
    mounts = ("--volume", f"{MODEL}:/model:ro", "--volume", f"{program}:/probe.py:ro", "--tmpfs=/tmp:exec")
    run = ("docker", "run", "--rm", "-i", "--network=none", *mounts, "--entrypoint=python3")
    done = subprocess.run(
        [*run, here.image("vllm"), "/probe.py"],
        input=json.dumps({"schema": plan_schema(), "texts": texts}),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    taken: list[bool] = json.loads(done.stdout.splitlines()[-1])
    return taken


COMPILERS = [
    by_llguidance,
    by_outlines_core,
    pytest.param(by_xgrammar, marks=[pytest.mark.docker, pytest.mark.vllm]),
]


@pytest.mark.parametrize("compiler", COMPILERS)
def test_schema_takes_plans_alone(compiler: Callable[[list[str]], list[bool]]) -> None:
    """It compiles."""
    texts = [made.to_json() for made in PLANS]
    taken = compiler(texts + NO_PLANS)
    assert [text for text, fine in zip(texts, taken, strict=False) if not fine] == []
    assert [text for text, fine in zip(NO_PLANS, taken[len(texts) :], strict=True) if fine] == []


@pytest.mark.parametrize("text", NO_PLANS)
def test_client_refuses_the_same(text: str) -> None:
    with pytest.raises(InvalidPlan):
        Plan.parse(text)
