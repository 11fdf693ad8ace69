"""Problems told in sentences: the function, what it stands for, and then the question."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from training import worded_words as words
from training.author import Author, Sample, call, plan_of
from training.calculus import integrand
from training.expressions import Maker
from training.factors import greek
from training.families import factorable, integer_polynomial
from training.notation import Node
from training.points import point

Steps = list[tuple[str, dict[str, str]]]


@dataclass(frozen=True)
class Told:
    """A function with its letters, and the names of a question's slots."""

    author: Author
    node: Node
    letter: str
    world: str
    a: str
    b: str

    @property
    def x(self) -> str:
        """The variable."""
        return self.author.variable

    def first(self) -> Steps:
        """Return the step for the derivative."""
        return [call("differentiate", self.node.py, self.x)]

    def value(self, at: str) -> tuple[str, dict[str, str]]:
        """Return the step for the function's value."""
        return call("substitute", self.node.py, self.x, at)


def _span(told: Told) -> str:
    """Return the length of the interval."""
    return told.b if told.a == "0" else f"({told.b} - {told.a})"


def _increment(told: Told) -> str:
    """Return the difference quotient of a function of one letter."""
    moved = re.sub(rf"(?<![A-Za-z]){told.x}(?![A-Za-z])", f"({told.x}+h)", told.node.py)
    return f"({moved}-({told.node.py}))/h"


def _parts(told: Told) -> Steps:
    return [told.value(told.b), told.value(told.a), call("simplify", f"(R1 - R2)/{_span(told)}")]


def _turning(told: Told) -> Steps:
    return [*told.first(), call("solve", "R1", told.x)]


ASKED: dict[str, Callable[[Told], Steps]] = {
    "derivative": lambda told: told.first(),
    "slope": lambda told: [*told.first(), call("substitute", "R1", told.x, told.a)],
    "second": lambda told: [*told.first(), call("differentiate", "R1", told.x)],
    "second at": lambda told: [
        *told.first(),
        call("differentiate", "R1", told.x),
        call("substitute", "R2", told.x, told.a),
    ],
    "value": lambda told: [told.value(told.a)],
    "turning": _turning,
    "slope equals": lambda told: [*told.first(), call("solve", f"Eq(R1,{told.a})", told.x)],
    "distance": lambda told: [call("integrate", f"Abs({told.node.py})", told.x, "0", told.a)],
    "total area": lambda told: [call("integrate", f"Abs({told.node.py})", told.x, told.a, told.b)],
    "inflection": lambda told: [*told.first(), call("differentiate", "R1", told.x), call("solve", "R2", told.x)],
    "zero": lambda told: [call("solve", told.node.py, told.x)],
    "equals": lambda told: [call("solve", f"Eq({told.node.py},{told.a})", told.x)],
    "integral": lambda told: [call("integrate", told.node.py, told.x)],
    "area": lambda told: [call("integrate", told.node.py, told.x, told.a, told.b)],
    "during": lambda told: [call("integrate", told.node.py, told.x, "0", told.a)],
    "mean": lambda told: [
        call("integrate", told.node.py, told.x, told.a, told.b),
        call("simplify", f"R1/{_span(told)}"),
    ],
    "volume": lambda told: [call("integrate", f"pi*({told.node.py})**2", told.x, told.a, told.b)],
    "average": _parts,
    "tangent": lambda told: [call("taylor", told.node.py, told.x, told.a, "1")],
    "normal slope": lambda told: [
        *told.first(),
        call("substitute", "R1", told.x, told.a),
        call("simplify", "-1/R2"),
    ],
    "both": lambda told: [*told.first(), call("differentiate", "R1", told.x)],
    "derivative and value": lambda told: [*told.first(), call("substitute", "R1", told.x, told.a)],
    "increasing": lambda told: [*told.first(), call("solve_inequality", "R1 > 0", told.x)],
    "decreasing": lambda told: [*told.first(), call("solve_inequality", "R1 < 0", told.x)],
    "positive": lambda told: [call("solve_inequality", f"{told.node.py}>0", told.x)],
    "negative": lambda told: [call("solve_inequality", f"{told.node.py}<0", told.x)],
    "at least": lambda told: [call("solve_inequality", f"{told.node.py}>={told.a}", told.x)],
    "far": lambda told: [call("limit", told.node.py, told.x, "oo")],
    "inverse": lambda told: [call("inverse", told.node.py, told.x)],
    "series": lambda told: [call("taylor", told.node.py, told.x, "0", told.a)],
    "definition": lambda told: [call("limit", _increment(told), "h", "0")],
    "quotient": lambda told: [call("simplify", _increment(told))],
    "remainder": lambda told: [told.value(told.a)],
}
"""Each question's steps. ``words.QUESTIONS`` has the sentences, by what the function stands for."""
RESULTS = {"both": (1, 2), "derivative and value": (1, 2)}


