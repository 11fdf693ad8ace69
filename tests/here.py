"""The images of this host's stacks, from Compose: pulled, or built from packages.

No test names an image. The engines run on the CPU even on a host with a GPU; tests/gpu is for the GPU.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
from pathlib import Path
from typing import Any

from ops.lib.version import source_hash
from ops.verbs import images
from tests.project import ROOT, users

PULLED = "compose.yaml:compose/cpu.yaml"
BUILT = f"{PULLED}:compose/packages.yaml"


@functools.cache
def services(compose_file: str, profile: str) -> dict[str, dict[str, Any]]:
    """Return a profile's services as Compose renders them from the example's settings."""
    command = ["docker", "compose", "--env-file=env/student.example.env", f"--profile={profile}"]
    own = {"COMPOSE_FILE": compose_file, "STACK_USER": "65532:65532"}
    done = subprocess.run(
        [*command, "config", "--format=json"],
        cwd=ROOT, env=users(os.environ) | own, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)["services"]
    return found


def has(image: str) -> bool:
    """Is an image here?"""
    return subprocess.run(["docker", "image", "inspect", image], capture_output=True, check=False).returncode == 0


@functools.cache
def compose_file() -> str:
    """Return the COMPOSE_FILE of a test's stack, as 'make images' would choose it: missing images are pulled."""
    if os.environ.get("IMAGES") == "packages":
        return BUILT
    pulled = [spec["image"] for spec in services(PULLED, "llamacpp").values() if "build" not in spec]
    return PULLED if all(has(image) for image in pulled) else BUILT


def stale() -> list[str]:
    """Return the images here that were built from other files than this tree's: all checkouts share their names."""
    built = [spec for spec in services(compose_file(), "llamacpp").values() if "build" in spec]
    hashes = {spec["image"]: source_hash(Path(spec["build"]["context"])) for spec in built}
    return [name for name, own in hashes.items() if images.built_from(name) not in (None, own)]


def with_overlays(*more: str) -> str:
    """Return the same with overlays, before the one that builds from packages."""
    pulled, *packages = compose_file().partition(":compose/packages.yaml")[:2]
    return ":".join([pulled, *more]) + packages[0]


def stack_services(profile: str = "llamacpp") -> set[str]:
    """Return the names of a stack's services on this host; Grafana is one of them only if it is pulled."""
    return set(services(compose_file(), profile))


def image(service: str) -> str:
    """Return a service's image on this host."""
    profile = service if service in ("vllm", "tgi") else "llamacpp"
    return str(services(compose_file(), profile)[service]["image"])


def build_arguments(service: str) -> dict[str, str]:
    """Return the build arguments of a service's image here; nothing if the Dockerfile's own values apply."""
    return dict(services(compose_file(), "llamacpp")[service]["build"].get("args") or {})
