"""vLLM in the place of llama.cpp: the same command, the same plan, and nothing more to be seen from outside."""

from __future__ import annotations

import json
import subprocess

import httpx2
import pytest

from tests.conftest import Stack

pytestmark = [pytest.mark.docker, pytest.mark.vllm]

INTEGRAL = "-x**2*cos(x) + 2*x*sin(x) + 2*cos(x)"


def test_make_up_ends_with_the_same_verified_plan(started: tuple[Stack, str]) -> None:
    _, output = started
    assert f"result     {INTEGRAL}" in output
    assert "verdict    verified" in output


def test_the_key_is_in_no_container_s_description(stack: Stack) -> None:
    key = (stack.path / "state" / "secrets" / "engine_key").read_text().strip()
    engine = stack.compose("ps", "--quiet", "vllm").stdout.strip()
    described = subprocess.run(["docker", "inspect", engine], capture_output=True, text=True, check=True).stdout
    listed = subprocess.run(["docker", "top", engine, "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert "vllm.entrypoints" in listed
    assert key not in described + listed + stack.compose("logs").stdout


def test_the_engine_asks_for_its_key(stack: Stack) -> None:
    ask = ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "http://127.0.0.1:8000/v1/models"]
    assert stack.compose("exec", "-T", "vllm", *ask).stdout == "401"


def test_a_second_engine_beside_it_is_refused(stack: Stack) -> None:
    done = stack.compose("--profile", "vllm", "--profile", "llamacpp", "up", "-d")
    assert done.returncode != 0
    assert "one-engine-only" in done.stderr
    other = stack.compose("--profile", "llamacpp", "up", "-d", "llamacpp")
    assert other.returncode != 0
    assert "one-engine-only" in other.stderr


def test_an_overlong_request_is_refused_in_the_openai_shape(stack: Stack) -> None:
    body = {"model": "student-nano", "messages": [{"role": "user", "content": "x"}], "max_tokens": 100_000}
    answer = httpx2.post(
        f"{stack.api}/v1/chat/completions", json=body, headers={"Authorization": f"Bearer {stack.key}"}, timeout=60
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


def test_the_profile_can_be_changed_with_one_command(stack: Stack) -> None:
    done = stack.make("up", PROFILE="llamacpp")
    assert done.returncode == 0, done.stdout + done.stderr
    running = [json.loads(line)["Service"] for line in stack.compose("ps", "--format", "json").stdout.splitlines()]
    assert "llamacpp" in running
    assert "vllm" not in running
    assert f"result     {INTEGRAL}" in done.stdout
