"""The last step of ``make lock``: writes the digests of the pulled images into the Compose files that name them."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

from ops.lib.console import ROOT, capture, guard, say

NAMED = re.compile(
    r"^(?P<start> +image: )(?P<tag>[a-z.]+/[\w./-]+:[\w.-]+)(?P<digest>@sha256:[0-9a-f]{64})?$", re.MULTILINE
)


def files() -> list[Path]:
    """Return the Compose files, the only place where images are pinned."""
    return [ROOT / "compose.yaml", *sorted((ROOT / "compose").glob("*.yaml"))]


def short(repository: str) -> str:
    """Return a repository as Docker shows it: without the default registry, and without its library."""
    return repository.removeprefix("docker.io/").removeprefix("library/")


def digest(reference: str) -> str | None:
    """Return the digest of a pulled image.

    Args:
        reference: a repository with its registry, a tag, and a digest if there is one: an image that was pulled by
            digest has no tag in Docker.

    Returns:
        ``@sha256:…``; None if the image is not here, or was built here and never pulled.
    """
    tag = reference.partition("@")[0]
    repository = short(tag.rpartition(":")[0])
    for name in dict.fromkeys((tag, reference)):
        done = capture(["docker", "image", "inspect", name, "--format", "{{json .RepoDigests}}"])
        found = (entry.split("@") for entry in json.loads(done.stdout) or []) if done.returncode == 0 else ()
        if here := next((f"@{value}" for owner, value in found if short(owner) == repository), None):
            return here
    return None


def recorded(text: str) -> str:
    """Return a Compose file's text with the digest of every image on this host; the others are unchanged."""

    def pinned(match: re.Match[str]) -> str:
        now = digest(match["tag"] + (match["digest"] or ""))
        if now is None:
            say(f"   kept   {match['tag']}: not pulled here")
            return match[0]
        say(f"   {'same  ' if now == match['digest'] else 'pinned'} {match['tag']}{now}")
        return match["start"] + match["tag"] + now

    return NAMED.sub(pinned, text)


def main() -> None:
    """Record the digests in every Compose file."""
    for path in files():
        text = path.read_text()
        if (new := recorded(text)) != text:
            path.write_text(new)


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
