"""Inverse functions, and functions of functions."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.factors import greek
from training.points import point
from training.wordings import phrases

INVERSE = phrases(
    """find the inverse function|find the inverse function|find the inverse of the function|find the inverse|inverse|
    find f^{{-1}}({v})|find f^{{-1}}({v})|find f^-1({v})|find the inverse of f|find an expression for f^{{-1}}({v})|
    find a formula for the inverse|find a formula for the inverse function|inverse function|determine the inverse|
    determine the inverse function|compute the inverse function|work out f^{{-1}}({v})|find f^{{-1}}|
    what is the inverse?|the function is one-to-one. Find its inverse|find the inverse function of f|
    state the inverse function|express f^{{-1}}({v}) in terms of {v}|find the inverse of the one-to-one function|
    obtain the inverse of f|calculate the inverse function|what is the inverse of f?|
    write down the inverse of the function|f^{{-1}}({v})|find the inverse and use the same letter|
    swap the variables and find the inverse function|find f inverse"""
)
INVERSE_AT = phrases(
    """find f^{{-1}}({p})|evaluate f^{{-1}}({p})|find the value of f^{{-1}}({p})|work out f^{{-1}}({p})|
    calculate f^{{-1}}({p})|write down f^{{-1}}({p})|f^-1({p})|what is f^{{-1}}({p})?|
    find the inverse function at {p}"""
)
COMPOSED = phrases(
    """find {f}({g}({v}))|find {f}({g}({v}))|find ({f} \\circ {g})({v})|find ({f} \\circ {g})({v})|
    find ({f} o {g})({v})|compute {f}({g}({v}))|compute ({f} \\circ {g})({v})|find {f} \\circ {g}|
    ({f} \\circ {g})({v})|{f}({g}({v}))|find the composite function {f}({g}({v}))|
    find the composition {f}({g}({v}))|determine ({f} \\circ {g})({v})|find {f}{g}({v})|find {f}{g}({v})|
    find $ {f}{g}({v}) $|evaluate {f}({g}({v}))|find {f}o{g}|work out {f}({g}({v}))|
    find a formula for {f}({g}({v}))|write an expression for ({f} \\circ {g})({v})|find ({f} ∘ {g})({v})|
    find an expression for {f}{g}({v})|express {f}({g}({v})) in terms of {v}|find the composition {f} \\circ {g}"""
)
COMPOSED_AT = phrases(
    """find {f}({g}({p}))|find {f}({g}({p}))|evaluate {f}({g}({p}))|find ({f} \\circ {g})({p})|find {f}{g}({p})|
    evaluate {f}{g}({p})|compute ({f} \\circ {g})({p})|what is {f}({g}({p}))?|find the value of {f}({g}({p}))|
    work out {f}{g}({p})|({f} ∘ {g})({p})"""
)
BOTH_WAYS = phrases(
    """find {f}({g}({v})) and {g}({f}({v}))|find ({f} \\circ {g})({v}) and ({g} \\circ {f})({v})|
    find {f}{g}({v}) and {g}{f}({v})"""
)
"""The order of the functions decides the order of the answers."""


def inverse(author: Author) -> Sample:
    """Find an inverse function, or its value."""
    rng, m, w, x = author.rng, author.m, author.m.w, author.variable
    options = (
        m.linear,
        m.linear,
        lambda: w.frac(m.linear(), m.linear()),
        lambda: w.frac(m.linear(), m.linear()),
        lambda: w.frac(m.linear(), m.number()),
        lambda: w.frac(m.number(), m.linear()),
        lambda: w.root(m.linear(), rng.choice((2, 2, 3))),
        lambda: w.add([("+", w.root(m.linear(), rng.choice((2, 3)))), (m.sign(), m.number())]),
        lambda: w.add([("+", w.power(m.x, w.num(rng.choice((3, 5, 2))))), (m.sign(), m.number())]),
        lambda: w.add([("+", w.exp(m.argument(0))), (m.sign(), m.number())]),
        lambda: w.add([("+", w.func("log", m.linear())), (m.sign(), m.number())]),
        lambda: w.power(w.paren(m.linear()), w.num(rng.choice((2, 3)))),
        m.simple,
    )
    node = rng.choice(options)()
    steps = [call("inverse", node.py, x)]
    tex = author.equals(node.tex, 0.9)
    if author.chance(0.12):
        place = point(rng, m)
        objective = say.finish(rng, author.renamed(rng.choice(INVERSE_AT), tex), v=author.called(), p=place.said)
        steps.append(call("substitute", "R1", x, place.py))
    else:
        objective = say.finish(rng, author.renamed(rng.choice(INVERSE), tex), v=author.called())
    return Sample("inverse", objective, tex, author.variables(cued=False), plan_of(*steps))


def composed(author: Author) -> Sample:
    """Put one function into another, both ways sometimes."""
    rng, m, x = author.rng, author.m, author.variable
    if "f" in (x, *author.constants) or "g" in (x, *author.constants):
        return composed(Author(rng))
    outer, inner = (rng.choice((m.linear, m.simple, m.simple, lambda: m.polynomial(2), m.radical))() for _ in range(2))
    name, gap = (x if author.plain_text else greek(x)), " " if author.chance(0.8) else ""
    both = [f"f({name}){gap}={gap}{outer.tex}", f"g({name}){gap}={gap}{inner.tex}"]
    between = rng.choice(
        (", ", ", ", r", \quad ", r",\ ", r" \text{ and } ", "; ") if not author.plain_text else (", ", "; ", " and ")
    )
    order = [("f", outer), ("g", inner)]
    if author.chance(0.4):
        order.reverse()
    (f, first), (g, second) = order
    results: tuple[int, ...] = ()
    place = point(rng, m)
    steps = [call("substitute", first.py, x, second.py)]
    pick = rng.random()
    if pick < 0.72:
        text = rng.choice(COMPOSED)
    elif pick < 0.8:
        text = rng.choice(COMPOSED) + rng.choice(
            (" and simplify", " and simplify the result", ". Simplify your answer")
        )
        steps.append(call("simplify", "R1"))
    elif pick < 0.9:
        text = rng.choice(COMPOSED_AT)
        steps = [call("substitute", second.py, x, place.py), call("substitute", first.py, x, "R1")]
    else:
        text, results = rng.choice(BOTH_WAYS), (1, 2)
        steps.append(call("substitute", second.py, x, first.py))
    objective = say.finish(rng, text, v=author.called(), f=f, g=g, p=place.said)
    return Sample(
        "composition", objective, between.join(both), author.variables(cued=False), plan_of(*steps, results=results)
    )
