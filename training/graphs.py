"""Questions about a curve that take several steps: tangents, extremes, lengths, solids, areas between two."""

from __future__ import annotations

from dataclasses import replace

import sympy  # type: ignore[import-untyped]

from training import graphs_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.factors import greek
from training.families import factorable, integer_polynomial
from training.notation import Node
from training.phrasing import asked

Steps = list[tuple[str, dict[str, str]]]
_NAMES = ("f",) * 6 + ("y",) * 4 + ("g", "h", "s", "p", "v", "i", "C")


def _begin(author: Author) -> str:
    """Choose a letter without constants, and return the function's name."""
    rng = author.rng
    author.variable, author.constants = rng.choice(("x",) * 9 + ("t", "t", "u")), ()
    author.m = Maker(rng, author.variable, (), author.m.style)
    return rng.choice([name for name in _NAMES if name != author.variable])


def _shown(author: Author, name: str, tex: str) -> str:
    """Return the curve's equation as printed."""
    head = name if name == "y" or author.chance(0.08) else f"{name}({greek(author.variable)})"
    gap = " " if author.chance(0.8) else ""
    return f"{head}{gap}={gap}{tex}" if author.chance(0.95) else tex


def _sample(
    author: Author, kind: str, forms: tuple[str, ...], curve: tuple[str, Node], steps: Steps, **said: str
) -> Sample:
    name, node = curve
    results = tuple(int(n) for n in said.pop("results", "").split())
    names = {"v": greek(author.variable), "c": name, "f": "y" if name == "y" else name, "a": "0", "b": "1"} | said
    objective = asked(author.rng, forms, words.SLOTS, (), **names)
    variables = (author.variable, "y") if name == "y" and author.chance(0.2) else (author.variable,)
    tex = _shown(author, name, node.tex)
    return Sample(f"graph: {kind}", objective, tex, variables, plan_of(*steps, results=results))


def _curve(m: Maker) -> Node:
    return m.rng.choice((lambda: m.polynomial(2), lambda: m.polynomial(3), m.simple, m.simple, m.radical))()


def touching(author: Author) -> Sample:
    """Find a tangent at a printed point, or a normal."""
    rng, name, x = author.rng, _begin(author), author.variable
    while True:
        node, a = _curve(author.m), rng.choice((0, 1, 1, 2, 2, 3, 4, 9, -1, -2))
        value = sympy.sympify(node.py).subs(x, a)
        if value.is_Rational and abs(value) < 100 and value.q < 10:
            break
    at = str(a) if a >= 0 else f"({a})"
    pick = rng.random()
    if pick < 0.3:
        degree = rng.choice("112")
        forms = words.APPROXIMATION[degree]
        if pick < 0.08:
            forms = tuple(text.replace(" = {a}", "") for text in words.AT_PRINTED[degree])
            node = replace(node, tex=node.tex + rng.choice((f", a = {a}", rf",\ a={a}", rf", \quad a = {a}")))
        return _sample(
            author, "approximation", forms, (name, node), [call("taylor", node.py, x, str(a), degree)], a=str(a)
        )
    if pick < 0.38:
        shown = replace(node, tex=node.tex + rng.choice((", ", r",\ ", r", \quad ")) + f"({a}, {value})")
        if author.chance(0.5):
            steps = [call("taylor", node.py, x, str(a), "1")]
            return _sample(author, "tangent", words.TANGENT_PRINTED, (name, shown), steps)
        steps = [call("differentiate", node.py, x), call("substitute", "R1", x, str(a))]
        return _sample(author, "slope", words.SLOPE_PRINTED, (name, shown), steps)
    if pick < 0.7:
        steps = [call("taylor", node.py, x, str(a), "1")]
        return _sample(author, "tangent", words.TANGENT, (name, node), steps, a=str(a), b=str(value))
    steps = [
        call("differentiate", node.py, x),
        call("substitute", "R1", x, str(a)),
        call("substitute", node.py, x, str(a)),
        call("expand", f"R3 - ({x} - {at})/R2"),
    ]
    return _sample(author, "normal", words.NORMAL, (name, node), steps, a=str(a), b=str(value))


