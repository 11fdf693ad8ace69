"""Words that exact arithmetic decides: is a number prime, a matrix singular, an equation true?"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from flint import fmpz

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.tree import ZERO, Equation, Inequality, Node, Printed, add, mul, neg, number, symbol
from . import balls
from .balls import Unclear, Undefined, rational
from .equivalence import equal
from .growth_rules import fraction
from .linear import rank_of
from .matrices import NoMatrix, Rows, determinant, worked_out
from .surds import NoSurd, surd

MAX_DIGITS = 40
"""Most digits of a number that is tested for being prime."""
QUADRATIC = 2
LETTER = "transcendental"
"""A letter in the place of pi or e."""
_HOLDS: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
    "=": lambda sign: sign == 0,
}


def primality(node: Node) -> str | None:
    """Return "prime", "composite" or "neither" of a number; None if it is not a whole number, or too long."""
    value = rational(node)
    if value is None or value.denominator != 1 or abs(value) >= 10**MAX_DIGITS:
        return None
    if value <= 1:
        return "neither"
    return "prime" if fmpz(int(value)).is_prime() else "composite"


def roots(printed: Printed, name: str) -> str | None:
    """Return the kind of a quadratic's roots by the sign of its discriminant; None if it is not a quadratic."""
    zero = add(printed.left, neg(printed.right)) if isinstance(printed, Equation) else printed
    if not isinstance(zero, Node) or zero.names() != {name}:
        return None
    try:
        parts = coefficients(zero, name)
    except NoPolynomial:
        return None
    first, second, last = (parts.get(degree, ZERO) for degree in (2, 1, 0))
    if max(parts) != QUADRATIC or sign(first) in {0, None}:
        return None
    words = {1: "two different real roots", 0: "one repeated real root", -1: "no real roots"}
    found = sign(add(mul(second, second), neg(mul(number(4), first, last))))
    return None if found is None else words[found]


def sign(node: Node) -> int | None:
    """Return the sign of a number; None if it has letters, no value, or is not known."""
    if node.names():
        return None
    zero = equal(node, ZERO, ())
    if zero.right:
        return 0
    try:
        return int(balls.sign(balls.value(node, {}))) if zero.wrong else None
    except (Undefined, Unclear):
        return None


def truth(printed: Printed) -> str | None:
    """Return "true" or "false" of an equation or an inequality of numbers; None if it is not decided.

    It is false, too, if it is proved that a side has no real value.
    """
    sides: tuple[Node, ...]
    signs: tuple[str, ...]
    if isinstance(printed, Equation):
        sides, signs = (printed.left, printed.right), ("=",)
    elif isinstance(printed, Inequality):
        sides, signs = printed.sides, printed.signs
    else:
        return None
    if any(side.names() for side in sides):
        return None
    if any(balls.is_defined(side, {}) is False for side in sides):
        return "false"
    found = [sign(add(left, neg(right_side))) for left, right_side in pairwise(sides)]
    links = [None if one is None else _HOLDS[link](one) for one, link in zip(found, signs, strict=True)]
    if False in links:
        return "false"
    return None if None in links else "true"


def invertibility(node: Node) -> str | None:
    """Return "invertible" or "singular" of a square matrix of numbers."""
    rows = _rows(node)
    if rows is None or len(rows) != len(rows[0]):
        return None
    try:
        found = sign(determinant(rows))
    except NoMatrix:
        return None
    return None if found is None else "invertible" if found else "singular"


def independence(node: Node) -> str | None:
    """Return whether the columns of a matrix are "independent" or "dependent", by its rank."""
    rows = _rows(node)
    try:
        table = [] if rows is None else [[surd(entry) for entry in row] for row in rows]
    except NoSurd:
        return None
    if not table:
        return None
    return "independent" if rank_of(table) == len(table[0]) else "dependent"


def direction(node: Node) -> str | None:
    """Return "orthogonal", "parallel" or "neither" of two columns, none of which is zero."""
    rows = _rows(node)
    if rows is None or len(rows[0]) != 2 or any(entry.names() for row in rows for entry in row):
        return None
    if any(all(sign(row[at]) == 0 for row in rows) for at in (0, 1)):
        return None
    product = sign(add(*(mul(one, two) for one, two in rows)))
    if product == 0:
        return "orthogonal"
    return (
        None if product is None else {"dependent": "parallel", "independent": "neither"}.get(independence(node) or "")
    )


def _rows(node: Node) -> Rows | None:
    try:
        made = worked_out(node)
    except NoMatrix:
        return None
    return made if isinstance(made, list) else None


def rationality(node: Node) -> str | None:
    """Return "rational" or "irrational" of a number made of fractions and square roots, or of fractions and pi or e.

    Square roots of different square-free numbers are independent over the fractions; pi and e are transcendental.
    """
    if node.names():
        return None
    try:
        made = surd(node)
    except NoSurd:
        return _of_transcendental(node)
    if min(made.terms, default=1) < 0:
        return None
    return "rational" if {*made.terms} <= {1} else "irrational"


def _of_transcendental(node: Node) -> str | None:
    found = {part.value for part in node.walk() if part.head == "constant"}
    if len(found) != 1 or not found <= {"pi", "e"}:
        return None
    ends = fraction(_with_letter(node), LETTER)
    if ends is None:
        return None
    above, below = ends
    common = above.gcd(below)
    return "rational" if max((above // common).degree(), (below // common).degree()) < 1 else "irrational"


def _with_letter(node: Node) -> Node:
    """Return a tree with a letter in the place of its constants."""
    if node.head == "constant":
        return symbol(LETTER)
    return Node(node.head, tuple(map(_with_letter, node.args)), node.value) if node.args else node
