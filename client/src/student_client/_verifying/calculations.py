"""Computes each tool's result with SymPy: letters are real numbers, and odd roots of negative numbers are real."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.notation import interval
from .._reading.formulas.sympy_syntax import ExpressionError, defined
from .._reading.formulas.tree import Equation, Node
from .._reading.statement import NotRead
from .call import Call, RunError
from .classifying import classify
from .convert import printed
from .equivalence import equal
from .further_calculations import FURTHER
from .limits import infinite
from .linear_calculations import LINEAR
from .periodic import GENERAL
from .real_letters import letters, real_roots
from .real_solutions import Interval
from .solver import families, solve, within
from .statement_calculations import determinant, dsolve, eigenvalues, implicit, matrix, solve_inequality, solve_system
from .transforms import inverse_laplace, laplace

MAX_DIGITS = 18
"""Longest whole number that is factored into primes."""
_ON_SIDES = frozenset(("simplify", "expand"))
"""The tools that rewrite each side of an equation."""


def compute(tool: str, call: Call) -> Any:
    """Return a tool's result: an expression, or an object as in its row of the table.

    Raises:
        RunError: SymPy finds no result.
        ExpressionError: the tool does not accept the arguments.
        NotImplementedError: SymPy has no method.
    """
    if tool in _STATEMENTS:
        return _STATEMENTS[tool](call)
    if isinstance(call.given, sympy.Eq) and tool in _ON_SIDES:
        sides = (compute(tool, replace(call, given=side, written=None)) for side in call.given.args)
        return sympy.Eq(*sides, evaluate=False)
    if not isinstance(call.given, sympy.Expr):
        raise ExpressionError("an equation can only be solved")
    if tool == "factor" and call.given.is_Integer:
        return factor(call.given)  # a product that must remain a product
    known = {"positive" if call.asked.positive else "real": True}
    values = {name: letters(value, **known) for name, value in call.values.items()}
    variable = None if call.variable is None else letters(call.variable, **known)
    made = _TOOLS[tool](Call(letters(call.given, **known), variable, values, call.words))
    return letters(real_roots(made))


def interval_of(text: str) -> Interval:
    """Return the interval that a text such as ``[0, 2*pi)`` describes.

    Raises:
        ExpressionError: it is not an interval.
    """
    try:
        if not (text[:1] in "[(" and text[-1:] in "])" and text.count(",") == 1):
            raise NotRead("no interval")
        low, high, closed = interval(text)
    except (NotRead, ValueError):
        raise ExpressionError(f"{text[:40]!r} is not an interval such as [0, 2*pi), real or complex") from None
    ends = [None if infinite(end) else end for end in (low, high)]
    return Interval(ends[0], ends[1], closed, text)


def _solve(call: Call) -> list[Any]:
    written = call.written if isinstance(call.written, Node | Equation) else None
    found = solve(call.given, call.variable, written)
    if found is None:
        raise RunError("SymPy gives no list of solutions", wrong=False)
    domain = call.words.get("domain", "complex")
    if domain == GENERAL:
        return families(call.given, call.variable, written, found)
    if domain == "real":
        found = [made for made in found if not made.has(sympy.I) and made.is_real is not False]
    if call.asked.positive:
        found = [made for made in found if not _is_never_positive(made)]
    where = call.asked.interval if domain in {"real", "complex"} else interval_of(domain)
    return found if where is None else within(call.given, call.variable, written, found, where)


def _solve_inequality(call: Call) -> Any:
    domain = call.words.get("domain", "real")
    return solve_inequality(call, call.asked.interval if domain == "real" else interval_of(domain))


def _is_never_positive(made: Any) -> bool:
    """Return whether a solution is known not to be positive when all letters are."""
    put = letters(made, positive=True)
    return put.is_positive is False


def _solutions(equation: Any, variable: Any, written: Node | Equation | None) -> list[Any]:
    found = solve(equation, variable, written)
    if found is None:
        raise RunError("SymPy gives no list of solutions", wrong=False)
    return found


def integrate(expression: Any, variable: Any) -> Any:
    """Return an antiderivative in closed form, after a check by its derivative."""
    result = sympy.integrate(expression, variable)
    if _is_wrong(expression, variable, result):
        plain = letters(expression), letters(variable)
        result = sympy.integrate(*plain).xreplace({plain[1]: variable})
        if _is_wrong(expression, variable, result):
            raise RunError("SymPy's antiderivative is wrong", wrong=False)
    if result.has(sympy.Integral):
        raise RunError("SymPy finds no closed form", wrong=False)
    return result


def _is_wrong(expression: Any, variable: Any, result: Any) -> bool:
    """Return whether an antiderivative is proved wrong."""
    given, made = printed(expression), printed(result)
    if given is None or made is None:
        return False
    try:
        return equal(given, derivative(made, variable.name), [variable.name]).wrong
    except NoRule:
        return False


def simplify(expression: Any) -> Any:
    """Return the shortest of SymPy's simplified form and the same as one fraction in lowest terms."""
    made = sympy.simplify(expression)
    if not made.is_rational_function(*made.free_symbols):
        return made
    return min((made, sympy.cancel(made), sympy.factor(made)), key=sympy.count_ops)


