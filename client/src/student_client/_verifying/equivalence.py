"""Are two expressions the same function, as far as the first one is defined?

Rational functions are compared in exact arithmetic, at more places than their degree allows to be a coincidence.
Other functions are compared by balls, at places on every piece between breaks, near and far, of both signs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .._reading.formulas.tree import Node, constant
from . import complex_balls
from .balls import ENOUGH_BITS, Unclear, Undefined, is_defined, rational, same, value
from .finding import Finding, right, unknown, wrong
from .pieces import POSITIVE, breaks, letters_at, samples
from .polynomials import NotRational, quotient

COVERED = 40
"""The number of parts between two bounds, for the check which piece of a plan holds in which part."""
FEWEST = 4
"""Fewest places at which a value of both must be known."""
MANY_BITS = 2000
"""Bits of accuracy at as many places, and for numbers: values that agree to 60 digits may still differ."""


def equal(
    truth: Node, other: Node, names: Sequence[str], *, domain: Sequence[Node] = (), holes: bool = False
) -> Finding:
    """Compare two functions.

    Args:
        truth: the right one.
        other: the one to judge.
        names: the problem's variables; all other letters may be taken as positive.
        domain: further expressions that must have a value at a place for it to count.
        holes: whether the other must also have a value at single points, such as those of a cancelled factor.

    Returns:
        Right; or wrong, which is proved at a place; or unknown, such as right for positive letters only.
    """
    letters = sorted(frozenset().union(other.names(), truth.names(), *(part.names() for part in domain)))
    if not letters:
        return _numbers(truth, other, domain)
    if (exactly := _rational(truth, other, letters)) is not None and not exactly.right:
        return exactly
    compared = _Compared(truth, other, tuple(domain), tuple(name for name in letters if name not in names))
    for name in letters:
        others = [letter for letter in letters if letter != name]
        for place in letters_at(others, _rounds(len(others))):
            compared.vary(name, place, holes=holes)
            if compared.apart:
                return wrong(f"differs {compared.apart[0]}")
    return compared.summary(exactly)


def same_number(truth: Node, other: Node) -> Finding:
    """Compare two numbers that may be complex."""
    if truth.names() or other.names():
        return unknown("has letters in it, whose numbers may be complex")
    if any(_has_branches(part) for node in (truth, other) for part in node.walk()):
        return unknown("a root or a logarithm of a number that may be complex has several values")
    try:
        left, right_side = complex_balls.value(truth), complex_balls.value(other)
    except (Undefined, Unclear):
        return unknown("has no value that is known")
    if not left.overlaps(right_side):
        return wrong("the result is another number")
    return right(f"the result is the same number to {ENOUGH_BITS} bits or more")


def _has_branches(part: Node) -> bool:
    """Return whether a part has several values among the complex numbers, such as a root; powers of e have one."""
    if part.head in _SINGLE or (part.head == "pow" and part.args[0] == constant("e")):
        return False
    exponent = rational(part.args[1]) if part.head in {"pow", "root"} else None
    if part.head == "pow" and exponent is not None and exponent.denominator == 1:
        return False
    base = rational(part.args[0]) if exponent is not None else None
    return base is None or base < 0


_SINGLE = frozenset({"number", "constant", "add", "neg", "mul", "div", "sin", "cos", "exp", "abs"})
"""Parts with one value for each complex number."""


def cover(truth: Node, parts: Sequence[Node], name: str, bounds: tuple[Node, Node]) -> bool:
    """Return whether at each place between two numbers a part has the truth's value, and each part at some place."""
    ends = _ends((truth, *parts), name, bounds)
    if ends is None:
        return False
    low, high = ends
    used = set()
    for share in range(1, COVERED):
        at = low + (high - low) * Fraction(share * 1009, COVERED * 1013)
        here = [index for index, part in enumerate(parts) if _same_at(truth, part, {name: at})]
        if not here:
            return False
        used.update(here)
    return len(used) == len(parts)


def _same_at(truth: Node, other: Node, here: dict[str, Fraction]) -> bool:
    compared = _Compared(truth, other, (), ())
    compared.compare(here)
    return compared.agreed == 1


def _ends(nodes: Sequence[Node], name: str, bounds: tuple[Node, Node]) -> tuple[Fraction, Fraction] | None:
    """Return two finite bounds as numbers; None if they are not finite, or there is another letter."""
    if frozenset().union(*(node.names() for node in nodes)) - {name}:
        return None
    if any(end.names() or end.has("constant", "infinity") for end in bounds):
        return None
    try:
        low, high = sorted(Fraction(float(value(end, {}).mid())) for end in bounds)
    except (Undefined, Unclear):
        return None
    return low, high


