"""A position in the tokens, with which the grammar's productions read and expect tokens."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from ..statement import Choices, NotRead
from .lexer import END, Token, quote

MAX_DEPTH = 30
"""Most brackets within brackets."""

CLOSING = {"(": ")", "[": "]", "⟨": "⟩", "|": "|", "⌊": "⌋", "⌈": "⌉"}
"""Brackets with a meaning, each with its closing one."""


class Cursor:
    """The tokens, a position in them, and the choices for ambiguous notation.

    Args:
        tokens: the tokens of one text.
        variables: the problem's variables.
        choices: the options to pick if the notation has several readings.
    """

    def __init__(self, tokens: Sequence[Token], variables: Sequence[str], choices: Choices) -> None:
        self.tokens = list(tokens)
        self.variables = tuple(variables)
        self.choices = choices
        self.position = 0
        self.stop = len(self.tokens)
        self.depth = 0

    @property
    def next(self) -> Token:
        """The next token."""
        return self.peek(0)

    def peek(self, offset: int) -> Token:
        """Return a token further on, or further back."""
        position = self.position + offset
        return self.tokens[position] if 0 <= position < self.stop else END

    def sees(self, *texts: str) -> bool:
        """Return whether these symbols come next."""
        return all((token := self.peek(at)).kind == "symbol" and token.text == text for at, text in enumerate(texts))

    def sees_any(self, texts: Collection[str]) -> bool:
        """Return whether one of the symbols comes next."""
        return self.next.kind == "symbol" and self.next.text in texts

    def at_command(self, *names: str) -> bool:
        """Return whether one of the commands comes next."""
        return self.next.kind == "command" and self.next.text in names

    def take(self) -> Token:
        """Return the next token and step over it."""
        token = self.next
        self.position += token is not END
        return token

    def accept(self, text: str) -> bool:
        """Step over a symbol if it comes next, and return whether it did."""
        found = self.sees(text)
        self.position += found
        return found

    def expect(self, text: str) -> None:
        """Step over a symbol that must come next."""
        if not self.accept(text):
            raise NotRead(f"{text!r} is expected, but {quote(self.next.text)} found")

    def finish(self) -> None:
        """Refuse remaining tokens."""
        if self.next.text == "'":
            raise NotRead("a prime is only understood after brackets around everything")
        if self.next is not END:
            raise NotRead(f"{quote(self.next.text)} is not understood where it stands")

    def closing(self, offset: int = 0) -> int:
        """Return the position at which the bracket that comes next, or further on, is closed."""
        depth = 0
        for position in range(self.position + offset, self.stop):
            token = self.tokens[position]
            if token.kind == "symbol":
                depth += (token.text in {"(", "{", "["}) - (token.text in {")", "}", "]"})
            if depth == 0:
                return position
        raise NotRead("a bracket is not closed")

    def applied_to(self) -> Sequence[Token] | None:
        """Return the content of brackets after a name and its exponent, index or primes: ``f^{-1}(x)``, ``f{(x)}``."""
        offset = 0
        while self.peek(offset).kind == "symbol" and self.peek(offset).text in {"^", "_", "'"}:
            offset += 1
            if self.peek(offset - 1).text == "'":
                continue
            offset += self.peek(offset).text == "-"
            if self.peek(offset).text in {"{", "(", "["}:
                offset = self.closing(offset) - self.position
            offset += 1
        while self.sees_at(offset, "{"):
            offset += 1
        if not self.sees_at(offset, "(", "["):
            return None
        return self.tokens[self.position + offset + 1 : self.closing(offset)]

    def sees_at(self, offset: int, *texts: str) -> bool:
        """Return whether one of the symbols comes later."""
        token = self.peek(offset)
        return token.kind == "symbol" and token.text in texts

    @contextmanager
    def until(self, stop: int) -> Iterator[None]:
        """End the tokens before a position, and require that all of them are read."""
        outer, self.stop = self.stop, stop
        yield
        self.finish()
        self.stop = outer

    @contextmanager
    def nested(self) -> Iterator[None]:
        """Count the depth of the recursion."""
        self.depth += 1
        if self.depth > MAX_DEPTH + 1:
            raise NotRead(f"brackets are nested deeper than {MAX_DEPTH}")
        yield
        self.depth -= 1
