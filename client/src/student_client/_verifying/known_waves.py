"""Sine and cosine functions: their amplitude and period, and a sum of both as one."""

from __future__ import annotations

from typing import Any

import sympy  # type: ignore[import-untyped]

from .known_answers import Answer, Line, Written, number
from .known_lines import Given, Y


def of_wave(thing: str, given: Given) -> Answer | None:
    """Return the answer to a question about A sin(Bx + C) + D."""
    around, angle = sympy.expand(given["function"][0][0]), sympy.expand(given["angle"][0][0])
    wave, letter = around.free_symbols.pop(), angle.free_symbols.pop()
    size, level = around.coeff(wave, 1), around.coeff(wave, 0)
    often, ahead = angle.coeff(letter, 1), angle.coeff(letter, 0)
    if sympy.expand(size * wave + level - around) != 0 or sympy.expand(often * letter + ahead - angle) != 0:
        return None
    answers: dict[str, Answer] = {
        "amplitude": number(sympy.Abs(size), is_printed=True),
        "period": number(2 * sympy.pi / sympy.Abs(often), is_printed=True),
        "phase shift": number(-ahead / often, is_printed=True),
        "midline": Line(Y - level),
        "vertical shift": number(level, is_printed=True),
        "maximum": number(level + sympy.Abs(size)),
        "minimum": number(level - sympy.Abs(size)),
    }
    return answers.get(thing)


def of_sum(thing: str, given: Given) -> Answer | None:
    """Return a sin x + b cos x as one sine or cosine with a positive factor and an acute angle."""
    made = sympy.expand(given["function"][0][0])
    letter = made.free_symbols.pop()
    of_sine, of_cosine = made.coeff(sympy.sin(letter), 1), made.coeff(sympy.cos(letter), 1)
    if sympy.expand(of_sine * sympy.sin(letter) + of_cosine * sympy.cos(letter) - made) != 0:
        return None
    signs = {"sin+": (1, 1), "sin-": (1, -1), "cos+": (-1, 1), "cos-": (1, 1)}[thing]
    if of_sine * signs[0] <= 0 or of_cosine * signs[1] <= 0:
        return None
    function, sign = (sympy.sin if thing[:3] == "sin" else sympy.cos), (1 if thing[3] == "+" else -1)

    def has_form(one: Any) -> bool:
        size, wave = one.as_independent(letter, as_Add=False)
        if not isinstance(wave, function) or not size.is_positive:
            return False
        angle = sympy.expand(wave.args[0])
        ahead = angle.coeff(letter, 0) * sign
        return bool(angle.coeff(letter, 1) == 1 and 0 < ahead < sympy.pi / 2)

    return Written(made, letter, has_form)
