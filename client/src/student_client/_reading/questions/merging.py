"""Joins one question of the words with the operations of the notation."""

from __future__ import annotations

from dataclasses import replace

from ..formulas.tree import Node
from ..statement import NotRead, Operation, Question, Statement
from .clauses import CALCULUS, REWRITING


def _within(asked: Question, statement: Statement) -> Question:
    r"""Add the range after the expression: ``\sin x = 1, 0 < x < 2``."""
    if not statement.ranges:
        return asked
    name, numbers = statement.ranges[0]
    if not asked or asked[-1].tool != "solve" or asked[-1].variable not in {None, name}:
        raise NotRead(f"{name} in {numbers} is only understood of solutions")
    if asked[-1].within not in {None, numbers}:
        raise NotRead("words and expression name different numbers")
    return (*asked[:-1], replace(asked[-1], variable=name, within=numbers))


def merge(asked: Question, statement: Statement) -> Question:
    """Join the question of the words with the operations of the notation.

    Raises:
        NotRead: they contradict each other.
    """
    carried = statement.operations
    if carried and carried[0].tool == "product":  # "the product" names the printed expression
        asked = tuple(step for step in asked if step.word != "multiplied")
    asked = _without_repeats(asked)
    if not (asked or carried or statement.points):
        printed = statement.expression
        if not isinstance(printed, Node) or (printed.names() and not printed.has("matrix")):
            raise NotRead("it does not say what to do")
        asked = (Operation("simplify"),)  # "compute" of a number
    asked = _within(_with_points(asked, statement), statement)
    calculus = [step for step in asked if step.tool in CALCULUS]
    if not carried:
        return asked
    if [step.tool for step in calculus] == ["differentiate"] and carried == carried[:1] * len(carried):
        at, calculus = asked.index(calculus[0]), calculus * len(carried)
        asked = (*asked[:at], *calculus, *asked[at + 1 :])  # "differentiate" names d^2/dx^2, too
    if [step.tool for step in calculus] == ["integrate"] and {step.tool for step in carried} == {"integrate"}:
        at, calculus = asked.index(calculus[0]), calculus * len(carried)
        asked = (*asked[:at], *calculus, *asked[at + 1 :])  # "the double integral" names both
    if not calculus:
        if carried[0].tool == "integrate" and any(step.tool not in {"substitute", "numeric"} for step in asked):
            raise NotRead(f"{asked[0].tool!r} could come before or after the integral")
        if any(step.tool == "solve" and not step.word for step in asked):
            raise NotRead("the words do not set the notation's result to zero")
        return (*carried, *asked)
    further = {step.tool for step in calculus[len(carried) :]}
    if any(step.tool == "solve" and not step.word for step in asked):
        raise NotRead("the words do not set the notation's result to zero")
    same = [step.tool for step in calculus[: len(carried)]] == [step.tool for step in carried]
    if not same or carried[0].tool in further:
        raise NotRead("words and notation ask for different things")
    told = iter(carried)
    return tuple(_same(step, next(told, step)) if step.tool in CALCULUS else step for step in asked)


def _without_repeats(asked: Question) -> Question:
    """Drop a repeated step, and a step that only prepares a solution."""
    if asked and asked[-1].tool == "simplify" and any(step.tool == "solve" for step in asked):
        asked = asked[:-1]
    if asked and asked[-1].tool == "solve":
        asked = tuple(step for step in asked if step.tool not in REWRITING)
    kept: list[Operation] = []
    for step in asked:
        if kept and _repeats(step, kept[-1]):
            words = {kept[-1].word, step.word} - {None}
            if len(words) > 1:
                raise NotRead(f"{' and '.join(sorted(map(str, words)))} are two forms of one result")
            kept[-1] = replace(kept[-1], word=next(iter(words), None))
        else:
            kept.append(step)
    return tuple(kept)


def _repeats(step: Operation, before: Operation) -> bool:
    """Return whether a step only repeats the one before."""
    return step.tool == before.tool and (step.tool in REWRITING or (step.tool not in CALCULUS and step == before))


def _with_points(asked: Question, statement: Statement) -> Question:
    """Add the points after the expression."""
    if not statement.points:
        return asked
    said = tuple(step for step in asked if step.tool == "substitute")
    if said and {(step.variable, step.point) for step in said} != {(s.variable, s.point) for s in statement.points}:
        raise NotRead("words and expression name different points")
    return asked if said else (*asked, *statement.points)


def _same(asked: Operation, carried: Operation) -> Operation:
    """Return the combination of words and notation, which must not contradict each other."""
    for mine, theirs in (
        (asked.variable, carried.variable),
        (asked.point, carried.point),
        (asked.bounds, carried.bounds),
        (asked.side, carried.side),
    ):
        if mine is not None and theirs is not None and mine != theirs:
            raise NotRead("words and notation name different things")
    side, bounds = asked.side or carried.side, asked.bounds or carried.bounds
    return replace(carried, word=asked.word, side=side, bounds=bounds)
