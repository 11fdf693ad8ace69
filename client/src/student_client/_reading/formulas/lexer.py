"""Cuts a problem's LaTeX, or plain ASCII mathematics, into tokens without synonyms, unicode and spacing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..statement import NotRead
from .indices import with_index
from .spelling import (
    CHARACTERS,
    COMMANDS,
    DECIMAL_FACTOR,
    FUNCTIONS,
    GREEK,
    HIDDEN,
    LEFT,
    NAMES,
    PLAIN_NOTATION,
    REPEATING,
    RIGHT,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    UNCLEAR,
    WORDS,
    braced,
    fractions,
    has_plain_e,
)

__all__ = ["END", "GREEK", "MAX_TOKENS", "Token", "quote", "tokenize", "unwrap"]

MAX_TOKENS = 600
"""Most tokens of one text; a textbook's longest has about sixty."""


class Token(NamedTuple):
    """One token.

    Args:
        kind: "number", "letter" (a one-letter or declared name), "greek", "function", "command" (anything else
            with a backslash in LaTeX), "word", "symbol", "end".
        text: the token's text, without a backslash.
        glued: True if there is no space before it.
        word: True for a function or command typed without its backslash.
    """

    kind: str
    text: str
    glued: bool = False
    word: bool = False


END = Token("end", "the end")

_SPACE = re.compile(r"(?:\s|~|\\[,;:! ])+")
_TOKEN = re.compile(
    r"(?P<space>(?:\s|~|\\[,;:! ])+)|(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)|\\(?:mathrm|operatorname\*?|text|textrm"
    r"|mathit)\s*\{(?P<styled>[^{}\\]*)\}|\\(?P<size>left|right|[bB]igg?[lr]?)(?![A-Za-z])\s*(?P<delimiter>[()\[\]|.]"
    r"|\\[A-Za-z]+)|\\(?P<command>[A-Za-z]+)|(?P<run>[A-Za-z]+)|(?P<superscript>⁻?[⁰¹²³⁴-⁹]+)|(?P<subscript>[₀-₉]+)|"
    r"(?P<symbol>->|<=|>=|[<>≤≥∈]|\*\*|[-+*/^_=(){}\[\]|⌊⌋⌈⌉,'!]|[·×∙⋅\N{MINUS SIGN}\N{EN DASH}÷→∞∫∂√α-ωΓΔΘΛΞΣΦΨΩ°])"
)
_SPACED = re.compile(r"((?<![A-Za-z\\])[A-Za-z]|\))(?:\s*\\[,:;]\s*|\s+)(?=\d+\s*\^)")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_DIGITS = re.compile(r"_?[0-9]+(?![A-Za-z0-9_])")


def unwrap(text: str) -> str:
    r"""Return the mathematics without dollars, ``\( \)`` and one punctuation mark after it."""
    start, end, marks = 0, len(text), ".,;?"
    while start < end and (text[start] == "$" or text[start].isspace()):
        start += 1
    while start < end:
        if text.endswith("\\,", start, end):
            end -= 2
        elif text[end - 1] == "$" or text[end - 1].isspace():
            end -= 1
        elif text[end - 1] in marks and not text.endswith("..", start, end):
            end, marks = end - 1, ""
        else:
            break
    text = text[start:end]
    for opening, closing in (("\\(", "\\)"), ("\\[", "\\]")):
        if text.startswith(opening) and text.endswith(closing):
            text = text[2:-2]
    return text


def quote(text: str) -> str:
    """Return a piece of the text for a message, cut to a readable length."""
    return repr(text if len(text) <= 20 else f"{text[:20]}…")


def tokenize(text: str, variables: Sequence[str]) -> list[Token]:
    """Return the tokens of the text.

    Args:
        text: LaTeX or plain ASCII mathematics.
        variables: the problem's variables, which are one token each.

    Raises:
        NotRead: a character that belongs to no token, or a run of letters that is not a product.
    """
    text = braced(fractions(_SPACED.sub(r"\1 \\cdot ", text)))
    for pattern, message in UNCLEAR if DECIMAL_FACTOR.search(text) else (*UNCLEAR, REPEATING):
        if found := pattern.search(text):
            raise NotRead(message.format(found[0][:20]))
    return _Lexer(text, variables).run()


