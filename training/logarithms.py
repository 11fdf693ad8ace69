"""Logarithms to expand or to join, and roots in denominators."""

from __future__ import annotations

from collections.abc import Sequence

from training import logarithms_words as words
from training.author import Author, Sample, call, plan_of
from training.notation import Node
from training.phrasing import asked

_LETTERS = (*("xyz",) * 8, "xy", "xy", "xy", "abc", "abc", "ab", "pq", "mn", "uvw", "rst", "x", "x", "x")


def _log(author: Author, inner: Node, *, base: int = 0) -> Node:
    r"""Return a logarithm, written `\ln` nearly always, as `\log` has no agreed base."""
    w = author.m.w
    if base:
        return w.log_base(inner, base)
    node = w.func("log", inner)
    if author.chance(0.05):
        return node
    tex, closed = (
        ("ln" + text[3:] if author.plain_text else text.replace(r"\log", r"\ln", 1))
        if text.lstrip("\\").startswith("log")
        else text
        for text in (node.tex, node.closed)
    )
    return Node(tex, node.py, node.tree, node.kind, closed)


def _powered(author: Author, name: str) -> Node:
    """Return a letter, a power or a root of it."""
    rng, w = author.rng, author.m.w
    pick = rng.random()
    if pick < 0.35:
        return w.sym(name)
    if pick < 0.72:
        return w.power(w.sym(name), w.num(rng.choice((2, 2, 2, 3, 3, 4, 5, 6))))
    return w.root(w.sym(name), rng.choice((2, 2, 2, 2, 3, 3, 4)))


def _bracket(author: Author, name: str) -> Node:
    w, rng = author.m.w, author.rng
    sum_ = w.add([("+", w.sym(name)), (rng.choice("++++-"), w.num(rng.randint(1, 9)))])
    return w.paren(sum_) if author.chance(0.6) else w.power(sum_, w.num(rng.randint(2, 4)))


def expanded_logarithms(author: Author) -> Sample:
    """Return one logarithm of a product, a quotient or a root."""
    rng, w = author.rng, author.m.w
    names = rng.choice(_LETTERS)
    factors = [_powered(author, name) for name in names]
    if len(names) == 1 or author.chance(0.15):
        factors.insert(
            rng.randint(0, len(factors)), _bracket(author, names[-1] if len(names) == 1 else rng.choice(names))
        )
    if author.chance(0.2):
        factors.insert(0, w.num(rng.choice((2, 3, 4, 5, 7, 8, 9, 10))))
    cut = rng.randint(1, len(factors))
    top, bottom = factors[:cut], factors[cut:]
    inner = w.mul(*top)
    if bottom:
        inner = w.frac(inner, w.mul(*bottom))
    if author.chance(0.1):
        inner = w.root(inner, rng.choice((2, 2, 3)))
    if inner.kind in ("mul", "paren"):
        node = _plain_log(author, inner if inner.kind == "paren" else w.paren(inner))
    else:
        node = _log(
            author, inner, base=rng.choice((2, 3, 5, 10)) if author.chance(0.06) and not author.plain_text else 0
        )
    positive = author.chance(0.9)
    objective = _said(author, words.EXPAND, names, positive=positive)
    return Sample(
        "rewrite: expanded logarithms",
        objective,
        node.tex,
        tuple(names),
        plan_of(call("rewrite", node.py, "expanded logarithms")),
        node.tree,
    )


def _plain_log(author: Author, inner: Node) -> Node:
    """Return the logarithm of what is in parentheses already."""
    head = "ln" if author.plain_text else r"\ln"
    return Node(head + inner.tex, f"log{inner.py}", ("fn", "log", inner.tree), "func")


def _said(author: Author, forms: Sequence[str], names: str, *, positive: bool) -> str:
    """Return an objective that says, or does not say, that the letters are positive."""
    rng = author.rng
    listed = names if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    are = "is" if len(names) == 1 else "are"
    each = [f"{name} > 0" for name in names]
    joined = each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"
    closing = rng.choice(words.POSITIVE) if positive else ""
    text = [form + closing for form in forms]
    return asked(rng, text, words.SLOTS, (), u=listed, be=are, g=joined)


