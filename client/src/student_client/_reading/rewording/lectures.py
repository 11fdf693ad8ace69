r"""Says the questions of lectures as they are printed: sums, expansions, matrices, functions that the words define.

It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_notation import canonical
from .defined_in_words import in_units
from .lecture_rules import RULES
from .repeated import without_repeats
from .worded_sums import printed_sum
from .worded_taylor import expansion

_POWERS = {
    "square": 2,
    "second": 2,
    "cube": 3,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
}
_RAISE = re.compile(
    r"(?:raise|take) (?:the |this )?(?:given |following )?matrix(?: [A-Z])? to (?:the )?"
    r"(?:power(?: of)? (?P<n>\d)|(?P<word>\w+) power)|(?P<verb>square|cube) (?:the|this) (?:given |following )?matrix",
    re.IGNORECASE,
)
_EQUATION = re.compile(
    r"(?:[Ss]olve(?: the (?:matrix )?equation)?|[Ff]ind)(?: for)?(?: the)?(?: matrix)?(?: (?P<for>X))?,?(?: (?:if|such"
    r" that|so that|given that|for which|where|satisfying))? ?(?:(?P<left>[A-WYZ]) ?X|X ?(?P<right>[A-WYZ])) ?= ?"
    r"(?P<value>[A-WYZ])(?: for (?:the matrix )?X)?"
)
_MATRIX = re.compile(r"(?:[A-Z]\s*=\s*)?(\\begin\{([pb]matrix)\}(?:(?!\\begin).)*\\end\{\2\})", re.DOTALL)


def as_formula(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem about matrices or vectors with its formula; any other as it is."""
    text, printed = objective.replace("$", "").strip(" .?!"), expression.strip(" $.")
    power, equation, matrix = _RAISE.fullmatch(text), _EQUATION.fullmatch(text), _MATRIX.fullmatch(printed)
    if power and matrix:
        exponent = power["n"] or _POWERS.get((power["word"] or power["verb"] or "").lower())
        return ("Compute", f"{matrix[1]}^{{{exponent}}}") if exponent else (objective, expression)
    if equation and printed.count(r"\begin") == 2:
        inverse = f"{equation['left'] or equation['right']}^{{-1}}"
        formula = f"{inverse}{equation['value']}" if equation["left"] else f"{equation['value']}{inverse}"
        return f"Find {formula}", expression
    vector = re.fullmatch(r"(?P<name>[a-z]) ?= ?(?P<value>[-+\d ijk]+)", printed)
    if vector and re.search(r"\bvector\b", text) and (made := in_units(vector["value"])):
        return objective, f"{vector['name']} = {made}"
    return objective, expression


_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def lectured(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem in more usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: the words say of what is printed what does not hold.
    """
    text, made = as_formula(*divided(_of_complex(objective, expression), expression))
    text, expression = without_repeats(_of_slope(text, expression), expression, variables), made
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    text = expansion(text, expression, variables)
    text, expression = printed_sum(text, expression, variables)
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return text or objective, expression


_DIVIDED = re.compile(
    r"(?:find |state |give |determine |what (?:are|is) )?(?:the )?quotient and (?:the )?remainder (?:when|if|obtained"
    r" when|of dividing) (?:the polynomial )?(?P<above>.+?) (?:is divided )?by (?P<below>.+)|when (?:the polynomial )?"
    r"(?P<top>.+?) is divided by (?P<bottom>.+?), (?:find|state|give|determine|what (?:are|is)) (?:the )?quotient and "
    r"(?:the )?remainder",
    re.IGNORECASE,
)
_POLYNOMIAL = re.compile(r"(?:(?P<name>[a-zA-Z](?:\([a-z]\))?)\s*=)?(?P<body>[^=]+)")


def divided(objective: str, expression: str) -> tuple[str, str]:
    r"""Return "the quotient and the remainder when p(x) is divided by x - 3" with the division as a fraction.

    >>> divided("When p(x) is divided by x - 1, what are the quotient and remainder?", "p(x) = x^2")
    ('Find the quotient and remainder.', '\\frac{x^2}{x - 1}')
    """
    found = _DIVIDED.fullmatch(objective.replace("$", "").strip(" .?!"))
    shown = _POLYNOMIAL.fullmatch(expression.strip(" $."))
    if not found or not shown:
        return objective, expression
    above, below = found["above"] or found["top"], found["below"] or found["bottom"]
    whole = canonical(rf"\frac{{{above}}}{{{below}}}")
    if canonical(expression) == whole and not shown["name"]:
        return "Find the quotient and remainder.", expression
    if canonical(above) not in {canonical(shown["body"]), canonical(shown["name"] or "=")}:
        return objective, expression
    return "Find the quotient and remainder.", rf"\frac{{{shown['body'].strip()}}}{{{below.strip()}}}"


_COMPLEX = re.compile(
    r"(?:(?:use|using|by) de moivre's (?:theorem|formula),? ?(?:to )?(?:find|evaluate|compute|calculate|simplify) "
    r"(?P<formula>.+?)|(?P<verb>multiply|add|subtract|divide) the (?:two )?complex numbers)(?P<rest>,? (?:and (?:give"
    r"|write|express)|giving|in the form) .+)?",
    re.IGNORECASE,
)
_FITS = {
    "multiply": re.compile(r"\([^()]*\)\s*\([^()]*\)"),
    "add": re.compile(r"\([^()]*\)\s*\+\s*\([^()]*\)"),
    "subtract": re.compile(r"\([^()]*\)\s*-\s*\([^()]*\)"),
    "divide": re.compile(r"\\[dt]?frac\{[^{}]*\}\{[^{}]*\}"),
}


def _of_complex(objective: str, expression: str) -> str:
    """Return a question for the value of the printed complex number with the form of the answer."""
    found = _COMPLEX.fullmatch(objective.replace("$", "").strip(" .?!"))
    if not found or not re.search(r"(?<![A-Za-z\\])i(?![A-Za-z])", expression):
        return objective
    same = found["formula"] and canonical(found["formula"]) == canonical(expression)
    if not same and not (found["verb"] and _FITS[found["verb"].lower()].fullmatch(expression.strip(" $"))):
        return objective
    return f"Evaluate{found['rest'] or ' in the form a + bi'}."


_SLOPE = re.compile(
    r",? (?:and|where) (?:its|the) (?:gradient|slope)(?: at (?:any|each|every) point(?: \([a-z], ?[a-z]\))?)? is "
    r"(?:given by )?(?P<slope>[^.]+?)(?=\.)",
    re.IGNORECASE,
)


def _of_slope(text: str, expression: str) -> str:
    """Return the words without the slope of a curve whose differential equation is printed."""
    found = _SLOPE.search(text)
    given = found and canonical(expression) == canonical(rf"\frac{{dy}}{{dx}} = {found['slope']}")
    return text[: found.start()] + text[found.end() :] if found and given else text
