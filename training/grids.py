r"""Matrices and vectors as people write them, and as SymPy text.

One :class:`Grids` is one person's way of writing: the brackets, the gaps, and what kind of numbers are in them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from training.expressions import Maker
from training.notation import Node

_KINDS = ("small",) * 14 + ("zeros",) * 5 + ("large", "large", "fractions", "decimals", "surds", "letters")
_BRACKETS = ("pmatrix",) * 10 + ("bmatrix",) * 10 + ("[array", "(matrix", "[matrix")
_UNITS = ((r"\mathbf{i}", r"\mathbf{j}", r"\mathbf{k}"),) * 4 + (
    (r"\hat{i}", r"\hat{j}", r"\hat{k}"),
    (r"\vec{i}", r"\vec{j}", r"\vec{k}"),
    (r"\mathbf i", r"\mathbf j", r"\mathbf k"),
)


class Grids:
    """Writes matrices and vectors in one style."""

    def __init__(self, m: Maker, kinds: Sequence[str] = _KINDS) -> None:
        self.m = Maker(m.rng, m.variable, m.constants, replace(m.style, slash=0.0, space=0.0, left_right=0.0))
        self.rng, self.w = m.rng, self.m.w
        self.kind = self.rng.choice(kinds)
        self.plain = m.style.ascii and self.rng.random() < 0.3
        self.bracket = self.rng.choice(_BRACKETS)
        self.gap = self.rng.choice((" ", " ", " ", ""))
        self.comma = self.rng.choice((", ", ", ", ","))
        self.vectors = self.rng.choice(("angles",) * 5 + ("tuple",) * 4 + ("column",) * 5 + ("units",) * 4)
        self.units = self.rng.choice(_UNITS)
        self.letters = self.rng.choice(("abc", "abc", "k", "k", "x", "xy", "t", "a", "pqr"))

    def entry(self) -> Node:
        """Return one entry."""
        rng, w = self.rng, self.w
        pick = rng.random()
        if self.kind == "zeros" and pick < 0.4:
            return w.num(0)
        node = w.num(rng.randint(0, 9) if self.kind != "large" else rng.randint(5, 99))
        if self.kind == "fractions" and pick < 0.6:
            node = w.frac(w.num(rng.choice((1, 1, 2, 3, 5))), w.num(rng.randint(2, 8)))
        elif self.kind == "decimals" and pick < 0.6:
            node = w.num(f"{rng.randint(0, 3)}.{rng.randint(1, 9)}")
        elif self.kind == "surds" and pick < 0.35:
            node = w.root(w.num(rng.choice((2, 3, 5, 7))))
        elif self.kind == "letters" and pick < 0.45:
            node = self._lettered()
        return w.neg(node) if node.py != "0" and rng.random() < 0.27 and node.kind != "add" else node

    def _lettered(self) -> Node:
        rng, w = self.rng, self.w
        letter = w.sym(rng.choice(self.letters))
        pick = rng.random()
        if pick < 0.65:
            return letter
        number = w.num(rng.randint(1, 6))
        if pick < 0.85:
            return w.add([("+", letter), (rng.choice("+-"), number)])
        return w.mul(w.num(rng.randint(2, 6)), letter)

    def entries(self, rows: int, columns: int) -> list[list[Node]]:
        """Return rows of entries, not all of them zero."""
        while True:
            made = [[self.entry() for _ in range(columns)] for _ in range(rows)]
            if any(node.py != "0" for row in made for node in row):
                return made

    def matrix(self, rows: list[list[Node]]) -> Node:
        """Return a matrix of these entries."""
        lines = [",".join(node.py for node in row) for row in rows]
        py = f"Matrix([{','.join(lines if len(rows[0]) == 1 else (f'[{line}]' for line in lines))}])"
        tree = ("matrix", *(tuple(node.tree for node in row) for row in rows))
        if self.plain:
            lists = [f"[{self.comma.join(node.tex for node in row)}]" for row in rows]
            return Node(f"[{self.comma.join(lists)}]", py, tree, "matrix")
        return Node(self._enclosed(self.bracket, rows), py, tree, "matrix")

    def bars(self, rows: list[list[Node]]) -> str:
        """Return a determinant between bars."""
        return self._enclosed(self.rng.choice(("vmatrix",) * 7 + ("|matrix", "|array")), rows)

    def _enclosed(self, bracket: str, rows: list[list[Node]]) -> str:
        between, gap = (f"{self.gap}&{self.gap}", self.gap)
        body = f"{gap}\\\\{gap}".join(between.join(node.tex for node in row) for row in rows)
        name = bracket.lstrip("([|")
        columns = self.rng.choice("ccr") * len(rows[0])
        made = f"\\begin{{{name}}}{f'{{{columns}}}' if name == 'array' else ''}{gap}{body}{gap}\\end{{{name}}}"
        if name == bracket:
            return made
        close = {"(": ")", "[": "]", "|": "|"}[bracket[0]]
        return f"\\left{bracket[0]}{made}\\right{close}"

    def vector(self, entries: Sequence[Node]) -> Node:
        """Return a vector of these entries, in the person's way."""
        py = f"Matrix([{','.join(node.py for node in entries)}])"
        tree = ("vector", *(node.tree for node in entries))
        listed = self.comma.join(node.tex for node in entries)
        if self.plain or self.vectors == "tuple":
            return Node(f"({listed})", py, tree, "vector")
        if self.vectors == "angles":
            gap = self.rng.choice((" ", ""))
            return Node(rf"\langle {listed}{gap}\rangle", py, tree, "vector")
        if self.vectors == "column":
            return Node(self._enclosed(self.bracket, [[node] for node in entries]), py, tree, "vector")
        terms = []
        for node, unit in zip(entries, self.units, strict=False):
            negative = node.kind == "neg"
            size = node.tex.lstrip("- ")
            if node.py != "0":
                terms.append(("-" if negative else "+") + ("" if size == "1" else size) + unit)
        gap = " " if self.gap else ""
        text = "".join(f"{gap}{term[0]}{gap}{term[1:]}" for term in terms).strip()
        text = text.removeprefix("+").strip()
        return Node("-" + text[1:].strip() if text[0] == "-" else text, py, tree, "units")

    def vector_entries(self, size: int) -> list[Node]:
        """Return the entries of a vector; with unit vectors, no sums."""
        while True:
            made = [self.entry() for _ in range(size)]
            if any(node.py != "0" for node in made) and not any(
                self.vectors == "units" and node.kind == "add" for node in made
            ):
                return made
