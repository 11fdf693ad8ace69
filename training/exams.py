"""Further kinds of exam questions: formulas, parametric curves, double integrals, surfaces, sums with dots, points."""

from __future__ import annotations

import re

from training import exams_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.factors import greek
from training.families import integer_polynomial
from training.grids import Grids
from training.phrasing import asked
from training.systems import combined


def subject(author: Author) -> Sample:
    """Rearrange a known formula."""
    rng = author.rng
    tex, py = rng.choice(words.FORMULAS)
    letters = [name for name in re.findall(r"[A-Za-z]+(?:_\d)?", py) if name not in ("Eq", "pi", "sqrt", "exp")]
    letters = list(dict.fromkeys(letters))
    v = rng.choice(letters[1:] if author.chance(0.85) and tex[1] != "^" else letters)
    kinds = words.QUANTITIES.get(v, "").split("|")
    quantity = f"the {rng.choice(kinds)} " if kinds[0] and author.chance(0.3) and "number" not in kinds[0] else ""
    objective = asked(rng, words.SUBJECT, words.SLOTS, (), v=greek(v), q=quantity)
    rng.shuffle(letters)
    if author.chance(0.4):
        letters = [v, *(name for name in letters if name != v)]
    names = tuple(letters) if author.chance(0.8) else (v,)
    if author.chance(0.2):
        tex = tex.replace(" = ", "=")
    return Sample("formula", objective, tex, names, plan_of(call("solve", py, v)))


def circuit(author: Author) -> Sample:
    """Find two currents or voltages, which have indices."""
    rng, m = author.rng, author.m
    names = [f"{rng.choice(('I', 'V', 'i', 'v', 'x', 'y', 'F', 'T'))}_{n}" for n in (1, 2)]
    names = [names[0], names[0][0] + "_2"]
    rows = [[rng.choice((1, 2, 3, 4, 5, 6, 8, 10)), -rng.choice((1, 2, 3, 4, 5))] for _ in range(2)]
    rows[1].reverse()
    m = Maker(rng, "x", (), m.style)
    sides = [(combined(m, row, names), m.w.num(rng.choice((0, 2, 5, 8, 10, 12, 20)))) for row in rows]
    tex = rng.choice((", ", r", \quad ", r",\ ")).join(f"{left.tex} = {right.tex}" for left, right in sides)
    py = ",".join(f"Eq({left.py},{right.py})" for left, right in sides)
    objective = asked(rng, words.LINEAR_CIRCUIT, words.SLOTS, (), u=rng.choice((" and ", ", ")).join(names))
    return Sample("circuit", objective, tex, tuple(names), plan_of(call("solve_system", py, ", ".join(names))))


def discriminant(author: Author) -> Sample:
    """Find the parameter for which a quadratic equation has so many roots."""
    rng = author.rng
    m = Maker(rng, "x", (), author.m.style)
    w, k = m.w, rng.choice(("k", "k", "k", "m", "p", "a", "c", "q"))
    sign = rng.choice(("=", "=", "=", ">", "<", ">="))
    a, b, c = rng.choice((1, 1, 1, 1, 2, 3)), rng.randint(1, 12), rng.randint(1, 16)
    letter, number = w.sym(k), w.num
    square, n_b, n_c = w.power(m.x, number(2)), rng.choice((b, -b)), rng.choice((c, c, -c) if sign != "=" else (c,))
    where = rng.choice(("b", "b", "b", "c", "c", "a", "both"))
    first = w.mul(letter, square) if where == "a" else square if a == 1 else w.mul(number(a), square)
    middle = w.mul(letter, m.x) if where in ("b", "both") else m.x if b == 1 else w.mul(number(b), m.x)
    last = letter if where in ("c", "both") else number(abs(n_c))
    signs = (
        "+" if where in ("b", "both") else "+" if n_b > 0 else "-",
        "+" if where in ("c", "both") or n_c > 0 else "-",
    )
    left = w.add([("+", first), (signs[0], middle), (signs[1], last)])
    parts = {
        "a": k if where == "a" else str(a),
        "b": k if where in ("b", "both") else str(b) if signs[0] == "+" else f"({-b})",
        "c": k if where in ("c", "both") else str(abs(n_c)) if signs[1] == "+" else f"({-abs(n_c)})",
    }
    value = f"{parts['b']}**2-4*{parts['a']}*{parts['c']}"
    objective = asked(rng, words.DISCRIMINANT[sign], words.SLOTS, (), k=k)
    step = call("solve", f"Eq({value},0)", k) if sign == "=" else call("solve_inequality", f"{value}{sign}0", k)
    names = rng.choice((("x", k), ("x", k), (k, "x"), (k,)))
    return Sample("discriminant", objective, f"{left.tex} = 0", names, plan_of(step))


