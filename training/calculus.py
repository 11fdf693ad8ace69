"""Expressions to integrate, and expressions for limits."""

from __future__ import annotations

from training.expressions import Maker
from training.notation import Node


def integrand(m: Maker) -> Node:  # noqa: PLR0911 - one return a family
    """Return an expression like those that textbooks integrate."""
    rng, w = m.rng, m.w
    pick = rng.random()
    if pick < 0.12:
        factors = [m.power(3), m.function(0)]
        return w.mul(*(factors if rng.random() < 0.85 else factors[::-1]))
    if pick < 0.24:
        a, n = m.number(), rng.randint(1, 5)
        square = w.power(m.x, w.num(n + 1))
        bottom = w.add([("+", square if rng.random() < 0.6 else w.mul(a, square)), (m.sign(), m.number(low=1))])
        top = rng.choice((w.num(1), m.x, w.mul(m.number(), m.x), w.power(m.x, w.num(max(n, 2))), m.linear()))
        return w.frac(top, rng.choice((bottom, bottom, w.root(bottom), w.power(bottom, w.num(2)))))
    if pick < 0.34:
        inner = w.power(m.x, w.num(rng.randint(2, 4)))
        outer = rng.choice(
            (
                w.exp(inner),
                w.func("cos", inner),
                w.func("sin", inner),
                w.power(w.add([("+", inner), (m.sign(), m.number())]), w.num(rng.randint(2, 6))),
            )
        )
        return w.mul(*([m.number()] if rng.random() < 0.4 else []), m.power(3), outer)
    if pick < 0.42:
        return w.mul(w.func("sin", m.x, rng.randint(1, 4)), w.func("cos", m.x, rng.randint(1, 4)))
    if pick < 0.48:
        return w.frac(m.constant(), rng.choice((m.x, m.linear(), m.power(), m.radical())))
    if pick < 0.55:
        return (
            w.frac(w.func("log", m.x, rng.choice((1, 1, 2))), m.power())
            if rng.random() < 0.5
            else w.mul(w.exp(m.argument(0)), w.func(rng.choice(("sin", "cos")), m.argument(0)))
        )
    return m.any()


def _difference(m: Maker) -> Node:
    """Return a difference quotient whose step is the maker's variable."""
    rng, w = m.rng, m.w
    x = w.sym("x" if m.variable != "x" else "a")
    moved = w.add([("+", x), ("+", m.x)])
    n = w.num(rng.randint(2, 4))
    pairs = (
        lambda: (w.power(w.paren(moved), n), w.power(x, n)),
        lambda: (w.func("sin", moved), w.func("sin", x)),
        lambda: (w.root(moved), w.root(x)),
        lambda: (w.frac(w.num(1), moved), w.frac(w.num(1), x)),
        lambda: (w.exp(moved), w.exp(x)),
        lambda: (w.func("log", moved), w.func("log", x)),
    )
    after, before = rng.choice(pairs)()
    return w.frac(w.add([("+", after), ("-", before)]), m.x)


def limit_expression(m: Maker) -> Node:  # noqa: PLR0911 - one return a family
    """Return an expression for a limit, most often a quotient."""
    rng, w = m.rng, m.w
    pick = rng.random()
    if rng.random() < 0.05:
        return _difference(m)
    if pick < 0.2:
        top = rng.choice(
            (
                m.function(0),
                w.add([("+", m.function(0)), (m.sign(), w.num(1))]),
                w.add([("+", w.num(1)), ("-", m.function(0))]),
            )
        )
        return w.frac(top, rng.choice((m.x, m.x, m.power(), m.function(0), m.monomial())))
    if pick < 0.4:
        return w.frac(m.polynomial(rng.choice((2, 2, 3))), m.polynomial(rng.choice((1, 2, 2, 3))))
    if pick < 0.48:
        inner = w.add([("+", w.num(1)), (m.sign(), w.frac(m.constant(), m.x))])
        return w.power(w.paren(inner), rng.choice((m.x, w.mul(m.number(), m.x))))
    if pick < 0.55:
        return w.frac(w.add([("+", w.root(m.linear())), ("-", m.number())]), rng.choice((m.x, m.linear())))
    if pick < 0.6:
        return w.add([("+", w.root(m.polynomial(2))), ("-", m.x)])
    return m.quotient() if pick < 0.75 else m.any()
