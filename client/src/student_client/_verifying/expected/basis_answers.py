"""The answers about coordinates in a basis, and about the letters of a system with many solutions or with any."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, any_order, is_not_zero, only, several, value
from .surface_answers import coordinates


def _coordinates(asked: Asked) -> Finding:
    """Judge the factors of the basis, in its order."""
    basis = sympy.Matrix([[*one] for one in asked.all("basis")]).T
    target = asked.one("target")
    made = sympy.Matrix(target[0] if len(target) == 1 else target)
    if basis.rows != basis.cols or basis.rows != len(made) or not is_not_zero(basis.det()):
        return unknown("the vectors are not a basis")
    expected, result = basis.LUsolve(made), only(asked)
    if isinstance(result, sympy.MatrixBase):
        return value(expected, asked)
    if isinstance(result, sympy.Dict):
        names = sorted(result.keys(), key=str)
        return coordinates([*expected], names, asked) if len(names) == len(expected) else unknown("names")
    return several([*expected], asked)


def _letters(*, many: bool) -> Judge:
    """Return the judge of the letters' values for which a square system has many solutions, or any solution."""

    def judge(asked: Asked) -> Finding:
        names = [asked.one(role)[0] for role in ("one", "two") if role in asked.parts]
        found = _values(asked, names, many=many)
        if not found:
            return unknown("the values of the letters are not known")
        if len(names) == 1:
            values = [one[names[0]] for one in found]
            return value(values[0], asked) if len(values) == 1 else any_order(values, asked)
        return coordinates([found[0][name] for name in names], names, asked) if len(found) == 1 else unknown("several")

    return judge


def _values(asked: Asked, names: list[Any], *, many: bool) -> list[dict[Any, Any]] | None:
    """Return the letters' values; None if they are not known."""
    zeros = [left - right for left, right in asked.all("equation")]
    unknowns = sorted(set().union(*(one.free_symbols for one in zeros)) - set(names), key=str)
    try:
        whole, right = sympy.linear_eq_to_matrix(zeros, unknowns)
    except sympy.solvers.solveset.NonlinearError:
        return None
    table = whole.row_join(right)
    if whole.rows != whole.cols or set(names) - table.free_symbols or len(set(names)) != len(names):
        return None
    if not many and sympy.simplify(whole.det()) != 0:
        return None
    minors = [sympy.factor(table.extract([*range(whole.rows)], [*rest]).det()) for rest in _columns(whole.rows)]
    minors = [one for one in minors if one != 0]
    if not minors or not all(one.is_polynomial(*names) for one in minors):
        return None
    found = sympy.solve(minors, names, dict=True)
    if any(set(one) != set(names) or any(entry.free_symbols for entry in one.values()) for one in found):
        return None
    fits = [one for one in found if all(entry.is_real for entry in one.values())]
    return [one for one in fits if whole.subs(one).rank() == table.subs(one).rank() < whole.rows]


def _columns(count: int) -> list[tuple[int, ...]]:
    """Return each choice of columns of the table that leaves out one."""
    return [tuple(at for at in range(count + 1) if at != left) for left in range(count + 1)]


BASES: dict[tuple[str, str], Judge] = {
    ("vectors in a basis", "coordinates"): _coordinates,
    ("vectors in a basis", "combination "): _coordinates,
    ("systems with letters", "many"): _letters(many=True),
    ("systems with letters", "many "): _letters(many=True),
    ("systems with letters", "consistent"): _letters(many=False),
    ("systems with letters", "consistent "): _letters(many=False),
}
"""The judge of each thing that can be asked of a family."""
