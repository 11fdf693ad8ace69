"""Ask a running stack for a plan like the client: through the gateway, greedy, constrained by the plan's schema."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from student_client._plan import plan_schema
from student_client._problem import Problem
from student_client._settings import Settings

PROJECT = Path(__file__).parents[1]
LONGEST = 256  # is twice the tokens of the longest right plan of the family


@dataclass(frozen=True)
class Answer:
    """The model's text and its time in seconds, without the wait for the key's rate limit."""

    text: str
    seconds: float


def ask(settings: Settings, problem: Problem, *, constrained: bool = True) -> Answer:
    """Return the model's answer to a problem.

    Args:
        settings: of the stack: its address, its key, its model's name.
        problem: the problem to solve.
        constrained: whether to send the plan's schema.

    Raises:
        urllib.error.URLError: the stack does not answer, or refuses.
    """
    body: dict[str, Any] = {
        "model": settings.model_name,
        "messages": problem.messages(),
        "temperature": 0,
        "max_tokens": LONGEST,
    }
    if constrained:
        schema = {"name": "plan", "schema": plan_schema(), "strict": True}
        body["response_format"] = {"type": "json_schema", "json_schema": schema}
    headers = {"Content-Type": "application/json"}
    if settings.api_key:
        headers["Authorization"] = f"Bearer {settings.api_key.get_secret_value()}"
    request = urllib.request.Request(f"{settings.api_base}/chat/completions", json.dumps(body).encode(), headers)
    while True:
        started = time.monotonic()
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                text: str = json.load(response)["choices"][0]["message"]["content"]
            return Answer(text, time.monotonic() - started)
        except urllib.error.HTTPError as error:
            if error.code != 429:
                raise
            time.sleep(float(error.headers["Retry-After"]))
