r"""Uses what a sheet assumes of letters: all are positive, some are constants, no denominator is zero.

That all letters are positive is said in the vocabulary's words, for a rewriting only: where numbers are asked, it would
limit them. A statement about some letters, or a sign, is left as it is, so that the problem is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ..questions.splitting import sentences
from .answer_notes import tidy

_SURE = (
    r"(?:(?:you (?:may|can|should) |please |we )?(?:assum(?:e|ing)|suppos(?:e|ing)|tak(?:e|ing)|let|given|here|where"
    r"|with|if|note|provided|for)(?: that)?,? )"
)
_ALL = (
    r"(?:(?:all|each|every|any|both)(?: of)? (?:the |your )?|the |)(?:(?:remaining|occurring|involved) )?(?:variables?"
    r"|letters?|unknowns?|quantit(?:y|ies)|symbols?)(?: (?:involved|present|here|below|used|that (?:occur|appear)s?|in"
    r" (?:the|this|each|every) (?:expression|problem|exercise|formula|question)s?))?"
)
_IS = r"(?:are|is|be|denotes?|represents?|stands? for|to be)"
_POSITIVE = (
    r"(?:(?:all|only|strictly|both|an?|some|any|arbitrary|real) )*(?:positive|non-?negative)(?:,? real)?(?: "
    r"(?:numbers?|real numbers?|quantit(?:y|ies)|values?|reals?|constants?|variables?))?|(?:greater than|larger than"
    r"|>) ?(?:0|zero)"
)
_NAMES = r"(?P<names>\$?\\?[a-zA-Z]+\$?(?:(?:, and|,| and) \$?\\?[a-zA-Z]+\$?)*)"
_EVERY = re.compile(rf"{_SURE}?{_ALL} {_IS} (?:{_POSITIVE})", re.IGNORECASE)
_THESE = re.compile(
    rf"{_SURE}?(?:the (?:letters|variables|numbers|quantities) )?{_NAMES} (?:{_IS} )?(?:{_POSITIVE})", re.IGNORECASE
)
_ABOVE = re.compile(rf"{_SURE}?{_NAMES} ?(?:>|\\gt) ?\$?(?:\d+)", re.IGNORECASE)
_CONSTANTS = re.compile(
    rf"{_SURE}?(?:the )?(?:letters?|symbols?|coefficients?|parameters?|quantit(?:y|ies)|numbers?) {_NAMES} {_IS}(?:"
    rf" (?:all|both|some|any))?"
    r"(?P<kind>(?: (?:given|fixed|known|arbitrary|unknown|real|an?|non-?zero|unspecified|numerical))*) constants?",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"{_SURE}?(?:(?:no (?:denominators?|divisors?) (?:(?:is|are|equals?)(?: equal to)?|(?:can|may) be) (?:zero|0))|"
    r"(?:all|the|any|every|each)(?: of the)? (?:denominators?|divisors?) (?:are|is) (?:non-?zero|not (?:zero|0|equal"
    r" to (?:zero|0))|different from (?:zero|0))|all (?:the )?(?:expressions?|fractions?|logarithms?|terms|radicals"
    r"|roots|functions?|quantities) (?:below |here |involved )?(?:are (?:well[- ])?defined|exist|make sense)|(?:every"
    r"|each) (?:expression|fraction|logarithm|term) (?:is (?:well[- ])?defined|exists|makes sense)|(?:the variables?"
    r"|all variables) (?:are|is) (?:such|chosen so) that (?:no denominator is (?:zero|0)|(?:the|all) expressions? "
    r"(?:is|are) defined))",
    re.IGNORECASE,
)
_REWRITES = re.compile(
    r"\b(?:expand|condense|combine|contract|simplif\w*|logarithms?|logs?|rewrite|rationali[sz]e|radicals?"
    r"|exponents?)\b",
    re.IGNORECASE,
)
"""What is done to an expression whose letters may be positive."""
_ASKS = re.compile(
    r"\b(?:solv\w*|solutions?|zero(?:s|es)|inequalit\w*|intercepts?|limits?|integra\w*|maxim\w*|minim\w*|domain|range"
    r"|which|what|when|values?|roots?|sign)\b(?! of (?:a|the) radical)",
    re.IGNORECASE,
)
"""What asks for numbers or places, which a sign of a letter could limit."""
_CUT = re.compile(r"[,;:] |\s?\(| (?=where |if |for (?:all |any )?positive|assuming )")
ALL = "Assume all variables are positive."


def with_letters(text: str, expression: str, letters: Collection[str]) -> str:
    """Return an objective that says in usual words what is assumed of its letters.

    Args:
        text: the words.
        expression: the problem's expression.
        letters: the letters of the expression.

    >>> with_letters("Condense. The letters x and y stand for positive numbers.", "2 log x + log y", {"x", "y"})
    'Condense. Assume all variables are positive.'
    >>> with_letters("Solve. The letter x stands for a positive number.", "x^2 = 4", {"x"})
    'Solve. The letter x stands for a positive number.'
    """
    if "assume all variables are positive" in text.lower():
        return text
    kept, positive = [], False
    for said in sentences(text):
        stop = said[len(said.rstrip(" .;:!?")) :] or "."
        plain = said.rstrip(" .;:!?")
        cuts = [(0, 0), *((cut.start(), cut.end()) for cut in _CUT.finditer(plain))]
        made = next(
            ((plain[:start], one) for start, end in cuts if (one := _assumed(plain[end:], letters)) is not None), None
        )
        if made is None:
            kept.append(said)
            continue
        head, assumed = made
        positive |= assumed == ALL
        if head.strip():
            kept.append(f"{head}{assumed if assumed != ALL else ''}{stop}")
        elif assumed != ALL and assumed:
            kept = [*kept[:-1], f"{kept[-1].rstrip(' .;:!?')}{assumed}."] if kept else [said]
    words = " ".join(kept)
    if not positive:
        return tidy(words) or text
    fits = _REWRITES.search(words) and not _ASKS.search(words)
    return f"{tidy(words)} {ALL}" if fits else text


def _assumed(plain: str, letters: Collection[str]) -> str | None:
    """Return what an assumption says in usual words, nothing if it changes nothing; None if it is not understood."""
    plain = plain.strip(" ()$")
    if _WHOLE.fullmatch(plain):
        return ""
    if _EVERY.fullmatch(plain):
        return ALL
    for pattern in (_THESE, _ABOVE):
        found = pattern.fullmatch(plain)
        if found and _names(found["names"]) == set(letters):
            return ALL
    found = _CONSTANTS.fullmatch(plain)
    names = sorted(_names(found["names"])) if found else []
    if not names or not set(names) <= set(letters):
        return None
    said = f"{', '.join(names[:-1])} and {names[-1]} are constants" if names[1:] else f"{names[0]} is a constant"
    return f", where {said}"


def _names(text: str) -> set[str]:
    return {name.strip("\\$ ") for name in re.split(r",? and |, ", text) if name.strip()}
