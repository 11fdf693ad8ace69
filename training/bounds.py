"""Integrals between bounds, and limits from one side."""

from __future__ import annotations

from training import objectives as say
from training.author import Author, Sample, call, plan_of
from training.calculus import integrand, limit_expression
from training.notation import Node
from training.points import Point, decorate_point, point
from training.wordings import phrases

NOTED = phrases(
    """evaluate the definite integral|evaluate the definite integral|evaluate the integral|evaluate the integral|
    compute the integral|compute the definite integral|definite integral|integral|integrate|evaluate|evaluate|
    compute|find the value of the integral|find the value of the definite integral|calculate the integral|
    work out the integral|find the exact value of the integral|evaluate exactly|determine the value of the integral|
    what is the integral?|use substitution to evaluate the integral|evaluate using integration by parts|
    integrate by parts|evaluate the following definite integral|find the definite integral|
    calculate the following integral|use the fundamental theorem of calculus to evaluate the integral|
    evaluate using the fundamental theorem of calculus|find the area under the curve|
    find the area given by the integral|by using a suitable substitution, evaluate|hence evaluate|
    show that the integral has an exact value and find it|find|what is the value of this integral?|
    find the exact value|calculate|use the substitution u = {v}^2 to evaluate the integral|work this out exactly"""
)
IMPROPER = phrases(
    """evaluate the improper integral|evaluate the improper integral|improper integral|
    find the value of the integral|does the integral converge? If so, find its value|
    does this integral converge? Evaluate it if so|
    determine whether the integral converges or diverges. If it converges, evaluate it|
    determine whether the improper integral converges and, if so, evaluate it|evaluate the integral if it converges|
    compute the improper integral|does the improper integral converge or diverge?|evaluate the integral|evaluate|
    calculate the improper integral|determine if the integral is convergent, and find its value|integrate|
    decide whether the integral exists and find it|
    find the value of the improper integral or state that it diverges|
    is the integral convergent or divergent? Evaluate it if it is convergent|compute"""
)
SAID = phrases(
    """integrate from {a} to {b}|integrate from {a} to {b}|evaluate the integral from {a} to {b}|
    integral from {a} to {b}|find the definite integral from {a} to {b}|integrate between {a} and {b}|
    find the area under the curve from {v} = {a} to {v} = {b}|area under the curve from {a} to {b}|
    find the area under the graph between {v} = {a} and {v} = {b}|find the integral of f from {a} to {b}|
    definite integral from {v} = {a} to {v} = {b}|integrate the function over the interval [{a}, {b}]|
    find the area between the curve and the {v}-axis from {v} = {a} to {v} = {b}|integrate on [{a}, {b}]|
    evaluate the definite integral between the limits {a} and {b}|integrate with limits {a} and {b}|
    find the exact area under the curve between {v} = {a} and {v} = {b}|compute the integral over [{a}, {b}]|
    find the displacement from {v} = {a} to {v} = {b}, given the velocity|integrate w.r.t. {v} from {a} to {b}|
    find the area of the region under the graph of the function from {a} to {b}|integrate, {a} to {b}|
    calculate the definite integral with lower limit {a} and upper limit {b}|work out the integral from {a} to {b}|
    find the net change from {v} = {a} to {v} = {b} if the rate is given below|the integral over {a} <= {v} <= {b}|
    find the area bounded by the curve, the {v}-axis and the lines {v} = {a} and {v} = {b}|
    find the work done by the force from {v} = {a} to {v} = {b}|integrate over {a} \\le {v} \\le {b}"""
)
TOTAL = phrases(
    """find the total distance travelled from {v} = {a} to {v} = {b}, given the velocity|
    find the total area between the curve and the {v}-axis from {v} = {a} to {v} = {b}|
    find the total distance traveled between {v} = {a} and {v} = {b} by a particle with this velocity|
    total area between the graph and the {v}-axis for {a} <= {v} <= {b}"""
)
"""Their integrand is an absolute value."""
DECIMAL = tuple(
    f"{ask} {to}"
    for ask in ("evaluate the integral", "approximate the integral", "find the integral", "calculate the integral")
    for to in ("correct to {d} significant figures", "to {d} significant figures", "to {d} sig. fig.", "({d} s.f.)")
)
ONE_SIDED = phrases(
    """find the limit|find the limit|evaluate the limit|limit|one-sided limit|find the one-sided limit|evaluate|
    compute|compute the limit|determine the one-sided limit|determine the limit|find the limit, if it exists|
    calculate the one-sided limit|evaluate the one-sided limit|what is the limit?|determine the infinite limit|
    find the limit or state that it does not exist"""
)
FROM = {
    "+": phrases(
        """from the right|from the right|from above|from the positive side|from the right-hand side|
        from the right side"""
    ),
    "-": phrases(
        """from the left|from the left|from below|from the negative side|from the left-hand side|from the left side"""
    ),
}
TOWARDS = phrases(
    """find the limit as {v} approaches {p} {from}|limit as {v} approaches {p} {from}|limit as {v} -> {p} {from}|
    {hand}-hand limit at {p}|find the {hand}-hand limit at {v} = {p}|{hand}-hand limit as {v} approaches {p}|
    find the {hand}-hand limit as {v} tends to {p}|as {v} approaches {p} {from}, find the limit of the function|
    evaluate the limit as {v} tends to {p} {from}|what does f({v}) approach as {v} approaches {p} {from}?|
    determine the {hand} hand limit at {v} = {p}|limit {from} at {v} = {p}|limit as {v} goes to {p} {from}|
    what happens to the function as {v} tends to {p} {from}? Find the limit|{hand} limit at {p}|
    limit as {v} \\to {p}^{s}|limit as {v} -> {p}{s}|find the limit of f as {v} approaches {p} {from}"""
)
BOTH = phrases(
    """find the left-hand and right-hand limits as {v} approaches {p}|
    find the left-hand and right-hand limits at {p}|
    find the limits from the left and from the right as {v} approaches {p}|left and right limits at {v} = {p}|
    evaluate the left-hand limit and the right-hand limit at {v} = {p}|compute both one-sided limits at {v} = {p}"""
)
"""The limit from the left is the first answer."""