def turning(author: Author) -> Sample:
    """Find the stationary points with both coordinates, or a parabola's extreme value."""
    rng, name, x = author.rng, _begin(author), author.variable
    m = author.m
    if author.chance(0.5):
        node = m.polynomial(rng.choice((2, 2, 3, 3))) if author.chance(0.7) else factorable(m)
        letter = "y" if name == "y" or author.chance(0.7) else name
        steps = [
            call("differentiate", node.py, x),
            call("solve_system", f"Eq({letter},{node.py}),Eq(R1,0)", f"{x}, {letter}"),
        ]
        return _sample(author, "turning points", words.TURNING, (letter, node), steps)
    a, h, k = rng.choice((1, 1, 1, 1, 2, 3, -1, -1, -2, -3, -5)), rng.randint(-5, 7), rng.randint(-9, 30)
    node = integer_polynomial(m, [a, -2 * a * h, a * h * h + k])
    steps = [call("differentiate", node.py, x), call("solve", "R1", x), call("substitute", node.py, x, str(h))]
    drawn = _sample(author, "extreme value", words.EXTREME["low" if a > 0 else "high"], (name, node), steps)
    return replace(drawn, kind="told: extremum")


def sketched(author: Author) -> Sample:
    """Answer two questions of a curve sketch, or find where a tangent is parallel to a line."""
    rng, name, x = author.rng, _begin(author), author.variable
    m = author.m
    node = m.polynomial(rng.choice((2, 3, 3, 4))) if author.chance(0.8) else m.simple()
    first = call("differentiate", node.py, x)
    second, above, below = call("differentiate", "R1", x), "> 0", "< 0"
    recipes: tuple[tuple[str, tuple[str, ...], Steps, str], ...] = (
        ("signs", words.BOTH_SIGNS, [first, *(call("solve_inequality", f"R1 {s}", x) for s in (above, below))], "2 3"),
        (
            "concavity",
            words.CONCAVE,
            [first, second, *(call("solve_inequality", f"R2 {s}", x) for s in (above, below))],
            "3 4",
        ),
        (
            "critical and rising",
            words.PARTS["critical rising"],
            [first, call("solve", "R1", x), call("solve_inequality", "R1 > 0", x)],
            "2 3",
        ),
        (
            "critical and falling",
            words.PARTS["critical falling"],
            [first, call("solve", "R1", x), call("solve_inequality", "R1 < 0", x)],
            "2 3",
        ),
        (
            "critical and concave",
            words.PARTS["critical concave"],
            [first, call("solve", "R1", x), second, call("solve_inequality", "R3 > 0", x)],
            "2 4",
        ),
        ("intercepts", words.INTERCEPTS, [call("solve", node.py, x), call("substitute", node.py, x, "0")], "1 2"),
    )
    if author.chance(0.25):
        k = rng.randint(1, 12)
        steps = [first, call("solve", f"Eq(R1,{k})", x)]
        line = {"k": str(k), "s": rng.choice("+-"), "b": str(rng.randint(1, 9))}
        return _sample(author, "parallel", words.PARALLEL, (name, node), steps, **line)
    kind, forms, steps, results = rng.choice(recipes)
    return _sample(author, kind, forms, (name, node), steps, results=results)


def measured(author: Author) -> Sample:
    """Find a mean value, an arc's length, or a solid's volume, between two places."""
    rng, name, x = author.rng, _begin(author), author.variable
    m = author.m
    node = rng.choice((m.simple, m.power, m.radical, lambda: m.polynomial(2), m.odd_power))()
    low_end = int("log" in node.py or "/" in node.py or "-" in node.py)
    a, b = sorted(rng.sample(range(low_end, rng.choice((4, 6, 10))), 2))
    low, high = str(a), str(b)
    circle = author.chance(0.12)
    if circle and not low_end:
        high, low = rng.choice(("pi", "pi/2", "2*pi")), "0"
    width = high if low == "0" else f"({high} - {low})"
    shown = high.replace("*", "").replace("pi", r"\pi" if author.chance(0.6) else "pi")
    pick = rng.random()
    ends = {"a": low, "b": shown}
    if pick < 0.06:
        forms = tuple(text.replace("<over>", "<printed>") for text in words.MEAN)
        printed = replace(node, tex=node.tex + rng.choice((", ", r",\ ", r", \quad ")) + f"[{low}, {shown}]")
        steps = [call("integrate", node.py, x, low, high), call("simplify", f"R1/{width}")]
        return _sample(author, "mean", forms, (name, printed), steps)
    if pick < 0.35:
        steps = [call("integrate", node.py, x, low, high), call("simplify", f"R1/{width}")]
        return _sample(author, "mean", words.MEAN, (name, node), steps, **ends)
    if pick < 0.6:
        node = _rectifiable(m)
        steps = [call("differentiate", node.py, x), call("integrate", "sqrt(1 + R1**2)", x, low, high)]
        return _sample(author, "length", words.LENGTH, (name, node), steps, **ends)
    if pick < 0.75:
        steps = [call("integrate", f"2*pi*{x}*({node.py})", x, low, high)]
        return _sample(author, "shell", words.SHELL, (name, node), steps, **ends)
    steps = [call("integrate", f"pi*({node.py})**2", x, low, high)]
    return _sample(author, "disk", words.DISK, (name, node), steps, **ends)


