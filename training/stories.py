"""Equations, systems and inequalities in sentences, and what a graph encloses."""

from __future__ import annotations

from dataclasses import replace

from training.author import Author, Sample, call, plan_of
from training.equations import equation
from training.expressions import Maker
from training.factors import greek
from training.families import factorable, integer_polynomial
from training.systems import system
from training.wordings import phrases

EQUATION = phrases(
    """How do you solve {E}?|How do I solve {E}?|I need to solve {E}.|Solve the equation {E}.|
    Given that {E}, find {v}.|Find the value of {v} if {E}.|What is {v} if {E}?|Can anybody solve this for {v}?|
    Find {v} such that {E}.|Find all values of {v} for which {E}.|If {E}, what is the value of {v}?|
    Find {v} when {E}.|Solve {E}.|Solve {E} for {v}.|I have to solve this equation and I don't know how to start.|
    Help me solve {E}, please.|Find the solutions of {E}.|A number {v} satisfies the equation below. Find it.|
    The equation below gives the width {v} of a rectangle. Find the width.|
    The length of a rectangle is {n} cm more than its width {v}. Its area leads to the equation below. Find the width.|
    After how many hours {v} does this hold? Solve the equation.|The product of two numbers is given. Find {v}.|
    The age {v} of a boy satisfies the equation. How old is he?|When will this be true? Solve for {v}.|
    A ticket costs {v} pounds, and the equation below holds. Find {v}.|Work out {v} from the equation below."""
)
SYSTEM = phrases(
    """The sum of two numbers is {n} and their difference is {m}. What are the numbers?|Find the two numbers.|
    In a shop {n} pens and {m} books cost the amounts below. Solve the equations.|
    Tickets for adults and children were sold. Find {u}.|
    {n} teas and {m} coffees cost as the equations say. Solve them for {u}.|
    Two numbers satisfy the equations below. Find them.|Find {u}.|Find the values of {u}.|Solve for {u}.|
    The price of an apple and of a pear satisfy the equations. Find both prices.|
    Find all pairs that satisfy both equations.|At what point do the two lines meet?|Where do the graphs intersect?|
    Find the coordinates of the point where the lines cross.|Find the points of intersection of the two graphs."""
)
MEETING = phrases(
    """Find the {v}-coordinates of the points of intersection of the curve y = {L} and the line y = {R}.|
    Find the {v}-coordinates of the points where the curve y = {L} meets the line y = {R}.|
    At which {v} do the graphs of y = {L} and y = {R} intersect?|
    Where do the curves y = {L} and y = {R} meet? Find {v}.|
    Find the values of {v} for which y = {L} and y = {R} are equal."""
)
BELOW = phrases(
    """Determine where the graph of y = {L} lies {s} the line y = {R}.|For which {v} is {L} {w} than {R}?|
    Find the values of {v} for which the curve y = {L} is {s} the line y = {R}.|
    For what values of {v} does the graph of y = {L} lie {s} that of y = {R}?"""
)
SIGNED = {
    ">": phrases(
        """For which {v} is the expression below positive?|When is this positive?|
        Find where the expression is positive."""
    ),
    "<": phrases(
        """For which {v} is the expression below negative?|When is this negative?|
        Find where the expression is negative."""
    ),
    ">=": phrases(
        """For which {v} is the expression below non-negative?|For which {v} is the expression below not negative?|
        Find the values of {v} for which the expression is greater than or equal to zero.|
        When is this at least zero?"""
    ),
    "<=": phrases(
        """For which {v} is the expression at most zero?|
        Find the values of {v} for which the expression is less than or equal to zero.|
        For which {v} is the expression below not positive?"""
    ),
}
INEQUALITY = phrases(
    """I have to solve this inequality and I don't know what to do.|How do I solve this inequality?|
    Can you solve {E}?|For which {v} is {E}?|Find the values of {v} such that {E}.|
    Solve {E}, and give the solution as an interval.|When does {E} hold?|I need help with the inequality {E}."""
)
ENCLOSED = phrases(
    """Find the area enclosed between the curve and the {v}-axis.|
    Find the area enclosed by the curve and the {v}-axis.|
    A region is bounded above by {E} and below by the {v}-axis. Compute its area.|
    Find the area between the curve {E} and the {v}-axis.|
    Find the area of the region bounded by the curve and the {v}-axis.|
    Calculate the area enclosed by {E} and the {v}-axis.|The curve and the {v}-axis enclose a region. Find its area."""
)
VERTICAL = phrases(
    """Where does the graph have a vertical asymptote?|Find the vertical asymptotes.|
    Find the vertical asymptote of the graph.|Find the equations of the vertical asymptotes.|
    Where are the vertical asymptotes?|vertical asymptotes|Find the vertical asymptotes of the function.|
    Determine the vertical asymptotes of the graph of the rational function."""
)


def _told(author: Author, tex: str, py: str) -> str:
    """Return a formula in a sentence: as LaTeX, between dollars, or as plain text."""
    pick = author.rng.random()
    return tex if pick < 0.4 else f"${tex}$" if pick < 0.6 else py.replace("**", "^").replace("*", "")


