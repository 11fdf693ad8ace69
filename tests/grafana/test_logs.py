"""All that is known of one request, from its id."""

from __future__ import annotations

import json

import httpx2
import pytest

from tests.grafana.conftest import Watched

pytestmark = pytest.mark.docker


def test_request_is_found_everywhere(stack: Watched) -> None:
    """At the gateway, at the engine and in its plan."""
    attempt = json.loads(stack.outcomes.read_text().splitlines()[0])["attempts"][0]

    shown = stack.make("logs", f"REQUEST={attempt['request_id']}", f"OUTCOMES={stack.outcomes}")

    assert shown.returncode == 0, shown.stdout + shown.stderr
    gateway, engine, plan = shown.stdout.split("== ")[1:]
    assert json.loads(gateway.split("\n", 1)[1])["id"] == attempt["request_id"]
    assert "slot" in engine, "llama-server's lines of that time"
    assert f"→ 1 student, temperature 0.0: {attempt['verdict']['status']}" in plan


def test_absent_request_is_one_line(stack: Watched) -> None:
    for request, said in (
        ("x", "is not the id of a request"),
        ("0" * 8 + "-0000" * 3 + "-" + "0" * 12, "has no request"),
    ):
        shown = stack.make("logs", f"REQUEST={request}")
        assert shown.returncode != 0
        assert said in shown.stderr + shown.stdout
        assert "Traceback" not in shown.stderr + shown.stdout


def test_an_answer_carries_the_id(stack: Watched) -> None:
    answer = httpx2.get(f"{stack.api}/v1/models", headers={"Authorization": f"Bearer {stack.key}"}, timeout=60)
    shown = stack.make("logs", f"REQUEST={answer.headers['X-Request-Id']}")
    assert '"path": "/v1/models"' in shown.stdout, shown.stdout + shown.stderr
