"""'make verify' on a real stack: it passes, then reports one broken thing at a time and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ops.lib import env_file
from ops.verbs.verify import metrics, probe
from tests import here
from tests.conftest import Stack, wait_until
from tests.ops.tampering import Answered, Asked, Tampering, with_header
from tests.project import own_environment

IPV6 = "compose/ipv6.yaml"
CHAT = "/v1/chat/completions"


@pytest.fixture(scope="module")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    made = new_stack("verify", COMPOSE_FILE=here.compose_file())
    scraping = made.path / "prometheus" / "prometheus.yml"
    scraping.write_text(scraping.read_text().replace("15s", "1s").replace("10s", "1s"))
    started = made.compose("up", "-d", "--wait", "--wait-timeout=120")
    assert started.returncode == 0, started.stderr
    return made


def verify(stack: Stack) -> tuple[int, dict[str, Any]]:
    """Run the verb with JSON=1; return its exit code and each check by its name."""
    done = stack.make("verify", "JSON=1")
    assert done.stdout.startswith("{"), done.stdout + done.stderr
    said = json.loads(done.stdout)
    checks = {check["name"]: check for check in said["checks"]}
    assert said["ok"] is (done.returncode == 0)
    return done.returncode, checks


@contextmanager
def settings(stack: Stack, **values: object) -> Iterator[None]:
    """Change settings for a while."""
    path = stack.path / "env" / "student.env"
    before = path.read_text()
    env_file.write_private(path, env_file.with_values(before, {name: str(value) for name, value in values.items()}))
    try:
        yield
    finally:
        env_file.write_private(path, before)


@contextmanager
def between(stack: Stack, setting: str, **tampering: Any) -> Iterator[None]:
    """Put a server between 'make verify' and one of the stack's ports."""
    with Tampering(int(stack.settings[setting]), **tampering) as server, settings(stack, **{setting: server.port}):
        yield


def at_gateway(answer: Callable[[Asked], Answered | None]) -> Callable[[Stack], AbstractContextManager[None]]:
    return lambda stack: between(stack, "GATEWAY_HTTP_PORT", instead=answer)


def answering(path: str, answered: Answered) -> Callable[[Stack], AbstractContextManager[None]]:
    return at_gateway(lambda asked: answered if asked.path == path else None)


@contextmanager
def prometheus_stopped(stack: Stack) -> Iterator[None]:
    stack.compose("stop", "--timeout=5", "prometheus")
    try:
        yield
    finally:
        stack.compose("up", "-d", "--wait", "--wait-timeout=60")


@contextmanager
def engine_on_a_network_that_leads_out(stack: Stack) -> Iterator[None]:
    network = f"{stack.settings['COMPOSE_PROJECT_NAME']}_metrics"
    container = stack.compose("ps", "--quiet", "llamacpp").stdout.strip()
    stack.run("docker", "network", "connect", network, container)
    try:
        yield
    finally:
        stack.run("docker", "network", "disconnect", network, container)


@contextmanager
def careless(stack: Stack, prometheus: str) -> Iterator[None]:
    """Start the stack with an overlay that changes Prometheus, and without it again."""
    overlay = stack.path / "compose" / "careless.yaml"
    overlay.write_text(f"services: {{prometheus: {prometheus}}}\n")
    try:
        with settings(stack, COMPOSE_FILE=f"{here.compose_file()}:compose/careless.yaml"):
            stack.compose("up", "-d", "--wait", "--wait-timeout=60")
            yield
    finally:
        stack.compose("up", "-d", "--wait", "--wait-timeout=60")
        overlay.unlink()


def prometheus_for_everyone(stack: Stack) -> AbstractContextManager[None]:
    """Publish a port on every address."""
    return careless(stack, "{ports: !override ['${PROMETHEUS_PORT}:9090']}")


def a_proxy_in_a_container(stack: Stack) -> AbstractContextManager[None]:
    """Set a proxy in a container, past the part of compose.yaml that prevents it."""
    return careless(stack, "{environment: {http_proxy: 'http://127.0.0.1:9'}}")


@contextmanager
def a_secret_for_everyone(stack: Stack) -> Iterator[None]:
    path = stack.path / "state" / "secrets" / "engine_key"
    path.chmod(0o644)
    try:
        yield
    finally:
        path.chmod(0o600)


@contextmanager
def a_target_that_is_down(stack: Stack) -> Iterator[None]:
    path = stack.path / "prometheus" / "prometheus.yml"
    before = path.read_text()
    path.write_text(f"{before}  - job_name: absent\n    static_configs: [{{targets: ['127.0.0.1:1']}}]\n")
    stack.compose("kill", "--signal=HUP", "prometheus")
    wait_until(lambda: "absent" in jobs(stack), 30, "Prometheus reads its configuration again")
    try:
        yield
    finally:
        path.write_text(before)
        stack.compose("kill", "--signal=HUP", "prometheus")
        wait_until(lambda: "absent" not in jobs(stack), 30, "Prometheus reads its configuration again")


def jobs(stack: Stack) -> set[str]:
    target = probe.Target(stack.settings, {}, "")
    data = metrics._prometheus(target, "/api/v1/targets?state=active")
    return {each["labels"]["job"] for each in data["activeTargets"]}


