"""Notation that competent readers read in two ways: no answer without an assumption, the matching one with it."""

from __future__ import annotations

import random
from collections.abc import Mapping

from student_client._plan import Plan

from .writing import Pen, Trap, Typed, between, plan


def _read(
    pen: Pen,
    label: str,
    objective: str,
    tex: str,
    topic: str,
    answers: Mapping[str, Plan | None],
    *,
    variables: tuple[str, ...] = (),
    slips: Mapping[str, Plan] | None = None,
) -> Trap:
    """Return the open problem, for which every reading's answer is too much, or one for which a reading is assumed."""
    option = pen.rng.choice((None, *answers))
    right = answers[option] if option else None
    wrong = {f"read as {other}": made for other, made in answers.items() if other != option and made}
    wrong |= slips or {}
    assume = {topic: option} if option else {}
    name = f"{label}, {'settled' if option else 'open'}"
    return pen.trap(name, objective, tex, right, wrong, variables=variables, assume=assume)


def log_equation(rng: random.Random) -> Trap:
    pen = Pen(rng)
    c, k = pen.whole(2, 6) * pen.sign(), pen.whole(1, 5)
    inner = pen.poly(k, rng.choice((0, 0, 3, -2)))
    left = pen.apply("log", inner)
    answers = {
        "10": pen.solve(f"Eq(log({inner.code})/log(10), {c})"),
        "e": pen.solve(f"Eq(log({inner.code}), {c})"),
        "2": pen.solve(f"Eq(log({inner.code})/log(2), {c})"),
    }
    return _read(pen, "log equation", pen.ask("solve"), f"{left.tex} = {c}", "log", answers)


def log_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at = 10 ** pen.whole(1, 6)
    body = pen.apply("log", pen.x)
    first = f"log({pen.v})"
    answers = {
        "10": plan(f"substitute | {first}/log(10) | {pen.v} | {at}", "simplify | R1"),
        "e": plan(f"substitute | {first} | {pen.v} | {at}"),
        "2": plan(f"substitute | {first}/log(2) | {pen.v} | {at}"),
    }
    ask, tex = rng.choice(((f"Find f({at})", pen.function(body)), (f"Evaluate at {pen.v} = {at}", body.tex)))
    return _read(pen, "log value", ask, tex, "log", answers)


def log_calculus(rng: random.Random) -> Trap:
    pen = Pen(rng)
    body = pen.apply("log", pen.poly(pen.whole(1, 4), pen.whole(0, 3)))
    tool, ask, tex = rng.choice((
        ("differentiate", pen.ask("derivative"), pen.function(body)),
        ("integrate", pen.ask("antiderivative"), pen.integral(body)),
    ))  # fmt: skip
    answers = {
        "10": plan(f"{tool} | {body.code}/log(10) | {pen.v}"),
        "e": plan(f"{tool} | {body.code} | {pen.v}"),
    }
    return _read(pen, "log calculus", ask, tex, "log", answers)


def log_sum(rng: random.Random) -> Trap:
    """Return \\log v + \\log(v - d) = 1, whose roots with base 10 are 10/r and the like."""
    pen = Pen(rng)
    root, other = rng.choice(((10, 1), (5, 2), (20, 5), (50, 2), (25, 4)))
    power = {10: 1, 100: 2}[root * other]
    left = pen.plus(pen.apply("log", pen.x), pen.apply("log", pen.less(root - other)))
    natural = pen.solve(f"Eq({left.code}, {power})")
    based = left.code.replace("))", ")/log(10))")
    answers = {"10": pen.solve(f"Eq({based}, {power})"), "e": natural}
    slips = {"product": pen.solve(f"Eq({pen.v}*({pen.less(root - other).code}), {10**power})")}
    return _read(pen, "log sum", pen.ask("solve"), f"{left.tex} = {power}", "log", answers, slips=slips)


