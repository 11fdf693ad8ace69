"""Count the tokens of a plan as compact JSON and with white space, by the running stack's own model.

    python -m bench.plan_tokens

It uses the settings of the command ``student``. The engine counts: each form is sent as a message, answered with one
token, and the tokens of a message of one letter are subtracted.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
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
WRITTEN = "as the engine wrote it, with the token that ends it"
KEPT = Path(__file__).resolve().parent / "reports" / "plan_tokens.json"


def prompt_tokens(http: httpx2.Client, model: str, text: str) -> int:
    """Return the number of tokens that the engine counts for a message."""
    body = {"model": model, "messages": [{"role": "user", "content": text}], "max_tokens": 1}
    answer = http.post("chat/completions", json=body)
    answer.raise_for_status()
    counted: int = answer.json()["usage"]["prompt_tokens"]
    return counted


def main() -> int:
    """Ask for plans, count their forms, print a table; return 1 if a plan is not compact."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="keep the figures for bench/README.md")
    parser.parse_args()
    settings = Settings.from_env()
    with Student(settings) as student:
        attempts = [student.plan(problem).attempts[-1] for problem in PROBLEMS]
    texts = [attempt.text for attempt in attempts if attempt.plan is not None and attempt.text is not None]
    plans = [json.loads(text) for text in texts]
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    headers = {"authorization": f"Bearer {key}"}
    with httpx2.Client(base_url=settings.api_base, headers=headers, timeout=settings.timeout_seconds) as http:
        empty = prompt_tokens(http, settings.model_name, "x")

        def tokens(form: dict[str, Any]) -> int:
            return sum(prompt_tokens(http, settings.model_name, json.dumps(plan, **form)) - empty for plan in plans)

        found = {name: tokens(form) for name, form in FORMS.items()}
    found[WRITTEN] = sum(attempt.tokens_out or 0 for attempt in attempts)
    print(f"{settings.model_name}, {len(plans)} plans; tokens of all of them\n")
    print("\n".join(f"{name:50} {count:5}" for name, count in found.items()))
    if parser.parse_args().keep:
        about = {"date": time.strftime("%Y-%m-%d"), "model": settings.model_name, "plans": len(plans)}
        KEPT.write_text(json.dumps(about | {"tokens": found}, indent=1) + "\n")
    return int(any(text != Plan.parse(text).to_json() for text in texts))


if __name__ == "__main__":
    sys.exit(main())