def parametric(author: Author) -> Sample:
    """Differentiate one letter with respect to another when both depend on a parameter."""
    rng = author.rng
    t = rng.choice(("t", "t", "t", "t", "theta", "u", "s"))
    m = Maker(rng, t, ("a",) if author.chance(0.12) else (), author.m.style)
    x, y = (rng.choice((m.simple, m.simple, lambda: m.polynomial(2), m.power))() for _ in range(2))
    joint = rng.choice((", ", r", \quad ", r",\ ", r" \text{ and } "))
    tex = f"x = {x.tex}{joint}y = {y.tex}"
    steps = [call("differentiate", y.py, t), call("differentiate", x.py, t), call("simplify", "R1/R2")]
    said = {"t": greek(t), "e": f"x = {x.tex} and y = {y.tex}"}
    forms = words.PARAMETRIC
    if author.chance(0.25):
        at = str(rng.randint(0, 5))
        forms, steps = words.PARAMETRIC_AT, [*steps, call("substitute", "R3", t, at)]
        said["a"] = at
    names = (t, "a") if "'a'" in repr((x.tree, y.tree)) else (t,)
    names = (*names, "x", "y") if author.chance(0.12) else names
    return Sample("parametric", asked(rng, forms, words.SLOTS, (), **said), tex, names, plan_of(*steps), longer=10)


def double(author: Author) -> Sample:
    """Evaluate an iterated integral."""
    rng = author.rng
    x, y = rng.choice((("x", "y"),) * 6 + (("y", "x"), ("y", "x"), ("r", "theta"), ("u", "v")))
    m, n = Maker(rng, x, (), author.m.style), Maker(rng, y, (), author.m.style)
    w = m.w
    product = w.mul(m.power(3), n.power(3))
    node = rng.choice(
        (
            lambda: product,
            lambda: w.paren(w.add([("+", m.power(2)), (m.sign(), n.power(2))])),
            lambda: w.paren(w.add([("+", w.mul(m.number(), m.x)), ("+", w.mul(n.number(), n.x))])),
            lambda: w.mul(m.number(), product),
            lambda: w.mul(m.x, w.func(rng.choice(("sin", "cos")), n.x)),
            lambda: w.exp(w.add([("+", m.x), ("+", n.x)])),
        )
    )()
    top = str(rng.randint(1, 4))
    inner = [("0", "0"), (top, top)]
    if author.chance(0.35):
        inner = [("0", "0"), (greek(x), x)]
    elif author.chance(0.2):
        inner = [("1", "1"), ("3", "3")]
    outer = ["0" if author.chance(0.75) else "1", str(rng.randint(2, 5))] if author.chance(0.7) else ["0", "1"]
    gap = rng.choice((r" \, ", r"\,", " "))
    signs = rf"\int_{{{outer[0]}}}^{{{outer[1]}}} \int_{{{inner[0][0]}}}^{{{inner[1][0]}}} "
    if author.chance(0.6):
        signs = re.sub(r"\{(\w)\}", r"\1", signs)
    tex = f"{signs}{node.tex}{gap}d{greek(y)}{gap}d{greek(x)}"
    steps = [call("integrate", node.py, y, inner[0][1], inner[1][1]), call("integrate", "R1", x, *outer)]
    objective = asked(rng, words.DOUBLE, words.SLOTS, (), v=greek(x), f=greek(y))
    names = (x, y) if author.chance(0.75) else (y, x)
    return Sample("double integral", objective, tex, names, plan_of(*steps), longer=20)


