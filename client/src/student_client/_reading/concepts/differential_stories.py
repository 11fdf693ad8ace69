r"""Reads a story around a differential equation with its start: "Initially there are 400 fish", "through (1, 5)".

The question must ask for the function itself. Each number is printed, or is the start; if the start is printed, too,
other numbers only say how the equation came about. The other words are scenery.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.differential import parse_differential
from ..formulas.tree import Differential
from ..questions.initial_values import ASKED, Values
from ..questions.splitting import sentences
from ..rewording.story_units import TIME, UNIT, key, of_time
from ..statement import Choices, NotRead
from .scenery import is_scenery

_NUMBER = r"\d+(?:\.\d+)?"
_VERB = (
    r"(?:(?:hence|and|now|then|please|use (?:this|it) to),? )*(?:find|determine|write down|give|obtain|state|what is"
    r"|calculate|express|work out|get|deduce|derive|solve (?:it |(?:the|this) (?:differential )?equation )?(?:for"
    r"|to (?:find|obtain|get)))"
)
_AS = (
    r"(?:,? (?:(?:with|giving|writing|expressing|expressed|your answer|the answer|{f}|explicitly|exactly) )*"
    r"(?:as an? (?:explicit )?function|in terms)(?: only)? of (?:{v}|(?:the )?time(?:,? {v})?)"
    rf"| at (?:any )?time {{v}}| after {{v}} {TIME}| for (?:all|any) {{v}})*"
)
_OF_IT = r"(?:the|its|his|her|their|this) (?:{nouns})(?: of (?:the|this) [a-z]+)?"
_QUESTION = "|".join(
    (
        rf"{_VERB} (?:an? |the )?(?:(?:particular |explicit )?(?:expression|formula|equation|function|solution)"
        rf"(?: for|,)? )?(?:{_OF_IT},? )?{{f}}(?: ?\({{v}}\))?{_AS}",
        rf"{_VERB} (?:an?|the) (?:expression|formula|equation|function) for {_OF_IT}{_AS}",
        rf"{_VERB} (?:the equation of (?:the|this) curve|its equation){_AS}",
        rf"{_VERB} (?:the|its) (?:particular )?solution(?: (?:of|to) the (?:differential )?equation)?{_AS}",
        rf"(?:hence )?solve (?:it|(?:the|this) (?:differential )?equation|(?:the|this) initial[- ]value problem){_AS}",
    )
)
_ASKS = re.compile(rf"(?:{_VERB}|solve)\b", re.IGNORECASE)
_CLAUSE = re.compile(rf"[,;] (?={_VERB} )", re.IGNORECASE)
_START = (
    r"(?:initially,?|(?:at|when) (?:time )?t ?= ?0,?|at first,?|to begin with,?"
    r"|at (?:time zero|the (?:very )?(?:start|beginning|outset)(?: of (?:the|this|his|her|an?) [a-z]+)?),?)"
)
_NAMED = re.compile(r"\b(?:curve|point|particle|graph|town|car|culture|body) [A-Z](?!\w)")
_NOTHING = re.compile(
    r"(?:and )?there is (?:none|no [a-z]+)(?: of (?:it|them))?(?: in (?:it|the [a-z]+))?"
    r"(?: (?:at first|at the start|initially))?",
    re.I,
)
_UNITS = re.compile(
    rf"(?<![\w.\\])({_NUMBER} ?|[A-Za-z] (?:\((?=in )|in )?)(?:{UNIT}|[LNAV])(?:(?: per |/)(?:{UNIT}|L))?(?![\w'])"
)
_FORMULA = re.compile(r"\d ?[a-zA-Z](?![a-zA-Z])| [-+*/] |\^|\\(?:frac|sqrt|sin|cos|ln|log)")
_EVENT = re.compile(
    rf"\b(?:after|until|for|when|within|from) (?:{_NUMBER}|an?|one|two|three|four|five|ten) {TIME}\b", re.I
)
_PLACE = re.compile(
    r"(?:at |to |through )?(?:any |the |each |every |a )?(?:general )?(?:point )?\([a-zA-Z], ?[a-zA-Z]\)"
)
_ALLOWED = frozenset(
    {"proportional", "proportion", "difference", "opposite", "net", "total", "loses", "negative", "same"}
)


def with_told_start(said: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return a differential equation with the start that a story tells, if its solution is asked.

    Args:
        said: the words, without notation.
        expression: the printed equation.
        variables: the problem's variables.

    Raises:
        NotRead: another thing is asked, there is not one start, or a part of the story could change it.

    >>> with_told_start("A curve passes through (1, 5). Find y in terms of x.", r"\frac{dy}{dx} = 2x", ["x", "y"])
    '\\frac{dy}{dx} = 2x, y(1) = 5'
    """
    equation = _equation(expression, variables)
    f, v = equation.function, equation.variable
    told, starts = _with_starts(said, f, v)
    *told, question = told or [""]
    asked = _QUESTION.replace("{nouns}", _nouns(said, f)).replace("{f}", re.escape(f)).replace("{v}", re.escape(v))
    if not re.fullmatch(asked, question, re.IGNORECASE):
        raise NotRead("the story does not plainly ask for the solution")
    if equation.conditions:
        if any(start.replace(" ", "") not in expression.replace(" ", "") for start in starts):
            raise NotRead("the words and the expression give different starts")
        starts = []
    elif len(starts) != 1 or not _is_first_order(expression):
        raise NotRead("the story does not give one start")
    elif len(_units(said, f)) > 1:
        raise NotRead("the story has several units")
    made = ", ".join((expression.rstrip(" .$"), *starts))
    for one in told:
        _check(one, made, {f, v}, any_number=bool(equation.conditions))
    return made


