"""Reads the questions about a sequence in a whole sentence: its terms, its limit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from ..formulas.notation import parse_statement
from ..formulas.tree import Node, constant, number, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, node

_SEQUENCE = re.compile(r"\s*\\?\{?\s*([a-zA-Z])_\{?\s*([a-z])\s*\}?\s*\\?\}?\s*=(.*)")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def nth_term(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return one term of a sequence."""
    read, name = sequence(expression, variables, choices)
    return read, ((Operation("substitute", name, number(Fraction(found["count"]))),),)


_FROM_ONE = ((number(1), True), (number(0), False))
"""The lower ends of numbers from 1 on, and whether they belong to them."""


def sequence(
    expression: str, variables: Sequence[str], choices: Choices, *, far: bool = False
) -> tuple[Statement, str]:
    """Return the term of a printed sequence, and its letter; its first number is 1, unless only far terms count."""
    found = _SEQUENCE.fullmatch(expression.replace("$", ""))
    if not found or found[2] not in variables:
        raise NotRead("a sequence such as a_n = ... is needed")
    read = parse_statement(found[3], variables, choices)
    if not isinstance(read.expression, Node) or read.operations or read.points or read.function:
        raise NotRead("the question is only understood for a sequence")
    if not far and any((span.low, span.closed[0]) not in _FROM_ONE for _, span in read.ranges):
        raise NotRead("the question is only understood for a sequence that starts with the number 1")
    return replace(read, argument=found[2]), found[2]


def first_terms(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    read, name = sequence(expression, variables, choices)
    word = found["count"].lower()
    count = int(word) if word.isdigit() else COUNTS.index(word) + 1
    return read, tuple((Operation("substitute", name, number(at)),) for at in range(1, count + 1))


def term_of(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the term that the sequence's letter names; S with a number is the sum of as many terms."""
    read, name = sequence(expression, variables, choices)
    printed = _SEQUENCE.fullmatch(expression.replace("$", ""))
    if found["letter"] == "S" and printed and printed[1] != "S":
        return read, ((Operation("sum", name, bounds=(number(1), number(int(found["a"])))),),)
    if not printed or found["letter"] != printed[1]:
        raise NotRead(f"{found['letter']} is not the sequence that is printed")
    return read, ((Operation("substitute", name, number(Fraction(found["a"]))),),)


def sequence_limit(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    if not _SEQUENCE.fullmatch(expression.replace("$", "")):
        return None
    read, name = sequence(expression, variables, choices, far=True)
    return read, ((Operation("limit", name, constant("infinity")),),)


_WORDED = dict(zip(COUNTS, range(1, 9), strict=True)) | {"ten": 10, "twelve": 12, "twenty": 20}


def partial_sum(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the sum of the first terms of a sequence, or a printed sum of as many terms."""
    said = found["count"].lower()
    count = number(int(said)) if said.isdigit() else number(_WORDED[said]) if said in _WORDED else symbol(said)
    if not _SEQUENCE.fullmatch(expression.replace("$", "")):
        read = parse_statement(expression, variables, choices)
        step = read.operations[0] if len(read.operations) == 1 else None
        if step is None or step.tool != "sum" or step.bounds != (number(1), count):
            raise NotRead("the printed sum has another number of terms than the words")
        return Statement(read.expression), ((step,),)
    read, name = sequence(expression, variables, choices)
    if name == said:
        at = "k" if name != "k" else "j"
        renamed = node(read).put({name: symbol(at)})
        return Statement(renamed), ((Operation("sum", at, bounds=(number(1), count)),),)
    return read, ((Operation("sum", name, bounds=(number(1), count)),),)


def endless_sum(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the sum of all terms of a sequence; None for a printed sum."""
    if not _SEQUENCE.fullmatch(expression.replace("$", "")):
        return None
    read, name = sequence(expression, variables, choices)
    return read, ((Operation("sum", name, bounds=(number(1), constant("infinity"))),),)
