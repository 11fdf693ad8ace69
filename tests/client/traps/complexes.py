"""Real numbers unless the page says otherwise; a polynomial's complex roots all or not at all."""

from __future__ import annotations

import random

from .writing import Pen, Trap, Typed, code, plan


def exponential(rng: random.Random) -> Trap:
    pen = Pen(rng)
    base, c = rng.choice(("e", "e", "2", "3", "10")), pen.whole(1, 20)
    left = pen.exp(pen.x) if base == "e" else Typed(f"{base}^{pen.v}", f"{base}**{pen.v}")
    below = "" if base == "e" else f"/log({base})"
    equation = pen.equals(left, pen.number(-c))
    wrong = {
        "complex": pen.solve(f"{pen.v} - (log({c}) + I*pi){below}"),
        "conjugates": pen.solve(f"({pen.v} - (log({c}) + I*pi){below})*({pen.v} - (log({c}) - I*pi){below})"),
        "size": pen.solve(f"{pen.v} - log({c}){below}"),
    }
    return pen.trap("negative power", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def no_wave(rng: random.Random) -> Trap:
    pen = Pen(rng)
    name, c = rng.choice(("sin", "cos")), pen.whole(2, 9) * pen.sign()
    wave = pen.apply(name, pen.x)
    equation = pen.equals(wave, pen.number(c))
    other = f"pi - asin({c})" if name == "sin" else f"-acos({c})"
    wrong = {
        "complex": pen.solve(f"{pen.v} - a{name}({c})"),
        "two complex": pen.solve(f"({pen.v} - a{name}({c}))*({pen.v} - ({other}))"),
        "taken for 1": pen.solve(f"{pen.v} - {'pi/2' if name == 'sin' else '0'}"),
    }
    return pen.trap("beyond 1", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def root_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c = pen.whole(1, 9)
    if rng.random() < 0.5:
        index = rng.choice((2, 2, 4))
        body, at = pen.root(pen.x, index), -(c**index)
        wrong = {
            "complex": plan(f"substitute | {body.code} | {pen.v} | {code(at)}"),
            "size": plan(f"substitute | {body.code} | {pen.v} | {code(-at)}"),
            "sign outside": plan(f"substitute | -{body.code} | {pen.v} | {code(-at)}"),
        }
        return pen.trap("even root of a negative number", f"Find f({at})", pen.function(body), None, wrong)
    index = rng.choice((3, 3, 5))
    body, at = pen.root(pen.x, index), -(c**index)
    wrong = {
        "principal": plan(f"substitute | {c}*{pen.v} | {pen.v} | cos(pi/{index}) + I*sin(pi/{index})"),
        "size": plan(f"substitute | {body.code} | {pen.v} | {code(-at)}"),
        "off": plan(f"substitute | {body.code} | {pen.v} | {code(at)}", f"simplify | R1 - {c}"),
    }
    right = plan(f"substitute | {body.code} | {pen.v} | {code(at)}")
    return pen.trap("odd root of a negative number", f"Find f({at})", pen.function(body), right, wrong)


def root_simplified(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c, index = pen.whole(2, 12), rng.choice((3, 3, 5))
    tex, text = rf"\sqrt[{index}]{{-{c**index}}}", f"(-{c**index})**(1/{index})"
    wrong = {
        "principal": plan(f"simplify | {c}*(cos(pi/{index}) + I*sin(pi/{index}))"),
        "unfinished": plan(f"simplify | {c}*(-1)**(1/{index})*exp(I*pi/7)"),
        "size": plan(f"simplify | {c**index}**(1/{index})"),
    }
    return pen.trap("odd root", pen.ask("simplify"), tex, plan(f"simplify | {text}"), wrong)


def cubic(rng: random.Random) -> Trap:
    """Return (v - r)((v - p)**2 + q**2) = 0, multiplied out: one real root and two others."""
    pen = Pen(rng)
    r, p, q = pen.whole(-6, 6), pen.whole(-5, 5), pen.whole(1, 5)
    square = p * p + q * q
    body = pen.poly(1, -r - 2 * p, square + 2 * p * r, -r * square)
    equation = pen.equals(body, pen.number(0))
    real = pen.less(r).code
    up, down = f"({pen.v} - {code(p)} - {q}*I)", f"({pen.v} - {code(p)} + {q}*I)"
    pair = f"({pen.v}**2 - {code(2 * p)}*{pen.v} + {square})"
    wrong = {
        "real and one other": pen.solve(f"({real})*{up}"),
        "others alone": pen.solve(pair),
        "one other": pen.solve(down),
        "sign": pen.solve(f"({pen.less(-r - 1).code})*{pair}"),
    }
    if rng.random() < 0.4:
        wrong["all"] = pen.solve(equation)
        ask = rng.choice(("Find the real solutions", "Find all real solutions", "Solve over the real numbers"))
        return pen.trap("real root of a cubic", ask, equation.tex, None, wrong)
    return pen.trap("cubic", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def pure_power(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, c = rng.choice((3, 4, 4, 6)), pen.whole(1, 6)
    equation = pen.equals(pen.sum({n: 1}), pen.number(c**n))
    if n == 3:
        wrong = {"others alone": pen.solve(f"{pen.v}**2 + {c}*{pen.v} + {c * c}"), "sign": pen.solve(f"{pen.v} + {c}")}
    else:
        wrong = {
            "positive alone": pen.solve(f"{pen.v} - {c}"),
            "three": pen.solve(f"({pen.v}**2 - {c * c})*({pen.v} - {c}*I)"),
            "imaginary alone": pen.solve(f"{pen.v}**2 + {c * c}"),
        }
    return pen.trap("pure power", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def no_real(rng: random.Random) -> Trap:
    pen = Pen(rng)
    p, q = pen.whole(-6, 6), pen.whole(1, 6)
    body = pen.poly(1, -2 * p, p * p + q * q)
    equation = pen.equals(body, pen.number(0))
    up, down = f"{pen.v} - {code(p)} - {q}*I", f"{pen.v} - {code(p)} + {q}*I"
    wrong = {"one of two": pen.solve(up), "other of two": pen.solve(down), "real part": pen.solve(pen.less(p).code)}
    kind = rng.randrange(3)
    if kind == 0:
        wrong["complex"] = pen.solve(equation)
        return pen.trap("no real root", "Find all real solutions", equation.tex, None, wrong)
    if kind == 1:
        wrong["none"] = pen.solve(f"Eq(exp({pen.v}), -1)")
        ask = "Solve over the complex numbers"
        return pen.trap("over the complex numbers", ask, equation.tex, pen.solve(equation), wrong)
    return pen.trap("quadratic without real roots", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def log_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c = pen.whole(1, 9)
    body = pen.apply("ln", pen.x) if rng.random() < 0.6 else pen.apply("arcsin", pen.x)
    at = -c if "ln" in body.tex else c + 1
    wrong = {
        "complex": plan(f"substitute | {body.code} | {pen.v} | {code(at)}"),
        "size": plan(f"substitute | {body.code} | {pen.v} | 1"),
        "sign outside": plan(f"substitute | -log({pen.v}) | {pen.v} | {abs(at)}"),
    }
    return pen.trap("outside of the domain", f"Evaluate at {pen.v} = {at}", body.tex, None, wrong)


def limit_outside(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at, gap = pen.whole(-6, 6), pen.whole(1, 9)
    inner = pen.less(at + gap)
    body = pen.root(inner) if rng.random() < 0.5 else pen.apply("ln", inner)
    wrong = {
        "complex": plan(f"limit | {body.code} | {pen.v} | {code(at)}"),
        "size": plan(f"limit | {body.code.replace(inner.code, f'Abs({inner.code})')} | {pen.v} | {code(at)}"),
        "at the edge": plan(f"limit | {body.code} | {pen.v} | {code(at + gap)}"),
    }
    return pen.trap("limit outside of the domain", pen.ask("limit"), pen.limit(body, str(at)), None, wrong)


def crossing(rng: random.Random) -> Trap:
    """Return sqrt(v) + c = 0, or the same as a quadratic in the root."""
    pen = Pen(rng)
    a, b = pen.whole(1, 9), pen.whole(1, 9)
    root = pen.root(pen.x)
    left = pen.plus(pen.x, Typed(f"{a + b}{root.tex}", f"{a + b}*{root.code}"), pen.number(a * b))
    equation = pen.equals(left, pen.number(0))
    wrong = {
        "both squared": pen.solve(f"({pen.v} - {a * a})*({pen.v} - {b * b})"),
        "one squared": pen.solve(f"{pen.v} - {a * a}"),
        "roots of the quadratic": pen.solve(f"({pen.v} + {a})*({pen.v} + {b})"),
    }
    return pen.trap("quadratic in a root", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


SHAPES = (
    exponential, no_wave, root_value, root_simplified, cubic, pure_power, no_real, log_value, limit_outside, crossing,
)  # fmt: skip
