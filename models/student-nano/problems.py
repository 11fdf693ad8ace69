"""Random problems of the family: objective, expression, variables, and the plan that is right."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from student_client._plan import Plan

import objectives as say
import wordings as words
from expressions import Maker, greek, pick_names
from families import equation, factorable, fraction_to_reduce, integrand, limit_expression, numeric, to_expand, zeros
from notation import Node
from points import Point, decorate_point, far_point, limit_point, point


@dataclass(frozen=True)
class Sample:
    """One problem with its plan; ``tree`` is what the plan's first expression means."""

    kind: str
    objective: str
    expression: str
    variables: tuple[str, ...]
    plan: Plan
    tree: object


def plan_of(*steps: tuple[str, dict[str, str]]) -> Plan:
    """Return the plan of these tool steps; its result is the last one's."""
    data: list[dict[str, object]] = [{"type": "tool", "tool": tool, "args": args} for tool, args in steps]
    data.append({"type": "final", "payload": {"result": f"R{len(steps)}"}})
    return Plan.model_validate({"steps": data}, strict=False)


def step(tool: str, expr: str, variable: str, at: str = "") -> tuple[str, dict[str, str]]:
    """Return one tool step with the arguments that the tool takes."""
    args = {"expr": expr}
    if tool not in ("simplify", "expand", "factor"):
        args["var"] = variable
    if tool in ("limit", "substitute"):
        args["point"] = at
    return tool, args