def surface(author: Author) -> Sample:
    """Find the stationary points of a function of two letters."""
    rng = author.rng
    x, y = rng.choice((("x", "y"),) * 8 + (("u", "v"), ("s", "t")))
    m, n = Maker(rng, x, (), author.m.style), Maker(rng, y, (), author.m.style)
    w, a, b = m.w, rng.randint(1, 9), rng.randint(1, 9)
    cubes = [("+", w.power(m.x, w.num(3))), ("-", w.mul(w.num(3 * rng.choice((1, 4, 9))), m.x))]
    squares = [("+", w.power(m.x, w.num(2))), (m.sign(), w.mul(w.num(2 * a), m.x))]
    terms = cubes if author.chance(0.4) else squares
    terms = [*terms, (m.sign(), w.power(n.x, w.num(2)))]
    if author.chance(0.6):
        terms.append((m.sign(), w.mul(w.num(2 * b), n.x)))
    if author.chance(0.35):
        terms.insert(1, (m.sign(), w.mul(m.x, n.x)))
    if author.chance(0.3):
        terms.append((m.sign(), w.num(rng.randint(1, 20))))
    node = w.add(terms)
    called = rng.choice(("f", "f", "f", "g", "z"))
    head = "z" if called == "z" else f"{called}({x}, {y})" if author.chance(0.7) else f"{called}({x},{y})"
    steps = [
        call("differentiate", node.py, x),
        call("differentiate", node.py, y),
        call("solve_system", "Eq(R1,0),Eq(R2,0)", f"{x}, {y}"),
    ]
    objective = asked(rng, words.SURFACE, words.SLOTS, (), c=called, v=x, f=y)
    tex = f"{head} = {node.tex}" if author.chance(0.9) else node.tex
    return Sample("surface", objective, tex, (x, y), plan_of(*steps))


def antiderived(author: Author) -> Sample:
    """Find a function from its derivative and one value."""
    rng = author.rng
    x = rng.choice(("x", "x", "x", "x", "t"))
    m = Maker(rng, x, (), author.m.style)
    node = rng.choice((lambda: m.polynomial(2), lambda: m.polynomial(2), m.simple, m.linear))()
    a, b = str(rng.choice((0, 0, 0, 1, 1, 2, 3))), str(rng.choice((0, 1, 2, 3, 4, 5, -1, -2, rng.randint(-9, 20))))
    text = rng.choice(words.ANTIDERIVED)
    called = "y" if " y " in text or "curve" in text else rng.choice("fffgFsv" if "{c}" in text else "fy")
    quotient = rng.choice((rf"\frac{{d{called}}}{{d{x}}}", f"d{called}/d{x}"))
    head = f"{called}'({x})" if called != "y" else rng.choice((quotient, quotient, "y'"))
    told = f"({a})" in text.format(a=a, b=b, c=called, d=head, v=x, e="") or "{b}" in text
    tex = f"{head} = {node.tex}" + ("" if told and author.chance(0.85) else f", {called}({a}) = {b}")
    objective = asked(rng, (text,), words.SLOTS, (), a=a, b=b, c=called, d=head, v=x, e=node.tex)
    py = f"Eq(diff({called},{x}),{node.py}),Eq({called}({a}),{b})"
    names = (x, called) if author.chance(0.6) else (x,)
    return Sample("from its derivative", objective, tex, names, plan_of(call("dsolve", py, x, called)))


def dotted(author: Author) -> Sample:
    """Add up terms of which only the first and the last are printed."""
    rng = author.rng
    n = rng.choice(("n", "n", "k"))
    dots = rng.choice((r"\cdots", r"\cdots", r"\ldots", r"\dots", "..."))
    gap = rng.choice((" + ", " + ", "+"))
    a, d, last = rng.choice((1, 1, 1, 2, 3, 5)), rng.choice((1, 1, 2, 2, 3, 4, 5)), rng.choice((8, 10, 20, 25, 50, 100))
    power = rng.choice((2, 2, 3))
    base = rng.choice((2, 2, 3, 3, 4, 5, 10))
    top = rng.choice((1, 1, 1, 2, 3, 5))
    pick = rng.random()
    bottoms = [base**i for i in range(4)]
    low, high = "0", "oo"
    if pick < 0.35:
        parts = [str(top), *(rf"\frac{{{top}}}{{{q}}}" for q in bottoms[1 : rng.choice((3, 4))]), dots]
        py = f"{top}*(1/{base})**{n}" if top > 1 else f"(1/{base})**{n}"
        if author.chance(0.3):
            parts, low = [*(rf"\frac{{{top}}}{{{q}}}" for q in (*bottoms[1:], base**4)), dots], "1"
    elif pick < 0.42:
        parts, py = [*(rf"\frac{{1}}{{{i} \cdot {i + 1}}}" for i in (1, 2, 3)), dots], f"1/({n}*({n}+1))"
        low = "1"
    elif pick < 0.62:
        parts = [*(str(a + d * i) for i in range(rng.choice((3, 3, 4)))), dots, str(a + d * (last - 1))]
        py = n if a == d == 1 else f"{a}+{d}*({n}-1)"
        low, high = "1", str(last)
    elif pick < 0.82:
        shown = [f"{i}^{power}" for i in (1, 2, 3)] if author.chance(0.6) else [str(i**power) for i in (1, 2, 3)]
        end = f"{last}^{power}" if "^" in shown[0] else str(last**power)
        parts, py, low, high = [*shown, dots, end], f"{n}**{power}", "1", str(last)
    else:
        parts = [*(str(base**i) for i in range(rng.choice((3, 4)))), dots, f"{base}^{{{last}}}"]
        py, high = f"{base}**{n}", str(last)
    tex = gap.join(parts)
    said = re.sub(r"\\frac\{(\d+)\}\{(\d+)\}", r"\1/\2", tex) if author.chance(0.5) else tex
    said = re.sub(r"\\[cl]?dots", "...", said) if "frac" not in said else said
    objective = asked(rng, words.ENDLESS if high == "oo" else words.ENDING, words.SLOTS, (), e=said)
    names = (n,) if author.chance(0.7) else ("x",)
    return Sample("dotted sum", objective, tex, names, plan_of(call("sum", py, n, low, high)), longer=20)


