"""An alert reaches people: the engine is killed, one message comes, and one more when it is back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.conftest import wait_until
from tests.grafana.conftest import Watched, Webhook

pytestmark = pytest.mark.docker


def test_heartbeat_has_own_receiver(stack: Watched, webhook: Webhook) -> None:
    wait_until(lambda: bool(webhook.messages["/heartbeat"]), 60, "the dead man's switch")
    assert webhook.messages["/heartbeat"][0]["commonLabels"]["alertname"] == "Watchdog"
    assert not [message for message in webhook.messages["/people"] if "Watchdog" in str(message["groupLabels"])]


def test_alert_test_is_taken(stack: Watched, webhook: Webhook) -> None:
    done = stack.make("alert-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "accepted by webhook" in done.stdout
    sent = [message["commonLabels"]["alertname"] for message in webhook.people("firing")]
    assert sent.count("AlertTest") == 1, "it says so when it is true"


def test_killed_engine_is_announced(stack: Watched, webhook: Webhook) -> None:
    """In one message with links, and in one more when it is back."""
    webhook.messages["/people"].clear()
    stack.compose("kill", "llamacpp")
    headers = {"Authorization": f"Bearer {stack.key}"}
    body = {"model": "student-nano", "messages": [{"role": "user", "content": "x"}], "max_tokens": 1}

    def ask(_: int) -> int:
        return httpx2.post(f"{stack.api}/v1/chat/completions", headers=headers, json=body, timeout=60).status_code

    def refused() -> bool:  # what follows from it: clients get 503, in numbers beside what was answered before
        with ThreadPoolExecutor(8) as pool:
            answers = set(pool.map(ask, range(80)))
        return answers == {503} and bool(webhook.people("firing"))

    try:
        wait_until(refused, 300, "the alert arrives")
        for name in ("Gateway5xx", "EngineFailures"):
            consequence = f'ALERTS{{alertname="{name}", alertstate="firing"}}'
            wait_until(lambda query=consequence: refused() and bool(stack.query(query)), 300, f"{name} fires, too")
        sent = [(message["groupLabels"], message["alerts"]) for message in webhook.people("firing")]
        assert len(sent) == 1, sent
        (message,) = webhook.people("firing")
        (alert,) = message["alerts"]
        assert alert["labels"]["alertname"] == "EngineDown"
        assert "runbooks" not in alert["labels"]
        runbook, _, section = alert["annotations"]["runbook_url"].partition("#")
        assert f'<h3 id="{section}">EngineDown</h3>' in httpx2.get(runbook, timeout=60).text, runbook
        source = alert["generatorURL"]
        assert httpx2.get(source, follow_redirects=True, timeout=60).status_code == 200, source
    finally:
        started = stack.compose("up", "-d", "--wait", "--wait-timeout=120", "llamacpp")
    assert started.returncode == 0, started.stderr

    def resolved() -> bool:
        return "EngineDown" in {message["commonLabels"]["alertname"] for message in webhook.people("resolved")}

    wait_until(resolved, 90, "the message that it is over")
