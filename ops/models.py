"""``make models``: the catalogue of env/models, and which of its models this host has room for."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ops import doctor, env_file, model_memory, preflight
from ops.console import ROOT, Failure, guard, say

FOLDER = ROOT / "env" / "models"
HEAD = ("name", "size", "quantization", "specified: VRAM, P50, accuracy", "licence", "fits here with")


@dataclass(frozen=True)
class Preset:
    """One model of the catalogue.

    Args:
        name: of its file, without ``.env``.
        settings: what it writes into env/student.env.
        about: its comments of the form ``# word: text``.
    """

    name: str
    settings: Mapping[str, str]
    about: Mapping[str, str]

    @property
    def weights(self) -> dict[str, int]:
        """Return the bytes of the weights as each engine that can serve the model holds them."""
        pairs = (pair.split() for pair in self.about["weights"].split(", "))
        return {engine: int(float(size) * 1e9) for engine, size in pairs}


def read(path: Path) -> Preset:
    """Read one file of the catalogue."""
    text = path.read_text()
    about = dict(re.findall(r"^# (\w+): (.+)$", text, re.MULTILINE))
    return Preset(path.stem, env_file.parse(text), about)


def catalogue() -> list[Preset]:
    """Return every preset, the bundled model first, then by size."""
    presets = map(read, FOLDER.glob("*.env"))
    return sorted(presets, key=lambda preset: (min(preset.weights.values()), preset.name))


def find(name: str) -> Preset:
    """Return the preset of that name.

    Raises:
        Failure: there is none.
    """
    found = {preset.name: preset for preset in catalogue()}
    if name not in found:
        what = f"{name!r} is no model of the catalogue" if name else "no model was named"
        raise Failure(what, f"make use MODEL=<{' or '.join(found)}>")
    return found[name]


def fitting(preset: Preset, settings: Mapping[str, str], gpus: list[doctor.Gpu], memory: int) -> list[str]:
    """Return the engines that have room for a model with the settings' context.

    Args:
        preset: the model.
        settings: whose context, and whose share of the GPU counts.
        gpus: of this host; an engine uses one unless told otherwise.
        memory: bytes that an engine without a GPU may take.
    """
    engines = []
    for engine, weights in preset.weights.items():
        if not gpus and (engine == "tgi" or (engine == "vllm" and preset.settings["VLLM_QUANTIZATION"])):
            continue  # TGI has no image for the CPU, and vLLM was not seen to load a quantized model there
        length = int(settings[doctor.CONTEXT[engine]])
        wanted = doctor.Plan(model_memory.Model(weights, int(preset.about["cache"])), length, length, "", "")
        share = float(settings["VLLM_GPU_MEMORY_UTILIZATION"]) if engine == "vllm" else 1.0
        room = int(share * max(gpu.total or memory for gpu in gpus)) if gpus else memory
        if doctor.fits("", wanted, room, doctor.RESERVE if gpus else 0, "").status == "ok":
            engines.append(engine)
    return engines


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return rows as lines, each column as wide as its widest cell."""
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def main() -> None:
    """Print the catalogue, and what was looked at to say what fits."""
    settings = preflight.host_settings()
    gpus = [] if preflight.CPU_OVERLAY in settings["COMPOSE_FILE"] else doctor.gpus()
    room = doctor.room_on_host(settings)
    rows = [HEAD]
    for preset in catalogue():
        quantization = preset.about["quantization"]
        fits = ", ".join(fitting(preset, settings, gpus, room)) or "nothing: too large"
        about = preset.about
        rows.append((preset.name, about["size"], quantization, about["figures"], about["licence"], fits))
    for line in table(rows):
        say(f"   {line}")
    named = ", ".join(gpu.name for gpu in gpus)
    say(f"   looked at: {named or f'no GPU is used here, so the CPU with {room / doctor.GIB:.1f} GiB of memory'}")
    say(f"   in use: {settings['STUDENT_MODEL_NAME']}. 'make use MODEL=<name>' takes another; docs/models.md")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
