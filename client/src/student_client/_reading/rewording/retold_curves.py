"""Compares curves, levels and rates in the words with what is printed, and says the question without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.same_formulas import Rule, is_same, node_of
from ..formulas.same_notation import canonical
from ..formulas.tree import Equation, Inequality, Node
from ..statement import Choices
from .retelling_rules import ASK

_KIND = (
    r"(?:(?:straight |given )?(?:curves?|lines?|parabolas?|graphs?|functions?)(?: of| with equations?)?(?: the"
    r" functions?)?)"
)
_LEFT = r"(?:y|[fg]\(x\)) ?= ?"
_FORMULA = r"\S(?:[^,;?=<>]*?\S)?"
_PAIR = re.compile(
    rf"(?:\b(?:the|a) )?(?:two )?(?P<k1>{_KIND} )?{_LEFT}(?P<a>{_FORMULA}),? and (?:(?:the|a) )?(?P<k2>{_KIND}"
    rf" )?{_LEFT}(?P<b>{_FORMULA})"
    r"(?=,? (?:enclose|bound|intersect|meet|cross|from|between|for|on|over|where|in)\b|[?;,]|\s*\.(?!\d)|\s*$)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"\b(?:{ASK} )?(?:(?:the |all |set of )*values of x )?(?:where|for which|for what values of x|for which x) "
    rf"(?:does |is )?(?:the )?(?:{_KIND} )?{_LEFT}(?P<a>{_FORMULA}) (?:lies? |is )?(?P<how>strictly )?(?P<side>below"
    rf"|above|under) (?:(?:the|that of) )?(?:{_KIND} )?{_LEFT}(?P<b>{_FORMULA})(?=[?;,]|\s*\.(?!\d)|\s*$)",
    re.IGNORECASE,
)


_GREATER = re.compile(
    r"\b(?:for (?:what|which) (?:real )?values of x|for which x|when|where) is "
    rf"(?P<a>{_FORMULA}) (?P<side>greater|bigger|larger|less|smaller) than (?P<b>{_FORMULA})(?=[?;,]|\s*\.(?!\d)|\s*$)",
    re.IGNORECASE,
)


def _two_curves(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "the two curves" if the words name those of the expression, or the sides of the printed equation."""
    found = _PAIR.search(text)
    if not found:
        return text, expression
    said = [node_of(found[key], variables) for key in "ab"]
    printed = _graphs(expression, variables)
    if len(printed) != 2 or not _are_same(said, printed):
        return text, expression
    made = f"{text[: found.start()]}the two curves{text[found.end() :]}"
    return made, expression if expression.count("=") == 2 else " , ".join(
        f"y = {side}" for side in expression.split("=")
    )


def _are_same(said: Sequence[Node], printed: Sequence[Node]) -> bool:
    return any(all(map(is_same, said, order)) for order in (printed, printed[::-1]))


def _graphs(expression: str, variables: Sequence[str]) -> list[Node]:
    """Return the two functions of a list of curves, or the two sides of an equation in x."""
    if expression.count("=") == 1:
        printed = parse_statement(expression, variables, Choices({})).expression
        return [printed.left, printed.right] if isinstance(printed, Equation) and printed.names() == {"x"} else []
    parts = re.split(r",|;|\\text\s*\{\s*and\s*\}|\band\b|\\q?quad", expression)
    return [node_of(part, [*variables, "x"]) for part in parts if part.strip(" \\")]


