r"""Reads dy/dx and d^2y/dx^2 of a curve that is given by a parameter: "find dy/dx" of ``x = t^2, y = t^3``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.derivative import NoRule, derivative
from ..formulas.matrix_notation import parse_matrices
from ..formulas.notation import parse_point, parse_system
from ..formulas.same_notation import canonical
from ..formulas.tree import TWO, Node, System, add, power, root
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked
from .sentence_parts import FIND

PARAMETRIC = "parametric"
_GIVEN = (
    r"(?:(?:if|given(?: that)?|for)|(?:a|the) curve(?: C)? (?:is (?:given|defined)(?: parametrically)? by|has)(?:"
    r" the)?(?: parametric equations?)?)"
)
_SECOND = (
    r"(?P<second>(?:second derivative(?:,| of y with respect to x,?)? ?)?(?:d(?:\^\{?2\}?|²) ?y ?/ ?dx(?:\^\{?2\}?|²)"
    r"|\\d?frac ?\{d(?:\^\{?2\}?|²) ?y\} ?\{dx(?:\^\{?2\}?|²)\})|second derivative of y with respect to x)"
)
PATTERN = (
    rf"(?:{_GIVEN} (?:x ?= ?(?P<x>.+?)(?:,| and|, and) y ?= ?(?P<y>.+?)|(?:the )?(?:parametric )?equations)[.,;]? )?"
    rf"{FIND} (?:(?:value of|slope|gradient) )?(?:dy/dx|\\d?frac ?\{{dy\}} ?\{{dx\}}|{_SECOND})(?:,? in terms of (?:the"
    rf" parameter )?\\?(?P<name>[a-z]+))?"
    r"(?:,? (?:at|when) (?:the point (?:where|with|at which) )?\\?(?P<at>[a-z]+) ?= ?(?P<a>[^,;=<>]+))?"
)
_PARAMETERS = ("t", "theta", "u", "s", "phi")


def slope_by_parameter(
    found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices
) -> Asked | None:
    """Return the question for dy/dx along a curve by its parameter; None if x and y are not printed."""
    if expression.count("=") != 2 or not re.search(r"(?<![A-Za-z\\])x\s*(?:\(\w\))?\s*=", expression):
        return None
    plain = re.sub(r"(?<![A-Za-z\\])([xy])\s*\(\s*\\?[a-z]+\s*\)\s*=", r"\1 =", expression)
    read = parse_system(plain, [*dict.fromkeys((*variables, "x", "y"))], choices)
    curve = read.expression if read else None
    if not isinstance(curve, System) or [one.left.name for one in curve.equations] != ["x", "y"]:
        return None
    both = curve.equations[0].right.names() & curve.equations[1].right.names() & set(variables)
    usual = [one for one in _PARAMETERS if one in both]
    name = found["name"] or (usual[0] if len(usual) == 1 else next(iter(both)) if len(both) == 1 else "")
    said = [found[key] for key in ("x", "y")]
    printed = [
        canonical(part.partition("=")[2])
        for part in re.split(r",|;|\\q?quad|\\text\{ ?and ?\}|\band\b", plain)
        if "=" in part
    ]
    if any(said) and [canonical(one or "") for one in said] != printed:
        raise NotRead("the words and the expression give different curves")
    if name not in both or {"x", "y"} & (curve.equations[0].right.names() | curve.equations[1].right.names()):
        raise NotRead("the parameter of the curve is not clear")
    step = Operation("implicit", name, names=("y", "x"), word=PARAMETRIC, degree=2 if found["second"] else 1)
    if not found["a"]:
        return Statement(curve), ((step,),)
    if found["at"] != name:
        raise NotRead(f"{found['at']!r} is not the parameter")
    return Statement(curve), ((step, Operation("substitute", name, parse_point(found["a"], [], choices))),)


_VECTOR = re.compile(
    r"\s*\$?\s*(?:\\(?:mathbf|vec|boldsymbol|bm)\s*\{?\s*r\s*\}?|r)\s*\(\s*(?P<name>[a-z])\s*\)\s*=(?P<parts>.+)"
)
_CURVE = re.compile(r"\s*\$?\s*x\s*(?:\(\s*[a-z]\s*\)\s*)?=.*\by\s*(?:\(\s*[a-z]\s*\)\s*)?=")


def speed(expression: str, variables: Sequence[str], choices: Choices) -> tuple[Node, str] | None:
    """Return how fast a curve is passed that a parameter gives, and the parameter; None if no such curve is printed.

    Raises:
        NotRead: the curve is not understood.
    """
    vector = _VECTOR.match(expression)
    if vector:
        read = parse_matrices("vector", vector["parts"], variables, choices)
        made = read.expression if read else None
        parts = [*made.args] if isinstance(made, Node) and made.head == "matrix" and made.rows == len(made.args) else []
    elif _CURVE.match(expression):
        plain = re.sub(r"(?<![A-Za-z\\])([xyz])\s*\(\s*\\?[a-z]+\s*\)\s*=", r"\1 =", expression)
        system = parse_system(plain, [*dict.fromkeys((*variables, "x", "y"))], choices)
        curve = system.expression if system else None
        lines = curve.equations if isinstance(curve, System) else ()
        parts = (
            [one.right for one in lines] if [one.left.name for one in lines] in (["x", "y"], ["x", "y", "z"]) else []
        )
    else:
        return None
    names = {name for part in parts for name in part.names()}
    name = next(iter(names), "")
    if len(parts) < len("xy") or len(names) != 1 or name not in variables or name in "xyz":
        raise NotRead("the curve or its parameter is not clear")
    try:
        return root(add(*(power(derivative(part, name), TWO) for part in parts))), name
    except NoRule:
        raise NotRead("the derivative of the curve is not known") from None