def brackets(rng: random.Random) -> Trap:
    pen = Pen(rng)
    inner = pen.poly(pen.whole(1, 2), rng.choice((0, 0, 1)))
    whole, tenths = pen.whole(-6, 6), rng.choice((3, 4, 6, 7))
    at = f"{whole}.{tenths}"
    value = f"({whole * 10 + (tenths if whole >= 0 else -tenths)}/10)" if whole else f"({tenths}/10)"
    kind = rng.randrange(2)
    tex = f"[{inner.tex}]" if kind == 0 else f"[{inner.tex}] + {pen.v}"
    more = "" if kind == 0 else f" + {pen.v}"
    answers = {
        "floor": plan(f"substitute | floor({inner.code}){more} | {pen.v} | {value}"),
        "group": plan(f"substitute | ({inner.code}){more} | {pen.v} | {value}"),
    }
    ask, text = rng.choice(((f"Find f({at})", f"f({pen.v}) = {tex}"), (f"Evaluate at {pen.v} = {at}", tex)))
    return _read(pen, "square brackets", ask, text, "brackets", answers)


def inverse(rng: random.Random) -> Trap:
    pen = Pen(rng)
    name = rng.choice(("sin", "tan", "cos"))
    inner = pen.poly(pen.whole(1, 3), 0)
    tex = rf"\{name}^{{-1}}{' ' + inner.tex if len(inner.tex) == 1 else pen.paren(inner.tex)}"
    inverse_, reciprocal = f"a{name}({inner.code})", f"1/{name}({inner.code})"
    tool, ask, text = rng.choice((
        ("differentiate", pen.ask("derivative"), f"f({pen.v}) = {tex}"),
        ("integrate", pen.ask("antiderivative"), pen.integral(Typed(tex, ""))),
    ))  # fmt: skip
    answers = {
        "function": plan(f"{tool} | {inverse_} | {pen.v}"),
        "reciprocal": plan(f"{tool} | {reciprocal} | {pen.v}"),
    }
    return _read(pen, "power -1 of a function", ask, text, "inverse", answers)


def dependent(rng: random.Random) -> Trap:
    pen = Pen(rng, "x")
    m, n, a = pen.whole(1, 5), pen.whole(1, 5), pen.whole(1, 9)
    x, y = ("x" if m == 1 else f"x^{m}"), ("y" if n == 1 else f"y^{n}")
    tex, text = f"{'' if a == 1 else a}{x}{y}", f"{a}*x**{m}*y**{n}"
    shown = rf"\frac{{d}}{{dx}}\left({tex}\right)" if rng.random() < 0.5 else rf"\frac{{d}}{{dx}} ({tex} + x)"
    text += " + x" if "+" in shown else ""
    answers: dict[str, Plan | None] = {"constant": plan(f"differentiate | {text} | x"), "function": None}
    slips = {
        "y is x": plan(f"substitute | {text} | y | x", "differentiate | R1 | x"),
        "in y": plan(f"differentiate | {text} | y"),
    }
    return _read(pen, "y in d/dx", "compute", shown, "y", answers, variables=("x", "y"), slips=slips)


def partial(rng: random.Random) -> Trap:
    """Return the same with a round d, which leaves nothing open."""
    pen = Pen(rng, "x")
    m, n = pen.whole(2, 5), pen.whole(2, 5)
    text = f"x**{m}*y**{n} + y"
    wrong = {
        "in y": plan(f"differentiate | {text} | y"),
        "both": plan(f"differentiate | {text} | x", "differentiate | R1 | y"),
    }
    tex = rf"\frac{{\partial}}{{\partial x}}\left(x^{m}y^{n} + y\right)"
    right = plan(f"differentiate | {text} | x")
    return pen.trap("round d", "compute", tex, right, wrong, variables=("x", "y"))


def unnamed(rng: random.Random) -> Trap:
    pen = Pen(rng)
    one, two = rng.choice((("s", "t"), ("p", "q"), ("u", "v"), ("r", "h"), ("m", "n"), ("a", "b")))
    m, n = pen.whole(2, 6), pen.whole(2, 6)
    tex, text = f"{one}^{m}{two}^{n} + {two}", f"{one}**{m}*{two}**{n} + {two}"
    kind = rng.randrange(4)
    if kind == 0:
        ask, steps = rng.choice(("Differentiate", "Find the derivative")), f"differentiate | {text} | {{v}}"
    elif kind == 1:
        ask, steps = rng.choice(("Integrate", "Find the antiderivative")), f"integrate | {text} | {{v}}"
    elif kind == 2:
        ask = rng.choice(("Solve", "solve the equation"))
        tex, steps = f"{m}{one} + {n}{two} = {m * n}", f"solve | Eq({m}*{one} + {n}*{two}, {m * n}) | {{v}}"
    else:
        ask, steps = "Find the second derivative", f"differentiate | {text} | {{v}} ; differentiate | R1 | {{v}}"
    answers = {v: plan(*steps.format(v=v).split(" ; ")) for v in (one, two)}
    order = rng.choice(((one, two), (two, one)))
    return _read(pen, "no variable named", ask, tex, "variable", answers, variables=order)


