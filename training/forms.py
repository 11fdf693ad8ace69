"""Other forms of rational expressions, quadratics, roots and complex numbers."""

from __future__ import annotations

from training import forms_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.families import integer_polynomial, multiply, small_factor
from training.notation import Node
from training.phrasing import asked
from training.systems import number


def partial_fractions(author: Author) -> Sample:
    """Return a fraction of polynomials to be split."""
    rng, m, w = author.rng, author.m, author.m.w
    kinds = rng.choice(
        ("ll",) * 9 + ("lll", "lll", "ls", "ls", "lq", "lq", "x2l", "x2l", "xq", "s", "improper", "xll", "lc")
    )
    linear = [
        [1 if author.chance(0.8) else rng.randint(2, 4), rng.choice((-1, 1)) * rng.randint(1, 7)] for _ in range(3)
    ]
    quadratic = [1, 0 if author.chance(0.75) else rng.choice((1, 2, -2)), rng.randint(2, 9)]
    factors: dict[str, list[tuple[list[int], int]]] = {
        "ll": [(linear[0], 1), (linear[1], 1)],
        "lll": [(f, 1) for f in linear],
        "ls": [(linear[0], 1), (linear[1], 2)],
        "lq": [(linear[0], 1), (quadratic, 1)],
        "x2l": [([1, 0], 2), (linear[0], 1)],
        "xq": [([1, 0], 1), (quadratic, 1)],
        "s": [(linear[0], 2)],
        "improper": [(linear[0], 1), (linear[1], 1)],
        "xll": [([1, 0], 1), (linear[0], 1), (linear[1], 1)],
        "lc": [(linear[0], 3)],
    }
    chosen = factors[kinds]
    degree = sum((len(f) - 1) * power for f, power in chosen)
    top = _polynomial(m, rng.randint(degree, degree + 1) if kinds == "improper" else rng.randrange(min(degree, 3)))
    expanded = degree < 4 and author.chance(0.45)
    if expanded:
        bottom = integer_polynomial(m, multiply(*(f for f, power in chosen for _ in range(power))))
    else:
        parts = [_factor(m, f, power, alone=len(chosen) == 1) for f, power in chosen]
        bottom = w.mul(*parts)
    node = w.frac(top, bottom)
    return _made(author, node, "partial fractions", words.PARTIAL, variable=True, share=0.15)


def _factor(m: Maker, coefficients: list[int], power: int, *, alone: bool) -> Node:
    node = integer_polynomial(m, coefficients)
    if power > 1:
        return m.w.power(node, m.w.num(power))
    return node if alone or node.kind not in ("add", "neg") else m.w.paren(node)


def _polynomial(m: Maker, degree: int) -> Node:
    rng = m.rng
    first = rng.choice((1, 1, 1, 2, 3, 4, 5, rng.randint(1, 12)))
    rest = [0 if rng.random() < 0.25 else rng.choice((-1, 1)) * rng.randint(1, 9) for _ in range(degree)]
    if degree and rng.random() < 0.95 and not rest[-1]:
        rest[-1] = rng.randint(1, 9)
    return integer_polynomial(m, [first, *rest])


def division(author: Author) -> Sample:
    """Return a fraction of polynomials, or a division, with a quotient and a remainder."""
    rng, m, w = author.rng, author.m, author.m.w
    low = rng.choice((1, 1, 1, 1, 2, 2, 3))
    high = low + rng.choice((0, 1, 1, 2, 2, 3))
    high = max(high, 2)
    bottom = (
        small_factor(m) if low == 1 else [1 if author.chance(0.8) else 2, *(rng.randint(-4, 5) for _ in range(low))]
    )
    bottom[0] = 1 if low == 1 and author.chance(0.75) else bottom[0]
    bottom[-1] = bottom[-1] or 1
    upper, lower = _polynomial(m, high), integer_polynomial(m, bottom)
    if author.chance(0.12) and not author.plain_text:
        upper, lower = w.paren(upper), w.paren(lower) if lower.kind == "add" else lower
        sign = rng.choice((r" \div ", r"\div ", r" \div "))
        node = Node(
            f"{upper.tex}{sign}{lower.tex}", f"{upper.py}/{lower.py}", ("frac", upper.tree, lower.tree), "slash"
        )
    else:
        node = w.frac(upper, lower)
    return _made(author, node, "quotient and remainder", words.DIVISION, variable=True, share=0.08)


