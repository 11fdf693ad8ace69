"""Systems of equations: two or three linear ones, a line and a curve, or two curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from training import systems_words as words
from training.author import Author, Sample, call, plan_of
from training.expressions import Maker
from training.factors import greek
from training.notation import Node
from training.phrasing import asked

_TWO = ("ab", "ab", "pq", "mn", "uv", "st", "rs", "yz", "xz", "AB", "XY", "cd", "hk", "xt", "tc", "lw")
PAIRS: tuple[tuple[str, ...], ...] = (("x", "y"),) * 24 + (("x_1", "x_2"),) * 2 + (("alpha", "beta"),)
PAIRS += tuple((names[0], names[1]) for names in _TWO)
TRIPLES: tuple[tuple[str, ...], ...] = (("x", "y", "z"),) * 14 + (("a", "b", "c"),) * 4 + (("x_1", "x_2", "x_3"),) * 3
TRIPLES += (("p", "q", "r"), ("u", "v", "w"), ("r", "s", "t"), ("A", "B", "C"), ("x", "y", "w"))

Equation = tuple[Node, Node]
Number = int | Fraction


def system(author: Author) -> Sample:
    """Return a system of equations, to be solved for all letters."""
    rng = author.rng
    names = rng.choice(TRIPLES if author.chance(0.27) else PAIRS)
    m = Maker(rng, names[0], (), replace(author.m.style, space=0.0))
    lines = len(names) == 3 or author.chance(0.62)
    equations = _linear(m, names) if lines else rng.choice(_CURVES)(m, *names)
    if author.chance(0.15):
        rng.shuffle(equations)
    order = list(names)
    if author.chance(0.06):
        rng.shuffle(order)
    said = [greek(name) if author.chance(0.3) else name for name in order]
    forms = words.GENERAL
    if author.chance(0.4):
        forms = words.LINEAR if lines else words.CURVES
    if len(names) == 3 and forms is words.LINEAR:
        forms = words.THREE
    listed = ", ".join(said[:-1]) + rng.choice((" and ", " and ", " and ", ", ", " & ")) + said[-1]
    objective = asked(rng, forms, words.SLOTS, words.REMARKS, u=listed, x=said[0], y=said[1])
    text = ",".join(f"Eq({left.py},{right.py})" for left, right in equations)
    return Sample(
        "system",
        objective,
        _printed(author, equations),
        tuple(order),
        plan_of(call("solve_system", text, ", ".join(order))),
        longer=60,
    )


def _printed(author: Author, equations: Sequence[Equation]) -> str:
    """Write the equations beside each other, or one below the other."""
    rng = author.rng
    gap = " " if author.chance(author.m.style.gap) else ""
    if author.plain_text:
        lines = [f"{left.tex}{gap}={gap}{right.tex}" for left, right in equations]
        return rng.choice((", ", ", ", " and ", "; ")).join(lines)
    stacked = author.chance(0.42)
    sign = f"{gap}&={gap}" if stacked and author.chance(0.2) else f"{gap}={gap}"
    lines = [f"{left.tex}{sign}{right.tex}" for left, right in equations]
    if stacked:
        if author.chance(0.08):
            lines = [*(line + "," for line in lines[:-1]), lines[-1] + rng.choice((".", ""))]
        name, before, after = rng.choice(
            (("cases", "", ""),) * 8 + (("array}{l", r"\left\{", r"\right."), ("array}{l", "", ""), ("aligned", "", ""))
        )
        space = rng.choice((" ", " ", " ", ""))
        body = rng.choice((r" \\ ", r" \\ ", r"\\", r" \\")).join(lines)
        begin, end = f"\\begin{{{name}}}", f"\\end{{{name.partition('}')[0]}}}"
        return f"{before}{' ' if before and space else ''}{begin}{space}{body}{space}{end}{after}"
    joints = (", ", ", ", ", ", ",", r", \quad ", r",\quad ", r",\; ", r", \; ", r",\ ", r" \\ ", "; ", r" \quad ")
    pair = (r" \text{ and } ", r" \text{ and } ", " and ", r", \quad \text{and} \quad ", r",\ \text{and}\ ")
    joint = rng.choice((*joints, *pair)) if len(lines) == 2 else rng.choice(joints)
    if len(lines) == 3 and author.chance(0.15):
        return (
            f"{lines[0]}, {lines[1]} and {lines[2]}"
            if author.chance(0.5)
            else ", ".join(lines[:2]) + ", and " + lines[2]
        )
    return joint.join(lines)


def number(m: Maker, value: Number) -> Node:
    """Return a number without its sign."""
    value = -value if value < 0 else value
    if isinstance(value, Fraction) and value.denominator > 1:
        return m.w.frac(m.w.num(value.numerator), m.w.num(value.denominator))
    return m.w.num(int(value))


def combined(m: Maker, coefficients: Sequence[Number], names: Sequence[str], last: Number = 0) -> Node:
    """Return a sum of multiples of letters, and a number."""
    terms: list[tuple[str, Node]] = []
    for value, name in zip(coefficients, names, strict=True):
        if value:
            factor = [] if abs(value) == 1 else [number(m, value)]
            terms.append(("-" if value < 0 else "+", m.w.mul(*factor, m.w.sym(name))))
    if last or not terms:
        terms.append(("-" if last < 0 else "+", number(m, last)))
    return m.w.add(terms)


def _coefficient(m: Maker, *, zero: bool = False) -> Number:
    rng = m.rng
    if zero and rng.random() < 0.22:
        return 0
    size = rng.choice((1, 1, 1, 2, 2, 3, 3, 4, 5, rng.randint(2, 9), rng.randint(2, 15)))
    return size * rng.choice((1, 1, -1))


def _linear(m: Maker, names: Sequence[str]) -> list[Equation]:
    """Return linear equations; most have whole solutions, a few have none or many."""
    rng = m.rng
    solution = [rng.randint(-6, 9) for _ in names]
    style = rng.choice(("whole",) * 7 + ("mixed", "mixed", "fractions", "any", "large"))
    equations = []
    for _ in names:
        values = [_coefficient(m, zero=len(names) == 3) for _ in names]
        if sum(map(bool, values)) < 2:
            values = [_coefficient(m) for _ in names]
        if style == "large":
            values = [value * rng.randint(2, 12) for value in values]
        if style == "fractions" and rng.random() < 0.7:
            values = [Fraction(value, rng.randint(2, 6)) for value in values]
        total = sum(a * b for a, b in zip(values, solution, strict=True))
        if style == "any":
            total = rng.randint(-20, 30)
        equations.append(_arranged(m, values, names, total, moved=style == "mixed"))
    return equations


def _arranged(m: Maker, values: list[Number], names: Sequence[str], total: Number, *, moved: bool) -> Equation:
    """Return the equation in standard form, solved for a letter, or with terms on both sides."""
    rng, w = m.rng, m.w
    pick = rng.random() if moved else 0.0
    if pick < 0.3:
        right = number(m, total)
        sides = combined(m, values, names), w.neg(right) if total < 0 else right
    elif pick < 0.45:
        sides = combined(m, values, names, -total), w.num(0)
    elif pick < 0.75:
        at = rng.randrange(len(names))
        factor = values[at] or 1
        others = [Fraction(-value) / factor if i != at else 0 for i, value in enumerate(values)]
        sides = w.sym(names[at]), combined(m, others, names, Fraction(total) / factor)
    else:
        at = rng.randrange(1, len(names))
        left = [*values[:at], *(0 for _ in names[at:])]
        right_values = [*(0 for _ in names[:at]), *(-value for value in values[at:])]
        if not any(left) or (not any(right_values) and not total):
            return combined(m, values, names, -total), w.num(0)
        sides = combined(m, left, names), combined(m, right_values, names, total)
    return sides if rng.random() < 0.93 else sides[::-1]


def _squares(m: Maker, x: str, y: str, a: int = 1, b: int = 1) -> Node:
    def term(name: str, size: int) -> Node:
        square = m.w.power(m.w.sym(name), m.w.num(2))
        return square if abs(size) == 1 else m.w.mul(m.w.num(abs(size)), square)

    return m.w.add([("+", term(x, a)), ("-" if b < 0 else "+", term(y, b))])


def _line(m: Maker, x: str, y: str, point: tuple[int, int]) -> Equation:
    """Return a line through a point."""
    slope = m.rng.choice((1, 1, -1, 2, -2, 3, -3, m.rng.randint(-5, 5) or 1))
    rest = point[1] - slope * point[0]
    if m.rng.random() < 0.55:
        return m.w.sym(y), combined(m, (slope,), (x,), rest)
    return _arranged(m, [-slope, 1], (x, y), rest, moved=m.rng.random() < 0.2)


def _point(m: Maker) -> tuple[int, int]:
    return m.rng.randint(-6, 6), m.rng.randint(-6, 6)


def _circle(m: Maker, x: str, y: str) -> list[Equation]:
    p = _point(m)
    a, b = m.rng.choice(((1, 1),) * 6 + ((1, -1), (1, 2), (2, 1), (1, 4), (3, -1)))
    total = a * p[0] ** 2 + b * p[1] ** 2
    right = m.w.num(total) if total >= 0 else m.w.neg(m.w.num(-total))
    return [(_squares(m, x, y, a, b), right), _line(m, x, y, p)]


def _shifted(m: Maker, x: str, y: str) -> list[Equation]:
    p, c, w = _point(m), _point(m), m.w
    squares = [
        w.power(w.paren(combined(m, (1,), (name,), -at)) if at else w.sym(name), w.num(2))
        for name, at in ((x, c[0]), (y, c[1]))
    ]
    total = w.num((p[0] - c[0]) ** 2 + (p[1] - c[1]) ** 2 or 4)
    return [(w.add([("+", square) for square in squares]), total), _line(m, x, y, p)]


def parabola(m: Maker, x: str, point: tuple[int, int]) -> Node:
    """Return a quadratic polynomial whose graph goes through a point."""
    a = m.rng.choice((1, 1, 1, -1, 2, -2, 3))
    b = m.rng.choice((0, 0, m.rng.randint(-8, 8)))
    rest = point[1] - a * point[0] ** 2 - b * point[0]
    square = m.w.power(m.w.sym(x), m.w.num(2))
    terms = [("-" if a < 0 else "+", square if abs(a) == 1 else m.w.mul(m.w.num(abs(a)), square))]
    if b:
        terms.append(("-" if b < 0 else "+", combined(m, (abs(b),), (x,))))
    if rest:
        terms.append(("-" if rest < 0 else "+", m.w.num(abs(rest))))
    return m.w.add(terms)


def _parabola(m: Maker, x: str, y: str) -> list[Equation]:
    p = _point(m)
    return [(m.w.sym(y), parabola(m, x, p)), _line(m, x, y, p)]


def _two_parabolas(m: Maker, x: str, y: str) -> list[Equation]:
    p = _point(m)
    one, two = parabola(m, x, p), parabola(m, x, p)
    return [(m.w.sym(y), one), (m.w.sym(y), two)] if one.py != two.py else _parabola(m, x, y)


def _product(m: Maker, x: str, y: str) -> list[Equation]:
    p, w = (m.rng.choice((-1, 1, 1)) * m.rng.randint(1, 9), m.rng.randint(1, 9)), m.w
    product, total = p[0] * p[1], p[0] + p[1]
    right = w.num(product) if product > 0 else w.neg(w.num(-product))
    first = (w.mul(w.sym(x), w.sym(y)), right)
    if m.rng.random() < 0.3:
        return [(_squares(m, x, y), w.num(p[0] ** 2 + p[1] ** 2)), first]
    return [_arranged(m, [1, 1], (x, y), total, moved=False), first]


def _sideways(m: Maker, x: str, y: str) -> list[Equation]:
    a, t = m.rng.choice((1, 2, 4, 4, 8)), m.rng.randint(-3, 4)
    right = m.w.sym(x) if a == 1 else m.w.mul(m.w.num(a), m.w.sym(x))
    return [(m.w.power(m.w.sym(y), m.w.num(2)), right), _line(m, x, y, (a * t * t, a * t))]


_CURVES: tuple[Callable[[Maker, str, str], list[Equation]], ...] = (
    *(_circle, _circle, _circle, _shifted, _parabola, _parabola, _parabola),
    *(_two_parabolas, _two_parabolas, _product, _product, _sideways),
)
