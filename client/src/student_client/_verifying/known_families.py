"""The formulas of each family of questions."""

from __future__ import annotations

from collections.abc import Callable

from .known_angles import of_angle, of_complex, of_conjugates, of_coordinates, of_ratio, of_triangle
from .known_answers import Answer
from .known_chances import of_binomial, of_dice
from .known_conics import of_conic
from .known_events import of_events
from .known_lines import Given, of_line, of_parabola, of_points
from .known_numbers import of_letters, of_numbers, of_numeral, of_repeating, of_selection
from .known_polynomials import of_expansion, of_remainder, of_roots
from .known_sequences import of_consecutive, of_recursion, of_sums, of_terms, of_told
from .known_waves import of_sum, of_wave

FORMULAS: dict[str, Callable[[str, Given], Answer | None]] = {
    "points": of_points,
    "line": of_line,
    "conic": of_conic,
    "parabola": of_parabola,
    "wave": of_wave,
    "sum of waves": of_sum,
    "expansion": of_expansion,
    "roots": of_roots,
    "remainder": of_remainder,
    "sequence": of_terms,
    "told sequence": of_told,
    "sum of terms": of_sums,
    "recursion": of_recursion,
    "terms": of_consecutive,
    "numbers": of_numbers,
    "repeating decimal": of_repeating,
    "numeral": of_numeral,
    "letters": of_letters,
    "selection": of_selection,
    "triangle": of_triangle,
    "ratio of sides": of_ratio,
    "expression of an angle": of_angle,
    "complex number": of_complex,
    "polar coordinates": of_coordinates,
    "conjugates": of_conjugates,
    "binomial distribution": of_binomial,
    "two dice": of_dice,
    "events": of_events,
}
"""The formulas by the family's name."""
