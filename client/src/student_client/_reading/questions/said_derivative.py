r"""Reads a derivative that the words give beside the values: "find f(x) given that f'(x) = 2x and f(1) = 2"."""

from __future__ import annotations

import re

from ..formulas.same_notation import canonical

_GIVEN = r",? ?(?:if|given(?: that)?|where|when|such that|for which|with|knowing that)? ?(?:the )?(?:derivative )?"
_SAID = re.compile(
    rf"{_GIVEN}(?P<left>(?P<f>[fghFGHy])'{{1,2}} ?(?:\((?P<x>[a-z])\))?) ?= ?(?P<body>[^=]+?)"
    r"(?:(?:,| and|;|, and) ?(?P<rest>(?P=f)'?\([^()]*\) ?=.*)|(?P<end>[.?!]?))$"
)


def without_derivative(objective: str, expression: str) -> tuple[str, str]:
    """Return a problem without the derivative in its words, which is then in its expression.

    Args:
        objective: the words.
        expression: the problem's expression: the derivative, or the equation that names it.

    >>> without_derivative("Find f(x) given f'(x) = 2x and f(1) = 2", "2x")
    ('Find f(x) given f(1) = 2', "f'(x) = 2x")
    """
    found = _SAID.search(objective.replace("$", ""))
    left, _, right = expression.rpartition("=")
    if not found or canonical(found["body"]) != canonical(right.strip(" .")):
        return objective, expression
    if left and canonical(left) != canonical(found["left"]):
        return objective, expression
    rest = f" given {found['rest']}" if found["rest"] else found["end"] or ""
    words = objective.replace("$", "")[: found.start()] + rest
    return words, expression if left else f"{found['left']} = {expression}"