class Author:
    """Writes one problem: draws the names, the expression, its decoration and the objective."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.variable, self.constants = pick_names(rng)
        self.m = Maker(rng, self.variable, self.constants)
        self.named = rng.random() < 0.2
        self.plain_text = self.m.style.ascii

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.rng.random() < probability

    def called(self) -> str:
        """Return the variable as an objective names it."""
        return greek(self.variable) if self.chance(0.3) else self.variable

    def variables(self, *, cued: bool) -> tuple[str, ...]:
        """Return the list of variables: the one that is meant comes first unless something else tells it."""
        if not self.constants or not self.chance(0.4):
            return (self.variable,)
        names = [self.variable, *(c for c in self.constants if c != "pi")]
        if cued and self.chance(0.5):
            self.rng.shuffle(names)
        return tuple(names)

    def whole(self, node: Node) -> Node:
        """Return the expression so that an operator in front of it takes all of it."""
        if node.kind in ("add", "neg"):
            return self.m.w.paren(node)
        return self.m.w.paren(node) if self.chance(0.1) else node

    def equals(self, tex: str, share: float = 0.25) -> str:
        """Put `f(x) =` or `y =` in front, now and then."""
        if not self.chance(share):
            return tex
        gap = self.rng.choice((" ", " ", ""))
        name = greek(self.variable) if not self.plain_text else self.variable
        letter = "y" if self.variable != "y" and self.constants.count("y") == 0 and self.chance(0.4) else ""
        return f"{letter or self.rng.choice('fffghpF') + '(' + name + ')'}{gap}={gap}{tex}"

    def derivative_sign(self, node: Node, order: int = 1) -> str:
        r"""Write the expression behind `\frac{d}{dx}`."""
        rng, name = self.rng, self.variable if self.plain_text else greek(self.variable)
        tight = node if node.kind not in ("add", "neg", "mul") else self.m.w.paren(node)
        body = (tight if node.kind != "mul" or self.chance(0.5) else node).tex
        gap = rng.choice(("", " ", r"\,")) if not self.plain_text else " "
        power = "" if order == 1 else (f"^{order}" if self.chance(0.6) or self.plain_text else f"^{{{order}}}")
        d = rng.choice(("d",) * 8 + (r"\mathrm{d}", r"\partial"))
        space = " " if (d == r"\partial" or name.startswith("\\")) and not name.startswith("\\") else ""
        if self.plain_text:
            return f"d{power}/d{name}{power} {body}"
        if self.chance(0.08):
            return self.m.w.paren(node).tex + "'" * order
        return rf"\frac{{{d}{power}}}{{{d}{space}{name}{power}}}{gap}{body}"

    def integral_sign(self, node: Node, bounds: str = "") -> str:
        r"""Write the expression between `\int` and `dx`."""
        rng, name = self.rng, self.variable if self.plain_text else greek(self.variable)
        body = node.tex
        if node.kind in ("add", "neg") and self.chance(0.6):
            body = self.m.w.paren(node).tex
        d = "d" + name
        if self.plain_text:
            return f"{rng.choice(('int', 'int', 'integral of', '∫'))} {body} {d}"
        sign = rng.choice((r"\int",) * 12 + (r"\displaystyle\int", r"\int\limits")) + bounds
        gap = rng.choice((" ", " ", "", r"\,"))
        gap = " " if not gap and body[0].isalpha() else gap
        end = rng.choice((r" \, ", r"\,", r"\, ", r" \,", " ", " ", r"\;", "", r" \mathrm{d}"))
        if end == r" \mathrm{d}":
            return sign + gap + body + rng.choice((" ", r"\,")) + r"\mathrm{d}" + name
        if not end and body[-1].isalnum():
            end = " "
        return f"{sign}{gap}{body}{end}{d}"


def _first(author: Author, tool: str, node: Node, *, share: float) -> tuple[str, str, bool]:
    """Return expression, SymPy text and whether the notation names the operator."""
    if tool == "integrate" and author.chance(share):
        if node.kind == "frac" and node.py.startswith("1/") and author.chance(0.3):
            return r"\int " + node.tex.replace("{1}", "{d" + greek(author.variable) + "}", 1), node.py, True
        if node.kind in ("add", "neg") and author.chance(0.5):
            node = author.m.w.paren(node)
        return author.integral_sign(node if node.kind == "paren" else node), node.py, True
    if tool == "differentiate" and author.chance(share):
        inner = author.m.w.paren(node) if node.kind in ("add", "neg") else node
        return author.derivative_sign(inner), inner.py, True
    return author.equals(node.tex, 0.25 if tool == "differentiate" else 0.08), node.py, False


def calculus(author: Author, tool: str) -> Sample:
    """Integrate or differentiate."""
    node = integrand(author.m) if tool == "integrate" else author.m.any()
    if author.chance(0.12):
        node = author.m.long_sum()
    tex, py, cued = _first(author, tool, node, share=0.4 if tool == "integrate" else 0.15)
    if cued and author.chance(0.2):
        objective = say.finish(author.rng, author.rng.choice(words.NEUTRAL), v=author.called())
    else:
        objective = say.plain(author.rng, tool, author.called(), name_variable=author.named)
    variables = author.variables(cued=cued or (author.named and f"{author.variable}" in objective.split()))
    if tool == "differentiate" and not cued and author.named:
        variables = author.variables(cued=False)
    return Sample(tool, objective, tex, variables, plan_of(step(tool, py, author.variable)), node.tree)


def solving(author: Author) -> Sample:
    """Solve an equation, or find an expression's zeros."""
    rng, m = author.rng, author.m
    objective = say.plain(rng, "solve", author.called(), name_variable=author.named)
    if author.chance(0.25):
        node = zeros(m)
        tex, py, tree = author.equals(node.tex, 0.3), node.py, node.tree
        if tex != node.tex:
            objective = say.zeros(rng, author.called())
    else:
        left, right = equation(m)
        gap = " " if rng.random() < 0.75 else ""
        tex, py, tree = f"{left.tex}{gap}={gap}{right.tex}", f"Eq({left.py},{right.py})", ("eq", left.tree, right.tree)
        if left.kind == "sym" and left.py == "y":
            objective = say.plain(rng, "solve", author.called(), name_variable=True)
    variables = author.variables(cued=author.named)
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
    """Evaluate at a point, told in the objective or written behind the expression."""
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
    cued = author.variable in objective.replace("=", " ").replace(",", " ").split()
    return Sample("substitute", objective, tex, author.variables(cued=cued), plan, node.tree)


def derived(author: Author) -> Sample:
    """Second and third derivatives, slopes at a point, critical points, definite integrals."""
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
        return Sample("slope at a point", objective, tex, author.variables(cued=False), plan_of(*steps), node.tree)
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


