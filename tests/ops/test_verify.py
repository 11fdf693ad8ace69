"""'make verify' on a real stack: all is well, and then one thing at a time is broken and that alone is reported."""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ops import env_file
from ops.verify import containers, metrics, probe
from tests.conftest import Stack, copy_project, wait_until
from tests.ops.tampering import Answered, Asked, Tampering, with_header

PACKAGES = "compose.yaml:compose/cpu.yaml:compose/packages.yaml"
CHAT = "/v1/chat/completions"


@pytest.fixture(scope="module")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    # two threads that spin for each other on a busy machine were seen to take sixty times as long as one
    made = new_stack("verify", COMPOSE_FILE=PACKAGES, LLAMACPP_THREADS="1")
    scraping = made.path / "prometheus" / "prometheus.yml"
    scraping.write_text(scraping.read_text().replace("15s", "1s").replace("10s", "1s"))
    started = made.compose("up", "-d", "--wait", "--wait-timeout=120")
    assert started.returncode == 0, started.stderr
    return made


def verify(stack: Stack) -> tuple[int, dict[str, Any]]:
    """Run the verb as a program would; return its exit code and each check by its name."""
    done = stack.make("verify", "JSON=1")
    assert done.stdout.startswith("{"), done.stdout + done.stderr
    said = json.loads(done.stdout)
    checks = {check["name"]: check for check in said["checks"]}
    assert said["ok"] is (done.returncode == 0)
    return done.returncode, checks


@contextmanager
def settings(stack: Stack, **values: object) -> Iterator[None]:
    """Have other settings for a while."""
    path = stack.path / "env" / "student.env"
    before = path.read_text()
    env_file.write_private(path, env_file.with_values(before, {name: str(value) for name, value in values.items()}))
    try:
        yield
    finally:
        env_file.write_private(path, before)


@contextmanager
def between(stack: Stack, setting: str, **tampering: Any) -> Iterator[None]:
    """Stand between 'make verify' and one of the stack's ports."""
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
def prometheus_for_everyone(stack: Stack) -> Iterator[None]:
    """Publish a port on every address, as a careless overlay would."""
    overlay = stack.path / "compose" / "careless.yaml"
    overlay.write_text("services: {prometheus: {ports: !override ['${PROMETHEUS_PORT}:9090']}}\n")
    try:
        with settings(stack, COMPOSE_FILE=f"{PACKAGES}:compose/careless.yaml"):
            stack.compose("up", "-d", "--wait", "--wait-timeout=60")
            yield
    finally:
        stack.compose("up", "-d", "--wait", "--wait-timeout=60")
        overlay.unlink()


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
    wait_until(lambda: "absent" in jobs(stack), 30, "Prometheus reads its configuration anew")
    try:
        yield
    finally:
        path.write_text(before)
        stack.compose("kill", "--signal=HUP", "prometheus")
        wait_until(lambda: "absent" not in jobs(stack), 30, "Prometheus reads its configuration anew")


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


# what is broken, and what must be the only thing that is reported
BROKEN: dict[str, tuple[str, Callable[[Stack], AbstractContextManager[None]]]] = {
    "a container that is down": ("container prometheus", prometheus_stopped),
    "an engine with a way out": ("engine shut off", engine_on_a_network_that_leads_out),
    "an inner port for everyone": ("ports", prometheus_for_everyone),
    "a secret that others can read": ("file modes", a_secret_for_everyone),
    "an engine that is not healthy": ("health", answering("/health", Answered(503))),
    "a gateway that asks for no key": ("key refused", open_door),
    "a key that is not the gateway's": ("key accepted", lambda stack: settings(stack, STUDENT_API_KEY="another-key")),
    "another model": ("models", lambda stack: settings(stack, STUDENT_MODEL_NAME="another-model")),
    "a gateway that limits nobody": (
        "rate limit",
        lambda stack: between(stack, "GATEWAY_HTTP_PORT", hides=("x-ratelimit-limit-requests",)),
    ),
    "an open route": ("denied routes", answering("/tokenize", Answered(200))),
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
def test_a_good_stack_keeps_every_promise_and_nothing_is_left_behind(stack: Stack) -> None:
    def files() -> set[Path]:
        tree = (path for path in stack.path.rglob("*") if "__pycache__" not in path.parts)
        return {path for path in tree if "data" not in path.parts}  # Prometheus writes there all the time

    def running() -> str:
        return stack.compose("ps", "--all", "--quiet").stdout

    before = files(), running()
    done = stack.make("verify")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [line for line in done.stdout.splitlines() if not line.startswith(("   ok ", "   n/a "))]
    assert "n/a    dashboards" in done.stdout
    assert (files(), running()) == before
    secrets = [path.read_text().strip() for path in (stack.path / "state" / "secrets").iterdir()]
    assert not [secret for secret in [*secrets, stack.key] if secret in done.stdout + done.stderr]


@pytest.mark.docker
@pytest.mark.parametrize("what", BROKEN)
def test_one_broken_thing_is_the_only_one_reported(stack: Stack, what: str) -> None:
    name, broken = BROKEN[what]
    with broken(stack):
        code, checks = verify(stack)
    failed = {check["name"]: check["found"] for check in checks.values() if check["status"] == "failed"}
    assert list(failed) == [name], failed
    assert checks[name]["fix"]
    assert code == 2, "make's own exit code for a command that failed"


@pytest.mark.docker
def test_every_check_that_is_made_here_is_broken_once(stack: Stack) -> None:
    _, checks = verify(stack)
    named = {name for name, _ in BROKEN.values()}
    assert {name for name in checks if not name.startswith("container ")} - named == {"dashboards", "plain HTTP"}


@pytest.fixture
def grafana(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any], probe.Target]]:
    """A scripted Grafana, as none can be had from packages; its tree has one dashboard and a password."""
    (tmp_path / "state" / "secrets").mkdir(parents=True)
    (tmp_path / "state" / "secrets" / "grafana_password").write_text("its-password\n")
    (tmp_path / "grafana" / "dashboards").mkdir(parents=True)
    (tmp_path / "grafana" / "dashboards" / "student.json").write_text('{"uid": "student"}')
    monkeypatch.setattr(metrics, "ROOT", tmp_path)
    found: list[Any] = []
    login = "Basic " + base64.b64encode(b"admin:its-password").decode()

    def answer(asked: Asked) -> Answered:
        known = asked.headers.get("Authorization") == login
        return Answered(200, json.dumps(found[0]).encode()) if known else Answered(401)

    with Tampering(None, instead=answer) as server:

        def target(content: Any) -> probe.Target:
            found[:] = [content]
            return probe.Target({"GRAFANA_PORT": str(server.port)}, {"services": {"grafana": {}}}, "llamacpp")

        yield target


