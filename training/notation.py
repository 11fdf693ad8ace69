"""Writes a mathematical expression in two ways at once: as people's LaTeX, and as the plan's SymPy text.

Every method of :class:`Writer` returns a :class:`Node` with the LaTeX (or plain text), the SymPy text that copies it
from left to right, and the tree that both mean. The tree is the ground truth: tests compare the SymPy text with it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Tree: TypeAlias = Any
"""A nested tuple: ("num", text), ("sym", name), ("add" | "mul", ...), ("frac" | "pow", a, b) or ("fn", name, arg)."""

GREEK = ("alpha", "beta", "gamma", "theta", "lambda", "mu", "phi", "omega", "rho", "sigma", "tau", "delta")
ATOMS = ("num", "sym")
_ARC = {"asin": "sin", "acos": "cos", "atan": "tan"}


@dataclass(frozen=True)
class Node:
    r"""An expression: LaTeX, SymPy text, meaning, and what kind of expression it is outermost.

    ``closed`` is the LaTeX to use before another factor: `\sin(x)` for `\sin x`.
    """

    tex: str
    py: str
    tree: Tree
    kind: str
    closed: str = ""


@dataclass(frozen=True)
class Style:
    """One person's way of writing, chosen once for a problem."""

    ascii: bool = False
    star: bool = False
    gap: float = 0.9
    braces: float = 0.3
    left_right: float = 0.2
    slash: float = 0.05
    fraction: str = r"\frac"
    dot: float = 0.12
    space: float = 0.3
    bare: float = 0.5

    @classmethod
    def random(cls, rng: random.Random) -> Style:
        """Return a random style, sometimes plain text."""
        plain = rng.random() < 0.08
        return cls(
            ascii=plain,
            star=plain and rng.random() < 0.5,
            gap=rng.choice((0.0, 0.0, 1.0, 1.0, 1.0, 0.5)),
            braces=rng.choice((0.0, 0.0, 0.0, 1.0, 1.0, 0.5)),
            left_right=rng.choice((0.0, 0.0, 0.0, 1.0, 0.5)),
            slash=1.0 if plain else rng.choice((0.0, 0.0, 0.05, 0.5)),
            fraction=rng.choice((r"\frac",) * 9 + (r"\dfrac", r"\tfrac")),
            dot=rng.choice((0.0, 0.0, 0.05, 0.05, 0.5, 1.0)),
            space=rng.choice((0.0, 0.0, 0.5, 1.0)),
            bare=rng.choice((0.0, 0.5, 1.0)),
        )


def group(node: Node) -> str:
    """Return the SymPy text, in parentheses unless it is a number, a name or already in them."""
    return node.py if node.kind in ATOMS or node.kind == "paren" else f"({node.py})"


def _touch(left: str, right: str) -> str:
    """Join two pieces of LaTeX so that a command's name does not run into a letter."""
    return f"{left} {right}" if re.search(r"\\[A-Za-z]+\Z", left) and right[:1].isalpha() else left + right


