"""Hosts with and without a GPU: a fake nvidia-smi with the real one's output."""

from __future__ import annotations

from pathlib import Path

GIB = 1024  # is in MiB, like nvidia-smi's figures


def gpu(
    name: str = "NVIDIA GeForce RTX 3090",
    total: int | str = 24 * GIB,
    free: int | str | None = None,
    driver: str = "580.95.05",
    capability: str = "8.6",
    mig: str = "[N/A]",
) -> str:
    """Return a line as documented: memory in MiB without its unit, [N/A] for missing values."""
    left = free if free is not None else total - 300 if isinstance(total, int) else total
    return f"{total}, {left}, {driver}, {capability}, {mig}, GPU-{name[-4:].strip()}-{total}, {name}"


RTX_3090 = gpu()


def put_nvidia_smi(
    folder: Path, *gpus: str, words: str = "", code: int = 127, unknown: str = "", slices: tuple[int, ...] = ()
) -> Path:
    """Write the program into a folder for PATH.

    Args:
        folder: for the program.
        gpus: the lines of its table; without any it fails, and without ``words`` too it seems not to be installed.
        words: its message then.
        code: its exit code then.
        unknown: a field, compute_cap, that it does not know yet.
        slices: MiB of the first GPU's slices.
    """
    program = folder / "nvidia-smi"
    known = [line.split(", ") for line in gpus]
    lines = [", ".join([*row[:3], *row[4:]] if unknown else row) for row in known]
    refused = f"*{unknown}*) echo 'Field \"{unknown}\" is not a valid field to query.'; exit 2 ;;\n" if unknown else ""
    told = f"-L) {_told(_listing(slices))} ;;\n'-q -x') {_told(_xml(slices))} ;;\n{refused}*) {_told(*lines)} ;;\n"
    program.write_text(
        f'#!/bin/sh\ncase "$*" in\n{told}esac\n' if gpus else f"#!/bin/sh\necho '{words}'\nexit {code}\n"
    )
    program.chmod(0o755)
    return folder


def _told(*lines: str) -> str:
    return "; ".join(f"echo '{line}'" for line in "\n".join(lines).splitlines())


def _listing(slices: tuple[int, ...]) -> str:
    lines = ["GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-5c89852c)"]
    lines += [f"  MIG {size // GIB}g    Device  {rank}: (UUID: MIG-{rank})" for rank, size in enumerate(slices)]
    return "\n".join(lines)


def _xml(slices: tuple[int, ...]) -> str:
    devices = "".join(
        f"<mig_device><index>{rank}</index><fb_memory_usage><total>{size} MiB</total><used>12 MiB</used>"
        f"<free>{size - 12} MiB</free></fb_memory_usage></mig_device>"
        for rank, size in enumerate(slices)
    )
    return (
        f'<?xml version="1.0" ?><nvidia_smi_log><gpu id="0"><mig_devices>{devices}</mig_devices></gpu></nvidia_smi_log>'
    )
