"""``make use MODEL=…``: writes one preset of env/models into env/student.env, in the variant that fits this host."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from ops.lib import catalogue, compose, env_file, gpus, model_files, model_fit, overlays, readiness
from ops.lib.catalogue import Choice, Preset
from ops.lib.check import Check
from ops.lib.console import ROOT, guard, say
from ops.lib.engine_memory import BATCH, CONTEXT
from ops.verbs import init

# A real model on a CPU: one request has all of it, and the client waits for minutes. A prompt has more than a thousand
# tokens, and a busy host reads 18 of them a second (SmolLM2-135M, one thread on two processors, load 26).
PATIENT = {"LLAMACPP_PARALLEL": "1", "STUDENT_TIMEOUT_SECONDS": "300", "STUDENT_DEADLINE_SECONDS": "600"}


def for_this_host(preset: Preset, settings: Mapping[str, str], found: Sequence[gpus.Gpu]) -> dict[str, str]:
    """Return the settings that make a model usable here: on a CPU a real one is given time, and no other request.

    A value that the operator changed stays. On a CPU the example's values become PATIENT's, otherwise the reverse.
    """
    defaults, small = env_file.defaults(), not preset.settings["MODEL_REPO"]
    before, after = (PATIENT, defaults) if found or small else (defaults, PATIENT)
    return {name: after[name] for name in PATIENT if settings.get(name) == before[name]}


def ways(preset: Preset, settings: Mapping[str, str], found: Sequence[gpus.Gpu]) -> list[tuple[Choice, Check]]:
    """Return one way for each engine to serve a model, with its memory sum: one that fits, else the engine's default.

    The first is the best: the settings' engine if it fits, else llama.cpp, else any that fits.

    Args:
        preset: the model.
        settings: of env/student.env.
        found: the GPUs of this host; none if the CPU is used.
    """
    running, chosen = bool(compose.running_engine()), compose.chosen_engine(settings)
    best: dict[str, tuple[Choice, Check]] = {}
    for each in preset.choices:
        choice, check = model_fit.suited(each, settings, found, running=running)
        if choice.engine not in best or (best[choice.engine][1].status, check.status) == ("failed", "ok"):
            best[choice.engine] = choice, check
    wish = os.environ.get("PROFILE")

    def rank(way: tuple[Choice, Check]) -> tuple[bool, bool, bool, bool]:
        engine = way[0].engine
        return engine != wish, way[1].status != "ok", engine != chosen, engine != "llamacpp"

    return sorted(best.values(), key=rank)


def main() -> None:
    """Apply the preset that MODEL in the environment names, and print each change.

    Raises:
        Failure: there is no such preset, or no env/student.env.
    """
    preset = catalogue.find(os.environ.get("MODEL", ""))
    before = env_file.read()
    found = () if overlays.CPU in overlays.used(before) else gpus.look().gpus
    suited = for_this_host(preset, before, found)
    (choice, check), *others = ways(preset, {**readiness.host_settings(), **suited}, found)
    of_vllm = next(way.settings for way, _ in [(choice, check), *others] if way.engine == "vllm")
    kept = {name: of_vllm[name] for name in ("VLLM_QUANTIZATION", BATCH) if name in of_vllm}
    changed = {**choice.settings, **kept, **suited}
    env_file.update(changed)
    model_files.choose_download(bool(preset.settings["MODEL_REPO"]))
    init.main([])  # makes the files that the download reads
    for name, value in changed.items():
        if before.get(name) != value:
            say(f"   {name}: {before.get(name, '')} -> {value}")
    limit = int(preset.about["context"])
    for engine, name in CONTEXT.items():
        if int(before.get(name, "0")) > limit and engine in {each.engine for each in preset.choices}:
            say(f"   {name}={before[name]} is yours and is kept; this model's maximum is {limit} tokens")
    say(f"   {preset.name}: licence {preset.about['licence']}; gated: {preset.about['gate']}")
    for way, sum_ in [(choice, check), *others]:
        say(
            f"   {way} fits: {sum_.found}"
            if sum_.status == "ok"
            else f"   {way} does not fit: {sum_.found}. Fix: {sum_.fix}"
        )
    if check.status == "failed":
        return
    say("   'make up' fetches the model if it is not here, and starts the engine with it")
    for way, sum_ in others:
        if sum_.status == "ok":
            say(f"   'make up PROFILE={way.engine}' does the same with {way}")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
