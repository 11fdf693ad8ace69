"""A fake API, by value: replies, a problem, plans, and a verifier with known verdicts."""

from __future__ import annotations

import json
from typing import Any

from student_client import Plan, Problem, Settings, Verdict

PROBLEM = Problem("integrate", r"\int 2x\,dx", ["x"])
GOOD = '{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"2*x","var":"x"}},{"type":"final","payload":{"result":"R1"}}]}'  # noqa: E501
WRONG = GOOD.replace("2*x", "3*x")
UNSURE = GOOD.replace("2*x", "x")
KEY = "sk-secret-0123456789"


def settings(**fields: Any) -> Settings:
    return Settings.model_validate({"model_name": "student-nano", "api_key": KEY} | fields)


def judge(problem: Problem, plan: Plan) -> Verdict:
    """Accept GOOD, reject WRONG, and leave UNSURE undecided."""
    text = plan.to_json()
    if text == GOOD:
        return Verdict("accepted", "as it should be", "x**2")
    return Verdict("rejected" if text == WRONG else "undecided", "not as it should be", "1")


def completion(content: str | None, finish: str = "stop", **message: Any) -> dict[str, Any]:
    return {
        "choices": [{"message": {"role": "assistant", "content": content} | message, "finish_reason": finish}],
        "usage": {"prompt_tokens": 400, "completion_tokens": 50},
    }


def error_body(message: str) -> bytes:
    return json.dumps({"error": {"message": message, "type": "x", "param": None, "code": "y"}}).encode()
