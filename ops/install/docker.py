"""Installs Docker and Compose v2 on a Debian or Ubuntu host from the distribution's packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from ops.install import debian, distribution
from ops.lib import docker_errors
from ops.lib.console import CACHE, ROOT, Failure, capture, guard, run, say

COMPOSE_MINIMUM = (2, 24)  # is the first with !reset and !override in overlays
PLUGINS = Path("/usr/local/lib/docker/cli-plugins")  # serves every user; root's home folder would serve root alone
LOG = Path("/var/log/dockerd.log")
START_SECONDS = 60


def docker_error() -> str:
    """Return why Docker does not answer, or an empty text if it does."""
    done = capture(["docker", "version", "--format", "{{.Server.Version}}"], timeout=20)
    if done.returncode == 0 and done.stdout.strip():
        return ""
    if done.returncode == 127:
        return "docker is not installed"
    return (done.stderr.strip() or "no answer").splitlines()[-1]


def endpoint() -> str:
    """Return the address of the Docker that DOCKER_HOST or 'docker context use' chose, empty for the default."""
    if chosen := os.environ.get("DOCKER_HOST"):
        return chosen
    form = "{{.Name}} {{.Endpoints.docker.Host}}"
    name, _, place = capture(["docker", "context", "inspect", "--format", form]).stdout.strip().partition(" ")
    return place if name != "default" else ""


def compose_error() -> str:
    """Return the fault of Compose or Buildx, or an empty text if both are new enough."""
    done = capture(["docker", "compose", "version", "--short"])
    found = re.match(r"v?(\d+)\.(\d+)", done.stdout.strip())
    oldest = ".".join(map(str, COMPOSE_MINIMUM))
    if done.returncode or not found:
        return f"Docker Compose v2 is missing, {oldest} or newer is required"
    if (int(found[1]), int(found[2])) < COMPOSE_MINIMUM:
        return f"Docker Compose is {done.stdout.strip()}, {oldest} or newer is required"
    if capture(["docker", "buildx", "version"]).returncode:
        return "Docker Buildx is missing, which builds the gateway's image"
    return ""


def _packages() -> list[str]:
    """Return the packages to install. Ubuntu's releases have Compose v2; Debian's do not."""
    ubuntu = "ubuntu" in distribution.here().ids
    return ["docker.io", "iptables", *(["docker-compose-v2", "docker-buildx"] if ubuntu else [])]


def _install_docker() -> None:
    packages = _packages()
    say(f"   installing {' '.join(packages)} with apt-get")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fix = "see apt-get's message above, or install Docker by hand and run 'make up' again"
    run(["apt-get", "-qq", "update"], what="apt-get update failed", fix=fix, env=quiet)
    install = ["apt-get", "-qq", "-oDpkg::Use-Pty=0", "install", "--no-install-recommends", "-y", *packages]
    run(install, what="apt-get install failed", fix=fix, env=quiet)


def _start_docker() -> None:
    if Path("/run/systemd/system").is_dir():
        run(["systemctl", "start", "docker"], what="Docker did not start", fix="journalctl -u docker")
        return
    say(f"   starting dockerd in the background, as there is no systemd; its log is {LOG}")
    with LOG.open("ab") as log, open(os.devnull) as nothing:
        dockerd = subprocess.Popen(["dockerd"], stdin=nothing, stdout=log, stderr=log, start_new_session=True)
    deadline = time.monotonic() + START_SECONDS
    while docker_error():
        if dockerd.poll() is not None or time.monotonic() > deadline:
            last = LOG.read_text(errors="replace").strip().splitlines()[-1:]
            raise Failure(f"dockerd did not start: {' '.join(last)}", f"see {LOG}, then 'make up' again")
        time.sleep(0.2)


def _install_plugins() -> None:
    say(f"   unpacking docker-compose and docker-buildx of Debian {debian.SUITE} into {PLUGINS}")
    tree = CACHE / "plugins"
    files = debian.download(["docker-compose", "docker-buildx"], into=tree)
    PLUGINS.mkdir(parents=True, exist_ok=True)
    for file in files:
        if file.parent.name == "cli-plugins":
            shutil.copy2(file, PLUGINS / file.name)
    shutil.rmtree(tree)
    os.chown(CACHE, ROOT.stat().st_uid, ROOT.stat().st_gid)  # lets the user of this folder write there after sudo


def _may_install(reason: str) -> None:
    """Print what is about to be installed.

    Raises:
        Failure: the user does not allow it, or it is not possible here; the failure has the commands.
    """
    where = distribution.here()
    docker_errors.refuse_forbidden(reason)
    if not where.installable or shutil.which("apt-get") is None:
        raise Failure(f"{reason}, and 'make docker' supports Debian and Ubuntu, not {where.name}", where.command)
    if os.environ.get("NO_INSTALL"):
        packages = " ".join(_packages())
        raise Failure(
            f"{reason}, and NO_INSTALL is set",
            f"'apt-get install {packages}', then 'systemctl start docker' (or 'dockerd &'), with Compose 2.24+ and "
            f"Buildx in {PLUGINS}; or 'make up' without NO_INSTALL",
        )
    if os.geteuid():
        raise Failure(f"{reason}, and this user may not install it", "'sudo make docker' once, then run this again")
    say(f"   {reason}: setting it up from the distribution's packages (NO_INSTALL=1 refuses)")


def ensure() -> None:
    """Make Docker, Compose and Buildx answer; install the missing ones.

    Raises:
        Failure: one is missing and must not or cannot be installed here.
    """
    steps: list[tuple[Callable[[], str], Callable[[], None]]] = [
        (lambda: "" if shutil.which("dockerd") else docker_error(), _install_docker),
        (docker_error, _start_docker),
        (compose_error, _install_plugins),
    ]
    if (place := endpoint()) and (reason := docker_error()):
        fix = "start it there; or unset DOCKER_HOST, docker context use default"
        raise Failure(f"Docker does not answer at {place}: {reason}", fix)
    for error, install in steps:
        if reason := error():
            _may_install(reason)
            install()
            if left := error():
                raise Failure(f"{left}, after it was set up", f"read {LOG} and run 'make up' again")


if __name__ == "__main__":
    guard(ensure)
