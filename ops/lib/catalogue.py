"""Reads the catalogue of env/models: the facts about each model, and the settings that serve it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.lib import env_file
from ops.lib.console import ROOT, Failure

FOLDER = ROOT / "env" / "models"


@dataclass(frozen=True)
class Choice:
    """One way to serve a model.

    Args:
        engine: vllm, tgi or llamacpp.
        quantization: of the weights as the engine holds them; none if they are not quantized.
        weights: their bytes.
        cache: bytes of KV cache a token.
        work: bytes of vLLM's activations a token of a batch.
        settings: those that select it.
    """

    engine: str
    quantization: str
    weights: int
    cache: int
    work: int
    settings: Mapping[str, str]

    def __str__(self) -> str:
        """Return it for the screen."""
        return self.engine if self.quantization == "none" else f"{self.engine} {self.quantization}"


@dataclass(frozen=True)
class Preset:
    """One model of the catalogue.

    Args:
        name: of its file, without ``.env``.
        settings: those that it writes into env/student.env.
        about: its comments of the form ``# word: text``.
    """

    name: str
    settings: Mapping[str, str]
    about: Mapping[str, str]

    @property
    def choices(self) -> list[Choice]:
        """Return the ways to serve it, each engine's best one first: the preset's settings are that one."""
        found: list[Choice] = []
        for entry in self.about["weights"].split(", "):
            engine, quantization, size = entry.split()
            further = engine == "vllm" and any(choice.engine == engine for choice in found)
            changed = {"VLLM_QUANTIZATION": quantization} if further else {}
            chosen = {"COMPOSE_PROFILES": engine, **self.settings, **changed}
            weights, cache = int(float(size) * 1e9), int(self.about["cache"])
            found.append(Choice(engine, quantization, weights, cache, int(self.about["work"]), chosen))
        return found


def read(path: Path) -> Preset:
    """Read one file of the catalogue."""
    text = path.read_text()
    about = dict(re.findall(r"^# (\w+): (.+)$", text, re.MULTILINE))
    return Preset(path.stem, env_file.parse(text), about)


def presets() -> list[Preset]:
    """Return every preset, the bundled model first, then by size."""
    found = map(read, FOLDER.glob("*.env"))
    return sorted(found, key=lambda preset: (min(choice.weights for choice in preset.choices), preset.name))


def matching(settings: Mapping[str, str], engine: str) -> Choice | None:
    """Return the choice that matches the settings. It has the weights' size before they are fetched.

    Args:
        settings: of env/student.env.
        engine: the chosen one.
    """
    names = {"llamacpp": ["LLAMACPP_MODEL", "GGUF_REPO"], "tgi": ["MODEL_DIR", "MODEL_REPO", "TGI_QUANTIZE"]}
    compared = names.get(engine, ["MODEL_DIR", "MODEL_REPO", "VLLM_QUANTIZATION"])
    for preset in presets():
        for choice in preset.choices:
            if choice.engine == engine and all(choice.settings[name] == settings.get(name) for name in compared):
                return choice
    return None


def find(name: str) -> Preset:
    """Return the preset of that name.

    Raises:
        Failure: there is none.
    """
    found = {preset.name: preset for preset in presets()}
    if name not in found:
        what = f"{name!r} is not in the catalogue" if name else "MODEL is missing"
        raise Failure(what, f"make use MODEL=<{' or '.join(found)}>")
    return found[name]
