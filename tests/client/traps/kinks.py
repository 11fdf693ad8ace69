"""Kinks at any distance from the origin, on both sides: |v - D| with D a digit times ten to the -3 to 6."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, between, code, plan, split


def _kink(rng: random.Random) -> tuple[Pen, Fraction, Typed]:
    """Return a pen, the kink's place, and a linear expression that is zero there and rises."""
    pen = Pen(rng)
    at = pen.far()
    factor = rng.choice((1, 1, 1, 2, 3, 5))
    return pen, at, pen.less(at, factor)


def square_root(rng: random.Random) -> Trap:
    pen, at, _ = _kink(rng)
    line = pen.less(at)
    square = pen.poly(1, -2 * at, at * at) if rng.random() < 0.7 else pen.power(line, 2)
    tex = pen.root(square).tex
    wrong = {
        "right of the kink": plan(f"factor | {square.code}", f"simplify | {line.code}"),
        "left of the kink": plan(f"simplify | {code(at)} - {pen.v}"),
        "the other side": plan(f"simplify | Abs({pen.less(-at).code})"),
        "root of a sum": plan(f"simplify | Abs({pen.v}) - {code(at)}"),
    }
    right = plan(f"factor | {square.code}", "simplify | sqrt(R1)")
    return pen.trap("root of a square", pen.ask("simplify"), tex, right, wrong)


def square_of_squares(rng: random.Random) -> Trap:
    pen, at, _ = _kink(rng)
    inner = pen.poly(1, 0, -at * at)
    body = pen.root(pen.power(inner, 2))
    wrong = {
        "outside": plan(f"simplify | {inner.code}"),
        "inside": plan(f"simplify | {code(at * at)} - {pen.v}**2"),
        "without a kink": plan(f"simplify | {pen.v}**2 + {code(at * at)}"),
    }
    return pen.trap("two kinks", pen.ask("simplify"), body.tex, plan(f"simplify | {body.code}"), wrong)


def slope(rng: random.Random) -> Trap:
    pen, at, line = _kink(rng)
    if rng.random() < 0.6:
        body = pen.absolute(line)
    else:
        body = pen.root(pen.poly(1, -2 * at, at * at))
        line = pen.less(at)
    wrong = {
        "right of the kink": plan(f"differentiate | {line.code} | {pen.v}"),
        "left of the kink": plan(f"differentiate | -({line.code}) | {pen.v}"),
        "the other side": plan(f"differentiate | Abs({pen.less(-at).code}) | {pen.v}"),
        "kink at 0": plan(f"differentiate | Abs({pen.v}) | {pen.v}"),
    }
    tex = pen.function(body) if rng.random() < 0.5 else body.tex
    right = plan(f"differentiate | {body.code} | {pen.v}")
    return pen.trap("derivative across a kink", pen.ask("derivative"), tex, right, wrong)


def slope_at(rng: random.Random) -> Trap:
    pen, at, line = _kink(rng)
    body = pen.absolute(line)
    side = pen.sign()
    where = at + side * abs(at) * rng.choice((Fraction(1, 10), 1, 3))
    place = pen.number(where)
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "other side": plan(first, f"substitute | R1 | {pen.v} | {code(2 * at - where)}"),
        "at the kink": plan(first, f"substitute | R1 | {pen.v} | {code(at)}"),
        "sign": plan(f"differentiate | {'-' if side > 0 else ''}({line.code}) | {pen.v}"),
    }
    right = plan(first, f"substitute | R1 | {pen.v} | {place.code}")
    return pen.trap("slope beside a kink", f"Find f'({place.tex})", pen.function(body), right, wrong)


def slope_at_kink(rng: random.Random) -> Trap:
    pen, at, line = _kink(rng)
    body = pen.absolute(line)
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "mean of both sides": plan(first, f"substitute | R1 | {pen.v} | {code(at)}"),
        "right": plan(f"differentiate | {line.code} | {pen.v}", f"substitute | R1 | {pen.v} | {code(at)}"),
        "left": plan(f"differentiate | -({line.code}) | {pen.v}", f"substitute | R1 | {pen.v} | {code(at)}"),
    }
    ask = f"Find the derivative at {pen.v} = {pen.number(at).tex}"
    return pen.trap("slope at a kink", ask, pen.function(body), None, wrong)


def quotient(rng: random.Random) -> Trap:
    pen, at, line = _kink(rng)
    top, bottom = (pen.absolute(line), line) if rng.random() < 0.5 else (line, pen.absolute(line))
    body = pen.over(top, bottom)
    wrong = {
        "right of the kink": plan(f"simplify | ({line.code})/({line.code})"),
        "left of the kink": plan(f"simplify | -({line.code})/({line.code})"),
        "the other side": plan(f"simplify | sign({pen.v} + {code(at)})"),
    }
    return pen.trap("sign of a far kink", pen.ask("simplify"), body.tex, None, wrong)


