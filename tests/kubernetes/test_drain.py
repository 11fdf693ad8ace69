"""An engine gets SIGTERM only when nobody knows its address any more and nothing runs in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

# plays one answer of the engine after the other: an exit code of curl's, or metrics
CURL = """#!/bin/sh
next=$(ls "$ANSWERS" | head -1)
[ -n "$next" ] || exit 7
content=$(cat "$ANSWERS/$next")
rm "$ANSWERS/$next"
case $content in exit*) exit "${content#exit }";; esac
echo "$content"
"""
LABELS = '{engine="0",model_name="m"}'
BUSY = {
    "vllm running": f"# HELP x\nvllm:num_requests_running{LABELS} 3.0\nvllm:num_requests_waiting{LABELS} 0.0",
    "vllm waiting": f"vllm:num_requests_running{LABELS} 0.0\nvllm:num_requests_waiting{LABELS} 10.0",
    "tgi batch": "tgi_batch_current_size 1\ntgi_queue_size 0",
    "tgi queue": "tgi_batch_current_size 0\ntgi_queue_size 20",
    "llamacpp running": "llamacpp:requests_processing 1\nllamacpp:requests_deferred 0",
    "llamacpp waiting": "llamacpp:requests_processing 0\nllamacpp:requests_deferred 2",
    "no answer in time": "exit 28",
}
IDLE = {
    "vllm": f"vllm:num_requests_running{LABELS} 0.0\nvllm:num_requests_waiting{LABELS} 0.0\nvllm:tokens 99",
    "tgi": "tgi_batch_current_size 0\ntgi_queue_size 0\ntgi_request_count 12",
    "llamacpp": "llamacpp:requests_processing 0\nllamacpp:requests_deferred 0\nllamacpp:n_decode_total 31",
    "it loads": "exit 22",
    "it is gone": "exit 7",
}


def asked(folder: Path, *answers: str) -> tuple[int, list[str]]:
    """Run the script; return how many answers it wanted, and how long it slept each time."""
    programs, left = folder / "programs", folder / "answers"
    programs.mkdir()
    left.mkdir()
    for name, text in {"curl": CURL, "sleep": f'#!/bin/sh\necho "$1" >>"{folder}/slept"\n'}.items():
        (programs / name).write_text(text)
        (programs / name).chmod(0o755)
    for number, answer in enumerate(answers):
        (left / str(number)).write_text(answer)
    environment = {"PATH": f"{programs}:{os.environ['PATH']}", "ANSWERS": str(left)}
    script = ROOT / "kubernetes" / "base" / "drain.sh"
    subprocess.run(["sh", script], env=environment, check=True, timeout=60)
    return len(answers) - len(list(left.iterdir())), (folder / "slept").read_text().split()


@pytest.mark.parametrize("idle", IDLE)
def test_idle_engine_ends_after_dns(tmp_path: Path, idle: str) -> None:
    assert asked(tmp_path, IDLE[idle], BUSY["vllm running"]) == (1, ["35"])


@pytest.mark.parametrize("busy", BUSY)
def test_a_busy_engine_is_waited_for(tmp_path: Path, busy: str) -> None:
    assert asked(tmp_path, BUSY[busy], BUSY[busy], IDLE["vllm"]) == (3, ["35", "1", "1"])
