from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from ops.lib.console import Failure
from ops.verbs import logs

ID = "7c2239ca-c313-4fae-84ed-056e13e05281"
LINE = {"time": "2026-11-26T10:48:34.509Z", "id": ID, "ms": 1500}


def test_gateway_line_finds_request() -> None:
    other = json.dumps({"id": "x", "path": ID}, separators=(",", ":"))
    line = json.dumps(LINE, separators=(",", ":"))
    assert logs.gateway_line(ID, ["no JSON", other, line]) == LINE
    assert logs.gateway_line(ID, [other]) is None


def test_span_ends_late() -> None:
    """The span includes lines that an engine writes after the answer."""
    begin, end = logs.span(LINE)
    assert end - begin == timedelta(milliseconds=1500) + logs.LATE
    assert begin.isoformat() == "2026-11-26T10:48:33.009000+00:00"


def test_attempts_marks_the_one(tmp_path: Path) -> None:
    """All attempts of the problem are shown."""
    first = {"author": "student", "temperature": 0.0, "request_id": "y", "error": {"message": "not JSON"}}
    second = {"author": "student", "temperature": 0.3, "request_id": ID}
    second["verdict"] = {"status": "accepted", "reason": "it holds"}
    outcomes = tmp_path / "outcomes.jsonl"
    outcomes.write_text(json.dumps({"attempts": [first, second]}) + "\n" + json.dumps({"attempts": []}) + "\n")
    assert list(logs.attempts(ID, outcomes)) == [
        "  1 student, temperature 0.0: no plan: not JSON",
        "→ 2 student, temperature 0.3: accepted: it holds",
    ]


def test_no_outcomes_is_one_line(tmp_path: Path) -> None:
    for outcomes in (tmp_path / "none", tmp_path / "wrong"):
        (tmp_path / "wrong").write_text(f"{ID} is not JSON\n")
        with pytest.raises(Failure, match="does not hold outcomes"):
            list(logs.attempts(ID, outcomes))


def test_bad_id_is_refused() -> None:
    """It is refused before a log is read."""
    with pytest.raises(Failure, match="is not the id of a request"):
        logs.main(["$(reboot)"])
