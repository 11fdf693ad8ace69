"""The Compose files of compose/, each with one change, and the ones that the settings use."""

from __future__ import annotations

from collections.abc import Mapping

ALERTING = "compose/alerting.yaml"
CPU = "compose/cpu.yaml"
CUDA_12 = "compose/cuda12.yaml"
DOWNLOAD = "compose/download.yaml"
GPU_IDS = "compose/gpu-ids.yaml"
IPV6 = "compose/ipv6.yaml"
LOADED = "compose/loaded.yaml"
PACKAGES = "compose/packages.yaml"
PUBLIC = "compose/public.yaml"


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
