"""``make download``: fetches the chosen model, where it is not there whole already."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping

from ops import doctor, env_file, images, init, preflight
from ops.console import ROOT, Failure, guard

OVERLAY = preflight.DOWNLOAD_OVERLAY
TOLD = 3  # exit code of images/model/fetch.py, after its own line of error


def prepare(wanted: bool) -> None:
    """Put the overlay that downloads into the settings, or take it out.

    Args:
        wanted: is there something to download?

    Raises:
        Failure: there is no env/student.env.
    """
    files = [name for name in env_file.read()["COMPOSE_FILE"].split(":") if name != OVERLAY]
    env_file.update({"COMPOSE_FILE": ":".join([*files, *([OVERLAY] if wanted else [])])})
    init.main([])  # which makes what the overlay reads


def fetch(settings: Mapping[str, str]) -> None:
    """Run the one-shot service of the chosen engine, its log on the screen.

    Raises:
        SystemExit: the model cannot be had, and the service has said why and what to type.
        Failure: the service did not run.
    """
    service = "gguf" if doctor.engine_name(settings) == "llamacpp" else "model"
    command = ["docker", "compose", "run", "--rm", "--no-deps", "-T", service]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code == TOLD:
        raise SystemExit(1)
    if code:
        raise Failure(f"the service that fetches the model did not run (exit code {code})", "see the lines above")


def main() -> None:
    """Fetch the model that the settings name.

    Raises:
        Failure: they name no repository, or it cannot be had.
    """
    settings = env_file.read()
    name = preflight.repository(settings)
    if not settings.get(name):
        raise Failure(f"{name} is empty in env/student.env: there is nothing to fetch", "make use MODEL=<name>")
    prepare(True)
    images.ensure(doctor.engine_name(settings))
    fetch(settings)


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
