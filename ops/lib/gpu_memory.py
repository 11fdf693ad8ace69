"""Checks that the model fits the engine's GPUs, on each kind of host."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ops.lib import engine_memory, overlays
from ops.lib.check import Check
from ops.lib.compose import chosen_engine
from ops.lib.engine_memory import Plan, fits, size
from ops.lib.gpus import Gpu

NAME = "VRAM"
SHARDS = {
    "vllm": ("VLLM_EXTRA_ARGS", r"(?:^|\s)(?:--tensor-parallel-size|-tp)[= ]+(\d+)"),
    "tgi": ("TGI_EXTRA_ARGS", r"(?:^|\s)--num-shard[= ]+(\d+)"),
}
DIVIDE = "sudo nvidia-smi mig -cgi <profile> -C makes slices, sudo nvidia-smi -mig 0 ends the division"


def given(settings: Mapping[str, str], found: Sequence[Gpu]) -> list[Gpu]:
    """Return the engine's GPUs by the settings."""
    if overlays.GPU_IDS in overlays.used(settings):
        return [gpu for gpu in found if settings["ENGINE_GPU_ID"] in (gpu.place, gpu.uuid)]
    number = settings["ENGINE_GPUS"]
    return list(found) if number == "all" else list(found[: int(number)])


def shards(settings: Mapping[str, str]) -> int:
    """Return the number of GPUs over which the settings spread the model; 0 for all of them, as in llama.cpp."""
    engine = chosen_engine(settings)
    if engine not in SHARDS:
        return 0
    name, pattern = SHARDS[engine]
    match = re.search(pattern, settings[name])
    return max(1, int(match[1])) if match else 1


def judge(settings: Mapping[str, str], wanted: Plan, found: Sequence[Gpu], *, running: bool = False) -> Check:
    """Do the weights and the KV cache fit the GPUs?

    Args:
        settings: of env/student.env.
        wanted: their demand.
        found: the host's GPUs.
        running: does the engine run, so that its memory is not free?
    """
    usable = [gpu for gpu in given(settings, found) if gpu.usable]
    count = shards(settings) or len([gpu for gpu in usable if not gpu.divided]) or 1
    if fault := _misplaced(settings, found, usable, count):
        return fault
    by_size = sorted(usable, key=lambda gpu: gpu.total)
    # the engine may use any of them: CUDA puts the fastest first, unlike nvidia-smi
    worst, best = by_size[:count], by_size[-count:]
    check = _sum(settings, wanted, worst, running)
    if check.status == "ok" or worst == best or count > 1:
        return check
    if _sum(settings, wanted, best, running).status == "ok":
        compose_file = overlays.added(settings, overlays.GPU_IDS)
        fix = f"set ENGINE_GPU_ID={best[0].place} and COMPOSE_FILE={compose_file}, for the {best[0].name}"
        return Check(NAME, "failed", f"{check.found}, which the engine may choose", fix)
    return check


def _misplaced(settings: Mapping[str, str], found: Sequence[Gpu], usable: Sequence[Gpu], count: int) -> Check | None:
    """Return the fault of the engine's GPUs for any model."""
    if not given(settings, found):
        names = " or ".join(gpu.place for gpu in found)
        return Check(
            NAME, "failed", f"ENGINE_GPU_ID is {settings['ENGINE_GPU_ID']}, not a GPU here", f"set it to {names}"
        )
    if not usable:
        return Check(NAME, "failed", f"{found[0].name} is divided by MIG and has no slice", DIVIDE)
    if count > len(usable):
        what = f"the model is to be spread over {count} GPUs, and the engine has {len(usable)}"
        return Check(NAME, "failed", what, f"spread it over {len(usable)}, or set ENGINE_GPUS=all")
    if count > 1 and any(gpu.divided for gpu in usable):
        return Check(NAME, "failed", f"{usable[0].name}: slices of MIG cannot be joined", "use one, without spreading")
    return None


def _sum(settings: Mapping[str, str], wanted: Plan, used: Sequence[Gpu], running: bool) -> Check:
    engine = chosen_engine(settings)
    share = float(settings["VLLM_GPU_MEMORY_UTILIZATION"]) if engine == "vllm" else 1.0
    reserve = wanted.rest * len(used)
    if engine == "vllm" and not running:
        for gpu in used:
            if gpu.free < share * gpu.total:
                return _busy(wanted, gpu, share, reserve, len(used))
    free = [gpu.total if running else gpu.free for gpu in used]
    if engine == "vllm":
        room = int(share * min(gpu.total for gpu in used)) * len(used)
    elif engine == "tgi":
        room = min(free) * len(used)  # split evenly, so the fullest GPU decides
    else:
        room = sum(free)  # split by what is free on each
    names = " and ".join(dict.fromkeys(gpu.name for gpu in used))
    many = f"{len(used)} x {names}" if len(used) == 1 or len({gpu.name for gpu in used}) == 1 else names
    kind = ", of the host's memory" if used[0].shared else ""
    check = fits(NAME, wanted, room, reserve, f"{size(room)} on {many}{kind}" + (f" at {share:g}" if share < 1 else ""))
    if check.status == "failed" and engine == "llamacpp":
        return Check(NAME, "failed", f"{check.found}: the rest would stay on the CPU, slowly", check.fix)
    return check


def _busy(wanted: Plan, gpu: Gpu, share: float, reserve: int, count: int) -> Check:
    """Report that other programs use the memory of vLLM's share, and whether a smaller share is enough."""
    lower = int(gpu.free / gpu.total * 100) / 100 if gpu.total else 0.0
    found = f"{size(gpu.free)} of {size(gpu.total)} is free on {gpu.name}, {size(share * gpu.total)} is required"
    others = "stop programs" if gpu.shared else "end the programs that 'nvidia-smi' shows"
    if engine_memory.needed(wanted, reserve) <= int(lower * gpu.total) * count:
        return Check(NAME, "failed", found, f"{others}, or set VLLM_GPU_MEMORY_UTILIZATION={lower:.2f}")
    need = f"; {size(engine_memory.needed(wanted, reserve))} is needed"
    return Check(NAME, "failed", found + need, f"{others}, or {engine_memory.NO_ROOM}")
