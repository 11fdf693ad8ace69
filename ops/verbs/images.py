"""Gets the images that the settings require: pulls them, or builds them from packages if no registry answers."""

from __future__ import annotations

import argparse
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

from ops.install import base_image
from ops.lib import checkouts, compose, docker_errors, env_file, network, overlays, version
from ops.lib.console import ROOT, Failure, capture, guard, say
from ops.lib.version import source_hash

REGISTRY_SECONDS = 10  # allows ten times what a registry needs; a firewall that drops packets never answers
SLOW = ("timeout", "timed out", "deadline exceeded")
SLOW_FIX = "make up IMAGES=packages, or give Docker access to it (a mirror, a proxy in its daemon.json) and try again"
ABSENT = ("no such host", "connection refused", "network is unreachable", "no route to host", "server misbehaving")
SOURCES = ("registry", "packages")


def built_from(image: str) -> str | None:
    """Return the hash of the files that a local image was built from; None if there is no such image."""
    done = capture(["docker", "image", "inspect", image, "--format", '{{index .Config.Labels "student-llm.source"}}'])
    return done.stdout.strip() if done.returncode == 0 else None


def registry_answers(image: str) -> bool:
    """Ask for one image, and return within seconds whether there is a registry.

    The pull is stopped at the registry's first line; Docker keeps no partial image.

    Returns:
        False when its name does not resolve or its connection is refused.

    Raises:
        Failure: the registry is slow, or refuses the image.
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
            line = f"error: no answer within {REGISTRY_SECONDS} s, timeout"
        finally:
            pull.kill()
            reader.join()
    words = line.lower()
    if "error" not in words:
        return True
    if any(sign in words for sign in SLOW):
        raise Failure(f"the image registry did not answer in time ({image.partition('@')[0]})", SLOW_FIX)
    if any(sign in words for sign in ABSENT):
        return False
    raise docker_errors.explained(line) or Failure(f"the registry refuses {image}: {line}", "docker login")


def choose(source: str) -> None:
    """Write the source of images into COMPOSE_FILE; a later 'make up' uses the same one.

    Args:
        source: "registry" or "packages".

    Raises:
        Failure: it is neither, or the engine requires a GPU, for which packages cannot build an image.
    """
    settings = env_file.read()
    if source not in SOURCES:
        raise Failure(f"IMAGES is {source!r}, not a source of images", f"IMAGES={' or IMAGES='.join(SOURCES)}")
    settings["COMPOSE_FILE"] = overlays.removed(settings, overlays.LOADED)
    if source == "registry":
        env_file.update({"COMPOSE_FILE": overlays.removed(settings, overlays.PACKAGES)})
        return
    if overlays.CPU not in overlays.used(settings):
        raise Failure(
            "the engines' images for a GPU exist in image registries only",
            "give Docker access to a registry, or set COMPOSE_FILE=compose.yaml:compose/cpu.yaml in env/student.env",
        )
    if overlays.PACKAGES not in overlays.used(settings):
        settings["COMPOSE_FILE"] = overlays.added(settings, overlays.PACKAGES)
    env_file.update({"COMPOSE_FILE": settings["COMPOSE_FILE"]})
    say("   grafana is left out, as no package registry has it; Prometheus' own page shows the metrics")


def choose_by_asking(missing: list[str], pulled: list[str]) -> None:
    """Choose the source of images if the user has not: packages only on a host that never used a registry.

    Args:
        missing: images that are not on this host.
        pulled: all images that come from a registry.
    """
    if registry_answers(missing[0]):
        return
    if any(_repository_is_here(image) for image in pulled):
        what = f"no image registry answers ({missing[0].partition('@')[0]}), and this host used one before"
        raise Failure(what, "give Docker access to it, or make up IMAGES=packages")
    say("   no image registry answers: building the same programs from packages (compose/packages.yaml)")
    choose("packages")


def _repository_is_here(image: str) -> bool:
    """Is any version of this repository's image here?"""
    repository = image.partition("@")[0].rpartition(":")[0]
    return bool(capture(["docker", "image", "ls", "--quiet", repository.removeprefix("docker.io/")]).stdout.strip())


def _to_build(spec: dict[str, Any]) -> str:
    """Return the hash of the files to build a service's image from; empty if it is up to date, or pulled."""
    source = source_hash(Path(spec["build"]["context"])) if "build" in spec else ""
    return "" if built_from(spec["image"]) == source else source


def _build(service: str, image: str, source: str, profile: str | None) -> None:
    say(f"   building {image}")
    labels = {"SOURCE": source, "VERSION": version.version(), "REVISION": version.revision()}
    arguments = [f"--build-arg={name}={value}" for name, value in labels.items()]
    compose.run(
        [*compose.option(profile), "build", *network.build_arguments(), *arguments, service],
        what=f"the image of {service} could not be built",
        fix="fix the error in the build's output above, then 'make images'",
    )


def ensure(profile: str | None = None) -> None:
    """Get every selected image, and build each whose files changed.

    Args:
        profile: the engine whose images to get; None for the settings' own.

    Raises:
        Failure: an image cannot be pulled or built.
    """
    wish = os.environ.get("IMAGES", "")
    if wish:
        choose(wish)
    selected = compose.services(profile)
    pulled = [spec["image"] for spec in selected.values() if "build" not in spec]
    missing = [image for image in pulled if built_from(image) is None]
    if missing and overlays.LOADED in overlays.used(env_file.read()):
        raise Failure(f"{missing[0]} is not here, and images come from a bundle", "make load FILE=<the bundle>")
    if missing and not wish:
        choose_by_asking(missing, pulled)
        selected = compose.services(profile)
    elif missing and not registry_answers(missing[0]):
        raise Failure(f"no image registry answers for {missing[0].partition('@')[0]}", "make up IMAGES=packages")
    if any("build" not in spec and spec["image"] in missing for spec in selected.values()):
        pull = [*compose.option(profile), "pull", "--ignore-buildable", "--policy=missing"]
        compose.run(pull, what="the images could not be pulled", fix="see the lines above, then the same command again")
    stale = {service: source for service, spec in selected.items() if (source := _to_build(spec))}
    if stale and overlays.PACKAGES in overlays.used(env_file.read()):
        base_image.ensure()
    for service in sorted(stale, key=lambda service: service == "gateway"):
        if selected[service]["build"].get("args", {}).get("GO_IMAGE") == base_image.GO_IMAGE:
            base_image.ensure_go()
        _build(service, selected[service]["image"], stale[service], profile)
    checkouts.note()
    say("   ok     " + ", ".join(sorted(spec["image"].split("@")[0] for spec in selected.values())))


def main(arguments: list[str] | None = None) -> None:
    """Get the images.

    Args:
        arguments: of the command, with the engine whose images to get; None reads them from the command line.

    Raises:
        Failure: an image cannot be pulled or built.
    """
    parser = argparse.ArgumentParser(prog="make images", description=__doc__)
    parser.add_argument("profile", nargs="?", help="the engine whose images to get (default: the settings' own)")
    ensure(parser.parse_args(arguments).profile)


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
