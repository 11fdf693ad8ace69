r"""Read a differential equation: ``y'' + y = 0``, ``\frac{dy}{dx} = xy``, with ``y(0) = 1`` after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..statement import Choices, NotRead, Statement
from .notation import parse_point
from .parser import parse_latex
from .tree import Differential, Equation, Node, symbol

_WORDS = re.compile(
    r"\b(?:differential equations?|initial[- ]value problem|ode|(?:general|particular) solution|separable equation)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b(?:initial|boundary|particular)\b", re.IGNORECASE)
_PRIMES = re.compile(r"(?<![A-Za-z\\])([a-zA-Z])('{1,3})")
_FIRST = re.compile(
    r"\\d?frac\s*\{\s*d\s*([a-zA-Z])\s*\}\s*\{\s*d\s*([a-zA-Z])\s*\}|(?<![A-Za-z\\])d([a-zA-Z])/d([a-zA-Z])"
)
_HIGHER = re.compile(r"\\d?frac\s*\{\s*d\^\{?([23])\}?\s*([a-zA-Z])\s*\}\s*\{\s*d\s*([a-zA-Z])\s*\^\{?([23])\}?\s*\}")
_FACTORS = re.compile(r"(?<![A-Za-z\\])([a-zA-Z]{1,2})(?=[a-zA-Z]'{1,3})")
"""Letters that are multiplied by a derivative, as in ``4xy'``."""
_VALUE = re.compile(r"\s*([a-zA-Z])('{0,2})\s*\(([^()]*)\)\s*=\s*(\S.*?)\s*")
_BETWEEN = re.compile(
    r"(?:,|;|\\[,;: ]|\\q?quad|\\text\s*\{\s*(?:and)?\s*\}|\band\b|\s)+(?=\s*[a-zA-Z]'{0,2}\s*\([^()]*\)\s*=)"
)
"""What is before a value; a thin space within the equation is none."""


def parse_differential(objective: str, text: str, variables: Sequence[str], choices: Choices) -> Statement | None:
    """Return a differential equation with its conditions at a point.

    Returns:
        The statement; None when the text has no derivative in an equation that the words ask to solve.

    Raises:
        NotRead: a part is not understood.
    """
    if not _WORDS.search(objective) or "=" not in text:
        return None
    marked, function, variable = _marked(text.replace("$", ""), variables)
    if not function:
        return None
    parts = [part for part in _BETWEEN.split(marked) if part.strip(" .")]
    names = (*dict.fromkeys((*variables, function, variable)), *(_name(function, order) for order in range(1, 4)))
    read = parse_latex(parts[0], names, choices)
    if not isinstance(read, Equation):
        raise NotRead("a differential equation needs both sides")
    put: dict[str, Node] = {_name(function, order): symbol(function + "'" * order) for order in range(1, 4)}
    equation = read.put(put)
    order = max((at for at in range(1, 4) if function + "'" * at in equation.names()), default=0)
    conditions = [_condition(part, function, choices) for part in parts[1:]]
    if _INITIAL.search(objective) and not conditions:
        raise NotRead("no value is given after the differential equation")
    if not order or (variable == function):
        raise NotRead("this is not a differential equation")
    return Statement(Differential(equation, function, variable, order, tuple(conditions)))


def _name(function: str, order: int) -> str:
    return f"{function}d{order}"


def _marked(text: str, variables: Sequence[str]) -> tuple[str, str, str]:
    """Return the text with a name for each derivative, the function, and the variable."""
    functions, others = set(), set()
    text = _FACTORS.sub(r"\1 ", text)
    for found in _PRIMES.finditer(text):
        functions.add(found[1])
    for found in _FIRST.finditer(text):
        functions.add(found[1] or found[3])
        others.add(found[2] or found[4])
    for found in _HIGHER.finditer(text):
        functions.add(found[2])
        others.add(found[3])
        if found[1] != found[4]:
            raise NotRead("the order of the derivative is not understood")
    if len(functions) != 1 or len(others) > 1:
        return text, "", ""
    function = functions.pop()
    left = [name for name in variables if name != function and len(name) == 1]
    variable = others.pop() if others else left[0] if len(left) == 1 else "x" if not left else ""
    if not variable:
        raise NotRead("the variable of the differential equation is not clear")
    text = _HIGHER.sub(lambda found: f"{{{_name(found[2], int(found[1]))}}}", text)
    text = _FIRST.sub(lambda found: f"{{{_name(found[1] or found[3], 1)}}}", text)
    text = re.sub(rf"(?<![A-Za-z\\])({function}'{{1,3}})\(\s*{variable}\s*\)", r"\1 ", text)
    text = re.sub(rf"(?<![A-Za-z\\]){function}\(\s*{variable}\s*\)", f" {function} ", text)
    kept = re.compile(rf"(?<![A-Za-z\\]){function}('{{1,3}})(?!\s*\()")
    return kept.sub(lambda found: f"{{{_name(function, len(found[1]))}}}", text), function, variable


def _condition(part: str, function: str, choices: Choices) -> tuple[int, Node, Node]:
    found = _VALUE.fullmatch(part)
    if not found or found[1] != function:
        raise NotRead(f"{part.strip()[:20]!r} is not understood as a value of {function}")
    return len(found[2]), parse_point(found[3], [], choices), parse_point(found[4].rstrip(" ."), [], choices)
