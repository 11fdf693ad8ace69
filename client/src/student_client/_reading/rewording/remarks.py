"""Drops an objective's remarks, and converts its wordings to those of the vocabulary.

A remark is dropped only if it does not change the question: marks, politeness, how an exact answer is written.
A remark that changes something, such as a rounding, is converted to the words of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..questions.of_sequences import COUNTS
from ..statement import NotRead
from .any_integer import without_any_integer
from .remark_rules import RULES

_ROUND = (
    r"(?:(?:approximat(?:e|ing)|round(?:ing)?|correct|giv(?:e|ing)) (?:your |the |all |each |any )?(?:final |decimal"
    r" )?(?:answers?|results?|solutions?|it|values?)(?: correct| rounded| accurate)?|rounding|round|rounded|correct"
    r"|accurate|correctly rounded|approximated) (?:(?<!round )(?<!rounding )(?<!rounded )up )?to|to"
)
_PLACES = {"tenth": 1, "hundredth": 2, "thousandth": 3, "ten-thousandth": 4, "ten thousandth": 4}
_UNITS = {
    "decimal places": r"(?:decimal places?|decimals|d\.? ?p\.?|places of decimals|decimal digits?)",
    "significant figures": r"(?:significant (?:figures?|digits?)|sig\.? figs?\.?|s\.? ?f\.?)",
}
_CALCULATOR = r"(?:use|using) (?:a|your) calculator to (?:find|give|evaluate|compute|calculate|approximate|estimate)"
_APPROXIMATE = (
    rf"(?:{_CALCULATOR}|find|give|obtain|compute|calculate|write) (?:a|the) (?:decimal |numerical )?approximation"
    rf"(?: (?:of|to|for))?|{_CALCULATOR}|approximate|estimate"
)
_RADIANS = re.compile(
    r"\b(?:convert|change) (?:(?:the|this) (?:angle|degree measure)(?: measure)? )?(?:from degrees )?to"
    r" radians?(?: measure)?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r",? ?\(?\b(?:where|with|given that|here|and|if|using|recall that) (?:\$?i\$? is the imaginary unit"
    r"|\$?i ?\^ ?\{?2\}? ?= ?-1\$?|\$?i ?= ?\\sqrt\{-1\}\$?)\)?(?! ?[-+*/\w])"
)
_COMPLEX = re.compile(r"\ba ?\+ ?b ?i\b|\bcomplex (?:number|fraction|quotient|conjugate)s?\b")
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), text) for pattern, text in RULES)


def plain(objective: str, expression: str, variables: Sequence[str]) -> str:
    r"""Return an objective in the vocabulary's words, without the remarks that change nothing.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> plain("Solve. Leave your answer in exact form. [3 marks]", "x^2 = 2", ["x"])
    'Solve.'
    """
    if re.search(r"\bsum to infinity\b", objective, re.IGNORECASE) and re.search(r"\\sum", expression):
        _check_endless(expression)
    text = without_any_integer(objective.replace("\u2019", "'"), expression, variables)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    if re.search(r"circ|°", expression):
        text = _RADIANS.sub("simplify", text)
    text = _rounded(text)
    text = _of_terms(_standard(text, expression), expression)
    text = _in_letter(text, expression, variables)
    text = _signed(text, variables)
    text = _UNIT.sub("", _positive(text, expression)) if _COMPLEX.search(text) else _positive(text, expression)
    if text == objective:
        return objective
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text))
    text = re.sub(r"([.?!;,])(?:\s*[.,;?!])+", r"\1", text).strip(" ,;")
    return text or objective


def _check_endless(expression: str) -> None:
    """Refuse "the sum to infinity" of a printed sum that ends."""
    if not re.search(r"\\infty|∞", expression):
        raise NotRead("the sum to infinity of a sum that ends is not understood")


def _positive(text: str, expression: str) -> str:
    """Return "Assume x > 0 and y > 0" as what says it of all letters, when these are all."""
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-z](?![a-z])", re.sub(r"\\[A-Za-z]+", " ", expression))) - {"e"}
    one = re.search(r"[,.;]? ?\b(?:assume|assuming)(?: that)? ([a-z]) (?:is positive|> ?0)\.?", text, re.IGNORECASE)
    if one and letters == {one[1]}:
        return f"{text[: one.start()]}. Assume all variables are positive. {text[one.end() :]}"
    found = re.search(
        r",? ?\b(?:assum(?:e|ing)|where|given)(?: that)? ((?:[a-z] ?> ?0(?:, and | and |, )?)+)\.?", text, re.IGNORECASE
    )
    if not found:
        return text
    said = set(re.findall(r"([a-z]) ?>", found[1]))
    if len(said) < 2 or said != letters:
        return text
    return f"{text[: found.start()]}. Assume all variables are positive. {text[found.end() :]}"


def _rounded(text: str) -> str:
    """Return "Approximate to the nearest tenth" as "evaluate rounded to 1 decimal places"."""
    found = 0
    for name, places in _PLACES.items():
        text, count = re.subn(
            rf",? ?\b(?:{_ROUND}) the nearest {name}\b", f" rounded to {places} decimal places", text, flags=re.I
        )
        found += count
    for unit, words in _UNITS.items():

        def said(match: re.Match[str], unit: str = unit) -> str:
            low = match[1].lower()
            return f" rounded to {COUNTS.index(low) + 1 if low in COUNTS else low} {unit}"

        pattern = rf",? ?\b(?:{_ROUND}) ({'|'.join(COUNTS)}|[1-8]) {words}(?![a-z])"
        text, count = re.subn(pattern, said, text, flags=re.IGNORECASE)
        found += count
    if not found:
        return text
    return re.sub(rf"\b{_APPROXIMATE}(?= )", "evaluate", text, flags=re.IGNORECASE)


def _standard(text: str, expression: str) -> str:
    """Return "in standard form" as "in the form a + bi" if the imaginary unit is printed."""
    if not re.search(r"(?<![A-Za-z\\])i(?![A-Za-z])|\di(?![A-Za-z])", expression) or re.search(
        r"[a-z] ?\+ ?(?:[a-z] ?i|i ?[a-z])\b", text
    ):
        return text
    return re.sub(
        r"\b(?:in|into) (?:standard|rectangular|cartesian|algebraic) form\b",
        "in the form a + bi",
        text,
        flags=re.IGNORECASE,
    )


def _of_terms(text: str, expression: str) -> str:
    r"""Drop "the first 50 terms of" if so many are added up in ``\sum_{n=1}^{50}``."""
    bounds = re.search(r"\\sum(?:\\limits)?_\{?\s*[a-z]\s*=\s*(\d+)\s*\}?\s*\^\{?\s*(\d+)", expression)
    said = re.search(r"\bthe first (\d+) terms of ", text)
    if not (bounds and said) or int(bounds[2]) - int(bounds[1]) + 1 != int(said[1]):
        return text
    return text.replace(said[0], "")


def _in_letter(text: str, expression: str, variables: Sequence[str]) -> str:
    r"""Drop "in terms of n" of a sum up to n, or of an integral with n in it: the expression itself says so."""
    bound = re.search(r"\\(?:sum|prod)(?:\\limits)?_\{?\s*([a-z])\s*=", expression)
    printed = re.search(r"\\int", expression)
    if not (bound or printed):
        return text
    inside = bound[1] if bound else (re.findall(r"d\s*([a-z])\b", expression) or [""])[-1]
    pattern = (
        r",? ?\b(?:as a (?:function|formula) (?:of|in)|in terms of|as a polynomial in|in) ([a-z])(?=\s*[.,?]|\s*$)"
    )

    def kept(match: re.Match[str]) -> str:
        return "" if match[1] != inside and match[1] in variables and match[1] in expression else match[0]

    return re.sub(pattern, kept, text)


def _signed(text: str, variables: Sequence[str]) -> str:
    """Return "find the positive solution" of an equation in one letter as "solve for x > 0"."""
    if len(variables) != 1:
        return text
    pattern = (
        r"\b(?:find|determine|calculate|give) (?:the |all (?:the )?)?(positive|negative) (?:real )?(?:solutions?"
        r"|roots?)(?: (?:of|to) (?:the|this) (?:given |following )?equation)?"
    )
    return re.sub(
        pattern,
        lambda found: (
            f"solve for {variables[0]} where {variables[0]} {'>' if found[1].lower() == 'positive' else '<'} 0"
        ),
        text,
        flags=re.IGNORECASE,
    )
