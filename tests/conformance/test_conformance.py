"""The promises of every engine through the gateway. A docstring is the check's name in docs/conformance.md."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from tests.conformance.engine import COUNTERS, GAUGES, RECORDED, Engine
from tests.conformance.table import CELLS, PAGE, documented, rendered
from tests.conftest import ROOT, wait_until
from tests.gpu.hardware import HARDWARE

pytestmark = pytest.mark.docker
Found = Callable[[str], None]


def text(answer: dict[str, Any]) -> str:
    content: str = answer["choices"][0]["message"]["content"]
    return content


def test_models(engine: Engine, found: Found) -> None:
    """`/v1/models` lists the model under its name."""
    listed = httpx2.get(f"{engine.stack.api}/v1/models", headers=engine.headers, timeout=60).json()
    assert [model["id"] for model in listed["data"]] == [engine.model]
    found("yes")


def test_chat(engine: Engine, found: Found) -> None:
    """Chat: text, finish reason, usage that adds up."""
    answer = engine.chat("chat-temperature-0")
    assert text(answer)
    assert answer["choices"][0]["finish_reason"] in ("stop", "length")
    usage = answer["usage"]
    assert usage["prompt_tokens"] + usage["completion_tokens"] == usage["total_tokens"]
    found("yes")


def test_completions(engine: Engine, found: Found) -> None:
    """Completions: text and usage."""
    answer = engine.send("/v1/completions", engine.body("completions"))
    assert answer.status_code == 200, answer.text
    assert answer.json()["choices"][0]["text"]
    assert answer.json()["usage"]["completion_tokens"] > 0
    found("yes")


def test_streaming(engine: Engine, found: Found) -> None:
    """Streaming: chunks, usage when asked for, `[DONE]` last, the same text as without."""
    body = engine.body("chat-stream-usage")
    with engine.stream(body) as lines:
        events = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    assert events[-1] == "[DONE]"
    chunks = [json.loads(event) for event in events[:-1]]
    streamed = "".join(c["choices"][0]["delta"].get("content") or "" for c in chunks if c["choices"])
    assert streamed == text(engine.chat("chat-temperature-0"))
    assert len(chunks) > 3
    assert chunks[-1]["usage"]["completion_tokens"] > 0
    found("yes")


def test_max_tokens(engine: Engine, found: Found) -> None:
    """`max_tokens`: one token, and `length` says so."""
    answer = engine.chat("chat-max-tokens-1")
    assert answer["usage"]["completion_tokens"] == 1
    assert answer["choices"][0]["finish_reason"] == "length"
    found("yes")


def test_stop(engine: Engine, found: Found) -> None:
    """`stop` as a list ends the text there."""
    whole = text(engine.chat("chat-temperature-0"))
    stop = "oror" if engine.replayed else whole[len(whole) // 2 :][:2]
    answer = engine.chat("chat-stop-list", stop=[stop])
    assert len(text(answer)) < len(whole)
    assert whole.startswith(text(answer))
    kept = "keeps the stop text" if text(answer).endswith(stop) else "yes"
    reason = answer["choices"][0]["finish_reason"]
    found(kept if reason == "stop" else f"{kept}; `finish_reason` is `{reason}`")


def test_stop_text(engine: Engine, found: Found) -> None:
    """`stop` as one text."""
    answer = engine.send("/v1/chat/completions", engine.body("chat-stop-string"))
    found("yes" if answer.status_code == 200 else f"refused, {answer.status_code}")


def test_top_p(engine: Engine, found: Found) -> None:
    """`top_p: 1.0`."""
    answer = engine.send("/v1/chat/completions", engine.body("chat-top-p-1"))
    found("yes" if answer.status_code == 200 else f"refused, {answer.status_code}")


def test_seed(engine: Engine, found: Found) -> None:
    """The same seed gives the same text."""
    assert text(engine.chat("chat-seed-42-a")) == text(engine.chat("chat-seed-42-b"))
    found("yes")


def test_temperature_zero(engine: Engine, found: Found) -> None:
    """Temperature 0 gives the same text twice."""
    assert text(engine.chat("chat-temperature-0")) == text(engine.chat("chat-temperature-0-again"))
    found("yes")


def test_schema_enforced(engine: Engine, found: Found) -> None:
    """A schema that contradicts the prompt is met."""
    case, place = ("value", "value") if engine.name == "tgi" else ("openai", "json_schema")
    changes: dict[str, Any] = {}
    if not engine.replayed:  # is closed, with room for white space, because a tiny model fills every open part
        form = engine.body(f"rf-json_schema-{case}")["response_format"]
        form[place]["schema"]["additionalProperties"] = False
        changes = {"max_tokens": 400, "response_format": form}
    answer = json.loads(text(engine.chat(f"rf-json_schema-{case}", **changes)))
    assert set(answer) == {"name", "age"}
    assert isinstance(answer["age"], int)
    found("yes")


def test_schema_form(engine: Engine, found: Found) -> None:
    """OpenAI's form of `response_format`."""
    answer = engine.send("/v1/chat/completions", engine.body("rf-json_schema-openai"))
    found("yes" if answer.status_code == 200 else f"refused, {answer.status_code}; the client sends TGI's own form")