class _Lexer:
    """One pass over the text, with one method for each kind of token."""

    def __init__(self, text: str, variables: Sequence[str]) -> None:
        self.text = text
        self.variables = frozenset(variables)
        self.position = 0
        self.glued = False
        self.tokens: list[Token] = []
        self.handlers: dict[str, Callable[[re.Match[str]], None]] = {
            "number": lambda match: self.put("number", match[0]),
            "styled": self.styled,
            "delimiter": self.delimiter,
            "command": lambda match: self.command(match["command"]),
            "run": self.run_of_letters,
            "superscript": lambda match: self.raised("^", match[0].translate(SUPERSCRIPTS)),
            "subscript": lambda match: self.raised("_", match[0].translate(SUBSCRIPTS)),
            "symbol": self.symbol,
        }

    def run(self) -> list[Token]:
        while self.position < len(self.text):
            match = _TOKEN.match(self.text, self.position)
            if not match:
                raise NotRead(f"{quote(self.text[self.position : self.position + 10])} is not understood")
            self.position = match.end()
            kind = str(match.lastgroup)
            if kind == "space":
                self.glued = False
            else:
                self.handlers[kind](match)
            if len(self.tokens) > MAX_TOKENS:
                raise NotRead(f"the expression has more than {MAX_TOKENS} parts")
        return self.tokens

    def put(self, kind: str, text: str, *, word: bool = False) -> None:
        """Add a token; a space is not a token, but the token after it is not glued."""
        if kind != "space":
            self.tokens.append(Token(kind, text, self.glued, word))
        self.glued = kind != "space"

    def command(self, name: str) -> None:
        kind, text = COMMANDS.get(name, ("command", name))
        index = self.index_of(name) if kind == "greek" else None
        if index:
            self.put("letter", index)
        elif name in self.variables and (kind == "greek" or name == "pi"):
            self.put("letter", name)
        elif text in {"|", "⟩"}:
            self.bar(text)
        else:
            self.put(kind, text)

    def symbol(self, match: re.Match[str]) -> None:
        kind, text = CHARACTERS.get(match[0], ("symbol", match[0]))
        if text == "|":
            self.bar("|")
        elif text == "!" and self.text.startswith("=", self.position):
            raise NotRead("'!=' could be a factorial or 'not equal'")
        elif kind == "greek":
            self.command(text)
        else:
            self.put(kind, text)

    def bar(self, text: str) -> None:
        r"""Add a bar, or the evaluation bar of ``x^2 |_{x=2}`` as one token."""
        space = _SPACE.match(self.text, self.position)
        after = space.end() if space else self.position
        if self.text.startswith("_", after):
            self.position = after + 1
            text = "|_"
        self.put("symbol", text)

    def delimiter(self, match: re.Match[str]) -> None:
        size, mark = match["size"], match["delimiter"]
        sides = LEFT if size == "left" or size.endswith("l") else RIGHT if size[-1] in "rt" else {}
        if mark in {"(", ")", "[", "]"}:
            self.put("symbol", mark)
        elif sides is RIGHT and mark in RIGHT:
            self.bar("⟩")
        elif mark in sides:
            self.put("symbol", sides[mark])
        elif mark == "|":
            self.bar("|")
        elif mark != "." and COMMANDS.get(mark[1:], ("", ""))[0] == "symbol":
            self.command(mark[1:])
        else:
            raise NotRead(f"{quote(match[0])} is not understood")

    def raised(self, sign: str, text: str) -> None:
        """Add a superscript or a subscript as if it were typed in braces."""
        for mark in (sign, "{", *text[: text.startswith("-")]):
            self.put("symbol", mark)
        self.put("number", text.lstrip("-"))
        self.put("symbol", "}")

    def styled(self, match: re.Match[str]) -> None:
        r"""Add the content of ``\mathrm{…}``, ``\text{…}`` or ``\operatorname{…}``."""
        inside = match["styled"].strip(" ~,")
        if not inside:
            self.glued = False
        elif inside in self.variables or (len(inside) == 1 and inside.isascii() and inside.isalpha()):
            self.put("letter", inside)
        elif COMMANDS.get(inside, ("", ""))[0] == "function" or inside in {"lim", "sqrt"}:
            self.command(inside)
        elif inside in WORDS:
            self.put("word", inside)
        elif inside[0] == "d" and inside[1:] in self.variables:
            self.differential(inside)
        else:
            raise NotRead(f"the words {quote(inside)} within the expression are not understood")

    def differential(self, run: str) -> None:
        self.put("letter", "d")
        self.put("letter", run[1:])

    def index_of(self, name: str) -> str | None:
        """Return a name with the index after it, and step over the index; None if there is none."""
        name, self.position = with_index(name, self.text, self.position, self.variables) or ("", self.position)
        return name or None

    def run_of_letters(self, match: re.Match[str]) -> None:
        """Cut a run of letters: a function, a declared or Greek name, or a product of single letters."""
        run = match[0]
        name = _NAME.match(self.text, match.start())
        if name and name[0] in self.variables:
            self.position = name.end()
            self.put("letter", name[0])
        elif indexed := self.index_of_run(run):
            self.product(run[: -len(indexed.partition("_")[0])])
            self.put("letter", indexed)
        elif run not in self.variables and self.is_indexed(run):
            raise NotRead(f"{quote(run)} with an index or a number could be a name or a product")
        else:
            self.letters(run)

    def index_of_run(self, run: str) -> str | None:
        """Return the name at the end of a run with its index; the number of ``log_2`` is a base."""
        if run in FUNCTIONS | PLAIN_NOTATION.keys():
            return None
        whole = run in GREEK or any(name.startswith(f"{run}_") for name in self.variables)
        return self.index_of(run if whole else run[-1])

    def is_indexed(self, run: str) -> bool:
        if run in {"log", *PLAIN_NOTATION} and self.text.startswith("_", self.position):
            return False
        return _DIGITS.match(self.text, self.position) is not None

    def letters(self, run: str) -> None:
        if run in self.variables:
            self.put("letter", run)
        elif run in PLAIN_NOTATION and not self.variables.issuperset(run):
            self.put("command", PLAIN_NOTATION[run], word=True)
        elif run in FUNCTIONS and run[0] in self.variables and run[1:] in FUNCTIONS:
            raise NotRead(f"{run!r} could be a function or {run[0]} times {run[1:]}")
        elif run in FUNCTIONS | {"sqrt"} and not (run == "lg" and self.variables.intersection(run)):
            self.put("command" if run == "sqrt" else "function", run, word=True)
        elif run in GREEK | {"lg"} and len(run) <= 4 and self.variables.intersection(run):
            raise NotRead(f"{run!r} could be a {'logarithm' if run == 'lg' else 'Greek letter'} or a product")
        elif run in GREEK or run == "pi":
            self.put("greek" if run in GREEK else "command", run)
        elif run in {"oo", "inf", "infinity"}:
            self.put("command", "infty")
        elif run in WORDS and self.stands_alone() and not (len(run) > 1 and self.is_factor(run)):
            self.put("word", run)
        elif run[0] == "d" and run[1:] in self.variables:
            self.differential(run)
        else:
            self.product(run)

    def is_factor(self, run: str) -> bool:
        """Return whether a word such as "at" is a product of variables, without a point after it."""
        return self.variables.issuperset(run) and not re.match(r"\s*[A-Za-z]\s*=", self.text[self.position :])

    def stands_alone(self) -> bool:
        return not self.glued and (self.position == len(self.text) or bool(_SPACE.match(self.text, self.position)))

    def product(self, run: str) -> None:
        hidden = any(name in run for name in self.variables if len(name) > 1)
        hidden = hidden or any(name in run.lower() for name in HIDDEN)
        word = "e" not in self.variables and has_plain_e(run, self.text[self.position : self.position + 6])
        named = run in NAMES or run.lower() in FUNCTIONS | GREEK | NAMES
        if len(run) > 4 or hidden or (named and not self.variables.issuperset(run)) or word:
            raise NotRead(f"{quote(run)} could be a name or a product")
        for letter in run:
            self.put("letter", letter)