def _equation(expression: str, variables: Sequence[str]) -> Differential:
    try:
        read = parse_differential(ASKED, expression, variables, Choices({}))
    except ValueError as error:
        raise NotRead("the differential equation is not understood") from error
    if read is None or not isinstance(read.expression, Differential):
        raise NotRead("there is no differential equation")
    return read.expression


def _is_first_order(expression: str) -> bool:
    return not re.search(r"''|\^\{? ?\d ?\}? ?[A-Za-z] ?\}? ?\{ ?(?:\\mathrm\{)?d", expression)


def _with_starts(said: str, f: str, v: str) -> tuple[list[str], list[str]]:
    """Return the sentences without the values of the function in them, and those values."""
    starts = []
    rest = []
    pattern = re.compile(_told_start(said, f), re.IGNORECASE)
    for one in sentences(_CLAUSE.sub(". ", said)):
        left = one.strip(" .?!")
        if v == "t" or re.search(rf"\btime {v}\b|\b{v} {TIME}\b", said):
            starts += [f"{f}(0) = {next(filter(None, found.groups()))}" for found in pattern.finditer(left)]
        left = pattern.sub(" ", left)
        if re.search(rf"\b{_START} there (?:are|were|is|was) ", left, re.IGNORECASE):
            raise NotRead("the story starts with something else")
        values = Values(left, f, v)
        values.read()
        starts += [f"{f}{chr(39) * order}({at}) = {value}" for (order, at), value in values.values.items()]
        left = re.sub(r"(?:[\s,;:]|\b(?:and|where|with|so that|given that|if|that|so))+$", "", values.text)
        rest.append(re.sub(r"^(?:[\s,;:.]|(?:and|it is|it is known that|given that|also) *$)+", "", left))
    return [one for one in rest if one], list(dict.fromkeys(starts))


def _told_start(said: str, f: str) -> str:
    """Return a pattern for a start in words: "initially there are 400 fish", "it is at 90 degrees at first"."""
    counted = "|".join(re.findall(r"\b(?:number|population|colony|herd|flock) of ([a-z]+)", said))
    owner = re.match(
        r"(?:an?|the|some)? ?(?:[a-z]+ of )?([a-z]+)(?= (?:cools|warms|is|has|grows|decays)\b)", said, re.I
    )
    subject = rf"(?:it|the (?:{owner[1].lower() if owner else '(?!)'}|{_nouns(said, f)})(?: of the [a-z]+)?|{f}"
    subject += rf"|its (?:{_nouns(said, f)}))"
    there = rf"there (?:are|were|is|was) ({_NUMBER})(?: (?:{counted or '(?!)'}|{UNIT})(?: of [a-z]+)?)?(?: present)?"
    size = rf"{subject},? (?:is|was|equals|has|weighs|contains|is worth|was worth) (?:at )?({_NUMBER})"
    size += rf"(?: degrees| {UNIT})?(?: [CF]\b)?|({_NUMBER}) (?:{counted or '(?!)'})(?: [a-z]+){{1,5}}"
    initial = rf"(?:the|its|an) initial (?:{_nouns(said, f)}|value|size)(?: of the [a-z]+)? (?:is|was|of) ({_NUMBER})"
    initial += rf"(?: degrees| {UNIT}| {counted or '(?!)'})?"
    end = r"(?=\s*(?:[,;]|and\b|$))"
    return rf"(?:\band )?(?:\b{_START} (?:{there}|{size})|\b(?:{there}|{size})(?:,? {_START})|{initial}){end}"


def _nouns(said: str, f: str) -> str:
    """Return the nouns that a story has for the function, as a pattern."""
    its = rf"{re.escape(f)}(?![\w'])"
    before = re.findall(rf"\b([a-z]+),? (?:of (?:[a-z]+ ){{1,4}})?{its}", said)
    before += re.findall(rf"\b([a-z]+) of {its}", said)
    found = {*before, *re.findall(rf"(?<!\w){its},? (?:is|be|denotes|represents) (?:the|its) ([a-z]+)", said)}
    return "|".join(sorted(found - {"for", "of", "in", "and", "is", "that", "find", "express", "where"})) or "(?!)"


def _units(said: str, f: str) -> set[str]:
    """Return the units of the story's numbers and of its function, but for those of time."""
    found = re.findall(rf"(?:(?<![\w.]){_NUMBER}|(?<!\w){re.escape(f)}) ({UNIT})(?![\w/])", said)
    return {key(unit) for unit in found if not of_time(unit)}


def _check(said: str, printed: str, letters: set[str], *, any_number: bool) -> None:
    """Refuse a sentence with a number that is not printed, with a letter of its own, or with what could be a change."""
    event = _EVENT.search(said)
    said = _UNITS.sub(r"\1", _PLACE.sub(" ", _NAMED.sub(" ", said)))
    said = _NOTHING.sub(" ", said) if re.search(r"\(0\) = 0(?![.\d])", printed) else said
    said = re.sub(rf"\b({'|'.join(letters)}) ?\(({'|'.join(letters)})\)", r"\1", said)
    numbers = set(re.findall(_NUMBER, said)) - {*re.findall(_NUMBER, printed), "0"}
    own = set(re.findall(r"(?<![\w\\'])[A-Za-z](?![\w'])", said)) - letters - {"a", "A", "I", "C", "F"}
    if (numbers and not any_number) or "=" in said or "?" in said or event or _FORMULA.search(said):
        raise NotRead("a story has a number that is not printed")
    if {one for one in own if not re.search(rf"(?<![A-Za-z]){one}(?![A-Za-z])", printed)}:
        raise NotRead("a story has a letter that is not printed")
    if not is_scenery(said, _ALLOWED) or _ASKS.match(said):
        raise NotRead(f"a sentence of the story could change it: {said}")
