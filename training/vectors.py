"""Vectors: products, lengths, sums; and determinants and eigenvalues of matrices."""

from __future__ import annotations

from collections.abc import Sequence

from training import vectors_words as words
from training.author import Author, Sample, call, plan_of
from training.grids import Grids
from training.matrices import defined, variables
from training.notation import Node
from training.phrasing import asked

_STYLES = (r"\mathbf{%s}",) * 5 + ("%s",) * 7 + (r"\vec{%s}",) * 3 + (r"\vec %s", r"\mathbf %s")


def vector(author: Author) -> Sample:
    """Return a problem about one vector or two."""
    rng = author.rng
    grids = Grids(author.m, ("small",) * 14 + ("zeros",) * 3 + ("large", "fractions", "surds", "decimals", "letters"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    what = rng.choice(("dot",) * 6 + ("cross",) * 6 + ("norm",) * 5 + ("sum",) * 4 + ("unit", "unit"))
    size = 3 if what == "cross" else rng.choice((2, 3, 3)) if what != "dot" or author.chance(0.95) else 4
    if size == 4 and grids.vectors == "units":
        grids.vectors = "angles"
    count = 1 if what in ("norm", "unit") else 2
    drawn = [grids.vector(grids.vector_entries(size)) for _ in range(count)]
    if what == "sum":
        return _combined(author, grids, drawn)
    py = _TEXTS[what].format(*(node.py for node in drawn))
    said = words.VECTORS[what]
    style = "%s" if author.plain_text else rng.choice(_STYLES)
    names = list(
        rng.choice(
            ("v", "v", "u", "a", "w", "r", "F") if count == 1 else ("uv",) * 4 + ("ab",) * 4 + ("vw", "pq", "cd")
        )
    )
    plain = author.chance(0.6)
    shown = names if plain else [style % name for name in names]
    units = drawn[0].kind == "units"
    if author.chance(0.08 if units and what != "norm" else 0.45) and what in ("dot", "cross", "norm"):
        return _printed(author, what, drawn, py, said["plain"])
    if author.chance(0.12) and what in ("unit", "norm"):
        expression, forms = drawn[0].tex, said["plain"]
    elif author.chance(0.12) and what not in ("unit", "norm") and not units:
        joint = rng.choice((r" \text{ and } ", ", ", " and ", r",\quad ", r", \; "))
        expression, forms = drawn[0].tex + joint + drawn[1].tex, said["plain"]
    else:
        expression = defined(author, [style % name for name in names], drawn)
        forms = (*said["named"], *said["named"], *said["plain"])
    both = {
        "m": shown[0],
        "n": shown[-1],
        "p": f"{shown[0]} and {shown[-1]}",
        "e": _sign(author, what, shown, plain=plain),
    }
    objective = asked(rng, forms, words.SLOTS, words.VECTOR_REMARKS.get(what, ()), **both)
    return Sample(
        "matrix",
        objective,
        expression,
        variables(author, names, drawn),
        plan_of(call("matrix", py)),
        longer=90,
    )


_TEXTS = {
    "dot": "dot({},{})",
    "cross": "cross({},{})",
    "norm": "norm({})",
    "unit": "{0}/norm({0})",
}


def _sign(author: Author, what: str, names: Sequence[str], *, plain: bool) -> str:
    """Return the question as a formula of names."""
    rng = author.rng
    if what == "norm":
        left, right = rng.choice((("|", "|"), ("|", "|"), ("||", "||"), (r"\|", r"\|")))
        return left + names[0] + right
    if what == "unit":
        return names[0]
    dots = ("·", "·", ".", r" \cdot ") if plain else (r" \cdot ", r" \cdot ", r"\cdot")
    crosses = (" × ", " × ", " x ", r" \times ") if plain else (r" \times ", r" \times ")
    sign = rng.choice(dots if what == "dot" else crosses)
    return f"{names[0]}{' · ' if sign == '·' and author.chance(0.7) else sign}{names[1]}"


def _printed(author: Author, what: str, drawn: Sequence[Node], py: str, forms: Sequence[str]) -> Sample:
    """Return a problem whose expression shows the operation."""
    rng = author.rng
    parts = [f"({node.tex})" if node.kind == "units" else node.tex for node in drawn]
    if what == "norm":
        bars = ((r"\|", r"\|"), ("|", "|"), (r"\left\|", r"\right\|"), (r"\left|", r"\right|"))
        left, right = ("|", "|") if author.plain_text else rng.choice(bars)
        tex = left + (drawn[0].tex) + right
        tex = drawn[0].tex if drawn[0].kind == "units" or author.chance(0.35) else tex
        forms = forms if tex == drawn[0].tex else (*forms, *words.VALUE)
    else:
        gap = " " if author.chance(0.9) else ""
        sign = (r"\cdot" if what == "dot" else r"\times") if not author.plain_text else "·" if what == "dot" else "×"
        tex = f"{parts[0]}{gap}{sign}{gap or ' '}{parts[1]}"
        forms = (*forms, *words.VALUE) if drawn[0].tex.startswith(r"\langle") else forms
    names = {"m": "v", "n": "w", "p": "the vectors", "e": "it"}
    objective = asked(rng, forms, words.SLOTS, (), **names)
    return Sample(
        "matrix",
        objective,
        tex,
        variables(author, (), drawn),
        plan_of(call("matrix", py)),
        longer=90,
    )


def _combined(author: Author, grids: Grids, drawn: Sequence[Node]) -> Sample:
    """Return a sum of multiples of two vectors."""
    rng = author.rng
    a, b = (rng.choice((1, 1, 2, 2, 3, 3, 4, 5)) for _ in range(2))
    sign = rng.choice("+-")
    first, second = ("" if n == 1 else f"{n}*" for n in (a, b))
    py = f"{first}{drawn[0].py}{sign}{second}{drawn[1].py}"
    style = "%s" if author.plain_text else rng.choice(_STYLES)
    names = list(rng.choice(("uv",) * 4 + ("ab",) * 4 + ("vw", "pq")))
    parts = [style % name for name in names]
    shown = names if author.chance(0.6) else parts
    formula = f"{a if a > 1 else ''}{shown[0]} {sign} {b if b > 1 else ''}{shown[1]}"
    if author.chance(0.3) and grids.vectors in ("angles", "column"):
        objective = asked(rng, (*words.VALUE, *words.SUMS), words.SLOTS)
        tex = f"{a if a > 1 else ''}{drawn[0].tex} {sign} {b if b > 1 else ''}{drawn[1].tex}"
    else:
        objective = asked(rng, words.NAMED, words.SLOTS, p=f"{shown[0]} and {shown[1]}", e=formula)
        tex = defined(author, parts, list(drawn))
    return Sample("matrix", objective, tex, variables(author, names, drawn), plan_of(call("matrix", py)), longer=90)
