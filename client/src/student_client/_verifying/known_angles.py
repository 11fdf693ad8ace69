"""Triangles with known sides and angles, a trigonometric value from another one, and complex numbers."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Numbers, Unordered, number
from .known_lines import Given

_LARGEST_TURN = 7
"""A larger angle without a sign of degrees could be in degrees."""
_FROM_ZERO = "theta from 0 to 2*pi"
_QUADRANTS = {"first": (1, 1), "second": (1, -1), "third": (-1, -1), "fourth": (-1, 1)}
"""The signs of the sine and of the cosine."""


def of_triangle(thing: str, given: Given) -> Answer | None:
    """Return a side, an angle or the area of a triangle that three known parts fix."""
    told = {str(name): value for name, value in (*given.get("part", []), *given.get("told", []))}
    letters = sorted({name.lower() for name in told})
    if any(name.isupper() and not value.has(sympy.pi) for name, value in told.items()) or len(told) != 3:
        return None
    asked = {"side": "side", "angle": "angle"}.get(thing)
    name = "" if asked is None else str(next(iter(given.get(asked) or given.get("own") or [("",)]))[0])
    letters = sorted({*letters, name.lower()} - {""})
    if len(letters) < 3:
        letters = next((list(one) for one in ("abc", "pqr", "xyz") if set(letters) <= set(one)), letters)
    if len(letters) != 3:
        return None
    solved = _solved({key: told.get(key) for key in (*letters, *(one.upper() for one in letters))}, letters)
    if solved is None:
        return None
    a, b, c = letters
    if thing == "area":
        return number(solved[a] * solved[b] * sympy.sin(solved[c.upper()]) / 2)
    if name not in solved or name in told:
        return None
    return number(solved[name], angle="degrees" if name.isupper() else "")


def _solved(parts: dict[str, Any], letters: list[str]) -> dict[str, Any] | None:
    """Return all parts of a triangle; None if the known ones fit no triangle, or several."""
    sides = [one for one in letters if parts[one] is not None]
    angles = [one for one in letters if parts[one.upper()] is not None]
    if len(angles) == 2:
        last = next(one for one in letters if one not in angles)
        parts[last.upper()] = sympy.pi - sum(parts[one.upper()] for one in angles)
        return _by_sines(parts, letters, sides[0]) if parts[last.upper()].is_positive else None
    if len(sides) == 2 and angles[0] not in sides:
        one, other, last = (*sides, angles[0])
        cosine = 2 * parts[one] * parts[other] * sympy.cos(parts[last.upper()])
        parts[last] = sympy.sqrt(sympy.expand(parts[one] ** 2 + parts[other] ** 2 - cosine))
        sides = letters
    if len(sides) != 3 or any(2 * parts[one] >= sum(parts[other] for other in letters) for one in letters):
        return None
    for one in letters:
        other, last = (name for name in letters if name != one)
        if parts[one.upper()] is None:
            above = parts[other] ** 2 + parts[last] ** 2 - parts[one] ** 2
            parts[one.upper()] = sympy.acos(above / (2 * parts[other] * parts[last]))
    return parts


def _by_sines(parts: dict[str, Any], letters: list[str], known: str) -> dict[str, Any]:
    for one in letters:
        if one != known:
            parts[one] = parts[known] * sympy.sin(parts[one.upper()]) / sympy.sin(parts[known.upper()])
    return parts


def of_ratio(thing: str, given: Given) -> Answer | None:
    """Return a trigonometric value of an angle or of twice the angle, whose quadrant is known."""
    (letter,), (value,) = given["of"][0], given["value"][0]
    quadrants = [name for name in _QUADRANTS if name in given]
    if not letter.is_Symbol or len(quadrants) != 1 or {one for (one,) in given[quadrants[0]]} != {letter}:
        return None
    signs = _QUADRANTS[quadrants[0]]
    found = _sine_and_cosine(str(given["function"][0][0])[4:], value, signs)
    angle = given[thing][0][0].args[0] if given[thing][0][0].args else None
    if found is None or angle not in {letter, 2 * letter}:
        return None
    sine, cosine = found
    if angle == 2 * letter:
        sine, cosine = 2 * sine * cosine, cosine**2 - sine**2
    above, below = {
        "sin": (sine, 1),
        "cos": (cosine, 1),
        "tan": (sine, cosine),
        "sec": (1, cosine),
        "csc": (1, sine),
        "cot": (cosine, sine),
    }[thing]
    return number(sympy.simplify(above / sympy.sympify(below))) if below != 0 else None


def of_angle(_: str, given: Given) -> Answer | None:
    """Return the value of an expression at the angle with a trigonometric value, in the quadrant of the words."""
    (made, letter), (function, named, value) = given["expression"][0], given["ratio"][0]
    quadrants = [name for name in _QUADRANTS if name in given]
    told = {one for name in quadrants for (one,) in given[name]}
    if len(given["ratio"]) != 1 or named != letter or len(quadrants) > 1 or told - {letter}:
        return None
    angles = [_sine_and_cosine(str(function), value, _QUADRANTS[name]) for name in quadrants or _QUADRANTS]
    plain = sympy.expand_trig(made)
    plain = plain.replace(sympy.tan, lambda one: sympy.sin(one) / sympy.cos(one))
    plain = plain.replace(sympy.cot, lambda one: sympy.cos(one) / sympy.sin(one))
    plain = plain.replace(sympy.csc, lambda one: 1 / sympy.sin(one)).replace(sympy.sec, lambda one: 1 / sympy.cos(one))
    values = [
        sympy.simplify(plain.subs({sympy.sin(letter): one[0], sympy.cos(letter): one[1]})) for one in angles if one
    ]
    alike = values and all(one == values[0] and one.is_number and one.is_finite for one in values)
    return number(values[0]) if alike else None


def _sine_and_cosine(function: str, value: Any, signs: tuple[int, int]) -> tuple[Any, Any] | None:
    """Return the sine and the cosine of an angle in a quadrant; None if the value has another sign there."""
    if function in {"sec", "csc", "cot"}:
        if value == 0:
            return None
        function, value = {"sec": "cos", "csc": "sin", "cot": "tan"}[function], 1 / value
    if function == "tan":
        cosine = signs[1] / sympy.sqrt(1 + value**2)
        sine = value * cosine
    else:
        rest = sympy.sqrt(1 - value**2) if abs(value) < 1 else sympy.nan
        sine, cosine = (value, signs[1] * rest) if function == "sin" else (signs[0] * rest, value)
    return (sine, cosine) if sine * signs[0] > 0 and cosine * signs[1] > 0 else None


def of_complex(thing: str, given: Given) -> Answer | None:
    """Return the modulus, the argument or a part of a complex number."""
    made = sympy.expand(given["number"][0][0], complex=True)
    real, imaginary = made.as_real_imag()
    if (real, imaginary) == (0, 0):
        return None
    if thing.strip() == "polar" or (thing == "argument" and len(given) > 1):
        found = _polar(real, imaginary, given)
        return found if found is None or thing != "argument" else number(found.values[1])
    answers: dict[str, Answer] = {
        "modulus": number(sympy.sqrt(real**2 + imaginary**2)),
        "argument": number(sympy.atan2(imaginary, real), angle="radians"),
        "conjugate": number(real - sympy.I * imaginary),
        "real": number(real, is_printed=True),
        "imaginary": number(imaginary, is_printed=True),
    }
    return answers[thing]


def of_coordinates(thing: str, given: Given) -> Answer | None:
    """Return rectangular coordinates of polar ones, or the other way round."""
    one, other = given["pair"][0]
    ranges = set(given) - {"pair", "polar", "flat"}
    if thing.strip() == "polar":
        return _polar(one, other, given) if "polar" not in given else None
    if ranges or "flat" in given or (other.is_Rational and abs(other) > _LARGEST_TURN):
        return None
    return Numbers((one * sympy.cos(other), one * sympy.sin(other)))


def _polar(x: Any, y: Any, given: Given) -> Numbers | None:
    """Return the size and the angle, which must be said if it is below the axis."""
    kinds = [name for name in (_FROM_ZERO, "theta from -pi to pi") if {name, f"{name} in degrees"} & set(given)]
    below = bool(y < 0)
    if (x, y) == (0, 0) or len(kinds) > 1 or (below and not kinds):
        return None
    angle = sympy.atan2(y, x) + (2 * sympy.pi if below and kinds == [_FROM_ZERO] else 0)
    in_degrees = any("degrees" in name for name in given)
    size = sympy.sqrt(x**2 + y**2)
    return Numbers((size, sympy.simplify(angle * 180 / sympy.pi) if in_degrees else angle))


def of_conjugates(_: str, given: Given) -> Answer | None:
    """Return the complex numbers that satisfy an equation with its conjugate."""
    (left, right), (name, conjugate) = given["equation"][0], given["number"][0]
    x, y = sympy.symbols("real_part imaginary_part", real=True)
    zero = (left - right).subs({name: x + sympy.I * y, conjugate: x - sympy.I * y}, simultaneous=True)
    parts = sympy.expand(zero, complex=True).as_real_imag()
    if not all(part.is_polynomial(x, y) for part in parts):
        return None
    found = sympy.solve(parts, [x, y], dict=True)
    if not found or any(len(one) != 2 or any(part.free_symbols for part in one.values()) for one in found):
        return None
    values = [one[x] + sympy.I * one[y] for one in found if one[x].is_real and one[y].is_real]
    if len(values) != 1:
        return Unordered(tuple((one,) for one in values)) if len(values) == len(found) else None
    return number(values[0], is_printed=True)
