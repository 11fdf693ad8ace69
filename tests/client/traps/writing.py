"""How a problem is typed: the same expression as LaTeX and in SymPy's syntax, in the styles people use."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from student_client._plan import Plan
from student_client._problem import Problem

NAMES = ("expr", "var", "point")
Number = int | Fraction

WORDS = {
    "solve": (
        "Solve",
        "solve",
        "Solve for {v}",
        "Solve the equation",
        "Find all solutions",
        "Solve the equation for {v}.",
    ),
    "zeros": ("Find the zeros", "find the zeros of the function", "Find the roots"),
    "critical": ("Find the critical numbers", "Find all critical numbers of the function", "find the critical points"),
    "simplify": ("Simplify", "simplify", "Simplify the expression", "Simplify fully"),
    "expand": ("Expand", "expand", "Expand the brackets", "Multiply out"),
    "factor": ("Factor completely", "Factor", "factorise fully", "Factorize completely"),
    "derivative": ("Differentiate", "Find the derivative", "differentiate", "Find the derivative with respect to {v}"),
    "antiderivative": ("Integrate", "Find the indefinite integral", "integrate", "Evaluate the integral"),
    "definite": (
        "Evaluate the integral",
        "Evaluate",
        "compute",
        "Evaluate the definite integral",
        "Find the exact value",
    ),
    "improper": ("Evaluate the improper integral", "Evaluate", "compute", "Find the value of the improper integral"),
    "limit": ("Find the limit", "Evaluate the limit", "limit", "compute the limit", "Find the limit."),
    "value": ("Evaluate", "compute", "Find the exact value"),
}


class Typed(NamedTuple):
    """An expression twice: LaTeX, and SymPy's syntax."""

    tex: str
    code: str


@dataclass(frozen=True)
class Trap:
    """A problem with a right plan, if the tools can express one, and wrong plans, each with the name of its mistake."""

    label: str
    problem: Problem
    right: Plan | None
    wrong: tuple[Plan, ...]
    kinds: tuple[str, ...]


def plan(*steps: str, final: Sequence[str] = ()) -> Plan:
    """Return a plan of steps such as ``"limit | sin(x)/x | x | 0"``; ``final`` names several answers in order."""
    made = []
    for step in steps:
        tool, *arguments = (part.strip() for part in step.split("|"))
        made.append({"type": "tool", "tool": tool, "args": dict(zip(NAMES, arguments, strict=False))})
    result = list(final) or f"R{len(steps)}"
    if len(final) == 1:
        result = final[0]
    return Plan.parse(json.dumps({"steps": [*made, {"type": "final", "payload": {"result": result}}]}))


def between(code: str, v: str, low: str, high: str) -> tuple[str, ...]:
    """Return the steps of a definite integral: antiderivative, its values or limits at both ends, difference."""
    ends = [f"{'limit' if 'oo' in at else 'substitute'} | R1 | {v} | {at}" for at in (high, low)]
    return (f"integrate | {code} | {v}", *ends, "simplify | R2 - R3")


def split(left: str, right: str, v: str, ends: tuple[str, str, str]) -> tuple[str, ...]:
    """Return the steps of a definite integral whose integrand is ``left`` until the middle, then ``right``."""
    low, middle, high = ends
    first = (f"integrate | {left} | {v}", f"substitute | R1 | {v} | {middle}", f"substitute | R1 | {v} | {low}")
    then = (f"integrate | {right} | {v}", f"substitute | R4 | {v} | {high}", f"substitute | R4 | {v} | {middle}")
    return (*first, *then, "simplify | R2 - R3 + R5 - R6")


def code(value: Number) -> str:
    """Return a number in SymPy's syntax, in brackets if it needs them."""
    return str(value) if value >= 0 and Fraction(value).denominator == 1 else f"({value})"


def is_sum(tex: str) -> bool:
    """Return whether there is a plus or minus outside all brackets."""
    depth = 0
    for sign in re.sub(r"\\left\|.*?\\right\||\|[^|]*\|", "", tex):
        depth += (sign in "{([") - (sign in "})]")
        if sign in "+-" and depth == 0:
            return True
    return False


