"""A seeded generator of problems with a trap: the right and the wrong answers are known by construction.

``right`` is None if the eight tools cannot express the answer, or if there is no answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from types import ModuleType

from . import (
    complexes,
    definite,
    digits,
    exponential,
    extraneous,
    forms,
    kinks,
    limits,
    readings,
    removable,
    several,
    smuggled,
)
from .writing import Trap

__all__ = ["FAMILIES", "Trap", "traps"]

_MODULES: tuple[ModuleType, ...] = (
    removable, kinks, extraneous, exponential, definite, several, readings, limits, smuggled, digits, complexes, forms,
)  # fmt: skip
FAMILIES: dict[str, tuple[Callable[[random.Random], Trap], ...]] = {
    module.__name__.rpartition(".")[2]: module.SHAPES for module in _MODULES
}


def traps(count: int, seed: int = 0) -> Iterator[tuple[str, Trap]]:
    """Yield families' names and traps, each family and each of its shapes in turn; the same for the same seed."""
    names = [*FAMILIES]
    for number in range(count):
        name, turn = names[number % len(names)], number // len(names)
        shapes = FAMILIES[name]
        yield name, shapes[turn % len(shapes)](random.Random(f"{seed} {number}"))
