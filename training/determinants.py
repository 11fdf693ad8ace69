"""Determinants and eigenvalues of matrices."""

from __future__ import annotations

from training import determinants_words as words
from training.author import Author, Sample, call, plan_of
from training.grids import Grids
from training.matrices import defined, variables
from training.notation import Node
from training.phrasing import asked

_NAMES = "AAAAAABMMCPTX"


def determinant(author: Author) -> Sample:
    """Return a determinant, of what is printed or of a named matrix."""
    rng = author.rng
    if author.chance(0.1):
        return _singular(author)
    if author.chance(0.12):
        return _of_several(author)
    size = rng.choice((2, 2, 2, 3, 3, 3, 3, 4))
    grids = Grids(
        author.m, ("small",) * 14 + ("zeros",) * 5 + ("large", "fractions", "surds", "letters", "letters", "letters")
    )
    grids.kind = "zeros" if size == 4 and author.chance(0.6) else grids.kind
    rows = grids.entries(size, size)
    node = grids.matrix(rows)
    plan = plan_of(call("determinant", node.py))
    pick = rng.random()
    extra = words.THREE if size > 2 else ()
    if pick < 0.4 and not grids.plain:
        objective = asked(rng, (*words.BARS, *words.VALUE, *extra), words.SLOTS, m="A")
        return Sample("determinant", objective, grids.bars(rows), variables(author, (), [node]), plan, longer=60)
    if pick < 0.45:
        sign = r"\det" if not grids.plain else "det"
        tex = f"{sign}({node.tex})" if grids.plain or author.chance(0.5) else f"{sign} {node.tex}"
        objective = asked(rng, (*words.VALUE, *words.PLAIN), words.SLOTS, m="A")
        return Sample("determinant", objective, tex, variables(author, (), [node]), plan, longer=60)
    if pick < 0.62:
        objective = asked(rng, (*words.PLAIN, *extra), words.SLOTS, m="the matrix")
        return Sample("determinant", objective, node.tex, variables(author, (), [node]), plan, longer=60)
    name = rng.choice(_NAMES)
    objective = asked(
        rng, (*words.NAMED, *words.NAMED, *words.PLAIN, *extra), words.SLOTS, m=name, e=_sign(author, name)
    )
    return Sample(
        "determinant",
        objective,
        defined(author, [name], [node]),
        variables(author, [name], [node]),
        plan,
        longer=60,
    )


def _sign(author: Author, text: str) -> str:
    """Return how people write the determinant of what has a name."""
    signs = ("det({})", "det({})", "det({})", "|{}|", "|{}|", r"\det({})", r"\det(@)", "det {}", r"\det {}")
    return author.rng.choice(signs[:5] if len(text) > 1 else signs).replace("@", text).replace("{}", text)


def _of_several(author: Author) -> Sample:
    """Return the determinant of a product, a multiple, a power, an inverse or a transpose."""
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    size, scale = rng.choice((2, 2, 3)), rng.randint(2, 5)
    what = rng.choice(("AB", "AB", "BA", "kA", "kA", "AT", "A2", "A+B", "A-B"))
    names = list(rng.choice(("AB",) * 8 + ("PQ", "MN", "ST")))
    a, b = names
    said = {
        "AB": a + b,
        "BA": b + a,
        "kA": f"{scale}{a}",
        "AT": f"{a}^T",
        "A2": f"{a}^2",
        "A+B": f"{a} + {b}",
        "A-B": f"{a} - {b}",
    }
    nodes = [grids.matrix(grids.entries(size, size)) for _ in range(2 if "B" in what else 1)]
    p, q = nodes[0].py, nodes[-1].py
    made = {"AB": f"{p}*{q}", "BA": f"{q}*{p}", "kA": f"{scale}*{p}", "AT": f"transpose({p})", "A2": f"{p}**2"}
    py = made.get(what, f"{p}{what[1]}{q}")
    used = names[: len(nodes)]
    objective = asked(rng, words.FORMULA, words.SLOTS, m=" and ".join(used), e=_sign(author, said[what]))
    return Sample(
        "determinant",
        objective,
        defined(author, used, nodes),
        variables(author, used, nodes),
        plan_of(call("determinant", py)),
        longer=110,
    )


