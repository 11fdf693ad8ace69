"""Random problems of the family: objective, expression, variables, and the right plan."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from training.author import Author, Sample
from training.bounds import definite, one_sided
from training.curves import higher, implicit, partial
from training.determinants import determinant, eigenvalues
from training.domains import inequality, monotone, within
from training.exams import (
    angle,
    antiderived,
    circuit,
    discriminant,
    dotted,
    double,
    parametric,
    points,
    roots,
    subject,
    surface,
)
from training.figures import figure
from training.forms import complex_form, division, partial_fractions, square
from training.functions import composed, inverse
from training.further import accumulated, characteristic, sequence, two_matrices, vectors
from training.graphs import between, measured, sketched, touching, turning
from training.kinds import convergence, parity, stationary
from training.logarithms import expanded_logarithms, rationalized, single_logarithm
from training.matrices import matrix
from training.odes import dsolve
from training.periodic import general
from training.printed import varied
from training.properties import told_by_a_word
from training.series import nonzero, taylor
from training.several import chained, derived, two_answers
from training.single import calculus, evaluating, limits, rewriting, solving
from training.spaces import basis, eigenvectors, reduced
from training.stories import asymptote, enclosed, story, story_of_two
from training.sums import summed
from training.systems import system
from training.transforms import inverse_laplace, laplace
from training.trigonometric import collecting, sines_and_cosines, single_angles
from training.values import exact, nth_term, rounded, rounded_result
from training.vectors import vector
from training.whole import common, counting, modulus, primes
from training.worded import extremum, root_given, worded

_KINDS: tuple[tuple[float, Callable[[Author], Sample]], ...] = (
    (14, lambda a: calculus(a, "integrate")),
    (13, lambda a: calculus(a, "differentiate")),
    (13, solving),
    (8, lambda a: rewriting(a, "simplify")),
    (8, lambda a: rewriting(a, "expand")),
    (8, lambda a: rewriting(a, "factor")),
    (11, limits),
    (10, evaluating),
    (10, derived),
    (24, chained),
    (5, two_answers),
    (14, definite),
    (7, one_sided),
    (11, within),
    (12, inequality),
    (4, monotone),
    (13, summed),
    (12, taylor),
    (3, nonzero),
    (6, inverse),
    (7, rounded),
    (4, lambda a: rounded_result(a, definite)),
    (2, lambda a: rounded_result(a, summed)),
    (2, lambda a: rounded_result(a, worded)),
    (9, implicit),
    (8, partial),
    (5, higher),
    (4, composed),
    (15, dsolve),
    (9, exact),
    (2, nth_term),
    (16, system),
    (14, matrix),
    (9, vector),
    (8, determinant),
    (5, eigenvalues),
    (7, partial_fractions),
    (6, division),
    (7, square),
    (7, complex_form),
    (5, expanded_logarithms),
    (5, single_logarithm),
    (5, rationalized),
    (3, sines_and_cosines),
    (4, single_angles),
    (3, collecting),
    (4, counting),
    (4, common),
    (3, primes),
    (3, modulus),
    (60, worded),
    (2, extremum),
    (10, story),
    (4, story_of_two),
    (2, enclosed),
    (2, asymptote),
    (2, root_given),
    (9, reduced),
    (8, basis),
    (5, vectors),
    (4, characteristic),
    (5, accumulated),
    (6, sequence),
    (3, two_matrices),
    (9, laplace),
    (9, inverse_laplace),
    (7, convergence),
    (16, told_by_a_word),
    (10, figure),
    (8, eigenvectors),
    (9, general),
    (6, parity),
    (6, stationary),
    (9, touching),
    (9, turning),
    (10, sketched),
    (9, measured),
    (8, between),
    (9, subject),
    (3, circuit),
    (5, discriminant),
    (6, parametric),
    (6, double),
    (5, surface),
    (7, antiderived),
    (7, dotted),
    (4, points),
    (2, roots),
    (2, angle),
)


UNFILLED = re.compile(r"(?<![A-Za-z}^_])\{\w\}")
"""A name that an objective does not have: `{p}`, but not a command's argument or an index."""
_UNICODE = (("^2", "²"), ("^3", "³"), ("sqrt(", "√("), ("pi", "π"), ("-", "−"), ("*", "·"), ("<=", "≤"))


def _typed(rng: random.Random, tex: str) -> str:
    """Replace some plain text by characters of keyboards and documents."""
    for plain, sign in _UNICODE:
        if rng.random() < 0.5 and (plain + "0" not in tex) and "**" not in tex:
            tex = tex.replace(plain, sign) if not any(plain + d in tex for d in "0123456789") or plain in "-*" else tex
    return tex


def _wrapped(rng: random.Random, tex: str) -> str:
    """Put dollars or a full stop around the expression, rarely."""
    pick = rng.random()
    if pick < 0.012:
        return rng.choice((f"${tex}$", rf"\({tex}\)", f"$${tex}$$"))
    return tex + rng.choice((".", ",", ";", r"\,.", "?")) if pick < 0.018 else tex


def sample(rng: random.Random, longest: int = 90) -> Sample:
    """Return one random problem whose expression is at most about ``longest`` characters long."""
    while True:
        make = rng.choices([k for _, k in _KINDS], [w for w, _ in _KINDS])[0]
        drawn = make(Author(rng))
        if (
            len(drawn.expression) <= longest + drawn.longer
            and len(drawn.objective) <= 200
            and not UNFILLED.search(drawn.objective)
        ):
            expression = _wrapped(rng, drawn.expression)
            if "\\" not in expression and rng.random() < 0.02:
                expression = _typed(rng, expression)
            return varied(rng, replace(drawn, expression=expression))
