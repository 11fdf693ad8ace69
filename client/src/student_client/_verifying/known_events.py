"""The probability of an event, from those of others: the probabilities of all cases are a system of equations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, number
from .known_lines import Given

_Event: TypeAlias = Callable[[Mapping[str, bool]], bool]
_MOST = 3
"""Most events, each of which may happen or not."""


def of_events(_: str, given: Given) -> Answer | None:
    """Return a probability that is the same in all ways in which the given ones are possible."""
    known = [(str(name), value) for name, value in (*given.get("chance", []), *given.get("told", []))]
    asked = str(given["asked"][0][0])
    names = sorted({one for said in (asked, *(name for name, _ in known)) for one in said.split("-") if len(one) == 1})
    if len(names) > _MOST or len(given["asked"]) != 1 or len(set(map(str, (name for name, _ in known)))) != len(known):
        return None
    cases = list(product((True, False), repeat=len(names)))
    unknowns = sympy.symbols(f"case0:{len(cases)}", real=True)

    def weight(event: _Event) -> Any:
        """Return the probability of all cases in which an event happens."""
        return sum(one for one, case in zip(unknowns, cases, strict=True) if event(dict(zip(names, case, strict=True))))

    def chance(said: str) -> tuple[Any, Any]:
        """Return the numerator and the denominator of a probability."""
        words = said.split("-")
        if words[0] != "given":
            return weight(_event(words)), sympy.Integer(1)
        words.pop(0)
        one, condition = _event(words), _event(words)
        return weight(lambda case: one(case) and condition(case)), weight(condition)

    equations = [sum(unknowns) - 1]
    for said, value in known:
        above, below = chance(said)
        equations.append(above - value * below)
    if {"independent", "exclusive"} & set(given):
        if len(names) != 2:
            return None
        one, two, both = (chance(said)[0] for said in (*names, "-".join(("both", *names))))
        equations += [both - one * two] if "independent" in given else []
        equations += [both] if "exclusive" in given else []
    above, below = chance(asked)
    values = set()
    for found in sympy.solve(equations, unknowns, dict=True):
        sizes = [sympy.simplify(one.subs(found)) for one in unknowns]
        if any(one.is_negative for one in sizes):
            continue
        low = sympy.simplify(below.subs(found)) if below != 1 else below
        made = sympy.simplify(above.subs(found) / low) if low != 0 else sympy.nan
        values.add(made)
    if len(values) != 1 or not (value := values.pop()).is_number or not 0 <= value <= 1:
        return None
    return number(value, is_printed=False)


def _event(words: list[str]) -> _Event:
    """Return whether an event happens in a case; its words are taken from the list."""
    word = words.pop(0)
    if word == "not":
        inner = _event(words)
        return lambda case: not inner(case)
    if word in {"both", "or"}:
        one, two = _event(words), _event(words)
        return lambda case: (one(case) and two(case)) if word == "both" else (one(case) or two(case))
    return lambda case: case[word]
