"""Generates textbook problems by a seed, of the kinds that the bundled model was trained for."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from .._problem import Problem

Rng = random.Random


def _power(coefficient: int, exponent: int, name: str = "x") -> str:
    """Return a term of a polynomial in LaTeX, without a sign before it."""
    number = "" if coefficient == 1 and exponent else str(coefficient)
    return number + {0: "", 1: name}.get(exponent, f"{name}^{exponent}")


def _polynomial(rng: Rng, degree: int) -> str:
    first = _power(rng.randint(1, 9), degree)
    exponents = [exponent for exponent in range(degree - 1, -1, -1) if rng.random() < 0.75]
    rest = [f"{rng.choice('+-')} {_power(rng.randint(1, 9), exponent)}" for exponent in exponents]
    return " ".join([first, *rest])


def _root(rng: Rng) -> int:
    return rng.choice([-1, 1]) * rng.randint(1, 9)


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


def _integral(rng: Rng) -> Problem:
    inner = rng.choice([_polynomial(rng, 2), _polynomial(rng, 3), rf"x \sin {rng.randint(2, 5)}x"])
    return Problem("integrate", rf"\int {inner}\,dx" if "-" not in inner else rf"\int ({inner})\,dx", ["x"])


def _definite(rng: Rng) -> Problem:
    return Problem("evaluate the integral", rf"\int_0^{rng.randint(1, 4)} x^{rng.randint(2, 4)}\,dx", ["x"])


def _derivative(rng: Rng) -> Problem:
    number = rng.randint(2, 6)
    expression = rng.choice(
        [_polynomial(rng, 4), rf"x^{number} \sin x", rf"x^2 e^{{{number}x}}", rf"\ln(x^2+{number})"]
    )
    return Problem("Find the derivative", expression, ["x"])


def _second(rng: Rng) -> Problem:
    return Problem("second derivative", _polynomial(rng, 4), ["x"])


def _equation(rng: Rng) -> Problem:
    return Problem("solve", f"{_quadratic(_root(rng), _root(rng))} = 0", ["x"])


def _factoring(rng: Rng) -> Problem:
    return Problem("factor", _quadratic(_root(rng), _root(rng)), ["x"])


def _product(rng: Rng) -> Problem:
    return Problem("multiply out", _factor(_root(rng)) + _factor(_root(rng)), ["x"])


def _fraction(rng: Rng) -> Problem:
    first, second = _root(rng), _root(rng)
    return Problem("simplify", rf"\frac{{{_quadratic(first, second)}}}{{{_factor(first)[1:-1]}}}", ["x"])


def _limit(rng: Rng) -> Problem:
    expression = rf"\frac{{\sin {rng.randint(2, 9)}x}}{{{_power(rng.randint(1, 9), 1)}}}"
    return Problem("limit as x approaches 0", expression, ["x"])


def _value(rng: Rng) -> Problem:
    return Problem(f"evaluate at x = {rng.randint(2, 9)}", _polynomial(rng, 3), ["x"])


KINDS: tuple[Callable[[Rng], Problem], ...] = (
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
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    while True:
        for kind in KINDS:
            yield kind(rng)
