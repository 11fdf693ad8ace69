"""Describes the machine and the versions for the figures."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from .. import __version__
from .._settings import Settings

PACKAGES = ("httpx2", "pydantic", "sympy", "python-flint")


def machine() -> dict[str, Any]:
    """Return a description of this host: processor, cores, memory, GPUs, kernel."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "gpus": _gpus(),
        "system": f"{platform.system()} {platform.release()}",
    }


def versions() -> dict[str, str]:
    """Return the versions of the client and of its dependencies."""
    installed = {one.metadata["name"]: one.version for one in distributions() if one.metadata["name"] in PACKAGES}
    return {"python": platform.python_version(), "student_client": __version__, **installed}


def recorded_settings(settings: Settings) -> dict[str, Any]:
    """Return the settings that figures depend on, without keys."""
    names = ("api_base", "model_name", "prompt", "plan_tokens", "max_tokens", "teacher_mode")
    found = {name: getattr(settings, name) for name in names}
    if settings.teacher_mode != "off":
        found["teacher_model"] = settings.teacher_model
    return found | {"temperatures": list(settings.temperatures)}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _gpus() -> list[str]:
    command = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
