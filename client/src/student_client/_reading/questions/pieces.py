"""Cuts an objective into understood pieces, from left to right; the first word that is not understood is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from ..formulas.lexer import GREEK
from ..formulas.tree import Node, constant, neg
from ..statement import NotRead, Operation, Tool
from .matching import Match, Matcher
from .words import Letters, cut, read_point, spell

_LABEL = re.compile(
    r"\s*(?:(?:exercise|problem|question|task|example|ex|no|q)\.?\s*\d+(?:\.\d+)?(?:[a-z]|\([a-z]\))?\s*[.:)]"
    r"|\(?(?:\d+|[a-h])\)(?=\s)|\d+\.(?=\s))",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s*(?:\.{2,}|…)\s*$")
_GAP = re.compile(r"\.\s?\.|…|\\[lcv]?dots")
_GLUED = re.compile(r"[)}\]]:[^\s]")
_LISTED = frozenset({",", "and", "&"})
_CALLED = frozenset("fghFGHypsvPC")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True)
class Piece:
    """One understood piece of an objective.

    Args:
        code: the table that it is from, such as "verb"; "call" for ``f(2)`` and ``f'(x)``.
        text: the words themselves.
        meaning: its meaning in the table, apart from the tools.
        tools: the operations that it names, one tuple for each question.
        names: the variables in it.
        points: the points in it.
        side: "+" or "-" after the point of a limit.
    """

    code: str
    text: str
    meaning: str = ""
    tools: tuple[tuple[Operation, ...], ...] = ()
    names: tuple[str, ...] = ()
    points: tuple[Node, ...] = ()
    side: str | None = None

    @property
    def variable(self) -> str | None:
        """The only named variable, if there is one."""
        return self.names[0] if self.names else None


def meant(meaning: str, variable: str | None = None) -> tuple[tuple[Operation, ...], ...]:
    """Return the operations of a table's meaning, such as "differentiate solve:critical"."""
    return tuple(tuple(_operation(step, variable) for step in part.split()) for part in meaning.split(";"))


def _operation(step: str, variable: str | None) -> Operation:
    tool, _, marks = step.partition(":")
    if marks in {"+", "-"}:
        return Operation(cast(Tool, tool), variable, side=marks)
    words = marks.split("+") if marks else []
    word = " ".join(mark for mark in words if mark != "real") or None
    return Operation(cast(Tool, tool), variable, word=word, real="real" in words)


def pieces(objective: str, letters: Letters) -> list[Piece]:
    """Return an objective's pieces.

    Raises:
        NotRead: a word or sign is not in the vocabulary, or a letter is not the problem's.
    """
    text = spell(objective, letters.known)
    if "," not in text:  # "Differentiate ..." leaves nothing out; "f(1), f(2), ..." does
        text = _TRAILING.sub("", text)
    if _GAP.search(text):
        raise NotRead("'...' is not understood")
    if _GLUED.search(text):
        raise NotRead("':' within mathematics is not understood")
    label = _LABEL.match(text)
    return list(_Scanner(text[label.end() :] if label else text, letters).scan())


