r"""Reads what is printed as a list of named parts: functions, curves, points, vectors, matrices and equations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..formulas.matrix_notation import parse_matrices
from ..formulas.notation import parse_point
from ..formulas.parser import parse_latex
from ..formulas.tree import Equation, Node, add, matrix, neg
from ..statement import Choices, NotRead

_STYLED = re.compile(
    r"\\(?:mathbf|vec|boldsymbol|bm|overrightarrow|hat)\s*(?:\{\s*(?:\\(?:mathbf|hat)\s*\{)?\s*\\?(?P<braced>[A-Za-z])"
    r"(?:math)?\s*\}*\}|\\?(?P<bare>[A-Za-z])(?:math)?(?![A-Za-z]))"
)
_UNIT = "\x01"
_BLANK = re.compile(r"(?:\s|(?<!\\)\\[,;:! ]|\\q?quad(?![a-z]))+")
_NAMED = re.compile(
    r"(?P<name>[A-Za-z]|\\[a-z]+)(?:_\{?\w\}?)?\s*(?:\(\s*(?P<letters>\\?[a-z]+(?:\s*,\s*\\?[a-z]+)*)\s*\)\s*)?=(?!.*=)"
)
_POINT = re.compile(r"(?P<name>[A-Z])?\s*(?P<tuple>\([^()]*,[^()]*\))")
_TUPLE = re.compile(r"(?:\\left\s*)?(?:\\langle|⟨|\()(?P<inside>.*)(?:\\right\s*)?(?:\\rangle|⟩|\))", re.DOTALL)
_OPEN = re.compile(r"\\begin\b|\\langle|⟨|[({\[]")
_CLOSE = re.compile(r"\\end\b|\\rangle|⟩|[)}\]]")
_BETWEEN = re.compile(r"(?<!\\)[,;]|\\q?quad(?![a-z])|\\text\s*\{\s*and\s*\}|(?<=\s)and(?=\s)")
_FRAME = re.compile(r"\\(?:begin|end)\{(?:cases|aligned|gathered|dcases)\}|&(?!.*matrix)")


@dataclass(frozen=True)
class Part:
    """One part of what is printed.

    Args:
        name: the letter that it defines, if it has one.
        letters: the letters that it is a function of, if they are printed.
        body: what is printed of it; a vector and a point are matrices.
    """

    name: str | None
    letters: tuple[str, ...]
    body: Node | Equation

    @property
    def node(self) -> Node:
        """The expression.

        Raises:
            NotRead: it is an equation.
        """
        if not isinstance(self.body, Node):
            raise NotRead("an expression is expected in place of an equation")
        return self.body

    @property
    def zero(self) -> Node:
        """The difference of an equation's sides; for a name with an expression, this is also an equation."""
        if isinstance(self.body, Equation):
            return add(self.body.left, neg(self.body.right))
        if self.name is None:
            raise NotRead("an equation is expected in place of an expression")
        return add(Node("symbol", value=self.name), neg(self.body))


@dataclass(frozen=True)
class Told:
    """What a task receives.

    Args:
        expression: what is printed.
        variables: the problem's variables.
        given: the formulas of the words, in the task's order.
    """

    expression: str
    variables: tuple[str, ...]
    given: tuple[str, ...]

    def parts(self, count: int | None = None) -> list[Part]:
        """Return the parts that are printed.

        Raises:
            NotRead: they are not so many, or one is not understood.
        """
        found = [_part(text, self.variables) for text in _split(self.expression)]
        if count is not None and len(found) != count:
            raise NotRead(f"{count} formulas are expected")
        return found

    def place(self, at: int = 0) -> tuple[str, Node]:
        """Return the letter and the number of a formula such as ``x = 2``."""
        name, sign, value = self.given[at].partition("=")
        if not sign:
            raise NotRead(f"{self.given[at]!r} is not a place")
        return name.strip(" \\"), parse_point(value, self.variables)

    def point(self, at: int = 0) -> tuple[Node, ...]:
        """Return the numbers of a formula such as ``(1, 2)``."""
        return entries(self.given[at], ())

    def number(self, at: int = 0) -> Node:
        """Return a formula that is a number."""
        return parse_point(self.given[at], ())


