"""The rules of the LaTeX grammar for names, fractions, roots and functions; the rest is in ``_latex.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy  # type: ignore[import-untyped]

from .lexer import FUNCTIONS, GREEK, LatexError, Token
from .sympy_syntax import MAX_EXPONENT, number, power

if TYPE_CHECKING:
    from .parser import Parser

_FUNCTION_LETTERS = frozenset({"f", "g", "h", "F", "G", "H", "\\Gamma", "\\zeta"})
_REFUSED_LETTERS = {
    "E": "E could be Euler's number",
    "I": "I could be the imaginary unit",
    "d": "d could be a differential",
    "i": "i could be the imaginary unit",
    "o": "o could be a zero",
    "O": "O could be a zero",
}
_NAMES = {"ln": "log", "abs": "Abs", **{f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan")}}
_NAMES |= {f"ar{name}": f"a{name}" for name in ("sinh", "cosh", "tanh")}
_POWER_OF_FUNCTION = "a power after a function's argument could be the function's or the argument's"


def is_function(token: Token) -> bool:
    """Tell whether the token is a function that takes its argument without brackets too."""
    return token.kind == "command" and token.text[1:] in FUNCTIONS - {"sqrt", "abs"}


def letter(parser: Parser, token: Token) -> Any:
    """Read a one-letter or declared name."""
    name = token.text
    if name not in parser.variables:
        if name == "e":
            return sympy.E
        if name in _REFUSED_LETTERS:
            raise LatexError(_REFUSED_LETTERS[name])
        _check_not_applied(parser, name)
    return sympy.Symbol(name)


def greek(parser: Parser, name: str) -> Any:
    """Read a Greek letter, or infinity."""
    if name == "pi":
        return sympy.pi
    if name == "infty":
        return sympy.oo
    if name not in parser.variables:
        if name not in GREEK or name.startswith("var"):
            raise LatexError(f"\\{name} is not understood")
        _check_not_applied(parser, f"\\{name}")
    return sympy.Symbol(name)


def _check_not_applied(parser: Parser, name: str) -> None:
    """Refuse ``f(x+1)`` and ``a(x)``, which could be functions; ``a(x+1)`` is a product."""
    bracket, *inside = parser.tokens[parser.position : parser.position + 3]
    single = len(inside) == 2 and inside[0].kind in {"letter", "command"} and inside[1].text in {")", "]"}
    if bracket.text in {"(", "["} and (name in _FUNCTION_LETTERS or single):
        raise LatexError(f"{name}(...) could be a function")
    if bracket.text in {"_", "'"}:
        raise LatexError(f"{bracket.text!r} after {name} is not understood")


def fraction(parser: Parser) -> Any:
    """Read the two arguments of a fraction."""
    token = parser.next
    if token.kind == "number" and len(token.text) == 2 and token.text.isdigit():  # \frac12
        parser.take()
        return number(token.text[0]) / number(token.text[1])
    return parser.argument() / parser.argument()


def root(parser: Parser) -> Any:
    """Read a root's degree and argument."""
    degree: Any = sympy.Integer(2)
    if parser.accept("["):
        degree = parser.closed("]")
    if parser.next.text == "(":
        return power(parser.bracket(), 1 / degree)
    braced = parser.next.text == "{"
    value = power(parser.argument(), 1 / degree)
    if not braced and (parser.next.kind in {"letter", "number"} or parser.next.text in {"^", "/", "("}):
        raise LatexError("what follows a root without braces could be under the root")
    return value


def function(parser: Parser, token: Token) -> Any:
    """Read a function's base, exponent and argument."""
    name = _NAMES.get(token.text[1:], token.text[1:])
    base = parser.argument() if name == "log" and parser.accept("_") else None
    exponent: Any = sympy.Integer(1)
    if parser.accept("^"):
        exponent = parser.argument()
        if exponent == -1 and f"a{name}" in FUNCTIONS:
            name, exponent = f"a{name}", -exponent
        elif not (exponent.is_Integer and 1 < exponent <= MAX_EXPONENT):
            raise LatexError(f"the exponent of \\{name} is not understood")
    value, bare = _function_argument(parser)
    applied = getattr(sympy, name)(value) if base is None else sympy.log(value, base)
    parser.bare = value if bare else None
    # SymPy itself prints log(x + 1)**2 as \log{\left(x + 1 \right)}^{2}: braces make it clear.
    clear = token.word or value.is_Symbol or parser.tokens[parser.position - 1].text == "}"
    if parser.next.text == "^" and (bare or exponent != 1 or not clear):
        raise LatexError(_POWER_OF_FUNCTION)
    return power(applied, exponent)


def _function_argument(parser: Parser) -> tuple[Any, bool]:
    """Return the argument, and whether it stood without brackets."""
    if parser.at_bracket():
        return parser.bracket(), False
    if not parser.accept("{"):
        return _bare_argument(parser), True
    bare = not parser.at_bracket()
    value = _bare_argument(parser) if bare else parser.bracket()
    parser.expect("}")
    return value, bare


def _bare_argument(parser: Parser) -> Any:
    r"""Read what people leave without brackets: x, x^2, 2x, 2\pi x, \frac{x}{2}, \ln x; at most one variable."""
    if is_function(parser.next):
        return parser.factor()
    value: Any = None
    while parser.next.kind in {"number", "letter", "command"} and not is_function(parser.next):
        euler = parser.next.text == "e" and "e" not in parser.variables
        if value is not None:
            if euler or parser.next.kind == "number":
                break
            parser.check_implicit()
        factor = parser.factor()
        value = factor if value is None else value * factor
        if parser.varies(factor) or euler:
            break
    if value is None:
        raise LatexError("a function without an argument")
    if not parser.varies(value) and len(value.free_symbols) > 1:
        raise LatexError("how far a function's argument goes is not clear")
    parser.bare = None
    return value
