"""Definite and improper integrals: narrow far peaks, tails, odd functions, tiny values, decimals for exact numbers."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, between, code, plan, split


def gauss(rng: random.Random) -> Trap:
    """Return the integral of exp(-c**2 (v - m)**2) over the line: sqrt(pi)/c."""
    pen = Pen(rng)
    m = pen.whole(5, 90) * pen.sign()
    c = rng.choice((1, 1, 2, 3, 10))
    square = pen.power(pen.less(m), 2)
    inner = Typed("-" + ("" if c == 1 else str(c * c)) + square.tex, f"-{c * c}*{square.code}")
    body = pen.exp(inner)
    first = f"integrate | {body.code} | {pen.v}"
    wrong = {
        "peak missed": plan(first, f"limit | R1 | {pen.v} | oo", f"simplify | {'R2 - R2'}"),
        "half": plan(*between(body.code, pen.v, "0" if m < 0 else code(m), "oo")),
        "width": plan(*between(f"exp(-{(c + 1) ** 2}*{square.code})", pen.v, "-oo", "oo")),
    }
    right = plan(*between(body.code, pen.v, "-oo", "oo"))
    return pen.trap("far Gauss peak", pen.ask("improper"), pen.integral(body, r"-\infty", r"\infty"), right, wrong)


def lorentz(rng: random.Random) -> Trap:
    pen = Pen(rng)
    m, c = pen.whole(5, 90), rng.choice((1, 10, 100, 1000))
    square = pen.power(pen.less(m), 2)
    factor = "" if c == 1 else pen.number(c * c).tex
    bottom = Typed(f"1+{factor}{square.tex}", f"1 + {c * c}*{square.code}")
    body = pen.over(pen.number(1), bottom)
    first = f"integrate | {body.code} | {pen.v}"
    if rng.random() < 0.5:
        tex, ends = pen.integral(body, r"-\infty", r"\infty"), ("-oo", "oo")
        other = ("0", "oo")
    else:
        far = m + pen.whole(1, 90)
        tex, ends = pen.integral(body, "0", str(far)), ("0", str(far))
        other = ("-oo", "oo")
    wrong = {
        "peak missed": plan(first, f"limit | R1 | {pen.v} | oo", "simplify | R2 - R2"),
        "other ends": plan(*between(body.code, pen.v, *other)),
        "half": plan(*between(body.code, pen.v, str(m), ends[1])),
    }
    right = plan(*between(body.code, pen.v, *ends))
    return pen.trap("far narrow peak", pen.ask("improper"), tex, right, wrong)


def tail(rng: random.Random) -> Trap:
    pen = Pen(rng)
    if rng.random() < 0.5:
        k, n = pen.whole(1, 5), pen.whole(10, 90)
        body = pen.exp(pen.poly(-k, 0))
    else:
        k, n = pen.whole(4, 12), 10 ** pen.whole(1, 3)
        body = pen.over(pen.number(1), pen.sum({k: 1}))
    first = f"integrate | {body.code} | {pen.v}"
    wrong = {
        "as good as 0": plan(first, f"limit | R1 | {pen.v} | oo"),
        "from 0 or 1": plan(*between(body.code, pen.v, "1", "oo")),
        "sign": plan(*between(f"-{body.code}", pen.v, str(n), "oo")),
        "next": plan(*between(body.code, pen.v, str(n + 1), "oo")),
    }
    right = plan(*between(body.code, pen.v, str(n), "oo"))
    return pen.trap("tail", pen.ask("improper"), pen.integral(body, str(n), r"\infty"), right, wrong)


def odd(rng: random.Random) -> Trap:
    """Return an integral over a symmetric interval: 0 for an odd function, not for an even one."""
    pen = Pen(rng)
    a = pen.whole(1, 9)
    is_odd = rng.random() < 0.5
    parity = 1 if is_odd else 0
    powers = rng.sample([n for n in range(1, 8) if n % 2 == parity], 2)
    terms = {n: pen.whole(1, 6) * (pen.sign() if is_odd else 1) for n in sorted(powers, reverse=True)}
    body = pen.sum(terms)
    half = (f"integrate | {body.code} | {pen.v}", f"substitute | R1 | {pen.v} | {a}")
    wrong = {"a constant more": plan(*between(f"{body.code} + 1", pen.v, code(-a), str(a)))}
    if not is_odd:
        wrong["taken for odd"] = plan(*half, "simplify | R2 - R2")
        wrong["half"] = plan(*between(body.code, pen.v, "0", str(a)))
    elif sum(Fraction(value, n + 1) * a ** (n + 1) for n, value in terms.items()):
        wrong["taken for even"] = plan(*half, "simplify | 2*R2")
    right = plan(*between(body.code, pen.v, code(-a), str(a)))
    return pen.trap("symmetric interval", pen.ask("definite"), pen.integral(body, str(-a), str(a)), right, wrong)


def divergent(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, at = pen.whole(1, 9), pen.whole(-9, 9)
    kind = rng.randrange(4)
    line = pen.less(at)
    low, high = code(at - a), code(at + a)
    if kind == 0:
        body = pen.over(pen.number(1), line)
        tex, ends = pen.integral(body, str(at - a), str(at + a)), (low, high)
        zero = plan(*between(f"1/({pen.v} - {code(at)})**3", pen.v, *ends))
    elif kind == 1:
        body = pen.over(pen.number(1), pen.power(line, 2))
        tex, ends = pen.integral(body, str(at - a), str(at + a)), (low, high)
        zero = plan(*between("0", pen.v, *ends))
    else:
        body = pen.poly(a, 0) if kind == 2 else pen.over(pen.poly(2 * a, 0), pen.poly(1, 0, a))
        tex, ends = pen.integral(body, r"-\infty", r"\infty"), ("-oo", "oo")
        zero = plan(f"integrate | {body.code} | {pen.v}", f"limit | R1 | {pen.v} | oo",
                    f"limit | R1 | {pen.v} | -oo", "simplify | 0*R2 + 0*R3")  # fmt: skip
    wrong = {"antiderivative across a pole": plan(*between(body.code, pen.v, *ends)), "principal value": zero}
    wrong["symmetric"] = plan(
        f"integrate | {body.code} | {pen.v}", f"substitute | R1 | {pen.v} | {high}", "simplify | R2 - R2"
    )
    return pen.trap("divergent", pen.ask("improper"), tex, None, wrong)


def sine_kinks(rng: random.Random) -> Trap:
    pen = Pen(rng)
    sine = pen.apply("sin", pen.x)
    body = pen.absolute(sine) if rng.random() < 0.6 else pen.root(Typed(rf"\sin^2 {pen.v}", f"sin({pen.v})**2"))
    wrong = {
        "kink ignored": plan(*between(sine.code, pen.v, "0", "2*pi")),
        "half": plan(*between(sine.code, pen.v, "0", "pi")),
        "sign": plan(*split(f"-{sine.code}", sine.code, pen.v, ("0", "pi", "2*pi"))),
    }
    right = plan(*split(sine.code, f"-{sine.code}", pen.v, ("0", "pi", "2*pi")))
    return pen.trap("kink of a sine", pen.ask("definite"), pen.integral(body, "0", r"2\pi"), right, wrong)


def tiny(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, n = pen.whole(2, 18), pen.whole(1, 6)
    size = Fraction(1, 10**k)
    if rng.random() < 0.5:
        body, high = pen.over(pen.sum({n: 1}), Typed(f"10^{{{k}}}", f"10**{k}")), "1"
        tex = pen.integral(body, "0", "1")
    else:
        body, high = pen.sum({n: 1}), code(size)
        tex = pen.integral(body, "0", rf"10^{{-{k}}}" if rng.random() < 0.5 else pen.number(size).tex)
    factor = f"{n + 1}*({body.code})"
    wrong = {
        "factor": plan(*between(factor, pen.v, "0", high)),
        "as good as 0": plan(f"integrate | {body.code} | {pen.v}", f"substitute | R1 | {pen.v} | 0"),
        "sign": plan(*between(f"-({body.code})", pen.v, "0", high)),
        "a little more": plan(*between(body.code, pen.v, "0", f"{high}*(1 + 10**(-22))")),
    }
    return pen.trap("tiny", pen.ask("definite"), tex, plan(*between(body.code, pen.v, "0", high)), wrong)


EXACT = (
    (r"\frac{4}{1+V^2}", "4/(1+V**2)", "0", "1", "3.14159265358979"),
    (r"\frac{1}{V}", "1/V", "1", "2", "0.693147180559945"),
    ("e^V", "exp(V)", "0", "1", "1.71828182845905"),
    (r"\cos V", "cos(V)", "0", "1", "0.841470984807897"),
    (r"\sqrt{V}", "sqrt(V)", "0", "2", "1.88561808316413"),
    (r"\frac{1}{\sqrt{1-V^2}}", "1/sqrt(1-V**2)", "0", "1", "1.5707963267949"),
    ("V^2", "V**2", "0", "1", "0.333333333333333"),
)  # fmt: skip


def decimal(rng: random.Random) -> Trap:
    pen = Pen(rng)
    tex, text, low, high, value = rng.choice(EXACT)
    body = Typed(tex.replace("V", pen.v), text.replace("V", pen.v))
    steps = between(body.code, pen.v, low, high)
    cut = value[: rng.randint(6, len(value))]
    wrong = {
        "decimal end": plan(*between(body.code, pen.v, low, f"{int(high) - 1}.{'9' * rng.randint(6, 20)}")),
        "decimal value": plan(*steps[:3], f"simplify | {cut}"),
        "decimal added": plan(*steps[:3], "simplify | R2 - R3 + 0.0000001"),
        "truncated": plan(*steps, f"simplify | R4 - R4 + {cut}"),
    }
    return pen.trap(
        "decimal for an exact value", pen.ask("definite"), pen.integral(body, low, high), plan(*steps), wrong
    )


def waves(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n = rng.choice((2, 8, 32, 50, 64, 100, 256))
    name = rng.choice(("sin", "cos"))
    body = Typed(rf"\{name}^2 {pen.paren(f'{n}{pen.v}')}", f"{name}({n}*{pen.v})**2")
    wrong = {
        "aliased to 1": plan(*between("1 + 0*" + body.code, pen.v, "0", "2*pi")),
        "aliased to 0": plan(*between(f"{name}({n}*{pen.v})" if name == "sin" else "0", pen.v, "0", "2*pi")),
        "half": plan(*between(body.code, pen.v, "0", "pi")),
    }
    right = plan(*between(body.code, pen.v, "0", "2*pi"))
    return pen.trap("many waves", pen.ask("definite"), pen.integral(body, "0", r"2\pi"), right, wrong)


def ends(rng: random.Random) -> Trap:
    """Return an integral whose ends are the wrong way round, or both on one side, or negative."""
    pen = Pen(rng)
    low, high = rng.sample(range(-6, 7), 2)
    body = pen.poly(pen.whole(1, 6), pen.whole(-6, 6), pen.whole(1, 9) * 40)
    wrong = {
        "ends swapped": plan(*between(body.code, pen.v, code(high), code(low))),
        "lower end dropped": plan(*between(body.code, pen.v, code(low + 1), code(high))),
        "constant dropped": plan(*between(body.code + f" - {pen.v}**4 - 1", pen.v, code(low), code(high))),
    }
    right = plan(*between(body.code, pen.v, code(low), code(high)))
    return pen.trap("ends", pen.ask("definite"), pen.integral(body, str(low), str(high)), right, wrong)


SHAPES = (gauss, lorentz, tail, odd, divergent, sine_kinks, tiny, decimal, waves, ends)
