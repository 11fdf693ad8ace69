"""Checks what every start requires of the host, for preflight and doctor."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from ops.install import docker as install_docker
from ops.lib import compose, cuda, docker_daemon, env_file, gpus, host, model_files, overlays
from ops.lib.check import Check
from ops.lib.console import ROOT, Failure, capture
from ops.lib.host import LOOPBACK, LOOPBACK_6

DISK_GB = 6  # holds images built from packages, their build cache and some days of metrics, 5 together
MEMORY_GB = 2  # holds gateway, Prometheus, Grafana and the tiny model, 1 together; the rest is for the build
WITHOUT_IPV6 = f"remove :{overlays.IPV6} from COMPOSE_FILE in env/student.env"
WITHOUT_GPU = f"set COMPOSE_FILE=compose.yaml:{overlays.CPU} in env/student.env"
PORTS = {
    "GATEWAY_HTTP_PORT": LOOPBACK,
    "GATEWAY_HTTPS_PORT": "",
    "PROMETHEUS_PORT": LOOPBACK,
    "GRAFANA_PORT": LOOPBACK,
}


def plugins() -> Check:
    """Is Compose new enough for the overlays, and is Buildx installed?"""
    if error := install_docker.compose_error():
        return Check("compose", "failed", error, "make docker (as root), or update Docker Compose")
    return Check("compose", "ok", capture(["docker", "compose", "version", "--short"]).stdout.strip())


def stack() -> Check:
    """Is the stack's name free, or this folder's?"""
    other = compose.another()
    return Check("stack", "failed", *other) if other else Check("stack", "ok", compose.name())


def images(settings: dict[str, str]) -> Check:
    """Where do the images come from?"""
    chosen = overlays.used(settings)
    replacing, late = overlays.misplaced(settings)
    if late:
        what = f"COMPOSE_FILE names {' and '.join(late)} after {replacing}, which then does not replace the images"
        return Check("images", "failed", what, f"set COMPOSE_FILE={overlays.in_order(settings)} in env/student.env")
    if overlays.LOADED in chosen:
        return Check("images", "ok", f"of a bundle, by {overlays.LOADED}; IMAGES=registry or packages changes it")
    if overlays.PACKAGES in chosen:
        return Check("images", "ok", f"built from packages, by {overlays.PACKAGES}; IMAGES=registry changes it")
    return Check("images", "ok", "of the registries in compose.yaml; IMAGES=packages changes it")


def disk() -> Check:
    """Does Docker's disk have room for the images?"""
    place = Path(capture(["docker", "info", "--format", "{{.DockerRootDir}}"]).stdout.strip() or "/")
    free = shutil.disk_usage(place if place.exists() else ROOT).free / 1e9
    if free < DISK_GB:
        fix = "free disk space, for example with 'docker system prune'"
        return Check("disk", "failed", f"{free:.1f} GB free at {place}, {DISK_GB} GB is needed", fix)
    return Check("disk", "ok", f"{free:.0f} GB free")


def memory() -> Check:
    """Is there memory for the stack?"""
    free = host.memory() / 1e9
    if free < MEMORY_GB:
        return Check("memory", "failed", f"{free:.1f} GB available, {MEMORY_GB} GB is needed", "stop other programs")
    return Check("memory", "ok", f"{free:.0f} GB available")


def ports(settings: dict[str, str]) -> Check:
    """Are the published ports free, or in use by this stack?"""
    wanted = PORTS | ({"GATEWAY_PUBLIC_HTTP_PORT": ""} if overlays.PUBLIC in overlays.used(settings) else {})
    both = overlays.IPV6 in overlays.used(settings)
    if both and not host.has_ipv6_loopback():
        return Check("ports", "failed", f"this host has no {LOOPBACK_6}, where {overlays.IPV6} publishes", WITHOUT_IPV6)
    ours = [port for each in compose.containers() if each.state == "running" for port in each.ports()]
    for name, address in wanted.items():
        if not settings[name].isdigit() or not 0 < int(settings[name]) < 65536:
            fix = f"set {name} in env/student.env to a number from 1 to 65535"
            return Check("ports", "failed", f"{name} is {settings[name]!r}", fix)
        places = [address, LOOPBACK_6] if both and address else [address]
        if settings[name] not in ours and any(host.taken(place, int(settings[name])) for place in places):
            fix = f"stop the program that 'ss -ltnp sport = :{settings[name]}' shows, or set {name} in env/student.env"
            return Check("ports", "failed", f"port {settings[name]} is in use ({name})", fix)
    return Check("ports", "ok", ", ".join(settings[name] for name in wanted) + " free or ours")


