"""Cut an objective into words and signs, and read the names and points in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..formulas.lexer import GREEK
from ..formulas.notation import parse_point
from ..formulas.tree import Node
from ..statement import Choices, NotRead, Statement
from .particles import AFTER_LETTER

_WORD = re.compile(r"\\[A-Za-z]+|[A-Za-z][A-Za-z0-9_]*|\d+(?:\.\d+)?|\.\d+|->|\S")
_COMMA = re.compile(r"((?:\[|(?:interval|in|on|over) \()\s*-?\d+),(?=[^\[\](),]{1,30}[\])])", re.IGNORECASE)
"""The comma of an interval such as [0,2), which is none of a number."""
_SPELLED = str.maketrans({"’": "'", "‘": "'", "′": "'", "″": "''", "‴": "'''", "ô": "o", "“": '"', "”": '"', "−": "-"})
_CONSTANTS = frozenset({"pi", "infinity", "inf", "oo", "zero"})
_FUNCTION_WORDS = "sin cos tan sec csc cot ln log exp sqrt arcsin arccos arctan"
_FUNCTIONS = frozenset(_FUNCTION_WORDS.split())
_VALUES = frozenset({"\\infty", "\\pi", "∞", "π", "\\frac", "\\dfrac", "\\tfrac", "\\sqrt", "√"})
_SINGLE = frozenset({"\\infty", "\\pi", "∞", "π"})
_COMMANDS = _VALUES | {f"\\{name}" for name in _FUNCTIONS}
_SIGNS = frozenset({"-", "+", "minus", "negative", "plus"})
_BINARY = frozenset({"+", "-", "*", "/", "^", "·", "×", "\\cdot"})
_OPEN = {"(": ")", "{": "}"}
_COUNTED_WORDS = (
    "point points term terms step steps mark marks time times place places decimal decimals digit digits minute "
    "minutes unit units percent people"
)
_COUNTED = frozenset(_COUNTED_WORDS.split())
"""Words that are counted by the number before them, which is then no point."""
_SQUARES = frozenset("²³")
_PARAMETER_WORDS = "a b c d e k l m n p q alpha beta gamma delta lambda mu kappa omega sigma"
_PARAMETERS = frozenset(_PARAMETER_WORDS.split())
"""Letters that are constants if another letter may be the variable."""


@dataclass(frozen=True)
class Word:
    """A word, number or sign of an objective, and its position."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The word in small letters."""
        return self.text.lower()

    @property
    def name(self) -> str:
        r"""The variable's name that this could be: theta for \theta and for θ."""
        if self.text.startswith("\\") and self.text[1:] in GREEK:
            return self.text[1:]
        if len(self.text) == 1 and not self.text.isascii():
            spelled = unicodedata.name(self.text, "").replace("LAMDA", "LAMBDA").rpartition(" ")[2].lower()
            return spelled if spelled in GREEK else self.text
        return self.text


@dataclass(frozen=True)
class Letters:
    """The meaning of single letters and names in a problem.

    Args:
        declared: the problem's variables.
        known: those, and all letters of the expression.
        present: the letters of the expression.
        function: the name in ``f(x) = …``, or None.
        argument: the variable in ``f(x) = …``, or None.
    """

    declared: tuple[str, ...]
    known: frozenset[str]
    present: frozenset[str]
    function: str | None
    argument: str | None
    choices: Choices = field(compare=False)

    @classmethod
    def of(cls, statement: Statement, variables: Sequence[str], choices: Choices) -> Letters:
        """Return the letters of a problem."""
        carried = {step.variable for step in (*statement.operations, *statement.points) if step.variable}
        present = statement.expression.names()
        argument = {statement.argument} if statement.argument else set()
        known = present | set(variables) | carried | argument
        return cls(tuple(variables), frozenset(known), present, statement.function, statement.argument, choices)

    def is_function(self, text: str) -> bool:
        """Return whether a letter is the problem's function; y names any function's value, f that of ``V = t^2``."""
        if text == self.function:
            return True
        if text in self.known or len(text) != 1:
            return False
        if self.function in {None, "y"}:
            return text in "fghyYFGH"
        quantity = self.argument is None and self.function not in set("fghFGH")
        return text == "y" or (text == "f" and quantity)

    def unknowns(self) -> tuple[str, ...]:
        """Return the candidates for a variable that is not named."""
        present = tuple(name for name in self.declared if name in self.present) or self.declared[:1]
        stems = {name: name.partition("_")[0] for name in present}
        usual = tuple(name for name, stem in stems.items() if stem not in _PARAMETERS and not stem[0].isupper())
        return usual or present


def spell(text: str, known: frozenset[str]) -> str:
    r"""Return an objective in plain spelling: no dollars, straight quotes, and small letters if all are capitals."""
    text = re.sub(r"\$|\\\(|\\\)|\\[,;:! ]|\\(?:left|right|displaystyle)(?![A-Za-z])", " ", text)
    text = _COMMA.sub(r"\1, ", text)
    text = re.sub(r"_\{(\w+)\}", r"_\1", text.translate(_SPELLED))
    long = re.findall(r"[A-Za-z]{2,}", re.sub(r"\\[A-Za-z]+", " ", text))
    long = [word for word in long if word not in known]
    shouted = long and all(word.isupper() for word in long) and all(name.islower() for name in known)
    return text.lower() if shouted else text


