"""Equations whose solutions lie in an interval or a set of numbers, and inequalities."""

from __future__ import annotations

from dataclasses import dataclass

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.equations import equation, trigonometric
from training.families import factorable
from training.wordings import phrases, tails

SIGNS = {
    "<": ("<", "<", "<", r"\lt"),
    ">": (">", ">", ">", r"\gt"),
    "<=": (r"\le", r"\leq", r"\le", r"\leq", r"\leqslant", "<=", "≤"),
    ">=": (r"\ge", r"\geq", r"\ge", r"\geq", r"\geqslant", ">=", "≥"),
}
WITHIN = phrases(
    """solve the equation{in}|solve the equation{in}|solve{in}|solve{in}|find all solutions{in}|
    find all solutions{in}|find all solutions of the equation{in}|solve for {v}{in}|find the exact solutions{in}|
    solutions{in}|roots{in}|find the zeros of the function{in}|determine all solutions{in}|
    find all values of {v}{in}|find all {v}{in}|give all solutions{in}|solve the trigonometric equation{in}|
    find the solutions of the equation{in}|find all the solutions that lie{in}|solve the following equation{in}|
    find every solution{in}|find {v}{in}"""
)
IN = tails(
    """in the interval {d}| on the interval {d}| in {d}| on {d}| for {r}| for {r}| where {r}|, {r}|, where {r}|
     with {r}|in the range {r}| in the interval {r}| over the interval {d}| over {d}| given that {r}| if {r}|
    , for {r}|. Assume {r}| subject to {r}| for values of {v} with {r}| in the domain {r}| such that {r}|
     that satisfy {r}"""
)
"""How an interval is named: {d} as an interval, {r} as inequalities."""
GIVEN = phrases(
    """given that {r}, solve the equation|given {r}, solve for {v}|for {r}, solve the equation|
    let {r}. Solve the equation|if {r}, find all solutions|given that {r}, find {v}|
    {v} lies in {d}. Solve the equation|assume {r} and solve"""
)
REAL = phrases(
    """find all real solutions|find all real solutions|find all real solutions of the equation|
    solve over the real numbers|solve over the reals|find the real solutions|real solutions|real roots|
    find the real roots|find all real roots|find all real zeros|solve for real {v}|find all real values of {v}|
    find all real numbers {v} that satisfy the equation|solve the equation for real {v}|
    determine the real zeros of the function|solve in the set of real numbers|find the real zeros|
    what are the real solutions?|find every real solution|solve for {v}, where {v} is real|solve in R|
    solve for {v} in \\mathbb{{R}}|the real number {v} satisfies the equation. Find {v}"""
)
COMPLEX = phrases(
    """find all complex solutions|find all complex solutions of the equation|solve over the complex numbers|
    solve over C|find all complex roots|complex solutions|complex roots|find the complex zeros|
    find all complex zeros|find all real and complex solutions|find all solutions, real and complex|
    solve in the set of complex numbers|find all complex numbers {v} that satisfy the equation|
    solve for complex {v}|find the non-real solutions, too|find all zeros, real or complex|
    solve the equation in the complex numbers|real and complex roots|solve for {v} in \\mathbb{{C}}|
    determine all complex zeros of the polynomial"""
)
INEQUALITY = phrases(
    """solve the inequality|solve the inequality|solve the inequality|solve|solve|solve for {v}|
    solve the inequality for {v}|find the solution set|find the solution set of the inequality|inequality|
    for what values of {v} is this true?|for which values of {v} does the inequality hold?|
    find all values of {v} that satisfy the inequality|solve the following inequality|find the set of values of {v}|
    find the range of values of {v}|find the set of values of {v} for which this holds|
    solve and write the answer in interval notation|
    solve the inequality and write the solution in interval notation|solve the quadratic inequality|
    solve the rational inequality|solve the linear inequality|solve the absolute value inequality|
    solve the compound inequality|solve the polynomial inequality|
    solve. Write the solution set in interval notation|determine the values of {v} for which the inequality is true|
    when is this true?|find all {v} such that this holds|find all real numbers {v} satisfying the inequality|
    solve this inequality|solutions of the inequality|solve the inequality algebraically|
    solve the inequality and graph the solution|which {v} satisfy this?|solve the exponential inequality|
    solve the logarithmic inequality|solve for {v} and give the answer as an interval"""
)
DOMAIN = phrases(
    """find the domain|find the domain of the function|find the domain of f|state the domain of the function|
    what is the domain of the function?|domain|determine the domain|
    find the domain and write it in interval notation|what is the domain of f?|give the largest possible domain|
    find the natural domain of the function|find the maximal domain|for which {v} is the function defined?|
    write the domain in interval notation|find the values of {v} for which the function is defined|
    for what values of {v} is the expression defined?"""
)
MONOTONE = {
    (1, ">"): phrases(
        """find the intervals on which the function is increasing|where is the function increasing?|
        find the intervals on which f is increasing|on what intervals is f increasing?|find where f is increasing|
        determine the intervals of increase|for which values of {v} is the function increasing?|
        intervals of increase|find the set of values of {v} for which the function is increasing|
        where does the graph rise?|determine where the function is strictly increasing|
        for what values of {v} is f an increasing function?"""
    ),
    (1, "<"): phrases(
        """find the intervals on which the function is decreasing|where is the function decreasing?|
        find the intervals on which f is decreasing|on what intervals is f decreasing?|find where f is decreasing|
        determine the intervals of decrease|for which values of {v} is the function decreasing?|
        intervals of decrease|find the set of values of {v} for which the function is decreasing|
        determine where the function is strictly decreasing|for what values of {v} is f a decreasing function?"""
    ),
    (2, ">"): phrases(
        """find the intervals on which the graph is concave up|where is the function concave up?|where is f convex?|
        determine the intervals on which the function is concave upward|on which intervals is f concave upward?|
        find where the graph of f is concave up|for which {v} is the curve concave up?|intervals of upward concavity"""
    ),
    (2, "<"): phrases(
        """find the intervals on which the graph is concave down|where is the function concave down?|
        determine the intervals on which the function is concave downward|on which intervals is f concave downward?|
        find where the graph of f is concave down|for which {v} is the curve concave down?"""
    ),
}
"""Signs of a derivative: its order, and the sign."""


