"""A family of questions about one kind of printed thing, and the parts that they are read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..formulas.parser import parse_latex
from ..formulas.tree import Equation, Node, matrix, number, symbol
from ..statement import NotRead

Given: TypeAlias = dict[str, list[tuple[Node, ...]]]
"""What is printed or said: for each role the formulas that have it, each as one or several parts."""
Printed: TypeAlias = Callable[[str, Sequence[str]], Given | None]


@dataclass(frozen=True)
class Family:
    """Questions about one kind of printed thing.

    Args:
        name: of the kind, in the plural.
        printed: reads the expression; None if it is of another kind.
        things: each thing that can be asked, with its usual words.
        nouns: the words that may name what is printed.
        givens: the roles that the words may give, each with a regular expression whose groups are formulas; so are the
            groups of a thing, whose roles are their names, or the thing's name if they have none.
        needs: the roles that a thing needs; each role that is given must be one that a thing needs.
        allows: the roles that are of no use to a thing.
        several: the roles that may be given more than once.
        labelled: whether the words may name its parts by capital letters.
        does: further things, which are said with the verb that asks for them, such as "approximate the integral".
        yields: for a thing of ``does`` those that take its place if the words ask for one, too, such as "Maximize f
            ... State the maximum value".
        letters: the letters of the words' formulas that need not be variables of the problem.
        fits: whether all that is given belongs together.
        restated: says an objective in the order and with the names of the regular expressions.
    """

    name: str
    printed: Printed
    things: Mapping[str, str]
    nouns: str
    givens: Mapping[str, str] = field(default_factory=dict)
    needs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    allows: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    labelled: bool = False
    does: Mapping[str, str] = field(default_factory=dict)
    yields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: tuple[str, ...] = ()
    fits: Callable[[Given], bool] | None = None
    restated: Callable[[str], str] = str


LABEL = "label"
"""The role of a point's name."""
_SPACES = re.compile(r"\\(?:[,;:! ]|q?quad(?![a-z]))|~")
_AND = re.compile(r"\\text\s*\{\s*(?:and|,)?\s*\}|\band\b")
_SIZES = re.compile(r"\\(?:left|right|big|Big)(?![a-z])")


def cleaned(expression: str) -> str:
    """Return an expression without what only spaces it, and with a comma for "and"."""
    return _SIZES.sub("", _AND.sub(",", _SPACES.sub(" ", expression.replace("$", "").replace("−", "-")))).strip()


def listed(expression: str) -> list[str]:
    """Return the parts of a list, which commas or spaces separate outside of brackets."""
    parts, depth, last = [""], 0, ""
    for sign in cleaned(expression):
        depth += (sign in "([{") - (sign in ")]}")
        if depth == 0 and (sign in ",;" or (last == ")" and sign == "(")):
            parts.append("" if sign in ",;" else sign)
        else:
            parts[-1] += sign
        last = sign if sign != " " else last
    return [part.strip() for part in parts if part.strip()]


def formula(text: str, variables: Sequence[str]) -> Node:
    """Return an expression that is not an equation.

    Raises:
        NotRead: it is one, or is not understood.
    """
    made = parse_latex(cleaned(text), variables)
    if not isinstance(made, Node):
        raise NotRead("an equation is not understood here")
    return made


_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = _ORDINALS.split()
_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve"
CARDINALS = _CARDINALS.split()
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})"
"""Which one of a sequence."""
_LETTERS = {"α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "θ": r"\theta ", "π": r"\pi ", "°": r"^\circ "}
_FUNCTION = re.compile(r"(?<![\\a-z])(?=(?:sin|cos|tan|sec|csc|cot)(?![a-z]))")


_I = r"(?:\\(?:mathbf|hat|vec|boldsymbol|bm) ?\{? ?\\?[ijk](?:math)? ?\}?|(?<![A-Za-z\\])[ijk](?![A-Za-z]))"
_SIZE = r"(?:\d+(?:\.\d+)?|\\sqrt ?\{?\d+\}?|\\[dt]?frac ?\{?\w+\}? ?\{?\w+\}?)"
_PIECE = rf"{_SIZE}? ?{_I} ?"
VECTOR = rf"(?:\\langle|⟨|<|\() ?[^<>()=;]*,[^<>()=;]*(?:\\rangle|⟩|>|\))|(?:[-+−]? ?{_PIECE})(?:[-+−] ?{_PIECE})+"
"""A vector between brackets, or in i, j and k."""
_BRACKETED = re.compile(r"(?:\\langle|⟨|<|\()(?P<inside>[^()]*,[^()]*)(?:\\rangle|⟩|>|\))")


def vector(text: str) -> Node | None:
    """Return a vector of numbers; None if it is none.

    Raises:
        NotRead: a part is not understood.
    """
    if found := _BRACKETED.fullmatch(text.strip()):
        parts = tuple(formula(one, ()) for one in found["inside"].split(","))
        return matrix(len(parts), parts)
    pieces = re.split(rf"({_I})", text)
    units = [re.sub(r"\\[a-z]+|[^ijk]", "", one)[:1] for one in pieces[1::2]]
    if len(units) < 2 or pieces[-1].strip() or units != sorted(set(units)):
        return None
    sizes = {unit: size.replace(" ", "").removeprefix("+") for unit, size in zip(units, pieces[::2], strict=False)}
    made = [{"": "1", "-": "-1"}.get(sizes.get(unit, "0"), sizes.get(unit, "0")) for unit in "ijk"]
    return matrix(len(made), tuple(formula(one, ()) for one in made))


def part(text: str, variables: Sequence[str]) -> Node:
    """Return what a word or a formula of the objective gives: "third" is 3, "arithmetic" is a name.

    Raises:
        NotRead: it is not understood.
    """
    word = text.lower()
    if word in CARDINALS:
        return number(CARDINALS.index(word))
    if word in ORDINALS:
        return number(ORDINALS.index(word))
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return number(int(found[1]))
    if re.fullmatch(r"[a-z -]{3,}", word):
        return symbol(word)
    if re.fullmatch(VECTOR, text) and (made := vector(text)) is not None:
        return made
    for sign, written in _LETTERS.items():
        text = text.replace(sign, written)
    return formula(_FUNCTION.sub(r"\\", text.replace("cosec", "csc")), variables)


def equation(text: str, variables: Sequence[str]) -> Equation | None:
    """Return an equation, or None for all else.

    Raises:
        NotRead: it is not understood.
    """
    made = parse_latex(cleaned(text), variables)
    return made if isinstance(made, Equation) else None


def names(letters: str) -> list[tuple[Node, ...]]:
    """Return the names of points, one letter each."""
    return [(symbol(letter),) for letter in letters]
