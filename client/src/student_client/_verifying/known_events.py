"""The probability of an event, from those of others: the probabilities of all cases are a system of equations."""

from __future__ import annotations

from itertools import product
from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, number
from .known_lines import Given

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
    weights = dict(zip(cases, unknowns, strict=True))

    def chance(said: str) -> tuple[Any, Any]:
        """Return the numerator and the denominator of a probability."""
        words = said.split("-")
        if words[0] != "given":
            return sum(weights[case] for case in cases if _happens([*words], names, case)), sympy.Integer(1)
        rest = words[1:]
        first = [_happens(rest_ := [*rest], names, case) for case in cases]
        left = len(rest_)
        other = rest[len(rest) - left :]
        second = [_happens([*other], names, case) for case in cases]
        both = [weights[case] for case, one, two in zip(cases, first, second, strict=True) if one and two]
        return sum(both), sum(weights[case] for case, two in zip(cases, second, strict=True) if two)

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


def _happens(words: list[str], names: list[str], case: tuple[bool, ...]) -> bool:
    """Return whether an event happens in a case; its words are taken from the list."""
    word = words.pop(0)
    if word == "not":
        return not _happens(words, names, case)
    if word in {"both", "or"}:
        one, two = _happens(words, names, case), _happens(words, names, case)
        return (one and two) if word == "both" else (one or two)
    return case[names.index(word)]
