"""Takes from an objective all that is not its question: labels, remarks, stories, the printed expression again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..formulas.lexer import GREEK
from ..formulas.spelling import FUNCTIONS
from .asides import without_asides
from .decoration import undecorated
from .light_wordings import AFTERWARDS, WORDINGS
from .restating import inline, restated
from .stories import without_story

_FIRST, _LAST = (
    tuple((re.compile(pattern, re.IGNORECASE), said) for pattern, said in table) for table in (WORDINGS, AFTERWARDS)
)
_LETTER = re.compile(r"(?<![A-Za-z\\])[A-Za-z](?![A-Za-z])")


@dataclass(frozen=True)
class Light:
    """An objective with no more than its question.

    Args:
        words: the question.
        measured: whether a letter of the story may stand for something that is never negative.
        equations: whether the story says the printed equations in words, so that only to solve them can be asked.
    """

    words: str
    measured: bool = False
    equations: bool = False


def lightened(objective: str, expression: str, variables: Sequence[str]) -> Light:
    r"""Return the objective with no more than its question.

    Args:
        objective: as the person wrote it.
        expression: the problem's expression.
        variables: the problem's variables.

    >>> lightened(r"4. Hi! Solve $x^2=4$ for $x$. Hint: factor it. [2]", "x^2 = 4", ["x"]).words
    'Solve the equation for x.'
    """
    text = _marginal(undecorated(objective.strip()), expression)
    text = inline(restated(text, expression, variables))
    letters = letters_of(expression, variables)
    text = without_asides(_centred(_worded(text), letters), letters)
    text = _without_fact(text, letters - set("fgh"))
    asked = without_story(text, expression, letters)
    words = _worded(re.sub(r"\s{2,}", " ", asked.words).strip(), _FIRST + _LAST)
    return Light(words or objective, measured=asked.measured, equations=asked.equations)


def _worded(text: str, table: tuple[tuple[re.Pattern[str], str], ...] = _FIRST) -> str:
    for pattern, said in table:
        text = pattern.sub(said, text).strip()
    return text


_CURVE = re.compile(r"\b(?:curve|graph|line|circle),? \$?(?P<name>[A-Z])\$?(?!\w| ?[=(])")


def _of_the_curve(text: str, expression: str) -> str:
    """Say "the curve" for its name, if the expression does not have that letter."""
    found = _CURVE.search(text)
    if not found or found["name"] in expression:
        return text
    name = found["name"]
    text = text.replace(found[0], re.sub(r",? \$?[A-Z]\$?$", "", found[0]))
    return re.sub(rf"\b(of|to|on|for|at) \$?{name}\$?(?![\w(=])", r"\1 the curve", text)


def _marginal(text: str, expression: str) -> str:
    """Say "the derivative" for the marginal cost of ``C(x) = …``, and "the curve" for its name."""
    found = re.match(r"\s*(?P<name>[CRP])\s*(?:\(|=)", expression)
    if found:
        noun = {"C": "cost", "R": "revenue", "P": "profit"}[found["name"]]
        text = re.sub(rf"\b(?:a |the )?marginal {noun}s?(?: function)?\b", "the derivative", text, flags=re.IGNORECASE)
    return _of_the_curve(text, expression)


_CENTRE = re.compile(r"\b(centered at|centred at|about|around|at|near) (?:the point )?(?P<name>[ac]) ?= ?(?=[-\d\\\\])")
_SAME = re.compile(
    r",? ?(?:and |please |then )*(?:write|express|give) (?:it|the answer|your answer|the result) (?:with|in"
    r"|using) the same"
    r" (?:letter|variable)(?: (?P<name>[a-z]))?(?=[.,]|$)",
    re.IGNORECASE,
)


def _centred(text: str, letters: set[str]) -> str:
    """Leave out the name of a point that the expression does not have, and that a result has the same letter."""
    text = _CENTRE.sub(lambda found: found[0] if found["name"] in letters else f"{found[1]} ", text)
    return _SAME.sub(lambda found: "" if (found["name"] or "x") in letters else found[0], text)


_FACT = re.compile(
    r"(?:given|knowing|you are given|it is given|if)(?: that)? \(?(?P<said>(?:[-+*/^=\s\d(]|\b[a-z]\b)+)\)? is"
    r" (?:a|one) (?:linear"
    r" )?(?:factor|root|zero|solution)"
    r"(?: of (?:[fghpPqQ]\([a-z]\)|(?:the|this) (?:polynomial|expression|function|equation|cubic|quadratic|quartic)))?"
    r"(?:,|\.| and)? ",
    re.IGNORECASE,
)


def _without_fact(text: str, letters: set[str]) -> str:
    """Leave out a root or a factor that is given of an expression with one letter, which has it or not."""
    found = _FACT.match(text)
    return text[found.end() :] if found and len(letters) == 1 else text


def letters_of(expression: str, variables: Sequence[str]) -> set[str]:
    """Return the letters of a problem, with the names of Greek ones."""
    plain = re.sub(r"\\(?:mathrm|text|operatorname)\{[^{}]*\}", " ", expression)
    named = {name for name in re.findall(r"\\([A-Za-z]+)", plain) if name in GREEK}
    runs = re.findall(r"[A-Za-z]+", re.sub(r"\\[A-Za-z]+", " ", plain))
    single = {letter for run in runs if run not in FUNCTIONS | GREEK for letter in run}
    return {*variables, *named, *single}
