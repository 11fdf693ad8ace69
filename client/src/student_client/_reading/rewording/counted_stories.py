r"""Says "evaluate" for a story about choosing, arranging or drawing that is counted here: each of its words is used.

Facts are taken out of the words one by one: the pool, what is chosen, each condition. Nothing but words that hold them
together may remain. The printed number must be the count; a print without numbers, such as ``P(A)``, is replaced by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import permutations, product
from math import comb, factorial, perm

from ..concepts.story_rounding import without_rounding
from ..formulas.same_formulas import node_of
from ..statement import NotRead
from .counted_words import FACTS
from .told_counts import value_of

_NUMBER_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
"""
_NUMBERS = {word: str(at) for at, word in enumerate(_NUMBER_WORDS.split())}
_TABLE = tuple((name, re.compile(pattern)) for name, pattern in FACTS)
_HELD_WORDS = """
    a an the is are be to can could may will find what calculate determine work out in of at random randomly bag box urn
    jar selected chosen drawn picked formed arranged seated if that possible and then from by he she they it
    balls counters made so club class school office
"""
_HELD = frozenset(_HELD_WORDS.split())
_PEOPLE = frozenset({"man", "woman", "boy", "girl", "student", "teacher", "adult", "child", "children", "parent"})
_Facts = dict[str, list[dict[str, str]]]
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "at least": int.__ge__,
    "no fewer than": int.__ge__,
    "at most": int.__le__,
    "no more than": int.__le__,
    "exactly": int.__eq__,
    "only": int.__eq__,
    "more than": int.__gt__,
    "fewer than": int.__lt__,
}
_WORDED = re.compile(
    r"\$?(?:P\s*\([^()\d]*(?:\([^()\d]*\))?[^()\d]*\)|n\s*\([A-Z]\)|\|?A.*\\cup.*|\\\{[\d,\s]*\\\}"
    r"|.*\\(?:cdots|ldots|dots)|(?:\{\})?\^\{?n\}?(?:P|C)_\{?[rk]\}?|\\binom\{n\}\{[rk]\})\$?"
)
"""Prints that say nothing which the words do not."""


