"""Limits from one side, at jumps, at infinity with letters; answers from the other side."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, code, plan

SIDES = {1: "+", -1: "-"}


def _at(pen: Pen, body: Typed, at: int, side: int = 0) -> str:
    sign = f"{{{SIDES[side]}}}" if side and pen.tall else SIDES.get(side, "")
    return pen.limit(body, f"{at}^{sign}" if side else str(at))


def jump(rng: random.Random) -> Trap:
    """Return |v-a|/(v-a) and the like: 1 and -1, nothing from both sides."""
    pen = Pen(rng)
    at, side = pen.whole(-20, 20), rng.choice((0, 0, 1, -1))
    line, c = pen.less(at), pen.whole(1, 5)
    body = pen.plus(pen.over(pen.absolute(line), line), pen.number(c))
    right_side, left_side = f"({line.code})/({line.code}) + {c}", f"-({line.code})/({line.code}) + {c}"
    sides = {1: right_side, -1: left_side}
    wrong = {
        name: plan(f"limit | {sides[one]} | {pen.v} | {code(at)}")
        for one, name in ((1, "from the right"), (-1, "from the left"))
        if one != side
    }
    wrong["mean"] = plan(f"limit | {c} + 0*{pen.v} | {pen.v} | {code(at)}")
    return pen.trap(f"jump, {side}", pen.ask("limit"), _at(pen, body, at, side), None, wrong)


def half_domain(rng: random.Random) -> Trap:
    """Return a root or logarithm that ends at the point: the limit from inside is there, from outside is not."""
    pen = Pen(rng)
    at, c, opens = pen.whole(-9, 9), pen.whole(1, 9), pen.sign()
    inner = pen.less(at, opens)
    body = pen.apply("ln", inner) if rng.random() < 0.5 else pen.plus(pen.number(c), pen.root(inner))
    side = pen.sign()
    made = plan(f"limit | {body.code} | {pen.v} | {code(at)}")
    flipped = plan(f"limit | {body.code.replace(inner.code, f'-({inner.code})')} | {pen.v} | {code(at)}")
    wrong = {"to the next": plan(f"limit | {body.code} | {pen.v} | {code(at + opens)}")}
    if side == opens:
        return pen.trap("from inside", pen.ask("limit"), _at(pen, body, at, side), made, wrong)
    wrong |= {"from the other side": made, "domain turned round": flipped}
    return pen.trap("from outside", pen.ask("limit"), _at(pen, body, at, side), None, wrong)


def pole(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at, n, c = pen.whole(-9, 9), pen.whole(1, 4), pen.whole(1, 9) * pen.sign()
    side = rng.choice((0, 0, 1, -1))
    line = pen.less(at)
    body = pen.over(pen.number(c), line if n == 1 else pen.power(line, n))
    high = plan(f"limit | {abs(c)}/Abs({line.code})**{n} | {pen.v} | {code(at)}")
    low = plan(f"limit | -{abs(c)}/Abs({line.code})**{n} | {pen.v} | {code(at)}")
    straight = plan(f"limit | {body.code} | {pen.v} | {code(at)}")
    zero = plan(f"limit | {body.code} | {pen.v} | oo")
    tex = _at(pen, body, at, side)
    if n % 2 == 0:
        wrong = {"sign": low if c > 0 else high, "at infinity": zero}
        return pen.trap("even pole", pen.ask("limit"), tex, straight, wrong)
    if side == 0:
        wrong = {"one side": high, "other side": low, "at infinity": zero, "complex infinity": straight}
        return pen.trap("odd pole", pen.ask("limit"), tex, None, wrong)
    wrong = {"other side": low if c * side > 0 else high, "at infinity": zero}
    return pen.trap("odd pole from one side", pen.ask("limit"), tex, None, wrong)


def essential(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at, side = pen.whole(-9, 9), rng.choice((0, 1, -1))
    line = pen.less(at)
    inverse = pen.over(pen.number(1), line)
    size = f"1/Abs({line.code})"
    if rng.random() < 0.5:
        body = pen.exp(inverse)
        values = {1: f"exp({size})", -1: f"exp(-{size})"}
    else:
        body = pen.apply("arctan", inverse)
        values = {1: f"atan({size})", -1: f"atan(-{size})"}
    names = {1: "from the right", -1: "from the left"}
    wrong = {names[one]: plan(f"limit | {values[one]} | {pen.v} | {code(at)}") for one in (1, -1) if one != side}
    wrong["at infinity"] = plan(f"limit | {body.code} | {pen.v} | oo")
    return pen.trap(f"two different sides, {side}", pen.ask("limit"), _at(pen, body, at, side), None, wrong)


def floor(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, side = pen.whole(-9, 9), rng.choice((0, 1, -1))
    body = Typed(rf"\lfloor {pen.v} \rfloor", f"floor({pen.v})")
    wrong = {
        "from the other side": plan(f"limit | {n - 1 if side > 0 else n} + 0*{pen.v} | {pen.v} | {code(n)}"),
        "one more": plan(f"limit | {n + 1} + 0*{pen.v} | {pen.v} | {code(n)}"),
    }
    if side == 0:
        wrong["value"] = plan(f"substitute | {body.code} | {pen.v} | {code(n)}")
        wrong["from the left"] = plan(f"limit | floor({pen.v} - 1/2) | {pen.v} | {code(n)}")
    elif side < 0:
        wrong["value"] = plan(f"substitute | {body.code} | {pen.v} | {code(n)}")
    return pen.trap(f"step, {side}", pen.ask("limit"), _at(pen, body, n, side), None, wrong)


def floor_between(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, part = pen.whole(-9, 9), rng.choice((Fraction(1, 2), Fraction(1, 3), Fraction(3, 4)))
    at = n + part
    body = Typed(rf"\lfloor {pen.v} \rfloor", f"floor({pen.v})")
    right = plan(f"limit | {body.code} | {pen.v} | {code(at)}")
    wrong = {
        "rounded up": plan(f"limit | ceiling({pen.v}) | {pen.v} | {code(at)}"),
        "as a group": plan(f"limit | {pen.v} | {pen.v} | {code(at)}"),
        "next": plan(f"limit | {body.code} | {pen.v} | {code(at + 1)}"),
    }
    return pen.trap("between two steps", pen.ask("limit"), pen.limit(body, pen.number(at).tex), right, wrong)


def with_letters(rng: random.Random) -> Trap:
    """Return a limit at infinity that depends on a letter's sign or size, or does not."""
    pen = Pen(rng, "x")
    a = rng.choice("abk")
    m, n = pen.whole(1, 9), pen.whole(2, 9)
    kind = rng.randrange(5)
    if kind == 0:
        body = Typed(rf"{pen.fraction}{{{a}x + {m}}}{{{n}x + {m + 1}}}", f"({a}*x + {m})/({n}*x + {m + 1})")
        wrong = {
            "constants": plan(f"limit | {body.code} | x | 0"),
            "coefficient": plan(f"limit | ({a}*x + {m})/({n + 1}*x + {m + 1}) | x | oo"),
            "infinity": plan(f"limit | {a}**2*x**2 + x | x | oo"),
        }
        right = plan(f"limit | {body.code} | x | oo")
        return pen.trap(
            "letter in front", pen.ask("limit"), pen.limit(body, r"\infty"), right, wrong, variables=(a, "x")
        )
    body, up, down = {
        1: (Typed(f"{a}^x", f"{a}**x"), "2**x", "(1/2)**x"),
        2: (Typed(f"e^{{-{a}x}}", f"exp(-{a}*x)"), "exp(x)", "exp(-x)"),
        3: (Typed(f"{a}x^{n} + {m}", f"{a}*x**{n} + {m}"), "x**2", "-x**2"),
        4: (Typed(f"x^{a}", f"x**{a}"), "x**2", "x**(-2)"),
    }[kind]
    wrong = {
        "as it stands": plan(f"limit | {body.code} | x | oo"),
        "one sign": plan(f"limit | {up} | x | oo"),
        "other sign": plan(f"limit | {down} | x | oo"),
    }
    tex = pen.limit(body, r"\infty")
    if kind in {2, 4} and rng.random() < 0.5:
        right = wrong.pop("as it stands")
        wrong.pop("one sign" if kind == 4 else "other sign")
        return pen.trap(
            "positive letter", pen.ask("limit"), tex, right, wrong, variables=(a, "x"), assume={"domain": "positive"}
        )
    return pen.trap("sign of a letter", pen.ask("limit"), tex, None, wrong, variables=(a, "x"))


