"""Judges the solution of a differential equation: it satisfies the equation, and leaves out no other solution."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.tree import ZERO, Differential, Node, add, mul, neg, number
from . import balls
from .balls import Unclear, Undefined
from .equivalence import equal
from .finding import Finding, every, right, unknown, wrong
from .first_order import covers
from .pieces import letters_at

ANY = Fraction(1009, 7)
"""The name for the highest derivative, on which the rest depends linearly."""
PLACES = 6
"""Places at which the independence of solutions is checked."""


def solves_differential(asked: Differential, result: Node, names: Sequence[str]) -> Finding:
    """Judge a solution.

    Args:
        asked: the equation, with its function, its variable, and the conditions at a point.
        result: the function's expression.
        names: the problem's variables.
    """
    if asked.function in result.names():
        return unknown("the result has the unknown function in it")
    if len({name.replace("_", "") for name in result.names()}) < len(result.names()):
        return unknown("a free constant is written like a letter of the problem")
    try:
        slopes = [result]
        for _ in range(asked.order):
            slopes.append(derivative(slopes[-1], asked.variable))
        return _fits(asked, slopes, names).then(lambda: _complete(asked, slopes, names))
    except NoRule as error:
        return unknown(str(error))


def _fits(asked: Differential, slopes: Sequence[Node], names: Sequence[str]) -> Finding:
    values = {asked.function + "'" * order: slope for order, slope in enumerate(slopes)}
    put = asked.equation.put(values)
    found = equal(put.left, put.right, (*names, asked.variable))
    if found.right:
        return right(f"put into the equation, it {found.reason}")
    word = "does not solve" if found.wrong else "is not known to solve"
    return found.because(f"the result {word} the differential equation: it {found.reason}")


def _complete(asked: Differential, slopes: Sequence[Node], names: Sequence[str]) -> Finding:
    """Judge whether the result has the right number of free constants, and meets the conditions at a point."""
    own = asked.equation.names() | {asked.variable, *names}
    constants = sorted(slopes[0].names() - own)
    if asked.conditions:
        if constants:
            return wrong(f"the result has {', '.join(constants)} in it, which the conditions settle")
        return _unique(asked).then(lambda: every(_met(asked, slopes, condition) for condition in asked.conditions))
    if len(constants) != asked.order:
        integral = asked.order == 1 and asked.function not in asked.equation.names()  # usually written without C
        word = wrong if len(constants) < asked.order and not integral else unknown
        return word(f"the general solution has {asked.order} free constants, but the result has {len(constants)}")
    if not _is_linear(asked):
        return _all_curves(asked, slopes[0], constants)
    if not _independent(asked, slopes, constants):
        return unknown("it cannot be decided whether the free constants are independent")
    return right(f"the result solves the linear equation of order {asked.order}, with as many independent constants")


def _all_curves(asked: Differential, result: Node, constants: Sequence[str]) -> Finding:
    """Judge whether a family of curves leaves out none of an equation that is not linear."""
    if asked.order == 1 and covers(asked, result, constants[0]):
        return right("the result solves the equation, and a curve of it goes through each place that is looked at")
    return unknown("it cannot be decided whether an equation that is not linear has further solutions")


def _zero(asked: Differential) -> Node:
    return add(asked.equation.left, neg(asked.equation.right))


def _is_linear(asked: Differential) -> bool:
    """Return whether the function and its derivatives occur only to the first power."""
    unknowns = {asked.function + "'" * order for order in range(asked.order + 1)}
    slopes = [derivative(_zero(asked), name) for name in sorted(unknowns)]
    return all(_is_free(slope, unknowns, asked) for slope in slopes)


def _is_free(slope: Node, unknowns: set[str], asked: Differential) -> bool:
    if not slope.names() & unknowns:
        return True
    changes = [derivative(slope, name) for name in sorted(unknowns)]
    return all(equal(ZERO, change, (asked.variable, *unknowns)).right for change in changes)


def _independent(asked: Differential, slopes: Sequence[Node], constants: Sequence[str]) -> bool:
    """Return whether the solutions of the constants have a determinant that is not zero at some place."""
    table = [[derivative(slope, name) for name in constants] for slope in slopes[: asked.order]]
    if any(entry.names() & set(constants) for row in table for entry in row):
        return False
    if asked.order == 1:
        wronskian = table[0][0]
    elif asked.order == 2:
        wronskian = add(mul(table[0][0], table[1][1]), neg(mul(table[0][1], table[1][0])))
    else:
        return False
    return any(_is_nonzero(wronskian, place) for place in letters_at(sorted(wronskian.names()), PLACES))


def _is_nonzero(node: Node, place: dict[str, Fraction]) -> bool:
    try:
        return not balls.value(node, place).contains(0)
    except (Undefined, Unclear):
        return False


def _unique(asked: Differential) -> Finding:
    """Judge whether the conditions determine one solution of a linear equation, or of a smooth one of first order."""
    places = {str(at) for _, at, _ in asked.conditions}
    orders = sorted(order for order, _, _ in asked.conditions)
    if _is_of_two_places(asked, orders, places):
        return right("an integral with these values is the only one")
    if len(places) != 1 or orders != list(range(asked.order)):
        return unknown("the conditions at one point are fewer than the equation's order")
    values = {asked.function + "'" * order: value for order, _, value in asked.conditions}
    leading = asked.function + "'" * asked.order
    values |= {asked.variable: asked.conditions[0][1], leading: number(ANY)}
    lead = derivative(_zero(asked), leading)
    smooth = [derivative(_zero(asked), asked.function + "'" * order) for order in range(asked.order)]
    letters = sorted(set(asked.equation.names()) - set(values))
    at = letters_at(letters, PLACES)  # letters of the problem are not zero, else its order would be another
    if leading in lead.names() or not all(_is_nonzero(lead.put(values), place) for place in at):
        return unknown("it cannot be decided whether the highest derivative is determined at the point")
    if any(balls.is_defined(slope.put(values), place) is not True for slope in smooth for place in at):
        return unknown("it cannot be decided whether there is only one solution through the point")
    return right("there is one solution through the point")


def _is_of_two_places(asked: Differential, orders: Sequence[int], places: set[str]) -> bool:
    """Return whether y'' is printed by x alone, with two values of which one is y's: they settle both constants."""
    free = {asked.function + "'" * order for order in range(asked.order)}
    alone = asked.order == 2 and not free & asked.equation.names()
    return alone and (list(orders) == [0, 1] or (list(orders) == [0, 0] and len(places) == 2))


def _met(asked: Differential, slopes: Sequence[Node], condition: tuple[int, Node, Node]) -> Finding:
    order, at, value = condition
    found = equal(value, slopes[order].put({asked.variable: at}), ())
    if found.right:
        return right("the result solves the equation and has the values that are given")
    word = "has not" if found.wrong else "is not known to have"
    return found.because(f"the result {word} the value that is given at {asked.variable} = {at}")
