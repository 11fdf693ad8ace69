"""Reads the questions that a word answers: is a function even or odd, does a series converge?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..formulas.notation import parse_statement
from ..formulas.tree import constant
from ..statement import Choices, Operation, Statement
from .of_functions import Asked, function, place
from .sentence_parts import AT_X, FIND, TO, F

Reader: TypeAlias = Callable[[re.Match[str], str, Sequence[str], Choices], Asked | None]
ABSOLUTE = "absolute convergence"
"""The word for the question whether a series converges absolutely, conditionally, or not, which no sum answers."""
_TELL = (
    r"(?:(?:determine|decide|state|find(?: out)?|check|tell|say|identify|establish|test|show|classify)(?: algebraically"
    r"| analytically| by calculation)? )"
)
_WHETHER = rf"{_TELL}(?:whether|if)"


def parity(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question whether a function is even or odd."""
    read, name = function(found, expression, variables, choices)
    return read, ((Operation("classify", name, word="parity"),),)


def stationary(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the kind of a stationary point: the one that is named, or the only one."""
    read, name = function(found, expression, variables, choices)
    point = place(found, name, choices) if found.groupdict().get("a") else None
    return read, ((Operation("classify", name, point, word="stationary point"),),)


def convergence(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether a printed series converges; None for a sequence, an integral, or other letters."""
    read = parse_statement(expression, variables, choices)
    step = read.operations[0] if len(read.operations) == 1 else None
    if step is None or step.tool != "sum" or step.bounds is None or step.bounds[1] != constant("infinity"):
        return None
    if read.expression.names() != {step.variable}:
        return None
    word = ABSOLUTE if re.search("absolut|condition", found[0], re.IGNORECASE) else "convergence"
    asked = Operation("classify", step.variable, bounds=step.bounds, word=word)
    return Statement(read.expression), ((asked,),)


_KIND = r"(?:an? )?(?:even|odd)(?: function)?"
_NEITHER = r"(?:,? (?:or )?(?:is |it is )?neither(?: of (?:these|them|the two|both)| even nor odd| one)?)?"
_PARITY = rf"{_KIND}(?:,? (?:or )?(?:is |it is )?{_KIND})?{_NEITHER}"
_SERIES = r"(?:the |this |each )?(?:given |following |infinite |alternating |geometric |numerical |p-)*series"
_WAY = r"(?:absolutely |conditionally |absolute |conditional |absolute-|only conditionally )?"
_GOES = (
    rf"(?:is |it |it is )?{_WAY}(?:converge[sd]?|diverge[sd]?|convergent|divergent)"
    r"(?: absolutely(?: or conditionally)?| conditionally)?"
)
_TESTS = (
    r"(?:ratio|root|comparison|limit comparison|direct comparison|integral|alternating series|leibniz|divergence"
    r"|n-?th[- ]term|p-series|geometric series)"
)
_BY = rf"(?:using|by|with|use|apply|by using|by applying) (?:the |a |an )?{_TESTS} test"
_ENDS = rf"{_GOES}(?:(?:,| or|, or) {_GOES}){{0,2}}(?:,? {_BY})?"
_TURNING = r"(?:the |this |its )?(?:stationary|critical|turning) (?:point|value|number)"
_ONE = (
    r"(?:an? )?(?:local |relative )?(?:(?:maximum|minimum|max|min|saddle point|turning point|(?:stationary )?"
    r"point of inflection|(?:stationary )?point of inflexion|inflection point)(?: point)?|neither)"
)
_EXTREMES = rf"{_ONE}(?:,? (?:or )?{_ONE}){{0,3}}"
_EXTREME = rf"(?: as {_EXTREMES}|(?:,| \()?(?: ?whether (?:it is )?)?{_EXTREMES}\)?)?"
_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"(?:{_WHETHER} {F} is|is {F}) {_PARITY}", parity),
    (rf"(?:classify {F}|(?:determine|state|find|give) the parity of {F})(?: as (?:being )?{_PARITY})?", parity),
    (rf"(?:{_BY},? )?(?:to )?{_WHETHER} {_SERIES} {_ENDS}", convergence),
    (rf"(?:does|is) {_SERIES} {_ENDS}", convergence),
    (
        rf"{_TELL}{_SERIES} (?:for |as ){_WAY}convergen(?:ce|t)(?:(?:,| or|, or) {_GOES}){{0,2}}(?: or divergence)?",
        convergence,
    ),
    (
        rf"(?:test|check|investigate|discuss|examine|determine|study) (?:the )?{_WAY}(?:(?:and|or) conditional )?"
        rf"convergence(?: or divergence)? of {_SERIES}",
        convergence,
    ),
    (rf"{FIND} (?:nature|type|kind) of {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}", stationary),
    (rf"(?:{_WHETHER} )?{_TURNING}(?: {TO})? {AT_X} is {_EXTREMES}", stationary),
    (rf"(?:{_WHETHER} {F} has|does {F} have) {_EXTREMES} {AT_X}", stationary),
    (rf"classify {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}", stationary),
    (rf"is {_TURNING}(?: {TO})? {AT_X} {_EXTREMES}", stationary),
)
KINDS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