def cut(text: str) -> list[Word]:
    """Return the words and signs of a text."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


class PointReader:
    """Finds the ends of the points in an objective: ``-1/2``, ``minus infinity``, ``sqrt(2) + h``."""

    def __init__(self, words: Sequence[Word], letters: Letters) -> None:
        self.words, self.letters = words, letters

    def end(self, start: int, *, number: bool = False) -> int | None:
        """Return the end of the point that starts there; None if none does.

        Args:
            start: the first word's index.
            number: whether it must not begin with a letter.
        """
        at = self._term(self._signs(start), number=number)
        while at is not None and self._text(at) in _BINARY:
            further = self._term(self._signs(at + 1))
            if further is None:
                break
            at = further
        return None if at is None or self._goes_on(at) else at

    def _text(self, at: int) -> str:
        return self.words[at].low if at < len(self.words) else ""

    def _glued(self, at: int) -> bool:
        return 0 < at < len(self.words) and self.words[at].start == self.words[at - 1].end

    def _signs(self, at: int) -> int:
        return at + 1 if self._text(at) in _SIGNS else at

    def _term(self, at: int, *, number: bool = False) -> int | None:
        r"""Return the end of factors that follow each other: ``2pi``, ``3\sqrt{2}``, ``e^{-1}``."""
        end = self._factor(at, number=number)
        while end is not None and end < len(self.words):
            text = self._text(end)
            near = text in _COMMANDS | _CONSTANTS and text != "zero"
            if text in _SQUARES:
                end += 1
            elif near or (self._glued(end) and (text[:1].isalnum() or text in _OPEN or text[:1] == "\\")):
                further = self._factor(end)
                if further is None:
                    break
                end = further
            else:
                break
        return end

    def _factor(self, at: int, *, number: bool = False) -> int | None:
        if at >= len(self.words):
            return None
        text, word = self._text(at), self.words[at]
        if text in _OPEN:
            return self._closed(at)
        if text in _FUNCTIONS or (text in _COMMANDS and text not in _SINGLE):
            return self._arguments(at)
        digits = text[0].isdigit() or (text[0] == "." and text[1:].isdigit())
        euler = text == "e" and "e" not in self.letters.known
        letter = self._is_name(at, word) and (euler or not number)
        return at + 1 if digits or letter or text in _CONSTANTS | _SINGLE else None

    def _is_name(self, at: int, word: Word) -> bool:
        """Return whether a letter is a value, not an article before a word."""
        if word.name in self.letters.known or word.name in GREEK:
            article = word.text == "a"
        elif len(word.text) == 1 and word.text.isalpha():
            article = word.low == "a"
        else:
            return False
        following = self._text(at + 1)
        return not (article and following.isalpha() and len(following) > 1 and following not in AFTER_LETTER)

    def _arguments(self, at: int) -> int | None:
        """Return the end of a function with its argument, or of a fraction."""
        end = at + 1
        for _ in range(2 if self._text(at).endswith("frac") else 1):
            if self._text(end) == "[" and self._text(end + 2) == "]":
                end += 3
            further = self._factor(end)
            if further is None:
                return None
            end = further
        return end

    def _closed(self, start: int) -> int | None:
        """Return the position at which a bracket with only mathematics in it closes."""
        depth = 0
        for at in range(start, len(self.words)):
            text = self._text(at)
            depth += (text in _OPEN) - (text in _OPEN.values())
            name = self.words[at].name
            plain = len(name) == 1 or not name.isalpha() or name in self.letters.known | GREEK
            if not (plain or text in _CONSTANTS | _FUNCTIONS) or text in {",", ";", "="}:
                return None
            if depth == 0:
                inside = self.words[start:at]
                return at + 1 if any(word.text[-1].isalnum() or word.text == "∞" for word in inside) else None
        return None

    def _goes_on(self, at: int) -> bool:
        """Return whether the next word belongs to the same mathematics, which is then not a point."""
        text = self._text(at)
        if text in _COUNTED:
            return True
        if text in {"=", "'"} or (text in {"/", "*", "·", "×"}):
            return True
        if text == ",":  # 1,000 and 0,5
            digits = at + 1 < len(self.words) and self._glued(at + 1) and self._text(at + 1)[:1].isdigit()
            return bool(digits and self._glued(at) and self.words[at - 1].text.isdigit())
        return self._glued(at) and (text[:1].isalnum() or text[:1] == "\\" or text in "({_°%")


def read_point(text: str, letters: Letters) -> Node:
    """Read a point as people write it: ``-1/2``, ``minus infinity``, ``√3``."""
    text = re.sub(r"^(?:plus|\+)\s*", "", re.sub(r"^(?:minus|negative)\s+", "-", text.strip(), flags=re.IGNORECASE))
    spelled = re.compile(r"(?<![A-Za-z\\])(pi|infinity|inf|sqrt|ln|zero)(?![A-Za-z])", re.IGNORECASE)
    text = spelled.sub(lambda found: "0" if found[0].lower() == "zero" else found[0].lower(), text)
    called = re.search(r"(?<![A-Za-z\\])([A-Za-z])\(", text)
    if called and called[1] not in letters.known:
        raise NotRead(f"{text!r} could be a function's value")
    try:
        return parse_point(text, letters.declared, letters.choices)
    except NotRead:
        raise
    except ValueError as error:
        raise NotRead(f"{text!r} is not understood: {error}") from None
