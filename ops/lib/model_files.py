"""Checks that the chosen model's files are complete, and fetches them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ops.lib import env_file, model_faults, overlays
from ops.lib.check import Check
from ops.lib.compose import chosen_engine
from ops.lib.console import ROOT, Failure

RECORD = ".download.json"  # is written last into a folder that images/model/fetch.py fetched
REPORTED = 3  # is the exit code of images/model/fetch.py after its own error line


def repository(settings: Mapping[str, str]) -> str:
    """Return the name of the setting with the repository of the chosen engine's model."""
    return "GGUF_REPO" if "llamacpp" in settings["COMPOSE_PROFILES"].split(",") else "MODEL_REPO"


def check(settings: Mapping[str, str], name: str) -> Check:
    """Is the engine's model complete, or can it be fetched?"""
    setting = "LLAMACPP_MODEL" if name == "llamacpp" else "MODEL_DIR"
    place = ROOT / "models" / settings[setting]
    shown = place.relative_to(ROOT)
    source = settings.get(repository(settings))
    there = place.is_file() if name == "llamacpp" else (place / "config.json").is_file()
    if not there or (name != "llamacpp" and not list(place.glob("*.safetensors"))):
        found = f"{name} has no model at {shown} ({setting})"
        if not source:
            return Check("engine", "failed", found, f"set {setting} in env/student.env to an existing one")
        if overlays.DOWNLOAD not in overlays.used(settings):
            return Check("engine", "failed", found, "make download")
        return Check("engine", "ok", f"{name}, {shown}, to be fetched from {source}")
    if half := damaged(place if place.is_dir() else place.parent):
        return Check("engine", "failed", f"{half} is incomplete", "make download")
    if fault := model_faults.find(settings, name, place):
        return Check("engine", "failed", *fault)
    return Check("engine", "ok", f"{name}, {shown}")


def damaged(folder: Path) -> str:
    """Return a fetched model's file with a wrong size, or nothing. Hashes were compared at the download."""
    record = folder / RECORD
    for name, size in json.loads(record.read_text())["files"].items() if record.exists() else ():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            return str(path.relative_to(ROOT))
    return ""


def choose_download(wanted: bool) -> None:
    """Add the overlay that downloads to the settings, or remove it; 'make init' then makes the files that it reads.

    Args:
        wanted: is there a model to download?

    Raises:
        Failure: there is no env/student.env.
    """
    change = overlays.added if wanted else overlays.removed
    env_file.update({"COMPOSE_FILE": change(env_file.read(), overlays.DOWNLOAD)})


def fetch(settings: Mapping[str, str]) -> None:
    """Run the one-shot service of the chosen engine, its log on the screen.

    Raises:
        SystemExit: the model cannot be fetched; the service has printed the reason and the fix.
        Failure: the service did not run.
    """
    service = "gguf" if chosen_engine(settings) == "llamacpp" else "model"
    command = ["docker", "compose", "run", "--rm", "--no-deps", "-T", service]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code == REPORTED:
        raise SystemExit(1)
    if code:
        raise Failure(f"the service that fetches the model did not run (exit code {code})", "see the lines above")
