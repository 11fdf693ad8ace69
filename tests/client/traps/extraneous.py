"""Equations whose transformation gains or loses solutions: radical, logarithmic, rational, with absolute values."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, code


def _unit(pen: Pen) -> Fraction:
    """Return the size of the solutions: mostly 1, at times tiny or huge."""
    return Fraction(10) ** pen.rng.choice((0, 0, 0, 0, -4, -2, 3, 6, 9))


def radical(rng: random.Random) -> Trap:
    """Return sqrt(u + a) = u - b or b - u with u = v/unit: u is b + s or b + 1 - s, one or both valid."""
    pen = Pen(rng)
    unit = _unit(pen)
    s, b = pen.whole(0, 6), pen.whole(-9, 9)
    a = s * s - s - b
    scale = 1 / unit
    inner, side = pen.poly(scale, a), pen.poly(scale, -b)
    positive = rng.random() < 0.7
    equation = pen.equals(pen.root(inner), side if positive else pen.poly(-scale, b))
    squared = f"Eq({inner.code}, ({side.code})**2)"
    roots = {(b + s) * unit, (b + 1 - s) * unit}
    valid = {root for root in roots if (root / unit - b >= 0) == positive or root / unit == b}
    wrong = {"sign of a root": pen.solve(f"{pen.v} + {code(min(valid) + unit)}")}
    if len(valid) < len(roots):
        wrong["squared"] = pen.solve(squared)
        wrong["invalid alone"] = pen.solve(pen.less((roots - valid).pop()).code)
        wrong["none"] = pen.solve(f"Eq(sqrt({inner.code}), -1)")
    elif len(valid) == 2:
        wrong["one of two"] = pen.solve(pen.less(min(valid)).code)
        wrong["the other of two"] = pen.solve(pen.less(max(valid)).code)
    return pen.trap("radical", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def two_radicals(rng: random.Random) -> Trap:
    pen = Pen(rng)
    unit = _unit(pen)
    root, gap = pen.whole(-9, 9) * unit, pen.whole(-9, 9, but=(0,)) * unit
    factor = rng.choice((2, 3, 5))
    left, right = pen.poly(1, gap - root), pen.poly(factor, gap - factor * root)
    equation = pen.equals(pen.root(left), pen.root(right))
    flat = pen.solve(f"Eq({left.code}, {right.code})")
    wrong = {"squared": flat} if gap < 0 else {"none": pen.solve(f"Eq(sqrt({left.code}), -1)")}
    wrong["sign"] = pen.solve(f"Eq({left.code}, -({right.code}))")
    return pen.trap("two radicals", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def difference_of_radicals(rng: random.Random) -> Trap:
    pen = Pen(rng)
    p, q = rng.sample(range(7), 2)
    root = pen.whole(-9, 9)
    left, right = pen.poly(1, p * p - root), pen.poly(1, q * q - root)
    valid = rng.random() < 0.5
    equation = pen.equals(pen.minus(pen.root(left), pen.root(right)), pen.number(p - q if valid else q - p))
    wrong = {"off by one": pen.solve(pen.less(root + 1).code)}
    if valid:
        wrong["none"] = pen.solve(f"Eq(sqrt({left.code}), -1)")
    else:
        wrong["squared"] = pen.solve(pen.less(root).code)
    return pen.trap("difference of radicals", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def logarithms(rng: random.Random) -> Trap:
    """Return ln(v-a) + ln(v-b) = ln c with one valid root, or ln(v-a) + ln(b-v) = ln c with two or none."""
    pen = Pen(rng)
    unit = _unit(pen)
    a, gap, far = pen.whole(-9, 9), pen.whole(0, 6), pen.whole(1, 6)
    kind = rng.choice((1, 1, 2, 0))
    if kind == 1:
        b, root = a + gap, a + gap + far
        left, right = pen.less(a * unit), pen.less(b * unit)
        roots, c = (root, a + b - root), (root - a) * (root - b)
    else:
        b, root = a + 2 * far + 1, a + far
        left, right = pen.less(a * unit), pen.less(b * unit, -1)
        roots, c = (root, a + b - root), (root - a) * (b - root)
        c += 0 if kind == 2 else far * far + far + 1
    value = pen.apply("ln", pen.number(c * unit * unit))
    equation = pen.equals(pen.plus(pen.apply("ln", left), pen.apply("ln", right)), value)
    product = f"Eq(({left.code})*({right.code}), {code(c * unit * unit)})"
    one, other = (pen.less(at * unit).code for at in roots)
    none = pen.solve(f"Eq(exp({pen.v}), -1)")
    third = pen.less((b + 1) * unit).code
    wrong = {
        1: {"product": pen.solve(product), "invalid alone": pen.solve(other), "none": none},
        2: {"one": pen.solve(one), "other": pen.solve(other), "third": pen.solve(f"({one})*({other})*({third})")},
        0: {"complex": pen.solve(product), "of another product": pen.solve(f"({one})*({other})")},
    }[kind]
    return pen.trap("logarithms", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def equal_logarithms(rng: random.Random) -> Trap:
    pen = Pen(rng)
    root, inside = pen.whole(-9, 9), pen.whole(-9, 9, but=(0,))
    factor = rng.choice((2, 3, -1, -2))
    left, right = pen.poly(1, inside - root), pen.poly(factor, inside - factor * root)
    equation = pen.equals(pen.apply("ln", left), pen.apply("ln", right))
    wrong = {"off by one": pen.solve(pen.less(root + 1).code)}
    if inside < 0:
        wrong["without logarithms"] = pen.solve(f"Eq({left.code}, {right.code})")
    else:
        wrong["none"] = pen.solve(f"Eq(exp({pen.v}), -1)")
    return pen.trap("equal logarithms", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def rational(rng: random.Random) -> Trap:
    pen = Pen(rng)
    unit = _unit(pen)
    a = pen.whole(1, 9) * pen.sign() * unit
    kind = rng.randrange(3)
    if kind == 0:
        left, right = pen.over(pen.poly(1, 0, 0), pen.less(a)), pen.over(pen.number(a * a), pen.less(a))
        roots, bad = [-a], f"{pen.v}**2 - {code(a * a)}"
    elif kind == 1:
        left, right = pen.over(pen.x, pen.less(a)), pen.over(pen.number(a), pen.less(a))
        roots, bad = [], pen.less(a).code
    else:
        twice = rng.choice((2 * a, 2 * a, a, 4 * a))
        left = pen.plus(pen.over(pen.number(1), pen.less(a)), pen.over(pen.number(1), pen.less(-a)))
        right = pen.over(pen.number(twice), pen.poly(1, 0, -a * a))
        roots = [] if twice == 2 * a else [twice / 2]
        bad = pen.less(a).code if twice == 2 * a else f"2*{pen.v} + {code(twice)}"
    equation = pen.equals(left, right)
    wrong = {"denominators cleared": pen.solve(bad)}
    if roots:
        wrong["pole alone"] = pen.solve(pen.less(a).code)
        wrong["none"] = pen.solve(f"Eq(1/({pen.less(a).code}), 0)")
    return pen.trap("rational", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def absolute(rng: random.Random) -> Trap:
    """Return |k v - a| = m v + n with one, two or no solutions."""
    pen = Pen(rng)
    unit = _unit(pen)
    k, m = rng.sample((1, 2, 3, 4), 2)
    a, n = pen.whole(-12, 12) * unit, pen.whole(-12, 12) * unit
    roots = [Fraction(a + n) / (k - m), Fraction(a - n) / (k + m)]
    valid = sorted({root for root in roots if m * root + n >= 0})
    inner, side = pen.poly(k, -a), pen.poly(m, n)
    equation = pen.equals(pen.absolute(inner), side)
    wrong = {}
    if len(valid) < len(set(roots)):
        wrong["squared"] = pen.solve(f"Eq(({inner.code})**2, ({side.code})**2)")
    for name, line in (("positive branch", side.code), ("negative branch", f"-({side.code})")):
        if valid != [roots[name == "negative branch"]]:
            wrong[name] = pen.solve(f"Eq({inner.code}, {line})")
    if valid:
        wrong["none"] = pen.solve(f"Eq(Abs({inner.code}), -1)")
    return pen.trap(
        f"absolute value, {len(valid)} solutions", pen.ask("solve"), equation.tex, pen.solve(equation), wrong
    )


def odd_root(rng: random.Random) -> Trap:
    pen = Pen(rng)
    index, a, c = rng.choice((3, 3, 5)), pen.whole(-9, 9), pen.whole(-20, 20, but=(0,))
    inner = pen.less(a)
    equation = pen.equals(pen.root(inner, index), pen.number(c))
    wrong = {
        "sign": pen.solve(f"Eq({inner.code}, {code(-(c**index))})"),
        "none": pen.solve(f"Eq(Abs({inner.code})**(1/{index}), {code(-abs(c))})"),
        "another power": pen.solve(f"Eq({inner.code}, {code(c ** (index + 2))})" if abs(c) > 1 else pen.less(a).code),
    }
    return pen.trap("odd root", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def odd_root_of_the_letter(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c = pen.whole(1, 6)
    root = pen.root(pen.x, 3)
    equation = pen.equals(root, pen.over(pen.x, pen.number(c * c)) if c > 1 else pen.x)
    wrong = {
        "negative missing": pen.solve(f"{pen.v}*({pen.v} - {c**3})"),
        "0 missing": pen.solve(f"({pen.v} - {c**3})*({pen.v} + {c**3})"),
        "0 alone": pen.solve(pen.v),
    }
    return pen.trap("odd root of a negative number", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def fractional_power(rng: random.Random) -> Trap:
    pen = Pen(rng)
    top, bottom = rng.choice(((2, 3), (2, 5), (4, 3), (3, 5), (5, 3)))
    c = pen.whole(2, 6)
    sign = 1 if top % 2 == 0 else pen.sign()
    left = type(pen.x)(rf"{pen.v}^{{{top}/{bottom}}}", f"{pen.v}**({top}/{bottom})")
    equation = pen.equals(left, pen.number(sign * c**top))
    size = c**bottom
    if top % 2 == 0:
        wrong = {"positive alone": pen.solve(f"{pen.v} - {size}"), "negative alone": pen.solve(f"{pen.v} + {size}")}
    else:
        wrong = {
            "sign": pen.solve(f"{pen.v} + {code(sign * size)}"),
            "both signs": pen.solve(f"{pen.v}**2 - {size**2}"),
        }
    return pen.trap("fractional power", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def even_root_negative(rng: random.Random) -> Trap:
    pen = Pen(rng)
    index, a, c = rng.choice((2, 2, 4, 6)), pen.whole(-9, 9), pen.whole(1, 30)
    inner = pen.less(a)
    root = pen.root(inner, index)
    equation = pen.equals(root, pen.number(-c)) if rng.random() < 0.5 else pen.equals(
        pen.plus(root, pen.number(c)), pen.number(0))  # fmt: skip
    wrong = {
        "raised to the power": pen.solve(f"Eq({inner.code}, {c**index})"),
        "sign of the power": pen.solve(f"Eq({inner.code}, {-(c**index)})"),
    }
    return pen.trap("even root that is negative", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def factor_with_root(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(-9, 9), pen.whole(-9, 9)
    b += b == a
    equation = pen.equals(pen.times(pen.root(pen.less(a)), pen.less(b)), pen.number(0))
    both = f"({pen.less(a).code})*({pen.less(b).code})"
    if b < a:
        wrong = {"both factors": pen.solve(both), "outside alone": pen.solve(pen.less(b).code)}
    else:
        wrong = {"root's factor": pen.solve(pen.less(a).code), "other factor": pen.solve(pen.less(b).code)}
    return pen.trap("a root as a factor", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


SHAPES = (
    radical, two_radicals, difference_of_radicals, logarithms, equal_logarithms, rational, absolute, odd_root,
    odd_root_of_the_letter, fractional_power, even_root_negative, factor_with_root,
)  # fmt: skip
