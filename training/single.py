"""Problems that one tool solves."""

from __future__ import annotations

from collections.abc import Callable

from training import objectives as say
from training import wordings as words
from training.author import Author, Sample, first_step, plan_of, step
from training.calculus import integrand, limit_expression
from training.equations import equation, zeros
from training.expressions import Maker
from training.factors import greek
from training.families import factorable, fraction_to_reduce, numeric, to_expand
from training.notation import Node
from training.points import Point, decorate_point, far_point, limit_point, point


def calculus(author: Author, tool: str) -> Sample:
    """Integrate or differentiate."""
    node = integrand(author.m) if tool == "integrate" else author.m.any()
    if author.chance(0.12):
        node = author.m.long_sum()
    tex, py, cued = first_step(author, tool, node, share=0.4 if tool == "integrate" else 0.15)
    if cued and author.chance(0.2):
        objective = say.finish(author.rng, author.rng.choice(words.NEUTRAL), v=author.called())
    else:
        objective = say.plain(author.rng, tool, author.called(), name_variable=author.named)
    variables = author.variables(cued=cued or author.told(objective))
    return Sample(tool, objective, tex, variables, plan_of(step(tool, py, author.variable)), node.tree)


def solving(author: Author) -> Sample:
    """Solve an equation, or find an expression's zeros."""
    rng, m = author.rng, author.m
    objective = say.plain(rng, "solve", author.called(), name_variable=author.named)
    letters: list[str] = []
    if author.chance(0.25):
        node = zeros(m)
        tex, py, tree = author.equals(node.tex, 0.3), node.py, node.tree
        if tex != node.tex:
            objective = say.zeros(rng, author.called())
    else:
        left, right = equation(m)
        gap = " " if rng.random() < 0.75 else ""
        tex, py, tree = f"{left.tex}{gap}={gap}{right.tex}", f"Eq({left.py},{right.py})", ("eq", left.tree, right.tree)
        letters = author.letters(tree)
        if len(letters) > 1 and (left.py == "y" or author.chance(0.6)):
            objective = say.plain(rng, "solve", author.called(), name_variable=True)
    variables = author.variables(cued=author.told(objective))
    if len(letters) > 1 and author.chance(0.6):
        if author.told(objective):
            rng.shuffle(letters)
        variables = tuple(letters)
    return Sample("solve", objective, tex, variables, plan_of(step("solve", py, author.variable)), tree)


def rewriting(author: Author, tool: str) -> Sample:
    """Simplify, expand or factor."""
    m = author.m
    families: dict[str, Callable[[Maker], Node]] = {
        "simplify": fraction_to_reduce,
        "expand": to_expand,
        "factor": factorable,
    }
    pick = author.rng.random()
    if tool == "simplify" and pick < 0.12:
        node = numeric(m)
    elif pick < 0.7:
        node = families[tool](m)
    elif pick < 0.85:
        node = m.long_sum()
    else:
        node = m.any()
    objective = say.plain(author.rng, tool, author.called(), name_variable=False)
    if tool == "simplify" and pick < 0.12 and author.chance(0.5):
        objective = say.finish(author.rng, author.rng.choice(words.NEUTRAL), v=author.variable)
    return Sample(
        tool,
        objective,
        author.equals(node.tex, 0.05),
        author.variables(cued=True),
        plan_of(step(tool, node.py, author.variable)),
        node.tree,
    )


def limits(author: Author) -> Sample:
    """Take a limit; the point is in the expression, in the objective, or in both."""
    rng, m = author.rng, author.m
    if author.chance(0.06):
        author.variable = m.variable = "h"
    node = limit_expression(m)
    place = far_point(rng, m) if author.chance(0.35) else limit_point(rng, m)
    place = Point("0", "0", "0") if author.chance(0.3) else place
    inside = author.chance(0.6)
    tex = author.equals(node.tex, 0.1)
    if inside:
        body = author.whole(node)
        node, tex = body, decorate_point(author, place, body.tex)
    spoken = place if not inside or author.chance(0.2) else None
    if spoken is None and author.chance(0.2):
        objective = say.finish(rng, rng.choice(words.NEUTRAL), v=author.called())
    else:
        objective = say.approach(rng, author.called(), spoken.said if spoken else None, far=place.py == "oo")
    plan = plan_of(step("limit", node.py, author.variable, place.py))
    return Sample("limit", objective, tex, author.variables(cued=True), plan, node.tree)


def evaluating(author: Author) -> Sample:
    """Evaluate at a point, which the objective names or the expression ends with."""
    rng, m = author.rng, author.m
    node = m.long_sum() if author.chance(0.12) else m.any()
    place = point(rng, m)
    name, shown = author.called(), author.variable if author.plain_text else greek(author.variable)
    plan = plan_of(step("substitute", node.py, author.variable, place.py))
    if author.chance(0.12):
        forms = (
            rf"{node.tex}, {shown} = {place.tex}",
            rf"{node.tex}, \quad {shown} = {place.tex}",
            rf"{node.tex} \text{{ at }} {shown} = {place.tex}",
            rf"\left. {node.tex} \right|_{{{shown}={place.tex}}}",
            rf"({node.tex})|_{{{shown}={place.tex}}}",
            f"{node.tex}, {shown}={place.tex}",
            rf"{node.tex} \bigg|_{{{shown} = {place.tex}}}",
            rf"{node.tex} \text{{ for }} {shown} = {place.tex}",
            f"{node.tex} at {shown} = {place.tex}",
        )
        tex = rng.choice(forms)
        if tex.startswith("("):
            plan = plan_of(step("substitute", f"({node.py})", author.variable, place.py))
        objective = say.finish(
            rng,
            rng.choice(
                (*words.NEUTRAL, "evaluate at the given point", "substitute", "evaluate at the point", "plug in")
            ),
            v=name,
        )
    elif author.chance(0.2):
        gap = rng.choice((" ", ""))
        tex = f"{rng.choice('ffffghpF')}({shown}){gap}={gap}{node.tex}"
        objective = say.at(rng, name, place.said, words.CALLS).replace("f(", tex[0] + "(")
    else:
        tex, objective = author.equals(node.tex, 0.15), say.at(rng, name, place.said, words.EVALUATE)
        others = [name for name in author.letters(node.tree)[1:] if name in author.constants]
        if others and author.chance(0.35):
            return _two_letters(author, node, tex, others[0], place)
    cued = author.told(objective)
    return Sample("substitute", objective, tex, author.variables(cued=cued), plan, node.tree)


def _two_letters(author: Author, node: Node, tex: str, other: str, place: Point) -> Sample:
    """Evaluate for two letters, in the objective's order."""
    rng, x = author.rng, author.variable
    second = point(rng, author.m)
    pairs = [(x, place), (other, second)]
    if author.chance(0.3):
        pairs.reverse()
    equals = " = " if author.chance(0.7) else "="
    e, f = (f"{name}{equals}{at.said}" for name, at in pairs)
    objective = say.finish(rng, rng.choice(words.BOTH), v=x, e=e, f=f)
    names = author.letters(node.tree)
    (first, at), (then, there) = pairs
    plan = plan_of(step("substitute", node.py, first, at.py), step("substitute", "R1", then, there.py))
    return Sample("substitute, substitute", objective, tex, tuple(names), plan, node.tree)
