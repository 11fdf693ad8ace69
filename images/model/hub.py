"""Requests to the hub, by its own client: the list of a model's files, and their bytes."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import httpx2
from huggingface_hub import HfApi, hf_hub_url
from huggingface_hub.errors import GatedRepoError, HfHubHTTPError, RepositoryNotFoundError, RevisionNotFoundError
from huggingface_hub.file_download import http_get
from huggingface_hub.utils import build_hf_headers

# matches weights that cannot run code and their configuration; no pickle, no Python
KINDS = ("*.safetensors", "*.json", "*.jinja", "*.model", "merges.txt", "LICENSE*", "NOTICE*", "USE_POLICY*")
TOKEN_PLACE = "state/secrets/hub_token"  # noqa: S105 - a path, not a token
TRIES = 4  # by the hub's client, a second apart, that bring no byte
REPORT_SECONDS = 5


class Failure(Exception):
    """An error that the operator must fix: what happened, and what to type."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(f"ERROR {what}. Fix: {fix}")


@dataclass(frozen=True)
class Wanted:
    """The download that the settings name.

    Args:
        repo: owner/name on the hub; empty if nothing is to be downloaded.
        revision: a commit or a branch.
        target: below the models' folder: a folder, or a GGUF file in one.
        prefix: of the settings that name repo and revision.
    """

    repo: str
    revision: str
    target: str
    prefix: str

    @property
    def file(self) -> str | None:
        """Return the name of the single file, None for a whole model."""
        return Path(self.target).name if self.target.endswith(".gguf") else None

    @property
    def folder(self) -> Path:
        """Return the folder for the files, relative to the models' folder."""
        return Path(self.target).parent if self.file else Path(self.target)


@dataclass(frozen=True)
class File:
    """A file on the hub: with its SHA-256 if it is large, else with the SHA-1 that git gives it."""

    name: str
    size: int
    sha256: str | None
    git: str | None


class Progress:
    """A progress bar for the hub's client, which prints every few seconds how far a transfer is."""

    def __init__(self, *, total: int | None, initial: int, desc: str, **_: object) -> None:
        self.total, self.done, self.name, self.told = total or 0, initial, desc, time.monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, count: int) -> None:
        """Count bytes that arrived."""
        self.done += count
        if time.monotonic() - self.told >= REPORT_SECONDS:
            self.told = time.monotonic()
            print(f"   {self.name}: {size(self.done)} of {size(self.total)}")


def size(count: int) -> str:
    """Return a number of bytes in GB or MB."""
    return f"{count / 1e9:.2f} GB" if count >= 1e8 else f"{count / 1e6:.2f} MB"


def token() -> str | None:
    """Return the operator's token, None if the file is empty."""
    return Path("/run/secrets/hub_token").read_text().strip() or None


def listing(wanted: Wanted) -> tuple[str, list[File]]:
    """Return the commit of a revision, and the files of it that are downloaded.

    Raises:
        Failure: the hub refuses or does not answer, or the model has no weights of a kind that is loaded here.
    """
    try:
        info = HfApi(token=token() or False).model_info(
            wanted.repo, revision=wanted.revision or None, files_metadata=True, timeout=30
        )
    except (httpx2.HTTPError, HfHubHTTPError) as error:
        raise explained(error, wanted) from None
    files = [
        File(entry.rfilename, entry.size or 0, entry.lfs.sha256 if entry.lfs else None, entry.blob_id)
        for entry in info.siblings or []
        if (entry.rfilename == wanted.file if wanted.file else any(fnmatch(entry.rfilename, kind) for kind in KINDS))
    ]
    files = [file for file in files if "/" not in file.name]
    if not any(file.name.endswith((".safetensors", ".gguf")) for file in files):
        needed = wanted.file or "safetensors (pickled weights could run code)"
        fix = f"set {wanted.prefix}_REPO in env/student.env to a repository that has it"
        raise Failure(f"{wanted.repo} has no {needed} at {wanted.revision or 'main'}", fix)
    return str(info.sha), files


def transfer(wanted: Wanted, commit: str, file: File, part: Path) -> None:
    """Download a file into ``part``, and resume where an earlier try ended.

    Raises:
        Failure: the hub refused, or the transfer was cut off; the bytes that arrived stay in ``part``.
    """
    url = hf_hub_url(wanted.repo, file.name, revision=commit)
    with part.open("ab") as target:
        have = target.tell()
        if have > file.size:
            target.truncate(have := 0)
        try:
            headers = build_hf_headers(token=token() or False)
            headers["Accept-Encoding"] = "identity"  # compressed parts could not be joined
            http_get(
                url, target, resume_size=have, headers=headers, expected_size=file.size, displayed_filename=file.name,
                tqdm_class=Progress, _nb_retries=TRIES,
            )  # fmt: skip
        except HfHubHTTPError as error:
            raise explained(error, wanted) from None
        except (httpx2.HTTPError, OSError) as error:
            if getattr(error, "errno", None):
                raise  # an error of this host, such as a full disk
            target.flush()
            at = f"{size(part.stat().st_size)} of {size(file.size)}"
            raise Failure(
                f"the transfer of {file.name} was cut off at {at}", "make download, which resumes it"
            ) from None


def explained(error: Exception, wanted: Wanted) -> Failure:
    """Return the failure, with its fix, for an error of the hub's client."""
    repo, hub = wanted.repo, os.environ["HF_ENDPOINT"]
    status = error.response.status_code if isinstance(error, HfHubHTTPError) else None
    if isinstance(error, GatedRepoError):  # comes first, because it is a RepositoryNotFoundError too
        who = f"the token in {TOKEN_PLACE} may not read it" if token() else "there is no token"
        what = f"{repo} is gated, and {who}"
        fix = f"accept its licence at {hub}/{repo}, then write a token of that account into {TOKEN_PLACE}"
    elif isinstance(error, RevisionNotFoundError):
        what, fix = f"{repo} has no revision {wanted.revision}", f"set {wanted.prefix}_REVISION in env/student.env"
    elif isinstance(error, RepositoryNotFoundError):
        what = f"the hub has no model {repo}, or it is private"
        fix = f"set {wanted.prefix}_REPO in env/student.env; for a private model write a token into {TOKEN_PLACE}"
    elif status == 401:
        what, fix = f"the hub refuses the token in {TOKEN_PLACE}", "write a valid one there, or empty the file"
    elif status:
        what, fix = f"the hub answered {status} for {repo}", "make download, after a while"
    else:
        what, fix = f"the hub at {hub} does not answer ({error})", "check the network, or HF_ENDPOINT"
    return Failure(what, fix)
