"""The texts that the command line prints for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from .._outcome import Attempt, Outcome
    from .._plan import Plan
    from .._verdict import Interpretation, Reading, Verdict

_CODES = {"accepted": "32", "rejected": "31", "undecided": "33"}
_WORDS = {"accepted": "verified", "rejected": "rejected", "undecided": "undecided, so not verified"}


def printable(text: str) -> str:
    """Return a received text without the characters that control a terminal."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def coloured(stream: TextIO) -> bool:
    """Return whether to use colours on a stream: only on a terminal, and not if NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def verdict_line(verdict: Verdict) -> str:
    """Return a verdict as one line."""
    word = _WORDS[verdict.status]
    if coloured(sys.stdout):
        word = f"\x1b[{_CODES[verdict.status]}m{word}\x1b[0m"
    return f"{word}: {printable(verdict.reason)}"


def verdict_lines(verdict: Verdict) -> list[str]:
    """Return the question as it was understood, if it was, and the verdict."""
    read = [f"read as    {printable(verdict.reading)}"] if verdict.reading else []
    return [*read, f"verdict    {verdict_line(verdict)}"]


def reading_lines(reading: Reading) -> list[str]:
    """Return how a problem is read: its operations, expression, numbers and assumptions."""
    if not reading.interpretations:
        return [printable(reading.text)]
    lines = [] if reading.understood else [printable(reading.text)]
    several = len(reading.interpretations) > 1
    for number, one in enumerate(reading.interpretations, start=1):
        lines += [f"reading {number}"] if several else []
        lines += _interpretation_lines(one)
    if several and reading.understood:
        lines.append("a plan is accepted only if it is right in each reading; --assume chooses one")
    return lines


def _interpretation_lines(one: Interpretation) -> list[str]:
    assumed = ", ".join(f"{topic} = {option}" for topic, option in one.assumptions.items())
    asked = [" then ".join(map(_operation, question)) for question in one.questions]
    pairs = [
        ("read as", one.text),
        *(("operation", text) for text in asked),
        ("expression", one.expression),
        ("domain", f"{one.domain} numbers"),
        ("assumed", assumed or "nothing"),
    ]
    return [f"{name:10} {printable(text)}" for name, text in pairs]


def _operation(step: Mapping[str, str]) -> str:
    """Return an operation as the command line's options for it."""
    arguments = " ".join(f"{name}={value}" for name, value in step.items() if name != "operation")
    return f"{step['operation']} {arguments}".rstrip()


def plan_lines(plan: Plan) -> list[str]:
    """Return a plan's steps, with the numbers that its references use."""
    lines = []
    for number, step in enumerate(plan.steps, start=1):
        if step.type == "final":
            lines.append(f"  {number}. answer {', '.join(step.results)}")
        else:
            arguments = ", ".join(printable(value) for _, value in step.args)
            lines.append(f"  {number}. {step.tool}({arguments})")
    return lines


def outcome_lines(outcome: Outcome) -> list[str]:
    """Return an outcome: the steps, the result, the verdict and its reason, the author, and the time."""
    shown = next((a for a in reversed(outcome.attempts) if a.plan is not None), None)
    lines = plan_lines(shown.plan) if shown is not None and shown.plan is not None else []
    if outcome.plan is not None:
        lines.append(f"plan       {printable(outcome.plan.to_json())}")
    if outcome.result is not None:
        lines.append(f"result     {printable(outcome.result)}")
    if outcome.verdict is not None:
        lines += verdict_lines(outcome.verdict)
    elif outcome.reading is not None:
        lines.append(f"read as    {printable(outcome.reading.text)}")
    if not outcome.accepted:
        lines.append("result     none, no plan was verified")
        lines += [f"attempt {n}  {attempt_line(a)}" for n, a in enumerate(outcome.attempts, start=1)]
    if outcome.author is not None:
        lines.append(f"author     {outcome.author}")
    count = len(outcome.attempts)
    lines.append(f"time       {outcome.seconds:.2f} s, {count} attempt{'s' if count != 1 else ''}")
    return lines


def attempt_line(attempt: Attempt) -> str:
    """Return an attempt as one line: its author, temperature and result."""
    warmth = "" if attempt.temperature is None else f" at temperature {attempt.temperature:g}"
    came = verdict_line(attempt.verdict) if attempt.verdict else printable(str(attempt.error))
    return f"{attempt.author}{warmth}: {came}"
