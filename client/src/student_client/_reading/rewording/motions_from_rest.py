r"""Says the start of a printed equation of motion as it is printed: "from rest at x = 0.2" is x(0) = 0.2, x'(0) = 0."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import NotRead

_SECOND = re.compile(r"(?<![A-Za-z\\])([a-z])''|\\ddot ?\{?([a-z])\}?|d ?\^ ?\{?2\}? ?([a-z])\b")
_NUMBER = r"(?P<number>-?\d+(?:\.\d+)?|\\frac ?\{\d+\} ?\{\d+\}|\d+/\d+)"
_UNIT = r"(?: (?:m|cm|ft|metres?|meters?|feet|centimetres?|centimeters?)(?:/s| per second|/sec)?)?"
_BALANCE = r"(?:its |the )?equilibrium(?: position| point)?"
_VALUE = r"(?P<at>-?\d+(?:\.\d+)?|\\frac ?\{\d+\} ?\{\d+\}|\d+/\d+)"
_FACTS = (
    (
        "asked",
        r"(?:find|determine|calculate|obtain|give|state|write down|express|what is)"
        r"(?: the| its| an expression for(?: its)?)*(?: (?:position|displacement|motion|solution|equation of motion"
        r"|location))?,?(?: of the (?:mass|object|particle|weight))?(?: (?P<name>[a-z])(?: ?\(t\))?)?"
        r"(?: at (?:any )?time t| as a function of (?:t|time)(?: t)?| in terms of t| for t > 0)*(?=[.?!;]|$)",
    ),
    ("rest", r"(?:from|at) rest|with (?:zero|no) (?:initial )?(?:velocity|speed)"),
    ("start", r"(?:at|when) (?:time )?t ?= ?0,?|initially"),
    (
        "place",
        rf"(?:(?:from|at|with) (?:an? |the )?(?:position|point|displacement|distance)(?: of)?) {_NUMBER}{_UNIT}"
        rf" (?:from|to the right of|beyond|away from) {_BALANCE}"
        rf"|(?:from|at|where|with)(?: the)?(?: position| point| displacement)? (?P<of>[a-z]) ?= ?{_VALUE}{_UNIT}",
    ),
    ("balance", rf"(?:from|at|in|through) {_BALANCE}"),
    ("moving", rf"with (?:an? )?(?:initial )?(?:velocity|speed)(?: of)? {_NUMBER}{_UNIT}"),
)
_TABLE = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _FACTS)
_HELD_WORDS = """
    a an the it its and is on of by so that which where mass spring object weight block particle body system
    spring-mass mass-spring oscillator obeys satisfies satisfying equation differential motion below above given shown
    described governed starts start started released set in moves moving along line attached to damped undamped holds
    following x-axis if hence motions
"""
_HELD = frozenset(_HELD_WORDS.split())


def from_rest(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return an equation of motion with its start printed.

    Args:
        objective: the words.
        expression: the printed equation.
        variables: the problem's variables.

    Raises:
        NotRead: no such equation is printed, or the words say more than its start.

    >>> words = "A mass on a spring starts from rest at x = 0.2. Find its position at any time t."
    >>> from_rest(words, "x'' + 25x = 0", ["x", "t"])
    ('Solve the initial value problem.', "x'' + 25x = 0, x(0) = 0.2, x'(0) = 0")
    """
    names = {name for found in _SECOND.findall(expression) for name in found if name}
    if len(names) != 1 or "t" not in variables or re.search(r"\( ?0 ?\) ?=", expression) or expression.count("=") != 1:
        raise NotRead("no equation of motion is printed")
    name = names.pop()
    text, facts = re.sub(r"\s+", " ", objective.replace("$", "")), dict[str, dict[str, str | None]]()
    for kind, pattern in _TABLE:
        if found := pattern.search(text):
            facts[kind] = found.groupdict()
            text = f"{text[: found.start()]} {text[found.end() :]}"
    left = set(re.findall(r"[a-z\d-]+", text.lower())) - _HELD
    told = facts.get("place", {})
    if left or "asked" not in facts or ({"rest", "moving"} <= facts.keys()) or ({"place", "balance"} <= facts.keys()):
        raise NotRead("the words say more than the start of a motion")
    if not facts.keys() & {"rest", "moving"} or not facts.keys() & {"place", "balance"}:
        raise NotRead("the start of the motion is not known")
    if {told.get("of"), facts["asked"].get("name")} - {None, name}:
        raise NotRead("the words have another letter")
    place = told.get("at") or told.get("number") or "0"
    speed = facts.get("moving", {}).get("number") or "0"
    return "Solve the initial value problem.", f"{expression.strip(' .$')}, {name}(0) = {place}, {name}'(0) = {speed}"