def agrees_between(truth: Node, other: Node, name: str, bounds: tuple[Node, Node]) -> bool:
    """Return whether two functions of one letter have the same values between two finite numbers."""
    ends = _ends((truth, other), name, bounds)
    if ends is None:
        return False
    compared = _Compared(truth, other, (), ())
    places = [at for piece in samples(breaks((truth, other), name, {}), *ends) for at in piece]
    for at in places:
        compared.compare({name: at})
    return compared.agreed == len(places)


def _rounds(others: int) -> int:
    """Return the number of places of the other letters at which one is varied; at half of them all are positive."""
    return 2 * POSITIVE if others == 1 else POSITIVE + 1 if others else 1


@dataclass
class _Compared:
    """Two functions, and the comparison at the places so far."""

    truth: Node
    other: Node
    domain: tuple[Node, ...]
    constants: tuple[str, ...]
    agreed: int = 0
    unclear: int = 0
    apart: list[str] = field(default_factory=list)
    apart_for_signs: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def vary(self, name: str, place: dict[str, Fraction], *, holes: bool) -> None:
        """Compare over all pieces of one letter, with the others fixed."""
        cuts = breaks((self.truth, self.other, *self.domain), name, place)
        for at in (at for piece in samples(cuts) for at in piece):
            self.compare(place | {name: at})
            if self.apart:
                return
        for cut in cuts if holes else ():
            here = place | {name: cut.limit_denominator(10000)}
            asked = all(is_defined(part, here) for part in (self.truth, *self.domain))
            if asked and is_defined(self.other, here) is False:
                self.missing.append(_where(here))

    def compare(self, here: dict[str, Fraction]) -> None:
        """Compare at one place."""
        if not all(is_defined(part, here) for part in self.domain):
            return
        bits = MANY_BITS if self.agreed < FEWEST else ENOUGH_BITS
        try:
            left = value(self.truth, here, bits)
        except (Undefined, Unclear):
            return
        try:
            found = same(left, value(self.other, here, bits))
        except Undefined:
            self.missing.append(_where(here))
        except Unclear:
            self.unclear += 1
        else:
            self.agreed += found is True
            self.unclear += found is None
            if found is False:
                positive = all(here[name] > 0 for name in self.constants)
                (self.apart if positive else self.apart_for_signs).append(_where(here))

    def summary(self, exactly: Finding | None) -> Finding:
        """Return the finding of all places together."""
        if self.apart_for_signs:
            which = ", ".join(self.constants)
            return unknown(f"holds for positive {which} only: it differs {self.apart_for_signs[0]}")
        if self.missing:
            return unknown(f"has no real value {self.missing[0]}, but the problem has one")
        if exactly is not None and self.agreed:
            return exactly
        if self.agreed < FEWEST or self.unclear > self.agreed:
            return unknown("has too few places with a known value")
        return right(f"agrees at {self.agreed} places, on every piece")


def _where(here: dict[str, Fraction]) -> str:
    return "at " + ", ".join(f"{name} = {_short(at)}" for name, at in sorted(here.items()))


def _short(at: Fraction) -> str:
    return str(at) if at.denominator < 10000 else f"{float(at):.6g}"


def _numbers(truth: Node, other: Node, domain: Sequence[Node]) -> Finding:
    """Compare two numbers."""
    if not all(is_defined(part, {}) for part in (truth, *domain)):
        return unknown("is compared with an expression without a real value")
    if (exactly := _rational(truth, other, [])) is not None:
        return exactly
    try:
        found = same(value(truth, {}, MANY_BITS), value(other, {}, MANY_BITS))
    except (Undefined, Unclear):
        return unknown("has no known real value")
    if found is None:
        return unknown("is too close to decide")
    return right(f"agrees to {ENOUGH_BITS} bits or more") if found else wrong("is another number")


def _rational(truth: Node, other: Node, letters: Sequence[str]) -> Finding | None:
    """Compare exactly if both are quotients of polynomials; None if they are not."""
    name, compared = letters[0] if letters else "", False
    for place in letters_at(letters[1:], 2 * POSITIVE) if len(letters) > 1 else [{}]:
        try:
            above, below = quotient(truth, name, place)
            top, bottom = quotient(other, name, place)
        except ZeroDivisionError:
            continue
        except NotRational:
            return None
        if above * bottom != top * below:
            return wrong("differs as a quotient of polynomials")
        compared = True
    return right("is the same quotient of polynomials") if compared else None
