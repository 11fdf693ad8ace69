"""The answers about formulas whose numbers the words tell."""

from __future__ import annotations

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, any_order, is_not_zero, letter, only, several, value


def _error(*, relative: bool) -> Judge:
    def judge(asked: Asked) -> Finding:
        body, name = asked.one("formula")
        size = str(asked.parts["size"][0][0].value)
        sizes = [role for role in ("radius", "edge") if role in asked.parts]
        if sizes != [size]:
            return unknown("the measured size is not that of the formula")
        at, off = asked.one(size)[0], asked.one("off")[0]
        made = abs(sympy.diff(body, name).subs(name, at) * off)
        return value(made / abs(body.subs(name, at)) if relative else made, asked)

    return judge


def _coefficients(asked: Asked) -> tuple[dict[object, object], list[object]] | None:
    """Return the coefficients of a polynomial through the points; None if they are not single."""
    (body,), unknowns = asked.one("function"), [*asked.one("unknowns")]
    given = asked.all("three") or asked.all("two")
    if len(given) != 1 or len(given[0]) % 2:
        return None
    points = list(zip(given[0][0::2], given[0][1::2], strict=True))
    if len(points) != len(unknowns):
        return None
    zeros = [body.subs(letter("x"), across) - along for across, along in points]
    found = sympy.solve(zeros, unknowns, dict=True)
    return (found[0], unknowns) if len(found) == 1 and set(found[0]) == set(unknowns) else None


def _polynomial(asked: Asked) -> Finding:
    found = _coefficients(asked)
    if found is None:
        return unknown("the coefficients are not known")
    result = only(asked)
    if isinstance(result, sympy.Equality):
        return unknown("the result is an equation")
    if isinstance(result, sympy.Expr) and result.free_symbols:
        return value(asked.one("function")[0].subs(found[0]), asked)
    return _by_names(asked)


def _by_names(asked: Asked) -> Finding:
    found = _coefficients(asked)
    if found is None:
        return unknown("the coefficients are not known")
    values, unknowns = found
    result = only(asked)
    if isinstance(result, sympy.Dict):
        given = {str(name): made for name, made in result.items()}
        if set(given) != {str(name) for name in unknowns}:
            return unknown("a coefficient is missing")
        asked = Asked(asked.parts, tuple(given[str(name)] for name in unknowns), asked.names)
    if isinstance(result, sympy.MatrixBase):
        return value(sympy.Matrix([values[name] for name in unknowns]), asked)
    return several([values[name] for name in unknowns], asked)


def _determinant(asked: Asked) -> Finding:
    (factor,), (power,), (rows,), (whole,) = (asked.one(role) for role in ("factor", "power", "rows", "whole"))
    if not is_not_zero(whole) and power < 0:
        return unknown("the matrix has no inverse")
    return value(factor**rows * whole**power, asked)


def _continuous(role: str) -> Judge:
    def judge(asked: Asked) -> Finding:
        (one, two), (at,), (name,) = asked.one("pieces"), asked.one("break"), asked.one("free letter")
        said = asked.one(role)
        if said[0] != name or said[1:] not in {(), (at,)}:
            return unknown("another letter is asked for, or another place is said")
        x = letter("x")
        if not all(_is_smooth(piece, x) for piece in (one, two)):
            return unknown("a piece may have a break of its own")
        zero = sympy.expand(one.subs(x, at) - two.subs(x, at))
        if not zero.is_polynomial(name) or not zero.has(name):
            return unknown("the value is not known")
        roots = sympy.roots(zero, name)
        if sum(roots.values()) != sympy.degree(zero, name):
            return unknown("the value is not known")
        return any_order([root for root in roots if root.is_real], asked)

    return judge


def _is_smooth(piece: object, name: object) -> bool:
    """Return whether a piece has a value everywhere and no jump: of powers, exponentials, sines and cosines."""
    made = sympy.sympify(piece)
    if made.is_polynomial(name):
        return True
    if isinstance(made, sympy.Add | sympy.Mul | sympy.sin | sympy.cos | sympy.exp):
        return all(_is_smooth(part, name) for part in made.args)
    return False


def _number(asked: Asked) -> Finding:
    return value(asked.one("story")[0], asked)


TOLD: dict[tuple[str, str], Judge] = {
    ("counted stories", "number"): lambda asked: value(asked.one("number")[0], asked),
    ("measures", "error"): _error(relative=False),
    ("measures", "error "): _error(relative=False),
    ("measures", "relative error"): _error(relative=True),
    ("templates", "polynomial"): _polynomial,
    ("templates", "coefficients"): _by_names,
    ("determinants", "value"): _determinant,
    ("determinants", "value "): _determinant,
    ("stories", "value"): _number,
    ("broken functions", "continuous"): _continuous("continuous"),
    ("broken functions", "continuous "): _continuous("continuous "),
}
"""The judge of each thing that can be asked of a family."""
