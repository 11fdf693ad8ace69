"""Points, bounds and sides: put into a step, and taken out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .pieces import Piece
from .statement import NotRead, Operation, Question


def waits(step: Operation, place: Piece) -> bool:
    """Tell whether an integral or a limit still lacks what a place says."""
    if place.code == "bounds":
        return step.bounds is None
    return step.side is None if place.code == "side" else step.point is None


def filled(step: Operation, place: Piece) -> Operation:
    """Return a step with its place."""
    variable = place.variable or step.variable
    if place.code == "bounds":
        return replace(step, variable=variable, bounds=(place.points[0], place.points[1]))
    if place.code == "side":
        return replace(step, side=place.meaning)
    if place.side and step.side and place.side != step.side:
        raise NotRead(f"{place.text!r} is on another side")
    return replace(step, variable=variable, point=place.points[0], side=place.side or step.side)


def key(place: Piece) -> str:
    """Return what a place is of: its letter, or that it is bounds or a side."""
    if place.code in {"bounds", "side"}:
        return place.code
    return f"at {place.variable}"


def without(question: Question, places: Sequence[Piece]) -> Question:
    """Take away the points that others are now put in the place of."""
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
        elif step.tool == "integrate" and "bounds" in codes:
            taken = replace(step, bounds=None)
        kept.append(taken)
    return tuple(kept)
