"""Reads an expression in SymPy's syntax that a model wrote, without evaluating it.

The text is hostile until proved otherwise: it is parsed by :func:`ast.parse`, every node must be on an
allow-list, and SymPy objects are built node by node under caps. Nothing here calls ``eval`` or ``sympify``.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

MAX_LENGTH = 500
"""Characters in an expression, as :data:`student_client._plan.MAX_TEXT`."""
MAX_NODES = 300
MAX_DEPTH = 100
"""Most depth of the syntax tree, in which each term of a sum is one deeper than the next."""
MAX_BRACKETS = 30
"""Brackets within brackets."""
MAX_DIGITS = 30
"""Digits of one number."""
MAX_EXPONENT = 100
"""Largest numeric exponent, and argument of a factorial."""
MAX_BITS = 4096
"""Bits of a power that is computed: 9**9**9 would have a billion."""


class ExpressionError(ValueError):
    """The text is not an expression that may be built; its one line says why.

    Args:
        message: the fault.
        wrong: False if the expression may be right, but is too large to be computed here.
    """

    def __init__(self, message: str, *, wrong: bool = True) -> None:
        super().__init__(message)
        self.wrong = wrong


def _log(argument: Any, base: Any = None) -> Any:
    return sympy.log(argument) if base is None else sympy.log(argument, base)


def _factorial(argument: Any) -> Any:
    if argument.is_number and not (argument.is_Integer and 0 <= argument <= MAX_EXPONENT):
        raise ExpressionError(f"factorial({argument}) is outside 0..{MAX_EXPONENT}")
    return sympy.factorial(argument)


def _binomial(above: Any, below: Any) -> Any:
    if any(part.is_number and not (part.is_Integer and 0 <= part <= MAX_EXPONENT) for part in (above, below)):
        raise ExpressionError(f"binomial({above}, {below}) is outside 0..{MAX_EXPONENT}")
    return sympy.binomial(above, below)


def _common(function: Callable[..., Any]) -> Callable[..., Any]:
    def of_integers(*parts: Any) -> Any:
        if not all(part.is_Integer for part in parts):
            raise ExpressionError("gcd and lcm require whole numbers", wrong=False)
        return function(parts)

    return of_integers


def _rational(numerator: Any, denominator: Any = 1) -> Any:
    if not all(sympy.sympify(part).is_Rational for part in (numerator, denominator)):
        raise ExpressionError("Rational requires numbers")
    return numerator / denominator


def _root(argument: Any, degree: Any) -> Any:
    return power(argument, 1 / degree)


FUNCTIONS: dict[str, tuple[Callable[..., Any], int, int]] = {
    **{
        name: (getattr(sympy, name), 1, 1)
        for name in ("sin", "cos", "tan", "sec", "csc", "cot", "floor", "ceiling", "arg", "conjugate")
    },
    **{name: (getattr(sympy, name), 1, 1) for name in ("asin", "acos", "atan", "asec", "acsc", "acot")},
    **{name: (getattr(sympy, name), 1, 1) for name in ("sinh", "cosh", "tanh", "sech", "csch", "coth")},
    **{
        name: (getattr(sympy, name), 1, 1) for name in ("asinh", "acosh", "atanh", "exp", "sqrt", "cbrt", "Abs", "sign")
    },
    "abs": (sympy.Abs, 1, 1),
    "log": (_log, 1, 2),
    "ln": (_log, 1, 1),
    "root": (_root, 2, 2),
    "factorial": (_factorial, 1, 1),
    "binomial": (_binomial, 2, 2),
    "gcd": (_common(sympy.gcd), 2, 6),
    "lcm": (_common(sympy.lcm), 2, 6),
    "Rational": (_rational, 1, 2),
}
"""Each function a model may call: how it is built, and the fewest and most arguments."""

CONSTANTS: dict[str, Any] = {"pi": sympy.pi, "E": sympy.E, "I": sympy.I, "oo": sympy.oo}

_NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,2}))?")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,31}")
REFERENCE = re.compile(r"R([1-9][0-9]*)")
LAMBDA = "lambda__"
"""Replaces the Greek letter in Python's grammar, in which ``lambda`` is a keyword; no model can use this name."""


def symbol(name: str) -> Any:
    """Return the symbol of that name; a constant's or function's name is refused."""
    if name in CONSTANTS or name in FUNCTIONS or name == "Eq":
        raise ExpressionError(f"{name} is not a variable")
    if not _NAME.fullmatch(name) or "__" in name:
        raise ExpressionError(f"{name[:40]!r} is not a name that may be used")
    return sympy.Symbol(name)


def power(base: Any, exponent: Any) -> Any:
    """Return ``base**exponent``, refused before it is computed if it would be huge."""
    if exponent.is_number:
        if not exponent.is_finite or abs(sympy.re(exponent)) > MAX_EXPONENT:
            raise ExpressionError(f"an exponent is larger than {MAX_EXPONENT}", wrong=False)
        if base.is_Rational and max(abs(base.p), base.q).bit_length() * abs(float(sympy.re(exponent))) > MAX_BITS:
            raise ExpressionError("a power is too large to compute", wrong=False)
    return base**exponent


_OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: power,
}


def number(text: str) -> Any:
    """Return the exact rational that a decimal or integer writes."""
    if not _NUMBER.fullmatch(text) or sum(character.isdigit() for character in text) > MAX_DIGITS:
        raise ExpressionError(f"{text[:40]!r} is not a number of at most {MAX_DIGITS} digits")
    return sympy.Rational(text)


