"""Further questions that a word answers: the kind of roots, primes, truth, singular matrices, independent vectors."""

from __future__ import annotations

from collections.abc import Callable

from training import properties_words as words
from training.author import Author, Sample, call, plan_of
from training.equations import equation
from training.expressions import Maker
from training.factors import greek
from training.families import factorable, integer_polynomial
from training.grids import Grids
from training.matrices import defined, variables
from training.notation import Node
from training.phrasing import asked


def _maker(author: Author, letters: str = "xxxxxxxttuy") -> Maker:
    author.variable, author.constants = author.rng.choice(letters), ()
    author.m = Maker(author.rng, author.variable, (), author.m.style)
    return author.m


def _sample(author: Author, kind: str, forms: tuple[str, ...], tex: str, py: str, *step: str, **said: str) -> Sample:
    names = {"v": greek(author.variable), "c": "f", "m": "A"} | said
    objective = asked(author.rng, forms, words.SLOTS, (), **names)
    plan = plan_of(call("classify", py, *step, kind))
    return Sample(f"classify: {kind}", objective, tex, (author.variable,), plan, longer=60)


def _roots(author: Author) -> Sample:
    rng, m = author.rng, _maker(author)
    h, a = rng.randint(-6, 6), rng.choice((1, 1, 1, 2, 3, 4, -1))
    square = [a, -2 * a * h, a * h * h] if h else [a, 0, 0]
    coefficients = square if author.chance(0.3) else [a, rng.randint(-12, 12), rng.randint(-12, 16)]
    node = integer_polynomial(m, coefficients)
    if author.chance(0.12):
        return _sample(author, "roots", words.ROOTS, f"f({author.variable}) = {node.tex}", node.py, author.variable)
    tex = f"{node.tex} = 0"
    return _sample(author, "roots", words.ROOTS, tex, f"Eq({node.py},0)", author.variable)


def _monotonicity(author: Author) -> Sample:
    rng, m = author.rng, _maker(author, "nnnnk")
    w, n = m.w, m.x
    one = w.num(rng.randint(1, 9))
    options: tuple[Callable[[], Node], ...] = (
        lambda: w.frac(one, n),
        lambda: w.frac(n, w.add([("+", n), ("+", one)])),
        lambda: w.frac(m.linear(), m.linear()),
        lambda: w.frac(n, w.add([("+", w.power(n, w.num(2))), ("+", one)])),
        lambda: w.frac(one, w.power(n, w.num(rng.choice((2, 3))))),
        lambda: w.frac(w.power(w.paren(w.neg(w.num(1))), n), n),
        lambda: w.add([("+", w.power(n, w.num(2))), ("-", w.mul(one, n))]),
        lambda: m.polynomial(2),
        lambda: w.add([("+", one), ("-", w.frac(w.num(1), n))]),
        lambda: w.power(w.num(rng.randint(2, 5)), n),
        m.linear,
    )
    node = rng.choice(options)()
    tex = f"{rng.choice('aaaabu')}_{author.variable} = {node.tex}" if author.chance(0.85) else node.tex
    return _sample(author, "monotonicity", words.MONOTONICITY, tex, node.py, author.variable)


def _continuity(author: Author) -> Sample:
    rng, m = author.rng, _maker(author)
    w, a = m.w, rng.choice((0, 1, 2, 3, -1, -2, rng.randint(-6, 9)))
    hole = integer_polynomial(m, [1, -a]) if a else m.x
    square = integer_polynomial(m, [1, 0, -a * a]) if a else w.power(m.x, w.num(2))
    options: tuple[Callable[[], Node], ...] = (
        lambda: w.frac(square, hole),
        lambda: w.frac(m.number(), hole),
        lambda: w.absolute(hole),
        lambda: w.frac(w.absolute(hole), hole),
        lambda: w.func(rng.choice(("tan", "sin", "log")), m.x),
        lambda: m.quotient(0),
        m.simple,
        lambda: m.polynomial(2),
        lambda: w.root(m.linear()),
    )
    node = rng.choice(options)()
    name = rng.choice("fffghp")
    tex = f"{name}({author.variable}) = {node.tex}"
    return _sample(author, "continuity", words.CONTINUITY, tex, node.py, author.variable, str(a), c=name, p=str(a))


