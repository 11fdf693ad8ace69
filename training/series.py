"""Taylor polynomials, tangents and normals."""

from __future__ import annotations

import re

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.points import point
from training.wordings import phrases

TAYLOR = phrases(
    """find the Taylor polynomial of degree {d} at {v} = {p}|
    find the Taylor polynomial of degree {d} centered at {v} = {p}|
    find the {o}-degree Taylor polynomial at {v} = {p}|Taylor polynomial of degree {d} about {v} = {p}|
    find the degree {d} Taylor polynomial for f centered at {p}|
    expand in a Taylor series about {v} = {p} up to degree {d}|
    find the Taylor polynomial of order {d} around {v} = {p}|write the {o} degree Taylor polynomial centered at {p}|
    Taylor expansion around {v} = {p} up to order {d}|
    find the Taylor series about {v} = {p} up to the term of degree {d}|find T_{d}({v}) for the function at a = {p}|
    find the Taylor polynomial of degree {d} for f about a = {p}|
    approximate the function near {v} = {p} by a polynomial of degree {d}|Taylor polynomial, degree {d}, center {p}|
    compute the {o} Taylor polynomial at {v} = {p}|determine the Taylor polynomial of degree {d} with center {p}|
    find the Taylor series of the function at {v} = {p}, up to and including the term in ({v} - {p})^{d}"""
)
MACLAURIN = phrases(
    """find the Maclaurin polynomial of degree {d}|find the {o}-degree Maclaurin polynomial|
    Maclaurin polynomial of degree {d}|find the Maclaurin series up to the term in {v}^{d}|
    expand in ascending powers of {v} up to and including the term in {v}^{d}|Maclaurin expansion to order {d}|
    expand as a series in ascending powers of {v}, up to the term in {v}^{d}|Maclaurin series up to {v}^{d}|
    find the Maclaurin series as far as the term in {v}^{d}|
    use the binomial theorem to expand up to the term in {v}^{d}|
    find the first terms of the Maclaurin series, up to {v}^{d}|find the Taylor polynomial of degree {d} at 0|
    find the {o}-degree Taylor polynomial about {v} = 0|obtain the Maclaurin series up to and including {v}^{d}|
    find the Taylor series about 0 up to order {d}|power series expansion up to {v}^{d}|series up to {v}^{d}|
    find the binomial expansion in ascending powers of {v}, up to and including the {v}^{d} term|
    write the Maclaurin polynomial of order {d} for f|find the Taylor polynomial of degree {d} centered at {v} = 0|
    expand in a Maclaurin series up to terms in {v}^{d}|series expansion at 0 to order {d}|
    find the series expansion to {v}^{d}|find the {o} degree Maclaurin polynomial for the function|
    expand as a power series to degree {d}"""
)
NONZERO = phrases(
    """find the first {n} nonzero terms of the Maclaurin series|
    find the first {n} non-zero terms of the Maclaurin series|
    find the first {n} nonzero terms of the Taylor series about {v} = 0|
    first {n} nonzero terms of the Maclaurin series|find the first {n} nonzero terms in the Maclaurin series for f|
    write the first {n} nonzero terms of the power series|find the first {n} terms of the Maclaurin series|
    give the first {n} nonzero terms of the Taylor series at 0|
    find the first {n} terms in the expansion in ascending powers of {v}|expand up to the first {n} nonzero terms"""
)
SERIES_OF: dict[str, tuple[int, int]] = {
    "sin": (1, 2),
    "cos": (0, 2),
    "exp": (0, 1),
    "atan": (1, 2),
    "sinh": (1, 2),
    "cosh": (0, 2),
}
"""The degree of the first term of a function's series, and the distance of the next."""
TANGENT = phrases(
    """find the equation of the tangent line at {v} = {p}|find the tangent line at {v} = {p}|
    tangent line at {v} = {p}|find the equation of the tangent to the curve at {v} = {p}|
    find the equation of the tangent at the point where {v} = {p}|
    find an equation of the tangent line to the curve at {v} = {p}|equation of the tangent at {v} = {p}|
    find the equation of the line tangent to the graph of f at {v} = {p}|find the linearization at {v} = {p}|
    find the linear approximation at {v} = {p}|find the linearization of f at a = {p}|
    linear approximation near {v} = {p}|find the linearization L({v}) of the function at a = {p}|
    write the equation of the tangent to the graph at {v} = {p}|find the tangent line approximation at {v} = {p}|
    determine the tangent to the curve when {v} = {p}|write down the equation of the tangent at {v} = {p}|
    find the linear approximation of f near {v} = {p}|what is the equation of the tangent line at {v} = {p}?|
    find the equation of the tangent line where {v} = {p}|find the local linear approximation of f at {v} = {p}|
    find the tangent to the curve at the point where {v} = {p}"""
)
NORMAL = phrases(
    """find the equation of the normal at {v} = {p}|find the equation of the normal to the curve at {v} = {p}|
    find the normal line at {v} = {p}|find the equation of the normal line at {v} = {p}|normal line at {v} = {p}|
    find the equation of the normal to the curve at the point where {v} = {p}|equation of the normal at {v} = {p}|
    determine the normal to the graph at {v} = {p}|find an equation of the normal line to the curve when {v} = {p}"""
)
WORDS = ("zero", "one", "two", "three", "four", "five", "six")
ORDINAL = ("", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th")
SPELLED = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _degree(author: Author, text: str, **names: str) -> tuple[str, str]:
    """Return an objective that names a degree, and the degree."""
    rng, d = author.rng, author.rng.choice((2, 2, 3, 3, 3, 4, 4, 5, 6, 1, 7, 8))
    ordinal = (ORDINAL if author.chance(0.4) else SPELLED)[d]
    return say.finish(rng, text, v=author.variable, d=str(d), o=ordinal, **names), str(d)


def taylor(author: Author) -> Sample:
    """Find a Taylor polynomial, or a tangent, which is the one of degree 1."""
    rng, m, x = author.rng, author.m, author.variable
    node = m.simple() if author.chance(0.5) else m.function(0) if author.chance(0.4) else m.any()
    if author.chance(0.25):
        linear = m.w.add([("+", m.w.num(1)), (m.sign(), m.x if author.chance(0.6) else m.w.mul(m.number(), m.x))])
        choices = (
            lambda: m.w.root(linear),
            lambda: m.w.frac(m.w.num(1), linear),
            lambda: m.w.func("log", linear),
            lambda: m.w.power(m.w.paren(linear), m.w.neg(m.w.num(rng.randint(1, 4)))),
            lambda: m.w.power(m.w.paren(linear), m.w.frac(m.w.num(1), m.w.num(rng.choice((2, 3))), slash=True)),
            lambda: m.w.power(m.w.paren(linear), m.w.num(rng.randint(4, 12))),
        )
        node = rng.choice(choices)()
    place = point(rng, m)
    pick = rng.random()
    tex = author.equals(node.tex, 0.6)
    if pick < 0.4:
        objective, degree = _degree(author, author.renamed(rng.choice(MACLAURIN), tex))
        plan = plan_of(call("taylor", node.py, x, "0", degree))
    elif pick < 0.66:
        objective, degree = _degree(author, author.renamed(rng.choice(TAYLOR), tex), p=place.said)
        plan = plan_of(call("taylor", node.py, x, place.py, degree))
    elif pick < 0.92:
        objective = say.finish(rng, author.renamed(rng.choice(TANGENT), tex), v=x, p=place.said)
        plan = plan_of(call("taylor", node.py, x, place.py, "1"))
    else:
        objective = say.finish(rng, rng.choice(NORMAL), v=x, p=place.said)
        at = place.py if re.fullmatch(r"[\w.]+", place.py) else f"({place.py})"
        steps = (call("differentiate", node.py, x), call("substitute", "R1", x, place.py))
        plan = plan_of(*steps, call("substitute", node.py, x, place.py), call("expand", f"R3 - ({x} - {at})/R2"))
    kind = "tangent" if pick >= 0.66 else "taylor"
    return Sample(kind, objective, tex, author.variables(cued=author.told(objective)), plan)


def nonzero(author: Author) -> Sample:
    """Find some terms of a function's power series that are not zero."""
    rng, m, x = author.rng, author.m, author.variable
    name, count = rng.choice([*SERIES_OF, "sin", "cos", "exp", "log", "1/"]), rng.choice((2, 3, 3, 4, 4))
    argument, each = rng.choice(
        ((m.x, 1), (m.x, 1), (m.w.mul(m.w.num(rng.randint(2, 5)), m.x), 1), (m.w.power(m.x, m.w.num(2)), 2))
    )
    linear = m.w.add([("+", m.w.num(1)), ("+" if name == "log" else m.sign(), argument)])
    if name in ("log", "1/"):
        node = m.w.func("log", linear) if name == "log" else m.w.frac(m.w.num(1), linear)
        first, gap = (1 if name == "log" else 0), 1
    else:
        node = m.w.exp(argument) if name == "exp" else m.w.func(name, argument)
        first, gap = SERIES_OF[name]
    degree, before = (first + gap * (count - 1)) * each, 0
    if author.chance(0.25):
        before = rng.choice((1, 1, 2))
        node = m.w.mul(m.x if before == 1 else m.w.power(m.x, m.w.num(before)), node)
    tex = author.equals(node.tex, 0.7)
    words = str(count) if author.chance(0.2) else WORDS[count]
    objective = say.finish(rng, author.renamed(rng.choice(NONZERO), tex), v=x, n=words)
    plan = plan_of(call("taylor", node.py, x, "0", str(degree + before)))
    return Sample("taylor", objective, tex, author.variables(cued=author.told(objective)), plan)