def oscillation(rng: random.Random) -> Trap:
    pen = Pen(rng)
    name, at = rng.choice(("sin", "cos")), pen.whole(-5, 5)
    line = pen.less(at)
    inverse = pen.over(pen.number(pen.whole(1, 5)), line)
    wave = pen.apply(name, inverse)
    if rng.random() < 0.5:
        wrong = {
            "bounds": plan(f"limit | {wave.code} | {pen.v} | {code(at)}"),
            "0": plan(f"limit | ({line.code})*{wave.code} | {pen.v} | {code(at)}"),
            "at infinity": plan(f"limit | {wave.code} | {pen.v} | oo"),
        }
        return pen.trap("oscillation", pen.ask("limit"), _at(pen, wave, at), None, wrong)
    body = pen.times(pen.power(line, 2), wave)
    wrong = {
        "at infinity": plan(f"limit | {body.code}/({line.code}) + 1 | {pen.v} | oo"),
        "bounds": plan(f"limit | {wave.code} | {pen.v} | {code(at)}"),
    }
    return pen.trap(
        "damped", pen.ask("limit"), _at(pen, body, at), plan(f"limit | {body.code} | {pen.v} | {code(at)}"), wrong
    )


def root_at_infinity(rng: random.Random) -> Trap:
    """Return limits whose sign at minus infinity is easily lost."""
    pen = Pen(rng)
    a, c, side = pen.whole(1, 9), pen.whole(1, 5), pen.sign()
    infinity, other = ("oo", "-oo")[::side]
    if rng.random() < 0.5:
        body = pen.over(pen.root(pen.poly(c * c, 0, a)), pen.poly(1, a))
        lost = f"sqrt({c * c}*{pen.v}**2 + {a})/Abs({pen.v} + {a})" if side < 0 else f"-{body.code}"
        wrong = {
            "sign": plan(f"limit | {lost} | {pen.v} | {infinity}"),
            "other end": plan(f"limit | {body.code} | {pen.v} | {other}"),
        }
    else:
        root = pen.root(pen.poly(1, 2 * a, 0))
        body = pen.minus(root, pen.x) if side > 0 else pen.plus(root, pen.x)
        wrong = {
            "difference of equals": plan(f"limit | {root.code} - Abs({pen.v} + {a}) | {pen.v} | {infinity}"),
            "sign": plan(f"limit | -({body.code}) | {pen.v} | {infinity}"),
            "other end": plan(f"limit | {body.code} | {pen.v} | {other}"),
        }
    tex = pen.limit(body, r"\infty" if side > 0 else r"-\infty")
    right = plan(f"limit | {body.code} | {pen.v} | {infinity}")
    return pen.trap("root at infinity", pen.ask("limit"), tex, right, wrong)


