"""Looks at the host before anything is started, and changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from ops import env_file, install_docker
from ops.check import Check, failures
from ops.console import ROOT, Failure, capture, guard, say

DISK_GB = 6  # images built from packages, their build cache and some days of metrics take 5
MEMORY_GB = 2  # gateway, Prometheus, Grafana and the tiny model take 1; the rest is for the build
CPU_OVERLAY = "compose/cpu.yaml"
PUBLIC_OVERLAY = "compose/public.yaml"
DOWNLOAD_OVERLAY = "compose/download.yaml"
RECORD = ".download.json"  # written last into a folder that images/model/fetch.py fetched
WITHOUT_GPU = f"set COMPOSE_FILE=compose.yaml:{CPU_OVERLAY} in env/student.env"
ENGINES = ("vllm", "tgi", "llamacpp")
LOOPBACK = "127.0.0.1"
PORTS = {
    "GATEWAY_HTTP_PORT": LOOPBACK,
    "GATEWAY_HTTPS_PORT": "",
    "PROMETHEUS_PORT": LOOPBACK,
    "GRAFANA_PORT": LOOPBACK,
}


def docker() -> Check:
    """Is a Docker engine reachable?"""
    if error := install_docker.engine_error():
        return Check("docker", "failed", error, "make engine (as root), or start Docker")
    done = capture(["docker", "version", "--format", "{{.Server.Version}}"])
    return Check("docker", "ok", f"engine {done.stdout.strip()}")


def compose() -> Check:
    """Is Compose new enough for the overlays, and is there a builder?"""
    if error := install_docker.compose_error():
        return Check("compose", "failed", error, "make engine (as root), or update Docker Compose")
    return Check("compose", "ok", capture(["docker", "compose", "version", "--short"]).stdout.strip())


def disk() -> Check:
    """Is there room for the images where Docker keeps them?"""
    place = Path(capture(["docker", "info", "--format", "{{.DockerRootDir}}"]).stdout.strip() or "/")
    free = shutil.disk_usage(place if place.exists() else ROOT).free / 1e9
    if free < DISK_GB:
        fix = "free some, for example with 'docker system prune'"
        return Check("disk", "failed", f"{free:.1f} GB free at {place}, {DISK_GB} GB are needed", fix)
    return Check("disk", "ok", f"{free:.0f} GB free")


def memory() -> Check:
    """Is there memory for the stack?"""
    fields = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines())
    free = int(fields["MemAvailable"].split()[0]) * 1024 / 1e9
    if free < MEMORY_GB:
        return Check("memory", "failed", f"{free:.1f} GB available, {MEMORY_GB} GB are needed", "stop other programs")
    return Check("memory", "ok", f"{free:.0f} GB available")


def _taken(address: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except PermissionError:
            return False  # a low port that Docker may bind though this user may not
        except OSError:
            return True
    return False


def ports(settings: dict[str, str]) -> Check:
    """Are the published ports free, or held by this very stack?"""
    wanted = PORTS | ({"GATEWAY_PUBLIC_HTTP_PORT": ""} if PUBLIC_OVERLAY in settings["COMPOSE_FILE"] else {})
    ours = capture(["docker", "compose", "ps", "--format", "{{range .Publishers}}{{.PublishedPort}} {{end}}"]).stdout
    for name, address in wanted.items():
        if not settings[name].isdigit() or not 0 < int(settings[name]) < 65536:
            fix = f"set {name} in env/student.env to a number from 1 to 65535"
            return Check("ports", "failed", f"{name} is {settings[name]!r}", fix)
        if settings[name] not in ours.split() and _taken(address, int(settings[name])):
            fix = f"stop the program that 'ss -ltnp sport = :{settings[name]}' shows, or set {name} in env/student.env"
            return Check("ports", "failed", f"port {settings[name]} is taken ({name})", fix)
    return Check("ports", "ok", ", ".join(settings[name] for name in wanted) + " free or ours")


def gpu_names() -> list[str]:
    """Return the NVIDIA GPUs that the driver shows, or none."""
    done = capture(["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader"], timeout=20)
    return done.stdout.strip().splitlines() if done.returncode == 0 else []


def gpu(settings: dict[str, str]) -> Check:
    """Can containers use the GPU that the settings ask for?"""
    names = gpu_names()
    if not names and not env_file.ENV_FILE.exists():
        return Check("gpu", "n/a", "none: the CPU overlay will be used")
    if CPU_OVERLAY in settings["COMPOSE_FILE"]:
        found = f"not used, by compose/cpu.yaml (found: {', '.join(names)})" if names else "none: runs on the CPU"
        return Check("gpu", "n/a", found)
    if not names:
        return Check("gpu", "failed", "nvidia-smi shows none", f"install NVIDIA's driver, or {WITHOUT_GPU}")
    if "nvidia" not in capture(["docker", "info", "--format", "{{json .Runtimes}}"]).stdout:
        fix = f"install nvidia-container-toolkit and run 'nvidia-ctk runtime configure', or {WITHOUT_GPU}"
        return Check("gpu", "failed", f"{', '.join(names)}, but Docker has no NVIDIA runtime", fix)
    return Check("gpu", "ok", ", ".join(names))


def engine(settings: dict[str, str]) -> Check:
    """Is one engine chosen, can it run on this host, and is its model there?"""
    profiles = settings["COMPOSE_PROFILES"]
    chosen = [profile for profile in profiles.split(",") if profile in ENGINES]
    if len(chosen) != 1:
        many = f"{profiles!r} names {len(chosen)} engines, and a GPU has room for one"
        found = many if chosen else f"{profiles!r} names no engine"
        return Check("engine", "failed", found, f"make up PROFILE=<{' or '.join(ENGINES)}>")
    name = chosen[0]
    if name == "tgi" and (CPU_OVERLAY in settings["COMPOSE_FILE"] or not gpu_names()):
        return Check("engine", "failed", "tgi has no image for the CPU", "make up PROFILE=vllm, or PROFILE=llamacpp")
    return model(settings, name)


def repository(settings: Mapping[str, str]) -> str:
    """Return the name of the setting that says where the chosen engine's model comes from."""
    return "GGUF_REPO" if "llamacpp" in settings["COMPOSE_PROFILES"].split(",") else "MODEL_REPO"