@dataclass(frozen=True)
class Domain:
    """An interval: as one, as inequalities, and as the plan has it."""

    interval: str
    inequality: str
    py: str


def interval(author: Author, *, circle: bool) -> Domain:
    """Return an interval, between angles or numbers, or without end."""
    rng, name, tex = author.rng, author.called(), author.chance(0.6)
    pi = r"\pi" if tex else rng.choice(("pi", "π", "π"))
    le = rng.choice(SIGNS["<="][:4] if tex else ("<=", "≤", "≤"))
    if circle:
        low, high = rng.choice(
            (("0", "2pi"),) * 6 + (("0", "pi"),) * 2 + (("-pi", "pi"), ("0", "pi/2"), ("-pi/2", "pi/2"), ("0", "4pi"))
        )
        open_low, open_high = rng.choice(((False, True), (False, True), (False, False), (False, False), (True, True)))
    else:
        a = rng.choice((0, 0, 0, 1, -1, -2, rng.randint(-10, 10)))
        low, high = str(a), str(a + rng.choice((1, 2, 3, 4, 5, 10, rng.randint(1, 20))))
        open_low, open_high = rng.choice(((False, False), (False, False), (True, True), (False, True), (True, False)))
        if author.chance(0.4):
            over, zero = author.chance(0.85), rng.choice(("0", "0", "0", "0", low))
            strict = author.chance(0.7)
            sign = (
                (">" if over else "<")
                if strict
                else rng.choice(SIGNS[">=" if over else "<="][:4] if tex else ("≥", ">=") if over else ("≤", "<="))
            )
            open_end, oo = "(" if strict else "[", rng.choice((r"\infty", "∞", "infinity"))
            close_end = ")" if strict else "]"
            shown = f"{open_end}{zero}, {oo})" if over else f"(-{oo}, {zero}{close_end}"
            return Domain(
                shown, f"{name} {sign} {zero}", f"{open_end}{zero}, oo)" if over else f"(-oo, {zero}{close_end}"
            )
    ends = [_angle(end, pi) for end in (low, high)]
    left, right = "(" if open_low else "[", ")" if open_high else "]"
    first, second = "<" if open_low else le, "<" if open_high else le
    gap = " " if author.chance(0.85) else ""
    first, second = (f" {sign} " if gap or "\\" in sign else sign for sign in (first, second))
    plan = [end.replace("2pi", "2*pi").replace("4pi", "4*pi") for end in (low, high)]
    return Domain(
        f"{left}{ends[0]},{gap}{ends[1]}{right}",
        f"{ends[0]}{first}{name}{second}{ends[1]}",
        f"{left}{plan[0]}, {plan[1]}{right}",
    )


