"""Judges the solutions of a system of equations: linear ones by rank, two curves by resultants."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]
from flint import acb, ctx, fmpq, fmpq_mat, fmpq_poly

from .._reading.formulas.tree import Node, System, add, neg, number, symbol
from . import balls, complex_balls
from .balls import Unclear, Undefined
from .convert import Unreadable, expression, tree
from .equivalence import equal
from .finding import Finding, every, right, unknown, wrong
from .pieces import POSITIVE, letters_at
from .polynomial_roots import Asked, roots_of
from .solutions import all_solutions

BITS = 400
"""Bits at which pairs of roots are substituted into the equations."""
MAX_DEGREE = 8
"""Largest degree in one unknown of an equation whose resultant is taken."""

Claim = dict[str, Any]
"""SymPy's expression for each unknown."""


def solves_system(system: System, names: Sequence[str], made: Sequence[Any], *, field: str) -> Finding:
    """Judge solutions.

    Args:
        system: the equations as printed.
        names: the unknowns.
        made: the solutions, each a mapping from the unknowns.
        field: "either" for all real ones if all are real, else all complex ones; "real", or "complex".
    """
    claims = [{key.name: value for key, value in one.items()} for one in made]
    if any(not set(claim) <= set(names) for claim in claims):
        return wrong("a solution gives a value to a letter that is not an unknown")
    letters = sorted(system.names() - set(names))
    places = letters_at(letters, POSITIVE + 2) if letters else [{}]
    return every(_at(system, tuple(names), claims, place, field=field) for place in places)


def _at(
    system: System, names: Sequence[str], claims: list[Claim], place: dict[str, Fraction], *, field: str
) -> Finding:
    values = {letter: number(at) for letter, at in place.items()}
    zeros = [add(one.left, neg(one.right)).put(values) for one in system.equations]
    put = {sympy.Symbol(letter): sympy.Rational(at.numerator, at.denominator) for letter, at in place.items()}
    here = [{name: value.xreplace(put) for name, value in claim.items()} for claim in claims]
    try:
        polynomials = [_polynomial(zero, names) for zero in zeros]
    except (Unreadable, sympy.PolynomialError):
        return _on_graph(system, names, here, field=field)
    if all(one.total_degree() <= 1 for one in polynomials):
        return _linear(zeros, polynomials, names, here)
    complete = all(set(claim) == set(names) for claim in here)
    if len(names) != 2 or len(zeros) != 2 or not complete:
        return unknown("only linear systems, and two equations in two unknowns, are judged")
    return _curves(zeros, polynomials, names, here, field=field)


def _on_graph(system: System, names: Sequence[str], claims: list[Claim], *, field: str) -> Finding:
    """Judge the points of a graph y = f(x) at the real solutions of an equation in x alone."""
    other = unknown("only systems of polynomials, and places on a graph, are judged")
    if len(names) != 2 or len(system.equations) != 2 or field == "complex" or system.names() != set(names):
        return other
    graph, places = system.equations
    across, up = names
    if graph.left != symbol(up) or graph.right.names() != {across} or places.names() != {across}:
        return other
    if not all(set(claim) == {across, up} for claim in claims):
        return other
    found = all_solutions(Asked(places, across, (graph.right,), field), [claim[across] for claim in claims])
    return every([found, *(_height(graph.right, across, claim[across], claim[up]) for claim in claims)])


def _height(function: Node, name: str, at: Any, height: Any) -> Finding:
    """Judge the value of a function at a number."""
    try:
        found = equal(function.put({name: tree(at)}), tree(height), ())
    except Unreadable as error:
        return unknown(f"a coordinate has {error} in it")
    return found.because(f"at {name} = {at}, the value {found.reason}")


def _polynomial(zero: Node, names: Sequence[str]) -> Any:
    """Return the numerator of an equation as a polynomial with fractions for coefficients."""
    above, _ = sympy.fraction(sympy.together(expression(zero, real=False)))
    made = sympy.Poly(above, *(sympy.Symbol(name) for name in names))
    if not all(part.is_Rational for part in made.coeffs()):
        raise sympy.PolynomialError
    return made


def _linear(zeros: Sequence[Node], polynomials: Sequence[Any], names: Sequence[str], claims: list[Claim]) -> Finding:
    """Compare with the number of solutions by the ranks, after each claim is substituted exactly."""
    symbols = [sympy.Symbol(name) for name in names]
    rows = [[_fraction(one.coeff_monomial(symbol)) for symbol in symbols] for one in polynomials]
    full = [[*row, _fraction(one.coeff_monomial(1))] for row, one in zip(rows, polynomials, strict=True)]
    rank, augmented = fmpq_mat(rows).rank(), fmpq_mat(full).rank()
    if augmented > rank:
        return wrong("the system has no solution") if claims else right("the system has no solution: the ranks differ")
    if len(claims) != 1:
        return unknown("a linear system has one solution, or one family") if claims else wrong("there is a solution")
    return _of_rank(zeros, polynomials, names, claims[0], int(rank))


