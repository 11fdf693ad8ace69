"""Whole numbers and counts: divisors, repeating decimals, numerals of other bases, arrangements, samples of data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.tree import Node, number, symbol
from .family import Family, Given, cleaned, formula, listed

_REPEATS = re.compile(r"(?P<whole>\d*)\.(?P<fixed>\d*)\\(?:overline|bar)\s*\{?(?P<period>\d+)\}?")
_DOTTED = re.compile(
    r"(?P<whole>\d*)\.(?P<fixed>\d*?)\\dot\s*\{?(?P<one>\d)\}?(?:(?P<middle>\d*)\\dot\s*\{?(?P<two>\d)\}?)?"
)
_NUMERAL = re.compile(
    r"\(?(?:\\text\s*\{)?(?P<digits>[0-9A-F]+)\}?\)?_\{?(?P<base>\d+|\\text\{ ?two ?\}|\\text\{two\})\}?"
)
_WORD = re.compile(r"\\(?:text|mathrm|textrm|mathit)\s*\{\s*(?P<word>[A-Za-z]{2,20})\s*\}|(?P<bare>[A-Z]{3,20})")
_PICKED = re.compile(
    r"\{\}\s*\^\s*\{?\s*(?P<n>\w+)\s*\}?\s*(?P<kind>[PC])\s*_\s*\{?\s*(?P<r>\w+)\s*\}?|P\((?P<m>\w+),\s*(?P<s>\w+)\)"
)


def _numbers(expression: str, variables: Sequence[str]) -> Given | None:
    """Return two or more numbers."""
    made = [formula(one, variables) for one in listed(expression)]
    return {"number": [(one,) for one in made]} if len(made) > 1 and not any(one.names() for one in made) else None


DIVISORS = Family(
    "numbers",
    _numbers,
    {
        "gcd": r"(?:greatest|highest|largest) common (?:divisor|factor)(?: ?\((?:gcd|hcf|gcf)\))?|hcf|gcd|gcf"
        r"|h\.c\.f\.",
        "lcm": r"(?:least|lowest|smallest) common (?:positive )?multiple(?: ?\(lcm\))?|lcm|l\.c\.m\.",
        "arithmetic mean": r"arithmetic mean",
        "geometric mean": r"geometric mean",
        "mean": r"mean|average",
        "median": "median",
        "range": "range",
        "mode": "mode",
        "variance": r"population variance",
        "deviation": r"population standard deviation|standard deviation of (?:the|this) population",
        "sample variance": r"sample variance",
        "sample deviation": r"sample standard deviation",
    },
    r"(?:given |following |whole |positive |two |three |natural )*(?:integers|numbers)|(?:(?:with|by) )?(?:the"
    r" )?euclidean algorithm|data(?: set)?|set of data|values|observations|scores|measurements|sample|population",
)


_GOES_ON = re.compile(r"(?P<whole>\d*)\.(?P<digits>\d+)\s*(?:\\[lc]?dots|\.{3}|…)[bco]?")


def _period(digits: str) -> tuple[str, str] | None:
    """Return the fixed digits and the period of digits and dots; None if it is not seen twice, or hardly repeats."""
    for fixed in range(len(digits)):
        tail = digits[fixed:]
        for size in range(1, len(tail) // 2 + 1):
            if all(one == other for one, other in zip(tail, tail[size:], strict=False)):
                return (digits[:fixed], tail[:size]) if len(tail) > fixed and set(tail) != {"0"} else None
    return None


def _repeating(expression: str, _: Sequence[str]) -> Given | None:
    """Return a repeating decimal as its whole part, its fixed digits and its period, each after a leading 1."""
    text = cleaned(expression).removeprefix("x = ").strip()
    if found := _REPEATS.fullmatch(text):
        period = found["period"]
    elif found := _DOTTED.fullmatch(text):
        period = found["one"] + (f"{found['middle']}{found['two']}" if found["two"] else "")
    elif (found := _GOES_ON.fullmatch(text)) and (seen := _period(found["digits"])):
        return {"digits": [_after_one(found["whole"], *seen)]}
    else:
        return None
    return {"digits": [_after_one(found["whole"], found["fixed"], period)]}


def _after_one(*digits: str) -> tuple[Node, ...]:
    return tuple(number(int(f"1{one}")) for one in digits)


REPEATING = Family(
    "repeating decimal",
    _repeating,
    {
        "fraction": r"(?:fraction|rational number) (?:(?:represented|given) by|"
        r"(?:that is )?equal to|(?:that|which) (?:represents|equals|is equal to)|equivalent to"
        r"|for)|(?:(?:(?:recurring|repeating|periodic) )?(?:decimal|number)(?: fraction)? )?(?:as|to|into|in the"
        r" form(?: of)?) (?:an? )?(?:(?:exact|simplified|common|single|rational|proper|vulgar|equivalent) )*"
        r"(?:fraction|rational number|(?:ratio|quotient) of (?:two )?integers|p/q)",
    },
    r"(?:(?:recurring|repeating|infinite|periodic) )*(?:decimal|number)",
)


def _numeral(expression: str, _: Sequence[str]) -> Given | None:
    """Return the value of a numeral of a printed base."""
    found = _NUMERAL.fullmatch(cleaned(expression))
    if not found:
        return None
    base = 2 if "two" in found["base"] else int(found["base"])
    if not 2 <= base <= 16 or any(int(digit, 16) >= base for digit in found["digits"]):
        return None
    return {"value": [(number(int(found["digits"], base)),)]}


NUMERALS = Family(
    "numeral",
    _numeral,
    {
        "value": r"(?:(?:(?:binary|octal|hexadecimal|base[- ]\w+) )?(?:numeral|number) )?(?:to|into|in|as) (?:an? )?"
        r"(?:base[- ](?:ten|10)|decimal|denary)(?: (?:number|numeral|form|notation))?",
    },
    r"(?:binary|octal|hexadecimal) (?:numeral|number)",
)


def _word(expression: str, _: Sequence[str]) -> Given | None:
    """Return how often each letter is in a word."""
    found = _WORD.fullmatch(cleaned(expression))
    if not found:
        return None
    word = (found["word"] or found["bare"]).upper()
    return {"often": [tuple(number(word.count(letter)) for letter in dict.fromkeys(word))]}


_WAYS = r"(?:distinguishable |distinct |different |possible )*(?:arrangements|permutations|anagrams|words|ways)"
WORDS = Family(
    "letters",
    _word,
    {
        "arrangements": rf"number of {_WAYS}(?: (?:of|to (?:arrange|order)|in which))?|how many {_WAYS}(?: (?:are"
        r" there|can be (?:made|formed)|of|to (?:arrange|order)))*|in how many (?:distinct |different )?ways(?: can)?",
    },
    r"(?:all )?(?:the )?letters(?: of| in| from)?|word|(?:can )?be (?:arranged|ordered|permuted|rearranged)|arranged"
    r"|(?:that )?(?:can be )?(?:made|formed)(?: from| of| with| using)?",
)


def _picked(expression: str, variables: Sequence[str]) -> Given | None:
    """Return the two numbers of a count of permutations or combinations, and its value if one is printed."""
    left, _, right = cleaned(expression).partition("=")
    if not left.startswith("{}"):
        left = re.sub(r"^\s*\^", "{}^", left)
    found = _PICKED.fullmatch(left.strip())
    if not found:
        return None
    n, r = (found["n"] or found["m"]), (found["r"] or found["s"])
    made: Given = {"kind": [(symbol(found["kind"] or "P"),)], "pair": [(formula(n, variables), formula(r, variables))]}
    return made | ({"total": [(formula(right, variables),)]} if right.strip() else {})


PICKED = Family(
    "selection",
    _picked,
    {"letter": r"(?:the )?(?:values? of )?(?P<letter>(?-i:[nr]))|solve for (?P<also>(?-i:[nr]))"},
    r"(?:permutation )?equation",
    {},
    {"letter": ("letter",)},
)
FAMILIES = (DIVISORS, REPEATING, NUMERALS, WORDS, PICKED)
