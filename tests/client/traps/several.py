"""Several questions: all answered, in the order asked, or not accepted."""

from __future__ import annotations

import random
from collections.abc import Sequence

import sympy
from student_client._plan import Plan

from .writing import Pen, Trap, Typed, code, plan

ORDER = ("R1", "R2")


def _wrong(steps: Sequence[str], answers: Sequence[str]) -> dict[str, Plan]:
    """Return plans with the same steps that name too few answers, or name them twice or in another order."""
    made = {
        "first alone": plan(*steps, final=answers[:1]),
        "last alone": plan(*steps, final=answers[-1:]),
        "order": plan(*steps, final=answers[::-1]),
        "first twice": plan(*steps, final=(answers[0],) * len(answers)),
        "last twice": plan(*steps, final=(answers[-1],) * len(answers)),
        "one too many": plan(*steps, final=(*answers, answers[0])),
    }
    if len(answers) > 2:
        made["one left out"] = plan(*steps, final=answers[:-1])
        made["middle left out"] = plan(*steps, final=(answers[0], answers[-1]))
    return made


def _body(pen: Pen) -> Typed:
    """Return a function whose values at different whole numbers of one sign differ, and whose derivatives do."""
    rng = pen.rng
    kind = rng.randrange(4)
    if kind == 0:
        return pen.poly(pen.whole(1, 4), pen.whole(1, 5), pen.whole(1, 9), pen.whole(-9, 9))
    if kind == 1:
        body = pen.exp(pen.poly(pen.whole(2, 5), 0))
        return pen.plus(body, pen.number(pen.whole(1, 9)))
    if kind == 2:
        return pen.plus(pen.poly(1, 0, 0), pen.over(pen.number(pen.whole(1, 5) * 100), pen.poly(1, 20)))
    return pen.plus(pen.poly(pen.whole(1, 5), 0, 0), pen.apply("ln", pen.poly(1, 10)))


def _number(body: Typed, v: str, at: int, order: int = 0) -> sympy.Expr:
    return sympy.sympify(body.code).diff(v, order).subs(v, at)


def values(rng: random.Random) -> Trap:
    pen = Pen(rng)
    count = rng.choice((2, 2, 3))
    places = rng.sample(range(1, 9), count)
    body = _body(pen)
    ask = {
        2: ("Find f({0}) and f({1})", "Evaluate at {v} = {0} and {v} = {1}", "Evaluate f({0}) and f({1})"),
        3: ("Find f({0}), f({1}) and f({2})", "Evaluate at {v} = {0}, {v} = {1} and {v} = {2}"),
    }[count]
    steps = [f"substitute | {body.code} | {pen.v} | {at}" for at in places]
    answers = [f"R{n + 1}" for n in range(count)]
    objective = rng.choice(ask).format(*places, v=pen.v)
    right = plan(*steps, final=answers)
    return pen.trap(f"{count} values", objective, pen.function(body), right, _wrong(steps, answers))


def derivatives(rng: random.Random) -> Trap:
    pen = Pen(rng)
    body = _body(pen)
    third = rng.random() < 0.3
    steps = [f"differentiate | {body.code} | {pen.v}", f"differentiate | R1 | {pen.v}"]
    answers = ["R1", "R2"]
    objective = rng.choice((f"Find f'({pen.v}) and f''({pen.v})", "Find the first and second derivatives"))
    if third:
        steps.append(f"differentiate | R2 | {pen.v}")
        answers.append("R3")
        objective = "Find the first three derivatives"
    wrong = _wrong(steps, answers)
    wrong["one too far"] = plan(
        *steps, f"differentiate | R{len(steps)} | {pen.v}", final=[*answers[1:], f"R{len(steps) + 1}"]
    )
    return pen.trap("derivatives", objective, pen.function(body), plan(*steps, final=answers), wrong)


def derivative_and_value(rng: random.Random) -> Trap:
    pen = Pen(rng)
    body, at = _body(pen), pen.whole(1, 6)
    kind = rng.randrange(3)
    first = f"differentiate | {body.code} | {pen.v}"
    if kind == 0:
        steps, answers = [first, f"substitute | R1 | {pen.v} | {at}"], ["R1", "R2"]
        objective = f"Find f'({pen.v}) and f'({at})"
    elif kind == 1:
        steps = [f"substitute | {body.code} | {pen.v} | {at}", first, f"substitute | R2 | {pen.v} | {at}"]
        answers, objective = ["R1", "R3"], f"Find f({at}) and f'({at})"
        if _number(body, pen.v, at) == _number(body, pen.v, at, 1):
            return derivative_and_value(rng)
    else:
        other = at + pen.whole(1, 4)
        steps = [first, f"substitute | R1 | {pen.v} | {at}", f"substitute | R1 | {pen.v} | {other}"]
        answers, objective = ["R2", "R3"], f"Find f'({at}) and f'({other})"
    right = plan(*steps, final=answers)
    return pen.trap("derivative and value", objective, pen.function(body), right, _wrong(steps, answers))


