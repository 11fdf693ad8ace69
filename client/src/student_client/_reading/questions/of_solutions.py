"""Reads the questions about all solutions together: how many there are, their sum, their product."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..formulas.notation import parse_point, parse_statement
from ..formulas.tree import Equation, Node
from ..statement import Choices, NotRead, Operation, Range, Statement
from .of_functions import Asked
from .sentence_parts import FIND, F

HOW_MANY, SUM, PRODUCT = "how many", "sum of solutions", "product of solutions"
TOGETHER = {HOW_MANY: "number", SUM: "sum", PRODUCT: "product"}
"""What is asked of all solutions, each with its noun."""
_KINDS = r"(?P<kinds>(?:(?:real|distinct|different|all|of|the) ?)*)"
_THINGS = rf"{_KINDS}(?P<things>roots|solutions|zeros|zeroes|x-intercepts)"
_OF = rf"(?: (?:of|to|for) (?:{F}|it))?"
_RANGE = (
    r"(?:,? (?:that lie |lying |which lie )?(?:in|on|for|over) (?:the )?(?:(?:open|closed|half-open) )?(?:interval )?"
    r"(?:(?P<name>[a-z]) (?:in (?:the interval )?|\\in ?))?(?P<open>[\[(])(?P<low>[^,\[\]]+),(?P<high>[^,\[\]]+)"
    r"(?P<close>[\])])|,? (?:for|with|where|in) (?P<from>[^\s,]+) ?(?P<left>\\leq?|<=|≤|<) ?(?P<middle>[a-z]) ?"
    r"(?P<right>\\leq?|<=|≤|<) ?(?P<to>[^\s,]+))?"
)
PATTERNS = (
    rf"{FIND} (?P<what>number|sum|product) of {_THINGS}{_OF}{_RANGE}",
    rf"(?P<what>how many) {_THINGS} (?:does|do|has|have) (?:{F}|it)(?: have)?{_RANGE}",
    rf"(?P<what>how many) {_THINGS} are there{_OF}{_RANGE}",
)
_WORDS = {"number": HOW_MANY, "how many": HOW_MANY, "sum": SUM, "product": PRODUCT}


def of_solutions(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return the question for the number, the sum or the product of the solutions of a printed equation.

    "Solutions" and distinct roots are counted once each; whether a double root counts twice is left to the judge.
    """
    printed = parse_statement(expression, variables, choices)
    if printed.operations or printed.points or printed.ranges:
        return None
    equation = printed.expression
    own = equation.left.name if isinstance(equation, Equation) else None
    if isinstance(equation, Equation) and own in {"y"} - equation.right.names():
        equation = equation.right
    if not isinstance(equation, Node | Equation) or len(equation.names()) != 1:
        raise NotRead("the number, the sum or the product of solutions needs an equation in one letter")
    name = next(iter(equation.names()))
    if name not in variables or {found["name"], found["middle"]} - {name, None}:
        raise NotRead("the letter of the equation is not clear")
    once = found["things"].lower() == "solutions" or re.search("distinct|different", found["kinds"], re.IGNORECASE)
    solve = Operation(
        "solve",
        name,
        real="real" in found["kinds"].lower() or found["things"].lower() == "x-intercepts",
        word="distinct" if once else None,
        within=_within(found, choices),
    )
    return Statement(equation), ((solve, Operation("simplify", word=_WORDS[found["what"].lower()])),)


def _within(found: re.Match[str], choices: Choices) -> Range | None:
    ends = [found["low"] or found["from"], found["high"] or found["to"]]
    if not ends[0] or not ends[1]:
        return None
    low, high = (parse_point(end, [], choices) for end in ends)
    closed = (
        (found["open"] == "[", found["close"] == "]")
        if found["open"]
        else (found["left"] != "<", found["right"] != "<")
    )
    return Range(low, high, closed)
