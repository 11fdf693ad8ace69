"""Finds and removes what can be made again: images built here, caches, the Python environment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ops.lib import checkouts, venv
from ops.lib.console import CACHE, ROOT, capture, say

IMAGES = "student-llm/*"  # matches the name of every image that is built here
LABEL = "student-llm.source"  # is on each image that 'make images' builds, even on an older one that lost its name
TOOLS = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis", ".coverage", ".coverage.*")
PLACES = (CACHE.name, *TOOLS, "build", "client/dist", "client/src/*.egg-info")
FOLDER = "com.docker.compose.project.working_dir"  # is the label with the checkout of a container
NO_CACHES = ("state", "models", ".git")  # are skipped in the search


def images() -> list[str]:
    """Return the images that were built here; none if no Docker answers."""
    form = ["--format", "{{.Repository}}:{{.Tag}}"]
    named = capture(["docker", "image", "ls", "--filter", f"reference={IMAGES}", *form])
    nameless = ["--quiet", "--no-trunc", "--filter", "dangling=true", "--filter", f"label={LABEL}"]
    lost = capture(["docker", "image", "ls", *nameless])
    tagged = [name for name in named.stdout.split() if "<none>" not in name] if named.returncode == 0 else []
    return sorted({*tagged, *(lost.stdout.split() if lost.returncode == 0 else ())})


def users() -> dict[str, tuple[str, str]]:
    """Return the container and its folder for each image that one uses, running or not: by the image's name and id.

    All checkouts on a host share the names of built images, and Docker removes a name that a container was made from
    if another image has taken it, or if the image has a second name.
    """
    form = f'{{{{.Config.Image}}}}\t{{{{.Image}}}}\t{{{{.Name}}}}\t{{{{index .Config.Labels "{FOLDER}"}}}}'
    ids = capture(["docker", "container", "ls", "--all", "--quiet"]).stdout.split()
    lines = capture(["docker", "container", "inspect", f"--format={form}", *ids]).stdout.splitlines() if ids else []
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        *images, name, folder = line.split("\t")
        found |= dict.fromkeys(images, (name.lstrip("/"), folder))
    return found


def remove_images(names: list[str]) -> None:
    """Remove images, but none that a container uses, and none by name while another folder uses those names."""
    used = users()
    if kept := [f"{name} ({' of '.join(filter(None, used[name]))})" for name in names if name in used]:
        say(f"   kept   images that containers use: {', '.join(kept)}")
    if str(ROOT) not in {folder for _, folder in used.values()}:
        checkouts.forget()
    free = [name for name in names if name not in used]
    shared = [name for name in free if not name.startswith("sha256:")]
    if shared and (others := checkouts.others()):
        say(f"   kept   images that are used in {', '.join(others)} too: {', '.join(shared)}")
        free = [name for name in free if name not in shared]
    for name in free:
        done = capture(["docker", "image", "rm", name], timeout=300)
        why = "" if done.returncode == 0 else f": {(done.stderr.strip() or 'no message').splitlines()[-1]}"
        say(f"   kept   image {name}{why}" if why else f"   removed image {name}")


def caches() -> list[Path]:
    """Return the files and folders here that can be made again."""
    found = [path for pattern in PLACES for path in sorted(ROOT.glob(pattern))]
    if _is_environment(venv.VENV):
        found.append(venv.VENV)
    return [*found, *_compiled(found)]


def _is_environment(path: Path) -> bool:
    """Is this a Python environment within the project? VENV may name any folder of the host."""
    return path.resolve().is_relative_to(ROOT) and (path / "pyvenv.cfg").is_file()


def _compiled(others: list[Path]) -> Iterator[Path]:
    for folder, folders, _ in os.walk(ROOT):
        here = Path(folder)
        if "__pycache__" in folders:
            yield here / "__pycache__"
        skipped = {ROOT / name for name in NO_CACHES} | set(others)
        folders[:] = [name for name in folders if name != "__pycache__" and here / name not in skipped]


def remove(path: Path) -> None:
    """Remove a file, a folder with its content, or a link without its target."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def remove_caches() -> None:
    """Remove the files and folders that can be made again."""
    found = caches()
    for path in found:
        remove(path)
    shown = [str(path.relative_to(ROOT)) for path in found if path.name != "__pycache__"]
    if found:
        say(f"   removed {', '.join([*shown, 'compiled Python'])}")
