"""Projections, areas and volumes of vectors, characteristic polynomials, two matrices at once, and what has a limit."""

from __future__ import annotations

from training import further_words as words
from training.author import Author, Sample, call, plan_of
from training.calculus import limit_expression
from training.expressions import Maker
from training.factors import greek
from training.grids import Grids
from training.matrices import defined, variables
from training.notation import Node
from training.phrasing import asked


def vectors(author: Author) -> Sample:
    """Ask for a projection, the area of a parallelogram, a triple product, or the volume of a parallelepiped."""
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    what = rng.choice(("projection", "projection", "along", "area", "triple", "volume"))
    size = 3 if what in ("area", "triple", "volume") else rng.choice((2, 3))
    drawn = [grids.vector(grids.vector_entries(size)) for _ in range(3 if what in ("triple", "volume") else 2)]
    names = list(rng.choice(("uvw", "abc", "pqr", "uvw")))[: len(drawn)]
    style = "%s" if author.plain_text else rng.choice((r"\mathbf{%s}", "%s", r"\vec{%s}"))
    styled = [style % name for name in names]
    said = names if author.chance(0.6) else styled
    u, v, w = (*(node.py for node in drawn), "")[:3]
    forms, steps = {
        "projection": (words.PROJECTION, [call("matrix", f"dot({u},{v})/dot({v},{v})*{v}")]),
        "along": (words.ALONG, [call("matrix", f"dot({u},{v})/norm({v})")]),
        "area": (words.AREA, [call("matrix", f"norm(cross({u},{v}))")]),
        "triple": (words.TRIPLE, [call("matrix", f"dot({u},cross({v},{w}))")]),
        "volume": (words.VOLUME, [call("matrix", f"Abs(dot({u},cross({v},{w})))")]),
    }[what]
    cross = rng.choice((r" \times ", " × ", " x "))
    dot = rng.choice((r" \cdot ", " · "))
    formula = f"{said[0]}{dot}({said[1]}{cross}{said[-1]})"
    objective = asked(rng, forms, words.SLOTS, (), p=said[0], q=said[1], r=said[-1], e=formula)
    tex = defined(author, styled, drawn)
    return Sample(f"vectors: {what}", objective, tex, variables(author, names, drawn), plan_of(*steps), longer=110)


def characteristic(author: Author) -> Sample:
    """Ask for a matrix's characteristic polynomial."""
    rng = author.rng
    grids = Grids(author.m, ("small",))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    size = rng.choice((2, 2, 2, 3))
    rows, name = grids.entries(size, size), rng.choice("AAAAAABM")
    node = grids.matrix(rows)
    lines = [
        [entry.py + "-lambda" * (i == j) if entry.py != "0" or i != j else "-lambda" for j, entry in enumerate(row)]
        for i, row in enumerate(rows)
    ]
    py = ",".join(f"[{','.join(line)}]" for line in lines)
    objective = asked(rng, words.CHARACTERISTIC, words.SLOTS, (), m=name)
    names = rng.choice((("lambda",), ("lambda",), ("lambda",), (name,)))
    tex = defined(author, [name], [node])
    plan = plan_of(call("determinant", f"Matrix([{py}])"))
    return Sample("characteristic polynomial", objective, tex, names, plan, longer=60)


def accumulated(author: Author) -> Sample:
    """Differentiate an integral in its upper bound."""
    rng = author.rng
    x, t = rng.choice((("x", "t"),) * 6 + (("t", "u"), ("x", "u"), ("s", "t")))
    m = Maker(rng, t, (), author.m.style)
    node = rng.choice((m.simple, m.simple, lambda: m.polynomial(2), lambda: m.w.root(m.polynomial(2)), m.function))()
    node = m.w.paren(node) if node.kind in ("add", "neg") else node
    called, low = rng.choice("gFFGfh"), rng.choice(("0", "0", "1", "1", "2", "-1", "a", r"\pi"))
    lower = low if len(low) == 1 and author.chance(0.6) else f"{{{low}}}"
    top = x if author.chance(0.6) else f"{{{x}}}"
    gap = rng.choice((r"\,", r" \, ", " "))
    tex = rf"{called}({x}) = \int_{lower}^{top} {node.tex}{gap}d{t}"
    objective = asked(rng, words.ACCUMULATED, words.SLOTS, (), c=called, v=x)
    names = (x, t) if author.chance(0.5) else (x,)
    return Sample("accumulated", objective, tex, names, plan_of(call("substitute", node.py, t, x)), longer=10)


def sequence(author: Author) -> Sample:
    """Ask for the limit of a sequence."""
    rng = author.rng
    n = rng.choice(("n", "n", "n", "k"))
    m = Maker(rng, n, (), author.m.style)
    w = m.w
    ratio = w.frac(w.num(rng.randint(1, 5)), m.x)
    options = (
        lambda: w.frac(m.polynomial(2), m.polynomial(2)),
        lambda: w.frac(m.polynomial(3), m.polynomial(3)),
        lambda: w.power(w.paren(w.add([("+", w.num(1)), (m.sign(), ratio)])), m.x),
        lambda: w.frac(w.func(rng.choice(("log", "sin", "cos")), m.x), m.x),
        lambda: w.frac(m.linear(), m.linear()),
        lambda: w.add([("+", w.root(w.add([("+", w.power(m.x, w.num(2))), ("+", m.x)]))), ("-", m.x)]),
        lambda: limit_expression(m),
    )
    node = rng.choice(options)()
    letter = rng.choice("aaaabxs")
    head = f"{letter}_{n} = " if author.chance(0.8) else rng.choice((rf"\{{{letter}_{n}\}} = ", ""))
    objective = asked(rng, words.SEQUENCE, words.SLOTS, (), v=greek(n))
    return Sample("limit of a sequence", objective, head + node.tex, (n,), plan_of(call("limit", node.py, n, "oo")))


def two_matrices(author: Author) -> Sample:
    """Ask for a sum and a difference of two matrices, or for both products."""
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    p, q = rng.choice(("AB",) * 6 + ("PQ", "MN"))
    size = rng.choice((2, 2, 2, 3))
    drawn: list[Node] = [grids.matrix(grids.entries(size, size)) for _ in range(2)]
    a, b = (node.py for node in drawn)
    forms, made = rng.choice(
        ((words.SUM_AND_DIFFERENCE, (f"{a}+{b}", f"{a}-{b}")), (words.PRODUCTS, (f"{a}*{b}", f"{b}*{a}")))
    )
    objective = asked(rng, forms, words.SLOTS, (), p=p, q=q)
    plan = plan_of(*(call("matrix", py) for py in made), results=(1, 2))
    tex = defined(author, [p, q], drawn)
    return Sample("two matrices", objective, tex, variables(author, [p, q], drawn), plan, longer=110)
