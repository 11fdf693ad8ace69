"""Converts the pieces between two conjunctions to the question of that clause, by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from ..statement import NotRead, Question, Statement
from .ordering import ordered
from .pieces import Piece
from .roles import asked_things, begins_with_name, ends_open, subject_of_zero

Kind: TypeAlias = Literal["rewrite", "act", "solve", "thing", "point", "respect", "value", "nothing"]

REWRITING = frozenset({"simplify", "expand", "factor", "rewrite", "collect"})
CALCULUS = frozenset({"integrate", "differentiate", "limit", "sum", "product", "taylor"})
PLACED = frozenset({"at", "approach", "bounds", "range", "side", "degree", "terms", "center", "rounded"})
"""Pieces that name a place."""


@dataclass(frozen=True)
class Clause:
    """The part between two conjunctions.

    Args:
        kind: "rewrite", "act" and "solve" for an imperative by its tool, "thing" for a noun or ``f(2)``, "point"
            or "respect" if the clause has only that, "value" for "find y" without a point.
        questions: the question, or a list of them ("first and second derivatives").
        join: the conjunction before it: "soft" (and, comma), "hard" (then), "plus", or nothing.
        places: the points, bounds and sides that are not yet in a step.
        codes: the codes of all its pieces.
        text: its words.
        process: whether it says "evaluate", which can continue the thing before.
        variables: the variables of "with respect to".
        value: "bare" for "the value", "its" for "its value", "named" for "y" or "the value of the function".
        zero_of: the thing that is zero, "function" or "derivative".
        condition: whether it is "where f'(x) = 0", without a question.
    """

    kind: Kind
    questions: tuple[Question, ...]
    join: str
    places: tuple[Piece, ...]
    codes: frozenset[str]
    text: str
    process: bool = False
    variables: tuple[str, ...] = ()
    value: str = ""
    zero_of: str = ""
    condition: bool = False

    @property
    def tools(self) -> list[str]:
        """The tools of its first question."""
        return [step.tool for step in self.questions[0]] if self.questions else []


def clauses(pieces: Sequence[Piece], statement: Statement) -> list[Clause]:
    """Return the clauses that are not empty."""
    found: list[Clause] = []
    join = ""
    before: list[Piece] = []
    for link, part in _split(pieces):
        _check_list(before, part, link)
        before = part
        join = link if link == "hard" or not join else join
        for own in _turned(part):
            clause = _clause(own, join, statement, earlier=bool(found))
            if clause.kind != "nothing":
                found.append(clause)
                join = "hard" if own is not part else ""
    return found


def _check_list(before: list[Piece], part: list[Piece], link: str) -> None:
    """Refuse "the zeros of f and f'", which could be the zeros of both."""
    shared = ends_open(before) if link == "soft" else None
    if shared and begins_with_name(part, of_zeros=any(step.tool == "solve" for step in shared.tools[0])):
        raise NotRead(f"{shared.text!r} could be of several things")


def _split(pieces: Sequence[Piece]) -> Iterator[tuple[str, list[Piece]]]:
    """Cut at conjunctions; of several in a row the strongest counts."""
    link, part = "", list[Piece]()
    for piece in pieces:
        if piece.code != "join":
            part.append(piece)
            continue
        if part:
            yield link, part
            link, part = "", []
        link = piece.meaning if link != "hard" else link
    if part:
        yield link, part
    elif link == "plus":
        raise NotRead("'+' is not understood")


def _turned(part: list[Piece]) -> list[list[Piece]]:
    """Reverse "simplify after expanding"."""
    at = next((index for index, piece in enumerate(part) if piece.code == "after"), None)
    if at is None:
        return [part]
    return [own for own in (part[at + 1 :], part[:at]) if own]


def _clause(part: list[Piece], join: str, statement: Statement, *, earlier: bool) -> Clause:
    codes, text = frozenset(piece.code for piece in part), " ".join(piece.text for piece in part)
    _check_pieces(part, statement, earlier=earlier)
    zero_of = subject_of_zero(part)
    value = _value(asked_things(part, statement), part)
    questions = ordered(part)
    if questions and value == "named" and earlier:
        raise NotRead(f"{text!r} is not understood where it stands")
    places = tuple(piece for piece in part if piece.code in PLACED)
    rounds = bool(statement.operations) and all(piece.code == "rounded" for piece in places)
    if questions and {step.tool for step in questions[0]} == {"expand"} and places and not rounds:
        raise NotRead(f"{text!r} could ask for a series")
    _check_places(places)
    variables = tuple(name for piece in part if piece.code == "respect" for name in piece.names)
    process = any(piece.text.lower().startswith("evaluat") for piece in part)
    if questions and variables:
        questions = _in_variables(questions, variables, text, part)
    kind = _kind(part, questions, places, variables)
    kind = "value" if kind in {"nothing", "respect"} and value else kind
    first = next((piece.code for piece in part if piece.code != "neutral"), "")
    condition = first == "when" and "zero" in codes and not codes & {"ask", "verb", "solve for", "is"}
    return Clause(kind, questions, join, places, codes, text, process, variables, value, zero_of, condition)


def _value(asked: list[Piece], part: list[Piece]) -> str:
    """Return how a value is asked: by itself, as "its value", or of something with a name."""
    if not asked:
        return ""
    if any(piece.meaning != "value" for piece in asked) or any(piece.code in {"of", "name"} for piece in part):
        return "named"
    return "its" if any(piece.code == "its" for piece in part) else "bare"


def _check_pieces(part: list[Piece], statement: Statement, *, earlier: bool) -> None:
    """Refuse pieces without the thing that they refer to."""
    placed = statement.points or any(piece.points or piece.code in {"constant", "change"} for piece in part)
    for index, piece in enumerate(part):
        if piece.code in {"put", "when"} and not placed and not _leads(part[index + 1 :]):
            raise NotRead(f"{piece.text!r} comes without a point")
        repeated = earlier or len([other for other in part if other.tools]) > 1
        if piece.code == "again" and not (repeated and any(other.tools for other in part)):
            raise NotRead(f"{piece.text!r} is not understood where it stands")
        following = part[index + 1].code if index + 1 < len(part) else ""
        if piece.code == "first" and following not in {"", "verb", "ask", "put", "form"}:
            raise NotRead(f"{piece.text!r} is not understood where it stands")
        repeatable = any(other.code in {"verb", "noun"} for other in part[:index])
        if piece.code == "times" and not repeatable:
            raise NotRead(f"{piece.text!r} is not understood where it stands")


def _check_places(places: Sequence[Piece]) -> None:
    """Refuse two points of one letter that no "and" or comma joins."""
    met: set[str | None] = set()
    for place in places:
        if place.code in {"at", "approach"}:
            if place.variable in met and place.meaning != "listed":
                raise NotRead(f"{place.text!r} gives {place.variable or 'the variable'} a second value")
            met.add(place.variable)


def _leads(following: list[Piece]) -> bool:
    """Return whether "set" or "where" belongs to the next piece: "set the derivative = 0"."""
    return any(piece.code == "zero" for piece in following)


def _in_variables(
    questions: tuple[Question, ...], variables: tuple[str, ...], text: str, part: Sequence[Piece]
) -> tuple[Question, ...]:
    """Name the variables; two of them are two questions."""
    if len(questions) > 1 and len(variables) > 1:
        raise NotRead(f"{text!r} could mean mixed derivatives")
    if any(piece.text.lower().startswith("in terms of") for piece in part) and questions[0][-1].tool == "solve":
        if questions[0][-1].variable is None:
            raise NotRead(f"{text!r} does not say what to solve for")
        return questions
    described = ("function", "polynomial", "quadratic", "expression", "equation", "a function")
    plain = all(piece.text.lower().startswith(described) for piece in part if piece.code == "respect")
    if all(step.tool in {"simplify", "expand"} for step in questions[0]) and not plain:
        raise NotRead(f"{text!r} names a variable, and simplify and expand have none")
    return tuple(in_variable(question, name) for question in questions for name in variables)


def in_variable(question: Question, name: str) -> Question:
    """Return a question with its variable if it had none."""
    needing = CALCULUS | {"solve"}
    return tuple(
        replace(step, variable=name) if step.tool in needing and step.variable is None else step for step in question
    )


def _kind(part: list[Piece], questions: tuple[Question, ...], places: Sequence[Piece], names: Sequence[str]) -> Kind:
    """Return the kind of clause, by the first piece that names a task."""
    first = next((piece for piece in part if piece.tools or piece.code == "form"), None)
    if first is None or not questions:
        return "point" if places else "respect" if names else "nothing"
    if first.code in {"noun", "call", "zero"} or first.text.lower().startswith(
        ("find", "what", "determine", "calculate")
    ):
        return "thing"
    if first.code == "form":
        return "thing" if any(piece.code == "noun" for piece in part) else "rewrite"
    tool = first.tools[0][-1].tool
    return "solve" if tool == "solve" else "rewrite" if tool in REWRITING else "act"
