"""Tells an answer that a plan only states from one that it calculates."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

from .._reading.formulas.tree import Node
from . import balls
from .convert import printed
from .executor import Done


def is_stated(result: Any, step: Done) -> bool:
    """Return whether a step's text is the answer itself, with nothing left to evaluate."""
    shown = printed(result)
    if step.tool not in {"simplify", "expand", "factor", "numeric"} or not isinstance(step.printed, Node):
        return False
    if shown is None or step.tool == "numeric":
        return step.tool == "numeric" and step.printed.head == "number"
    return _leaves(step.printed) == _leaves(shown)


def _leaves(node: Node) -> Counter[str]:
    """Return the numbers and functions of an expression, with a fraction in lowest terms as one number."""
    if node.head == "neg":
        return _leaves(node.args[0])
    if node.head == "div" and all(part.head == "number" for part in node.args):
        above, below = (Fraction(part.value or 0) for part in node.args)
        if below and (above / below).denominator == below:
            return Counter([str(abs(above / below))])
    if node.head in {"number", "symbol", "constant"}:
        return Counter([str(node.value).lstrip("-")])
    if node.head in {"root", "pow"} and (degree := balls.rational(node.args[1])) is not None:
        degree = degree if node.head == "root" else 1 / degree if degree else degree
        return _leaves(node.args[0]) + Counter([f"root {degree}"])
    own = Counter() if node.head in {"mul", "div"} else Counter([node.head])
    for part in node.args:
        own += _leaves(part)
    return own
