r"""Says the one place or the one range of an objective in the usual way: "at x = 1", "on the interval [0, 2]".

All readers know these two. A point (a, b) of a printed function is the place x = a if its height there is b.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ..._problem import Problem
from ..formulas.notation import parse_point
from ..formulas.same_formulas import node_of
from ..statement import NotRead
from .fewer_words import worded
from .limiting import approximate
from .plainest import plainest
from .rounded_apart import rounded_apart
from .told_facts import Misfit
from .usual_names import with_usual_name

if TYPE_CHECKING:
    from ..readings import Reading

_ATOM = (
    r"(?:\d+(?:\.\d+)?|\\[dt]?frac ?\{[^{}]*\} ?\{[^{}]*\}|\\?sqrt ?(?:\{\w+\}|\(\w+\)|\d)|√\d+|\\?pi(?![a-z])|π"
    r"|\\?ln ?\(?\d+\)?|e(?:\^ ?\{?-?\w\}?)?(?![a-z]))"
)
NUMBER = rf"[-+−]?{_ATOM}(?: ?(?:\\cdot ?)?{_ATOM})*(?: ?/ ?{_ATOM})?(?: ?\^ ?\{{?\\circ\}}?|°)?"
"""A number as a place or an end of a range is written."""
_THE = r"(?:(?:the|its|that|a|given|indicated|specified|following|particular|same|single|stated) )*"
_CURVE = (
    r"(?:the |its |this )?(?:curve|graph|function|line|parabola)(?: of (?:the function|\w(?: ?\( ?\w ?\))?))?(?: C)?"
)
_IS = r"(?:=|is(?: equal to)?|equals|equal to)"
_AFTER = r"(?![\w^]| ?[-+*/^(=<>\\≤≥]| and [a-z] ?=)"
_DEFINED = re.compile(r"\s*\$?(?P<name>[A-Za-z])\s*(?:\(\s*[A-Za-z]\s*\)\s*)?=(?P<body>[^=]*)$")
_MEASURED = re.compile(
    r"\b(?:areas?|volumes?|lengths?|average|mean|distance|displacement|surface|rate of change|cent(?:roid|re|er))\b",
    re.I,
)
"""What is the same with and without the ends of a range."""
_CLOSE = 1e-9
_EXTREME = re.compile(r"\b(?:max\w*|min\w*|greatest|least|largest|smallest|extrem\w+)\b", re.IGNORECASE)


def in_usual_places(problem: Problem, read: Callable[[Problem], tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """Return the readings of a problem as it is, or else in the plainest words, with usual places, ranges and names.

    Args:
        problem: as the person wrote it.
        read: gives the readings of a problem.

    Raises:
        NotRead: it is understood in neither way.
    """
    try:
        return rounded_apart(problem, read)
    except Misfit:
        raise
    except NotRead:
        called = with_usual_name(plainest(problem.objective), problem.expression)
        words = at_usual_places(called, problem.expression, problem.variables)
        if words != problem.objective:
            with suppress(NotRead):
                return rounded_apart(worded(problem, words), read)
        raise


def at_usual_places(objective: str, expression: str, variables: Sequence[str]) -> str:
    """Return an objective whose only place or range is said in the usual way, or the same one.

    Args:
        objective: the words.
        expression: the printed expression.
        variables: the problem's variables.

    >>> at_usual_places("Find the tangent at the point with coordinates (1, 2).", "y = x^2 + 1", ["x", "y"])
    'Find the tangent at x = 1.'
    >>> at_usual_places("Find the mean value on the closed interval from 0 to 2.", "f(x) = x^2", ["x"])
    'Find the mean value on the interval [0, 2].'
    """
    defined = _DEFINED.match(expression)
    own = [one for one in variables if not defined or one != defined["name"]]
    if len(own) > 1 and own != ["x", "y"]:
        return objective
    text = (
        re.sub(r"(?<!\\)\$", "", objective).replace("≤", r"\le").replace("\\leqslant", r"\le").replace("\\leq", r"\le")
    )
    letter = own[0] if own else "x"
    made = _ranged(text, letter, expression)
    if made == text:
        made = _placed(text, letter, expression, variables, defined)
    return objective if made == text else re.sub(r"\s+([.,;?])", r"\1", made)


def _ranged(text: str, letter: str, expression: str) -> str:
    """Return the words with their one range as an interval."""
    name = rf"\\?{re.escape(letter)}"
    low, high = rf"(?P<low>{NUMBER})", rf"(?P<high>{NUMBER}){_AFTER}"
    lead = (
        r"(?:,? ?\b(?:for|on|over|in|within|where|with|when|if|during|throughout|given(?: that)?) )?"
        r"(?:(?:the|a|all|closed|open|given|half-open) )*(?:interval|range|domain|region|values?(?= of| between))?"
        rf"(?:(?: of)? ?{name}(?: (?:values?|lies|lying|is|in))*)? ?(?:given by )?"
    )
    ends = rf"(?P<open>[\[(]) ?{low} ?, ?{high.removesuffix(_AFTER)} ?(?P<close>[\])])"
    chain = rf"{low} ?(?P<left><=?|\\le|\\lt) ?{name} ?(?P<right><=?|\\le|\\lt) ?{high}"
    one = rf"(?:{name} ?= ?)?"
    spoken = rf"(?:from|between) {one}{low} (?:to|and|up to) {one}{high}"
    found = [
        *re.finditer(rf"{lead}(?:(?:\\in|∈) ?)?(?<![a-z]){ends}", text),
        *re.finditer(rf"{lead}{chain}", text),
        *re.finditer(rf"{lead}{spoken}", text),
    ]
    if len(found) != 1 or re.search(
        r"[<>∈]|\\[lg]e|\\in(?![a-z])|\[", text[: found[0].start()] + text[found[0].end() :]
    ):
        return text
    only = found[0]
    parts = only.groupdict()
    if parts.get("open") and not re.search(r"interval|range|\bon\b|over|\bin\b|within|∈", only[0]):
        return text  # a point
    said = bool(re.search(r"\b(?:from|between)\b", only[0]))
    opened = {"[": False, "(": True}.get(parts.get("open") or "", "<" in (parts.get("left") or ""))
    closed = {"]": False, ")": True}.get(parts.get("close") or "", "<" in (parts.get("right") or ""))
    opened, closed = opened and parts.get("left") != "<=", closed and parts.get("right") != "<="
    if said and not (_MEASURED.search(text) or _EXTREME.search(text) or "closed" in only[0]):
        return text
    if _MEASURED.search(text):
        opened = closed = False
    interval = f"{'(' if opened else '['}{parts['low']}, {parts['high']}{')' if closed else ']'}"
    return f"{text[: only.start()].rstrip(' ,')} on the interval {interval}{text[only.end() :]}"


def _placed(text: str, letter: str, expression: str, variables: Sequence[str], defined: re.Match[str] | None) -> str:
    """Return the words with their one place as a value of the letter, or as a point of an equation."""
    name = rf"\\?{re.escape(letter)}"
    there = rf"(?:at )?{_THE}(?:point|place|value|instant|moment|time)s?(?: [A-Z])?(?: on {_CURVE})?"
    which = r"(?:,? ?(?:where|at which|for which|with|when|having|that has|whose|of|in which))?"
    abscissa = rf"(?:abscissa|{name}[- ](?:coordinate|value))"
    patterns = (
        rf"(?:{there}{which}|at|when|where|if|for) (?:the |an? |its )?(?:{name}(?:_\{{?0\}}?)?|{abscissa}) ?{_IS}"
        rf" ?(?P<at>{NUMBER}){_AFTER}",
        rf"{there}{which} (?:the |an? |its )?{abscissa} (?:of )?(?P<at>{NUMBER}){_AFTER}",
    )
    point = rf"(?:{there}|at) ?(?:[A-Z] ?=? ?|(?:with|whose|having|has) (?:the )?(?:coordinates? )?(?:are |is )?)?" + (
        rf"\( ?(?P<one>{NUMBER}) ?, ?(?P<two>{NUMBER}) ?\)"
    )
    crossing = (
        rf"(?:{there},? (?:where|at which|in which)|at which|where) (?:it|{_CURVE}|[fyC]) (?:crosses|meets|cuts"
        rf"|intersects|hits|passes through) the (?:y|vertical)[- ]axis|(?:at|through) (?:the|its) y[- ]intercept"
    )
    found = [one for pattern in patterns for one in re.finditer(pattern, text)]
    points, crossings = list(re.finditer(point, text)), list(re.finditer(crossing, text))
    distinct = {one.span() for one in (*found, *points, *crossings)}
    starts = {one["at"] for one in found}
    if len(points) + len(crossings) + len(starts) != 1 or not distinct:
        return text
    if found:
        only = max(found, key=lambda one: one.end() - one.start())
        return _put(text, only, f"at {letter} = {only['at']}") if letter != "y" else text
    if crossings:
        return _put(text, crossings[0], f"at {letter} = 0") if defined else text
    only = points[0]
    if defined is None:
        return _put(text, only, f"at the point ({only['one']}, {only['two']})")
    return _put(text, only, f"at {letter} = {only['one']}") if _is_on(only, letter, defined["body"]) else text


def _put(text: str, found: re.Match[str], said: str) -> str:
    return f"{text[: found.start()].rstrip(' ,')} {said}{text[found.end() :]}"


def _is_on(point: re.Match[str], letter: str, body: str) -> bool:
    """Return whether the graph of a printed function goes through a point."""
    with suppress(NotRead, ValueError):
        at, height = (parse_point(point[one], []) for one in ("one", "two"))
        there, said = approximate(node_of(body, [letter]).put({letter: at})), approximate(height)
        return there is not None and said is not None and abs(there - said) < _CLOSE
    return False
