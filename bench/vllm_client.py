"""The plans a second that vLLM's own benchmark client gets from a running vLLM: `make bench-peers ONLY=own_rate`.

It runs in the engine's container and asks the engine itself: random prompts of a plan's length, answers of a plan's
length, no schema, no gateway.
"""

from __future__ import annotations

import os
import re

from bench.llama_bench import TOKENS_IN, TOKENS_OUT
from ops.lib import env_file
from ops.lib.console import ROOT, Failure, capture

CLIENT = """
from vllm.benchmarks.serve import add_cli_args, main
from vllm.utils.argparse_utils import FlexibleArgumentParser
parser = FlexibleArgumentParser()
add_cli_args(parser)
main(parser.parse_args())
"""
"""The command 'vllm bench serve', which a build for the CPU lacks."""


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
