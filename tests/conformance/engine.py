"""One engine behind the real gateway, for the suite."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx2

from tests.conftest import ROOT, Stack

RECORDED: dict[str, dict[str, Any]] = {
    case["case"]: case
    for case in map(json.loads, (ROOT / "tests/conformance/tgi/recordings.jsonl").read_text().splitlines())
}
GAUGES = {
    "llamacpp": "llamacpp:requests_processing",
    "vllm": "vllm:num_requests_running",
    "tgi": "tgi_batch_current_size",
}
COUNTERS = {
    "llamacpp": "llamacpp:tokens_predicted_total",
    "vllm": "vllm:generation_tokens_total",
    "tgi": "tgi_request_generated_tokens_sum",
}


@dataclass(frozen=True)
class Engine:
    """An engine's profile, its stack, its model's name, whether it is replayed, and the seconds it took to start."""

    name: str
    stack: Stack
    model: str
    replayed: bool
    seconds: float

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.stack.key}", "Content-Type": "application/json"}

    def body(self, case: str, **changes: Any) -> dict[str, Any]:
        """Return a recorded request with this engine's model; TGI's replay answers only recorded requests."""
        body: dict[str, Any] = json.loads(RECORDED[case]["body"])
        return body | {"model": self.model} | changes

    def send(self, path: str, body: dict[str, Any] | str) -> httpx2.Response:
        """Send a request through the gateway."""
        data = body if isinstance(body, str) else json.dumps(body)
        return httpx2.post(f"{self.stack.api}{path}", content=data, headers=self.headers, timeout=300)

    def chat(self, case: str, **changes: Any) -> dict[str, Any]:
        """Send a recorded chat request and return the answer, which must be 200."""
        answer = self.send("/v1/chat/completions", self.body(case, **changes))
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    @contextmanager
    def stream(self, body: dict[str, Any]) -> Iterator[Iterator[str]]:
        """Open a stream and yield its lines."""
        url = f"{self.stack.api}/v1/chat/completions"
        with httpx2.stream("POST", url, content=json.dumps(body), headers=self.headers, timeout=300) as answer:
            assert answer.status_code == 200, answer.read()
            yield answer.iter_lines()

    def metrics(self) -> list[str]:
        """Return the engine's own metrics, read from inside its container."""
        ask = 'curl -fsS -H "Authorization: Bearer $(cat /run/secrets/engine_key)" http://127.0.0.1:8000/metrics'
        return self.stack.compose("exec", "-T", self.name, "sh", "-c", ask).stdout.splitlines()

    def metric(self, names: dict[str, str]) -> float:
        """Return one of the engine's own metrics."""
        return sum(float(line.rsplit(" ", 1)[1]) for line in self.metrics() if line.startswith(names[self.name]))
