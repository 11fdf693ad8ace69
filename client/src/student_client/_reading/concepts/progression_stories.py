r"""Reads a question about an arithmetic progression of which two terms are given, beside their equations in a and d.

The printed equations must be those of the two terms. A term, a sum of first terms, the first term or the common
difference may be asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.notation import parse_system
from ..formulas.tree import System, number
from ..known.told_numbers import as_story
from ..questions.of_solids import approximately
from ..statement import Choices, NotRead

_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_PLACE = rf"(?:{'|'.join(_WORDS)}|\d+(?:st|nd|rd|th))"
_OF = r"(?: of (?:an|the|this) (?:arithmetic )?(?:progression|sequence|series|a\.?p\.?))?"
_TERM = re.compile(
    rf"\b(?:the |its |whose )?(?P<place>{_PLACE}) term{_OF} (?:is|equals|=) (?P<value>-?\d+(?:\.\d+)?)", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:find|calculate|work out|determine|what is|compute) (?:the |its )?(?:value of the )?(?:(?:sum (?:of|to) "
    rf"(?:the |its )?(?:first )?(?P<sum>\d+) terms)|(?P<place>{_PLACE}) term|(?P<d>common difference)){_OF}",
    re.IGNORECASE,
)
_GLUE = frozenset(
    [
        "in",
        "an",
        "the",
        "of",
        "a",
        "and",
        "if",
        "given",
        "that",
        "its",
        "is",
        "arithmetic",
        "progression",
        "sequence",
        "series",
        "ap",
    ]
)


def by_two_terms(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return what is asked of an arithmetic progression with two given terms.

    Args:
        objective: the words.
        expression: the equations of the two terms.
        variables: the problem's variables.

    Raises:
        NotRead: the words or the equations say something else.

    >>> said = "The third term of an arithmetic progression is 11 and its fifth term is 19. Find the tenth term."
    >>> by_two_terms(said, r"a + 2d = 11, \quad a + 4d = 19", ["a", "d"])[1]
    '\\operatorname{story}(39)'
    """
    terms, asked = [*_TERM.finditer(objective)], [*_ASKED.finditer(objective)]
    rest = _ASKED.sub(" ", _TERM.sub(" ", objective)).lower()
    if len(terms) != 2 or len(asked) != 1 or not {*re.findall(r"[a-z]+|\d+", rest)} <= _GLUE:
        raise NotRead("there are not two terms and one question")
    if not re.search(r"\barithmetic\b|\ba\.?p\b", objective, re.IGNORECASE):
        raise NotRead("the progression is not plainly arithmetic")
    (one, first), (two, second) = ((_place(found["place"]), Fraction(found["value"])) for found in terms)
    if one == two or not _fits(expression, variables, {one: first, two: second}):
        raise NotRead("the printed equations are not those of the terms")
    step = (second - first) / (two - one)
    start = first - (one - 1) * step
    if asked[0]["d"]:
        return as_story(step, "")
    if asked[0]["sum"]:
        count = int(asked[0]["sum"])
        return as_story(Fraction(count, 2) * (2 * start + (count - 1) * step), "")
    return as_story(start + (_place(asked[0]["place"]) - 1) * step, "")


def _place(said: str) -> int:
    low = said.lower()
    return _WORDS.index(low) + 1 if low in _WORDS else int(re.sub(r"\D", "", low))


def _fits(expression: str, variables: Sequence[str], terms: dict[int, Fraction]) -> bool:
    """Return whether two equations say that the terms from a with the difference d have these values."""
    read = parse_system(expression, variables, Choices({})) if expression.count("=") == 2 else None
    system = read.expression if read else None
    if not isinstance(system, System) or system.names() != {"a", "d"}:
        return False
    made = []
    for equation in system.equations:
        at = [
            approximately(equation.left.put(values), 0.0) - approximately(equation.right.put(values), 0.0)
            for values in ({"a": number(a), "d": number(d)} for a, d in ((0, 0), (1, 0), (0, 1)))
        ]
        made.append((at[1] - at[0], at[2] - at[0], at[0]))
    return all(
        any(
            abs(size - 1) < 1e-9 and abs(times - place + 1) < 1e-9 and abs(rest + float(value)) < 1e-9
            for size, times, rest in made
        )
        for place, value in terms.items()
    )
