r"""Reads a story of cooling or growth whose constant follows from a second value.

Each number of the story is the printed one, the value at first, or a value after a time. The question gives a value
and asks for the time, or the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import exp, floor, log

from ..known.told_numbers import as_story
from ..questions.splitting import sentences
from ..rewording.story_units import TIME, key
from ..statement import NotRead
from .formula_stories import pieces
from .scenery import is_scenery
from .story_notation import without_notation
from .story_rounding import Rounded, without_rounding

_NUMBER = r"-?\d+(?:\.\d+)?"
_CONSTANT = rf"(?:k|\\lambda|r|(?P<rate>{_NUMBER})|\\d?frac\s*\{{\s*(?P<above>\d+)\s*\}}\s*\{{\s*(?P<below>\d+)\s*\}})"
_RATE = re.compile(
    r"\s*\$?(?:\\d?frac\s*\{\s*d\s*(?P<f>[A-Za-z])\s*\}\s*\{\s*d\s*t\s*\}|(?P<g>[A-Za-z])'(?:\(t\))?)\s*=\s*(?P<sign>-?)\s*"
    rf"{_CONSTANT}\s*(?:\\left|\\cdot)?\s*(?:(?P<own>[A-Za-z])|\(\s*(?P<one>[A-Za-z]|{_NUMBER})\s*-\s*(?P<two>[A-Za-z]"
    rf"|{_NUMBER})\s*(?:\\right)?\))"
    rf"(?P<values>(?:(?:[,;\s]|\\q?quad|\\[,;: ])+[A-Za-z]\(\s*{_NUMBER}\s*\)\s*=\s*{_NUMBER})*)"
    r"\s*\.?\$?\s*"
)
_LEAD = r"(?:,? ?\b(?i:and|with|where|if|when|given(?: that)?|that|suppose(?: that)?|assume(?: that)?)\b)*,? ?"
_VALUES = rf"{{f}} ?\( ?(?P<at>{_NUMBER}) ?\) ?= ?(?P<value>{_NUMBER})"
_TOLD_RATE = re.compile(
    rf"{_LEAD}(?:the constant )?\b[kr] ?(?:=|is|equals) ?(?P<rate>{_NUMBER})(?!\d)(?: per {TIME}\b)?,?"
)
_FROM_TO = re.compile(
    rf"\bfrom (?P<one>{_NUMBER})(?: degrees)?(?: [CF]\b)? to (?P<two>{_NUMBER})(?!\.?\d)(?: degrees)?(?: [CF]\b)?"
)
_TIMED = re.compile(
    rf"\b(?:after|in|within|for) (?P<t>{_NUMBER}) (?P<u>{TIME})\b|\b(?P<t2>{_NUMBER}) (?P<u2>{TIME}) (?:later|after)\b"
    rf"|\bwhen t ?= ?(?P<t3>{_NUMBER})",
    re.IGNORECASE,
)
_CUT = re.compile(
    r",? (?:and|but|where|which) (?=after|within|in \d|\d+ [a-z]+ later)|; "
    rf"| and (?=(?:it |its temperature )?(?:is|was) {_NUMBER}[^,;.]* (?:after|later))"
)
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
    name = found and (found["f"] or found["g"])
    level = found and _level(found, name)
    if level is None or not found or name not in variables:
        raise NotRead("the printed equation is not one of cooling or growth")
    text, rounded = without_rounding(_IN_UNIT.sub("", without_notation(objective)))
    law = _Law(level, _speed(found, str(name), text))
    if found["own"] and law.speed is not None:
        raise NotRead("growth with a known constant is not understood here")
    text = _TOLD_RATE.sub(" ", text) if not found["rate"] and not found["above"] else text
    pattern = _VALUES.replace("{f}", str(name))
    for given in (*re.finditer(pattern, found["values"]), *re.finditer(pattern, text)):
        law.keep(Fraction(given["at"]), Fraction(given["value"]))
    text = re.sub(rf"{_LEAD}{pattern},?", " ", text)
    units = {key(one) for one in re.findall(rf"\b(?:in|many) ({TIME})\b", without_notation(objective))}
    told = [clause for one in sentences(text) for clause in _CUT.split(one)]
    *told, question = [part.strip(" ,") for one in told for part in pieces(one) if part.strip(" .,")] or [""]
    for one in told:
        units |= law.tell(one)
    asked = re.search(rf"\b{name} ?\( ?({_NUMBER}) ?\)", question)
    values, time, unit = ([], Fraction(asked[1]), "") if asked else _numbers(question, None)
    units |= {unit} - {""}
    if len(units) > 1 or any(not is_scenery(one) for one in (*told, question)):
        raise NotRead("the story says more, or has two units of time")
    if _WHEN.match(question) and time is None and len(values) == 1:
        return _rounded(*law.time(values[0]), rounded, units)
    if _WHAT.match(question) and time is not None and not values and "later" not in question:
        return _rounded(*law.value(time), rounded, {"degree"})
    if _RATE_ASKED.fullmatch(question.strip(" .?,")) and time is None and not values:
        return as_story(law.rate(), rounded.plain)
    raise NotRead("the question of the story is not understood")


_RATE_ASKED = re.compile(
    r"(?:find|determine|calculate|what is)(?: the)?(?: value of)?(?: the)?(?: (?:cooling|growth|decay))?"
    r"(?: constant)? k",
    re.I,
)


@dataclass
class _Law:
    """What a story tells of a quantity whose distance from a level changes at a rate proportional to it.

    Args:
        level: the value to which everything tends.
        speed: the factor of the time in the exponent, if it is given.
        values: the quantity's values by their times.
    """

    level: Fraction
    speed: Fraction | None = None
    values: dict[Fraction, Fraction] = field(default_factory=dict)

    def keep(self, at: Fraction, value: Fraction) -> None:
        """Keep a value.

        Raises:
            NotRead: another one is known.
        """
        if self.values.setdefault(at, value) != value:
            raise NotRead("the story gives two values for one time")

    def tell(self, said: str) -> set[str]:
        """Keep the values of a clause, and return its unit of time."""
        ends = _FROM_TO.search(said)
        values, time, unit = _numbers(_FROM_TO.sub(" ", said), self.level)
        if ends and time is not None and not values:
            self.keep(Fraction(0), Fraction(ends["one"]))
            self.keep(time, Fraction(ends["two"]))
        elif not ends and len(values) == 1:
            self.keep(time or Fraction(0), values[0])
        elif ends or values or time is not None:
            raise NotRead("the story does not give two values")
        return {unit} - {""}

    def _known(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return the distance from the level at first and later, and the time of the later one; 0 if it is not needed.

        Raises:
            NotRead: a value is missing, or there is one too many.
        """
        rest = [at for at in self.values if at]
        if Fraction(0) not in self.values or len(rest) != (self.speed is None):
            raise NotRead("the story does not give the values that it needs, or more")
        first = self.values[Fraction(0)] - self.level
        if self.speed is not None:
            return first, Fraction(0), Fraction(0)
        second = self.values[rest[0]] - self.level
        if first == 0 or rest[0] < 0 or not 0 < second / first != 1:
            raise NotRead("there is no such constant")
        return first, second, rest[0]

    def time(self, value: Fraction) -> tuple[str, float]:
        """Return when the quantity has a value, as a formula and about.

        Raises:
            NotRead: it never has it.
        """
        first, second, later = self._known()
        ratio = (value - self.level) / first if first else Fraction(0)
        grows = self.speed > 0 if self.speed is not None else second / first > 1
        if ratio <= 0 or ratio == 1 or (ratio > 1) != grows:
            raise NotRead("the value is not reached")
        top = rf"\ln({value - self.level}/{first})"
        if self.speed is not None:
            return rf"{top}/({self.speed})", log(ratio) / self.speed
        return rf"{later}*{top}/\ln({second}/{first})", float(later) * log(ratio) / log(second / first)

    def value(self, time: Fraction) -> tuple[str, float]:
        """Return the quantity at a time, as a formula and about."""
        first, second, later = self._known()
        if self.speed is not None:
            size = float(self.level) + float(first) * exp(self.speed * time)
            return f"{self.level} + {first}*e^({self.speed * time})", size
        size = float(self.level) + float(first) * float(second / first) ** float(time / later)
        return f"{self.level} + {first}*({second}/{first})^({time}/{later})", size

    def rate(self) -> str:
        """Return the size of the constant k as a formula."""
        first, second, later = self._known()
        if self.speed is not None:
            raise NotRead("the constant is given")
        one, two = (first, second) if abs(first) > abs(second) else (second, first)
        return rf"\ln({one}/{two})/{later}"


