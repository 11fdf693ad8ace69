r"""Says a question about a function of several letters in the usual words, such as "Evaluate $f_{xx} + f_{yy}$".

Its name is f and its letters are in brackets afterwards; a formula of its partial derivatives is one question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..questions.of_surfaces import PARTIAL
from ..statement import NotRead
from .by_concepts import by_concepts

_HEAD = re.compile(
    r"\s*\$?\s*(?P<name>[A-Za-z])\s*(?:\(\s*(?P<letters>[a-z](?:\s*,\s*[a-z]){1,2})\s*\)\s*)?=(?P<body>[^=<>]+?)[\s.$]*"
)
_FRAME = re.compile(r"\$|\\[()]|\\(?:left|right|displaystyle)(?![a-z])|\\[,;!: ]|~")
_D = r"\\partial ?"
_UP = r"(?: ?\^ ?\{? ?[23] ?\}?)?"
_BESIDE_WORDS = """
    find compute calculate evaluate determine obtain work out simplify give state derive write down your the its
    answer result value expression of for and then fully as far possible simplest form in it a an partial derivative
    derivatives mixed second first third order second-order first-order third-order function two three variables given
    below defined by this is if where above following let be what respect to
"""
_BESIDE = frozenset(_BESIDE_WORDS.split())
_KINDS = re.compile(
    r"\b(?:classif\w*|nature|types?|maxim\w*|minim\w*|saddle\w*|how many|number of|extrem\w*|local|values? of f"
    r"|value of the|greatest|least|subject|constrain\w*|boundary|region|along|nearest|only|not)\b",
    re.IGNORECASE,
)
"""Words that ask for more than the points."""
_STATIONARY = re.compile(
    r"\b(?:(?:critical|stationary) points?|stationary\b(?! value)|horizontal tangent planes?"
    r"|tangent planes? (?:is|are) (?:horizontal|parallel to the xy-plane)"
    r"|(?:both|all)? ?(?:of )?(?:the |its )?(?:first(?:-order)? )?partial derivatives (?:are (?:both |equal to )?"
    r"(?:zero|0)|vanish)|(?:the )?gradient (?:vector )?(?:is (?:zero|the zero vector|equal to zero)|vanishes))",
    re.IGNORECASE,
)
_AROUND_WORDS = """
    find locate determine calculate obtain state identify give work out what are is the all any every each both of for
    a an this that following given below function functions surface graph point points coordinates where at which does
    do has have two variables its values value and exact by setting using solving first partial derivatives equal to
    zero in it with i on
"""
_AROUND = frozenset(_AROUND_WORDS.split())
_PLACE = re.compile(r"[A-Z]?\([^()]*\)|\b[fgzxyuvt]\b")
_DEPEND = re.compile(
    r"(?:[,.] ?)?\b(?:the )?(?:variables )?x and y (?:depend on t|are (?:both )?(?:functions of t|given|defined)"
    r"(?: as functions of t)?)(?:,? (?:through|by|via|given by|defined by|according to|with|in terms of t by|where))*"
    r"(?: the (?:equations|relations))?:? ",
    re.IGNORECASE,
)
_Z_ALONE = re.compile(
    r",? ?(?:(?:and )?(?:giv|writ|express|leav)(?:e|ing) (?:(?:your|the) (?:answer|equation)|it|z)? ?)"
    r"(?:(?:as|in the form)? ?z ?(?:= ?[a-z0-9+ ]+|(?:in terms|as a function) of x and y)|in terms of x and y"
    r"|in the form z ?= ?[a-zA-Z0-9+ ]+)",
    re.IGNORECASE,
)
_STEEPEST = re.compile(
    r"(?:the )?(?:maximum|greatest|largest) (?:rate of (?:change|increase)|(?:value of the )?directional derivative)"
    r"(?: of (?:the function )?[fgz])?",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"(?:at|from) (?:the )?(?:point )?(?:[A-Z] ?)?(?P<start>\((?P<a>[^(),]+),(?P<b>[^(),]+)\)),?"
    r" (?:in the direction )?(?:towards?|to|of the) (?:the )?(?:point )?(?:[A-Z] ?)?\((?P<c>[^(),]+),(?P<d>[^(),]+)\)"
)
_AT = r"at (?:the )?(?:given )?(?:point )?(?:[A-Z] ?)?\((?P<a>[^(),]+),(?P<b>[^(),]+)\)"


def by_surfaces(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem about a function of several letters in the usual words.

    Args:
        objective: the words.
        expression: the printed function.
        variables: the problem's variables.

    Raises:
        NotRead: no such function is printed, or the question is not known.

    >>> by_surfaces(r"Find $\dfrac{\partial z}{\partial x}$.", "z = x^2 y", ["x", "y", "z"])
    ('Find f_{x}.', 'f(x, y) = x^2 y')
    """
    head = _HEAD.fullmatch(expression)
    if not head:
        raise NotRead("no function of several letters is printed")
    body = head["body"].strip()
    bare = re.sub(r"\\[A-Za-z]+", " ", body)
    own = [one for one in variables if one != head["name"] and re.search(rf"(?<![A-Za-z]){one}|(?<=[a-z]){one}", bare)]
    letters = re.findall("[a-z]", head["letters"]) if head["letters"] else own
    if len(letters) < len("xy") or head["name"] in letters:
        raise NotRead("the function has one letter")
    text = re.sub(r"\s+", " ", _FRAME.sub(" ", objective)).strip()
    shown = f"f({', '.join(letters)}) = {body}"
    if (made := _of_partials(text, head["name"], letters)) is not None:
        return made, shown
    if len(letters) != len("xy"):
        raise NotRead("the question about the function is not known")
    if _is_stationary(text):
        return "Find the critical points of the function.", shown
    if (moved := _TOWARDS.search(text)) and "directional" in text:
        ends = [moved[name].strip() for name in "abcd"]
        if not all(re.fullmatch(r"-?\d+", end) for end in ends):
            raise NotRead("the direction is not between whole numbers")
        a, b, c, d = map(int, ends)
        way = rf"\langle {c - a}, {d - b} \rangle"
        return f"Find the directional derivative at {moved['start']} in the direction of {way}.", shown
    said = _STEEPEST.sub("the magnitude of the gradient", _Z_ALONE.sub("", _DEPEND.sub(", where ", text)))
    if said == text:
        raise NotRead("the question about the function is not known")
    if found := re.search(rf"the magnitude of the gradient {_AT}", said):
        return f"Find the magnitude of the gradient at ({found['a']}, {found['b']}).", shown
    return by_concepts(said, expression, variables)


