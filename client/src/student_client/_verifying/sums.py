"""Judges sums and products: of numbers, up to a letter, or infinite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .._reading.formulas.tree import Node, add, mul, neg, number, symbol
from . import balls
from .balls import Unclear, Undefined, rational
from .endless import Divergent, endless
from .equivalence import MANY_BITS, equal
from .finding import Finding, right, unknown, wrong
from .limits import infinite
from .pieces import POSITIVE, letters_at
from .polynomials import exact

MAX_TERMS = 2000
"""Most terms of a sum that are added one by one."""
FEW_TERMS = 60
"""Most terms that may have letters in them."""
UP_TO = (*range(40), 97, 251)
"""Distances from the first term at which a letter in the upper bound is tried."""
MOST_PLACES = 16
"""Most occurrences of the upper bound's letter in a result that is not shown to grow by one term at each step."""
_SMOOTH = {"number", "symbol", "constant", "add", "mul", "neg", "div", "pow", "root"} | {
    *("factorial", "binomial", "log", "sin", "cos", "sinh", "cosh"),
}
"""The functions that a closed form of a sum may have."""


@dataclass(frozen=True)
class Total:
    """The question for a sum or a product.

    Args:
        term: the summand or factor.
        name: the index.
        bounds: the first and the last number of the index.
        product: whether it is a product.
        names: the problem's variables.
    """

    term: Node
    name: str
    bounds: tuple[Node, Node]
    product: bool
    names: tuple[str, ...]

    def of(self, low: int, high: int) -> Node:
        """Return the sum of the terms from one number to another, one by one."""
        terms = [self.term.put({self.name: number(at)}) for at in range(low, high + 1)]
        if not terms:
            return number(1 if self.product else 0)
        return mul(*terms) if self.product else add(*terms)


def total(asked: Total, result: Node) -> Finding:
    """Judge a sum or a product."""
    low, high = asked.bounds
    start = rational(low)
    if start is None or start.denominator != 1 or asked.name in result.names():
        return unknown("a sum that does not begin at a whole number, or whose index is in the result, is not judged")
    if infinite(high) > 0:
        return _without_end(asked, int(start), result)
    end = rational(high)
    if end is not None:
        whole = end.denominator == 1 and end - start < MAX_TERMS
        return _finite(asked, int(start), int(end), result) if whole else unknown("the sum has too many terms")
    return _up_to_letter(asked, int(start), high, result)


def _finite(asked: Total, low: int, high: int, result: Node) -> Finding:
    letters = (asked.term.names() | result.names()) - {asked.name}
    if high < low - 1 or (letters and high - low >= FEW_TERMS):
        return unknown("the sum has too many terms, or none")
    truth = asked.of(low, high)
    if not letters:
        value = exact(truth, {})
        truth = number(value) if value is not None else truth
    found = equal(truth, result, asked.names)
    word = "is" if found.right else "is not" if found.wrong else "is not known to be"
    return found.because(f"the result {word} the value of {high - low + 1} terms one by one: it {found.reason}")


def _up_to_letter(asked: Total, low: int, high: Node, result: Node) -> Finding:
    """Compare at many whole numbers of the letter in the upper bound, with exact sums of the terms."""
    inner = sorted(high.names())
    if len(inner) != 1 or inner[0] in asked.term.names():
        return unknown("the upper bound is not understood")
    name = inner[0]
    letters = sorted((asked.term.names() | result.names()) - {asked.name, name})
    for index, place in enumerate(letters_at(letters, POSITIVE + 2) if letters else [{}]):
        found = _at(asked, low, high, result, name, place)
        if not found.right:
            return unknown("right for positive letters only") if index >= POSITIVE else found
    if not _goes_on(asked, high, result, name):
        return unknown(f"it cannot be decided whether the result is the sum at all whole numbers {name}")
    return right(f"the result is the value of the terms one by one, up to {len(UP_TO)} whole numbers {name}")


def _goes_on(asked: Total, high: Node, result: Node, name: str) -> bool:
    """Return whether a result that is right at many whole numbers is right at all.

    It is if each step of the upper bound adds one term. Otherwise it is accepted if it is too short to vanish by
    design at all tried places, and has no function with jumps or kinks.
    """
    if not {part.head for node in (asked.term, result) for part in node.walk()} <= _SMOOTH:
        return False
    before = result.put({name: add(symbol(name), number(-1))})
    last = asked.term.put({asked.name: high})
    once = rational(add(high.put({name: number(1)}), neg(high.put({name: number(0)}))))
    joined = mul(before, last) if asked.product else add(before, last)
    if once == 1 and equal(result, joined, (*asked.names, name)).right:
        return True
    return sum(part.name == name for part in result.walk()) <= MOST_PLACES


