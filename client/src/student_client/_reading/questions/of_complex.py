"""Reads the questions about one complex number: its modulus, its conjugate, its real and imaginary parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.tree import ONE, TWO, ZERO, Equation, Node, add, call, constant, div, mul, neg, number, power, root
from ..rewording.limiting import approximate
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked

Parts: TypeAlias = tuple[Node, Node]
MAX_POWER = 12
NEAR_ZERO = 1e-6
"""A part of a number that is nearer to zero has no known sign."""


def modulus(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the modulus of a complex number, the root of its parts' squares; None for a vector or a matrix."""
    if re.search(r"\\(?:langle|begin|mathbf|hat|vec)|⟨|=\s*\(", expression) or not re.search(
        r"(?<![A-Za-z])i(?![a-z])", expression
    ):
        return None
    real, imaginary = _printed(found, expression, variables, choices)
    return Statement(root(add(power(real, TWO), power(imaginary, TWO)))), ((Operation("simplify"),),)


def conjugate(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the conjugate of a complex number, in the form a + bi."""
    real, imaginary = _printed(found, expression, variables, choices)
    made = add(real, neg(mul(imaginary, constant("i"))))
    return Statement(made), ((Operation("rewrite", word="rectangular"),),)


def part(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the real or the imaginary part of a complex number."""
    both = _printed(found, expression, variables, choices)
    asked = found["part"].lower()
    return Statement(both[asked in {"imaginary", "im"}]), ((Operation("simplify"),),)


def argument(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked:
    """Return the argument of a complex number: between -pi and pi, where below the real axis the words must say so."""
    real, imaginary = _printed(found, expression, variables, choices)
    signs = [_sign(one) for one in (real, imaginary)]
    principal = re.search(r"principal|-\s*\\?(?:pi|π)\s*<", found[0], re.IGNORECASE)
    if None in signs or signs == [0, 0] or (signs[1] == -1 and not principal):
        raise NotRead("the argument of this complex number is not clear")
    half, pi = div(constant("pi"), TWO), constant("pi")
    if signs[0] == 0:
        made = half if signs[1] == 1 else neg(half)
    else:
        made = call("atan", div(imaginary, real))
        made = made if signs[0] == 1 else add(made, pi if signs[1] != -1 else neg(pi))
    return Statement(made), ((Operation("simplify"),),)


def _sign(node: Node) -> int | None:
    """Return the sign of a real number; None if it is not known."""
    value = approximate(node)
    if exact(node) == 0:
        return 0
    return None if value is None or not abs(value) > NEAR_ZERO else 1 if value > 0 else -1


def _printed(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Parts:
    """Return the real and the imaginary part of the printed number."""
    complex_choices = Choices(dict(choices.picked) | {"i": "unit", "domain": "complex"})
    printed = parse_statement(expression, variables, complex_choices).expression
    named = found.groupdict().get("name") or found.groupdict().get("letter")
    if isinstance(printed, Equation) and printed.left.head == "symbol" and not printed.right.names():
        if named and named != printed.left.name:
            raise NotRead(f"{named} is not the number that is printed")
        printed = printed.right
    elif named:
        raise NotRead(f"{named} is not defined")
    if not isinstance(printed, Node) or printed.names() or not printed.has("constant", "i"):
        raise NotRead("the question is only understood for one complex number")
    return parts(printed)


def parts(node: Node) -> Parts:
    """Return the real and the imaginary part of a number without letters.

    Raises:
        NotRead: it has a part that is neither a sum, a product, a quotient nor a whole power.
    """
    if not node.has("constant", "i"):
        return node, ZERO
    rule = _RULES.get(node.head)
    if rule is None:
        raise NotRead("the parts of this complex number are not understood")
    return rule(node)


def _sum(node: Node) -> Parts:
    both = [parts(one) for one in node.args]
    return add(*(one for one, _ in both)), add(*(other for _, other in both))


def _negative(node: Node) -> Parts:
    real, imaginary = parts(node.args[0])
    return neg(real), neg(imaginary)


def _product(node: Node) -> Parts:
    made = parts(node.args[0])
    for one in node.args[1:]:
        made = _times(made, parts(one))
    return made


def _power(node: Node) -> Parts:
    exponent = exact(node.args[1])
    if exponent is None or exponent.denominator != 1 or not 0 < exponent <= MAX_POWER:
        raise NotRead("the parts of this complex number are not understood")
    base = made = parts(node.args[0])
    for _ in range(exponent.numerator - 1):
        made = _times(made, base)
    return made


def _times(one: Parts, other: Parts) -> Parts:
    real = add(mul(one[0], other[0]), neg(mul(one[1], other[1])))
    return real, add(mul(one[0], other[1]), mul(one[1], other[0]))


def _over(one: Parts, other: Parts) -> Parts:
    below = add(power(other[0], number(2)), power(other[1], number(2)))
    real, imaginary = _times(one, (other[0], neg(other[1])))
    return div(real, below), div(imaginary, below)


_RULES: dict[str, Callable[[Node], Parts]] = {
    "constant": lambda _: (ZERO, ONE),
    "add": _sum,
    "neg": _negative,
    "mul": _product,
    "div": lambda node: _over(parts(node.args[0]), parts(node.args[1])),
    "pow": _power,
}
