r"""Says the notation of Laplace transforms in words: ``\mathcal{L}\{\sin 2t\}``, ``L^{-1}\{F(s)\}``."""

from __future__ import annotations

import re
from collections.abc import Sequence

_L = r"(?P<letter>\\math(?:cal|scr|bb|rm) ?(?:\{ ?L ?\}|L)|ℒ|L)"
_INVERSE = r"(?P<inverse> ?\^ ?\{? ?-1 ?\}?|⁻¹)?"
_OPEN = r" ?(?:\\(?:left|bigl?|Bigl?) ?)?(?P<open>\\\{|\\lbrace|\{|\[|\()"
_CLOSE = r" ?(?:\\(?:right|bigr?|Bigr?) ?)?(?P<close>\\\}|\\rbrace|\}|\]|\))"
_NOTATION = rf"{_L}{_INVERSE}{_OPEN}(?P<inside>.+?){_CLOSE}(?: ?\([st]\))?"
_PRINTED = re.compile(rf"(?:[A-Za-z]\((?P<in>[a-z])\) ?= ?)?{_NOTATION}[.,]?(?: ?= ?\??)?")
_SAID = re.compile(
    rf"(?<![A-Za-z\\])(?<!inearization )(?<!pproximation ){_NOTATION.replace('.+?', '[A-Za-z](?: ?[(][a-z][)])?')}"
)
_WHOLE = re.compile(rf"(?<![A-Za-z\\])(?<!inearization )(?<!pproximation ){_NOTATION.replace('.+?', '.+')}")
_GENERIC = re.compile(
    r"(?:please )?(?:find|evaluate|compute|calculate|determine|obtain|work out|what is|give)?"
    r"(?: the)?(?: following| result| value| transform| this)*[.:?]?",
    re.IGNORECASE,
)
_LAPLACE = re.compile(r"\blaplace\b", re.IGNORECASE)
_WORD_INVERSE = re.compile(r"\binverse\b", re.IGNORECASE)
_NAMED = tuple(
    (re.compile(pattern, re.IGNORECASE), made)
    for pattern, made in (
        (r"\blaplace transform,? F\(s\)(?=,? of\b)", "Laplace transform"),
        (r"(?<=\blaplace transform) (?:in terms of|as a function of|in) s(?=[ .,]|$)", ""),
        (
            r"\bfind (?:the |a )?function f\(t\) (?:whose|with the|that has the) laplace transform(?: is)?"
            r"(?: given by| given below| F\(s\))*(?= ?[.:]?$)",
            "Find the inverse Laplace transform",
        ),
        (r"\bf\(t\),? the inverse laplace transform\b", "the inverse Laplace transform"),
        (r"(?<=\binverse laplace transform),? f\(t\)(?=,? of\b)", ""),
        (r"(?<=\binverse laplace transform) (?:in terms of|as a function of|in) t(?=[ .,]|$)", ""),
        (r",? (?:for|where|assuming|with) s ?> ?[|\\]?[a-z0-9]+\|?(?=[ .,]|$)", ""),
        (r"\binvert the laplace transform\b", "find the inverse Laplace transform"),
    )
)
_PAIRS = {"(": ")", "[": "]", "{": "}"}


def transforms(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem whose Laplace transform is printed or written as a formula with that transform in words.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> transforms("Evaluate", r"\mathcal{L}\{\sin 2t\}", ["t"])
    ('Find the Laplace transform.', '\\sin 2t')
    """
    if "L" in variables:
        return objective, expression
    plain = objective.replace("$", "")
    printed = _PRINTED.fullmatch(expression.strip())
    fits = printed and printed["in"] in {None, "t" if printed["inverse"] else "s"}
    if printed and fits and _is_whole(printed["inside"]) and (_LAPLACE.search(plain) or _is_clear(printed)):
        words = _of_printed(_named(_without(plain, printed["inside"])), inverse=bool(printed["inverse"]))
        return (words, printed["inside"].strip()) if words else (objective, expression)
    made = _named(_without(plain, expression))
    return (objective if made == plain else made), expression


def _is_clear(found: re.Match[str]) -> bool:
    """Return whether L is the transform, not a factor: it is a script letter, or has braces."""
    return found["letter"] != "L" or found["open"] not in {"(", "["}


def _named(words: str) -> str:
    """Return words without the names of the function and its transform."""
    for pattern, made in _NAMED if _LAPLACE.search(words) else ():
        words = pattern.sub(made, words)
    return words


def _of_printed(words: str, *, inverse: bool) -> str:
    """Return the words for a printed transform; nothing if they ask for something else."""
    kind = "inverse Laplace transform" if inverse else "Laplace transform"
    if _GENERIC.fullmatch(words.strip()):
        return f"Find the {kind}."
    return words if _LAPLACE.search(words) and bool(_WORD_INVERSE.search(words)) == inverse else ""


def _without(words: str, printed: str) -> str:
    """Return words with a transform of f(t), or of what is printed, in words."""
    for pattern, needs_printed in ((_SAID, False), (_WHOLE, True)):
        found = pattern.search(words)
        if not found or not _is_whole(found["inside"]):
            continue
        if needs_printed and _bare(found["inside"]) not in {_bare(printed), _bare(printed.partition("=")[2])}:
            continue
        kind = "the inverse Laplace transform" if found["inverse"] else "the Laplace transform"
        return f"{words[: found.start()]}{kind}{words[found.end() :]}".replace("the the ", "the ")
    return words


def _bare(text: str) -> str:
    return re.sub(r"\\left|\\right|\\[,;! ]|\s|\\", "", text)


def _is_whole(inside: str) -> bool:
    """Return whether every bracket is closed within a text, so that it is the argument of one transform."""
    waiting = []
    for sign in inside.replace("\\{", "{").replace("\\}", "}"):
        if sign in _PAIRS:
            waiting.append(_PAIRS[sign])
        elif sign in _PAIRS.values() and (not waiting or waiting.pop() != sign):
            return False
    return not waiting and not re.search(r"\\math(?:cal|scr)|ℒ", inside)
