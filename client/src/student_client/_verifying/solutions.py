"""Judges a list of solutions: each must solve the printed equation within its domain, and none may be missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Node
from . import balls, complex_balls
from .balls import Unclear, Undefined
from .convert import Unreadable, tree
from .finding import Finding, right, unknown, wrong
from .pieces import POSITIVE, letters_at
from .polynomial_roots import Asked, numbered_root, polynomial_roots
from .polynomials import NotRational
from .real_solutions import NONE_THERE, complete


@dataclass(frozen=True)
class Claim:
    """One solution that a plan gives, as SymPy's expression and as a tree (None for a numbered root)."""

    made: Any
    node: Node | None

    @classmethod
    def of(cls, made: Any) -> Claim:
        """Return the claim.

        Raises:
            Unreadable: a person could not read it as a number.
        """
        return cls(made, None if isinstance(made, sympy.CRootOf) else tree(made))

    def __str__(self) -> str:
        return str(self.made)[:60]

    @property
    def is_detour(self) -> bool:
        """Whether it is a real number without letters that is written with complex numbers."""
        if self.node is None or self.node.names() or balls.is_defined(self.node, {}):
            return False
        made = self.value({})
        return made is not None and bool(made.imag.contains(0))

    def value(self, place: dict[str, Fraction]) -> Any:
        """Return its value as a complex ball; None if it has none, or none that can be computed."""
        try:
            return numbered_root(self.made) if self.node is None else complex_balls.value(self.node, place)
        except (Undefined, Unclear):
            return None


def all_solutions(asked: Asked, made: Sequence[Any]) -> Finding:
    """Judge a list of solutions.

    Args:
        asked: the equation, and the question for its solutions.
        made: the solutions, as SymPy's expressions.

    Returns:
        Right, with the method; wrong, with the solution that is wrong or missing; or unknown.
    """
    if asked.name not in asked.equation.names():
        return unknown("the variable is not in the problem's equation")
    try:
        claims = [Claim.of(solution) for solution in made]
    except Unreadable as error:
        return unknown(f"a solution has {error} in it, which a person cannot read as a number")
    for claim in claims:
        if claim.node is not None and asked.name in claim.node.names():
            return wrong(f"{claim} has the unknown in it")
        if claim.node is not None and claim.is_detour:
            return unknown(f"{claim} is a real number written with complex ones, which a person cannot use")
    letters = set(asked.equation.names()).union(*(claim.node.names() for claim in claims if claim.node)) - {asked.name}
    places = letters_at(sorted(letters), POSITIVE + 2) if letters else [{}]
    at = [(asked.put(place), place) for place in places]
    found = [one for put, place in at if put.may_hold and (one := _at(put, claims, place)) is not None]
    if claims and letters and found and all(one.reason == NONE_THERE for one in found):
        return unknown("the solutions have no real value at the tried values of the other letters")
    return _together(found, bool(letters))


def _together(found: list[Finding], letters: bool) -> Finding:
    """Join the findings at several places of the other letters."""
    if not found:
        return unknown("the problem's equation has no known value")
    other = next((one for one in found if not one.right), None)
    if other is None:
        return next((one for one in found if one.reason != NONE_THERE), found[0])
    if not letters or not any(one.right and one.reason != NONE_THERE for one in found):
        return other
    return unknown(f"right for some values of the other letters, but for others {other.reason}")


def _at(asked: Asked, claims: Sequence[Claim], place: dict[str, Fraction]) -> Finding | None:
    """Judge at one place of the other letters; None if the equation has no meaning there."""
    known = [(claim, claim.value(place)) for claim in claims]
    unvalued = [claim for claim, made in known if made is None]
    if unvalued and not place:
        return unknown(f"{unvalued[0]} has no known value")
    valued = [(claim, made) for claim, made in known if made is not None]
    try:
        roots, exact = polynomial_roots(asked)
    except NotRational:
        if asked.field == "complex":
            return unknown("complex solutions may be missing, which cannot be decided: the equation is not polynomial")
        return complete(asked.zero, asked.name, asked.domain, valued, place, asked.interval)
    except ZeroDivisionError:
        return None
    if roots is None:
        return unknown("every number solves the problem's equation, or its roots cannot be separated")
    return _matched(asked, roots, valued, exact=exact)


def _matched(asked: Asked, roots: list[Any], known: list[tuple[Claim, Any]], *, exact: bool) -> Finding:
    """Compare claims with roots: each claim must be a root, and all roots (or all real ones) must be claimed."""
    real = [root for root in roots if _is_real(root, exact=exact)]
    inside = real if asked.interval is None else [root for root in real if asked.interval.holds(root.real)]
    sought = roots if asked.field == "complex" and asked.interval is None else inside
    allowed = [
        (roots, "does not solve the problem's equation"),
        (roots if asked.interval is None else inside, "is not in the interval that is asked"),
        (real if asked.field == "real" else roots, "is not a real solution"),
    ]
    for claim, made in known:
        for among, trouble in allowed:
            if not any(made.overlaps(root) for root in among):
                return wrong(f"{claim} {trouble}")
    claimed = [root for root in roots if any(made.overlaps(root) for _, made in known)]
    missing = [root for root in sought if root not in claimed]
    if missing:
        return wrong(
            f"a solution near {_shown(missing[0])} is missing; there are {len(sought)}, and {len(known)} given"
        )
    if len(claimed) == len(sought) and len(sought) < len(roots) and asked.field == "either" and asked.interval is None:
        return unknown(
            f"all {len(sought)} real solutions are given, and {len(roots) - len(sought)} complex ones are missing. "
            "Fix: assume={'domain': 'real'}"
        )
    if len(claimed) == len(sought):
        kind = "solution" if len(roots) == len(real) or asked.field == "complex" else "real solution"
        return right(_all_given(len(sought), kind))
    if len(claimed) < len(roots):
        return wrong(f"only {len(claimed)} of {len(roots)} complex solutions are given")
    return right(_all_given(len(roots), "complex solution"))


def _is_real(root: Any, *, exact: bool) -> bool:
    return bool(root.imag.is_zero() if exact else root.imag.contains(0))


def _all_given(count: int, kind: str) -> str:
    if not count:
        return f"the problem's equation has no {kind}"
    many = "s" if count > 1 else ""
    return f"the problem's equation has {count} {kind}{many}, all given, each within its domain"


def _shown(root: Any) -> str:
    text = f"{float(root.real.mid()):.6g}"
    return text if root.imag.contains(0) else f"{text} + {float(root.imag.mid()):.6g}i"
