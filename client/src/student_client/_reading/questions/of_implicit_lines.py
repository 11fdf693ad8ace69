"""Reads the question for the tangent or the normal of a curve in x and y, such as a circle, at one of its points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.derivative import NoRule, derivative
from ..formulas.exact import exact
from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import ZERO, Equation, add, div, mul, neg, symbol
from ..statement import Choices, NotRead, Operation, Question, Statement


def line_along(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices
) -> tuple[Statement, tuple[Question, ...]] | None:
    """Return the line at a point with the groups "a" and "b", as y in x; None for a curve that y is alone in.

    Raises:
        NotRead: the point is not known to be on the curve, or the line is none that has y in x.
    """
    said = found.groupdict()
    printed = parse_statement(expression, variables, choices).expression
    if not isinstance(printed, Equation) or printed.names() != {"x", "y"} or printed.left.name in {"x", "y"}:
        return None
    if not said.get("b") or re.search("slope|gradient|quadratic", found[0], re.IGNORECASE):
        return None
    x, y = (parse_point(said[key], [], choices) for key in ("a", "b"))
    zero = add(printed.left, neg(printed.right))
    at = {"x": x, "y": y}
    if exact(zero.put(at)) != 0:
        raise NotRead("the point is not known to be on the curve")
    try:
        above, below = (derivative(zero, name).put(at) for name in "xy")
    except NoRule:
        raise NotRead("the derivative along the curve is not known") from None
    if "normal" in found[0].lower():
        above, below = neg(below), above
    if not exact(below) or exact(above) is None:
        raise NotRead("the slope of the line at the point is not known")
    slope = neg(div(above, below)) if exact(above) else ZERO
    line = add(y, mul(slope, add(symbol("x"), neg(x))))
    return Statement(line), ((Operation("taylor", "x", x, degree=1, word="along line"),),)
