"""Fetches the client's packages as wheels, for hosts without access to a Python package index."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ops.lib import venv
from ops.lib.console import ROOT, Failure, capture, say

PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
GLIBC_MINORS = range(
    5, 35
)  # includes older glibc 2.x, whose wheels run on newer ones; 2.34: Debian 12, Ubuntu 22.04, RHEL 9
MACHINES = {"amd64": "x86_64", "arm64": "aarch64"}  # Docker's name, and Python's
CLAUSE = re.compile(r"(\w+) (==|!=|<=|>=|<|>) '([^']*)'")
COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def requirements(lock: str, python: str) -> list[str]:
    """Return the lines of a lock file that apply on Linux, each with its hashes and without its condition.

    Args:
        lock: text of the file.
        python: version, such as "3.12".

    Raises:
        Failure: a condition has an unknown syntax.
    """
    text = re.sub(r"^ *#.*\n", "", lock, flags=re.MULTILINE).replace("\\\n", " ")
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        head, _, hashes = line.partition("--hash")
        name, _, condition = head.partition(";")
        if all(_holds(clause.strip(), python) for clause in condition.split(" and ") if clause.strip()):
            found.append(f"{name.strip()} --hash{hashes}")
    return found


def _holds(clause: str, python: str) -> bool:
    known = {"python_full_version": _number(python), "python_version": _number(python), "sys_platform": "linux"}
    match = CLAUSE.fullmatch(clause)
    if not match or match[1] not in known:
        raise Failure(f"a lock file has the condition {clause!r}", "add it to ops/lib/wheels.py")
    wanted = _number(match[3]) if match[1].startswith("python") else match[3]
    return COMPARISONS[match[2]](known[match[1]], wanted)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def download(lock: Path, into: Path, machine: str, pythons: Sequence[str] = PYTHONS) -> list[Path]:
    """Fetch what a lock file names, checked by hash, for Linux hosts with glibc.

    Args:
        lock: the file.
        into: folder for the wheels; made if it is missing.
        machine: Docker's name for the hosts' processor, such as "amd64".
        pythons: versions of Python on these hosts.

    Returns:
        The wheels.

    Raises:
        Failure: the index cannot be reached, or has no wheel for such a host.
    """
    into.mkdir(parents=True, exist_ok=True)
    word = MACHINES.get(machine, machine)
    tags = [f"manylinux_2_{minor}_{word}" for minor in GLIBC_MINORS] + [f"manylinux2014_{word}"]
    for python in pythons:
        wanted = into / "requirements.txt"
        wanted.write_text("\n".join(requirements(lock.read_text(), python)) + "\n")
        say(f"   fetching the client's packages for Python {python}")
        command = [*venv.pip(venv.VENV), "--disable-pip-version-check", "download", "--quiet", "--no-deps"]
        command += ["--require-hashes", "--only-binary=:all:", "--implementation=cp", f"--python-version={python}"]
        command += [f"--abi={abi}" for abi in (f"cp{python.replace('.', '')}", "abi3", "none")]
        command += [f"--platform={tag}" for tag in tags]
        done = capture([*command, f"--dest={into}", f"--requirement={wanted}"], timeout=600)
        wanted.unlink()
        if done.returncode:
            what = f"pip could not fetch {lock.relative_to(ROOT)} for Python {python}: {done.stderr.strip()[-300:]}"
            raise Failure(what, "check that the host reaches a Python package index ('pip config list')")
    return sorted(into.glob("*.whl"))
