"""Expansions of powers, the roots of an equation by its coefficients, and remainders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.tree import Node, add, neg
from .family import ORDINAL, Family, Given, cleaned, equation, formula
from .in_plane import LETTER
from .usual_words import NUMBER

_SIDES = re.compile(r"^(?:[A-Za-z](?:\s*\(\s*[a-z]\s*\))?\s*=)?(?P<body>[^=]+)$")
_CONSTANT = r"(?:constant term|term (?:(?:that|which) is )?(?:independent of|without|not (?:containing|involving)) {})"


def _power(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a product with a power of a sum in it."""
    sides = _SIDES.match(cleaned(expression))
    body = formula(sides["body"], variables) if sides else None
    sums = [] if body is None else [part for part in body.walk() if part.head == "pow" and part.args[0].head == "add"]
    if body is None or not sums:
        return None
    pair = body.args[0].args if body is sums[0] else ()
    return {"power": [(body,)], **({"pair": [(*pair, body.args[1])]} if len(pair) == 2 else {})}


def _polynomial(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a polynomial in x, also of an equation with zero."""
    sides = _SIDES.match(re.sub(r"= ?0$", "", cleaned(expression)))
    body = formula(sides["body"], variables) if sides else None
    return None if body is None or not _is_polynomial(body) else {"polynomial": [(body,)]}


def _is_polynomial(body: Node) -> bool:
    try:
        return max(coefficients(body, "x")) > 1
    except NoPolynomial:
        return False


def _quadratic(expression: str, variables: Sequence[str]) -> Given | None:
    """Return what is zero in a polynomial equation of one letter."""
    made = equation(expression, variables) if expression.count("=") == 1 else None
    zero = None if made is None else add(made.left, neg(made.right))
    if zero is None or zero.names() != {"x"} or not _is_polynomial(zero):
        return None
    return {"polynomial": [(zero,)]}


EXPANSIONS = Family(
    "expansion",
    _power,
    {
        "coefficient": r"coefficient of (?:the )?(?:term (?:in|containing|involving) )?(?P<of>[a-z](?:\^\d+)?)(?:[-"
        r" ]term)?",
        "term": rf"(?P<nth>{ORDINAL}) term",
        "constant": _CONSTANT.format("(?P<letter>[a-z])").replace("constant term|", ""),
        "free": "constant term",
    },
    r"(?:binomial )?expansion(?: of)?|(?:binomial )?expression|(?:when )?(?:it is |fully )?expanded|binomial",
    {},
    {"coefficient": ("of",), "term": ("nth",), "constant": ("letter",)},
)
_MARK = r"(?:α|β|\\alpha ?|\\beta ?)"
_OF_ROOTS = rf"(?P<of>(?=[^,.;?!]*{_MARK})(?:{_MARK}|[\d+\-*/^() ]|\\[dt]?frac|[{{}}])*(?:{_MARK}|[\d)}}]))"
_NAMED = r"(?:(?:denoted|called|given) (?:by )?)?α and β"
ROOTS = Family(
    "roots",
    _quadratic,
    {
        "expression": _OF_ROOTS,
        "sum": r"sum(?= and (?:the )?product of (?:the|its) (?:roots|solutions))|sum of (?:the|its) (?:roots"
        r"|solutions)",
        "product": r"product of (?:the|its) (?:roots|solutions)",
        "squares": r"sum of the squares of (?:the|its) (?:roots|solutions)",
        "reciprocals": r"sum of the reciprocals of (?:the|its) (?:roots|solutions)",
    },
    r"(?:quadratic )?(?:equation|polynomial)|without (?:actually )?solving (?:it|the equation|this equation)",
    {"named": rf"(?:(?:the|its|two|both) )*(?:roots|solutions|zeros)(?: of (?:the|this)(?: given)?(?: quadratic)?"
     rf" equation)? are {_NAMED}|α and β are (?:the|its)(?: two)? (?:roots|solutions|zeros)|has (?:the )?(?:roots"
     r"|solutions) α and β"},
    {"expression": ("of", "named")},
    ("named",),
)  # fmt: skip
_DIVIDED = (
    r"(?:when |if )?(?:(?:the |this )?(?:polynomial|expression|function|it|p\(x\)|f\(x\)) )?(?:is )?divided by"
    r" \(?(x ?[+-] ?\d+|\d+x ?[+-] ?\d+)\)?"
)
_REMAINDER = (
    r",? (?:then )?(?:the remainder (?:is|equals)|(?:it )?(?:leaves|gives|has) (?:a|the) remainder(?: of)?) (-?\d+)"
)
_ROOT = r"(?:root|zero|solution)s?(?: of (?:the|this) (?:polynomial|equation|function))?"
REMAINDERS = Family(
    "remainder",
    _polynomial,
    {
        "letter": LETTER,
        "pair": r"(?:the )?(?:values? of )?(?:the )?(?:constants? )?(?P<one>(?-i:[a-w])) and (?P<other>(?-i:[a-w]))",
        "remainder": r"remainder",
        "other zeros": r"(?:all )?(?:the )?(?:other|remaining) (?:two |three )?(?:zeros?|roots?|solutions?)"
        r"(?: of (?:f|p|the (?:polynomial|equation|function)))?",
    },
    r"polynomial|equation|expression|(?:f|p)\(x\)|function|without (?:actually )?(?:dividing|(?:performing|doing)"
    r" (?:the )?(?:long )?division)",
    {
        "condition": rf"{_DIVIDED}{_REMAINDER}|(?:(?:that|and) )?\(?(x ?[+-] ?\d+|\d+x ?[+-] ?\d+)\)? is a factor(?: of"
        r" (?:f\(x\)|p\(x\)|(?:the|this) (?:polynomial|expression|function)|it))?",
        "divisor": _DIVIDED,
        "root": rf"(?:that )?(?:[a-z] ?= ?)?({NUMBER}) (?:is|as) (?:an?|one)(?: of its)? {_ROOT}"
        rf"|(?:one|an?)(?: of the)? {_ROOT} (?:is|are) (?:[a-z] ?= ?)?({NUMBER})",
    },
    {
        "letter": ("letter", "condition"),
        "pair": ("one", "other", "condition"),
        "remainder": ("divisor",),
    },
    ("condition", "root"),
    ("condition",),
)
FAMILIES = (EXPANSIONS, ROOTS, REMAINDERS)
