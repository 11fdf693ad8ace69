"""Prints an expression in the notation of the grammar: programs, other countries, counts, equations of matrices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .continental import uniform
from .matrix_systems import as_equations
from .programmed import as_printed

_NAME = r"\\?[A-Za-z]+(?:_\{?\d\}?)?"
_LABEL = re.compile(rf"(?:^|(?<=[,;])|(?<=quad))\s*(?P<name>{_NAME})\s*(?::|\\colon)\s*(?=[^=:]*=)")
_AND = re.compile(r"(?<=\d)\s*\\(?:text|mathrm)\s*\{\s*and\s*\}\s*(?=\d)")
_NUMBERS = re.compile(r"\s*\d+\s*(?:,\s*\d+\s*)*")


def apart(expression: str, variables: Sequence[str]) -> str:
    """Return a product of a letter and a derivative with a space between: ``xy' + y`` is ``x y' + y``.

    >>> apart("xy' + 2y = 4x^2", ["x", "y"])
    "x y' + 2y = 4x^2"
    """
    both = "".join(one for one in variables if len(one) == 1 and one.isalpha())
    return re.sub(rf"(?<![A-Za-z\\])([{both}])([{both}])(?='+)", r"\1 \2", expression) if both else expression


def unlabelled(objective: str, expression: str) -> tuple[str, str]:
    r"""Return a problem without the names of its equations, and with a comma for the "and" of whole numbers.

    Args:
        objective: the words.
        expression: the problem's expression.

    >>> unlabelled("Where do $l_1$ and $l_2$ meet?", r"l_1: y = 3x - 7, \quad l_2: y = 5 - x")
    ('Where do the two lines meet?', 'y = 3x - 7, \\quad y = 5 - x')
    >>> unlabelled("Find the HCF.", r"84 \text{ and } 126")[1]
    '84, 126'
    """
    listed = _AND.sub(", ", expression)
    if listed != expression and _NUMBERS.fullmatch(listed):
        return objective, listed
    names = [found["name"] for found in _LABEL.finditer(expression)]
    if len(names) < 2 or len(set(names)) < len(names) or len(names) != expression.count("="):
        return objective, expression
    listed = r" ?(?:, and|,| and) ?".join(rf"\$?{_either_braces(name)}\$?" for name in names)
    kind = "curves" if re.search(r"\bcurves?\b|C_", objective) else "lines"
    count = {2: "two", 3: "three"}.get(len(names), "")
    all_named = rf"(?:the )?(?:(?:two|three|straight|lines|curves|planes) )*{listed}(?![\w'])"
    words = re.sub(all_named, f"the {count} {kind}".replace("  ", " "), objective, flags=re.IGNORECASE)
    if any(re.search(rf"(?<![A-Za-z\\]){_either_braces(name)}(?![A-Za-z])", words) for name in names):
        return objective, expression
    return words, _LABEL.sub(lambda found: " " if found.start() else "", expression)


def _either_braces(name: str) -> str:
    """Return a pattern of a name with or without the braces of its index."""
    letter, _, index = name.replace("{", "").replace("}", "").partition("_")
    return re.escape(letter) + (rf"_\{{?{index}\}}?" if index else "")


_DIVIDES = re.compile(r"\b(?:divide|(?:long|synthetic) division|quotient|remainder)\b", re.IGNORECASE)
_SIGN = re.compile(r"\s*(?:\\div(?![a-z])|÷)\s*")
_SUM = re.compile(r"[^-+−]+(?:[-+−][^-+−]+)+")
_NESTED = re.compile(r"\([^()]*\)|\{[^{}]*\}")


def whole_dividend(objective: str, expression: str) -> str:
    r"""Return the expression with brackets around printed sums beside the sign, if the words ask for a division.

    >>> whole_dividend("Divide.", r"2x^3 - 7 \div (x - 3)")
    '(2x^3 - 7) \\div (x - 3)'
    >>> whole_dividend("Evaluate.", r"8 + 4 \div 2")
    '8 + 4 \\div 2'
    """
    parts = _SIGN.split(expression)
    if len(parts) != 2 or not _DIVIDES.search(objective) or "=" in expression:
        return expression
    return " \\div ".join(f"({part})" if _SUM.fullmatch(_NESTED.sub("", part)) else part for part in parts)


MAX_COUNT = 1000
_LEFT = r"(?:\{\s*\}\s*)?[_^]\s*\{?\s*(?P<n>\d+)\s*\}?\s*"
_LETTER = r"(?:\\(?:mathrm|text|operatorname|mathbf)\s*\{\s*(?P<styled>[CP])\s*\}|(?P<kind>[CP]))"
_BESIDE = re.compile(
    rf"{_LEFT}(?:\{{\s*\}}\s*)?{_LETTER}\s*_\s*(?:\{{\s*(?P<r>\d+)\s*\}}|(?P<short>\d+))(?!\s*[\^(!\w])"
)
"""A letter with a number on its left and another one below on its right, which is nothing else."""
_CALLED = re.compile(r"(?<![A-Za-z\\])(?P<kind>[CP])\s*\(\s*(?P<n>\d+)\s*,\s*(?P<r>\d+)\s*\)")
_SAID = {
    "C": re.compile(r"\b(?:combinations?|binomial coefficients?|choose)\b", re.IGNORECASE),
    "P": re.compile(r"\bpermutations?\b", re.IGNORECASE),
}
"""Words that say what a letter with two numbers in brackets is, which could be a function or a point."""
_COMMON = re.compile(
    r"(?:\\(?:operatorname|text|mathrm)\s*\{\s*(?P<styled>gcd|lcm|hcf|gcf)\s*\}|(?<![A-Za-z\\])"
    r"(?P<name>gcd|lcm|hcf|gcf))(?=\s*(?:\\left\s*)?\()",
    re.IGNORECASE,
)
_OPERATOR = re.compile(r"\\(?:cdot|times|div|left)\s*$")


def counted(objective: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return an expression with its combinations, permutations and common divisors as the grammar knows them.

    Args:
        objective: the words, which may say what a letter with two numbers in brackets is.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> counted("Evaluate.", "{}^{10}C_{3}", ["x"])
    '\\binom{10}{3}'
    >>> counted("Evaluate the permutation.", "P(7, 3)", ["x"])
    '\\frac{7!}{4!}'
    """
    made = _COMMON.sub(lambda found: _common(found["styled"] or found["name"]), expression)
    for pattern in (_BESIDE, _CALLED):
        made = pattern.sub(lambda found: _count(found, objective, variables), made)
    return made


