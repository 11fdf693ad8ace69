"""A verifier's children: their ids, whether they ended, and the check that verdicts are not mixed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from student_client._verifying.symbolic import SymbolicVerifier

from .standin import echo


def pids(verifier: SymbolicVerifier) -> set[int]:
    return {worker.pid for worker in verifier._pool.workers if worker.pid is not None}


def gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


def all_true(verifier: SymbolicVerifier, name: str, count: int, threads: int = 8) -> set[str]:
    """Have many plans judged at once, check that each got its own verdict, and return the children's ids."""
    texts = [f"{name}{number}" for number in range(count)]
    with ThreadPoolExecutor(threads) as pool:
        verdicts = list(pool.map(lambda text: echo(verifier, text), texts))
    assert [verdict.reason for verdict in verdicts] == texts
    return {str(verdict.result) for verdict in verdicts}
