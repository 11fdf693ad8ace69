"""One stack for all tests of a running one: with Alertmanager and node_exporter, under load, and a webhook to call."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx2
import pytest

from bench.soak import Load
from ops.lib import env_file
from tests import here
from tests.caddy.gateway_box import Network
from tests.conftest import Stack, make_stacks, wait_until
from tests.faults.fault import hurried

OF_THE_HOST = {"DiskFilling", "HostMemoryLow", "HostOverloaded"}
OVERLAYS = ("compose/alerting.yaml", "compose/host-metrics.yaml")
SETTINGS = {
    "GATEWAY_REQUESTS_PER_MINUTE": "100000",
    "GATEWAY_ENGINE_RETRY": "500ms",  # without an engine each request is refused after that
    "GATEWAY_SLO_TTFT_SECONDS": "60",  # the host of the tests is busy
}

new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@dataclass
class Webhook:
    """A receiver of alerts on this host, as a stack's Alertmanager reaches it."""

    url: str
    messages: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {"/people": [], "/heartbeat": []})

    def people(self, status: str) -> list[dict[str, Any]]:
        """Return what people got of the stack's alerts that fire or are resolved; the test's own host may be busy."""
        ours = [one for one in self.messages["/people"] if one["commonLabels"]["alertname"] not in OF_THE_HOST]
        return [message for message in ours if message["status"] == status]


@pytest.fixture(scope="package")
def webhook() -> Iterator[Webhook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            received.messages[self.path].append(json.loads(content))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    network = Network()
    server = ThreadingHTTPServer((network.address, 0), Handler)
    received = Webhook(f"http://{network.address}:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield received
    server.shutdown()
    server.server_close()
    network.remove()


class Watched(Stack):
    """A stack with all of its monitoring."""

    @property
    def outcomes(self) -> Path:
        """The outcomes of the last 'student batch' when the stack was started."""
        return self.path / "outcomes.jsonl"

    def query(self, expression: str) -> list[dict[str, Any]]:
        url = f"http://localhost:{self.settings['PROMETHEUS_PORT']}/api/v1/query"
        found: list[dict[str, Any]] = httpx2.get(url, params={"query": expression}, timeout=60).json()["data"]["result"]
        return found

    def batch(self, outcomes: str) -> None:
        """Run 'student batch' on three problems; its counts go where node_exporter reads them."""
        problems = self.path / "problems.jsonl"
        question = {"objective": "integrate", "expression": r"\int x^2 \sin x\,dx", "variables": ["x"]}
        problems.write_text("".join(json.dumps(question) + "\n" for _ in range(3)))
        metrics = self.path / "state" / "data" / "metrics" / "batch.prom"
        done = self.student("batch", str(problems), str(self.path / outcomes), "--metrics", str(metrics))
        assert metrics.exists(), done.stdout + done.stderr
        metrics.chmod(0o644)

    def load(self, seconds: float) -> None:
        load = Load(f"{self.api}/v1", self.key, "student-nano", max_tokens=40)
        load.run(seconds=seconds, clients=4)
        assert not load.failures(), load.first


@pytest.fixture(scope="package")
def stack(new_stack: Callable[..., Stack], webhook: Webhook) -> Watched:
    """The stack, which has served some load and given some plans."""
    plain = new_stack("watched", **SETTINGS)
    hurried(plain.path)
    routes = plain.path / "prometheus" / "alertmanager" / "routes.yml"
    quick = re.sub(r"group_wait: 30s", "group_wait: 3s", routes.read_text())
    routes.write_text(re.sub(r"group_interval: \w+", "group_interval: 1s", quick))
    hooks = [
        {"name": name, "webhook_configs": [{"url": f"{webhook.url}/{name}", "send_resolved": name == "people"}]}
        for name in ("people", "heartbeat")
    ]
    receivers = plain.path / "state" / "secrets" / "alert_receivers.yml"
    receivers.touch(mode=0o600)
    receivers.write_text("receivers: " + json.dumps(hooks) + "\n")
    env_file.update({"COMPOSE_FILE": here.with_overlays(*OVERLAYS)}, plain.path / "env" / "student.env")
    init = plain.make("init")
    assert init.returncode == 0, init.stdout + init.stderr
    watched = Watched(plain.path, plain.settings)
    made = watched.make("images")
    assert made.returncode == 0, made.stdout + made.stderr
    done = watched.compose("up", "-d", "--wait", "--wait-timeout=240")
    assert done.returncode == 0, done.stderr + watched.compose("logs", "--tail=30").stdout
    watched.batch("first.jsonl")
    wait_until(lambda: bool(watched.query("student_client_problems_total")), 60, "Prometheus has seen the counts")
    watched.batch(watched.outcomes.name)  # is counted, because the counts before it were seen
    watched.load(10)
    wait_until(lambda: bool(watched.query("student:output_tokens:rate5m > 0")), 60, "Prometheus has seen the load")
    return watched
