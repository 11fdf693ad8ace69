"""Failures at the command line: each is one line with its exit code and its fix."""

from __future__ import annotations

import signal
import threading

import pytest
from student_client._command.main import main

from ...conftest import free_port, wait_until
from ..api import KEY, error_body
from .conftest import PROBLEM, Api, fails, student


def test_no_settings(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STUDENT_MODEL_NAME")
    assert "no settings found" in fails(capsys, 2, "plan", *PROBLEM)


def test_empty_key(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDENT_API_KEY", "")
    assert "Fix: 'make init' on the stack's own host" in fails(capsys, 2, "plan", *PROBLEM)


def test_nothing_runs(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDENT_API_BASE", f"http://localhost:{free_port()}/v1")
    error = fails(capsys, 3, "plan", *PROBLEM)
    assert "connection refused" in error
    assert "make up" in error


def test_unknown_host(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDENT_API_BASE", "http://no-such-host.invalid/v1")
    error = fails(capsys, 3, "models")
    assert "no such host" in error
    assert "make up" not in error
    assert error.endswith("or ask the operator of http://no-such-host.invalid/v1\n")


def test_wrong_key(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    api.says(401, error_body(f"no such key: {KEY}"))
    assert "Fix: check STUDENT_API_KEY in env/student.env" in fails(capsys, 4, "plan", *PROBLEM)


def test_time_out(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    gone = threading.Event()
    api.answer = lambda _: (gone.wait(60), (200, {}, b""))[1]
    monkeypatch.setenv("STUDENT_TIMEOUT_SECONDS", "0.05")
    assert "within 0.05 s" in fails(capsys, 3, "plan", *PROBLEM)
    gone.set()


def test_too_many_requests(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    api.says(429, error_body("slow down"), retry_after="200")
    assert "Fix: wait 200 s" in fails(capsys, 4, "plan", *PROBLEM)
    assert len(api.asked) == 1


@pytest.mark.parametrize("status", [502, 503, 504])
def test_engine_not_ready(api: Api, capsys: pytest.CaptureFixture[str], status: int) -> None:
    api.says(status, error_body("loading"), retry_after="1")
    assert "docker compose logs" in fails(capsys, 3, "plan", *PROBLEM)
    assert len(api.asked) == 3


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"{", b"", b"\x1b[2J\xff"])
def test_body_of_another_api(api: Api, capsys: pytest.CaptureFixture[str], body: bytes) -> None:
    api.says(200, body)
    assert "STUDENT_API_BASE" in fails(capsys, 3, "plan", *PROBLEM)
    fails(capsys, 3, "models")


@pytest.mark.parametrize("expression", ["", "  ", "\frac{1}{2}", "x" * 1001])
def test_unsendable_expression(api: Api, capsys: pytest.CaptureFixture[str], expression: str) -> None:
    fails(capsys, 2, "plan", "--objective", "integrate", "--expression", expression, "--variable", "x")
    assert api.asked == []


@pytest.mark.parametrize("arguments", [(), ("dance",), ("plan",), ("plan", "--nope"), ("batch", "a"), ("models", "x")])
def test_wrong_usage(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    assert "--help" in fails(capsys, 2, *arguments)


def test_retired_teacher_is_a_warning(
    api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEACHER_MODE", "openai")
    monkeypatch.setenv("TEACHER_API_KEY", KEY)
    assert main(["plan", *PROBLEM]) == 0
    error = capsys.readouterr().err
    assert error.startswith("WARNING the teacher gpt-4o-mini is announced to be switched off on 2027-01-14")
    assert error.count("\n") == 1


def test_traceback_with_debug_alone(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    process = student("check", "/none", *PROBLEM)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error.count("\n")) == (5, 1)
    process = student("check", "/none", "--debug", *PROBLEM)
    _, error = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" in error


def test_interrupt_ends_at_once(api: Api) -> None:
    gone = threading.Event()
    api.answer = lambda _: (gone.wait(60), (200, {}, b""))[1]
    process = student("plan", *PROBLEM)
    wait_until(lambda: bool(api.asked), 60, "the request")
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=60)
    gone.set()
    assert (process.returncode, out, error) == (130, "", "interrupted\n")


def test_closed_pipe_is_no_error(api: Api) -> None:
    api.says(200, {"data": [{"id": "m" * 70}] * 10_000})
    process = student("models")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 0
