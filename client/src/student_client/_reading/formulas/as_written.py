r"""Converts an expression as models write it (``x^2``, ``2x``, ``\frac{1}{x}``, ``y = x``) to SymPy's syntax.

Text in SymPy's syntax remains unchanged. Any other is read by the grammar of problems, or not at all.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from ..statement import NotRead, Statement
from .notation import parse_point, parse_statement, parse_system
from .parser import parse_latex
from .tree import Equation, Inequality, Node, Printed, System, symbol, text

EQUATIONS = frozenset({"solve", "solve_system", "solve_inequality", "implicit", "dsolve"})
"""The tools for which ``y = x**2`` is an equation; for the others it is the definition of y."""

_FOREIGN = re.compile(r"[^A-Za-z0-9_+\-*/(),. \[\]<>=]|==|\)\s*[\w(]")
_JOINED = re.compile(r"\d(?:(?![eE][+-]?\d)[A-Za-z_]|\s*\()")
_NAME = re.compile(r"\b[A-Za-z]\w*")
_INDEXED = re.compile(r"(?<![A-Za-z])[A-Za-z][0-9]+\b")
_CONTROLS = str.maketrans({"\t": r"\t", "\n": r"\n", "\r": r"\r", "\f": r"\f", "\b": r"\b"})
_CONSTANTS = {"e": "E", "i": "I", "pi": "pi", "infinity": "oo"}


def is_sympy_syntax(written: str, variables: Sequence[str]) -> bool:
    """Return whether a text is in SymPy's syntax, with no call of a variable such as ``x(x + 1)``.

    >>> is_sympy_syntax("2*x**2", ["x"]), is_sympy_syntax("2x^2", ["x"]), is_sympy_syntax("x(x + 1)", ["x"])
    (True, False, False)
    """
    unnamed = _NAME.sub("", written)
    if _FOREIGN.search(written) or _JOINED.search(unnamed) or re.search(r"\w\s+\w", written):
        return False
    if any(re.search(rf"\b{re.escape(name)}\s*\(", written) for name in variables):
        return False
    try:
        ast.parse(written.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def sympy_text(written: str, tool: str, variables: Sequence[str], *, point: bool = False) -> str:
    r"""Return a model's text in SymPy's syntax, as a person can check it; unchanged if it is not understood.

    Args:
        written: the text.
        tool: the tool that the text is for.
        variables: the names in the tool's other arguments.
        point: whether it is a place or a bound, which may be infinite.

    >>> sympy_text(r"y = 3x^2 - \frac{1}{x}", "integrate", ["x"])
    '3*x**2 - 1/x'
    >>> sympy_text("x^2 = 4", "solve", ["x"])
    'Eq(x**2, 4)'
    """
    if is_sympy_syntax(written, variables):
        return written
    plain = re.sub(r"\\\\(?=[A-Za-z])", r"\\", written.translate(_CONTROLS))
    plain = re.sub(r"\bE\b", "e", re.sub(r"\bAbs\b", "abs", plain)).replace("==", "=")
    names = [*dict.fromkeys([*variables, *_INDEXED.findall(plain)])]
    try:
        return _sympy(parse_point(plain, names) if point else _expression(plain, tool, names))
    except NotRead:
        return written


def _expression(plain: str, tool: str, names: Sequence[str]) -> Printed:
    """Read an expression, an equation, several equations, or the part after ``y =``.

    Raises:
        NotRead: it is none, or asks another operation than the tool's.
    """
    if sides := _called(plain):
        return Equation(*(_node(parse_latex(side, names)) for side in sides))
    if tool in {"solve_system", "classify"} and (system := parse_system(plain, names)) is not None:
        return system.expression
    if tool in EQUATIONS:
        try:
            return parse_latex(plain, names)
        except NotRead:
            pass  # such as f(x) = x^2 if its zeros are asked
    return _stated(parse_statement(plain, names), tool, names)


def _stated(read: Statement, tool: str, names: Sequence[str]) -> Printed:
    asked = [(one.tool, one.variable, one.point, one.bounds) for one in read.operations]
    if asked not in ([], [(tool, *names[:1], None, None)]) or read.points or read.ranges:
        raise NotRead("the notation asks another operation than the tool's")
    return read.expression


def _called(plain: str) -> tuple[str, str] | None:
    """Return the two sides of ``Eq(left, right)``, of which one is not in SymPy's syntax."""
    match = re.fullmatch(r"\s*Eq\s*\((.*)\)\s*", plain, re.DOTALL)
    if match is None:
        return None
    depth, commas = 0, []
    for at, character in enumerate(match[1]):
        depth += (character in "([{") - (character in ")]}")
        if character == "," and depth == 0:
            commas.append(at)
    return (match[1][: commas[0]], match[1][commas[0] + 1 :]) if len(commas) == 1 and depth == 0 else None


def _node(read: Printed) -> Node:
    if not isinstance(read, Node):
        raise NotRead("a side of an equation must be an expression")
    return read


def _sympy(read: Printed) -> str:
    if isinstance(read, Equation):
        return f"Eq({_sympy(read.left)}, {_sympy(read.right)})"
    if isinstance(read, Inequality):
        sides = [_sympy(side) for side in read.sides]
        return sides[0] + "".join(f" {sign} {side}" for sign, side in zip(read.signs, sides[1:], strict=True))
    if isinstance(read, System):
        return ", ".join(map(_sympy, read.equations))
    return text(_renamed(_node(read))).replace("^", "**")


def _renamed(node: Node) -> Node:
    """Return a tree with constants as SymPy names them."""
    if node.head == "constant":
        return symbol(_CONSTANTS[str(node.value)])
    if node.head == "matrix":
        raise NotRead("a matrix must be written as Matrix([[1, 2], [3, 4]])")
    return Node(node.head, tuple(map(_renamed, node.args)), node.value)
