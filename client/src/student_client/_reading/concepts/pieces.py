"""Splits a sentence into what a task needs, what it allows, what asks, and the words between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .marks import MARK
from .task import Task
from .tasks import THINGS
from .ways import BY, WAYS
from .words import ASK, WORD, glue

_MARK = re.compile(rf"{MARK}(?P<kind>[^{MARK}]*){MARK}")
_WHETHER = re.compile(
    r"(?:(?:decide|tell|determine|check|see|state|say|test|investigate|examine|find out|establish|conclude|show)(?:"
    r" me)? )?(?:whether|if)(?: or not)?(?![\w'-])|(?:(?:state|give|find|determine|describe|name|identify|what is|say"
    r"|find out) )?(?:the |which |what )?(?:sort|kind|type) of(?: the)?(?![\w'-])|(?:find|determine|describe|state"
    r"|investigate|examine|discuss|study|test|decide(?: on| about)?|establish|check|analy[sz]e) the (?=parity"
    r"|concavity|convergence|nature)|(?:classify|test|identify|examine|investigate)(?![\w'-])|(?:(?:state|say|decide"
    r"|determine|tell) )?which (?=conic)"
)
_AT_WHICH = re.compile(r"(?:at|for|on|in|of|to|by|with) which(?![\w'-])")
_OPTION = re.compile(r"(?:or|neither|nor|both|none|not|either)(?![\w'-])")
EACH = frozenset({"each", "every", "both"})


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence.

    Args:
        kind: what it is: ``needed``, ``allowed``, ``mark``, ``way``, ``ask``, ``whether``, ``option``, ``glue`` or
            ``other``.
        text: the piece.
    """

    kind: str
    text: str


def is_of(piece: Piece, need: str) -> bool:
    """Return whether a piece names a thing or a formula, or one of several that ``|`` separates."""
    return any(
        piece.text == f"{MARK}{one}{MARK}"
        if piece.kind == "mark"
        else one in THINGS and bool(_exactly(one).match(piece.text))
        for one in need.split("|")
    )


@cache
def _exactly(thing: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{THINGS[thing]})$")


@cache
def _vocabulary(things: frozenset[str], ways: frozenset[str]) -> re.Pattern[str]:
    led = "|".join(f"{BY} (?:{WAYS[way]})(?: first)?" for way in sorted(ways))
    every = "|".join(f"(?:{THINGS[thing]})" for thing in sorted(things))
    return re.compile(rf"(?:(?P<way>{led or '(?!)'})|(?P<thing>{every or '(?!)'}))(?![\w'-])")


def pieces_of(task: Task, sentence: str) -> Iterator[Piece]:
    """Yield the pieces of a sentence.

    Args:
        task: what could be asked.
        sentence: the words in small letters, with marks for formulas.
    """
    needed = frozenset(one for need in task.needs for one in need.split("|") if one in THINGS)
    finds = needed | (set(task.finds) & set(THINGS))
    known = _vocabulary(frozenset(finds), frozenset(task.ways))
    beside = _vocabulary(frozenset(task.names & set(THINGS)) - finds, frozenset())
    position = 0
    while position < len(sentence):
        if sentence[position] in ' ,:()"“”':
            position += 1
            continue
        made = _piece(task, sentence, position, known, beside)
        yield made
        position += len(made.text)


def _piece(task: Task, text: str, at: int, known: re.Pattern[str], beside: re.Pattern[str]) -> Piece:
    if (found := _MARK.match(text, at)) and not known.match(text, at):
        return Piece("glue" if found["kind"] in {"name", "letter"} else "mark", found[0])
    if task.by_word and (found := _WHETHER.match(text, at) or _OPTION.match(text, at)):
        return Piece("option" if _OPTION.fullmatch(found[0]) else "whether", found[0])
    if found := known.match(text, at):
        return Piece("way" if found["way"] else "needed", found[0])
    if found := beside.match(text, at):
        return Piece("allowed", found[0])
    if found := ASK.match(text, at):
        return Piece("ask", found[0])
    word = _AT_WHICH.match(text, at) or WORD.match(text, at)
    said = word[0] if word else text[at]
    return Piece("glue" if said.strip("'") in glue() | EACH or _AT_WHICH.match(said) else "other", said)