def points(author: Author) -> Sample:
    """Find the distance between two points, or the slope of the line through them."""
    rng = author.rng
    (a, b), (c, d) = ((rng.randint(-6, 9), rng.randint(-6, 9)) for _ in range(2))
    c = c if c != a else a + 3
    gap, names = rng.choice((", ", ",", ", ")), rng.choice(("PQ", "AB", "AB", "CD"))
    pair = [f"({p}{gap}{q})" for p, q in ((a, b), (c, d))]
    shown = [f"{name} = {text}" if author.chance(0.9) else name + text for name, text in zip(names, pair, strict=True)]
    printed = shown if author.chance(0.4) else pair
    joint = rng.choice((", ", r",\ ", r", \quad ", r" \text{ and } ", " and "))
    dx, dy = (f"({q}-({p}))" if p < 0 else f"({q}-{p})" for p, q in ((a, c), (b, d)))
    forms, py = (words.DISTANCE, f"sqrt({dx}**2+{dy}**2)") if author.chance(0.6) else (words.SLOPE, f"{dy}/{dx}")
    said = names if printed is shown else pair
    objective = asked(rng, forms, words.SLOTS, (), p=said[0], q=said[1])
    return Sample("points", objective, joint.join(printed), ("x",), plan_of(call("simplify", py)))


def roots(author: Author) -> Sample:
    """Find the sum or the product of the roots of a quadratic equation."""
    rng = author.rng
    m = Maker(rng, rng.choice(("x", "x", "x", "z")), (), author.m.style)
    a, b, c = (
        rng.choice((1, 1, 2, 3)),
        rng.choice((1, -1)) * rng.randint(1, 12),
        rng.choice((1, -1)) * rng.randint(1, 15),
    )
    node, what = integer_polynomial(m, [a, b, c]), rng.choice(("sum", "product"))
    top = -b if what == "sum" else c
    steps = [call("simplify", str(top) if a == 1 else f"{top}/{a}")]
    objective = asked(rng, words.ROOTS[what], words.SLOTS)
    return Sample("roots", objective, f"{node.tex} = 0", (m.variable,), plan_of(*steps))


def angle(author: Author) -> Sample:
    """Find the angle between two vectors."""
    rng = author.rng
    grids = Grids(author.m, ("small", "zeros"))
    grids.bracket = grids.bracket.replace("[array", "bmatrix")
    size = rng.choice((2, 3))
    u, v = (grids.vector(grids.vector_entries(size)) for _ in range(2))
    style = rng.choice((r"\mathbf{%s}", "%s", r"\vec{%s}"))
    names = rng.choice(("uv", "ab", "vw"))
    tex = ", ".join(f"{style % name} = {node.tex}" for name, node in zip(names, (u, v), strict=True))
    steps = [
        call("matrix", f"dot({u.py},{v.py})"),
        call("matrix", f"norm({u.py})"),
        call("matrix", f"norm({v.py})"),
        call("simplify", "acos(R1/(R2*R3))"),
    ]
    objective = asked(rng, words.ANGLE, words.SLOTS, (), p=names[0], q=names[1])
    return Sample("angle", objective, tex, ("x",) if author.chance(0.7) else tuple(names), plan_of(*steps), longer=60)
