"""The child's answers, and when it asks to be replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pytest
from student_client._verdict import Interpretation, Reading
from student_client._verifying import child
from student_client._verifying.child import Limits, Wear, plain
from student_client._verifying.symbolic import SymbolicVerifier

from ..plans import problem
from .standin import echo, use_stand_in

__all__ = ["use_stand_in"]


@pytest.fixture
def verify() -> Iterator[SymbolicVerifier]:
    with SymbolicVerifier(workers=1) as verifier:
        yield verifier


def test_plain_goes_through_a_pipe() -> None:
    """A dataclass of mappings and tuples."""

    @dataclass(frozen=True)
    class Inner:
        words: tuple[str, ...] = ("a", "b")

    @dataclass(frozen=True)
    class Outer:
        inner: Inner = field(default_factory=Inner)
        mapping: Any = field(default_factory=lambda: MappingProxyType({"x": ("positive",)}))
        hidden: int = field(default=1, init=False)

    assert json.loads(json.dumps(plain(Outer()))) == {"inner": {"words": ["a", "b"]}, "mapping": {"x": ["positive"]}}


def test_printed_text_is_no_reply(verify: SymbolicVerifier) -> None:
    assert echo(verify, "a", "print").reason == "a"
    assert echo(verify, "b").reason == "b"


def test_long_result_is_dropped(verify: SymbolicVerifier) -> None:
    verdict = echo(verify, objective="long")
    assert (verdict.status, verdict.reason) == ("undecided", "the result has 30000 characters")


def test_memory_error_replaces_child(verify: SymbolicVerifier) -> None:
    first = echo(verify).result
    assert echo(verify, objective="need").reason == "more than 1024 MB are needed"
    verdict = echo(verify, "y")
    assert verdict.reason == "y"
    assert verdict.result != first


def test_read_needs_no_plan(verify: SymbolicVerifier) -> None:
    one = Interpretation("one way", "x + 1", [[{"operation": "integrate"}]], "real", {"log": "e"})
    assert verify.read(problem("integrate", "x + 1")) == Reading(True, "integrate x + 1", (one,))


@pytest.mark.parametrize(
    ("objective", "says"),
    [("fail", "the verifier failed: ValueError: no such thing"), ("need", "more than 1024 MB are needed")],
)
def test_failed_reading_is_open(verify: SymbolicVerifier, objective: str, says: str) -> None:
    """The problem may still be understood."""
    assert verify.read(problem(objective, "x")) == Reading(None, says)


def test_lost_child_is_one_line(verify: SymbolicVerifier, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("student_client._verifying.sandbox.PROGRAM", "raise SystemExit(3)")
    text = "the problem was not read: the verifier's process ended: exit code 3"
    assert verify.read(problem("integrate", "x")) == Reading(None, text)


def test_slow_reading_is_given_up() -> None:
    with SymbolicVerifier(workers=1, wall_seconds=0.2) as verifier:
        reading = verifier.read(problem("sleep 5", "x"))
    assert reading == Reading(None, "the problem was not read: no verdict within 0.2 s")


def test_child_is_worn_by_replies() -> None:
    wear = Wear(Limits(1, 1, 1 << 20, replies=3))
    assert [wear.after_reply() for _ in range(4)] == ["", "", "soon", "soon"]


def test_grown_child_forgets_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is worn then."""
    memory = iter([100.0, 600.0, 600.0, 601.0, 200.0, 800.0, 700.0, 900.0, 851.0])
    monkeypatch.setattr(child, "resident_mb", lambda: next(memory))
    forgotten: list[bool] = []
    monkeypatch.setattr(child, "_forget", lambda: forgotten.append(True))
    wear = Wear(Limits(1, 1, 1100))  # from 100 MB it may grow by half of 1000, and by three quarters at the most
    assert [wear.after_reply() for _ in range(4)] == ["", "", "soon", "now"]
    assert len(forgotten) == 3


def test_no_proc_counts_replies(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_proc(path: Any) -> str:
        raise FileNotFoundError(path)

    assert child.resident_mb() > 1
    monkeypatch.setattr("pathlib.Path.read_text", no_proc)
    assert child.resident_mb() == 0.0


def test_forget_clears_sympys_cache() -> None:
    sympy = pytest.importorskip("sympy")
    sympy.expand((sympy.Symbol("x") + 1) ** 2)
    child._forget()
    assert sum(cached.cache_info().currsize for cached in sympy.core.cache.CACHE) < 100
