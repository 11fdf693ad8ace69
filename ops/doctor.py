"""``make doctor``: will the chosen engine and model run on this host? Looks before the start, and changes nothing."""

from __future__ import annotations

import argparse
import os
import re
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops import model_memory, preflight
from ops.check import Check, as_json, failures
from ops.console import ROOT, Failure, capture, guard, say

GIB = 2**30
MIB = 2**20
# CUDA's context, activations and graphs. A round figure: the engine's log has its own once it has loaded.
RESERVE = 1 * GIB
# NVIDIA's table of minor version compatibility: CUDA 12.x wants driver 525, CUDA 13.x driver 580.
DRIVER_CUDA_12, DRIVER_CUDA_13 = 525, 580
BFLOAT16_CAPABILITY = 8.0  # older GPUs have no bfloat16, and vLLM refuses it there
QUERY = "memory.total,memory.free,driver_version,compute_cap,name"
GPU_IDS_OVERLAY = "compose/gpu-ids.yaml"
TOKEN_STEP = 256  # a suggested context is a round number of tokens
UNITS = {"k": 2**10, "m": 2**20, "g": 2**30}
CONTEXT = {"vllm": "VLLM_MAX_MODEL_LEN", "tgi": "TGI_MAX_TOTAL_TOKENS", "llamacpp": "LLAMACPP_CTX_SIZE"}


@dataclass(frozen=True)
class Gpu:
    """One GPU as nvidia-smi shows it: memory in bytes, None where the driver does not tell."""

    name: str
    total: int | None
    free: int | None
    driver: str
    capability: float | None


@dataclass(frozen=True)
class Plan:
    """What the settings ask an engine to hold.

    Args:
        model: the model's needs.
        tokens: of one request at its longest; fewer make the engine refuse to start.
        most: tokens of all the requests that may run at once.
        tokens_setting: the setting that ``tokens`` stands in.
        model_setting: the setting that names the model.
    """

    model: model_memory.Model
    tokens: int
    most: int
    tokens_setting: str
    model_setting: str


def gpus() -> list[Gpu]:
    """Return the GPUs that nvidia-smi shows, or none."""
    command = ["nvidia-smi", f"--query-gpu={QUERY}", "--format=csv,noheader,nounits"]
    done = capture(command, timeout=20)
    return [_gpu(line) for line in done.stdout.splitlines() if line.strip()] if done.returncode == 0 else []


def _gpu(line: str) -> Gpu:
    total, free, driver, capability, name = (part.strip() for part in line.split(",", 4))
    return Gpu(
        name,
        int(total) * MIB if total.isdigit() else None,  # [N/A] where GPU and host share their memory
        int(free) * MIB if free.isdigit() else None,
        driver,
        float(capability) if re.fullmatch(r"\d+\.\d+", capability) else None,
    )


def engine_name(settings: Mapping[str, str]) -> str:
    """Return the chosen engine; preflight has seen to it that there is one."""
    return next(name for name in settings["COMPOSE_PROFILES"].split(",") if name in preflight.ENGINES)


def plan(settings: Mapping[str, str]) -> Plan:
    """Read what the chosen engine would hold.

    Raises:
        model_memory.Unreadable: the model's files do not say.
    """
    name = engine_name(settings)
    models = ROOT / "models"
    context = CONTEXT[name]
    tokens = int(settings[context])
    if name == "llamacpp":
        model = model_memory.of_gguf(models / settings["LLAMACPP_MODEL"])
        return Plan(model, tokens, tokens, context, "LLAMACPP_MODEL")
    vllm = name == "vllm"
    model = model_memory.of_folder(models / settings["MODEL_DIR"], settings["VLLM_DTYPE"] if vllm else "auto")
    at_once = int(settings["VLLM_MAX_NUM_SEQS" if vllm else "ENGINE_MAX_REQUESTS"])
    return Plan(model, tokens, tokens * at_once, context, "MODEL_DIR")


def _size(count: float) -> str:
    return f"{count / GIB:.1f} GiB" if count >= GIB / 10 else f"{count / MIB:.1f} MiB"


