"""Leaves out clauses that only introduce what is printed: "Let M be the matrix below.", "Given the two functions,"."""

from __future__ import annotations

import re

_WORDS = """
    given that for let if consider with suppose the a an two three these this following real square symmetric function
    functions matrix matrices vector vectors number numbers complex is are be as defined shown stated written below
    above by follows follow and where here printed respectively point points position curve line circle graph has have
    equation equations formula polynomial sequence series
"""
_INTRODUCING = frozenset(_WORDS.split())
_NAMED = re.compile(
    r"(?:\\(?:mathbf|vec|boldsymbol|bm)\s*\{?\s*)?(?<![A-Za-z])([A-Za-z])\}?\s*(?:\([a-z](?:, ?[a-z])*\))?\s*=(?!=)"
)
_SIZE = re.compile(r"\d ?(?:×|x|\\times|by) ?\d")
_CLAUSE = re.compile(
    r"\s*([^,.:;?!]+?)\s*[,.:;]\s+(?=\S)|\s*(.+?)\s+(?=(?:evaluate|find|calculate|compute|determine|work out)\b)"
)
_ASKS = re.compile(
    r"\b(?:find|compute|calculate|evaluate|determine|work out|what|state|write|give|show|simplify|solve|obtain)\b",
    re.IGNORECASE,
)
_KINDS = re.compile(
    r"\b(?:functions?|matrix|matrices|vectors?|numbers?|curve|line|circle|graph|polynomial|sequence|series)\b"
    r"|\b[A-Za-z]\([a-z](?:, ?[a-z])*\)",
    re.IGNORECASE,
)


def without_introduction(objective: str, expression: str) -> str:
    """Return an objective without its first clauses, if they only introduce the names of the expression.

    >>> without_introduction("Let M be the matrix below. Determine M^3.", "M = 1")
    'Determine M^3.'
    """
    names = set(_NAMED.findall(expression))
    text = objective
    while found := _CLAUSE.match(text):
        rest = text[found.end() :]
        if not _introduces(found[1] or found[2], names) or not _ASKS.search(rest):
            return text
        text = rest
    return text


def _introduces(clause: str, names: set[str]) -> bool:
    said = re.sub(r"\$|\\\(|\\\)|\\(?:mathbf|vec|boldsymbol|bm)\s*\{([A-Za-z])\}", r"\1", _SIZE.sub(" ", clause))
    said = re.sub(r"(?<![A-Za-z])y ?= ?[fg]\(x\)", " ", said)
    called = re.sub(r"(?<![A-Za-z])([A-Za-z])\([a-z](?:, ?[a-z])*\)", r"\1", said)
    words = re.findall(r"[^\s]+", called)
    known = all(word.lower() in _INTRODUCING or word in names for word in words)
    given = len(words) > 1 and words[0].lower() == "given" and set(words[1:]) & names
    return known and bool(_KINDS.search(said) or given)
