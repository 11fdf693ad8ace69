"""Finds shorter objectives: without words that only introduce the expression, name a method, or describe it.

They are tried only if the full objective is not understood. A part is left out only if each of its words is on a
list, so that "use the trapezoidal rule" or "given that f'(1) = 2" remains.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..formulas.same_notation import canonical
from .method_words import is_method
from .ordinary import ORDINARY
from .skeleton import skeleton

_DONE = (
    r"(?:find|evaluate|compute|calculate|determine|solve|simplify|expand|factori?[sz]?e?|differentiate|integrate|write|"
    r"express|show|obtain|rewrite)\b(?! theorem)"
)
_USE = re.compile(
    rf"(?:^|(?<=[.;] ))(?:use|using|apply|applying|by using|by applying|by means of|by|employ|with|make use of"
    rf"|try|try using) (?P<way>[^.;=]+?)(?: to|,| and|, and|, then| and then| or otherwise,?)? (?={_DONE})",
    re.IGNORECASE,
)
_BY = re.compile(
    r",? (?:\(?(?:by using|by applying|by means of|by way of|by|using|via|with|through))"
    r" (?P<way>[^.;=]+?)\)?(?=[.;]|$)",
    re.IGNORECASE,
)
_USED = re.compile(r"[.;] (?:use|using|apply|employ) (?P<way>[^.;=]+?)\.?$", re.IGNORECASE)
_KIND = (
    "arithmetic|geometric|finite|infinite|rational|polynomial|quadratic|cubic|linear|quartic|trigonometric|exponential"
    "|logarithmic|radical|given|following|indicated|simple|separable|real-valued|continuous|piecewise|algebraic"
    "|original|rectangular|literal|nonlinear|explicit|general form of the"
)
_ADJECTIVES = re.compile(
    rf"\b(?:{_KIND}) (?=(?:(?:{_KIND}) )*(?:functions?|equations?|expressions?|series|inequalit(?:y|ies)|systems?|"
    r"polynomials?|matri(?:x|ces)|sequences?|products?|sums?)\b)"
    # not solutions or numbers: rational ones are some of them
    r"|\bsquare (?=matri(?:x|ces)\b)"
    r"|\b(?:given|following|indicated|original|explicit) (?=(?:solutions?|numbers?|fractions?)\b)",
    re.IGNORECASE,
)


def shorter(objective: str, expression: str) -> Iterator[str]:
    """Yield an objective in fewer words, and again in fewer.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
    """
    text = objective
    for without in (without_definition, _without_expression, without_method, _without_kind, _without_ordinary):
        made = _tidy(without(text, expression))
        if made and made != text:
            text = made
            yield text
    simple = skeleton(text)
    if simple is not None:
        yield simple


def _without_expression(text: str, expression: str) -> str:
    """Say "the expression" or "f" for what is printed, where the words have it again."""
    right = expression.partition("=")[2]
    wanted = {canonical(part) for part in (expression, right) if len(canonical(part)) > 3}
    ends = [found.end() for found in re.finditer(r"\S+", text)]
    for found in re.finditer(r"\S+", text):
        for end in reversed(ends):
            said = text[found.start() : end].rstrip(".,;?:")
            if end > found.start() and len(said) > 3 and canonical(said) in wanted:
                instead = "f" if "=" in said else "the expression"
                return f"{text[: found.start()]}{instead}{text[found.start() + len(said) :]}"
    return text


def _without_ordinary(text: str, _: str) -> str:
    """Leave out the words without mathematics."""
    return re.sub(
        r"(?<![A-Za-z\\])[A-Za-z][a-z']+(?![A-Za-z(_^])",
        lambda found: "" if found[0].lower() in ORDINARY and not _ASKED.search(text[: found.start()]) else found[0],
        text,
    )


_ASKED = re.compile(r"\b(?:which|what|(?:con|di)verges?|increas(?:es?|ing)|decreas(?:es?|ing)) $", re.IGNORECASE)
"""A word that asks for the next one, or that the next one says more of."""


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;:")
    return re.sub(r"([.?!;,])(?:\s*[.,;?!])+", r"\1", text)


_PARTS = re.compile(r",(?![^(]*\))|;|\\q?quad|\band\b|\\text\s*\{\s*and\s*\}")
_LET = re.compile(
    r"\s*(?:if|let|given(?: that)?|for|consider|suppose(?: that)?|when)(?: the functions?)? ", re.IGNORECASE
)


def without_definition(text: str, expression: str) -> str:
    """Drop "If f(x) = x^2," and "Let f(x) = 3x - 1 and g(x) = x^2." if these are the printed definitions."""
    printed = {canonical(expression), *(canonical(part) for part in _PARTS.split(expression))}
    found = _LET.match(text)
    if not found:
        return text
    for end in re.finditer(r"(?:,|\.|;|:)(?= )| (?=find\b|determine\b|compute\b|evaluate\b)", text):
        said = text[found.end() : end.start()]
        parts = [canonical(part) for part in re.split(r",(?![^(]*\))|\band\b", said)]
        if all(part in printed and "=" in part for part in parts):
            return text[end.end() :]
    return text


def without_method(text: str, _: str = "") -> str:
    """Return the words without those that name a method of calculation."""
    for pattern in (_USE, _BY, _USED):
        found = pattern.search(text)
        while found and not (is_method(found["way"]) and _is_apart(found)):
            found = pattern.search(text, found.start() + 1)
        if found:
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return text


def _is_apart(found: re.Match[str]) -> bool:
    """Return whether a method is not what a verb before it needs: "multiply by the conjugate"."""
    apart = re.match(r",|[ (]*using\b", found[0], re.IGNORECASE)
    return apart is not None or not _NEEDS_IT.search(found.string[: found.start()])


_NEEDS_IT = re.compile(
    r"\b(?:multiply|divide|reduce|increase|decrease|replace|substitute|scale|combine|compare|multiplied|divided|begin|"
    r"start|together)\b[^.;]*$",
    re.IGNORECASE,
)
"""Verbs to which the words after "by" or "with" belong."""


def _without_kind(text: str, _: str) -> str:
    return _ADJECTIVES.sub("", text)
