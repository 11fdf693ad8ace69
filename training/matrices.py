"""Matrices: sums, products, powers, inverses and transposes, of what is printed or of named ones; and vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from training import matrices_words as words
from training.author import Author, Sample, call, plan_of
from training.grids import Grids
from training.notation import Node
from training.phrasing import asked

Factor = tuple[int, str]
"""Which of the matrices, and its mark: nothing, ``T``, or an exponent such as ``2`` or ``-1``."""


@dataclass(frozen=True)
class Term:
    """One term of a sum: its sign, its coefficient, and the factors."""

    sign: str
    size: int
    factors: tuple[Factor, ...]


def _term(sign: str, size: int, *factors: str) -> Term:
    return Term(sign, size, tuple(("AB".index(text[0]), text[1:]) for text in factors))


def matrix(author: Author) -> Sample:
    """Return a problem about one matrix or two."""
    rng = author.rng
    pick = rng.random()
    if pick < 0.22:
        return _single(author, "inverse", "-1")
    if pick < 0.32:
        return _single(author, "transpose", "T")
    if pick < 0.4:
        return _single(author, "power", rng.choice("2223345"))
    terms = _terms(author)
    grids = Grids(author.m, ("small",) * 14 + ("zeros",) * 4 + ("large", "large", "fractions", "letters"))
    printed = author.chance(0.45)
    grids.bracket = grids.bracket if printed else grids.bracket.replace("[array", "bmatrix")
    shapes = _shapes(author, terms)
    drawn = [grids.matrix(grids.entries(*shape)) for shape in shapes]
    if any(mark == "-1" for term in terms for _, mark in term.factors):
        drawn[0] = grids.matrix(_regular(author, grids, shapes[0][0]))
    kind = "product" if len(terms[0].factors) > 1 else "multiple"
    if len(terms) > 1:
        kind = "sum" if terms[1].sign == "+" else "difference"
    py = _text(terms, [node.py for node in drawn])
    if printed:
        forms = getattr(words, kind.upper())
        return Sample(
            "matrix",
            asked(rng, (*forms, *words.ANY, *words.ANY), words.SLOTS),
            _printed(author, terms, [node.tex for node in drawn]),
            variables(author, (), drawn),
            plan_of(call("matrix", py)),
            longer=130,
        )
    names = _names(author, len(drawn))
    goal = _printed(author, terms, names, letters=True)
    listed = names[0] if len(names) == 1 else f"{names[0]} and {names[1]}"
    objective = asked(rng, words.NAMED, words.SLOTS, e=goal, m=listed)
    return Sample(
        "matrix",
        objective,
        defined(author, names, drawn),
        variables(author, names, drawn),
        plan_of(call("matrix", py)),
        longer=130,
    )


def _terms(author: Author) -> tuple[Term, ...]:  # noqa: PLR0911 - one return a family
    rng = author.rng
    a, b = (rng.choice((1, 1, 2, 2, 3, 3, 4, 5, rng.randint(2, 9))) for _ in range(2))
    many = max(a, 2)
    sign = rng.choice("+-")
    pick = rng.random()
    if pick < 0.3:
        return (_term("+", 1, *rng.choice((("A", "B"),) * 4 + (("B", "A"),))),)
    if pick < 0.52:
        return (_term("+", 1, "A"), _term(sign, 1, "B"))
    if pick < 0.72:
        return (_term("+", a, "A"), _term(sign, b, "B"))
    if pick < 0.77:
        return (_term("+", 1, "B"), _term("-", b, "A"))
    if pick < 0.84:
        return (_term(rng.choice("+++-"), many, "A"),)
    if pick < 0.9:
        return (
            _term("+", 1, *rng.choice((("AT", "B"), ("A", "BT"), ("A", "AT"), ("AT", "A"), ("A-1", "B"), ("A2", "B")))),
        )
    if pick < 0.95:
        return (_term("+", 1, "A2"), _term(sign, many, "A"))
    return rng.choice(
        (
            (_term("+", 1, "A", "B"), _term("-", 1, "B", "A")),
            (_term("+", a, "A"), _term(sign, 1, "BT")),
            (_term("+", 1, "A2"), _term(sign, 1, "B")),
            (_term("+", 1, "A"), _term(sign, 1, "AT")),
            (_term("+", 1, "A", "B"), _term(sign, 1, "A")),
        )
    )


def _shapes(author: Author, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Return the sizes of the matrices, so that they fit."""
    rng = author.rng
    used = sorted({index for term in terms for index, _ in term.factors})
    marks = {mark for term in terms for _, mark in term.factors}
    n = rng.choice((2, 2, 2, 3))
    if len(terms) == 1 and len(terms[0].factors) == 2 and len(used) == 2 and not marks - {""} and author.chance(0.5):
        p, q, r = rng.choice((2, 2, 3)), rng.choice((2, 2, 3)), rng.choice((1, 1, 2, 3))
        p = 1 if r > 1 and author.chance(0.2) else p
        return [(p, q), (q, r)] if terms[0].factors[0][0] == 0 else [(q, r), (p, q)]
    if not marks - {""} and all(len(term.factors) == 1 for term in terms) and author.chance(0.3):
        return [rng.choice(((2, 3), (3, 2), (1, 3), (3, 1), (2, 1)))] * len(used)
    return [(n, n)] * len(used)


