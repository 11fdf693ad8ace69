r"""Says "the curve" or "the equation" for a noun that describes what is printed, if the description is true of it.

"The radical equation" is the equation if a root is printed, "the hyperbola" the curve if a letter is in a denominator.
A description that is not true of what is printed remains, so that the problem is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_statement
from ..formulas.tree import Equation, Inequality, Node, add, neg
from ..statement import Choices, NotRead

_TRIGONOMETRIC = ("sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan")
_HYPERBOLIC = ("sinh", "cosh", "tanh")
_BASE = r"(?P<base>equations?|inequalit(?:y|ies)|functions?|expressions?|curves?|graphs?|relations?|ratios?)"
_SUMS = re.compile(r",(?![^(\[{]*[)\]}])|;|\\q?quad|\\text\s*\{\s*and\s*\}|\band\b")
_REGIONS = re.compile(r"\b(?:region|area|enclosed|bounded|intersect|between)\b", re.IGNORECASE)


def _has(*heads: str) -> Callable[[Node], bool]:
    return lambda made: any(made.has(head) for head in heads)


def _exponential(made: Node) -> bool:
    return made.has("exp") or any(part.head == "pow" and part.args[1].names() for part in made.walk())


def _rational(made: Node) -> bool:
    below = (part.args[1] for part in made.walk() if part.head == "div")
    powers = (part.args[1] for part in made.walk() if part.head == "pow" and part.args[0].names())
    return any(part.names() for part in below) or any(part.head == "neg" for part in powers)


def _degrees(made: Node) -> dict[str, int]:
    """Return the degree in each letter in which a formula is a polynomial."""
    found = {}
    for name in made.names():
        with suppress(NoPolynomial):
            found[name] = max(coefficients(made, name))
    return found


def _of_degree(*degrees: int) -> Callable[[Node], bool]:
    return lambda made: bool(made.names()) and max(_degrees(made).values(), default=0) in degrees


def _even(made: Node) -> bool:
    name = next(iter(made.names()), "")
    with suppress(NoPolynomial):
        return len(made.names()) == 1 and set(coefficients(made, name)) <= {0, 2, 4}
    return False


def _round(made: Node) -> bool:
    degrees = _degrees(made)
    return set(degrees.values()) == {2} and degrees.keys() == made.names() and len(degrees) > 1


def _line(made: Node) -> bool:
    return set(_degrees(made).values()) == {1} and not _rational(made)


def _hyperbola(made: Node) -> bool:
    product = any(part.head == "mul" and len({*part.names()}) > 1 for part in made.walk())
    return _rational(made) or _round(made) or product


def _nested(made: Node) -> bool:
    return any(part.head == "div" and any(one.has("div") for one in part.args) for part in made.walk())


_KINDS: dict[str, Callable[[Node], bool]] = {
    "radical": _has("root"),
    "square root": _has("root"),
    "irrational": _has("root"),
    "exponential": _exponential,
    "logarithmic": _has("log"),
    "log": _has("log"),
    "trigonometric": _has(*_TRIGONOMETRIC),
    "trig": _has(*_TRIGONOMETRIC),
    "hyperbolic": _has(*_HYPERBOLIC),
    "rational": _rational,
    "fractional": _rational,
    "reciprocal": lambda made: made.head == "div" and not made.args[0].names(),
    "compound": _nested,
    "complex": lambda made: _nested(made) and not made.has("constant", "i"),
    "absolute value": _has("abs"),
    "modulus": _has("abs"),
    "linear": _of_degree(1),
    "quadratic": _of_degree(2),
    "cubic": _of_degree(3),
    "quartic": _of_degree(4),
    "biquadratic": _even,
    "quintic": _of_degree(5),
    "polynomial": lambda made: bool(_degrees(made)),
}
_CURVES: dict[str, Callable[[Node], bool]] = {
    "hyperbola": _hyperbola,
    "parabola": _of_degree(2),
    "circle": _round,
    "ellipse": _round,
    "straight line": _line,
    "cubic curve": _of_degree(3),
    "cubic": _of_degree(3),
    "exponential curve": _exponential,
    "logarithmic curve": _has("log"),
    "sine curve": _has("sin"),
    "cosine curve": _has("cos"),
    "sine wave": _has("sin"),
    "square root curve": _has("root"),
    "semicircle": _has("root"),
    "line": _line,
}
_KIND = re.compile(
    rf"\b(?:the |this |each |following |given |an? )*(?P<kinds>(?:(?:{'|'.join(_KINDS)})(?:[ -]type)? )+){_BASE}\b",
    re.IGNORECASE,
)
_NOUN = "|".join(sorted(_CURVES, key=len, reverse=True))
_CURVE = rf"\b(?P<curve>{_NOUN})\b"
_ONE = re.compile(
    rf"(?P<before>\b(?:to|of|on|for|along) the (?:given |following |graph of the )?)(?!tangent|normal){_CURVE}(?!"
    rf" of\b)(?= |[.,?]|$)(?! (?:equation|function|polynomial|and the)\b)",
    re.I,
)
_TWO = re.compile(
    rf"\bthe (?:given )?(?P<first>{_NOUN}),? and (?:(?:by )?the (?:given )?)?(?P<second>{_NOUN})(?=[.,;?]|$)",
    re.IGNORECASE,
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_ORDERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}
_DEGREE = re.compile(
    rf"\b(?P<order>{'|'.join(_ORDERS)})[- ]degree (?=polynomial|equation|function|inequality)"
    r"|(?:(?<=polynomial)|(?<=equation)|(?<=function)) of degree (?P<degree>\d)\b",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?P<base>equations?|inequality|expression|function) (?:containing|involving|that contains?|which contains?"
    r"|with) (?:an? )?(?P<what>radicals?|square roots?|roots?|absolute values?|fractions?|rational expressions?"
    r"|logarithms?|exponentials?|trigonometric functions?)(?=[.,;]|$)",
    re.IGNORECASE,
)
_CONTAINED = {
    "radical": "radical",
    "square root": "radical",
    "root": "radical",
    "absolute value": "absolute value",
    "fraction": "rational",
    "rational expression": "rational",
    "logarithm": "logarithmic",
    "exponential": "exponential",
    "trigonometric function": "trigonometric",
}
_SYSTEM = re.compile(
    rf"\b(?P<what>(?:linear |nonlinear )?system) of (?P<count>{'|'.join(_COUNTS)}) (?P<kind>linear |nonlinear"
    rf" )?equations(?: (?:in|with|for) (?:the )?(?P<unknowns>{'|'.join(_COUNTS)}) (?:unknowns|variables))?",
    re.IGNORECASE,
)
_ALTERNATING = re.compile(r"\balternating (?=(?:geometric |infinite )?(?:series|sum))", re.IGNORECASE)
_ONE_TO_ONE = r"(?:one-to-one|one to one|1-1|1-to-1|injective|invertible|bijective)"
_INVERTS = re.compile(
    r"(?:^|(?<=[.;] ))(?:(?:assume|suppose|given|note|you (?:may|can) assume)(?: that)? )?(?:(?:the |this )?function"
    rf" )?\$?(?P<name>[a-zA-Z])?(?:\([a-z]\))?\$? ?(?:given |defined )?(?:below |above )?(?:is (?:a )?{_ONE_TO_ONE}(?:"
    r" functions?)?|has an inverse(?: function)?)(?: (?:on its (?:entire |whole |natural )?domain|everywhere|on its"
    r" domain of definition))?(?: and (?:therefore|so|hence|thus) (?:has an inverse|invertible|is invertible))?[.;]",
    re.IGNORECASE,
)


def without_nouns(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return an objective with plain nouns for those that are true of what is printed.

    Args:
        text: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> without_nouns("Solve the radical equation.", r"\sqrt{x} = 2", ["x"])
    'Solve the equation.'
    >>> without_nouns("Solve the quadratic equation.", r"\sqrt{x} = 2", ["x"])
    'Solve the quadratic equation.'
    """
    text = _counted(_inverted(text), expression, variables)
    parts = [part for part in _SUMS.split(expression) if part.strip(" \\,;")]
    made = [one for part in parts if (one := _formula(part, variables)) is not None]
    if len(made) == len(parts) == 2 and _REGIONS.search(text):
        return _TWO.sub(lambda found: _two(found, *made), text)
    one = _formula(expression, variables) if len(parts) == 1 else None
    if one is None:
        return text
    text = _DEGREE.sub(lambda found: "" if _is_of_degree(found, one) else found[0], text)
    text = _WITH.sub(lambda found: found["base"] if _contains(found["what"], one) else found[0], text)
    text = _KIND.sub(lambda found: f"the {_base(found['base'])}" if _is_kind(found["kinds"], one) else found[0], text)
    return _ONE.sub(lambda found: f"{found['before']}curve" if _CURVES[found["curve"].lower()](one) else found[0], text)


