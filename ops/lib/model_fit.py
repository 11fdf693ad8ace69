"""Decides which ways of serving a model fit this host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ops.lib import cuda, engine_memory, gpu_memory, gpus, overlays
from ops.lib.catalogue import Choice, Preset
from ops.lib.check import Check


def judged(choice: Choice, settings: Mapping[str, str], found: Sequence[gpus.Gpu], *, running: bool = False) -> Check:
    """Say whether this host can serve a model in this way, with the settings' context, and show the sum.

    Args:
        choice: engine and quantization.
        settings: of env/student.env, with the context and the share of the GPU.
        found: the GPUs of this host; none if the CPU is used.
        running: does an engine of this stack run, so that its memory becomes free?
    """
    settings = {**settings, **choice.settings}
    wanted = engine_memory.of_choice(settings, choice)
    if found:
        helped = {**settings, "COMPOSE_FILE": f"compose.yaml:{overlays.CUDA_12}"}  # which a setting can always do
        for check in (cuda.capability(settings, found), cuda.driver(helped, found)):
            if check.status == "failed":
                return check
        return gpu_memory.judge(settings, wanted, found, running=running)
    if choice.engine == "tgi" or (choice.engine == "vllm" and choice.quantization != "none"):
        # refuses TGI, which has no image for the CPU, and quantized models in vLLM, which never loaded there in a trial
        return Check("engine", "failed", f"{choice} requires a GPU", "PROFILE=llamacpp")
    return engine_memory.on_host(settings, wanted, running=running)


def suited(
    choice: Choice, settings: Mapping[str, str], found: Sequence[gpus.Gpu], *, running: bool = False
) -> tuple[Choice, Check]:
    """Judge a choice; if it does not fit, and would with vLLM's batch smaller, return that one."""
    check = judged(choice, settings, found, running=running)
    if check.status == "failed" and check.fix.startswith(f"set {engine_memory.BATCH}="):
        small = replace(choice, settings={**choice.settings, engine_memory.BATCH: str(engine_memory.SMALL_BATCH)})
        return small, judged(small, settings, found, running=running)
    return choice, check


def fitting(
    preset: Preset, settings: Mapping[str, str], found: Sequence[gpus.Gpu], *, running: bool = False
) -> list[Choice]:
    """Return the ways in which this host can serve a model."""
    ways = [suited(choice, settings, found, running=running) for choice in preset.choices]
    return [choice for choice, check in ways if check.status == "ok"]
