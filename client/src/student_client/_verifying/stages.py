"""From a problem's expression, operation by operation, to what its last operation is done on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .._reading.statement import Operation
from .._reading.tree import Equation, Node
from .derivative import NoRule, derivative


class NoStage(Exception):
    """What an operation gives is not known here; its one line says why."""


@dataclass(frozen=True)
class Stage:
    """What an operation is done on.

    Args:
        expression: the expression or equation, exactly as printed or by exact rules from it.
        domain: expressions that must have a value wherever it is looked at, the printed one among them.
        smooth: expressions that must have no kink or pole where a derivative is taken at a point.
        names: the problem's variables.
    """

    expression: Node | Equation
    domain: tuple[Node, ...]
    smooth: tuple[Node, ...]
    names: tuple[str, ...]

    @property
    def node(self) -> Node:
        """The expression.

        Raises:
            NoStage: it is an equation.
        """
        if isinstance(self.expression, Equation):
            raise NoStage("an equation can only be solved")
        return self.expression


def first(expression: Node | Equation, domain: Sequence[Node], names: Sequence[str]) -> Stage:
    """Return the stage that a problem begins with."""
    own = () if isinstance(expression, Equation) else (expression,)
    return Stage(expression, (*own, *domain), (), tuple(names))


def after(stage: Stage, step: Operation) -> Stage:
    """Return the stage after an operation.

    Raises:
        NoStage: there is no exact rule for it.
    """
    if step.tool in {"simplify", "expand", "factor"}:
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
    raise NoStage(f"nothing is known of what follows '{step.tool}'")


def stages(start: Stage, question: Sequence[Operation]) -> list[Stage]:
    """Return the stage that each operation of a question is done on.

    Raises:
        NoStage: there is no exact rule for an operation before the last.
    """
    made = [start]
    for step in question[:-1]:
        made.append(after(made[-1], step))
    return made