def _bounds(author: Author) -> tuple[Point, Point]:
    """Return the bounds, sometimes without end."""
    rng, m, pick = author.rng, author.m, author.rng.random()
    oo = Point(r"\infty", rng.choice(("infinity", "∞", r"\infty", "oo")), "oo")
    minus = Point(r"-\infty", rng.choice(("-infinity", "-∞", r"-\infty", "minus infinity")), "-oo")
    low, high = point(rng, m), point(rng, m)
    if rng.random() < 0.5:
        a = rng.choice((0, 0, 0, 1, 1, 2, -1, -2, rng.randint(-9, 9)))
        low = Point(str(a), str(a), str(a))
        if rng.random() < 0.7:
            b = a + rng.choice((1, 1, 2, 2, 3, 4, rng.randint(1, 20)))
            high = Point(str(b), str(b), str(b))
    if pick < 0.16:
        return low, oo
    return (minus, high) if pick < 0.19 else (minus, oo) if pick < 0.22 else (low, high)


def _integrated(author: Author) -> Node:
    pick = author.rng.random()
    return author.m.simple() if pick < 0.4 else integrand(author.m) if pick < 0.85 else author.m.any()


def _limits_of(author: Author, low: Point, high: Point) -> str:
    """Return the bounds as indices of the sign; plain text says them in words."""
    if author.plain_text:
        return author.rng.choice((f"_{low.py}^{high.py}", f"_({low.py})^({high.py})"))
    parts = [p.tex if len(p.tex) == 1 and author.chance(0.6) else f"{{{p.tex}}}" for p in (low, high)]
    if author.chance(0.15) and parts[0].startswith("{"):
        parts[1] = high.tex if high.tex == r"\infty" else parts[1]
    return f"_{parts[0]}^{parts[1]}"


def definite(author: Author) -> Sample:
    """Integrate between bounds, which the notation or the objective names."""
    rng, x = author.rng, author.variable
    node = _integrated(author)
    low, high = _bounds(author)
    improper = "oo" in low.py + high.py
    noted = author.chance(0.72)
    forms = (IMPROPER if improper and author.chance(0.7) else NOTED) if noted else SAID
    total = not noted and not improper and author.chance(0.1)
    digits = str(rng.randint(2, 6))
    rounded = noted and not improper and author.chance(0.06)
    forms = DECIMAL if rounded else TOTAL if total else forms
    objective = say.finish(rng, rng.choice(forms), v=author.called(), a=low.said, b=high.said, d=digits)
    tex, py = node.tex, node.py
    if noted:
        if node.kind in ("add", "neg") and author.chance(0.6):
            node = author.m.w.paren(node)
            py = node.py
        if node.kind == "frac" and py.startswith("1/") and author.chance(0.4) and not author.plain_text:
            tex = rf"\int{_limits_of(author, low, high)} " + node.tex.replace("{1}", "{d" + author.called() + "}", 1)
        else:
            tex = author.integral_sign(node, bounds=_limits_of(author, low, high))
    else:
        tex = author.equals(tex, 0.5)
    steps = [call("integrate", f"Abs({py})" if total else py, x, low.py, high.py)]
    if rounded:
        steps.append(call("numeric", "R1", digits))
    variables = author.variables(cued=noted or author.told(objective))
    return Sample("definite integral", objective, tex, variables, plan_of(*steps))


def one_sided(author: Author) -> Sample:
    """Take a limit from one side, or from both, one after the other."""
    rng, m, x = author.rng, author.m, author.variable
    node = limit_expression(m)
    if author.chance(0.35):
        node = m.w.frac(m.number(low=1) if author.chance(0.5) else m.linear(), rng.choice((m.linear, m.power))())
    elif author.chance(0.25):
        inner = m.linear()
        node = m.w.frac(m.w.absolute(inner), inner)
    place = Point("0", "0", "0") if author.chance(0.35) else point(rng, m)
    side = rng.choice("+-")
    names = {"p": place.said, "s": side, "hand": {"+": "right", "-": "left"}[side], "from": rng.choice(FROM[side])}
    pick = rng.random()
    if pick < 0.55 and not author.plain_text:
        base = f"({place.tex})" if "^" in place.tex else place.tex
        sided = Point(base + (f"^{side}" if author.chance(0.6) else f"^{{{side}}}"), "", place.py)
        node = author.whole(node)
        tex = decorate_point(author, sided, node.tex)
        objective = say.finish(rng, rng.choice(ONE_SIDED), v=author.called())
        plan = plan_of(call("limit", node.py, x, place.py, side))
    elif pick < 0.95:
        tex = author.equals(node.tex, 0.4)
        text = author.renamed(rng.choice(TOWARDS), tex)
        objective = say.finish(rng, text, v=author.called(), **names)
        plan = plan_of(call("limit", node.py, x, place.py, side))
    else:
        tex = author.equals(node.tex, 0.4)
        objective = say.finish(rng, rng.choice(BOTH), v=author.called(), p=place.said)
        steps = [call("limit", node.py, x, place.py, side) for side in "-+"]
        plan = plan_of(*steps, results=(1, 2))
    return Sample("one-sided limit", objective, tex, author.variables(cued=True), plan)
