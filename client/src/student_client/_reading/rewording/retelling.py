"""Says a question in the words of a known one, for a problem that is not understood otherwise.

Each rule keeps the meaning: it turns one wording into another, leaves out what somebody says of himself, or compares
what the words say with the printed expression.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.same_formulas import compared
from .decoration import undecorated
from .restating import inline, restated
from .retelling_rules import RULES
from .retold_counts import COUNTS
from .retold_curves import CURVES
from .retold_formulas import FORMULAS, spoken

_COMPILED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in RULES)


def retold(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem with its question in the words of a known one.

    Args:
        objective: the words.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> retold("Where does the graph have a vertical asymptote?", r"y = \frac{1}{x}", ["x"])[0]
    'Find the vertical asymptotes of the graph?'
    """
    text = inline(restated(spoken(undecorated(objective.strip()), expression), expression, variables))
    for _ in range(2):
        before = text, expression
        for pattern, instead in _COMPILED:
            text = pattern.sub(instead, text)
        text, expression = compared((*FORMULAS, *COUNTS, *CURVES), text, expression, variables)
        if (text, expression) == before:
            break
    text = re.sub(r"\s+([.,;?!])", r"\1", re.sub(r"\s{2,}", " ", text)).strip(" ,;")
    return (text if "..." in text else re.sub(r"([.?!])(?:\s*[.,;])+", r"\1", text)), expression
