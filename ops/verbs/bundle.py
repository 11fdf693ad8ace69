"""``make bundle FILE=…``: writes one file for a host without a network: project, images, model and wheels."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ops.lib import archive, archive_file, bundles, compose, env_file, git, model_files, overlays, version, wheels
from ops.lib.archive import Entry
from ops.lib.console import ROOT, Failure, capture, guard, say
from ops.verbs import images


def _images(commit: str) -> dict[str, str]:
    """Return the image of each service that runs here, by the name that it gets in the bundle."""
    services = compose.services()
    return {bundles.tag(name, commit): spec["image"] for name, spec in services.items() if name not in bundles.JOBS}


def _bytes(names: list[str]) -> int:
    """Return the size of images in bytes."""
    sizes = capture(["docker", "image", "inspect", "--format", "{{.Size}}", *names])
    if sizes.returncode:
        raise Failure(f"Docker does not have all images: {sizes.stderr.strip()}", "make images")
    return sum(map(int, sizes.stdout.split()))


def save(named: Mapping[str, str], into: Path) -> None:
    """Write images into one file.

    Args:
        named: the name of each in the file, and its name here.
        into: the file.

    Raises:
        Failure: 'docker save' failed.
    """
    try:
        for name, image in named.items():
            capture(["docker", "tag", image, name])
        done = capture(["docker", "save", "--output", str(into), *named], timeout=3600)
        if done.returncode:
            raise Failure(f"docker save failed: {done.stderr.strip()[-200:]}", "free disk space, or see its message")
    finally:
        bundles.untag(named)


def model(settings: Mapping[str, str], engine: str) -> list[Path]:
    """Return the files of the model that git does not have.

    Raises:
        Failure: the model is missing or incomplete.
    """
    check = model_files.check({**settings, "COMPOSE_FILE": "", "GGUF_REPO": "", "MODEL_REPO": ""}, engine)
    if check.status != "ok":
        raise Failure(check.found, "make download")
    folder = ROOT / "models" / bundles.model_folder(settings, engine)
    tracked = git.run("ls-files", "-z", "models").split("\0")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in files if str(path.relative_to(ROOT)) not in tracked]


def room(folder: Path, wanted: int) -> None:
    """Check that a folder's disk has room.

    Raises:
        Failure: it does not.
    """
    free = shutil.disk_usage(folder).free
    if free < wanted:
        what = f"{folder} has {free / 1e9:.1f} GB free, and {wanted / 1e9:.1f} GB is needed"
        raise Failure(f"{what}: it holds the images twice while it writes them", "FILE=<a path on a larger disk>")


def entries(work: Path, settings: Mapping[str, str], files: list[Path], machine: str) -> Iterator[Entry]:
    """Yield the entries of the bundle, small ones first."""
    yield Entry(bundles.PROJECT, work / bundles.PROJECT)
    for wheel in wheels.download(ROOT / "client" / "requirements.txt", work / bundles.WHEELS, machine):
        yield Entry(f"{bundles.WHEELS}/{wheel.name}", wheel)
    for path in files:
        yield Entry(str(path.relative_to(ROOT)), path, 0o644)
    yield Entry(bundles.IMAGES, work / bundles.IMAGES)


def main() -> None:
    """Write the bundle of the checked-out commit, with the settings' engine and model.

    Raises:
        Failure: a part is missing and cannot be fetched, or FILE cannot be written.
    """
    began = time.monotonic()
    file = bundles.file()
    commit = git.clean_commit()
    if git.run("rev-parse", "--is-shallow-repository") == "true":
        raise Failure("this clone has only its newest commits, which git cannot bundle", "git fetch --unshallow")
    settings = env_file.read()
    engine = compose.chosen_engine(settings)
    images.main([])
    files = model(settings, engine)
    branch = git.run("branch", "--show-current").split()  # puts a clone of the bundle on that branch
    named = _images(commit)
    size, machine = _bytes(list(named.values())), bundles.machine()
    rest = sum(path.stat().st_size for path in files)
    target = archive_file.place(file)
    facts: dict[str, Any] = {
        "project": version.version(),
        "commit": commit,
        "machine": machine,
        "pythons": wheels.PYTHONS,
        "bytes": {"images": size, "rest": rest},
        "services": [name.partition("/")[2].partition(":")[0] for name in named],
        "overlays": [name for name in overlays.used(settings) if name in bundles.TRAVELLING],
        "settings": bundles.of_model(settings),
        "files": [str(path.relative_to(ROOT / "models")) for path in files],
    }
    with archive_file.writing(file, bundles.KIND) as stream:
        room(target.parent, 2 * size + rest)
        with tempfile.TemporaryDirectory(prefix=".bundle.", dir=target.parent) as folder:
            work = Path(folder)
            git.run("bundle", "create", "--quiet", str(work / bundles.PROJECT), "HEAD", *branch)
            say(f"   writing {len(named)} images, {size / 1e9:.2f} GB")
            save(named, work / bundles.IMAGES)
            archive.write(stream, bundles.KIND, facts, entries(work, settings, files, machine))
    what = f"{engine}, {settings['STUDENT_MODEL_NAME']}, for Linux on {machine} with Python {wheels.PYTHONS[0]}"
    say(f"   {what} to {wheels.PYTHONS[-1]}")
    seconds = time.monotonic() - began
    say(f"   ok     {file}: {target.stat().st_size / 1e9:.2f} GB, in {seconds:.0f} s. Next: docs/air-gap.md")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
