"""``make models``: prints the catalogue of env/models, and which of its models fit this host."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from ops.lib import catalogue, compose, engine_memory, gpus, host, model_fit, overlays, readiness
from ops.lib.console import ROOT, guard, say
from ops.lib.engine_memory import size

HEAD = ("name", "size", "quantization", "claimed: VRAM, P50, accuracy", "licence", "fits here with")


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return rows as lines, each column as wide as its widest cell."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def looked_at(look: gpus.Look, found: Sequence[gpus.Gpu], settings: Mapping[str, str]) -> str:
    """Return a description of the memory that was looked at."""
    if found:
        return ", ".join(f"{gpu.name}, {size(gpu.free)} of {size(gpu.total)} free" for gpu in found)
    room = min(engine_memory.allowed(settings), host.memory())
    why = f" (nvidia-smi fails: {look.words})" if look.words else ""
    return f"no GPU is used here{why}, so the CPU with {size(room)} of memory"


def main() -> None:
    """Print the catalogue, and the memory with which models were compared."""
    settings, look = readiness.host_settings(), gpus.look()
    found = () if overlays.CPU in overlays.used(settings) else look.gpus
    running = bool(compose.running_engine())
    rows = [HEAD]
    for preset in catalogue.presets():
        about = preset.about
        room_for = (
            ", ".join(map(str, model_fit.fitting(preset, settings, found, running=running))) or "nothing: too large"
        )
        rows.append((preset.name, about["size"], about["quantization"], about["figures"], about["licence"], room_for))
    for line in table(rows):
        say(f"   {line}")
    say(f"   looked at: {looked_at(look, found, settings)}")
    say("   claimed: by the project's brief, for an RTX 3090 and AWQ weights; not measured here")
    say(f"   in use: {settings['STUDENT_MODEL_NAME']}. 'make use MODEL=<name>' chooses another; docs/models.md")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
