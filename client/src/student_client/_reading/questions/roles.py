"""Finds the role of each noun of a clause: asked, given, or the object of an operation.

"Find y when x = 2" asks for a value, "differentiate the function" does not, and "find f given f'" asks for the
opposite of the named thing. A mathematical noun or a bare name is never dropped if it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..formulas.tree import Node
from ..statement import NotRead, Statement
from .pieces import Piece

_THINGS = frozenset({"quantity", "name"})
_TOOLS = frozenset({"noun", "call"})
_CLEAR = frozenset({"neutral", "its", "is"})
_PLACES = frozenset(
    {
        "at",
        "approach",
        "bounds",
        "range",
        "side",
        "degree",
        "terms",
        "center",
        "rounded",
        "change",
        "constant",
        "respect",
    }
)
_SAID = frozenset({"given", "shown", "described", "stated", "provided", "written", "listed", "posed"})
_POLITE = frozenset({"please", "now", "so", "ok", "okay", "also please", "hi", "hello"})
_YES_OR_NO = frozenset({"is", "are", "does", "was", "were", "has"})
_TAKE_VALUES = frozenset({"value", "named", "object"})


def asked_things(part: Sequence[Piece], statement: Statement) -> list[Piece]:
    """Return the nouns and names that a clause asks for and that no tool produces.

    Raises:
        NotRead: one of them comes with a tool, or its value is not known.
    """
    _check_sense(part, statement)
    _check_known(part, statement)
    found = [(index, piece) for index, piece in enumerate(part) if piece.code in _THINGS and _is_asked(part, index)]
    tools = [piece for piece in part if piece.tools]
    solves = bool(tools) and any(step.tool == "solve" for made in tools[-1].tools for step in made)
    asked: list[Piece] = []
    for index, piece in found:
        if piece.meaning == "coordinate" and solves:
            continue
        if piece.meaning == "point" and solves and _next(part, index + 1, _CLEAR).code in {*_TOOLS, "when"}:
            continue
        if tools and _only_names(part, index):
            continue
        if tools or piece.meaning not in {*_TAKE_VALUES, ""}:
            raise NotRead(f"{piece.text!r} is not understood where it stands")
        asked.append(piece)
    return asked


def subject_of_zero(part: Sequence[Piece]) -> str:
    """Return the subject of "= 0": "function", "derivative", or "" if none is named.

    Raises:
        NotRead: something else is asked in the same clause: "dy/dx when y = 0".
    """
    at = next((index for index, piece in enumerate(part) if piece.code == "zero"), None)
    if at is None:
        return _of_function(part)
    start, end = _chain_before(part, at)
    chain = [piece for piece in part[start:end] if piece.tools]
    derived = any(step.tool != "solve" for piece in chain for made in piece.tools for step in made)
    if start == end:
        return ""
    for piece in [*part[:start], *part[end:at], *part[at + 1 :]]:
        steps = [step for made in piece.tools for step in made]
        plain = all(step.tool == "solve" and (piece.code != "noun" or not step.word) for step in steps)
        if (steps and not plain) or (piece.code == "quantity" and piece.meaning == "named"):
            raise NotRead(f"{part[at].text!r} could be said of {piece.text!r}, or not")
    return "derivative" if derived else "function"


def ends_open(part: Sequence[Piece]) -> Piece | None:
    """Return the noun of a clause such as "zeros of f", which could also refer to the next thing."""
    after = [index for index, piece in enumerate(part) if piece.code == "of"]
    if not after:
        return None
    before = _previous(part, after[-1] - 1, _CLEAR)
    following = [piece for piece in part[after[-1] + 1 :] if piece.code not in _CLEAR]
    named = all(piece.code in {*_THINGS, *_TOOLS} for piece in following) and following
    return before if named and before.code == "noun" else None


def begins_with_name(part: Sequence[Piece], *, of_zeros: bool) -> bool:
    """Return whether a clause begins with ``f``, ``f'`` or ``f(2)``; after "zeros of f" with any derivative."""
    first = _next(part, 0, _CLEAR)
    derived = first.code == "noun" and ("'" in first.text or (of_zeros and _differentiates(first)))
    placed = first.code == "call" and first.tools[0][-1].tool == "substitute" and not of_zeros
    return (first.code in {"name", "call"} and not placed) or derived


