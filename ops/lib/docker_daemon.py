"""Checks the stack's Docker: does it answer, is it this host's, can it run the stack?"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ops.install import docker as install_docker
from ops.lib import docker_errors
from ops.lib.check import Check
from ops.lib.console import ROOT, STATE, capture

NETWORKED = ("tcp", "ssh", "http", "https")
HERE = ("localhost", "::1", "127.0.0.1")
PAGE = "docs/hosts.md"
LABEL = "container_file_t"  # SELinux's type for files that containers may use


def check() -> Check:
    """Does Docker answer, and can it run the stack?"""
    place = install_docker.endpoint()
    if is_elsewhere(place):
        what = f"Docker at {place} is another host's, and its containers cannot read {ROOT}"
        return Check("docker", "failed", what, "run make there; or unset DOCKER_HOST, docker context use default")
    if error := install_docker.docker_error():
        known = docker_errors.explained(error)
        fix = known.fix if known else "make docker (as root), or start Docker"
        return Check("docker", "failed", known.what if known else error, fix)
    version = _asked("version").get("Server") or {}
    unfit = obstacle(version, _asked("info"))
    return Check("docker", "failed", *unfit) if unfit else Check("docker", "ok", str(version.get("Version")))


def _asked(command: str) -> dict[str, Any]:
    done = capture(["docker", command, "--format", "{{json .}}"], timeout=20)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def is_elsewhere(place: str) -> bool:
    """Does an address of Docker belong to another host? That Docker cannot mount this host's files."""
    parts = urlsplit(place)
    return parts.scheme in NETWORKED and parts.hostname not in HERE


def obstacle(version: dict[str, Any], info: dict[str, Any]) -> tuple[str, str] | None:
    """Return why the stack cannot run on such a Docker, and the fix; None if no reason is known.

    Args:
        version: the server's part of ``docker version``.
        info: of ``docker info``.
    """
    components = [str(part.get("Name")) for part in version.get("Components") or ()]
    options = " ".join(info.get("SecurityOptions") or ())
    if any("podman" in name.lower() for name in components):
        what = "this is Podman's socket, and the stack's networks require options of Docker's own bridge"
        return what, f"install Docker beside it (make docker), {PAGE}"
    if info.get("OSType") not in (None, "linux"):
        return f"Docker runs {info['OSType']} containers", "switch it to Linux containers"
    if "name=rootless" in options:
        what = "Docker runs rootless, where the containers' user cannot read this user's files"
        return what, f"use the host's own Docker: docker context use default, {PAGE}"
    if "name=userns" in options:
        what = "Docker maps users (userns-remap), so that the containers' user cannot read this project's files"
        return what, f"remove userns-remap from Docker's daemon.json, {PAGE}"
    return None


def selinux() -> Check:
    """May containers read the secrets under SELinux? Compose labels mounts that have :z, but not secrets."""
    if "name=selinux" not in " ".join(_asked("info").get("SecurityOptions") or ()):
        return Check("selinux", "n/a", "Docker does not use it")
    folder = STATE / "secrets"
    wrong = [path for path in (folder, *folder.glob("*")) if path.exists() and LABEL not in label(path)]
    if wrong:
        what = f"{wrong[0].relative_to(ROOT)} does not have the type {LABEL}, so that no container may read it"
        return Check("selinux", "failed", what, f"chcon -R -t {LABEL} state/secrets")
    return Check("selinux", "ok", f"the secrets have the type {LABEL}")


def label(path: Path) -> str:
    """Return a file's label, such as system_u:object_r:container_file_t:s0; empty if it has none."""
    try:
        return os.getxattr(path, "security.selinux").decode(errors="replace").rstrip("\0")
    except OSError:
        return ""
