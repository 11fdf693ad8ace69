"""Reads a question whose answer a known formula gives from what is printed, such as the midpoint of two points.

Every word must be of a closed list: the things that can be asked of what is printed, the names of what is printed,
what the words give, such as a point, and the words that hold these together. A thing is asked if it follows a word
that asks, or "and" after another one. A thing after "of", "from" or "with" is refused, and so is any word that is not
listed, so nothing can be asked that is made from the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ..formulas.tree import Node
from ..statement import NotRead, Operation, Question, Statement
from .families import FAMILIES
from .family import LABEL, Family, Given, part
from .glue import GLUE, SIGNS, plain_signs
from .roundings import ROUNDED, rounding

KNOWN = "known"
"""The word of a question that a known formula answers."""
GENERAL = "curves"
"""The family that gives way to any other that fits, such as that of parabolas."""
Found = tuple[Statement, tuple[Question, ...]]
_LABEL = r"[A-Z]{2,4}(?!\w)|[A-HJ-Z](?=(?: and| to| is| are|,|\.|\?|$))"
Table = tuple[tuple[str, str, re.Pattern[str]], ...]
_PASSED = {"article", "form", "aside"}
"""Tokens that may be between the word that asks and the thing."""
_MAY_PRECEDE = {"ask", "join", "stop", "noun's", "rounded"}
_YES_OR_NO = {"is", "are", "does", "do", "has", "have"}
_WORD = re.compile(r"\s*(\S)")


@dataclass
class _Said:
    """What the words say: the things that are asked in order, and what is given."""

    things: list[str] = field(default_factory=list)
    given: Given = field(default_factory=dict)
    labels: list[str] = field(default_factory=list)
    roundings: dict[int, str] = field(default_factory=dict)
    before: dict[str, list[int]] = field(default_factory=dict)
    """How many things are named before each word that asks, and before each role that is given."""


def known_formula(objective: str, expression: str, variables: Sequence[str]) -> Found | None:
    """Return the question as read, or None if it is none of these, or fits several families.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.
    """
    found = []
    for family, printed in _printed(expression, tuple(variables)):
        with suppress(NotRead):
            words, names = family.restated(plain_signs(objective)), (*variables, *family.letters)
            said = _said(family, words, names)
            if said is not None and (made := _question(family, printed, said)) is not None:
                found.append(made)
    if len(found) > 1:
        found = [one for one in found if getattr(one[0].expression, "head", "") != GENERAL]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8)
def _printed(expression: str, variables: tuple[str, ...]) -> tuple[tuple[Family, Given], ...]:
    """Return the families that a print fits, with its parts; a problem is tried in many wordings of one print."""
    fitting: list[tuple[Family, Given]] = []
    for family in FAMILIES:
        with suppress(NotRead):
            if (printed := family.printed(expression, variables)) is not None:
                fitting.append((family, printed))
    return tuple(fitting)


def _question(family: Family, printed: Given, said: _Said) -> Found | None:
    """Return a question with all that it needs, and nothing that it does not use."""
    given, said = _named(printed, said.labels), _without_yielding(family, _without_repeated(printed, said))
    if given is None or set(given) & set(said.given) or len(set(said.things)) != len(said.things) or not said.things:
        return None
    if any(len(set(values)) != 1 for role, values in said.given.items() if role not in family.several):
        return None
    if any(_is_of_one(family, said, role) for role in said.given):
        return None
    given = given | {role: list(dict.fromkeys(values)) for role, values in said.given.items()}
    needed = {role for thing in said.things for role in family.needs.get(thing, ())}
    if not needed <= set(given) or set(said.given) - needed - set(family.allows) - set(said.things):
        return None
    if family.fits is not None and not family.fits(given):
        return None
    parts = tuple(Node(role, parts) for role, values in given.items() for parts in values if role != LABEL)
    questions = tuple(
        (_asked(thing, said.roundings.get(at, said.roundings.get(-1))),) for at, thing in enumerate(said.things)
    )
    return Statement(Node(family.name, parts)), questions


def _without_repeated(printed: Given, said: _Said) -> _Said:
    """Return what the words give without what is printed, too, in the same way."""
    again = {role for role, values in said.given.items() if printed.get(role) and set(values) == set(printed[role])}
    return replace(said, given={role: values for role, values in said.given.items() if role not in again})


def _without_yielding(family: Family, said: _Said) -> _Said:
    """Return what is asked without the things that another one says in full; nothing if the rounding is then open."""
    kept = [one for one in said.things if not set(family.yields.get(one, ())) & set(said.things)]
    if len(kept) == len(said.things):
        return said
    return replace(said, things=[] if set(said.roundings) - {-1} else kept)


def _is_of_one(family: Family, said: _Said, role: str) -> bool:
    """Return whether what is given may belong to one thing only: "the velocity at t = 2 and the acceleration".

    A thing that needs it has it, and so has one with its own verb: "and in which direction does it occur".
    """
    places, count = said.before.get(role, []), len(said.things)
    needing = {thing for thing in said.things if role in family.needs.get(thing, ())} | set(family.does)
    free = role in family.allows and bool(set(said.things) - needing)
    if not any(said.given[role]) or not places or not free or len(places) == count or 0 in places:
        return False
    asked_apart = any(0 < at < count for at in said.before.get("ask", []))
    return asked_apart or any(at < count for at in places)


def _asked(thing: str, rounded: str | None) -> Operation:
    return Operation("simplify", word=KNOWN, names=(thing, *([rounded] if rounded else [])))


def _named(printed: Given, labels: list[str]) -> Given | None:
    """Return what is printed, only the points that the words name if they name some; None if they name others."""
    own = [str(name.value) for (name,) in printed.get(LABEL, [])]
    several = {"".join(label) for label in labels if len(label) > 1}
    singles = [label for label in labels if len(label) == 1]
    if len(several) > 1 or (labels and not own):
        return None
    chosen = list(several.pop()) if several else list(dict.fromkeys(singles))
    if not set(chosen) | set(singles) <= set(own) or len(set(chosen)) != len(chosen):
        return None
    if not chosen or len(chosen) == 1:
        return printed if not chosen or len(own) == 1 else None
    points = [printed["point"][own.index(name)] for name in chosen]
    return {**printed, "point": points}


def _said(family: Family, objective: str, variables: Sequence[str]) -> _Said | None:
    """Return what an objective says; None if a word is not known, or a thing is said and not asked."""
    made, held, told = _Said(), "stop", False
    asked_before = 0
    for kind, name, token in _tokens(_table(family.name), objective):
        told = kind != "stop" and (told or (kind == "thing" and held == "stop" and name not in family.does))
        if kind == "ask" and told:  # "The velocity is given, find the position."
            return None
        if kind == "" or (kind == "thing" and held not in _MAY_PRECEDE and name not in family.does):
            return None
        if kind == "state" and held == "stop" and token[0].lower() in _YES_OR_NO:
            return None
        if kind == "stop":
            if "?" in token[0] and len(made.things) == asked_before:
                return None
            asked_before = len(made.things)
        _take(made, kind, name, token, variables)
        if kind not in _PASSED and not (kind == "join" and held == "stop"):
            held = kind
    return made


def _take(made: _Said, kind: str, name: str, token: re.Match[str], variables: Sequence[str]) -> None:
    """Keep what a token says."""
    if kind in {"given", "ask"}:
        made.before.setdefault(name or kind, []).append(len(made.things))
    if kind == "given":
        made.given.setdefault(name, []).append(tuple(part(one, variables) for one in token.groups() if one))
    elif kind == LABEL:
        made.labels.append(token[0])
    elif kind == "rounded":
        made.roundings[_place(name, made)] = rounding(token)
    elif kind == "thing":
        made.things.append(name)
        for role, value in token.groupdict().items():
            if value:
                made.given.setdefault(role, []).append((part(value, variables),))
        if token.lastindex and not token.groupdict():
            made.given.setdefault(name, []).append(tuple(part(one, variables) for one in token.groups() if one))


def _tokens(table: Table, text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Yield the tokens of a text with their kinds and names; the last one has no kind if a word is not known."""
    at = 0
    while found := _WORD.match(text, at):
        kind, name, token = _longest(table, text, found.start(1))
        yield kind, name, token or found
        if token is None:
            return
        at = token.end()