class Pen:
    """Writes one problem: one letter, one style throughout."""

    def __init__(self, rng: random.Random, letters: str = "xxxtuzy") -> None:
        self.rng = rng
        self.v = rng.choice(letters)
        self.fraction = rng.choice((r"\frac", r"\frac", r"\dfrac"))
        self.tall = rng.random() < 0.4
        self.braces = rng.random() < 0.3
        self.tight = rng.random() < 0.3

    @property
    def x(self) -> Typed:
        return Typed(self.v, self.v)

    def ask(self, what: str) -> str:
        return self.rng.choice(WORDS[what]).format(v=self.v)

    def whole(self, low: int, high: int, *, but: Sequence[Number] = ()) -> int:
        return self.rng.choice([n for n in range(low, high + 1) if n not in but])

    def sign(self) -> int:
        return self.rng.choice((1, -1))

    def far(self, low: int = -3, high: int = 6) -> Fraction:
        """Return a digit times a power of ten, of either sign."""
        return self.sign() * self.rng.choice((1, 2, 3, 5, 7, 9)) * Fraction(10) ** self.rng.randint(low, high)

    def paren(self, tex: str) -> str:
        return rf"\left({tex}\right)" if self.tall else f"({tex})"

    def number(self, value: Number) -> Typed:
        value = Fraction(value)
        sign = "-" if value < 0 else ""
        size = abs(value)
        if size.denominator == 1:
            power = len(str(size.numerator)) - 1
            short = size.numerator == 10**power and power > 2 and self.rng.random() < 0.3
            return Typed(f"{sign}10^{{{power}}}" if short else f"{sign}{size.numerator}", code(value))
        digits = len(str(size.denominator)) - 1
        if size.denominator in {10, 100, 1000} and self.rng.random() < 0.2:
            return Typed(
                f"{sign}{size.numerator // size.denominator}.{size.numerator % size.denominator:0{digits}d}",
                code(value),
            )
        return Typed(rf"{sign}{self.fraction}{{{size.numerator}}}{{{size.denominator}}}", code(value))

    def raised(self, tex: str, power: int | str) -> str:
        plain = isinstance(power, int) and 0 <= power < 10 and not self.braces
        return f"{tex}^{power}" if plain else f"{tex}^{{{power}}}"

    def poly(self, *coefficients: Number) -> Typed:
        """Return a polynomial, highest power first."""
        top = len(coefficients) - 1
        return self.sum({top - place: value for place, value in enumerate(coefficients)})

    def sum(self, terms: Mapping[int, Number]) -> Typed:
        """Return the sum of coefficients times powers of the letter."""
        gap = "" if self.tight else " "
        tex, text = "", ""
        for power, value in terms.items():
            if not value:
                continue
            size = self.number(abs(Fraction(value)))
            letter = "" if power == 0 else self.v if power == 1 else self.raised(self.v, power)
            factor = "" if power == 0 else self.v if power == 1 else f"{self.v}**{power}"
            if abs(value) == 1 and letter:
                size = Typed("", "")
            sign = "-" if value < 0 else "+"
            tex += (f"{gap}{sign}{gap}" if tex else sign.strip("+")) + size.tex + letter
            body = "*".join(part for part in (size.code, factor) if part)
            text += (f" {sign} " if text else sign.strip("+")) + body
        return Typed(tex or "0", text or "0")

    def less(self, value: Number, factor: Number = 1) -> Typed:
        """Return the letter less a number: zero there."""
        return self.poly(factor, -factor * value)

    def over(self, top: Typed, bottom: Typed) -> Typed:
        return Typed(rf"{self.fraction}{{{top.tex}}}{{{bottom.tex}}}", f"({top.code})/({bottom.code})")

    def times(self, *factors: Typed) -> Typed:
        tex = "".join(self.paren(one.tex) if is_sum(one.tex) else one.tex for one in factors)
        return Typed(tex, "*".join(f"({one.code})" for one in factors))

    def plus(self, *terms: Typed) -> Typed:
        tex = terms[0].tex
        for one in terms[1:]:
            tex += f" - {one.tex[1:]}" if one.tex.startswith("-") else f" + {one.tex}"
        return Typed(tex, " + ".join(f"({one.code})" for one in terms))

    def minus(self, left: Typed, right: Typed) -> Typed:
        tex = self.paren(right.tex) if is_sum(right.tex) else right.tex
        return Typed(f"{left.tex} - {tex}", f"({left.code}) - ({right.code})")

    def power(self, base: Typed, power: int | str) -> Typed:
        tex = base.tex if len(base.tex) == 1 else self.paren(base.tex)
        return Typed(self.raised(tex, power), f"({base.code})**({power})")

    def root(self, inner: Typed, index: int = 2) -> Typed:
        if index == 2:
            return Typed(rf"\sqrt{{{inner.tex}}}", f"sqrt({inner.code})")
        return Typed(rf"\sqrt[{index}]{{{inner.tex}}}", f"({inner.code})**(1/{index})")

    def absolute(self, inner: Typed) -> Typed:
        return Typed(rf"\left|{inner.tex}\right|" if self.tall else f"|{inner.tex}|", f"Abs({inner.code})")

    def apply(self, name: str, inner: Typed) -> Typed:
        """Return a function such as ``ln`` of something."""
        bare = len(inner.tex) == 1 and self.rng.random() < 0.7
        tex = rf"\{name} {inner.tex}" if bare else rf"\{name}{self.paren(inner.tex)}"
        return Typed(tex, f"{ {'ln': 'log', 'arctan': 'atan', 'arcsin': 'asin'}.get(name, name) }({inner.code})")

    def exp(self, inner: Typed) -> Typed:
        return Typed(f"e^{inner.tex}" if len(inner.tex) == 1 else f"e^{{{inner.tex}}}", f"exp({inner.code})")

    def equals(self, left: Typed, right: Typed) -> Typed:
        return Typed(f"{left.tex} = {right.tex}", f"Eq({left.code}, {right.code})")

    def function(self, body: Typed, name: str = "f") -> str:
        return f"{name}({self.v}) = {body.tex}"

    def integral(self, body: Typed, low: str = "", high: str = "") -> str:
        bounds = f"_{{{low}}}^{{{high}}}" if low else ""
        tex = self.paren(body.tex) if is_sum(body.tex) else body.tex
        return rf"\int{bounds} {tex}{self.rng.choice((chr(92) + ',', ' '))}d{self.v}"

    def limit(self, body: Typed, at: str) -> str:
        tex = self.paren(body.tex) if is_sum(body.tex) else body.tex
        return rf"\lim_{{{self.v} \to {at}}} {tex}"

    def solve(self, equation: Typed | str) -> Plan:
        return plan(f"solve | {equation if isinstance(equation, str) else equation.code} | {self.v}")

    def trap(
        self,
        label: str,
        objective: str,
        tex: str,
        right: Plan | None,
        wrong: Mapping[str, Plan],
        *,
        variables: Sequence[str] = (),
        assume: Mapping[str, str] | None = None,
    ) -> Trap:
        problem = Problem(objective, tex, tuple(variables) or (self.v,), assume or {})
        return Trap(label, problem, right, tuple(wrong.values()), tuple(wrong))
