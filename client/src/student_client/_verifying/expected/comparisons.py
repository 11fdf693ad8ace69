"""Compares a plan's answers with the expected ones: numbers, formulas, vectors, equations, several of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import sympy  # type: ignore[import-untyped]

from ..._reading.formulas.tree import ZERO, Node
from .. import balls
from ..balls import Unclear, Undefined
from ..convert import Unreadable, expression, printed, tree
from ..equivalence import equal
from ..executor import Done
from ..finding import Finding, every, right, unknown, wrong
from ..known_rounding import rounded_as_asked


@dataclass(frozen=True)
class Asked:
    """What is asked, and a plan's answers to it.

    Args:
        parts: what is printed and said, by its role: for each formula its parts.
        results: SymPy's objects, in the plan's order.
        names: the problem's variables.
        steps: the steps whose results they are.
        rounding: how the words ask to round, if they do.
    """

    parts: dict[str, list[tuple[Node, ...]]]
    results: tuple[Any, ...]
    names: tuple[str, ...]
    steps: tuple[Done, ...] = ()
    rounding: tuple[str, ...] = ()

    @property
    def flat(self) -> list[Any]:
        """Return the results, and in place of a list its entries."""
        return [one for result in self.results for one in (result if isinstance(result, list) else [result])]

    def one(self, role: str, at: int = 0) -> tuple[Any, ...]:
        """Return the parts of the formula of a role as SymPy's expressions."""
        return tuple(map(made, self.parts[role][at]))

    def all(self, role: str) -> list[tuple[Any, ...]]:
        """Return the parts of all formulas of a role."""
        return [tuple(map(made, parts)) for parts in self.parts.get(role, [])]


Judge: TypeAlias = Callable[[Asked], Finding]
CANNOT = unknown("the answer is of another kind than is asked")


def made(node: Node) -> Any:
    """Return a printed expression, or a matrix, as SymPy's object."""
    if node.head == "matrix":
        width = len(node.args) // node.rows
        return sympy.ImmutableMatrix(node.rows, width, [expression(part) for part in node.args])
    return expression(node)


def letter(name: str) -> Any:
    """Return a letter as it is in :func:`made`."""
    return sympy.Symbol(name, real=True)


def real(result: Any) -> Any:
    """Return a plan's result with letters that are real numbers, as in :func:`made`."""
    return result.xreplace({name: letter(name.name) for name in result.free_symbols})


def only(asked: Asked) -> Any:
    """Return the single result; a list of one is its entry. None if there are several."""
    if len(asked.results) != 1:
        return None
    result = asked.results[0]
    return result[0] if isinstance(result, list) and len(result) == 1 else result


def same(expected: Any, result: Any, names: Sequence[str]) -> Finding:
    """Compare two expressions or two vectors entry by entry."""
    if isinstance(expected, sympy.MatrixBase):
        return _same_entries(expected, result, names)
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return CANNOT
    try:
        found = equal(tree(sympy.sympify(expected)), tree(result), names)
    except Unreadable as error:
        return unknown(f"the result has {error} in it")
    if found.right:
        return right(f"the result is the expected one: it {found.reason}")
    return found.because(f"the expected result is another one: it {found.reason}")


def _same_entries(expected: Any, result: Any, names: Sequence[str]) -> Finding:
    if not isinstance(result, sympy.MatrixBase):
        return CANNOT
    if result.shape != expected.shape and 1 in expected.shape:
        result = result.T
    if result.shape != expected.shape:
        return wrong("the result has another size")
    return every(same(one, other, names) for one, other in zip(expected, result, strict=True))


def value(expected: Any, asked: Asked) -> Finding:
    """Judge the single answer by the expected one."""
    result = only(asked)
    if result is None:
        return CANNOT
    if not isinstance(expected, sympy.MatrixBase) and isinstance(result, sympy.Expr):
        return _decimal(expected, result, asked.steps[0], asked)
    return CANNOT if asked.rounding else same(expected, result, asked.names)


def _decimal(expected: Any, result: Any, step: Done, asked: Asked) -> Finding:
    """Compare two numbers or formulas, of which the result is rounded if the words ask for it."""
    expected = sympy.sympify(expected)
    if not result.has(sympy.Float):
        exact = same(expected, result, asked.names)
        if exact.right and asked.rounding and not expected.is_rational:
            return unknown("the answer is not rounded")
        return exact
    given = printed(result)
    if not asked.rounding or not expected.is_number or given is None:
        return unknown("the result is a decimal, and no rounding is asked")
    return rounded_as_asked(expected, given, step, asked.rounding[0])


def several(expected: Sequence[Any], asked: Asked) -> Finding:
    """Judge answers of which each must be the expected one at its place."""
    results = asked.flat
    if len(results) != len(expected):
        return unknown(f"{len(expected)} results are expected")
    if asked.rounding:
        return unknown("several rounded answers are not judged")
    return every(same(one, other, asked.names) for one, other in zip(expected, results, strict=True))


def any_order(expected: Iterable[Any], asked: Asked) -> Finding:
    """Judge numbers of which each must be given, and no other one; their order is free."""
    claims = asked.flat
    open_ones = [*expected]
    if asked.rounding:
        return unknown("several rounded answers are not judged")
    for claim in claims:
        found = [same(one, claim, asked.names) for one in open_ones]
        at = next((index for index, one in enumerate(found) if one.right), None)
        if at is None:
            return wrong("a result is not one of those expected") if all(one.wrong for one in found) else CANNOT
        open_ones.pop(at)
    if open_ones:
        return wrong(f"{len(open_ones)} of the expected results are not given")
    return right("the results are those expected")


