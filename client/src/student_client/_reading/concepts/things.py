"""The things of mathematics that a question names, each with all its names."""

from __future__ import annotations

from .topics import algebra, calculus, graphs, matrices, numbers, operations, printed, solving, vectors, words

THINGS: dict[str, str] = {
    **printed.THINGS,
    **operations.THINGS,
    **solving.THINGS,
    **calculus.THINGS,
    **graphs.THINGS,
    **algebra.THINGS,
    **matrices.THINGS,
    **numbers.THINGS,
    **vectors.THINGS,
    **words.THINGS,
}
"""Each thing with a regular expression of its names, in small letters; a word may name several things."""
