"""Reads the extreme values of a polynomial: the greatest one on an interval, and the only local one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.tree import Node
from ..statement import Choices, NotRead, Operation
from .enclosing import real_roots
from .of_functions import Asked, Reader, ends, function, node
from .sentence_parts import BETWEEN, FIND, F

_GREATEST = re.compile("max|great|larg|high", re.IGNORECASE)


def _derived(function: Node, name: str) -> tuple[dict[int, Fraction], list[Fraction]]:
    """Return the coefficients of a polynomial's derivative, and its zeros.

    Raises:
        NotRead: it is not a polynomial with fractions, or a zero is not a fraction.
    """
    try:
        parts = {degree: exact(part) for degree, part in coefficients(function, name).items()}
    except NoPolynomial:
        raise NotRead("an extreme value is only understood for a polynomial") from None
    slope = {degree - 1: degree * part for degree, part in parts.items() if part and degree}
    if None in parts.values() or not slope:
        raise NotRead("an extreme value is only understood for a polynomial")
    zeros = [exact(place) for place in real_roots(slope)]
    known = [place for place in zeros if place is not None]
    if len(known) != len(zeros):
        raise NotRead("the critical numbers are not fractions")
    return slope, known


def absolute(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the greatest or the smallest value on an interval as the value at a place, or both of them."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    low, high = (exact(end) for end in ends(found, choices, name))
    if low is None or high is None or low >= high:
        raise NotRead("the interval has no fractions as its ends")
    _, zeros = _derived(node(read), name)
    places = sorted({low, high, *(zero for zero in zeros if low < zero < high)})
    values = {place: exact(node(read).put({name: _number(place)})) for place in places}
    known = {place: value for place, value in values.items() if value is not None}
    if len(known) != len(values):
        raise NotRead("a value of the function is not a fraction")
    top, bottom = max(known, key=lambda place: known[place]), min(known, key=lambda place: known[place])
    kinds = [found["kind"], *([found["other"]] if found.groupdict().get("other") else [])]
    asked = [top if _GREATEST.match(kind) else bottom for kind in kinds]
    if any([*known.values()].count(known[place]) > 1 for place in asked):
        raise NotRead("the extreme value is at several places")
    return read, tuple((Operation("substitute", name, _number(place)),) for place in asked)


def local(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the only local extreme value of a kind as the value at its place, or both of them."""
    read, name = function(found, expression, [one for one in variables if one != "y"], choices)
    slope, zeros = _derived(node(read), name)
    kinds = [found["kind"], *([found["other"]] if found.groupdict().get("other") else [])]
    asked = [_turn(slope, sorted(set(zeros)), 1 if _GREATEST.match(kind) else -1) for kind in kinds]
    return read, tuple((Operation("substitute", name, _number(place)),) for place in asked)


def _turn(slope: dict[int, Fraction], places: list[Fraction], sign: int) -> Fraction:
    """Return the only zero of a derivative at which it changes from this sign to the other."""
    between = [(one + two) / 2 for one, two in pairwise(places)]
    beside = [places[0] - 1, *between, places[-1] + 1] if places else []
    signs = [sum(part * at**degree for degree, part in slope.items()) * sign for at in beside]
    fitting = [place for place, before, after in zip(places, signs, signs[1:], strict=False) if before > 0 > after]
    if len(fitting) != 1:
        raise NotRead(f"the function has {len(fitting)} such values")
    return fitting[0]


def _number(value: Fraction) -> Node:
    return Node("number", value=value)


_KIND = r"(?:maximum|minimum|greatest|least|largest|smallest|highest|lowest|max|min)"
_ON = rf",? (?:{BETWEEN})"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{FIND} (?:absolute |global )?(?P<kind>{_KIND})(?: values?)? (?:of|for) {F}{_ON}", absolute),
    (
        rf"{FIND} (?:absolute |global )?(?P<kind>{_KIND})(?: values?)? and (?:the )?(?:absolute |global )?"
        rf"(?P<other>{_KIND})(?: values?)? (?:of|for) {F}{_ON}",
        absolute,
    ),
    (rf"{FIND} (?:local|relative) (?P<kind>{_KIND}) values?(?: (?:of|for) {F})?", local),
    (
        rf"{FIND} (?:local|relative) (?P<kind>{_KIND})(?: values?)? and (?:the )?(?:(?:local|relative) )?"
        rf"(?P<other>{_KIND}) values?(?: (?:of|for) {F})?",
        local,
    ),
)
EXTREMES = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
