"""docs/performance.md and the figures of bench/README.md are those of the kept reports, none typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench import performance, ratios


def test_page_is_generated() -> None:
    assert performance.PAGE.read_text() == performance.page(), "python -m bench.performance"


def test_readme_has_tokens() -> None:
    text = performance.README.read_text()
    assert text == performance.readme(text), "python -m bench.performance"
    assert "as the engine wrote it" in text


def test_page_has_machine_and_load() -> None:
    for name, report in performance.read("stack"):
        section = performance.page().split(f"## {name}\n")[1].split("\n## ")[0]
        assert report["machine"]["processor"] in section
        assert "| load of this host |" in section
    assert all(report["load"] > 0 for _, report in performance.read("peers"))


def test_keep_leaves_out_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(performance, "REPORTS", tmp_path)
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"loads": [{"samples": [1, 2], "accepted": 3}]}))
    performance.keep("Here, now", file)
    assert dict(performance.read("stack")) == {"Here, now": {"title": "Here, now", "loads": [{"accepted": 3}]}}
    assert (tmp_path / "stack" / "here-now.json").exists()


def test_settings_has_changes_and_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(performance, "REPORTS", tmp_path)
    for name, rate in (("before", 2.0), ("after", 3.0)):
        load = {"profile": "concurrent", "concurrency": 4, "host_load": 1.5, "samples": {"plan_throughput": [rate] * 3}}
        (tmp_path / name).write_text(json.dumps({"date": "2026-11-27", "machine": {}, "loads": [load]}))
    performance.change("V: more", tmp_path / "before", tmp_path / "after", "seen too.")
    performance.change("V: other", tmp_path / "before", tmp_path / "after")
    (section,) = performance.settings()
    assert "| V: more | concurrency 4 | plan throughput | 2 | 3 | 1.50 | 1.50 to 1.50 | better | 1.5, 1.5 |" in section
    assert section.endswith("| 1.5, 1.5 |\n\n- V: more: seen too.")


def test_main_takes_a_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HISTORY", "PAGE", "README"):
        monkeypatch.setattr(performance, name, tmp_path / name)
    performance.README.write_text("Before.\n<!-- plans -->\n<!-- end -->\n")
    counts = dict.fromkeys(("problems", "accepted", "rejected", "undecided", "no_plan", "cut", "no_answer"), 7)
    one = counts | {"date": "2026-11-27", "model": "m", "prompt": "auto", "tokens": {"median": 50, "most": 60}}
    one |= {"seconds": 9.6, "engine": {"engine": "vllm", "engine image": "v:local", "engine version": "0.32.0"}}
    (tmp_path / "new").write_text(json.dumps(one | {"machine": {"processor": "P", "cores": 2}, "load": 1.5}) + "\n")
    assert performance.main(["plans", str(tmp_path / "new")]) == 0
    assert performance.main(["plans", str(tmp_path / "new")]) == 0
    row = f"| 2026-11-27 | m, `auto` | vllm 0.32.0 | {'7 | ' * 7}50, 60 | 10 | P, 2 processors, load 1.5 |"
    assert performance.README.read_text().count(row) == 2


def test_main_refuses_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert performance.main(["keep"]) == 2
    assert "'keep' is not a command" in capsys.readouterr().err


def test_ratio_of_rounds() -> None:
    row = ratios.ratio("ours / theirs", [1.0, 4.0, 3.0], [2.0, 4.0, 1.0], 1.1, least=True)
    assert (row.ratio, row.missed) == (1.0, True)
    assert "bar >= 1.1" in str(row)


def test_report_keeps_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ratios, "KEPT", tmp_path)
    rows = [ratios.ratio("ours / theirs", [1.0, 2.0], [1.0, 1.0], 1.6)]
    assert ratios.report("mine", "two rounds", rows, 99.5, keep=True) == 0
    kept: dict[str, Any] = json.loads((tmp_path / "mine.json").read_text())
    assert (kept["load"] >= 99.5, kept["rows"][0]["missed"]) == (True, False)
