"""What the operator sees, and how commands are run: shared by every file of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


class Failure(Exception):
    """Something the operator must mend.

    Args:
        what: what happened and where, with the value found and the value expected.
        fix: what to type.
    """

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(f"ERROR {what}. Fix: {fix}")


def say(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)


def step(title: str) -> None:
    """Print the heading of a stage of work."""
    say(f"\n== {title}")


def capture(
    command: Sequence[str], *, timeout: float = 60, env: Mapping[str, str] | None = None, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run a command and return its exit code and output, whatever they are.

    Args:
        command: program and arguments.
        timeout: seconds after which the command is ended; the exit code is then 124.
        env: environment; None for this process's own.
        cwd: folder to run in.

    Returns:
        The finished process. A program that is not there has exit code 127.
    """
    try:
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=timeout, env=env, check=False)
    except FileNotFoundError:
        return subprocess.CompletedProcess(command, 127, "", f"{command[0]}: not found")
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 124, "", f"no answer within {timeout:g} s")


def run(command: Sequence[str], *, what: str, fix: str, env: Mapping[str, str] | None = None) -> None:
    """Run a command with its output on the screen.

    Args:
        command: program and arguments.
        what: what failed, should it fail.
        fix: what to type then.
        env: environment; None for this process's own.

    Raises:
        Failure: the program is not there or ends with another exit code than 0.
    """
    try:
        code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    except FileNotFoundError:
        raise Failure(f"{command[0]} is not installed ({what})", fix) from None
    if code:
        raise Failure(f"{what} (exit code {code})", fix)


def guard(main: Callable[[], int | None]) -> None:
    """Run a file's ``main`` and leave with its exit code: one line for a failure, never a traceback."""
    try:
        code = main() or 0
    except Failure as failure:
        print(failure, file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        print("\nstopped by Ctrl-C; run the same command to go on", file=sys.stderr)
        code = 130
    except OSError as error:
        if os.environ.get("DEBUG"):
            raise
        fix = "free disk space and run the command again" if error.errno == 28 else "see the path above, then run again"
        print(f"ERROR {error.strerror or error} ({error.filename or 'no file'}). Fix: {fix}", file=sys.stderr)
        code = 1
    sys.exit(code)
