"""The grammar's upper half: sums, products, powers and brackets; their parts are in ``parser.py``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from ..statement import NotRead
from . import ambiguity
from .cursor import CLOSING, Cursor
from .lexer import Token, quote
from .tree import ONE, ZERO, Equation, Inequality, Node, add, call, constant, div, mul, neg, number, power

MAX_DIVISIONS = 40
"""Divisions with a sign in one text: each may be one deeper in the tree than the next."""

RELATIONS = frozenset({"<", "<=", ">", ">="})
_OPEN, _CLOSE = frozenset("([{⟨⌊⌈"), frozenset(")]}⟩⌋⌉")
_NO_START = frozenset("+-*/=^_,'!|∈") | RELATIONS | _CLOSE | {"|_"}
_BEFORE, _AFTER = frozenset("*/)]}"), frozenset("*/([")
_FACTORS = frozenset({"number", "letter", "greek", "function", "command"})


class Tail(NamedTuple):
    """The end of the last factor, if the next token could belong to it.

    Args:
        bare: a function's argument without brackets.
        power: the base and the exponent of a power whose exponent had no braces.
        called: True after a function's argument in brackets, or a power of that.
    """

    bare: Node | None = None
    power: tuple[Node, Node] | None = None
    called: bool = False


CLEAR = Tail()


class Arithmetic(Cursor, ABC):
    """A recursive-descent parser, with one method per rule of the grammar."""

    tail = CLEAR
    open: tuple[str, ...] = ()
    """The tokens that close the open brackets, from the outside."""
    in_integral = False
    divisions = 0
    grouping = -1
    """The position of a square bracket that only groups."""

    @abstractmethod
    def atom(self) -> Node:
        """Read a number, a letter, a bracket, a fraction, a root or a function."""

    @abstractmethod
    def single(self, *, whole_number: bool = False, below: bool = False) -> Node:
        """Read what TeX reads as an argument without braces."""

    def equation(self) -> Node | Equation | Inequality:
        left = self.sum()
        if self.sees_any(RELATIONS):
            return self.inequality(left)
        return Equation(left, self.sum()) if self.accept("=") else left

    def inequality(self, left: Node) -> Inequality:
        """Read an inequality after its first side: ``< 3``, or ``< 2x <= 4``."""
        sides, signs = [left], list[str]()
        while self.sees_any(RELATIONS):
            signs.append(self.take().text)
            sides.append(self.sum())
        if len(signs) > 2 or len({sign[0] for sign in signs}) > 1:
            raise NotRead("signs of order in a row that do not go one way are not understood")
        return Inequality(tuple(sides), tuple(signs))

    def sum(self) -> Node:
        terms = [self.term()]
        while self.sees_any({"+", "-"}) and not self.at_side():
            minus = self.take().text == "-"
            term = self.product()
            terms.append(neg(term) if minus else term)
        return add(*terms)

    def term(self) -> Node:
        if self.accept("-"):
            return neg(self.product())
        self.accept("+")
        return self.product()

    def at_side(self) -> bool:
        """Return whether only the sign of a one-sided limit is left: ``0^+``, ``0^{+}``, ``0+``."""
        rest = [token.text for token in self.tokens[self.position : min(self.stop, self.position + 5)]]
        return "".join(rest) in {"+", "-", "^+", "^-", "^{+}", "^{-}"}

    def product(self) -> Node:
        factors = [self.factor()]
        while True:
            if self.sees_any({"*", "/"}):
                self.check_bare_before(self.next.text)
                divide = self.take().text == "/"
                factor = neg(self.factor()) if self.accept("-") else self.factor()
                self.divisions += divide
                factors = [self.quotient(mul(*factors), factor)] if divide else [*factors, factor]
                if divide and self.starts_factor():
                    raise NotRead("a factor right after a/b could belong to b")
                if self.divisions > MAX_DIVISIONS:
                    raise NotRead(f"there are more than {MAX_DIVISIONS} divisions")
            elif self.starts_factor():
                if self.at_bracket() and (inside := self.applied_to()) is not None:
                    ambiguity.check_group(factors[-1], inside, self.variables)
                factors.append(self.implicit_factor())
            else:
                return mul(*factors)

    def quotient(self, numerator: Node, denominator: Node) -> Node:
        if denominator == ZERO:
            raise NotRead("a division by zero")
        return div(numerator, denominator)

    def starts_factor(self) -> bool:
        token = self.next
        if token.kind == "symbol":
            return token.text in CLOSING.keys() | {"{"} and (token.text != "|" or "|" not in self.open[-1:])
        return token.kind in _FACTORS and not self.at_differential()

    def at_differential(self, offset: int = 0) -> bool:
        """Return whether an integral ends there with its dx."""
        after = self.peek(offset + 2)
        return (
            self.in_integral
            and self.peek(offset)[:2] == ("letter", "d")
            and self.peek(offset + 1).kind in {"letter", "greek"}
            and (after.kind in {"end", "word"} or after.text in {",", "|_"} or self.at_next_differential(offset + 2))
        )

    def at_next_differential(self, offset: int) -> bool:
        """Return whether one more differential follows, as in ``dy dx``."""
        named = self.peek(offset)[:2] == ("letter", "d") and self.peek(offset + 1).text in self.variables
        return named and "d" not in self.variables

    def implicit_factor(self) -> Node:
        """Read a factor without a sign before it."""
        self.check_implicit()
        mixed = self.next.text in {"frac", "{"} and self.peek(-1).kind == "number"
        factor = self.factor()
        if mixed and ambiguity.is_plain_number(factor):
            raise NotRead("a number before a fraction could be a mixed number")
        return factor

    def check_implicit(self) -> None:
        token = self.next
        if self.peek(-1).text == "!":
            return
        if token.kind == "number" or (self.sees("{") and self.peek(1).kind == "number"):
            raise NotRead(f"{quote(token.text)} right after a factor could be an index or an exponent")
        if self.tail.called and self.at_bracket():
            raise NotRead("a bracket right after a function's brackets could be in its argument")
        if self.tail.bare is not None and not self.at_function():
            raise NotRead("a factor right after a function without brackets could be in its argument")
        if self.tail.power and (token.kind in {"letter", "greek"} or token.text in {"pi", "frac", "sqrt", "√"}):
            ambiguity.check_after_exponent(*self.tail.power, token)

    def at_bracket(self, opening: Collection[str] = CLOSING) -> bool:
        """Return whether a bracket comes next, perhaps in braces, which are invisible."""
        offset = 0
        while self.sees_at(offset, "{"):
            offset += 1
        return self.sees_at(offset, *opening)

    def check_bare_before(self, operator: str) -> None:
        bare = self.tail.bare
        if bare is not None and (operator == "/" or not self.varies(bare)):
            raise NotRead(f"{operator!r} after a function without brackets could be in its argument")

    def varies(self, value: Node) -> bool:
        return ambiguity.varies(value, self.variables)

    def factor(self) -> Node:
        with self.nested():
            first, self.tail = self.next, CLEAR
            value = self.atom()
            if self.sees("!"):
                value = self.factorial(value, first)
            value = self.in_degrees(value)
            if self.sees("^") and not self.at_side():
                value = self.raised(value)
            if self.sees("!"):
                raise NotRead("it is not clear what '!' belongs to")
            return value

    def in_degrees(self, value: Node) -> Node:
        r"""Read the sign of degrees after a number: ``30^\circ``, ``30°``."""
        signs = (("degree",), ("^", "circ"), ("^", "{", "circ", "}"))
        length = next((len(sign) for sign in signs if tuple(self.peek(at).text for at in range(len(sign))) == sign), 0)
        if not length:
            return value
        if value.head != "number":
            raise NotRead("the sign of degrees is only understood after a number")
        self.position += length
        return mul(value, div(constant("pi"), number(180)))

    def factorial(self, value: Node, first: Token) -> Node:
        clear = first.kind in {"number", "letter", "greek"} or first.text in {"(", "["}
        part = value.head == "number" and Fraction(value.value or 0).denominator != 1
        if not clear or part or value.head == "constant":
            raise NotRead("'!' is only understood after a whole number, a letter or brackets")
        self.take()
        return call("factorial", value)

    def raised(self, base: Node) -> Node:
        if self.tail.bare is not None:
            raise NotRead("a power after a function's argument could be the function's or the argument's")
        called = self.tail.called
        self.take()
        bracketed = base.head == "symbol" and self.sees("{", "(") and self.closing(1) == self.closing() - 1
        if bracketed and ambiguity.is_single(self.tokens[self.position + 2 : self.closing(1)]):
            raise NotRead("an exponent in brackets could be the order of a derivative")
        braced = self.sees_any(CLOSING.keys() | {"{"}) or self.at_command("frac")
        exponent = self.exponent()
        self.tail = Tail(power=None if braced else (base, exponent), called=called)
        if self.sees("^"):
            raise NotRead("a power of a power needs brackets")
        return power(base, exponent)

    def exponent(self) -> Node:
        if self.accept("{"):
            return self.closed("}")
        if self.sees_any(CLOSING):
            return self.bracket()
        negative = self.accept("-")
        value = self.single(whole_number=True)
        # Refuse x^1/2 and x^-1/2, which too often mean x^{1/2}.
        if self.sees("/") and (negative or value == ONE):
            raise NotRead("'/' after an exponent without braces could be in the exponent")
        return neg(value) if negative else value

    def closed(self, closing: str) -> Node:
        """Read a sum and the bracket that closes it."""
        outer, self.open = self.open, (*self.open, closing)
        value = self.sum()
        self.expect(closing)
        self.open, self.tail = outer, CLEAR
        return value

    def bracket(self) -> Node:
        start = self.position
        opening = self.take().text
        if opening == "|" and "|" in self.open:
            raise NotRead("bars within bars can be read in two ways")
        value = self.closed(CLOSING[opening])
        if opening == "|":
            self.check_bars()
        if opening in {"|", "⟨"}:
            return call("abs", value)
        if opening == "⌈":
            return neg(call("floor", neg(value)))
        floor = opening == "⌊" or (opening == "[" and self.is_floor(value, start))
        return call("floor", value) if floor else value

    def check_bars(self) -> None:
        """Refuse ``|x|y|z|``, in which the part between two pairs of bars could be inside a pair."""
        depth, last = 0, self.next
        if last.kind in {"end", "word"} or last.text in _NO_START:
            return
        for token in self.tokens[self.position : self.stop]:
            if token.kind == "symbol":
                if depth == 0 and token.text in {"|", "=", ",", *RELATIONS}:
                    if token.text == "|" and not (last.kind == "symbol" and last.text in {"+", "-", "*", "/", "^"}):
                        raise NotRead("it is not clear which bars belong together")
                    return
                depth += (token.text in _OPEN) - (token.text in _CLOSE)
                if depth < 0:
                    return
            last = token

    def could_be_floor(self, value: Node, start: int) -> bool:
        inside = self.tokens[start + 1 : self.position - 1]
        before = "".join(token.text for token in self.tokens[max(0, start - 2) : start])
        exponent = before.endswith("^") or (before == "^{" and self.sees("}"))
        return (
            start != self.grouping
            and not exponent
            and not self.sees_any({"^", "'"})
            and not any(token.kind == "symbol" and token.text in CLOSING for token in inside)
            and ambiguity.could_be_floor(value)
        )

    def is_floor(self, value: Node, start: int) -> bool:
        """Ask what square brackets are; those around a sum that is a factor only group in algebra."""
        before = self.peek(start - 1 - self.position)
        beside = before.text in _BEFORE or self.next.text in _AFTER or _FACTORS & {before.kind, self.next.kind}
        factor = value.head == "add" and beside and self.choices.met.get("brackets") != ambiguity.ALONE
        options = ambiguity.FACTORS if factor else ambiguity.ALONE
        return self.could_be_floor(value, start) and self.choices.pick("brackets", options) == "floor"

    def at_function(self) -> bool:
        """Return whether a function comes next whose argument needs no brackets."""
        return self.next.kind == "function" and self.next.text != "abs"
