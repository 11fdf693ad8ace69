"""Compares a result with the truth, with the reason in words."""

from __future__ import annotations

from .._reading.formulas.tree import Node
from .equivalence import equal
from .finding import Finding, right
from .stages import Stage


def compare(stage: Stage, truth: Node, result: Node, what: str, *, holes: bool = False) -> Finding:
    """Compare a result with the truth on the domain of a stage; ``what`` names the truth."""
    found = equal(truth, result, stage.names, domain=stage.domain, holes=holes)
    if found.right:
        return right(f"the result equals {what}: it {found.reason}")
    word = "does not equal" if found.wrong else "is not known to equal"
    return found.because(f"the result {word} {what}: it {found.reason}")
