"""Operations, which programs ask for by name and arguments, and their wording for the model and the verifier."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import TypeAlias

from ._errors import InvalidProblem
from ._properties import PROPERTIES
from ._tools import SPACES

Value: TypeAlias = str | int | float | Fraction
"""A point or a bound: a number, or text such as ``pi/2`` or ``\\infty``."""

OPERATIONS: dict[str, tuple[str, ...]] = {
    "integrate": ("lower", "upper"),
    "differentiate": ("order", "at"),
    "solve": (),
    "factor": (),
    "expand": (),
    "simplify": (),
    "limit": ("at", "side"),
    "evaluate": ("at",),
    "sum": ("lower", "upper"),
    "taylor": ("at", "degree"),
    "numeric": ("digits",),
    "rewrite": ("form",),
    "implicit": ("function",),
    "collect": (),
    "inverse": (),
    "domain": (),
    "dsolve": (),
    "laplace": (),
    "inverse_laplace": (),
    "solve_system": (),
    "matrix": (),
    "determinant": (),
    "eigenvalues": (),
    "classify": ("property", "at"),
    "row_reduce": (),
    "rank": (),
    "nullity": (),
    "basis": ("space",),
    "eigenvectors": (),
}
"""Each operation, and its arguments besides the variable."""

_OPTIONAL = {
    "integrate": ("lower", "upper"),
    "differentiate": ("order", "at"),
    "limit": ("side",),
    "classify": ("at",),
}
"""The arguments that may be left out."""
_SAID = {
    "solve": "solve for {variable}",
    "evaluate": "evaluate at {variable} = {at}",
    "sum": "sum with respect to {variable} from {lower} to {upper}",
    "taylor": "Taylor polynomial of degree {degree} at {variable} = {at}",
    "numeric": "evaluate to {digits} significant figures",
    "implicit": "find d{function}/d{variable}",
    "collect": "collect terms in {variable}",
    "inverse": "inverse function",
    "domain": "find the domain of the function",
    "dsolve": "solve the differential equation",
    "laplace": "find the Laplace transform",
    "inverse_laplace": "find the inverse Laplace transform",
    "solve_system": "solve the system",
    "matrix": "compute",
    "row_reduce": "find the reduced row echelon form",
    "basis": "find a basis for the {space}",
    "rewrite": "{form}",
    "classify": "{property}",
}
"""Each operation in words; one that is not here is worded by its name."""
_FORMS = {
    "partial fractions": "partial fraction decomposition",
    "quotient and remainder": "quotient and remainder",
    "completed square": "complete the square",
    "expanded logarithms": "expand the logarithm",
    "single logarithm": "write as a single logarithm",
    "rationalized denominator": "rationalize the denominator",
    "a+bi": "write in the form a + bi",
    "sines and cosines": "write in terms of sines and cosines",
    "single angles": "expand using addition formulas",
}
_PROPERTIES = {
    "parity": "determine whether the function is even, odd, or neither",
    "convergence": "determine whether the series converges absolutely, converges conditionally, or diverges",
    "roots": "determine the nature of the roots",
    "monotonicity": "determine whether the sequence is increasing, decreasing or not monotonic",
    "truth": "determine whether the statement is true or false",
    "primality": "determine whether the number is prime or composite",
    "invertibility": "determine whether the matrix is invertible",
    "linear independence": "determine whether the vectors are linearly independent",
    "direction": "determine whether the vectors are orthogonal, parallel or neither",
    "rationality": "determine whether the number is rational or irrational",
    "solvability": "determine whether the system has no solution, one solution, or infinitely many solutions",
    "lines": "determine whether the lines are parallel, perpendicular or neither",
    "conic": "identify the conic",
}
"""Each property in words."""
_AT = {
    "stationary point": "determine the nature of the stationary point at {variable} = {at}",
    "continuity": "determine whether the function is continuous at {variable} = {at}",
    "truth": "determine whether {variable} = {at} is a solution",
    "slope": "determine whether the function is increasing or decreasing at {variable} = {at}",
    "concavity": "determine whether the function is concave up or concave down at {variable} = {at}",
    "discontinuity": "classify the discontinuity at {variable} = {at}",
}
"""Each property of a point in words."""
_DERIVATIVES = {1: "derivative", 2: "second derivative", 3: "third derivative", 4: "fourth derivative"}
_SIDES = {"+": " from the right", "-": " from the left"}
_VALUE = re.compile(r"[A-Za-z0-9 .+\-*/^(){}_\\∞π√]{1,80}")
_WORD = re.compile(r"(?<![A-Za-z\\])[A-Za-z]{2,}")
_SPELLED = "pi oo inf infinity sqrt exp ln log sin cos tan sec csc cot arcsin arccos arctan"
_VALUE_WORDS = frozenset(_SPELLED.split())
"""Words that a point or a bound may contain."""


def objective(operation: str, variable: str, given: Mapping[str, object], names: Collection[str]) -> str:
    r"""Return the words that ask for an operation; the verifier reads exactly this operation from them.

    Args:
        operation: one of :data:`OPERATIONS`.
        variable: the variable of the operation; rewriting an expression needs none.
        given: its arguments by name; None means not given.
        names: the problem's variables, which points and bounds may contain.

    Raises:
        InvalidProblem: there is no such operation, or an argument is missing, wrong or not accepted.

    >>> objective("limit", "x", {"at": 0, "side": "+"}, ["x"])
    'limit as x approaches 0 from the right'
    >>> objective("differentiate", "t", {"order": 2, "at": r"\pi/3"}, ["t"])
    'second derivative with respect to t at t = \\pi/3'
    """
    if not isinstance(operation, str) or operation not in OPERATIONS:
        raise InvalidProblem(f"there is no operation {str(operation)[:40]!r}. Fix: one of {', '.join(OPERATIONS)}")
    arguments = {name: value for name, value in given.items() if value is not None}
    _check(operation, arguments)
    order, side = _order(arguments.get("order", 1)), _side(arguments.get("side"))
    values: dict[str, str] = {
        name: _value(name, arguments[name], names) for name in ("at", "lower", "upper") if name in arguments
    }
    values |= {name: _count(name, arguments[name]) for name in ("degree", "digits") if name in arguments}
    at = values.get("at")
    if operation == "integrate":
        bounds = f" from {values['lower']} to {values['upper']}" if values else ""
        return f"integrate with respect to {variable}{bounds}"
    if operation == "differentiate" and order == 1 and at is None:
        return f"differentiate with respect to {variable}"
    if operation == "differentiate":
        point = "" if at is None else f" at {variable} = {at}"
        return f"{_DERIVATIVES[order]} with respect to {variable}{point}"
    if operation == "limit":
        return f"limit as {variable} approaches {at}{side}"
    if operation == "rewrite":
        values["form"] = _FORMS[_one_of("form", arguments["form"], _FORMS)]
    if operation == "classify":
        values["property"] = _property(_one_of("property", arguments["property"], PROPERTIES), variable, at)
    if operation == "implicit":
        values["function"] = _one_of("function", arguments["function"], names)
    if operation == "basis":
        values["space"] = _one_of("space", arguments["space"], SPACES)
    return _SAID.get(operation, operation).format(variable=variable, **values)


def _property(name: str, variable: str, at: str | None) -> str:
    """Return the words that ask for a property, at a point if it has one."""
    if (at is not None) not in {"point" in needed for needed in PROPERTIES[name].needs}:
        needs, fix = ("needs a", "give at, such as at=0") if at is None else ("has no", "leave out at")
        raise InvalidProblem(f"{name} {needs} point. Fix: {fix}")
    return (_PROPERTIES[name] if at is None else _AT[name]).format(variable=variable, at=at)


def _check(operation: str, arguments: Mapping[str, object]) -> None:
    taken = OPERATIONS[operation]
    for name in arguments:
        if name not in taken:
            fix = f"its arguments are {' and '.join(taken)}" if taken else "leave it out"
            raise InvalidProblem(f"the operation {operation} accepts no {name}. Fix: {fix}")
    needed = next((name for name in taken if name not in {*arguments, *_OPTIONAL.get(operation, ())}), None)
    if needed == "at":
        raise InvalidProblem(f"the operation {operation} needs a point. Fix: give at, such as at=0")
    if needed is not None:
        raise InvalidProblem(f"the operation {operation} needs {needed}. Fix: give it")
    if len({"lower", "upper"} & set(arguments)) == 1:
        raise InvalidProblem("the integral has only one bound. Fix: give lower and upper, or neither")


def _order(value: object) -> int:
    text = _short(value)
    if text not in map(str, _DERIVATIVES):
        raise InvalidProblem(f"order is {text!r}. Fix: a whole number from 1 to {max(_DERIVATIVES)}")
    return int(text)


def _count(name: str, value: object) -> str:
    """Return a small whole number as text."""
    text = _short(value)
    if not (text.isascii() and text.isdigit() and len(text) < 3 and int(text)):
        raise InvalidProblem(f"{name} is {text[:40]!r}. Fix: a whole number such as 4")
    return text


def _one_of(name: str, value: object, known: Collection[str]) -> str:
    """Return a text that is one of those that are known."""
    if not isinstance(value, str) or value not in known:
        raise InvalidProblem(f"{name} is {_short(value)[:40]!r}. Fix: one of {', '.join(known)}")
    return value


def _short(value: object) -> str:
    """Return a value as text of a bounded length."""
    try:
        return str(value)[:81]
    except ValueError:  # Python refuses to print integers of thousands of digits
        return "a very long number"


def _side(value: object) -> str:
    if value is None:
        return ""
    if str(value) not in _SIDES:
        raise InvalidProblem(f"side is {str(value)[:40]!r}. Fix: + for the limit from the right, - from the left")
    return _SIDES[str(value)]


def _value(name: str, value: object, names: Collection[str]) -> str:
    """Return a point or bound as text that is one value and nothing else."""
    if not isinstance(value, str | Real):
        raise InvalidProblem(
            f"{name} is a {type(value).__name__}. Fix: a number or a text, such as 2, -1/2, pi/2 or \\infty"
        )
    text = str(value).strip() if isinstance(value, str) else _short(value)
    if isinstance(value, float) and math.isfinite(value):
        text = format(Decimal(text), "f")  # 0.0000001, not 1e-07
    strange = set(_WORD.findall(text)) - _VALUE_WORDS - set(names)
    if not _VALUE.fullmatch(text) or strange:
        raise InvalidProblem(f"{name} is {text[:40]!r}. Fix: one value, such as 2, -1/2, pi/2 or \\infty")
    return text