def fits(name: str, wanted: Plan, room: int, reserve: int, place: str) -> Check:
    """Compare what the settings ask for with the room there is, and show the sum.

    Args:
        name: of the check.
        wanted: what the settings ask for.
        room: bytes.
        reserve: bytes that neither weights nor KV cache may take.
        place: where the room is, for the message.
    """
    model = wanted.model
    least = model.weights + model.token * wanted.tokens + reserve
    spare = f" + {_size(reserve)} for the rest" if reserve else ""
    total = (
        f"weights {_size(model.weights)} + KV cache {_size(model.token * wanted.tokens)} ({wanted.tokens} tokens of "
        f"{model.token / 2**10:.1f} KiB){spare} = {_size(least)} of {place}"
    )
    left = room - model.weights - reserve
    if least > room:
        tokens = left // model.token // TOKEN_STEP * TOKEN_STEP
        if tokens > 0:
            return Check(name, "failed", total, f"set {wanted.tokens_setting}={tokens}, or make low-memory")
        return Check(name, "failed", total, f"set {wanted.model_setting} to a smaller or a quantized model")
    at_once = min(left // model.token, wanted.most) // wanted.tokens
    return Check(name, "ok", f"{total}: room for {at_once} of the longest requests at once")


def driver(found: list[Gpu]) -> Check:
    """Is the GPU's driver new enough for the engines' CUDA?"""
    version = found[0].driver
    major = int(version.split(".")[0]) if version.split(".")[0].isdigit() else 0
    if major < DRIVER_CUDA_12:
        fix = f"install NVIDIA's driver {DRIVER_CUDA_13} or newer"
        return Check("driver", "failed", f"{version} is older than {DRIVER_CUDA_12}, which CUDA 12 wants", fix)
    only = f", good for CUDA 12; images with CUDA 13 want {DRIVER_CUDA_13}" if major < DRIVER_CUDA_13 else ""
    return Check("driver", "ok", f"{version}{only}")


def number_type(settings: Mapping[str, str], found: list[Gpu]) -> Check:
    """Has the GPU the number type that vLLM is told to use?"""
    kind = settings["VLLM_DTYPE"]
    old = [gpu for gpu in found if gpu.capability is not None and gpu.capability < BFLOAT16_CAPABILITY]
    if kind == "bfloat16" and old:
        what = f"{old[0].name} has compute capability {old[0].capability} and no bfloat16"
        return Check("dtype", "failed", what, "set VLLM_DTYPE=float16")
    return Check("dtype", "ok", kind)


def running(name: str) -> bool:
    """Return whether this stack's engine runs: its own use of the GPU is then no obstacle."""
    return bool(capture(["docker", "compose", "ps", "--quiet", name]).stdout.strip())


def video_memory(settings: Mapping[str, str], found: list[Gpu], wanted: Plan) -> Check:
    """Is there room on the GPUs for the weights and the KV cache?"""
    name = engine_name(settings)
    used = reserved(settings, found)
    if name == "vllm":
        used = used[: _parallel(settings["VLLM_EXTRA_ARGS"], "--tensor-parallel-size")]
    total = [gpu.total for gpu in used if gpu.total is not None]
    if len(total) < len(used):
        return Check("VRAM", "n/a", f"{used[0].name} shares the host's memory, nvidia-smi shows no figure")
    share = float(settings["VLLM_GPU_MEMORY_UTILIZATION"]) if name == "vllm" else 1.0
    smallest = min(total)
    for gpu in used:
        free, whole = gpu.free or 0, gpu.total or 0
        if name == "vllm" and free < share * whole and not running(name):
            lower = int(free / whole * 100) / 100
            found_text = f"{_size(free)} of {_size(whole)} are free on {gpu.name}, {_size(share * whole)} are asked for"
            fix = f"end what 'nvidia-smi' shows, or set VLLM_GPU_MEMORY_UTILIZATION={lower:.2f}"
            return Check("VRAM", "failed", found_text, fix)
    room = int(share * smallest) * len(used)  # a model is split evenly, so the smallest GPU decides
    where = f"{_size(room)} on {len(used)} x {used[0].name}" + (f" at {share:g}" if name == "vllm" else "")
    return fits("VRAM", wanted, room, RESERVE * len(used), where)


def reserved(settings: Mapping[str, str], found: list[Gpu]) -> list[Gpu]:
    """Return the GPUs that the settings give the engine; all of them where one is named by its UUID."""
    if GPU_IDS_OVERLAY in settings["COMPOSE_FILE"]:
        number = settings["ENGINE_GPU_ID"]
        return found[int(number) :][:1] or found if number.isdigit() else found
    number = settings["ENGINE_GPUS"]
    return found if number == "all" else found[: int(number)]


def _parallel(arguments: str, flag: str) -> int:
    match = re.search(rf"{flag}[= ]+(\d+)", arguments)
    return int(match[1]) if match else 1


def host_memory(settings: Mapping[str, str], wanted: Plan) -> Check:
    """Without a GPU: is there room for the model in the host's memory, and in what the engine may take of it?"""
    allowed, room = _allowed(settings), room_on_host(settings)
    if running(engine_name(settings)):
        room = allowed  # what it takes is taken already
    by = "ENGINE_MEMORY" if room == allowed else "what this host has free"
    return fits("RAM", wanted, room, 0, f"{_size(room)}, {by}")


def _allowed(settings: Mapping[str, str]) -> int:
    limit = settings["ENGINE_MEMORY"]
    return int(limit[:-1]) * UNITS[limit[-1].lower()]


def room_on_host(settings: Mapping[str, str]) -> int:
    """Return the bytes of the host's memory that the engine may take: what is free, up to ENGINE_MEMORY."""
    fields = dict(line.split(":", 1) for line in Path("/proc/meminfo").read_text().splitlines())
    return min(_allowed(settings), int(fields["MemAvailable"].split()[0]) * 1024)


def clock() -> Check:
    """Is the clock at least as late as the project's last commit? Certificates are void where it is not."""
    last = capture(["git", "log", "-1", "--format=%ct"]).stdout.strip()
    now = time.time()
    today = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(now))
    if last.isdigit() and now < int(last):
        return Check("clock", "failed", f"{today} is before the newest commit", "timedatectl set-ntp true")
    synchronised = capture(["timedatectl", "show", "--property=NTPSynchronized", "--value"]).stdout.strip()
    how = {"yes": ", kept by NTP", "no": ", not kept by NTP: 'timedatectl set-ntp true' would"}.get(synchronised, "")
    return Check("clock", "ok", today + how)