def gpu(settings: dict[str, str]) -> Check:
    """Can containers use the GPU that the settings ask for?"""
    look = gpus.look()
    names = ", ".join(gpu.name for gpu in look.gpus)
    broken = f"nvidia-smi fails: {look.words}" if look.words else ""
    if not names and not env_file.ENV_FILE.exists():
        why = f"; {broken}. To use the GPU, {look.fix}" if broken else ""
        return Check("gpu", "n/a", f"none: the CPU overlay will be used{why}")
    if overlays.CPU in overlays.used(settings):
        found = f"not used, by compose/cpu.yaml (found: {names or broken})" if names or broken else ""
        return Check("gpu", "n/a", found or "none: runs on the CPU")
    if not names:
        fix = look.fix if broken else "install NVIDIA's driver"
        return Check("gpu", "failed", broken or "nvidia-smi shows none", f"{fix}, or {WITHOUT_GPU}")
    if "nvidia" not in capture(["docker", "info", "--format", "{{json .Runtimes}}"]).stdout:
        fix = f"install nvidia-container-toolkit and run 'nvidia-ctk runtime configure', or {WITHOUT_GPU}"
        return Check("gpu", "failed", f"{names}, but Docker has no NVIDIA runtime", fix)
    return Check("gpu", "ok", names)


def gpu_kind(settings: dict[str, str]) -> list[Check]:
    """If a GPU is used: do its driver and its kind have what the engine's image requires?"""
    chosen = [name for name in settings["COMPOSE_PROFILES"].split(",") if name in compose.ENGINES]
    if overlays.CPU in overlays.used(settings) or len(chosen) != 1 or not (found := gpus.look().gpus):
        return []
    return [cuda.driver(settings, found), cuda.capability(settings, found)]


def engine(settings: dict[str, str]) -> Check:
    """Is one engine chosen, can it run on this host, and is its model there?"""
    profiles = settings["COMPOSE_PROFILES"]
    chosen = [profile for profile in profiles.split(",") if profile in compose.ENGINES]
    if len(chosen) != 1:
        many = f"{profiles!r} names {len(chosen)} engines, and a GPU has room for one"
        found = many if chosen else f"{profiles!r} does not name an engine"
        return Check("engine", "failed", found, f"make up PROFILE=<{' or '.join(compose.ENGINES)}>")
    name = chosen[0]
    if name == "tgi" and (overlays.CPU in overlays.used(settings) or not gpus.look().gpus):
        return Check("engine", "failed", "tgi has no image for the CPU", "make up PROFILE=vllm, or PROFILE=llamacpp")
    return model_files.check(settings, name)


def host_settings() -> dict[str, str]:
    """Return the settings in force, or the example's before 'make init'.

    Raises:
        Failure: this Python or this system cannot run the project.
    """
    if sys.version_info < (3, 10):  # noqa: UP036 - this is the check
        raise Failure(f"Python is {sys.version.split()[0]}, 3.10 or newer is required", "install python3.10")
    if not sys.platform.startswith("linux"):
        raise Failure(f"this host runs {sys.platform}, Linux is required", "run it on a Linux host")
    settings = env_file.read() if env_file.ENV_FILE.exists() else env_file.Settings(env_file.defaults())
    settings["COMPOSE_PROFILES"] = os.environ.get("PROFILE") or settings["COMPOSE_PROFILES"]
    return settings


def looked_at() -> dict[str, str]:
    """Return the settings in force with the engine of PROFILE, else the running one, even if ``--profile`` chose it.

    Raises:
        Failure: this Python or this system cannot run the project.
    """
    settings = host_settings()
    unknown = os.environ.get("PROFILE") or install_docker.docker_error()
    return settings if unknown else compose.in_use(settings)


def checks(settings: dict[str, str]) -> list[Check]:
    """Check what every start requires; stop after a failure of Docker."""
    found = [docker_daemon.check(), plugins()]
    if all(check.status == "ok" for check in found):
        found += [
            docker_daemon.selinux(),
            stack(),
            images(settings),
            disk(),
            memory(),
            ports(settings),
            gpu(settings),
            *gpu_kind(settings),
            engine(settings),
        ]
    return found
