"""Generates textbook problems by a seed, of the kinds that the bundled model was trained for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from .._problem import Problem

Dice = random.Random


def _power(coefficient: int, exponent: int, name: str = "x") -> str:
    """Return a term of a polynomial in LaTeX, without a sign before it."""
    number = "" if coefficient == 1 and exponent else str(coefficient)
    return number + {0: "", 1: name}.get(exponent, f"{name}^{exponent}")


def _polynomial(dice: Dice, degree: int) -> str:
    first = _power(dice.randint(1, 9), degree)
    exponents = [exponent for exponent in range(degree - 1, -1, -1) if dice.random() < 0.75]
    rest = [f"{dice.choice('+-')} {_power(dice.randint(1, 9), exponent)}" for exponent in exponents]
    return " ".join([first, *rest])


def _root(dice: Dice) -> int:
    return dice.choice([-1, 1]) * dice.randint(1, 9)


def _factor(root: int) -> str:
    return f"(x {'-' if root > 0 else '+'} {abs(root)})"


def _quadratic(first: int, second: int) -> str:
    """Return the polynomial with two roots, multiplied out."""
    text = "x^2"
    for number, tail in ((-first - second, "x"), (first * second, "")):
        if number:
            shown = "" if abs(number) == 1 and tail else str(abs(number))
            text += f" {'+' if number > 0 else '-'} {shown}{tail}"
    return text


def _integral(dice: Dice) -> Problem:
    inner = dice.choice([_polynomial(dice, 2), _polynomial(dice, 3), rf"x \sin {dice.randint(2, 5)}x"])
    return Problem("integrate", rf"\int {inner}\,dx" if "-" not in inner else rf"\int ({inner})\,dx", ["x"])


def _definite(dice: Dice) -> Problem:
    return Problem("evaluate the integral", rf"\int_0^{dice.randint(1, 4)} x^{dice.randint(2, 4)}\,dx", ["x"])


def _derivative(dice: Dice) -> Problem:
    number = dice.randint(2, 6)
    expression = dice.choice(
        [_polynomial(dice, 4), rf"x^{number} \sin x", rf"x^2 e^{{{number}x}}", rf"\ln(x^2+{number})"]
    )
    return Problem("Find the derivative", expression, ["x"])


def _second(dice: Dice) -> Problem:
    return Problem("second derivative", _polynomial(dice, 4), ["x"])


def _equation(dice: Dice) -> Problem:
    return Problem("solve", f"{_quadratic(_root(dice), _root(dice))} = 0", ["x"])


def _factoring(dice: Dice) -> Problem:
    return Problem("factor", _quadratic(_root(dice), _root(dice)), ["x"])


def _product(dice: Dice) -> Problem:
    return Problem("multiply out", _factor(_root(dice)) + _factor(_root(dice)), ["x"])


def _fraction(dice: Dice) -> Problem:
    first, second = _root(dice), _root(dice)
    return Problem("simplify", rf"\frac{{{_quadratic(first, second)}}}{{{_factor(first)[1:-1]}}}", ["x"])


def _limit(dice: Dice) -> Problem:
    expression = rf"\frac{{\sin {dice.randint(2, 9)}x}}{{{_power(dice.randint(1, 9), 1)}}}"
    return Problem("limit as x approaches 0", expression, ["x"])


def _value(dice: Dice) -> Problem:
    return Problem(f"evaluate at x = {dice.randint(2, 9)}", _polynomial(dice, 3), ["x"])


KINDS: tuple[Callable[[Dice], Problem], ...] = (
    _integral,
    _derivative,
    _equation,
    _factoring,
    _product,
    _fraction,
    _limit,
    _value,
    _second,
    _definite,
)
"""Each makes a problem of one kind; they are used in turn."""


def family(seed: int) -> Iterator[Problem]:
    """Yield problems without end, the same for the same seed.

    >>> first, second = family(1), family(1)
    >>> all(next(first) == next(second) for _ in range(50))
    True
    """
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    while True:
        for kind in KINDS:
            yield kind(dice)
