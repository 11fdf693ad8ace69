"""What 'make bench' asks of 'student bench', and the key that it does so with."""

from __future__ import annotations

import contextlib
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace

import pytest

from ops.verbs import bench


def test_command_passes_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "metadata", lambda settings: {"engine": "vllm"})
    chosen = {"SECONDS": "60", "CONCURRENCY": "1,2", "AGAINST": "", "HOME": "/root"}
    made = bench.command({}, chosen, Path("/tmp/report"))
    assert made[1:] == [
        "bench",
        "--json=/tmp/report.json",
        "--html=/tmp/report.html",
        "--concurrency=1,2",
        "--seconds=60",
        "--metadata=engine=vllm",
    ]


@pytest.mark.parametrize(
    ("engine", "code", "out", "version"),
    [
        ("vllm", 0, '{"version":"0.32.0"}', "0.32.0"),
        (
            "llamacpp",
            0,
            "version: 0.7.0 (build 11669, commit Debian)\nbuilt with GNU 16",
            "0.7.0 (build 11669, commit Debian)",
        ),
        ("tgi", 127, "line 1: not found", "unknown"),
    ],
)
def test_metadata_asks_engine(monkeypatch: pytest.MonkeyPatch, engine: str, code: int, out: str, version: str) -> None:
    container = SimpleNamespace(name="one", inspected={"Config": {"Image": "an:image"}})
    monkeypatch.setattr(bench.compose, "chosen_engine", lambda settings: engine)
    monkeypatch.setattr(bench.compose, "containers", lambda name: [container])
    monkeypatch.setattr(bench, "capture", lambda command: CompletedProcess(command, code, out, ""))
    assert bench.metadata({}) == {"engine": engine, "engine image": "an:image", "engine version": version}


def test_own_key_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[list[object]] = [["# first", bench.Key("student", "0" * 64)]]
    monkeypatch.setattr(bench, "read", lambda: written[-1])
    monkeypatch.setattr(bench, "write", written.append)
    with contextlib.suppress(KeyboardInterrupt), bench.own_key() as key:
        new = written[-1][-1]
        assert isinstance(new, bench.Key)
        assert (new.sha256, new.rpm) == (bench.hash_of(key), bench.MOST)
        assert new.expires is not None
        raise KeyboardInterrupt
    assert written[-1] == written[0]