def factor(expression: Any) -> Any:
    """Return the factors over the rational numbers; of a whole number its prime factors."""
    if expression.is_Integer and abs(expression) > 1 and len(str(expression)) <= MAX_DIGITS:
        found = [(base, power) for base, power in sympy.factorint(expression).items()]
        parts = [sympy.Integer(base) if power == 1 else sympy.Pow(base, power, evaluate=False) for base, power in found]
        return parts[0] if len(parts) == 1 else sympy.Mul(*parts, evaluate=False)
    return sympy.factor(expression)


def limit(expression: Any, variable: Any, point: Any, side: str | None = None) -> Any:
    """Return the limit from one side, or from both, or from the only side with real values."""
    if expression.has(sympy.factorial):
        expression = sympy.combsimp(expression)  # SymPy is slow with quotients of factorials
    if side is not None and point.is_finite:
        result = sympy.limit(expression, variable, point, side)
        if result.has(sympy.Limit, sympy.AccumBounds, sympy.nan, sympy.zoo):
            raise RunError("SymPy finds no limit", wrong=False)
        return result
    try:
        result = sympy.limit(expression, variable, point, "+-" if point.is_finite else "-")
    except ValueError:
        return _one_sided(expression, variable, point)
    if point.is_finite and (result is sympy.zoo or result.has(sympy.I)):
        return _one_sided(expression, variable, point)
    if result.has(sympy.Limit, sympy.AccumBounds, sympy.nan, sympy.zoo):
        raise RunError("SymPy finds no limit", wrong=False)
    return result


def _one_sided(expression: Any, variable: Any, point: Any) -> Any:
    """Return the limit from the side on which it is real, if it is on one side only."""
    both = [sympy.limit(expression, variable, point, side) for side in "+-"]
    found = [made for made in both if made.is_extended_real and not made.has(sympy.nan, sympy.AccumBounds)]
    if len(found) != 1:
        raise RunError("the limits from the two sides differ", wrong=False)
    return found[0]


def substitute(expression: Any, variable: Any, point: Any) -> Any:
    """Return the expression with the point in place of the variable."""
    return defined(expression.subs(variable, point))


def integrate_between(expression: Any, variable: Any, low: Any, high: Any) -> Any:
    """Return a definite integral in closed form, or infinity if it diverges to infinity."""
    result = sympy.integrate(expression, (variable, low, high))
    if result.has(sympy.Integral, sympy.nan, sympy.zoo, sympy.AccumBounds):
        raise RunError("SymPy finds no closed form", wrong=False)
    if isinstance(result, sympy.Piecewise):
        raise RunError("whether the integral converges depends on letters", wrong=False)
    return result


def _integrate(call: Call) -> Any:
    if "lower" in call.values:
        return integrate_between(call.given, call.variable, call.values["lower"], call.values["upper"])
    return integrate(call.given, call.variable)


_TOOLS: dict[str, Callable[[Call], Any]] = {
    "integrate": _integrate,
    "differentiate": lambda call: sympy.diff(call.given, call.variable),
    "simplify": lambda call: simplify(call.given),
    "expand": lambda call: sympy.expand(call.given),
    "factor": lambda call: factor(call.given),
    "limit": lambda call: limit(call.given, call.variable, call.values["point"], call.words.get("dir")),
    **FURTHER,
    "substitute": lambda call: substitute(call.given, call.variable, call.values["point"]),
}
"""Tools from an expression to an expression."""

_STATEMENTS: dict[str, Callable[[Call], Any]] = {
    "solve": _solve,
    "solve_inequality": _solve_inequality,
    "solve_system": solve_system,
    "implicit": implicit,
    "dsolve": dsolve,
    "matrix": matrix,
    "determinant": determinant,
    "eigenvalues": eigenvalues,
    "laplace": laplace,
    "inverse_laplace": inverse_laplace,
    "classify": classify,
    **LINEAR,
}
"""Tools whose argument or result is something else."""
