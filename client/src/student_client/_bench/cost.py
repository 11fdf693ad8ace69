"""Calculates the cost of a verified plan on the user's own host, by the settings and the GPUs' reported power."""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from .._settings import Settings

POWER_QUERY = ("nvidia-smi", "--query-gpu=power.draw", "--format=csv,noheader,nounits")
SAMPLE_SECONDS = 1.0
BRIEF_FIGURES = (
    {"name": "local student", "p50_ms": 150, "p95_ms": 300, "dollars_per_1000": 0.0},
    {"name": "GPT-4o-mini", "p50_ms": 800, "p95_ms": 1500, "dollars_per_1000": 0.60},
    {"name": "Claude Haiku", "p50_ms": 600, "p95_ms": 1200, "dollars_per_1000": 1.25},
)
"""Latency and price of 1,000 requests in the brief of this project, which were not measured here."""


def _watts() -> float | None:
    """Return the power of all GPUs of this host in watts, or None if it is not reported."""
    try:
        done = subprocess.run(POWER_QUERY, capture_output=True, text=True, timeout=20, check=False)
        return sum(float(line) for line in done.stdout.split()) or None if done.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):  # there is no such program, or a GPU answers [N/A]
        return None


@asynccontextmanager
async def power() -> AsyncIterator[list[float]]:
    """Yield a list that gets the GPUs' watts once a second; it remains empty if they are not reported."""
    seen: list[float] = []

    async def look() -> None:
        while (watts := await asyncio.to_thread(_watts)) is not None:
            seen.append(watts)
            await asyncio.sleep(SAMPLE_SECONDS)

    task = asyncio.ensure_future(look())
    try:
        yield seen
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def mean(watts: list[float]) -> float | None:
    """Return the average, or None if there are no values."""
    return round(statistics.fmean(watts), 1) if watts else None


def costs(found: Mapping[str, Any], gpu_watts: float | None, settings: Settings) -> dict[str, Any]:
    """Return the joules of a verified plan and the dollars of 1,000; None if a setting for it is missing.

    The host is paid for all hours and works in STUDENT_UTILISATION of them; power counts only while it works.

    Args:
        found: the load's other figures.
        gpu_watts: the GPUs' average power during the load, if reported.
        settings: power draw, prices and utilisation.
    """
    watts, of = (settings.host_watts, "STUDENT_HOST_WATTS") if settings.host_watts else (gpu_watts, "nvidia-smi")
    rate, verified = found["verified_throughput"], found["accepted"]
    power_price, host_price = settings.power_price, settings.host_price
    hourly = None
    if watts is not None and power_price is not None:
        hourly = watts / 1000 * power_price
    if host_price is not None:
        hourly = (hourly or 0.0) + host_price / settings.utilisation
    teacher = found["teacher_dollars"]
    dollars = None
    if hourly is not None and rate and verified and teacher is not None:
        dollars = 1000 * (hourly / 3600 / rate + teacher / verified)
    return {
        "watts": watts,
        "watts_from": of if watts is not None else None,
        "joules_per_verified_plan": round(watts / rate, 3) if watts is not None and rate else None,
        "dollars_per_1000_verified_plans": None if dollars is None else round(dollars, 9),
    }