def _angle(end: str, pi: str) -> str:
    """Return a bound with pi as written."""
    if end.endswith("/2") and pi == r"\pi":
        return end.replace("pi/2", r"\frac{\pi}{2}")
    return end.replace("pi", pi)


def within(author: Author) -> Sample:
    """Solve an equation in an interval, or among the real or complex numbers."""
    rng, m, x = author.rng, author.m, author.variable
    pick = rng.random()
    circle = pick < 0.45
    left, right = trigonometric(m) if circle else equation(m) if author.chance(0.7) else (factorable(m), m.w.num(0))
    gap = " " if author.chance(0.8) else ""
    tex, py = f"{left.tex}{gap}={gap}{right.tex}", f"Eq({left.py},{right.py})"
    if right.tex == "0" and author.chance(0.3):
        tex, py = author.equals(left.tex, 0.7), left.py
    if pick < 0.75:
        where = interval(author, circle=circle)
        noted = author.chance(0.25)
        if noted:
            said = rng.choice((where.inequality, where.inequality, f"{author.called()} \\in {where.interval}"))
            tex += rng.choice((", ", ", ", r", \quad ", r",\ ", r"\quad ", r" \text{ for } ", r", \; ")) + said
            text = (
                rng.choice(WITHIN).replace("{in}", "")
                if author.chance(0.8)
                else "solve the equation in the given interval"
            )
        else:
            text = rng.choice(GIVEN) if author.chance(0.15) else rng.choice(WITHIN).replace("{in}", rng.choice(IN))
        domain = where.py
        objective = say.finish(rng, text, v=author.called(), d=where.interval, r=where.inequality)
    else:
        domain = "real" if pick < 0.9 else "complex"
        objective = say.finish(rng, rng.choice(REAL if domain == "real" else COMPLEX), v=author.called())
    variables = author.variables(cued=author.told(objective))
    return Sample("solve in a domain", objective, tex, variables, plan_of(call("solve", py, x, domain)))