def _rounded(made: str, size: float, rounded: Rounded, units: set[str]) -> tuple[str, str]:
    """Return the question for a formula, rounded to a whole number if its unit is the one that is said."""
    if rounded.kind != "unit":
        return as_story(made, rounded.plain)
    figures = len(str(floor(size)))
    if not {key(rounded.unit), rounded.unit} & units or not size >= 1 or len(str(round(size))) != figures:
        raise NotRead("how many figures the rounded value has is not known")
    return as_story(made, f", rounded to {figures} significant figures")


def _speed(found: re.Match[str], name: str, text: str) -> Fraction | None:
    """Return the factor of the time in the exponent, if it is printed or told.

    Raises:
        NotRead: the words give it twice.
    """
    told = [*_TOLD_RATE.finditer(text)]
    if len(told) > 1 or (told and (found["rate"] or found["above"])):
        raise NotRead("the constant is given twice")
    size = found["rate"] or (
        f"{found['above']}/{found['below']}" if found["above"] else told[0]["rate"] if told else ""
    )
    if not size:
        return None
    turned = (found["sign"] == "-") != (found["two"] == name)
    return -Fraction(size) if turned else Fraction(size)


def _level(found: re.Match[str], name: str | None) -> Fraction | None:
    """Return the value to which everything tends; None if the equation is another one."""
    if found["own"]:
        return Fraction(0) if found["own"] == name else None
    one, two = found["one"], found["two"]
    number = two if one == name else one if two == name else ""
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
