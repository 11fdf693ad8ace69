r"""Says a sum that is written out, ``1 + 4 + 9 + \cdots + 100``, as one with bounds, if it continues in one way only.

The last term must be one of the sequence that the first ones begin. Without a last term, three terms must be those of a
geometric series that converges, or their denominators those of a telescoping one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from ..formulas.exact import exact, tex
from ..formulas.notation import parse_point
from ..formulas.same_notation import canonical
from ..statement import Choices, NotRead

MAX_TERMS = 2000
"""Most terms of a sum whose last term is looked for."""
_DOTS = re.compile(r"\s*(?:\.\s*\.\s*\.|…|⋯|\\[lc]?dots[cb]?)\s*")
_KIND = (
    r"(?:(?:the|this|a|an|following|given|finite|infinite|convergent|arithmetic|geometric|telescoping|exact"
    r"|indicated) )*"
)
_ASKED = re.compile(
    rf"(?:find|compute|calculate|evaluate|determine|what is|give|state|work out|add up) {_KIND}(?:sum|value|total"
    rf"|series|expression|progression)?(?: to infinity)?(?: of {_KIND}(?:series|sum|progression|sequence|terms"
    rf"|expression|numbers))?(?: to infinity)?|(?:what (?:number )?|to what (?:number )?)does {_KIND}(?:series|sum"
    r"|expression)? ?(?:add up(?: to)?|converge(?: to)?)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"the first (?:few|two|three|four|five|\d) terms of {_KIND}(?:series|progression|sequence) (?:are|is)"
    r" (?:given|shown|printed|listed)(?: (?:below|here|above))?[.;:] *(?=[A-Z])"
    r"|(?:,? (?:if (?:it|the sum) exists|if (?:possible|it converges)|exactly|please))(?=[.?]?$)|^please ",
    re.IGNORECASE,
)
"""What says of the terms that they are printed, and of the sum that it may not exist."""


@dataclass(frozen=True)
class _Rule:
    """A sequence: its term in the letter n, and the value of each term."""

    term: str
    value: Callable[[int], Fraction]


def written_sum(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose sum has bounds; the same one if it is not written out, or continues in several ways.

    >>> written_sum("Find the sum.", r"1 + 4 + 9 + \cdots + 100", ["n"])
    ('Find the sum.', '\\sum_{n=1}^{10}\\left((1 + (1)(n-1))^{2}\\right)')
    """
    shown = _parts(expression)
    if shown is None:
        return objective, expression
    text = _BESIDE.sub("", re.sub(r"\$|\\\(|\\\)", "", objective).strip(" .?!:"))
    text = re.sub(r"[ :,.]+$", "", _without_list(text, expression))
    kind = re.search(r"arithmetic|geometric", text, re.IGNORECASE)
    if not _ASKED.fullmatch(text) or not re.search(r"sum|value|series|add|total|expression|progression", text, re.I):
        return objective, expression
    first, last = shown
    if last and "infinity" in text:
        return objective, expression
    rules = _rules(first, kind[0].lower() if kind else "")
    found = {(_count(rule, len(first), last), rule.term) for rule in rules}
    ended = [(count, term) for count, term in found if count]
    if len(ended) != 1:
        return objective, expression
    count, term = ended[0]
    name = next((one for one in (*variables, "n", "k") if re.fullmatch("[a-z]", one) and one not in {"x", "e"}), "n")
    term = re.sub(r"\bn\b", name, term)
    return "Find the sum.", rf"\sum_{{{name}=1}}^{{{count}}}\left({term}\right)"


def _without_list(text: str, expression: str) -> str:
    """Leave out the printed list where the words have it again."""
    start = re.search(r"(?<![A-Za-z])[-(]?(?:\d|\\frac)", text)
    said = text[start.start() :] if start else ""
    same = canonical(_DOTS.sub("…", said)) == canonical(_DOTS.sub("…", expression))
    if start and not same:  # the list may stand before the last words
        rest = re.search(r"(?<=[…\d}])\s+(?=[a-z])", said)
        head = said[: rest.start()] if rest else ""
        if head and canonical(_DOTS.sub("…", head)) == canonical(_DOTS.sub("…", expression)):
            return f"{text[: start.start()]}{said[len(head) :].lstrip()}"
    return text[: start.start()] if start and same else text


def _parts(expression: str) -> tuple[list[str], str] | None:
    """Return the first terms and the last one, which is empty if there is none; None if it is not such a sum."""
    halves = _DOTS.split(expression.strip(" $."))
    halves = [*halves, ""] if len(halves) == 1 and _DOTS.search(expression) else halves
    if len(halves) != 2 or "=" in expression:
        return None
    before, after = halves[0].rstrip(" +"), halves[1].strip()
    if not halves[0].rstrip().endswith("+") or (after and not after.startswith("+")):
        return None
    terms = _split(before)
    return (terms, after.lstrip("+ ")) if len(terms) >= 3 else None


