"""The parent's handle for a verifier's child process: starts it without waiting, asks it, and ends it.

The child has an empty environment, a session of its own, and limits; :mod:`.child` is what runs in it.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import time
import weakref
from collections.abc import Callable
from typing import Any

from .child import Limits, plain

START_SECONDS = 60.0
"""Longest start of a child: half a second is usual, but far more if SymPy is read from a cold disk."""
LOOK_SECONDS = 0.1
"""How often a thread that waits for a child checks whether the verifier was closed."""
PROGRAM = f"""\
import gc, sys
gc.disable()
sys.path[:] = sys.argv[2:]
from {Limits.__module__} import main
main()
"""
"""The child's program: without the garbage collector its imports take a tenth less time."""


class WorkerLost(Exception):
    """The child died or was ended; one line gives the reason."""


class Child:
    """A child process. One thread at a time.

    Args:
        limits: its limits.

    Raises:
        WorkerLost: no process can be started.
    """

    def __init__(self, limits: Limits) -> None:
        # Hand over the search path, because the child has none of the caller's environment.
        path = [os.path.abspath(entry or os.curdir) for entry in sys.path]
        try:
            self._process = subprocess.Popen(
                [_interpreter(), *_bytecode(), "-c", PROGRAM, json.dumps(plain(limits)), *path],
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                # Make runs repeatable, and load no plug-ins.
                env={"PYTHONHASHSEED": "0", "SYMPY_GROUND_TYPES": "flint", "PYDANTIC_DISABLE_PLUGINS": "__all__"},
                start_new_session=True,
            )
        except OSError as error:
            raise WorkerLost(f"the verifier's process cannot be started: {error}") from None
        assert self._process.stdin is not None  # noqa: S101 - both are pipes; for mypy
        assert self._process.stdout is not None  # noqa: S101
        self._stdin, self._stdout = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._stdin, False)
        self._readable = _poll_for(self._stdout, select.POLLIN)
        self._started = time.monotonic()
        self._ready = False
        self._finalizer = weakref.finalize(self, _end, self._process, os.getpid())

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    def is_alive(self) -> bool:
        """Return whether the process runs. If its pipe can be read before a request, the process has closed it."""
        return not self._readable.poll(0) if self._ready else self._process.poll() is None

    def is_ready(self) -> bool:
        """Return, without waiting, whether the child has started or has failed to."""
        return self._ready or bool(self._readable.poll(0))

    def wait(self, stopped: Callable[[], bool]) -> None:
        """Wait until the child has started.

        Args:
            stopped: asked now and then; True ends the wait.

        Raises:
            WorkerLost: it could not start.
        """
        if not self._ready:
            reply = self._exchange(b"", self._started + START_SECONDS, stopped, f"no start within {START_SECONDS:g} s")
            if "broken" in reply:
                raise WorkerLost(f"the verifier's process cannot start: {reply['broken']}")
            self._ready = True

    def ask(self, request: bytes, seconds: float, stopped: Callable[[], bool]) -> dict[str, Any]:
        """Send a request to a child that has started, and return its reply.

        Args:
            request: the problem, and the plan or null, as JSON.
            seconds: the longest wait.
            stopped: asked now and then; True ends the wait.

        Returns:
            The reply.

        Raises:
            WorkerLost: there is no reply; the child must be ended.
        """
        return self._exchange(request + b"\n", time.monotonic() + seconds, stopped, f"no verdict within {seconds:g} s")

    def end(self) -> None:
        """End the process and any that it started, and collect it."""
        self._finalizer()

    def leave(self) -> None:
        """Forget the child, in a copy of the process that started it: the child is not the copy's."""
        self._finalizer.detach()
        self._process.returncode = 0  # prevents the copy from collecting it
        _close(self._process)

    def _exchange(self, left: bytes, deadline: float, stopped: Callable[[], bool], late: str) -> dict[str, Any]:
        try:
            while left:
                try:
                    left = left[os.write(self._stdin, left) :]  # an empty pipe accepts all of it at once
                except BlockingIOError:  # noqa: PERF203 - the next write depends on this one
                    _await(_poll_for(self._stdin, select.POLLOUT), deadline, stopped)
            line = b""
            while not line.endswith(b"\n"):
                _await(self._readable, deadline, stopped)
                part = os.read(self._stdout, 65536)
                if not part:
                    raise EOFError
                line += part
        except (BrokenPipeError, EOFError):
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(1)  # waits for the reason of its end, which the kernel may report slightly later
            raise WorkerLost(f"the verifier's process ended: {_cause(self._process)}") from None
        except TimeoutError:
            raise WorkerLost(late) from None
        reply: dict[str, Any] = json.loads(line)
        return reply


def _await(ready: select.poll, deadline: float, stopped: Callable[[], bool]) -> None:
    while not ready.poll(max(0.0, min(LOOK_SECONDS, deadline - time.monotonic())) * 1000):
        if stopped():
            raise WorkerLost("the verifier was closed")
        if time.monotonic() >= deadline:
            raise TimeoutError


def _poll_for(pipe: int, event: int) -> select.poll:
    ready = select.poll()
    ready.register(pipe, event)
    return ready


def _interpreter() -> str:
    """Return this Python's path; in a program that embeds Python, such as uWSGI, ``sys.executable`` is that program."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for path in (
        sys.executable,
        os.path.join(sys.prefix, "bin", version),
        os.path.join(sys.base_prefix, "bin", version),
    ):
        if path and os.path.basename(path).startswith(("python", "pypy")) and os.access(path, os.X_OK):
            return path
    return sys.executable


def _bytecode() -> list[str]:
    """Return the options by which the child keeps bytecode where this process does; without them starts are slow."""
    if sys.dont_write_bytecode:
        return ["-B"]
    return [f"-Xpycache_prefix={sys.pycache_prefix}"] if sys.pycache_prefix else []


def _end(process: subprocess.Popen[bytes], parent: int) -> None:
    """End the child's whole process group and collect it, unless this process is a copy of the parent."""
    if os.getpid() != parent:
        return
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    _close(process)


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()


def _cause(process: subprocess.Popen[bytes]) -> str:
    code = process.returncode
    if code == -signal.SIGXCPU:
        return "it used up its processor time"
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
