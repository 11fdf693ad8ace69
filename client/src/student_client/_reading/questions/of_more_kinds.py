"""Reads the questions about numbers, statements, sequences and matrices that a word answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.matrix_notation import parse_matrices
from ..formulas.named_matrices import named_values
from ..formulas.notation import parse_point, parse_statement, parse_system
from ..formulas.tree import ZERO, Equation, Inequality, Node, System, matrix
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked, Reader, function, place
from .of_sequences import sequence

_UNKNOWN = "xyzuvwt"
"""The first letters of names that are usually unknown."""
_NAME = re.compile(r"(?:\\(?:mathbf|vec|boldsymbol|overrightarrow|bm)\s*\{?\s*)?[A-Za-z]\}?(?:_\{?\d\}?)?\s*=\s*")
_LETTER = re.compile(r"(?<![A-Za-z\\])[a-z](?:_\{?\d\}?)?(?![a-z])")
_VECTOR = re.compile(
    r"\\begin\{[pb]matrix\}[^=]*?\\end\{[pb]matrix\}|(?:\\langle|⟨)[^⟩=]*?(?:\\rangle|⟩)|\([^()=]+(?:,[^()=]+)+\)"
)
_BETWEEN = re.compile(r"(?:,|;|\\[ ,;:{}]|\\q?quad|\\text\s*\{\s*(?:and)?\s*\}|\band\b|\s|\.|\{|\})*")


def of_number(word: str) -> Reader:
    """Return a reader of the question for a property of the printed number."""

    def read(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
        return _number(found, expression, variables, choices, word)

    return read


def _number(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices, word: str
) -> Asked | None:
    read = parse_statement(expression, variables, choices)
    said = found.groupdict().get("a")
    if not isinstance(read.expression, Node) or read.operations or read.expression.names():
        return None
    if said and re.sub(r"[,\s]", "", said) != re.sub(r"[,\s$]", "", expression):
        raise NotRead("the words and the expression name different numbers")
    return Statement(read.expression), ((Operation("classify", word=word),),)


def roots(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question for the kind of a quadratic's roots."""
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if isinstance(printed, Equation) and printed.left.name == "y" and "y" not in printed.right.names():
        printed = printed.right
    if not isinstance(printed, Node | Equation) or read.operations or read.ranges or len(printed.names()) != 1:
        return None
    name = next(iter(printed.names()))
    return (Statement(printed), ((Operation("classify", name, word="roots"),),)) if name in variables else None


def monotonicity(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question whether a printed sequence is increasing."""
    read, name = sequence(expression, variables, choices)
    return read, ((Operation("classify", name, word="monotonicity"),),)


def at_point(word: str) -> Reader:
    """Return a reader of the question for a property of a function at a point."""

    def read(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
        printed, name = function(found, expression, variables, choices)
        return printed, ((Operation("classify", name, place(found, name, choices), word=word),),)

    return read


def truth(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether a printed equation or inequality of numbers is true."""
    read = parse_statement(expression, variables, choices)
    if not isinstance(read.expression, Equation | Inequality) or read.operations or read.expression.names():
        return None
    return Statement(read.expression), ((Operation("classify", word="truth"),),)


def solution(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether a number solves an equation or an inequality, or is a zero of a function."""
    read = parse_statement(expression, variables, choices)
    printed = read.expression
    if isinstance(printed, Node) and found.groupdict().get("zero"):
        printed = Equation(printed, ZERO)
    if not isinstance(printed, Equation | Inequality) or read.operations or read.points or read.ranges:
        return None
    said = re.search(r"\b(equation|inequality)$", found[0], re.IGNORECASE)
    if said and (said[1].lower() == "equation") is not isinstance(printed, Equation):
        raise NotRead(f"the words say {said[1]}, and the printed expression is of another kind")
    names = printed.names()
    point = parse_point(found["a"], [], choices)
    if len(names) != 1 or not names <= set(variables) or point.names():
        raise NotRead("whether it is a solution needs one unknown, and a number")
    name = next(iter(names))
    if found["name"] not in {None, name}:
        raise NotRead(f"{found['name']!r} is not the unknown")
    return Statement(printed), ((Operation("classify", name, point, word="truth"),),)


def invertibility(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether a printed matrix has an inverse."""
    read = parse_matrices("", expression, variables, choices)
    if read is None or not isinstance(read.expression, Node) or read.expression.head != "matrix":
        return None
    return Statement(read.expression), ((Operation("classify", word="invertibility"),),)


def independence(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether the printed vectors, or the columns of a matrix, are linearly independent."""
    read = parse_matrices("", expression, variables, choices) if "column" in found[0].lower() else None
    made = read.expression if read is not None else _columns(found, expression, variables, choices)
    if not isinstance(made, Node) or made.head != "matrix":
        return None
    return Statement(made), ((Operation("classify", word="linear independence"),),)


def direction(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question whether two printed vectors are orthogonal or parallel."""
    made = _columns(found, expression, variables, choices)
    if made is None or len(made.args) != 2 * made.rows:
        return None
    return Statement(made), ((Operation("classify", word="direction"),),)


def _columns(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Node | None:
    """Return the matrix that has the printed vectors as its columns; None if something else is printed, too.

    Raises:
        NotRead: the words name others than those that are printed.
    """
    said, printed = (sorted(_LETTER.findall(text)) for text in (found["names"] or "", _names(expression)))
    if said and said != printed:
        raise NotRead("the words and the expression name different vectors")
    named = named_values(expression)
    text = ", ".join(named.values()) if named else re.sub(r"\$|\\left|\\right", "", _NAME.sub("", expression))
    if not _BETWEEN.fullmatch(_VECTOR.sub("", text)):
        return None
    parts = [parse_matrices("vector", part, variables, choices) for part in _VECTOR.findall(text)]
    nodes = [read.expression for read in parts if read is not None and isinstance(read.expression, Node)]
    vectors = [node for node in nodes if node.head == "matrix" and node.rows in {1, len(node.args)}]
    sizes = {len(node.args) for node in vectors}
    if len(vectors) < max(len(parts), 2) or len(sizes) != 1:
        return None
    counted = re.search(r"\b(two|three|four)\b", found[0], re.IGNORECASE)
    if counted and len(vectors) != ("two", "three", "four").index(counted[1].lower()) + 2:
        raise NotRead(f"there are {len(vectors)} vectors, not {counted[1]}")
    size = sizes.pop()
    return matrix(size, tuple(node.args[row] for row in range(size) for node in vectors))


def _names(expression: str) -> str:
    """Return the names that are defined in an expression."""
    return " ".join(found[0] for found in _NAME.finditer(expression))


def of_equations(word: str, most: int) -> Reader:
    """Return a reader of the question for a property of an equation or a system in its declared letters."""

    def read(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
        made = parse_system(expression, variables, choices) if most > 1 else None
        given = made or parse_statement(expression, variables, choices)
        printed = given.expression
        known = {*variables} if word == "solvability" else {*variables, "x", "y"}
        if not isinstance(printed, Equation | System) or not printed.names() <= known or given.ranges:
            return None
        if word == "solvability" and printed.names() != known:
            raise NotRead("it is not clear whether the letters that are not printed are unknowns, too")
        if constants := [name for name in printed.names() if name[0] not in _UNKNOWN]:
            raise NotRead(f"it is not clear whether {', '.join(sorted(constants))} is an unknown or a constant")
        if isinstance(printed, System) and len(printed.equations) > most:
            return None
        return Statement(printed), ((Operation("classify", word=word),),)

    return read
