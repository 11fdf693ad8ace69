"""Laplace transforms and inverse ones."""

from __future__ import annotations

from collections.abc import Callable

from training import transforms_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.families import integer_polynomial
from training.notation import Node
from training.phrasing import asked


def _original(m: Maker) -> Node:
    """Return a sum of powers, exponentials, sines and cosines."""
    rng, w, t = m.rng, m.w, m.x
    a, b, n = (w.num(rng.randint(2, 9)) for _ in range(3))
    power = w.power(t, w.num(rng.choice((2, 2, 3, 4))))
    grown = w.exp(rng.choice((t, w.neg(t), w.mul(a, t), w.neg(w.mul(a, t)))))
    angle = rng.choice((t, w.mul(b, t), w.mul(b, t)))
    wave = w.func(rng.choice(("sin", "cos", "sin", "cos", "sinh", "cosh")), angle)
    singles = (lambda: power, lambda: t, lambda: grown, lambda: grown, lambda: wave, lambda: wave)
    terms = [rng.choice(singles)() for _ in range(2)]
    scaled = [w.mul(n, term) if rng.random() < 0.5 else term for term in terms]
    options = (
        *singles,
        lambda: w.mul(n, terms[0]),
        lambda: w.add([("+", scaled[0]), (m.sign(), scaled[1])]),
        lambda: w.add([("+", scaled[0]), (m.sign(), n)]),
        lambda: w.mul(rng.choice((t, power)), grown),
        lambda: w.mul(grown, wave),
        lambda: w.mul(t, wave),
        lambda: w.func(rng.choice(("sin", "cos")), t, 2),
        lambda: w.power(w.paren(w.add([("+", t), (m.sign(), n)])), w.num(2)),
        lambda: w.add([("+", power), (m.sign(), w.mul(n, t)), (m.sign(), b)]),
        lambda: n,
        lambda: w.mul(w.exp(w.mul(w.sym("a"), t)), rng.choice((w.num(1), t))),
        lambda: w.func(rng.choice(("sin", "cos")), w.mul(w.sym("omega"), t)),
    )
    return rng.choice(options)()


def _image(m: Maker) -> Node:
    """Return a proper fraction, or a sum of two."""
    rng, w, s = m.rng, m.w, m.x
    a, b, n = rng.randint(1, 9), rng.randint(1, 9), w.num(rng.randint(1, 9))
    signed = rng.choice((a, -a))
    line = integer_polynomial(m, [1, signed])
    circle = integer_polynomial(m, [1, 0, rng.choice((a * a, a * a, a, -a * a))])
    square = integer_polynomial(m, [1, 2 * signed, a * a + b * b])
    two = integer_polynomial(m, [1, signed + b, signed * b])
    top = integer_polynomial(m, [rng.choice((1, 1, 2, 3)), rng.choice((b, -b))])
    singles: tuple[Callable[[], Node], ...] = (
        lambda: w.frac(n, line),
        lambda: w.frac(n, w.power(s, w.num(rng.choice((2, 3, 4))))),
        lambda: w.frac(n, s),
        lambda: w.frac(rng.choice((s, n)), circle),
        lambda: w.frac(n, w.power(w.paren(line), w.num(rng.choice((2, 3))))),
    )
    single = rng.choice(singles)
    options = (
        single,
        single,
        single,
        lambda: w.frac(top, circle),
        lambda: w.frac(top, square),
        lambda: w.frac(n, square),
        lambda: w.frac(rng.choice((n, top)), two),
        lambda: w.frac(n, w.mul(s, w.paren(line))),
        lambda: w.frac(rng.choice((n, top)), w.mul(w.paren(line), w.paren(integer_polynomial(m, [1, b])))),
        lambda: w.frac(n, w.mul(s, w.paren(circle))),
        lambda: w.add([("+", single()), (m.sign(), w.frac(n, integer_polynomial(m, [1, b])))]),
    )
    return rng.choice(options)()


def laplace(author: Author) -> Sample:
    """Ask for a Laplace transform, in words or in notation."""
    return _transformed(author, inverse=False)


def inverse_laplace(author: Author) -> Sample:
    """Ask for an inverse Laplace transform, in words or in notation."""
    return _transformed(author, inverse=True)


def _transformed(author: Author, *, inverse: bool) -> Sample:
    rng = author.rng
    old, new = ("s", "t") if inverse else ("t", "s")
    if author.chance(0.04):
        old, new = ("p", "t") if inverse else ("t", "p")
    m = Maker(rng, old, (), author.m.style)
    node = _image(m) if inverse else _original(m)
    called = rng.choice("FFFYGHX" if inverse else "fffgyhx")
    sign = rng.choice((r"\mathcal{L}",) * 6 + ("L", "L", r"\mathscr{L}")) if not author.plain_text else "L"
    raised = rng.choice(("^{-1}", "^{-1}", "^-1")) if inverse else ""
    left, right = rng.choice(
        ((r"\{", r"\}"), (r"\{", r"\}"), (r"\left\{", r"\right\}"), ("[", "]"), (r"\left[", r"\right]"))
    )
    if author.plain_text:
        left, right = rng.choice((("{", "}"), ("[", "]"), ("(", ")")))
    inside = f"{called}({old})"
    forms = words.INVERSE if inverse else words.LAPLACE
    said = f"{'L' if author.chance(0.5) else sign}{raised}{left}{inside}{right}"
    tex = f"{inside} = {node.tex}" if author.chance(0.6) else node.tex
    if author.chance(0.3):
        tex, forms = f"{sign}{raised}{left}{node.tex}{right}", words.NOTED_INVERSE if inverse else words.NOTED
    names = (old, new) if author.chance(0.25) else (old,)
    objective = asked(rng, forms, words.SLOTS, (), e=said, c=called, v=old, u=new)
    tool = "inverse_laplace" if inverse else "laplace"
    return Sample(tool.replace("_", " "), objective, tex, names, plan_of(call(tool, node.py, old, new)))
