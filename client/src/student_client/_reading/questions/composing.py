r"""Reads operations on two functions that a problem defines: ``f(g(x))``, ``(f \circ g)(2)``, ``(f + g)(x)``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ..formulas.notation import parse_point, parse_statement, range_of
from ..formulas.parser import parse_latex
from ..formulas.tree import Equation, Inequality, Node, add, div, mul, neg
from ..statement import Choices, NotRead, Operation, Statement
from .of_functions import Asked

_POINT = r"(?P<point>[^()]+)"
_PAIR = r"\s*(?P<one>[fghFGH])\s*{}\s*(?P<two>[fghFGH])\s*"
_BRACKETS = r"(?:\\left)?\({}(?:\\right)?\)\s*\(\s*" + _POINT + r"\s*\)"
_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?P<one>[fghFGH])\s*\(\s*(?P<two>[fghFGH])\s*\(\s*" + _POINT + r"\s*\)\s*\)", "put"),
    (_BRACKETS.format(_PAIR.format(r"(?:\\circ|∘)")), "put"),
    (_BRACKETS.format(_PAIR.format(r"\+")), "add"),
    (_BRACKETS.format(_PAIR.format("-")), "subtract"),
    (_BRACKETS.format(_PAIR.format(r"(?:\\cdot|·|\*|)")), "multiply"),
    (_BRACKETS.format(_PAIR.format("/")), "divide"),
    (
        r"(?:\\left)?\(\s*\\d?frac\{\s*(?P<one>[fghFGH])\s*\}\{\s*(?P<two>[fghFGH])\s*\}\s*(?:\\right)?\)\s*\(\s*"
        rf"{_POINT}\s*\)",
        "divide",
    ),
)
_COMPILED = tuple((re.compile(pattern), how) for pattern, how in _FORMS)
_PLAIN = re.compile(
    r"\s*(?:find and simplify|find|work out|obtain|state|write down|compute|determine|calculate|evaluate|what is|write"
    r"|give|simplify)\s+(?:a formula for |the composition |the composite function |an expression for |the function "
    r"|the value of )?(\S.*?)(?:[.,]? (?:(?:and )?simplify(?: your answer)?|in (?:its|the) simplest form|simplifying"
    r" your answer))?\s*[.?]?\s*",
    re.IGNORECASE,
)
_MADE: dict[str, Callable[[Node, Node], Node]] = {
    "add": add,
    "subtract": lambda one, two: add(one, neg(two)),
    "multiply": mul,
    "divide": div,
}


def compose(objective: str, expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return an operation on two functions, with the inner one substituted into the outer one as printed.

    Returns:
        The expression and the question; None if there is no operation on two functions.

    Raises:
        NotRead: a definition is not understood, or one of the functions is not defined.
    """
    solved = _SOLVE.fullmatch(objective.replace("$", ""))
    if solved and _CALL.search(solved["equation"]):
        return _solve(solved, expression, variables, choices)
    plain = _PLAIN.fullmatch(objective.replace("$", ""))
    tried = ((pattern.fullmatch(plain[1]), how) for pattern, how in _COMPILED) if plain else ()
    found, how = next(((match, how) for match, how in tried if match), (None, ""))
    if found is None:
        return _formula(plain[1], expression, variables, choices) if plain else None
    defined, name = _definitions(expression, variables, choices)
    if not {found["one"], found["two"]} <= set(defined):
        raise NotRead(f"{found['one']} and {found['two']} are not both defined")
    one, two = defined[found["one"]], defined[found["two"]]
    made = one.put({name: two}) if how == "put" else _MADE[how](one, two)
    if found["point"].strip() == name:
        word = None if "simpl" in objective.lower() else "composed"
        return Statement(made, argument=name), ((Operation("simplify", word=word),),)
    point = parse_point(found["point"], [], choices)
    if point.names():
        raise NotRead(f"{found['point'].strip()!r} is not a number")
    return Statement(made, argument=name), ((Operation("substitute", name, point, word="composed"),),)


