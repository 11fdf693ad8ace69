r"""Says which of the radius and the interval of convergence is needed, if the words name both: "only R is needed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import NotRead

_RADIUS = r"(?:radius(?: of convergence)?(?:,? R)?|(?-i:R)(?![A-Za-z]))"
_INTERVAL = r"(?:interval(?: of convergence)?(?:,? I)?|end-?points?|ends(?: of the interval)?)"
_EITHER = rf"(?:(?P<{{0}}radius>{_RADIUS})|(?P<{{0}}interval>{_INTERVAL}))(?: of (?:the|this) (?:power )?series)?"
_NEEDED = r"(?:is|are)(?: all that is| what is)? (?:needed|required|asked(?: for)?|wanted|expected)"
_ONLY = re.compile(
    rf"\(?\b(?:(?:only|just) (?:the )?{_EITHER.format('')} {_NEEDED}|(?:give|state|find|determine) (?:only|just)"
    rf" (?:the )?{_EITHER.format('only_')}(?:,? (?:and )?not (?:the )?(?:{_RADIUS}|{_INTERVAL}))?)(?: here)?\)?",
    re.IGNORECASE,
)
_LEAVE = r"(?:give|find|state|test|check|determine|examine|investigate|consider)(?:ing)?"
_NOT = re.compile(
    r"[(;,]? ?\b(?:(?:and )?(?:you )?(?:do not|don't|need not|no need to)(?: need to| have to)?"
    rf" {_LEAVE}(?: (?:convergence|what happens))?(?: at)?(?: the)? {_EITHER.format('')}"
    rf"|(?:the )?{_EITHER.format('not_')} (?:is|are) not (?:needed|required|asked(?: for)?|wanted)"
    rf"|without (?:testing|checking|finding|giving|considering)(?: the)? {_EITHER.format('without_')})(?: here)?\)?",
    re.IGNORECASE,
)
_WORDS = """
    find determine give state compute calculate what is are the its for which of all values value x does do power series
    converge converges convergence and or also following given below this R I radius interval set where
"""
_PLAIN = frozenset(_WORDS.lower().split())


def radius_alone(objective: str, expression: str, _: Sequence[str]) -> tuple[str, str]:
    r"""Return the question for the one of radius and interval of convergence that is needed.

    Args:
        objective: the words.
        expression: the printed series.

    Raises:
        NotRead: the words do not say which one, or say more.

    >>> radius_alone("Find the radius of convergence; do not test the endpoints.", r"\sum x^n", [])[0]
    'Find the radius of convergence.'
    """
    found = [(one, pattern is _ONLY) for pattern in (_ONLY, _NOT) for one in pattern.finditer(objective)]
    needed = {"radius" if _names(one, "radius") is only else "interval" for one, only in found}
    if len(needed) != 1 or "\\sum" not in expression:
        raise NotRead("the words do not say what is needed of the series")
    rest = objective
    for one, _only in found:
        rest = rest.replace(one[0], " ")
    (said,) = needed
    words = set(re.findall(r"[^\s.,;:?!()$]+", rest.lower()))
    named = re.search(rf"\b{_RADIUS if said == 'radius' else 'interval|converges?'}", objective, re.IGNORECASE)
    if words - _PLAIN - {"it"} or not words or not named:
        raise NotRead("the words say more of the series")
    return f"Find the {said} of convergence.", expression


def _names(found: re.Match[str], kind: str) -> bool:
    """Return whether the phrase names the radius, or the interval."""
    return any(value and key.endswith(kind) for key, value in found.groupdict().items())
