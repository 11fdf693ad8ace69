"""Compares sums, sequences, positive letters and given roots in the words with what is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_formulas import Rule, is_same, node_of
from .retelling_rules import ASK

_COUNTED = re.compile(
    r"\b(?:the )?sum of (?P<of>the (?:squares|cubes) of )?the first (?P<count>[a-z]|\d+) (?P<kind>positive integers"
    r"|natural numbers|positive whole numbers|odd numbers|even numbers|odd positive integers|even positive integers"
    r"|positive odd integers|positive even integers|squares|perfect squares|square numbers|cubes|cube numbers)",
    re.IGNORECASE,
)


def _counted(text: str, expression: str, _: Sequence[str]) -> tuple[str, str]:
    r"""Say "the sum" for that of the first n numbers of a kind if such a ``\sum`` is printed."""
    found = _COUNTED.search(text)
    bounds = re.fullmatch(
        r"\\sum_(?P<name>[a-z])=1\^(?P<end>[a-z]|\d+)(?P<term>.+)", re.sub(r"[{}\s]|\\limits", "", expression)
    )
    if not found or not bounds or found["count"] != bounds["end"]:
        return text, expression
    letter, kind = bounds["name"], f"{found['of'] or ''}{found['kind']}".lower()
    term = bounds["term"].removeprefix("(").removesuffix(")")
    wanted = {f"2{letter}-1"} if "odd" in kind else {f"2{letter}"} if "even" in kind else {letter}
    wanted = {f"{letter}^2"} if "square" in kind else {f"{letter}^3"} if "cube" in kind else wanted
    mixed = ("square" in kind or "cube" in kind) and ("odd" in kind or "even" in kind)
    return (text if mixed or term not in wanted else text.replace(found[0], "the sum")), expression


_TERMS = re.compile(
    r"(?<=terms )of (?:the|an?) (?:arithmetic |geometric )?(?:sequence|series|progression) (?:whose|with|for which"
    r"|where the) (?:nth|n-th|general) term (?:is |given by |equal to |u_n = |a_n = )*(?P<term>[^,;?]+?)(?=[.?]|$)",
    re.IGNORECASE,
)


def _terms(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Leave out the nth term of a sequence that is printed, alone or in a sum."""
    found = _TERMS.search(text)
    if not found:
        return text, expression
    inside = re.sub(r"^\\sum_\{?[a-z]\s*=\s*\d+\}?\^\{?\w+\}?", "", expression.strip())
    said = found["term"]
    if said != "the expression" and not is_same(node_of(said, variables), node_of(inside, variables)):
        return text, expression
    if inside == expression.strip():
        expression = f"a_n = {expression}" if "n" in variables and "=" not in expression else expression
    return text.replace(found[0], "of the sequence"), expression


_POSITIVE = re.compile(
    r",? ?\(?\b(?:assuming(?: that)?|where|if|given(?: that)?|for|with|assume(?: that)?)? ?(?P<pos>positive"
    r" )?(?P<names>[a-z](?:(?:,| and|, and) "
    r"?[a-z])*)(?(pos)|(?: (?:is|are)(?: both| all)? positive(?: (?:real )?numbers?)?| ?> ?0))\)?(?=\s*[.,]|$)"
)


def _positive(text: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Say "all variables are positive" if the words say so of each letter that is printed."""
    found = _POSITIVE.search(text)
    letters = set(re.findall(r"(?<![A-Za-z\\])[a-z](?![A-Za-z])", re.sub(r"\\[A-Za-z]+", " ", expression))) - {"e"}
    if not found or set(re.findall(r"[a-z]", re.sub(r"\band\b", "", found["names"]))) != letters or "=" in expression:
        return text, expression
    if not letters <= set(variables) or re.search(r"<|>|\\[lg]e", expression):
        return text, expression
    return f"{text[: found.start()]}. Assume all variables are positive{text[found.end() :] or '.'}", expression


_ROOT = (
    r"(?P<name>[a-z]) ?= ?(?P<value>-?\d+(?:/\d+)?) is (?:a|one) (?:root|solution) of (?:the|this) (?:quadratic "
    r"|given )?equation"
)
_KNOWN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{ASK} (?:the )?(?:value of )?(?:the constant )?(?P<asked>[a-z])(?:,? (?:if|given that|so that|such"
        rf" that|when|for which)) {_ROOT}[.?]?$",
        rf"^(?:given that |if |suppose that |it is given that )?{_ROOT}[.,] {ASK} (?:the )?(?:value of )?(?:the"
        rf" constant )?(?P<asked>[a-z])[.?]?$",
    )
)


def _known_root(text: str, expression: str, _: Sequence[str]) -> tuple[str, str]:
    """Put a root that is given into the equation, so that its other letter is the unknown."""
    found = next(filter(None, (pattern.match(text) for pattern in _KNOWN)), None)
    if not found or found["name"] == found["asked"] or expression.count("=") != 1:
        return text, expression
    letter = re.compile(rf"(?<![A-Za-z\\]){found['name']}(?![A-Za-z])|(?<=[a-z]){found['name']}(?![A-Za-z])")
    plain = re.sub(r"\\[A-Za-z]+", "", expression)
    if not letter.search(plain) or re.search(r"\\(?!frac|cdot|left|right)[a-z]", expression):
        return text, expression
    made = re.sub(rf"(?<=[a-z\d)}}]){found['name']}", rf"\\cdot({found['value']})", expression)
    made = re.sub(rf"(?<![a-z\\]){found['name']}", f"({found['value']})", made)
    return f"Solve the equation for {found['asked']}.", made


COUNTS: tuple[Rule, ...] = (_counted, _terms, _positive, _known_root)
"""Rules, each of which returns a problem as it is if it does not apply."""
