r"""Reads a story around printed equations: a differential equation with a start, or a system of what was bought.

Each number of the story must be printed, or be the start; each word must be an everyday one. The question must ask for
the printed function itself, or for all unknowns of a linear system.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.differential import parse_differential
from ..formulas.notation import parse_system
from ..formulas.tree import Differential, System
from ..questions.initial_values import ASKED
from ..questions.splitting import sentences
from ..rewording.everyday_words import beside
from ..rewording.story_words import EQUATED
from ..rewording.told_facts import MADE, PLAIN
from ..rewording.told_nouns import bears_nothing
from ..statement import Choices, NotRead
from .story_notation import without_notation

_NUMBER = r"\d+(?:\.\d+)?"
_FURTHER = """
    differential equation equations satisfies satisfy obeys obey rate law of system linear known reads
    there were was is are so that where when together total altogether all both each worth costs cost and or left at
    starts started room cents hold holds keep keeps two three four five six kind
"""
_WORDS = PLAIN | MADE | frozenset(_FURTHER.split())
_OF_SYSTEM = _WORDS | {one for one in EQUATED if not re.search(r"er$|ed$", one)}
_START = r"(?:initially,?|(?:at|when) (?:time )?t ?= ?0,?|at (?:time zero|the (?:start|beginning)),?)"
_FUNCTION = (
    r"(?:find|determine|write down|give|obtain|state|what is|calculate|express"
    r"|solve (?:it |the (?:differential )?equation )?for)"
    r" (?:(?:an?|the) (?:expression|formula|equation|function) for )?{f}(?: ?\({v}\))?"
    r"(?:(?: as a function| in terms)(?: of)? (?:{v}|(?:the )?time(?: {v})?))?"
)
_SOLVE = r"(?:hence )?solve (?:it|the (?:differential )?equation|this (?:differential )?equation)"


def by_equation_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return what is asked of printed equations in the usual words, without the story.

    Args:
        objective: the words.
        expression: the printed equations.
        variables: the problem's variables.

    Raises:
        NotRead: a part of the story or of its question is not understood.

    >>> by_equation_story("A town grows. It has P(0) = 50. Find P(t).", r"\frac{dP}{dt} = 2P", ["t", "P"])
    ('Solve the differential equation.', '\\frac{dP}{dt} = 2P, P(0) = 50')
    """
    said = without_notation(objective)
    if re.search(r"\\d?frac ?\{ ?(?:\\mathrm ?\{?)?d|'", expression):
        return f"{ASKED}.", _with_start(said, expression, variables)
    unknowns = _unknowns(expression, variables)
    *told, question = [one.strip(" .?!") for one in sentences(said)] or [""]
    for one in told:
        _check(one, expression, _OF_SYSTEM | {*unknowns})
    if not told or not _asks_for_all(question, " ".join(told), unknowns):
        raise NotRead("the story does not plainly ask for all unknowns")
    return f"Solve the system for {', '.join(unknowns)}.", expression


def _with_start(said: str, expression: str, variables: Sequence[str]) -> str:
    """Return a differential equation with the start that a story tells."""
    choices = Choices({})
    try:
        read = parse_differential(ASKED, expression, variables, choices)
    except ValueError as error:
        raise NotRead("the differential equation is not understood") from error
    equation = read.expression if read else None
    if not isinstance(equation, Differential):
        raise NotRead("there is no differential equation")
    f, v = equation.function, equation.variable
    *told, question = [one.strip(" .?!") for one in sentences(said)] or [""]
    asked = _FUNCTION.replace("{f}", re.escape(f)).replace("{v}", re.escape(v))
    if not told or not (re.fullmatch(asked, question, re.I) or re.fullmatch(_SOLVE, question, re.I)):
        raise NotRead("the story does not plainly ask for the solution")
    starts: list[str] = []
    rest = []
    value = rf"(?:,? (?:and|with|where|so|so that))* {re.escape(f)} ?\( ?0 ?\) ?= ?(?P<value>-?{_NUMBER})(?![\w/^*])"
    counted = "|".join(re.findall(r"\b(?:number|population) of ([a-z]+)", said)) or "(?!)"
    nouns = "|".join(re.findall(rf"\b([a-z]+),? (?:of [a-z ]+ )?{re.escape(f)}(?![\w'])", said)) or "(?!)"
    warm = r"it|the [a-z]+" if re.search(r"\btemperature\b", said) else "(?!)"
    told_start = re.compile(
        rf"(?:^|(?<=[,;] ))(?:and )?{_START} (?:there (?:are|were|is|was) (?P<value>{_NUMBER}) (?:{counted})"
        rf"|(?:its|the) (?:{nouns})(?: of [a-z ]+?)? (?:is|was|equals) (?P<size>{_NUMBER})(?: [a-z]+)?"
        rf"|(?:{warm}) (?:is|was) at (?P<warmth>{_NUMBER}) degrees(?: [a-z]+)?)(?: present)?$",
        re.IGNORECASE,
    )
    for one in told:
        left = one
        for pattern in (re.compile(value), told_start):
            starts += [next(filter(None, found.groups())) for found in pattern.finditer(left)]
            left = pattern.sub(" ", left).strip()
        rest.append(left)
    if equation.conditions and starts and len(set(starts)) == 1:
        starts = starts if f"={starts[0]}" not in expression.replace(" ", "") else []
    elif equation.conditions:
        starts = []
    if len(set(starts)) > 1 or (equation.conditions and starts) or not (starts or equation.conditions):
        raise NotRead("the story does not give one start")
    made = f"{expression.rstrip(' .$')}, {f}(0) = {starts[0]}" if starts else expression
    for one in rest:
        _check(one, made, _WORDS | {f, v})
    return made


