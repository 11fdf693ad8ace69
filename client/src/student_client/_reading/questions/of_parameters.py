"""Reads the questions about a matrix with a letter in it, roots of a number, and given factors of a polynomial."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.coefficients import NoPolynomial, coefficients
from ..formulas.exact import exact
from ..formulas.matrix_notation import parse_matrices
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ZERO, Equation, Node, add, matrix, mul, neg, number, power, symbol
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked

MAX_SIZE = 4


def _square(expression: str, variables: Sequence[str], choices: Choices) -> list[list[Node]]:
    """Return the rows of the printed square matrix."""
    read = parse_matrices("matrix", expression, variables, choices)
    printed = read.expression if read else None
    if not isinstance(printed, Node) or printed.head != "matrix":
        raise NotRead("the question is only understood for one matrix")
    width = len(printed.args) // printed.rows
    if width != printed.rows or width > MAX_SIZE:
        raise NotRead("the question is only understood for a small square matrix")
    return [list(printed.args[at : at + width]) for at in range(0, len(printed.args), width)]


def determinant(rows: list[list[Node]]) -> Node:
    """Return a determinant, expanded by its first row."""
    if len(rows) == 1:
        return rows[0][0]
    parts = []
    for at, entry in enumerate(rows[0]):
        minor = mul(entry, determinant([row[:at] + row[at + 1 :] for row in rows[1:]]))
        parts.append(neg(minor) if at % 2 else minor)
    return add(*parts)


def singular(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for which values of a letter a matrix has no inverse: the zeros of its determinant."""
    name = found["name"]
    made = determinant(_square(expression, variables, choices))
    if made.names() != {name}:
        raise NotRead("the letter of the matrix is not clear")
    return Statement(Equation(made, ZERO)), ((Operation("solve", name, real=True),),)


def factored_determinant(_: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the question for the factors of a determinant with letters."""
    made = determinant(_square(expression, variables, choices))
    if not made.names():
        raise NotRead("the determinant is a number")
    return Statement(made), ((Operation("factor"),),)


_ORDER = re.compile(r"\((?:[A-Z]-(?P<letter>[a-z]+)I|(?P<ahead>[a-z]+)I-[A-Z])(?:_\d)?\)")
"""A matrix minus a letter times I, or the other way round, without blanks."""


def characteristic(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the characteristic polynomial of a matrix: the determinant of A minus a letter times I."""
    rows = _square(expression, variables, choices)
    given = found.groupdict()
    order = re.sub(r"[\s{}\\,]", "", given.get("order") or "").replace("λ", "lambda")
    shown = _ORDER.fullmatch(order)
    if order and not shown:
        raise NotRead(f"{order!r} is not understood as a matrix minus a letter times I")
    said = (given.get("letter") or "").replace("\\", "").replace("λ", "lambda")
    written = (shown["letter"] or shown["ahead"]) if shown else ""
    if said and written and said != written:
        raise NotRead("the words name two letters for the characteristic polynomial")
    name = said or written or next((one for one in variables if one in {"lambda", "t", "x", "s", "z", "mu"}), "")
    if not name or name not in variables or any(name in entry.names() for row in rows for entry in row):
        raise NotRead("the letter of the characteristic polynomial is not clear")
    if len(rows) % 2 and not order:
        raise NotRead("the sign of the characteristic polynomial is not said")
    letter, turned = symbol(name), shown is not None and shown["ahead"] is not None
    moved = [
        _entry(entry, letter, diagonal=at == index, turned=turned)
        for at, row in enumerate(rows)
        for index, entry in enumerate(row)
    ]
    word = "expanded" if re.search("expanded|multiplied", found[0], re.IGNORECASE) else None
    return Statement(matrix(len(rows), tuple(moved))), ((Operation("determinant", word=word),),)


def _entry(entry: Node, letter: Node, *, diagonal: bool, turned: bool) -> Node:
    if not diagonal:
        return neg(entry) if turned else entry
    return add(letter, neg(entry)) if turned else add(entry, neg(letter))


def discriminant(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the discriminant of a quadratic, b^2 - 4ac."""
    printed = parse_statement(expression, variables, choices).expression
    if isinstance(printed, Equation):
        printed = add(printed.left, neg(printed.right)) if printed.left.name is None else printed.right
    names = sorted(printed.names() & {"x", "y", "t", "z", "u", "w"} & set(variables))
    try:
        parts = coefficients(printed, names[0]) if isinstance(printed, Node) and len(names) == 1 else {}
    except NoPolynomial:
        parts = {}
    if 2 not in parts or set(parts) - {0, 1, 2}:
        raise NotRead(f"{found[0]!r} is only understood of a quadratic")
    square = power(parts.get(1, ZERO), number(2))
    made = add(square, neg(mul(number(4), parts[2], parts.get(0, ZERO))))
    return Statement(made), ((Operation("simplify"),),)


_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_DEGREES = {"square": 2, "cube": 3, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


def roots_of_number(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return all complex roots of a number, which is printed as an equation such as ``z^3 = 8``."""
    chosen = Choices(dict(choices.picked) | {"i": "unit", "domain": "complex"})
    printed = parse_statement(expression, variables, chosen).expression
    unity = found["a"].strip().lower() == "unity"
    number_said = parse_point("1" if unity else found["a"], [], chosen)
    if not isinstance(printed, Equation) or printed.left.head != "pow" or printed.left.args[0].name not in variables:
        raise NotRead("the roots of a number need an equation such as z^3 = 8")
    same = printed.right == number_said or (
        exact(printed.right) is not None and exact(printed.right) == exact(number_said)
    )
    if printed.left.args[1] != number(_DEGREES[found["degree"].lower()]) or not same:
        raise NotRead("the roots in the words are not those of the equation")
    said, degree = found.groupdict().get("count"), _DEGREES[found["degree"].lower()]
    value = exact(number_said)
    all_asked = unity or found.groupdict().get("complex") or (said and _COUNTS.get(said.lower()) == degree)
    if not all_asked and (degree % 2 or value is None or value >= 0):
        raise NotRead("the words could ask for complex roots, or not")
    name = str(printed.left.args[0].name)
    return Statement(printed), ((Operation("solve", name, word="complex"),),)