def overridden(rng: random.Random) -> Trap:
    """Return an equation in x and a letter that is mostly a constant, with that letter as the stated unknown."""
    pen = Pen(rng)
    one, two = rng.choice((("x", "k"), ("x", "a"), ("t", "a"), ("r", "h"), ("x", "c"), ("y", "b")))
    m, n, total = pen.whole(2, 9), pen.whole(2, 9), pen.whole(1, 30)
    if rng.random() < 0.6:
        ask, tex = rng.choice(("Solve", "solve the equation")), f"{m}{one} + {n}{two} = {total}"
        step = f"solve | Eq({m}*{one} + {n}*{two}, {total}) | {{v}}"
    else:
        ask, tex = rng.choice(("Differentiate", "Find the derivative")), f"{one}^{m}{two}^{n} + {two}"
        step = f"differentiate | {one}**{m}*{two}**{n} + {two} | {{v}}"
    made = {v: plan(step.format(v=v)) for v in (one, two)}
    wrong = {"the usual letter": made[one]}
    assume = {"variable": two}
    return pen.trap("variable settled", ask, tex, made[two], wrong, variables=(one, two), assume=assume)


def named(rng: random.Random) -> Trap:
    """Return the same with the variable named in the words or by the function: nothing is open."""
    pen = Pen(rng)
    one, two = rng.choice((("s", "t"), ("p", "q"), ("u", "v"), ("r", "h"), ("a", "b"), ("x", "y")))
    m, n = pen.whole(2, 6), pen.whole(2, 6)
    tex, text = f"{one}^{m}{two}^{n} + {two}", f"{one}**{m}*{two}**{n} + {two}"
    wanted, other = rng.choice(((one, two), (two, one)))
    tool, words = rng.choice((("differentiate", "Differentiate"), ("integrate", "Integrate")))
    wrong = {
        "the other": plan(f"{tool} | {text} | {other}"),
        "both": plan(f"{tool} | {text} | {other}", f"{tool} | R1 | {wanted}"),
    }
    ask = f"{words} with respect to {wanted}"
    right = plan(f"{tool} | {text} | {wanted}")
    return pen.trap("variable named", ask, tex, right, wrong, variables=(one, two))


def one_sided(rng: random.Random) -> Trap:
    pen = Pen(rng)
    at = pen.whole(-9, 9)
    c = pen.whole(1, 9)
    log = rng.random() < 0.5
    inner = pen.less(at)
    body = pen.apply("ln", inner) if log else pen.plus(pen.root(inner), pen.number(c))
    made = plan(f"limit | {body.code} | {pen.v} | {at}")
    answers: dict[str, Plan | None] = {"one-sided": made, "two-sided": None}
    slips = {"made even": plan(f"limit | {body.code.replace(inner.code, f'-Abs({inner.code})')} | {pen.v} | {at}")}
    tex = pen.limit(body, str(at))
    name = "limit where the function has one side"
    return _read(pen, name, pen.ask("limit"), tex, "limit", answers, slips=slips)


def floor_integral(rng: random.Random) -> Trap:
    pen = Pen(rng)
    n = pen.whole(2, 3)
    middle = n - 1
    tex = pen.integral(Typed(f"[{pen.v}]", ""), str(middle - 1), str(n))
    floor = plan(
        f"integrate | {middle - 1} | {pen.v}", f"substitute | R1 | {pen.v} | {middle}",
        f"substitute | R1 | {pen.v} | {middle - 1}", f"integrate | {middle} | {pen.v}",
        f"substitute | R4 | {pen.v} | {n}", f"substitute | R4 | {pen.v} | {middle}", "simplify | R2 - R3 + R5 - R6",
    )  # fmt: skip
    group = plan(*between(pen.v, pen.v, str(middle - 1), str(n)))
    answers = {"group": group, "floor": floor}
    return _read(pen, "integral of brackets", pen.ask("definite"), tex, "brackets", answers)


SHAPES = (
    log_equation, log_value, log_calculus, log_sum, brackets, inverse, dependent, partial, unnamed, overridden, named,
    one_sided, floor_integral,
)  # fmt: skip
