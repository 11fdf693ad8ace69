r"""Says the questions of lectures as they are printed: sums, expansions, matrices, functions that the words define.

It is tried only if a problem is not understood as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lecture_rules import RULES
from .repeated import without_repeats
from .worded_sums import printed_sum
from .worded_taylor import expansion

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def lectured(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return a problem in more usual words; the same one if there are none.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    Raises:
        NotRead: the words say of what is printed what does not hold.
    """
    text = without_repeats(objective, expression, variables)
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    text = expansion(text, expression, variables)
    text, expression = printed_sum(text, expression, variables)
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return text or objective, expression
