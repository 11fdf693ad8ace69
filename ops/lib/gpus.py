"""Reads this host's GPUs from nvidia-smi: memory, driver, compute capability, slices. Changes nothing."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from ops.lib import host
from ops.lib.console import capture

MIB = 2**20
FIELDS = ("memory.total", "memory.free", "driver_version", "compute_cap", "mig.mode.current", "uuid", "name")
OPTIONAL = ("compute_cap", "mig.mode.current")  # are unknown to an older nvidia-smi
UNKNOWN_FIELD = re.compile(r'Field "([\w.]+)" is not a valid field')
SLICE = re.compile(r"^\s+MIG (\S+)\s+Device\s+(\d+): \(UUID: (MIG-[^)]+)\)")
OF_GPU = re.compile(r"^GPU (\d+): ")
SECONDS = 20
NOT_THERE = 127
MISMATCH = ("version mismatch", "driver version is insufficient")


@dataclass(frozen=True)
class Gpu:
    """One GPU, or one slice of a GPU that MIG divides.

    Args:
        name: the driver's.
        total: bytes of its memory; of the host's if the two share it.
        free: bytes that no program holds.
        driver: its version.
        capability: compute capability; None if nvidia-smi does not report it.
        place: its name in compose/gpu-ids.yaml: its number, or a slice's UUID.
        uuid: of the GPU or the slice.
        shared: is its memory the host's?
        divided: by MIG: a slice, or a GPU that has none yet.
        usable: can an engine run on it? False for a divided GPU without slices.
    """

    name: str
    total: int
    free: int
    driver: str
    capability: float | None
    place: str = "0"
    uuid: str = ""
    shared: bool = False
    divided: bool = False
    usable: bool = True


@dataclass(frozen=True)
class Look:
    """The GPUs in nvidia-smi's order, or its message if it is installed and shows none."""

    gpus: tuple[Gpu, ...] = ()
    words: str = ""

    @property
    def fix(self) -> str:
        """Return the fix for an nvidia-smi that fails."""
        if any(sign in self.words.lower() for sign in MISMATCH):
            return "restart the host: the driver was updated while it was loaded"
        return "install or load NVIDIA's driver (docs/gpu-host.md), and restart the host"


def look() -> Look:
    """Run nvidia-smi; a host without it has no GPU."""
    fields = list(FIELDS)
    while True:
        command = ["nvidia-smi", f"--query-gpu={','.join(fields)}", "--format=csv,noheader,nounits"]
        done = capture(command, timeout=SECONDS)
        unknown = UNKNOWN_FIELD.search(done.stdout + done.stderr)
        if not unknown or unknown[1] not in OPTIONAL or unknown[1] not in fields:
            break
        fields.remove(unknown[1])
    if done.returncode == NOT_THERE:
        return Look()
    rows = [line for line in done.stdout.splitlines() if line.count(",") >= len(fields) - 1]
    if done.returncode or not rows:
        return Look(words=_words(done))
    found = [
        _gpu(dict(zip(fields, line.split(",", len(fields) - 1), strict=True)), rank) for rank, line in enumerate(rows)
    ]
    return Look(tuple(_with_slices(found) if any(gpu.divided for gpu in found) else found))


def _words(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line.strip() for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    return lines[0] if lines else f"no message, exit code {done.returncode}"


def _gpu(row: dict[str, str], number: int) -> Gpu:
    row = {field: value.strip() for field, value in row.items()}
    total, free, capability = row["memory.total"], row["memory.free"], row.get("compute_cap", "")
    divided = row.get("mig.mode.current") == "Enabled"
    shared = not total.isdigit() and not divided  # handles [N/A]: GPU and host share their memory
    size = host.all_memory() if shared else int(total) * MIB if total.isdigit() else 0
    return Gpu(
        row["name"],
        size,
        host.memory() if shared else int(free) * MIB if free.isdigit() else size,
        row["driver_version"],
        float(capability) if re.fullmatch(r"\d+\.\d+", capability) else None,
        str(number),
        row["uuid"],
        shared=shared,
        divided=divided,
        usable=not divided,
    )


def _with_slices(found: list[Gpu]) -> list[Gpu]:
    """Return the GPUs; those that MIG divides are replaced by their slices, if they have any."""
    listing = capture(["nvidia-smi", "-L"], timeout=SECONDS).stdout
    memory = _memory_of_slices(capture(["nvidia-smi", "-q", "-x"], timeout=SECONDS).stdout)
    slices: dict[int, list[Gpu]] = {}
    number = 0
    for line in listing.splitlines():
        if gpu := OF_GPU.match(line):
            number = int(gpu[1])
        elif (one := SLICE.match(line)) and (number, int(one[2])) in memory and number < len(found):
            of, (total, free) = found[number], memory[number, int(one[2])]
            name = f"{of.name} MIG {one[1]}"
            slices.setdefault(number, []).append(
                replace(of, name=name, total=total, free=free, place=one[3], uuid=one[3], usable=True)
            )
    return [each for rank, gpu in enumerate(found) for each in slices.get(rank, [gpu])]


def _memory_of_slices(text: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Return total and free bytes by the numbers of GPU and slice; unreadable ones are left out."""
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - the driver's own program wrote it
    except ElementTree.ParseError:
        return {}
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for rank, gpu in enumerate(root.iter("gpu")):
        for one in gpu.iter("mig_device"):
            index = one.findtext("index", "")
            sizes = [one.findtext(f"fb_memory_usage/{name}", "").removesuffix(" MiB") for name in ("total", "free")]
            if index.isdigit() and all(size.isdigit() for size in sizes):
                found[rank, int(index)] = (int(sizes[0]) * MIB, int(sizes[1]) * MIB)
    return found