def _of_rank(
    zeros: Sequence[Node], polynomials: Sequence[Any], names: Sequence[str], given: Claim, rank: int
) -> Finding:
    """Judge the one solution of a linear system, or the one family, by its free letters."""
    symbols = [sympy.Symbol(name) for name in names]
    claim = {name: given.get(name, sympy.Symbol(name)) for name in names}
    values = {symbol: claim[symbol.name] for symbol in symbols}
    if any(sympy.expand(one.as_expr().xreplace(values)) != 0 for one in polynomials):
        return wrong("the result does not solve the system")
    free = set().union(*(value.free_symbols for value in claim.values()))
    if any(values.get(symbol) != symbol for symbol in free):
        return unknown("the result has a letter in it that is not a free unknown")
    if free and any(_excludes(part) for zero in zeros for part in zero.walk()):
        return unknown("an equation may have no value at some solutions of the family")
    if len(free) != len(names) - rank:
        return wrong("the result leaves out solutions")
    if not free and not all(_is_put_back(zero, claim) for zero in zeros):
        return wrong("the result is outside the domain of an equation")
    kind = "one solution" if not free else "infinitely many solutions, of this form"
    return right(f"the system has {kind}: substituted exactly, and the rank is {rank}")


def _excludes(part: Node) -> bool:
    """Return whether a part of an equation may have no value: only sums and products always have one."""
    plain = part.head in {"number", "symbol", "add", "neg", "mul"}
    return not plain and not (part.head == "div" and not part.args[1].names())


def _fraction(value: Any) -> Any:
    return fmpq(int(value.p), int(value.q))


def _is_put_back(zero: Node, claim: Claim) -> bool:
    try:
        made = balls.value(zero.put({name: tree(value) for name, value in claim.items()}), {}, 1)
    except (Undefined, Unclear, Unreadable):
        return False
    return bool(made.contains(0) and made.rad() < 1e-30)


def _curves(
    zeros: Sequence[Node],
    polynomials: Sequence[Any],
    names: Sequence[str],
    claims: list[Claim],
    *,
    field: str,
) -> Finding:
    """Compare with the pairs of the resultants' roots at which both equations hold as far as the balls decide."""
    if any(one.degree(symbol) > MAX_DEGREE for one in polynomials for symbol in one.gens):
        return unknown("the equations' degree is too large")
    first, second = polynomials
    x, y = first.gens
    resultants = [sympy.Poly(sympy.resultant(first, second, other), kept) for kept, other in ((x, y), (y, x))]
    if any(one.is_zero or one.degree() < 1 for one in resultants):
        none = any(not one.is_zero and one.degree() < 1 for one in resultants)
        if none:
            return right("the curves do not meet") if not claims else wrong("the curves do not meet")
        return unknown("the curves may have a part in common")
    grids = [_roots(one) for one in resultants]
    before = ctx.prec
    try:
        ctx.prec = BITS
        pairs = [(one, other) for one in grids[0] for other in grids[1] if _may_hold(zeros, names, (one, other))]
        return _matched(zeros, names, claims, pairs, field=field)
    except (Unclear, Undefined, Unreadable):
        return unknown("a solution has no known value")
    finally:
        ctx.prec = before


def _roots(polynomial: Any) -> list[Any]:
    made = fmpq_poly([_fraction(part) for part in reversed(polynomial.all_coeffs())])
    return roots_of(made / made.gcd(made.derivative()))


def _may_hold(zeros: Sequence[Node], names: Sequence[str], pair: tuple[Any, Any]) -> bool:
    place = dict(zip(names, pair, strict=True))
    try:
        return all(complex_balls.evaluate(zero, place).contains(acb(0)) for zero in zeros)
    except Undefined:
        return False
    except Unclear:
        return True


def _matched(
    zeros: Sequence[Node],
    names: Sequence[str],
    claims: list[Claim],
    pairs: list[tuple[Any, Any]],
    *,
    field: str,
) -> Finding:
    real = [pair for pair in pairs if all(root.imag.is_zero() for root in pair)]
    found: set[int] = set()
    for claim in claims:
        one = _placed(zeros, names, claim, pairs)
        if isinstance(one, Finding):
            return one
        found.add(one)
    if len(found) < len(claims):
        return unknown("a solution is given twice")
    if found == set(range(len(pairs))) and (field != "real" or len(real) == len(pairs)):
        return right(f"the system has {len(pairs)} solutions: all roots of the resultants are tried")
    return _partly([pairs[at] for at in found], real, field)


def _partly(given: list[tuple[Any, Any]], real: list[tuple[Any, Any]], field: str) -> Finding:
    """Judge an incomplete set of solutions, counting complex ones."""
    if field == "complex":
        return wrong("a solution is missing")
    if all(pair in given for pair in real) and all(pair in real for pair in given):
        if field == "either":
            return unknown("all real solutions are given, but complex ones are missing. Fix: assume={'domain': 'real'}")
        return right(f"the system has {len(real)} real solutions: all roots of the resultants are tried")
    return wrong("a solution is missing") if len(given) < len(real) else unknown("some complex solutions are given")


def _placed(zeros: Sequence[Node], names: Sequence[str], claim: Claim, pairs: list[tuple[Any, Any]]) -> Finding | int:
    """Return the index of the pair that a claim equals, or the finding that it equals none."""
    made = [complex_balls.value(tree(claim[name]), {}) for name in names]
    is_real = all(part.imag.is_zero() for part in made)
    near = [at for at, pair in enumerate(pairs) if made[0].overlaps(pair[0]) and made[1].overlaps(pair[1])]
    if not near or (is_real and not all(_is_put_back(zero, claim) for zero in zeros)):
        return wrong(f"{claim} does not solve the system")
    if len(near) > 1 or is_real != all(root.imag.is_zero() for root in pairs[near[0]]):
        return unknown("two solutions are too close to separate")
    return near[0]
