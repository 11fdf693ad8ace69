"""The command line against a real HTTP server on this host: what each command shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from student_client import __version__
from student_client._command.main import main
from student_client._command.show import printable

from ..api import GOOD, KEY, WRONG, completion
from .conftest import PROBLEM, Api, fails, student


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


def test_command_uses_sympy(api: Api) -> None:
    """It uses no colour when no terminal reads it."""
    process = student("plan", *PROBLEM, env={"TERM": "xterm"})
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "verified: the derivative of the result" in out
    assert "\x1b" not in out
