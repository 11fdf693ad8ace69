"""Checks that driver and GPU support the engines' images. Each figure has its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ops.lib import overlays
from ops.lib.check import Check
from ops.lib.compose import chosen_engine
from ops.lib.gpus import Gpu

# from NVIDIA's table of minor version compatibility: CUDA 12.x requires driver 525, CUDA 13.x driver 580
DRIVER_CUDA_12, DRIVER_CUDA_13 = 525, 580
# The driver that has the whole of each image's CUDA: vLLM 13.0, llama.cpp 12.8, TGI 12.4. With an older one NVIDIA's
# container toolkit refuses the image on a GeForce, unless compose/cuda12.yaml turns that check off.
WHOLE = {"vllm": DRIVER_CUDA_13, "llamacpp": 570, "tgi": 550}
# The least compute capability. vLLM: CUDA 13 dropped Volta and older; TGI: its list starts with the T4;
# llama.cpp: its CUDA 12 image has code for 5.0 (Maxwell).
LEAST = {"vllm": 7.5, "tgi": 7.5, "llamacpp": 5.0}
# llama.cpp's image has machine code for these. For others the driver compiles, if it is as new as the image's CUDA.
COMPILED = (8.6, 8.9, 12.0)
BFLOAT16 = 8.0
TGI_FP8 = 8.0
# vLLM's own list (get_min_capability of each): all of these run from 7.5 on, fp8 and mxfp4 on 7.5 as weights alone.
QUANTIZATIONS = (
    *("awq", "awq_marlin", "gptq", "gptq_marlin", "compressed-tensors", "fp8", "fp8_per_tensor", "fp8_per_block"),
    *("fp8_per_channel", "int8_per_channel_weight_only", "mxfp4", "mxfp8", "modelopt", "modelopt_fp4", "torchao"),
    *("quark", "moe_wna16", "experts_int8", "auto_awq", "auto_gptq", "inc", "humming", "nvfp4_per_token", "online"),
    *("modelopt_mxfp8", "modelopt_mixed", "gpt_oss_mxfp4", "deepseek_v4_fp8", "fbgemm_fp8", "fp_quant"),
)
LEFT = ("bitsandbytes", "gguf")  # were removed from vLLM
NEW_DRIVER = f"install NVIDIA's driver {DRIVER_CUDA_13} or newer"


def major(version: str) -> int:
    """Return the first number of a driver's version; 0 if it has none."""
    first = version.split(".", maxsplit=1)[0]
    return int(first) if first.isdigit() else 0


def needs_overlay(found: Sequence[Gpu]) -> bool:
    """Does the driver run CUDA 12 but not CUDA 13?"""
    return bool(found) and DRIVER_CUDA_12 <= major(found[0].driver) < DRIVER_CUDA_13


def driver(settings: Mapping[str, str], found: Sequence[Gpu]) -> Check:
    """Is the GPU's driver new enough for the engine's CUDA?"""
    version, engine = found[0].driver, chosen_engine(settings)
    number, used = major(version), overlays.CUDA_12 in overlays.used(settings)
    if number < DRIVER_CUDA_12:
        return Check(
            "driver", "failed", f"{version} is older than {DRIVER_CUDA_12}, which CUDA 12 requires", NEW_DRIVER
        )
    add = f"set COMPOSE_FILE={overlays.after_base(settings, overlays.CUDA_12)}"
    if engine == "vllm" and number < WHOLE[engine] and not used:
        what = f"{version}; the pinned image of {engine} requires {WHOLE[engine]}"
        return Check("driver", "failed", what, f"{add}, or {NEW_DRIVER}")
    old = next((gpu for gpu in found if gpu.capability and gpu.capability not in COMPILED), None)
    if engine == "llamacpp" and number < WHOLE[engine] and old:
        what = f"{version} cannot compile llama.cpp's code for {old.name}, which requires {WHOLE[engine]}"
        return Check("driver", "failed", what, NEW_DRIVER)
    how = f", with {overlays.CUDA_12}" if used else ""
    if number < WHOLE[engine] and not used:  # CUDA 12 runs on it, and some container toolkits refuse the image
        how = f", older than the image of {engine}; if Docker refuses it, {add}"
    return Check("driver", "ok", f"{version}{how}")


def capability(settings: Mapping[str, str], found: Sequence[Gpu]) -> Check:
    """Can the engine run on these GPUs, with this quantization and number type?"""
    name, engine = "gpu type", chosen_engine(settings)
    known = [gpu for gpu in found if gpu.capability is not None]
    if engine == "vllm" and (fault := quantization(settings["VLLM_QUANTIZATION"])):
        return Check(name, "failed", fault, "make use MODEL=<a name of 'make models'>, or PROFILE=llamacpp for GGUF")
    if not known:
        return Check(name, "n/a", "nvidia-smi does not report the compute capability")
    oldest = min(known, key=lambda gpu: gpu.capability or 0)
    has, shown = oldest.capability or 0, f"{oldest.name} has compute capability {oldest.capability}"
    if has < LEAST[engine]:
        other = "make up PROFILE=llamacpp" if has >= LEAST["llamacpp"] else f"use the CPU: {overlays.CPU}"
        return Check(name, "failed", f"{shown}, {engine} requires {LEAST[engine]}", other)
    if engine == "vllm" and settings["VLLM_DTYPE"] == "bfloat16" and has < BFLOAT16:
        return Check(name, "failed", f"{shown} and no bfloat16", "set VLLM_DTYPE=float16")
    if engine == "tgi" and settings["TGI_QUANTIZE"] == "fp8" and has < TGI_FP8:
        return Check(
            name, "failed", f"{shown}, TGI's fp8 requires {TGI_FP8}", "make up PROFILE=vllm, or PROFILE=llamacpp"
        )
    return Check(name, "ok", shown)


def quantization(wanted: str) -> str:
    """Return the fault of VLLM_QUANTIZATION, or nothing."""
    if wanted in LEFT:
        return f"VLLM_QUANTIZATION is {wanted}, which vLLM no longer has"
    return "" if not wanted or wanted in QUANTIZATIONS else f"VLLM_QUANTIZATION is {wanted!r}, which vLLM does not know"
