"""Reads the questions that a word answers: is a function even or odd, does a series converge?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..statement import Choices, Operation
from .of_functions import Asked, function, place
from .sentence_parts import AT_X, FIND, TO, F

Reader: TypeAlias = Callable[[re.Match[str], str, Sequence[str], Choices], Asked | None]
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


_KIND = r"(?:an? )?(?:even|odd)(?: function)?"
_NEITHER = r"(?:,? (?:or )?(?:is |it is )?neither(?: of (?:these|them|the two|both)| even nor odd| one)?)?"
_PARITY = rf"{_KIND}(?:,? (?:or )?(?:is |it is )?{_KIND})?{_NEITHER}"
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
    (rf"{FIND} (?:nature|type|kind) of {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}", stationary),
    (rf"(?:{_WHETHER} )?{_TURNING}(?: {TO})? {AT_X} is {_EXTREMES}", stationary),
    (rf"(?:{_WHETHER} {F} has|does {F} have) {_EXTREMES} {AT_X}", stationary),
    (rf"classify {_TURNING}(?: {TO})?(?: {AT_X})?(?: (?:of|on) {F})?{_EXTREME}", stationary),
    (rf"is {_TURNING}(?: {TO})? {AT_X} {_EXTREMES}", stationary),
)
KINDS = tuple((re.compile(pattern, re.IGNORECASE), reader) for pattern, reader in _TABLE)
"""Patterns, each with what reads the question from it."""