def slow(rng: random.Random) -> Trap:
    """Return limits whose behaviour shows only very far out."""
    pen = Pen(rng)
    k, n = pen.whole(3, 9), pen.whole(2, 9)
    kind = rng.randrange(3)
    if kind == 0:
        body = pen.over(pen.poly(n, 10**k), pen.poly(1, 1))
        wrong = {"near": plan(f"limit | {body.code} | {pen.v} | 0"), "0": plan(f"limit | 1/{pen.v} | {pen.v} | oo")}
    elif kind == 1:
        bottom = Typed(f"e^{{{pen.v}/{10**k}}}", f"exp({pen.v}/{10**k})")
        body = pen.over(pen.sum({n: 1}), bottom)
        wrong = {
            "grows": plan(f"limit | {pen.v}**{n} | {pen.v} | oo"),
            "one more": plan(f"limit | {body.code} + 1 | {pen.v} | oo"),
        }
    else:
        body = pen.over(pen.apply("ln", pen.x), Typed(f"{pen.v}^{{1/{k}}}", f"{pen.v}**(1/{k})"))
        wrong = {
            "grows": plan(f"limit | log({pen.v}) | {pen.v} | oo"),
            "1": plan(f"limit | {body.code} + 1 | {pen.v} | oo"),
        }
    right = plan(f"limit | {body.code} | {pen.v} | oo")
    return pen.trap("far out", pen.ask("limit"), pen.limit(body, r"\infty"), right, wrong)


SHAPES = (
    jump, half_domain, pole, essential, floor, floor_between, with_letters, oscillation, root_at_infinity, slow,
)  # fmt: skip
