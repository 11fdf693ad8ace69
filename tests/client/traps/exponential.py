"""Exponential and logarithmic equations: products, quadratics in disguise, tiny and huge solutions."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, code, plan


def product_with_log(rng: random.Random) -> Trap:
    """Return (v - a) ln(v - b) = 0: b + 1, and a if a > b."""
    pen = Pen(rng)
    a, b = pen.whole(-9, 9), pen.whole(-9, 9)
    a += a == b + 1
    equation = pen.equals(pen.times(pen.less(a), pen.apply("ln", pen.less(b))), pen.number(0))
    outside, inside = pen.less(a).code, pen.less(b + 1).code
    if a > b:
        wrong = {"log alone": pen.solve(inside), "factor alone": pen.solve(outside)}
    else:
        wrong = {"both": pen.solve(f"({outside})*({inside})"), "factor alone": pen.solve(outside)}
    wrong["zero of the log's inside"] = pen.solve(f"({outside})*({pen.less(b).code})")
    return pen.trap("product with a logarithm", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def quadratic(rng: random.Random) -> Trap:
    """Return t**2 + p t + q = 0 with t = b**v: as many solutions as positive roots."""
    pen = Pen(rng)
    one, two = rng.sample([n for n in range(-6, 8) if n not in (0,)], 2)
    base = rng.choice(("e", "e", "e", 2, 3, 5))
    if base == "e":
        single, double = pen.exp(pen.x), Typed(f"e^{{2{pen.v}}}", f"exp(2*{pen.v})")
        value = "log({})"
    else:
        single, double = (
            Typed(f"{base}^{pen.v}", f"{base}**{pen.v}"),
            Typed(f"{base}^{{2{pen.v}}}", f"{base}**(2*{pen.v})"),
        )
        value = f"log({{}})/log({base})"
    p, q = -one - two, one * two
    join = r" \cdot " if base != "e" else ""
    terms = [double]
    if p:
        size = "" if abs(p) == 1 else f"{abs(p)}{join}"
        terms.append(Typed(f"{'-' if p < 0 else ''}{size}{single.tex}", f"{code(p)}*{single.code}"))
    equation = pen.equals(pen.plus(*terms, pen.number(q)), pen.number(0))
    roots = [value.format(root) for root in (one, two) if root > 0]
    factors = [f"({pen.v} - {root})" for root in roots]
    wrong = {"values of t": pen.solve(f"({pen.v} - {code(one)})*({pen.v} - {code(two)})")}
    if {abs(one), abs(two)} != {root for root in (one, two) if root > 0}:
        wrong["sizes"] = pen.solve("*".join(f"({pen.v} - {value.format(abs(n))})" for n in (one, two)))
    elif len(roots) == 2 and one != 1:
        wrong["sign of one"] = pen.solve(f"({pen.v} + {roots[0]})*({pen.v} - {roots[1]})")
    if len(roots) == 2:
        wrong["one of two"] = pen.solve(factors[0])
    if len(roots) < 2:
        complex_root = value.format(min(one, two))
        wrong["complex too"] = pen.solve("*".join([*factors, f"({pen.v} - {complex_root})"]))
    if roots:
        wrong["none"] = pen.solve(f"Eq(exp({pen.v}), -1)")
    return pen.trap(
        f"quadratic in an exponential, {len(roots)}", pen.ask("solve"), equation.tex, pen.solve(equation), wrong
    )


def plain(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, c = pen.whole(1, 6), pen.whole(2, 20) * pen.sign()
    shift = rng.choice((0, 0, 1, -3))
    inner = pen.poly(k, shift)
    equation = pen.equals(pen.exp(inner), pen.number(c))
    if c > 0:
        root = f"(log({c}) - {code(shift)})/{k}"
        wrong = {
            "lone complex root": pen.solve(f"({pen.v} - ({root}))*({pen.v} - ({root}) - 2*I*pi/{k})"),
            "complex alone": pen.solve(f"{pen.v} - ({root}) - 2*I*pi/{k}"),
            "sign": pen.solve(f"{pen.v} - ({root}) - {2 * c}"),
        }
    else:
        wrong = {
            "size": pen.solve(f"Eq({inner.code}, log({-c}))"),
            "complex": pen.solve(f"Eq({inner.code}, log({-c}) + I*pi)"),
            "sign of the exponent": pen.solve(f"Eq({inner.code}, -log({-c}))"),
        }
    return pen.trap("exponential", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def with_factor(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(-9, 9, but=(0,)), pen.whole(1, 5) * pen.sign()
    power = pen.exp(pen.poly(b, 0))
    if rng.random() < 0.5:
        equation = pen.equals(pen.times(pen.poly(1, -a, 0), power), pen.number(0))
    else:
        equation = pen.equals(pen.times(pen.poly(1, 0, 0), power), pen.times(pen.poly(a, 0), power))
    wrong = {
        "divided by the letter": pen.solve(pen.less(a).code),
        "0 alone": pen.solve(pen.v),
        "a zero of the power": pen.solve(f"{pen.v}*({pen.less(a).code})*({pen.less(a + (1 if a != -1 else 2)).code})"),
    }
    return pen.trap("factor beside an exponential", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def log_power(rng: random.Random) -> Trap:
    """Return (ln v)**2 = c**2, ln(v**2) = 2c or 2 ln v = 2c, which have two, two and one solution."""
    pen = Pen(rng)
    c = pen.whole(1, 5)
    log = pen.apply("ln", pen.x)
    kind = rng.randrange(3)
    left = (pen.power(log, 2), pen.apply("ln", pen.poly(1, 0, 0)), Typed(f"2{log.tex}", f"2*{log.code}"))[kind]
    value = pen.number(c * c if kind == 0 else 2 * c)
    equation = pen.equals(left, value)
    small, negative, root = f"({pen.v} - exp(-{c}))", f"({pen.v} + exp({c}))", f"({pen.v} - exp({c}))"
    wrong = {
        0: {"one of two": pen.solve(root), "sign outside": pen.solve(root + "*" + negative)},
        1: {"one of two": pen.solve(root), "sign inside": pen.solve(root + "*" + small)},
        2: {"extraneous": pen.solve(root + "*" + negative), "both": pen.solve(root + "*" + small)},
    }[kind]
    wrong["sign"] = pen.solve(negative)
    return pen.trap("power in or of a logarithm", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def hyperbolic(rng: random.Random) -> Trap:
    pen = Pen(rng)
    up, down = pen.exp(pen.x), pen.exp(pen.poly(-1, 0))
    a = pen.whole(2, 7)
    sum_ = rng.random() < 0.7
    real = rng.random() < 0.6
    if not sum_:
        equation = pen.equals(pen.minus(up, down), pen.number(Fraction(a * a - 1, a)))
        wrong = {
            "both signs": pen.solve(f"({pen.v} - log({a}))*({pen.v} + log({a}))"),
            "sign": pen.solve(f"{pen.v} + log({a})"),
        }
    elif real:
        equation = pen.equals(pen.plus(up, down), pen.number(Fraction(a * a + 1, a)))
        wrong = {"one of two": pen.solve(f"{pen.v} - log({a})"), "other of two": pen.solve(f"{pen.v} + log({a})")}
    else:
        equation = pen.equals(pen.plus(up, down), pen.number(rng.choice((-3, -1, 0, 1))))
        wrong = {"0": pen.solve(pen.v), "complex": pen.solve(f"Eq({pen.v}, I*pi/2)")}
    return pen.trap("sum of exponentials", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def far_root(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c = pen.whole(20, 60)
    kind = rng.randrange(4)
    if kind == 0:
        equation, root = pen.equals(pen.apply("ln", pen.x), pen.number(-c)), f"exp(-{c})"
        wrong = {"0": pen.solve(pen.v), "sign": pen.solve(f"{pen.v} - exp({c})")}
    elif kind == 1:
        equation, root = pen.equals(pen.apply("ln", pen.x), pen.number(c)), f"exp({c})"
        wrong = {"sign": pen.solve(f"{pen.v} - exp(-{c})"), "off by one": pen.solve(f"{pen.v} - exp({c}) - 1")}
    else:
        size = Typed(rf"10^{{{'-' if kind == 2 else ''}{c}}}", f"10**({'-' if kind == 2 else ''}{c})")
        equation, root = pen.equals(pen.exp(pen.x), size), f"log({size.code})"
        wrong = {"as good as 0": pen.solve(f"Eq(exp({pen.v}), 0)"), "another base": pen.solve(f"{pen.v} - log(2)*{c}")}
    wrong["off by a little"] = pen.solve(f"{pen.v} - {root}*(1 + 10**(-25))")
    return pen.trap("tiny or huge", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def same_base(rng: random.Random) -> Trap:
    pen = Pen(rng)
    base, n = pen.whole(2, 9), pen.whole(-6, 9, but=(0,))
    value = Fraction(base) ** n
    k = pen.whole(1, 3)
    equation = pen.equals(
        Typed(f"{base}^{{{pen.poly(k, 0).tex}}}", f"{base}**({pen.poly(k, 0).code})"), pen.number(value)
    )
    wrong = {
        "sign": pen.solve(f"{k}*{pen.v} + {code(n)}"),
        "off by one": pen.solve(f"{k}*{pen.v} - {code(n + 1)}"),
        "value for exponent": pen.solve(f"{k}*{pen.v} - {code(value)}" if value != n else f"{pen.v} + {code(n)}"),
    }
    return pen.trap("same base", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def polynomial_in_log(rng: random.Random) -> Trap:
    """Return (ln v)**2 + p ln v + q = 0: two solutions, of whatever sign the roots are."""
    pen = Pen(rng)
    one, two = sorted(rng.sample(range(-4, 5), 2))
    log = pen.apply("ln", pen.x)
    p, q = -one - two, one * two
    terms = [pen.power(log, 2)]
    if p:
        size = "" if abs(p) == 1 else str(abs(p))
        terms.append(Typed(f"{'-' if p < 0 else ''}{size}{log.tex}", f"{code(p)}*{log.code}"))
    if q:
        terms.append(pen.number(q))
    equation = pen.equals(pen.plus(*terms), pen.number(0))
    wrong = {
        "values of the log": pen.solve(f"({pen.v} - {code(one)})*({pen.v} - {code(two)})"),
        "greater alone": pen.solve(f"{pen.v} - exp({two})"),
        "smaller alone": pen.solve(f"{pen.v} - exp({one})"),
    }
    return pen.trap("polynomial in a logarithm", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def letter_in_both(rng: random.Random) -> Trap:
    """Return v**2 e**(kv) differentiated and set to 0: critical numbers 0 and -2/k."""
    pen = Pen(rng)
    k = pen.whole(1, 6) * pen.sign()
    body = pen.times(pen.poly(1, 0, 0), pen.exp(pen.poly(k, 0)))
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "0 missing": plan(first, f"solve | {pen.v} - {code(Fraction(-2, k))} | {pen.v}"),
        "0 alone": plan(first, f"solve | {pen.v} | {pen.v}"),
        "sign": plan(first, f"solve | {pen.v}*({pen.v} - {code(Fraction(2, k))}) | {pen.v}"),
    }
    right = plan(first, f"solve | R1 | {pen.v}")
    return pen.trap("critical numbers", pen.ask("critical"), pen.function(body), right, wrong)


SHAPES = (
    product_with_log, quadratic, plain, with_factor, log_power, hyperbolic, far_root, same_base, polynomial_in_log,
    letter_in_both,
)  # fmt: skip
