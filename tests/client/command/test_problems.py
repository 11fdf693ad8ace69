"""Problems at the command line: operations, how a problem is read, and one that is not understood."""

from __future__ import annotations

import json

import pytest
from student_client._command.main import main
from student_client._verifying.choice import verifier_for

from .conftest import SYMBOLIC, UNREAD, Api, fails


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
