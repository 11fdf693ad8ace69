r"""Reads a story of invested money beside a formula of interest: "5000 dollars at 4% compounded quarterly for 6 years".

The words must fit the printed formula: how often interest is added, and whether the amount or the simple interest is
asked. Each number of the story is the money, the rate or the years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Node, div, number
from ..known.told_numbers import as_story
from ..questions.of_solids import approximately
from ..statement import NotRead
from .scenery import is_scenery
from .story_notation import without_notation
from .story_rounding import without_rounding

_FORMULAS = {
    "compounded": r"P(1+r/n)^{nt}",
    "yearly": r"P(1+r)^t",
    "continuously": r"Pe^{rt}",
    "interest": r"Prt",
    "simple": r"P(1+rt)",
}
"""Each formula with what it gives; only the simple interest is not an amount."""
_TIMES = {
    "annually|yearly|every year|each year|once a year": 1,
    "semi-?annually|half-?yearly|twice a year|every six months": 2,
    "quarterly|every quarter": 4,
    "monthly|every month|each month": 12,
    "weekly": 52,
    "daily": 365,
}
_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = re.compile(
    rf"(?:[$£€₹]|\bRs\.? ?)(?P<a>{_NUMBER})|\b(?P<b>{_NUMBER}) (?:dollars|euros|pounds|rupees|francs|pesos|yen|rand)\b"
)
_RATE = re.compile(
    r"\b(?:at|of|with|earns|earning|pays|paying|is)(?: an?| the)?(?: (?:annual|yearly|interest|nominal|simple"
    rf"|compound|rate|of))* (?P<r>{_NUMBER}) ?(?:%|per ?cent)(?: (?:per (?:annum|year)|an? year|p\.?a\.?|annual|yearly"
    r"|simple|compound|interest|rate|annually(?= simple))(?![a-z]))*",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"\b(?:after|for|in|over|at the end of)(?: a period of)? (?P<t>{_NUMBER}) years?\b|\b(?P<t2>{_NUMBER})-year\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    rf",? ?(?:(?:with )?interest )?(?:is )?compound(?:ed|ing) (?P<how>continuously|{'|'.join(_TIMES)})", re.IGNORECASE
)
_AMOUNT = re.compile(
    r"\b(?:amount|balance|(?:future|final|total) value|value|worth|account|investment|how much (?:money|will|is"
    r"|does))\b",
    re.IGNORECASE,
)
_INTEREST = re.compile(r"\binterest\b", re.IGNORECASE)
_CHANGES = re.compile(
    r"\b(?:each|every|per|months?|weeks?|days?|quarters?|must|needs?|needed|should|have to|to have|to get|required"
    r"|order|so that|originally|borrow\w*|repa\w+|pays? back|loan|debt|decreas\w*|depreciat\w*)\b",
    re.IGNORECASE,
)
"""What says that money comes or goes meanwhile, or that the end is given, or a rate of another time."""
_ALLOWED = frozenset({"total", "would", "compounded", "compound"})


def by_invested_money(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return the amount or the interest that a story of invested money asks for.

    Args:
        objective: the words.
        expression: the printed formula.
        variables: the problem's variables.

    Raises:
        NotRead: the words do not fit the formula, or say more.

    >>> by_invested_money("How much simple interest does $1200 earn at 5% per year in 3 years?", "I = Prt", "IPrt")[1]
    '\\operatorname{story}(1200*(5/100)*3)'
    """
    kind, made = _formula(expression, variables)
    text, rounded = without_rounding(without_notation(re.sub(r"\\?\$(?=\d)", "€", objective)))
    rest, values = text, {}
    for name, pattern in (("r", _RATE), ("P", _MONEY), ("t", _YEARS)):
        found = [*pattern.finditer(rest)]
        if len(found) != 1:
            raise NotRead("the money, the rate or the years are not given once")
        said = next(one for one in found[0].groups() if one)
        values[name] = parse_point(said, [])
        rest = rest.replace(found[0][0], " ")
    values["r"] = div(values["r"], number(100))
    often = _OFTEN.search(rest)
    how = often["how"].lower() if often else ""
    rest = rest.replace(often[0], " ") if often else rest
    times = next((count for said, count in _TIMES.items() if re.fullmatch(said, how)), 0)
    simple = re.search(r"\bsimple\b", objective, re.IGNORECASE) is not None
    fits = {
        "compounded": times > 0,
        "yearly": times == 1 or (not how and re.search(r"\bcompound interest\b", objective) is not None),
        "continuously": how == "continuously",
        "interest": simple and not how,
        "simple": simple and not how,
    }
    if not fits[kind] or re.search(r"\d", rest) or _CHANGES.search(rest) or not is_scenery(rest, _ALLOWED):
        raise NotRead("the words do not fit the formula, or say more")
    question = re.split(r"(?<=[.;]) ", rest.strip())[-1]
    wanted = _INTEREST.search(re.sub(r"(?:interest rate|rate of interest)", " ", question))
    if (kind == "interest") != bool(wanted) or (kind != "interest" and not _AMOUNT.search(question)):
        raise NotRead("what is asked is not what the formula gives")
    if not re.search(r"\b(?:find|what|how much|calculate|determine|work out|compute)\b", question, re.IGNORECASE):
        raise NotRead("nothing is asked")
    return as_story(made.put(values | {"n": number(times)}), rounded.plain)


def _formula(expression: str, variables: Sequence[str]) -> tuple[str, Node]:
    """Return the kind of a formula of interest, and its right side."""
    name, _, body = expression.partition("=")
    made = parse_statement(body, list(variables)).expression
    at = {"P": number(3), "r": div(number(1), number(7)), "n": number(5), "t": number(2)}
    if isinstance(made, Node) and made.names() <= at.keys() and re.fullmatch(r"\s*\$?[A-Z](?:\(t\))?\s*", name):
        for kind, said in _FORMULAS.items():
            known = parse_statement(said, [*at]).expression
            if isinstance(known, Node) and known.names() == made.names():
                one, two = (approximately(side.put(at), 0.0) for side in (made, known))
                if abs(one - two) < 1e-9:
                    return kind, made
    raise NotRead("the formula is not one of interest")
