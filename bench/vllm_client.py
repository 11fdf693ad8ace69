"""Verified plans a second against vLLM's own benchmark client, on a running vLLM: `make bench-peers ONLY=vllm_client`.

vLLM's client runs in the engine's container and asks the engine itself: random prompts of a plan's length, answers of a
plan's length, no schema, no gateway. That is the engine's maximum. ``plan_many`` asks through the gateway with the
schema, and verifies. They take turns.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import time
from collections.abc import Iterator
from itertools import islice

from student_client import AsyncStudent, Problem, Settings
from student_client._bench.family import family

from bench.own_rate import BAR, verified
from bench.ratios import ratio, report
from ops.lib import env_file
from ops.lib.console import ROOT, Failure, capture, guard

CLIENT = """
from vllm.benchmarks.serve import add_cli_args, main
from vllm.utils.argparse_utils import FlexibleArgumentParser
parser = FlexibleArgumentParser()
add_cli_args(parser)
main(parser.parse_args())
"""
"""The command 'vllm bench serve', which a build for the CPU lacks."""
TOKENS_IN, TOKENS_OUT = 26, 28
"""Of a request of the bundled family, as the engines count them."""


def maximum(count: int, concurrency: int) -> float:
    """Return the requests a second that vLLM's client gets.

    Raises:
        Failure: it did not run.
    """
    settings = env_file.read()
    key = (ROOT / "state" / "secrets" / "engine_key").read_text().strip()
    options = {
        "backend": "openai-chat",
        "base-url": "http://127.0.0.1:8000",
        "endpoint": "/v1/chat/completions",
        "model": settings["STUDENT_MODEL_NAME"],
        "tokenizer": f"/models/{settings['MODEL_DIR']}",
        "dataset-name": "random",
        "random-input-len": TOKENS_IN,
        "random-output-len": TOKENS_OUT,
        "num-prompts": count,
        "max-concurrency": concurrency,
    }
    arguments = [f"--{name}={value}" for name, value in options.items()]
    # the key is not an argument, which every process of this host could see
    inside = ["docker", "compose", "exec", "-T", "-e", "OPENAI_API_KEY", "vllm"]
    python = "command -v /venv/bin/python3 || command -v python3"
    started = [*inside, "sh", "-c", f'exec $({python}) -c "$0" "$@"', CLIENT, *arguments, "--ignore-eos"]
    done = capture(started, timeout=600, env={**os.environ, "OPENAI_API_KEY": key})
    found = re.search(r"Request throughput \(req/s\): +([0-9.]+)", done.stdout)
    if not found:
        raise Failure(f"vLLM's client did not run: {done.stderr.strip()[-200:]}", "make up PROFILE=vllm")
    return float(found[1])


async def ours(settings: Settings, problems: Iterator[Problem], concurrency: int) -> float:
    """Return the verified plans a second, after a warm-up."""
    async with AsyncStudent(settings) as client:
        await verified(client, islice(problems, 2 * concurrency), concurrency)
        start, count = time.perf_counter(), 6 * concurrency
        accepted = await verified(client, islice(problems, count), concurrency)
        return accepted / (time.perf_counter() - start)


def main() -> None:
    """Measure and print.

    Raises:
        Failure: no vLLM runs.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--concurrency", type=int, default=8, help="requests at once: the engine's own limit")
    parser.add_argument("--keep", action="store_true", help="keep the figures for docs/performance.md")
    options = parser.parse_args()
    load, problems, settings = os.getloadavg()[0], family(13), Settings.from_env()
    most, rates = [], []
    for _ in range(options.rounds):
        most.append(maximum(6 * options.concurrency, options.concurrency))
        rates.append(asyncio.run(ours(settings, problems, options.concurrency)))
    row = ratio("verified plans/s, `plan_many` / vLLM's own benchmark client", rates, most, BAR, least=True)
    told = " ".join(f"{one:.1f}" for one in most), " ".join(f"{one:.1f}" for one in rates)
    about = f"{options.concurrency} requests at once, by round: vLLM's client {told[0]}/s, verified {told[1]}/s"
    sys.exit(report("vllm_client", about, [row], load, options.keep))


if __name__ == "__main__":
    guard(main)
