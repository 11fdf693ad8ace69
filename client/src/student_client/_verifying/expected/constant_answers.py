"""The answers about a formula with a constant: it is solved for from the values that the words give."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from ..finding import Finding, unknown
from .comparisons import Asked, Judge, value

_POWERS = {
    "square": sympy.Integer(2),
    "cube": sympy.Integer(3),
    "square root": sympy.Rational(1, 2),
    "cube root": sympy.Rational(1, 3),
}
"""What the words call a power."""
_NOT_KNOWN = unknown("the values do not fix the constant")


def _solved(asked: Asked) -> tuple[Any, Any, dict[Any, Any]] | None:
    """Return the formula, its letter, and the constant that fits all values; None if there is not exactly one."""
    body, name = asked.one("formula")
    zeros, known = [], set()
    for first, *values in asked.all("pair"):
        told = dict(zip((first, *values[1::2]), values[::2], strict=True))
        if name not in told or len(told) != 1 + len(values[1::2]):
            return None
        zeros.append(body.subs(told) - told.pop(name))
        known |= set(told)
    across = [one for one in body.free_symbols if str(one) in {"x", "t"}]
    for role in ("through", "slope", "flat"):
        for first, *second in asked.all(role):
            if len(across) != 1 or (role == "through" and (len(second) != 1 or str(name) != "y")):
                return None
            made = body if role == "through" else sympy.diff(body, across[0])
            zeros.append(made.subs(across[0], first) - (second[0] if second else 0))
            known |= set(across)
    free = body.free_symbols - known
    found = sympy.solve(zeros, sorted(free, key=str), dict=True) if len(free) == 1 and zeros else []
    if len(found) != 1 or set(found[0]) != free or not all(one.is_real for one in found[0].values()):
        return None
    return (body, name, found[0]) if _fits(asked, body.subs(found[0])) else None


def _fits(asked: Asked, body: Any) -> bool:
    """Return whether the formula is proportional to what the words name: "inversely as the square of x"."""
    named, letter, power = sympy.S.One, sympy.S.One, sympy.S.One
    for role, sign in (("direct", 1), ("inverse", -1)):
        for part in (one for parts in asked.all(role) for one in parts):
            if part.is_number:
                named *= letter ** (sign * (part - 1))
            elif str(part) in _POWERS:
                power = _POWERS[str(part)]
            else:
                letter, named, power = part, named * part ** (sign * power), sympy.S.One
    return named == 1 or not sympy.simplify(body / named).free_symbols


def _constant(asked: Asked) -> Finding:
    found = _solved(asked)
    if found is None:
        return _NOT_KNOWN
    (name, number), *_ = found[2].items()
    if "letter" in asked.parts and asked.one("letter")[0] != name:
        return _NOT_KNOWN
    return value(number, asked)


def _value(asked: Asked) -> Finding:
    found = _solved(asked)
    if found is None:
        return _NOT_KNOWN
    body, name, constant = found
    wanted, *values = asked.one("value")
    told = dict(zip(values[::2], values[1::2], strict=True))
    zero = (body.subs(constant) - name).subs(told)
    answers = sympy.solve(zero, wanted) if zero.free_symbols == {wanted} and wanted not in told else []
    return value(answers[0], asked) if len(answers) == 1 and answers[0].is_real else _NOT_KNOWN


CONSTANTS: dict[tuple[str, str], Judge] = {
    ("formulas with a constant", "value"): _value,
    ("formulas with a constant", "constant"): _constant,
    ("formulas with a constant", "letter"): _constant,
}
"""The judge of each thing that can be asked of a family."""
