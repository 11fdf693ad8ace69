"""Real engines in containers, each with a key of its own: the student of some tests, the teacher of others."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests import here

from ..conftest import ROOT, wait_until

MODELS = ROOT / "models" / "student-nano"
MODEL = "student-nano"


@dataclass(frozen=True)
class Kind:
    """How one engine is run.

    Args:
        service: the one of compose.yaml, whose image it has.
        command: the arguments that serve student-nano on port 8000 with the key in the file /key.
        options: what else its container needs.
        seconds: how long it may take until it answers.
    """

    service: str
    command: tuple[str, ...]
    options: tuple[str, ...]
    seconds: float


KINDS = {
    "llamacpp": Kind(
        "llamacpp",
        (
            *("--model", "/model/student-nano.gguf", "--alias", MODEL, "--ctx-size", "2048", "--threads", "1"),
            *("--host", "0.0.0.0", "--port", "8000", "--api-key-file", "/key", "--jinja", "--no-ui", "--no-slots"),
        ),
        ("--read-only", "--tmpfs", "/tmp"),
        60,
    ),
}


@dataclass(frozen=True)
class Engine:
    """A running engine: its API's address and its key."""

    base: str
    key: str


@contextmanager
def engine(kind: Kind, folder: Path, *more: str) -> Iterator[Engine]:
    """Run an engine until the end of the block; ``more`` are arguments of its own."""
    name = f"student-client-test-{secrets.token_hex(4)}"
    key = f"sk-{secrets.token_hex(16)}"
    key_file = folder / name
    key_file.touch(0o600)
    key_file.write_text(key + "\n")
    container = [
        *("docker", "run", "--detach", "--name", name, "--user", f"{os.getuid()}:{os.getgid()}"),
        *("--cap-drop=ALL", "--security-opt=no-new-privileges", "--publish=127.0.0.1::8000", *kind.options),
        *(
            "--volume",
            f"{MODELS}:/model:ro",
            "--volume",
            f"{key_file}:/key:ro",
            here.image(kind.service),
            *kind.command,
            *more,
        ),
    ]
    try:
        done = subprocess.run(container, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        port = subprocess.run(["docker", "port", name, "8000"], capture_output=True, text=True, check=True)
        address = f"http://{port.stdout.split()[0]}"
        wait_until(lambda: _answers(f"{address}/health"), kind.seconds, f"{kind.service} answers")
        yield Engine(f"{address}/v1", key)
    finally:
        # is shown by pytest if a test fails
        print(subprocess.run(["docker", "logs", "--tail=30", name], capture_output=True, text=True, check=False).stderr)
        subprocess.run(["docker", "rm", "--force", name], capture_output=True, check=False)


def _answers(url: str) -> bool:
    try:
        return httpx2.get(url, timeout=2, trust_env=False).status_code == 200
    except httpx2.TransportError:
        return False
