"""Parts of every kind of problem: its names, its notation, and the plan that solves it."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from student_client._plan import Plan
from student_client._tools import named

from training.expressions import Maker
from training.factors import greek, pick_names
from training.notation import Node

PRIMED = 0.09
"""Share of integrands written after `f'(x) =`."""
ARROWS = (r"\mapsto", r"\mapsto", r"\to", r"\rightarrow")


@dataclass(frozen=True)
class Sample:
    """One problem with its plan.

    ``tree`` is the meaning of the plan's first expression, if the tests read it; ``longer`` is the number of characters
    that its expression may have beyond the longest.
    """

    kind: str
    objective: str
    expression: str
    variables: tuple[str, ...]
    plan: Plan
    tree: object = None
    longer: int = 0


def plan_of(*steps: tuple[str, dict[str, str]], results: tuple[int, ...] = ()) -> Plan:
    """Return the plan of these tool steps; its result is the last one's, or those of ``results``."""
    data: list[dict[str, object]] = [{"type": "tool", "tool": tool, "args": args} for tool, args in steps]
    named_results = tuple(f"R{number}" for number in results) or f"R{len(steps)}"
    data.append({"type": "final", "payload": {"result": named_results}})
    return Plan.model_validate({"steps": data}, strict=False)


def call(tool: str, *values: str) -> tuple[str, dict[str, str]]:
    """Return a tool step with these arguments, in the order of the table of tools."""
    return tool, named(tool, values)


