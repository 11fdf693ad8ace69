"""Prompts: their examples are right, a model's name chooses one, and files are read or refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from student_client import ConfigurationError, Plan, SymbolicVerifier
from student_client._prompt import EXAMPLES, GENERAL, OWN, PROBLEM, Prompt, prompt
from student_client._tools import TABLE

from .api import PROBLEM as INTEGRAL
from .problems import read

LINES = (
    r"x :: Find the derivative ; x^3 e^{2x} ; x ; differentiate | x**3*exp(2*x) | x",
    r"x :: Solve for t ; 2t^2 - 5t = 3 ; t ; solve | Eq(2*t**2 - 5*t, 3) | t",
    r"x :: Evaluate the integral ; \int_0^{\pi} \frac{x}{2} \sin x\,dx ; x ; integrate | x/2*sin(x) | x | 0 | pi",
    r"x :: Find the limit ; \lim_{x \to 0} \frac{1 - \cos x}{x^2} ; x ; limit | (1 - cos(x))/x**2 | x | 0",
    r"x :: Factor ; y^3 - 4y ; y ; factor | y**3 - 4*y",
)


def test_examples_are_accepted() -> None:
    told = [content for _, content in EXAMPLES]
    with SymbolicVerifier() as verify:
        for line, block, plan in zip(LINES, told[::2], told[1::2], strict=True):
            _, problem, right = read(line)
            assert (problem.block(), right) == (block, Plan.parse(plan))
            assert verify(problem, right).status == "accepted", line


def test_general_prompt_has_turns() -> None:
    """The examples are turns, and the problem is last."""
    messages = GENERAL.messages(INTEGRAL)
    assert [message["role"] for message in messages] == ["system", *["user", "assistant"] * 5, "user"]
    assert messages[-1]["content"] == INTEGRAL.block()
    assert INTEGRAL.expression not in json.dumps(messages[:-1])


def test_general_prompt_has_all_tools() -> None:
    assert all(str(tool) in GENERAL.messages(INTEGRAL)[0]["content"] for tool in TABLE)


@pytest.mark.parametrize(
    ("setting", "model", "chosen"),
    [
        ("auto", "student-nano", OWN),
        ("auto", "local/student-nano-2", OWN),
        ("auto", "gpt-4o-mini", GENERAL),
        ("nano", "qwen", OWN),
        ("general", "student-nano", GENERAL),
    ],
)
def test_prompt_by_name(setting: str, model: str, chosen: object) -> None:
    assert prompt(setting, model) is chosen


@pytest.mark.parametrize("named", [OWN, GENERAL], ids=lambda named: named.name)
def test_printed_file_asks_the_same(named: Prompt, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(named.template()))
    assert prompt(str(file), "m").messages(INTEGRAL) == named.messages(INTEGRAL)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (None, "No such file"),
        ("\udcff", "not UTF-8"),
        ("", "not a JSON list"),
        ('"text"', "not a JSON list"),
        ("[]", "not a JSON list"),
        ("[" * 100_000, "not a JSON list"),
        ('[{"role":"user","content":"no problem"}]', "not a JSON list"),
        ('[{"role":"system","content":"{problem}"}]', "not a JSON list"),
        ('[{"role":"tool","content":"x"},{"role":"user","content":"{problem}"}]', "not a JSON list"),
        ('[{"role":"user","content":"{problem}","name":"x"}]', "not a JSON list"),
        (f'[{{"role":"user","content":"{PROBLEM}{"x" * 100_000}"}}]', "not a JSON list"),
    ],
)
def test_bad_file_has_a_fix(text: str | None, what: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    if text is not None:
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigurationError, match=what) as caught:
        prompt(str(file), "m")
    assert str(file) in str(caught.value)
    assert "Fix: auto, nano, general, or a file" in str(caught.value)
    assert "\n" not in str(caught.value)
