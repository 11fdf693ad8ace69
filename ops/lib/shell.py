"""Checks the user's shell, whose environment Compose and the client prefer to env/student.env."""

from __future__ import annotations

import os

from ops.lib import env_file
from ops.lib.check import Check

ELSEWHERE = ("COMPOSE_ENV_FILES", "COMPOSE_DISABLE_ENV_FILE", "COMPOSE_PATH_SEPARATOR", "STUDENT_ENV_FILE")
"""Names that are not settings, but point Compose or the client to other settings."""
TOLD_BY_MAKE = "MAKE_SHADOWED"  # make removes the names from the environment of its commands, and lists them here


def shadowing() -> list[str]:
    """Return the settings in this shell's environment."""
    names = {*env_file.defaults(), *ELSEWHERE}
    return sorted({*os.environ.get(TOLD_BY_MAKE, "").split(), *(name for name in names if name in os.environ)})


def check() -> Check:
    """Does this shell's environment hold a setting?"""
    found = shadowing()
    if not found:
        return Check("shell", "ok", "no setting in its environment: env/student.env decides")
    few = ", ".join(found[:3]) + (f" and {len(found) - 3} more" if found[3:] else "")
    what = f"{few} in its environment: 'docker compose' and 'student', typed here, use it instead of env/student.env"
    return Check("shell", "failed", what, f"unset {' '.join(found)}" if len(found) < 10 else "open a new shell")