def _of_partials(text: str, name: str, letters: Sequence[str]) -> str | None:
    """Return the question for a formula of partial derivatives, if the words ask for nothing else."""
    one, listed = "".join(letters), " ?, ?".join(letters)
    call = rf"{name}(?: ?\( ?{listed} ?\))?"
    quotient = re.compile(rf"\\[dt]?frac ?\{{ ?{_D}{_UP} ?{call} ?\}} ?\{{(?P<below>(?: ?{_D}[{one}]{_UP})+) ?\}}")
    index = re.compile(
        rf"(?<![A-Za-z\\]){name}_(?:\{{ ?(?P<many>[{one}]{{1,3}}) ?\}}|(?P<only>[{one}]{{1,2}}))(?: ?\( ?{listed} ?\))?"
    )
    both = " + ".join(f"{PARTIAL}_{{{letter}{letter}}}" for letter in letters)
    made = quotient.sub(lambda found: f" {PARTIAL}_{{{_order(found['below'])}}} ", text)
    made = index.sub(lambda found: f" {PARTIAL}_{{{found['many'] or found['only']}}} ", made)
    made = re.sub(rf"\\nabla ?\^ ?\{{?2\}}? ?{call}", f" ({both}) ", made)
    made = re.sub(r"\s+", " ", made)
    part = rf"{PARTIAL}_\{{[{one}]+\}}"
    piece = rf"{part}|(?<![A-Za-z])[{one}](?![A-Za-z])|[-+()\d ]|\^ ?\{{?\d\}}?"
    found = [*re.finditer(rf"(?:{piece})*{part}(?:{piece})*", made)]
    if len(found) != 1:
        return None
    said = found[0][0].strip()
    rest = f"{made[: found[0].start()]} {made[found[0].end() :]}"
    if place := re.search(_AT, rest):
        rest = rest.replace(place[0], " ")
    rest = re.sub(rf"(?<![A-Za-z]){call}(?![A-Za-z(])|(?<![A-Za-z]){name} ?= ?", " ", rest)
    if set(re.findall(r"[^\s.,;:?!]+", rest.lower())) - _BESIDE:
        return None
    alone = re.fullmatch(rf"{PARTIAL}_\{{([{one}]+)\}}", said)
    if alone and place and len(letters) == len("xy"):
        return f"Find f_{{{alone[1]}}}({place['a']}, {place['b']})."
    if place:
        return None
    return f"Find f_{{{alone[1]}}}." if alone else f"Simplify the formula of partial derivatives {said}."


def _order(below: str) -> str:
    """Return the letters in the order of derivation, the innermost first."""
    parts = re.findall(rf"{_D}([a-z])(?: ?\^ ?\{{? ?([23]) ?\}}?)?", below)
    return "".join(letter * int(times or 1) for letter, times in reversed(parts))


def _is_stationary(text: str) -> bool:
    if not _STATIONARY.search(text) or _KINDS.search(text):
        return False
    rest = _PLACE.sub(" ", _STATIONARY.sub(" ", text))
    return not set(re.findall(r"[^\s.,;:?!=]+", rest.lower())) - _AROUND
