r"""Notation that could mean two things, but does not for what is printed or asked: ``\log`` and ``\sin^{-1}``."""

from __future__ import annotations

import pytest
from student_client._verifying.judge import judge, read

from tests.client.plans import plan, problem

POSITIVE = "Expand the logarithm. Assume all variables are positive."
LOGARITHMS = [
    ("Express as a single logarithm.", r"2\log a + 3\log b", "rewrite | 2*log(a) + 3*log(b) | single logarithm", True),
    ("Combine the logarithms.", r"\log a - \frac{\log b}{2}", "rewrite | log(a) - log(b)/2 | single logarithm", True),
    (POSITIVE, r"\log\frac{a^2}{b}", "rewrite | log(a**2/b) | expanded logarithms", True),
    ("Express as a single logarithm.", r"\ln a + \log b", "rewrite | log(a) + log(b) | single logarithm", False),
    ("Express as a single logarithm.", r"2 + \log a", "simplify | log(a) + log(exp(2))", False),
    (POSITIVE, r"\log(100a)", "rewrite | log(100*a) | expanded logarithms", False),
    ("Evaluate.", r"\log 4 + \log 25", "simplify | log(4) + log(25)", False),
    ("Differentiate in a.", r"\log a", "differentiate | log(a) | a", False),
]


@pytest.mark.parametrize(("words", "printed", "step", "right"), LOGARITHMS)
def test_log_of_any_base(words: str, printed: str, step: str, right: bool) -> None:
    assert judge(problem(words, printed, "a", "b"), plan(step)).status == ("accepted" if right else "undecided")


def test_log_of_any_base_wrong() -> None:
    asked = problem("Express as a single logarithm.", r"\log a + \log b", "a", "b")
    assert judge(asked, plan("rewrite | log(a) + 2*log(b) | single logarithm")).status == "rejected"


INVERSE = [
    (r"\sin^{-1}\left(-\frac{1}{2}\right)", True),
    (r"\tan(\sin^{-1}\frac{5}{13})", True),
    (r"\cos^{-1}\frac{\sqrt{3}}{2}", True),
    (r"\tan^{-1}(\sqrt{3})", True),
    (r"\sin^{-1} 0.3", True),
    (r"\sec^{-1} 2", True),
    (r"\sin^{-1}\left(\sin\frac{2\pi}{3}\right)", True),
    (r"\sin^{-1} 2", False),
    (r"\sec^{-1}\frac{1}{2}", False),
    (r"\tan^{-1} 45", False),
    (r"\sin^{-1}\frac{\pi}{6}", False),
]


@pytest.mark.parametrize(("printed", "settled"), INVERSE)
def test_inverse_of_a_ratio(printed: str, settled: bool) -> None:
    """A sine or cosine of at most 1 and a small tangent are ratios; else the exponent could be a reciprocal."""
    reading = read(problem("Evaluate.", printed))
    assert ("reciprocal" in reading.text) is not settled


def test_conjugate_may_be_used() -> None:
    made = plan("simplify | conjugate(2 - 3*I)")
    assert judge(problem("Find the complex conjugate.", "2 - 3i", "z"), made).status == "accepted"
