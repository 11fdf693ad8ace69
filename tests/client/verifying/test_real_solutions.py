# ruff: noqa: E501 - one equation a line
"""Equations that are not polynomial: claims substituted, zeros isolated, and solutions far away."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from flint import arb
from student_client._reading.formulas.tree import Node, add, neg, number, symbol
from student_client._verifying import complex_balls
from student_client._verifying.real_solutions import Interval, complete
from student_client._verifying.solutions import Claim

from .trees import built, read, within, word


def known(texts: str) -> list[tuple[Any, Any]]:
    claims = [Claim.of(made) for made in built(texts)]
    return [(claim, claim.value({})) for claim in claims]


COMPLETE = [
    ("e^x-5", "log(5)", "", "right", "1 real solution"), ("e^x-5", "", "", "wrong", "near 1.60944 is missing"), ("e^x-5", "log(5); 2", "", "wrong", "2 does not solve"), ("e^x+5", "", "", "right", "no real solution"), ("e^x+5", "log(5)+I*pi", "", "wrong", "not a real number"),
    (r"\ln x-\ln(-x)", "", "", "right", "no real solution"), (r"\ln x", "-1", "", "wrong", "outside the domain"), (r"\sqrt{x}", "0", "", "right", "1 real"), (r"e^x-x-1", "0", "", "right", "1 real"), ("e^x-x-1", "", "", "unknown", "near "), (r"x^2e^x", "0", "", "right", "1 real"),
    # Ends of the interval, closed and open.
    (r"\sin x", "0; pi", "[0, pi]", "right", "2 real"), (r"\sin x", "0", "[0, pi)", "right", "1 real"), (r"\sin x", "", "(0, pi)", "right", "no real"), (r"\sin x", "pi", "(0, pi)", "wrong", "is not in (0, pi)"), (r"\sin x", "0", "[0, pi]", "wrong", "near 3.14159"), (r"\cos x-1", "0", "[0, 2*pi)", "right", "1 real"), (r"\cos x-1", "0; 2*pi", "[0, 2*pi]", "right", "2 real"),
    ("|x|-5", "5", "[0, oo)", "right", "1 real"), ("|x|-5", "5", "[-5, oo)", "wrong", "near -5"), ("|x|-5", "5", "(-5, oo)", "right", "1 real"), ("e^x-1", "", "[1, 2]", "right", "no real"),
    # Far away, and without end.
    ("|x-10^9|-1", "1000000001; 999999999", "", "right", "2 real"), ("|x-10^9|-1", "1000000001", "", "wrong", "near 1e+09"), (r"\ln x-100", "exp(100)", "", "right", "1 real"), (r"\ln x-100", "", "", "wrong", "near 2.68812e+43"), (r"\sin x", "0", "", "unknown", "infinitely many"), (r"\sin x-2", "", "", "right", "no real"), (r"\lfloor x\rfloor", "", "", "unknown", "too hard"),
    (r"x\sin\ln|x|", "", "", "unknown", "infinitely many"), (r"\ln x-2000", "", "", "unknown", "far away"),
]  # fmt: skip


@pytest.mark.parametrize(("zero", "made", "where", "found", "says"), COMPLETE)
def test_complete_says_why(zero: str, made: str, where: str, found: str, says: str) -> None:
    finding = complete(read(zero), "x", (), known(made), {}, within(where))
    assert (word(finding), says in finding.reason) == (found, True), finding


def test_complete_within_the_domain() -> None:
    zero, domain = read("|x|-5"), (read(r"\ln x"),)
    assert word(complete(zero, "x", domain, known("5"), {}, None)) == "right"
    finding = complete(zero, "x", domain, known("5; -5"), {}, None)
    assert (word(finding), "-5 is outside the domain" in finding.reason) == ("wrong", True)


def test_complete_is_unclear() -> None:
    zero = add(symbol("x"), neg(number(1)), read(r"\lfloor\sin^2 x+\cos^2x\rfloor"))
    assert word(complete(zero, "x", (), known("0"), {}, None)) == "unknown"


def test_complete_of_a_numbered_root() -> None:
    numbered = Claim(symbol("x"), None)
    finding = complete(read("e^x-1"), "x", (), [(numbered, complex_balls.value(number(0)))], {}, None)
    assert word(finding) == "unknown"


def test_complete_puts_letters() -> None:
    (claim,) = [Claim.of(made) for made in built("log(a)")]
    place = {"a": Fraction(3)}
    zero = read("e^x-a").put({"a": number(3)})
    assert word(complete(zero, "x", (), [(claim, claim.value(place))], place, None)) == "right"


HOLDS = [
    ("[0, 1]", "0", True), ("(0, 1]", "0", False), ("[0, 1]", "1", True), ("[0, 1)", "1", False), ("(0, 1)", "0.5", True), ("[0, 1]", "-1e-30", False), ("[0, 1]", "2", False), ("[0, oo)", "1e300", True), ("(-oo, 0]", "-1e300", True), ("(-oo, 0)", "1e-300", False), ("(0, oo)", "1e-300", True), ("(-oo, oo)", "5", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "found"), HOLDS)
def test_interval_holds(text: str, at: str, found: bool) -> None:
    interval = within(text)
    assert interval is not None
    assert interval.holds(arb(at)) is found


@pytest.mark.parametrize(("closed", "found"), [(True, True), (False, False)])
def test_interval_at_an_end(closed: bool, found: bool) -> None:
    end: Node = read(r"\pi")
    interval = Interval(number(0), end, (True, closed), "")
    assert interval.holds(arb.pi()) is found