def _of_function(part: Sequence[Piece]) -> str:
    for index, piece in enumerate(part):
        if piece.code == "of" and _previous(part, index - 1, _CLEAR).code == "noun":
            after = _next(part, index + 1, _CLEAR)
            if after.code == "name" or (after.code == "quantity" and after.meaning == "object"):
                return "function"
        if piece.code == "noun" and piece.text.lower().startswith(("where", "when")) and len(piece.tools[0]) == 1:
            return "" if " it " in f"{piece.text.lower()} " else "function"
    return ""


def _is_asked(part: Sequence[Piece], index: int) -> bool:
    """Return whether a thing comes first or after "find", and not after a verb, a preposition, or its own noun."""
    start, _ = _chain_before(part, index + 1)
    if any(piece.code == "zero" for piece in part[index:]) and _is_subject(part, index):
        return False
    first = next(at for at in range(start, index + 1) if part[at].code in {*_THINGS, *_TOOLS})
    if first < index:
        return False  # "the value of the function" asks for the value
    before = _previous(part, start - 1, _CLEAR).code
    told = before in _PLACES and any(piece.code == "verb" for piece in part[:start])
    return before in {"", "ask", "times", "again", "first", *_PLACES} and not told


def _is_subject(part: Sequence[Piece], index: int) -> bool:
    at = next(at for at, piece in enumerate(part) if piece.code == "zero")
    start, end = _chain_before(part, at)
    return start <= index < end


def _only_names(part: Sequence[Piece], index: int) -> bool:
    """Return whether a thing only introduces the next one: "the value of the derivative", "the function f'(x)"."""
    piece, after = part[index], _next(part, index + 1, _CLEAR)
    if after.code == "call":
        return piece.meaning in _TAKE_VALUES - {"named"}
    linked = after.code == "of" or (after.code == "link" and after.text.lower() == "for")
    if not linked or piece.text.lower() not in {
        "value",
        "values",
        "exact value",
        "exact values",
        "expression",
        "formula",
    }:
        return False
    at = next(at for at in range(index + 1, len(part)) if part[at] is after)
    made = _next(part, at + 1, _CLEAR | {"form"})
    if made.code not in _TOOLS:
        return False
    tools = [step.tool for steps in made.tools for step in steps]
    return "solve" not in tools or (set(tools) == {"solve"} and piece.meaning == "value")


def _chain_before(part: Sequence[Piece], at: int) -> tuple[int, int]:
    """Return the start and the end of "the derivative of the function f" before a place."""
    end = at
    while end and part[end - 1].code in _CLEAR:
        end -= 1
    start = end
    while start:
        if part[start - 1].code not in {*_THINGS, *_TOOLS}:
            break
        start -= 1
        behind = start
        while behind and part[behind - 1].code in _CLEAR:
            behind -= 1
        if behind and part[behind - 1].code == "of":
            behind -= 1
            while behind and part[behind - 1].code in _CLEAR:
                behind -= 1
        if behind and part[behind - 1].code in {*_THINGS, *_TOOLS}:
            start = behind
    return start, end


def _check_known(part: Sequence[Piece], statement: Statement) -> None:
    """Refuse a given derivative, limit and so on: the expression could be that."""
    carried = {step.tool for step in statement.operations}
    for index, piece in enumerate(part):
        if piece.code not in _TOOLS:
            continue
        tools = {step.tool for made in piece.tools for step in made}
        noted = bool(tools) and tools <= carried and not any(other.code in _THINGS for other in part)
        before, after = (
            _previous(part, index - 1, {"neutral", "its", "is", "link", "when"}),
            _next(part, index + 1, {"neutral"}),
        )
        last = _next(part, index + 1, _CLEAR)
        mentioned = last.code == "" and not any(other.code in {"ask", "verb"} for other in part)
        if mentioned and not noted and any(other.text.lower() in {"below", "above"} for other in part):
            raise NotRead(f"{piece.text!r} could be what is printed")
        if before.code == "source" and not noted:
            raise NotRead(f"{before.text!r} could say that {piece.text!r} is known")
        shown = last.code == "source" and last.text.lower() in _SAID
        if shown and not noted and _next(part, _place(part, last) + 1, _CLEAR).code in {"", "ask"}:
            raise NotRead(f"{last.text!r} could say that {piece.text!r} is known")
        if after.code == "is" or (after.code == "source" and after.text.lower() in {"has", "have", "had", "having"}):
            raise NotRead(f"{after.text!r} could say that {piece.text!r} is known")


