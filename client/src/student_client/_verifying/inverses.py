"""Is a result the inverse of a function: does it give back the function's argument?"""

from __future__ import annotations

from .._reading.formulas.tree import Node, symbol
from .equivalence import equal
from .finding import Finding, right, unknown
from .stages import Stage


def inverse(stage: Stage, name: str, result: Node) -> Finding:
    """Judge an inverse: applied after the function, it gives back the letter wherever the function has a value.

    That also proves that the function has no value twice.

    Args:
        stage: the function.
        name: its letter, which is also the result's.
        result: the inverse.
    """
    if name not in stage.node.names():
        return unknown("a constant has no inverse")
    again = result.put({name: stage.node})
    found = equal(symbol(name), again, stage.names, domain=stage.domain)
    if found.right:
        return right(f"the result gives back the function's argument: it {found.reason}")
    word = "does not give" if found.wrong else "is not known to give"
    return found.because(f"the result {word} back the function's argument: it {found.reason}")
