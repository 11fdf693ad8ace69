"""Reads volumes of revolution, distances of a motion, equations of integrals, and values of functions in pieces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.parser import parse_latex
from ..formulas.tree import TWO, ZERO, Inequality, Node, call, constant, mul, number, power
from ..statement import Choices, NotRead, Operation, Range, Statement
from .of_functions import Asked, function, node


def revolved(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the volume of the solid of a region under a curve that is turned once about the x-axis."""
    read, name = function(found, expression, variables, choices)
    low, high = _ends(found, choices)
    made = mul(constant("pi"), power(node(read), TWO))
    if name != "x":
        raise NotRead("the letter of the curve is not x")
    return Statement(made), ((Operation("integrate", name, bounds=(low, high)),),)


def travelled(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the distance that a velocity makes, or the displacement."""
    read, name = function(found, expression, variables, choices)
    if read.function != "v" or name != "t":
        raise NotRead(f"the words do not say of which region the {found['what']} is asked")
    given = found.groupdict()
    low, high = (ZERO, parse_point(given["first"], [], choices)) if given.get("first") else _ends(found, choices)
    made = node(read) if found["what"].lower() == "displacement" else call("abs", node(read))
    return Statement(made), ((Operation("integrate", name, bounds=(low, high)),),)


def _ends(found: re.Match[str], choices: Choices) -> tuple[Node, Node]:
    given = found.groupdict()
    low, high = (parse_point(given.get(key) or given[other], [], choices) for key, other in ("ac", "bd"))
    return low, high


_EQUATION = re.compile(r"\s*\$?(?P<integral>\\int.+?)=(?P<right>[^=]+?)\$?\s*")


def bound_of(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    r"""Return the question for a letter in the bounds of a printed integral, as in ``\int_0^k 2x\,dx = 9``."""
    parts = _EQUATION.fullmatch(expression)
    if not parts:
        return None
    read = parse_statement(parts["integral"], variables, choices)
    step = read.operations[0] if len(read.operations) == 1 else None
    if step is None or step.bounds is None or not isinstance(read.expression, Node):
        raise NotRead("the equation of an integral is not understood")
    name = found.groupdict().get("name") or found.groupdict().get("letter") or ""
    letters = (step.bounds[0].names() | step.bounds[1].names() | read.expression.names()) - {step.variable}
    if letters != {name}:
        raise NotRead("it is not clear which letter of the integral is asked")
    kind = (found.groupdict().get("sign") or "").lower()
    infinity = constant("infinity")
    within = {
        "positive": Range(ZERO, infinity, (False, False)),
        "negative": Range(Node("neg", (infinity,)), ZERO, (False, False)),
    }.get(kind)
    right = parse_latex(parts["right"].strip(), (), choices)
    if not isinstance(right, Node) or right.names():
        raise NotRead("the value of the integral is not a number")
    solve = Operation("solve", name, word="level", real=True, value=right, within=within)
    return Statement(read.expression), ((step, solve),)


_PIECES = re.compile(
    r"\s*\$?(?P<name>[a-zA-Z])\s*\(\s*(?P<argument>[a-z])\s*\)\s*=\s*\\begin\{d?cases\}(?P<inside>.+?)\\end\{d?cases\}\$?\s*[.]?"
)
_CONDITION = re.compile(
    r"\s*(?P<body>.+?)(?:,?\s*&\s*|,\s*(?:\\q?quad|\\[,;: ]|\s)*|(?:\\q?quad)\s*)"
    r"(?:(?:\\text\s*\{\s*)?(?:if|for|when|where)\s*\}?\s*|\\[,;: ])*(?P<condition>.+?)\s*"
)


def value_in_pieces(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the value of a function in pieces at a number: that of the piece whose condition holds there."""
    parts = _PIECES.fullmatch(expression)
    if not parts:
        return None
    if parts["name"] != found["f"]:
        raise NotRead(f"{found['f']} is not the function that is printed")
    at = exact(parse_point(found["a"], [], choices))
    if at is None:
        raise NotRead(f"{found['a']!r} is not a fraction, so that its piece is not known")
    name, others = parts["argument"], False
    for piece in re.split(r"\\\\(?:\[[^\]]*\])?", parts["inside"]):
        said = _CONDITION.fullmatch(piece)
        if not said:
            raise NotRead("a piece of the function is not understood")
        others = "otherwise" in said["condition"] or "else" in said["condition"]
        if others or _holds(said["condition"], name, at, choices):
            body = parse_latex(said["body"].rstrip(" ,"), (name,), choices)
            if not isinstance(body, Node):
                raise NotRead("a piece of the function is not understood")
            return Statement(body, argument=name), ((Operation("substitute", name, number(at)),),)
    raise NotRead(f"no piece of the function has {found['a']}")


def _holds(condition: str, name: str, at: Fraction, choices: Choices) -> bool:
    """Return whether a condition such as ``0 < x < 2`` holds at a number."""
    text = re.sub(r"\\text\s*\{\s*(?:if|for)?\s*\}|[.,;]\s*$|^\s*\}", "", condition).strip()
    equal = re.fullmatch(rf"{name}\s*=\s*(.+)", text)
    if equal:
        return exact(parse_point(equal[1], [], choices)) == at
    read = parse_latex(text, (name,), choices)
    if not isinstance(read, Inequality):
        raise NotRead(f"the condition {text!r} is not understood")
    values = [exact(side.put({name: number(at)})) for side in read.sides]
    made = [value for value in values if value is not None]
    if len(made) < len(values):
        raise NotRead(f"the condition {text!r} is not understood")
    return all(_RELATIONS[sign](one, other) for sign, one, other in zip(read.signs, made, made[1:], strict=False))


_RELATIONS = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
