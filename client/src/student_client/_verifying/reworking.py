"""Does a plan rewrite the expression instead of stating the answer: simplify, factor, compose, change the form?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import sympy  # type: ignore[import-untyped]

from .._reading.formulas.tree import Node
from .._reading.questions.clauses import REWRITING
from .._reading.statement import Operation
from .convert import Unreadable, expression, printed
from .equivalence import equal, same_number
from .executor import Done
from .finding import Finding, right, unknown, wrong
from .rewriting import WORDS, has_form
from .stages import Stage


def puts_together(stage: Stage, step: Operation, leading: Sequence[Done]) -> bool:
    """Return whether a composition is simplified, and the last step substitutes one function into the other."""
    last = leading[-1]
    if step.tool != "simplify" or last.tool != "substitute" or not isinstance(last.printed, Node):
        return False
    inner = printed(last.point)
    if inner is None or not inner.names() or last.printed.head == "symbol":
        return False
    made = plain(last.printed.put({str(last.variable): inner}))
    return made is not None and made == plain(stage.node)


def rewrites(stage: Stage, step: Operation, leading: Sequence[Done], result: Any) -> Finding:
    """Judge whether the expression was rewritten, and was not the answer already."""
    if puts_together(stage, step, leading):
        return right("the plan does what is asked")
    if leading[-1].tool not in REWRITING:
        return unknown("the plan changes the rewritten expression afterwards")
    tried = [made for made in leading if made.tool in REWRITING]
    stated = all(made.given == result and _is_stated(made, stage.node, result) for made in tried)
    formed = all(_is_formed(made, step) for made in tried) and not _has(plain(stage.node), step)
    if stated or formed:
        return wrong(f"the plan states an answer: its input {'is the answer' if stated else 'has the form'} already")
    given = [part for made in tried if (part := printed(made.given)) is not None]
    if stage.node.has("constant", "i") and any(same_number(stage.node, part).right for part in given):
        return right("the plan does what is asked")
    if not any(equal(stage.node, part, stage.names, domain=stage.domain).right for part in given):
        return unknown("the plan rewrites another expression than the problem's")
    return right("the plan does what is asked")


def _is_stated(made: Done, asked: Node, result: Any) -> bool:
    """Return whether a step is applied to the answer, although the problem asks for more.

    SymPy evaluates ``gcd(8, 12)`` and ``2 + 3`` by itself: a plan states the answer if its own text has nothing left
    to evaluate.
    """
    if plain(asked) != result:
        return not (isinstance(made.printed, Node) and plain(made.printed) == plain(asked))
    shown = printed(result)
    if not isinstance(made.printed, Node) or shown is None or asked.names():
        return False
    written = _heads(made.printed) <= _heads(shown) | {"number", "constant", "neg", "div"}
    return written and bool(_heads(asked) - _ARITHMETIC) and not _heads(made.printed) - _ARITHMETIC


def _heads(node: Node) -> set[str]:
    return {"pow" if part.head == "root" else part.head for part in node.walk()}


_ARITHMETIC = frozenset({"number", "constant", "neg", "mul", "div", "pow"})
"""The functions that an evaluated number may contain."""


def _is_formed(made: Done, step: Operation) -> bool:
    """Return whether a step's argument, as the plan wrote it, already has the form that is asked."""
    if step.word == "primes":
        return isinstance(made.printed, Node) and made.printed.head in {"mul", "pow"} and _is_of_primes(made.printed)
    return _has(made.given, step)


def _has(expression: Any, step: Operation) -> bool:
    form = WORDS.get(step.word or "")
    if form is None or not isinstance(expression, sympy.Expr):
        return False
    variable = None if step.variable is None else sympy.Symbol(step.variable)
    return has_form(expression, form, variable).right


def _is_of_primes(factor: Node) -> bool:
    if factor.head == "mul":
        return all(map(_is_of_primes, factor.args))
    base = factor.args[0] if factor.head == "pow" else factor
    return base.head == "number" and bool(sympy.isprime(int(Fraction(base.value or 0))))


def plain(node: Node) -> Any:
    """Return an expression as SymPy's object; None if it cannot be built."""
    try:
        return expression(node, real=False)
    except Unreadable:
        return None