def shape(answer: Any) -> str:
    try:
        error = answer.json()["error"]
    except ValueError:
        return "plain text"
    return "OpenAI's body" if isinstance(error, dict) else "`error` is a text"


def test_bad_json(engine: Engine, found: Found) -> None:
    """A body that is not JSON."""
    answer = engine.send("/v1/chat/completions", RECORDED["err-malformed-json"]["body"])
    assert 400 <= answer.status_code < 500, answer.text
    found(f"{answer.status_code}, {shape(answer)}")


def test_unknown_model(engine: Engine, found: Found) -> None:
    """A model that is not served."""
    answer = engine.send("/v1/chat/completions", engine.body("chat-model-wrong", model="no-such-model"))
    assert answer.status_code in (200, 400, 404), answer.text
    found("200, any name is taken" if answer.status_code == 200 else f"{answer.status_code}, {shape(answer)}")


def test_too_long_an_input(engine: Engine, found: Found) -> None:
    """A prompt longer than the context."""
    recorded = RECORDED["err-input-too-long"]["body"]
    size = int(recorded.split("[")[2].split(" ")[0])
    empty = json.dumps({"model": "local/tiny-llama", "messages": [{"role": "user", "content": ""}], "max_tokens": 5})
    words = ("Hello world " * 4000)[: size - len(empty)]
    body = {"model": engine.model, "messages": [{"role": "user", "content": words}], "max_tokens": 5}
    answer = engine.send("/v1/chat/completions", body)
    assert 400 <= answer.status_code < 500, answer.text
    found(f"{answer.status_code}, {shape(answer)}")


def test_too_many_tokens(engine: Engine, found: Found) -> None:
    """`max_tokens` over the context."""
    answer = engine.send("/v1/chat/completions", engine.body("err-max-tokens-over-total"))
    assert answer.status_code in (200, 400), answer.text
    found("200, ends at the limit" if answer.status_code == 200 else f"400, {shape(answer)}")


def test_cancel(engine: Engine, found: Found) -> None:
    """A client that hangs up frees the engine."""
    if engine.replayed:  # a replay has no running requests to watch
        found("not run")
        return
    before, most = engine.metric(COUNTERS), 2000  # lasts long enough for a busy machine to notice the disconnection
    body = engine.body("chat-stream-usage", max_tokens=most, ignore_eos=True)
    with engine.stream(body) as lines:
        next(lines)
    wait_until(lambda: engine.metric(GAUGES) == 0, 20, "no request runs any more")
    assert engine.metric(COUNTERS) - before < most
    found("yes")


def test_sixteen_at_once(engine: Engine, found: Found) -> None:
    """Sixteen requests at once are all answered."""
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: text(engine.chat("chat-temperature-0")), range(16)))
    assert all(answers)
    found("yes")


def test_plans(engine: Engine, found: Found) -> None:
    """The bundled model's plans for handwritten problems are verified."""
    if engine.replayed:  # recordings do not have them
        found("not run")
        return
    lines = (ROOT / "tests/models/student_nano/handwritten.jsonl").read_text().splitlines()[::13]
    problems = [{name: json.loads(line)[name] for name in ("objective", "expression", "variables")} for line in lines]
    source = engine.stack.path / "problems.jsonl"
    source.write_text("".join(json.dumps(problem) + "\n" for problem in problems))
    done = engine.stack.student("batch", "problems.jsonl", "outcomes.jsonl")
    outcomes = [json.loads(line) for line in (engine.stack.path / "outcomes.jsonl").read_text().splitlines()]
    assert len(outcomes) == len(problems), done.stderr
    assert sum(outcome["verified"] for outcome in outcomes) >= 0.8 * len(outcomes)
    found("yes")


def test_page_is_what_was_found() -> None:
    assert CELLS, "no engine was tested"
    if os.environ.get("CONFORMANCE_WRITE"):
        PAGE.write_text(rendered())
    written = documented()
    if HARDWARE.has_tgi:  # compares with the page, which has the replay's cells
        written |= {cell: CELLS[cell] for cell, what in written.items() if cell[1] == "tgi" and what == "not run"}
    assert {cell: what for cell, what in CELLS.items() if written.get(cell) != what} == {}
