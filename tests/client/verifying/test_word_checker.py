"""Answers that are a word: a right one is accepted if it is proved, a wrong one never."""

from __future__ import annotations

import pytest
from student_client import Problem
from student_client._outcome import verdict_dict
from student_client._verifying.judge import judge

from ..plans import plan

PARITY = "Determine whether the function is even, odd, or neither."


@pytest.mark.parametrize(
    ("expression", "step", "word"),
    [
        ("f(x) = x^4 - 3x^2 + 1", "x**4 - 3*x**2 + 1", "even"),
        (r"f(x) = x^3 - \sin x", "x**3 - sin(x)", "odd"),
        (r"f(x) = \sqrt[3]{x}", "cbrt(x)", "odd"),
        (r"f(x) = \frac{e^x + e^{-x}}{2}", "(exp(x) + exp(-x))/2", "even"),
        ("f(x) = x^3 + x^2", "x**3 + x**2", "neither"),
        (r"f(x) = \sqrt{x}", "sqrt(x)", "neither"),
        (r"f(x) = \frac{x^2(x-1)}{x-1}", "x**2*(x-1)/(x-1)", "neither"),
    ],
)
def test_parity_is_proved(expression: str, step: str, word: str) -> None:
    verdict = judge(Problem(PARITY, expression, ["x"]), plan(f"classify | {step} | x | parity"))
    assert (verdict.status, verdict.result) == ("accepted", word)


@pytest.mark.parametrize(
    ("expression", "steps", "status"),
    [
        ("f(x) = x^4", ["classify | x**2 | x | parity"], "undecided"),
        ("f(x) = x^4", ["simplify | x**4"], "rejected"),
        ("f(x) = x^4 + x", ["classify | x**4 | x | parity"], "rejected"),
        (r"f(x) = \frac{x^2(x-1)}{x-1}", ["classify | x**2 | x | parity"], "rejected"),
        ("f(x) = x - x", ["classify | x - x | x | parity"], "undecided"),
        ("f(x) = x^2 + a", ["classify | x**2 + a | x | parity"], "undecided"),
    ],
)
def test_parity_is_not_accepted(expression: str, steps: list[str], status: str) -> None:
    assert judge(Problem(PARITY, expression, ["x"]), plan(*steps)).status == status


def test_word_is_no_expression() -> None:
    """No later step may calculate with it, and it answers no other question."""
    steps = ["classify | x**2 | x | parity", "simplify | R1 + 1"]
    assert judge(Problem("simplify", "x^2 + 1", ["x"]), plan(*steps)).status == "rejected"
    verdict = judge(Problem("simplify", "x^2", ["x"]), plan(steps[0]))
    assert (verdict.status, verdict.reason) == (
        "rejected",
        "the result is a word, but the problem asks for an expression",
    )


def test_word_is_written_as_text() -> None:
    verdict = judge(Problem(PARITY, "f(x) = x^2", ["x"]), plan("classify | x**2 | x | parity"))
    written = verdict_dict(verdict)
    assert written is not None
    assert (written["result"], written["latex"]) == ("even", r"\text{even}")


def test_arguments_fit_the_property() -> None:
    """A function has a parity in a variable, and none at a point."""
    for step in ("classify | x**2 | parity", "classify | x**2 | x | 0 | parity"):
        verdict = judge(Problem(PARITY, "f(x) = x^2", ["x"]), plan(step))
        assert (verdict.status, verdict.reason) == (
            "rejected",
            "step 1 (classify): parity requires (expr, var, property)",
        )


@pytest.mark.parametrize(
    ("objective", "expression", "step", "word"),
    [
        ("State the nature of the stationary point at x = 1.", "y = x^3 - 3x", "x**3 - 3*x | x | 1", "minimum"),
        ("Classify the critical point at x = 0.", "f(x) = -x^4", "-x**4 | x | 0", "maximum"),
        ("State the type of the turning point at x = e.", r"y = \frac{\ln x}{x}", "log(x)/x | x | E", "maximum"),
        (
            "Determine whether the stationary point at x = 0 is a maximum, a minimum or a point of inflection.",
            *("y = x^3", "x**3 | x | 0", "inflection point"),
        ),
        ("State the nature of the stationary point.", "y = x^2 - 4x + 7", "x**2 - 4*x + 7 | x | 2", "minimum"),
    ],
)
def test_stationary_is_proved(objective: str, expression: str, step: str, word: str) -> None:
    verdict = judge(Problem(objective, expression, ["x"]), plan(f"classify | {step} | stationary point"))
    assert (verdict.status, verdict.result) == ("accepted", word)


