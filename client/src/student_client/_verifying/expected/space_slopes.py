"""The answers about slopes of functions of several letters."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, any_order, letter, only, real, same, several, size, there, value


def _slopes(asked: Asked) -> tuple[Any, tuple[Any, ...]]:
    body, names = _body(asked), asked.one("letters")
    return sympy.Matrix([sympy.diff(body, name) for name in names]), names


def _body(asked: Asked) -> Any:
    """Return the function.

    Raises:
        ValueError: the words have another one.
    """
    (body,) = asked.one("function")
    if any(sympy.simplify(one[0] - body) != 0 for one in asked.all("said")):
        raise ValueError("function")
    return body


def _way(asked: Asked) -> Any:
    """Return the direction; None if none is given, or several are."""
    ways = [sympy.Matrix(one[0]) for one in asked.all("direction")]
    ways += [sympy.Matrix([sympy.cos(one), sympy.sin(one)]) for (one,) in asked.all("angle")]
    for end in asked.all("towards"):
        (start,) = asked.all("at") or [end[: len(end) // 2]]
        ways.append(sympy.Matrix(end[-len(start) :]) - sympy.Matrix(start))
    if len(ways) != 1:
        return None
    count = len(asked.one("letters"))
    return ways[0] if len(ways[0]) == count else ways[0][:2, :] if len(ways[0]) == 3 and ways[0][2] == 0 else None


def _along(asked: Asked) -> Finding:
    made, names = _slopes(asked)
    way = _way(asked)
    if way is None or len(way) != len(names) or size(way) == 0 or asked.one("function")[0].has(sympy.Abs, sympy.sign):
        return unknown("the direction is not known")
    return value(sympy.simplify(there(asked, made.dot(way), names) / size(way)), asked)


def _gradient(asked: Asked) -> Finding:
    made, names = _slopes(asked)
    if asked.parts.keys() & {"direction", "towards", "angle"}:
        return unknown("a gradient has no direction")
    made = there(asked, made, names)
    return several([*made], asked) if len(asked.results) == len(names) else value(made, asked)


def _differential(asked: Asked) -> Finding:
    made, names = _slopes(asked)
    if set(asked.parts) & {"at", "direction", "towards", "angle"}:
        return unknown("a differential is only known in general")
    result = only(asked)
    if isinstance(result, sympy.Equality):
        result = result.rhs
    small = [letter(f"d{name}") for name in names]
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return unknown("the result is not an expression")
    return same(made.dot(sympy.Matrix(small)), real(result), [*asked.names, *map(str, small)])


def _second(asked: Asked) -> Finding:
    made, names = _slopes(asked)
    every = [sympy.diff(one, name) for one in made for name in names]
    count = (
        len(asked.results[0]) if len(asked.results) == 1 and isinstance(asked.results[0], list) else len(asked.results)
    )
    if count != len(every):
        every = [sympy.diff(made[at], name) for at in range(len(names)) for name in names[at:]]
    return any_order(every, asked)


def _chain(asked: Asked) -> Finding:
    body, (along,) = _body(asked), asked.one("along")
    inner = {letter(name): asked.one(f"{name} of")[0] for name in "xyz" if f"{name} of" in asked.parts}
    if set(inner) != body.free_symbols:
        return unknown("a letter of the function is not known")
    made = sympy.diff(body.subs(inner, simultaneous=True), along)
    result = only(asked)
    if not isinstance(result, sympy.Expr) or isinstance(result, sympy.MatrixBase):
        return unknown("the result is not an expression")
    if places := asked.all("place"):
        if places[0][0] != along:
            return unknown("the place is one of another letter")
        return value(made.subs(*places[0]), asked)
    names = sorted({str(one) for one in made.free_symbols} | {str(along)})
    return same(made, real(result).subs(inner, simultaneous=True), names)


SPACE_SLOPES: dict[tuple[str, str], Judge] = {
    ("slopes in space", "along"): _along,
    ("slopes in space", "along "): _along,
    ("slopes in space", "gradient"): _gradient,
    ("slopes in space", "differential"): _differential,
    ("slopes in space", "second"): _second,
    ("slopes along curves", "chain"): _chain,
    ("slopes along curves", "chain "): _chain,
}
"""The judge of each thing that can be asked of a family."""
