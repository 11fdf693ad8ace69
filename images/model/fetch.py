"""Download a model into the models' folder, atomically and checked. Needs no network if the model is there."""

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
RECORD = ".download.json"  # lists what a folder holds, and is written last; ops/verbs/preflight.py reads it too
BLOCK = 2**20
TOLD = 3  # exit code of a failure that was printed with its fix; ops/verbs/download.py reads it


def wanted_of(environment: dict[str, str]) -> Wanted:
    """Return the download that the settings name.

    Raises:
        Failure: the target is not a folder of its own within the models' folder.
    """
    target = environment["TARGET"]
    prefix, setting = ("GGUF", "LLAMACPP_MODEL") if target.endswith(".gguf") else ("MODEL", "MODEL_DIR")
    wanted = Wanted(environment["REPO"], environment["REVISION"], target, prefix)
    if wanted.folder.is_absolute() or ".." in wanted.folder.parts or len(wanted.folder.parts) != 1:
        form = "<folder>/<file>.gguf" if wanted.file else "<folder>"
        raise Failure(f"{setting} is {target!r}, but a download needs a folder of its own", f"{setting}={form}")
    return wanted


def there(wanted: Wanted, folder: Path) -> bool:
    """Return whether the complete model is there.

    Raises:
        Failure: something else is in its place.
    """
    if not folder.exists():
        return False
    setting = f"{wanted.prefix}_REPO"
    try:
        record: dict[str, Any] = json.loads((folder / RECORD).read_text())
    except FileNotFoundError:
        what = f"models/{folder.name} exists, but 'make download' did not write it"
        raise Failure(what, f"empty {setting} in env/student.env to use it as it is, or move it away") from None
    if (record["repo"], record["revision"]) != (wanted.repo, wanted.revision):
        what = f"models/{folder.name} holds {record['repo']} at {record['revision']}, not {wanted.repo}"
        raise Failure(f"{what} at {wanted.revision}", f"rm -r models/{folder.name}, or name another folder")
    if wanted.file and wanted.file not in record["files"]:
        raise Failure(f"models/{folder.name} has no {wanted.file}", f"rm -r models/{folder.name}, then make download")
    for name, count in record["files"].items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != count:
            print(f"   models/{folder.name}/{name} is incomplete: downloading it again")
            return False
    print(f"   ok     models/{folder.name}: {wanted.repo} at {record['commit']}, {size(sum(record['files'].values()))}")
    return True


def right(path: Path, file: File) -> bool:
    """Return whether a file has the size and the hash that the hub reports."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    digest = hashlib.sha256() if file.sha256 else hashlib.sha1(f"blob {file.size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.hexdigest() == (file.sha256 or file.git)


def part_of(staging: Path, file: File) -> Path:
    """Return the path of a partial file: it is named after its hash, so that two versions never mix."""
    return staging / f"{file.name}.{(file.sha256 or file.git or '')[:16]}.part"


def check_room(staging: Path, missing: list[File]) -> None:
    """Check that the missing files fit the disk.

    Raises:
        Failure: they do not.
    """
    parts = (part_of(staging, file) for file in missing)
    needed = sum(file.size for file in missing) - sum(part.stat().st_size for part in parts if part.exists())
    free = shutil.disk_usage(staging).free
    if needed > free:
        what = f"models/ has {size(free)} free, but the download needs {size(needed)}"
        raise Failure(what, "free some, then make download")


def fetch(wanted: Wanted, folder: Path, staging: Path) -> None:
    """Download every file into the staging folder, check it there, then move the folder to its place.

    Raises:
        Failure: the hub failed, the disk is full, or a hash is wrong; complete files are kept for the next try.
    """
    commit, files = hub.listing(wanted)
    if folder.exists():  # keeps the good files of an incomplete folder
        for path in folder.iterdir():
            path.replace(staging / path.name)
        folder.rmdir()
    missing = [file for file in files if not right(staging / file.name, file)]
    check_room(staging, missing)
    print(f"   {wanted.repo} at {commit}: {len(files)} files, {size(sum(file.size for file in files))}")
    for file in missing:
        print(f"   downloading {file.name}, {size(file.size)}")
        part = part_of(staging, file)
        hub.transfer(wanted, commit, file, part)
        if not right(part, file):
            part.unlink()
            raise Failure(f"{file.name} does not have the hub's checksum {file.sha256 or file.git}", "make download")
        part.replace(staging / file.name)
    kept = {file.name for file in files}
    for path in staging.iterdir():
        if path.name not in kept:
            path.unlink()  # removes parts and files of another version
    record = {"repo": wanted.repo, "revision": wanted.revision, "commit": commit}
    record_text = json.dumps(record | {"files": {file.name: file.size for file in files}}, indent=1)
    (staging / RECORD).write_text(record_text + "\n")
    os.sync()
    staging.rename(folder)
    print(f"   ok     models/{folder.name}: complete, every checksum is right")


def main() -> None:
    """Download the model that the environment names, one process at a time.

    Raises:
        Failure: the model cannot be downloaded.
    """
    wanted = wanted_of(dict(os.environ))
    if not wanted.repo:
        print(f"   {wanted.prefix}_REPO is empty: models/{wanted.target} is used as it is")
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
    """Run ``main`` and return the exit code. A failure is one line with its fix, never a traceback."""
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
