"""Leaves out a factor or a root that the words give, once it is checked: "given that (x + 1) is a factor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from ..formulas.exact import has_value
from ..formulas.notation import parse_statement
from ..formulas.tree import Equation, Node, add, neg
from ..statement import Choices, NotRead

_VALUE = r"(?P<sign>[-+−]) ?(?P<value>\d+(?:/\d+)?)"
_OF = (
    r"(?: of (?:f\([a-z]\)|p\([a-z]\)|the (?:polynomial|expression|equation|cubic|quartic|function)|it|this"
    r" (?:polynomial|equation)))?"
)
_GIVEN = r"(?:,? ?\(?(?:given that|if|since|knowing that|you are given that|hint:) )"
_FACTOR = re.compile(
    rf"{_GIVEN}\$?\(?\$?(?P<name>[a-z]) ?{_VALUE}\$?\)?\$? is (?:a|one) (?:linear )?factor{_OF}\)?(?:[,.;] ?|$)",
    re.IGNORECASE,
)
_ROOT = re.compile(
    rf"{_GIVEN}\$?(?P<name>[a-z]) ?= ?(?P<sign>[-−]?) ?(?P<value>\d+(?:/\d+)?)\$? is (?:a|one) (?:root|solution"
    rf"|zero){_OF}\)?(?:[,.;] ?|$)",
    re.IGNORECASE,
)


def without_factors(objective: str, expression: str, variables: Sequence[str]) -> str:
    """Return an objective without the factors and roots that it gives and the expression has.

    Raises:
        NotRead: the expression does not have one of them.
    """
    text = objective
    for pattern, factor in ((_FACTOR, True), (_ROOT, False)):
        found = pattern.search(text)
        if not found:
            continue
        minus = found["sign"] in {"-", "−"}
        root = Fraction(found["value"]) * (1 if minus == factor else -1)
        zero = _zero(expression, variables)
        if zero is None or not has_value(zero, found["name"], root, Fraction(0)):
            raise NotRead(f"{found[0].strip(' ,.;')!r} does not hold")
        stop = "." if found[0].rstrip().endswith(".") or found.end() == len(text) else ""
        text = f"{text[: found.start()]}{stop} {text[found.end() :]}".strip()
    return text


def _zero(expression: str, variables: Sequence[str]) -> Node | None:
    """Return what is zero at a root: a printed polynomial, or the difference of an equation's sides."""
    with suppress(NotRead, ValueError):
        printed = parse_statement(expression, variables, Choices({})).expression
        if isinstance(printed, Equation) and printed.left.name is not None:
            return printed.right
        if isinstance(printed, Equation):
            return add(printed.left, neg(printed.right))
        return printed if isinstance(printed, Node) else None
    return None
