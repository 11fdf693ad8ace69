"""Measures the running stack with 'student bench', using a temporary key with the highest limit."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from ops.lib import compose, env_file
from ops.lib.console import ROOT, Failure, capture, guard, say
from ops.lib.key_file import Key, hash_of, locked, new_key, now, read, write
from ops.lib.student import COMMAND
from ops.lib.venv import ensure

REPORTS = ROOT / "state" / "bench"
MOST = 100_000  # requests a minute: the most that a key can have
LIFE = timedelta(hours=12)  # expires a key that a killed run left behind
OPTIONS = ("PROBLEMS", "SEED", "CONCURRENCY", "RATE", "SECONDS", "WARMUP", "GOODPUT", "AGAINST")
ENGINE_SETTINGS = {
    "vllm": ("VLLM_MAX_NUM_SEQS", "VLLM_MAX_NUM_BATCHED_TOKENS", "VLLM_QUANTIZATION", "VLLM_EXTRA_ARGS"),
    "tgi": ("TGI_QUANTIZE", "TGI_EXTRA_ARGS"),
    "llamacpp": ("LLAMACPP_THREADS", "LLAMACPP_PARALLEL", "LLAMACPP_EXTRA_ARGS"),
}
# tells an engine's version; the label of an image built from packages has this project's
VERSION = {
    "vllm": ("curl", "-fsS", "--noproxy", "*", "http://127.0.0.1:8000/version"),
    "tgi": ("text-generation-launcher", "--version"),
    "llamacpp": ("llama-server", "--version"),
}


@contextmanager
def own_key() -> Iterator[str]:
    """Yield a key that the gateway already accepts; remove it at the end."""
    name, key = f"bench-{secrets.token_hex(4)}", new_key()
    with locked():
        write([*read(), Key(name, hash_of(key), MOST, None, now(), now() + LIFE)])
    try:
        yield key
    finally:
        with locked():
            write([entry for entry in read() if not (isinstance(entry, Key) and entry.name == name)])


def metadata(settings: Mapping[str, str]) -> dict[str, str]:
    """Return a report's facts about the engine: its name, its image and the settings that change its speed."""
    engine = compose.chosen_engine(settings)
    container = compose.containers(engine)[0]
    told = capture(["docker", "exec", container.name, *VERSION[engine]])
    version = re.search(r'\d[^"}\n]*', told.stdout + told.stderr if told.returncode == 0 else "")
    image = container.inspected["Config"]["Image"]
    found = {"engine": engine, "engine image": image, "engine version": version[0] if version else "unknown"}
    return found | {name: settings[name] for name in ENGINE_SETTINGS[engine] if settings.get(name)}


def command(settings: Mapping[str, str], chosen: Mapping[str, str], target: Path) -> Sequence[str]:
    """Return the command that measures and writes to target.json and target.html."""
    files = [f"--json={target}.json", f"--html={target}.html"]
    options = [f"--{name.lower()}={chosen[name]}" for name in OPTIONS if chosen.get(name)]
    facts = [f"--metadata={name}={value}" for name, value in metadata(settings).items()]
    return [str(COMMAND), "bench", *files, *options, *facts]


def main() -> None:
    """Measure, and print the path of the report.

    Raises:
        Failure: the stack does not run, or requests got no answer.
    """
    if not compose.running_engine():
        raise Failure("this folder's engine does not run", "make up")
    settings = compose.in_use(env_file.read())
    ensure("client")
    REPORTS.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = REPORTS / time.strftime("%Y-%m-%d-%H%M%S")
    with own_key() as key:
        done = subprocess.run(
            command(settings, os.environ, target), cwd=ROOT, env={**os.environ, "STUDENT_API_KEY": key}, check=False
        )
    if done.returncode:
        raise Failure(f"'student bench' ended with {done.returncode}", "see the lines above; 'make verify'")
    say(f"   ok     {target.relative_to(ROOT)}.html: open it in a browser")
    say(f"   To see what a setting does: change it, 'make up', 'make bench AGAINST={target.relative_to(ROOT)}.json'")


if __name__ == "__main__":
    guard(main)
