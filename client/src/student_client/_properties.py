"""The properties that the tool ``classify`` tells, and the words of each, one of which is its result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Property:
    """A property whose name is a word.

    Args:
        of: what has it.
        needs: the arguments besides the expression.
        words: the words, one of which is the result.
        checked: how the verifier proves the word.
    """

    of: str
    needs: tuple[str, ...]
    words: tuple[str, ...]
    checked: str


PROPERTIES: dict[str, Property] = {
    "parity": Property(
        "a function of var",
        ("var",),
        ("even", "odd", "neither"),
        "the function at minus var has the same values, or minus those, or neither at some place",
    ),
    "convergence": Property(
        "a series whose term is expr, with the index var up to oo",
        ("var",),
        ("converges absolutely", "converges conditionally", "diverges"),
        "exact leading terms are compared, or bounds on sizes, or logarithms; Leibniz's test; the term test",
    ),
    "stationary point": Property(
        "a function of var at a zero of its derivative",
        ("var", "point"),
        ("minimum", "maximum", "inflection point"),
        "the sign of the first derivative by our own rules that is not zero there",
    ),
}
"""All properties."""


def properties_page() -> str:
    """Return the table of docs/tools.md."""
    rows = [f"| `{name}` | {made.of} | {', '.join(made.words)} | {made.checked} |" for name, made in PROPERTIES.items()]
    return "\n".join(["| property | of | words | checked by |", "|---|---|---|---|", *rows, ""])
