"""Does a sentence ask for the things of a task, and for nothing else?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .framing import asking
from .places import MARK, Marked
from .tasks import Task
from .things import THINGS
from .ways import BY, WAYS
from .words import ASK, WORD, YES_OR_NO, glue, ordinary

_MARK = re.compile(rf"{MARK}(?P<kind>[^{MARK}]*){MARK}")
_TWICE = re.compile(
    rf"{MARK}(?:name|letter|dy/dx|d2|inverse|image){MARK} ?{MARK}(?:name|letter|dy/dx|d2|inverse|image){MARK}"
)
"""Two names side by side, which are a product."""
_OF_ANOTHER = re.compile(rf"\b(?:of|for) {MARK}(?:dy/dx|d2|inverse){MARK}")
_SENTENCE = re.compile(r"(?:[.?!;]+|\.\.\.)(?:\s+|$)")
_WHETHER = re.compile(
    r"(?:(?:decide|tell|determine|check|see|state|say|test|investigate|examine|find out|establish|conclude|show)"
    r"(?: me)? )?(?:whether|if)(?: or not)?(?![\w'-])"
    r"|(?:(?:state|give|find|determine|describe|name|identify|what is|say|find out) )?(?:the |which |what )?"
    r"(?:sort|kind|type) of(?: the)?(?![\w'-])|(?:find|determine|describe|state|investigate|examine) the"
    r" (?=parity|concavity)|(?:which|what) of (?:the|these)(?: (?:following|two|three|words?))*(?: (?:is|are|describes?"
    r"|holds?|true|of|for))*|(?:classify|test|identify|examine|investigate)(?![\w'-])"
    r"|(?:(?:state|say|decide|determine|tell) )?which (?=conic)"
)
_THERE = re.compile(r"(?:is|are) there\b|(?:can|could) (?:you|we|i)\b")
_QUESTION = re.compile(rf"^(?:{YES_OR_NO.pattern})|\b(?:how|why|where|when|who|if)(?![\w'-])")
_USING = re.compile(r"(?:us(?:e|ing)|by|apply(?:ing)?|with|hint|remember|recall)(?![\w'-])")
_MORE = re.compile(r"^if |\band (?:is|are|does|do|what|which|how|find|give|state|where|if)(?![\w'-])")
"""The beginning of a second question, or of one that depends on an answer."""
_PREPOSITIONS = frozenset(["of", "as", "from", "to", "with", "for", "by", "in", "on", "at"])
_FROM = frozenset(["with", "from", "whose", "has", "have", "into"])
_STATED = frozenset(["is", "are", "has", "have", "be"])
_EACH = frozenset({"each", "every", "both"})
_AT_WHICH = re.compile(r"(?:at|for|on|in|of|to|by|with) which(?![\w'-])")
_OPTION = re.compile(r"(?:or|neither|nor|both|none|not|either)(?![\w'-])")


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


def fits(task: Task, made: Marked) -> bool:
    """Return whether an objective asks for the things of a task, and for nothing else.

    Args:
        task: what could be asked.
        made: the objective with its formulas marked.
    """
    if _TWICE.search(made.text) or _OF_ANOTHER.search(made.text):
        return False
    named: set[str] = set()
    asked = carried_out = False
    for sentence in _SENTENCE.split(made.text):
        pieces = list(_pieces(task, asking(sentence)))
        kinds = {piece.kind for piece in pieces}
        if not kinds & {"needed", "allowed", "mark", "way", "other"}:
            continue
        if not kinds & {"needed", "mark", "way"} and _is_ordinary(pieces):
            continue
        if "other" in kinds:
            return False
        text, finds = asking(sentence), bool(task.finds)
        if not (_by_word(pieces, text, asked, finds) if task.by_word else _by_thing(pieces, text)):
            return False
        asked = asked or "needed" in kinds
        carried_out = carried_out or bool(kinds & {"needed", "ask"}) or bool(_USING.match(asking(sentence)))
        named |= {need for piece in pieces for need in task.needs if _is(piece, need)}
    return named == set(task.needs) and (bool(task.needs) or carried_out)


def _is_ordinary(pieces: list[Piece]) -> bool:
    """Return whether a sentence asks nothing and has ordinary words alone, beside a name of what is printed."""
    if _QUESTION.search(" ".join(piece.text for piece in pieces)):
        return False
    words = [word for piece in pieces if piece.kind in {"other", "glue"} for word in piece.text.split()]
    return "ask" not in {piece.kind for piece in pieces} and all(word.strip("'") in ordinary() for word in words)


def _by_thing(pieces: list[Piece], sentence: str) -> bool:
    """Return whether the words ask for a needed thing, and for no other."""
    if YES_OR_NO.match(sentence) or {piece.kind for piece in pieces} & {"whether", "option"}:
        return False
    ended = pieces[-1].text in _PREPOSITIONS and not (pieces[-1].text == "of" and pieces[-2:][0].kind == "needed")
    if ended or re.match("if ", sentence) or not _is_asked(pieces):
        return False
    open_ask = False
    counts: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        if piece.text in _EACH and pieces[min(at + 1, len(pieces) - 1)].kind != "needed":
            return False
        if piece.kind in {"needed", "allowed"} and "as" in {before.text for before in pieces[max(0, at - 2) : at]}:
            return False
        if piece.kind == "ask":
            open_ask = True
        if piece.kind == "allowed" and open_ask:
            return False
        if piece.kind in {"needed", "mark"}:
            open_ask = False
            counts[piece.text] = counts.get(piece.text, 0) + (piece.kind == "needed")
    return all(count < 2 for count in counts.values())


def _is_asked(pieces: list[Piece]) -> bool:
    """Return whether a needed thing is what is asked, and neither stated nor what something else comes from or has."""
    for at, piece in enumerate(pieces):
        if piece.kind not in {"needed", "mark"}:
            continue
        asks = [index for index in range(at) if pieces[index].kind == "ask"]
        before = [one.text for one in pieces[asks[-1] + 1 if asks else 0 : at] if one.kind == "glue"]
        after = pieces[at + 1 : at + 3]
        if piece.kind == "needed" and set(before) & _FROM:
            return False
        if piece.kind == "mark" and before and before[-1] in {"given", "from", "has", "have"}:
            return False
        if not asks and piece.kind == "needed" and _STATED & {one.text for one in pieces if one.kind == "glue"}:
            return False
        if piece.text.endswith(("value", "values", " of")) and after and after[0].text == f"{MARK}letter{MARK}":
            return False
        rest = [one for one in pieces[at + 1 :] if one.kind != "glue" or one.text == "and"]
        if [one.text for one in rest[:1]] == ["and"] and [one.kind for one in rest[1:2]] == ["allowed"]:
            return False
    return True


def _by_word(pieces: list[Piece], sentence: str, asked: bool, finds: bool) -> bool:
    """Return whether the words ask which of the task's words fits, and ask for no thing."""
    kinds = [piece.kind for piece in pieces]
    if _THERE.search(sentence) or _MORE.search(sentence):
        return False
    for at, kind in enumerate(kinds):
        after = next((one for one in kinds[at + 1 :] if one != "glue"), "")
        if kind == "ask" and after != "whether" and not (finds and after == "needed"):
            return False
    if kinds.count("whether") + bool(YES_OR_NO.match(sentence)) > 1 or any(piece.text in _EACH for piece in pieces):
        return False
    framed = "whether" in kinds or finds or bool(YES_OR_NO.match(sentence)) or ("option" in kinds and "needed" in kinds)
    return framed or asked or "needed" not in kinds


def _is(piece: Piece, need: str) -> bool:
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


def _pieces(task: Task, sentence: str) -> Iterator[Piece]:
    """Yield the pieces of a sentence, the longest known ones first."""
    needed = frozenset(one for need in task.needs for one in need.split("|") if one in THINGS)
    finds = needed | (set(task.finds) & set(THINGS))
    known = _vocabulary(frozenset(finds), frozenset(task.ways))
    beside = _vocabulary(frozenset(task.names & set(THINGS)) - finds, frozenset())
    position = 0
    while position < len(sentence):
        if sentence[position] in " ,:()\"“”'":
            position += 1
            continue
        made = _piece(task, sentence, position, known, beside)
        yield made
        position += len(made.text)


def _piece(task: Task, text: str, at: int, known: re.Pattern[str], beside: re.Pattern[str]) -> Piece:
    if found := _MARK.match(text, at):
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
    return Piece("glue" if said.strip("'") in glue() | _EACH or _AT_WHICH.match(said) else "other", said)