def _rectifiable(m: Maker) -> Node:
    """Return a function whose arc's length SymPy finds."""
    rng, w = m.rng, m.w
    half = w.power(m.x, w.frac(w.num(3), w.num(2), slash=rng.random() < 0.6))
    scale = rng.choice((w.frac(w.num(2), w.num(3)), w.num(rng.randint(2, 6)), w.frac(w.num(1), w.num(3))))
    return rng.choice((half, w.mul(scale, half), w.mul(scale, half), m.linear(), w.power(m.x, w.num(2))))


def between(author: Author) -> Sample:
    """Find the area between two curves, whose crossings are small numbers, or the crossings themselves."""
    rng = author.rng
    name, m = _begin(author), author.m
    x = author.variable = "x"
    m = author.m = Maker(rng, x, (), m.style)
    p, q, k = rng.randint(-4, 2), rng.randint(1, 5), rng.choice((0, 0, 0, 1, 2, -1, 3))
    p, q = (0, rng.randint(1, 8)) if author.chance(0.5) else (p, max(q, p + 1))
    s = rng.choice((1, 1, 1, 1, -1))
    b, c = -s * (p + q), s * p * q
    outer, line = integer_polynomial(m, [s, k if p + q else 0, 0]), integer_polynomial(m, [(k if p + q else 0) - b, -c])
    if author.chance(0.25):
        outer, line = integer_polynomial(m, [s, b, c]), m.w.num(0)
    if line.py == "0":
        outer, line = integer_polynomial(m, [s, b, 0]), integer_polynomial(m, [0, -c]) if c else m.x
        p, q = (p, q) if c or line.py == "0" else sorted((0, s * (1 - b)))
    curves: list[Node] = [outer, line]
    if author.chance(0.4):
        curves.reverse()
    pair = _heads(author, name)
    gap = rng.choice((", ", ", ", r",\ ", r", \quad ", r" \text{ and } ", " and "))
    shown = [f"{head} = {node.tex}" for head, node in zip(pair, curves, strict=True)]
    said = " and ".join(shown if author.chance(0.6) else [f"${text}$" for text in shown])
    first, second = (node.py for node in curves)
    above, below = (line, outer) if s > 0 else (outer, line)
    if author.chance(0.3):
        equations = ",".join(f"Eq(y,{py})" for py in (first, second))
        objective = asked(rng, words.CURVE_POINTS, words.SLOTS, (), e=said)
        tex = gap.join(f"y = {node.tex}" for node in curves)
        return Sample("graph: crossings", objective, tex, ("x", "y"), plan_of(call("solve_system", equations, "x, y")))
    steps = [call("integrate", f"{above.py}-({below.py})", x, str(p), str(q))]
    objective = asked(rng, words.AREA, words.SLOTS, (), e=said)
    variables = ("x", "y") if author.chance(0.2) else ("x",)
    return Sample("graph: area between", objective, gap.join(shown), variables, plan_of(*steps), longer=20)


def _heads(author: Author, name: str) -> tuple[str, str]:
    """Return what stands before the two functions."""
    return ("f(x)", "g(x)") if name in "fg" and author.chance(0.5) else ("y", "y")
