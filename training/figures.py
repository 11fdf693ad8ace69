"""Questions that a word answers about a function at a point, a number, two lines, a conic or a linear system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from training import properties_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.families import integer_polynomial
from training.notation import Node
from training.phrasing import asked
from training.systems import combined, system

_JOINTS = (", ", ", ", r", \quad ", r",\ ", r" \text{ and } ", " and ", "; ")


def _at_point(author: Author) -> Sample:
    """Ask whether a function rises or bends at a point, or what kind of gap it has there."""
    rng = author.rng
    x = author.variable = rng.choice("xxxxxxxttu")
    m = Maker(rng, x, (), author.m.style)
    a = rng.choice((0, 1, 2, 3, -1, -2, rng.randint(-6, 9)))
    kind, forms = rng.choice((("slope", words.RISING), ("concavity", words.BENT), ("discontinuity", words.GAP)))
    node = rng.choice((lambda: m.polynomial(2), lambda: m.polynomial(3), m.simple, m.simple, m.quotient))()
    if kind == "discontinuity":
        hole = integer_polynomial(m, [1, -a]) if a else m.x
        square = integer_polynomial(m, [1, 0, -a * a]) if a else m.w.power(m.x, m.w.num(2))
        product = integer_polynomial(m, [1, (b := rng.choice((1, 2, 3, -4))) - a, -a * b])
        tops = (m.w.num(rng.randint(1, 9)), m.linear(), square, product, m.x)
        node = m.w.frac(rng.choice(tops), rng.choice((hole, hole, square, product)))
    name = rng.choice("fffffghp")
    objective = asked(rng, forms, words.SLOTS, (), v=x, c=name, p=str(a))
    tex = f"{name}({x}) = {node.tex}" if author.chance(0.9) else f"y = {node.tex}"
    return Sample(f"classify: {kind}", objective, tex, (x,), plan_of(call("classify", node.py, x, str(a), kind)))


def _number(author: Author) -> Sample:
    """Ask whether a number is rational."""
    rng, w = author.rng, author.m.w
    a, b, c = (w.num(rng.choice((2, 3, 5, 8, 12, 18, 27, 50, rng.randint(2, 99)))) for _ in range(3))
    square = w.num(rng.randint(2, 15) ** 2)
    options: tuple[Callable[[], Node], ...] = (
        lambda: w.root(a),
        lambda: w.root(square),
        lambda: w.mul(w.root(a), w.root(b)),
        lambda: w.add([("+", w.root(a)), (rng.choice("+-"), w.root(b))]),
        lambda: w.frac(w.root(a), w.root(b)),
        lambda: w.frac(a, b),
        lambda: w.frac(w.root(a), c),
        lambda: w.num(f"{rng.randint(0, 9)}.{rng.randint(1, 999)}"),
        lambda: w.add([("+", w.sym("pi")), (rng.choice("+-"), a)]),
        lambda: w.mul(a, w.sym("pi")),
        lambda: w.power(w.paren(w.add([("+", w.num(1)), ("+", w.root(a))])), w.num(2)),
        lambda: w.exp(w.num(rng.randint(1, 3))),
    )
    node = rng.choice(options)()
    objective = asked(rng, words.RATIONALITY, words.SLOTS, (), p=node.tex)
    return Sample(
        "classify: rationality", objective, node.tex, ("x",), plan_of(call("classify", node.py, "rationality"))
    )


def _system(author: Author) -> Sample:
    """Ask how many solutions a linear system has."""
    rng = author.rng
    forms = words.SOLVABILITY
    if author.chance(0.3):
        while (drawn := system(author)).plan.steps[0].args.expr.count("**") or "/" in drawn.plan.steps[0].args.expr:  # type: ignore[union-attr]
            author = Author(rng)
        py = drawn.plan.steps[0].args.expr  # type: ignore[union-attr]
        plan = plan_of(call("classify", py, "solvability"))
        return replace(drawn, kind="classify: solvability", objective=asked(rng, forms, words.SLOTS), plan=plan)
    names = rng.choice((("x", "y"),) * 6 + (("a", "b"), ("u", "v")))
    tex, py = _pair(author, names, dependent=author.chance(0.6))
    objective = asked(rng, forms, words.SLOTS)
    return Sample("classify: solvability", objective, tex, names, plan_of(call("classify", py, "solvability")))


def _pair(author: Author, letters: tuple[str, str], *, dependent: bool) -> tuple[str, str]:
    """Return two linear equations as written, and as SymPy text."""
    rng = author.rng
    m = Maker(rng, letters[0], (), author.m.style)
    row = [rng.choice((1, 2, 3, 4, 5, -1, -2, -3)) for _ in range(2)]
    k = rng.choice((2, 3, -1, -2, 4))
    other = [k * n for n in row] if dependent else [rng.choice((1, 2, 3, -1, -2, -4)) for _ in range(2)]
    total = rng.randint(-9, 12)
    ends = [total, k * total if author.chance(0.5) else rng.randint(-12, 20)]
    w = m.w
    sides = [
        (combined(m, one, letters), w.num(end) if end >= 0 else w.neg(w.num(-end)))
        for one, end in zip((row, other), ends, strict=True)
    ]
    tex = [f"{left.tex} = {right.tex}" for left, right in sides]
    py = ",".join(f"Eq({left.py},{right.py})" for left, right in sides)
    if not author.plain_text and author.chance(0.3):
        return rf"\begin{{cases}} {tex[0]} \\ {tex[1]} \end{{cases}}", py
    return rng.choice(_JOINTS[:1] if author.plain_text else _JOINTS).join(tex), py


def _lines(author: Author) -> Sample:
    """Ask whether two lines are parallel or perpendicular."""
    rng = author.rng
    m = Maker(rng, "x", (), author.m.style)
    w = m.w
    if author.chance(0.4):
        tex, py = _pair(author, ("x", "y"), dependent=author.chance(0.4))
    else:
        slope = rng.choice((2, 3, 4, -1, -2, 5))
        turned = w.frac(w.num(1), w.num(abs(slope))) if abs(slope) > 1 else w.num(1)
        steep = [w.num(abs(slope)) if slope > 0 else w.neg(w.num(-slope))]
        steep += [w.num(abs(slope)), turned, w.neg(turned), w.num(rng.randint(1, 9))]
        first, second = rng.choice(steep[:2]), rng.choice(steep)
        nodes = [w.add([("+", w.mul(one, m.x)), (m.sign(), w.num(rng.randint(1, 9)))]) for one in (first, second)]
        tex = rng.choice(_JOINTS[:1] if author.plain_text else _JOINTS).join(f"y = {node.tex}" for node in nodes)
        py = ",".join(f"Eq(y,{node.py})" for node in nodes)
    objective = asked(rng, words.LINES, words.SLOTS)
    return Sample("classify: lines", objective, tex, ("x", "y"), plan_of(call("classify", py, "lines")))


def _conic(author: Author) -> Sample:
    """Ask what kind of a conic an equation describes."""
    rng = author.rng
    m, n = Maker(rng, "x", (), author.m.style), Maker(rng, "y", (), author.m.style)
    w = m.w
    a, b, c = (rng.choice((1, 1, 2, 3, 4, 9, 16, 25)) for _ in range(3))
    squares = [w.power(one.x, w.num(2)) for one in (m, n)]
    scaled = [square if size == 1 else w.mul(w.num(size), square) for square, size in zip(squares, (a, b), strict=True)]
    linear = [w.mul(w.num(rng.randint(2, 12)), one.x) for one in (m, n)]
    kind = rng.random()
    if kind < 0.25:
        left = w.add([("+", w.frac(squares[0], w.num(a + 3))), (rng.choice("+-"), w.frac(squares[1], w.num(b + 3)))])
        right = w.num(1)
    elif kind < 0.45:
        left = w.add([("+", scaled[0]), (m.sign(), linear[0]), (m.sign(), n.x), (m.sign(), w.num(c))])
        right = w.num(0)
    elif kind < 0.6:
        left, right = w.add([("+", scaled[0]), (rng.choice("+-"), scaled[1])]), w.num(c * 4)
    elif kind < 0.7:
        left, right = n.x, w.add([("+", scaled[0]), (m.sign(), linear[0])])
    else:
        terms = [("+", scaled[0]), (rng.choice("+-"), scaled[1]), (m.sign(), linear[0]), (m.sign(), linear[1])]
        left, right = w.add([*terms, (m.sign(), w.num(c))]), w.num(0)
    objective = asked(rng, words.CONIC, words.SLOTS)
    plan = plan_of(call("classify", f"Eq({left.py},{right.py})", "conic"))
    return Sample("classify: conic", objective, f"{left.tex} = {right.tex}", ("x", "y"), plan)


def figure(author: Author) -> Sample:
    """Ask one of these questions."""
    return author.rng.choice((_at_point, _at_point, _number, _system, _lines, _conic))(author)