def without_schema(asked: Asked) -> Asked:
    body = json.loads(asked.body or b"null")
    if not isinstance(body, dict) or "response_format" not in body:
        return asked
    del body["response_format"]
    return replace(asked, body=json.dumps(body).encode())


def as_localhost(asked: Asked) -> Asked:
    return with_header(asked, "Host", "localhost") if asked.path == "/metrics" else asked


def half_a_stream(asked: Asked) -> Answered | None:
    if b'"stream": true' not in asked.body:
        return None
    return Answered(200, b"data: 1\n\ndata: 2\n\ndata: 3\n\n", "text/event-stream")


def open_door(stack: Stack) -> AbstractContextManager[None]:
    def with_key(asked: Asked) -> Asked:
        return with_header(asked, "Authorization", f"Bearer {stack.key}") if asked.path == "/v1/models" else asked

    return between(stack, "GATEWAY_HTTP_PORT", before=with_key)


def frozen(asked: Asked) -> Answered | None:
    value = b'{"status":"success","data":{"result":[{"value":[0,"7"]}]}}'
    return Answered(200, value) if "/query" in asked.path else None


def alarmed(asked: Asked) -> Answered | None:
    labels = '{"alertname":"EngineStalled","severity":"critical"}'
    alert = f'{{"status":"success","data":{{"alerts":[{{"state":"firing","labels":{labels}}}]}}}}'
    return Answered(200, alert.encode()) if asked.path.endswith("/alerts") else None


# maps a broken thing to the only check that must report it
BROKEN: dict[str, tuple[str, Callable[[Stack], AbstractContextManager[None]]]] = {
    "a container that is down": ("container prometheus", prometheus_stopped),
    "an engine with egress": ("engine isolated", engine_on_a_network_that_leads_out),
    "an inner port for everyone": ("ports", prometheus_for_everyone),
    "a secret that others can read": ("file modes", a_secret_for_everyone),
    "a container that would use a proxy": ("proxies", a_proxy_in_a_container),
    "a port that is not on ::1": (
        "localhost",
        lambda stack: settings(stack, COMPOSE_FILE=f"{here.compose_file()}:{IPV6}"),
    ),
    "an engine that is not healthy": ("health", answering("/health", Answered(503))),
    "a gateway that asks for no key": ("key refused", open_door),
    "a key that is not the gateway's": ("key accepted", lambda stack: settings(stack, STUDENT_API_KEY="another-key")),
    "another model": ("models", lambda stack: settings(stack, STUDENT_MODEL_NAME="another-model")),
    "a gateway that limits nobody": (
        "rate limit",
        lambda stack: between(stack, "GATEWAY_HTTP_PORT", hides=("x-ratelimit-limit-requests",)),
    ),
    "an open route": ("denied routes", answering("/tokenize", Answered(200))),
    "metrics under every name": ("metrics", lambda stack: between(stack, "GATEWAY_HTTP_PORT", before=as_localhost)),
    "a name that no certificate has": ("TLS chain", lambda stack: settings(stack, GATEWAY_HOST="elsewhere.test")),
    "answers too short for a plan": ("plan", lambda stack: settings(stack, STUDENT_MAX_TOKENS=4)),
    "an engine that ignores schemas": (
        "schema enforced",
        lambda stack: between(stack, "GATEWAY_HTTP_PORT", before=without_schema),
    ),
    "a stream that does not end": ("streaming", at_gateway(half_a_stream)),
    "a target that is down": ("Prometheus targets", a_target_that_is_down),
    "a counter that stands still": ("counters", lambda stack: between(stack, "PROMETHEUS_PORT", instead=frozen)),
    "an alert that fires": ("alerts", lambda stack: between(stack, "PROMETHEUS_PORT", instead=alarmed)),
}


@pytest.mark.docker
def test_good_stack_passes(stack: Stack) -> None:
    """The verb leaves nothing behind."""

    def files() -> set[Path]:
        tree = (path for path in stack.path.rglob("*") if "__pycache__" not in path.parts)
        return {path for path in tree if "data" not in path.parts}  # skips Prometheus' files, which change all the time

    def running() -> str:
        return stack.compose("ps", "--all", "--quiet").stdout

    own_environment(stack.path)
    before = files(), running()
    done = stack.make("verify")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [line for line in done.stdout.splitlines() if not line.startswith(("   ok ", "   n/a "))]
    assert ("n/a    dashboards" in done.stdout) is ("grafana" not in here.stack_services())
    assert (files(), running()) == before
    secrets = [path.read_text().strip() for path in (stack.path / "state" / "secrets").iterdir()]
    assert not [secret for secret in [*secrets, stack.key] if secret in done.stdout + done.stderr]


@pytest.mark.docker
@pytest.mark.parametrize("what", BROKEN)
def test_broken_thing_is_reported(stack: Stack, what: str) -> None:
    """The verb reports it and nothing else."""
    name, broken = BROKEN[what]
    with broken(stack):
        code, checks = verify(stack)
    failed = {check["name"]: check["found"] for check in checks.values() if check["status"] == "failed"}
    assert list(failed) == [name], failed
    assert checks[name]["fix"]
    assert code == 2, "make's own exit code for a command that failed"


@pytest.mark.docker
def test_every_check_is_broken_once(stack: Stack) -> None:
    _, checks = verify(stack)
    named = {name for name, _ in BROKEN.values()}
    assert {name for name in checks if not name.startswith("container ")} - named == {"dashboards", "plain HTTP"}
