"""The kinds of answers that known formulas give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Numbers:
    """Numbers in an order, such as the coordinates of a point.

    Args:
        values: the exact ones.
        short: a shorter way to say the same, such as the quotient of a ratio.
        is_printed: True if the answer may be a number that is printed, so that nothing is calculated.
        angle: "degrees" or "radians" for an angle, which is in radians here.
        letter: the coordinate that the number is, so that an equation such as x = 3 says the same.
    """

    values: tuple[Any, ...]
    short: tuple[Any, ...] = ()
    is_printed: bool = False
    angle: str = ""
    letter: str = ""

    @property
    def size(self) -> int:
        """How many results it has."""
        return len(self.values)

    @property
    def least(self) -> int:
        """How many results its shorter way has."""
        return len(self.short) or self.size


@dataclass(frozen=True)
class Unordered:
    """Points or numbers in any order.

    Args:
        values: the coordinates of each.
    """

    values: tuple[tuple[Any, ...], ...]

    @property
    def size(self) -> int:
        """How many results it has."""
        return sum(map(len, self.values))

    least = size


@dataclass(frozen=True)
class Line:
    """A line or another curve.

    Args:
        zero: what is zero on it.
        form: "explicit", "implicit", or empty for either.
    """

    zero: Any
    form: str = ""
    size: int = 1
    least: int = 1


@dataclass(frozen=True)
class Written:
    """An expression in a form.

    Args:
        value: the expression, or one that is equal.
        letter: its letter.
        has_form: whether a result has the form.
    """

    value: Any
    letter: Any
    has_form: Callable[[Any], bool]
    size: int = 1
    least: int = 1


Answer: TypeAlias = Numbers | Unordered | Line | Written


def number(value: Any, *, is_printed: bool = False, angle: str = "", letter: Any = "") -> Numbers:
    """Return the answer that is one number."""
    return Numbers((value,), is_printed=is_printed, angle=angle, letter=str(letter))
