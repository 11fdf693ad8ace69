"""Equations: polynomial, with brackets, with fractions, and formulas in many letters."""

from __future__ import annotations

from training.expressions import Maker
from training.factors import TRIG
from training.families import factorable, integer_polynomial, multiply, small_factor, to_expand
from training.notation import Node


def equation(m: Maker) -> tuple[Node, Node]:  # noqa: PLR0911 - one return a family
    """Return both sides of an equation."""
    rng, w = m.rng, m.w
    zero = w.num(0)
    pick = rng.random()
    if rng.random() < 0.2:
        return rng.choice((_formula, _bracketed, _rational))(m)
    if pick < 0.25:
        return integer_polynomial(m, multiply(small_factor(m), small_factor(m))), zero
    if pick < 0.4:
        right = rng.choice((m.constant, m.number, m.linear, lambda: w.neg(m.number())))()
        return m.linear(), right
    if pick < 0.55:
        return m.polynomial(), rng.choice(
            (zero, zero, m.number(), m.polynomial(2), w.neg(m.number()), m.constant(), m.x)
        )
    if pick < 0.63:
        return w.mul(*(w.paren(m.linear()) for _ in range(rng.choice((2, 2, 3))))), rng.choice((zero, zero, m.number()))
    if pick < 0.73:
        body = rng.choice(
            (
                w.exp(m.argument(0)),
                w.func("log", m.argument(0)),
                w.power(m.number(), m.x),
                m.radical(),
                w.func(rng.choice(TRIG), m.argument(0)),
                m.function(0),
            )
        )
        return rng.choice(
            (body, body, w.mul(m.number(), body), w.add([("+", body), (m.sign(), m.constant())]))
        ), rng.choice((zero, m.constant(), m.number(), m.number(), m.x))
    if pick < 0.83:
        return m.quotient(0), rng.choice((m.constant, m.number, m.quotient, lambda: zero))()
    if pick < 0.9:
        letter = w.sym(rng.choice([c for c in "yabcn" if c != m.variable]))
        sides = (letter, m.any(0))
        return sides if rng.random() < 0.5 else sides[::-1]
    return m.any(0), rng.choice((zero, m.any(0), m.constant()))


def _formula(m: Maker) -> tuple[Node, Node]:
    """Return a formula in many letters, as in physics."""
    rng, w = m.rng, m.w
    left = w.sym(rng.choice([c for c in "AVFPTWKLMRabcsvyzpq" if c != m.variable]))
    others = [c for c in (*"abchmnpqrtuvlkgsRTVM", "v_0", "x_0", "P_0") if c != m.variable]
    power = rng.choice((m.x, m.x, w.power(m.x, w.num(rng.choice((2, 2, 3))))))
    factors = [
        w.sym(c) if rng.random() < 0.8 else w.power(w.sym(c), w.num(2))
        for c in rng.sample(others, rng.choice((0, 1, 1, 2)))
    ]
    factors.insert(rng.randint(0, len(factors)), power)
    if rng.random() < 0.25:
        factors.insert(0, w.sym("pi"))
    if rng.random() < 0.4:
        factors.insert(
            0, rng.choice((m.number(), w.frac(w.num(1), w.num(rng.randint(2, 4))), w.frac(w.num(4), w.num(3))))
        )
    body = w.mul(*factors)
    pick = rng.random()
    if pick < 0.35:
        body = w.add([("+", w.sym(rng.choice(others))), (m.sign(), body)])
    elif pick < 0.5:
        body = w.frac(body, rng.choice((w.sym(rng.choice(others)), m.number())))
    elif pick < 0.6:
        left = w.add([("+", w.power(m.x, w.num(2))), ("+", w.power(w.sym(rng.choice(others)), w.num(2)))])
        body = w.power(w.sym(rng.choice(others)), w.num(2))
    return (left, body) if rng.random() < 0.85 else (body, left)


def _bracketed(m: Maker) -> tuple[Node, Node]:
    """Return a linear equation with brackets on both sides."""

    def side() -> Node:
        terms = [
            (
                m.sign(),
                m.w.mul(m.number(), m.w.paren(m.linear()))
                if m.rng.random() < 0.6
                else m.rng.choice((m.linear, m.number))(),
            )
            for _ in range(m.rng.choice((1, 2, 2)))
        ]
        terms = [
            (sign, m.w.mul(m.number(), m.x) if node.kind == "add" and len(terms) > 1 else node) for sign, node in terms
        ]
        terms[0] = ("+", terms[0][1])
        return m.w.add(terms)

    return side(), side()


def _rational(m: Maker) -> tuple[Node, Node]:
    """Return an equation with fractions."""

    def part() -> Node:
        return m.w.frac(
            m.rng.choice((m.number, m.linear, lambda: m.x))(), m.rng.choice((m.number, m.linear, lambda: m.x))()
        )

    left = m.w.add([(m.sign() if i else "+", part()) for i in range(m.rng.choice((1, 2, 2)))])
    return left, m.rng.choice((part, part, m.number))()


def zeros(m: Maker) -> Node:
    """Return an expression for a problem about its zeros."""
    return m.rng.choice(
        (
            m.polynomial,
            m.polynomial,
            lambda: factorable(m),
            lambda: factorable(m),
            lambda: m.any(0),
            lambda: to_expand(m),
        )
    )()


def trigonometric(m: Maker) -> tuple[Node, Node]:
    """Return the sides of an equation of sines, cosines or tangents."""
    rng, w = m.rng, m.w
    name = rng.choice(("sin", "cos", "sin", "cos", "tan"))
    angle = m.x if rng.random() < 0.65 else w.mul(w.num(rng.choice((2, 2, 3))), m.x)
    f = w.func(name, angle)
    half, root = w.frac(w.num(1), w.num(2)), w.root(w.num(rng.choice((2, 3))))
    value = rng.choice((half, w.neg(half), w.num(0), w.num(1), w.frac(root, w.num(2)), w.neg(w.num(1)), root))
    other = w.func(rng.choice(("sin", "cos")), rng.choice((m.x, w.mul(w.num(2), m.x))))
    square = w.func(name, angle, 2)
    sides = (
        lambda: (f, value),
        lambda: (w.mul(w.num(2), f), rng.choice((w.num(1), root, w.neg(w.num(1))))),
        lambda: (w.add([("+", w.mul(w.num(2), f)), (m.sign(), rng.choice((w.num(1), root)))]), w.num(0)),
        lambda: (square, rng.choice((half, w.num(1), w.frac(w.num(rng.choice((1, 3))), w.num(4)), f))),
        lambda: (f, other),
        lambda: (w.add([("+", w.mul(w.num(2), square)), (m.sign(), f), (m.sign(), w.num(1))]), w.num(0)),
        lambda: (w.add([("+", other), (m.sign(), f)]), w.num(0)),
        lambda: (w.mul(w.num(rng.randint(2, 9)), f), m.number()),
        lambda: (w.add([("+", w.mul(m.number(), square)), ("-", w.num(rng.randint(1, 9)))]), w.num(0)),
    )
    return rng.choice(sides)()
