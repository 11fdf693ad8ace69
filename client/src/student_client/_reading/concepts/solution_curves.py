r"""Says in one way what is asked of a printed derivative and a point or a value: the solution.

"A curve passes through (1, 5), and its gradient is given below. Find y in terms of x" asks for the solution through
(1, 5). A word that is not of such a problem leaves the objective as it is.
"""

from __future__ import annotations

import re

from .task import ODE, START

_NUMBER = r"[-−]?(?:\d+(?:\.\d+)?(?: ?/ ?\d+)?|\\[dt]?frac ?\{[^{}]+\} ?\{[^{}]+\}|\\?pi|π|e)"
_PAIR = re.compile(rf"(?:the )?(?:point )?(?:[A-Z] ?)?(?P<pair>\( ?{_NUMBER} ?, ?{_NUMBER} ?\))")
_SLOPE = r"(?:gradient|slope|derivative)(?: function)?"
_CURVE = r"(?:(?:the|a|this|that) )?(?:curve|graph)(?: (?-i:[A-Z])\b)?(?: (?:y|f) ?= ?f ?\( ?x ?\)| of f| f)?"
_ANY = r"(?: at (?:any|each|every|the|a)(?: general)? point(?: \( ?x ?, ?y ?\))?(?: on (?:it|the curve))?)?"
_GIVEN = (
    r"(?:(?:is|as|are|given|shown|below|above|here|by|the|this|expression|equation|formula|following|differential"
    r"|defined|satisfies)(?: |$|(?=[,.;])))*"
)
_DOMAIN = r"(?:,? ?(?:for|where|when) x ?> ?0,?)?"
_LEAD = r"(?:(?:given that|if|and|but|[,.;]) ?)*"
_FRAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LEAD}(?:{_CURVE}|it|which|that|and) (?:also )?(?:(?:passes|goes|passing) through|contains) PLACE",
        rf"{_LEAD}PLACE (?:lies|is) on (?:it|the curve)",
        rf"{_LEAD}(?:(?:the|its|whose|has|with) )*{_SLOPE}(?: of (?:{_CURVE}|f))?{_ANY},?{_DOMAIN},? ?{_GIVEN}",
        rf"{_LEAD}(?:{_CURVE}|it|which|that)? ?(?:also )?(?:passes|goes|passing) through PLACE",
        r"^(?:a|the) curve(?= |[.,;])",
    )
)
_REQUEST = re.compile(
    r"(?:(?:hence|now|please|use integration to|by integration|by integrating|use this to),? )*(?:find|determine|obtain"
    r"|work out|express|give|write down|state|what is|derive|calculate)(?: the| an| its)*"
    r"(?: (?:exact |particular )?(?:equation|solution|function|rule|formula|expression)s?| y| f ?\( ?x ?\)| f)"
    r"(?:(?: |, )(?:of|for|the|this|curve|f ?\( ?x ?\)|f|y|with|giving|writing|expressing|your|answer|in terms of x"
    r"|as a function of x|in the form y ?= ?f ?\( ?x ?\)|in the form|y ?= ?f ?\( ?x ?\)|explicitly))*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",? ?(?:that |which )?(?:satisf(?:y|ies|ying)|with|from|given|subject to|using|has|having)(?: (?:the|these|this"
    r"|both|given|differential equation|derivatives?|initial|boundary|conditions?|values?|and|its|gradient function"
    r"|shown|below|above))+$",
    re.IGNORECASE,
)


def of_solution_curve(text: str, expression: str) -> str:
    r"""Return "Find the solution through (1, 5)." or the like if the words ask for no more than that.

    Args:
        text: the objective.
        expression: the problem's expression.

    >>> of_solution_curve("A curve passes through $(1,5)$. Find its equation.", r"\frac{dy}{dx} = 2x")
    'Find the solution through (1,5).'
    >>> of_solution_curve("A curve passes through $(1,5)$. Find its gradient.", r"\frac{dy}{dx} = 2x")
    'A curve passes through $(1,5)$. Find its gradient.'
    """
    if not re.search(ODE, expression) or "''" in expression:
        return text
    made = re.sub(r"\s+", " ", text.replace("$", "")).strip(" .")
    if re.search(START, expression):
        bare = _TAIL.sub("", made)
        return "Solve the differential equation." if bare != made and _REQUEST.fullmatch(bare) else text
    places = {found["pair"] for found in _PAIR.finditer(made)}
    if len(places) != 1:
        return text
    made = _PAIR.sub("PLACE", made)
    for pattern in _FRAMES:
        made = pattern.sub(" ", made)
    made = re.sub(r"\s+", " ", made).strip(" .,;")
    return f"Find the solution through {places.pop()}." if _REQUEST.fullmatch(made) else text
