r"""Compares formulas as people write them in words and as they are printed: ``(x+1)/(x-2)`` and ``\frac{x+1}{x-2}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SIGNS = {"−": "-", "·": "*", "⋅": "*", "×": r"\times", "π": "pi", "∞": "infty", "²": "^2", "³": "^3", "∂": r"\partial"}
_VOID = re.compile(r"\$|\\(?:left|right|displaystyle|quad|qquad|[,;:! ])|\\[()]|\s|(?<=\d)\\cdot(?=\\sqrt)")
_NAMED = r"(?:[A-Za-z](?:_\{?\w\}?)?|\d+(?:\.\d+)?|[A-Za-z]{1,2}|\d*[a-z])"
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=4096)  # the same pieces come up in each way to say a problem
def canonical(text: str) -> str:
    r"""Return one way to write a formula; two formulas that give the same text are the same.

    >>> canonical(r"y = \frac{x+1}{2}") == canonical("y = (x + 1)/2")
    True
    >>> canonical("e^{x-1}") == canonical("e^x - 1")
    False
    """
    for sign, instead in _SIGNS.items():
        text = text.replace(sign, instead)
    text = re.sub(r"\\[dt]frac", r"\\frac", _VOID.sub("", text))
    text = re.sub(r"\\frac([\d])([\d])", r"\\frac{\1}{\2}", text)
    while (fraction := _fraction(text)) is not None:
        text = fraction
    text = re.sub(r"\((\d+)/(\d+)\)(?=[A-Za-z\\(])", r"\1/(\2)", _exponents(text))
    text = re.sub(r"\\cdot|\*", "*", text)
    text = re.sub(r"(?<!\d)\*|\*(?!\d)", "", text)
    text = re.sub(r"([\^_])\{(\w)\}", r"\1\2", text)
    text = re.sub(rf"(?<![A-Za-z])\(({_NAMED})\)(?=/)|(?<=/)\(({_NAMED})\)(?![A-Za-z^(])", r"\1\2", text)
    return re.sub(r"\\(?=[A-Za-z])", "", text).strip(".,;:?")


def _fraction(text: str) -> str | None:
    """Return a text with its first fraction as a quotient; None if there is none."""
    found = re.search(r"\\frac(?=\{)", text)
    above = closing(text, found.end()) if found else None
    below = closing(text, above) if above is not None and text[above : above + 1] == "{" else None
    if found is None or above is None or below is None:
        return None
    top, bottom = text[found.end() + 1 : above - 1], text[above + 1 : below - 1]
    return f"{text[: found.start()]}({top})/({bottom}){text[below:]}"


def _exponents(text: str) -> str:
    """Return a text with braces around exponents instead of brackets."""
    at = 0
    while (found := text.find("^(", at)) >= 0:
        end = closing(text, found + 1)
        if end is None:
            return text
        text = f"{text[: found + 1]}{{{text[found + 2 : end - 1]}}}{text[end:]}"
        at = found + 1
    return text


def closing(text: str, start: int) -> int | None:
    """Return the position after the bracket that closes the one at a position; None if none does."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "({[") - (text[at] in ")}]")
        if depth == 0:
            return at + 1
    return None


def occurrences(text: str, wanted: set[str]) -> Iterator[tuple[int, int]]:
    """Yield where a text has one of the canonical formulas, the longest ones first of each place."""
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        for last in range(min(len(words), at + 40) - 1, at - 1, -1):
            said = text[words[at].start() : words[last].end()]
            end = words[at].start() + len(said.rstrip(".,;:?!"))
            if canonical(said) in wanted:
                yield words[at].start(), end
                at = last
                break
        at += 1
