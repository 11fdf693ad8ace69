"""Binomial distributions and the sum of two dice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import symbol
from .family import Family, Given, cleaned, formula

_BINOMIAL = re.compile(
    r"[A-Z]\s*\\sim\s*(?:\\(?:text|mathrm|operatorname|mathcal)\s*\{\s*)?(?:B|Bin"
    r"|Binomial)\s*\}?\s*\((?P<n>[^,]+),(?P<p>[^,]+)\)"
)
_SIGNS = {r"\geq": ">=", r"\ge": ">=", "≥": ">=", r"\leq": "<=", r"\le": "<=", "≤": "<=", r"\gt": ">", r"\lt": "<"}
_COMPARED = r"(?:=|>=|<=|>|<|\\geq?|\\leq?|≥|≤|\\gt|\\lt)"
_DICE = re.compile(rf"P\s*\(\s*[A-Z](?:_1)?\s*\+\s*[A-Z](?:_2)?\s*(?P<sign>{_COMPARED})\s*(?P<value>\d+)\s*\)")


def _binomial(expression: str, variables: Sequence[str]) -> Given | None:
    found = _BINOMIAL.fullmatch(cleaned(expression))
    return {"binomial": [(formula(found["n"], []), formula(found["p"], []))]} if found else None


BINOMIAL = Family(
    "binomial distribution",
    _binomial,
    {
        "equal": r"P ?\( ?X ?= ?(?P<equal>\d+) ?\)",
        "at least": r"P ?\( ?X ?(?:>=|\\geq?|≥) ?(?P<least>\d+) ?\)",
        "at most": r"P ?\( ?X ?(?:<=|\\leq?|≤) ?(?P<most>\d+) ?\)",
        "more": r"P ?\( ?X ?(?:>|\\gt) ?(?P<more>\d+) ?\)",
        "less": r"P ?\( ?X ?(?:<|\\lt) ?(?P<less>\d+) ?\)",
        "mean": r"mean(?: of X)?|expected value(?: of X)?|expectation(?: of X)?|E ?\( ?X ?\)",
        "variance": r"variance(?: of X)?|Var ?\( ?X ?\)",
        "deviation": r"standard deviation(?: of X)?",
    },
    r"(?:random )?variable(?: X)?|X|binomial(?:ly)?(?: distributed)?|binomial distribution|distribution|probability",
    {},
    {"equal": ("equal",), "at least": ("least",), "at most": ("most",), "more": ("more",), "less": ("less",)},
)


def _dice(expression: str, _: Sequence[str]) -> Given | None:
    """Return how the sum of two dice is compared with a number."""
    found = _DICE.fullmatch(cleaned(expression))
    if not found:
        return None
    sign = _SIGNS.get(found["sign"], found["sign"])
    return {"sign": [(symbol(f"sum {sign}"),)], "value": [(formula(found["value"], []),)]}


_TOTAL = r"probability that (?:the|their) (?:total|sum|sum of (?:the|their) (?:numbers|scores|values|dice|two numbers))"
_IS = r"(?: (?:shown|rolled|thrown|obtained))? (?:is|equals|will be)"
DICE = Family(
    "two dice",
    _dice,
    {
        "=": rf"{_TOTAL}{_IS}(?: (?:equal to|exactly))? (?P<total>\d+)",
        ">=": rf"{_TOTAL}{_IS} (?:at least|not less than) (?P<total>\d+)|{_TOTAL}{_IS} (?P<or_more>\d+) or more",
        "<=": rf"{_TOTAL}{_IS} at most (?P<total>\d+)",
        ">": rf"{_TOTAL}{_IS} (?:more|greater|larger) than (?P<total>\d+)",
        "<": rf"{_TOTAL}{_IS} (?:less|smaller) than (?P<total>\d+)",
    },
    r"dice",
    {"rolled": r"(?:two|a pair of) (?:fair|standard|ordinary|unbiased)(?:,? six-sided)? dice are"
     r" (?:rolled|thrown|tossed|cast)(?: together| once| simultaneously)?"},
    dict.fromkeys(("=", ">=", "<=", ">", "<"), ("rolled",)),
    ("total", "or_more"),
)  # fmt: skip


def _counted(expression: str, _: Sequence[str]) -> Given | None:
    """Return the number of a story that is counted."""
    found = re.fullmatch(r"N = (\\frac\{\d+\}\{\d+\})", expression)
    return {"number": [(formula(found[1], ()),)]} if found else None


COUNTED = Family("counted stories", _counted, {"number": r"counted number"}, "story")
FAMILIES = (BINOMIAL, DICE, COUNTED)
