"""Right, wrong, or undecided: the type that every check of the verifier returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum


class Truth(Enum):
    """The three values."""

    RIGHT = "accepted"
    WRONG = "rejected"
    UNKNOWN = "undecided"


@dataclass(frozen=True)
class Finding:
    """The result of a check, and its reason.

    Args:
        truth: right, wrong, or undecided.
        reason: one line, without a full stop.

    >>> right("it holds").then(lambda: wrong("it is not simplified")).truth
    <Truth.WRONG: 'rejected'>
    """

    truth: Truth
    reason: str

    @property
    def right(self) -> bool:
        """Whether it is right."""
        return self.truth is Truth.RIGHT

    @property
    def wrong(self) -> bool:
        """Whether it is wrong."""
        return self.truth is Truth.WRONG

    def then(self, check: Callable[[], Finding]) -> Finding:
        """Return the finding of a further check, which is made only if this one is right."""
        return check() if self.right else self

    def because(self, reason: str) -> Finding:
        """Return the same truth with another reason."""
        return Finding(self.truth, reason)


def right(reason: str) -> Finding:
    """Return a finding that something is right."""
    return Finding(Truth.RIGHT, reason)


def wrong(reason: str) -> Finding:
    """Return a finding that something is wrong."""
    return Finding(Truth.WRONG, reason)


def unknown(reason: str) -> Finding:
    """Return a finding that something cannot be decided."""
    return Finding(Truth.UNKNOWN, reason)


def every(findings: Iterable[Finding]) -> Finding:
    """Return the first that is wrong, else the first undecided one, else the last; read only as far as needed."""
    last, doubt = right("there is nothing to check"), None
    for finding in findings:
        if finding.wrong:
            return finding
        doubt = doubt or (finding if not finding.right else None)
        last = finding
    return doubt or last
