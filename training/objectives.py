"""Objectives in people's words: verbs, nouns, sentences and questions, in any case, for every kind of problem."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training.contexts import around
from training.steps import DONE, ING, JOIN, RESULT, STEP
from training.wordings import (
    APPROACH,
    FAR,
    FIND,
    NOUNS,
    OBJECTS,
    OF,
    POINTS,
    POLITE,
    SPECIAL,
    TENDS,
    VERBS,
    WRT,
)


def _typo(rng: random.Random, text: str) -> str:
    """Return the text with one letter doubled, dropped or exchanged with the next."""
    places = [i for i in range(1, len(text) - 1) if text[i - 1 : i + 2].isalpha()]
    if not places or len(text) < 6:
        return text
    i = rng.choice(places)
    return rng.choice(
        (text[:i] + text[i + 1 :], text[:i] + text[i] + text[i:], text[:i] + text[i + 1] + text[i] + text[i + 2 :])
    )


def finish(
    rng: random.Random, text: str, context: Callable[[random.Random, str], str] = around, /, **names: str
) -> str:
    """Fill in the names, then vary politeness, the ``context``, case and full stop."""
    text = text.rstrip()
    if rng.random() < 0.05 and not text.endswith("?"):
        text = rng.choice(POLITE) + text
    text = context(rng, text)
    if rng.random() < 0.02 and not any(key in text for key in ("f(", "f'")):
        text = _typo(rng, text) if "{" not in text else text
    style = rng.random()
    mixed = any(key in text for key in ("f(", "f'", "FOIL", "infty", "\\"))
    if style < 0.5 or (mixed and style > 0.9):
        text = text[:1].upper() + text[1:] if text[:2] not in ("f(", "f'", "dy", "d/", "y'", "{v") else text
    elif style > 0.97:
        text = re.sub(r"\{([A-Z]+)\}", lambda name: name[0].lower(), text.upper())
    elif style > 0.94:
        text = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
    if style > 0.97 and rng.random() < 0.5 and len(names.get("v", "")) == 1:
        names["v"] = names["v"].upper()
    text = text.format(**names) if "{" in text else text
    if not text.endswith(("?", ".", ":")):
        text += rng.choice(("",) * 14 + (".",) * 7 + (":", "!", " please", "?", ", please", " for me", "..."))
    return text


def plain(rng: random.Random, tool: str, variable: str, *, name_variable: bool) -> str:
    """Return an objective for integrate, differentiate, solve, simplify, expand or factor."""
    pick = rng.random()
    if name_variable and tool in ("integrate", "differentiate", "solve"):
        tail = (
            rng.choice(WRT)
            if tool != "solve"
            else rng.choice((" for {v}", " for {v}", " in {v}", " with respect to {v}"))
        )
    else:
        tail = rng.choice(WRT[:4]) if tool in ("integrate", "differentiate") and rng.random() < 0.2 else ""
    if name_variable and tool == "solve" and pick < 0.6:
        text = rng.choice([s for s in SPECIAL["solve"] if "{v}" in s and "axis" not in s])
    elif pick < 0.2 and not name_variable:
        text = rng.choice((tool, tool, tool.capitalize(), tool.upper(), rng.choice(NOUNS[tool])))
    elif pick < 0.5:
        objects = (
            (*OBJECTS, " the equation", " the equation", " this equation", " the following equation")
            if tool == "solve"
            else OBJECTS
        )
        text = rng.choice(VERBS[tool])
        text += "" if text.endswith("ing") else rng.choice(objects) + tail
    elif pick < 0.8:
        noun = rng.choice(NOUNS[tool])
        of = rng.choice((*OF, " of the equation", " of the equation")) if tool == "solve" else rng.choice(OF)
        article = "an " if noun[0] in "ia" and rng.random() < 0.15 else "the "
        text = (noun if rng.random() < 0.25 else f"{rng.choice(FIND)} {article}{noun}") + of + tail
        text += "?" if text.startswith("what") else ""
    elif name_variable and tool == "solve":
        text = "solve for {v}"
    else:
        text = rng.choice([s for s in SPECIAL[tool] if not name_variable or "{v}" in s] or [tool + tail])
    return finish(rng, text, v=variable)


def zeros(rng: random.Random, variable: str) -> str:
    """Return an objective about a function's zeros."""
    noun = rng.choice(("roots", "zeros", "zeroes", "root", "zero", "x-intercepts", "{v}-intercepts", "real roots"))
    text = rng.choice(
        (
            noun,
            f"{rng.choice(FIND)} the {noun}",
            f"{rng.choice(FIND)} the {noun}{rng.choice(OF)}",
            "where is it zero?",
            "when does this vanish?",
            "where does the {g} {c} the {v}-axis?",
            "find where the {g} {c}s the {v}-axis",
            "for which {v} is it zero?",
            "solve f({v}) = 0",
        )
    )
    text = text.replace("{g}", rng.choice(("graph", "curve", "parabola", "line", "function", "polynomial"))).replace(
        "{c}", rng.choice(("cross", "meet", "intersect", "cut", "touch"))
    )
    return finish(rng, text, v=variable)