def step(tool: str, expr: str, variable: str, at: str = "") -> tuple[str, dict[str, str]]:
    """Return one tool step with the tool's arguments."""
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
        self.named = rng.random() < 0.3
        self.plain_text = self.m.style.ascii

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.rng.random() < probability

    def called(self) -> str:
        """Return the variable's name in an objective."""
        return greek(self.variable) if self.chance(0.3) else self.variable

    def variables(self, *, cued: bool) -> tuple[str, ...]:
        """Return the list of variables; the problem's own comes first unless the objective or notation names it."""
        if not self.constants or not self.chance(0.75 if cued else 0.4):
            return (self.variable,)
        names = [self.variable, *(c for c in self.constants if c != "pi")]
        if cued and self.chance(0.6):
            self.rng.shuffle(names)
        return tuple(names)

    def letters(self, *trees: object) -> list[str]:
        """Return all letters of an equation, the variable first."""
        found = [self.variable]
        for name in re.findall(r"'sym', '(\w+)'", repr(trees)):
            if name not in (*found, "pi", "E"):
                found.append(name)
        return found

    def told(self, objective: str) -> bool:
        """Return whether the objective names the variable."""
        return re.search(rf"(?<![A-Za-z]){re.escape(self.variable)}(?![A-Za-z_(])", objective) is not None

    def renamed(self, text: str, tex: str) -> str:
        """Return an objective's text that calls the function as `g(x) = ...` does, mostly."""
        head = re.match(r"([A-Za-z])(\(.*?\))? ?=", tex)
        if head is None or head[1] == "f" or self.chance(0.1):
            return text
        return re.sub(r"(?<![A-Za-z{}\\])f(?![A-Za-z}])", head[1], text)

    def whole(self, node: Node) -> Node:
        """Return the expression written so that an operator before it applies to all of it."""
        if node.kind in ("add", "neg"):
            return self.m.w.paren(node)
        return self.m.w.paren(node) if self.chance(0.1) else node

    def equals(self, tex: str, share: float = 0.25) -> str:
        """Put `f(x) =` or `y =` in front, sometimes."""
        if not self.chance(share):
            return tex
        gap = self.rng.choice((" ", " ", ""))
        name = greek(self.variable) if not self.plain_text else self.variable
        letter = "y" if self.variable != "y" and self.constants.count("y") == 0 and self.chance(0.4) else ""
        letters = [c for c in "ffffffgghpFsvuCPNRTAVQx" if c not in (self.variable, *self.constants)]
        called = self.rng.choice(letters)
        if called not in "fghpFx" and self.chance(0.4):
            return f"{called}{gap}={gap}{tex}"
        prime = "'" if share == PRIMED else ""
        if not prime and self.chance(0.04):
            colon = self.rng.choice((": ", ": ", " : ") if self.plain_text else (": ", ": ", r"\colon ", " : "))
            return f"{called}{colon}{name} {'->' if self.plain_text else self.rng.choice(ARROWS)} {tex}"
        return f"{letter or called + prime + '(' + name + ')'}{gap}={gap}{tex}"

    def derivative_sign(self, node: Node, order: int = 1) -> str:
        r"""Write the expression behind `\frac{d}{dx}`."""
        rng, name = self.rng, self.variable if self.plain_text else greek(self.variable)
        tight = node if node.kind not in ("add", "neg", "mul") else self.m.w.paren(node)
        body = (tight if node.kind != "mul" or self.chance(0.5) else node).tex
        gap = rng.choice(("", " ", r"\,")) if not self.plain_text else " "
        power = "" if order == 1 else (f"^{order}" if self.chance(0.6) or self.plain_text else f"^{{{order}}}")
        d = rng.choice(("d",) * 8 + (r"\mathrm{d}", r"\partial"))
        space = " " if d == r"\partial" and not name.startswith("\\") else ""
        if self.plain_text:
            return f"d{power}/d{name}{power} {body}"
        if self.chance(0.08):
            return self.m.w.paren(node).tex + "'" * order
        return rf"\frac{{{d}{power}}}{{{d}{space}{name}{power}}}{gap}{body}"

    def integral_sign(self, node: Node, bounds: str = "") -> str:
        r"""Write the expression between `\int` and `dx`."""
        rng, name = self.rng, self.variable if self.plain_text else greek(self.variable)
        body = node.tex
        d = "d" + name
        top = re.fullmatch(r"(\\[dt]?frac)\{([^{}]*)\}(\{.*)", body)
        if top and not self.plain_text and self.chance(0.06):
            over = f"{top[1]}{{{d if top[2] == '1' else top[2] + self.rng.choice((' ', chr(92) + ',')) + d}}}{top[3]}"
            return rf"\int{bounds} {over}"
        if self.plain_text:
            return f"{rng.choice(('int', 'int', 'integral of', '∫')) if not bounds else 'int' + bounds} {body} {d}"
        sign = rng.choice((r"\int",) * 12 + (r"\displaystyle\int", r"\int\limits")) + bounds
        gap = rng.choice((" ", " ", "", r"\,"))
        gap = " " if not gap and body[0].isalpha() else gap
        end = rng.choice((r" \, ", r"\,", r"\, ", r" \,", " ", " ", r"\;", "", r" \mathrm{d}"))
        if end == r" \mathrm{d}":
            return sign + gap + body + rng.choice((" ", r"\,")) + r"\mathrm{d}" + name
        if not end and body[-1].isalnum():
            end = " "
        return f"{sign}{gap}{body}{end}{d}"


def first_step(author: Author, tool: str, node: Node, *, share: float) -> tuple[str, str, bool]:
    """Return expression, SymPy text and whether the notation names the operator."""
    if tool == "integrate" and author.chance(share):
        if node.kind == "frac" and node.py.startswith("1/") and author.chance(0.6):
            return r"\int " + node.tex.replace("{1}", "{d" + greek(author.variable) + "}", 1), node.py, True
        if node.kind in ("add", "neg") and author.chance(0.75):
            node = author.m.w.paren(node)
        return author.integral_sign(node), node.py, True
    if tool == "differentiate" and author.chance(share):
        inner = author.m.w.paren(node) if node.kind in ("add", "neg") else node
        return author.derivative_sign(inner), inner.py, True
    return author.equals(node.tex, 0.25 if tool == "differentiate" else PRIMED), node.py, False
