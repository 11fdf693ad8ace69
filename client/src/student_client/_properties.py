"""The properties that the tool ``classify`` tells, and the words of each, one of which is its result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Property:
    """A property whose name is a word.

    Args:
        of: what has it.
        needs: the arguments besides the expression; several lists if there are several ways.
        words: the words, one of which is the result.
        checked: how the verifier proves the word.
    """

    of: str
    needs: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    checked: str


PROPERTIES: dict[str, Property] = {
    "parity": Property(
        "a function of var",
        (("var",),),
        ("even", "odd", "neither"),
        "the function at minus var has the same values, or minus those, or neither at some place",
    ),
    "convergence": Property(
        "a series whose term is expr, with the index var up to oo",
        (("var",),),
        ("converges absolutely", "converges conditionally", "diverges"),
        "exact leading terms are compared, or bounds on sizes, or logarithms; Leibniz's test; the term test",
    ),
    "stationary point": Property(
        "a function of var at a zero of its derivative",
        (("var", "point"),),
        ("minimum", "maximum", "inflection point"),
        "the sign of the first derivative by our own rules that is not zero there",
    ),
    "roots": Property(
        "a quadratic in var, or a quadratic equation",
        (("var",),),
        ("two different real roots", "one repeated real root", "no real roots"),
        "the sign of the discriminant",
    ),
    "monotonicity": Property(
        "a sequence whose term is expr, with the index var from 1 on",
        (("var",),),
        ("increasing", "decreasing", "not monotonic"),
        "the signs of all differences of a fraction of polynomials; opposite signs of any other sequence",
    ),
    "continuity": Property(
        "a function of var at a point",
        (("var", "point"),),
        ("continuous", "discontinuous"),
        "the ball of its values around the point; it is discontinuous if it has no value there",
    ),
    "truth": Property(
        "an equation or an inequality of numbers, or one at a point of var",
        ((), ("var", "point")),
        ("true", "false"),
        "the signs of the differences of the sides",
    ),
    "primality": Property(
        "a whole number", ((),), ("prime", "composite", "neither"), "a proof of FLINT's up to 40 digits"
    ),
    "invertibility": Property("a square matrix", ((),), ("invertible", "singular"), "the determinant by our own rules"),
    "linear independence": Property(
        "the columns of a matrix, or vectors such as Matrix([1, 2]), Matrix([3, 4])",
        ((),),
        ("independent", "dependent"),
        "the rank by our own elimination with exact numbers",
    ),
    "direction": Property(
        "two vectors such as Matrix([1, 2]), Matrix([3, 4])",
        ((),),
        ("orthogonal", "parallel", "neither"),
        "the sign of their product, and the rank",
    ),
    "slope": Property(
        "a function of var at a point",
        (("var", "point"),),
        ("increasing", "decreasing", "stationary"),
        "the sign of the derivative by our own rules",
    ),
    "concavity": Property(
        "a function of var at a point",
        (("var", "point"),),
        ("concave up", "concave down"),
        "the sign of the second derivative by our own rules",
    ),
    "discontinuity": Property(
        "a function of var at a point without a value",
        (("var", "point"),),
        ("removable", "infinite"),
        "the common factors of a fraction of polynomials",
    ),
    "rationality": Property(
        "a number",
        ((),),
        ("rational", "irrational"),
        "exact sums of fractions and square roots; a fraction of polynomials of pi or e",
    ),
    "solvability": Property(
        "linear equations such as Eq(x + y, 1), Eq(x - y, 3), in all of their letters",
        ((),),
        ("no solution", "one solution", "infinitely many solutions"),
        "the ranks by our own elimination with exact numbers",
    ),
    "lines": Property(
        "two lines such as Eq(y, 2*x), Eq(x + 2*y, 3)",
        ((),),
        ("parallel", "perpendicular", "neither"),
        "exact coefficients",
    ),
    "conic": Property(
        "a quadratic equation in x and y",
        ((),),
        ("circle", "ellipse", "parabola", "hyperbola"),
        "the signs of the discriminant and of the determinant",
    ),
}
"""All properties."""


def told_by_arguments() -> str:
    """Return the names of all properties, for each list of arguments, as prompts name them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, made in PROPERTIES.items():
        for needed in made.needs:
            found.setdefault(needed, []).append(name)
    return "; ".join(f"of {', '.join(('expr', *needed))}: {', '.join(names)}" for needed, names in found.items())


def properties_page() -> str:
    """Return the table of docs/tools.md."""
    rows = [f"| `{name}` | {made.of} | {', '.join(made.words)} | {made.checked} |" for name, made in PROPERTIES.items()]
    return "\n".join(["| property | of | words | checked by |", "|---|---|---|---|", *rows, ""])
