r"""Leaves out the form of a number that is asked exactly, such as "in the form a + b, where a and b are integers"."""

from __future__ import annotations

import re

from .task import INTEGRAL, SUM

_NUMBERS = r"(?:integers?|rationals?|rational numbers?|constants?|real numbers?|whole numbers?|natural numbers?)"
_FORM = re.compile(
    r",? ?\(?\b(?:(?:giv(?:e|ing)|writ(?:e|ing)|express(?:ing)?|leav(?:e|ing)) (?:(?:your|the|exact|final) )*answer )?"
    r"(?:in|of) the (?:exact )?form \$?(?P<form>(?:(?!\b(?:and|or|with|find|state|give|for|if)\b)[^.,;$?]){1,40}?)\$?"
    rf"(?:,? ?where [^.;?]{{1,40}}? (?:are|is) (?:(?:an?|all|positive|to be found|both) )*{_NUMBERS})?\)?"
    r",?(?=[.;]|$| of$|, of$)",
    re.IGNORECASE,
)


def without_form(objective: str, expression: str) -> str:
    r"""Return an objective about a printed integral or sum without the form of its value.

    >>> without_form(r"Find the value in the form $k\pi$.", r"\int_0^3 \frac{dx}{9+x^2}")
    'Find the value.'
    >>> without_form("Write in the form a + bi.", r"\frac{1}{1+i}")
    'Write in the form a + bi.'
    """
    if not (re.search(INTEGRAL, expression) or re.search(SUM, expression)):
        return objective
    return _FORM.sub(lambda found: "" if re.search(r"[+*^\\\d/]", found["form"]) else found[0], objective)
