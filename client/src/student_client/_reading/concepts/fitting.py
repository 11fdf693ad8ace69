"""Does an objective ask for the things of a task, and for nothing else?"""

from __future__ import annotations

import re

from .asked import by_thing
from .framing import asking
from .marks import MARK
from .pieces import EACH, Piece, is_of, pieces_of
from .places import Marked
from .task import Task
from .words import YES_OR_NO, ordinary

_NAME = rf"{MARK}(?:name|letter|dy/dx|d2|inverse|image|call){MARK}"
_TWICE = re.compile(rf"{_NAME}[ ():*·]*{_NAME}")
"""Two names side by side, which are a product."""
_OF_ANOTHER = re.compile(rf"\b(?:of|for) {MARK}(?:dy/dx|d2|inverse){MARK}")
_SENTENCE = re.compile(r"(?:[.?!;]+|\.\.\.)(?:\s+|$)")
_THERE = re.compile(r"(?:is|are) there\b|(?:can|could) (?:you|we|i)\b")
_QUESTION = re.compile(rf"^(?:{YES_OR_NO.pattern})|\b(?:how|why|where|when|who|if)(?![\w'-])")
_USING = re.compile(r"(?:us(?:e|ing)|by|apply(?:ing)?|with|hint|remember|recall)(?![\w'-])")
_MORE = re.compile(
    r"^if |\bneither [^,]*\bnor\b|\band (?:is|are|does|do|what|which|how|find|give|state|where|if)(?![\w'-])"
    r"|\beven (?:an?|the|possible)\b|\bodd to\b"
)
"""The beginning of a second question, or of one that depends on an answer."""


def sentences(made: Marked) -> list[str]:
    """Return the sentences of an objective, each without what only leads to its question or follows it."""
    return [asking(sentence) for sentence in _SENTENCE.split(made.text)]


def fits(task: Task, made: Marked, said: list[str]) -> bool:
    """Return whether an objective asks for the things of a task, and for nothing else.

    Args:
        task: what could be asked.
        made: the objective with its formulas marked.
        said: its sentences.
    """
    if is_nested(made.text):
        return False
    named: set[str] = set()
    asked = carried_out = False
    for text in said:
        pieces = list(pieces_of(task, text))
        kinds = {piece.kind for piece in pieces}
        if not kinds & {"needed", "allowed", "mark", "way", "other"}:
            continue
        if not kinds & {"needed", "mark", "way"} and _is_ordinary(pieces):
            continue
        if "other" in kinds:
            return False
        finds = bool(task.finds)
        if not (by_word(pieces, text, asked, finds) if task.by_word else by_thing(task, pieces, text)):
            return False
        asked = asked or "needed" in kinds
        carried_out = carried_out or bool(kinds & {"needed", "ask"}) or bool(_USING.match(text))
        named |= {need for piece in pieces for need in task.needs if is_of(piece, need)}
    return named == set(task.needs) and (bool(task.needs) or carried_out)


def is_nested(text: str) -> bool:
    """Return whether a text asks for something of a product, of a derivative or of an inverse."""
    return bool(_TWICE.search(text) or _OF_ANOTHER.search(text))


def _is_ordinary(pieces: list[Piece]) -> bool:
    """Return whether a sentence asks nothing: glue about what is printed, or everyday words about something else."""
    kinds, texts = {piece.kind for piece in pieces}, {piece.text for piece in pieces}
    if _QUESTION.search(" ".join(piece.text for piece in pieces)):
        return False
    if "other" in kinds and ("allowed" in kinds or texts & {"it", "this", "them", "that", "these"}):
        return False
    words = [word for piece in pieces if piece.kind in {"other", "glue"} for word in piece.text.split()]
    return "ask" not in kinds and all(word.strip("'") in ordinary() for word in words)


def by_word(pieces: list[Piece], sentence: str, asked: bool, finds: bool) -> bool:
    """Return whether the words ask which of the task's words fits, and ask for no thing."""
    kinds = [piece.kind for piece in pieces]
    if _THERE.search(sentence) or _MORE.search(sentence):
        return False
    for at, kind in enumerate(kinds):
        after = next((one for one in kinds[at + 1 :] if one != "glue"), "")
        if kind == "ask" and after != "whether" and not (finds and after == "needed"):
            return False
    if any(piece.text == "not" and (at == 0 or pieces[at - 1].text != "or") for at, piece in enumerate(pieces)):
        return False
    if kinds.count("whether") + bool(YES_OR_NO.match(sentence)) > 1 or any(piece.text in EACH for piece in pieces):
        return False
    framed = "whether" in kinds or finds or bool(YES_OR_NO.match(sentence)) or ("option" in kinds and "needed" in kinds)
    return framed or asked or "needed" not in kinds
