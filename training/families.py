"""Expressions to factor, expand or simplify."""

from __future__ import annotations

from training.expressions import Maker
from training.factors import TRIG
from training.notation import Node


def integer_polynomial(m: Maker, coefficients: list[int], letter: str = "") -> Node:
    """Return a polynomial with these coefficients, highest first; ``letter`` makes it homogeneous in two letters."""
    w, terms = m.w, []
    degree = len(coefficients) - 1
    for index, value in enumerate(coefficients):
        if not value:
            continue
        factors = [] if abs(value) == 1 and (index < degree or letter) else [w.num(abs(value))]
        for name, power in ((m.variable, degree - index), (letter, index if letter else 0)):
            if power and name:
                factors.append(w.sym(name) if power == 1 else w.power(w.sym(name), w.num(power)))
        terms.append(("-" if value < 0 else "+", w.mul(*factors)))
    if m.rng.random() < 0.12:
        m.rng.shuffle(terms)
    return w.add(terms)


def multiply(*polynomials: list[int]) -> list[int]:
    """Return the product of polynomials, given by their coefficients."""
    result = [1]
    for factor in polynomials:
        product = [0] * (len(result) + len(factor) - 1)
        for i, a in enumerate(result):
            for j, b in enumerate(factor):
                product[i + j] += a * b
        result = product
    return result


def small_factor(m: Maker) -> list[int]:
    """Return a random linear factor's coefficients."""
    return [m.rng.choice((1, 1, 1, 2, 3, 4, 5)), m.rng.choice((-1, 1)) * m.rng.randint(1, 9)]


def factorable(m: Maker) -> Node:  # noqa: PLR0911 - one return a family
    """Return a polynomial that factors: quadratics, differences of squares, common factors, grouping."""
    rng, w = m.rng, m.w
    letter = rng.choice([c for c in "abxyzmnpq" if c != m.variable])
    pick = rng.random()
    other = letter if rng.random() < 0.2 else ""
    if pick < 0.4:
        return integer_polynomial(m, multiply(small_factor(m), small_factor(m)), other)
    if pick < 0.55:
        a, b = rng.randint(1, 12), rng.randint(1, 12)
        return integer_polynomial(
            m, rng.choice(([a * a, 0, -b * b], [a * a, 2 * a * b, b * b], [a * a, -2 * a * b, b * b])), other
        )
    if pick < 0.7:
        zeros = [0] * rng.randint(1, 4)
        return integer_polynomial(
            m,
            [rng.randint(2, 6) * c for c in rng.choice((small_factor(m), multiply(small_factor(m), small_factor(m))))]
            + zeros,
            other,
        )
    if pick < 0.82:
        a = rng.randint(1, 5)
        cubic = rng.choice(
            (
                multiply(small_factor(m), small_factor(m), small_factor(m)),
                [1, 0, 0, a**3],
                [1, 0, 0, -(a**3)],
                multiply(small_factor(m), [1, 0, rng.randint(1, 9)]),
            )
        )
        return integer_polynomial(m, cubic, other)
    if pick < 0.9:
        return integer_polynomial(
            m,
            rng.choice(
                (
                    [1, 0, 0, 0, -1],
                    [1, 0, -5, 0, 4],
                    [16, 0, 0, 0, -81],
                    multiply([1, 0, rng.randint(1, 9)], [1, 0, -rng.randint(1, 9)]),
                )
            ),
            other,
        )
    if rng.random() < 0.4:
        return m.letters(rng.choice((2, 2, 3, 4)))
    first, second = w.sym(letter), w.sym(rng.choice([c for c in "abcyz" if c not in (m.variable, letter)]))
    terms = [w.mul(first, m.x), w.mul(first, second) if rng.random() < 0.5 else w.mul(m.number(), first)]
    if rng.random() < 0.5:
        terms += [w.mul(second, m.x), w.mul(second, m.number())]
    return w.add([(m.sign() if i else "+", t) for i, t in enumerate(terms)])


