r"""Replaces the names that words give to printed things: "the tangent to C", "the region R", ``\vec{AB}``."""

from __future__ import annotations

import re

_THING = re.compile(
    r"\b(?P<what>(?:(?:the|a|this) )?(?:finite |shaded )?(?:curve|graph|parabola|region|line|particle|object|body|car"
    r"|ball|polynomial|circle)),? \$?(?P<name>[A-Z])\$?(?![A-Za-z'^_(\\])(?! ?=)"
)
_MOVING = r"(?:particle|object|body|car|ball|stone|rocket|train|cyclist|point)"
_PAIR = re.compile(r"\\(?:vec|overrightarrow)\s*\{\s*([A-Z]\s*[A-Z])\s*\}")
_RULES: tuple[tuple[str, str], ...] = (
    (rf"\b(velocity|acceleration|displacement|position|speed|distance travelled) of (?:the|a|this) {_MOVING}\b", r"\1"),
    (rf"\b(?:the|a) {_MOVING}'s (velocity|acceleration|displacement|position|speed)\b", r"the \1"),
    (
        r"\b(?:use|using|by using) (?:calculus|integration|differentiation|algebra|algebraic methods?)(?: to|,)"
        r" (?=[a-z])",
        "",
    ),
    (
        r"^(?P<cap>[Ff])ind,? (?P<in>in terms of [^,]+), (?P<what>[^.]+)",
        r"\g<cap>ind \g<what>, giving your answer \g<in>",
    ),
)
_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _RULES)


def without_names(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem in which a printed curve or vector has no name of its own.

    >>> without_names("Find the tangent to the curve C at x = 1. Where does C meet the axis?", "y = x^2")[0]
    'Find the tangent to the curve at x = 1. Where does the curve meet the axis?'
    """
    text = objective
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    printed = set(re.findall(r"(?<![A-Za-z\\])[A-Z](?![A-Za-z])", expression))
    for found in list(_THING.finditer(text)):
        if found["name"] not in printed:
            noun = found["what"].split()[-1]
            text = text.replace(found[0], found["what"])
            text = re.sub(
                rf"\$?(?<![A-Za-z\\])(?<![A-Za-z] = ){found['name']}(?![A-Za-z'^_(\\])\$?(?! ?=)", f"the {noun}", text
            )
    if "=" in expression and "C" not in printed:
        text = re.sub(r"\b(to|of|on|for) \$?C\$?(?=[ ,.?]|$)", r"\1 the curve", text)
    pairs = list(dict.fromkeys(_PAIR.findall(expression)))
    for pair, letter in zip(pairs, (one for one in "uvwpq" if one not in expression), strict=False):
        own = re.compile(rf"\\(?:vec|overrightarrow)\s*\{{\s*{pair}\s*\}}")
        text, expression = (own.sub(rf"\\mathbf{{{letter}}}", part) for part in (text, expression))
    return text, expression
