"""Solves a printed matrix equation for its unknown by a formula: X from ``AX = B`` is ``A^{-1}B``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

_SIDE = r"[-+\dA-Z(){} ]*"
_EQUATION = re.compile(rf"(?P<left>{_SIDE}[A-Z]{_SIDE}?) ?= ?(?P<right>{_SIDE}[A-Z0](?![a-z]){_SIDE})")
_TERM = re.compile(r"(?P<sign>[-+]?)(?P<times>\d*)(?P<names>[A-Z]+)")
_WORDS = """
    find determine solve work out calculate compute obtain for the a matrix matrices equation such that which satisfies
    satisfy satisfying given if where is in of so hence unknown following and by order square by x it what that's please
"""
_HARMLESS = frozenset(_WORDS.split())


@dataclass(frozen=True)
class _Sum:
    terms: tuple[tuple[int, str], ...]


def _sum(text: str) -> _Sum | None:
    """Return a sum of products of names; None if it is something else."""
    short = text.replace(" ", "")
    if short == "0":
        return _Sum(())
    found = [*_TERM.finditer(short)]
    if "".join(one[0] for one in found) != short or any(not one["sign"] for one in found[1:]):
        return None
    return _Sum(tuple((int(f"{one['sign']}{one['times'] or 1}"), one["names"]) for one in found))


def solution(text: str, names: Collection[str]) -> str | None:
    r"""Return the formula of the unknown matrix that the words ask for; None if they ask for something else.

    Args:
        text: the words with names in plain letters.
        names: those of the printed matrices.

    >>> solution("Find the matrix X such that 2A + 3X = B.", ["A", "B"])
    '\\frac{1}{3}(B - 2A)'
    """
    found = _EQUATION.search(text)
    if not found:
        return None
    sides = [_sum(found["left"]), _sum(found["right"])]
    if sides[0] is None or sides[1] is None:
        return None
    terms = [*sides[0].terms, *((-times, said) for times, said in sides[1].terms)]
    unknown = {name for _, said in terms for name in said} - {*names, "I"}
    if len(unknown) != 1:
        return None
    name = unknown.pop()
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    rest = re.sub(rf"\b\d ?(?:\\times|×|x|by|-by-) ?\d\b|\b{name}\b", " ", rest)
    words = set(re.findall(r"[^\s,.:;?]+", rest.lower()))
    asked = re.search(
        rf"\b(?:find|determine|calculate|compute|obtain|work out|what is)\b[^=]*?\b{name}\b|\bsolve\b", text, re.I
    )
    return _solved(terms, name) if asked and words <= _HARMLESS else None


def _solved(terms: list[tuple[int, str]], name: str) -> str | None:
    own = [(times, said) for times, said in terms if name in said]
    others = [(-times, said) for times, said in terms if name not in said]
    if len(own) != 1 or own[0][1].count(name) != 1 or not others:
        return None
    times, said = own[0]
    before, after = said.split(name)
    first = next((one for one in others if one[0] * times > 0), others[0])
    ordered = [first, *(one for one in others if one is not first)]
    sign = 1 if times > 0 else -1
    total = ""
    for number, product in ordered:
        value = number * sign
        total += f" {'-' if value < 0 else '+'} {'' if abs(value) == 1 else abs(value)}{product}"
    total = re.sub(r"^ \+ ", "", total).replace(" - ", "-", 1) if total.startswith(" -") else total[3:]
    inverse = "".join(f"{one}^{{-1}}" for one in reversed(before)), "".join(f"{one}^{{-1}}" for one in reversed(after))
    bracketed = len(others) > 1 or total.startswith("-")
    made = f"{inverse[0]}{f'({total})' if bracketed and (any(inverse) or abs(times) > 1) else total}{inverse[1]}"
    return made if abs(times) == 1 else rf"\frac{{1}}{{{abs(times)}}}{made}"
