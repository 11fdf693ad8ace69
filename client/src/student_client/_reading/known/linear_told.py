r"""Families of linear algebra: coordinates in a basis, and for which letters a system has many solutions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from string import ascii_lowercase

from ..concepts.by_systems import by_systems
from ..formulas.notation import parse_system
from ..formulas.tree import Node, System
from ..formulas.vector_notation import Printed, printed_vectors
from ..statement import Choices, NotRead
from .family import VECTOR, Family, Given, formula
from .usual_words import letters

_BRACED = re.compile(
    r"(?:\\(?:mathcal|mathbf|mathrm)\s*\{\s*[A-Z]\s*\}|\\[a-z]+\s+[A-Z]|[A-Z])\s*=\s*(?:\\left\s*)?\\\{(?P<inside>.*?)"
    r"(?:\\right\s*)?\\\}",
    re.DOTALL,
)


def _basis(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the vectors of a basis, and another vector with its name if it is printed."""
    if found := _BRACED.search(expression):
        basis = printed_vectors(found["inside"])
        rest = expression[: found.start()] + expression[found.end() :]
        others = printed_vectors(rest) if re.search(r"[a-z\d]", rest) else []
    else:
        printed = printed_vectors(expression)
        listed = [one for one in printed if "_" in one.name]
        names = {one.name.partition("_")[0] for one in listed}
        basis = listed if len(names) == 1 else printed[: len(printed[0].entries)] if printed else []
        others = [one for one in printed if one not in basis]
    if not basis or len(others) > 1 or any(len(one.entries) != len(basis) for one in (*basis, *others)):
        return None
    made: Given = {"basis": [_entries(one, variables) for one in basis]}
    if others:
        made |= {"target": [_entries(others[0], variables)], "name": [letters(others[0].name or "x")]}
    return made


def _entries(one: Printed, variables: Sequence[str]) -> tuple[Node, ...]:
    return tuple(formula(entry, variables) for entry in one.entries)


_V = r"(?-i:[a-z])(?:_\{?\d\}?)?"
_LISTED = rf"(?:\\?\{{ ?)?{_V}(?: ?,? ?(?:and )?{_V}){{1,3}}(?: ?\\?\}})?"
_IN = r"(?:(?:relative|with respect) to|in|under|for)(?: (?:the|given|ordered|this))* basis"
_IN += rf"(?: (?:\\mathcal ?\{{?)?(?-i:[A-Z])(?:\}})?)?(?: ?=)?(?: ?{_LISTED})?"
_OF = r"(?: of(?: the)?(?: vector)?(?: (?P<said>[a-z])(?![\w=]| ?=))?)?"
BASES = Family(
    name="vectors in a basis",
    printed=_basis,
    things={
        "coordinates": rf"(?:coordinate vector|coordinates|components|coordinate representation)(?: \[ ?[a-z] ?\]_"
        rf"\\?\{{?\\?[a-zA-Z]+\}}?\}}?)?{_OF}(?: {_IN})?|\[ ?(?P<named>[a-z]) ?\]_\{{?(?:\\mathcal ?\{{?)?[A-Z]\}}*",
    },
    does={
        "combination ": r"(?:express|write)(?: the)?(?: vector)? (?P<said>[a-z]) as (?:a |the )?linear combination of"
        rf"(?: the)?(?: vectors)?(?: (?:in|of) the basis)?(?: {_LISTED})?",
    },
    nouns=rf"{_IN}|vectors?|basis",
    givens={"target": rf"(?:of )?(?:(?:the )?vector )?[a-z] ?= ?({VECTOR})"},
    needs=dict.fromkeys(("coordinates", "combination "), ("basis", "target")),
    allows=("said", "named"),
    fits=lambda given: all(
        given[role] == given.get("name", given[role]) for role in ("said", "named") if role in given
    ),
    letters=tuple(ascii_lowercase),
)


def _system(expression: str, variables: Sequence[str]) -> Given | None:
    """Return linear equations whose letters do not follow from the determinant alone."""
    read = parse_system(expression, variables, Choices({}))
    if read is None or not isinstance(read.expression, System):
        return None
    for name in variables:
        with suppress(NotRead):
            by_systems(f"Find the value of {name} if the system has infinitely many solutions.", expression, variables)
            return None
    return {"equation": [(one.left, one.right) for one in read.expression.equations]}


_SYSTEM = (
    r"(?:(?:the|this|these|following|given|linear|simultaneous|pair of|system of) )*(?:systems?|equations|it)"
    r"(?: of (?:(?:linear|simultaneous) )*equations)?(?: (?:below|above|given|shown))*"
)
_MANY = r"(?:infinitely many|infinite|an infinite number of|an infinity of|more than one) solutions?"
_NAMES = r"(?P<one>[a-z])(?:(?:,| and) (?P<two>[a-z]))?(?![\w(])"
_VALUES = (
    rf"(?:(?:(?:real|possible) )?(?:values?|numbers?) of (?:the )?(?:(?:real )?(?:constants?|parameters?) )?)?{_NAMES}"
)
_SO = r"(?:,? (?:for which|such that|so that|if|that make|given that|when))"
_OR = r"(?:consistent|solvable)"
SYSTEMS = Family(
    name="systems with letters",
    printed=_system,
    things={
        "many": rf"{_VALUES}{_SO} {_SYSTEM} (?:has|have|having) {_MANY}",
        "consistent": rf"{_VALUES}{_SO} {_SYSTEM} (?:is|are) {_OR}",
    },
    does={
        "many ": rf"(?:for )?(?:what|which)(?: real)?(?: values?| numbers?)?(?: of)? {_NAMES} (?:does|do|will|would)"
        rf" {_SYSTEM} have {_MANY}",
        "consistent ": rf"(?:for )?(?:what|which)(?: values?)?(?: of)? {_NAMES} (?:is|are) {_SYSTEM} {_OR}",
    },
    nouns=r"constants?|real",
    allows=("one", "two"),
    several=("equation",),
    letters=tuple(ascii_lowercase),
)
FAMILIES = (BASES, SYSTEMS)
"""The families of this module."""