def two_sides(rng: random.Random) -> Trap:
    pen, at, _ = _kink(rng)
    left, right = pen.absolute(pen.less(at)), pen.absolute(pen.less(-at))
    body = pen.plus(left, right)
    wrong = {
        "between": plan(f"simplify | {code(2 * abs(at))} + 0*{pen.v}"),
        "beyond": plan(f"simplify | {pen.less(at).code} + {pen.less(-at).code}"),
        "both even": plan(f"simplify | 2*Abs({pen.v})"),
    }
    return pen.trap("between two kinks", pen.ask("simplify"), body.tex, None, wrong)


def area(rng: random.Random) -> Trap:
    """Return an integral over |v - D| with the kink inside of the interval or not."""
    pen = Pen(rng)
    at = pen.far(-3, 4)
    unit = abs(at)
    inside = rng.random() < 0.6
    low = at - rng.choice((1, 2)) * unit if inside else at + rng.choice((1, 2)) * unit
    high = (at if inside else low) + rng.choice((3, 4)) * unit
    line = pen.less(at)
    body = pen.absolute(line) if rng.random() < 0.7 else pen.root(pen.power(line, 2))
    ends = code(low), code(high)
    if inside:
        right = plan(*split(f"-({line.code})", line.code, pen.v, (ends[0], code(at), ends[1])))
        wrong = {
            "right branch": plan(*between(line.code, pen.v, *ends)),
            "left branch": plan(*between(f"-({line.code})", pen.v, *ends)),
            "branches swapped": plan(*split(line.code, f"-({line.code})", pen.v, (ends[0], code(at), ends[1]))),
            "half": plan(*between(line.code, pen.v, code(at), ends[1])),
        }
    else:
        right = plan(*between(line.code, pen.v, *ends))
        wrong = {
            "left branch": plan(*between(f"-({line.code})", pen.v, *ends)),
            "from the kink": plan(*between(line.code, pen.v, code(at), ends[1])),
        }
    tex = pen.integral(body, pen.number(low).tex, pen.number(high).tex)
    return pen.trap("integral over a kink", pen.ask("definite"), tex, right, wrong)


def step(rng: random.Random) -> Trap:
    """Return an integral over the sign of v - D."""
    pen = Pen(rng)
    at = pen.far(-3, 4)
    before, after = abs(at) * rng.choice((1, 2)), abs(at) * rng.choice((3, 5))
    line = pen.less(at)
    body = pen.over(pen.absolute(line), line)
    low, high = at - before, at + after
    wrong = {
        "right branch": plan(*between(f"({line.code})/({line.code})", pen.v, code(low), code(high))),
        "left branch": plan(*between(f"-({line.code})/({line.code})", pen.v, code(low), code(high))),
        "sign": plan(*split("1", "-1", pen.v, (code(low), code(at), code(high)))),
    }
    tex = pen.integral(body, pen.number(low).tex, pen.number(high).tex)
    right = plan(*split(f"-({line.code})/({line.code})", f"({line.code})/({line.code})", pen.v,
                        (code(low), code(at), code(high))))  # fmt: skip
    return pen.trap("integral over a step", pen.ask("definite"), tex, right, wrong)


def antiderivative(rng: random.Random) -> Trap:
    pen, _, line = _kink(rng)
    body = pen.absolute(line)
    wrong = {
        "right of the kink": plan(f"integrate | {line.code} | {pen.v}"),
        "left of the kink": plan(f"integrate | -({line.code}) | {pen.v}"),
    }
    right = plan(f"integrate | {body.code} | {pen.v}")
    return pen.trap("antiderivative over a kink", pen.ask("antiderivative"), pen.integral(body), right, wrong)


def far_limit(rng: random.Random) -> Trap:
    pen, at, _ = _kink(rng)
    line = pen.less(at)
    body = pen.over(pen.absolute(line), pen.x if rng.random() < 0.5 else pen.less(-at))
    side = pen.sign()
    infinity = "oo" if side > 0 else "-oo"
    flat = body.code.replace("Abs", "")
    wrong = {
        "other end": plan(f"limit | {body.code} | {pen.v} | {'-oo' if side > 0 else 'oo'}"),
        "other branch": plan(f"limit | {'-' if side > 0 else ''}{flat} | {pen.v} | {infinity}"),
        "near 0": plan(f"limit | Abs({line.code})/({code(10 * abs(at))} + Abs({pen.v})) | {pen.v} | 0"),
    }
    right = plan(f"limit | {body.code} | {pen.v} | {infinity}")
    tex = pen.limit(body, r"\infty" if side > 0 else r"-\infty")
    return pen.trap("limit beyond a kink", pen.ask("limit"), tex, right, wrong)


def critical(rng: random.Random) -> Trap:
    """Return v**2 + c|v - D| or the like: the kink is a critical number, the rest decides about others."""
    pen, at, line = _kink(rng)
    body = pen.absolute(line)
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "none": plan(first, f"solve | R1**2 + 1 | {pen.v}"),
        "zero of the slope": plan(f"differentiate | {line.code} | {pen.v}", f"solve | R1 | {pen.v}"),
        "other side": plan(first, f"solve | {pen.less(-at).code} | {pen.v}"),
    }
    return pen.trap("a kink is critical", pen.ask("critical"), pen.function(body), None, wrong)


SHAPES = (
    square_root, square_of_squares, slope, slope_at, slope_at_kink, quotient, two_sides, area, step, antiderivative,
    far_limit, critical,
)  # fmt: skip
