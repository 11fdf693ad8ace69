"""Does a series converge absolutely, converge conditionally, or diverge? By exact leading terms of its terms.

The terms with even numbers and those with odd numbers are looked at separately. Three rules decide:

- A leading term is compared with ``n^p (log n)^q (log log n)^r``, or its powers by their ratio.
- A bound on the size, or the leading term of its logarithm, can prove absolute convergence.
- Alternating signs are decided by Leibniz's test, with the leading term of the derivative.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ONE, Node, neg, number, power
from .balls import Unclear, Undefined, rational, value
from .endless_terms import have_values
from .growing import Index
from .growth import Unsure, log_of_n, power_of_n
from .growth_functions import over_pi
from .growth_rules import linear

ABSOLUTELY, CONDITIONALLY, DIVERGES = "converges absolutely", "converges conditionally", "diverges"
_EDGE = (Fraction(0), 0, Fraction(-1), Fraction(-1), Fraction(-1))
"""The order of the terms that are just too large for convergence."""


@dataclass(frozen=True)
class Half:
    """The terms with even numbers, or those with odd ones.

    Args:
        summable: whether their sizes add up to a number; None if it is not known.
        vanish: whether they go to zero; None if it is not known.
        sign: the sign of all later ones; 0 if it is not known.
    """

    summable: bool | None = None
    vanish: bool | None = None
    sign: int = 0


def series(term: Node, name: str, low: int) -> str | None:
    """Return how a series converges; None if it is not proved.

    Args:
        term: an expression in the index alone.
        name: the index.
        low: its first number.
    """
    if term.names() != {name} or not have_values(term, name, low):
        return None
    halves = [_half(term, Index(name, odd)) for odd in (False, True)]
    if all(half.summable for half in halves):
        return ABSOLUTELY
    if any(half.vanish is False for half in halves):
        return DIVERGES
    endless = [half for half in halves if half.summable is False and half.sign]
    if len(endless) == 2 - sum(half.summable is True for half in halves) and len({half.sign for half in endless}) == 1:
        return DIVERGES
    if len(endless) == 2 and _falls(term, name):
        return CONDITIONALLY
    return None


def by_ratio(term: Node, name: str) -> bool:
    """Return whether the ratio test and the root test decide: the terms grow or fall by a factor other than one."""
    try:
        return all(_is_steep(term, Index(name, odd)) for odd in (False, True))
    except (Unsure, Undefined, Unclear):
        return False


def _is_steep(term: Node, index: Index) -> bool:
    try:
        made = index.growth(term)
    except Unsure:
        return index.log(term).over(power_of_n(Fraction(1))).trend() >= 0
    return bool(made.steep or made.base.sign())


def by_term(term: Node, name: str) -> bool:
    """Return whether it is proved that the terms do not go to zero."""
    return any(_half(term, Index(name, odd)).vanish is False for odd in (False, True))


def is_geometric(term: Node, name: str) -> bool:
    """Return whether the quotient of neighbours is the same for several terms."""
    return all(_are_even(term, name, (at, at + 1, at + 2)) for at in range(1, 9))


def is_p_series(term: Node, name: str) -> bool:
    """Return whether several terms are those of a multiple of a power of the index."""
    return all(_are_even(term, name, (at, 2 * at, 4 * at)) for at in range(1, 9))


def _are_even(term: Node, name: str, places: tuple[int, int, int]) -> bool:
    """Return whether the quotients of a term by the one before it are the same, as far as balls tell."""
    try:
        one, two, three = (value(term, {name: Fraction(at)}) for at in places)
    except (Undefined, Unclear):
        return False
    return bool((one * three).overlaps(two * two))


def _half(term: Node, index: Index) -> Half:
    for way in (_by_term, _by_bound, _by_logarithm):
        try:
            found = way(term, index)
        except (Unsure, Undefined, Unclear):
            continue
        if found != Half():
            return found
    return Half()


def _by_term(term: Node, index: Index) -> Half:
    made = index.growth(term)
    return Half(made.order() < _EDGE, made.trend() < 0, 1 if made.positive else -1)


def _by_bound(term: Node, index: Index) -> Half:
    made = index.bound(term)
    return Half(summable=True, vanish=True) if made.order() < _EDGE else Half()


def _by_logarithm(term: Node, index: Index) -> Half:
    """Compare the logarithm of a term's size with that of a power of the index."""
    made = index.log(term)
    if made.positive:
        return Half(summable=False, vanish=False) if made.trend() >= 0 else Half()
    weighed = made.over(log_of_n())
    if weighed.trend() > 0 or (weighed.trend() == 0 and weighed.factor < -1):
        return Half(summable=True, vanish=True)
    return Half()


def _falls(term: Node, name: str) -> bool:
    """Return whether the signs alternate, and the sizes go to zero and fall from some number on."""
    index = Index(name)
    try:
        alternates, size = _stripped(term, name)
        made = index.growth(size)
        slope = index.growth(derivative(size, name))
    except (Unsure, NoRule, Undefined, Unclear):
        return False
    return alternates and made.trend() < 0 and made.positive != slope.positive


def _stripped(node: Node, name: str) -> tuple[bool, Node]:
    """Return whether a product has the factor (-1)^n, and the product without it or with the opposite sign.

    An alternating sign elsewhere remains, and then no leading term over all real numbers is known.
    """
    if node.head == "neg":
        alternates, rest = _stripped(node.args[0], name)
        return alternates, neg(rest)
    if node.head in {"mul", "div"}:
        parts = [_stripped(part, name) for part in node.args]
        made = tuple(rest for _, rest in parts)
        return sum(alternates for alternates, _ in parts) % 2 == 1, Node(node.head, made)
    line = None
    if node.head == "pow" and (base := rational(node.args[0])) is not None and base < 0:
        line, rest = linear(node.args[1], name), ONE if base == -1 else power(number(-base), node.args[1])
    elif node.head == "cos" and node.has("constant", "pi"):
        line, rest = linear(over_pi(node.args[0]), name), ONE
    if line is None or line[0].denominator != 1 or line[1].denominator != 1:
        return False, node
    return line[0] % 2 == 1, rest
