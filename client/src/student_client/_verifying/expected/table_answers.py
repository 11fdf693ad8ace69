"""The answers about matrices, lists of vectors and linear systems."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, right, unknown, wrong
from .comparisons import CANNOT, Asked, Judge, any_order, is_not_zero, letter, only, real, same, value

HIGHEST = 200
"""Highest power of a matrix."""


def _matrix(asked: Asked, at: int = 0) -> Any:
    return sympy.Matrix(asked.one("table", at)[0])


def _is_numeric(*matrices: Any) -> bool:
    return not any(made.free_symbols for made in matrices)


def _is_zero(made: Any) -> bool:
    return all(sympy.simplify(entry) == 0 for entry in made)


def _itself(judge: Judge) -> Judge:
    """Return a judge that refuses a matrix which is only row equivalent to the printed one."""
    return lambda asked: unknown("another matrix is meant") if "equivalent" in asked.parts else judge(asked)


def _rank(asked: Asked) -> Finding:
    made = _matrix(asked)
    return value(sympy.Integer(made.rank(simplify=True)), asked) if _is_numeric(made) else unknown("it has letters")


def _nullity(asked: Asked) -> Finding:
    made = _matrix(asked)
    rank = sympy.Integer(made.rank(simplify=True))
    return value(made.cols - rank, asked) if _is_numeric(made) else unknown("it has letters")


def _characteristic(asked: Asked) -> Finding:
    """Judge det(A - tI) or det(tI - A), in any letter, or that it is zero."""
    made, result = _matrix(asked), only(asked)
    result = result.lhs - result.rhs if isinstance(result, sympy.Equality) else result
    if made.rows != made.cols or not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return CANNOT
    claim = real(result)
    own = claim.free_symbols - made.free_symbols
    if len(own) != 1:
        return wrong("a characteristic polynomial has one letter of its own")
    expected = made.charpoly(next(iter(own))).as_expr()
    sign = (-1) ** made.rows
    found = same(expected, claim, asked.names)
    return found if found.right or sign == 1 else same(sign * expected, claim, asked.names)


def _diagonalization(asked: Asked) -> Finding:
    """Judge P and D: D is diagonal, P is invertible, and A P = P D."""
    made = _matrix(asked)
    results = [sympy.Matrix(real(one)) for one in asked.results if isinstance(one, sympy.MatrixBase)]
    if len(results) != 2 or len(asked.results) != 2 or made.rows != made.cols or not _is_numeric(made, *results):
        return CANNOT
    basis, diagonal = results[::-1] if results[0].is_diagonal() and not results[1].is_diagonal() else results
    if basis.shape != made.shape or diagonal.shape != made.shape:
        return wrong("a matrix has another size")
    if not diagonal.is_diagonal():
        return wrong("the second matrix is not diagonal")
    if not _is_zero(made * basis - basis * diagonal):
        return wrong("the matrices do not satisfy A P = P D")
    whole = sympy.simplify(basis.det())
    return (
        right("A P = P D, and P is invertible") if is_not_zero(whole) else wrong("the first matrix is not invertible")
    )


def _power(asked: Asked) -> Finding:
    made, (exponent,) = _matrix(asked), asked.one("power")
    if made.rows != made.cols or not 0 <= exponent <= HIGHEST or not _is_numeric(made):
        return unknown(f"only powers up to {HIGHEST} of a square matrix are known")
    return value(made ** int(exponent), asked)


def _lu(asked: Asked) -> Finding:
    """Judge L and U: L is lower triangular with ones, U is upper triangular, and A = L U."""
    made = _matrix(asked)
    results = [sympy.Matrix(real(one)) for one in asked.results if isinstance(one, sympy.MatrixBase)]
    if len(results) != 2 or len(asked.results) != 2 or not _is_numeric(made, *results):
        return CANNOT
    low, up = results
    if low.shape != (made.rows, made.rows) or up.shape != made.shape:
        return wrong("a matrix has another size")
    if not low.is_lower or not up.is_upper or any(low[at, at] != 1 for at in range(low.rows)):
        return wrong("the matrices are not triangular, or the first one has other numbers than 1 in its diagonal")
    return right("A = L U") if _is_zero(low * up - made) else wrong("the product is not the matrix")


def _homogeneous(asked: Asked) -> Finding:
    """Judge all solutions of Ax = 0: a combination of independent ones with letters, or a basis."""
    made = _matrix(asked)
    vectors = _combined(asked.results[0]) if len(asked.results) == 1 and _is_numeric(made) else None
    if vectors is None:
        return CANNOT
    if any(vector.shape != (made.cols, 1) for vector in vectors) or not all(_is_zero(made * one) for one in vectors):
        return wrong("a vector does not solve the system")
    space = made.cols - made.rank(simplify=True)
    independent = sympy.Matrix.hstack(*vectors).rank(simplify=True) if vectors else 0
    if independent != space or len(vectors) != space:
        return wrong(f"{space} independent vectors are expected")
    return right("the vectors span all solutions")


def _combined(result: Any) -> list[Any] | None:
    """Return the vectors of a combination with letters, or of a list; None if the result is neither."""
    if isinstance(result, list) and all(isinstance(one, sympy.MatrixBase) for one in result):
        return [sympy.Matrix(one) for one in result]
    if not isinstance(result, sympy.MatrixBase):
        return None
    claim = sympy.Matrix(real(result))
    own = sorted(claim.free_symbols, key=str)
    vectors = [claim.diff(name) for name in own]
    linear = not any(vector.free_symbols for vector in vectors) and _is_zero(claim.subs(dict.fromkeys(own, 0)))
    return vectors if linear else None


def _product(first: int, second: int) -> Judge:
    def judge(asked: Asked) -> Finding:
        if len(asked.all("table")) != 2:
            return unknown("two matrices are expected")
        one, two = _matrix(asked, first), _matrix(asked, second)
        return value(one * two, asked) if one.cols == two.rows else unknown("the product is not defined")

    return judge


def _least_squares(asked: Asked) -> Finding:
    if "vector" not in asked.parts:
        return unknown("a matrix and a vector are expected")
    made, right_side = _matrix(asked), sympy.Matrix(asked.one("vector")[0])
    if made.rows != right_side.rows or not _is_numeric(made, right_side):
        return unknown("the sizes do not fit")
    square = made.T * made
    if square.det() == 0:
        return unknown("there are several least-squares solutions")
    return value(square.inv() * made.T * right_side, asked)


def _vectors(asked: Asked, role: str = "vectors") -> list[Any]:
    return [sympy.Matrix(one[0]).reshape(len(one[0]), 1) for one in asked.all(role)]


def _orthogonal(normal: bool) -> Judge:
    """Return a judge of an orthogonal basis of what the vectors span; ``normal`` asks for the length 1."""

    def judge(asked: Asked) -> Finding:
        given = _vectors(asked)
        results = asked.flat
        if not given or not results or not all(isinstance(one, sympy.MatrixBase) for one in results):
            return CANNOT
        claims = [sympy.Matrix(one).reshape(len(one), 1) for one in results]
        if not _is_numeric(*given, *claims) or any(len(one) != len(given[0]) for one in claims):
            return CANNOT
        space = sympy.Matrix.hstack(*given).rank(simplify=True)
        if len(claims) != space or sympy.Matrix.hstack(*given, *claims).applyfunc(sympy.simplify).rank() != space:
            return wrong("the vectors do not span the same space")
        pairs = [(one, two) for at, one in enumerate(claims) for two in claims[at + 1 :]]
        if not all(sympy.simplify(one.dot(two)) == 0 for one, two in pairs):
            return wrong("the vectors are not orthogonal")
        lengths = [sympy.simplify(one.dot(one)) for one in claims]
        if any(length == 0 for length in lengths) or (normal and any(length != 1 for length in lengths)):
            return wrong("a vector has another length")
        return right("the vectors are an orthogonal basis of the space")

    return judge


def _dependent(role: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        given, (name,) = _vectors(asked), asked.one(role)
        made = sympy.Matrix.hstack(*given) if given else sympy.Matrix()
        if made.rows != made.cols or made.free_symbols != {name}:
            return unknown("as many vectors as entries, with one letter, are expected")
        return _zeros(made.det(), name, asked)

    return judge


def _zeros(zero: Any, name: Any, asked: Asked) -> Finding:
    """Judge all real zeros of a polynomial."""
    zero = sympy.expand(zero)
    if zero == 0 or not zero.is_polynomial(name):
        return unknown("the values are not known")
    roots = sympy.roots(zero, name)
    if sum(roots.values()) != sympy.degree(zero, name):
        return unknown("the values are not known")
    return any_order([one for one in roots if one.is_real], asked)


def _system(asked: Asked) -> tuple[Any, Any, list[Any]]:
    """Return the matrix and the right side of linear equations, and their unknowns."""
    zeros, unknowns = [one[0] for one in asked.all("zero")], [*asked.one("unknowns")]
    made, right_side = sympy.linear_eq_to_matrix(zeros, unknowns)
    return made, right_side, unknowns


def _value(role: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        made, right_side, unknowns = _system(asked)
        (name,) = asked.one(role)
        if name not in unknowns or made.rows != made.cols or not is_not_zero(made.det()):
            return unknown("the unknown has no single value")
        solution = made.inv() * right_side
        given = only(asked)
        if isinstance(given, sympy.Dict):
            all_values = {letter(one.name): found for one, found in given.items()}
            if all_values.keys() == {*unknowns}:
                return same(solution, sympy.Matrix([all_values[one] for one in unknowns]), asked.names)
        return value(solution[unknowns.index(name)], asked)

    return judge


def _no_solution(role: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        made, right_side, _ = _system(asked)
        (name,) = asked.one(role)
        if made.rows != made.cols or (made.free_symbols | right_side.free_symbols) != {name}:
            return unknown("as many equations as unknowns, with one letter, are expected")
        roots = sympy.roots(sympy.expand(made.det()), name)
        if not roots or sum(roots.values()) != sympy.degree(sympy.expand(made.det()), name):
            return unknown("the values are not known")
        found = []
        for root in (one for one in roots if one.is_real):
            there = made.subs(name, root)
            whole = there.row_join(right_side.subs(name, root))
            if there.rank(simplify=True) < whole.rank(simplify=True):
                found.append(root)
        return any_order(found, asked) if found else unknown("there is no such value")

    return judge


TABLES: dict[tuple[str, str], Judge] = {
    ("matrices", "rank"): _rank,
    ("matrices", "nullity"): _nullity,
    ("matrices", "characteristic polynomial"): _itself(_characteristic),
    ("matrices", "diagonalization"): _itself(_diagonalization),
    ("matrices", "diagonalization "): _itself(_diagonalization),
    ("matrices", "power"): _itself(_power),
    ("matrices", "lu"): _itself(_lu),
    ("matrices", "homogeneous"): _homogeneous,
    ("matrices", "homogeneous "): _homogeneous,
    ("two matrices", "product"): _product(0, 1),
    ("two matrices", "other product"): _product(1, 0),
    ("two matrices", "least squares"): _least_squares,
    ("vector lists", "orthonormal"): _orthogonal(normal=True),
    ("vector lists", "orthogonal"): _orthogonal(normal=False),
    ("vector lists", "dependent"): _dependent("dependent"),
    ("vector lists", "dependent "): _dependent("dependent "),
    ("systems", "value"): _value("value"),
    ("systems", "value "): _value("value "),
    ("systems", "no solution"): _no_solution("no solution"),
    ("systems", "no solution "): _no_solution("no solution "),
}
"""The judge of each thing that can be asked of a family."""
