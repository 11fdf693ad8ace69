r"""Reads a story about an equation: "The age x of a boy satisfies the equation. How old is he?" is solved for x.

A story must be words without mathematics. Only things that are bought or sold may be counted in it, if the
equations themselves are to be solved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..._problem import Problem
from ..questions.splitting import sentences
from ..statement import NotRead
from .decoration import undecorated
from .restating import inline
from .story_units import PER, TIME
from .story_words import MEASURED, QUANTITIES
from .told_facts import PLAIN

_FURTHER = """
    pear pears age ages price prices both and number numbers satisfies satisfy hold holds true unknown old as say says
    amounts sold product solution solutions of two tells
"""
_WORDS = PLAIN | frozenset(_FURTHER.split())
_COUNTED = re.compile(r"\b\d+ (?=(?P<noun>[a-z]+s)\b)", re.IGNORECASE)
_HOLDS = re.compile(
    rf"(?:after|in) how many {TIME} (?P<name>\\?[A-Za-z]+) (?:does|is|will) (?:this|it|the equation) (?:hold|be true"
    r"|true)"
)
_NOUN = re.compile(r"\b(?P<noun>[a-z]+),? (?P<name>\\?[A-Za-z]+)(?![\w'])")
_SOLVE = (
    r"(?:solve|find) (?:it|them|the equations?|these equations?|both equations|the system|the solutions?)"
    r"(?: for (?P<list>.+))?"
)
_FIND = (
    r"(?:find|determine|work out|calculate|what is|what are)(?: the)?(?: values? of)? (?P<what>it|them|him|her|both"
    r" prices|both numbers|(?:two )?numbers|prices|(?P<noun>[a-z]+)|(?P<list>\\?[A-Za-z](?:_\d)?(?:(?:, and|,| and)"
    r" \\?[A-Za-z]+(?:_\d)?)*))"
)
_OLD = r"how old (?:is|are) (?:he|she|it|they|the (?P<owner>[a-z]+))"


def about_equations(problem: Problem) -> tuple[Problem, bool]:
    """Return the problem without the story of its equations, and whether an unknown is measured, not only a number.

    Args:
        problem: as the person wrote it.

    Raises:
        NotRead: no such story is there, or a part of it is not understood.
    """
    equations = len(re.findall(r"(?<![<>!])=", problem.expression))
    text = inline(undecorated(problem.objective.strip()))
    *told, question = [one.strip(" .?!") for one in sentences(text)] or [""]
    if not told or not equations or re.search(r"[<>]|\\[lg]e|\\sum|\\int|'", problem.expression):
        raise NotRead("the words have no story of an equation")
    nouns: dict[str, str] = {}
    counted = [_tells(one, problem.variables, nouns) for one in told]
    for pattern in (_SOLVE, _FIND, _OLD):
        found = re.fullmatch(pattern, question, re.IGNORECASE)
        owner = found.groupdict().get("owner") if found else None
        if owner and not re.search(rf"\bages? [^.]*\b{owner}\b", " ".join(told), re.IGNORECASE):
            continue
        if found and (not any(counted) or pattern == _SOLVE):
            asked = _unknowns(found.groupdict(), problem.variables, nouns, one=equations == 1)
            numbers = {"number", "numbers"} & {*nouns.values(), *re.findall("[a-z]+", " ".join(told).lower())}
            words = (
                f"Solve for {' and '.join(asked)}." if equations == 1 else f"Solve the system for {', '.join(asked)}."
            )
            return Problem(words, problem.expression, problem.variables, problem.assume), not numbers
    raise NotRead("the question about the story is not understood")


def _tells(said: str, variables: Sequence[str], nouns: dict[str, str]) -> bool:
    """Keep what a sentence says of the unknowns; return whether it counts things.

    Raises:
        NotRead: a word of it could be mathematics.
    """
    if found := _HOLDS.fullmatch(said[:1].lower() + said[1:]):
        nouns[found["name"].lstrip("\\")] = "time"
        said = ""
    for found in _NOUN.finditer(said):
        name = found["name"].lstrip("\\")
        if name in variables and found["noun"].lower() in MEASURED | QUANTITIES | {"age", "number", "price"}:
            nouns[name] = found["noun"].lower()
    rest, counted = _COUNTED.subn(lambda found: "" if found["noun"].lower() in MEASURED else found[0], said)
    rest = re.sub(rf"(?<=[a-z])'s\b|\b(?:in )?(?:{PER})(?!\w)", "", rest)
    words = re.findall(r"\\?[A-Za-z]+(?:-[A-Za-z]+)*|\d+|[^\s,;:()]", rest)
    if not all(word.lower() in _WORDS or word.lstrip("\\") in variables for word in words):
        raise NotRead("the story of the equation is not understood")
    return counted > 0


def _unknowns(given: dict[str, str | None], variables: Sequence[str], nouns: dict[str, str], *, one: bool) -> list[str]:
    """Return the unknowns that a question asks for.

    Raises:
        NotRead: they are not clear.
    """
    listed = given.get("list")
    if listed:
        names = [name.lstrip("\\") for name in re.split(r",? and |, ?", listed)]
    elif given.get("noun"):
        names = [name for name, noun in nouns.items() if noun == given["noun"]]
    else:
        names = list(nouns) if one and len(nouns) == 1 else list(variables)
    if not names or not set(names) <= set(variables) or (one and len(names) != 1) or (not one and len(names) < 2):
        raise NotRead("it is not clear which unknown is asked")
    return names
