"""``make load FILE=…``: installs a bundle's images, model and wheels here: all or nothing, and without a network."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tarfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ops.lib import archive, archive_file, bundles, env_file, git, overlays, venv
from ops.lib.console import CACHE, ROOT, Failure, capture, guard, say
from ops.verbs import init

STAGE = CACHE / "load"
VENV_BYTES = 300_000_000  # bounds the size of the client's environment


def peek(file: str) -> dict[str, Any]:
    """Return a bundle's facts without reading the rest of it.

    Raises:
        Failure: it is not a bundle.
    """
    with archive_file.reading(file) as (stream, shown):
        if not archive.is_of(archive_file.place(shown), bundles.KIND):
            raise Failure(f"{shown} is not a {bundles.KIND.name}", "name a file that 'make bundle' made")
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            first = tar.next()
            content = tar.extractfile(first) if first else None
            facts: dict[str, Any] = json.loads(content.read()) if content else {}
    return facts


def refuse_a_stranger(facts: Mapping[str, Any], file: str) -> None:
    """Check that the bundle is for this folder's version, processor and Python, and that it fits the disk.

    Raises:
        Failure: it is not.
    """
    commit = git.clean_commit()
    if facts["commit"] != commit:
        what = f"{file} is of commit {facts['commit'][:12]}, and {commit[:12]} is checked out here"
        raise Failure(what, f"tar -xf {file} {bundles.PROJECT}, then git pull {bundles.PROJECT} HEAD")
    if facts["machine"] != (here := bundles.machine()):
        raise Failure(
            f"{file} is for {facts['machine']}, and Docker runs on {here or 'no known processor'} here",
            "run make bundle on a host with this host's processor",
        )
    python = ".".join(map(str, sys.version_info[:2]))
    if python not in facts["pythons"]:
        raise Failure(f"{file} has no packages for Python {python}", f"make load PYTHON=python{facts['pythons'][-1]}")
    if capture([sys.executable, "-c", "import ensurepip"]).returncode:
        raise Failure(f"Python {python} has no ensurepip", "install your distribution's package python3-venv")
    images, rest = facts["bytes"]["images"], facts["bytes"]["rest"]
    docker = Path(capture(["docker", "info", "--format", "{{.DockerRootDir}}"]).stdout.strip())
    needs = {ROOT: images + rest + VENV_BYTES}
    if docker.exists():
        needs |= {docker: images + (needs[ROOT] if docker.stat().st_dev == ROOT.stat().st_dev else 0)}
    for place, needed in needs.items():
        free = shutil.disk_usage(place).free
        if free < needed:
            what = f"{place} has {free / 1e9:.2f} GB free, and {needed / 1e9:.2f} GB is needed"
            raise Failure(what, "free disk space, for example with 'docker system prune'")


def refuse_another_model(facts: Mapping[str, Any]) -> None:
    """Check that the folder of the bundle's model holds no other model.

    Raises:
        Failure: it does.
    """
    for name in {Path(file).parts[0] for file in facts["files"]}:
        place = ROOT / "models" / name
        here = {str(path.relative_to(ROOT / "models")) for path in place.rglob("*") if path.is_file()}
        if here and here != {file for file in facts["files"] if Path(file).parts[0] == name}:
            raise Failure(f"models/{name} exists and its files are not the bundle's", f"move models/{name} away")


def place(name: str) -> Path | None:
    """Return the path to which a file of a bundle is unpacked; None for an unknown file."""
    top = name.partition("/")[0]
    known = name in (bundles.PROJECT, bundles.IMAGES) or (top in (bundles.WHEELS, bundles.MODELS) and "/" in name)
    return STAGE / name if known else None


def images(facts: Mapping[str, Any]) -> None:
    """Load the images, and give them the overlay's names once all are loaded.

    Raises:
        Failure: Docker cannot load them; the images that it had are kept.
    """
    names = {service: bundles.tag(service, facts["commit"]) for service in facts["services"]}
    try:
        done = capture(["docker", "load", "--quiet", "--input", str(STAGE / bundles.IMAGES)], timeout=3600)
        missing = [name for name in names.values() if capture(["docker", "image", "inspect", name]).returncode]
        if done.returncode or missing:
            what = f"docker load failed: {done.stderr.strip()[-200:] or f'no {missing[0]}'}"
            raise Failure(what, "free disk space where Docker keeps its images, then make load again")
        for service, name in names.items():
            capture(["docker", "tag", name, f"student-llm/{service}:loaded"])
    finally:
        bundles.untag(names.values())


def models() -> None:
    """Move the unpacked model to its place."""
    for folder in (STAGE / bundles.MODELS).rglob("*"):
        if folder.is_dir():
            folder.chmod(0o755)  # lets the containers' user read it
    for folder in (STAGE / bundles.MODELS).glob("*"):
        target = ROOT / "models" / folder.name
        if target.exists():
            shutil.rmtree(target)
        folder.rename(target)


def settings(facts: Mapping[str, Any]) -> None:
    """Make the settings of a new host, or point the existing ones at the loaded images.

    Raises:
        Failure: the bundle names a setting that this version does not have.
    """
    if not env_file.ENV_FILE.exists():
        init.main([f"{name}={value}" for name, value in facts["settings"].items()])
    here = env_file.read()
    away = (*bundles.TRAVELLING, overlays.DOWNLOAD, overlays.LOADED)
    own = [name for name in overlays.used(here) if name not in away]
    env_file.update({"COMPOSE_FILE": ":".join([own[0], *facts["overlays"], *own[1:], overlays.LOADED])})
    for name, value in facts["settings"].items():
        if here[name] != value:
            say(f"   note   {name} is {here[name] or 'empty'} here and is kept; the bundle has {value or 'none'}")
    init.main([])


def main() -> None:
    """Load the bundle.

    Raises:
        Failure: it is damaged, or not for this host. Nothing here is changed then.
    """
    began = time.monotonic()
    file = bundles.file()
    facts = peek(file)
    refuse_a_stranger(facts, file)
    refuse_another_model(facts)
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True, mode=0o700)
    try:
        say(f"   reading {file} and comparing its checksums")
        with archive_file.reading(file) as (stream, shown):
            archive.read(stream, shown, bundles.KIND, place)
        say(f"   loading {len(facts['services'])} images")
        venv.ensure("client", STAGE / bundles.WHEELS)
        images(facts)
        models()
        settings(facts)
    finally:
        shutil.rmtree(STAGE, ignore_errors=True)
    say(f"   ok     loaded in {time.monotonic() - began:.0f} s. Next: make up, or make upgrade if a stack runs")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
