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
_FACTOR = r"[a-z](?:\^\{?-?\d+\}?)?"
_MONOMIAL = (
    rf"(?:{_FACTOR}(?:{_FACTOR}|(?<=[\d}}]) [a-z]\^\{{?\d+\}}?){{0,3}}|1 ?/ ?{_FACTOR}"
    rf"|\\frac ?\{{1\}} ?\{{{_FACTOR}\}})"
)
"""Powers of letters; after a blank only one with an exponent, since a word may follow."""
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
        "coefficient": r"(?:numerical )?coefficient of (?:the )?(?:term (?:in|containing|involving|with) )?"
        rf"(?P<of>{_MONOMIAL})(?:[- ]"
        r"term)?",
        "power": rf"term (?:in|(?:that |which )?contain(?:ing|s)|involving|with) (?P<with>{_MONOMIAL})"
        rf"|(?!(?:the|an?|this|any|each|one)\b)(?P<own>{_MONOMIAL})[- ]term",
        "term": rf"(?P<nth>{ORDINAL}) term",
        "middle": r"middle term",
        "first": r"first (?P<count>two|three|four|five|six|\d)(?: non-?zero)? terms(?: of (?:the|its)(?: binomial)?"
        r" expansion)?,?(?: (?:in|of))+ (?:(?:the|its) )?(?:ascending|increasing) (?:powers|order)(?: of"
        r" (?:powers of )?[a-z])?",
        "coefficients": r"sum of (?:all )?(?:the )?coefficients",
        "constant": _CONSTANT.format("(?P<letter>[a-z])").replace("constant term|", ""),
        "free": "constant term",
    },
    r"(?:binomial )?expansion(?: of)?|(?:binomial )?expression|(?:when )?(?:it is |fully )?expanded|binomial|product"
    r"|(?-i:[fgp])\((?-i:[a-z])\)"
    r"|(?:(?:when|if|after) )?(?:(?:you|we|i) expand|expanding)(?: (?:this|it|the (?:expression|binomial)|out))*",
    {},
    {"coefficient": ("of",), "term": ("nth",), "constant": ("letter",)},
    ("with", "own", "count"),
)
_MARK = "[αβ]"
_NAME = r"(?:[αβγδ]|(?-i:[m-w])|[a-zα]_\{?\d\}?)"
_PAIR = re.compile(rf"(?<![\w\\])(?P<one>{_NAME}) and (?P<other>{_NAME})(?!\w)")
_GREEK = re.compile(r"\\(alpha|beta|gamma|delta)(?![a-z])")


def _named_roots(objective: str) -> str:
    """Return an objective that calls two roots α and β, whatever their names are."""
    objective = _GREEK.sub(lambda found: {"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ"}[found[1]], objective)
    for found in _PAIR.finditer(objective):
        if found["one"] != found["other"]:
            for name, instead in ((found["one"], "α"), (found["other"], "β")):
                objective = re.sub(rf"(?<![A-Za-z\\]){re.escape(name)}(?![A-Za-z_\d])", instead, objective)
            break
    return objective


_OF_ROOTS = rf"(?P<of>(?=[^,.;?!]*{_MARK})(?:{_MARK}|[\d+\-*/^() ]|\\[dt]?frac|[{{}}])*(?:{_MARK}|[\d)}}]))"
_NAMED = r"(?:(?:denoted|called|given) (?:by )?)?α and β"
_KINDS = r"(?:(?:the|its|two|both|real|distinct|different) )*(?:roots|solutions|zeros)"
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
    {"named": rf"{_KINDS}(?: of (?:the|this)(?: given)?(?: quadratic)? (?:equation|polynomial))? are {_NAMED}"
     rf"|α and β (?:are|be|denote|represent) {_KINDS}|(?:has|have|with|having) {_KINDS} α and β"},
    {"expression": ("of", "named")},
    ("named",),
    restated=_named_roots,
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
