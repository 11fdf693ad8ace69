r"""Reads the LaTeX of a textbook expression as it is printed, or refuses it.

We need our own parser: SymPy's reads ``\cos(x)e^{x}`` as cos(e*x)**x, and latex2sympy2-extended reads
``x'`` as x and ``2 3`` as 5. A wrong reading would accept a wrong plan, so notation that people read
in two ways raises :class:`NotRead` or is a choice. The tests compare it with latex2sympy2-extended.

The grammar (spacing and synonyms are gone by now, see :mod:`student_client._reading.formulas.lexer`)::

    equation = sum ["=" sum]
    sum      = ["+" | "-"] product {("+" | "-") product}
    product  = factor {["*" | "/"] factor}       nothing may follow "a/b" without a sign of its own
    factor   = atom ["!"] ["^" exponent]
    atom     = number | letter | greek | bracket | "{" factor "}"
             | \frac arg arg | \sqrt ["[" sum "]"] arg | function ["_" arg] ["^" arg] argument
    bracket  = "(" sum ")" | "[" sum "]" | "|" sum "|" | "⌊" sum "⌋" | "⌈" sum "⌉"
    argument = bracket | bare                    bare: x, x^2, 2x, ax, \pi x, \frac{x}{2}, \ln x, ...

``e`` is Euler's number. ``xy`` is a product, ``x(x+1)`` too; ``f(x)`` is refused. ``\sin x^2`` is sin(x^2).
The choices are ``\log`` without a base, ``\sin^{-1}``, ``[x]`` and ``i``.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from ..statement import Choices, NotRead
from . import ambiguity
from .arithmetic import CLEAR, Tail
from .cursor import CLOSING
from .lexer import Token, quote, tokenize, unwrap
from .stacked import Stacked
from .tree import (
    FUNCTIONS,
    ONE,
    TWO,
    Equation,
    Inequality,
    Node,
    add,
    call,
    constant,
    div,
    mul,
    neg,
    number,
    power,
    symbol,
)

MAX_DIGITS = 30
"""Most digits of one number."""

_NAMES = {"ln": "log", "lg": "log", "cosec": "csc", "sgn": "sign", "tg": "tan", "ctg": "cot", "arctg": "atan"}
_NAMES |= {f"arc{name}": f"a{name}" for name in ("sin", "cos", "tan", "sec", "csc", "cot")}
_NAMES |= {f"ar{name}": f"a{name}" for name in ("sinh", "cosh", "tanh")}
_PRINTED_WITH_BRACKETS = frozenset({"abs", "floor"})
_MINUS_ONE = neg(ONE)


class _Head(NamedTuple):
    """A function with the notation before its argument."""

    name: str
    base: Node | None = None
    exponent: Node | None = None
    raised: bool = False


def parse_latex(text: str, variables: Sequence[str], choices: Choices | None = None) -> Node | Equation | Inequality:
    r"""Return the expression or equation of the LaTeX, as it is printed.

    Args:
        text: LaTeX or plain ASCII mathematics, without ``\int``, ``\lim`` and the like.
        variables: the problem's variables; other letters are constants.
        choices: the options to pick if the notation has several readings.

    Raises:
        NotRead: the text is outside the grammar or can be read in two ways.

    >>> str(parse_latex(r"x^2 \sin 2x", ["x"]))
    'x^2*sin(2*x)'
    """
    parser = Parser(tokenize(unwrap(text), variables), variables, choices or Choices({}))
    read = parser.equation()
    parser.finish()
    ambiguity.check_finite(read)
    return read


class Parser(Stacked):
    """The grammar's lower half: numbers, letters, fractions, roots and functions."""

    def atom(self) -> Node:
        if self.sees_any(CLOSING):
            return self.bracket()
        if self.accept("{"):
            value = self.factor()  # Take no more: braces are invisible, so {x+1}y is not (x+1)y.
            self.expect("}")
            if value.name is not None:
                self.check_name(value.name)
            return value
        token = self.take()
        self.tail = CLEAR
        if token.kind == "number":
            return self.number(token)
        if token.kind in {"letter", "greek"}:
            return self.letter(token)
        if token.kind in {"function", "command"}:
            return self.function(token) if token.kind == "function" else self.command(token)
        raise NotRead(f"{quote(token.text)} is not understood where it stands")

    def single(self, *, whole_number: bool = False, below: bool = False) -> Node:
        """Read what TeX reads as an argument without braces: one letter, digit or Greek letter, or a fraction.

        Args:
            whole_number: whether a number has all its digits.
            below: whether it is a base or a bound, so that a bracket after it belongs to something else.
        """
        token = self.take()
        if token.kind == "number" and (whole_number or len(token.text) == 1):
            return self.number(token)
        if token.kind in {"letter", "greek"}:
            return self.letter(token, below=below)
        if token.kind == "command" and token.text in {"pi", "infty", "frac"}:
            with self.nested():
                return self.command(token)
        raise NotRead(f"{quote(token.text)} needs braces here")

    def argument(self, *, whole_number: bool = False, below: bool = False) -> Node:
        return self.closed("}") if self.accept("{") else self.single(whole_number=whole_number, below=below)

    def number(self, token: Token) -> Node:
        if len(token.text.replace(".", "")) > MAX_DIGITS:
            raise NotRead(f"a number has more than {MAX_DIGITS} digits")
        return number(Fraction(token.text))

    def letter(self, token: Token, *, below: bool = False) -> Node:
        name = token.text
        if name not in self.variables:
            if name == "e":
                return constant("e")
            if name == "i" and self.imaginary():
                return constant("i")
            if name == "d" and self.in_integral:
                raise NotRead("the integral does not end with dx")
        self.check_name(name, below=below)
        return symbol(name)

    def check_name(self, name: str, *, below: bool = False) -> None:
        inside = None if below else self.applied_to()
        if name in self.variables:
            ambiguity.check_variable(name, inside, self.variables)
        else:
            ambiguity.check_letter(name, self.next, inside)

    def imaginary(self) -> bool:
        picked = self.choices.pick("i", ("refuse",))
        if picked not in {"unit", "letter"}:
            raise NotRead("i could be the imaginary unit. Fix: assume={'domain': 'complex'}")
        return picked == "unit"

    def command(self, token: Token) -> Node:
        if token.text == "pi":
            return constant("pi")
        if token.text == "infty":
            return ambiguity.INFINITY
        if token.text == "frac":
            return self.fraction()
        if token.text in {"sqrt", "√"}:
            return self.root(token)
        if token.text == "binom":
            return self.binomial()
        if token.text in {"gcd", "lcm"}:
            return self.common(token.text)
        if token.text in {"int", "lim"}:
            raise NotRead("an integral or a limit within another operation is not understood")
        raise NotRead(f"\\{token.text[:20]} is not understood")

    def function(self, token: Token) -> Node:
        """Read a function's base, exponent and argument."""
        head = self.function_head(token)
        glued, braces = self.next.glued, self.sees("{")
        value, bare = self.function_argument(head.name)
        braced = (
            bare and braces and self.varies(value)
        )  # which end the argument, though a reader does not see them before brackets
        clear = not bare and glued and ambiguity.is_closed(head.name, value)
        called = braced or not (bare or clear or head.name in _PRINTED_WITH_BRACKETS)
        self.tail = Tail(bare=value if bare and not braced else None, called=called)
        # Accept log{(x + 1)}^{2} too, which SymPy prints for the logarithm's square.
        clear = token.word or value.head == "symbol" or self.peek(-1).text == "}"
        if self.sees("^") and (bare or head.raised or not clear):
            raise NotRead("a power after a function's argument could be the function's or the argument's")
        base = self.picked_base() if token.text == "log" and head.base is None else head.base
        if head.exponent == _MINUS_ONE and self.is_inverse(head.name, value):
            return self.applied(f"a{head.name}", value, base)
        applied = self.applied(head.name, value, base)
        return applied if head.exponent is None else power(applied, head.exponent)

    def is_inverse(self, name: str, value: Node) -> bool:
        r"""Return whether the exponent -1 is the inverse function, as it plainly is in ``\sin^{-1}\frac{1}{2}``."""
        if ambiguity.is_ratio(name, value):
            return True
        return self.choices.pick("inverse", ("function", "reciprocal")) == "function"

    def applied(self, name: str, value: Node, base: Node | None) -> Node:
        every = self.choices.picked.get("angle") == ambiguity.EVERY and name in ambiguity.CIRCULAR
        angle = ambiguity.could_be_degrees(name, value) and not every
        if every or (angle and self.choices.pick("angle", ("radians", "degrees")) == "degrees"):
            value = mul(value, div(constant("pi"), number(180)))
        if name == "acot" and self.choices.pick("arccot", ("0 to pi", "-pi/2 to pi/2")) == "0 to pi":
            return add(div(constant("pi"), TWO), neg(call("atan", value)))
        return call(name, value) if base is None else call(name, value, base)

    def function_head(self, token: Token) -> _Head:
        name = _NAMES.get(token.text, token.text)
        base = number(10) if token.text == "lg" else None
        if token.text == "log" and self.accept("_"):
            base = self.argument(whole_number=token.word, below=True)
        if not self.accept("^"):
            return _Head(name, base)
        exponent = self.function_exponent()
        if exponent != _MINUS_ONE:
            return _Head(name, base, exponent, raised=True)
        if f"a{name}" not in FUNCTIONS:
            raise NotRead(f"the exponent of \\{token.text} is not understood")
        return _Head(name, None, exponent, raised=True)

    def function_exponent(self) -> Node:
        """Read the exponent between a function and its argument: -1, or a whole number from 2."""
        exponent = neg(self.single()) if self.accept("-") else self.argument()
        whole = exponent.head == "number" and Fraction(exponent.value or 0).denominator == 1
        if exponent != _MINUS_ONE and not (whole and Fraction(exponent.value or 0) > 1):
            raise NotRead("an exponent between a function and its argument is not understood")
        return exponent

    def picked_base(self) -> Node | None:
        r"""Return the base of ``\log`` without one; None for the natural logarithm."""
        picked = self.choices.pick("log", ("e", "10"))
        if picked == "e":
            return None
        try:
            return number(Fraction(picked))
        except (ValueError, ZeroDivisionError):
            raise NotRead(f"the base {quote(picked)} of the logarithm is not a number") from None

    def function_argument(self, name: str) -> tuple[Node, bool]:
        """Return the argument, and whether it had no brackets."""
        if self.sees_any(CLOSING):
            self.grouping = self.position  # are the function's own, so not a greatest integer
            return self.bracket(), False
        if not self.accept("{"):
            return self.bare_argument(name), True
        if name in _PRINTED_WITH_BRACKETS:
            return self.closed("}"), False
        bare = not self.sees_any(CLOSING)
        value = self.bare_argument(name) if bare else self.bracket()
        self.expect("}")
        return value, bare

    def bare_argument(self, name: str) -> Node:
        r"""Read an argument that needs no brackets: x, x^2, 2x, 2\pi x, \frac{x}{2}, \ln x; one variable."""
        if self.at_function():
            return self.factor()
        factors: list[Node] = []
        while self.continues_bare():
            euler = self.next.text == "e" and "e" not in self.variables
            if factors:
                if euler or self.next.kind == "number":
                    break
                self.check_implicit()
                # Refuse \ln 2 x, which could be (ln 2)x; \sin 2 x and \ln \pi x are customary.
                apart = not self.next.glued and self.peek(-1).kind in {"number", "letter"}
                if name == "log" and apart:
                    raise NotRead("a factor after a space could be in the logarithm or not")
            factors.append(self.factor())
            if self.peek(-1).text == "!":
                raise NotRead("a factorial in a function's argument needs brackets")
            if euler or self.varies(factors[-1]):
                break
        if not factors:
            raise NotRead("a function without an argument, or one that needs brackets")
        value = mul(*factors)
        if not self.varies(value) and len(value.names()) > 1:
            raise NotRead("how far a function's argument goes is not clear")
        return value

    def continues_bare(self) -> bool:
        kinds = {"number", "letter", "greek", "command", "function"}
        return self.next.kind in kinds and not self.at_function() and not self.at_differential()
