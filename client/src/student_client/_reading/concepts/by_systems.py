"""Says for which letter linear equations have no unique solution: the matrix of their coefficients is singular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.notation import parse_system
from ..formulas.tree import ZERO, Node, System, add, neg, number
from ..questions.of_parameters import determinant
from ..statement import Choices, NotRead
from .vector_names import plain_names

_SYSTEM = (
    r"(?:(?:the|this|these|following|given|linear|simultaneous|pair of|system of|set of) )*(?:systems?|equations|it)"
    r"(?: of (?:(?:linear|simultaneous) )*equations)?(?: (?:below|above|given|shown))*"
)
_NOT_ONE = (
    r"(?:(?:do(?:es)?|will|would)? ?not (?:have|possess) (?:a|any) unique solution|fails? to have (?:a|any) unique"
    r" solution|(?:have|has|having) no unique solution|(?:have|has) not a unique solution|(?:is|are) singular)"
)
_NONE = (
    r"(?:(?:have|has|having) no solutions?|(?:is|are) inconsistent|(?:do(?:es)?|will)? ?not have (?:a|any) solutions?)"
)
_MANY = r"(?:(?:have|has|having) (?:infinitely many|infinite|an infinite number of|an infinity of) solutions?)"
_SAID = re.compile(
    rf"(?:(?:given that|if|for which|such that|so that|when|do|does) )?{_SYSTEM},? (?:(?P<not_one>{_NOT_ONE})"
    rf"|(?P<none>{_NONE})|(?P<many>{_MANY}))",
    re.IGNORECASE,
)
_FAILS = re.compile(
    rf"(?P<not_one>(?:do|does) {_SYSTEM} (?:fail to have|not have) a unique solution|is there no unique solution|"
    rf"there is no unique solution)|(?P<none>(?:do|does) {_SYSTEM} have no solutions?|(?:is|are) {_SYSTEM}"
    rf" inconsistent)|(?P<many>(?:do|does) {_SYSTEM} have (?:infinitely many|infinite|an infinite number of)"
    r" solutions?)",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"(?:(?:find|determine|state|calculate|work out|obtain|what is|what are|for|give) )?(?:(?:all|the|what|which|any"
    r"|both|two|possible|real|exact|only) )*(?:values?|numbers?)(?: of)?(?: (?:the |a )?(?:(?:real|positive) )?"
    r"(?:constant|parameter|scalar|number|unknown))? \\?(?P<name>[a-z]+)\b",
    re.IGNORECASE,
)
_WORDS = """
    for which that so such the in of find determine hence then do does it use using by otherwise or where is are a
    constant real
"""
_HARMLESS = frozenset(_WORDS.split())


def by_systems(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    """Return the question for which values of a letter linear equations have no unique solution, as one of a matrix.

    Args:
        objective: the words.
        expression: the printed equations.
        variables: the unknowns and the letter.

    Raises:
        NotRead: it is another question, or the answer is not that of the singular matrix.
    """
    text = plain_names(objective)
    said, asked = _FAILS.search(text) or _SAID.search(text), _VALUES.search(text)
    if not said or not asked or asked["name"] not in variables:
        raise NotRead("no letter of linear equations is asked")
    rest = text.replace(said[0], " ", 1).replace(asked[0], " ", 1)
    if set(re.findall(r"[^\s.,;:?$]+", rest.lower())) - _HARMLESS:
        raise NotRead("the words may ask for something else")
    name = asked["name"]
    read = parse_system(expression, variables, Choices({}))
    if read is None or not isinstance(read.expression, System):
        raise NotRead("no equations are printed")
    unknowns = [one for one in variables if one in read.expression.names() and one != name]
    rows = [_row(add(one.left, neg(one.right)), unknowns) for one in read.expression.equations]
    if len(rows) != len(unknowns) or len(rows) < len("xy"):
        raise NotRead("there are more equations than unknowns, or fewer")
    square = [row[:-1] for row in rows]
    whole = determinant(square)
    if whole.names() != {name}:
        raise NotRead("the letter has no influence on the solutions")
    if said.groupdict().get("none") or said.groupdict().get("many"):
        wanted = bool(said["many"])
        if any(_is_consistent(rows, name, at) is not wanted for at in _zeros(whole, name)):
            raise NotRead("not each value that makes the matrix singular is one of those asked")
    lines = r" \\ ".join(" & ".join(_latex(entry) for entry in row) for row in square)
    return f"Find the values of {name} for which the matrix is singular.", rf"\begin{{pmatrix}} {lines} \end{{pmatrix}}"


def _row(side: Node, unknowns: Sequence[str]) -> list[Node]:
    """Return the coefficients of the unknowns in an equation, and its constant.

    Raises:
        NotRead: it is not linear.
    """
    rest, made = side, []
    for name in unknowns:
        try:
            parts = coefficients(rest, name)
        except NoPolynomial:
            raise NotRead("an equation is not linear") from None
        one = parts.get(1, ZERO)
        if set(parts) - {0, 1} or one.names() & set(unknowns):
            raise NotRead("an equation is not linear")
        made.append(one)
        rest = parts.get(0, ZERO)
    return [*made, rest]


def _latex(node: Node) -> str:
    return f"({str(node).replace('*', ' ')})" if node.names() else str(exact(node))


def _zeros(node: Node, name: str) -> list[Fraction]:
    """Return the zeros of a determinant.

    Raises:
        NotRead: they are not one or two fractions.
    """
    parts = {power: exact(part) for power, part in coefficients(node, name).items()}
    known = {power: part for power, part in parts.items() if part}
    if None in parts.values() or not set(known) <= {0, 1, 2} or not set(known) & {1, 2}:
        raise NotRead("the zeros of the determinant are not known")
    a, b, c = (known.get(power, Fraction(0)) or Fraction(0) for power in (2, 1, 0))
    if not a:
        return [-c / b]
    inside = b * b - 4 * a * c
    if inside < 0:
        return []
    root = Fraction(isqrt(inside.numerator), isqrt(inside.denominator))
    if root * root != inside:
        raise NotRead("the zeros of the determinant are not fractions")
    return [(-b + root) / (2 * a), (-b - root) / (2 * a)]


def _is_consistent(rows: list[list[Node]], name: str, at: Fraction) -> bool:
    """Return whether equations have a solution if the letter has this value."""
    table = [[exact(entry.put({name: number(at)})) for entry in row] for row in rows]
    if any(entry is None for row in table for entry in row):
        raise NotRead("an equation has another letter")
    known = [[entry or Fraction(0) for entry in row] for row in table]
    return _rank([row[:-1] for row in known]) == _rank(known)


def _rank(table: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in table], 0
    for column in range(len(rows[0])):
        at = next((index for index in range(rank, len(rows)) if rows[index][column]), None)
        if at is None:
            continue
        rows[rank], rows[at] = rows[at], rows[rank]
        for index in range(rank + 1, len(rows)):
            factor = rows[index][column] / rows[rank][column]
            rows[index] = [entry - factor * other for entry, other in zip(rows[index], rows[rank], strict=True)]
        rank += 1
    return rank