def _compared(author: Author) -> tuple[str, str]:
    """Return an inequality: as written, and as SymPy text."""
    rng, m, w = author.rng, author.m, author.m.w
    sign = rng.choice(("<", ">", "<=", ">="))
    signs = SIGNS[sign] if not author.plain_text else (sign, sign, {"<=": "≤", ">=": "≥"}.get(sign, sign))
    gap = " " if author.chance(0.85) or author.plain_text else ""
    shown = rng.choice(signs)
    shown = f" {shown} " if gap or "\\" in shown else shown
    pick = rng.random()
    if pick < 0.14:
        low, high = sorted(rng.sample(range(-12, 25), 2)) if author.chance(0.7) else sorted(rng.sample(range(0, 99), 2))
        if author.chance(0.85):
            sign = rng.choice(("<", "<="))
        else:
            low, high = high, low
        ends = [m.w.neg(m.w.num(-end)) if end < 0 else m.w.num(end) for end in (low, high)]
        middle = rng.choice((m.linear, m.linear, m.linear, m.polynomial, lambda: w.absolute(m.linear())))()
        between = [ends[0], middle, ends[1]]
        signs = SIGNS[sign] if not author.plain_text else (sign,)
        second = sign if author.chance(0.6) else {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}[sign]
        other = rng.choice(SIGNS[second] if not author.plain_text else (second,))
        first = rng.choice(signs)
        first, other = (f" {s} " if gap or "\\" in s else s for s in (first, other))
        return (
            f"{ends[0].tex}{first}{between[1].tex}{other}{between[2].tex}",
            f"{ends[0].py}{sign}{between[1].py}{second}{between[2].py}",
        )
    zero = w.num(0)
    if pick < 0.3:
        left, right = m.linear(), m.number() if author.chance(0.6) else m.linear()
    elif pick < 0.52:
        left, right = (
            factorable(m) if author.chance(0.7) else m.polynomial(3),
            zero if author.chance(0.7) else m.number(),
        )
    elif pick < 0.64:
        left, right = w.absolute(m.linear()), m.number() if author.chance(0.9) else m.linear()
    elif pick < 0.82:
        top = rng.choice((m.linear, m.linear, m.number, lambda: factorable(m)))()
        left = w.frac(top, rng.choice((m.linear, m.linear, lambda: m.x, lambda: factorable(m)))())
        right = zero if author.chance(0.6) else m.number()
    elif pick < 0.9:
        factors = [w.paren(m.linear()) for _ in range(rng.choice((2, 2, 3)))]
        left, right = w.mul(*factors), zero
    else:
        left, right = rng.choice((m.function, m.radical, lambda: w.power(m.number(), m.x), m.any))(), m.number(low=1)
    return f"{left.tex}{shown}{right.tex}", f"{left.py}{sign}{right.py}"


def inequality(author: Author) -> Sample:
    """Solve an inequality, sometimes in an interval, or find a function's domain."""
    rng, m, x = author.rng, author.m, author.variable
    if author.chance(0.85):
        author.constants = m.constants = ()
    pick = rng.random()
    if pick < 0.14:
        inner = rng.choice((m.linear, m.linear, lambda: factorable(m), m.linear))()
        root = author.chance(0.65)
        outer = m.w.root(inner) if root else m.w.func("log", inner)
        if author.chance(0.25):
            outer = rng.choice(
                (lambda: m.w.mul(m.number(), outer), lambda: m.w.add([("+", outer), ("+", m.number())]))
            )()
        tex = author.equals(outer.tex, 0.8)
        objective = say.finish(rng, author.renamed(rng.choice(DOMAIN), tex), v=author.called())
        plan = plan_of(call("solve_inequality", f"{inner.py}{'>=' if root else '>'}0", x))
        return Sample("domain", objective, tex, author.variables(cued=False), plan)
    tex, py = _compared(author)
    if pick < 0.26:
        where = interval(author, circle="sin" in py or "cos" in py)
        text = rng.choice(INEQUALITY).rstrip("?.") if author.chance(0.3) else "solve the inequality"
        objective = say.finish(rng, text + rng.choice(IN), v=author.called(), d=where.interval, r=where.inequality)
        plan = plan_of(call("solve_inequality", py, x, where.py))
    else:
        objective = say.finish(rng, rng.choice(INEQUALITY), v=author.called())
        plan = plan_of(call("solve_inequality", py, x))
    return Sample("inequality", objective, tex, author.variables(cued=author.told(objective)), plan)


def monotone(author: Author) -> Sample:
    """Find where a function increases, decreases, or is concave."""
    rng, x = author.rng, author.variable
    node = author.m.polynomial() if author.chance(0.5) else author.m.any()
    order, sign = rng.choice(((1, ">"), (1, ">"), (1, "<"), (1, "<"), (2, ">"), (2, "<")))
    tex = author.equals(node.tex, 0.75)
    objective = say.finish(rng, author.renamed(rng.choice(MONOTONE[order, sign]), tex), v=author.called())
    steps = [call("differentiate", node.py, x)]
    steps += [call("differentiate", "R1", x)] if order == 2 else []
    steps.append(call("solve_inequality", f"R{order} {sign} 0", x))
    return Sample("increasing", objective, tex, author.variables(cued=False), plan_of(*steps))
