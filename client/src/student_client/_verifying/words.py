"""A result that is a word, such as "even"."""

from __future__ import annotations

from typing import Any

from sympy.core.symbol import Str  # type: ignore[import-untyped]


class Word(Str):  # type: ignore[misc]
    r"""A word as a result: it is printed as it is, and no expression may contain it.

    >>> Word("even") == Word("even"), str(Word("converges absolutely"))
    (True, 'converges absolutely')
    """

    def _latex(self, _: Any) -> str:
        return rf"\text{{{self.name}}}"
