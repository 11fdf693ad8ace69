"""Finds the leading term of an expression in a whole number, or a bound on its size, by rules for each function."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from flint import arb

from .._reading.formulas.tree import Node
from .balls import rational
from .growth import Growth, Unsure, constant, logarithm, total
from .growth_functions import cosine, log, near, small
from .growth_rules import (
    Rules,
    binomial,
    exponential,
    factorial,
    fraction,
    of_fraction,
    power_of,
    product,
    sum_of,
    value,
)


@dataclass(frozen=True)
class Index:
    """The letter that goes to infinity.

    Args:
        name: its name.
        odd: whether it takes odd whole numbers, or even ones; None for all large real numbers.
    """

    name: str
    odd: bool | None = None

    def growth(self, node: Node) -> Growth:
        """Return the leading term of an expression.

        Raises:
            Unsure: no rule gives it.
        """
        if self.name not in node.names():
            return constant(value(node))
        if (ends := fraction(node, self.name)) is not None:
            return of_fraction(*ends)
        rule = _RULES.get(node.head)
        if rule is None:
            raise Unsure
        return rule(self, node)

    def bound(self, node: Node) -> Growth:
        """Return a leading term that a multiple of the expression's size does not exceed.

        Raises:
            Unsure: no rule gives it.
        """
        with suppress(Unsure):
            return self.growth(node)
        rule = _BOUNDS.get(node.head)
        if rule is None:
            raise Unsure
        return rule(self, node)

    def log(self, node: Node) -> Growth:
        """Return the leading term of the logarithm of an expression's size.

        Raises:
            Unsure: no rule gives it.
        """
        if self.name in node.names():
            if node.head == "pow":
                return self.growth(node.args[1]).times(self._log_of_base(node.args[0]))
            if node.head in {"mul", "div"}:
                parts = [self.log(part) for part in node.args if self.name in part.names()]
                last = node.head == "div" and self.name in node.args[1].names()
                return total([*parts[:-1], parts[-1].negative()] if last else parts)
            if node.head == "neg":
                return self.log(node.args[0])
            if node.head == "exp":
                return self.growth(node.args[0])
        return logarithm(self.growth(node))

    def _log_of_base(self, base: Node) -> Growth:
        """Return the leading term of a power's base's logarithm, which may go to a number."""
        if self.name not in base.names():
            return constant(abs(value(base)).log())
        made = self.growth(base)
        return logarithm(made) if made.trend() else near(self, base, made)


def _positive(made: Growth) -> Growth:
    return made if made.positive else made.negative()


def _bound_of_power(index: Rules, node: Node) -> Growth:
    exponent = rational(node.args[1])
    if rational(node.args[0]) == -1:
        return constant(arb(1))
    if exponent is None or exponent <= 0 or exponent.denominator != 1:
        raise Unsure
    return index.bound(node.args[0]).to(exponent)


_BOUNDS: dict[str, Callable[[Rules, Node], Growth]] = {
    **dict.fromkeys(("sin", "cos", "atan", "tanh", "sech"), lambda *_: constant(arb(1))),
    **dict.fromkeys(("neg", "abs"), lambda index, node: index.bound(node.args[0])),
    "mul": lambda index, node: product([index.bound(part) for part in node.args]),
    "div": lambda index, node: index.bound(node.args[0]).over(index.growth(node.args[1])),
    "add": lambda index, node: total([_positive(index.bound(part)) for part in node.args]),
    "pow": _bound_of_power,
}
"""The rule of each function for a bound on its size; an arctangent's multiple of 1 is pi/2."""
_RULES: dict[str, Callable[[Rules, Node], Growth]] = {
    "add": sum_of,
    "neg": lambda index, node: index.growth(node.args[0]).negative(),
    "mul": lambda index, node: product([index.growth(part) for part in node.args]),
    "div": lambda index, node: index.growth(node.args[0]).over(index.growth(node.args[1])),
    "pow": power_of,
    "root": power_of,
    "factorial": factorial,
    "binomial": binomial,
    "log": log,
    "exp": lambda index, node: exponential(index, Node("constant", value="e"), node.args[0]),
    "abs": lambda index, node: _positive(index.growth(node.args[0])),
    "cos": cosine,
    **dict.fromkeys(("sin", "tan", "asin", "atan", "sinh", "tanh", "asinh"), small),
}
"""The rule of each function; each gives a term whose quotient with the function goes to 1."""
