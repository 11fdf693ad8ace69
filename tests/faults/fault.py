"""Causes faults in a stack, and observes the results."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

from tests import here
from tests.caddy.gateway_box import docker
from tests.conftest import Stack, wait_until

ENDLESS = {"prompt": "<problem>", "stream": True, "max_tokens": 100_000, "ignore_eos": True, "temperature": 1}
SHORT = {"prompt": "<problem>", "max_tokens": 4}
COMPLETIONS = "/v1/completions"


def tools() -> str:
    """Return an image with a shell and curl, which the gateway's image does not have."""
    return here.image("llamacpp")


def hurried(project: Path) -> None:
    """Make Prometheus scrape every second, and alerts wait for one: the real rules at a test's speed."""
    settings = project / "prometheus" / "prometheus.yml"
    hurry = re.sub(
        r"scrape_interval: \w+\n  scrape_timeout: \w+",
        "scrape_interval: 1s\n  scrape_timeout: 1s",
        settings.read_text(),
    )
    settings.write_text(re.sub(r"evaluation_interval: \w+", "evaluation_interval: 1s", hurry))
    for rules in (project / "prometheus" / "rules").glob("*.yml"):
        rules.write_text(re.sub(r"for: \w+", "for: 1s", rules.read_text()))


class FaultyStack(Stack):
    """A stack that is broken on purpose."""

    def up(self) -> None:
        done = self.compose("up", "-d", "--wait", "--wait-timeout=120")
        assert done.returncode == 0, done.stderr + self.compose("logs", "--tail=40").stdout

    def client(self, **options: Any) -> httpx2.Client:
        headers = {"Authorization": f"Bearer {self.key}"}
        return httpx2.Client(base_url=self.api, headers=headers, timeout=60, trust_env=False, **options)

    def container(self, service: str) -> str:
        return self.compose("ps", "--all", "--quiet", service).stdout.strip()

    def inspect(self, service: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(docker("inspect", self.container(service)).stdout)[0]
        return found

    def crash(self, service: str) -> None:
        """Kill a service's program by SIGKILL from inside, like the kernel: Docker sees a crash, not a stop."""
        before = self.inspect(service)["State"]["FinishedAt"]
        inside = f"--pid=container:{self.container(service)}"
        # ignores its exit code, since it ends with the container that it runs in
        docker("run", "--rm", inside, "--network=none", "--entrypoint=sh", tools(), "-c", "kill -9 -1", check=False)
        wait_until(lambda: self.inspect(service)["State"]["FinishedAt"] != before, 20, f"{service} has crashed")

    def fall(self, service: str, program: str) -> None:
        """Kill an engine's own program, like its own fault would; the container runs for a moment longer."""
        before = self.inspect(service)["State"]["FinishedAt"]
        self.compose("exec", "-T", service, "sh", "-c", f"kill -SEGV $(pidof {program})")
        wait_until(lambda: self.inspect(service)["State"]["FinishedAt"] != before, 20, f"{service} has ended")

    def loaded(self, client: httpx2.Client) -> bool:
        """Does the engine answer, and has images/engine.sh noticed?"""
        answers = client.get("/health").status_code == 200
        return answers and not (self.path / "state" / "data" / "engine" / "tries").exists()

    @contextmanager
    def paused(self, service: str) -> Iterator[None]:
        """Suspend a service's program; its connections stay open."""
        docker("pause", self.container(service))
        try:
            yield
        finally:
            docker("unpause", self.container(service))
        health = lambda: self.inspect(service)["State"]["Health"]["Status"]  # noqa: E731
        wait_until(lambda: health() == "healthy", 60, f"{service} is healthy again")

    def serves(self, client: httpx2.Client) -> bool:
        """Request a short completion; a refusal must be one that a client may retry."""
        try:
            response = client.post(COMPLETIONS, json=SHORT)
        except httpx2.TransportError:
            return False  # the gateway itself is down
        if response.status_code in {502, 503}:
            assert response.headers["Retry-After"] == "10"
            assert response.json()["error"]["type"] == "server_error"
            return False
        assert response.status_code == 200, response.text
        return True

    def asked(self, query: str) -> list[dict[str, Any]]:
        """Query Prometheus."""
        url = f"http://localhost:{self.settings['PROMETHEUS_PORT']}/api/v1/query"
        answer = httpx2.get(url, params={"query": query}, timeout=30, trust_env=False).json()
        result: list[dict[str, Any]] = answer["data"]["result"]
        return result

    def number(self, query: str) -> float:
        """Return the value of a query; -1 if there is none yet."""
        found = self.asked(query)
        return float(found[0]["value"][1]) if found else -1.0

    def fires(self, alert: str) -> bool:
        return bool(self.asked(f'ALERTS{{alertname="{alert}",alertstate="firing"}}'))