_SOLVE = re.compile(
    r"\s*solve(?: the equation)? (?P<equation>[^.;?]*?=[^.;,?]*?)(?:,? (?:for|where(?: the domain of [fgh] is)?) "
    r"(?P<range>[^.;?]+?))?\s*[.?]?\s*",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?<![A-Za-z\\])([fghFGHpP])\s*\(")


def _formula(text: str, expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return a formula with values of the functions, such as ``f(x + h) - f(x)``; None unless there are several."""
    calls = _CALL.findall(text)
    worded = re.search(r"[a-z]{3,}", re.sub(r"\\[a-z]+", "", text))
    first = _CALL.match(text)
    alone = first is not None and len(calls) == 1 and _closing(text, first.end()) == len(text) - 1
    if not calls or worded or alone:
        return None
    defined, name = _definitions(expression, variables, choices)
    if not set(calls) <= set(defined):
        raise NotRead(f"{', '.join(sorted(set(calls) - set(defined)))} is not defined")
    made = _put(text, defined, name, (tuple(variables), choices))
    return Statement(made), ((Operation("simplify"),),)


def _solve(found: re.Match[str], expression: str, variables: Sequence[str], choices: Choices) -> Asked | None:
    """Return an equation between values of the functions, among the numbers that the words name."""
    defined, name = _definitions(expression, variables, choices)
    if not set(_CALL.findall(found["equation"])) <= set(defined) or found["equation"].count("=") != 1:
        return None
    left, right = (
        _put(side.strip(), defined, name, (tuple(variables), choices)) for side in found["equation"].split("=")
    )
    step = Operation("solve", name, real=True)
    if found["range"]:
        limits = parse_latex(found["range"], (name,), choices)
        letter, within = range_of(limits, [name]) if isinstance(limits, Inequality) else ("", None)
        if letter != name:
            raise NotRead(f"{found['range']!r} is not understood")
        step = replace(step, within=within)
    return Statement(Equation(left, right)), ((step,),)


def _put(text: str, defined: dict[str, Node], name: str, given: tuple[tuple[str, ...], Choices]) -> Node:
    """Return a formula with each function's value in its place, the innermost ones, too."""
    values: dict[str, Node] = {}
    while (found := _CALL.search(text)) is not None:
        end = _closing(text, found.end())
        inside = _put(text[found.end() : end], defined, name, given)
        letter = f"val{chr(ord('a') + len(values))}"
        values[letter] = defined[found[1]].put({name: inside})
        text = f"{text[: found.start()]} {{{letter}}} {text[end + 1 :]}"
        if len(values) > 6:
            raise NotRead("there are too many values of functions")
    read = parse_latex(text, (*given[0], *values), given[1])
    if not isinstance(read, Node):
        raise NotRead("an equation of functions is not understood")
    return read.put(values)


def _closing(text: str, start: int) -> int:
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    raise NotRead("a bracket is not closed")


def _definitions(expression: str, variables: Sequence[str], choices: Choices) -> tuple[dict[str, Node], str]:
    """Return each function by its name, and the variable of all of them."""
    found: dict[str, Node] = {}
    arguments: set[str] = set()
    for part in re.split(
        r",(?![^(]*\))|;|\\text\s*\{\s*and\s*\}|\band\b|\\q?quad|\\[ ,;:](?=\s*[a-zA-Z]\s*\()", expression
    ):
        if not part.strip(" \\"):
            continue
        made = parse_statement(part, variables, choices)
        if made.function is None or not isinstance(made.expression, Node) or made.operations or not made.argument:
            raise NotRead(f"{part.strip()[:20]!r} does not define a function")
        if made.function in found:
            raise NotRead(f"{made.function} is defined twice")
        found[made.function] = made.expression
        arguments.add(made.argument)
    if len(arguments) != 1:
        raise NotRead("the functions have different letters")
    return found, arguments.pop()