class _Builder:
    """Builds one expression from its syntax tree."""

    def __init__(self, text: str, results: Sequence[Any]) -> None:
        self.text = text
        self.results = results

    def build(self, node: ast.AST) -> Any:
        if isinstance(node, ast.Constant):
            return number(self.text[node.col_offset : node.end_col_offset])
        if isinstance(node, ast.Name):
            return self._name(node.id)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
            operand = self.build(node.operand)
            return -operand if isinstance(node.op, ast.USub) else operand
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            return _OPERATORS[type(node.op)](self.build(node.left), self.build(node.right))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            return self._call(node.func.id, node.args)
        raise ExpressionError(f"{type(node).__name__} is not allowed in an expression")

    def _name(self, name: str) -> Any:
        if name == LAMBDA:
            return sympy.Symbol("lambda")
        if match := REFERENCE.fullmatch(name):
            return self._result(int(match[1]))
        return CONSTANTS[name] if name in CONSTANTS else symbol(name)

    def _result(self, step: int) -> Any:
        if step > len(self.results):
            raise ExpressionError(f"R{step} is not an earlier step's result")
        result = self.results[step - 1]
        if not isinstance(result, sympy.Expr):
            raise ExpressionError(f"R{step} is a list of solutions, not an expression")
        return result

    def _call(self, name: str, arguments: list[ast.expr]) -> Any:
        if name not in FUNCTIONS:
            raise ExpressionError(f"{name[:40]!r} is not a function that may be used")
        function, fewest, most = FUNCTIONS[name]
        if not fewest <= len(arguments) <= most:
            raise ExpressionError(f"{name} requires {fewest if fewest == most else f'{fewest} or {most}'} argument(s)")
        return function(*(self.build(argument) for argument in arguments))


def syntax_tree(text: str, further: str = "") -> ast.expr:
    """Return Python's syntax tree of a text that has passed the bounds on length, depth and characters.

    Args:
        text: the model's text.
        further: characters that are allowed beside those of an expression.
    """
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"the expression has {len(text)} characters, at most {MAX_LENGTH} are read")
    if not text.isascii() or not text.isprintable():
        raise ExpressionError("the expression has a character outside ASCII")
    if "__" in text:
        raise ExpressionError("'__' is not allowed in an expression")
    # Checked before ast.parse, which would warn of "1or 2" and recurse on the brackets.
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    if deepest > MAX_BRACKETS or re.search(
        rf"[^A-Za-z0-9_+\-*/(),. {re.escape(further)}]|\d(?![eE][+-]?\d)[A-Za-z_]", _unnamed(text)
    ):
        raise ExpressionError(f"the expression is not in SymPy's syntax: {text[:60]!r}")
    try:
        tree = ast.parse(re.sub(r"\blambda\b", LAMBDA, text), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ExpressionError(f"the expression is not in SymPy's syntax: {text[:60]!r}") from None
    if _measure(tree) > MAX_NODES:
        raise ExpressionError(f"the expression has more than {MAX_NODES} parts")
    return tree


def _unnamed(text: str) -> str:
    """Blank out names, so that the digits in ``x1y`` are not mistaken for a number's."""
    return re.sub(r"\b[A-Za-z]\w*", "", text)


def _measure(node: ast.AST, depth: int = 1) -> int:
    if depth > MAX_DEPTH:
        raise ExpressionError(f"the expression is nested deeper than {MAX_DEPTH}")
    return 1 + sum(_measure(child, depth + 1) for child in ast.iter_child_nodes(node))


def parse_expression(text: str, results: Sequence[Any] = ()) -> Any:
    """Build the SymPy expression that a model wrote.

    Args:
        text: an expression in SymPy's syntax, or ``Eq(left, right)``.
        results: the results of the earlier steps, for ``R1``, ``R2``, …

    Returns:
        An expression, or an equation.

    Raises:
        ExpressionError: anything that is not plain mathematics, or too large.

    >>> parse_expression("x**2 * sin(x) + 0.5")
    x**2*sin(x) + 1/2
    """
    text = text.strip()
    tree = syntax_tree(text)
    builder = _Builder(re.sub(r"\blambda\b", LAMBDA, text), results)
    equation = isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "Eq"
    try:
        if isinstance(tree, ast.Call) and equation:
            if len(tree.args) != 2 or tree.keywords:
                raise ExpressionError("Eq requires two arguments")
            sides = [defined(builder.build(side)) for side in tree.args]
            return sympy.Eq(*sides, evaluate=False)
        return defined(builder.build(tree))
    except ExpressionError:
        raise
    except (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
        raise ExpressionError(f"{text[:60]!r} cannot be built: {type(error).__name__}") from None


def builder_of(text: str, results: Sequence[Any]) -> Callable[[ast.expr], Any]:
    """Return a function that builds SymPy's expressions from the parts of a text's syntax tree.

    The builder raises:
        ExpressionError: a part is not plain mathematics, or too large.
    """
    builder = _Builder(re.sub(r"\blambda\b", LAMBDA, text.strip()), results)

    def build(part: ast.expr) -> Any:
        try:
            return builder.build(part)
        except ExpressionError:
            raise
        except (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
            raise ExpressionError(f"{text[:60]!r} cannot be built: {type(error).__name__}") from None

    return build


def defined(expression: Any) -> Any:
    """Return the expression, refused if it is undefined, such as 1/0."""
    if not isinstance(expression, sympy.Expr) or expression.has(sympy.nan, sympy.zoo):
        raise ExpressionError("the expression is undefined")
    return expression
