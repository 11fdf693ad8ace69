"""The same command with another engine: 'make up PROFILE=vllm' on a machine without a GPU, by the CPU overlay."""

from __future__ import annotations

import json

import pytest

from bench.soak import Load
from tests.conftest import Stack
from tests.e2e.hostile import HOSTILE, refused
from tests.e2e.llamacpp.test_up import INTEGRAL, PROBLEM

pytestmark = [pytest.mark.docker, pytest.mark.vllm]


def test_up_shows_the_same_plan(started: tuple[Stack, str]) -> None:
    """The plan is the same as with llama.cpp."""
    stack, output = started
    assert f"result     {INTEGRAL}" in output
    assert "verified" in output.split("== 5")[1]
    assert stack.env_file()["COMPOSE_PROFILES"] == "vllm"


def test_plan_as_json(started: tuple[Stack, str]) -> None:
    done = started[0].student("plan", *PROBLEM, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert (outcome["verified"], outcome["result"], outcome["author"]) == (True, INTEGRAL, "student")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_body_is_400(started: tuple[Stack, str], name: str) -> None:
    response = refused(started[0], *HOSTILE[name])
    assert response.status_code == 400, response.text[:300]


def test_mixed_load_loses_no_request(started: tuple[Stack, str], load_key: str) -> None:
    load = Load(f"{started[0].api}/v1", load_key, "student-nano", max_tokens=4)
    seen = load.run(seconds=20, clients=4)
    assert not load.failures(), load.first
    assert seen["200"], seen
    assert seen["200 stream"], seen
