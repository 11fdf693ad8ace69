"""The files of a batch: problems in, outcomes out, one JSON object per line, each written whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .._errors import InvalidProblem
from .._operation import OPERATIONS
from .._outcome import Outcome, problem_dict
from .._problem import Problem

SYNC_SECONDS = 1.0
"""How often lines are forced to the disk. A crash of the program loses none, a power cut those of the last second."""
_BEGIN = b'{"id": '
_ARGUMENTS = sorted({name for arguments in OPERATIONS.values() for name in arguments})


class FileFault(OSError):
    """A file of a batch cannot be used."""


def read_problems(path: Path) -> Iterator[tuple[str, Problem]]:
    """Yield each problem with its id as JSON text: the field ``id``, or else the number of the line.

    Raises:
        InvalidProblem: a line is not a problem, or repeats an id; the message names the line.
    """
    seen: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                key, problem = read_problem(line, number)
            except InvalidProblem as error:
                raise InvalidProblem(f"{path} line {number}: {error}") from None
            if key in seen:
                raise InvalidProblem(f"{path} line {number}: the id {key} is used twice. Fix: give each its own")
            seen.add(key)
            yield key, problem


def read_problem(line: str, number: int) -> tuple[str, Problem]:
    """Read one line; see :func:`read_problems`."""
    form = r'{"objective": "integrate", "expression": "\\int x\\,dx", "variables": ["x"]}'
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidProblem(f"not JSON. Fix: {form}, with each backslash doubled") from None
    if not isinstance(data, dict):
        raise InvalidProblem(f"not a JSON object. Fix: {form}")
    given = {name: data[name] for name in ("operation", "variable", *_ARGUMENTS) if data.get(name) is not None}
    objective, expression, variables = (data.get(name) for name in ("objective", "expression", "variables"))
    if objective is None and "operation" in given:
        objective = ""
    if variables is None and "variable" in given:
        variables = []
    if not (isinstance(objective, str) and isinstance(expression, str) and isinstance(variables, list)):
        raise InvalidProblem(f"objective, expression or variables is missing or of the wrong kind. Fix: {form}")
    if not all(isinstance(variable, str) for variable in variables):
        raise InvalidProblem(f"variables are names. Fix: {form}")
    assume = data.get("assume", {})
    if not isinstance(assume, dict):
        raise InvalidProblem('assume is not a JSON object. Fix: {"log": 10}')
    key = data.get("id", number)
    if not isinstance(key, str | int):
        raise InvalidProblem("the id is neither text nor a whole number. Fix: give one, or leave it out")
    return json.dumps(key), Problem(objective, expression, variables, assume, **given)


class Results:
    """The file of outcomes, locked while it is open. The outcomes of an earlier run are kept, a torn last line is not.

    Args:
        path: the file, which is created if it does not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        self._synced = time.monotonic()
        try:
            if not stat.S_ISREG(os.fstat(self._file).st_mode):
                raise FileFault(f"{path} is not a regular file. Fix: name a file for the outcomes")
            self._lock()
            self.done = self._read()
        except BaseException:
            os.close(self._file)
            raise

    def _lock(self) -> None:
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            what = f"{self._path} is being written by another batch"
            raise FileFault(f"{what}. Fix: wait until that one ends, or name another file") from None

    def _read(self) -> dict[str, dict[str, Any]]:
        """Return the problems that have an outcome, by id; cut off a torn last line."""
        done: dict[str, dict[str, Any]] = {}
        whole = 0
        with open(self._file, "rb", closefd=False) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.endswith(b"\n") and (line.startswith(_BEGIN) or _BEGIN.startswith(line)):
                    break
                try:
                    data = json.loads(line)
                    done[json.dumps(data["id"])] = data["problem"]
                except (ValueError, LookupError, TypeError, RecursionError):
                    what = f"{self._path} line {number} is not an outcome of a batch"
                    raise FileFault(f"{what}. Fix: name another file, or remove that line") from None
                whole += len(line)
        os.ftruncate(self._file, whole)
        return done

    def has(self, key: str, problem: Problem) -> bool:
        """Return whether the problem has its outcome.

        Raises:
            FileFault: another problem has it under the same id.
        """
        if key not in self.done:
            return False
        if self.done[key] != problem_dict(problem):
            what = f"{self._path} has another problem's outcome under the id {key}"
            raise FileFault(f"{what}. Fix: name another file for the outcomes, or give the problem another id")
        return True

    def write(self, key: str, outcome: Outcome) -> None:
        """Append an outcome as one line, wholly or not at all."""
        line = json.dumps({"id": json.loads(key)} | outcome.to_dict()).encode() + b"\n"
        size = os.fstat(self._file).st_size
        try:
            written = os.write(self._file, line)
        except OSError as error:
            error.filename = str(self._path)
            raise
        if written < len(line):
            os.ftruncate(self._file, size)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
        if time.monotonic() - self._synced > SYNC_SECONDS:
            os.fsync(self._file)
            self._synced = time.monotonic()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        os.fsync(self._file)
        os.close(self._file)
