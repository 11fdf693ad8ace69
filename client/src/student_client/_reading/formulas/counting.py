r"""Prints counts and common multiples as the grammar knows them: ``{}^{10}C_{3}``, ``\operatorname{lcm}(4, 6)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
