"""Is a result fit for a person: evaluated, real, and without notation that only programs use?"""

from __future__ import annotations

from typing import Any

from .._reading.formulas.tree import Node
from .balls import rational
from .convert import Unreadable, tree
from .finding import Finding, right, unknown


def readable(result: Any, *, complex_numbers: bool) -> Finding:
    """Judge whether a person can use a result.

    Args:
        result: an expression of SymPy's.
        complex_numbers: whether the imaginary unit may be in it.
    """
    try:
        made = tree(result)
    except Unreadable as error:
        return unknown(f"the result is left unfinished: it has {error} in it")
    whole = made.args[0] if made.head == "neg" else made
    if whole.head != "constant" and made.has("constant", "infinity"):
        return unknown("the result is left unfinished: it calculates with infinity")
    if not complex_numbers and made.has("constant", "i"):
        return unknown("the result uses complex numbers, but the problem's are real")
    if not complex_numbers and any(_complex_power(part) for part in made.walk()):
        return unknown("the result has a root of a negative number in it")
    return right("the result can be read")


def _complex_power(part: Node) -> bool:
    if part.head != "pow":
        return False
    base, exponent = rational(part.args[0]), rational(part.args[1])
    return base is not None and base < 0 and (exponent is None or exponent.denominator != 1)