def _counted(text: str, expression: str, variables: Sequence[str]) -> str:
    """Return a text without the numbers of equations and unknowns that are printed, and without alternating signs."""
    said = _SYSTEM.search(text)
    if said and _COUNTS[said["count"].lower()] == expression.count("="):
        unknowns = _COUNTS[(said["unknowns"] or "").lower()] if said["unknowns"] else len(variables)
        if unknowns == len(variables):
            text = text.replace(said[0], f"{said['what']} of {said['kind'] or ''}equations")
    return _ALTERNATING.sub("", text) if re.search(r"\(\s*-", expression) else text


def _is_of_degree(found: re.Match[str], made: Node) -> bool:
    degree = int(found["degree"]) if found["degree"] else _ORDERS[found["order"].lower()]
    return bool(made.names()) and max(_degrees(made).values(), default=0) == degree


def _contains(what: str, made: Node) -> bool:
    return _KINDS[_CONTAINED[what.lower().removesuffix("s")]](made)


def _base(noun: str) -> str:
    return "expression" if noun.lower().startswith("ratio") else noun


def _is_kind(kinds: str, made: Node) -> bool:
    said = re.findall("|".join(sorted(_KINDS, key=len, reverse=True)), kinds.lower())
    return all(_KINDS[kind](made) for kind in said)


