r"""Tells whether a question about logarithms has one answer for every base of ``\log``."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .._reading.formulas.ambiguity import is_plain_number
from .._reading.formulas.tree import Node
from .._reading.readings import Reading


def is_of_any_base(found: Sequence[Reading]) -> bool:
    r"""Return whether logarithms are only expanded or combined, which is the same for every base of ``\log``.

    A number beside them is not: ``2 + \log x`` is a logarithm of 100x or of e^2 x. Neither is a logarithm of 100, nor
    one beside a natural logarithm.
    """
    usual, other = found[0].statement.expression, found[-1].statement.expression
    bases = [one.picked.get("log") for one in found]
    if bases != ["e", "10"] or not isinstance(usual, Node) or not _is_multiple(usual):
        return False
    tens = any(part.head == "number" and part.value and Fraction(part.value) % 10 == 0 for part in usual.walk())
    natural = isinstance(other, Node) and any(part.head == "log" and len(part.args) == 1 for part in other.walk())
    words = {step.word for question in found[0].questions for step in question}
    return words <= {"condense", "logs"} and not tens and not natural


def _is_multiple(node: Node) -> bool:
    """Return whether an expression is a sum of logarithms, each times or over a number."""
    if node.head in {"add", "neg"}:
        return all(map(_is_multiple, node.args))
    if node.head == "div":
        return _is_multiple(node.args[0]) and is_plain_number(node.args[1])
    if node.head == "mul":
        numbers = [is_plain_number(part) for part in node.args]
        return numbers.count(False) == 1 and _is_multiple(node.args[numbers.index(False)])
    return node.head == "log"
