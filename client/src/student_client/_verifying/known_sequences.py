"""Arithmetic and geometric sequences and sequences by recursion: their terms and sums."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Numbers, Unordered, number
from .known_lines import Given

N = sympy.Symbol("n", real=True)
_MANY = 500
_WORDS = {"ten": 10, "twenty": 20, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
Sequence: TypeAlias = tuple[str, Any, Any]
"""The kind of a sequence, its first term, and its difference or ratio."""


def _kind(terms: tuple[Any, ...], given: Given) -> Sequence | None:
    """Return the one kind of a sequence whose first terms are printed."""
    steps = {sympy.simplify(after - before) for before, after in pairwise(terms)}
    ratios = {sympy.simplify(after / before) for before, after in pairwise(terms) if before != 0}
    found: list[Sequence] = [("arithmetic", terms[0], steps.pop())] if len(steps) == 1 else []
    if len(ratios) == 1 and 0 not in terms:
        found.append(("geometric", terms[0], ratios.pop()))
    said = {name for name in ("arithmetic", "geometric") if name in given}
    fits = [one for one in found if not said or said == {one[0]}]
    if len(fits) != 1 or (fits[0][0] == "geometric" and not said and len(terms) == 3):
        return None
    return fits[0]


def _nth(of: Sequence, place: Any) -> Any:
    kind, first, step = of
    return first + (place - 1) * step if kind == "arithmetic" else first * step ** (place - 1)


def _sum(of: Sequence, count: Any) -> Any:
    kind, first, step = of
    if kind == "arithmetic":
        return count * (2 * first + (count - 1) * step) / 2
    return first * (1 - step**count) / (1 - step) if step != 1 else first * count


def _count(given: Given) -> Any:
    said = given["count"][0][0]
    return sympy.Integer(_WORDS[str(said)]) if str(said) in _WORDS else said


def _places(of: Sequence, value: Any, rule: Any) -> list[Any]:
    """Return the places up to a bound at which a term or a sum has a value."""
    return [place for place in range(1, _MANY) if sympy.simplify(rule(of, sympy.Integer(place)) - value) == 0]


def of_terms(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about a sequence whose first terms are printed."""
    of = _kind(given["term"][0], given)
    if of is None or ("last" in given and thing not in {"difference", "ratio", "how many", "general"}):
        return None
    return _of_sequence(thing, given, of)


def _of_sequence(thing: str, given: Given, of: Sequence) -> Answer | None:
    if thing in {"difference", "ratio"}:
        return number(of[2], is_printed=True) if (thing == "ratio") == (of[0] == "geometric") else None
    if thing in {"how many", "count"}:
        return _how_many(thing, given, of)
    if thing == "endless":
        return number(of[1] / (1 - of[2])) if of[0] == "geometric" and abs(of[2]) < 1 else None
    if thing == "nth":
        return number(_nth(of, given["nth"][0][0]))
    if thing == "first":
        return number(of[1])
    return number(_nth(of, N) if thing == "general" else _sum(of, _count(given)))


def _how_many(thing: str, given: Given, of: Sequence) -> Answer | None:
    if thing == "how many":
        places = _places(of, given["last"][0][0], _nth) if "last" in given else []
    else:
        places = _places(of, given["total"][0][0], _sum)
    return Unordered(tuple((sympy.Integer(one),) for one in places)) if places else None


def of_told(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about a sequence that two of its terms give."""
    kind = str(given["kind"][0][0])
    said = {str(one) for row in given["said"] for one in row[1:-1]} | {"arithmetic", "geometric"} & given.keys()
    if len(given["said"]) != 2 or not said <= {kind}:
        return None
    (at, *_, value), (there, *_, other) = sorted(given["said"], key=lambda one: one[0])
    apart = there - at
    if apart <= 0:
        return None
    if kind == "arithmetic":
        step = (other - value) / apart
        return _of_sequence(thing, given, (kind, value - (at - 1) * step, step))
    if apart % 2 == 0 or value == 0:
        return None
    step = sympy.real_root(other / value, apart)
    return _of_sequence(thing, given, (kind, value / step ** (at - 1), step))


def of_sums(thing: str, given: Given) -> Answer | None:
    """Return a term of the sequence whose sums are printed as a polynomial in n without a constant term."""
    made = given["sum"][0][0]
    if sympy.simplify(made.subs(N, 0)) != 0:
        return None
    term = sympy.expand(made - made.subs(N, N - 1))
    if thing == "general":
        return number(term)
    if thing == "nth":
        return number(term.subs(N, given["nth"][0][0]))
    step = sympy.expand(term.subs(N, N + 1) - term)
    return number(step) if not step.free_symbols else None


def of_recursion(thing: str, given: Given) -> Answer | None:
    """Return terms of a sequence by its recursion."""
    (start, value), (rule, ahead) = given["first"][0], given["next"][0]
    if thing == "index" and given["called"] != given["name"]:
        return None
    if thing == "terms":
        last = start + _WORDS.get(str(given["many"][0][0]), given["many"][0][0]) - 1
    else:
        last = start + given["nth"][0][0] - 1 if thing == "nth" else given["index"][0][0]
    if not start <= last <= _MANY:
        return None
    made = [value]
    before = sympy.Symbol("b", real=True)
    for at in range(int(start), int(last)):
        made.append(rule.subs({before: made[-1], N: at + 1 - ahead}))
    return Numbers(tuple(made), is_printed=True) if thing == "terms" else number(made[-1])


def of_consecutive(thing: str, given: Given) -> Answer | None:
    """Return the letter for which three expressions are terms of an arithmetic or a geometric sequence."""
    a, b, c = given["term"][0]
    letter = given["letter"][0][0]
    if (
        (thing != "letter")
        or ("arithmetic" in given) == ("geometric" in given)
        or letter not in (a + b + c).free_symbols
    ):
        return None
    zero = 2 * b - a - c if "arithmetic" in given else b**2 - a * c
    found = [one for one in sympy.solve(sympy.expand(zero), letter) if one.is_real]
    if "geometric" in given:
        found = [one for one in found if 0 not in {part.subs(letter, one) for part in (a, b, c)}]
    return Unordered(tuple((one,) for one in found)) if found else None