class _Scanner:
    def __init__(self, text: str, letters: Letters) -> None:
        self.text, self.letters, self.words = text, letters, cut(text)
        self.matcher = Matcher(self.words, letters)
        self.found: list[Piece] = []
        self.functions: set[str] = set()

    def scan(self) -> list[Piece]:
        """Return the pieces of the whole text."""
        at = 0
        while at < len(self.words):
            called = self._call(at) or self._partial(at)
            match = self.matcher.longest(at)
            if called and (match is None or called[1] >= match.end):
                self.found.append(called[0])
                at = called[1]
            elif match:
                self.found.append(self._piece(match, at))
                at = self._more(self._sided(match))
            else:
                at = self._left_over(at)
        if len(self.functions) > 1:
            raise NotRead(f"{' and '.join(sorted(self.functions))} are two functions")
        return self.found

    def _said(self, start: int, end: int) -> str:
        return self.text[self.words[start].start : self.words[end - 1].end] if end > start else ""

    def _low(self, at: int) -> str:
        return self.words[at].low if at < len(self.words) else ""

    def _glued(self, at: int) -> bool:
        """Return whether a word follows the one before without a space, so that both could be factors."""
        return (
            0 < at < len(self.words)
            and self.words[at].start == self.words[at - 1].end
            and (self.words[at - 1].text[-1].isalnum() or self.words[at - 1].text in ")}")
        )

    def _piece(self, match: Match, start: int) -> Piece:
        """Return the pieces of a phrase."""
        code, text, names = match.code, self._said(start, match.end), match.names
        if code == "refused":
            raise NotRead(f"{text!r} is not understood")
        if code == "stranger":
            raise NotRead(f"{names[0]!r} is not a letter of the problem")
        if code == "change":
            return Piece(code, text)
        self.functions |= {name for name in names if name not in {*self.letters.known, "y"}}
        points = tuple(read_point(self._said(*place), self.letters) for place in match.points)
        own = self.letters.known - ({self.letters.function} if len(names) > 1 else set())
        variables = tuple(name for name in names if name in own)
        if code == "far":
            return Piece("approach", text, names=variables, points=(constant("infinity"),))
        if code == "in terms":
            return Piece(code, text, tools=((Operation("solve", variables[0]),),))
        if code == "solve for":
            word, real = "zeros" if "zero" in text.lower() else None, "real" in text.lower().split()
            solve = Operation("solve", variables[0], word=word, real=real)
            return Piece("solve for", text, tools=((solve,),), names=variables[:1])
        tools = meant(match.meaning, variables[0] if variables else None) if code in {"verb", "noun"} else ()
        if match.meaning == "implicit" and len(variables) > 1:
            tools = ((Operation("implicit", variables[1], names=variables[:1]),),)
        if code == "range":
            return Piece(code, text, meaning=match.meaning, names=variables, points=_ends(match.meaning, points))
        if code == "bounds" and len(set(variables)) > 1:
            raise NotRead(f"{text!r} names two variables")
        return Piece(code, text, match.meaning, tools, variables, points)

    def _sided(self, match: Match) -> int:
        r"""Take the sign of a one-sided limit after a point: ``0+``, ``0^-``, ``0^{+}``."""
        at = match.end
        if match.code not in {"at", "approach"} or not match.points or match.points[-1][1] != at:
            return at
        for signed in (("^", "{", "+", "}"), ("^", "{", "-", "}"), ("^", "+"), ("^", "-"), ("+",), ("-",)):
            if tuple(self._low(at + index) for index in range(len(signed))) == signed:
                piece = self.found.pop()
                side = "+" if "+" in signed else "-"
                self.found.append(Piece(piece.code, piece.text, "", (), piece.names, piece.points, side))
                return at + len(signed)
        return at

    def _more(self, at: int) -> int:
        """Continue a list: ``x = 1, 2 and 3``, ``with respect to x and y``."""
        piece = self.found[-1]
        while True:
            start = at
            while self._low(start) in _LISTED:
                start += 1
            if start == at or start == len(self.words):
                return at
            if piece.code in {"at", "approach"} and piece.points and piece.text[-1:] != ")":
                end = self.matcher.reader.end(start, number=True)
                if end is None:
                    return at
                point = read_point(self._said(start, end), self.letters)
                said = self._said(start, end)
                self.found.append(Piece(piece.code, said, "listed", names=piece.names, points=(point,)))
            elif piece.code == "in terms" and self._is_listed_name(start):
                end = start + 1
            elif piece.code in {"respect", "solve for"} and piece.names and self._is_listed_name(start):
                end = start + 1
                name = self.words[start].name
                tools = ((Operation("solve", name),),) if piece.code == "solve for" else ()
                self.found.append(Piece(piece.code, self._said(start, end), tools=tools, names=(name,)))
            else:
                return at
            at = end

    def _is_listed_name(self, at: int) -> bool:
        """Return whether a word is one more variable without a value."""
        following = self._low(at + 1)
        match = self.matcher.longest(at)
        return self.words[at].name in self.letters.known and match is None and following not in {"=", "'", "("}

    def _left_over(self, at: int) -> int:
        """Accept an article, and a variable after "then"; refuse any other word."""
        word, following = self.words[at], self._low(at + 1)
        if word.low in {"a", "an"} and word.text not in self.letters.known and following.isalpha() and following[1:]:
            return at + 1
        codes = [piece.code for piece in self.found[-2:]]
        if codes == ["respect", "join"] and word.name in self.letters.known:
            self.found.append(Piece("respect", word.text, names=(word.name,)))
            return at + 1
        zero = following == "=" and self._low(at + 2) == "0"
        if self.letters.is_function(word.name) and (zero or following not in {"(", "'", "="}):
            self.functions |= {word.name} - {"y"}
            self.found.append(Piece("name", word.text))
            return at + 1
        if word.name in self.letters.known and following in {"=", "->", "→"}:
            raise NotRead(f"the text after '{word.text} {following}' is not understood")
        raise NotRead(_refusal(word.text, word.name, self.letters))

    def _call(self, at: int) -> tuple[Piece, int] | None:
        """Read ``f(2)``, ``f'(x)``, ``f''(0)``."""
        name, start = self.words[at].text, at + 1
        while self._low(start) == "'":
            start += 1
        free = self.letters.function is None and name in _CALLED and name not in self.letters.known
        if self._low(start) != "(" or not (free or self.letters.is_function(name)):
            return None
        end = self._closing(start)
        if self._glued(at) or (self._glued(end) and self._low(end)[:1] in "(\\" + _LETTERS):
            raise NotRead(f"{self._said(max(at - 1, 0), min(end + 1, len(self.words)))!r} is not understood")
        self.functions |= {name} - {"y"}
        inside = self._said(start + 1, end - 1)
        if not inside or any(word.text == "," for word in self.words[start:end]):
            raise NotRead(f"{self._said(at, end)!r} is not understood")
        order, text = start - at - 1, self._said(at, end)
        return self._called(text, inside, order), end

    def _partial(self, at: int) -> tuple[Piece, int] | None:
        """Read ``f_x`` and ``f_{xy}``: derivatives in the letters of the index, from left to right."""
        text = self.words[at].text
        name, _, index = text.partition("_")
        fits = len(name) == 1 and (name == self.letters.function or (not self.letters.function and name in "fzwu"))
        if not fits or text in self.letters.known or name in self.letters.known or not index:
            return None
        if (
            not all(letter in self.letters.declared for letter in index)
            or self._glued(at)
            or self._low(at + 1) in {"(", "'"}
        ):
            return None
        self.functions |= {name} - {"y"}
        return Piece("call", text, tools=(tuple(Operation("differentiate", letter) for letter in index),)), at + 1

    def _called(self, text: str, inside: str, order: int) -> Piece:
        spelled = inside.strip().removeprefix("\\")
        variable = self.letters.argument
        if spelled in self.letters.known and spelled == self.argument(text, spelled):
            tools = ((Operation("differentiate", spelled),) * order,)
            return Piece("call", text, tools=tools) if order else Piece("name", text)
        put = Operation("substitute", variable, read_point(inside, self.letters))
        return Piece("call", text, tools=((*(Operation("differentiate", variable),) * order, put),))

    def argument(self, text: str, inside: str) -> str:
        """Return the variable of ``f(x)``, unless the letter in the brackets could be a point."""
        if self.letters.argument:
            return self.letters.argument
        candidates = self.letters.unknowns()
        if inside not in {"x", candidates[0]} & set(candidates):
            raise NotRead(f"{inside!r} in {text!r} could be the argument or a point")
        return inside

    def _closing(self, start: int) -> int:
        depth = 0
        for at in range(start, len(self.words)):
            depth += (self.words[at].text == "(") - (self.words[at].text == ")")
            if depth == 0:
                return at + 1
        raise NotRead(f"the bracket in {self._said(start, len(self.words))!r} is not closed")


def _ends(signs: str, points: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the two ends of a range, one of which is infinite if there is only a sign of order."""
    if signs[0] not in "<>":
        return points
    infinity = constant("infinity")
    return (points[0], infinity) if signs[0] == ">" else (neg(infinity), points[0])


def _refusal(text: str, name: str, letters: Letters) -> str:
    if text in {"a", "A"} and "a" in letters.known:
        return "'a' could be the letter or a word"
    single = (len(text) == 1 and text.isalpha()) or name in GREEK
    return (
        f"{text!r} is not a letter of the problem"
        if single and name not in letters.known
        else f"{text!r} is not understood"
    )
