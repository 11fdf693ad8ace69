"""No body crashes the engine, or blocks it for other clients."""

from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.e2e.hostile import HOSTILE, refused

pytestmark = pytest.mark.docker


@pytest.mark.proves("security/hostile-bodies")
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_body_is_400(stack: Stack, name: str) -> None:
    response = refused(stack, *HOSTILE[name])

    assert response.status_code == 400, response.text[:300]
    assert response.json()["error"]["param"], "the message names the field"


@pytest.mark.proves("security/hostile-bodies")
def test_engine_outlives_them_all(stack: Stack) -> None:
    engine = stack.compose("ps", "--quiet", "llamacpp").stdout.strip()
    started = "{{.State.StartedAt}} {{.RestartCount}}"
    before = stack.run("docker", "inspect", engine, "--format", started).stdout
    for path, body in HOSTILE.values():
        refused(stack, path, body)

    assert stack.run("docker", "inspect", engine, "--format", started).stdout == before
    answered = refused(stack, "/chat/completions", {})
    assert answered.status_code == 200, answered.text[:300]
