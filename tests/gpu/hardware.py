"""The only differences between a run on the GPU and one on the CPU: overlays, TGI, and the source of memory figures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass

from tests import here
from tests.conftest import Stack

UNITS = {"B": 1, "KiB": 2**10, "MiB": 2**20, "GiB": 2**30}


@dataclass(frozen=True)
class Hardware:
    """The engines' hardware.

    Args:
        name: "CPU" or "GPU".
        compose_file: returns the COMPOSE_FILE of a stack on it.
        has_tgi: whether the real TGI runs on it; else its recorded answers are replayed.
        memory: returns the MiB that the engine of a stack uses.
    """

    name: str
    compose_file: Callable[[], str]
    has_tgi: bool
    memory: Callable[[Stack, str], float]


def container_memory(stack: Stack, service: str) -> float:
    """Return the MiB of the host's memory that a service's container uses."""
    container = stack.compose("ps", "--quiet", service).stdout.strip()
    used = stack.run("docker", "stats", "--no-stream", "--format={{.MemUsage}}", container).stdout
    found = re.match(r"([\d.]+)(\w+) /", used)
    assert found, used
    return float(found[1]) * UNITS[found[2]] / 2**20


def gpu_memory(stack: Stack, service: str) -> float:
    """Return the MiB in use on this host's GPUs, on which only the engine must run."""
    command = ["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits"]
    return sum(map(float, stack.run(*command).stdout.split()))


KINDS = {
    "CPU": Hardware("CPU", here.compose_file, False, container_memory),
    "GPU": Hardware("GPU", lambda: "compose.yaml", True, gpu_memory),
}
HARDWARE = KINDS[os.environ.get("TEST_HARDWARE", "CPU")]
