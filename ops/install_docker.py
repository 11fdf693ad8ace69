"""Gives a Debian or Ubuntu host a Docker engine and Compose v2 from its distribution's packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from ops import debian
from ops.console import CACHE, Failure, capture, guard, run, say

COMPOSE_MINIMUM = (2, 24)  # the first with !reset and !override in overlays
PLUGINS = Path.home() / ".docker" / "cli-plugins"
LOG = Path("/var/log/dockerd.log")
START_SECONDS = 60


def engine_error() -> str:
    """Return why no Docker engine answers, or an empty text where one does."""
    done = capture(["docker", "version", "--format", "{{.Server.Version}}"], timeout=20)
    if done.returncode == 0 and done.stdout.strip():
        return ""
    if done.returncode == 127:
        return "docker is not installed"
    return (done.stderr.strip() or "no answer").splitlines()[-1]


def compose_error() -> str:
    """Return what is wrong with Compose and Buildx, or an empty text where both are new enough."""
    done = capture(["docker", "compose", "version", "--short"])
    found = re.match(r"v?(\d+)\.(\d+)", done.stdout.strip())
    wanted = ".".join(map(str, COMPOSE_MINIMUM))
    if done.returncode or not found:
        return f"Docker Compose v2 is missing, {wanted} or newer is needed"
    if (int(found[1]), int(found[2])) < COMPOSE_MINIMUM:
        return f"Docker Compose is {done.stdout.strip()}, {wanted} or newer is needed"
    if capture(["docker", "buildx", "version"]).returncode:
        return "Docker Buildx is missing, it builds the gateway's image"
    return ""


def _ubuntu() -> bool:
    return "ID=ubuntu" in Path("/etc/os-release").read_text()


def _install_engine() -> None:
    packages = ["docker.io", "iptables"]
    if _ubuntu():
        packages += ["docker-compose-v2", "docker-buildx"]
    say(f"   installing {' '.join(packages)} with apt-get")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    fix = "see apt-get's message above, or install Docker by hand and run 'make up' again"
    run(["apt-get", "-qq", "update"], what="apt-get update failed", fix=fix, env=quiet)
    install = ["apt-get", "-qq", "-oDpkg::Use-Pty=0", "install", "--no-install-recommends", "-y", *packages]
    run(install, what="apt-get install failed", fix=fix, env=quiet)


def _start_engine() -> None:
    if Path("/run/systemd/system").is_dir():
        run(["systemctl", "start", "docker"], what="Docker did not start", fix="journalctl -u docker")
        return
    say(f"   starting dockerd in the background, as there is no systemd; its log is {LOG}")
    with LOG.open("ab") as log, open(os.devnull) as nothing:
        dockerd = subprocess.Popen(["dockerd"], stdin=nothing, stdout=log, stderr=log, start_new_session=True)
    deadline = time.monotonic() + START_SECONDS
    while engine_error():
        if dockerd.poll() is not None or time.monotonic() > deadline:
            last = LOG.read_text(errors="replace").strip().splitlines()[-1:]
            raise Failure(f"dockerd did not start: {' '.join(last)}", f"read {LOG}, mend it, run 'make up' again")
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


def _may_install(reason: str) -> bool:
    """Say what is about to be installed, or raise with the commands where that is not wanted or not possible."""
    if os.environ.get("DOCKER_HOST"):
        raise Failure(f"no Docker engine answers at DOCKER_HOST={os.environ['DOCKER_HOST']}: {reason}", "start it")
    if "permission denied" in reason:
        raise Failure(reason, "sudo usermod -aG docker $USER, log in again, and run the same command")
    by_hand = "install Docker Engine, Compose 2.24+ and Buildx (docs.docker.com/engine/install), start the engine"
    if shutil.which("apt-get") is None:
        raise Failure(f"{reason}, and only Debian and Ubuntu hosts are set up by this command", by_hand)
    if os.environ.get("NO_INSTALL"):
        commands = "apt-get install docker.io iptables" + (" docker-compose-v2 docker-buildx" if _ubuntu() else "")
        raise Failure(
            f"{reason}, and NO_INSTALL is set",
            f"'{commands}', then 'systemctl start docker' (or 'dockerd &'), with Compose 2.24+ and Buildx "
            f"in {PLUGINS}; or 'make up' without NO_INSTALL",
        )
    if os.geteuid():
        raise Failure(f"{reason}, and this user may not change that", f"'sudo make engine' once, or {by_hand}")
    say(f"   {reason}: setting it up from the distribution's packages (NO_INSTALL=1 refuses)")
    return True


def ensure() -> None:
    """See to it that a Docker engine, Compose and Buildx answer, installing what is missing.

    Raises:
        Failure: something is missing and may or can not be installed here.
    """
    steps: list[tuple[Callable[[], str], Callable[[], None]]] = [
        (lambda: "" if shutil.which("dockerd") else engine_error(), _install_engine),
        (engine_error, _start_engine),
        (compose_error, _install_plugins),
    ]
    for error, mend in steps:
        if (reason := error()) and _may_install(reason):
            mend()
            if left := error():
                raise Failure(f"{left}, after it was set up", f"read {LOG} and run 'make up' again")


if __name__ == "__main__":
    guard(ensure)