def model(settings: Mapping[str, str], name: str) -> Check:
    """Is the engine's model there, whole, or can it be fetched?"""
    setting = "LLAMACPP_MODEL" if name == "llamacpp" else "MODEL_DIR"
    place = ROOT / "models" / settings[setting]
    shown = place.relative_to(ROOT)
    source = settings.get(repository(settings))
    there = place.is_file() if name == "llamacpp" else (place / "config.json").is_file()
    if not there or (name != "llamacpp" and not list(place.glob("*.safetensors"))):
        found = f"{name} has no model at {shown} ({setting})"
        if not source:
            return Check("engine", "failed", found, f"set {setting} in env/student.env to one that is there")
        if DOWNLOAD_OVERLAY not in settings["COMPOSE_FILE"]:
            return Check("engine", "failed", found, "make download")
        return Check("engine", "ok", f"{name}, {shown}, to be fetched from {source}")
    if half := damaged(place if place.is_dir() else place.parent):
        return Check("engine", "failed", f"{half} is not whole", "make download")
    return Check("engine", "ok", f"{name}, {shown}")


def damaged(folder: Path) -> str:
    """Return a file of a fetched model that has not its size, or nothing; its hash was compared when it came."""
    record = folder / RECORD
    for name, size in json.loads(record.read_text())["files"].items() if record.exists() else ():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size:
            return str(path.relative_to(ROOT))
    return ""


def host_settings() -> dict[str, str]:
    """Return the settings in force, the example's where there are none yet.

    Raises:
        Failure: this Python or this system cannot run the project.
    """
    if sys.version_info < (3, 10):  # noqa: UP036 - this is the check
        raise Failure(f"Python is {sys.version.split()[0]}, 3.10 or newer is needed", "install python3.10")
    if not sys.platform.startswith("linux"):
        raise Failure(f"this host runs {sys.platform}, Linux is needed", "run it on a Linux host")
    settings = env_file.parse(env_file.EXAMPLE.read_text())
    settings |= env_file.read() if env_file.ENV_FILE.exists() else {}
    settings["COMPOSE_PROFILES"] = os.environ.get("PROFILE") or settings["COMPOSE_PROFILES"]
    return settings


def checks(settings: dict[str, str]) -> list[Check]:
    """Look at what every start needs; without Docker there is no more to look at."""
    found = [docker(), compose()]
    if all(check.status == "ok" for check in found):
        found += [disk(), memory(), ports(settings), gpu(settings), engine(settings)]
    return found


def main() -> None:
    """Print one line a check.

    Raises:
        Failure: at least one check failed.
    """
    found = checks(host_settings())
    for check in found:
        say(check.line())
    if failed := failures(found):
        raise Failure(f"the host is not ready ({', '.join(failed)})", "see the lines above, then run it again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
