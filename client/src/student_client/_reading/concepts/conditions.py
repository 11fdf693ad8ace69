r"""Says in one way a condition that fixes a constant, or a value, and which constant or value that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from .many_letters import Keep

_LEAD = (
    r"(?:,? ?(?:given (?:also )?that|if|so that|such that|for which|that makes?|which makes?|to make|making|in order"
    r" that|when|where|and|,)? ?(?=\S))"
)
_VECTORS = r"(?:(?:the|these|two|both|given|following) )*(?:vectors?)?(?: ?⟦?[a-z]⟧? and ⟦?[a-z]⟧?| ?\x00name\x00)?"
_SQUARE = r"(?:(?:(?:the|this|given|following) )*(?:matrix)?(?: ?(?:⟦?[A-Z]⟧?|\x00name\x00))?)"
_SINGULAR = (
    r"(?:singular|non-?invertible|not invertible|(?:has|have|having|with|of) no inverse|(?:does|do) not have an inverse"
    r"|fails? to (?:be invertible|have an inverse)|not have an inverse|no inverse)"
)
_POLYNOMIAL = (
    r"(?:(?:(?:the|this|given) )*(?:polynomial|cubic|quartic|quadratic|function|expression)(?: (?:below|above))?"
    r"(?: [fgpq](?: ?\( ?[a-z] ?\))?)?|[fgpqPQ](?: ?\( ?[a-z] ?\))?|it|\x00name\x00)"
)
_DENSITY = (
    r"(?:(?:valid|legitimate|proper|possible) )*(?:probability[- ])?(?:density(?: function)?|p\.?d\.?f\b\.?)"
    r"(?: \(?p\.?d\.?f\.?\)?)?(?: f(?: ?\( ?[xt] ?\))?)?"
)
_OF_VARIABLE = r"(?:(?:an? |the |this |that )?(?:continuous )?random variable(?: X\b)?|X\b)"
_PARTS = r"(?: (?:of|for) " + _OF_VARIABLE + r")?(?: (?:is |as )?(?:given|shown|defined))?(?: (?:below|here|above|by))?"
_NAMES = r"(?:(?:the|this|given) )*(?:function|[fgp](?: ?\( ?[xt] ?\))?|it|\x00name\x00)"
_OTHERWISE = re.compile(
    r",? ?\(?(?:and|with)? ?(?:it is )?(?:[fgp] ?\( ?[xt] ?\) ?= ?)?(?:0|zero) (?:otherwise|elsewhere)\)?",
    re.IGNORECASE,
)
_LINEAR = r"(?<![)}\]^*/+-])(?<![)}\]+*-] )(?P<it>\(? ?LETTER ?[-+] ?\d+(?:/\d+)? ?\)?)(?! ?[\^(*/+-])"
_LEFT = r"(?P<left>[-−]?\d+|zero)(?![\w/^]|\.\d)"
_CONDITIONS: dict[str, tuple[str, tuple[str, ...]]] = {
    "density": (
        r"^\s*\$?\s*[a-zA-Z]\s*\(\s*[xt]\s*\)\s*=",
        (
            r"(?:(?:^|(?<=[.;] ))(?:Let X be |(?:The|An?) [a-z ,]{3,60}?,? (?=has\b))|,? ?\b(?:where|if|when|given"
            rf" that) |\bof |\bfor )?(?:{_OF_VARIABLE})?,? ?(?:(?:(?:that|which) )?(?:has|with|having|whose|modell?ed"
            rf" by|given by)(?: the| an?| this| its)*) {_DENSITY}{_PARTS}",
            rf"{_LEAD}(?:is )?{_NAMES} (?:is |be |to be |becomes )?(?:an?|the) {_DENSITY}{_PARTS}",
        ),
    ),
    "factor": (
        r"^(?!.*(?:\\int|\\sum|\\lim|frac|sqrt|\\sin|\\cos|[<>])).*\^",
        (
            rf"{_LEAD}(?:is )?{_LINEAR} (?:is |be |as )?a (?:linear )?factor(?: of {_POLYNOMIAL}|(?=[.,;]|$))",
            rf"{_LEAD}{_POLYNOMIAL} (?:is|be) (?:exactly )?divisible by {_LINEAR}",
        ),
    ),
    "remainder": (
        r"^(?!.*(?:\\int|\\sum|\\lim|frac|sqrt|\\sin|\\cos|[<>])).*\^",
        (
            rf"{_LEAD}(?:when )?{_POLYNOMIAL} is divided by {_LINEAR},? (?:and )?(?:the remainder is|it (?:leaves"
            rf"|gives|has) (?:a )?remainder(?: of)?|(?:leaves|gives) (?:a )?remainder(?: of)?) {_LEFT}",
            rf"{_LEAD}{_POLYNOMIAL} (?:leaves|gives|has) (?:a )?remainder(?: of)? {_LEFT} (?:when|on|upon|if|after) "
            rf"(?:it is )?(?:divided|division) by {_LINEAR}",
            rf"{_LEAD}the remainder (?:when|on dividing|obtained when|if) {_POLYNOMIAL} (?:is divided )?by"
            rf" {_LINEAR} is {_LEFT}",
        ),
    ),
    "perpendicular": (
        r"[(<⟨]|\\langle|matrix|\\(?:mathbf|hat|vec)",
        (
            rf"{_LEAD}(?:are )?{_VECTORS} (?:are |be |is )?(?:perpendicular|orthogonal|at right angles)"
            r"(?: to (?:each other|one another))?",
        ),
    ),
    "parallel to": (
        r"[(<⟨]|\\langle|matrix|\\(?:mathbf|hat|vec)",
        (
            rf"{_LEAD}(?:are )?{_VECTORS} (?:are |be |is )?(?:parallel|collinear)(?!,? (?:or|neither|ortho|perp))"
            r"(?: to (?:each other|one another))?",
        ),
    ),
    "singular": (
        r"matrix|array",
        (rf"{_LEAD}(?:is |does |will )?{_SQUARE} (?:is |be |to be |becomes )?{_SINGULAR}",),
    ),
}
"""Each condition, the expressions that may have it, and how it is said."""
_PROBABLE = re.compile(r"\bprobability\b|\brandom\b|\bp\.?d\.?f\b", re.IGNORECASE)
"""Words without which a density may be that of a rod."""
_EXPECTED = re.compile(
    r"(?<![\w)}|*+-])(?<![-+*|)] )\\?(?:mathrm|mathbb|operatorname)? ?\{? ?\bE ?\}? ?[(\[] ?X ?[)\]](?! ?[-+*/^\d(])"
)
_GIVEN = {"density": "probability density"}
_FIND = (
    r"(?:(?:find|determine|state|calculate|compute|work out|what (?:is|are)|give|obtain|deduce) )?(?:for )?"
    r"(?:(?:the|what|which|all|every|any|possible|exact|real) )*(?:values? of )?"
)
_KIND = r"(?:(?:the|a|real|constant|parameter|unknown|number|normali[sz]ing|normali[sz]ation) )*"


@cache
def _said_of(said: str, letter: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){said.replace('LETTER', letter)}", re.IGNORECASE)


def conditions(text: str, expression: str, variables: Sequence[str], keep: Keep) -> str:
    """Return an objective with a condition on a constant in place of how it is said, and with which constant it is.

    Args:
        text: the words, without dollars.
        expression: the problem's expression.
        variables: the problem's variables.
        keep: what keeps a formula, and returns its mark.
    """
    for kind, (printed, said) in _CONDITIONS.items():
        if not re.search(printed, expression) or (kind == "density" and not _PROBABLE.search(text)):
            continue
        shown = re.sub(r"\\(?:begin|end) ?\{\w+\}|\\[A-Za-z]+", " ", expression)
        own = [one for one in variables if one in shown or f"\\{one}" in expression]
        letter = next((one for one in ("x", "t", "z") if one in own), "x")
        found = [_said_of(one, letter).search(text) for one in said]
        first = next((one for one in found if one), None)
        if first is None:
            continue
        parts = first.groupdict()
        words = parts.get("it") or _GIVEN.get(kind, kind)
        if parts.get("left"):
            words = f"{words.strip()} leaves {parts['left'].lower().replace('zero', '0').replace('−', '-')}"
        before, after = text[: first.start()], text[first.end() :]
        constants = [one for one in own if kind in {"perpendicular", "parallel to", "singular"} or one != letter]
        if kind == "density":
            before, after = (_EXPECTED.sub(" the expected value", _OTHERWISE.sub("", one)) for one in (before, after))
        mark = keep(kind, words.strip())
        return _with_unknown(before, constants, keep) + mark + _with_unknown(after, constants, keep)
    return text


def _with_unknown(text: str, constants: Sequence[str], keep: Keep) -> str:
    """Mark the only constant that is asked."""
    if len(constants) != 1:
        return text
    name = re.escape(constants[0])
    asked = re.compile(rf"(?<!\w){_FIND}{_KIND}(?<!\w)\\?{name}(?![\w(^=])(?! ?[=+*/^-])", re.IGNORECASE)
    for found in asked.finditer(text):
        if found[0].strip(" \\") != constants[0]:
            return f"{text[: found.start()]} {keep('constant', constants[0])} {text[found.end() :]}"
    return text


_WANTED = (
    r"(?:(?:find|determine|give|state) (?:the )?value (?:of |(?:that|which) (?:should|must) be (?:assigned|given) to )?"
    r"|what (?:value )?(?:should|must|does) (?:be assigned to |be given to )?|what value of |what is the value of "
    r"|how (?:should|must|would|can|do|could)(?: you| we| one)?(?: define)? |define )"
    r"(?P<call>[fgh] ?\( ?(?P<at>[^()]+?) ?\))(?: (?:be|have|so))*(?: (?:assigned|defined|equal|chosen|given))?"
)
_CONTINUOUS = (
    r"(?:,? ?(?:so that|such that|to make|that makes?|which makes?|in order (?:that|to make)|if|for|makes|making)) "
    r"(?:the function|[fgh](?: ?\( ?[a-z] ?\))?|it)?(?: is| to be| be| becomes)? ?continuous"
    r"(?: (?:at|there)(?: the point)?(?: (?:where )?(?:[a-z] ?= ?)?(?P<place>[^=.,;?! ]+))?)?"
)


_CONTINUED = re.compile(_WANTED + _CONTINUOUS, re.IGNORECASE)


def continued(text: str, keep: Keep) -> str:
    """Return an objective with one mark for the value that makes a function continuous where it has none."""
    found = _CONTINUED.search(text)
    if not found or (found["place"] and found["place"].strip() != found["at"].strip()):
        return text
    return f"{text[: found.start()]} {keep('continued', found['at'].strip())} {text[found.end() :]}"


_NEWTON = (
    r"(?:the )?newton(?:[- ]raphson|'s|’s)?(?:[- ]raphson)? "
    r"(?:method|procedure|process|formula|iteration|algorithm|rule)"
)
_FIRST = (
    r"(?P<name>[a-z])(?:_\{?(?P<index>[01])\}?)? ?= ?(?P<it>[-+]?\d+(?:\.\d+)?)"
    r"(?: (?:as|for) (?:an?|the|your) (?:first|initial|starting) (?:approximation|estimate|value|guess))?"
)
_ROOT = (
    r"(?: (?:to|for|of) (?:the|a|this) (?:(?:positive|negative|real) )?(?:root|zero|solution)"
    r"(?: of (?:the )?(?:equation )?(?:[fgh] ?\( ?[a-z] ?\) ?= ?0|this equation|equation|[fgh](?!\w)))?)?"
)
_NEXT = (
    r"(?:and )?(?:to )?(?:(?:find|obtain|compute|calculate|get|give|determine|state) )?(?:the value of )?"
    r"(?:(?P<next>[a-z]_\{?(?P<number>[12])\}?(?! ?=))(?: ?,? (?:the|a) (?:second|next) approximation)?"
    rf"|(?:a|the) (?:second|next|better) (?:approximation|estimate)){_ROOT}"
)
_WITH = (
    r"(?:(?:with|from|starting|start|taking|take|using|beginning|given|at|an?|the|initial|first|approximation|value"
    r"|guess|estimate|and|of) )*"
)


_METHOD = re.compile(
    r"(?:(?:use|using|apply|applying|perform|carry out|by|do) )?(?P<once>(?:one|a single) (?:iteration|step"
    rf"|application) of )?{_NEWTON}(?P<after> once)?(?: to [fgh] ?\( ?[a-z] ?\))?",
    re.IGNORECASE,
)
_START = re.compile(rf"(?<!\w){_WITH}{_FIRST}{_ROOT}(?! ?[-+*/^=])(?![\w.]\w)", re.IGNORECASE)
_FOLLOWING = re.compile(_NEXT, re.IGNORECASE)


def newton(text: str, keep: Keep) -> str:
    """Return an objective with one mark for a single step of Newton's method, and its first approximation."""
    method, first, following = (one.search(text) for one in (_METHOD, _START, _FOLLOWING))
    if not method or not first or not (method["once"] or method["after"] or following):
        return text
    if following and following["next"] and following["number"] != {"0": "1", "1": "2"}.get(first["index"] or ""):
        return text
    if following and not following["next"] and first["index"] == "0" and not (method["once"] or method["after"]):
        return text
    for one in (method, first, following):
        text = text.replace(one[0], " ", 1) if one else text
    start = f"{first['name']} = {first['it']}"
    return f"{text} {keep('newton', start)}"
