"""Prints what the tests need, then gets it. It does not read or make settings and secrets of this checkout.

The images are those of 'make up', made by the same code in a copy of the project with its own settings.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ops.install import debian
from ops.install import docker as install_docker
from ops.lib import overlays
from ops.lib.console import Failure, capture, guard, say
from tests import here
from tests.project import KUBECTL, copy_project, users

ENGINES = ("llamacpp", "vllm", "tgi")
DISK_GB = {"llamacpp": 6, "vllm": 10, "tgi": 12}  # holds images, remains of their builds, and containers' own files
MINUTES = 30


def disk(wanted: list[str]) -> None:
    """Print the needs, and check that missing images have room.

    Raises:
        Failure: the disk is too full.
    """
    missing = [name for name in wanted if not here.has(here.image(name))]
    needed = sum(DISK_GB[name] for name in missing)
    place = Path(capture(["docker", "info", "--format={{.DockerRootDir}}"]).stdout.strip() or "/")
    free = shutil.disk_usage(place if place.exists() else "/").free / 1e9
    if missing:
        say(f"   to be pulled or built first: {', '.join(missing)} ({needed} GB of disk; {free:.0f} GB are free)")
    if free < needed:
        raise Failure(f"{free:.0f} GB is free at {place}, {needed} GB is needed", "free some: 'docker system prune'")


def images(compose_file: str, wanted: list[str]) -> None:
    """Check the host like 'make preflight', then pull or build the images of some engines' stacks.

    Raises:
        Failure: the host is not ready, or an image cannot be pulled or built; the line above says why.
    """
    with tempfile.TemporaryDirectory(prefix="student-test-images-") as folder:
        copy = copy_project(Path(folder))
        looks = [["init", f"COMPOSE_FILE={compose_file}"], ["preflight"]]
        verbs = [*looks, *(["images", name] for name in wanted)]
        for verb in verbs:
            command = [sys.executable, "-m", f"ops.verbs.{verb[0]}", *verb[1:]]
            if subprocess.run(command, cwd=copy, env=users(os.environ), check=False).returncode:
                raise Failure("the tests cannot run here yet", "correct what the line above says, then run again")


def kubectl() -> None:
    """Get the program that reads what 'make kubernetes' writes, if this host has none; tests/conftest.py finds it.

    Raises:
        Failure: Debian's package cannot be fetched here.
    """
    if not shutil.which("kubectl", path=f"{KUBECTL}:{os.environ['PATH']}"):
        say("   fetching kubectl, for the tests of 'make kubernetes'")
        debian.download(["kubectl"], into=KUBECTL.parents[1])


def main() -> None:
    """Prepare the tests of the engines that the command line names.

    Raises:
        Failure: Docker, room or an image is missing.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engines", nargs="+", choices=ENGINES)
    parser.add_argument("--gpu", action="store_true", help="get the images for this host's GPU")
    parser.add_argument("--download", action="store_true", help="get the image that downloads a model, too")
    chosen = parser.parse_args()
    say(f"== the tests take {MINUTES} minutes on two processors, Docker, and vLLM's image alone 7 GB of disk")
    say("   they read and change no setting of this checkout; 'make test-unit' is the part without Docker")
    install_docker.ensure()
    if not chosen.gpu:
        disk(chosen.engines)
    compose_file = "compose.yaml" if chosen.gpu else here.PULLED
    images(f"{compose_file}:{overlays.DOWNLOAD}" if chosen.download else compose_file, chosen.engines)
    kubectl()


if __name__ == "__main__":
    guard(main)
