"""Expansions of powers, the roots of an equation by its coefficients, and remainders."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Numbers, Unordered, number
from .known_lines import Given, X

_MANY_TERMS = 60


def of_expansion(thing: str, given: Given) -> Answer | None:
    """Return a coefficient or a term of an expanded power."""
    power = given["power"][0][0]
    if thing in {"term", "middle"}:
        return _nth_term(given)
    if any(part.exp > _MANY_TERMS for part in power.atoms(sympy.Pow) if part.exp.is_Integer):
        return None
    return (
        _of_all_terms(thing, power, given) if thing in {"coefficients", "first"} else _of_one_term(thing, power, given)
    )


def _of_one_term(thing: str, power: Any, given: Given) -> Answer | None:
    """Return a coefficient, or the terms with the same powers."""
    role = next((role for role in ("of", "with", "own") if role in given), None)
    of = given[role][0][0] if role else sympy.Integer(1)
    letters = of.free_symbols or {given.get("letter", [(None,)])[0][0]} - {None} or power.free_symbols
    if not letters <= power.free_symbols or (not role and len(letters) != 1):
        return None
    if {str(one) for one in power.free_symbols - letters} & {"x", "y", "z"}:
        return None  # the coefficient of x^2 in (x + y)^5 could be 10
    found = [term.as_independent(*letters, as_Add=False) for term in sympy.Add.make_args(sympy.expand(power))]
    if not all(base in {1, *letters} and size.is_Integer for _, rest in found for base, size in _powers(rest)):
        return None
    factor = sum((factor for factor, rest in found if rest == of), sympy.Integer(0))
    return number(factor * of if thing == "power" else factor)


def _of_all_terms(thing: str, power: Any, given: Given) -> Answer | None:
    """Return the sum of the coefficients, or that of the terms of the lowest powers."""
    letters = power.free_symbols
    if not power.is_polynomial() or not {str(one) for one in letters} <= {"x", "y", "z", "t"}:
        return None
    if thing == "coefficients":
        return number(power.subs(dict.fromkeys(letters, 1)))
    (letter, *others), count = letters, int(given["count"][0][0])
    terms = sorted(sympy.Add.make_args(sympy.expand(power)), key=lambda one: sympy.degree(one, letter))
    return number(sum(terms[:count])) if not others and 1 < count < len(terms) else None


def _powers(product: Any) -> list[tuple[Any, Any]]:
    return [one.as_base_exp() for one in sympy.Mul.make_args(product)]


def _nth_term(given: Given) -> Answer | None:
    """Return a term of (a + b)^n, counted as printed: the powers of a fall."""
    first, second, power = given["pair"][0] if "pair" in given else (None, None, sympy.Integer(0))
    place = given["nth"][0][0] if "nth" in given else power / 2 + 1
    if not (power.is_Integer and place.is_Integer and 0 < place <= power + 1):
        return None
    return number(sympy.binomial(power, place - 1) * first ** (power - place + 1) * second ** (place - 1))


def of_roots(thing: str, given: Given) -> Answer | None:
    """Return a symmetric expression of the two roots of a quadratic equation."""
    made = sympy.Poly(given["polynomial"][0][0], X)
    distinct = made.discriminant() if made.degree() in {2, 3} else 0
    if distinct == 0 or (made.degree() == 3 and distinct < 0):
        return None
    if thing in {"sum", "product"}:
        parts = made.all_coeffs()
        last = (-1) ** made.degree() * parts[-1]
        return number((-parts[1] if thing == "sum" else last) / parts[0])
    if made.degree() != 2:
        return None
    one, other = sympy.symbols("alpha beta", real=True)
    asked = {"squares": one**2 + other**2, "reciprocals": 1 / one + 1 / other}
    return _symmetric(given["of"][0][0] if thing == "expression" else asked[thing], made)


def _symmetric(asked: Any, made: Any) -> Answer | None:
    one, other = sympy.symbols("alpha beta", real=True)
    if asked.free_symbols - {one, other}:
        return None
    total, product = -made.all_coeffs()[1] / made.all_coeffs()[0], made.all_coeffs()[2] / made.all_coeffs()[0]
    parts = []
    for part in sympy.fraction(sympy.together(asked)):
        if not part.is_polynomial(one, other):
            return None
        even, rest, names = sympy.symmetrize(sympy.expand(part), [one, other], formal=True)
        if rest != 0:
            return None
        values = dict(zip([name for name, _ in names], (total, product), strict=True))
        parts.append(sympy.sympify(even).subs(values))
    return number(sympy.cancel(parts[0] / parts[1])) if parts[1] != 0 else None


def of_remainder(thing: str, given: Given) -> Answer | None:
    """Return the unknown coefficients of a polynomial with known remainders, or a remainder."""
    made = given["polynomial"][0][0]
    letters = made.free_symbols - {X}
    if thing == "remainder":
        return number(sympy.expand(sympy.rem(made, given["divisor"][0][0], X))) if not letters else None
    zeros = []
    conditions = [*given.get("condition", []), *((X - root,) for (root,) in given.get("root", []))]
    if not conditions:
        return None
    for divisor, *value in conditions:
        if sympy.degree(divisor, X) != 1 or divisor.free_symbols != {X}:
            return None
        zeros.append(sympy.rem(made, divisor, X) - (value[0] if value else 0))
    found = sympy.solve(zeros, sorted(letters, key=str), dict=True) if letters else [{}]
    if len(found) != 1 or set(found[0]) != letters:
        return None
    if thing == "other zeros":
        return _other_zeros(made.subs(found[0]), conditions)
    asked = [given[role][0][0] for role in (("letter",) if thing == "letter" else ("one", "other"))]
    return Numbers(tuple(found[0][name] for name in asked)) if set(asked) <= letters else None


def _other_zeros(made: Any, conditions: list[tuple[Any, ...]]) -> Answer | None:
    if len(conditions) != 1 or len(conditions[0]) != 1:
        return None
    rest, left = sympy.div(made, conditions[0][0], X)
    zeros = sympy.roots(sympy.Poly(rest, X))
    if left != 0 or sum(zeros.values()) != sympy.degree(rest, X) or len({one.is_real for one in zeros}) != 1:
        return None
    return Unordered(tuple((one,) for one in zeros))
