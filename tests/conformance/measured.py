"""Measures the speed of an engine."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from tests.conformance.engine import Engine

TOKENS = 128


def tokens_a_second(engine: Engine, clients: int) -> float:
    """Let so many clients request a long answer at once; return the tokens per second of all answers."""

    def ask(_: int) -> int:
        body = engine.body("completions", max_tokens=TOKENS, temperature=1, ignore_eos=True)
        answer = engine.send("/v1/completions", body)
        assert answer.status_code == 200, answer.text
        return int(answer.json()["usage"]["completion_tokens"])

    began = time.monotonic()
    with ThreadPoolExecutor(clients) as pool:
        tokens = sum(pool.map(ask, range(clients)))
    return tokens / (time.monotonic() - began)
