"""Orders the tools that one clause names: the last one named is applied first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..statement import NotRead, Operation, Question
from .pieces import Piece, meant

_TOLD = frozenset({"verb", "noun", "call", "solve for", "in terms"})
"""Pieces that name a tool."""
_DRAWN = frozenset({"mixed", "each"})
"""Words of derivatives whose variables the notation after them names: "the mixed partial derivative f_{xy}"."""


def ordered(part: Sequence[Piece]) -> tuple[Question, ...]:
    """Return the questions of a clause: none, one, or a list of them."""
    asked: list[Question] = [()]
    forms: Question = ()
    inside, before = False, None
    for piece in _told_once(part):
        if piece.code == "zero":
            asked = [(*question, *made) for made in piece.tools or ((),) for question in asked]
        elif any(piece.tools):
            if len(piece.tools) > 1 and len(asked) > 1:
                raise NotRead(f"{piece.text!r} is one list too many")
            asked = _further(asked, piece, before)
            inside, before = False, piece
        elif piece.code == "times":
            asked = [_repeated(question, int(piece.meaning), piece.text) for question in asked]
        elif piece.code == "form":
            made = meant(piece.meaning)[0]
            asked, forms = ([(*made, *question) for question in asked], forms) if inside else (asked, (*forms, *made))
        inside = piece.code == "of" or (inside and piece.text.lower() in {"the", "this", "its"})
    return tuple((*question, *forms) for question in asked) if forms or asked != [()] else ()


def _told_once(part: Sequence[Piece]) -> list[Piece]:
    """Drop a repeated name: "the derivative f'(2)", "differentiate the product".

    Raises:
        NotRead: two things stand side by side, which could be a product: ``f(1) f(2)``.
    """
    kept: list[Piece] = []
    last: Piece | None = None
    linked = False
    for piece in part:
        before = kept[-1] if kept else None
        if before and before.code in {"name", "call"} and piece.code in {"name", "call"}:
            raise NotRead(f"{before.text!r} beside {piece.text!r} is not understood")
        object_again = last and (linked or last.code == "verb") and _is_product(piece)
        if object_again:
            kept.append(replace(piece, code="neutral", tools=()))
            continue
        if piece.code in _TOLD:
            if last and not linked:
                kept = _fitted(kept, last, piece)
            last = piece
        linked = piece.code == "of" or (linked and piece.code not in {*_TOLD, "name"})
        kept.append(piece)
    return kept


def _is_product(piece: Piece) -> bool:
    return any(step.word == "multiplied" for tools in piece.tools for step in tools)


def _fitted(kept: list[Piece], last: Piece, piece: Piece) -> list[Piece]:
    """Refuse two tools of a clause without "of" between them, unless both mean the same: "simplify the derivative"."""
    same = _tools(piece) == _tools(last)
    if same and (last.code == "noun" or last.code == piece.code == "verb"):
        if _words(last) and _words(last) != _words(piece):
            raise NotRead(f"{last.text!r} before {piece.text!r} is not understood")
        return [replace(other, code="neutral", tools=()) if other is last else other for other in kept]
    if (last.code not in {"noun", "call"} and piece.code in {"noun", "call"}) or _solves(last, piece):
        return kept
    raise NotRead(f"{last.text!r} before {piece.text!r} is not understood")


def _solves(last: Piece, piece: Piece) -> bool:
    """Return whether both ask to solve: "solve the equation for x: find x"."""
    return all(any(step.tool == "solve" for step in tools) for tools in (*last.tools, *piece.tools))


def _tools(piece: Piece) -> list[list[str]]:
    return [[step.tool for step in tools if step.tool != "substitute"] for tools in piece.tools]


def _words(piece: Piece) -> set[str]:
    return {step.word for tools in piece.tools for step in tools if step.word and step.word not in _DRAWN}


def _further(asked: list[Question], piece: Piece, before: Piece | None) -> list[Question]:
    """Put later operations before earlier ones; "solve for x and y" is two questions."""
    if before and before.code == piece.code == "solve for" and before.names != piece.names:
        other = tuple(replace(s, variable=piece.variable) if s.tool == "solve" else s for s in asked[0])
        return [*asked, other]
    return [_inner(made, question) for made in piece.tools for question in asked]


def _inner(made: Question, question: Question) -> Question:
    """Return the operations in order; "solve for x: find the roots" solves once."""
    if question and question[0].tool == "solve" and any(step.tool == "solve" for step in made):
        met, own = question[0], made[-1]
        if None in {met.variable, own.variable} or met.variable == own.variable:
            return (*made[:-1], _joined(met, own), *question[1:])
    return (*made, *question)


def _joined(met: Operation, own: Operation) -> Operation:
    words = " ".join(dict.fromkeys([*(met.word or "").split(), *(own.word or "").split()]))
    return replace(met, variable=met.variable or own.variable, word=words or None, real=met.real or own.real)


def _repeated(question: Question, count: int, text: str) -> Question:
    """Repeat a derivative."""
    if len(question) != 1 or question[0].tool != "differentiate":
        raise NotRead(f"{text!r} is not understood where it stands")
    return question * count
