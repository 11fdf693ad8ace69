r"""Leaves out what the words repeat of the expression, such as "The functions are given by f(x) = 2x.".

A clause is left out only if all of it is a printed formula and words that introduce one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.same_notation import canonical, occurrences
from ..formulas.tree import Node
from ..questions.splitting import sentences
from ..statement import Choices, NotRead

_WORDS = """
    a an the of is are be by as for let if given that where when with suppose consider and two real function functions
    defined described sequence nth term general whose has have equation relation curve graph parabola matrix matrices
    vector vectors complex number numbers polynomial series differential initial value problem following we i it now
    satisfies satisfy formula law rule surface ellipse circle hyperbola line cubic quadratic expression one-to-one
    denotes denote stands
"""
_INTRODUCING = frozenset(_WORDS.split())
_SPLIT = re.compile(r",(?![^(\[{]*[)\]}])|;|\\q?quad|\\text\s*\{[^{}]*\}|\band\b")
_ASK = (
    r"(?:find|compute|calculate|evaluate|determine|work out|what|state|write|give|show|simplify|solve|obtain|"
    r"differentiate|integrate|expand|factor(?:ise|ize)?|how|express|sketch|to|use|using)\b"
)
_LEADING = re.compile(rf"(?P<clause>.+?)(?P<end>[,;:]| and|)\s+(?={_ASK})", re.IGNORECASE)
_TRAILING = re.compile(
    r",? (?P<clause>(?:where|when|if|given(?: that)?(?! by)|with|for|of the (?:functions?|vectors?|matri(?:x"
    r"|ces))) .+)",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(r"\$?\b(?P<name>[a-z])\s*(?:≠|\\neq?(?![a-z]))\s*(?P<value>[-\d./\\{}a-z]+)\$?")
_REAL = re.compile(
    r"\b[fgh] ?: ?(?:R|ℝ|\\mathbb\{?\s*R\}?) ?(?:→|->|\\to|\\rightarrow) ?(?:R|ℝ|\\mathbb\{?\s*R\}?)(?![\w+^])"
)


def without_repeats(objective: str, expression: str, variables: Sequence[str]) -> str:
    """Return an objective without the clauses that only repeat the expression or a part of it.

    >>> without_repeats("Let $f(x) = 2x + 7$. Find f(3).", "f(x) = 2x + 7", ["x"])
    'Find f(3).'
    """
    wanted = parts(expression)
    kept = []
    said = sentences(objective)
    for one in said:
        if len(said) > 1 and _repeats(one, expression, variables, wanted):
            continue
        kept.append(_without_clauses(one, expression, variables, wanted))
    return " ".join(kept) if kept else objective


def parts(expression: str) -> set[str]:
    """Return the printed formulas in canonical notation: the whole, and each that a comma ends."""
    found = {canonical(expression), *(canonical(part) for part in _SPLIT.split(expression))}
    return {one for one in found if len(one) > 2}


def _without_clauses(text: str, expression: str, variables: Sequence[str], wanted: set[str]) -> str:
    for found in _LEADING.finditer(text):
        if _repeats(found["clause"], expression, variables, wanted):
            rest = text[found.end() :]
            return _without_clauses(rest[:1].upper() + rest[1:], expression, variables, wanted)
    end = text[len(text.rstrip(" .?!")) :]
    for found in _TRAILING.finditer(text.rstrip(" .?!")):
        if _repeats(found["clause"], expression, variables, wanted):
            return text[: found.start()] + end
    head, colon, tail = text.rstrip(" .?!").partition(": ")
    return head + end if colon and canonical(tail) == canonical(expression) else text


def _repeats(clause: str, expression: str, variables: Sequence[str], wanted: set[str]) -> bool:
    """Return whether a clause has a printed formula, and only words that introduce it."""
    bare = _LEFT_OUT.sub(lambda found: "" if _breaks(found, expression, variables) else found[0], clause)
    bare = re.sub(r",? ?\bfor (?=[,.]|$)|\bfor\s*$", "", bare) if bare != clause else bare
    bare = _REAL.sub(lambda found: found[0][0], bare)
    spans = list(occurrences(bare, wanted))
    rest = bare
    for start, end in reversed(spans):
        rest = f"{rest[:start]} {rest[end:]}"
    names = set(re.findall(r"(?<![A-Za-z\\])([A-Za-z])\s*(?:_\{?\w\}?)?\s*(?:\([^()]*\))?\s*=", expression))
    words = re.findall(r"[^\s,.;:?!$]+", rest)
    return bool(spans) and all(word.lower() in _INTRODUCING or _is_name(word, names) for word in words)


def _is_name(word: str, names: set[str]) -> bool:
    return re.sub(r"\([a-z](?:,[a-z])*\)$|_\{?\w\}?$", "", word) in names


def _breaks(found: re.Match[str], expression: str, variables: Sequence[str]) -> bool:
    """Return whether a printed denominator is zero at a number, which is then left out anyway."""
    with suppress(NotRead, ValueError):
        printed = parse_statement(expression, variables, Choices({})).expression
        at = parse_statement(found["value"], [], Choices({})).expression
        if isinstance(printed, Node) and isinstance(at, Node):
            below = [part.args[1] for part in printed.walk() if part.head == "div"]
            name = found["name"]
            return any(name in part.names() and exact(part.put({name: at})) == 0 for part in below)
    return False
