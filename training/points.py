"""Points for evaluations and limits, in LaTeX and in words."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.expressions import Maker
from training.factors import greek

if TYPE_CHECKING:
    from training.author import Author


@dataclass(frozen=True)
class Point:
    """A point: in LaTeX, in words of an objective, and as SymPy text."""

    tex: str
    said: str
    py: str


def _exact(rng: random.Random) -> Point:
    a, b = rng.randint(1, 9), rng.randint(2, 9)
    letter = rng.choice(("pi", "π", r"\pi"))
    choices = (
        Point(rf"\frac{{{a}}}{{{b}}}", rng.choice((f"{a}/{b}", rf"\frac{{{a}}}{{{b}}}")), f"{a}/{b}"),
        Point(rf"-\frac{{{a}}}{{{b}}}", f"-{a}/{b}", f"-{a}/{b}"),
        Point(r"\pi", letter, "pi"),
        Point(
            rf"\frac{{\pi}}{{{b}}}", rng.choice((f"{letter}/{b}", f"{letter}/{b}", rf"\frac{{\pi}}{{{b}}}")), f"pi/{b}"
        ),
        Point(rf"\pi/{b}", f"{letter}/{b}", f"pi/{b}"),
        Point(rf"{b}\pi", rng.choice((f"{b}{letter}", f"{b}*pi")), f"{b}*pi"),
        Point(r"-\pi", f"-{letter}", "-pi"),
        Point("e", "e", "E"),
        Point(rf"\sqrt{{{b}}}", rng.choice((f"sqrt({b})", rf"\sqrt{{{b}}}", f"√{b}")), f"sqrt({b})"),
        Point(rf"\ln {b}", rng.choice((f"ln({b})", f"ln {b}", rf"\ln {b}")), f"log({b})"),
        Point("e^2", "e^2", "exp(2)"),
        Point(rf"\frac{{{b}\pi}}{{{a}}}", f"{b}{letter}/{a}", f"({b}*pi)/{a}"),
    )
    picked = rng.choice(choices)
    return (
        Point(picked.tex, picked.said, f"{b}*pi/{a}")
        if picked.py.startswith("(") and "frac" not in picked.said
        else picked
    )


def _number(rng: random.Random) -> str:
    pick = rng.random()
    if pick < 0.62:
        return str(rng.randint(0, 9))
    if pick < 0.8:
        return str(rng.randint(10, 20) if pick < 0.74 else rng.randint(20, 200))
    return rng.choice(("0.5", "1.5", "2.5", "0.1", f"{rng.randint(0, 9)}.{rng.randint(1, 99)}"))


def _letter(rng: random.Random, m: Maker) -> Point:
    letters = [c for c in "abcdhkmnpqrstu" if c not in (m.variable, "d")]
    a = rng.choice(letters)
    options = [
        (a, a),
        (a, a),
        (f"{a}+1", f"{a}+1"),
        (f"-{a}", f"-{a}"),
        (f"2{a}", f"2*{a}"),
        (f"{a}^2", f"{a}**2"),
        (f"1/{a}", f"1/{a}"),
    ]
    if "_" not in m.variable and len(m.variable) == 1:
        options += [
            (f"{m.variable}+h", f"{m.variable}+h"),
            (f"{m.variable} + h", f"{m.variable}+h"),
            (f"-{m.variable}", f"-{m.variable}"),
        ]
    said, py = rng.choice(options)
    return Point(said, said, py)


def point(rng: random.Random, m: Maker) -> Point:
    """Return a point at which to evaluate."""
    pick = rng.random()
    if pick < 0.77:
        number = _number(rng)
        number = f"-{number}" if rng.random() < 0.22 and number != "0" else number
        return Point(number, number, number)
    return _exact(rng) if pick < 0.93 else _letter(rng, m)


def limit_point(rng: random.Random, m: Maker) -> Point:
    """Return a point for a limit."""
    drawn = point(rng, m) if rng.random() < 0.9 else Point("a", "a", "a")
    if m.variable in drawn.py or (drawn.py == "a" and m.variable == "a"):
        drawn = Point("0", "0", "0")
    return drawn


def far_point(rng: random.Random, m: Maker) -> Point:
    """Return plus or minus infinity."""
    del m
    if rng.random() < 0.72:
        return Point(
            rng.choice((r"\infty",) * 9 + (r"+\infty",)),
            rng.choice(("infinity", "infinity", "infinity", "oo", "∞", "∞", r"\infty", "inf", "+infinity", "+∞")),
            "oo",
        )
    return Point(
        r"-\infty",
        rng.choice(("-infinity", "-infinity", "minus infinity", "negative infinity", "-oo", "-∞", r"-\infty", "-inf")),
        "-oo",
    )


def decorate_point(author: Author, place: Point, body: str) -> str:
    r"""Write `\lim_{x \to a}` in front of an expression."""
    rng, name = author.rng, author.variable if author.plain_text else greek(author.variable)
    if author.plain_text:
        target = place.py.replace("**", "^")
        return rng.choice(
            (
                f"lim {name}->{target} {body}",
                f"lim_{{{name}->{target}}} {body}",
                f"lim({name}->{target}) {body}",
                f"lim_({name}->{target}) {body}",
            )
        )
    sign = rng.choice((r"\lim",) * 12 + (r"\lim\limits", r"\displaystyle\lim"))
    arrow = rng.choice(
        (r" \to ", r" \to ", r" \to ", r"\to ", r"\to ", r" \rightarrow ", r"\rightarrow ", r" \to", " → ")
    )
    if arrow == r" \to" and place.tex[0].isalpha():
        arrow = r" \to "
    return (
        f"{sign}_{{{name}{arrow}{place.tex}}}{rng.choice((' ', ' ', '', ' ')) if not body[0].isalpha() else ' '}{body}"
    )
