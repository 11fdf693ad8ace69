"""The plans a second that llama.cpp's own tool gets in the engine's container: `make bench-peers ONLY=own_rate`.

llama-bench evaluates a prompt and generates an answer of a plan's length, one plan after the other, with as many
threads as the engine. It has no HTTP, no schema, and no sampling: this is the rate of the model's arithmetic alone.
Debian's package has no llama-batched-bench, which would take several plans at once.
"""

from __future__ import annotations

import json

from ops.lib import compose, env_file
from ops.lib.console import Failure, capture

TOKENS_IN, TOKENS_OUT = 26, 28
"""Of a request of the bundled family, as the engines count them."""


def maximum(count: int, _concurrency: int) -> float:
    """Return the plans a second that llama-bench gets.

    Args:
        count: how many plans.

    Raises:
        Failure: it did not run.
    """
    settings = env_file.read()
    arguments = {
        "--model": f"/models/{settings['LLAMACPP_MODEL']}",
        "--threads": settings["LLAMACPP_THREADS"],
        "-pg": f"{TOKENS_IN},{TOKENS_OUT}",
        "--n-prompt": "0",
        "--n-gen": "0",
        "--repetitions": str(count),
        "--output": "json",
    }
    engine = compose.containers("llamacpp")[0]
    options = [part for pair in arguments.items() for part in pair]
    done = capture(["docker", "exec", engine.name, "llama-bench", *options], timeout=600)
    try:
        return float(1e9 / json.loads(done.stdout)[0]["avg_ns"])
    except (ValueError, LookupError):
        raise Failure(f"llama-bench did not run: {done.stderr.strip()[-200:]}", "make up PROFILE=llamacpp") from None
