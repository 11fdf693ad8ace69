"""Says an equation in SymPy's syntax as people print it: ``Eq(x**2, 4)`` is ``x**2 = 4``."""

from __future__ import annotations

import ast
import re

_SIGNS = re.compile(r"(?<![A-Za-z_])(?:Eq|Abs|diff|Derivative)\(")
MAX_DERIVATIVE = 4
"""Highest derivative that is printed with primes."""


def as_printed(expression: str) -> str:
    """Return an expression without the names that only SymPy has; one without such names is returned as it is.

    Args:
        expression: the problem's expression.

    ``log`` is the natural logarithm in SymPy, so it is ``ln`` beside such a name.

    >>> as_printed("Eq(Abs(x - 3), log(2)), Eq(y, 1)")
    'abs(x - 3) = ln(2), y = 1'
    >>> as_printed("Eq(diff(y, x, 2) + y, 0)")
    "y'' + y = 0"
    """
    if not _SIGNS.search(expression) or "\\" in expression:
        return expression
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
        names = _Names()
        parts = [names.visit(part) for part in (tree.elts if isinstance(tree, ast.Tuple) else [tree])]
        text = ", ".join(map(_equation, parts))
    except (SyntaxError, ValueError, RecursionError):
        return expression
    return text if len(names.variables) < 2 else expression


def _equation(part: ast.expr) -> str:
    is_equation = isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "Eq"
    sides = part.args if isinstance(part, ast.Call) and is_equation and len(part.args) == 2 else [part]
    return " = ".join(ast.unparse(side).replace("_PRIME", "'") for side in sides)


class _Names(ast.NodeTransformer):
    """Replaces SymPy's names, and notes the variables of derivatives."""

    def __init__(self) -> None:
        self.variables: set[str] = set()

    def visit_Call(self, call: ast.Call) -> ast.expr:
        """Replace the name of a function; a derivative of a letter becomes the letter with primes."""
        self.generic_visit(call)
        if not isinstance(call.func, ast.Name) or call.keywords:
            return call
        if call.func.id in {"diff", "Derivative"}:
            return self._derivative(call.args)
        name = {"Abs": "abs", "log": "ln" if len(call.args) == 1 else "log"}.get(call.func.id, call.func.id)
        call.func = ast.Name(name)
        return call

    def _derivative(self, said: list[ast.expr]) -> ast.expr:
        letter, variable, *order = said
        times = ast.literal_eval(order[0]) if order else 1
        plain = isinstance(letter, ast.Name) and isinstance(variable, ast.Name) and len(order) < 2
        if not isinstance(letter, ast.Name) or not plain or times not in range(1, MAX_DERIVATIVE + 1):
            raise ValueError("not a derivative of a letter")
        self.variables.add(ast.unparse(variable))
        return ast.Name(letter.id + "_PRIME" * times)
