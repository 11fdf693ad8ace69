r"""Says "When does the ball hit the ground?" as the zero after the start of the printed height."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.tree import Node
from ..statement import Choices, NotRead

_THING = r"(?:ball|object|rocket|stone|rock|projectile|arrow|coin|football|baseball|body|particle|toy rocket)"
_PLACE = r"(?:platform|roof|cliff|building|tower|bridge|balcony|window|rooftop|ground|hill)"
_STORY = (
    rf"(?:(?:an?|the) {_THING} is (?:launched|thrown|fired|kicked|tossed|projected|dropped|shot|hit)"
    r"(?:,? (?:straight|vertically|directly))?(?:,? (?:up|down|upward|upwards|downward|downwards|into the air))?"
    rf"(?: (?:from|off)(?: the (?:top|edge) of)? (?:a|an|the) {_PLACE}(?: of (?:a|the) building)?)?[.;] )"
)
_UNIT = r"(?:,? \(?(?:measured )?in (?:meters|metres|feet|ft|m)\)?,?)?"
_TIME = (
    r"(?:,? (?:after t seconds|t seconds (?:later|after (?:launch|it is (?:thrown|launched)))|at time t(?: seconds)?)"
    r",?)?"
)
_HEIGHT = (
    rf"(?:(?:its|the) height(?: of the {_THING})?(?: above (?:the )?ground)?{_UNIT}{_TIME} is (?:given|modell?ed) by"
    r" (?:the (?:function|formula|equation) )?(?P<name>[hsy])\(t\)(?: in (?:meters|metres|feet))?[.;] )"
)
_HITS = (
    rf"(?:(?:when|after how many seconds|at what time|at what t) (?:does|will) (?:it|the {_THING})"
    rf"|how (?:long|many seconds) (?:does|will) it (?:take|be)(?: (?:for|until|before))? (?:it|the {_THING})(?: to)?)"
    r" (?:hits?|reach(?:es)?|strikes?|lands? on|return(?:s)? to)(?: back)? the ground"
)
_LANDING = re.compile(rf"{_STORY}?{_HEIGHT}?{_HITS}[.?]? *", re.IGNORECASE)
_PRINTED = re.compile(
    r"\s*(?P<name>[hsy])\s*\(\s*t\s*\)\s*=\s*(?P<body>[^,;=]+?)\s*(?P<range>,?\s*t\s*\\geq?\s*0)?\s*\.?"
)


def landing(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return the question for the zeros if the height at the start is above zero; else the words.

    Args:
        text: the objective.
        expression: the printed expression.
        variables: the problem's variables.

    >>> landing("When does the ball hit the ground?", "h(t) = -5t^2 + 20t + 25", ["t"])
    'Find the zeros of the function, where t > 0.'
    """
    found, shown = _LANDING.fullmatch(text), _PRINTED.fullmatch(expression)
    if not found or not shown or found["name"] not in {None, shown["name"]}:
        return text
    with suppress(NotRead, NoPolynomial, ValueError):
        height = parse_statement(shown["body"], variables, Choices({})).expression
        first = coefficients(height, "t").get(0) if isinstance(height, Node) else None
        start = None if first is None else exact(first)
        if start is not None and start > 0:
            return "Find the zeros of the function" + ("." if shown["range"] else ", where t > 0.")
    return text
