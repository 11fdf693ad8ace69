"""What the child answers, and when it wants to be replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pytest
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


def test_a_dataclass_of_mappings_and_tuples_goes_through_a_pipe() -> None:
    @dataclass(frozen=True)
    class Inner:
        words: tuple[str, ...] = ("a", "b")

    @dataclass(frozen=True)
    class Outer:
        inner: Inner = field(default_factory=Inner)
        mapping: Any = field(default_factory=lambda: MappingProxyType({"x": ("positive",)}))
        hidden: int = field(default=1, init=False)

    assert json.loads(json.dumps(plain(Outer()))) == {"inner": {"words": ["a", "b"]}, "mapping": {"x": ["positive"]}}


def test_what_the_judge_prints_is_no_reply(verify: SymbolicVerifier) -> None:
    assert echo(verify, "a", "print").reason == "a"
    assert echo(verify, "b").reason == "b"


def test_a_result_that_is_too_long_is_not_passed_on(verify: SymbolicVerifier) -> None:
    verdict = echo(verify, objective="long")
    assert (verdict.status, verdict.reason) == ("undecided", "the result has 30000 characters")


def test_a_child_out_of_memory_says_so_and_is_replaced(verify: SymbolicVerifier) -> None:
    first = echo(verify).result
    assert echo(verify, objective="need").reason == "more than 1024 MB are needed"
    verdict = echo(verify, "y")
    assert verdict.reason == "y"
    assert verdict.result != first


def test_a_problem_is_read_without_a_plan(verify: SymbolicVerifier) -> None:
    assert verify.read(problem("integrate", "x + 1")) == "integrate x + 1"
    assert verify.read(problem("fail", "x")) == "the problem is not understood: ValueError: no such thing"


def test_a_problem_that_a_lost_child_did_not_read_has_a_line_too(
    verify: SymbolicVerifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("student_client._verifying.sandbox.PROGRAM", "raise SystemExit(3)")
    assert verify.read(problem("integrate", "x")) == (
        "the problem was not read: the verifier's process ended: exit code 3"
    )


def test_a_child_is_worn_after_so_many_replies() -> None:
    wear = Wear(Limits(1, 1, 1 << 20, replies=3))
    assert [wear.after_reply() for _ in range(4)] == ["", "", "soon", "soon"]


def test_a_child_that_has_grown_forgets_first_and_is_worn_then(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = iter([100.0, 600.0, 600.0, 601.0, 200.0, 800.0, 700.0, 900.0, 851.0])
    monkeypatch.setattr(child, "resident_mb", lambda: next(memory))
    forgotten: list[bool] = []
    monkeypatch.setattr(child, "_forget", lambda: forgotten.append(True))
    wear = Wear(Limits(1, 1, 1100))  # from 100 MB it may grow by half of 1000, and by three quarters at the most
    assert [wear.after_reply() for _ in range(4)] == ["", "", "soon", "now"]
    assert len(forgotten) == 3


def test_a_system_without_proc_counts_replies_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_proc(path: Any) -> str:
        raise FileNotFoundError(path)

    assert child.resident_mb() > 1
    monkeypatch.setattr("pathlib.Path.read_text", no_proc)
    assert child.resident_mb() == 0.0


def test_what_sympy_remembers_is_let_go() -> None:
    sympy = pytest.importorskip("sympy")
    sympy.expand((sympy.Symbol("x") + 1) ** 2)
    child._forget()
    assert sum(cached.cache_info().currsize for cached in sympy.core.cache.CACHE) < 100