def _lies_below(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "solve the inequality" for where one curve lies below another, if that is printed, or both curves are."""
    found = _BELOW.search(text) or _GREATER.search(text)
    if not found:
        return text, expression
    one, two = (node_of(found[key], variables) for key in "ab")
    sign = ">" if found["side"].lower() in {"above", "greater", "bigger", "larger"} else "<"
    asked = f"{text[: found.start()]}Solve the inequality for x{text[found.end() :]}"
    if re.search(r"<|>|\\[lg]e?q?(?![a-z])|\\[lg]t", expression):
        printed = parse_statement(expression, variables, Choices({})).expression
        if not isinstance(printed, Inequality) or len(printed.sides) != 2:
            return text, expression
        straight = all(map(is_same, (one, two), printed.sides)) and printed.signs == (sign,)
        turned = all(map(is_same, (two, one), printed.sides)) and printed.signs == ({"<": ">", ">": "<"}[sign],)
        return (asked if straight or turned else text), expression
    parts = [part.split("=")[-1].strip() for part in re.split(r",|\\q?quad|\band\b", expression) if part.strip(" \\")]
    if len(parts) != 2 or not _are_same([one, two], [node_of(part, variables) for part in parts]):
        return text, expression
    first = parts if is_same(one, node_of(parts[0], variables)) else parts[::-1]
    return asked, f"{first[0]} {sign} {first[1]}"


_ROOTED = re.compile(r"\s*y\s*=\s*\\sqrt\s*(?:\{(?P<inside>[^{}]+)\}|(?P<one>\w))\s*$")
_SQUARED = re.compile(
    r"\by\^2 = (?P<a>\S(?:[^,;?=<>]*?\S)?)(?P<where> in the first quadrant| above the x-axis|, y"
    r" (?:>|>=|≥) ?0)(?=[,.]| and)"
)


def _upper_branch(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Leave out ``y^2 = x`` in the first quadrant if ``y = \sqrt{x}`` is printed."""
    found, printed = _SQUARED.search(text), _ROOTED.match(expression)
    if (
        not found
        or not printed
        or not is_same(node_of(found["a"], variables), node_of(printed["inside"] or printed["one"], variables))
    ):
        return text, expression
    return re.sub(r"\bthe curve +,", "the curve,", f"{text[: found.start()].rstrip()}{text[found.end() :]}"), expression


def _arch(text: str, expression: str, _: Sequence[str]) -> tuple[str, str]:
    """Leave out that the part of a sine between two ends is an arch."""
    if not re.match(r"\s*(?:y\s*=|f\(x\)\s*=)?\s*\\(?:sin|cos)", expression):
        return text, expression
    made = re.sub(
        r"\b(?:one|a single|an|the first) (?:arch|hump|loop) of (?:the|this) (?:(?:sine|cosine) )?(?:curve|graph"
        r"|function),? (?=(?:from|between) x ?=)",
        "the curve ",
        text,
        flags=re.IGNORECASE,
    )
    return made, expression


_LEVEL = re.compile(
    r"^(?P<story>(?:[a-z]+ ){1,8}(?:is|are)(?: given| modelled| modeled| described| approximated)?(?: by)? )"
    r"(?P<name>[A-Za-z])(?:\((?P<of>[a-z])\))? ?= ?(?P<body>\S(?:[^,;?=<>]*?\S)?)\. (?:after how (?:long|many (?:years"
    r"|hours|days|minutes|seconds))|when|at what time|how (?:long|many (?:years|hours|days|minutes)) (?:until|before))"
    r" (?:will |does |is |are |do )?(?:there (?:be )?|(?:the|its|this) [a-z]+ (?:of [a-z]+ )?(?:be |reach |equal |have"
    r" reached |grow to |become |reach a value of ))(?P<count>\d[\d,]*(?:\.\d+)?)(?: [a-z]+)?\?$",
    re.IGNORECASE,
)


def _level(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "solve" for when a quantity of the words reaches a number, if that equation is printed."""
    found = _LEVEL.match(text)
    if not found or expression.count("=") != 1:
        return text, expression
    left, right = expression.split("=")
    if exact(node_of(right, [])) != exact(node_of(found["count"].replace(",", ""), [])):
        return text, expression
    one, two = node_of(left, variables), node_of(found["body"], variables)
    return (
        f"Solve the equation for {variables[0]}." if is_same(one, two) and len(variables) == 1 else text
    ), expression


_SIZE = r"(?P<size>width|length|height|radius|side|breadth|base|depth)"
_ITS = re.compile(rf"\b(?:its|the|a|with|of) {_SIZE},? (?P<name>[a-z])\b")
_WANTED = re.compile(rf"(?<=[.?] ){ASK} (?:the|its) {_SIZE}(?: of (?:the|this) [a-z]+)?\.?$", re.IGNORECASE)


def _size(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "solve for x > 0" for a width that the words call x, in a story that says the printed equation."""
    asked = _WANTED.search(text)
    letters = {found["size"]: found["name"] for found in _ITS.finditer(text)}
    name = letters.get(asked["size"].lower(), "") if asked else ""
    if not asked or list(variables) != [name] or "=" not in expression:
        return text, expression
    units = set(
        re.findall(
            r"(?<=\d )(?:square |cubic )?(cm|m|metres|meters|centimetres|centimeters|feet|inches|km|mm)\b(?:\^?[23])?",
            text,
        )
    )
    short = {{"metres": "m", "meters": "m", "centimetres": "cm", "centimeters": "cm"}.get(unit, unit) for unit in units}
    if len(short) > 1:
        return text, expression
    made = re.sub(
        r"(?<=\d) (?:square |cubic )?(?:cm|m|metres|meters|centimetres|centimeters|feet|inches|km|mm)\b(?:\^?[23²³])?",
        "",
        text[: asked.start()],
    )
    return f"{made}Solve the equation for {name}, where {name} > 0.", expression


_IMPLICIT = re.compile(
    r"^(?:(?:suppose|assume|given|consider|note)(?: that)? )?y is (?:implicitly )?(?:defined |given )?(?:implicitly )?"
    r"(?:as )?(?:to be )?(?:an? (?:differentiable |implicit )?)?function of x (?:by|satisfying|that satisfies|given by"
    r"|defined by|via) the equation(?: below| above)?[.,] |^the equation(?: below)? defines y (?:implicitly )?as an? "
    r"(?:implicit |differentiable )?function of x[.,] ",
    re.IGNORECASE,
)


def _implicit(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Leave out that an equation of x and y defines y, where its derivative is asked."""
    asks = re.search(r"dy/dx|slope|gradient|derivative|frac\{?dy", text)
    both = {"x", "y"} <= set(variables) and "=" in expression and not canonical(expression).startswith("y=")
    return (_IMPLICIT.sub("", text) if asks and both else text), expression


CURVES: tuple[Rule, ...] = (_two_curves, _lies_below, _upper_branch, _arch, _level, _size, _implicit)
"""Rules, each of which returns a problem as it is if it does not apply."""
