"""Does a sentence ask for a needed thing, and for nothing else?"""

from __future__ import annotations

import re

from .marks import MARK
from .pieces import EACH, Piece
from .task import Task
from .words import YES_OR_NO

_PREPOSITIONS = frozenset(["of", "as", "from", "to", "with", "for", "by", "in", "on", "at"])
_FROM = frozenset(["with", "from", "whose", "has", "have", "into", "use", "using", "apply", "used"])
_STATED = frozenset(["is", "are", "has", "have", "be"])
_THE_WAY_BACK = re.compile(
    r"\b(?:this|it) (?:is )?the|that is the\b|^of (?:what|which)\b|\bdo to\b|\bover and over\b"
    r"|\b(?:expression|function|one) (?:in|inside|under) the\b"
)
"""Words that ask for what has the thing that is named."""
_ASKS = re.compile(r"\b(?:which|what|where|how)\b")
_LETTER = f"{MARK}letter{MARK}"
_FORM = re.compile(rf"(?:in|into|as|to|with|without)\b|{MARK}(?:for|square form|a\+bi|in sines){MARK}")
_TELLS = re.compile(r"(?:find|determine|deduce|state|establish|conclude|give)(?: out)? that (?:the|this|it)\b")
"""Words that ask why something is so."""
_WRITES = frozenset(["rewrite", "put", "express", "write", "write down"])

_PUTS = _WRITES | {"give", "convert"}


def of_what_is_printed(task: Task, pieces: list[Piece], sentence: str) -> bool:
    """Return whether the words may be about what is printed, and ask for nothing else.

    Args:
        task: what could be asked.
        pieces: those of the sentence.
        sentence: the words.
    """
    ended = pieces[-1].text in _PREPOSITIONS and not (
        pieces[-1].text == "of" and pieces[-2:][0].kind in {"needed", "mark"}
    )
    return not (
        ended
        or YES_OR_NO.match(sentence)
        or {piece.kind for piece in pieces} & {"whether", "option"}
        or _THE_WAY_BACK.search(sentence)
        or _TELLS.match(sentence)
        or any(_is_other(task, pieces, at) for at in range(len(pieces)))
    )


def by_thing(task: Task, pieces: list[Piece], sentence: str) -> bool:
    """Return whether the words ask for a needed thing, and for no other.

    Args:
        task: what could be asked.
        pieces: those of the sentence.
        sentence: the words.
    """
    refused = (
        not of_what_is_printed(task, pieces, sentence)
        or sentence.startswith("if ")
        or any(not _is_found(pieces, at) for at, piece in enumerate(pieces) if piece.kind in {"needed", "mark"})
    )
    needed = [piece.text for piece in pieces if piece.kind == "needed"]
    once = {"solve", "solution"} & task.names or len(needed) <= max(len(task.needs), 1) + bool(task.finds)
    return not refused and bool(once) and len(set(needed)) == len(needed)


def _is_other(task: Task, pieces: list[Piece], at: int) -> bool:
    """Return whether a piece asks for another thing, or for each of several ones."""
    piece, before = pieces[at], [one.text for one in pieces[max(0, at - 2) : at]]
    if piece.text in EACH:
        return pieces[min(at + 1, len(pieces) - 1)].kind != "needed"
    if piece.kind == "ask":
        theirs = piece.text in {"get", "obtain"} and before[-1:] in (["you"], ["we"], ["i"])
        return theirs or (piece.text in _WRITES and not task.needs)
    last = next((one for one in reversed(pieces[:at]) if one.kind in {"ask", "needed", "mark"}), None)
    open_ask = last is not None and last.kind == "ask" and not _is_put(last.text, pieces[at + 1 :])
    return (piece.kind == "allowed" and open_ask) or (piece.kind in {"needed", "allowed"} and "as" in before)


def _is_put(ask: str, after: list[Piece]) -> bool:
    """Return whether a form follows in which something is to be written, such as "in factored form"."""
    form = next((one for one in after if one.kind in {"needed", "mark"}), None)
    if form is None:
        return False
    return form.text == f"{MARK}for{MARK}" or (ask in _PUTS and bool(_FORM.match(form.text)))


def _is_found(pieces: list[Piece], at: int) -> bool:
    """Return whether a needed thing is what is asked, and neither stated nor what something else comes from or has."""
    piece = pieces[at]
    asks = [index for index in range(at) if pieces[index].kind == "ask" or _asks(pieces[index])]
    between = pieces[asks[-1] + 1 if asks else 0 : at]
    before = [one.text for one in between if one.kind == "glue"]
    opening = pieces[asks[-1]].text if asks and pieces[asks[-1]].kind != "ask" else ""
    if _ASKS.search(" ".join([opening, *(one.text for one in between)])) or piece.text == f"{MARK}interval{MARK}":
        before = [text for text in before if text not in {"has", "have", "with"}]
    glue = {one.text for one in pieces if one.kind == "glue"}
    if set(before) & _FROM or (piece.kind == "mark" and before[-1:] == ["given"]):
        return False
    asked_later = at > 0 and "ask" in {one.kind for one in pieces[at:]}
    asks_later = any(_asks(one) and one.kind == "needed" for one in pieces[at + 1 :])
    if piece.kind == "needed" and not asks and not _asks(piece) and not asks_later and (asked_later or _STATED & glue):
        return False
    after = [one.text for one in pieces[at + 1 : at + 3]]
    if after[:1] == [_LETTER] or (after[1:] == [_LETTER] and after[0] in {"of", "from", "by", "with"}):
        return False
    rest = [one for one in pieces[at + 1 :] if one.kind != "glue" or one.text == "and"]
    return not ([one.text for one in rest[:1]] == ["and"] and [one.kind for one in rest[1:2]] == ["allowed"])


def _asks(piece: Piece) -> bool:
    """Return whether a needed thing is a question itself, such as "on what intervals"."""
    return piece.kind in {"needed", "allowed"} and bool(_ASKS.search(piece.text))