def _truth(author: Author) -> Sample:
    rng, m = author.rng, _maker(author)
    w = m.w
    n = [w.num(rng.randint(1, 20)) for _ in range(6)]
    values: tuple[Callable[[], Node], ...] = (
        lambda: w.frac(n[0], n[1]),
        lambda: w.root(w.add([("+", n[0]), ("+", n[1])])),
        lambda: w.power(w.num(rng.randint(2, 5)), w.num(rng.randint(2, 5))),
        lambda: w.add([("+", n[0]), (m.sign(), n[1])]),
        lambda: w.sym("pi"),
        lambda: w.mul(n[0], n[1]),
        lambda: w.frac(n[2], n[3]),
        lambda: n[4],
        lambda: w.root(n[5]),
        lambda: w.func("log", n[0]),
    )
    left, right = rng.choice(values)(), rng.choice(values)()
    shown, sign = rng.choice((("<", "<"), (">", ">"), (r"\le", "<="), (r"\ge", ">="), ("=", "="), ("=", "=")))
    tex = f"{left.tex} {shown} {right.tex}"
    py = f"Eq({left.py},{right.py})" if sign == "=" else f"{left.py}{sign}{right.py}"
    return _sample(author, "truth", words.TRUTH, tex, py)


def _solution(author: Author) -> Sample:
    rng, m = author.rng, _maker(author)
    at = str(rng.choice((0, 1, 2, 3, -1, -2, rng.randint(-9, 12))))
    if author.chance(0.7):
        left, right = equation(m) if author.chance(0.4) else (factorable(m), m.w.num(0))
        tex, py, forms = f"{left.tex} = {right.tex}", f"Eq({left.py},{right.py})", words.SOLUTION
    else:
        left, right = rng.choice((m.linear, lambda: m.polynomial(2)))(), m.number()
        shown, sign = rng.choice((("<", "<"), (">", ">"), (r"\le", "<="), (r"\ge", ">=")))
        tex, py, forms = f"{left.tex} {shown} {right.tex}", f"{left.py}{sign}{right.py}", words.SATISFIES
    return _sample(author, "truth", forms, tex, py, author.variable, at, p=at)


def _primality(author: Author) -> Sample:
    rng = author.rng
    _maker(author, "xxxn")
    number = str(
        rng.choice((rng.randint(1, 99), rng.randint(1, 999), rng.randint(100, 9999), rng.randint(10**4, 10**7)))
    )
    return _sample(author, "primality", words.PRIMALITY, number, number, p=number)


def _of_matrix(author: Author) -> Sample:
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    size = rng.choice((2, 2, 3))
    kind, forms = rng.choice((("invertibility", words.INVERTIBILITY),) * 2 + (("linear independence", words.COLUMNS),))
    node = grids.matrix(grids.entries(size if kind == "invertibility" else rng.choice((size, 3)), size))
    name = rng.choice("AAAAAABM")
    tex = defined(author, [name], [node]) if author.chance(0.6) else node.tex
    if tex == node.tex:
        forms = tuple(text.replace("<mat>", "the matrix") for text in forms)
    objective = asked(rng, forms, words.SLOTS, (), m=name)
    plan = plan_of(call("classify", node.py, kind))
    return Sample(f"classify: {kind}", objective, tex, variables(author, [name], [node]), plan, longer=60)


def _of_vectors(author: Author) -> Sample:
    rng = author.rng
    grids = Grids(author.m, ("small", "small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    kind, forms = rng.choice((("linear independence", words.INDEPENDENCE), ("direction", words.DIRECTION)))
    size = rng.choice((2, 3, 3))
    count = 2 if kind == "direction" else rng.choice((2, 3, 3))
    drawn = [grids.vector(grids.vector_entries(size)) for _ in range(count)]
    names = list(rng.choice(("uvw", "abc", "pqr", "vwu")))[:count]
    style = "%s" if author.plain_text else rng.choice((r"\mathbf{%s}", "%s", r"\vec{%s}"))
    styled = (
        [style % name for name in names] if author.chance(0.8) else [rf"\mathbf{{v}}_{n + 1}" for n in range(count)]
    )
    bare = author.chance(0.3) and drawn[0].kind != "units"
    tex = ", ".join(node.tex for node in drawn) if bare else defined(author, styled, drawn)
    shown = names if author.chance(0.5) else styled
    listed = ", ".join(shown[:-1]) + " and " + shown[-1]
    forms = (
        tuple(text.replace("<vecs>", rng.choice(("the vectors", "these vectors"))) for text in forms) if bare else forms
    )
    objective = asked(rng, forms, words.SLOTS, (), p=listed)
    plan = plan_of(call("classify", ", ".join(node.py for node in drawn), kind))
    return Sample(f"classify: {kind}", objective, tex, variables(author, names, drawn), plan, longer=110)


_FAMILIES: tuple[Callable[[Author], Sample], ...] = (
    *(_roots, _roots, _monotonicity, _continuity, _truth, _solution, _primality),
    *(_of_matrix, _of_matrix, _of_vectors, _of_vectors),
)


def told_by_a_word(author: Author) -> Sample:
    """Ask one of the questions that a word answers."""
    return author.rng.choice(_FAMILIES)(author)
