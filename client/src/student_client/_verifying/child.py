"""Runs in the verifier's child process: reads problems and plans, and answers with verdicts.

One JSON line in is a request; one JSON line out is its reply. Before the first request is read, the
child limits its memory and gives up writing files; each request has its own limit on processor time.
"""

from __future__ import annotations

import gc
import json
import math
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any, BinaryIO

from .._plan import Plan
from .._problem import Problem
from .._verdict import Reading, Verdict

PATTERNS = 4096
"""How many compiled patterns this process keeps. The reader has thousands, and Python keeps 512."""
MAX_RESULT = 20_000
"""Longest result in characters that is passed on."""


@dataclass(frozen=True)
class Limits:
    """A child's limits.

    Args:
        wall_seconds: longest elapsed time for one reply.
        cpu_seconds: longest processor time for one reply.
        memory_mb: most memory (address space) of the child.
        replies: the child is replaced after this number of replies, because SymPy's caches make it grow. A start
            costs as much as a few dozen verdicts, so this adds a few per cent.
    """

    wall_seconds: float
    cpu_seconds: int
    memory_mb: int
    replies: int = 1000


def plain(value: Any) -> Any:
    """Return a dataclass, mapping or sequence as JSON-ready data; anything else unchanged.

    >>> plain({"names": ("x", "y")})
    {'names': ['x', 'y']}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value) if field.init}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def main() -> None:
    """Answer requests until the parent closes the pipe. The parent has turned the garbage collector off."""
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # keeps a stray print out of the protocol
    limits = Limits(**json.loads(sys.argv[1]))
    try:
        _warm_up()
    except Exception as error:
        _send(replies, {"broken": f"{type(error).__name__}: {error}"})
        return
    gc.freeze()  # excludes loaded modules, which stay, from collections
    gc.enable()
    _limit(limits)
    wear = Wear(limits)
    _send(replies, {})
    for line in requests:
        _allow_processor_time(limits.cpu_seconds)
        try:
            reply = _answer(json.loads(line))
            reply["end"] = wear.after_reply()
        except MemoryError:
            need = f"more than {limits.memory_mb} MB are needed"
            verdict, reading = Verdict("undecided", need), Reading(None, need)
            reply = {"verdict": plain(verdict), "reading": plain(reading), "end": "now"}
        _send(replies, reply)


def _warm_up() -> None:
    """Load SymPy, and judge one plan, because the first integral loads half of it."""
    setattr(re, "_MAXCACHE", PATTERNS)  # noqa: B010 - the module has no public way
    from .judge import judge  # noqa: PLC0415 - the parent does not need SymPy

    steps = (
        '{"type":"tool","tool":"integrate","args":{"expr":"x**2*sin(x)","var":"x"}}',
        '{"type":"final","payload":{"result":"R1"}}',
    )
    judge(Problem("integrate", r"\int x^2 \sin x\,dx", ["x"]), Plan.parse(f'{{"steps":[{",".join(steps)}]}}'))


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    from . import judge  # noqa: PLC0415 - as above

    problem = Problem(**request["problem"])
    if request["plan"] is None:
        try:
            reading = judge.read(problem)
        except MemoryError:
            raise
        except Exception as error:
            reading = Reading(None, " ".join(f"the verifier failed: {type(error).__name__}: {error}".split()))
        return {"reading": plain(reading)}
    verdict = judge.judge(problem, Plan.parse(request["plan"]))
    if verdict.result is not None and len(verdict.result) > MAX_RESULT:
        verdict = Verdict("undecided", f"the result has {len(verdict.result)} characters")
    return {"verdict": plain(verdict)}


class Wear:
    """Decides when to replace a child: after so many replies, or when it has grown.

    A child may grow by half of the memory that is free at its start, so that each plan finds the other
    half. SymPy's caches are cleared first, because that is often enough.
    """

    def __init__(self, limits: Limits) -> None:
        self._left = limits.replies
        start = resident_mb()
        self._soon = start + (limits.memory_mb - start) / 2
        self._now = start + (limits.memory_mb - start) * 3 / 4

    def after_reply(self) -> str:
        """Return "" to continue, "soon" to be replaced when another child is ready, "now" to end at once."""
        self._left -= 1
        if resident_mb() > self._soon:
            _forget()
        grown = resident_mb()
        if grown > self._now:
            return "now"
        return "soon" if self._left <= 0 or grown > self._soon else ""


def resident_mb() -> float:
    """Return the memory this process has in use; 0 if the system has no /proc, so that only replies count."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / (1 << 20)
    except OSError:
        return 0.0


def _forget() -> None:
    from sympy.core.cache import clear_cache  # type: ignore[import-untyped]  # noqa: PLC0415 - as above

    clear_cache()
    gc.collect()


def _send(replies: BinaryIO, reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")
    replies.flush()


def _limit(limits: Limits) -> None:
    import resource  # noqa: PLC0415 - not on Windows, where the parent may still be imported

    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb << 20, limits.memory_mb << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_processor_time(seconds: int) -> None:
    """Let the process use that much more processor time; then the kernel ends it."""
    import resource  # noqa: PLC0415 - as above

    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))
