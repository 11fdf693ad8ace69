"""The assumptions with which a person settles the points that a problem's words and notation leave open."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ._errors import InvalidProblem

TOPICS = {
    "log": "the base of \\log without one: e, or a number such as 10",
    "domain": "real (the default), positive (every letter is), or complex",
    "interval": "the interval of the solutions, such as [0, 2*pi)",
    "variable": "the variable of the question, such as x",
    "brackets": "the meaning of square brackets: group, or floor for the greatest integer",
    "inverse": "the meaning of \\sin^{-1}: function for the inverse function, or reciprocal",
    "angle": "the unit of sin(30): radians, or degrees",
    "arccot": "the range of arccot: 0 to pi, or -pi/2 to pi/2",
    "and": "the meaning of 'and': then for steps one after the other, also for several answers",
    "point": "the things that a point at the end is for: the last one asked, or all",
    "derivative": "the variable of a derivative at a point, such as x",
    "limit": "two-sided, or one-sided when the function has values on one side only",
    "y": "y during differentiation: constant, or function",
}
"""Each topic, and its possible options."""

_OPTIONS = {
    "log": re.compile(r"e|\d{1,6}"),
    "domain": re.compile("real|positive|complex"),
    "interval": re.compile(r"[\[(][^,\[\]]{1,60},[^,\[\]]{1,60}[\])]"),
    "variable": re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}"),
    "brackets": re.compile("group|floor"),
    "inverse": re.compile("function|reciprocal"),
    "angle": re.compile("radians|degrees"),
    "arccot": re.compile("0 to pi|-pi/2 to pi/2"),
    "and": re.compile("then|also"),
    "point": re.compile("the last|all"),
    "derivative": re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}"),
    "limit": re.compile("two-sided|one-sided"),
    "y": re.compile("constant|function"),
}


def checked(assume: Mapping[str, object]) -> dict[str, str]:
    """Return assumptions as text.

    Args:
        assume: an option for each topic, such as ``{"log": 10}``.

    Raises:
        InvalidProblem: there is no such topic, or it does not have such an option.

    >>> checked({"log": 10, "interval": "[0, 2*pi)"})
    {'log': '10', 'interval': '[0, 2*pi)'}
    """
    if not isinstance(assume, Mapping):
        raise InvalidProblem(f"assume must map topics to options, and is {type(assume).__name__}. Fix: {{'log': 10}}")
    made = {str(topic): str(option).strip() for topic, option in assume.items()}
    for topic, option in made.items():
        if topic not in TOPICS:
            raise InvalidProblem(f"nothing can be assumed about {topic[:40]!r}. Fix: one of {', '.join(TOPICS)}")
        if not _OPTIONS[topic].fullmatch(option) or (topic == "log" and option in {"0", "1"}):
            raise InvalidProblem(f"{topic} cannot be assumed to be {option[:60]!r}. Fix: {TOPICS[topic]}")
    return made
