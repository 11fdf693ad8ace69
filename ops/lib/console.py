"""Prints for the operator and runs commands, for every file of ops/."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
STATE = ROOT / "state"
ABSENT = (FileNotFoundError, PermissionError)
"""What a program that is not installed raises: the second, if a folder of PATH is closed to this user."""


class Failure(Exception):
    """A fault that the operator must fix.

    Args:
        what: what happened and where, with the value found and the value expected.
        fix: the command to type.
    """

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(f"ERROR {what}. Fix: {fix}")
        self.what, self.fix = what, fix


def say(text: str) -> None:
    """Print one line without buffering."""
    print(text, flush=True)


def step(title: str) -> None:
    """Print the heading of a stage of work."""
    say(f"\n== {title}")


def capture(
    command: Sequence[str],
    *,
    timeout: float = 60,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    given: str | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a command and return its exit code and output, even if it fails.

    Args:
        command: program and arguments.
        timeout: seconds after which the command is ended; the exit code is then 124.
        env: environment; None for this process's own.
        cwd: folder to run in.
        given: its input; None for this process's own input.

    Returns:
        The finished process. A program that is not installed has exit code 127.
    """
    try:
        return subprocess.run(
            command,
            cwd=cwd,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            env=env,
            check=False,
            input=given,
        )
    except ABSENT:
        return subprocess.CompletedProcess(command, 127, "", f"{command[0]}: not found")
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", f"no answer within {timeout:g} s")


def run(command: Sequence[str], *, what: str, fix: str, env: Mapping[str, str] | None = None) -> None:
    """Run a command with its output on the screen.

    Args:
        command: program and arguments.
        what: description of a failure.
        fix: the command to type then.
        env: environment; None for this process's own.

    Raises:
        Failure: the program is not installed, or its exit code is not 0.
    """
    try:
        code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    except ABSENT:
        raise Failure(f"{command[0]} is not installed ({what})", fix) from None
    if code:
        raise Failure(f"{what} (exit code {code})", fix)


def follow(command: Sequence[str], *, lines: int = 200) -> tuple[int, str]:
    """Run a command with its output on the screen, line by line, and return the end of it.

    Args:
        command: program and arguments.
        lines: how many of the last lines are kept.

    Returns:
        The exit code, 127 if the program is not installed, and the last lines.
    """
    last: deque[str] = deque(maxlen=lines)
    try:
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as ran:
            for line in ran.stdout or ():
                say(line.rstrip("\n"))
                last.append(line)
    except ABSENT:
        return 127, f"{command[0]}: not found"
    return ran.returncode, "".join(last)


def guard(main: Callable[[], int | None]) -> None:
    """Run a file's ``main`` and exit with its code; print a failure as one line, without a traceback."""
    try:
        code = main() or 0
    except Failure as failure:
        print(failure, file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        print("\nstopped by Ctrl-C; run the same command to continue", file=sys.stderr)
        code = 130
    except OSError as error:
        if os.environ.get("DEBUG"):
            raise
        full = error.errno == 28
        fix = "free disk space and run the command again" if full else "see the path above, then run it again"
        print(f"ERROR {error.strerror or error} ({error.filename or 'no file'}). Fix: {fix}", file=sys.stderr)
        code = 1
    sys.exit(code)
