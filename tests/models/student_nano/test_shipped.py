"""The shipped files: small, standard, and made for the client's prompt."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import Any

import pytest
from student_client._problem import Problem
from student_client._reading.formulas.sympy_syntax import parse_expression

from tests.conftest import ROOT
from training.generate import MEASURING, bare, handwritten, held_out
from training.problems import sample

FOLDER = ROOT / "models" / "student-nano"


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["handwritten", "second_author", "third_author"])
def problems(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    lines = (MEASURING / f"{request.param}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_weights_are_small() -> None:
    sizes = [(FOLDER / name).stat().st_size for name in ("model.safetensors", "student-nano.gguf")]
    assert sum(sizes) <= 6_000_000


def test_model_is_a_standard_llama() -> None:
    config = read("config.json")
    assert config["architectures"] == ["LlamaForCausalLM"]
    assert config["head_dim"] == config["hidden_size"] // config["num_attention_heads"] == 64
    assert config["tie_word_embeddings"]
    assert config["vocab_size"] == len(_vocabulary())


def test_weights_fit_the_config() -> None:
    data = (FOLDER / "model.safetensors").read_bytes()
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    config = read("config.json")
    assert header["model.embed_tokens.weight"]["shape"] == [config["vocab_size"], config["hidden_size"]]
    assert {part["dtype"] for name, part in header.items() if name != "__metadata__"} == {"F16"}


def test_gguf_has_the_same_template() -> None:
    template = read("tokenizer_config.json")["chat_template"]
    assert template.encode() in (FOLDER / "student-nano.gguf").read_bytes()


def test_template_drops_system_text() -> None:
    """The prompt has no part of the system message."""
    jinja2 = pytest.importorskip("jinja2")
    messages = Problem("integrate", "x^2", ["x"]).messages()
    template = jinja2.Template(read("tokenizer_config.json")["chat_template"])
    shown = template.render(messages=messages, add_generation_prompt=True)
    assert shown == f"<|user|>{messages[1]['content']}<|end|><|assistant|>"


def test_prompt_parts_are_tokens() -> None:
    """If this fails, the client's prompt has changed: train again."""
    prompt = Problem("OBJECTIVE", "EXPRESSION", ["VARIABLES"]).prompt()
    for name in ("OBJECTIVE", "EXPRESSION", "VARIABLES"):
        before, prompt = prompt.split(name)
        assert before in _vocabulary()
    assert prompt in _vocabulary()


def _vocabulary() -> set[str]:
    tokenizer = read("tokenizer.json")
    return {*tokenizer["model"]["vocab"], *(token["content"] for token in tokenizer["added_tokens"])}


def test_handwritten_problems(problems: list[dict[str, Any]]) -> None:
    """There are hundreds, of all kinds."""
    assert len({(p["objective"], p["expression"]) for p in problems}) == len(problems) >= 250
    kinds = Counter(problem["kind"] for problem in problems)
    assert min(kinds[name] for name in ("integrate", "differentiate", "solve", "simplify", "expand", "factor")) >= 20


def test_each_problem_has_an_answer(problems: list[dict[str, Any]]) -> None:
    for problem in problems:
        Problem(problem["objective"], problem["expression"], problem["variables"])
        answers = problem["answer"] if isinstance(problem["answer"], list) else [problem["answer"]]
        assert answers
        for answer in answers:
            parse_expression(answer)


def test_problems_not_in_training(problems: list[dict[str, Any]]) -> None:
    taboo = handwritten()
    assert all(bare(problem["expression"]) in taboo for problem in problems)
    rng = random.Random(11)
    drawn = [sample(rng).expression for _ in range(2000)]
    trained = {bare(expression) for expression in drawn if not held_out(expression)} - taboo
    assert not trained & {bare(problem["expression"]) for problem in problems}
