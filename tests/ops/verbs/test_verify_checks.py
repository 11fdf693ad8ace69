"""The checks of 'make verify' without a stack: containers, checks that need another, the time that each has."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ops.lib import compose
from ops.lib.containers import Container
from ops.verbs.verify import api, containers, probe
from tests.conftest import ROOT, Stack, copy_project


def check_of(state: dict[str, Any], monkeypatch: pytest.MonkeyPatch, restart: str = "unless-stopped") -> probe.Check:
    found = Container(
        "one", "stack", "one", ROOT, state["State"], state.get("Health", ""), state.get("ExitCode", 0), {}
    )
    monkeypatch.setattr(compose, "containers", lambda service: [found])
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
def test_unhealthy_container_fails(state: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_of(state, monkeypatch).status == "failed"


def test_one_shot_may_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check_of({"State": "exited"}, monkeypatch, restart="no").status == "ok"
    assert check_of({"State": "exited", "ExitCode": 1}, monkeypatch, restart="no").status == "failed"


def test_needed_check_failed() -> None:
    def wrong(_: probe.Target) -> str:
        raise probe.Wrong("it is broken")

    def never(_: probe.Target) -> str:
        raise AssertionError("looked at")

    probes = [
        probe.Probe("first", wrong, "fix it"),
        probe.Probe("second", never, "", ("first",)),
        probe.Probe("third", never, "", ("second",)),
    ]
    checks = list(probe.run(probes, probe.Target({}, {}, "")))
    assert [(check.status, check.found, check.fix) for check in checks] == [
        ("failed", "it is broken", "fix it"),
        ("n/a", "not checked: it requires 'first'", ""),
        ("n/a", "not checked: it requires 'second'", ""),
    ]


@pytest.mark.parametrize(("deadline", "seconds"), [("300", 320), ("", 140)])
def test_plan_has_the_clients_time(deadline: str, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def slow(command: list[str], *, timeout: float, **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append(timeout)
        return subprocess.CompletedProcess(command, 124, "", f"no answer within {timeout:g} s")

    monkeypatch.setattr(api, "capture", slow)
    monkeypatch.setattr(api.student, "COMMAND", Path(sys.executable))
    with pytest.raises(probe.Wrong, match=f"no answer within {seconds:g} s"):
        api.plan(probe.Target({"STUDENT_DEADLINE_SECONDS": deadline}, {}, ""))
    assert asked == [seconds]


def test_slow_check_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow check does not shorten the next one's time."""
    asked: list[float] = []

    def ask(*_: Any, timeout: float, **__: Any) -> Any:
        asked.append(timeout)
        raise TimeoutError("no answer")

    monkeypatch.setattr(api, "ask", ask)
    target = probe.Target({"GATEWAY_HTTP_PORT": "1", "STUDENT_MODEL_NAME": "m"}, {}, "")
    probes = [probe.Probe("schema", api.schema, ""), probe.Probe("stream", api.streaming, "")]
    checks = list(probe.run(probes, target))
    assert [check.status for check in checks] == ["failed", "failed"]
    assert asked == [api.ANSWER_SECONDS] * 2


def test_no_settings(tmp_path: Path) -> None:
    bare = Stack(copy_project(tmp_path / "clone"), {})
    done = bare.run(sys.executable, "-m", "ops.verbs.verify", PATH=os.environ["PATH"])
    assert done.returncode == 1
    assert done.stderr == "ERROR no settings file env/student.env. Fix: make init\n"