def points(expected: Sequence[Sequence[Any]], names: Sequence[Any], asked: Asked) -> Finding:
    """Judge points of which each must be given, and no other one, in any order.

    Each is a solution in its letters, a vector, or its coordinates one after the other.

    Args:
        expected: the coordinates of each point.
        names: the letters of the coordinates.
        asked: the question, with the answers.
    """
    layouts = _points(expected, [str(name) for name in names], asked)
    if asked.rounding or not layouts:
        return CANNOT
    found = [_matched(expected, claims, asked.names) for claims in layouts]
    return next((one for one in found if one.right), found[0] if all(one.wrong for one in found) else CANNOT)


def _matched(expected: Sequence[Sequence[Any]], claims: list[list[Any]], letters: Sequence[str]) -> Finding:
    left = [*expected]
    for claim in claims:
        found = [every(same(*pair, letters) for pair in zip(one, claim, strict=True)) for one in left]
        at = next((index for index, one in enumerate(found) if one.right), None)
        if at is None:
            return wrong("a result is not one of the points") if all(one.wrong for one in found) else CANNOT
        left.pop(at)
    return wrong(f"{len(left)} of the points are not given") if left else right("the results are the points")


def _points(expected: Sequence[Sequence[Any]], names: list[str], asked: Asked) -> list[list[list[Any]]]:
    """Return the points that a plan gives: one by one, or all first coordinates before the second ones."""
    flat = asked.flat
    width, count = len(names), len(expected)
    if flat and all(isinstance(one, sympy.Dict) for one in flat):
        claims = [{str(name): made for name, made in one.items()} for one in flat]
        return [[[one[name] for name in names] for one in claims]] if all({*one} == {*names} for one in claims) else []
    if flat and all(isinstance(one, sympy.MatrixBase) for one in flat):
        return [[[*one] for one in flat]] if all(len(one) == width for one in flat) else []
    if len(flat) != width * count:
        return []
    by_point = [flat[at : at + width] for at in range(0, len(flat), width)]
    return [by_point, [flat[at::count] for at in range(count)]]


def scaled(expected: Any, result: Any, names: Sequence[str], *, positive: bool = False) -> Finding:
    """Judge a vector that may be a multiple of the expected one, but is not zero."""
    if not isinstance(result, sympy.MatrixBase) or len(result) != len(expected):
        return CANNOT
    one, two = [*expected], [*real(result)]
    at = next((index for index, entry in enumerate(one) if sympy.simplify(entry) != 0), None)
    if at is None:
        return unknown("the expected vector is zero")
    factor = sympy.simplify(two[at] / one[at])
    if factor == 0 or factor.free_symbols or (positive and not factor.is_positive):
        return wrong("the result is not a multiple of the expected vector")
    return every(same(entry * factor, other, names) for entry, other in zip(one, two, strict=True))


def equation(expected: Any, asked: Asked, *, solved: Any = None) -> Finding:
    """Judge an equation: a multiple of the expected one; ``solved`` is the letter whose formula is one, too.

    Args:
        expected: what is zero.
        asked: the question, with the answer.
        solved: a letter of the equation that may be given by its formula alone.
    """
    result = only(asked)
    if isinstance(result, sympy.Equality):
        claim = real(result.lhs - result.rhs)
    elif isinstance(result, sympy.Expr) and not isinstance(result, sympy.MatrixBase):
        claim = real(result)
        if solved is not None and not claim.has(solved):
            claim = solved - claim
        elif solved is not None:
            return unknown("the result is not an equation")
    else:
        return CANNOT
    ratio = sympy.simplify(claim / expected)
    if ratio.free_symbols:
        return wrong("the result is another equation") if _differ(claim, expected) else CANNOT
    return same(expected * ratio, claim, asked.names) if ratio != 0 else wrong("the result is not an equation")


def _differ(claim: Any, expected: Any) -> bool:
    """Return whether one equation holds at a place at which the other one is proved not to."""
    for name in sorted(expected.free_symbols | claim.free_symbols, key=str):
        for one, other in ((expected, claim), (claim, expected)):
            if not one.has(name):
                continue
            rest = (expected.free_symbols | claim.free_symbols) - {name}
            place = {symbol: sympy.Rational(2 * index + 3, 7) for index, symbol in enumerate(sorted(rest, key=str))}
            for root in sympy.solve(one.subs(place), name)[:1]:
                if root.is_real and is_not_zero(other.subs(place).subs(name, root)):
                    return True
    return False


def is_not_zero(number: Any) -> bool:
    """Return whether a number is proved not to be zero."""
    try:
        return not balls.value(tree(number), {}).contains(0)
    except (Undefined, Unclear, Unreadable):
        return False


def is_zero(expected: Any, names: Sequence[str]) -> Finding:
    """Judge whether an expression is zero wherever it has a value."""
    try:
        return equal(ZERO, tree(expected), names)
    except Unreadable as error:
        return unknown(f"the result has {error} in it")


def there(asked: Asked, made: Any, names: Sequence[Any]) -> Any:
    """Return an expression or a vector at the point that is given, if there is one."""
    for point in asked.all("at"):
        if isinstance(point[0], sympy.Symbol):
            return made.subs(*point)
        if len(point) != len(names):
            raise Unreadable("a point with another number of coordinates")
        made = made.subs(dict(zip(names, point, strict=True)))
    return made


def size(vector: Any) -> Any:
    """Return the length of a vector."""
    return sympy.sqrt(sum(entry**2 for entry in vector))