def _place(name: str, made: _Said) -> int:
    """Return which thing a rounding belongs to; -1 for all."""
    return len(made.things) - 1 if name == "latter" else 0 if name == "former" else -1


def _longest(table: Table, text: str, at: int) -> tuple[str, str, re.Match[str] | None]:
    """Return the longest token at a place, with its kind and its name."""
    best: tuple[str, str, re.Match[str] | None] = ("", "", None)
    for kind, name, pattern in table:
        found = pattern.match(text, at)
        if found and found.end() > at and (best[2] is None or found.end() > best[2].end()):
            best = (kind, name, found)
    return best


@lru_cache(maxsize=64)
def _table(family_name: str) -> Table:
    """Return the tokens of a family, the kinds that win a tie first."""
    family = next(one for one in FAMILIES if one.name == family_name)
    rows = [("thing", name, said) for name, said in (*family.does.items(), *family.things.items())]
    rows += [("given", name, said) for name, said in family.givens.items()]
    rows += [("noun's", "", rf"(?:{family.nouns})'s"), ("noun", "", family.nouns)]
    rows += [("rounded", name, said) for name, said in ROUNDED.items()]
    rows += [(kind, "", said) for kind, said in GLUE]
    words = [(kind, name, re.compile(rf"(?:{said})(?![\w'^-])", re.IGNORECASE)) for kind, name, said in rows]
    signs = [(kind, "", re.compile(said)) for kind, said in SIGNS]
    labels = [(LABEL, "", re.compile(_LABEL))] if family.labelled else []
    return (*labels, *words, *signs)
