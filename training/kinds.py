"""Questions that a word answers, with the tool ``classify``: is a function even, is a point a maximum?"""

from __future__ import annotations

from training import kinds_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.factors import greek
from training.families import integer_polynomial
from training.notation import Node
from training.phrasing import asked
from training.sums import endless


def _begin(author: Author) -> tuple[Maker, str]:
    """Choose a letter without constants, and a function's name."""
    rng = author.rng
    author.variable, author.constants = rng.choice(("x",) * 9 + ("t", "t", "u")), ()
    author.m = Maker(rng, author.variable, (), author.m.style)
    return author.m, rng.choice([name for name in "ffffffgghpyy" if name != author.variable])


def _sample(
    author: Author, kind: str, forms: tuple[str, ...], name: str, node: Node, *step: str, **said: str
) -> Sample:
    head = name if name == "y" else f"{name}({greek(author.variable)})"
    gap = " " if author.chance(0.8) else ""
    tex = f"{head}{gap}={gap}{node.tex}" if author.chance(0.93) else node.tex
    objective = asked(author.rng, forms, words.SLOTS, (), c=name, v=greek(author.variable), **said)
    plan = plan_of(call("classify", node.py, author.variable, *step))
    return Sample(f"classify: {kind}", objective, tex, (author.variable,), plan)


def _symmetric(m: Maker) -> Node:
    """Return a function that is often even or odd."""
    rng, w = m.rng, m.w
    even = rng.choice((True, False))
    powers = (2, 4, 6) if even else (1, 3, 5)
    terms = [w.power(m.x, w.num(n)) if n > 1 else m.x for n in rng.sample(powers, 2)]
    first = terms[0] if rng.random() < 0.5 else w.mul(w.num(rng.randint(2, 9)), terms[0])
    wave = w.func("cos" if even else rng.choice(("sin", "tan")), m.x)
    last = w.num(rng.randint(1, 9)) if even else terms[1]
    bottom = w.add([("+", w.power(m.x, w.num(2))), (m.sign(), w.num(rng.randint(1, 9)))])
    exponentials = [w.exp(m.x), w.exp(w.neg(m.x))]
    options = (
        lambda: w.add([("+", first), (m.sign(), terms[1])]),
        lambda: w.add([("+", first), (m.sign(), terms[1]), (m.sign(), last)]) if even else terms[1],
        lambda: w.add([("+", first), (m.sign(), wave)]),
        lambda: w.mul(terms[0], wave),
        lambda: w.frac(terms[0], bottom),
        lambda: w.frac(w.add([("+", exponentials[0]), ("+" if even else "-", exponentials[1])]), w.num(2)),
        lambda: w.absolute(m.x) if even else w.root(m.x, 3),
        lambda: w.root(bottom) if even else w.mul(m.x, w.root(bottom)),
        lambda: w.func("log", bottom) if even else w.func("atan", m.x),
        lambda: wave,
    )
    return rng.choice(options)()


def parity(author: Author) -> Sample:
    """Ask whether a function is even or odd."""
    m, name = _begin(author)
    node = _symmetric(m) if author.chance(0.65) else author.rng.choice((m.simple, m.polynomial, m.quotient))()
    return _sample(author, "parity", words.PARITY, name, node, "parity")


def stationary(author: Author) -> Sample:
    """Ask what kind of a stationary point a function has."""
    rng = author.rng
    m, name = _begin(author)
    a, b, c = rng.randint(-4, 4), rng.randint(-3, 4), rng.randint(-9, 9)
    pick = rng.random()
    if pick < 0.5:
        node = integer_polynomial(m, [2, -3 * (a + b), 6 * a * b, c])
    elif pick < 0.62:
        node = integer_polynomial(
            m, rng.choice(([1, 0, -3 * a * a, c], [-1, 0, 3 * a * a, c], [1, 0, -2 * a * a, 0, c]))
        )
    elif pick < 0.72:
        power = m.w.power(m.x, m.w.num(rng.choice((3, 4, 4, 5, 6))))
        node, a = power if author.chance(0.7) else m.w.add([("+", m.w.neg(power)), (m.sign(), m.number())]), 0
    else:
        s = rng.choice((1, 1, -1, 2, -2))
        node = integer_polynomial(m, [s, -2 * s * a, c])
        if author.chance(0.45):
            return _sample(author, "stationary point", words.ALONE, name, node, str(a), "stationary point")
    return _sample(author, "stationary point", words.STATIONARY, name, node, str(a), "stationary point", p=str(a))


def convergence(author: Author) -> Sample:
    """Ask whether a series converges."""
    tex, node, name = endless(author)
    objective = asked(author.rng, words.CONVERGENCE, words.SLOTS)
    return Sample(
        "classify: convergence", objective, tex, (name,), plan_of(call("classify", node.py, name, "convergence"))
    )