def at(rng: random.Random, variable: str, point: str, forms: tuple[str, ...]) -> str:
    """Return an objective that names a point, from ``forms``."""
    where = rng.choice(POINTS)
    if where in ("{p}", "the point {p}") and any(c.isalpha() for c in point):
        where = "{v} = {p}"
    equation = rng.choice(("{v} = {p}", "{v} = {p}", "{v}={p}", "{v} = {p}"))
    text = rng.choice(forms).replace("{at}", where).replace("{e}", equation)
    return finish(rng, text, v=variable, p=point)


def approach(rng: random.Random, variable: str, point: str | None, *, far: bool) -> str:
    """Return an objective for a limit; without a point if the expression has it."""
    if point is None:
        text = rng.choice(
            (
                "limit",
                "limit",
                "limit",
                "{f} the limit",
                "{f} the limit",
                "{f} the limit",
                "{f} the limit of the expression",
                "{f} this limit",
                "lim",
                "what is the limit?",
                "take the limit",
                "limiting value",
                "{f} the following limit",
                "limit please",
                "limits",
                "{f} the limit, if it exists",
                "does this limit exist? Find it",
                "show that the limit exists and give its value",
                "use l'Hopital's rule",
                "limit by l'Hopital",
                "direct substitution should do: limit",
                "evaluate the limit",
            )
        )
        return finish(rng, text.replace("{f}", rng.choice(FIND)), v=variable)
    where = rng.choice(FAR if far and rng.random() < 0.25 else APPROACH)
    if rng.random() < 0.08:
        text = rng.choice(("let {v} go to {p}", "send {v} to {p}", "take {v} to {p}", "limit {v} to {p}", "{v} to {p}"))
    elif rng.random() < 0.2:
        text = rng.choice(TENDS).replace("{as_}", where)
    else:
        noun = rng.choice(NOUNS["limit"])
        text = (
            (noun if rng.random() < 0.45 else f"{rng.choice(FIND)} the {noun}")
            + rng.choice(("", "", "", " of the function", " of this", " of f"))
            + where
        )
    return finish(rng, text, v=variable, p=point)


def chain(rng: random.Random, first: str, second: str, variable: str, point: str) -> str:
    """Return an objective with two steps."""
    pick = rng.random()
    a, b = rng.choice(STEP[first]), rng.choice(STEP[second])
    if b in (
        "simplify",
        "expand",
        "factor",
        "factorise",
        "factorize",
        "factor completely",
        "simplify fully",
        "reduce",
        "integrate",
        "differentiate",
    ):
        noun = {"differentiate": " the derivative", "integrate": " the integral"}.get(first, "")
        b += rng.choice((*RESULT, noun, noun))
    if first in ING and pick < 0.8:
        text = rng.choice(JOIN).replace("{a}", a).replace("{b}", b).replace("{ing}", ING[first])
    elif first in ("differentiate", "integrate") and second in DONE:
        noun = rng.choice(NOUNS[first][:6])
        text = rng.choice(
            (
                f"{b.split(' the ')[0].split(' it')[0]} the {noun}",
                f"{noun}, {rng.choice(DONE[second])}",
                f"the {rng.choice(DONE[second][:1])} {noun}",
                f"find the {noun} {rng.choice(DONE[second])}",
                f"{rng.choice(FIND)} the {noun} and {second} it",
                f"{noun} and {second}",
            )
        )
    elif first in DONE and second in ("differentiate", "integrate"):
        noun = rng.choice(NOUNS[second][:4])
        text = rng.choice(
            (
                f"{noun} of the {DONE[first][0]} form",
                f"{second} the {DONE[first][0]} form",
                f"find the {noun} of the {DONE[first][0]} expression",
            )
        )
    else:
        text = f"{a} then {b}"
    text = text.replace("{at}", rng.choice(("{v} = {p}", "{v} = {p}", "{v}={p}"))).replace("{e}", "{v} = {p}")
    return finish(rng, text, v=variable, p=point)