@pytest.mark.parametrize(
    ("objective", "expression", "step", "status"),
    [
        ("State the nature of the stationary point at x = 1.", "y = x^3 - 3x", "x**3 - 3*x | x | -1", "rejected"),
        ("State the nature of the stationary point at x = 1.", "y = x^3 - 3x", "(x - 1)**2 | x | 1", "undecided"),
        ("State the nature of the stationary point at x = 2.", "y = x^3 - 3x", "x**3 - 3*x | x | 2", "undecided"),
        ("State the nature of the stationary point.", "y = x^3 - 3x", "x**3 - 3*x | x | 1", "undecided"),
        ("State the nature of the stationary point at x = 0.", "y = |x|^3", "x**4 | x | 0", "undecided"),
    ],
)
def test_stationary_is_not_accepted(objective: str, expression: str, step: str, status: str) -> None:
    assert judge(Problem(objective, expression, ["x"]), plan(f"classify | {step} | stationary point")).status == status


SERIES = "Determine whether the series converges or diverges."
KIND = "Determine whether the series is absolutely convergent, conditionally convergent or divergent."


@pytest.mark.parametrize(
    ("objective", "expression", "step", "word"),
    [
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n^2}", "classify | 1/n**2 | n | convergence", "converges absolutely"),
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n^2}", "sum | 1/n**2 | n | 1 | oo", "pi**2/6"),
        ("Does the series converge?", r"\sum_{n=1}^{\infty} \frac{1}{n}", "sum | 1/n | n | 1 | oo", "oo"),
        (
            KIND,
            r"\sum_{k=1}^{\infty} \frac{(-1)^k}{k}",
            "classify | (-1)**n/n | n | convergence",
            "converges conditionally",
        ),
        (
            "Use the ratio test to determine whether the series converges.",
            *(r"\sum_{n=1}^{\infty} \frac{n!}{n^n}", "classify | factorial(n)/n**n | n | convergence"),
            "converges absolutely",
        ),
        (
            "Test the series for convergence.",
            r"\sum_{n=2}^{\infty} \frac{1}{\ln n}",
            "classify | 1/log(n) | n | convergence",
            "diverges",
        ),
    ],
)
def test_convergence_is_proved(objective: str, expression: str, step: str, word: str) -> None:
    verdict = judge(Problem(objective, expression, ["n", "k"]), plan(step))
    assert (verdict.status, verdict.result) == ("accepted", word)


@pytest.mark.parametrize(
    ("objective", "expression", "step", "status"),
    [
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n}", "classify | 1/n**2 | n | convergence", "rejected"),
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n^2}", "classify | 1/n**3 | n | convergence", "undecided"),
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n^2}", "sum | 1/n**2 | n | 2 | oo", "rejected"),
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n-4}", "classify | 1/(n-4) | n | convergence", "undecided"),
        (SERIES, r"\sum_{n=1}^{20} \frac{1}{n}", "classify | 1/n | n | convergence", "rejected"),
        (SERIES, r"\sum_{n=1}^{\infty} \frac{1}{n}", "classify | n | n | parity", "rejected"),
        (KIND, r"\sum_{n=1}^{\infty} \frac{1}{2^n}", "sum | 1/2**n | n | 1 | oo", "rejected"),
        (KIND, r"\sum_{n=1}^{\infty} \frac{(-1)^n}{n}", "classify | 1/n | n | convergence", "rejected"),
        (
            SERIES + " If it converges, find its sum.",
            *(r"\sum_{n=1}^{\infty} \frac{1}{2^n}", "classify | 1/2**n | n | convergence", "rejected"),
        ),
        ("Does the sequence converge?", r"a_n = \frac{1}{n}", "classify | 1/n | n | convergence", "undecided"),
    ],
)
def test_convergence_is_not_accepted(objective: str, expression: str, step: str, status: str) -> None:
    assert judge(Problem(objective, expression, ["n"]), plan(step)).status == status


@pytest.mark.parametrize(
    ("tex", "term"), [(r"\frac{(-1)^n}{n^{0.0001}}", "(-1)**n/n**(1/10000)"), ("1^n", "1**n"), ("0^n", "0**n")]
)
def test_right_series_is_not_rejected(tex: str, term: str) -> None:
    question = Problem("Does the series converge?", rf"\sum_{{n=1}}^{{\infty}} {tex}", ["n"])
    assert judge(question, plan(f"classify | {term} | n | convergence")).status != "rejected"
