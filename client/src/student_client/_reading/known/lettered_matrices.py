"""A family of square matrices with one letter: the determinant, and the values that make it singular or a number."""

from __future__ import annotations

from collections.abc import Sequence

from ..formulas.tree import Node
from .family import Family, Given
from .printed_parts import Told
from .usual_words import NUMBER, letters, styled


def _matrix(expression: str, variables: Sequence[str]) -> Given | None:
    """Return a square matrix with one letter of the problem."""
    parts = Told(expression.replace("vmatrix", "pmatrix"), tuple(variables), ()).parts()
    body = parts[0].body
    if len(parts) != 1 or not isinstance(body, Node) or body.head != "matrix" or len(body.args) != body.rows**2:
        return None
    if body.rows < 2 or len(body.names()) != 1 or not body.names() <= set(variables):
        return None
    return {"table": [(body, *letters(*body.names()))]}


_M = styled("(?-i:[A-Z])")
_A = rf"(?:(?:the |this )?(?:following |given )?(?:square )?matrix(?: {_M})?|{_M}|it)"
_IS = r"(?:is|be|will be|being|becomes)"
_SINGULAR = (
    rf"(?:{_A} )?(?:{_IS} (?:singular|not invertible|non-?invertible|non-?regular)|does not have an inverse"
    r"|has no inverse|(?:to be )?(?:singular|non-?invertible))"
    rf"|(?:the )?(?:determinant|det ?\(?{_M}\)?)(?: of {_A})? (?:is|=|equals) (?:0|zero)"
)
_X = r"(?-i:[a-z]|\\lambda|λ|\\alpha|\\mu)"
_VALUES = (
    r"(?:(?:all )?(?:the )?(?:possible |real |exact )*values?(?:\(s\))? of )?(?:the )?(?:real )?"
    rf"(?:constant |scalar |number )?{_X}"
)
LETTERED = Family(
    name="matrices with a letter",
    printed=_matrix,
    things={
        "determinant": rf"(?:determinant|det ?\(?{_M}\)?|\|{_M}\|)(?: of {_A})?"
        rf"(?:,? (?:in terms|as a function) of {_X})?",
        "zeros": rf"{_VALUES} (?:for which|such that|that makes?|so that|when|if) (?:{_SINGULAR})",
        "values": _VALUES,
    },
    does={"values ": rf"for (?:what|which) values?(?:\(s\))? of {_X} (?:is|does)"},
    nouns=rf"{_A}|(?:for which|that makes?|such that|so that|makes?)",
    givens={
        "singular": rf"(?:(?:for which|such that|so that|that makes?|when|if|given(?: that)?) )?(?:{_SINGULAR})",
        "level": rf"(?:(?:for which|such that|so that|when|if|given(?: that)?) )?(?:the )?(?:determinant(?: of {_A})?"
        rf"|det ?\(?{_M}\)?|\|{_M}\|) ?(?:is|=|equals|is equal to) ?({NUMBER})",
    },
    allows=("singular", "level"),
)
FAMILIES = (LETTERED,)
"""The families of this module."""
