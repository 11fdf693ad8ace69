r"""Read the LaTeX of a textbook expression, or refuse it.

Why a parser of our own: SymPy's reads ``\cos(x)e^{x}`` as cos(e*x)**x, and latex2sympy2-extended reads
``x'`` as x and ``2 3`` as 5. What is read wrongly here would accept a wrong plan, so whatever people
read in two ways raises :class:`LatexError`. The tests compare it with latex2sympy2-extended.

The grammar (brackets are round, square, or bars; ``\left``, ``\right`` and spacing are dropped before)::

    equation = sum ["=" sum]
    sum      = ["+" | "-"] product {("+" | "-") product}
    product  = factor {["*" | "/"] factor}       nothing may follow "a/b" without a sign of its own
    factor   = atom ["^" exponent]
    atom     = number | letter | greek | "(" sum ")" | "|" sum "|" | "{" factor "}"
             | \frac arg arg | \sqrt ["[" sum "]"] arg | function ["_" arg] ["^" arg] argument
    argument = "(" sum ")" | bare                bare: x, x^2, 2x, ax, \pi x, \frac{x}{2}, \ln x, ...

``e`` is Euler's number and ``\log`` the natural logarithm (as in SymPy) unless it has a base. ``xy`` is a
product, ``x(x+1)`` too; ``f(x)`` is refused. ``\sin x^2`` is sin(x^2), ``\sin^{-1}`` the inverse function.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sympy  # type: ignore[import-untyped]

from .functions import fraction, function, greek, is_function, letter, root
from .lexer import FUNCTIONS, GREEK, LatexError, Token, tokenize, unwrap
from .sympy_syntax import ExpressionError, defined, number, power

MAX_DEPTH = 30
"""Brackets within brackets."""

_OPEN = {"(": ")", "[": "]", "⟨": "⟩", "|": "|"}
_BARS = "⟨|"
_END = Token("end", "the end")


def parse_latex(text: str, variables: Sequence[str]) -> Any:
    r"""Build the expression or equation that the LaTeX writes.

    Args:
        text: LaTeX or plain ASCII mathematics, without ``\int``, ``\lim`` and the like.
        variables: the problem's variables; other letters are constants.

    Raises:
        LatexError: the text is outside the grammar or can be read in two ways.

    >>> parse_latex(r"x^2 \sin 2x", ["x"])
    x**2*sin(2*x)
    """
    return parse_tokens(tokenize(unwrap(text), variables), variables)


def parse_tokens(tokens: Sequence[Token], variables: Sequence[str], *, infinity: bool = False) -> Any:
    """As :func:`parse_latex`, of tokens; infinity is allowed in a limit's point only."""
    parser = Parser(tokens, variables)
    try:
        result = defined(parser.sum())
        if parser.accept("="):
            result = sympy.Eq(result, defined(parser.sum()), evaluate=False)
    except ExpressionError as error:
        raise LatexError(str(error)) from None
    if parser.next is not _END:
        raise LatexError(f"{parser.next.text!r} is not understood where it stands")
    if not infinity and result.has(sympy.oo, -sympy.oo):
        raise LatexError("infinity is not a number to calculate with")
    return result