def _at(asked: Total, low: int, high: Node, result: Node, name: str, place: dict[str, Fraction]) -> Finding:
    numbers = {letter: number(at) for letter, at in place.items()}
    term, claim = asked.term.put(numbers), result.put(numbers)
    ends = [_whole(high, name, low + at) for at in UP_TO]
    made = [end for end in ends if end is not None and end[1] >= low]
    if len(made) < len(UP_TO) // 2:
        return unknown("the upper bound is not understood")
    partial = _Partial(Total(term, asked.name, asked.bounds, asked.product, asked.names), low)
    for at, last in made:
        try:
            truth, value = partial.up_to(last), balls.value(claim.put({name: number(at)}), {}, MANY_BITS)
        except (Undefined, Unclear):
            return unknown(f"the sum or the result has no known value at {name} = {at}")
        same = balls.same(truth, value)
        if same is not True:
            return (
                unknown("is too close to tell")
                if same is None
                else wrong(f"the result is not the sum for {name} = {at}")
            )
    return right("the same")


def _whole(high: Node, name: str, at: int) -> tuple[int, int] | None:
    end = rational(high.put({name: number(at)}))
    return (at, int(end)) if end is not None and end.denominator == 1 and end < MAX_TERMS else None


class _Partial:
    """Keeps the sums of the first terms as balls, which are exact if the terms are."""

    def __init__(self, asked: Total, low: int) -> None:
        self.asked, self.next = asked, low
        self.join: Callable[[Any, Any], Any] = (lambda a, b: a * b) if asked.product else (lambda a, b: a + b)
        self.kept: dict[int, Any] = {low - 1: Fraction(1 if asked.product else 0)}

    def up_to(self, end: int) -> Any:
        """Return the sum up to a number.

        Raises:
            Undefined: a term has no value.
            Unclear: a term's value is not known.
        """
        while self.next <= end:
            term = self.asked.term.put({self.asked.name: number(self.next)})
            value, before = exact(term, {}), self.kept[self.next - 1]
            if value is None or not isinstance(before, Fraction):
                with balls.precision(MANY_BITS + 200):
                    value = balls.value(term, {}, MANY_BITS) if value is None else balls.ball(value)
                    before = balls.ball(before) if isinstance(before, Fraction) else before
                    self.kept[self.next] = self.join(before, value)
            else:
                self.kept[self.next] = self.join(before, value)
            self.next += 1
        made = self.kept[end]
        with balls.precision(MANY_BITS + 200):
            return balls.ball(made) if isinstance(made, Fraction) else made


def _without_end(asked: Total, low: int, result: Node) -> Finding:
    if asked.product:
        return unknown("an infinite product is not judged")
    letters = sorted((asked.term.names() | result.names()) - {asked.name})
    if letters:
        return unknown("an infinite sum with letters in it is not judged")
    try:
        truth = endless(asked.term, asked.name, low)
    except Divergent as error:
        if infinite(result) and infinite(result) == error.direction:
            return right("the sum grows without bound")
        return wrong("the sum does not converge") if not infinite(result) else unknown("the sum does not converge")
    except (Undefined, Unclear):
        return unknown("the sum cannot be enclosed")
    return enclosed(result, truth)


def enclosed(result: Node, truth: Any) -> Finding:
    """Compare a number with an enclosure of the right one."""
    if infinite(result):
        return wrong("the sum is finite")
    try:
        claimed = balls.value(result, {}, MANY_BITS)
    except (Undefined, Unclear):
        return unknown("the result has no known real value")
    same = balls.same(truth, claimed)
    if same is None:
        return unknown("is too close to tell")
    if same:
        return right("the result lies within an enclosure of the sum, whose rest is bounded")
    return wrong(f"the result is not the sum, which is near {float(truth.mid()):.10g}")


def same_terms(truth: Node, other: Node, name: str, low: Node, names: Sequence[str]) -> bool:
    """Return whether two terms are the same at the first whole numbers of the index."""
    start = rational(low)
    if start is None or start.denominator != 1:
        return False
    places = [{name: number(int(start) + at)} for at in (*range(12), 25)]
    return all(equal(truth.put(place), other.put(place), names).right for place in places)