def name(settings: Mapping[str, str]) -> Check:
    """Does the name in the certificate lead to an address?"""
    host = settings["GATEWAY_HOST"]
    if host == "localhost":
        return Check("name", "n/a", "localhost: only this host's own programs use it")
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        fix = f"make a DNS record for {host}, or set GATEWAY_HOST=localhost in env/student.env"
        return Check("name", "failed", f"GATEWAY_HOST {host!r} has no address", fix)
    address = str(found[0][4][0])
    here = "this host" if _ours(address) else "not an address of this host: right only behind a router that forwards"
    return Check("name", "ok", f"{host} is {address}, {here}")


def _ours(address: str) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        try:
            probe.bind((address, 0))
        except OSError:
            return False
    return True


def memory(settings: Mapping[str, str]) -> list[Check]:
    """Return the checks of the model in memory: the GPU's, or the host's where no GPU is used."""
    try:
        wanted = plan(settings)
    except (model_memory.Unreadable, OSError) as error:
        return [Check("model", "n/a", f"its size is not known: {error}")]
    if preflight.CPU_OVERLAY in settings["COMPOSE_FILE"]:
        return [host_memory(settings, wanted)]
    found = gpus()
    checks = [driver(found)]
    if engine_name(settings) == "vllm":
        checks.append(number_type(settings, found))
    return [*checks, video_memory(settings, found, wanted)]


def main(arguments: list[str] | None = None) -> None:
    """Print one line a check.

    Args:
        arguments: of the command; None takes them from the command line.

    Raises:
        Failure: at least one check failed.
    """
    parser = argparse.ArgumentParser(prog="make doctor", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one line of JSON instead of the table")
    wants_json = parser.parse_args(arguments).json
    settings = preflight.host_settings()
    checks = preflight.checks(settings)
    checks += [clock(), name(settings)]
    known = {check.name: check.status for check in checks}
    if known.get("engine") == "ok" and known.get("gpu") != "failed":
        checks += memory(settings)
    say(as_json(checks) if wants_json else "\n".join(check.line() for check in checks))
    if failed := failures(checks):
        raise Failure(f"the host is not ready ({', '.join(failed)})", "see the lines above, then make doctor again")


if __name__ == "__main__":
    os.chdir(ROOT)
    guard(main)