def _function(author: Author, question: str) -> Node:
    """Return a function that suits the question."""
    rng, m = author.rng, author.m
    if question in ("definition", "quotient", "remainder"):
        return m.polynomial(rng.choice((2, 2, 3))) if author.chance(0.8) else m.w.frac(m.w.num(1), m.x)
    if question in ("zero", "turning", "equals", "positive", "negative", "at least"):
        return rng.choice((lambda: factorable(m), lambda: m.polynomial(2), lambda: m.polynomial(3), m.simple))()
    if question in ("area", "integral", "mean", "during", "volume", "distance", "total area"):
        return rng.choice((m.simple, lambda: m.polynomial(2), m.power, lambda: integrand(m)))()
    if question == "far":
        return m.w.frac(m.polynomial(2), m.polynomial(2)) if author.chance(0.5) else m.quotient()
    if question == "inverse":
        return rng.choice((m.linear, m.linear, lambda: m.w.frac(m.linear(), m.linear())))()
    return rng.choice((m.simple, m.simple, lambda: m.polynomial(3), lambda: m.polynomial(2), m.any, m.quotient))()


def _plain(node: Node) -> str:
    """Return the expression as people type it."""
    text = re.sub(r"(?<=[0-9])\*(?=[A-Za-z(])", "", node.py.replace("**", "^"))
    text = re.sub(r"(?<![A-Za-z])E(?![A-Za-z])", "e", re.sub(r"exp\(([a-z])\)", r"e^\1", text))
    return text.replace("log(", "ln(")


def _shown(author: Author, told: Told, head: str) -> str:
    """Return the function in a sentence: in LaTeX, between dollars, or as plain text."""
    pick = author.rng.random()
    if pick < 0.45:
        return f"{head} = {_plain(told.node)}"
    tex = f"{head} = {told.node.tex}"
    return tex if pick < 0.7 else f"${tex}$"


