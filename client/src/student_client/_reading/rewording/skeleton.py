"""Reads a simple sentence by its one question, if all its other words are without mathematics.

It is tried last: one operation's word, places such as "at x = 2", and ordinary words from a list. A sentence with two
operations, a word for something given, or a word that is on no list is not understood.
"""

from __future__ import annotations

import re

from .everyday_words import beside

_PLAIN = """
    the a an of for to in this that these those it its is are be do does can could you me my i we us our your
    find determine compute calculate evaluate give state write obtain work out get what what's how would
    will should investigate deduce establish identify provide tell report present produce figure look let's
    following below above here there printed expression function functions equation equations curve graph
    variable variables unknown unknowns formula polynomial quadratic cubic trinomial binomial fraction algebraic
    radical problem question exercise value values answer answers result exactly completely fully exact general
    simplest possible form much far now so must need needs want wants help trying try understand learn
    done please matrix matrices vector vectors inequality inequalities series sequence system
"""
_GLUE = frozenset(_PLAIN.split())
"""Words that may stand anywhere."""
_POINT = r"[-+]?(?:\\?[a-z]+(?:\{[^{}]*\})*|[\d.]+|[-+*/^(){}\\]|\s(?=[-+*/]\s))+"
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:at|when|where|for) (?:the point (?:where )?)?[a-z] ?= ?{_POINT}",
        rf"\bas [a-z] ?(?:approaches|tends to|goes to|->|\\to|→) ?{_POINT}",
        rf"\bfrom (?:[a-z] ?= ?)?{_POINT} to (?:[a-z] ?= ?)?{_POINT}",
        r"\b(?:on|in|over) (?:the interval )?[\[(][^\[\]()]{1,30}[\])]",
        r"\bwith respect to \\?[a-z]+\b",
    )
)
_ASKED: tuple[tuple[str, str], ...] = (
    (r"partial fractions?(?: (?:form|decomposition|expansion))?", "partial fraction decomposition"),
    (r"(?:first )?derivatives?|differentiate|gradient function", "find the derivative"),
    (r"second derivatives?", "find the second derivative"),
    (r"integrals?|integrate|antiderivatives?", "find the integral"),
    (r"limits?", "find the limit"),
    (r"simplif(?:y|ied)|simplification", "simplify"),
    (r"expand|multiply out", "expand"),
    (r"factor(?:ise|ize)?|factoris?z?ation", "factor"),
    (r"sum to infinity|sum of (?:the|this) series|sum", "find the sum"),
    (r"solve|solutions?", "solve"),
    (r"real (?:solutions?|roots?)", "find the real solutions"),
    (r"x-intercepts?|(?:cuts?|cross(?:es)?|meets?|hits?) the x-axis", "find the x-intercepts"),
    (r"zeros?|roots?", "find the zeros"),
    (r"stationary points?|turning points?", "find the stationary points"),
    (r"critical (?:points?|numbers?|values?)", "find the critical points"),
    (r"domain", "find the domain of the function"),
    (r"(?:tangent line|tangent)", "find the tangent line"),
    (r"determinant", "find the determinant"),
    (r"eigenvalues?", "find the eigenvalues"),
    (r"inverse function|inverse", "find the inverse"),
    (r"magnitude|length|norm", "find the magnitude"),
    (r"dot product|scalar product", "find the dot product"),
    (r"cross product|vector product", "find the cross product"),
    (r"differential equation", "solve the differential equation"),
)  # fmt: skip
_COMPILED = tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), said) for pattern, said in _ASKED)


_POLITE = (
    r"\s*(?:(?:please|can|could|would|you|me|help|i|we|need|needs|want|wants|must|to|let's|now|so|how|do|should|try|trying|"
    r"understand|learn|my|us)\s+)*"
)
_ASKS = re.compile(
    rf"{_POLITE}(?:find|determine|compute|calculate|evaluate|give|state|write|obtain|work out|get|figure out"
    r"|investigate|identify|establish|deduce|provide|what is|what's|what are|what would)\s+"
    r"(?:(?:the|a|an|exact|general|simplest|values?|of)\s+)*",
    re.IGNORECASE,
)
"""The text that may come before a noun that is asked for."""
_DOES = re.compile(_POLITE, re.IGNORECASE)
"""The text that may come before a verb."""
_VERB = re.compile(r"(?:solve|simplify|expand|multiply|factor|differentiate|integrate)", re.IGNORECASE)


def skeleton(text: str) -> str | None:
    """Return the question of a simple sentence, in the vocabulary's words; None if the sentence is not so simple.

    >>> skeleton("Could you please work out the derivative of this function at x = 2?")
    'find the derivative at x = 2'
    >>> skeleton("Given the derivative, find the function")
    """
    places: list[str] = []
    for pattern in _PLACES:
        places += [found[0].strip(" .?!") for found in pattern.finditer(text)]
        text = pattern.sub(" ", text)
    text = text.strip(" .?!")
    asked: list[str] = []
    allowed = True
    for pattern, said in sorted(_COMPILED, key=lambda pair: -len(pair[0].pattern)):
        found = pattern.search(text)
        if found:
            asked.append(said)
            before = _DOES if _VERB.match(found[0]) else _ASKS
            allowed = before.fullmatch(text[: found.start()]) is not None
            text = pattern.sub(" ", text)
    rest = re.findall(r"[^\s,]+", text)
    known = all(word.lower() in beside(_GLUE) for word in rest) and (not rest or rest[-1].lower() != "of")
    return " ".join([*asked, *places]) if len(asked) == 1 and len(places) < 2 and allowed and known else None
