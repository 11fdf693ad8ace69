"""The things of mathematics that a question names, each with all its names."""

from __future__ import annotations

from .topics import (
    algebra,
    calculus,
    differential_equations,
    graphs,
    integrals,
    letters,
    matrices,
    numbers,
    operations,
    printed,
    series,
    solving,
    values,
    vectors,
    words,
)

THINGS: dict[str, str] = {
    **printed.THINGS,
    **operations.THINGS,
    **integrals.THINGS,
    **series.THINGS,
    **differential_equations.THINGS,
    **calculus.THINGS,
    **graphs.THINGS,
    **solving.THINGS,
    **letters.THINGS,
    **algebra.THINGS,
    **values.THINGS,
    **matrices.THINGS,
    **numbers.THINGS,
    **vectors.THINGS,
    **words.THINGS,
}
"""Each thing with a regular expression of its names, in small letters; a word may name several things."""
