"""Points that are no longer excluded once a factor is cancelled."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, code, plan


def _hole(pen: Pen) -> tuple[int, int, Typed, Typed]:
    """Return a, b, then (v-a)(v-b)/(v-a) with its top multiplied out or not, and v-b."""
    a = pen.whole(-9, 9, but=(0,))
    b = pen.whole(-9, 9, but=(a,))
    top = pen.poly(1, -a - b, a * b) if pen.rng.random() < 0.6 else pen.times(pen.less(a), pen.less(b))
    return a, b, pen.over(top, pen.less(a)), pen.less(b)


def value_at(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, _, body, rest = _hole(pen)
    at = pen.number(a)
    ask, tex = rng.choice(((f"Find f({at.tex})", pen.function(body)), (f"Evaluate at {pen.v} = {at.tex}", body.tex)))
    wrong = {
        "cancelled": plan(f"simplify | {body.code}", f"substitute | R1 | {pen.v} | {at.code}"),
        "another function": plan(f"substitute | {rest.code} | {pen.v} | {at.code}"),
        "limit for value": plan(f"limit | {body.code} | {pen.v} | {at.code}"),
        "no value": plan(f"substitute | {body.code} | {pen.v} | {at.code}"),
    }
    return pen.trap("value in a hole", ask, tex, None, wrong)


def value_beside(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, body, rest = _hole(pen)
    at = pen.whole(-12, 12, but=(0, a, b, -a))
    wrong = {
        "sign of the point": plan(f"substitute | {body.code} | {pen.v} | {code(-at)}"),
        "cancelled twice": plan(f"substitute | ({rest.code})/({pen.less(a).code}) | {pen.v} | {code(at)}"),
    }
    right = plan(f"substitute | {body.code} | {pen.v} | {code(at)}")
    return pen.trap("value beside a hole", f"Find f({at})", pen.function(body), right, wrong)


def no_root(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, body, rest = _hole(pen)
    equation = pen.equals(body, pen.number(a - b))
    wrong = {
        "cancelled": pen.solve(f"Eq({rest.code}, {code(a - b)})"),
        "cancelled by a step": plan(f"simplify | {body.code}", f"solve | Eq(R1, {code(a - b)}) | {pen.v}"),
        "multiplied out": pen.solve(f"{pen.less(a).code}"),
    }
    return pen.trap("its only root is a hole", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def one_root(rng: random.Random) -> Trap:
    pen = Pen(rng)
    _, _, body, _ = _hole(pen)
    top = body.code.rpartition("/")[0]
    wrong = {"top alone": pen.solve(top), "hole alone": pen.solve(body.code.rpartition("/")[2])}
    return pen.trap("a root is a hole", pen.ask("zeros"), pen.function(body), pen.solve(body.code), wrong)


def cancelling_terms(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a = pen.whole(-9, 9, but=(0,))
    term = pen.over(pen.number(pen.whole(1, 5)), pen.less(a))
    if rng.random() < 0.5:
        left, right = pen.x, pen.number(a)
        none = True
    else:
        left, right = pen.poly(1, 0, 0), pen.number(a * a)
        none = False
    equation = pen.equals(pen.plus(left, term), pen.plus(right, term))
    wrong = {"terms cancelled": pen.solve(f"Eq({left.code}, {right.code})")}
    if not none:
        wrong |= {"hole alone": pen.solve(pen.less(a).code), "none": pen.solve(f"Eq({term.code}, 0)")}
    return pen.trap("a term added to both sides", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def inverse_pair(rng: random.Random) -> Trap:
    """Return exp(log(.)) = c or sqrt(.)**2 = c: without a solution if c is negative."""
    pen = Pen(rng)
    inner = pen.poly(pen.whole(1, 4), pen.whole(-9, 9))
    c = pen.whole(-9, 9, but=(0,))
    outer = pen.exp(pen.apply("ln", inner)) if rng.random() < 0.5 else pen.power(pen.root(inner), 2)
    equation = pen.equals(outer, pen.number(c))
    if c > 0:
        wrong = {"sign": pen.solve(f"Eq({inner.code}, {code(-c)})"), "none": pen.solve(f"Eq({outer.code}, {code(-c)})")}
    else:
        wrong = {
            "domain": pen.solve(f"Eq({inner.code}, {code(c)})"),
            "size": pen.solve(f"Eq({inner.code}, {code(-c)})"),
        }
    return pen.trap("a function and its inverse", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def inverse_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at = -pen.whole(1, 9)
    outer = pen.exp(pen.apply("ln", pen.x)) if rng.random() < 0.5 else pen.power(pen.root(pen.x), 2)
    wrong = {
        "simplified": plan(f"simplify | {outer.code}", f"substitute | R1 | {pen.v} | {code(at)}"),
        "through complex numbers": plan(f"substitute | {outer.code} | {pen.v} | {code(at)}"),
        "size": plan(f"substitute | {outer.code} | {pen.v} | {code(-at)}"),
    }
    return pen.trap("value outside of the domain", f"Find f({at})", pen.function(outer), None, wrong)


def zero_power(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a = pen.whole(-6, 6, but=(0,))
    base = pen.less(a)
    times = pen.poly(1, pen.whole(1, 5) - a)
    if rng.random() < 0.5:
        body = pen.times(base, pen.power(base, -1), times)
    else:
        body = pen.plus(Typed(pen.raised(pen.paren(base.tex), base.tex), f"({base.code})**({base.code})"), times)
    wrong = {
        "straight": plan(f"substitute | {body.code} | {pen.v} | {code(a)}"),
        "cancelled": plan(f"simplify | {body.code}", f"substitute | R1 | {pen.v} | {code(a)}"),
        "limit for value": plan(f"limit | {body.code} | {pen.v} | {code(a)}"),
    }
    return pen.trap("zero to a power", f"Find f({a})", pen.function(body), None, wrong)


def nested(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, k = pen.whole(-9, 9), pen.whole(1, 5)
    inner = pen.over(pen.number(k), pen.less(a))
    body = pen.over(pen.number(1), pen.plus(pen.number(1), inner))
    clear = f"({pen.less(a).code})/({pen.less(a).code} + {k})"
    wrong = {
        "cancelled": plan(f"simplify | {body.code}", f"substitute | R1 | {pen.v} | {code(a)}"),
        "another function": plan(f"substitute | {clear} | {pen.v} | {code(a)}"),
        "limit for value": plan(f"limit | {body.code} | {pen.v} | {code(a)}"),
    }
    return pen.trap("a fraction in a fraction", f"Evaluate at {pen.v} = {a}", body.tex, None, wrong)


def critical(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a = pen.whole(-6, 6, but=(0,))
    if rng.random() < 0.5:  # v**2/(v-a): 0 and 2a, and a itself is not in the domain
        body, roots = pen.over(pen.poly(1, 0, 0), pen.less(a)), (0, 2 * a)
    else:  # v + a**2/v: a and -a, and 0 is not in the domain
        body, roots = pen.plus(pen.x, pen.over(pen.number(a * a), pen.x)), (a, -a)
        a = 0
    top = "*".join(f"({pen.less(root).code})" for root in roots)
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "pole too": plan(first, f"factor | R1*({pen.less(a).code})**2", f"solve | R2*({pen.less(a).code}) | {pen.v}"),
        "pole alone": plan(first, f"solve | {pen.less(a).code} | {pen.v}"),
        "one": plan(first, f"solve | {pen.less(roots[1]).code} | {pen.v}"),
        "poles in the list": plan(first, f"solve | {top}*({pen.less(a).code}) | {pen.v}"),
    }
    right = plan(first, f"solve | R1 | {pen.v}")
    return pen.trap("critical numbers and a pole", pen.ask("critical"), pen.function(body), right, wrong)


def cusp(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a = pen.whole(-8, 8, but=(0,))
    top = rng.choice((2, 4))
    bottom = rng.choice((3, 5))
    power = Typed(rf"{pen.v}^{{{top}/{bottom}}}", f"{pen.v}**({top}/{bottom})")
    body = pen.times(power, pen.less(a))
    other = Fraction(top * a, top + bottom)
    first = f"differentiate | {body.code} | {pen.v}"
    if top < bottom:
        wrong = {
            "cusp missing": plan(first, f"solve | {pen.less(other).code} | {pen.v}"),
            "cusp alone": plan(first, f"solve | {pen.v} | {pen.v}"),
            "zeros of f": plan(first, f"solve | {body.code} | {pen.v}"),
        }
        right = plan(first, f"expand | R1*{pen.v}", f"solve | R2 | {pen.v}")
    else:
        wrong = {"0 missing": plan(first, f"solve | {pen.less(other).code} | {pen.v}")}
        right = plan(first, f"solve | R1 | {pen.v}")
    return pen.trap("critical numbers and a cusp", pen.ask("critical"), pen.function(body), right, wrong)


SHAPES = (
    value_at, value_beside, no_root, one_root, cancelling_terms, inverse_pair, inverse_value, zero_power, nested,
    critical, cusp,
)  # fmt: skip