def _common(name: str) -> str:
    return r"\lcm" if name.lower() == "lcm" else r"\gcd"


def _count(found: re.Match[str], objective: str, variables: Sequence[str]) -> str:
    given = found.groupdict()
    kind, above, below = given.get("styled") or found["kind"], int(found["n"]), int(found["r"] or given["short"])
    before = found.string[: found.start()]
    product = re.search(r"[\w})\]!']\s*$", before) and not _OPERATOR.search(before)
    said = "styled" in given or _SAID[kind].search(objective)
    if kind in variables or product or not said or not below <= above <= MAX_COUNT:
        return found[0]
    if kind == "C":
        return rf"\binom{{{above}}}{{{below}}}"
    return rf"\frac{{{above}!}}{{{above - below}!}}"


_BAR = re.compile(r"\\[lr]vert(?![a-z]) ?")
_THIN = re.compile(r"(?<=[A-Za-z}])\s*\\,\s*(?=\d+\s*\^)")
"""A thin space before a power of a number, which is a factor."""


def in_plain_notation(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose expression is in the notation of the grammar.

    Args:
        objective: the words.
        expression: as the person wrote it.
        variables: the problem's variables.

    Raises:
        NotRead: the notation has several meanings.

    >>> in_plain_notation("Evaluate.", "{}^{10}C_3", ["x"])[1]
    '\\binom{10}{3}'
    """
    objective = _BAR.sub("|", objective)
    words, printed = unlabelled(objective, apart(as_printed(_THIN.sub(r" \\cdot ", expression)), variables))
    words, printed = uniform(words, whole_dividend(words, printed), variables)
    made = counted(words, printed, variables)
    return as_equations(counted(words, words, variables) if made != printed else words, made, variables)
