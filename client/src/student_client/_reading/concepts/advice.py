"""Leaves out sentences that advise how to work, and do not change what is asked."""

from __future__ import annotations

import re

from ..questions.splitting import sentences

_ADVICE = re.compile(
    r"\(?(?:(?:be )?careful|watch|notice|observe|remember|recall|note|beware)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"\(?(?:hint|tip|suggestion)\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:degrees?|radians?|base|decimals?|digits?|places?|significant|figures?|integers?|whole|natural|complex|only"
    r"|principal|assum\w*|suppose|constants?|nearest|round\w*|approximat\w*|but|except|unless|instead|not|no|also|find"
    r"|give|state|what|which|how|denotes?|means?|stands?|define[sd]?|positive|negative|acute|obtuse|reflex|reciprocal"
    r"|opposite|invers\w+(?! trig)|negat\w+|swap\w*|doubl(?:e|ing)(?![ -]angle)|halv\w+|quadrants?|lies|lying|between"
    r"|exceeds?|greater|less|larger|smaller|above|below|inside|within|outside|imaginary|modulo|mod)\b",
    re.IGNORECASE,
)
"""Words that may change what is asked: a unit, a base, a kind of number, a rounding, a meaning, a second question."""
_NOTING = re.compile(r", ?(?:noting|observing|remembering|recalling|bearing in mind) that [a-z' -]+(?=\.?$)")
_BRACKETED = re.compile(r" ?\((?:hint|tip|suggestion)\b[^()]*\)", re.IGNORECASE)
_FORMULA = re.compile(r"[=<>≤≥\d]|\\[a-z]+", re.IGNORECASE)


def without_advice(objective: str) -> str:
    """Return an objective without the sentences that only advise how to work.

    >>> without_advice("Find the limit. Watch the sign of x under the root.")
    'Find the limit.'
    >>> without_advice("Find the limit. Note that x is in degrees.")
    'Find the limit. Note that x is in degrees.'
    """
    objective = _BRACKETED.sub(lambda found: found[0] if _CHANGES.search(found[0]) else "", objective)
    objective = _NOTING.sub(lambda found: found[0] if _CHANGES.search(found[0]) else "", objective)
    return " ".join(one.strip() for one in sentences(objective) if not _is_advice(one.strip())) or objective


def _is_advice(sentence: str) -> bool:
    """Return whether a sentence advises how to work; a formula in it is data, unless it is a hint."""
    if _CHANGES.search(sentence):
        return False
    return bool(_HINT.match(sentence) or (_ADVICE.match(sentence) and not _FORMULA.search(sentence)))