def _check(said: str, printed: str, words: frozenset[str] | set[str]) -> None:
    """Refuse a sentence with a number that is not printed, or with a word that may bear mathematics."""
    if not set(re.findall(_NUMBER, said)) <= {*re.findall(_NUMBER, printed), "0"}:
        raise NotRead("a story has a number that is not printed")
    known = beside(frozenset(words))
    for word in re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*", said.replace("'s", "")):
        if word not in words and word.lower() not in known and not bears_nothing(word):
            raise NotRead(f"a word of the story could be mathematics: {word}")


def _unknowns(expression: str, variables: Sequence[str]) -> list[str]:
    """Return the unknowns of a linear system, which are all of its variables."""
    read = parse_system(expression, variables, Choices({})) if expression.count("=") > 1 else None
    system = read.expression if read else None
    if not isinstance(system, System) or not 2 <= len(variables) <= 3:
        raise NotRead("there is no system of equations")
    names = {name for one in system.equations for side in (one.left, one.right) for name in side.names()}
    if names != set(variables) or re.search(
        rf"(?:{'|'.join(variables)}) ?(?:\^|[a-z\d(])", re.sub(r"\\[A-Za-z]+(?: ?\{{?cases\}})?|\\\\", ", ", expression)
    ):
        raise NotRead("the system is not plainly linear")
    return list(variables)


_HAD = (
    r"(?:are there|were there|(?:are|were) (?:sold|bought)|(?:did|does|do) (?:he|she|they|it|[A-Z][a-z]+|the [a-z]+)"
    r" (?:buy|have|sell|own|keep))"
)
_KINDS = r"(?:kinds?|types?|sorts?|coins?|tickets?|ones?)"


def _asks_for_all(question: str, told: str, unknowns: Sequence[str]) -> bool:
    """Return whether a question asks for each unknown, and for nothing made from them."""
    low = question[:1].lower() + question[1:]
    priced = re.search(r"\b(?:price|cost) of\b|\b[a-z] (?:euros?|dollars?|pounds?|pence|cents)\b", told) is not None
    letters = " ?(?:,|and|, and) ?".join(rf"(?:the (?:number|price|cost) of [a-z ]+? )?{name}" for name in unknowns)
    if re.fullmatch(rf"(?:find|determine|calculate|work out|solve for)(?: the values? of)? {letters}", low):
        return True
    if re.fullmatch(rf"how many of each(?: {_KINDS})?(?: of [a-z]+)? {_HAD}", low):
        return not priced
    named = re.fullmatch(
        r"(?:(?P<count>how many) (?P<a>[a-z]+(?: tickets)?) and (?:how many )?(?P<b>[a-z]+(?: tickets)?) "
        rf"{_HAD}|(?:find|what is|what are|work out|calculate|determine) the (?:price|cost)s? of (?:a|an|one|each)"
        r" (?P<c>[a-z]+) and(?: the (?:price|cost))? ?(?:of )?(?:a|an|one) (?P<d>[a-z]+))",
        low,
    )
    if named is None or len(unknowns) != 2 or (named["count"] is None) != priced:
        return False
    things = [named["a"] or named["c"], named["b"] or named["d"]]
    return {thing[0] for thing in things} == set(unknowns)
