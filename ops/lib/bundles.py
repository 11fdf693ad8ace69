"""Names shared by 'make bundle' and 'make load': the files in a bundle, its images' tags, the settings in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from ops.lib import archive, archive_file, catalogue, overlays
from ops.lib.console import Failure, capture

KIND = archive.Kind("student-llm bundle", 1)
PROJECT = "project.bundle"  # of git
IMAGES = "images.tar"  # of docker save
WHEELS, MODELS = "wheels", "models"
JOBS = ("model", "gguf")  # of compose/download.yaml: the model is in the bundle, so they are not
TRAVELLING = (overlays.CPU, overlays.PACKAGES)  # are copied with the images; a host keeps its others


def file() -> str:
    """Return FILE.

    Raises:
        Failure: FILE is not set, cannot be used, or is a pipe, although a bundle is read twice.
    """
    if (name := os.environ.get("FILE", "")) in ("", archive_file.PIPE):
        raise Failure("FILE is missing, or a pipe", "FILE=student.bundle, a path on a disk with room for all images")
    archive_file.place(name)  # refuses an unusable name before minutes of work
    return name


def tag(service: str, commit: str) -> str:
    """Return the name of a service's image in the bundle; ``compose/loaded.yaml`` calls it "loaded"."""
    return f"student-llm/{service}:{commit[:12]}"


def untag(names: Iterable[str]) -> None:
    """Remove names from images; an image with another name is kept."""
    if listed := sorted(names):
        capture(["docker", "image", "rm", "--no-prune", *listed])


def machine() -> str:
    """Return Docker's name for its host's processor, such as "amd64"."""
    return capture(["docker", "version", "--format", "{{.Server.Arch}}"]).stdout.strip()


def of_model(settings: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that choose engine and model: those that a preset writes, and the profile."""
    names = {name for preset in catalogue.presets() for name in preset.settings} | {"COMPOSE_PROFILES"}
    return {name: settings[name] for name in sorted(names) if name in settings}


def model_folder(settings: Mapping[str, str], engine: str) -> str:
    """Return the folder in models/ that an engine reads."""
    return Path(settings["LLAMACPP_MODEL"]).parts[0] if engine == "llamacpp" else settings["MODEL_DIR"]
