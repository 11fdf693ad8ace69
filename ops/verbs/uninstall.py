"""Lists everything that the stack has on this host, then removes it, keys and metrics included."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from ops.lib import compose, containers, leftovers, state_parts, systemd_unit
from ops.lib.console import ROOT, STATE, Failure, capture, guard, say
from ops.lib.env_file import ENV_FILE
from ops.lib.gateway import CA_FILE
from ops.lib.model_files import RECORD

MODELS = ROOT / "models"
INCOMPLETE = MODELS / ".incomplete"  # holds partial downloads of images/model/fetch.py
OUTSIDE = Path("/")  # has no settings and no compose.yaml, so that 'down' uses the labels alone
DOWN_SECONDS = 15 * 60  # lets open streams end first


@dataclass(frozen=True)
class Belongings:
    """The stack's parts on this host.

    Args:
        projects: Compose projects of this folder.
        containers: names.
        networks: names.
        volumes: names; only an operator's own overlay has any.
        units: systemd's.
        images: built here, and those that the services name.
        files: files and folders of this folder, without caches.
        strange: folders of models that also hold files nobody fetched; they are kept.
    """

    projects: list[str]
    containers: list[str]
    networks: list[str]
    volumes: list[str]
    units: list[Path]
    images: list[str]
    files: list[Path]
    strange: list[Path]


def _projects() -> list[str]:
    """Return the Compose projects of this folder: those of its containers, and the settings' own.

    Raises:
        Failure: another folder's containers have the same project.
    """
    every = containers.every()
    ours = {each.project for each in every if each.ours}
    try:
        named = compose.name()
    except Failure:
        named = ""  # uses the containers' labels if the settings are broken
    others = {each.project: each.folder for each in every if not each.ours}
    if mixed := sorted(ours & set(others)):
        raise Failure(f"the stack {mixed[0]!r} has containers of {others[mixed[0]]} too", "make down in that folder")
    return sorted(ours | ({named} if named and named not in others else set()))


def _labelled(kind: str, projects: list[str]) -> list[str]:
    found = []
    for project in projects:
        done = capture(
            ["docker", kind, "ls", "--filter", f"label={containers.LABEL}project={project}", "--format", "{{.Name}}"]
        )
        found += done.stdout.split() if done.returncode == 0 else []
    return sorted(found)


def _named() -> list[str]:
    """Return the images of the stack's services on this host; none if Compose refuses the settings."""
    done = capture(["docker", "compose", "--profile=*", "config", "--images"])
    names = sorted(set(done.stdout.split())) if done.returncode == 0 else []
    return [name for name in names if capture(["docker", "image", "inspect", name]).returncode == 0]


def _models() -> tuple[list[Path], list[Path]]:
    """Return the folders that 'make download' made, and apart from them those to which files were added."""
    fetched = [record.parent for record in sorted(MODELS.glob(f"*/{RECORD}"))]
    more = []
    for folder in fetched:
        known = {*json.loads((folder / RECORD).read_text())["files"], RECORD}
        there = {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}
        if there - known:
            more.append(folder)
    return [folder for folder in fetched if folder not in more], more


def look() -> Belongings:
    """Find the stack's parts.

    Raises:
        Failure: another folder's containers have the same project.
    """
    projects = _projects()
    fetched, strange = _models()
    half_written = sorted(ENV_FILE.parent.glob(f".{ENV_FILE.name}.*"))
    own = [STATE, *fetched, INCOMPLETE, ROOT / CA_FILE, *half_written, ENV_FILE]
    names = [each.name for each in containers.every() if each.project in projects]
    kept = bool(os.environ.get("KEEP_IMAGES"))
    return Belongings(
        projects,
        sorted(names),
        _labelled("network", projects),
        _labelled("volume", projects),
        systemd_unit.installed(),
        [] if kept else sorted({*leftovers.images(), *_named()}),
        [path for path in own if os.path.lexists(path)],
        strange,
    )


def show(found: Belongings) -> None:
    """Print what is removed and what is kept."""
    goes = {
        "containers": found.containers,
        "networks": found.networks,
        "volumes": found.volumes,
        "unit": [str(path) for path in found.units],
        "images": [name.removeprefix("sha256:")[:12] if name.startswith("sha256:") else name for name in found.images],
        "files": [str(path.relative_to(ROOT)) for path in found.files],
        "caches": sorted({str(path.relative_to(ROOT)) for path in leftovers.caches() if path.name != "__pycache__"}),
    }
    for kind, names in goes.items():
        if names:
            say(f"   goes   {kind}: {', '.join(names)}")
    if STATE in found.files:
        say("   goes   with state/: clients' keys, secrets, certificates, their authority, metrics")
    for folder in found.strange:
        say(f"   stays  {folder.relative_to(ROOT)}, which holds more than was fetched")
    say("   stays  Docker with its plugins and build cache; the other files of this folder")


def refuse_another_owner(found: Belongings) -> None:
    """Check that this user may remove all of it, before any of it is removed.

    Raises:
        Failure: something belongs to another user.
    """
    if os.geteuid() == 0:
        return
    for path in found.files:
        folders = [path, *(each for each in path.rglob("*") if each.is_dir())] if path.is_dir() else [path.parent]
        if wrong := next((each for each in folders if not os.access(each, os.W_OK | os.X_OK)), None):
            raise Failure(f"this user may not remove {wrong.relative_to(ROOT)}", "sudo make uninstall YES=1")
    if found.units:
        systemd_unit.refuse_without_systemd()


def remove(found: Belongings) -> None:
    """Remove it: the unit and the containers first, the settings last.

    Raises:
        Failure: Docker or systemd refuses.
    """
    if found.units:
        systemd_unit.remove()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COMPOSE_")}
    for project in found.projects if found.containers or found.networks or found.volumes else []:
        command = ["docker", "compose", "--project-name", project, "down", "--volumes", "--remove-orphans"]
        done = capture(command, timeout=DOWN_SECONDS, env=environment, cwd=OUTSIDE)
        if done.returncode:
            last = (done.stderr.strip() or "no message").splitlines()[-1]
            raise Failure(f"the stack could not be removed: {last}", "correct that, then make uninstall YES=1 again")
    for name in (*found.containers, *found.networks, *found.volumes):
        say(f"   removed {name}")
    leftovers.remove_images(found.images)
    for path in found.files:
        leftovers.remove(path)
        say(f"   removed {path.relative_to(ROOT)}")
    leftovers.remove_caches()


@state_parts.touching("uninstall")
def main() -> None:
    """List the stack's parts, and with YES=1 remove them.

    Raises:
        Failure: YES is not 1, or something cannot be removed.
    """
    found = look()
    show(found)
    if not (found.projects and found.containers) and not (found.networks or found.files or found.images):
        say("   ok     nothing of the stack is here")
    elif os.environ.get("YES") != "1":
        raise Failure("nothing was removed", "make backup FILE=<path> to keep the keys, then make uninstall YES=1")
    else:
        refuse_another_owner(found)
        remove(found)
        say(f"   ok     uninstalled; the project itself is {ROOT}")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