def single_logarithm(author: Author) -> Sample:
    """Return a sum of logarithms to be joined."""
    rng, w = author.rng, author.m.w
    names = rng.choice(_LETTERS)
    arguments = [w.sym(name) for name in names]
    if author.chance(0.35):
        arguments.append(w.num(rng.choice((2, 3, 4, 5, 6, 7, 8, 9, 10, 12))))
    if len(arguments) == 1 or author.chance(0.12):
        arguments.append(w.add([("+", w.sym(names[0])), (rng.choice("+-"), w.num(rng.randint(1, 6)))]))
    if author.chance(0.3):
        rng.shuffle(arguments)
    terms: list[tuple[str, Node]] = []
    for argument in arguments:
        log = _log(author, argument)
        pick = rng.random()
        if pick < 0.55:
            log = w.mul(w.num(rng.choice((2, 2, 2, 3, 3, 4, 5))), log)
        elif pick < 0.7:
            log = w.mul(w.frac(w.num(1), w.num(rng.choice((2, 2, 2, 3, 4)))), log)
        terms.append((rng.choice("++-") if terms else "+", log))
    node = w.add(terms)
    objective = _said(author, words.JOIN, names, positive=author.chance(0.3))
    return Sample(
        "rewrite: single logarithm",
        objective,
        node.tex,
        tuple(names),
        plan_of(call("rewrite", node.py, "single logarithm")),
        node.tree,
    )


def rationalized(author: Author) -> Sample:
    """Return a fraction with roots in its denominator."""
    rng, w = author.rng, author.m.w
    roots = rng.sample((2, 3, 5, 6, 7, 10, 11, 13), 3)
    first, second, third = (w.root(w.num(n)) for n in roots)

    def times(root: Node, share: float = 0.4) -> Node:
        return w.mul(w.num(rng.randint(2, 6)), root) if author.chance(share) else root

    def pair(a: Node, b: Node) -> Node:
        return w.add([("+", a), (rng.choice("+-"), b)] if author.chance(0.75) else [("+", b), (rng.choice("+-"), a)])

    top = rng.choice(
        (lambda: w.num(1), lambda: w.num(rng.randint(2, 20)), lambda: w.num(rng.randint(2, 9)), lambda: times(third))
    )()
    pick = rng.random()
    if pick < 0.2:
        bottom = times(first, 0.3)
    elif pick < 0.62:
        bottom = pair(w.num(rng.randint(1, 9)), times(first, 0.25))
    elif pick < 0.78:
        bottom = pair(times(first, 0.2), times(second, 0.2))
    elif pick < 0.9:
        bottom, top = (
            pair(w.num(rng.randint(1, 7)), times(first, 0.2)),
            pair(w.num(rng.randint(1, 7)), rng.choice((first, third))),
        )
    elif pick < 0.94:
        bottom = w.root(w.num(rng.choice((2, 3, 4, 5, 9))), 3)
    elif pick < 0.97:
        fraction = w.frac(w.num(rng.choice((1, 2, 4, 5, 8))), w.num(rng.choice((3, 7, 11))))
        node = w.root(fraction)
        return _rationalized(author, node)
    else:
        letter = w.root(w.sym(rng.choice("xxxaty")))
        bottom = letter if author.chance(0.5) else pair(letter, w.num(rng.randint(1, 9)))
    return _rationalized(author, w.frac(top, bottom))


def _rationalized(author: Author, node: Node) -> Sample:
    objective = asked(author.rng, words.RATIONALIZE, words.SLOTS, words.RATIONALIZE_REMARKS)
    names = tuple(part for part in "xaty" if f"sqrt({part})" in node.py) or (author.rng.choice("xxxxan"),)
    return Sample(
        "rewrite: rationalized denominator",
        objective,
        node.tex,
        names,
        plan_of(call("rewrite", node.py, "rationalized denominator")),
        node.tree,
    )