def counted_story(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return "Evaluate." with the number that a story counts.

    Args:
        objective: the words.
        expression: the printed number, or a print without a number.
        variables: the problem's variables.

    Raises:
        NotRead: a word is left, the facts do not determine a count, or another number is printed.

    >>> words = "How many committees of 5 chosen from 6 men and 5 women have at least 4 women?"
    >>> counted_story(words, r"\binom{5}{4}\binom{6}{1} + \binom{5}{5}", ["n"])[0]
    'Evaluate.'
    """
    words, nearest = without_rounding(objective)
    facts = _facts(words, expression)
    made = _value(facts)
    if printed := re.fullmatch(r"\s*\$?\\\{([\d, ]+)\\\}\$?\s*", expression):
        made = made if _digits(printed[1]) == _digits(facts.get("digits", [{}])[0].get("set", "")) else None
    if made is None or made <= 0:
        raise NotRead("the words count nothing that is known")
    shown = re.sub(r"^\s*\$?[A-Z](?:\([^()]*\))?\s*=(?=[^=]*$)", "", expression)
    if _WORDED.fullmatch(expression.strip()):
        return f"Find the counted number{nearest.plain}.", rf"N = \frac{{{made.numerator}}}{{{made.denominator}}}"
    shown = re.sub(r"(?<![A-Za-z\\])P\((\d+), ?(\d+)\)", lambda one: str(perm(int(one[1]), int(one[2]))), shown)
    shown = re.sub(r"\\lfloor ?(\d+) ?/ ?(\d+) ?\\rfloor", lambda one: str(int(one[1]) // int(one[2])), shown)
    if value_of(node_of(shown, variables)) != made:
        raise NotRead("the printed number is not what the words count")
    return f"Evaluate{nearest.plain}.", shown


def _facts(words: str, expression: str) -> _Facts:
    """Return the facts of a story.

    Raises:
        NotRead: a word is left.
    """
    text = re.sub(r"\s+", " ", words.replace("$", "").lower())
    text = re.sub(r"\b(?!one after)[a-z]+\b", lambda one: _NUMBERS.get(one[0], one[0]), text)
    text = re.sub(
        r",? (?:giving|as) (?:your answer )?(?:as )?a fraction(?: in its (?:lowest terms|simplest form))?", "", text
    )
    facts: _Facts = {}
    for name, pattern in _TABLE:
        while found := pattern.search(text):
            facts.setdefault(name, []).append({key: value for key, value in found.groupdict().items() if value})
            text = f"{text[: found.start()]} ; {text[found.end() :]}"
    if set(re.findall(r"[a-z\d%]+", text)) - _HELD or any(len(one) > 1 for one in facts.values()):
        raise NotRead("a word of the story is not used")
    facts.pop("void", None)
    return facts


def _kind(word: str) -> str:
    """Return a noun in the singular."""
    return {"women": "woman", "men": "man", "people": "person", "sixes": "six", "6": "six"}.get(
        word, word.removesuffix("s")
    )


def _kinds(found: dict[str, str]) -> dict[str, int]:
    return {_kind(found[f"n{at}"]): int(found[f"k{at}"]) for at in "123" if f"k{at}" in found}


def _value(facts: _Facts) -> Fraction | None:
    """Return what is counted, or a probability; None if the facts do not determine it."""
    one = {name: found[0] for name, found in facts.items()}
    names = set(one)
    for wanted, solve in _STORIES:
        needed, *optional = wanted.split("|")
        if set(needed.split()) <= names <= {*needed.split(), *" ".join(optional).split()}:
            return solve(one)
    return None


_One = dict[str, dict[str, str]]


def _drawn(one: _One) -> Fraction | None:
    """Return in how many ways some are chosen from kinds, or the probability of what is drawn."""
    pool = _kinds(one["pool"]) if "pool" in one else {}
    if part := one.get("part"):
        (kind, size), whole = *_kinds(part).items(), int(part["all"])
        pool = {kind: size, "": whole - size}
    asked = _kinds(one["chosen"]) if "chosen" in one else {}
    some = one.get("some", {})
    count = sum(asked.values()) or int(some.get("k") or some.get("s") or some.get("t") or some.get("u") or 0)
    holds = _condition(one, list(pool), count)
    if (
        holds is None
        or not count
        or not set(asked) <= set(pool)
        or ("chance" in one and not {"kept", "back", "part"} & set(one))
    ):
        return None
    good = total = 0
    for way in product(*(range(count + 1) for _ in pool)):
        if sum(way) != count or any(number > size for number, size in zip(way, pool.values(), strict=True)):
            continue
        ways = 1
        for number, size in zip(way, pool.values(), strict=True):
            ways *= comb(size, number)
        made = dict(zip(pool, way, strict=True))
        total += ways
        good += ways if holds(made) and all(made.get(kind, 0) == size for kind, size in asked.items()) else 0
    return Fraction(good, total) if "chance" in one and total else Fraction(good)


def _is_sized(kind: str, sign: str, size: int) -> Callable[[dict[str, int]], bool]:
    return lambda way: _COMPARE[sign](way[kind], size)


def _condition(one: _One, kinds: list[str], count: int) -> Callable[[dict[str, int]], bool] | None:
    """Return whether a choice is one of those that are asked; None if the words are of another kind."""
    made: list[Callable[[dict[str, int]], bool]] = []
    for name in ("none", "each", "size"):
        if name in one:
            kind = _kind(one[name]["n1"])
            if kind not in kinds or int(one[name].get("m", count)) > count:
                return None
            if name == "each" and int(one[name].get("m", count)) != count:
                return None
            sign, size = ("exactly", 0) if name == "none" else ("exactly", count)
            if name == "size":
                sign, size = one[name]["how"], int(one[name]["m"])
            made.append(_is_sized(kind, sign, size))
    if "same" in one:
        made.append(lambda way: max(way.values()) == count)
    if "other" in one:
        made.append(lambda way: max(way.values()) == 1)
    return lambda way: all(each(way) for each in made)


def _repeated(one: _One) -> Fraction | None:
    chance, kind = (Fraction(1, 2), "head") if "toss" in one else (Fraction(1, 6), "six")
    if not (kind == _kind(one["size"]["n1"]) or (kind == "head" and _kind(one["size"]["n1"]) == "tail")):
        return None
    times, size = int(one.get("toss", one.get("roll", {}))["all"]), int(one["size"]["m"])
    good = [number for number in range(times + 1) if _COMPARE[one["size"]["how"]](number, size)]
    return sum((comb(times, at) * chance**at * (1 - chance) ** (times - at) for at in good), Fraction(0))


def _in_row(one: _One) -> Fraction | None:
    kinds = _kinds(one["row"])
    if not set(kinds) <= _PEOPLE:
        return None
    total = sum(kinds.values())
    if "apart" in one or "block" in one:
        kind = _kind(one.get("apart", one.get("block", {}))["n1"])
        if kind not in kinds:
            return None
        size = kinds[kind]
        rest = total - size
        if "apart" in one:
            return Fraction(factorial(rest) * perm(rest + 1, size))
        return Fraction(factorial(rest + 1) * factorial(size))
    return Fraction(factorial(total))


def _digits(said: str) -> list[int]:
    found = [int(digit) for digit in re.findall(r"\d", said)]
    return [*range(found[0], found[1] + 1)] if " to " in said else found


def _numbers(one: _One) -> Fraction | None:
    digits, size = _digits(one["digits"]["set"]), int(one["digits"]["k"])
    if size > 6 or len(set(digits)) != len(digits) or ("fresh" in one) == ("again" in one):
        return None
    ways = permutations(digits, size) if "fresh" in one else product(digits, repeat=size)
    ends = {kind.strip() for part in one.values() if (kind := part.get("parity"))}
    if len(ends) > 1:
        return None
    odd = {"even": 0, "odd": 1}.get("".join(ends))
    return Fraction(sum(way[0] != 0 and odd in {None, way[-1] % 2} for way in ways))


def _divided(one: _One) -> Fraction | None:
    found = one["within"]
    top, p, q = int(found.get("a") or found["b"]), int(found["p"]), int(found.get("q", 0))
    tests: dict[str, Callable[[int], bool]] = {
        "": lambda at: at % p == 0,
        "or": lambda at: at % p == 0 or at % q == 0,
        "and": lambda at: at % p == 0 and at % q == 0,
        "but not": lambda at: at % p == 0 and at % q != 0,
    }
    test = tests[found.get("link", "")]
    if not p or top > 10**6 or (found.get("open") == "between" and "shut" not in found and (test(1) or test(top))):
        return None
    return Fraction(sum(map(test, range(1, top + 1))))


_STORIES: tuple[tuple[str, Callable[[_One], Fraction | None]], ...] = (
    ("count pool chosen|some", _drawn),
    ("count pool some size|none", _drawn),
    *((f"chance pool some {asked}|kept", _drawn) for asked in ("size", "each", "same", "other")),
    *((f"chance part some {asked}|kept", _drawn) for asked in ("size", "each", "none")),
    ("chance toss size", _repeated),
    ("chance roll size", _repeated),
    ("count row|apart", _in_row),
    ("count row block", _in_row),
    ("count ring", lambda one: Fraction(factorial(int(one["ring"]["all"]) - 1))),
    ("hands", lambda one: Fraction(comb(int(one["hands"]["all"]), 2))),
    ("subsets", lambda one: Fraction(comb(int(one["subsets"]["all"]), int(one["subsets"]["k"])))),
    (
        "shares",
        lambda one: Fraction(comb(int(one["shares"]["k"]) + int(one["shares"]["all"]) - 1, int(one["shares"]["k"]))),
    ),
    ("digits|fresh again parity", _numbers),
    ("within", _divided),
)
"""The facts that a story must have, those that it may have, and how it is counted."""
