"""Knows hints and warnings: they name a way to the answer, or a slip on it, and say nothing new of the question."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from .aside_words import HINT, WARNING
from .method_words import is_method, is_way

FORMULA = re.compile(r"[=<>≤≥^_\\{}|∈]")
"""A sign of mathematics, which words alone do not have."""


@dataclass(frozen=True)
class Known:
    """The letters of a problem, which a remark may name but not limit."""

    letters: Collection[str]


def words_of(said: str) -> list[str]:
    """Return the words in small letters, the numbers and the signs of a sentence."""
    return re.findall(r"[a-zà-ÿ]+(?:['-][a-zà-ÿ]+)*|[^\s\w]|\d+(?:\.\d+)?", said.lower().replace("\u2019", "'"))


def has_only(said: str, allowed: Collection[str], also: str = ",.!?;:()-'\"") -> bool:
    """Return whether a sentence has only words of a list and these signs."""
    return all(word in allowed or word in also for word in words_of(said))


_HINTED = re.compile(
    r"(?:big |small |useful )?(?:hints?|tips?|suggestions?|strategy)\s*[:.,\-\N{EN DASH}]+|hint\b|(?:you (?:may|might"
    r"|can|could|will|should) (?:want |need |have |like |wish )?(?:to )?(?:find it (?:helpful|useful|easier) to )?)(?="
    r"(?:use|try|apply|start|begin|consider|factor|multiply|divide|differentiate|integrate|rewrite|substitute|let|need"
    r"|complete|set)\b)|(?:use|try|apply)(?=\s)",
    re.IGNORECASE,
)
_LET = re.compile(
    r"(?:by |use |using |try |with |consider |put |make |set )?(?:letting |let |setting |(?:the |a )?(?:change of"
    r" variables?|substitution) )?(?P<new>[a-z]|\\?theta|θ) ?= ?(?P<old>[^=<>≤≥.,;]+)",
    re.IGNORECASE,
)


def is_hint(said: str, known: Known) -> bool:
    """Return whether it is a hint: it names a method, or a letter for a part of the expression."""
    found = _HINTED.match(said)
    if found is None or not found.end():
        return False
    rest = said[found.end() :].strip(" .:)")
    return bool(rest) and (is_method(rest) or _is_way(rest, known, marked="hint" in found[0].lower()))


def _is_way(rest: str, known: Known, *, marked: bool) -> bool:
    """Return whether all words are of a way of calculating; a formula only gives a new letter, or is set to zero."""
    for found in _LET.finditer(rest):
        if _is_new(found["new"], known) and _is_formula(found["old"], known):
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
            break
    rest = re.sub(r"\bwith respect to \\?[a-z]+\b", " ", rest)
    rest = re.sub(r"\b(?:the )?(?:characteristic|auxiliary) equation\b[^,.;]*= ?0", " ", rest) if marked else rest
    if not marked and not rest.strip(" .,"):
        return True
    return all(word in HINT or word in ",.?!:;-" or is_method(word) for word in words_of(rest)) and not FORMULA.search(
        rest
    )


def _is_new(letter: str, known: Known) -> bool:
    return letter.strip("\\") not in known.letters


def _is_formula(text: str, known: Known) -> bool:
    """Return whether a new letter stands for something with a letter of the problem in it."""
    names = re.findall(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])", text)
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[A-Za-z]+", " ", text))
    return bool(set(names) & set(known.letters)) and all(word in _FUNCTIONS for word in words)


_FUNCTION_WORDS = "sin cos tan sec csc cot ln log exp sqrt pi theta to"
_FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
_WARNED = re.compile(
    r"(?:please )?(?:remember|recall|note|careful|be careful|watch out|caution|warning|beware|mind|don't forget|do not"
    r" forget|keep in mind|nb|n\.b|not forgetting|never forget)\b[:,]?(?: that| to| about| with| of)?(?: the)?",
    re.IGNORECASE,
)


def is_warning(said: str, _: Known) -> bool:
    """Return whether it warns of a slip, and says nothing new."""
    found = _WARNED.match(said)
    rest = said[found.end() :].strip() if found else ""
    return bool(rest) and (has_only(rest.replace("+ c", "c").replace("+ C", "c"), WARNING, ",.!+") or is_way(rest))
