"""What square brackets could be: brackets, or the greatest integer."""

from __future__ import annotations

from collections.abc import Sequence

from .formulas.ambiguity import FACTORS
from .statement import Question

_ALGEBRA = frozenset({"expand", "factor", "simplify", "collect", "differentiate", "integrate"})
"""Operations that are not asked of a greatest integer."""


def brackets(done: Sequence[Question], options: tuple[str, ...]) -> tuple[str, ...]:
    """Return what square brackets could be: those around a factor only group if algebra comes first.

    Args:
        done: the operations of each question, those of the notation first.
        options: what the brackets alone could be.
    """
    algebra = all(steps and steps[0].tool in _ALGEBRA and steps[0].bounds is None for steps in done)
    return () if options == FACTORS and algebra else options[:2]
