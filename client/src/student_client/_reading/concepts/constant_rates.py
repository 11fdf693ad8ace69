r"""Reads a story of cooling or growth whose constant follows from a second value.

Each number of the story is the printed one, the value at first, or a value after a time. The question gives a value
and asks for the time, or the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..known.told_numbers import as_story
from ..questions.splitting import sentences
from ..rewording.story_units import TIME, key
from ..statement import NotRead
from .formula_stories import pieces
from .scenery import is_scenery
from .story_notation import without_notation
from .story_rounding import without_rounding

_NUMBER = r"-?\d+(?:\.\d+)?"
_RATE = re.compile(
    r"\s*\$?\\d?frac\s*\{\s*d\s*(?P<f>[A-Za-z])\s*\}\s*\{\s*d\s*t\s*\}\s*=\s*(?P<sign>-?)\s*(?:k|\\lambda|r)\s*(?:\\left)?"
    rf"(?:(?P<own>[A-Za-z])|\(\s*(?P<one>[A-Za-z]|{_NUMBER})\s*-\s*(?P<two>[A-Za-z]|{_NUMBER})\s*(?:\\right)?\))\s*\.?\$?\s*"
)
_TIMED = re.compile(
    rf"\b(?:after|in|within|for) (?P<t>{_NUMBER}) (?P<u>{TIME})\b|\b(?P<t2>{_NUMBER}) (?P<u2>{TIME}) (?:later|after)\b"
    rf"|\bwhen t ?= ?(?P<t3>{_NUMBER})",
    re.IGNORECASE,
)
_CUT = re.compile(r",? (?:and|but|where|which) (?=after|within|in \d|\d+ [a-z]+ later)|; ")
_VALUE = re.compile(rf"(?<![\w.])(?P<n>{_NUMBER})(?: ?(?:degrees|°|[a-z]+))?(?!\d|\.\d)")
_WHEN = re.compile(
    rf"^(?:then )?(?:when|how long|how many (?P<u>{TIME})|at what time|find the time|after how many (?P<v>{TIME}))\b",
    re.I,
)
_WHAT = re.compile(
    r"^(?:what|find|determine|calculate|how (?:hot|cold|warm|many|much))\b(?!.*\b(?:rate|fast|constant|time|change"
    r"|average|difference)\b)",
    re.IGNORECASE,
)
_IN_UNIT = re.compile(rf",? ?\(?\b(?:answer |give (?:your|the) answer )?in {TIME}\)?,?", re.IGNORECASE)
_AROUND = re.compile(
    r"\b(?:room|surround\w*|ambient|freezer|fridge|refrigerator|oven|outside|air|environment|kitchen|bath|tank)\b"
)


def by_constant_rate(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the time or the value that a story of cooling or growth asks for.

    Args:
        objective: the words.
        expression: the printed differential equation.
        variables: the problem's variables.

    Raises:
        NotRead: the story does not give the first value, one later value and one question.

    >>> said = "A pie at 90 degrees is left in a room at 20 degrees. After 10 minutes it is at 60. When is it at 40?"
    >>> by_constant_rate(said, r"\frac{dT}{dt} = -k(T - 20)", ["T", "t", "k"])[1]
    '\\operatorname{story}(10*\\ln(20/70)/\\ln(40/70))'
    """
    found = _RATE.fullmatch(expression)
    level = found and _level(found)
    if level is None or not found or found["f"] not in variables:
        raise NotRead("the printed equation is not one of cooling or growth")
    text, rounded = without_rounding(_IN_UNIT.sub("", without_notation(objective)))
    asked_unit = [key(one) for one in re.findall(rf"\b(?:in|many) ({TIME})\b", without_notation(objective))]
    told = [clause for one in sentences(text) for clause in _CUT.split(one)]
    *told, question = [part for one in told for part in pieces(one) if part.strip(" .")]
    start, later, units = None, None, set(asked_unit)
    for one in told:
        values, time, unit = _numbers(one, level)
        units |= {unit} - {""}
        if time is not None and len(values) == 1 and later is None:
            later = (time, values[0])
        elif time is None and len(values) == 1 and start is None:
            start = values[0]
        elif values or time is not None:
            raise NotRead("the story does not give two values")
    values, time, unit = _numbers(question, None)
    units |= {unit} - {""}
    if start is None or later is None or len(units) > 1 or any(not is_scenery(one) for one in (*told, question)):
        raise NotRead("the story does not give two values, or says more")
    first, second = start - level, later[1] - level
    if first == 0 or later[0] <= 0 or not 0 < second / first != 1:
        raise NotRead("there is no such constant")
    if _WHEN.match(question) and time is None and len(values) == 1:
        ratio = (values[0] - level) / first
        if ratio <= 0 or ratio == 1 or (ratio > 1) != (second / first > 1):
            raise NotRead("the value is not reached")
        made = rf"{later[0]}*\ln({values[0] - level}/{first})/\ln({second}/{first})"
    elif _WHAT.match(question) and time is not None and not values and "later" not in question:
        made = f"{level} + {first}*({second}/{first})^({time}/{later[0]})"
    else:
        raise NotRead("the question of the story is not understood")
    return as_story(made, rounded.plain)


def _level(found: re.Match[str]) -> Fraction | None:
    """Return the value to which everything tends; None if the equation is another one."""
    if found["own"]:
        return Fraction(0) if found["own"] == found["f"] else None
    one, two = found["one"], found["two"]
    number = two if one == found["f"] else one if two == found["f"] else ""
    return Fraction(number) if re.fullmatch(_NUMBER, number) else None


def _numbers(said: str, level: Fraction | None) -> tuple[list[Fraction], Fraction | None, str]:
    """Return the values in a clause without the printed one, the time in it, and its unit."""
    times = [*_TIMED.finditer(said)]
    if len(times) > 1:
        raise NotRead("a clause has two times")
    time = unit = None
    if times:
        one = times[0]
        time, unit = Fraction(one["t"] or one["t2"] or one["t3"]), one["u"] or one["u2"] or ""
        said = said.replace(one[0], " ")
    if re.search(rf"{_NUMBER} {TIME}\b|\b(?:by|from) {_NUMBER}", said):
        raise NotRead("a time is not understood")
    values = [Fraction(one["n"]) for one in _VALUE.finditer(said)]
    if level is not None and level in values and _AROUND.search(said):
        values.remove(level)
    if len(re.findall(r"\d+", said)) != len([*_VALUE.finditer(said)]) + len(re.findall(r"\d\.\d", said)):
        raise NotRead("a number is not understood")
    return values, time, key(unit) if unit else ""
