"""Puts what a statement names in place of the words that point back to it, in the request after it.

"The curve has a stationary point at x = 3. Determine its nature" asks for the nature of the stationary point at x = 3.
"""

from __future__ import annotations

import re

_ASK = (
    r"(?:find|determine|calculate|compute|work out|state|give|locate|obtain|write(?: down)?|identify|evaluate|deduce"
    r"|what (?:is|are))"
)
_PART = r"(?:exact )?(?:equations?|\$?[xy]\$?-coordinates?|coordinates?|nature|type|values?|positions?)"
_MANY = r"(?:it|(?:all of )?them(?: all)?|each(?: of (?:them|these))?(?: one)?|both(?: of (?:them|these))?|either)"
_NOUN = r"(?:points?|values?|numbers?|places?|asymptotes?|roots?|zeros?|solutions?|maxim(?:um|a)|minim(?:um|a))"
_POINTED = rf"(?:(?:each of )?(?:this|these|those)|both) (?:[a-z]+ )?{_NOUN}"
_BACK = rf"(?:{_MANY}|{_POINTED})"
_OWN = re.compile(rf"\b(?P<ask>{_ASK}) (?:its|their|the|an?) (?P<part>{_PART})(?=[.;,?]|$| and\b)", re.IGNORECASE)
_OF = re.compile(rf"\b(?P<part>{_PART}) (?:of|for|at) {_BACK}(?=[.;,?]|$| and\b)", re.IGNORECASE)
_WHOLE = re.compile(rf"^(?P<ask>{_ASK}|classify) {_BACK}(?=[.;,?]|$| as\b)", re.IGNORECASE)
_IS = re.compile(rf"\b(?P<whether>whether|if) (?:it|this(?: {_NOUN})?) is\b", re.IGNORECASE)
_IS_IT = re.compile(r"^is it (?=an?\b)", re.IGNORECASE)
_THERE = re.compile(
    r"(?<!is )(?<!are )\b(?:there(?! (?:is|are)\b)|at (?:it|(?:this|that|the(?: (?:given|same))?) (?:[a-z]+ )?"
    r"(?:point|place|value|number)|this value of [a-z]))(?=[.;,?]|$| (?:is|as|in|and|to|using|by|or)\b)",
    re.IGNORECASE,
)
_KIND = re.compile(r"nature|type|classify|whether|if|is it", re.IGNORECASE)


def bound(request: str, things: str | None, place: str | None) -> str:
    """Return a request with the thing and the place that a statement before it names.

    Args:
        request: the words after the statement.
        things: what the statement names, such as "stationary points".
        place: where it is, such as "x = 3" or "the point (1, 2)".

    >>> bound("Find the x-coordinate of each of them.", "stationary points", None)
    'Find the x-coordinates of the stationary points.'
    >>> bound("Determine its nature.", "stationary point", "x = 3")
    'Determine the nature of the stationary point at x = 3.'
    >>> bound("Find the gradient there.", None, "the point (1, 2)")
    'Find the gradient at the point (1, 2).'
    """
    if place:
        request = _THERE.sub(f"at {place}", request)
    if not things:
        return request
    at = f" at {place}" if place else ""

    def put(found: re.Match[str]) -> str:
        said = found.groupdict()
        where = at if _KIND.search(found[0]) else ""
        if said.get("part"):
            part = re.sub(r"(?<=coordinate)$|(?<=equation)$", "s" if things.endswith("s") else "", said["part"])
            return f"{said['ask'] + ' the ' if said.get('ask') else ''}{part} of the {things}{where}"
        if said.get("whether"):
            return f"{said['whether']} the {things}{where} is"
        return f"{said['ask']} the {things}{where}" if said.get("ask") else f"Is the {things}{where} "

    for pattern in (_OF, _OWN, _WHOLE, _IS, _IS_IT):
        made, count = pattern.subn(put, request)
        if count == 1:
            return made
    return request