def _singular(author: Author) -> Sample:
    """Return a matrix whose determinant is zero for some values of a letter, or its characteristic polynomial."""
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    size = rng.choice((2, 2, 2, 3))
    rows = grids.entries(size, size)
    letter = rng.choice("kkkxatmpc")
    w, named = grids.w, author.chance(0.4)
    name = rng.choice(_NAMES) if named else ""
    if named:
        grids.bracket = grids.bracket.replace("[array", "bmatrix")
    for row, column in ((rng.randrange(size), rng.randrange(size)), (rng.randrange(size), rng.randrange(size))):
        node = w.sym(letter)
        if author.chance(0.4):
            node = w.add([("+", node), (rng.choice("+-"), w.num(rng.randint(1, 6)))])
        rows[row][column] = node
    made = grids.matrix(rows)
    steps = [call("determinant", made.py), call("solve", "R1", letter)]
    objective = asked(rng, words.SINGULAR, words.SLOTS, v=letter, m=name or "the matrix", e=_sign(author, name or "A"))
    expression = defined(author, [name], [made]) if named else made.tex
    return Sample("singular", objective, expression, (letter,), plan_of(*steps), longer=60)


def eigenvalues(author: Author) -> Sample:
    """Return a matrix whose eigenvalues are asked."""
    rng = author.rng
    grids = Grids(author.m, ("small",))
    w, nodes = grids.w, whole_eigenvalues(author, grids)
    if len(nodes) == 2 and author.chance(0.04):
        nodes[rng.randrange(2)][rng.randrange(2)] = w.frac(w.num(1), w.num(rng.randint(2, 4)))
    named = author.chance(0.5)
    if named:
        grids.bracket = grids.bracket.replace("[array", "bmatrix")
    node: Node = grids.matrix(nodes)
    name = rng.choice(_NAMES) if named else ""
    forms = (*words.EIGEN, *words.EIGEN_NAMED) if named else words.EIGEN
    objective = asked(rng, forms, words.SLOTS, words.EIGEN_REMARKS, m=name)
    given = variables(author, [name] if named else (), [node])
    if author.chance(0.15):
        given = ("lambda",)
    expression = defined(author, [name], [node]) if named else node.tex
    return Sample(
        "eigenvalues",
        objective,
        expression,
        given,
        plan_of(call("eigenvalues", node.py)),
        longer=60,
    )


def whole_eigenvalues(author: Author, grids: Grids) -> list[list[Node]]:
    """Return the entries of a square matrix whose eigenvalues are whole, mostly."""
    w = grids.w
    rows = _two(author) if author.chance(0.75) else _three(author)
    return [[w.num(n) if n >= 0 else w.neg(w.num(-n)) for n in row] for row in rows]


def _two(author: Author) -> list[list[int]]:
    """Return two rows; the eigenvalues of most are whole numbers."""
    rng = author.rng
    if author.chance(0.25):
        return [[rng.randint(-6, 9), rng.randint(-6, 9)], [rng.randint(-6, 9), rng.randint(-6, 9)]]
    if author.chance(0.15):
        a, b = rng.randint(-4, 5), rng.randint(1, 5)
        return rng.choice(([[a, -b], [b, a]], [[a, b], [-b, a]], [[0, 1], [-b, a]], [[0, -b], [b, 0]]))
    while True:
        one, two, a = rng.randint(-6, 8), rng.randint(-6, 8), rng.randint(-6, 9)
        d = one + two - a
        rest = a * d - one * two
        divisors = [n for n in range(-9, 10) if n and rest % n == 0 and abs(rest // n) <= 12]
        if divisors:
            b = rng.choice(divisors)
            return [[a, b], [rest // b, d]] if rest else [[a, b], [0, d]] if author.chance(0.5) else [[a, 0], [b, d]]


def _three(author: Author) -> list[list[int]]:
    """Return three rows: triangular, in blocks, or of a simple pattern."""
    rng = author.rng
    pick = rng.random()
    if pick < 0.3:
        upper = author.chance(0.6)
        return [[rng.randint(-5, 7) if i == j or (i < j) is upper else 0 for j in range(3)] for i in range(3)]
    if pick < 0.8:
        (a, b), (c, d) = _two(author)
        e, f, g = rng.randint(-5, 7), rng.choice((0, 0, rng.randint(-4, 5))), rng.choice((0, 0, rng.randint(-4, 5)))
        return rng.choice(
            (
                [[a, b, 0], [c, d, 0], [f, g, e]],
                [[e, f, g], [0, a, b], [0, c, d]],
                [[a, 0, b], [f, e, g], [c, 0, d]],
                [[a, b, f], [c, d, g], [0, 0, e]],
            )
        )
    a, b = rng.randint(-3, 5), rng.choice((1, 1, -1, 2))
    return rng.choice(
        ([[a, b, b], [b, a, b], [b, b, a]], [[a, b, 0], [b, a, b], [0, b, a]], [[a, -b, 0], [-b, a, 0], [0, 0, b]])
    )