def _split(text: str) -> list[str]:
    depth, made = 0, [""]
    for sign in text:
        depth += (sign in "({[") - (sign in ")}]")
        if sign in "+-" and depth == 0 and made[-1].strip():
            made.append("-" if sign == "-" else "")
        else:
            made[-1] += sign
    return [one.strip() for one in made]


def _value(text: str) -> Fraction | None:
    with suppress(NotRead, ValueError):
        return exact(parse_point(text, [], Choices({})))
    return None


def _rules(terms: Sequence[str], kind: str) -> list[_Rule]:
    """Return the sequences that begin with the terms: by their values, else by the numbers in each of them."""
    values = [one for one in map(_value, terms) if one is not None]
    if len(values) != len(terms) or 0 in values:
        return []
    plain = all(re.fullmatch(r"-?\s*(?:\d+|\\[dt]?frac\s*\{?\d+\}?\s*\{?\d+\}?|\d+\s*/\s*\d+)", one) for one in terms)
    if not plain:
        made = _by_numbers(terms)
        return [made] if made and not kind else []
    steps = {other - one for one, other in pairwise(values)}
    ratios = {other / one for one, other in pairwise(values)}
    found = []
    if len(steps) == 1 and kind != "geometric":
        found.append(_linear(values[0], steps.pop()))
    if len(ratios) == 1 and kind != "arithmetic":
        by = ratios.pop()
        found.append(_Rule(rf"{tex(values[0])} \cdot ({tex(by)})^{{n-1}}", lambda n: values[0] * by ** (n - 1)))
    return found if found or kind else _of_powers(values)


def _linear(first: Fraction, step: Fraction) -> _Rule:
    return _Rule(f"{tex(first)} + ({tex(step)})(n-1)", lambda n: first + step * (n - 1))


def _of_powers(values: Sequence[Fraction]) -> list[_Rule]:
    """Return the squares, the cubes and the reciprocals that begin so."""
    for power in (2, 3, -1, -2, -3):
        bases = [_base(value if power > 0 else 1 / value, abs(power)) for value in values]
        known = [one for one in bases if one is not None]
        steps = {other - one for one, other in pairwise(known)}
        if len(known) == len(values) and len(steps) == 1 and 0 not in steps:
            rule = _linear(known[0], steps.pop())
            return [_raised(rule, power)]
    return []


def _raised(rule: _Rule, power: int) -> _Rule:
    above = f"({rule.term})^{{{abs(power)}}}"
    return _Rule(above if power > 0 else rf"\frac{{1}}{{{above}}}", lambda n: rule.value(n) ** power)


def _base(value: Fraction, power: int) -> Fraction | None:
    if value <= 0 or value.denominator != 1:
        return None
    size = value.numerator
    near = isqrt(size) if power == 2 else round(size ** (1 / power))
    return Fraction(near) if near**power == size else None


def _by_numbers(terms: Sequence[str]) -> _Rule | None:
    r"""Return the rule of ``1 \cdot 2 + 2 \cdot 3``: each number of a term grows by the same from term to term."""
    bare = [re.sub(r"\s", "", one) for one in terms]
    shapes = {re.sub(r"\d+", "#", one) for one in bare}
    numbers = [[int(one) for one in re.findall(r"\d+", term)] for term in bare]
    if len(shapes) != 1:
        return None
    columns = list(zip(*numbers, strict=True))
    steps = [{other - one for one, other in pairwise(column)} for column in columns]
    if any(len(step) != 1 for step in steps) or all(step == {0} for step in steps):
        return None
    rules = [(column[0], step.pop()) for column, step in zip(columns, steps, strict=True)]

    def term(n: int | None) -> str:
        given = iter(rules)
        return re.sub(r"\d+", lambda _: _entry(*next(given), n), shape)

    shape = bare[0]

    def value(n: int) -> Fraction:
        found = _value(term(n))
        if found is None:
            raise NotRead("a term of the sum has no value")
        return found

    return _Rule(term(None), value)


def _entry(first: int, step: int, n: int | None) -> str:
    if n is not None:
        return f"{first + step * (n - 1)}"
    return f"{first}" if not step else f"({first} + ({step})(n-1))"


def _count(rule: _Rule, shown: int, last: str) -> str:
    """Return how many terms there are; nothing if the last one is none of the sequence."""
    if not last:
        values = [rule.value(n) for n in range(1, 6)]
        ratios = {other / one for one, other in pairwise(values)}
        falls = len(ratios) == 1 and abs(values[1] / values[0]) < 1
        telescopes = rule.term.count("n-1") == 2 and "frac{1}" in rule.term and "^" not in rule.term
        return r"\infty" if falls or telescopes else ""
    end = _value(last)
    if end is None:
        return ""
    return next((str(n) for n in range(shown + 1, MAX_TERMS) if rule.value(n) == end), "")