def _small(author: Author) -> Maker:
    """Return a maker without constants."""
    author.constants = ()
    author.m = Maker(author.rng, author.variable, (), author.m.style)
    return author.m


def story(author: Author) -> Sample:
    """Solve an equation or an inequality that a sentence repeats or introduces."""
    rng, m, x = author.rng, _small(author), author.variable
    v, pick = author.called(), rng.random()
    names = {"v": v, "n": str(rng.randint(2, 9))}
    if pick < 0.5:
        left, right = equation(m) if author.chance(0.75) else (m.w.absolute(m.linear()), m.number())
        tex = f"{left.tex} = {right.tex}"
        told = _told(author, tex, f"{left.py} = {right.py}")
        text = rng.choice(EQUATION).format(E=told, **names)
        plan = plan_of(call("solve", f"Eq({left.py},{right.py})", x))
        return Sample("told: equation", text, tex, (x,), plan)
    line = m.linear() if author.chance(0.8) else m.polynomial(2)
    curve = rng.choice((lambda: m.polynomial(2), lambda: m.polynomial(3), m.power, lambda: factorable(m)))()
    sides = {"L": _told(author, curve.tex, curve.py), "R": _told(author, line.tex, line.py)}
    if pick < 0.62:
        tex = f"{curve.tex} = {line.tex}"
        plan = plan_of(call("solve", f"Eq({curve.py},{line.py})", x))
        return Sample("told: meeting", rng.choice(MEETING).format(**names, **sides), tex, (x,), plan)
    sign = rng.choice(("<", ">"))
    words = {"s": "below" if sign == "<" else "above", "w": "less" if sign == "<" else "greater"}
    if pick < 0.72:
        text = rng.choice(BELOW).format(**names, **sides, **words)
        plan = plan_of(call("solve_inequality", f"{curve.py}{sign}{line.py}", x))
        return Sample("told: below", text, f"{curve.tex} {sign} {line.tex}", (x,), plan)
    if pick < 0.86:
        sign = rng.choice((*SIGNED,))
        plan = plan_of(call("solve_inequality", f"{curve.py}{sign}0", x))
        return Sample("told: sign", rng.choice(SIGNED[sign]).format(**names), curve.tex, (x,), plan)
    shown, py = rng.choice(((r"\ge", ">="), (r"\le", "<="), ("<", "<"), (">", ">")))
    node = m.w.frac(m.linear(), m.linear()) if author.chance(0.5) else curve
    other = line if author.chance(0.3) else m.w.num(0)
    tex = f"{node.tex} {shown} {other.tex}"
    text = rng.choice(INEQUALITY).format(E=_told(author, tex, f"{node.py} {py} {other.py}"), **names)
    return Sample("told: inequality", text, tex, (x,), plan_of(call("solve_inequality", f"{node.py}{py}{other.py}", x)))


def story_of_two(author: Author) -> Sample:
    """Solve a system that a sentence introduces."""
    rng, drawn = author.rng, system(author)
    letters = rng.choice((", ", " and ")).join(greek(name) for name in drawn.variables)
    text = rng.choice(SYSTEM).format(n=rng.randint(2, 60), m=rng.randint(2, 9), u=letters)
    return replace(drawn, kind="told: system", objective=text)


def enclosed(author: Author) -> Sample:
    """Find the area between a parabola and the axis; its ends are read from the coefficients."""
    rng, x = author.rng, "x" if author.chance(0.85) else author.variable
    author.variable = x
    m = _small(author)
    a, k = rng.randint(1, 9), rng.choice((1, 1, 1, 2, 3))
    node, low, high = rng.choice(
        (
            (integer_polynomial(m, [-k, 0, k * a * a]), f"-{a}", str(a)),
            (integer_polynomial(m, [-k, k * a, 0]), "0", str(a)),
            (integer_polynomial(m, [k, -k * a, 0]), "0", str(a)),
        )
    )
    tex = author.equals(node.tex, 1)
    below = node.py.startswith(("-", f"{k}*{x}**2", f"{x}**2")) and low == "0" and not node.py.startswith("-")
    text = rng.choice(ENCLOSED).format(v=greek(x), E=_told(author, f"y = {node.tex}", f"y = {node.py}"))
    plan = plan_of(call("integrate", f"Abs({node.py})" if below else node.py, x, low, high))
    return Sample("told: enclosed", text, tex, (x,), plan)


def asymptote(author: Author) -> Sample:
    """Find where a fraction's denominator is zero."""
    rng, m = author.rng, _small(author)
    bottom = rng.choice((m.linear, m.linear, lambda: factorable(m)))()
    node = m.w.frac(rng.choice((m.linear, m.number, lambda: m.polynomial(2)))(), bottom)
    plan = plan_of(call("solve", bottom.py, author.variable))
    return Sample("told: asymptote", rng.choice(VERTICAL), author.equals(node.tex, 0.9), (author.variable,), plan)
