"""The same command with another engine: 'make up PROFILE=vllm' on a machine without a GPU, by the CPU overlay."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Stack
from tests.e2e.conftest import MakeUp
from tests.e2e.llamacpp.test_up import INTEGRAL, PROBLEM

pytestmark = [pytest.mark.docker, pytest.mark.vllm]


@pytest.fixture(scope="module")
def started(make_up: MakeUp) -> tuple[Stack, str]:
    return make_up("vllm", PROFILE="vllm")


def test_make_up_ends_with_the_same_verified_plan_as_llamacpp(started: tuple[Stack, str]) -> None:
    stack, output = started
    assert f"result     {INTEGRAL}" in output
    assert "verified" in output.split("== 5")[1]
    assert stack.env_file()["COMPOSE_PROFILES"] == "vllm"


def test_the_plan_is_there_as_json(started: tuple[Stack, str]) -> None:
    done = started[0].student("plan", *PROBLEM, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert (outcome["verified"], outcome["result"], outcome["author"]) == (True, INTEGRAL, "student")
