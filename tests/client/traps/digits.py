"""Large numbers and powers: a last term that is dropped, a coefficient that is off by one in the 20th digit."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, code, plan


def _long(rng: random.Random, digits: int) -> int:
    return rng.randint(10 ** (digits - 1), 10**digits - 1)


def binomial(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, n, c = pen.whole(4, 9), pen.whole(3, 6), pen.whole(1, 9)
    body = pen.power(pen.poly(10**k, c), n)
    wrong = {
        "last term dropped": plan(f"expand | {body.code} - {c**n}"),
        "last but one off": plan(f"expand | {body.code} + {pen.v}"),
        "first off": plan(f"expand | {body.code} + {pen.v}**{n}"),
        "sign of the last": plan(f"expand | {body.code} - {2 * c**n}"),
    }
    return pen.trap("binomial", pen.ask("expand"), body.tex, plan(f"expand | {body.code}"), wrong)


def integers(rng: random.Random) -> Trap:
    pen = Pen(rng)
    kind = rng.randrange(3)
    if kind == 0:
        a, b = _long(rng, pen.whole(20, 30)), pen.whole(1, 9)
        tex, text = f"{a} + {b}", f"{a} + {b}"
    elif kind == 1:
        a, b = _long(rng, 12), _long(rng, 12)
        tex, text = rf"{a} \cdot {b}", f"{a}*{b}"
    else:
        a, b = pen.whole(2, 9), pen.whole(40, 70)
        tex, text = f"{a}^{{{b}}} + 1", f"{a}**{b} + 1"
    wrong = {
        "off by one": plan(f"simplify | {text} - 1"),
        "off by two": plan(f"simplify | {text} + 2"),
        "digits lost": plan(f"simplify | {text} - ({text})/10**25"),
    }
    return pen.trap(
        "integers", rng.choice(("Simplify", "simplify", "Evaluate")), tex, plan(f"simplify | {text}"), wrong
    )


def derivative(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, a, b = pen.whole(2, 30), _long(rng, pen.whole(18, 26)), pen.whole(1, 9)
    body = pen.sum({n + 1: a, 1: b})
    wrong = {
        "last term dropped": plan(f"differentiate | {body.code} - {b}*{pen.v} | {pen.v}"),
        "off by one": plan(f"differentiate | {body.code} + {pen.v}**{n + 1} | {pen.v}"),
        "power": plan(f"differentiate | {pen.sum({n: a, 1: b}).code} | {pen.v}"),
        "sign of the last": plan(f"differentiate | {body.code} - {2 * b}*{pen.v} | {pen.v}"),
    }
    right = plan(f"differentiate | {body.code} | {pen.v}")
    return pen.trap("derivative", pen.ask("derivative"), body.tex, right, wrong)


def antiderivative(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, k, b = pen.whole(2, 20), pen.whole(18, 28), pen.whole(1, 9)
    body = pen.plus(Typed(f"10^{{{k}}} {pen.v}^{{{n}}}", f"10**{k}*{pen.v}**{n}"), pen.number(b))
    wrong = {
        "last term dropped": plan(f"integrate | 10**{k}*{pen.v}**{n} | {pen.v}"),
        "off by one": plan(f"integrate | {body.code} + {pen.v}**{n} | {pen.v}"),
        "power": plan(f"integrate | 10**{k}*{pen.v}**{n + 1} + {b} | {pen.v}"),
    }
    right = plan(f"integrate | {body.code} | {pen.v}")
    return pen.trap("antiderivative", pen.ask("antiderivative"), pen.integral(body), right, wrong)


def value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, at = pen.whole(20, 40), pen.whole(1, 9)
    body = pen.plus(Typed(f"10^{{{k}}}", f"10**{k}"), pen.poly(1, 0))
    wrong = {
        "last term dropped": plan(f"substitute | 10**{k} + 0*{pen.v} | {pen.v} | {at}"),
        "off by one": plan(f"substitute | {body.code} | {pen.v} | {at + 1}"),
        "sign": plan(f"substitute | {body.code} | {pen.v} | {code(-at)}"),
    }
    right = plan(f"substitute | {body.code} | {pen.v} | {at}")
    return pen.trap("value", f"Find f({at})", pen.function(body), right, wrong)


def high_power_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, at, c = pen.whole(20, 45), pen.whole(2, 12), pen.whole(1, 9)
    body = pen.sum({n: 1, 1: -c, 0: 1})
    first = f"substitute | {body.code} | {pen.v}"
    wrong = {
        "last term dropped": plan(f"substitute | {body.code} - 1 | {pen.v} | {at}"),
        "off by one": plan(f"{first} | {at}", "simplify | R1 + 1"),
        "a little beside": plan(f"{first} | {at} + 10**(-40)"),
    }
    right = plan(f"{first} | {at}")
    return pen.trap("value of a high power", f"Find f({at})", pen.function(body), right, wrong)


def line(rng: random.Random) -> Trap:
    pen = Pen(rng)
    root, c = _long(rng, pen.whole(19, 30)), pen.whole(1, 9)
    equation = pen.equals(pen.poly(1, -c), pen.number(root))
    wrong = {
        "off by one": pen.solve(f"Eq({pen.v}, {root + c - 1})"),
        "constant dropped": pen.solve(f"Eq({pen.v}, {root})"),
        "a fraction beside": pen.solve(f"Eq({pen.v}, {root + c} + 10**(-20))"),
    }
    return pen.trap("line", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def close_roots(rng: random.Random) -> Trap:
    pen = Pen(rng)
    root, gap = _long(rng, pen.whole(9, 14)), pen.whole(1, 3)
    body = pen.poly(1, -(2 * root + gap), root * (root + gap))
    equation = pen.equals(body, pen.number(0))
    wrong = {
        "taken for double": pen.solve(f"({pen.v} - {root})**2"),
        "off by one": pen.solve(f"({pen.v} - {root})*({pen.v} - {root + gap + 1})"),
        "mean": pen.solve(f"2*{pen.v} - {2 * root + gap}"),
        "last term off": pen.solve(f"{body.code} + 1"),
    }
    return pen.trap("close roots", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def double_root(rng: random.Random) -> Trap:
    """Return an equation whose two roots are far closer than their size: as good as double to a float."""
    pen = Pen(rng)
    k = pen.whole(8, 20)
    gap = Fraction(1, 10**k)
    body = pen.times(pen.less(1), pen.less(1 + gap))
    equation = pen.equals(body, pen.number(0))
    wrong = {
        "taken for double": pen.solve(f"({pen.v} - 1)**2"),
        "other side": pen.solve(f"({pen.v} - 1)*({pen.less(1 - gap).code})"),
        "closer": pen.solve(f"({pen.v} - 1)*({pen.less(1 + gap / 10).code})"),
    }
    return pen.trap("nearly double root", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def squares(rng: random.Random) -> Trap:
    pen = Pen(rng)
    root = _long(rng, pen.whole(8, 14))
    body = pen.poly(1, 0, -root * root)
    wrong = {
        "off by one": plan(f"factor | {pen.v}**2 - {(root + 1) ** 2}"),
        "as it was": plan(f"simplify | {body.code}"),
        "nearly": plan(f"factor | {pen.v}**2 + {pen.v} - {root * root + root}"),
    }
    return pen.trap("difference of squares", pen.ask("factor"), body.tex, plan(f"factor | {body.code}"), wrong)


def near_one(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, c = pen.whole(16, 40), pen.whole(1, 9)
    body = Typed(
        rf"{pen.fraction}{{10^{{{k}}}{pen.v} + {c}{pen.v}}}{{10^{{{k}}}}}", f"(10**{k}*{pen.v} + {c}*{pen.v})/10**{k}"
    )
    wrong = {
        "second term dropped": plan(f"simplify | 10**{k}*{pen.v}/10**{k}"),
        "sign": plan(f"simplify | (10**{k}*{pen.v} - {c}*{pen.v})/10**{k}"),
        "off by one": plan(f"simplify | (10**{k}*{pen.v} + {c + 1}*{pen.v})/10**{k}"),
    }
    return pen.trap("nearly 1", pen.ask("simplify"), body.tex, plan(f"simplify | {body.code}"), wrong)


def limit(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, a = pen.whole(19, 30), pen.whole(2, 9)
    body = pen.plus(Typed(f"10^{{{k}}}", f"10**{k}"), pen.over(pen.apply("sin", pen.poly(a, 0)), pen.x))
    wrong = {
        "second term dropped": plan(f"limit | 10**{k} + {a}*sin({pen.v}) | {pen.v} | 0"),
        "off by one": plan(f"limit | 10**{k} + sin({a + 1}*{pen.v})/{pen.v} | {pen.v} | 0"),
        "at infinity": plan(f"limit | {body.code} | {pen.v} | oo"),
    }
    right = plan(f"limit | {body.code} | {pen.v} | 0")
    return pen.trap("limit", pen.ask("limit"), pen.limit(body, "0"), right, wrong)


SHAPES = (
    binomial, integers, derivative, antiderivative, value, high_power_value, line, close_roots, double_root, squares,
    near_one, limit,
)  # fmt: skip
