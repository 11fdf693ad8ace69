"""Says questions of exams and of engineers in the usual words: roots with names, a quantity with its letter.

It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_point, parse_statement
from ..formulas.same_formulas import is_same
from ..formulas.tree import Equation, add, neg
from ..statement import Choices, NotRead

FIND = r"(?:find|determine|compute|calculate|state|give|evaluate|work out|obtain|write down)"
_A, _B = r"\$?(?:\\alpha|α|alpha)\$?", r"\$?(?:\\beta|β|beta)\$?"
_ROOTS = (
    rf"(?:if |given that |let )?(?:{_A} and {_B} (?:are|be)(?: the)?(?: two)? roots of (?:the|this)(?: quadratic)?"
    rf" equation|(?:the )?(?:quadratic )?equation has roots {_A} and {_B}|the roots of the(?: quadratic)? equation are"
    rf" {_A} and {_B})"
)
_VALUE = rf"{FIND} (?:the )?(?:exact )?(?:value of )?"
RULES: tuple[tuple[str, str], ...] = (
    (r"\binflexions?\b", "inflection"),
    (r"\bvolume (?:so )?(?:generated|formed|obtained|produced|swept out)\b(?=\s*[.]|$)", "volume of the solid"),
    (r"\b(formula|equation) for (?:the )?[a-z]+(?: [a-z]+)?,? (?=to make\b)", r"\1 "),
    (r"\ball (?:quantities|letters|constants) are positive\b", "all variables are positive"),
    (r",? by expanding (?:it )?(?:along|about|down|by) (?:the )?(?:first|second|third) (?:row|column)\b", ""),
    (
        r"\b(quotient and (?:the )?remainder) (?:on|in|after|obtained (?:on|by)) dividing (.+?) by ",
        r"\1 when \2 is divided by ",
    ),
    (
        r"\b(?:study|discuss|investigate|examine|analy[sz]e) the behaviou?r of (?:f|g|h|the function) (?:at|near) "
        r"([a-z]) ?= ?(-?\d+)[:.;,] (?:and )?(?=[^.?]*\\lim_\{ ?\1 ?\\to ?\2(?!\d|\.\d))",
        "",
    ),
    (rf"^{_ROOTS}[,.;]? {_VALUE}{_A} ?\+ ?{_B}\.?$", "Find the sum of the roots of the equation."),
    (rf"^{_ROOTS}[,.;]? {_VALUE}{_A} ?{_B}\.?$", "Find the product of the roots of the equation."),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def of_exams(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem in the usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> of_exams("Find the voltage V.", "12 = 3V + 5(V - 2)", ["V"])[0]
    'Solve for V.'
    """
    text = objective
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    for rule in (_named, _over):
        with suppress(NotRead, NoPolynomial, ValueError):
            text = rule(text, expression, variables)
    return re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(), expression


_NAMED = re.compile(
    rf"^{FIND} (?:the )?(?:unknown )?(?:(?:supply|terminal|output|input|total) )?(?:voltage|current|resistance|force"
    r"|charge|temperature|speed|velocity|acceleration|pressure|length|width|height|mass|time|angle|capacitance"
    r"|inductance|power|distance|tension|load|unknown|quantity|number),? \$?(?P<name>[A-Za-z](?:_\{?\w\}?)?)\$?\.?$",
    re.IGNORECASE,
)


def _named(text: str, expression: str, variables: Sequence[str]) -> str:
    """Say "solve for V" for "find the voltage V" of an equation of the first degree in V."""
    found = _NAMED.match(text)
    name = re.sub(r"[{}]", "", found["name"]) if found else ""
    read = parse_statement(expression, variables, Choices({}))
    printed = read.expression
    if name not in variables or not isinstance(printed, Equation) or read.points or read.ranges:
        return text
    own = {side.name for side in (printed.left, printed.right)}
    degree = max(coefficients(add(printed.left, neg(printed.right)), name))
    return f"Solve for {name}." if degree == 1 and name not in own else text


_OVER = re.compile(
    r",? over (?:the )?(?:rectangle|region|rectangular region|domain)(?: [DR])?,? \$?(?P<a>[^\s]+) ?(?:\\leq?|<="
    r"|≤) ?(?P<x>[a-z]) ?(?:\\leq?|<=|≤) ?(?P<b>[^\s,]+),?"
    r"(?: and)? (?P<c>[^\s]+) ?(?:\\leq?|<=|≤) ?(?P<y>[a-z]) ?(?:\\leq?|<=|≤) ?(?P<d>[^\s,$.]+)\$?"
)


def _over(text: str, expression: str, variables: Sequence[str]) -> str:
    """Leave out the rectangle of a double integral if it is that of the printed bounds."""
    found = _OVER.search(text)
    steps = parse_statement(expression, variables, Choices({})).operations if found else ()
    said = {found["x"]: (found["a"], found["b"]), found["y"]: (found["c"], found["d"])} if found else {}
    printed = {step.variable: step.bounds for step in steps if step.bounds}
    if not found or len(said) != 2 or set(said) != set(printed):
        return text
    pairs = [pair for name, ends in said.items() for pair in zip(ends, printed[name] or (), strict=True)]
    same = all(is_same(parse_point(one, []), other) for one, other in pairs)
    return f"{text[: found.start()]}{text[found.end() :]}" if same else text
