r"""Says a question about printed matrices in the usual words: eigenvectors, singular matrices, matrix equations.

The words are first said in one way; the question is then one of the concept reader's tasks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from ..formulas.named_matrices import named_values
from ..questions.splitting import sentences
from ..statement import NotRead
from .by_concepts import by_concepts
from .eigen_words import eigen_words
from .matrix_equations import solution
from .matrix_words import matrix_words
from .vector_names import plain_names

_PRINTED = re.compile(r"\\begin\{(?:[pbvB]?matrix|array)\}")
_OVER = re.compile(
    r"\b(?:over|in) (?:the )?\$?(?:\\mathbb ?\{?[QR]|[QR]\b|ℝ|ℚ|reals?\b|rationals?\b|real numbers)", re.IGNORECASE
)
_TELLS = re.compile(
    r"^(?!.*\b(?:singular|invertible|inverse|determinant|rank|not|no)\b)(?:(?:let|consider|suppose|given)\b"
    r"|the matrix(?: [A-Z])? (?:is|represents|represent|=)|(?:a|the) (?:linear )?(?:map|transformation))[^=\d]*$",
    re.IGNORECASE,
)
_DETERMINANT = re.compile(
    r"(?:express|write|factori[sz]e|factor|evaluate|find|expand|calculate|work out|simplify|give|show)\b[^.]*?"
    r"\bdeterminant\b[^.]*",
    re.IGNORECASE,
)
_FACTORED = re.compile(
    r"\b(?:as (?:a|the) product of (?:its |three |four |two |irreducible )*(?:linear )?factors|in (?:a )?(?:(?:fully"
    r"|completely)[- ])?factor(?:is|iz)?ed form|(?:fully|completely) factor(?:is|iz)ed|factori[sz]e|factor)\b",
    re.IGNORECASE,
)
_BESIDE_FACTORS = """
    express write factorise factorize factor evaluate find expand calculate work out simplify give the this determinant
    following below given shown as a an product of its linear factors in fully completely factorised factorized factored
    form giving expressing leaving your answer result value expressed and then it by row column operations using or
    otherwise three four two writing first matrix exact possible
"""
_BESIDE = frozenset(_BESIDE_FACTORS.split())


def by_matrices(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return a problem about matrices in the usual words.

    Args:
        objective: the words.
        expression: the printed matrices.
        variables: the problem's variables.

    Raises:
        NotRead: no matrix is printed, or the question is not known.

    >>> by_matrices("Solve $AX = B$ for $X$.", r"A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}, "
    ...             r"B = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}", ["A", "B"])[0]
    'Find A^{-1}B.'
    """
    if not _PRINTED.search(expression) or _OVER.search(objective):
        raise NotRead("no matrices are printed, or only some of their numbers are asked")
    text = plain_names(objective)
    values = named_values(expression) or {}
    if values and (formula := solution(text, values)) is not None:
        return f"Find {formula}.", expression
    if _DETERMINANT.fullmatch(text.strip(" .")) and _FACTORED.search(text) and _is_one(expression):
        words = set(re.findall(r"[^\s,.:;?]+", text.lower()))
        if words <= _BESIDE | {name.lower() for name in values}:
            return "Find the determinant in factored form.", expression
    made = matrix_words(eigen_words(text))
    letters = [one for one in variables if one not in values] or ["x"]
    told = [one.strip() for one in sentences(made)]
    asked = " ".join(one for one in told if not _TELLS.match(one.strip(" ."))) or made
    ways = [*dict.fromkeys((made, asked))]
    for said in ways:
        if said != objective or letters != [*variables]:
            with suppress(NotRead):
                return by_concepts(said, expression, letters)
    raise NotRead("the question about the matrices is not known")


def _is_one(expression: str) -> bool:
    return len(_PRINTED.findall(expression)) == 1