def _two(found: re.Match[str], one: Node, other: Node) -> str:
    """Return two nouns as "the two curves", if each is true of another one of the curves."""
    first, second = (_CURVES[found[side].lower()] for side in ("first", "second"))
    fit = (first(one) and second(other)) or (first(other) and second(one))
    return "the two curves" if fit else found[0]


def _formula(text: str, variables: Sequence[str]) -> Node | None:
    """Return what is printed as one formula: both sides of an equation as their difference."""
    with suppress(NotRead, ValueError):
        printed = parse_statement(re.sub(r"[\s$,;]+$|\\\\$", "", text.strip(" $,;")), variables, Choices({})).expression
        if isinstance(printed, Equation):
            own = printed.left.name
            defines = own is not None and own not in printed.right.names() and own not in variables
            return printed.right if defines or own == "y" else add(printed.left, neg(printed.right))
        if isinstance(printed, Inequality):
            return add(*printed.sides)
        return printed if isinstance(printed, Node) else None
    return None


def _inverted(text: str) -> str:
    """Leave out that a function has an inverse, if this is asked."""
    if not re.search(r"\binverse|\^\s*\{?\s*-\s*1", text):
        return text
    text = _INVERTS.sub("", text).strip()
    return re.sub(rf"\b{_ONE_TO_ONE} (?=function)", "", text, flags=re.IGNORECASE)
