r"""Reads a printed difference quotient's limit as the derivative that the words ask for by its definition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from fractions import Fraction

from ..formulas.exact import exact
from ..formulas.notation import parse_statement
from ..formulas.same_formulas import node_of
from ..formulas.tree import ZERO, Node, add, div, neg, number, symbol
from ..statement import Choices, NotRead

_WAY = r"(?:limit )?(?:definition(?: of (?:the |a )?derivative)?(?: as a limit)?|first principles)"
_FIND = r"(?:find|compute|determine|evaluate|calculate|obtain)"
_DERIVATIVE = r"(?:[fg]'\([a-z]\)|[fgy]'|dy/dx|(?:the )?derivative)"
_OF = r"(?:,? (?:of|for|if|where|when|given that)(?: the function)? (?P<of>(?:[fg]\([a-z]\)|y) ?= ?[^.]+?)(?P<plain>)|)"
_ASKED = re.compile(
    rf"(?:use|using|by|from|apply|with) (?:the )?{_WAY},? (?:to )?{_FIND} {_DERIVATIVE}(?: (?:of|for) [fg]"
    rf"(?:\([a-z]\))?)?{_OF}(?:,? (?:shown|given|which is the limit)? ?below)?|{_FIND} {_DERIVATIVE}(?P<first>(?:,? "
    rf"(?:of|for|if|where|when) (?:[fg]\([a-z]\)|y) ?= ?[^.]+?)?) (?:by )?(?:using|from|with|by) (?:the )?{_WAY}",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\s*\$?\\(?:displaystyle\s*\\)?lim(?:\\limits)?_\{\s*h\s*\\(?:to|rightarrow)\s*0\s*\}")


def by_definition(objective: str, expression: str, variables: Sequence[str]) -> tuple[str, str]:
    r"""Return "Evaluate the limit" if the printed limit is the derivative that is asked by its definition.

    >>> by_definition("Find f' by the definition.", r"\lim_{h \to 0} \frac{(x+h)^2-x^2}{h}", ["x"])[0]
    'Evaluate the limit.'
    """
    found = _ASKED.fullmatch(objective.replace("$", "").strip(" .?!"))
    if not found or not _LIMIT.match(expression) or re.search(r"(?<![A-Za-z\\])[fg]\s*\(", expression):
        return objective, expression
    said = found["of"] or re.sub(r"^,? ?(?:of|for|if|where|when) ", "", found["first"] or "")
    if said and not _is_quotient(said, expression, variables):
        return objective, expression
    return "Evaluate the limit.", expression


def _is_quotient(said: str, expression: str, variables: Sequence[str]) -> bool:
    """Return whether what is printed is (f(x + h) - f(x))/h, at many fractions."""
    with suppress(NotRead, ValueError):
        function = node_of(said, [name for name in variables if name != "h"])
        printed = parse_statement(expression, [*variables, "h"], Choices({})).expression
        name = next(iter(function.names()))
        moved = function.put({name: add(symbol(name), symbol("h"))})
        wanted = div(add(moved, neg(function)), symbol("h"))
        return isinstance(printed, Node) and all(_agree(printed, wanted, name, at) for at in range(1, 9))
    return False


def _agree(one: Node, other: Node, name: str, at: int) -> bool:
    place = {name: number(Fraction(3 * at + 1, at + 1)), "h": number(Fraction(at, 7))}
    value = exact(add(one, neg(other)).put(place))
    return value is not None and number(value) == ZERO
