"""Leaves out what the words say of a printed sequence, once it is checked: "it has first term 3 and common ratio 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node, number
from ..questions.of_sequences import sequence
from ..statement import Choices, NotRead

_KIND = r"(?:(?:arithmetic|geometric|infinite|finite|convergent|arithmetic-geometric) )*"
_SERIES = rf"{_KIND}(?:sequence|series|progression)"
_FIRST = r"(?:the |a )?first term(?: a)?(?: of| is|,| =)? ?(?P<first>[-\d./\\{}a-z]+?)"
_COMMON = r"(?:the |a )?common (?P<kind>ratio|difference)(?: [rd])?(?: of| is|,| =)? ?(?P<step>[-\d./\\{}a-z]+?)"
_FACTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:the |an? |this )?{_SERIES} (?:has|with|having) {_FIRST}(?:,| and|, and) {_COMMON}(?:[.;,]|$)\s*",
        rf"(?:the )?first term of (?:the|an?|this) {_SERIES} is (?P<first>[-\d./\\{{}}a-z]+?)(?:,| and|, and)"
        rf" {_COMMON}(?:[.;,]|$)\s*",
        rf"(?:given|consider|for) (?:the |an? |this )?{_SERIES} (?:has|with|having) {_FIRST}(?:,| and|, and)"
        rf" {_COMMON}(?:[.;,])\s*",
    )
)


def without_facts(objective: str, expression: str, variables: Sequence[str]) -> str:
    """Return an objective without the facts that hold for the printed sequence or sum.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: a fact does not hold.
    """
    for pattern in reversed(_FACTS):
        found = pattern.search(objective)
        terms = _terms(expression, variables) if found else None
        if not found or terms is None:
            continue
        first, step = (exact(parse_point(found[key], [], Choices({}))) for key in ("first", "step"))
        ratio = found["kind"].lower() == "ratio"
        own = terms[1] / terms[0] if ratio and terms[0] else terms[1] - terms[0]
        if first != terms[0] or step != own:
            raise NotRead("the words and the expression are of different sequences")
        return f"{objective[: found.start()]}{objective[found.end() :]}".strip()
    return objective


def _terms(expression: str, variables: Sequence[str]) -> tuple[Fraction, Fraction] | None:
    """Return the first two terms of a printed sequence or sum; None if it is not one with rational terms."""
    term, name, start = None, "", 1
    with suppress(NotRead, ValueError):
        read, name = sequence(expression, variables, Choices({}))
        term = read.expression
    if term is None:
        with suppress(NotRead, ValueError):
            read = parse_statement(expression, variables, Choices({}))
            step = read.operations[0] if len(read.operations) == 1 else None
            low = exact(step.bounds[0]) if step and step.tool == "sum" and step.bounds else None
            if step is None or low is None or low.denominator != 1:
                return None
            term, name, start = read.expression, str(step.variable), low.numerator
    if not isinstance(term, Node):
        return None
    made = [exact(term.put({name: number(at)})) for at in (start, start + 1)]
    return (made[0], made[1]) if made[0] is not None and made[1] is not None else None
