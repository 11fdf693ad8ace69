"""The command line against a real HTTP server on this host: output, exit codes, and one line for each failure."""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from student_client import Plan, Problem, Verdict, __version__
from student_client._command.main import main
from student_client._command.show import printable
from student_client._verifying.choice import verifier_for

from ...conftest import free_port, wait_until
from ..api import GOOD, KEY, WRONG, completion, error_body

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


def test_plan_shows_result_and_author(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", *PROBLEM]) == 0
    out, error = capsys.readouterr()
    lines = out.splitlines()
    assert lines[:2] == ["  1. integrate(2*x, x)", "  2. answer R1"]
    assert f"plan       {GOOD}" in lines
    assert "result     x**2" in lines
    assert any(line.startswith("verdict    verified: ") for line in lines)
    assert "author     student" in lines
    assert lines[-1].endswith(", 1 attempt")
    assert error == ""


def test_json_is_one_object(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", *PROBLEM, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["verified"] is True
    assert data["problem"]["expression"] == r"\int 2x\,dx"
    assert data["plan"] == json.loads(GOOD)
    assert (data["result"], data["author"], data["verdict"]["status"]) == ("x**2", "student", "accepted")
    assert len(data["attempts"]) == 1


UNREAD = ("--objective", "frobnicate", "--expression", "x^2", "--variable", "x")
SYMBOLIC = "student_client._client.verifier_for"


def test_unreadable_asks_nobody(api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SYMBOLIC, verifier_for)
    assert main(["plan", *UNREAD]) == 1
    lines = capsys.readouterr().out.splitlines()
    reason = "no model was asked: the problem is not understood: 'frobnicate' is not understood"
    fix = "Fix: say it in other words, such as 'integrate', "
    assert lines[0].startswith(f"verdict    undecided, so not verified: {reason}. {fix}")
    assert "'student read' shows how a problem is read, STUDENT_ON_UNREADABLE=ask" in lines[0]
    assert lines[1] == "result     none, no plan was verified"
    assert lines[2].endswith(" 0 attempts")
    assert main(["plan", *UNREAD, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["attempts"], data["reading"]["understood"], data["verdict"]["final"]) == ([], False, True)
    assert api.asked == []


def test_unreadable_is_not_verified(
    api: Api, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SYMBOLIC, verifier_for)
    monkeypatch.setenv("STUDENT_ON_UNREADABLE", "ask")
    assert main(["plan", *UNREAD]) == 1
    out = capsys.readouterr().out
    assert out.startswith("  1. integrate(2*x, x)\n")
    assert "verdict    undecided, so not verified: the problem is not understood: 'frobnicate'" in out
    assert "result     none, no plan was verified" in out
    assert len(api.asked) == 1


def test_batch_counts_unreadable(
    api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SYMBOLIC, verifier_for)
    source, target = problems(tmp_path, 3), tmp_path / "out.jsonl"
    source.write_text(source.read_text() + '{"objective": "frobnicate", "expression": "x", "variables": ["x"]}\n')
    assert main(["batch", str(source), str(target)]) == 0
    assert ", 1 not understood and not asked" in capsys.readouterr().out
    last = outcomes(target)[-1]
    assert (last["attempts"], last["reading"]["understood"]) == ([], False)
    assert last["verdict"]["reason"].startswith("no model was asked: ")


@pytest.mark.parametrize(
    ("arguments", "objective"),
    [
        ((), "integrate with respect to x"),
        (("--lower", "0", "--upper=-pi/2"), "integrate with respect to x from 0 to -pi/2"),
        (("--variable", "k"), "integrate with respect to x"),
    ],
)
def test_operation_needs_no_words(
    api: Api, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], objective: str
) -> None:
    posed = ("--operation", "integrate", "--expression", r"\int 2x\,dx", "--variable", "x", *arguments)
    assert main(["plan", *posed, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problem"]["objective"] == objective
    assert f"Objective: {objective}\n" in api.asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--operation", "add"), "there is no operation 'add'"),
        (("--operation", "limit"), "the operation limit needs a point"),
        (("--operation", "solve", "--objective", "solve"), "an objective and an operation"),
        (("--objective", "evaluate", "--at", "2"), "at belongs to an operation"),
        ((), "the objective is empty"),
    ],
)
def test_unknown_operation(api: Api, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str) -> None:
    assert says in fails(capsys, 2, "plan", "--expression", "x", "--variable", "x", *arguments)
    assert api.asked == []


def test_batch_takes_operations(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines = [
        {"operation": "limit", "expression": "x", "variable": "x", "at": 0, "side": "+"},
        {"operation": "differentiate", "expression": "x^3", "variables": ["x"], "order": 2, "at": "1/2"},
        {"operation": "integrate", "expression": "x", "variables": ["x", "k"], "variable": "k", "lower": 0, "upper": 1},
    ]
    source.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert main(["batch", str(source), str(target)]) == 0
    assert [line["problem"]["objective"] for line in outcomes(target)] == [
        "limit as x approaches 0 from the right",
        "second derivative with respect to x at x = 1/2",
        "integrate with respect to k from 0 to 1",
    ]


def test_read_asks_nobody(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    limit = ("--operation", "limit", "--at", "0", "--expression", r"\frac{\sin x}{x}", "--variable", "x")
    assert main(["read", *limit]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "read as    the limit of sin(x)/x as x goes to 0",
        "operation  limit variable=x at=0",
        "expression sin(x)/x",
        "domain     real numbers",
        "assumed    nothing",
    ]
    assert main(["read", *limit, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["problem"]["objective"], data["understood"]) == ("limit as x approaches 0", True)
    assert data["reading"] == "the limit of sin(x)/x as x goes to 0"
    assert data["interpretations"] == [
        {
            "text": "the limit of sin(x)/x as x goes to 0",
            "expression": "sin(x)/x",
            "questions": [[{"operation": "limit", "variable": "x", "at": "0"}]],
            "domain": "real",
            "assumptions": {},
        }
    ]
    assert api.asked == []


def test_read_shows_assumptions(capsys: pytest.CaptureFixture[str]) -> None:
    posed = ("--objective", "solve", "--expression", r"\log x = 1", "--variable", "x")
    assert main(["read", *posed]) == 0
    out = capsys.readouterr().out
    assert "reading 1\nread as    all solutions in x of log(x) = 1 (log is the natural logarithm)\n" in out
    assert "assumed    log = 10\na plan is accepted only if it is right in each reading; --assume chooses" in out
    assert main(["read", *posed, "--assume", "log=10", "--assume", "domain=positive"]) == 0
    out = capsys.readouterr().out
    assert "domain     positive numbers\nassumed    log = 10, domain = positive\n" in out
    assert "reading 1" not in out


def test_read_shows_the_fix(capsys: pytest.CaptureFixture[str]) -> None:
    """For a problem that is not understood."""
    assert main(["read", *UNREAD]) == 1
    assert capsys.readouterr().out.startswith(
        "the problem is not understood: 'frobnicate' is not understood. Fix: say it in other words, such as "
    )
    assert main(["read", *UNREAD, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["understood"], data["interpretations"]) == (False, [])
    ambiguous = ("--objective", "simplify", "--expression", r"\log x", "--variable", "x")
    assert main(["read", *ambiguous]) == 1
    out = capsys.readouterr().out
    assert out.startswith("no plan can be accepted: the answer depends on whether log is the natural logarithm or ")
    assert "reading 2\n" in out


def test_wrong_plan_says_why(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    api.says(200, completion(WRONG))
    assert main(["plan", *PROBLEM]) == 1
    out = capsys.readouterr().out
    assert "rejected: " in out
    assert "verified: " not in out
    assert "result     none" in out
    assert "attempt 3" in out
    assert main(["plan", *PROBLEM, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["verified"], data["plan"], data["result"]) == (False, None, None)


@pytest.mark.parametrize(
    ("content", "finish", "words"),
    [
        ("<b>", "stop", "not a valid plan"),
        (GOOD, "length", "the plan was cut after 50 tokens"),
        (None, "stop", "wrote no text"),
    ],
)
def test_no_plan_is_not_accepted(
    api: Api, capsys: pytest.CaptureFixture[str], content: str | None, finish: str, words: str
) -> None:
    api.says(200, completion(content, finish))
    assert main(["plan", *PROBLEM]) == 1
    assert words in capsys.readouterr().out


def test_text_steers_no_terminal(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    api.says(200, completion(GOOD.replace("2*x", r"x\u001b[2J")))
    main(["plan", *PROBLEM])
    assert "\x1b" not in capsys.readouterr().out
    assert printable("a\x1b[0m\u202e") == r"a\x1b[0m\u202e"


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


def test_models_are_listed(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    api.says(200, {"data": [{"id": "a"}, {"id": "b"}]})
    assert main(["models"]) == 0
    assert capsys.readouterr().out == "a\nb\n"
    assert main(["models", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == ["a", "b"]


def test_config_shows_no_key(api: Api, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert KEY not in out
    lines = {line.split()[0]: line for line in out.splitlines()}
    assert api.base in lines["STUDENT_API_BASE"]
    assert lines["STUDENT_API_BASE"].endswith("environment")
    assert "set, not shown" in lines["STUDENT_API_KEY"]
    assert "not set" in lines["TEACHER_API_KEY"]
    assert "0.3,0.3" in lines["STUDENT_RETRY_TEMPERATURES"]
    assert main(["config", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["STUDENT_API_BASE"] == {"value": api.base, "from": "environment"}
    assert shown["STUDENT_API_KEY"]["value"] == "(set, not shown)"


def test_plan_file_is_checked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(GOOD)
    assert main(["check", str(file), *PROBLEM]) == 0
    assert "verified: " in capsys.readouterr().out
    file.write_text(WRONG)
    assert main(["check", str(file), *PROBLEM, "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert (data["verified"], data["result"], data["verdict"]["status"]) == (False, None, "rejected")
    file.write_text("{}")
    assert main(["check", str(file), *PROBLEM]) == 1
    assert "rejected: not a valid plan" in capsys.readouterr().out
    file.write_bytes(b"\xff")
    assert "UTF-8" in fails(capsys, 5, "check", str(file), *PROBLEM)
    assert "No such file" in fails(capsys, 5, "check", str(tmp_path / "none"), *PROBLEM)


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"student {__version__}\n"
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "exit codes:" in capsys.readouterr().out


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


def test_command_uses_sympy(api: Api) -> None:
    """It uses no colour when no terminal reads it."""
    process = student("plan", *PROBLEM, env={"TERM": "xterm"})
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "verified: the derivative of the result" in out
    assert "\x1b" not in out


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


def test_batch_keeps_the_order(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It writes one outcome per problem."""
    source, target = problems(tmp_path, 12), tmp_path / "out.jsonl"
    assert main(["batch", str(source), str(target), "--concurrency", "3"]) == 0
    out, error = capsys.readouterr()
    written = outcomes(target)
    assert [line["id"] for line in written] == list(range(1, 13))
    assert [line["id"] for line in written if line["verified"]] == [3]
    assert out.startswith("12 problems: 1 accepted, 11 rejected in ")
    assert error == ""


def test_batch_resumes(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It continues at the end of the file, and repairs a torn line."""
    source, target = problems(tmp_path, 6), tmp_path / "out.jsonl"
    assert main(["batch", str(source), str(target)]) == 0
    whole = target.read_bytes().splitlines(keepends=True)
    target.write_bytes(b"".join(whole[:4]) + whole[4][:40])
    api.asked.clear()
    assert main(["batch", str(source), str(target)]) == 0
    assert [line["id"] for line in outcomes(target)] == [1, 2, 3, 4, 5, 6]
    assert {body["messages"][1]["content"].split(r"\int ")[1][0] for body in api.asked} == {"4", "5"}
    assert "4 were there before" in capsys.readouterr().out


def test_batch_without_engine_resumes(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """It keeps what it has, and says how to continue."""
    source, target = problems(tmp_path, 30), tmp_path / "out.jsonl"

    def dies(body: Any) -> Answer:
        gone = any(rf"\int {n}x" in body["messages"][1]["content"] for n in range(4, 30))
        return (400, {}, b"") if gone else (200, {}, json.dumps(completion(GOOD)).encode())

    api.answer = dies
    assert "run the same command again" in fails(capsys, 3, "batch", str(source), str(target), "--concurrency", "1")
    assert [line["id"] for line in outcomes(target)] == [1, 2, 3, 4]
    api.says(200, completion(GOOD))
    assert main(["batch", str(source), str(target)]) == 0
    assert len(outcomes(target)) == 30


def test_batch_ends_at_a_wrong_key(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    api.says(401, b"")
    fails(capsys, 4, "batch", str(problems(tmp_path, 30)), str(tmp_path / "out.jsonl"), "--concurrency", "1")
    assert len(api.asked) <= 8
    assert outcomes(tmp_path / "out.jsonl") == []


def test_failure_does_not_end_batch(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good = json.dumps(completion(GOOD)).encode()
    api.answer = lambda body: (400, {}, b"") if r"\int 3x" in body["messages"][1]["content"] else (200, {}, good)
    fails(capsys, 3, "batch", str(problems(tmp_path, 8)), str(tmp_path / "out.jsonl"))
    assert [line["id"] for line in outcomes(tmp_path / "out.jsonl")] == [1, 2, 3, 5, 6, 7, 8]


def test_batch_writes_metrics(
    api: Api, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("TEACHER_BUDGET_DOLLARS", "2.5")
    source, target, counts = problems(tmp_path, 12), tmp_path / "out.jsonl", tmp_path / "student.prom"
    assert main(["batch", str(source), str(target), "--metrics", str(counts)]) == 0
    written = counts.read_text().splitlines()
    assert 'student_client_problems_total{result="accepted"} 1.0' in written
    assert 'student_client_problems_total{result="not_accepted"} 11.0' in written
    assert 'student_client_attempts_total{author="student",verdict="rejected"} 33.0' in written
    assert "student_client_budget_dollars 2.5" in written
    saved = (400 * 0.15 + 50 * 0.60) / 1e6
    assert f'student_client_saved_dollars_total{{teacher="gpt-4o-mini"}} {saved!r}' in written


def test_failed_batch_writes_metrics(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    api.says(401, b"")
    counts = tmp_path / "student.prom"
    fails(capsys, 4, "batch", str(problems(tmp_path, 3)), str(tmp_path / "out"), "--metrics", str(counts))
    assert 'student_client_attempts_total{author="student",verdict="no_answer"}' in counts.read_text()


def test_unwritable_metrics_first(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Before anything is asked."""
    counts = tmp_path / "absent" / "student.prom"
    error = fails(capsys, 5, "batch", str(problems(tmp_path, 3)), str(tmp_path / "out"), "--metrics", str(counts))
    assert f"({counts})" in error
    assert api.asked == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "{}",
        r'{"objective": "integrate", "expression": "\int", "variables": ["x"]}',
        r'{"objective": "integrate", "expression": "\frac{1}{x}", "variables": ["x"]}',
        '{"objective": "integrate", "expression": "", "variables": ["x"]}',
        '{"objective": "integrate", "expression": "x", "variables": "x"}',
        '{"objective": "integrate", "expression": "x", "variables": [1]}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "id": [1]}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "id": 1}',
        '{"objective": "integrate", "expression": "x", "variables": ["x"], "at": 1}',
        '{"objective": "integrate", "operation": "integrate", "expression": "x", "variables": ["x"]}',
        '{"operation": "limit", "expression": "x", "variables": ["x"]}',
        '{"operation": ["solve"], "expression": "x", "variables": ["x"]}',
        '{"operation": "solve", "expression": "x"}',
        '{"operation": "evaluate", "expression": "x", "variable": "x", "at": {}}',
        '{"operation": "evaluate", "expression": "x", "variable": 1, "at": 2}',
    ],
)
def test_bad_line_is_named_first(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str) -> None:
    """Before anything is asked."""
    source = problems(tmp_path, 1)
    source.write_text(source.read_text() + "\n" + line + "\n")
    assert "in.jsonl line 3: " in fails(capsys, 2, "batch", str(source), str(tmp_path / "out.jsonl"))
    assert api.asked == []


def test_foreign_file_is_kept(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = problems(tmp_path, 2), tmp_path / "out.jsonl"
    for text in ("my notes, no newline", "{}\n", "[1]\nx"):
        target.write_text(text)
        assert "not an outcome" in fails(capsys, 5, "batch", str(source), str(target))
        assert target.read_text() == text
    assert "file of problems" in fails(capsys, 5, "batch", str(source), str(source))
    assert "regular file" in fails(capsys, 5, "batch", str(source), "/dev/full")
    fails(capsys, 5, "batch", str(source), str(tmp_path / "none" / "out.jsonl"))
    fails(capsys, 5, "batch", str(tmp_path / "none.jsonl"), str(tmp_path / "new.jsonl"))


def test_outcomes_of_other_problems(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert main(["batch", str(problems(tmp_path, 2)), str(target)]) == 0
    capsys.readouterr()
    other = problems(tmp_path, 2, objective="differentiate")
    assert "another problem's outcome" in fails(capsys, 5, "batch", str(other), str(target))


def test_two_batches_one_file(api: Api, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = problems(tmp_path, 1), tmp_path / "out.jsonl"
    gone = threading.Event()
    api.answer = lambda _: (gone.wait(60), (400, {}, b""))[1]
    process = student("batch", str(source), str(target))
    wait_until(lambda: bool(api.asked), 60, "the first batch's request")
    assert "another batch" in fails(capsys, 5, "batch", str(source), str(target))
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    gone.set()
    assert (process.returncode, error) == (130, "interrupted\n")


def test_full_disk_keeps_whole_lines(api: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)  # 'make coverage' would write its figures there, too
    source, target = problems(tmp_path, 20), tmp_path / "out.jsonl"

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    process = student("batch", str(source), str(target), preexec_fn=little_room)
    _, error = process.communicate(timeout=120)
    assert process.returncode == 5
    assert error.startswith("ERROR ")
    assert error.count("\n") == 1
    assert "out.jsonl" in error
    assert "free space" in error
    assert 0 < len(outcomes(target)) < 20


def test_interrupt_keeps_whole_lines(api: Api, tmp_path: Path) -> None:
    source, target = problems(tmp_path, 200), tmp_path / "out.jsonl"
    process = student("batch", str(source), str(target), "--concurrency", "2")
    wait_until(lambda: target.exists() and target.stat().st_size > 3000, 60, "some outcomes")
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (130, "interrupted\n")
    assert 0 < len(outcomes(target)) < 200


def test_killed_batch_resumes(api: Api, tmp_path: Path) -> None:
    """Killed twice, it ends whole and rewrites nothing."""
    source, target = problems(tmp_path, 80), tmp_path / "out.jsonl"
    first = killed_batch(source, target, at=5000)
    second = killed_batch(source, target, at=len(first) + 5000)
    assert second.startswith(first)
    assert main(["batch", str(source), str(target)]) == 0
    assert target.read_bytes().startswith(second)
    assert [line["id"] for line in outcomes(target)] == list(range(1, 81))


def killed_batch(source: Path, target: Path, *, at: int) -> bytes:
    """Kill a batch, without a word, when its file has so many bytes; return the file's whole lines."""
    process = student("batch", str(source), str(target))
    wait_until(lambda: target.exists() and target.stat().st_size > at, 60, "some outcomes")
    process.kill()
    process.communicate(timeout=60)
    left = target.read_bytes()
    return left[: left.rfind(b"\n") + 1]


def test_progress_on_a_terminal_alone(api: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from student_client._command.batch import Progress  # noqa: PLC0415

    class Terminal:
        text = ""

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

        def flush(self) -> None:
            pass

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    started = time.monotonic()
    monkeypatch.setattr("time.monotonic", lambda: started)
    progress = Progress(4)
    monkeypatch.setattr("time.monotonic", lambda: started + 2)
    progress.add("accepted")
    progress.end()
    assert "1/4  0.5/s  0:06 left  1 accepted" in terminal.text
