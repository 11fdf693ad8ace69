"""Tokens of a plan as compact JSON and with white space, counted by the running stack's own model.

    python -m bench.plan_tokens

Settings are those of the command ``student``. The engine counts: each form is sent as a message, answered with one
token, and the tokens of a message of one letter are taken off.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import httpx2
from student_client import Plan, Problem, Settings, Student

PROBLEMS = (
    Problem("integrate", r"\int x^2 \sin x\,dx", ["x"]),
    Problem("solve", "x^2 - 5x + 6 = 0", ["x"]),
    Problem("second derivative", "x^4 - 3x^2", ["x"]),
    Problem("limit", r"\lim_{x \to 0} \frac{\sin x}{x}", ["x"]),
)
FORMS: dict[str, dict[str, Any]] = {
    "compact": {"separators": (",", ":")},
    "a space after , and :": {},
    "indented by 2": {"indent": 2},
}


def prompt_tokens(http: httpx2.Client, model: str, text: str) -> int:
    """Return how many tokens the engine counts for a message."""
    body = {"model": model, "messages": [{"role": "user", "content": text}], "max_tokens": 1}
    answer = http.post("chat/completions", json=body)
    answer.raise_for_status()
    counted: int = answer.json()["usage"]["prompt_tokens"]
    return counted


def main() -> int:
    """Ask for plans, count their forms, print a table; return 1 where a plan came that is not compact."""
    settings = Settings.from_env()
    with Student(settings) as student:
        attempts = [student.plan(problem).attempts[-1] for problem in PROBLEMS]
    texts = [attempt.text for attempt in attempts if attempt.plan is not None and attempt.text is not None]
    plans = [json.loads(text) for text in texts]
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    headers = {"authorization": f"Bearer {key}"}
    with httpx2.Client(base_url=settings.api_base, headers=headers, timeout=settings.timeout_seconds) as http:
        empty = prompt_tokens(http, settings.model_name, "x")
        print(f"{settings.model_name}, {len(plans)} plans; tokens of all of them\n")
        for name, form in FORMS.items():
            counts = [prompt_tokens(http, settings.model_name, json.dumps(plan, **form)) - empty for plan in plans]
            print(f"{name:22} {sum(counts):5}")
    written = sum(attempt.tokens_out or 0 for attempt in attempts)
    print(f"{'as the engine wrote it':22} {written:5}  (with the token that ends it)")
    return int(any(text != Plan.parse(text).to_json() for text in texts))


if __name__ == "__main__":
    sys.exit(main())
