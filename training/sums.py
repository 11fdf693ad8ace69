"""Sums and products over whole numbers."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.notation import Node
from training.wordings import phrases

INDICES = ("k", "k", "n", "n", "i", "j", "r", "m")
SUM = phrases(
    """evaluate the sum|evaluate the sum|find the sum|find the sum|compute the sum|sum|sum|evaluate|evaluate|compute|
    calculate the sum|find the value of the sum|work out the sum|evaluate the following sum|find the exact sum|
    write the sum as a single number|determine the sum|add up|what is the sum?|find the value of|calculate|summation"""
)
CLOSED = phrases(
    """find a closed form for the sum|find a closed form|find a formula for the sum|evaluate the sum in terms of {u}|
    find the sum in terms of {u}|express the sum in terms of {u}|evaluate the sum|find the sum|sum|evaluate|
    closed form of the sum|simplify the sum|write the sum as an expression in {u}|find an expression for the sum|
    use standard results to find the sum in terms of {u}|show a closed form for|find the sum of the first {u} terms|
    find a formula, in terms of {u}, for the sum|I need a closed form for the sum|
    determine the sum as a function of {u}"""
)
SERIES = phrases(
    """find the sum of the series|find the sum of the series|evaluate the series|evaluate the infinite series|sum|
    find the sum of the infinite series|sum the series|sum of the series|find the sum|find the sum to infinity|
    find the sum to infinity of the geometric series|determine whether the series converges. If so, find its sum|
    does the series converge? If so, find its sum|find the sum of the convergent series|compute the infinite sum|
    find the sum of the geometric series|find the exact sum|what is the sum of the infinite series?|evaluate|
    determine whether the series converges or diverges. If it converges, find its sum|series|
    evaluate the infinite sum|find the sum of the telescoping series|to what value does the series converge?|
    calculate the sum of the series"""
)
TERMS = phrases(
    """find the sum of the first {b} terms|find the sum of the first {b} terms of the sequence|
    sum of the first {b} terms|find the sum of the first {b} terms of the series whose {n}th term is given|
    sum the first {b} terms|calculate the sum of the first {b} terms|
    the {n}th term of a sequence is given. Find the sum of the first {b} terms|
    what is the sum of the first {b} terms?|sum from {n} = 1 to {b}|find the sum from {n} = 1 to {n} = {b}|
    find the sum for {n} from 1 to {b}|add the terms from {n} = 1 to {n} = {b}"""
)
PRODUCT = phrases(
    """evaluate the product|evaluate the product|find the product|compute the product|product|evaluate|calculate|
    compute|find the value of the product|calculate the product|determine the product|what is the product?|
    work out the product"""
)


def _index(author: Author) -> Maker:
    """Return a maker whose variable is an index."""
    author.variable = author.rng.choice(INDICES)
    author.constants = tuple(c for c in author.constants if c != author.variable)
    author.m = Maker(author.rng, author.variable, author.constants if author.chance(0.2) else (), author.m.style)
    author.m.decimal = False
    return author.m


def term(m: Maker) -> Node:
    """Return the term of a sum."""
    rng, w, k = m.rng, m.w, m.x
    one, small = w.num(1), w.num(rng.choice((2, 2, 3, 4, 5)))
    ratio = w.frac(w.num(rng.randint(1, 4)), w.num(rng.choice((2, 3, 3, 4, 5, 10))))
    shifted = w.add([("+", k), (m.sign(), w.num(rng.randint(1, 3)))])
    odd = w.add([("+", w.mul(w.num(2), k)), (m.sign(), one)])
    sign = w.power(w.paren(w.neg(one)), rng.choice((k, w.add([("+", k), ("+", one)]))))
    factorial = Node(k.tex + "!", f"factorial({k.py})", None, "func")
    power = w.power(k, w.num(rng.choice((2, 2, 3, 4))))
    options = (
        lambda: k,
        lambda: power,
        m.linear,
        m.linear,
        lambda: m.polynomial(rng.choice((2, 3))),
        lambda: w.mul(k, w.paren(shifted)),
        lambda: w.power(w.paren(m.linear()), w.num(2)),
        lambda: w.power(small, rng.choice((k, k, w.neg(k), w.add([("+", k), ("-", one)])))),
        lambda: w.power(w.paren(ratio), rng.choice((k, k, w.add([("+", k), ("-", one)])))),
        lambda: w.mul(w.num(rng.randint(2, 20)), w.power(w.paren(ratio), k)),
        lambda: w.frac(one, w.power(small, k)),
        lambda: w.frac(w.num(rng.randint(1, 9)), w.power(small, k)),
        lambda: w.frac(one, power),
        lambda: w.frac(one, w.mul(k, w.paren(shifted))),
        lambda: w.frac(one, w.mul(w.paren(odd), w.paren(w.add([("+", w.mul(w.num(2), k)), ("+", w.num(3))])))),
        lambda: w.frac(one, w.add([("+", power), (m.sign(), m.number(low=1))])),
        lambda: w.frac(sign, rng.choice((k, power, odd))),
        lambda: w.frac(k, w.power(small, k)),
        lambda: w.frac(rng.choice((one, w.power(small, k), k)), factorial) if not m.style.ascii else k,
        lambda: w.add([("+", w.frac(one, k)), ("-", w.frac(one, shifted))]),
        lambda: w.frac(m.linear(), m.linear()),
        lambda: w.mul(sign, rng.choice((k, power, w.frac(one, k)))),
        lambda: m.any(0),
        m.number,
    )
    return rng.choice(options)()


def _noted(author: Author, name: str, low: str, high: tuple[str, str], body: str) -> str:
    r"""Write `\sum_{k=1}^{n}` in front of a term."""
    rng, k = author.rng, author.variable
    tex, py = high
    if author.plain_text:
        return rng.choice(
            (
                f"{name}_({k}={low})^{py} {body}",
                f"{name}({body}, {k}={low}..{py})",
                f"{name} {k}={low} to {py} of {body}",
            )
        )
    gap = " " if author.chance(0.25) else ""
    upper = tex if len(tex) == 1 and author.chance(0.5) else f"{{{tex}}}"
    head = r"\prod" if name == "product" else r"\sum"
    limits = r"\limits" if author.chance(0.06) else ""
    front = r"\displaystyle" if author.chance(0.04) else ""
    gap_after = rng.choice((" ", " ", "", r"\, ")) if not body[0].isalpha() else " "
    return f"{front}{head}{limits}_{{{k}{gap}={gap}{low}}}^{upper}{gap_after}{body}"


def endless(author: Author) -> tuple[str, Node, str]:
    """Return a printed series without end, its term, and the index."""
    rng, m = author.rng, _index(author)
    m.constants = author.constants = ()
    w, n, start = m.w, m.x, rng.choice(("1", "1", "1", "1", "0", "2"))
    p = rng.choice((w.num(2), w.num(3), w.frac(w.num(rng.choice((1, 3, 4))), w.num(rng.choice((2, 3))), slash=True)))
    power = rng.choice((w.power(n, p), n, w.root(n)))
    sign = w.power(w.paren(w.neg(w.num(1))), rng.choice((n, w.add([("+", n), ("+", w.num(1))]))))
    bottom = w.add([("+", w.power(n, w.num(rng.choice((2, 3))))), (m.sign(), w.num(rng.randint(1, 9)))])
    options = (
        lambda: w.frac(w.num(1), power),
        lambda: w.frac(sign, rng.choice((power, bottom))),
        lambda: w.frac(rng.choice((n, w.num(rng.randint(1, 5)), m.linear())), bottom),
        lambda: w.frac(w.num(1), w.mul(n, w.func("log", n))),
        lambda: w.frac(w.func("log", n), rng.choice((n, w.power(n, w.num(2))))),
        lambda: w.frac(w.power(n, w.num(rng.choice((2, 3)))), w.power(w.num(rng.randint(2, 4)), n)),
        lambda: term(m),
        lambda: term(m),
    )
    node = rng.choice(options)()
    start = "2" if "log" in node.py else start
    node = w.paren(node) if node.kind in ("add", "neg") else node
    return _noted(author, "sum", start, (r"\infty", "oo"), node.tex), node, author.variable


def summed(author: Author) -> Sample:
    """Add or multiply terms: to a number, to a letter, or without end."""
    rng, m = author.rng, _index(author)
    node = term(m)
    multiply = author.chance(0.2)
    pick = rng.random()
    low = rng.choice(("1", "1", "1", "1", "0", "0", "2", "3", str(rng.randint(2, 12))))
    last = str(
        rng.choice((rng.randint(3, 12), rng.randint(3, 30), rng.choice((10, 20, 50, 100)), rng.randint(10, 200)))
    )
    if multiply:
        pick *= 0.65
        kind, forms, tool = "product", PRODUCT, "product"
    else:
        kind, tool = "sum", "sum"
        forms = SUM if pick < 0.4 else CLOSED if pick < 0.65 else SERIES
    if pick < 0.4:
        high = (last, last)
    elif pick < 0.65:
        letter = rng.choice([c for c in ("n", "n", "n", "N", "m", "p") if c != author.variable])
        high = rng.choice(
            ((letter, letter),) * 5
            + ((f"{letter}-1", f"{letter}-1"), (f"2{letter}", f"2*{letter}"), (f"{letter}+1", f"{letter}+1"))
        )
    else:
        high = (r"\infty", "oo")
    if not multiply and pick < 0.06:
        tex = f"{rng.choice('auST')}_{author.variable} = {node.tex}" if not author.plain_text else node.tex
        objective = say.finish(rng, rng.choice(TERMS), v=author.variable, b=last, n=author.variable)
        low = "1"
    else:
        body = author.m.w.paren(node) if node.kind in ("add", "neg") and author.chance(0.97) else node
        node, tex = body, _noted(author, tool, low, high, body.tex)
        objective = say.finish(
            rng, rng.choice(forms), v=author.variable, u=high[0][0] if high[0][0] != "2" else high[0][1]
        )
    names = [author.variable, *(c for c in author.letters(node.tree)[1:] if c in author.constants)]
    if high[1][-1].isalpha() and high[1] != "oo" and author.chance(0.7):
        names = (
            [high[1][-1], author.variable]
            if author.chance(0.4)
            else [author.variable, high[1][-1]]
            if author.chance(0.5)
            else [high[1][-1]]
        )
    plan = plan_of(call(tool, node.py, author.variable, low, high[1]))
    return Sample(kind, objective, tex, tuple(names), plan)
