"""``make quantize``: writes a copy of the chosen model with 4-bit weights, and chooses it (docs/models.md)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ops.lib import compose, env_file, gpus, host, model_faults, model_files, network, overlays, version
from ops.lib.console import ROOT, Failure, guard, run, say
from ops.lib.engine_memory import size
from ops.verbs import images

IMAGE = "student-llm/quantize:local"
CONTEXT = ROOT / "images" / "quantize"
CA = "/etc/ssl/certs/ca-certificates.crt"
SUFFIX = "-w4a16"
SPARE = 1.3  # times the weights' size: the host's memory holds the whole model, the GPU one layer at a time


def looked_at(settings: Mapping[str, str]) -> tuple[Path, Path]:
    """Return the folders of the model and of the quantized one.

    Raises:
        Failure: there is no model to quantize, or not enough memory.
    """
    source = ROOT / "models" / settings["MODEL_DIR"]
    target = source.with_name(source.name + SUFFIX)
    shown = source.relative_to(ROOT)
    weights = sum(path.stat().st_size for path in source.glob("*.safetensors"))
    if not weights:
        raise Failure(f"{shown} has no safetensors (MODEL_DIR)", "make up PROFILE=vllm, or make download, fetches them")
    if fault := model_faults.find({**settings, "VLLM_QUANTIZATION": ""}, "vllm", source):
        raise Failure(*fault)
    if "quantization_config" in (source / "config.json").read_text():
        raise Failure(f"{shown} is already quantized", "quantize an unquantized model")
    if target.exists():
        raise Failure(f"{target.relative_to(ROOT)} exists", f"set MODEL_DIR={target.name}, or remove it")
    if (free := host.memory()) < SPARE * weights:
        what = f"{size(free)} of memory is free, and {size(SPARE * weights)} is needed"
        raise Failure(what, "stop other programs, or choose a smaller model")
    return source, target


def build(settings: Mapping[str, str]) -> None:
    """Build the image on vLLM's own.

    Raises:
        Failure: one of the two cannot be pulled or built.
    """
    images.main(["vllm"])
    vllm = compose.services("vllm")["vllm"]["image"]
    labels = {"VERSION": version.version(), "REVISION": version.revision(), "VLLM_IMAGE": vllm}
    options = [
        *(f"--build-arg={name}={value}" for name, value in labels.items()),
        f"--secret=id=ca,src={settings['BUILD_CA_BUNDLE'] or CA}",
    ]
    command = ["docker", "build", f"--tag={IMAGE}", *options, *network.build_arguments(), str(CONTEXT)]
    run(command, what=f"{IMAGE} could not be built", fix="see the lines above, and try again")


def command(settings: Mapping[str, str], source: Path, target: Path) -> list[str]:
    """Return the command of the one-shot container: the models' folder, a GPU if one is used, and no network."""
    used = overlays.used(settings)
    on_gpu = overlays.CPU not in used and bool(gpus.look().gpus)
    which = f"device={settings['ENGINE_GPU_ID']}" if overlays.GPU_IDS in used else "all"
    return [
        *("docker", "run", "--rm", "--init", "--network=none", "--cap-drop=ALL", "--security-opt=no-new-privileges"),
        *(
            "--read-only",
            "--tmpfs=/tmp:exec,mode=1777",
            "--env=HOME=/tmp",
            "--env=USER=engine",
            "--env=HF_HUB_OFFLINE=1",
        ),
        *(f"--user={settings['STACK_USER']}", f"--volume={ROOT / 'models'}:/models:z"),
        *([f"--gpus={which}"] if on_gpu else []),
        *(IMAGE, *(f"/models/{folder.relative_to(ROOT / 'models')}" for folder in (source, target))),
        *([samples] if (samples := os.environ.get("SAMPLES", "")) else []),
    ]


def main() -> None:
    """Quantize the model that MODEL_DIR names.

    Raises:
        Failure: this host cannot quantize it.
    """
    settings = env_file.read()
    source, target = looked_at(settings)
    if compose.running_engine():
        raise Failure("the engine runs and holds the memory", "make down, then make quantize")
    build(settings)
    say(f"   quantizing {source.relative_to(ROOT)} to 4 bits, calibrated on this project's problems")
    run(command(settings, source, target), what="the model could not be quantized", fix="see the lines above")
    changed = {"MODEL_DIR": str(target.relative_to(ROOT / "models")), "VLLM_QUANTIZATION": "", "MODEL_REPO": ""}
    env_file.update(changed)
    model_files.choose_download(bool(settings["GGUF_REPO"]) and compose.chosen_engine(settings) == "llamacpp")
    for name, value in changed.items():
        say(f"   {name}: {settings[name]} -> {value}")
    say("   'make doctor PROFILE=vllm' checks it, 'make up PROFILE=vllm' starts it")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
