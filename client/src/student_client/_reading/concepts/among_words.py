"""Does an objective name the things of a task among words that bear no mathematics?

Every word that bears mathematics must be one of the task's; the words around it need not form a known sentence. A word
of neither kind, such as one that counts, denies or says where something comes from, leaves the objective unread.
"""

from __future__ import annotations

import re

from ..rewording.ordinary import ORDINARY
from .asked import by_thing, of_what_is_printed
from .beside_words import without_beside
from .fitting import by_word, is_nested
from .marks import MARK
from .pieces import EACH, Piece, is_of, pieces_of
from .places import Marked
from .requests import clauses, requests
from .study_words import STUDY
from .task import Task

_REFUSED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:of|to|from|with|by|than|for|in|into) (?:the|my|your|that|this|its|his|her|our|their) (?:\w+ )?"
        r"(?:answers?|results?|solutions?)\b",
        r"\b(?:show|prove|verify|determine|deduce|state|explain|given|know) that"
        r" (?!.*\bby (?:finding|computing|calculating|evaluating))",
        r"\bhow (?:does|do|is|are|was|did) (?:the|this|that|it|its)\b|\bor an?\b",
        r"\b(?:which|what) (?:\w+ )?(?:techniques?|methods?|rules?|approach|strategy|ways?|steps?|kinds?|sorts?"
        r"|types?)\b",
        r"\bfrom the (?:left|right|inverse|derivative|answer)\b|\bconsidering the inverse\b",
        rf"(?<!\bterms )(?<!\bfunction )\b(?:of|from) {MARK}letter{MARK}|^(?:[a-z]+ )?{MARK}letter{MARK}$",
    )
)
"""Words that ask for something made from the answer, for a reason, a manner, a choice, or for a mere letter."""
_ASKS = re.compile(
    r"\b(?:how|what|which|why|who|where|when|is|are|does|do|did|was|needs?|want(?:s|ed)?|find|give|state)\b"
)
_BESIDE_A_WORD = frozenset(["there", "tell", "say", "me", "please", "pls", "help"])
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "its", "any", "my", "your", "which", "what"])
_PLAIN = (STUDY | ORDINARY) - {"ever", "fast", "quickly", "suppose", "wrong"}


def fits_among(task: Task, made: Marked, said: list[str]) -> bool:
    """Return whether an objective names the things of a task among words that bear no mathematics.

    Args:
        task: what could be asked.
        made: the objective with its formulas marked.
        said: its sentences.
    """
    if is_nested(made.text) or any(pattern.search(made.text) for pattern in _REFUSED):
        return False
    named: set[str] = set()
    asks = asked = False
    for sentence in said:
        text = sentence if task.by_word else without_beside(sentence)
        pieces = list(pieces_of(task, text))
        if not all(_is_harmless(pieces, at, task) for at in range(len(pieces))):
            return False
        if any(_is_selected(pieces, at) for at in range(2, len(pieces))):
            return False
        kinds = {piece.kind for piece in pieces}
        if task.by_word:
            if not _is_of_word(pieces, text, asked, task):
                return False
            asks = asked = asked or "needed" in kinds
        else:
            requested = {requests(task, clause) for clause in clauses(text, pieces)}
            if None in requested or (True in requested and not _is_of_task(task, pieces, text)):
                return False
            asks = asks or True in requested
        named |= {need for piece in pieces for need in task.needs if is_of(piece, need)}
    return asks and named == set(task.needs)


def _is_of_word(pieces: list[Piece], text: str, asked: bool, task: Task) -> bool:
    """Return whether a sentence may be part of a question that a word answers, with few words beside it."""
    if not {piece.kind for piece in pieces} & {"needed", "mark", "allowed", "whether", "option"}:
        return not _ASKS.search(text)
    others = {piece.text for piece in pieces if piece.kind == "other"}
    return others <= _BESIDE_A_WORD and by_word(pieces, text, asked, bool(task.finds))


def _is_of_task(task: Task, pieces: list[Piece], text: str) -> bool:
    """Return whether a sentence that requests may be part of a task's question."""
    return by_thing(task, pieces, text) if task.needs else of_what_is_printed(task, pieces, text)


def _is_selected(pieces: list[Piece], at: int) -> bool:
    """Return whether a word between an article and a needed thing may select one of several: "the good solution"."""
    return pieces[at].kind == "needed" and pieces[at - 1].kind == "other" and pieces[at - 2].text in _ARTICLES


def _is_harmless(pieces: list[Piece], at: int, task: Task) -> bool:
    piece = pieces[at]
    if piece.kind in {"whether", "option"}:
        return task.by_word
    if piece.kind not in {"other", "glue"} or piece.text.startswith(MARK) or piece.text in EACH:
        return True
    if piece.text in {"value", "values"}:
        after = [one for one in pieces[at + 2 :] if one.text != "the"][:1]
        return [one.text for one in pieces[at + 1 : at + 2]] == ["of"] and [one.kind for one in after] != ["glue"]
    return piece.text.strip(".-!*") in _PLAIN