def test_a_provisioned_dashboard_is_found(grafana: Callable[[Any], probe.Target]) -> None:
    assert metrics.dashboards(grafana([{"uid": "student"}, {"uid": "own"}])) == "1 provisioned"


@pytest.mark.parametrize("content", [[], [{"uid": "own"}], {"message": "an error"}])
def test_a_dashboard_that_is_not_there_is_named(grafana: Callable[[Any], probe.Target], content: Any) -> None:
    with pytest.raises(probe.Wrong, match="not in Grafana: student"):
        metrics.dashboards(grafana(content))


def test_a_changed_password_is_told(grafana: Callable[[Any], probe.Target]) -> None:
    target = grafana([])
    (metrics.ROOT / "state" / "secrets" / "grafana_password").write_text("another\n")
    with pytest.raises(probe.Wrong, match="Grafana refuses the password"):
        metrics.dashboards(target)


def check_of(state: dict[str, Any], monkeypatch: pytest.MonkeyPatch, restart: str = "unless-stopped") -> probe.Check:
    whole = {"Name": "one", "Status": "", "ExitCode": 0, "Health": "", **state}
    monkeypatch.setattr(containers, "_states", lambda service: [whole])
    model = {"services": {"one": {"restart": restart}}}
    target = probe.Target({}, model, "one")
    return next(probe.run(containers.containers(model), target))


@pytest.mark.parametrize(
    "state",
    [
        {"State": "running", "Health": "unhealthy"},
        {"State": "running", "Health": "starting"},
        {"State": "restarting"},
        {"State": "paused", "Health": "healthy"},
        {"State": "exited"},
    ],
)
def test_a_container_that_is_not_healthy_fails(state: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_of(state, monkeypatch).status == "failed"


def test_a_container_that_runs_once_may_have_ended_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_of({"State": "exited"}, monkeypatch, restart="no").status == "ok"
    assert check_of({"State": "exited", "ExitCode": 1}, monkeypatch, restart="no").status == "failed"


def test_what_needs_a_failed_check_is_not_looked_at() -> None:
    def wrong(_: probe.Target) -> str:
        raise probe.Wrong("it is broken")

    def never(_: probe.Target) -> str:
        raise AssertionError("looked at")

    probes = [
        probe.Probe("first", wrong, "mend it"),
        probe.Probe("second", never, "", ("first",)),
        probe.Probe("third", never, "", ("second",)),
    ]
    checks = list(probe.run(probes, probe.Target({}, {}, "")))
    assert [(check.status, check.found, check.fix) for check in checks] == [
        ("failed", "it is broken", "mend it"),
        ("n/a", "not looked at: it needs 'first'", ""),
        ("n/a", "not looked at: it needs 'second'", ""),
    ]


def test_nothing_takes_longer_than_the_minute_leaves() -> None:
    target = probe.Target({}, {}, "")
    assert target.left(5) == 5
    target.began -= probe.BUDGET_SECONDS
    assert target.left(30) == 1


def test_without_settings_it_says_what_makes_them(tmp_path: Path) -> None:
    bare = Stack(copy_project(tmp_path / "clone"), {})
    done = bare.run(sys.executable, "-m", "ops.verify", PATH=os.environ["PATH"])
    assert done.returncode == 1
    assert done.stderr == "ERROR no settings file env/student.env. Fix: make init\n"