def worded(author: Author) -> Sample:
    """Tell a problem in sentences."""
    rng = author.rng
    world = rng.choice(words.WORLDS)
    question = rng.choice(words.ASKED_IN[world.kind])
    x = world.variable or rng.choice(("x",) * 8 + ("t", "u", "z"))
    author.variable, author.constants = x, ()
    author.m = Maker(rng, x, (), author.m.style)
    letter = world.letter or rng.choice("ffffffggh" if author.chance(0.7) else "y")
    a, b = sorted(rng.sample(range(0, rng.choice((6, 13, 30))), 2))
    told = Told(author, _function(author, question), letter, world.kind, str(a), str(b))
    if question in ("during", "distance"):
        told = Told(author, told.node, letter, world.kind, str(b), str(b))
    if question in ("slope", "value", "second at", "tangent", "normal slope", "derivative and value") and author.chance(
        0.4
    ):
        place = point(rng, author.m)
        told = Told(author, told.node, letter, world.kind, place.py, place.py)
        said = place.said
    else:
        said = told.a
    if question == "series":
        said = str(rng.choice((2, 3, 4, 5)))
        told = Told(author, told.node, letter, world.kind, said, said)
    called = letter != "y" and (author.chance(0.75) or letter in "fgh")
    name = x if author.plain_text else greek(x)
    head = f"{letter}({name})" if called else letter
    sentence = rng.choice(world.sentences)
    if "{F}" not in sentence and author.chance(0.4) and not world.variable:
        sentence = ""
    ask = rng.choice(words.QUESTIONS[question, world.kind])
    if "{c}" in ask and not called:
        ask = rng.choice([text for text in words.QUESTIONS[question, world.kind] if "{c}" not in text] or [ask])
    full = _shown(author, told, head)
    text = f"{sentence} {ask}".strip() if not ask.endswith("{F}") else ask
    if sentence.endswith(",") or not sentence:
        text = text if sentence else ask[:1].upper() + ask[1:]
    elif sentence and not ask.endswith("{F}"):
        text = f"{sentence} {ask[:1].upper() + ask[1:] if ask[0] != '{' else ask}"
    for slot, value in (("{F}", full), ("{c}", letter), ("{v}", name), ("{a}", said), ("{b}", told.b)):
        text = text.replace(slot, value)
    end = "" if text.endswith(("?", ".", "$")) else rng.choice((".", ".", ".", "", ""))
    text = text[:1].upper() + text[1:] if author.chance(0.93) else text
    tex = f"{head} = {told.node.tex}" if author.chance(0.93) else told.node.tex
    if question == "remainder" and author.chance(0.6):
        tex = told.node.tex
    plan = plan_of(*ASKED[question](told), results=RESULTS.get(question, ()))
    letters = (x, "h") if question in ("quotient", "definition") and author.chance(0.7) else (x,)
    if letter == "y" and author.chance(0.2):
        letters = (*letters, "y")
    return Sample(f"told: {question}", text + end, tex, letters, plan)


def extremum(author: Author) -> Sample:
    """Find a quadratic function's least or greatest value; its place is read from the coefficients."""
    rng, x = author.rng, author.rng.choice(("x", "x", "x", "t"))
    author.variable, author.constants = x, ()
    author.m = Maker(rng, x, (), author.m.style)
    a, h, k = rng.choice((1, 1, 1, 2, 3, -1, -1, -2, -5)), rng.randint(-4, 6), rng.randint(-9, 20)
    node = integer_polynomial(author.m, [a, -2 * a * h, a * h * h + k])
    low = "minimum" if a > 0 else "maximum"
    text = rng.choice(words.EXTREMUM).format(low=low, least="least" if a > 0 else "greatest", v=x)
    steps = [call("differentiate", node.py, x), call("solve", "R1", x), call("substitute", node.py, x, str(h))]
    return Sample("told: extremum", text, f"{rng.choice('fgh')}({x}) = {node.tex}", (x,), plan_of(*steps))


def root_given(author: Author) -> Sample:
    """Find a coefficient from a root."""
    rng = author.rng
    author.variable, author.constants = "x", ()
    m = author.m = Maker(rng, "x", (), author.m.style)
    letter, at = rng.choice(("k", "k", "k", "a", "c", "p", "m")), str(rng.choice((1, 2, 3, 4, 5, -1, -2, -3)))
    w = m.w
    term = rng.choice((w.sym(letter), w.mul(w.sym(letter), m.x), w.mul(w.sym(letter), w.power(m.x, w.num(2)))))
    node = w.add([("+", w.power(m.x, w.num(rng.choice((2, 2, 3))))), (m.sign(), term), (m.sign(), m.number())])
    text = rng.choice(words.ROOT).format(k=letter, a=at)
    tex = f"{node.tex} = 0" if author.chance(0.7) else f"f(x) = {node.tex}"
    steps = [call("substitute", node.py, "x", at), call("solve", "R1", letter)]
    return Sample("told: root", text, tex, ("x", letter), plan_of(*steps))