def to_expand(m: Maker) -> Node:
    """Return products and powers of sums."""
    rng, w = m.rng, m.w

    def bracket() -> Node:
        pick = rng.random()
        if pick < 0.6:
            return m.linear()
        if pick < 0.75:
            letter = w.sym(rng.choice([c for c in "abyzh" if c != m.variable]))
            first = m.x if rng.random() < 0.6 else w.mul(m.number(), m.x)
            return w.add([("+", first), (m.sign(), letter if rng.random() < 0.6 else w.mul(m.number(), letter))])
        if pick < 0.8:
            return rng.choice(
                (lambda: w.add([("+", w.root(m.x)), (m.sign(), m.number(low=1))]), lambda: m.letters(3))
            )()
        return m.polynomial(rng.choice((2, 3, 3)))

    def block() -> Node:
        pick = rng.random()
        if pick < 0.4:
            return w.power(w.paren(bracket()), w.num(rng.choice((2, 2, 2, 3, 3, 4, 5))))
        factors = [w.paren(bracket()) for _ in range(rng.choice((1, 2, 2, 2, 3)))]
        if len(factors) == 1 or rng.random() < 0.25:
            factors.insert(0, rng.choice((m.monomial, m.number, lambda: m.x, m.constant, m.power))())
        return w.mul(*factors)

    if rng.random() < 0.75:
        return block()
    terms = [
        (m.sign(), block() if rng.random() < 0.7 else rng.choice((m.monomial, m.number))())
        for _ in range(rng.choice((2, 2, 3)))
    ]
    terms[0] = ("+" if rng.random() < 0.8 else "-", terms[0][1])
    return w.add(terms)


def fraction_to_reduce(m: Maker) -> Node:  # noqa: PLR0911 - one return a family
    """Return an expression to simplify: fractions, identities, powers, roots, sums of like terms."""
    rng, w = m.rng, m.w
    pick = rng.random()
    if rng.random() < 0.12:
        return m.letters()
    if pick < 0.22:
        shared = small_factor(m)
        bottom = shared if rng.random() < 0.5 else multiply(shared, small_factor(m))
        return w.frac(integer_polynomial(m, multiply(shared, small_factor(m))), integer_polynomial(m, bottom))
    if pick < 0.38:
        name, arg = rng.choice(TRIG), m.argument(0)
        f, g = (w.func(n, arg, rng.choice((1, 2, 2))) for n in (name, rng.choice(("cos", "sin", "tan"))))
        return rng.choice(
            (
                w.add([("+", f), (m.sign(), g)]),
                w.frac(f, g),
                w.add([("+", w.num(1)), ("-", f)]),
                w.mul(f, g),
                w.mul(w.num(2), f, g),
                w.frac(w.add([("+", w.num(1)), ("-", f)]), g),
            )
        )
    if pick < 0.55:
        return w.frac(w.mul(*(m.monomial() for _ in range(rng.choice((1, 1, 2))))), m.monomial())
    if pick < 0.7:
        return w.add(
            [
                ("+", w.frac(m.constant(), m.linear())),
                (m.sign(), w.frac(rng.choice((m.constant(), m.x)), rng.choice((m.linear(), m.x)))),
            ]
        )
    if pick < 0.8:
        inner = m.power() if rng.random() < 0.5 else m.argument(0)
        return rng.choice(
            (
                w.func("log", w.exp(inner)),
                w.exp(w.func("log", inner)),
                w.root(w.power(m.x, w.num(2 * rng.randint(1, 4)))),
                w.add([("+", w.func("log", m.x)), (m.sign(), w.func("log", inner))]),
                w.mul(m.power(), m.odd_power()),
                w.mul(w.exp(m.x), w.exp(inner)),
            )
        )
    if pick < 0.88:
        return w.frac(
            w.add([(m.sign() if i else "+", w.frac(m.constant(), rng.choice((m.x, m.number())))) for i in range(2)]),
            rng.choice((m.linear(), m.x, m.constant())),
        )
    return (
        w.power(w.paren(rng.choice((m.monomial, m.quotient, m.odd_power))()), w.num(rng.randint(2, 4)))
        if pick < 0.93
        else m.sum(0)
    )


def numeric(m: Maker) -> Node:
    """Return arithmetic without a variable."""
    rng, w = m.rng, m.w

    def part() -> Node:
        return rng.choice(
            (
                m.number,
                lambda: w.frac(m.number(), m.number()),
                lambda: w.root(m.number()),
                lambda: w.power(m.number(), w.num(rng.randint(2, 5))),
                lambda: w.mul(m.number(), w.root(w.num(rng.randint(2, 30)))),
                lambda: w.func("sin", w.frac(w.sym("pi"), w.num(rng.randint(2, 6)))),
            )
        )()

    return rng.choice(
        (
            lambda: w.add([("+", part()), (m.sign(), part())]),
            lambda: w.mul(part(), part()),
            part,
            lambda: w.frac(part(), part()),
        )
    )()