def square(author: Author) -> Sample:
    """Return a quadratic whose square is to be completed."""
    rng, m, w = author.rng, author.m, author.m.w
    x = m.x
    a = rng.choice((1,) * 8 + (2, 2, 3, 3, 4, 5, -1, -1, -2, -3))
    b = a * 2 * rng.randint(1, 8) if author.chance(0.6) else rng.randint(1, 15)
    b, c = rng.choice((-1, 1)) * b, rng.choice((0, *(rng.randint(-20, 25) for _ in range(6))))
    terms = [_signed(a, w.power(x, w.num(2)), m), _signed(b, x, m)]
    if c:
        terms.append(("-" if c < 0 else "+", w.num(abs(c))))
    if author.chance(0.05):
        letter = rng.choice([n for n in "abckpqm" if n != m.variable])
        terms = [
            terms[0],
            ("+", w.mul(w.num(2), w.sym(letter), x) if author.chance(0.5) else w.mul(w.sym(letter), x)),
            *terms[2:],
        ]
    elif author.chance(0.06):
        terms[1] = (terms[1][0], w.mul(w.frac(w.num(rng.randint(1, 5)), w.num(rng.randint(2, 4))), x))
    if author.chance(0.12):
        terms.reverse()
    node = w.add(terms)
    return _made(author, node, "completed square", words.SQUARE, variable=True, share=0.35)


def _signed(value: int, body: Node, m: Maker) -> tuple[str, Node]:
    return ("-" if value < 0 else "+", body if abs(value) == 1 else m.w.mul(number(m, value), body))


def _made(
    author: Author,
    node: Node,
    form: str,
    forms: tuple[str, ...],
    *,
    variable: bool,
    share: float = 0.0,
) -> Sample:
    """Return the problem; ``share`` of the expressions are written after `f(x) =`."""
    x = author.variable
    named = author.called() if not author.plain_text else x
    objective = asked(author.rng, forms, words.SLOTS, (), v=named, s=node.tex, **words.shapes(author.rng, named))
    found = tuple(author.letters(node.tree))
    args = (node.py, x, form) if variable else (node.py, form)
    return Sample(
        f"rewrite: {form}",
        objective,
        author.equals(node.tex, share),
        found,
        plan_of(call("rewrite", *args)),
        node.tree,
        longer=20,
    )


def complex_form(author: Author) -> Sample:
    """Return a complex number to be written as a + bi."""
    rng, m, w = author.rng, author.m, author.m.w
    m.constants = ()
    pick = rng.random()
    if pick < 0.25:
        node = w.mul(w.paren(complex_number(m)), w.paren(complex_number(m)))
    elif pick < 0.6:
        top = complex_number(m) if author.chance(0.7) else w.num(rng.randint(1, 20))
        node = w.frac(top, complex_number(m))
    elif pick < 0.72:
        node = w.power(w.paren(complex_number(m, small=True)), w.num(rng.choice((2, 2, 2, 3, 3, 4, 5, 6, 8))))
    elif pick < 0.84:
        second = w.paren(complex_number(m))
        first = w.paren(complex_number(m)) if author.chance(0.7) else complex_number(m)
        gap = " " if author.chance(0.8) else ""
        sign = rng.choice("+-")
        node = Node(
            f"{first.tex}{gap}{sign}{gap}{second.tex}",
            f"{first.py}{sign}{second.py}",
            ("add", first.tree, second.tree if sign == "+" else ("neg", second.tree)),
            "add",
        )
    elif pick < 0.9:
        node = w.power(_i(m), w.num(rng.randint(3, 99)))
        if author.chance(0.4):
            node = w.add([("+", node), (rng.choice("+-"), w.power(_i(m), w.num(rng.randint(2, 40))))])
    elif pick < 0.95:
        node = (
            w.mul(_i(m), w.paren(complex_number(m)))
            if author.chance(0.5)
            else w.mul(w.num(rng.randint(2, 6)), w.paren(complex_number(m)))
        )
    else:
        first = (
            w.paren(complex_number(m))
            if author.chance(0.5)
            else w.power(w.paren(complex_number(m, small=True)), w.num(2))
        )
        node = w.frac(first if first.kind == "pow" else w.mul(first, w.paren(complex_number(m))), complex_number(m))
    objective = asked(rng, words.COMPLEX, words.SLOTS, words.COMPLEX_REMARKS, z=rng.choice(words.RECTANGULAR))
    tex = f"z = {node.tex}" if author.chance(0.1) else node.tex
    names = (rng.choice("zzzzxw"),)
    return Sample("rewrite: a+bi", objective, tex, names, plan_of(call("rewrite", node.py, "a+bi")), longer=20)


def _i(m: Maker) -> Node:
    return Node("i", "I", ("sym", "I"), "sym")


def complex_number(m: Maker, *, small: bool = False) -> Node:
    """Return a complex number such as 3 - 2i."""
    rng, w = m.rng, m.w
    top = 3 if small else 9
    a, b = rng.randint(1, top), rng.randint(1, top)
    imaginary = _i(m) if b == 1 else w.mul(w.num(b), _i(m))
    pick = rng.random()
    if pick < 0.06 and not small:
        return imaginary
    real = w.num(a)
    if pick < 0.1 and not small:
        real = w.root(w.num(rng.choice((2, 3, 5, 7))))
    return w.add([("-" if rng.random() < 0.15 else "+", real), (rng.choice("+-"), imaginary)])
