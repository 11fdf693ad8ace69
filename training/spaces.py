"""Echelon forms, ranks, bases and eigenvectors of matrices."""

from __future__ import annotations

from training import spaces_words as words
from training.author import Author, Sample, call, plan_of
from training.determinants import whole_eigenvalues
from training.grids import Grids
from training.matrices import defined, variables
from training.notation import Node
from training.phrasing import asked

Steps = list[tuple[str, dict[str, str]]]
_NAMES = "AAAAAABMMC"
_SHAPES = ((2, 2), (2, 3), (2, 3), (3, 3), (3, 3), (3, 3), (3, 4), (3, 4), (2, 4), (3, 2), (4, 3), (4, 4))


def reduced(author: Author) -> Sample:
    """Ask for a matrix's reduced row echelon form, its rank, or its nullity."""
    rng = author.rng
    rows, columns = rng.choice(_SHAPES)
    grids = Grids(author.m, ("small",) * 8 + ("zeros",) * 3 + ("fractions",))
    node = grids.matrix(_dependent(author, grids, rows, columns))
    pick = rng.random()
    steps = [call("row_reduce" if pick < 0.45 else "rank", node.py)]
    kind, forms = ("row reduction", words.REDUCED) if pick < 0.45 else ("rank", words.RANK)
    if pick > 0.88:
        kind, forms = "nullity", words.NULLITY
        steps.append(call("simplify", f"{columns} - R1"))
    return _sample(author, kind, forms, node, steps)


def basis(author: Author) -> Sample:
    """Ask for a basis of the null space, the column space or the row space."""
    rng = author.rng
    grids = Grids(author.m, ("small", "zeros"))
    node = grids.matrix(_dependent(author, grids, *rng.choice(_SHAPES)))
    space = rng.choice(("null space", "null space", "column space", "column space", "row space"))
    names, short = words.SPACES[space]
    steps = [call("basis", node.py, space)]
    return _sample(author, "basis", words.BASIS, node, steps, s=rng.choice(names), w=rng.choice(short.split()))


def eigenvectors(author: Author) -> Sample:
    """Ask for eigenvectors, alone or with the eigenvalues."""
    grids = Grids(author.m, ("small",))
    node = grids.matrix(whole_eigenvalues(author, grids))
    return _sample(author, "eigenvectors", words.EIGENVECTORS, node, [call("eigenvectors", node.py)])


def _sample(author: Author, kind: str, forms: tuple[str, ...], node: Node, steps: Steps, **said: str) -> Sample:
    """Return the problem about a matrix, which has a name or none."""
    named = author.chance(0.55) and "[array" not in node.tex
    name = author.rng.choice(_NAMES)
    if not named:
        forms = tuple(text for text in forms if "{m}" not in text)
    objective = asked(author.rng, forms, words.SLOTS if named else words.UNNAMED, (), m=name, **said)
    tex = defined(author, [name], [node]) if named else node.tex
    return Sample(kind, objective, tex, variables(author, [name] if named else (), [node]), plan_of(*steps), longer=60)


def _dependent(author: Author, grids: Grids, rows: int, columns: int) -> list[list[Node]]:
    """Return entries; often the last row is a sum of multiples of the others."""
    rng, w = author.rng, grids.w
    if grids.kind == "fractions" or author.chance(0.45):
        return grids.entries(rows, columns)
    numbers = [
        [rng.choice((0, 1, 1, 2, 3, 4, -1, -2, rng.randint(-5, 9))) for _ in range(columns)] for _ in range(rows)
    ]
    a, b = rng.choice((1, 2, 3, -1)), rng.choice((0, 1, 1, -1)) if rows > 2 else 0
    numbers[-1] = [a * p + b * q for p, q in zip(numbers[0], numbers[1], strict=True)]
    return [[w.num(n) if n >= 0 else w.neg(w.num(-n)) for n in row] for row in numbers]
