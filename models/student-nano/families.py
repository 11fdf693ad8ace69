"""Expressions that suit one tool: integrands, equations, things to factor, expand, reduce, or take limits of."""

from __future__ import annotations

from expressions import TRIG, Maker
from notation import Node


def _whole(m: Maker, value: int) -> tuple[str, Node]:
    return ("-" if value < 0 else "+"), m.w.num(abs(value))


def _integer_polynomial(m: Maker, coefficients: list[int], letter: str = "") -> Node:
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


def _multiply(*polynomials: list[int]) -> list[int]:
    result = [1]
    for factor in polynomials:
        product = [0] * (len(result) + len(factor) - 1)
        for i, a in enumerate(result):
            for j, b in enumerate(factor):
                product[i + j] += a * b
        result = product
    return result


def _factor(m: Maker) -> list[int]:
    return [m.rng.choice((1, 1, 1, 2, 3, 4, 5)), m.rng.choice((-1, 1)) * m.rng.randint(1, 9)]


def factorable(m: Maker) -> Node:
    """Return a polynomial that factors: quadratics, differences of squares, common factors, grouping."""
    rng, w = m.rng, m.w
    letter = rng.choice([c for c in "abxyzmnpq" if c != m.variable])
    pick = rng.random()
    other = letter if rng.random() < 0.2 else ""
    if pick < 0.4:
        return _integer_polynomial(m, _multiply(_factor(m), _factor(m)), other)
    if pick < 0.55:
        a, b = rng.randint(1, 12), rng.randint(1, 12)
        return _integer_polynomial(
            m, rng.choice(([a * a, 0, -b * b], [a * a, 2 * a * b, b * b], [a * a, -2 * a * b, b * b])), other
        )
    if pick < 0.7:
        zeros = [0] * rng.randint(1, 4)
        return _integer_polynomial(
            m,
            [rng.randint(2, 6) * c for c in rng.choice((_factor(m), _multiply(_factor(m), _factor(m))))] + zeros,
            other,
        )
    if pick < 0.82:
        a = rng.randint(1, 5)
        cubic = rng.choice(
            (
                _multiply(_factor(m), _factor(m), _factor(m)),
                [1, 0, 0, a**3],
                [1, 0, 0, -(a**3)],
                _multiply(_factor(m), [1, 0, rng.randint(1, 9)]),
            )
        )
        return _integer_polynomial(m, cubic, other)
    if pick < 0.9:
        return _integer_polynomial(
            m,
            rng.choice(
                (
                    [1, 0, 0, 0, -1],
                    [1, 0, -5, 0, 4],
                    [16, 0, 0, 0, -81],
                    _multiply([1, 0, rng.randint(1, 9)], [1, 0, -rng.randint(1, 9)]),
                )
            ),
            other,
        )
    if rng.random() < 0.4:
        return m.letters(rng.choice((2, 2, 3, 4)))
    a, b = w.sym(letter), w.sym(rng.choice([c for c in "abcyz" if c not in (m.variable, letter)]))
    terms = [w.mul(a, m.x), w.mul(a, b) if rng.random() < 0.5 else w.mul(m.number(), a)]
    if rng.random() < 0.5:
        terms += [w.mul(b, m.x), w.mul(b, m.number())]
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


def fraction_to_reduce(m: Maker) -> Node:
    """Return what is there to simplify: fractions, identities, powers, roots, sums of like terms."""
    rng, w = m.rng, m.w
    pick = rng.random()
    if rng.random() < 0.12:
        return m.letters()
    if pick < 0.22:
        shared = _factor(m)
        bottom = shared if rng.random() < 0.5 else _multiply(shared, _factor(m))
        return w.frac(_integer_polynomial(m, _multiply(shared, _factor(m))), _integer_polynomial(m, bottom))
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


def integrand(m: Maker) -> Node:
    """Return what textbooks integrate."""
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


def equation(m: Maker) -> tuple[Node, Node]:
    """Return both sides of an equation."""
    rng, w = m.rng, m.w
    zero = w.num(0)
    pick = rng.random()
    if rng.random() < 0.2:
        return rng.choice((_formula, _bracketed, _rational))(m)
    if pick < 0.25:
        return _integer_polynomial(m, _multiply(_factor(m), _factor(m))), zero
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
    """Return a formula in many letters, as physics has them."""
    rng, w = m.rng, m.w
    left = w.sym(rng.choice([c for c in "AVFPTWKabcsvyzpq" if c != m.variable]))
    others = [c for c in "abchmnpqrtuvlkgs" if c != m.variable]
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
    """Return an equation of fractions."""

    def part() -> Node:
        return m.w.frac(
            m.rng.choice((m.number, m.linear, lambda: m.x))(), m.rng.choice((m.number, m.linear, lambda: m.x))()
        )

    left = m.w.add([(m.sign() if i else "+", part()) for i in range(m.rng.choice((1, 2, 2)))])
    return left, m.rng.choice((part, part, m.number))()


def zeros(m: Maker) -> Node:
    """Return an expression whose zeros are asked for."""
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


def _difference(m: Maker) -> Node:
    """Return a difference quotient, its step being the maker's variable."""
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


def limit_expression(m: Maker) -> Node:
    """Return what limits are taken of: quotients first of all."""
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
