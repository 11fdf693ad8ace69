"""Fetches a model into the models' folder: whole and checked, or not at all. Without a network where it is there."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import hub
from hub import Failure, File, Wanted, size

MODELS = Path("/models")
RECORD = ".download.json"  # what a folder holds, written last; ops/preflight.py reads it too
BLOCK = 2**20
TOLD = 3  # exit code of a failure whose line with its fix is on the screen; ops/download.py knows it


def wanted_of(environment: dict[str, str]) -> Wanted:
    """Read what is asked for.

    Raises:
        Failure: the target is no place of its own within the models' folder.
    """
    target = environment["TARGET"]
    prefix, setting = ("GGUF", "LLAMACPP_MODEL") if target.endswith(".gguf") else ("MODEL", "MODEL_DIR")
    wanted = Wanted(environment["REPO"], environment["REVISION"], target, prefix)
    if wanted.folder.is_absolute() or ".." in wanted.folder.parts or len(wanted.folder.parts) != 1:
        form = "<folder>/<file>.gguf" if wanted.file else "<folder>"
        raise Failure(f"{setting} is {target!r}, and a download goes into a folder of its own", f"{setting}={form}")
    return wanted


def there(wanted: Wanted, folder: Path) -> bool:
    """Is the model there, whole?

    Raises:
        Failure: something else is in its place.
    """
    if not folder.exists():
        return False
    setting = f"{wanted.prefix}_REPO"
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text())
    except FileNotFoundError:
        what = f"models/{folder.name} is there already and was not fetched by 'make download'"
        raise Failure(what, f"empty {setting} in env/student.env to use it as it is, or move it away") from None
    if (record["repo"], record["revision"]) != (wanted.repo, wanted.revision):
        what = f"models/{folder.name} holds {record['repo']} at {record['revision']}, not {wanted.repo}"
        raise Failure(f"{what} at {wanted.revision}", f"rm -r models/{folder.name}, or name another folder")
    if wanted.file and wanted.file not in record["files"]:
        raise Failure(f"models/{folder.name} has no {wanted.file}", f"rm -r models/{folder.name}, then make download")
    for name, count in record["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != count:
            print(f"   models/{folder.name}/{name} is not whole: fetching it again")
            return False
    print(f"   ok     models/{folder.name}: {wanted.repo} at {record['commit']}, {size(sum(record['files'].values()))}")
    return True


def right(path: Path, file: File) -> bool:
    """Has a file the size and the hash that the hub says?"""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    digest = hashlib.sha256() if file.sha256 else hashlib.sha1(f"blob {file.size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.hexdigest() == (file.sha256 or file.git)


def part_of(staging: Path, file: File) -> Path:
    """Return where a file's bytes gather: named after its hash, so that two versions never mix."""
    return staging / f"{file.name}.{(file.sha256 or file.git or '')[:16]}.part"


def check_room(staging: Path, missing: list[File]) -> None:
    """See to it that what is missing has room.

    Raises:
        Failure: it has not.
    """
    parts = (part_of(staging, file) for file in missing)
    needed = sum(file.size for file in missing) - sum(part.stat().st_size for part in parts if part.exists())
    free = shutil.disk_usage(staging).free
    if needed > free:
        what = f"models/ has {size(free)} free, and {size(needed)} are to be fetched"
        raise Failure(what, "free some, then make download")


def fetch(wanted: Wanted, folder: Path, staging: Path) -> None:
    """Bring every file into the staging folder, check it there, and put the whole in its place.

    Raises:
        Failure: the hub, the disk or a hash stands in the way; what came whole is kept for the next try.
    """
    commit, files = hub.listing(wanted)
    if folder.exists():  # not whole: its good files are taken over
        for path in folder.iterdir():
            path.replace(staging / path.name)
        folder.rmdir()
    missing = [file for file in files if not right(staging / file.name, file)]
    check_room(staging, missing)
    print(f"   {wanted.repo} at {commit}: {len(files)} files, {size(sum(file.size for file in files))}")
    for file in missing:
        print(f"   fetching {file.name}, {size(file.size)}")
        part = part_of(staging, file)
        hub.transfer(wanted, commit, file, part)
        if not right(part, file):
            part.unlink()
            raise Failure(
                f"{file.name} came with another checksum than the hub's {file.sha256 or file.git}", "make download"
            )
        part.replace(staging / file.name)
    kept = {file.name for file in files}
    for path in staging.iterdir():
        if path.name not in kept:
            path.unlink()  # parts and files of another version
    record = {"repo": wanted.repo, "revision": wanted.revision, "commit": commit}
    record_text = json.dumps(record | {"files": {file.name: file.size for file in files}}, indent=1)
    (staging / RECORD).write_text(record_text + "\n")
    os.sync()
    staging.rename(folder)
    print(f"   ok     models/{folder.name}: whole, every checksum right")


def main() -> None:
    """Fetch what the environment asks for, one process at a time.

    Raises:
        Failure: it cannot be had.
    """
    wanted = wanted_of(dict(os.environ))
    if not wanted.repo:
        print(f"   {wanted.prefix}_REPO is empty: models/{wanted.target} is taken as it is")
        return
    folder = MODELS / wanted.folder
    incomplete = MODELS / ".incomplete"
    incomplete.mkdir(exist_ok=True)
    with (incomplete / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not there(wanted, folder):
            staging = incomplete / wanted.folder
            staging.mkdir(exist_ok=True)
            fetch(wanted, folder, staging)


def guarded() -> int:
    """Run ``main`` and return the exit code: one line for what the operator must mend, never a traceback."""
    try:
        main()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return TOLD
    except OSError as error:
        fix = "free some, then make download" if error.errno == errno.ENOSPC else "see the path, then make download"
        print(f"ERROR {error.strerror or error} ({error.filename or 'models/'}). Fix: {fix}", file=sys.stderr)
        return TOLD
    return 0


if __name__ == "__main__":
    sys.exit(guarded())
