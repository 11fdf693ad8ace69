"""The grammar of notation with arguments in braces: fractions, roots, binomial coefficients."""

from __future__ import annotations

from abc import abstractmethod

from ..statement import NotRead
from .arithmetic import Arithmetic, Tail
from .lexer import Token
from .tree import TWO, ZERO, Node, call, number, root


class Stacked(Arithmetic):
    """The productions of fractions, roots and binomial coefficients."""

    @abstractmethod
    def argument(self, *, whole_number: bool = False, below: bool = False) -> Node:
        """Read what TeX reads as an argument, with braces or without."""

    def binomial(self) -> Node:
        r"""Read the two arguments of ``\binom``."""
        above = self.argument()
        return call("binomial", above, self.argument())

    def common(self, name: str) -> Node:
        r"""Read ``\gcd(12, 18)``."""
        self.expect("(")
        parts = [self.sum()]
        while self.accept(","):
            parts.append(self.sum())
        self.expect(")")
        return call(name, *parts)

    def fraction(self) -> Node:
        token = self.next
        if token.kind == "number" and len(token.text) == 2 and token.text.isdigit():  # \frac12
            self.take()
            return self.quotient(number(int(token.text[0])), number(int(token.text[1])))
        numerator = self.argument()
        return self.quotient(numerator, self.argument())

    def root(self, token: Token) -> Node:
        degree = self.closed("]") if self.accept("[") else TWO
        if degree == ZERO:
            raise NotRead("a root of degree zero")
        if self.sees("("):
            value = root(self.bracket(), degree)
            if self.sees("^") and not token.word:
                raise NotRead("a power after a root's brackets could be under the root")
            self.tail = Tail(called=not token.word)
            return value
        braced = self.sees("{")
        value = root(self.argument(), degree)
        apart = self.next.kind not in {"letter", "number"} and not self.sees_any({"^", "/", "("})
        if not braced and (not apart or (token.text == "√" and self.starts_factor())):
            raise NotRead("the text after a root without braces could be under the root")
        return value
