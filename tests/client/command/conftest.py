"""A real HTTP server on this host that answers as a test says, and the command run against it."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from student_client import Plan, Problem, Verdict
from student_client._command.main import main

from ..api import GOOD, KEY, completion

SOURCE = Path(__file__).resolve().parents[3] / "client" / "src"
PROBLEM = ("--objective", "integrate", "--expression", r"\int 2x\,dx", "--variable", "x")
Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Api:
    """A server that answers each request by ``answer(body)``."""

    answer: Callable[[Any], Answer] = lambda _: (200, {}, json.dumps(completion(GOOD)).encode())
    asked: list[Any] = field(default_factory=list)
    base: str = ""

    def says(self, status: int, body: bytes | dict[str, Any], **headers: str) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer = lambda _: (status, named, content)


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Api]:
    state = Api()

    class Handler(BaseHTTPRequestHandler):
        def _reply(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            body = json.loads(self.rfile.read(length) or b"null")
            state.asked.append(body)
            status, headers, content = state.answer(body)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = _reply  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Ignore clients that disconnect."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    state.base = f"http://127.0.0.1:{server.server_port}/v1"
    for name in list(os.environ):
        if name.startswith(("STUDENT_", "TEACHER_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("STUDENT_API_BASE", state.base)
    monkeypatch.setenv("STUDENT_MODEL_NAME", "student-nano")
    monkeypatch.setenv("STUDENT_API_KEY", KEY)
    monkeypatch.setattr("time.sleep", lambda _: None)
    # Starting the symbolic verifier takes a second each time; commands run as processes of their own have it.
    monkeypatch.setattr("student_client._client.verifier_for", lambda _: contextlib.nullcontext(of_2x))
    monkeypatch.chdir(tmp_path)
    yield state
    server.shutdown()
    server.server_close()


def of_2x(problem: Problem, plan: Plan) -> Verdict:
    r"""Accept GOOD for ``\int 2x``, and nothing else."""
    right = plan.to_json() == GOOD and problem.expression.startswith(r"\int 2x")
    return Verdict("accepted" if right else "rejected", "by heart", "x**2")


def fails(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    """Run a command that must fail with one line on standard error and nothing on standard output."""
    try:
        got = main(arguments)
    except SystemExit as end:
        got = int(end.code or 0)
    out, error = capsys.readouterr()
    assert got == code
    assert out == ""
    assert error.startswith("ERROR ")
    assert error.count("\n") == 1
    assert "Fix: " in error
    assert KEY not in error
    return error


def student(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start the command as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(SOURCE)} | options.pop("env", {})
    return subprocess.Popen(
        [sys.executable, "-m", "student_client._command.main", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **options,
    )  # fmt: skip


UNREAD = ("--objective", "frobnicate", "--expression", "x^2", "--variable", "x")
SYMBOLIC = "student_client._client.verifier_for"


def problems(tmp_path: Path, count: int, **more: Any) -> Path:
    file = tmp_path / "in.jsonl"
    file.write_text("")
    lines = [
        {"objective": "integrate", "expression": rf"\int {n}x\,dx", "variables": ["x"]} | more for n in range(count)
    ]
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def outcomes(file: Path) -> list[dict[str, Any]]:
    text = file.read_text()
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]
