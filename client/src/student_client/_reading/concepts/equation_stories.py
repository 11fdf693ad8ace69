r"""Reads a story around printed equations: a differential equation with a start, or a system of what was bought.

Each number of the story must be printed, or be the start; the other words are scenery. The question must ask for the
printed function itself, or for all unknowns of a linear system.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.notation import parse_system
from ..formulas.tree import Node, System
from ..questions.initial_values import ASKED
from ..questions.splitting import sentences
from ..rewording.story_units import UNIT
from ..statement import Choices, NotRead
from .differential_stories import with_told_start
from .scenery import TWISTING, is_scenery
from .story_notation import without_notation

_NUMBER = r"\d+(?:\.\d+)?"
_MONEY = r"(?:euros?|dollars?|pounds?|pence|cents?|rupees?|yen|francs?|pesos?|rand|marks?)"
_FIND = (
    r"(?:hence |and |now |then )*(?:find|determine|work out|calculate|solve for|what is|what are|what was|what were)"
)
_MEETING = (
    r"(?:the )?coordinates of (?:the |their )?point (?:at which|where|in which) (?:they|the lines|the planes)"
    r" (?:meet|intersect|cross)"
)
_ALLOWED_WORDS = "total combined sum more less twice difference same another units whereas pair"
_ALLOWED = frozenset(_ALLOWED_WORDS.split())
"""Words of a sentence that says a printed equation in words."""
_ASKING_WORDS = """
    how many much what is are was were did does do the a an one each both of and that those for by there he she they
    it its in have has sell sold buy bought own keep kind kinds type types sort sorts individual single number numbers
    price prices cost costs value values worth charge charged sells attend attended come came make made use used
    respectively ticket tickets coin coins per item
"""
_ASKING = frozenset(_ASKING_WORDS.split())
_PLURAL = re.compile(r"(?:[iey]*s|[iey]+)$")


def by_equation_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return what is asked of printed equations in the usual words, without the story.

    Args:
        objective: the words.
        expression: the printed equations.
        variables: the problem's variables.

    Raises:
        NotRead: a part of the story or of its question is not understood.

    >>> by_equation_story("A town grows. It has P(0) = 50. Find P(t).", r"\frac{dP}{dt} = 2P", ["t", "P"])
    ('Solve the differential equation.', '\\frac{dP}{dt} = 2P, P(0) = 50')
    """
    said = without_notation(objective)
    if re.search(r"\\d?frac ?\{ ?(?:\\mathrm ?\{?)?d|'", expression):
        return f"{ASKED}.", with_told_start(said, expression, variables)
    unknowns = _unknowns(expression, variables)
    *told, question = [one.strip(" .?!") for one in sentences(said)] or [""]
    before = re.search(rf"[,;] (?={_FIND}\b|how (?:many|much)\b)", question, re.IGNORECASE)
    if before:
        told.append(question[: before.start()])
        question = question[before.end() :]
    after = re.search(r",? (?:if|where|given that) (?=.*\bis\b)", question)
    if after:
        told.append(question[after.end() :])
        question = question[: after.start()]
    for one in told:
        _check(one, expression, unknowns)
    if told and (one := _asked_one(question, " ".join(told), unknowns)):
        return f"Find the value of {one} only.", expression
    if not told or not _asks_for_all(question, " ".join(told), unknowns):
        raise NotRead("the story does not plainly ask for all unknowns")
    return f"Solve the system for {', '.join(unknowns)}.", expression


def _check(said: str, printed: str, unknowns: Sequence[str]) -> None:
    """Refuse a sentence with a number that is not printed, with another letter, or with what changes the story."""
    plain = printed.replace("{,}", "")
    said = re.sub(r"\b[A-Za-z]_\{?\d\}?", " ", said)
    numbers = set(re.findall(_NUMBER, re.sub(rf"(?<!by )\b1 (?!(?:{UNIT}|{_MONEY})(?![\w]))(?=[a-z])", " ", said)))
    letters = set(re.findall(r"(?<![\w'])[A-Za-z](?![\w'])", said)) - {"a", "A", "I", *unknowns}
    if not numbers <= {*re.findall(_NUMBER, plain)} or letters:
        raise NotRead("a story has a number or a letter that is not printed")
    if not is_scenery(said, _ALLOWED) or "?" in said:
        raise NotRead(f"a sentence of the story could change it: {said}")


def _unknowns(expression: str, variables: Sequence[str]) -> list[str]:
    """Return the unknowns of a linear system, which are all of its variables."""
    read = parse_system(expression, variables, Choices({})) if expression.count("=") > 1 else None
    system = read.expression if read else None
    if not isinstance(system, System) or not 2 <= len(variables) <= 3:
        raise NotRead("there is no system of equations")
    sides = [side for one in system.equations for side in (one.left, one.right)]
    if {name for side in sides for name in side.names()} != set(variables) or not all(map(_is_linear, sides)):
        raise NotRead("the system is not plainly linear")
    return list(variables)


def _is_linear(side: Node) -> bool:
    try:
        return all(
            power < 2 and (not power or not part.names())
            for name in side.names()
            for power, part in coefficients(side, name).items()
        )
    except NoPolynomial:
        return False


