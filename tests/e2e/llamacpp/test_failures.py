"""A user's mistakes: each gives one clear line, an exit code other than 0, and no traceback."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Stack, copy_project, wait_until

pytestmark = pytest.mark.docker

PROBLEM = ("--objective", "integrate", "--expression", "x", "--variable", "x")


def refused(done: object, code: int, *words: str) -> None:
    """Assert that a command ended with ``code`` and one line on stderr that has all ``words``."""
    error = done.stderr.strip()  # type: ignore[attr-defined]
    assert done.returncode == code, error  # type: ignore[attr-defined]
    assert "Traceback" not in error
    errors = [line for line in error.splitlines() if line.startswith("ERROR")]
    assert len(errors) == 1, error
    for word in (*words, "Fix:"):
        assert word in errors[0]


def test_wrong_key(stack: Stack) -> None:
    done = stack.student("plan", *PROBLEM, STUDENT_API_KEY="wrong-key-of-some-length")
    refused(done, 4, "the key was refused", "STUDENT_API_KEY")
    assert "wrong-key" not in done.stderr


def test_empty_key(stack: Stack) -> None:
    refused(stack.student("plan", *PROBLEM, STUDENT_API_KEY=""), 2, "STUDENT_API_KEY")


def test_empty_expression(stack: Stack) -> None:
    done = stack.student("plan", "--objective", "integrate", "--expression", "", "--variable", "x")
    refused(done, 2, "the expression is empty")


@pytest.mark.proves("reliability/engine-hangs-mid-stream")
def test_time_out(stack: Stack) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        base = f"http://localhost:{silent.getsockname()[1]}/v1"
        settings = {"STUDENT_API_BASE": base, "STUDENT_TIMEOUT_SECONDS": "0.2", "STUDENT_DEADLINE_SECONDS": "20"}
        refused(stack.student("plan", *PROBLEM, **settings), 3, "STUDENT_TIMEOUT_SECONDS")


def test_no_settings(new_stack: Callable[..., Stack], tmp_path: object) -> None:
    bare = Stack(copy_project(tmp_path / "clone"), {})  # type: ignore[operator]
    refused(bare.student("plan", *PROBLEM), 2, "no settings found", "make init")
    compose = bare.compose("up")
    assert compose.returncode != 0
    assert "Fix: make init" in compose.stderr


def test_unknown_profile(stack: Stack) -> None:
    done = stack.make("up", PROFILE="warp")
    refused(done, 2, "the host is not ready (engine)")
    assert "'warp' does not name an engine. Fix: make up PROFILE=<vllm or tgi or llamacpp>" in done.stdout


def test_port_in_use(new_stack: Callable[..., Stack]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = new_stack("taken", GATEWAY_HTTP_PORT=port).make("up")
    refused(done, 2, "the host is not ready (ports)")
    assert f"port {port} is in use (GATEWAY_HTTP_PORT)" in done.stdout


@pytest.fixture
def without_engine(stack: Stack) -> Iterator[Stack]:
    stack.compose("stop", "llamacpp")
    yield stack
    started = stack.compose("up", "-d", "--wait", "--wait-timeout=60")
    assert started.returncode == 0, started.stderr


def test_stopped_engine(without_engine: Stack) -> None:
    done = without_engine.student("plan", *PROBLEM, STUDENT_DEADLINE_SECONDS="9")
    refused(done, 3, "the engine", "docker compose")


@pytest.mark.proves("reliability/model-does-not-load")
def test_unloadable_model(
    new_stack: Callable[..., Stack],
) -> None:
    """'make up' ends the crash loop, and 'make down' removes the container."""
    stack = new_stack("broken", LLAMACPP_MODEL="student-nano/half.gguf")
    whole = next((stack.path / "models" / "student-nano").glob("*.gguf"))
    (whole.parent / "half.gguf").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    done = stack.make("up")
    refused(done, 2, "the stack did not start")
    assert "-- the last lines of llamacpp" in done.stdout
    engine = stack.compose("ps", "--all", "--quiet", "llamacpp").stdout.strip()

    def state() -> str:
        return stack.run("docker", "inspect", engine, "--format", "{{.State.Status}} {{.RestartCount}}").stdout.strip()

    wait_until(lambda: state() == "exited 4", 60, "the engine is left alone after five loads that failed")
    assert "stays down. Fix: correct what the lines above say" in stack.compose("logs", "--tail=1", "llamacpp").stdout
    down = stack.make("down")
    assert down.returncode == 0, down.stderr
    assert not stack.compose("ps", "--all", "--quiet").stdout
    assert stack.key


@pytest.mark.proves("reliability/model-does-not-load")
def test_missing_model_file(new_stack: Callable[..., Stack]) -> None:
    done = new_stack("nomodel", LLAMACPP_MODEL="absent.gguf").make("up")
    refused(done, 2, "the host is not ready (engine)")
    assert "llamacpp has no model at models/absent.gguf (LLAMACPP_MODEL). Fix: set LLAMACPP_MODEL" in done.stdout