def partials(rng: random.Random) -> Trap:
    pen = Pen(rng)
    one, two = rng.choice((("x", "y"), ("x", "y"), ("u", "v"), ("s", "t")))
    m, n = rng.sample(range(2, 7), 2)
    a, b = pen.whole(2, 9), pen.whole(2, 9)
    tex = f"{a}{one}^{m}{two}^{n} + {b}{two}^2 - {one}"
    text = f"{a}*{one}**{m}*{two}**{n} + {b}*{two}**2 - {one}"
    steps = [f"differentiate | {text} | {one}", f"differentiate | {text} | {two}"]
    answers = ["R1", "R2"]
    objective = rng.choice((
        f"Find the partial derivatives with respect to {one} and {two}",
        f"Find f_{one} and f_{two}",
        f"Find the partial derivatives f_{one} and f_{two}",
        rf"Find \frac{{\partial f}}{{\partial {one}}} and \frac{{\partial f}}{{\partial {two}}}",
    ))  # fmt: skip
    wrong = _wrong(steps, answers)
    wrong["mixed"] = plan(steps[0], f"differentiate | R1 | {two}")
    right = plan(*steps, final=answers)
    return pen.trap("partial derivatives", objective, f"f({one}, {two}) = {tex}", right, wrong, variables=(one, two))


def repeated(rng: random.Random) -> Trap:
    """Return a mixed second derivative: one answer in two steps."""
    pen = Pen(rng)
    m, n, a = pen.whole(2, 6), pen.whole(2, 6), pen.whole(2, 9)
    m += m == n
    tex, text = f"{a}x^{m}y^{n} + x^2 + y^3", f"{a}*x**{m}*y**{n} + x**2 + y**3"
    first = f"differentiate | {text} | x"
    wrong = {
        "first alone": plan(first),
        "twice the first": plan(first, "differentiate | R1 | x"),
        "twice the second": plan(f"differentiate | {text} | y", "differentiate | R1 | y"),
        "the second alone": plan(f"differentiate | {text} | y"),
    }
    objective = rng.choice(("Find f_{xy}", "Find the mixed partial derivative f_{xy}",
                            "Differentiate with respect to x, then with respect to y"))  # fmt: skip
    right = plan(first, "differentiate | R1 | y")
    return pen.trap("mixed derivative", objective, f"f(x, y) = {tex}", right, wrong, variables=("x", "y"))


def limits(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, c = pen.whole(1, 9), pen.whole(1, 9), pen.whole(1, 9)
    body = pen.plus(pen.exp(pen.poly(-1, 0)), pen.over(pen.poly(a, b), pen.poly(1, b + c)))
    at = pen.whole(1, 5)
    steps = [f"limit | {body.code} | {pen.v} | {at}", f"limit | {body.code} | {pen.v} | oo"]
    objective = f"Find the limits as {pen.v} approaches {at} and as {pen.v} approaches infinity"
    right = plan(*steps, final=ORDER)
    return pen.trap("limits", objective, body.tex, right, _wrong(steps, ORDER))


def factor_and_solve(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b = rng.sample([n for n in range(-9, 10) if n], 2)
    body = pen.poly(1, -a - b, a * b)
    steps = [f"factor | {body.code}", f"solve | {body.code} | {pen.v}"]
    objective = "Factor the polynomial and find its roots"
    wrong = {name: made for name, made in _wrong(steps, ORDER).items() if "too many" not in name}
    right = plan(*steps, final=ORDER)
    return pen.trap("factor and solve", objective, body.tex, right, wrong)


def two_unknowns(rng: random.Random) -> Trap:
    pen = Pen(rng)
    a, b, c = pen.whole(2, 9), pen.whole(2, 9), pen.whole(1, 30)
    b += a == b
    text = f"Eq({a}*x + {b}*y, {c})"
    steps = [f"solve | {text} | x", f"solve | {text} | y"]
    wrong = _wrong(steps, ORDER)
    right = plan(*steps, final=ORDER)
    ask = "Solve for x and for y"
    return pen.trap("two unknowns", ask, f"{a}x + {b}y = {c}", right, wrong, variables=("x", "y"))


def motion(rng: random.Random) -> Trap:
    pen = Pen(rng, "t")
    p, q, r = pen.whole(1, 5), pen.whole(-9, 9), pen.whole(1, 9)
    body = pen.poly(p, q, r, 0)
    steps = [f"differentiate | {body.code} | t", "differentiate | R1 | t"]
    right = plan(*steps, final=ORDER)
    objective = "Find the velocity and the acceleration"
    wrong = _wrong(steps, ORDER)
    at = pen.whole(1, 5)
    if rng.random() < 0.4:
        objective = f"Find the velocity and the acceleration at t = {at}"
        steps += [f"substitute | R{n} | t | {at}" for n in (1, 2)]
        same = 3 * p * at * at + 2 * q * at + r == 6 * p * at + 2 * q
        wrong = {} if same else _wrong(steps, ("R3", "R4"))
        right = plan(*steps, final=("R3", "R4"))
    return pen.trap("motion", objective, pen.function(body, "s"), right, wrong)


def signs(rng: random.Random) -> Trap:
    """Return f(a) and f(-a) of a function that is neither even nor odd."""
    pen = Pen(rng)
    a = pen.whole(1, 9)
    body = pen.poly(pen.whole(1, 5), pen.whole(1, 9), pen.whole(1, 9), pen.whole(1, 9))
    steps = [f"substitute | {body.code} | {pen.v} | {at}" for at in (code(a), code(-a))]
    wrong = _wrong(steps, ORDER)
    wrong["sign lost"] = plan(steps[0], steps[0], final=ORDER)
    right = plan(*steps, final=ORDER)
    return pen.trap("both signs", f"Find f({a}) and f({-a})", pen.function(body), right, wrong)


SHAPES = (
    values, derivatives, derivative_and_value, partials, repeated, limits, factor_and_solve, two_unknowns, motion,
    signs,
)  # fmt: skip