def entries(text: str, names: Sequence[str]) -> tuple[Node, ...]:
    """Return what is between the commas of a point or a vector."""
    found = _TUPLE.fullmatch(text.strip())
    if not found:
        raise NotRead(f"{text[:20]!r} is not a point")
    return tuple(_expression(one, names) for one in _split(found["inside"]))


def _expression(text: str, names: Sequence[str]) -> Node:
    read = parse_latex(text, names, Choices({}))
    if not isinstance(read, Node):
        raise NotRead("an expression is expected in place of an equation")
    return read


def _split(text: str) -> list[str]:
    """Return the formulas between commas and the like that are in no brackets."""
    text = text.replace("$", " ")
    if "matrix" not in text:
        text = re.sub(r"\\\\(?:\[[^\]]*\])?", ",", _FRAME.sub(" ", text))
    found, depth, start = list[str](), 0, 0
    position = 0
    while position < len(text):
        if opened := _OPEN.match(text, position):
            depth, position = depth + 1, opened.end()
        elif closed := _CLOSE.match(text, position):
            depth, position = depth - 1, closed.end()
        elif depth == 0 and (between := _BETWEEN.match(text, position)):
            found.append(text[start : between.start()])
            start = position = between.end()
        else:
            position += 1
    return [part for part in (_BLANK.sub(" ", one).strip(" .") for one in (*found, text[start:])) if part]


def _part(text: str, variables: Sequence[str]) -> Part:
    plain = _STYLED.sub(lambda found: _letter(found, text), text)
    if point := _POINT.fullmatch(plain):
        return Part(point["name"], (), _vector(point["tuple"], variables))
    found = _NAMED.match(plain)
    body = plain[found.end() :] if found else plain
    letters = tuple(re.findall(r"[a-z]+", (found and found["letters"]) or ""))
    names = tuple(dict.fromkeys((*variables, *letters)))
    return Part(found["name"].strip("\\") if found else None, letters, _body(body.strip(), names))


def _letter(found: re.Match[str], text: str) -> str:
    """Return a letter without its style; i, j and k after the first sign of equality are unit vectors."""
    letter = found["braced"] or found["bare"]
    return f" {_UNIT}{letter} " if letter in "ijk" and "=" in text[: found.start()] else letter


def _body(text: str, names: Sequence[str]) -> Node | Equation:
    if _UNIT in text:
        return _of_units(text, names)
    if re.match(r"\\begin\{[pbvB]?matrix\}|\\left\s*[(\[|]\s*\\begin", text):
        read = parse_matrices("matrix", text, names, Choices({}))
        if read is None or read.operations or not isinstance(read.expression, Node):
            raise NotRead("the matrix is not understood")
        return read.expression
    if (whole := _TUPLE.fullmatch(text)) and len(_split(whole["inside"])) > 1:
        return _vector(text, names)
    read_as = parse_latex(text, names, Choices({}))
    if not isinstance(read_as, Node | Equation):
        raise NotRead("an inequality is not expected")
    return read_as


def _vector(text: str, names: Sequence[str]) -> Node:
    made = entries(text, names)
    return matrix(len(made), made)


def _of_units(text: str, names: Sequence[str]) -> Node:
    """Return a vector that is printed in i, j and k."""
    pieces = re.split(rf"{_UNIT}([ijk])", text)
    units = pieces[1::2]
    if units != ["i", "j", "k"][: len(units)] or len(units) < 2 or pieces[-1].strip():
        raise NotRead("the components of the vector are not clear")
    made = tuple(_component(piece.strip(), names) for piece in pieces[:-1:2])
    return matrix(len(made), made)


def _component(text: str, names: Sequence[str]) -> Node:
    """Return what is printed before a unit vector, with its sign."""
    sign, body = (text[:1], text[1:].strip()) if text.startswith(("+", "-")) else ("", text)
    outside = body
    while (shorter := re.sub(r"\([^()]*\)|\{[^{}]*\}", "", outside)) != outside:
        outside = shorter
    if re.search(r"[-+]", outside):
        raise NotRead("a component of the vector is not in brackets")
    read = _expression(body or "1", names)
    return neg(read) if sign == "-" else read


def symbols(names: Sequence[str]) -> Iterator[Node]:
    """Yield letters as expressions, by which a task hands on its variables."""
    yield from (Node("symbol", value=name) for name in names)
