r"""Finds the formulas of an objective and marks them: places, intervals, conditions, names and written derivatives."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from .asides import without_asides
from .conditions import conditions, continued, newton
from .further_asides import in_one_way
from .further_places import further_places
from .many_letters import curves, gradients, regions
from .marks import MARK
from .patterns import compiled
from .places_of_letters import kinds_of_letters, unknowns
from .series_places import series_places
from .spans import spans
from .theorems import mean_value
from .tolerated import RELATION, tolerated

_SIGNS = (
    (r"equals|is equal to", "="),
    (r"is positive", "> 0"),
    (r"is negative", "< 0"),
)
"""What is said, and how it is written."""
_ATOM = r"(?:\d+(?:\.\d+)?|\\?pi|π|\\?infty|∞|\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\?sqrt ?[({]?\d+[)}]?|e)"
_NUMBER = rf"[-+−]?{_ATOM}(?:[ ]?(?:\\cdot )?{_ATOM})?(?: ?/ ?\d+)?"
_TO = r"(?:->|→|\\to(?![a-z])|\\rightarrow(?![a-z])|tends to|goes to|approaches)"
_NAME = r"\\?[A-Za-z]+(?:_\{?\w\}?)?"
_D = r"(?:d|\\mathrm ?\{d\}) ?"
_TWO = r"\^ ?\{?2\}?"
_ENDS = rf"[\[(] ?{_NUMBER} ?, ?{_NUMBER} ?[\])]"
_PREPOSITION = r"(?:(?:at|when|where|if|for|with) )?"
_POINT_WHERE = r"(?:(?:the|that|its) )?(?:point|instant|moment|place|time)s? (?:(?:where|at which|with|when) )?"
_FORM = r"[axp] ?\+ ?(?:[by] ?i|i ?[by]|[by] ?\\mathrm ?\{i\})"
_FRAMES = re.compile(r"\\[()\[\]]|\$|\\left(?![a-z])|\\right(?![a-z])|\\[,;!]")


@dataclass
class Marked:
    """An objective with its formulas marked.

    Args:
        text: the words, in small letters, with a mark for each formula.
        given: what was found, by the kind of the mark.
        letters: letters of the problem that the words name, which are not the function's name.
    """

    text: str
    given: dict[str, list[str]] = field(default_factory=dict)
    letters: set[str] = field(default_factory=set)


def marked(
    text: str, expression: str, name: str | None, letters: Collection[str], variables: Collection[str]
) -> Marked:
    r"""Return an objective with its formulas marked; what no pattern fits remains as it is.

    Args:
        text: the objective.
        expression: the problem's expression.
        name: the letter that the expression defines, such as f, if it defines one.
        letters: the other letters of the problem.
        variables: the problem's variables.

    >>> marked("What is the slope where $x = 2$?", "f(x) = x^2", "f", {"x"}, ["x"]).given
    {'place': ['x = 2']}
    >>> marked(r"Solve on $[0, 2\pi)$.", r"\sin x = 0", None, {"x"}, ["x"]).given
    {'interval': ['[0, 2\\pi)']}
    """
    variable = _either(letters)
    made = Marked(
        without_asides(_FRAMES.sub(" ", text), expression, _either(letters), _either(set(letters) - set(variables)))
    )
    made.text = re.sub(r"\bat the origin\b", "at the point (0, 0)", made.text)
    made.text = _said_in_one_way(made, expression, variables)
    of_one = [one for one in variables if one != name]
    if len(of_one) == 1:
        made.text = _of_one_letter(made.text, of_one[0], name or "y")
    for kind, pattern in _kinds(variable, name, made.text, letters, expression):
        made.text = compiled(rf"(?<![\w\\])(?:{pattern})(?!\w)").sub(_marker(kind, made), made.text)
    letter = compiled(rf"(?<![\w\\])(?P<it>{variable})(?![\w'(^=]|-axis)(?! ?[=<>])")
    made.text = letter.sub(_letter(made), made.text)
    made.text = re.sub(r"\s+", " ", made.text.replace("’", "'")).strip().lower()
    if re.search(r"\bfrom (?:above|below)\b|\ba(?= ?[.?!,]| ?$| (?:in|and|is)\b| \x00)", made.text):
        made.text += " ?one-sided"
    return made


def _said_in_one_way(made: Marked, expression: str, variables: Collection[str]) -> str:
    """Return the words with what books write in several ways said in one; what is given is kept."""

    def keep(kind: str, said: str) -> str:
        made.given.setdefault(kind, []).append(said)
        return f" {MARK}{kind}{MARK} "

    text = in_one_way(mean_value(made.text), expression, list(variables), keep)
    for rule in (gradients, regions, curves):
        text = rule(text, expression, list(variables), keep)
    return newton(continued(conditions(text, expression, list(variables), keep), keep), keep)


def _either(letters: Collection[str]) -> str:
    own = "|".join(sorted(map(re.escape, letters), key=len, reverse=True)) or "(?!)"
    return rf"\\?(?:{own})"


def _kinds(
    variable: str, name: str | None, text: str, letters: Collection[str], expression: str
) -> Iterator[tuple[str, str]]:
    """Yield each kind of formula with its pattern, those that contain others first."""
    parametric = bool(re.match(r"\s*x ?=.*\by ?=", expression))
    y = "y" if parametric else re.escape(name or "y")
    argument = rf"(?: ?\( ?{variable} ?\))?"
    yield "abscissa", rf"(?P<it>{variable} ?-(?:values?|coordinates?))"
    yield (
        "image",
        r"(?P<it>[A-Z] ?\( ?s ?\)|[a-z] ?\( ?t ?\))(?=\W*(?:$|from\b|of\b|if its\b|whose\b|given its\b|(?:with"
        r"|having) (?:the )?(?:following |given )?[Ll]aplace))",
    )
    yield "rounded", r"(?P<it>rounded to \d (?:significant figures|decimal places))"
    yield (
        "index",
        rf"(?:as |for )?(?P<it>{variable} ?{_TO} ?(?:\\infty|∞|infinity)"
        rf"|{variable} ?= ?1 ?, ?2 ?, ?3 ?, ?(?:\.\.\.|\\[cl]?dots|…))",
    )
    yield "approach", rf"(?:as|when) (?P<it>{variable} ?{_TO} ?{_NUMBER})"
    if name is None:
        yield "along", r"(?:of y )?(?:with )?respect to (?P<it>x)(?![\w(])"
    yield (
        "fog",
        rf"(?P<it>f ?\( ?g ?\( ?{variable} ?\) ?\)|\(? ?f ?(?:∘|\\circ) ?g ?\)?(?: ?\( ?{variable} ?\))?)(?! ?\()",
    )
    yield (
        "gof",
        rf"(?P<it>g ?\( ?f ?\( ?{variable} ?\) ?\)|\(? ?g ?(?:∘|\\circ) ?f ?\)?(?: ?\( ?{variable} ?\))?)(?! ?\()",
    )
    yield "fog", r"(?P<it>(?:composition of )?f (?:composed )?with g|composite of f with g)"
    yield "gof", r"(?P<it>(?:composition of )?g (?:composed )?with f|composite of g with f)"
    yield from further_places(variable, _NUMBER)
    yield from unknowns(variable, letters, expression, text)
    yield "respect", rf"(?:with )?respect(?:ing)? to (?P<it>{variable})(?![\w(])"
    yield from spans(variable, _NUMBER)
    yield from series_places(variable, _NUMBER, text, name)
    yield (
        "interval",
        rf"(?:(?:given that|if|where|with|when) )?{variable} (?:lies |lying |is )?(?:\\in|in|∈|within)"
        rf"(?: the(?: closed| open)? interval)? (?P<it>{_ENDS})",
    )
    yield (
        "interval",
        rf"(?:(?:lying|restricted) )?(?:(?:in|on|over|to|within) )?(?:(?:the|an?) )?(?:(?:closed|open|half-open"
        rf"|given|time) )*interval (?P<it>{_ENDS})",
    )
    yield "interval", rf"(?:on|over|in|(?:for )?{variable} ?(?:\\in|in|∈)) (?P<it>{_ENDS})"
    yield "interval", rf"{_PREPOSITION}(?P<it>{_NUMBER} ?{RELATION} ?{variable} ?{RELATION} ?{_NUMBER})"
    yield "interval", rf"between (?P<low>{_NUMBER}) and (?P<high>{_NUMBER}),? inclusive"
    yield from tolerated(letters, expression, _NUMBER, text)
    yield (
        "place",
        rf"(?:(?:at|for|when|where|if) )?(?:{_POINT_WHERE})?(?P<it>{variable} ?(?:=|equals|is equal to) ?{_NUMBER})"
        r"(?! ?(?:[A-Za-z](?!\w)|\\|[-+*/^(=<>]))",
    )
    yield (
        "through",
        rf"(?:(?:that|which) )?(?:(?:pass(?:es|ing)?|goes|going) )?through (?:the )?(?:given )?(?:point )?"
        rf"(?P<it>\( ?{_NUMBER} ?, ?{_NUMBER} ?\))",
    )
    if name:
        yield "call", rf"(?P<it>{y}'{{0,3}} ?\( ?{_NUMBER} ?\))(?! ?[=^(])"
    yield "point", rf"(?:at )?(?:the )?(?:given )?(?:point )?(?:[PQ] ?(?=\())?(?P<it>\( ?{_NUMBER} ?, ?{_NUMBER} ?\))"
    yield "level", rf"(?P<it>{y}'{argument} ?(?:=|is|equals|is equal to) ?(?:0|zero))(?! ?[-+*/^\d.])"
    frac, bar = r"\\[dt]?frac ?\{ ?", r" ?\} ?\{ ?"
    yield (
        "d2",
        rf"(?P<it>{frac}{_D}{_TWO} ?{_NAME}{bar}{_D}{variable} ?{_TWO}"
        rf" ?\}}|d\^2{_NAME} ?/ ?d{variable}\^2|{y}''{argument})",
    )
    under = "x" if parametric else variable
    yield "dy/dx", rf"(?P<it>{frac}{_D}(?:{y}|y){bar}{_D}{under} ?\}}|d(?:{y}|y) ?/ ?d{under}|(?:{y}|y)'{argument})"
    yield "reals", rf"(?:for )?{variable} ?(?:\\in|∈) ?(?P<it>\\mathbb ?\{{?R\}}?|R|ℝ)"
    yield "reals", rf"(?:for|where|with)(?: all)? (?P<it>real {variable}|{variable} (?:is )?(?:a )?real(?: number)?)"
    yield "complexes", rf"(?:for )?{variable} ?(?:\\in|∈) ?(?P<it>\\mathbb ?\{{?C\}}?|C|ℂ)"
    reals = r"(?: ?,? (?:with|where|and) [axp] and [by] (?:are )?(?:real|rational)(?: numbers)?)?"
    yield "a+bi", rf"(?:in )?(?:the )?(?:\w+ )?form (?P<it>{_FORM}){reals}"
    yield "inverse", rf"(?P<it>{re.escape(name) if name else '[A-Z]'} ?\^ ?\{{? ?-1 ?\}}?{argument})"
    both = rf"\\?sin ?{variable} and \\?cos ?{variable}"
    yield "in sines", rf"(?P<it>(?:only )?(?:in terms of |of |with )(?:only )?{both}(?: only| alone)?)"
    yield from kinds_of_letters(variable, name, letters, expression)
    yield "name", rf"(?P<it>y ?= ?{re.escape(name) if name else '(?!)'} ?\( ?{variable} ?\))"
    yield "name", rf"(?P<it>{re.escape(name) if name else '(?!)'}{argument})(?![\w'(^=]|-axis)(?! ?[=<>])"


def _of_one_letter(text: str, letter: str, name: str) -> str:
    """Say places of a function of one letter as its values, and leave out that the answer has this letter."""
    given = rf"(?:whose|with) (?:abscissa|x-coordinate|first coordinate) (?:is |equal to |= ?)?(?={_NUMBER})"
    text = re.sub(given, f"where {letter} = ", text)
    pair = rf"\( ?(?P<at>{_NUMBER}) ?, ?{re.escape(name)} ?\( ?(?P=at) ?\) ?\)"
    text = re.sub(rf"(?:at )?(?:the )?(?:point )?{pair}", rf"at {letter} = \g<at>", text)
    of_it = rf" (?:in terms|as a function) of \\?{letter}(?: only| alone)?(?=[.,;]|$| (?:and|when|at)\b)"
    return re.sub(of_it, " ", text)


def _marker(kind: str, made: Marked) -> Callable[[re.Match[str]], str]:
    def mark(found: re.Match[str]) -> str:
        groups = found.groupdict()
        said = f"[{groups['low']}, {groups['high']}]" if groups.get("low") else groups["it"]
        if kind == "name":
            return f" {MARK}name{MARK} "
        for words, sign in _SIGNS:
            said = re.sub(words, sign, said)
        made.given.setdefault(kind, []).append(said)
        return f" {MARK}{kind}{MARK} "

    return mark


def _letter(made: Marked) -> Callable[[re.Match[str]], str]:
    def mark(found: re.Match[str]) -> str:
        article = re.match(r" (?:common|single|simple|simplified|product|sum)\b", found.string[found.end() :])
        before = re.search(r"\b(?:for|of|in|to|find) $", found.string[: found.start()])
        if found["it"] != "a" or (before and not article):
            made.letters.add(found["it"].strip("\\"))
            return f" {MARK}letter{MARK} "
        return "a"

    return mark
