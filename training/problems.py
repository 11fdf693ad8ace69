"""Random problems of the family: objective, expression, variables, and the right plan."""

from __future__ import annotations

import random
from collections.abc import Callable

from training.author import Author, Sample
from training.several import chained, derived
from training.single import calculus, evaluating, limits, rewriting, solving

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
)


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
            len(drawn.expression) <= longest
            and len(drawn.objective) <= 120
            and "{" not in drawn.objective.replace("\\frac{", "")
        ):
            expression = _wrapped(rng, drawn.expression)
            if "\\" not in expression and rng.random() < 0.02:
                expression = _typed(rng, expression)
            return Sample(drawn.kind, drawn.objective, expression, drawn.variables, drawn.plan, drawn.tree)
