"""Forms that are asked for and not reached: half factored, half simplified, not multiplied out."""

from __future__ import annotations

import random
from math import gcd, prod

from .writing import Pen, Trap, Typed, code, plan


def squares_left(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, b = pen.whole(2, 9), pen.whole(1, 9)
    with_letter = rng.random() < 0.5
    body = pen.poly(k, 0, -k * b * b, 0) if with_letter else pen.poly(k, 0, -k * b * b)
    last = pen.v if with_letter else "1"
    front = f"{k}*{last}"
    wrong = {
        "squares left": plan(f"substitute | {front}*w | w | {pen.v}**2 - {b * b}"),
        "common factor left": plan(f"expand | {k}*({pen.v} - {b})", f"substitute | R1*w*({pen.v} + {b}) | w | {last}"),
        "sign": plan(f"factor | {body.code.replace(' - ', ' + ')}"),
        "as it was": plan(f"expand | {body.code}"),
        "common factor dropped": plan(f"factor | ({body.code})/{k}"),
    }
    return pen.trap("difference of squares", pen.ask("factor"), body.tex, plan(f"factor | {body.code}"), wrong)


def fourth_power(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(1, 5), pen.whole(1, 5)
    if a == b:
        body = pen.poly(1, 0, 0, 0, -(a**4))
        one, two = f"{pen.v}**2 - {a * a}", f"{pen.v}**2 + {a * a}"
    else:
        body = pen.poly(1, 0, -a * a - b * b, 0, a * a * b * b)
        one, two = f"{pen.v}**2 - {a * a}", f"{pen.v}**2 - {b * b}"
    wrong = {
        "squares left": plan(f"substitute | w*({two}) | w | {one}"),
        "as it was": plan(f"simplify | {body.code}"),
        "another": plan(f"factor | {body.code} + {pen.v}**2"),
    }
    if a != b:
        wrong["one factored"] = plan(f"factor | {one}", f"substitute | w*R1 | w | {two}")
    return pen.trap("fourth power", pen.ask("factor"), body.tex, plan(f"factor | {body.code}"), wrong)


def common_factor(rng: random.Random) -> Trap:
    pen = Pen(rng)
    k, a, b = rng.choice((4, 6, 8, 9, 12)), pen.whole(2, 7), pen.whole(2, 7) * pen.sign()
    divisor = gcd(a, b)
    a, b = a // divisor, b // divisor
    part = 2 if k % 2 == 0 else 3
    body = pen.poly(k * a, k * b, 0, 0) if rng.random() < 0.5 else pen.poly(k * a, k * b, 0)
    square, higher = ("**2", "**3") if body.code.count("**3") else ("", "**2")
    rest = f"{k // part * a}*{pen.v} + {code(k // part * b)}"
    wrong = {
        "half of the number": plan(f"substitute | {part}*{pen.v}{square}*w | w | {rest}"),
        "number left": plan(f"substitute | {pen.v}{square}*w | w | {k * a}*{pen.v} + {code(k * b)}"),
        "letter left": plan(f"substitute | {k}*w | w | {a}*{pen.v}{higher} + {code(b)}*{pen.v}{square}"),
    }
    ask = rng.choice((pen.ask("factor"), "Factor out the greatest common factor"))
    return pen.trap("common factor", ask, body.tex, plan(f"factor | {body.code}"), wrong)


def integer(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n = prod(rng.choices((2, 2, 3, 3, 5, 7), k=rng.randint(3, 5)))
    wrong = {
        "as it was": plan(f"expand | {n}"),
        "one less": plan(f"factor | {n} - 1"),
        "simplified": plan(f"simplify | {n}"),
    }
    ask = rng.choice(("Factor", "Find the prime factorization", "find the prime factors", "Factor completely"))
    return pen.trap("integer", ask, str(n), plan(f"factor | {n}"), wrong)


def expanded_half(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(1, 9) * pen.sign(), pen.whole(1, 9) * pen.sign()
    n = rng.choice((2, 2, 3))
    one, two = pen.less(a), pen.less(b)
    body = pen.times(pen.power(one, n), two)
    text = f"({one.code})**{n}*({two.code})"
    wrong = {
        "one factor left": plan(f"expand | ({one.code})**{n}", f"substitute | w*({two.code}) | w | R1"),
        "factored": plan(f"factor | {text}"),
        "as it was": plan(f"simplify | {text}"),
        "squares alone": plan(f"expand | ({pen.v}**{n} + {code((-a) ** n)})*({two.code})"),
    }
    return pen.trap("brackets left", pen.ask("expand"), body.tex, plan(f"expand | {text}"), wrong)


def fractions_left(rng: random.Random) -> Trap:
    """Return p/(v-a) + q/(v-b) + r/(v-a): the first two put together are not all."""
    pen = Pen(rng)
    a, b = rng.sample(range(-6, 7), 2)
    p, q, r = pen.whole(1, 6), pen.whole(1, 6), pen.whole(1, 6)
    one, two = pen.less(a), pen.less(b)
    parts = [pen.over(pen.number(n), line) for n, line in ((p, one), (q, two), (r, one))]
    body = pen.plus(*parts)
    both = f"({p + r})/({one.code})"
    wrong = {
        "two fractions left": plan(
            f"simplify | {p}/({one.code}) + {r}/({one.code})", f"substitute | R1 + w | w | {q}/({two.code})"
        ),
        "wrong denominator": plan(f"simplify | {p + q + r}/({one.code} + {two.code})"),
        "sign": plan(f"simplify | {both} - {q}/({two.code})"),
    }
    ask = rng.choice((pen.ask("simplify"), "Simplify. Write as a single fraction.", "Write as a single fraction"))
    if "ingle" not in ask:
        wrong.pop("two fractions left")
    return pen.trap("fractions left", ask, body.tex, plan(f"simplify | {body.code}"), wrong)


def not_cancelled(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, c = rng.sample([n for n in range(-9, 10) if n], 3)
    top, bottom = pen.poly(1, -a - b, a * b), pen.poly(1, -a - c, a * c)
    body = pen.over(top, bottom)
    wrong = {
        "as it was": plan(f"expand | {body.code}"),
        "factored alone": plan(f"factor | {top.code}", f"substitute | w/({bottom.code}) | w | R1"),
        "another factor": plan(f"simplify | ({pen.less(c).code})/({pen.less(b).code})"),
        "terms cancelled": plan(
            f"simplify | ({code(-a - b)}*{pen.v} + {code(a * b)})/({code(-a - c)}*{pen.v} + {code(a * c)})"
        ),
    }
    ask = rng.choice((pen.ask("simplify"), "Simplify the rational expression", "Reduce to lowest terms"))
    return pen.trap("not cancelled", ask, body.tex, plan(f"simplify | {body.code}"), wrong)


def like_terms(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, c = pen.whole(1, 9), pen.whole(1, 9), pen.whole(2, 9)
    left, right = pen.times(pen.x, pen.poly(1, a)), pen.times(pen.x, pen.poly(c, b))
    body = pen.plus(left, right)
    wrong = {
        "half": plan(f"expand | {left.code}", f"substitute | R1 + w | w | {right.code}"),
        "term dropped": plan(f"simplify | {left.code} + {c}*{pen.v}**2"),
        "sign": plan(f"simplify | {left.code} - {right.code}"),
    }
    ask = rng.choice(("Simplify", "simplify", "Simplify fully"))
    return pen.trap("like terms", ask, body.tex, plan(f"expand | {body.code}"), wrong)


def nested(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = rng.sample(range(1, 9), 2)
    inner = Typed(rf"\frac{{{a}}}{{{pen.v}}}", f"{a}/{pen.v}")
    body = pen.over(
        pen.plus(pen.number(1), inner), pen.plus(pen.number(1), Typed(rf"\frac{{{b}}}{{{pen.v}}}", f"{b}/{pen.v}"))
    )
    wrong = {
        "top alone": plan(f"simplify | 1 + {a}/{pen.v}", f"substitute | w/(1 + {b}/{pen.v}) | w | R1"),
        "upside down": plan(f"simplify | 1/({body.code})"),
        "letters cancelled": plan(f"simplify | (1 + {a})/(1 + {b}) + 0*{pen.v}"),
    }
    ask = rng.choice(("Simplify the complex fraction", pen.ask("simplify")))
    return pen.trap("fraction in a fraction", ask, body.tex, plan(f"simplify | {body.code}"), wrong)


def square(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = pen.whole(1, 6), pen.whole(1, 9) * pen.sign()
    body = pen.poly(a * a, 2 * a * b, b * b)
    wrong = {
        "as it was": plan(f"expand | {body.code}"),
        "sign": plan(f"factor | ({a}*{pen.v} - {code(b)})**2"),
        "difference of squares": plan(f"factor | {a * a}*{pen.v}**2 - {b * b}"),
        "half": plan(f"substitute | w*{pen.v} + {b * b} | w | {a * a}*{pen.v} + {code(2 * a * b)}"),
    }
    return pen.trap("square", pen.ask("factor"), body.tex, plan(f"factor | {body.code}"), wrong)


SHAPES = (
    squares_left, fourth_power, common_factor, integer, expanded_half, fractions_left, not_cancelled, like_terms,
    nested, square,
)  # fmt: skip