def _asks_for_all(question: str, told: str, unknowns: Sequence[str]) -> bool:
    """Return whether a question asks for each unknown, and for nothing made from them."""
    low = question.lower().replace("'s", "")
    letters = " ?(?:,|and|, and) ?".join(rf"(?:the (?:number|price|cost) of [a-z ]+? )?{name}" for name in unknowns)
    if re.fullmatch(rf"{_FIND}(?:(?: the values? of)? {letters.lower()}| {_MEETING})", low):
        return True
    if re.fullmatch(rf"{_FIND} (?:the|these|both|the two|the three|all three)(?: unknown)? numbers", low):
        return re.search(r"\bnumbers?\b", told) is not None
    words = re.findall(r"[a-z]+", re.sub(rf"^{_FIND} ", "", low))
    things = {_PLURAL.sub("", word) for word in words if word not in _ASKING}
    known = {_PLURAL.sub("", word) for word in re.findall(r"[a-z]+", told.lower())}
    priced = _is_priced(told, unknowns)
    asks_price = {"price", "prices", "cost", "costs", "much", "charge", "charged"} & set(words)
    counts = {"many", "number", "numbers"} & set(words)
    if set(words) & TWISTING or re.search(r"\d", low) or not things <= known:
        return False
    if bool(asks_price) == bool(counts) or bool(asks_price) != priced:
        return False
    if {"each", "both"} & set(words):
        return True
    low = re.sub(rf"^{_FIND} ", "", low)
    low = re.sub(r"^(the (?:price|cost) of (?:an?|one) [a-z]+,? and) of (?=an?|one)", r"\1 the cost of ", low)
    parts = re.split(r"\band\b", low)
    one = all(re.search(r"\b(?:a|an|one|per|price|prices)\b", part) for part in parts)
    return (one or not asks_price) and len(parts) == len(unknowns) and _are_of(parts, told, unknowns)


def _asked_one(question: str, told: str, unknowns: Sequence[str]) -> str:
    """Return the one unknown that a question asks for: how many of a thing there are, or the price of one."""
    found = re.fullmatch(
        r"how many (?P<many>[a-z]+(?: [a-z]+)??) (?:are|were|did|does|do|has|have|came|attended)\b(?P<rest>[a-z ]*)"
        rf"|{_FIND} the (?P<how>number|price|cost) of (?:an? |one |each |the )?(?P<what>[a-z]+(?: [a-z]+)?)(?: (?:sold"
        r"|bought))?|how much (?:is|was|does|did) (?:an?|one|each) (?P<much>[a-z]+)(?: cost)?",
        question.lower(),
    )
    if found is None or set(re.findall("[a-z]+", question.lower())) & TWISTING:
        return ""
    priced = bool(found["much"]) or found["how"] in {"price", "cost"}
    said = f"{found['many'] or found['what'] or found['much']} {found['rest'] or ''}"
    things = {_PLURAL.sub("", word) for word in re.findall("[a-z]+", said) if word not in _ASKING}
    if priced != _is_priced(told, unknowns) or not things <= {
        _PLURAL.sub("", one) for one in re.findall("[a-z]+", told.lower())
    }:
        return ""
    near = [name for name in unknowns if _beside(name, told) & things]
    first = [name for name in unknowns if any(thing[0] == name for thing in things)]
    fits = [name for name in near or first if not first or name in first]
    return fits[0] if len(fits) == 1 else ""


def _is_priced(told: str, unknowns: Sequence[str]) -> bool:
    """Return whether the unknowns are prices, and not how many there are."""
    name = rf"(?:{'|'.join(unknowns)})"
    return (
        re.search(
            rf"\b(?:price|cost)s? of\b|\b{name} {_MONEY}|[₹$£€] ?{name}(?!\w)|\bcosts? {name}(?!\w)"
            rf"|(?<!\w){name} (?:is|be|are|represents?|denotes?) the (?:price|cost)"
            rf"|\b\d+ (?:{name})[a-z]+(?:,| and)[^.;]*? (?:for|costs?|cost a total of|came to|come to) (?:[₹$£€] ?)?\d",
            told,
        )
        is not None
    )


def _are_of(parts: Sequence[str], told: str, unknowns: Sequence[str]) -> bool:
    """Return whether each part of a question names the thing of another unknown: one beside it, or with its letter."""
    things = [
        [_PLURAL.sub("", word) for word in re.findall(r"[a-z]+", part) if word not in _ASKING | {"find"}]
        for part in parts
    ]
    if not all(things):
        return False
    if {part[0][0] for part in things} == set(unknowns):
        return True
    near = {name: _beside(name, told) for name in unknowns}
    fits = [[name for name in unknowns if near[name] & {*part}] for part in things]
    return all(len(one) == 1 for one in fits) and {one[0] for one in fits} == set(unknowns)


def _beside(name: str, told: str) -> set[str]:
    """Return the stems of the words around a letter, up to the next letter or mark."""
    found = set()
    for one in re.finditer(
        rf"(?:([a-z]+) )?(?:([a-z]+) )?(?:([a-z]+) )?(?:(?:as|is|be) )?[₹$£€]?{name}(?!\w)(?: ([a-z]+))?", told
    ):
        found |= {_PLURAL.sub("", word) for word in one.groups() if word and not re.fullmatch(UNIT, word)}
    return found - _ASKING