def _check_sense(part: Sequence[Piece], statement: Statement) -> None:
    """Refuse a question for yes or no, and nouns that do not go together."""
    first = next((piece for piece in part if piece.text.lower() not in _POLITE), None)
    if first and first.text.lower().partition(" ")[0] in _YES_OR_NO and first.code in {"neutral", "is", "source"}:
        raise NotRead(f"{first.text!r} asks for yes or no")
    done = _next(part, 1, _CLEAR)
    if first and first.text.lower() == "do" and (done.code != "noun" or done.tools[0][-1].tool == "solve"):
        raise NotRead(f"{first.text!r} could ask for yes or no")
    tools = [step.tool for piece in part for made in piece.tools for step in made]
    integrates = "integrate" in tools or any(step.tool == "integrate" for step in statement.operations)
    if {"integrate", "differentiate"} <= set(tools):
        raise NotRead("an integral beside a derivative could be of either")
    for index, piece in enumerate(part):
        following = _next(part, index + 1, {"neutral"})
        if piece.code == "quantity" and piece.text.lower() == "volume" and integrates:
            raise NotRead("'volume' is not understood of an integral")
        if piece.meaning == "point" and following.code == "link" and following.text.lower() == "on":
            raise NotRead(f"{piece.text!r} on a curve has two coordinates")
        other = following.meaning in {"other", "point"} and not following.text.lower().endswith("equation")
        if piece.code == "solve for" and following.code == "quantity" and other:
            raise NotRead(f"{piece.text!r} before {following.text!r} is not understood")
        if piece.code == "noun" and piece.text.lower() == "product" and following.code == "of":
            made = _next(part, _place(part, following) + 1, _CLEAR)
            if made.code in _TOOLS:
                raise NotRead(f"{piece.text!r} of {made.text!r} is not understood")
    _check_solutions(part, equation=not isinstance(statement.expression, Node))


def _check_solutions(part: Sequence[Piece], *, equation: bool) -> None:
    """Refuse "simplify the roots" and "evaluate the root", and to solve a derivative that is nowhere zero."""
    for index, piece in enumerate(part):
        solves = any(step.tool == "solve" for made in piece.tools for step in made)
        before = _previous(part, index - 1, _CLEAR)
        rewrites = any(step.tool in {"simplify", "expand", "factor"} for made in before.tools for step in made)
        plain = piece.code == "noun" and solves and len(piece.tools[0]) == 1
        if plain and (rewrites or (before.text.lower().startswith("evaluat") and not equation)):
            raise NotRead(f"{before.text!r} before {piece.text!r} is not understood")
        zero = any(other.code == "zero" for other in part) or any(step.word for made in piece.tools for step in made)
        if piece.code in {"verb", "solve for"} and solves and not zero:
            derived = next((other for other in part if other.code in _TOOLS and _differentiates(other)), None)
            if derived and len(piece.tools[0]) == 1:
                raise NotRead(f"{piece.text!r} of {derived.text!r} is not understood")


def _differentiates(piece: Piece) -> bool:
    return any(made and all(step.tool == "differentiate" for step in made) for made in piece.tools)


_NOTHING = Piece("", "")


def _place(part: Sequence[Piece], piece: Piece) -> int:
    return next(index for index, other in enumerate(part) if other is piece)


def _next(part: Sequence[Piece], start: int, skipped: Iterable[str]) -> Piece:
    return next((piece for piece in part[start:] if piece.code not in skipped), _NOTHING)


def _previous(part: Sequence[Piece], end: int, skipped: Iterable[str]) -> Piece:
    return next((piece for piece in reversed(part[: end + 1]) if piece.code not in skipped), _NOTHING)
