"""Derives the expression for each operation of a problem from the printed one, operation by operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .._reading.formulas.coefficients import NoPolynomial, coefficients
from .._reading.formulas.derivative import NoRule, derivative
from .._reading.formulas.exact import exact
from .._reading.formulas.tree import Equation, Node, Printed, add, constant, div, mul, neg, number, power, symbol
from .._reading.statement import Operation
from .power_sums import power_sum

MAX_TERMS = 60
"""Most terms of a sum that is part of another operation."""


class NoStage(Exception):
    """The result of an operation is not known here; the line of text says why."""


@dataclass(frozen=True)
class Stage:
    """The argument of an operation.

    Args:
        expression: the expression or equation, exactly as printed or by exact rules from it.
        domain: expressions that must have a value wherever it is evaluated, including the printed one.
        smooth: expressions that must have no kink or pole at a point of a derivative.
        names: the problem's variables.
    """

    expression: Printed
    domain: tuple[Node, ...]
    smooth: tuple[Node, ...]
    names: tuple[str, ...]

    @property
    def node(self) -> Node:
        """The expression.

        Raises:
            NoStage: it is an equation.
        """
        if not isinstance(self.expression, Node):
            raise NoStage("an equation can only be solved")
        return self.expression

    @property
    def equation(self) -> Node | Equation:
        """The equation, or the expression whose zeros are asked.

        Raises:
            NoStage: it is neither.
        """
        if not isinstance(self.expression, Node | Equation):
            raise NoStage("this is not a single equation")
        return self.expression


def first(expression: Printed, domain: Sequence[Node], names: Sequence[str]) -> Stage:
    """Return the first stage of a problem."""
    own = (expression,) if isinstance(expression, Node) else ()
    return Stage(expression, (*own, *domain), (), tuple(names))


def after(stage: Stage, step: Operation) -> Stage:
    """Return the stage after an operation.

    Raises:
        NoStage: there is no exact rule for it.
    """
    if step.tool in {"simplify", "expand", "factor", "rewrite", "collect"}:
        return stage
    if step.tool == "differentiate" and step.variable is not None:
        try:
            made = derivative(stage.node, step.variable)
        except NoRule as error:
            raise NoStage(str(error)) from None
        return replace(stage, expression=made, smooth=(*stage.smooth, stage.node))
    if step.tool == "substitute" and step.variable is not None and step.point is not None:
        values = {step.variable: step.point}
        return Stage(
            stage.node.put(values),
            tuple(part.put(values) for part in stage.domain),
            (),
            stage.names,
        )
    if step.tool == "integrate" and step.variable is not None and step.bounds is not None:
        return replace(stage, expression=_between(stage.node, step.variable, step.bounds), domain=())
    if step.tool in {"sum", "product"} and step.variable is not None and step.bounds is not None:
        return replace(stage, expression=_one_by_one(stage.node, step), domain=())
    if step.tool == "implicit" and isinstance(stage.expression, Equation):
        return _along(stage, stage.expression, step)
    raise NoStage(f"there is no rule for an operation after '{step.tool}'")


def _between(integrand: Node, name: str, bounds: tuple[Node, Node]) -> Node:
    """Return a definite integral of a polynomial in all of its letters, which has a value for all of them."""
    try:
        parts = coefficients(integrand, name)
    except NoPolynomial:
        raise NoStage("an integral within another operation is only supported for polynomials") from None
    ends = [part for part in (*bounds, *parts.values()) if not _is_polynomial(part)]
    if ends:
        raise NoStage(f"an integral with {ends[0]} in it is only supported as the last operation")
    inside = [div(mul(part, power(symbol(name), number(at + 1))), number(at + 1)) for at, part in parts.items()]
    made = add(*inside)
    return add(made.put({name: bounds[1]}), neg(made.put({name: bounds[0]})))


def _one_by_one(term: Node, step: Operation) -> Node:
    """Return a sum or a product with its terms written out."""
    low, high = (exact(bound) for bound in step.bounds or ())
    if step.tool == "sum" and step.bounds and low is not None and low.denominator == 1 and high is None:
        return _up_to(term, str(step.variable), int(low), step.bounds[1])
    if low is None or high is None or low.denominator != 1 or high.denominator != 1 or not 0 <= high - low < MAX_TERMS:
        raise NoStage(f"a {step.tool} within another operation is only supported for a few terms")
    terms = [term.put({str(step.variable): number(at)}) for at in range(int(low), int(high) + 1)]
    return mul(*terms) if step.tool == "product" else add(*terms)


def _up_to(term: Node, name: str, low: int, last: Node) -> Node:
    """Return the sum of a polynomial's values up to a letter, or to a sum of letters and numbers."""
    try:
        parts = coefficients(term, name)
    except NoPolynomial:
        raise NoStage("a sum up to a letter within another operation is only supported for polynomials") from None
    if name in last.names() or not last.names() or not all(map(_is_polynomial, (last, *parts.values()))):
        raise NoStage("a sum up to a letter within another operation is only supported for polynomials")
    before = number(low - 1)
    return add(*(mul(part, add(power_sum(at, last), neg(power_sum(at, before)))) for at, part in sorted(parts.items())))


def _is_polynomial(node: Node) -> bool:
    """Return whether an expression has sums, products and functions alone that have a value everywhere."""
    plain = {"number", "symbol", "add", "neg", "mul", "pow", "div", "sin", "cos"}
    whole = all(
        part.args[0] == constant("e")
        or (part.args[1].head == "number" and part.args[1].value == int(part.args[1].value or 0) >= 0)
        for part in node.walk()
        if part.head == "pow"
    )
    divided = all(not part.args[1].names() for part in node.walk() if part.head == "div")
    numbers = {"pi", "e"}
    constants = all(part.head in plain or (part.head == "constant" and part.value in numbers) for part in node.walk())
    return whole and divided and constants


def _along(stage: Stage, equation: Equation, step: Operation) -> Stage:
    """Return the derivative of a letter along an equation: minus the quotient of the partial derivatives."""
    zero = add(equation.left, neg(equation.right))
    try:
        above, below = (derivative(zero, name) for name in (str(step.variable), step.names[0]))
    except NoRule as error:
        raise NoStage(str(error)) from None
    made = neg(div(above, below))
    return Stage(made, (made, zero), (), stage.names)


def stages(start: Stage, question: Sequence[Operation]) -> list[Stage]:
    """Return the stage of each operation of a question.

    Raises:
        NoStage: there is no exact rule for an operation before the last.
    """
    made = [start]
    for step in question[:-1]:
        made.append(after(made[-1], step))
    last = question[-1]
    if last.word == "level" and last.value is not None:
        made[-1] = replace(made[-1], expression=Equation(made[-1].node, last.value))
    return made


def is_formed_sum(question: Sequence[Operation]) -> bool:
    """Return whether a sum up to a letter is asked in a form; its terms cannot be written out."""
    if [step.tool for step in question] not in (["sum", "expand"], ["sum", "factor"]):
        return False
    return bool(question[0].bounds and question[0].bounds[1].name)
