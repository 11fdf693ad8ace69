"""Adds points, bounds and sides to a step, and removes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ..statement import NotRead, Operation, Question, Range, Statement
from .pieces import Piece


def waits(step: Operation, place: Piece) -> bool:
    """Return whether an integral or a limit still needs such a place."""
    if step.tool == "taylor":
        return step.point is None if place.code in {"at", "center"} else step.degree is None and step.terms is None
    if step.tool == "solve":
        return step.within is None
    if place.code == "bounds":
        return step.bounds is None
    return step.side is None if place.code == "side" else step.point is None


def filled(step: Operation, place: Piece) -> Operation:
    """Return a step with its place."""
    variable = place.variable or step.variable
    if step.tool == "taylor":
        return _expanded(step, place)
    if step.tool == "solve":
        return replace(step, variable=variable, within=_range(place))
    if place.code == "bounds":
        return replace(step, variable=variable, bounds=(place.points[0], place.points[1]))
    if place.code == "side":
        return replace(step, side=place.meaning)
    if place.side and step.side and place.side != step.side:
        raise NotRead(f"{place.text!r} is on another side")
    return replace(step, variable=variable, point=place.points[0], side=place.side or step.side)


def _range(place: Piece) -> Range:
    """Return the range of a place: from one bound to the other, including both ends."""
    signs = place.meaning if place.code == "range" else "[]"
    closed = (signs[0] == "[", signs[1] == "]") if signs[0] in "[(" else (signs == ">=", signs == "<=")
    return Range(place.points[0], place.points[1], closed, vague=place.text.lower().startswith("between"))


def _expanded(step: Operation, place: Piece) -> Operation:
    """Return a Taylor polynomial with its point, its degree, or its number of terms."""
    if place.code in {"at", "center"}:
        return replace(step, variable=place.variable or step.variable, point=place.points[0])
    if place.meaning:
        count = int(place.meaning)
    else:
        value = place.points[0].value if place.points[0].head == "number" else None
        if value is None or Fraction(value).denominator != 1:
            raise NotRead(f"{place.text!r} is not understood")
        count = int(Fraction(value))
    return replace(step, degree=count) if place.code == "degree" else replace(step, terms=count)


def key(place: Piece) -> str:
    """Return the subject of a place: its letter, or "bounds" or "side"."""
    if place.code in {"bounds", "range"}:
        return "bounds"
    if place.code in {"side", "degree", "terms", "center", "rounded"}:
        return place.code
    return f"at {place.variable}"


def without(question: Question, places: Sequence[Piece]) -> Question:
    """Remove the points that others replace."""
    codes = {place.code for place in places}
    names = {place.variable for place in places if place.code in {"at", "approach"}}
    kept: list[Operation] = []
    for step in question:
        taken = step
        if step.tool == "substitute" and step.variable in names and "at" in codes:
            continue
        if step.tool == "limit" and step.point is not None and (step.variable in names or None in names):
            taken = replace(step, point=None, side=None if any(place.side for place in places) else step.side)
        elif step.tool == "limit" and "side" in codes:
            taken = replace(step, side=None)
        elif step.tool == "solve" and codes & {"bounds", "range"}:
            taken = replace(step, within=None)
        elif step.tool == "integrate" and "bounds" in codes:
            taken = replace(step, bounds=None)
        kept.append(taken)
    return tuple(kept)


def put(question: Question, place: Piece, statement: Statement, *, hard: bool) -> Question:
    """Give a point to the limit or integral that still needs it, else substitute it."""
    if place.code == "rounded":
        count, kind = place.meaning.split()
        return (*question, Operation("numeric", degree=int(count), word=kind))
    if place.code in {"at", "center", "degree", "terms"}:
        at = next((at for at, step in enumerate(question) if step.tool == "taylor" and waits(step, place)), None)
        if at is not None:
            return (*question[:at], filled(question[at], place), *question[at + 1 :])
        if place.code != "at":
            raise NotRead(f"{place.text!r} is not understood where it stands")
    waiting = {"bounds": "integrate", "range": "solve"}.get(place.code, "limit")
    if place.code == "bounds" and any(step.tool == "solve" for step in question):
        waiting = "solve"
    for index, step in enumerate(question):
        if _fits(step, waiting) and waits(step, place):
            if step.variable and place.variable and step.variable != place.variable:
                raise NotRead(f"{place.text!r} is in another variable")
            return (*question[:index], filled(step, place), *question[index + 1 :])
    if place.code == "bounds" and not question and any(s.tool == "integrate" for s in statement.operations):
        return (Operation("integrate", place.variable, bounds=(place.points[0], place.points[1])),)
    if place.code in {"bounds", "range", "side"}:
        raise NotRead(f"{place.text!r} is not understood where it stands")
    if place.code == "approach" and (hard or not question):
        return (*question, filled(Operation("limit"), place))
    if place.code == "approach" or place.side:
        raise NotRead(f"{place.text!r} needs a limit")
    return (*question, Operation("substitute", place.variable, place.points[0]))


def _fits(step: Operation, waiting: str) -> bool:
    """Return whether a step accepts such a place: bounds belong to integrals, and to sums."""
    return step.tool == waiting or (waiting == "integrate" and step.tool in {"sum", "product"})
