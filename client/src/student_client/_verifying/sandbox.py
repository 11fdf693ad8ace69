"""The verifier's child process: what runs in it (:func:`main`) and the parent's handle on it (:class:`Worker`).

One JSON line in is a problem and a plan; one JSON line out is the verdict. The child has an empty
environment, a session of its own, and limits on processor time, memory and files (no byte written).
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import select
import signal
import subprocess
import sys
import time
import weakref
from dataclasses import asdict, dataclass
from typing import Any, BinaryIO

from .._plan import Plan
from .._problem import Problem
from .._verdict import Verdict

START_SECONDS = 60.0
"""Longest start of a child: SymPy's import takes half a second, and far longer on a cold disk."""
MAX_RESULT = 20_000
"""Longest result in characters that is passed on."""


class WorkerLost(Exception):
    """The child died or was ended; one line says why."""


@dataclass(frozen=True)
class Limits:
    """What one verdict may use."""

    wall_seconds: float
    cpu_seconds: int
    memory_mb: int


class Worker:
    """A child process, started when first used and again after it was lost. One thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[Any, Any] | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        return self._process.pid if self._process else None

    def judge(self, problem: Problem, plan: Plan) -> Verdict:
        """Have the child judge the plan.

        Raises:
            WorkerLost: it took too long or died; the next call starts another.
        """
        if self._process and self._process.poll() is not None:
            self.close()  # it died between two plans; this one is not to blame
        process = self._process or self._start()
        request = {"problem": vars(problem), "plan": plan.to_json()}
        reply = self._exchange(process, request, self._limits.wall_seconds)
        if reply.pop("last", False):
            self.close()
        return Verdict(**reply)

    def close(self) -> None:
        """End the child, if there is one."""
        if self._end:
            self._end()
        self._process = self._end = None

    def _start(self) -> subprocess.Popen[bytes]:
        # The search path is handed over because the child has none of the caller's environment.
        path = os.pathsep.join(os.path.abspath(entry or os.curdir) for entry in sys.path)
        process = subprocess.Popen(
            [sys.executable, "-B", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PYTHONPATH": path, "PYTHONHASHSEED": "0"},
            start_new_session=True,
        )
        self._process = process
        self._end = weakref.finalize(self, _kill, process)
        self._exchange(process, asdict(self._limits), START_SECONDS)
        return process

    def _exchange(self, process: subprocess.Popen[bytes], request: Any, seconds: float) -> Any:
        assert process.stdin is not None  # noqa: S101 - both are pipes; this tells mypy
        assert process.stdout is not None  # noqa: S101
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = _read_line(process.stdout, time.monotonic() + seconds)
        except (BrokenPipeError, EOFError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(1)  # for the reason of its end, which the kernel may tell a little later
            self.close()
            raise WorkerLost(f"the verifier's process ended: {_cause(process)}") from None
        except TimeoutError:
            self.close()
            raise WorkerLost(f"no verdict within {seconds:g} s") from None
        except BaseException:
            self.close()  # a reply that comes after an interrupt would be taken for the next plan's
            raise
        return json.loads(line)


def _read_line(stream: Any, deadline: float) -> bytes:
    """Read up to the line's end; nothing else is ever sent after it."""
    parts: list[bytes] = []
    ready = select.poll()
    ready.register(stream, select.POLLIN)
    while not parts or not parts[-1].endswith(b"\n"):
        if not ready.poll(max(0.0, deadline - time.monotonic()) * 1000):
            raise TimeoutError
        part = os.read(stream.fileno(), 65536)
        if not part:
            raise EOFError
        parts.append(part)
    return b"".join(parts)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child's whole process group and collect it."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(BrokenPipeError):
                stream.close()


def _cause(process: subprocess.Popen[bytes]) -> str:
    code = process.returncode
    if code == -signal.SIGXCPU:
        return "it used up its processor time"
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def main() -> None:
    """Answer requests until the parent closes the pipe."""
    requests, replies = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a stray print must not reach the protocol
    limits = Limits(**json.loads(requests.readline()))
    _limit(limits)
    from .judge import judge  # noqa: PLC0415 - SymPy is imported under the limits

    judge(*_WARM_UP)
    _send(replies, {})
    for line in requests:
        _allow_processor_time(limits.cpu_seconds)
        request = json.loads(line)
        try:
            verdict = judge(Problem(**request["problem"]), Plan.parse(request["plan"]))
        except MemoryError:
            _send(
                replies, {"status": "undecided", "reason": f"more than {limits.memory_mb} MB are needed", "last": True}
            )
            return
        if verdict.result is not None and len(verdict.result) > MAX_RESULT:
            verdict = Verdict("undecided", f"the result has {len(verdict.result)} characters")
        _send(replies, asdict(verdict))


_WARM_UP = (
    Problem("integrate", r"\int x^2 \sin x\,dx", ["x"]),
    Plan.parse(
        '{"steps":[{"type":"tool","tool":"integrate","args":{"expr":"x**2*sin(x)","var":"x"}},'
        '{"type":"final","payload":{"result":"R1"}}]}'
    ),
)
"""Judged once at the start, because the first integral loads half of SymPy."""


def _send(replies: BinaryIO, reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply).encode() + b"\n")
    replies.flush()


def _limit(limits: Limits) -> None:
    import resource  # noqa: PLC0415 - not on Windows, where the parent may still be imported

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_mb << 20, limits.memory_mb << 20))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow_processor_time(seconds: int) -> None:
    """Let the process run that much longer; the kernel ends it beyond."""
    import resource  # noqa: PLC0415 - as above

    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
