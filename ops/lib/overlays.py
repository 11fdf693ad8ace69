"""The Compose files of compose/, each with one change, and the ones that the settings use."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ops.lib.console import ROOT

ALERTING = "compose/alerting.yaml"
CPU = "compose/cpu.yaml"
CUDA_12 = "compose/cuda12.yaml"
DOWNLOAD = "compose/download.yaml"
GPU_IDS = "compose/gpu-ids.yaml"
IPV6 = "compose/ipv6.yaml"
LOADED = "compose/loaded.yaml"
PACKAGES = "compose/packages.yaml"
PUBLIC = "compose/public.yaml"
ELSEWHERE = re.compile(r"^ +image: (?!student-llm/)", re.MULTILINE)
"""An image of somebody else's, which packages.yaml and loaded.yaml replace."""


def used(settings: Mapping[str, str]) -> list[str]:
    """Return the files that COMPOSE_FILE names, in its order."""
    return [name for name in settings["COMPOSE_FILE"].split(":") if name]


def added(settings: Mapping[str, str], overlay: str) -> str:
    """Return COMPOSE_FILE with an overlay at its end."""
    return ":".join([*(name for name in used(settings) if name != overlay), overlay])


def after_base(settings: Mapping[str, str], overlay: str) -> str:
    """Return COMPOSE_FILE with an overlay as its first, so that the operator's overlays can change its values."""
    base, *others = (name for name in used(settings) if name != overlay)
    return ":".join([base, overlay, *others])


def removed(settings: Mapping[str, str], overlay: str) -> str:
    """Return COMPOSE_FILE without an overlay."""
    return ":".join(name for name in used(settings) if name != overlay)


def misplaced(settings: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the overlay that replaces images, and the project's overlays after it that name a registry's again.

    Compose reads the files in order. An overlay that names a registry's image thus belongs before the one that builds
    the image from packages, or takes it from a bundle.
    """
    names = used(settings)
    place = min((names.index(name) for name in (PACKAGES, LOADED) if name in names), default=len(names))
    later = [name for name in names[place:] if name.startswith("compose/") and (ROOT / name).is_file()]
    return "".join(names[place : place + 1]), [n for n in later if ELSEWHERE.search((ROOT / n).read_text())]


def in_order(settings: Mapping[str, str]) -> str:
    """Return COMPOSE_FILE with the misplaced overlays before the one that replaces their images."""
    replacing, late = misplaced(settings)
    names = [name for name in used(settings) if name not in late]
    place = names.index(replacing)
    return ":".join([*names[:place], *late, *names[place:]])