class Writer:
    """Writes expressions in one style. All randomness comes from ``rng``."""

    def __init__(self, rng: random.Random, style: Style) -> None:
        self.rng = rng
        self.style = style

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.rng.random() < probability

    def num(self, text: str | int) -> Node:
        """Return a number that is not negative, as written."""
        return Node(str(text), str(text), ("num", str(text)), "num")

    def sym(self, name: str) -> Node:
        """Return a variable or constant; Greek names get their backslash."""
        tex = f"\\{name}" if name in (*GREEK, "pi") and not self.style.ascii else name
        if "_" in name and not self.style.ascii and self.chance(0.5):
            tex = re.sub(r"_(.*)", r"_{\1}", name)
        return Node(tex, name, ("sym", name), "sym")

    def e(self) -> Node:
        """Return Euler's number."""
        return Node("e", "E", ("sym", "E"), "sym")

    def paren(self, node: Node) -> Node:
        """Return the expression in parentheses."""
        if self.style.ascii or not self.chance(self.style.left_right):
            left, right = "(", ")"
            if not self.style.ascii and self.chance(0.03):
                left, right = "[", "]"
        else:
            left, right = self.rng.choice(((r"\left(", r"\right)"),) * 9 + ((r"\left[", r"\right]"),))
            if self.chance(0.2):
                left, right = left + " ", " " + right
        return Node(left + node.tex + right, f"({node.py})", node.tree, "paren")

    def add(self, terms: Sequence[tuple[str, Node]]) -> Node:
        """Return a sum; every term comes with its sign, "+" or "-"."""
        tex, py, trees = "", "", []
        for index, (sign, given) in enumerate(terms):
            node = self.paren(given) if given.kind in ("add", "neg") else given
            operator = sign
            if index:
                gap = " " if self.chance(self.style.gap) else ""
                operator = f"{gap}{sign}{gap}"
            elif sign == "+":
                operator = ""
            tex += operator + node.tex
            py += ("" if not index and sign == "+" else sign) + node.py
            trees.append(node.tree if sign == "+" else ("neg", node.tree))
        if len(terms) == 1:
            return terms[0][1] if terms[0][0] == "+" else Node(tex, py, trees[0], "neg")
        return Node(tex, py, ("add", *trees), "add")

    def neg(self, node: Node) -> Node:
        """Return minus the expression."""
        return self.add([("-", node)])

    def _between(self, left: Node, right: Node) -> str:
        style = self.style
        digit = (
            right.tex[:1].isdigit()
            or (left.kind == "num" and right.kind == "frac")
            or right.tex.startswith(("|", "[", r"\left["))
        )
        if style.ascii:
            if left.kind == "num" and right.kind != "num" and not digit and self.chance(0.6):
                return "" if self.chance(0.8) else " "
            if right.kind == "paren" and left.kind in ("sym", "paren") and self.chance(0.5):
                return ""
            return " * " if self.chance(style.gap * 0.3) else "*"
        if digit or self.chance(style.dot * 0.5 if left.kind == "num" else style.dot):
            sign = r"\times" if self.chance(0.12) else r"\cdot"
            return f" {sign} "
        if left.kind == "num" and right.kind in ("sym", "pow", "paren"):
            return " " if self.chance(style.space * 0.15) else ""
        return self.rng.choice((" ", " ", r"\,")) if self.chance(style.space) else ""

    def mul(self, *factors: Node) -> Node:
        """Return a product, usually without signs."""
        if len(factors) == 1:
            return factors[0]
        nodes = [self.paren(f) if f.kind in ("add", "neg", "slash") else f for f in factors]
        tex = ""
        for index, node in enumerate(nodes):
            last = index == len(nodes) - 1
            text = node.tex if last or not node.closed or nodes[index + 1].kind == "func" else node.closed
            if index:
                separator = self._between(nodes[index - 1], node)
                tex = tex + separator + text if separator else _touch(tex, text)
            else:
                tex = text
        closed = tex if not nodes[-1].closed else tex[: -len(nodes[-1].tex)] + nodes[-1].closed
        return Node(tex, "*".join(n.py for n in nodes), ("mul", *(n.tree for n in nodes)), "mul", closed)

    def frac(self, top: Node, bottom: Node, *, slash: bool = False) -> Node:
        """Return a fraction, stacked or with a slash."""
        tree = ("frac", top.tree, bottom.tree)
        if (
            (slash or self.chance(self.style.slash))
            and not self.style.ascii
            and not {"frac", "slash"} & {top.kind, bottom.kind}
        ):
            upper = self.paren(top) if top.kind in ("add", "neg") else top
            lower = bottom if bottom.kind in (*ATOMS, "paren", "pow", "root") else self.paren(bottom)
            return Node(f"{upper.closed or upper.tex}/{lower.tex}", f"{upper.py}/{lower.py}", tree, "slash")
        if self.style.ascii:
            upper, lower = (n if n.kind in ATOMS else self.paren(n) for n in (top, bottom))
            return Node(f"{upper.tex}/{lower.tex}", f"{upper.py}/{lower.py}", tree, "slash")
        py = f"{group(top)}/{group(bottom)}"
        if len(top.tex) == len(bottom.tex) == 1 and top.tex.isdigit() and self.chance(0.05):
            return Node(f"{self.style.fraction}{top.tex}{bottom.tex}", py, tree, "frac")
        if self.chance(0.004):
            return Node(f"{{{top.tex} \\over {bottom.tex}}}", py, tree, "frac")
        return Node(f"{self.style.fraction}{{{top.tex}}}{{{bottom.tex}}}", py, tree, "frac")

    def _exponent(self, node: Node) -> str:
        if self.style.ascii:
            sign = "**" if self.style.star else "^"
            return sign + (node.tex if node.kind in ATOMS else f"({node.tex})")
        single = len(node.tex) == 1 or (node.kind == "sym" and "_" not in node.tex)
        return f"^{node.tex}" if single and not self.chance(self.style.braces) else f"^{{{node.tex}}}"

    def power(self, base: Node, exponent: Node) -> Node:
        """Return a power."""
        node = base if base.kind in (*ATOMS, "paren") else self.paren(base)
        tree = ("pow", node.tree, exponent.tree)
        return Node(node.tex + self._exponent(exponent), f"{node.py}**{group(exponent)}", tree, "pow")

    def exp(self, arg: Node) -> Node:
        """Return the exponential function, usually as a power of e."""
        py, tree = f"exp({arg.py})", ("fn", "exp", arg.tree)
        if self.chance(0.12):
            if not self.style.ascii and self.chance(0.1):
                return Node(r"\mathrm{e}" + self._exponent(arg), py, tree, "pow")
            name = "exp" if self.style.ascii else r"\exp"
            return Node(name + self.paren(arg).tex, py, tree, "func")
        return Node("e" + self._exponent(arg), py, tree, "pow")

    def root(self, arg: Node, degree: int = 2) -> Node:
        """Return a square root, or a root of a higher degree."""
        if degree == 2:
            py, tree = f"sqrt({arg.py})", ("fn", "sqrt", arg.tree)
            tex = f"sqrt({arg.tex})" if self.style.ascii else rf"\sqrt{{{arg.tex}}}"
            if not self.style.ascii and arg.kind in ATOMS and len(arg.tex) == 1 and self.chance(0.06):
                tex = rf"\sqrt {arg.tex}" if arg.tex.isalpha() else rf"\sqrt{arg.tex}"
            return Node(tex, py, tree, "root")
        tree = ("pow", arg.tree, ("frac", ("num", "1"), ("num", str(degree))))
        if self.style.ascii:
            return self.power(arg, self.paren(self.frac(self.num(1), self.num(degree))))
        return Node(rf"\sqrt[{degree}]{{{arg.tex}}}", f"{group(arg)}**(1/{degree})", tree, "pow")

    def absolute(self, arg: Node) -> Node:
        """Return an absolute value."""
        left, right = (r"\left|", r"\right|") if self.chance(self.style.left_right) else ("|", "|")
        tex = f"abs({arg.tex})" if self.style.ascii else left + arg.tex + right
        return Node(tex, f"Abs({arg.py})", ("fn", "Abs", arg.tree), "func")

    def _argument(self, arg: Node, *, simple: bool) -> tuple[str, str]:
        """Return a function's argument twice: as written, and in parentheses or braces."""
        if self.style.ascii:
            return f"({arg.tex})", f"({arg.tex})"
        closed = self.paren(arg).tex
        if not simple or not self.chance(self.style.bare):
            return closed, closed
        if self.chance(0.12):
            return f"{{{arg.tex}}}", f"{{{arg.tex}}}"
        return (arg.tex if arg.tex.startswith("\\") and self.chance(0.5) else f" {arg.tex}"), closed

    def func(self, name: str, arg: Node, power: int = 1) -> Node:
        """Return a function such as sin, log or atan of ``arg``, raised to ``power``."""
        py, tree = f"{name}({arg.py})", ("fn", name, arg.tree)
        simple = arg.kind in ("sym", "frac", "root") or (
            arg.kind == "mul" and len(arg.tex) <= 4 and arg.tex[0].isdigit()
        )
        simple = simple or (arg.kind == "pow" and arg.tex[0] != "(" and "(" not in arg.py and self.chance(0.3))
        shown = name
        if name == "log":
            shown = self.rng.choice(("ln", "ln", "ln", "log"))
        elif name in _ARC:
            inverse = power == 1 and self.chance(0.3) and not self.style.ascii
            shown = f"{_ARC[name]}^{{-1}}" if inverse else f"arc{_ARC[name]}"
            if self.style.ascii and self.chance(0.5):
                shown = name
        head = shown if self.style.ascii else f"\\{shown}"
        text, closed = self._argument(arg, simple=simple and not (shown.endswith("}") and arg.kind == "pow"))
        if power == 1:
            return Node(head + text, py, tree, "func", head + closed)
        py = f"{py}**{power}"
        powered = ("pow", tree, ("num", str(power)))
        raised = self._exponent(self.num(power))
        if self.style.ascii or self.chance(0.15):
            outer = (
                head + closed if self.style.ascii or self.chance(0.5) else self.paren(Node(head + text, "", (), "")).tex
            )
            return Node(outer + raised, py, powered, "func")
        return Node(head + raised + text, py, powered, "func", head + raised + closed)

    def log_base(self, arg: Node, base: int) -> Node:
        """Return a logarithm with a base other than e."""
        text = self.paren(arg).tex if arg.kind != "sym" or self.chance(0.5) else f" {arg.tex}"
        sub = str(base) if base < 10 and self.chance(0.5) else f"{{{base}}}"
        tree = ("frac", ("fn", "log", arg.tree), ("fn", "log", ("num", str(base))))
        py = f"log({arg.py})/log({base})"
        if self.style.ascii:
            return Node(f"log({arg.tex})/log({base})", py, tree, "slash")
        return Node(rf"\log_{sub}{text}", py, tree, "frac", rf"\log_{sub}{self.paren(arg).tex}")
