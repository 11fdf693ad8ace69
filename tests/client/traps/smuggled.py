"""Plans with a right result that do not apply the asked operation, or apply it to something else."""

from __future__ import annotations

import random
from fractions import Fraction

from .writing import Pen, Trap, Typed, between, code, plan


def limit(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(-9, 9), pen.whole(-9, 9, but=(0,))
    top = pen.poly(1, -a - b, a * b)
    body = pen.over(top, pen.less(a))
    value = code(a - b)
    wrong = {
        "stated": plan(f"simplify | {value}"),
        "limit of the answer": plan(f"limit | {value} | {pen.v} | {code(a)}"),
        "substituted": plan(f"substitute | {pen.v} | {pen.v} | {value}"),
        "another limit": plan(f"limit | {pen.v} - {code(b)} + sin({pen.v} - {code(a)}) | {pen.v} | {code(a)}"),
        "work not used": plan(f"limit | {body.code} | {pen.v} | {code(a + 1)}", f"simplify | {value}"),
        "work times 0": plan(f"limit | {body.code} | {pen.v} | {code(a + 1)}", f"simplify | 0*R1 + {value}"),
        "differentiated": plan(f"differentiate | {value}*{pen.v} | {pen.v}"),
    }
    right = plan(f"limit | {body.code} | {pen.v} | {code(a)}")
    return pen.trap("limit", pen.ask("limit"), pen.limit(body, str(a)), right, wrong)


def sine(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(2, 9), pen.whole(1, 9)
    body = pen.over(pen.apply("sin", pen.poly(a, 0)), pen.poly(b, 0))
    value = code(Fraction(a, b))
    wrong = {
        "stated": plan(f"simplify | {value}"),
        "limit of the answer": plan(f"limit | {value} | {pen.v} | 0"),
        "another limit": plan(f"limit | tan({a}*{pen.v})/({b}*{pen.v}) | {pen.v} | 0"),
        "another point": plan(f"limit | ({a}*{pen.v} + 1)/({b}*{pen.v}) | {pen.v} | oo"),
        "solved": plan(f"solve | {b}*{pen.v} - {a} | {pen.v}"),
    }
    right = plan(f"limit | {body.code} | {pen.v} | 0")
    return pen.trap("limit of a sine", pen.ask("limit"), pen.limit(body, "0"), right, wrong)


def derivative(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, a, b, c = pen.whole(3, 6), pen.whole(1, 9), pen.whole(-9, 9, but=(0,)), pen.whole(1, 9)
    body = pen.sum({n: a, 1: b})
    slope = f"{a * n}*{pen.v}**{n - 1} + {code(b)}"
    wrong = {
        "stated": plan(f"simplify | {slope}"),
        "expanded": plan(f"expand | {slope}"),
        "another function": plan(f"differentiate | {body.code} + {c} | {pen.v}"),
        "integrated": plan(f"integrate | {a * n * (n - 1)}*{pen.v}**{n - 2} | {pen.v}", f"simplify | R1 + {code(b)}"),
        "put together": plan(f"substitute | w + {code(b)} | w | {a * n}*{pen.v}**{n - 1}"),
        "work not used": plan(f"differentiate | {pen.v}**2 | {pen.v}", f"simplify | {slope}"),
    }
    right = plan(f"differentiate | {body.code} | {pen.v}")
    return pen.trap("derivative", pen.ask("derivative"), pen.function(body), right, wrong)


def antiderivative(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, a = pen.whole(1, 6), pen.whole(1, 5)
    body = pen.plus(pen.sum({n: a * (n + 1)}), pen.apply("cos", pen.x))
    primitive = f"{a}*{pen.v}**{n + 1} + sin({pen.v})"
    twice = f"{code(Fraction(a, n + 2))}*{pen.v}**{n + 2} - cos({pen.v})"
    wrong = {
        "stated": plan(f"simplify | {primitive}"),
        "expanded": plan(f"expand | {primitive}"),
        "differentiated": plan(f"differentiate | {twice} | {pen.v}"),
        "substituted": plan(f"substitute | {primitive.replace('sin', 'w + 0*sin')} | w | sin({pen.v})"),
        "work not used": plan(f"integrate | {pen.v}**{n + 3} | {pen.v}", f"simplify | {primitive}"),
    }
    right = plan(f"integrate | {body.code} | {pen.v}")
    return pen.trap("antiderivative", pen.ask("antiderivative"), pen.integral(body), right, wrong)


def solution(rng: random.Random) -> Trap:
    """Return an equation with one solution that is not a line already."""
    pen = Pen(rng)
    kind = rng.randrange(4)
    if kind == 0:
        base, n = pen.whole(2, 5), pen.whole(2, 8)
        equation, root = pen.equals(Typed(f"{base}^{pen.v}", f"{base}**{pen.v}"), pen.number(base**n)), n
    elif kind == 1:
        a, c = pen.whole(-9, 9), pen.whole(1, 9)
        equation, root = pen.equals(pen.root(pen.less(a)), pen.number(c)), a + c * c
    elif kind == 2:
        a, c, gap = pen.whole(1, 9), pen.whole(-9, 9), pen.whole(1, 5)
        equation, root = pen.equals(pen.over(pen.number(a * gap), pen.less(c)), pen.number(a)), c + gap
    else:
        a, c = pen.whole(1, 9), pen.whole(1, 9)
        equation, root = pen.equals(pen.apply("ln", pen.poly(1, a)), pen.apply("ln", pen.number(a + c))), c
    line = pen.less(root).code
    wrong = {
        "line through it": pen.solve(line),
        "stated": pen.solve(f"Eq({pen.v}, {code(root)})"),
        "another equation": pen.solve(f"exp({line}) - 1"),
        "another odd one": pen.solve(f"Eq(({line})**3, {code(root)} - {pen.v})"),
        "another of the kind": pen.solve(f"Eq(7**{pen.v}, 7**{code(root)})"),
        "another root": pen.solve(f"Eq(sqrt({pen.less(root - 144).code}), 12)"),
        "square": pen.solve(f"({line})**2"),
        "number": plan(f"simplify | {code(root)}"),
        "stated after the work": plan(f"solve | {equation.code} | {pen.v}", f"solve | {line} | {pen.v}"),
        "work times 0": plan(f"simplify | {pen.v}", f"solve | R1 - {code(root)} | {pen.v}"),
    }
    return pen.trap("solution", pen.ask("solve"), equation.tex, pen.solve(equation), wrong)


def area(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n, high = pen.whole(1, 5), pen.whole(1, 4)
    body = pen.sum({n: n + 1})
    value = high ** (n + 1)
    wrong = {
        "stated": plan(f"simplify | {value}"),
        "substituted": plan(f"substitute | {pen.v} | {pen.v} | {value}"),
        "antiderivative stated": plan(f"substitute | {pen.v}**{n + 1} | {pen.v} | {high}"),
        "another integral": plan(*between(str(value), pen.v, "0", "1")),
        "stated after the work": plan(f"integrate | {body.code} | {pen.v}", f"simplify | {value}"),
        "work times 0": plan(
            f"integrate | {body.code} | {pen.v}", f"substitute | R1 | {pen.v} | 0", f"simplify | R2 + {value}"
        ),
    }
    if high > 1:
        first = f"integrate | {body.code} | {pen.v}"
        wrong["another end"] = plan(first, f"substitute | R1 | {pen.v} | 1", f"simplify | {value}*R2")
    right = plan(*between(body.code, pen.v, "0", str(high)))
    return pen.trap("definite integral", pen.ask("definite"), pen.integral(body, "0", str(high)), right, wrong)


def value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, at = pen.whole(1, 5), pen.whole(-9, 9, but=(0,)), pen.whole(2, 9)
    body = pen.poly(a, b, 1)
    result = a * at * at + b * at + 1
    wrong = {
        "stated": plan(f"simplify | {code(result)}"),
        "another function": plan(f"substitute | {pen.v} + {code(result - at)} | {pen.v} | {at}"),
        "itself": plan(f"substitute | {pen.v} | {pen.v} | {code(result)}"),
        "limit of the answer": plan(f"limit | {code(result)} | {pen.v} | {at}"),
        "work not used": plan(f"substitute | {body.code} | {pen.v} | {at + 1}", f"simplify | {code(result)}"),
    }
    right = plan(f"substitute | {body.code} | {pen.v} | {at}")
    ask, tex = rng.choice(((f"Find f({at})", pen.function(body)), (f"Evaluate at {pen.v} = {at}", body.tex)))
    return pen.trap("value", ask, tex, right, wrong)


def product(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = rng.sample([n for n in range(-9, 10) if n], 2)
    body = pen.poly(1, -a - b, a * b)
    one, two = pen.less(a).code, pen.less(b).code
    wrong = {
        "stated": plan(f"simplify | ({one})*({two})"),
        "put together": plan(f"substitute | w*({two}) | w | {one}"),
        "work not used": plan(f"factor | {pen.v}**2 - 1", f"simplify | ({one})*({two})"),
        "another product": plan(f"factor | {pen.poly(1, a + b, a * b).code}", f"substitute | R1 | {pen.v} | -{pen.v}"),
    }
    right = plan(f"factor | {body.code}")
    return pen.trap("factors", pen.ask("factor"), body.tex, right, wrong)


def slope(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, at = pen.whole(1, 5), pen.whole(-9, 9), pen.whole(1, 6)
    body = pen.poly(a, 0, b, 3)
    result = 3 * a * at * at + b
    first = f"differentiate | {body.code} | {pen.v}"
    wrong = {
        "stated": plan(f"simplify | {code(result)}"),
        "line": plan(f"differentiate | {code(result)}*{pen.v} | {pen.v}", f"substitute | R1 | {pen.v} | {at}"),
        "stated after the work": plan(first, f"substitute | {pen.v} | {pen.v} | {code(result)}"),
        "work times 0": plan(first, f"substitute | R1 | {pen.v} | 0", f"simplify | R2 + {code(result - b)}"),
    }
    right = plan(first, f"substitute | R1 | {pen.v} | {at}")
    return pen.trap("slope", f"Find f'({at})", pen.function(body), right, wrong)


SHAPES = (limit, sine, derivative, antiderivative, solution, area, value, product, slope)
