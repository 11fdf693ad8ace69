"""Whole numbers and counts: divisors, repeating decimals, arrangements, and the measures of data."""

from __future__ import annotations

from collections import Counter
from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Unordered, number
from .known_lines import Given

_MOST = 200


def of_numbers(thing: str, given: Given) -> Answer | None:
    """Return a common divisor or multiple of numbers, or a measure of data."""
    data = [one for (one,) in given["number"]]
    if thing in {"gcd", "lcm"}:
        if not all(one.is_Integer and one > 0 for one in data):
            return None
        return number(sympy.Integer((sympy.igcd if thing == "gcd" else sympy.ilcm)(*data)))
    if thing == "geometric mean":
        return number(sympy.prod(data) ** sympy.Rational(1, len(data))) if min(data) > 0 else None
    return _of_data(thing, sorted(data), sympy.Integer(len(data)))


def _of_data(thing: str, data: list[Any], count: Any) -> Answer | None:
    mean = sum(data) / count
    squares = sum((one - mean) ** 2 for one in data)
    half = len(data) // 2
    often = Counter(data).most_common()
    modes = [one for one, times in often if times == often[0][1]]
    answers: dict[str, Answer] = {
        "mean": number(mean),
        "arithmetic mean": number(mean),
        "median": number((data[half] + data[-half - 1]) / 2, is_printed=True),
        "range": number(data[-1] - data[0]),
        "variance": number(squares / count),
        "deviation": number(sympy.sqrt(squares / count)),
        "sample variance": number(squares / (count - 1)),
        "sample deviation": number(sympy.sqrt(squares / (count - 1))),
    }
    if thing == "mode" and len(modes) == 1 and often[0][1] > 1:
        return number(modes[0], is_printed=True)
    return answers.get(thing)


def of_repeating(_: str, given: Given) -> Answer | None:
    """Return a repeating decimal as a fraction."""
    whole, fixed, period = (str(one)[1:] for one in given["digits"][0])
    nines = sympy.Integer(10 ** len(period) - 1)
    size = sympy.Integer(10 ** len(fixed))
    return number(int(whole or 0) + (int(fixed or 0) + int(period) / nines) / size)


def of_numeral(_: str, given: Given) -> Answer | None:
    """Return the value of a numeral."""
    return number(given["value"][0][0])


def of_letters(_: str, given: Given) -> Answer | None:
    """Return the number of arrangements of the letters of a word."""
    often = given["often"][0]
    made = sympy.factorial(sum(often))
    for times in often:
        made /= sympy.factorial(times)
    return number(made)


def of_selection(_: str, given: Given) -> Answer | None:
    """Return the whole numbers for which a count of permutations or combinations has its printed value."""
    n, r = given["pair"][0]
    letter = given["letter"][0][0]
    if "total" not in given or (n + r + given["total"][0][0]).free_symbols != {letter}:
        return None
    rule = sympy.ff if str(given["kind"][0][0]) == "P" else sympy.binomial
    found = []
    for at in range(_MOST):
        values = [one.subs(letter, at) for one in (n, r, given["total"][0][0])]
        if 0 <= values[1] <= values[0] and rule(values[0], values[1]) == values[2]:
            found.append((sympy.Integer(at),))
    return Unordered(tuple(found)) if found else None