def definite(author: Author) -> Sample:
    """Integrate between two points: the antiderivative at both ends, and the difference."""
    rng, x = author.rng, author.variable
    node = integrand(author.m)
    low, high = point(rng, author.m), point(rng, author.m)
    forms = words.DEFINITE if not author.plain_text else [f for f in words.DEFINITE if "{a}" in f]
    objective = rng.choice(forms)
    tex = node.tex
    if "{a}" not in objective:
        low_text, high_text = (p.tex if len(p.tex) == 1 and author.chance(0.6) else f"{{{p.tex}}}" for p in (low, high))
        if node.kind in ("add", "neg") and author.chance(0.5):
            node = author.m.w.paren(node)
        tex = author.integral_sign(node, bounds=f"_{low_text}^{high_text}")
        if node.kind in ("add", "neg"):
            tex = author.integral_sign(Node(node.tex, node.py, node.tree, "mul"), bounds=f"_{low_text}^{high_text}")
    objective = say.finish(rng, objective, v=x, a=low.said, b=high.said)
    steps = [
        step("integrate", node.py, x),
        step("substitute", "R1", x, high.py),
        step("substitute", "R1", x, low.py),
        step("simplify", "R2-R3", x),
    ]
    return Sample("definite integral", objective, tex, author.variables(cued=False), plan_of(*steps), node.tree)


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
        "integrate factor",
        "substitute simplify",
        "substitute expand",
    )
)


def chained(author: Author) -> Sample:
    """Two tools, one after the other, as the objective says."""
    rng, m, x = author.rng, author.m, author.variable
    first, second = rng.choice(_PAIRS).split()
    source = {"expand": to_expand, "factor": factorable, "simplify": fraction_to_reduce, "integrate": integrand}.get(
        first, lambda maker: maker.any()
    )
    node = source(m) if author.chance(0.75) else m.any()
    place = point(rng, m)
    tex, py, cued = _first(author, first, node, share=0.2 if first in ("integrate", "differentiate") else 0.0)
    if cued and second != "solve" and author.chance(0.3):
        objective = (
            say.at(rng, x, place.said, words.EVALUATE[:9])
            if second == "substitute"
            else say.finish(rng, rng.choice(words.STEP[second]), v=x)
        )
        if second in ("integrate", "differentiate"):
            objective = say.chain(rng, first, second, x, place.said)
    elif first == "substitute":
        objective = say.at(rng, x, place.said, tuple(f"{f} and {second}" for f in words.STEP["substitute"]))
    else:
        objective = say.chain(rng, first, second, author.called(), place.said)
    steps = [step(first, py, x, place.py), step(second, "R1", x, place.py)]
    return Sample(f"{first}, {second}", objective, tex, author.variables(cued=cued), plan_of(*steps), node.tree)


_KINDS: tuple[tuple[float, Callable[[Author], Sample]], ...] = (
    (14, lambda a: calculus(a, "integrate")),
    (13, lambda a: calculus(a, "differentiate")),
    (13, solving),
    (8, lambda a: rewriting(a, "simplify")),
    (8, lambda a: rewriting(a, "expand")),
    (8, lambda a: rewriting(a, "factor")),
    (11, limits),
    (10, evaluating),
    (9, derived),
    (8, chained),
)


_UNICODE = (("^2", "²"), ("^3", "³"), ("sqrt(", "√("), ("pi", "π"), ("-", "−"), ("*", "·"), ("<=", "≤"))


def _typed(rng: random.Random, tex: str) -> str:
    """Replace some of plain text by the signs that keyboards and documents offer."""
    for plain, sign in _UNICODE:
        if rng.random() < 0.5 and (plain + "0" not in tex) and "**" not in tex:
            tex = tex.replace(plain, sign) if not any(plain + d in tex for d in "0123456789") or plain in "-*" else tex
    return tex


def _wrapped(rng: random.Random, tex: str) -> str:
    """Put dollars or a full stop around the expression, rarely."""
    pick = rng.random()
    if pick < 0.012:
        return rng.choice((f"${tex}$", rf"\({tex}\)", f"$${tex}$$"))
    return tex + rng.choice((".", ",", ";", r"\,.", "?")) if pick < 0.018 else tex


def sample(rng: random.Random, longest: int = 90) -> Sample:
    """Return one random problem whose expression is at most about ``longest`` characters long."""
    while True:
        make = rng.choices([k for _, k in _KINDS], [w for w, _ in _KINDS])[0]
        drawn = make(Author(rng))
        if (
            len(drawn.expression) <= longest
            and len(drawn.objective) <= 120
            and "{" not in drawn.objective.replace("\\frac{", "")
        ):
            expression = _wrapped(rng, drawn.expression)
            if "\\" not in expression and rng.random() < 0.02:
                expression = _typed(rng, expression)
            return Sample(drawn.kind, drawn.objective, expression, drawn.variables, drawn.plan, drawn.tree)