def _regular(author: Author, grids: Grids, size: int) -> list[list[Node]]:
    """Return whole entries of a matrix whose determinant is not zero, often one."""
    rng = author.rng
    while True:
        rows = [
            [rng.randint(-5, 9) if rng.random() < 0.75 else rng.randint(0, 2) for _ in range(size)] for _ in range(size)
        ]
        value = whole_determinant(rows)
        if value and (abs(value) < 12 or author.chance(0.1)):
            return [[grids.w.num(n) if n >= 0 else grids.w.neg(grids.w.num(-n)) for n in row] for row in rows]


def whole_determinant(rows: list[list[int]]) -> int:
    """Return the determinant of whole numbers."""
    if len(rows) == 1:
        return rows[0][0]
    return sum(
        (-1) ** j * value * whole_determinant([[*row[:j], *row[j + 1 :]] for row in rows[1:]])
        for j, value in enumerate(rows[0])
    )


def _single(author: Author, what: str, mark: str) -> Sample:
    """Return the inverse, the transpose or a power of one matrix."""
    rng = author.rng
    grids = Grids(author.m)
    if what == "inverse":
        rows = _regular(author, grids, rng.choice((2, 2, 2, 3)))
    elif what == "transpose":
        rows = grids.entries(*rng.choice(((2, 3), (3, 2), (2, 2), (3, 3), (1, 3), (3, 1))))
    else:
        grids.kind = "small" if grids.kind == "large" else grids.kind
        size = rng.choice((2, 2, 2, 3)) if mark == "2" else 2
        rows = grids.entries(size, size)
    node = grids.matrix(rows)
    term = (Term("+", 1, ((0, mark),)),)
    plan = plan_of(call("matrix", _text(term, [node.py])))
    pick = rng.random()
    if pick < 0.65:
        grids.bracket = grids.bracket.replace("[array", "bmatrix")
    said = words.SINGLE[what]
    if pick < 0.25:
        objective = asked(rng, (*words.ANY, *words.ANY[:2]), words.SLOTS)
        return Sample("matrix", objective, _printed(author, term, [node.tex]), variables(author, (), [node]), plan)
    names = _names(author, 1) if pick < 0.65 else []
    forms = (*said["named"], *said["plain"]) if names else said["plain"]
    name = names[0] if names else ""
    objective = asked(
        rng, forms, words.SLOTS, m=name or "A", e=_printed(author, term, [name or "A"], letters=True), p=mark
    )
    expression = defined(author, names, [node]) if names else node.tex
    return Sample("matrix", objective, expression, variables(author, names, [node]), plan, longer=60)


def _names(author: Author, count: int) -> list[str]:
    rng = author.rng
    if count == 1:
        return [rng.choice("AAAAAABMMCPTX")]
    return list(rng.choice(("AB",) * 10 + ("PQ", "MN", "XY", "CD", "BC", "ST")))


def variables(author: Author, names: Sequence[str], nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the letters of the entries, or the matrices' names, or any letter where there is none."""
    letters = sorted(set(re.findall(r"'sym', '(\w+)'", repr([node.tree for node in nodes]))))
    if letters and author.chance(0.9):
        return tuple(letters)
    pick = author.rng.random()
    if names and pick < 0.6:
        return tuple(names)
    return ("x",) if pick < 0.8 else ("A",) if pick < 0.93 else (author.variable,)


def defined(author: Author, names: list[str], nodes: list[Node]) -> str:
    """Write the definitions of matrices or vectors."""
    gap = " " if author.chance(0.85) else ""
    parts = [f"{name}{gap}={gap}{node.tex}" for name, node in zip(names, nodes, strict=True)]
    joints = (", ", ", ", ", ", r", \quad ", r",\quad ", r",\; ", r" \text{ and } ", " and ", r",\ ")
    return author.rng.choice(joints[:1] if author.plain_text else joints).join(parts)


def _printed(author: Author, terms: tuple[Term, ...], names: list[str], *, letters: bool = False) -> str:
    """Write the expression of matrices or of their names."""
    text = ""
    gap = "" if author.chance(0.12) else " "
    dot = "" if letters or author.plain_text else author.rng.choice(("", "", " ", r" \cdot "))
    braces = author.chance(0.5)
    for index, term in enumerate(terms):
        sign = term.sign if index else term.sign.replace("+", "")
        body = str(term.size) if term.size > 1 else ""
        for at, (which, mark) in enumerate(term.factors):
            exponent = f"^{{{mark}}}" if len(mark) > 1 or (braces and not letters) else f"^{mark}"
            body += (dot if at else "") + names[which] + (exponent if mark else "")
        text += f"{gap}{sign}{gap}{body}" if index else sign + body
    return text


def _text(terms: tuple[Term, ...], parts: list[str]) -> str:
    """Return the SymPy text."""
    made = ""
    for index, term in enumerate(terms):
        factors = [str(term.size)] if term.size > 1 else []
        for which, mark in term.factors:
            part = parts[which]
            factors.append(f"transpose({part})" if mark == "T" else f"{part}**{mark}" if mark else part)
        made += (term.sign if index or term.sign == "-" else "") + "*".join(factors)
    return made
