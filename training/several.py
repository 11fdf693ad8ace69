"""Problems with several steps: higher derivatives, slopes, definite integrals, and any two tools in a row."""

from __future__ import annotations

from training import objectives as say
from training import steps as two_steps
from training import wordings as words
from training.author import Author, Sample, call, first_step, plan_of, step
from training.bounds import definite
from training.calculus import integrand
from training.families import factorable, fraction_to_reduce, to_expand
from training.points import point


def derived(author: Author) -> Sample:
    """Return second and third derivatives, slopes at a point, critical points, definite integrals."""
    rng, m, x = author.rng, author.m, author.variable
    node = m.any() if author.chance(0.8) else m.long_sum()
    pick = rng.random()
    if pick < 0.4:
        order = 3 if pick < 0.05 else 2
        tex, py = author.equals(node.tex, 0.3), node.py
        objective = say.finish(rng, rng.choice(words.THIRD if order == 3 else words.SECOND), v=author.called())
        if author.chance(0.15):
            inner = m.w.paren(node) if node.kind in ("add", "neg") else node
            tex, py = author.derivative_sign(inner, order), inner.py
            objective = (
                say.finish(rng, rng.choice((*words.NEUTRAL, "differentiate", "derivative")), v=x)
                if author.chance(0.5)
                else objective
            )
        steps = [step("differentiate", py, x)] + [step("differentiate", f"R{i}", x) for i in range(1, order)]
        return Sample(
            "second derivative" if order == 2 else "third derivative",
            objective,
            tex,
            author.variables(cued=False),
            plan_of(*steps),
            node.tree,
        )
    if pick < 0.75:
        place = point(rng, m)
        objective = say.at(rng, author.called(), place.said, words.SLOPE)
        tex = author.equals(node.tex, 0.35)
        steps = [step("differentiate", node.py, x), step("substitute", "R1", x, place.py)]
        return Sample(
            "slope at a point",
            objective,
            tex,
            author.variables(cued=author.told(objective)),
            plan_of(*steps),
            node.tree,
        )
    if pick < 0.88:
        objective = say.finish(rng, rng.choice(words.CRITICAL), v=author.called())
        steps = [step("differentiate", node.py, x), step("solve", "R1", x)]
        return Sample(
            "critical points",
            objective,
            author.equals(node.tex, 0.4),
            author.variables(cued=False),
            plan_of(*steps),
            node.tree,
        )
    return definite(author)


def two_answers(author: Author) -> Sample:
    """Ask two questions about one function."""
    rng, m, x = author.rng, author.m, author.variable
    kind = rng.choice((*words.TWO_ANSWERS,))
    node = factorable(m) if kind == "factor" else m.polynomial(3) if author.chance(0.5) else m.any()
    first, second = point(rng, m), point(rng, m)
    steps = {
        "values": [call("substitute", node.py, x, first.py), call("substitute", node.py, x, second.py)],
        "derivatives": [call("differentiate", node.py, x), call("differentiate", "R1", x)],
        "ends": [call("limit", node.py, x, "oo"), call("limit", node.py, x, "-oo")],
        "factor": [call("factor", node.py), call("solve", node.py, x)],
    }[kind]
    tex = author.equals(node.tex, 0.7)
    text = author.renamed(rng.choice(words.TWO_ANSWERS[kind]), tex)
    objective = say.finish(rng, text, v=author.called(), p=first.said, q=second.said)
    variables = author.variables(cued=author.told(objective))
    return Sample("two answers", objective, tex, variables, plan_of(*steps, results=(1, 2)))


_PAIRS = (
    ("differentiate simplify",) * 5
    + ("differentiate substitute",) * 3
    + ("differentiate factor",) * 4
    + (
        "differentiate expand",
        "differentiate expand",
        "integrate simplify",
        "integrate simplify",
        "integrate simplify",
        "integrate substitute",
        "integrate expand",
        "integrate differentiate",
        "expand differentiate",
        "expand differentiate",
        "expand differentiate",
        "expand integrate",
        "expand integrate",
        "expand factor",
        "expand substitute",
        "expand solve",
        "factor substitute",
        "factor solve",
        "factor simplify",
        "factor expand",
        "simplify differentiate",
        "simplify differentiate",
        "simplify integrate",
        "simplify substitute",
        "simplify factor",
        "simplify expand",
        "differentiate solve",
        "factor differentiate",
        *("expand differentiate", "expand integrate", "simplify differentiate", "simplify integrate") * 2,
        *("expand substitute", "factor substitute", "simplify substitute", "expand factor", "expand solve") * 2,
        "integrate factor",
        "substitute simplify",
        "substitute expand",
    )
)


def chained(author: Author) -> Sample:
    """Return a problem for two tools, in the objective's order."""
    rng, m, x = author.rng, author.m, author.variable
    first, second = rng.choice(_PAIRS).split()
    source = {"expand": to_expand, "factor": factorable, "simplify": fraction_to_reduce, "integrate": integrand}.get(
        first, lambda maker: maker.any()
    )
    node = source(m) if author.chance(0.75) else m.any()
    place = point(rng, m)
    tex, py, cued = first_step(author, first, node, share=0.2 if first in ("integrate", "differentiate") else 0.0)
    if cued and second != "solve" and author.chance(0.3):
        objective = (
            say.at(rng, x, place.said, words.EVALUATE[:9])
            if second == "substitute"
            else say.finish(rng, rng.choice(two_steps.STEP[second]), v=x)
        )
        if second in ("integrate", "differentiate"):
            objective = say.chain(rng, first, second, x, place.said)
    elif first == "substitute":
        objective = say.at(rng, x, place.said, tuple(f"{f} and {second}" for f in two_steps.STEP["substitute"]))
    else:
        objective = say.chain(rng, first, second, author.called(), place.said)
    steps = [step(first, py, x, place.py), step(second, "R1", x, place.py)]
    return Sample(
        f"{first}, {second}",
        objective,
        tex,
        author.variables(cued=cued or author.told(objective)),
        plan_of(*steps),
        node.tree,
    )