class Parser:
    """Recursive descent over the tokens, one method a rule of the grammar."""

    def __init__(self, tokens: Sequence[Token], variables: Sequence[str]) -> None:
        self.tokens = [*tokens, _END]
        self.variables = frozenset(variables)
        self.position = 0
        self.depth = 0
        self.depth_of_bars = 0
        self.bare: Any = None  # the last factor's argument, where it stood without brackets
        self.open_power: tuple[Any, Any] | None = None  # the last factor ended with an exponent without braces

    @property
    def next(self) -> Token:
        return self.tokens[self.position]

    def take(self) -> Token:
        token = self.next
        self.position += token is not _END
        return token

    def accept(self, text: str) -> bool:
        found = self.next.kind == "symbol" and self.next.text == text
        self.position += found
        return found

    def expect(self, text: str) -> None:
        if not self.accept(text):
            raise LatexError(f"{text!r} is expected and {self.next.text!r} found")

    def sum(self) -> Any:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise LatexError(f"brackets are nested deeper than {MAX_DEPTH}")
        negative = self.accept("-")
        if not negative:
            self.accept("+")
        total = -self.product() if negative else self.product()
        while self.next.text in {"+", "-"}:
            total = total + self.product() if self.take().text == "+" else total - self.product()
        self.depth -= 1
        return total

    def product(self) -> Any:
        value = self.factor()
        while True:
            if self.next.text in {"*", "/"} and self.next.kind == "symbol":
                self._check_bare_before_operator(self.next.text)
                divide = self.take().text == "/"
                sign = -1 if self.accept("-") else 1
                factor = sign * self.factor()
                value = value / factor if divide else value * factor
                if divide and self._starts_factor():
                    raise LatexError("a factor right after a/b could belong to b")
            elif self._starts_factor():
                self.check_implicit()
                mixed = self.next.text in {"\\frac", "{"} and self.tokens[self.position - 1].kind == "number"
                factor = self.factor()
                if mixed and factor.is_Rational:
                    raise LatexError("a number before a fraction could be a mixed number")
                value = value * factor
            else:
                return value

    def _starts_factor(self) -> bool:
        token = self.next
        if token.kind == "symbol":
            return token.text in "({[⟨" or (token.text == "|" and not self.depth_of_bars)
        return token.kind in {"number", "letter", "command"}

    def check_implicit(self) -> None:
        token = self.next
        braced_number = token.text == "{" and self.tokens[self.position + 1].kind == "number"
        if token.kind == "number" or braced_number:
            raise LatexError(f"{token.text} right after a factor could be an index or an exponent")
        if self.bare is not None and not is_function(token):
            raise LatexError("a factor right after a function without brackets could be in its argument")
        if self.open_power and (token.kind == "letter" or token.text[1:] in GREEK | {"pi", "frac", "sqrt"}):
            self._check_after_exponent(*self.open_power, token)

    def _check_after_exponent(self, base: Any, exponent: Any, token: Token) -> None:
        """Refuse ``e^2x`` and ``2^nx``, which are typed for ``e^{2x}`` and ``2^{nx}``; ``x^2y`` is clear."""
        exponential = base.is_number
        apart = token.kind == "command" or not token.glued
        if not (apart if exponent.free_symbols else not exponential):
            raise LatexError(f"{token.text!r} after an exponent without braces could be in the exponent")

    def _check_bare_before_operator(self, operator: str) -> None:
        if self.bare is not None and (operator == "/" or not self.varies(self.bare)):
            raise LatexError(f"{operator!r} after a function without brackets could be in its argument")

    def varies(self, value: Any) -> bool:
        return any(str(name) in self.variables for name in value.free_symbols)

    def factor(self) -> Any:
        self.open_power = None
        value = self.atom()
        if self.next.text == "^":
            if self.bare is not None:
                raise LatexError("a power after a function's argument could be the function's or the argument's")
            self.take()
            braced = self.next.text in {"{", *_OPEN}
            exponent = self.exponent()
            self.bare, self.open_power = None, None if braced else (value, exponent)
            value = power(value, exponent)
            if self.next.text == "^":
                raise LatexError("a power of a power needs brackets")
        return value

    def exponent(self) -> Any:
        if self.accept("{"):
            value = self.closed("}")
        elif self.at_bracket():
            value = self.bracket()
        else:
            negative = self.accept("-")
            value = -self.single(whole_number=True) if negative else self.single(whole_number=True)
            # x^1/2 and x^-1/2 are typed for x^{1/2} too often to be believed.
            if self.next.text == "/" and (negative or value == 1):
                raise LatexError("'/' after an exponent without braces could be in the exponent")
        return value

    def closed(self, closing: str) -> Any:
        value = self.sum()
        self.expect(closing)
        self.bare = self.open_power = None
        return value

    def at_bracket(self) -> bool:
        return self.next.kind == "symbol" and self.next.text in _OPEN

    def bracket(self) -> Any:
        opening = self.take().text
        if opening in _BARS:
            if self.depth_of_bars:
                raise LatexError("bars within bars can be read in two ways")
            self.depth_of_bars += 1
            value = sympy.Abs(self.closed(_OPEN[opening]))
            self.depth_of_bars -= 1
            return value
        return self.closed(_OPEN[opening])

    def single(self, *, whole_number: bool = False) -> Any:
        """Read what TeX takes as an argument without braces: one letter, digit or Greek letter."""
        token = self.take()
        if token.kind == "number" and (whole_number or len(token.text) == 1):
            return number(token.text)
        if token.kind == "letter":
            return letter(self, token)
        if token.kind == "command" and (token.text == "\\pi" or token.text[1:] in GREEK):
            return greek(self, token.text[1:])
        raise LatexError(f"{token.text!r} needs braces here")

    def argument(self) -> Any:
        return self.closed("}") if self.accept("{") else self.single()

    def atom(self) -> Any:
        token = self.next
        if token.kind == "symbol":
            return self.group()
        self.take()
        self.bare = None
        if token.kind == "number":
            return number(token.text)
        return letter(self, token) if token.kind == "letter" else self.command(token)

    def group(self) -> Any:
        if self.at_bracket():
            return self.bracket()
        if self.next.text != "{":
            raise LatexError(f"{self.next.text!r} is not understood where it stands")
        self.take()
        value = self.factor()  # no more: braces are invisible, so {x+1}y is not (x+1)y
        self.expect("}")
        return value

    def command(self, token: Token) -> Any:
        name = token.text.removeprefix("\\")
        if name == "frac":
            return fraction(self)
        if name == "sqrt":
            return root(self)
        return function(self, token) if name in FUNCTIONS else greek(self, name)
