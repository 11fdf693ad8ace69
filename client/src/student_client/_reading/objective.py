r"""From an objective's words and an expression's notation to the operations that are asked.

The words are in :mod:`student_client._reading.phrases`. How they combine:

==========================================  =============================================
"integrate", "the antiderivative wrt t"     integrate (in t)
"expand and differentiate", "a, then b"     a, b
"simplify the derivative", "b after a-ing"  a, b
"the derivative at x = 2", "f'(2)"          differentiate, substitute x = 2
"evaluate at x = 2", "f(2)", "x = 2"        substitute x = 2
"limit as x -> 0", "what happens as …"      limit at 0
"integrate from 0 to 1"                     integrate between 0 and 1
"evaluate", "find", "compute"               what the notation asks
"simplify" of ``\frac{d}{dx} …``             differentiate, simplify
==========================================  =============================================

A variable that is not named is the function's argument in ``f(t) = …``, else the first of
the problem's that the expression has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import sympy  # type: ignore[import-untyped]

from .._problem import Problem
from . import phrases as words
from .lexer import GREEK, LatexError
from .notation import Operation, Statement, Tool, parse_point

_POINT = (
    r"(?:(?:minus|negative|plus)\s+|[-+\N{MINUS SIGN}]\s?)?(?:\\?ln\s?\(?\d+\)?|[\w\\({√π∞.][^\s,;?!]*)"
    r"(?:\s[-+]\s\w(?!\w))?"
)
_NUMBER = (
    r"(?:(?:minus|negative)\s+|[-+\N{MINUS SIGN}]\s?)?"
    r"(?:[\d.√π∞\\][^\s,;?!]*|(?:infinity|inf|oo|pi|e)(?![A-Za-z])[^\s,;?!]*)"
)
_ARROW = r"(?:->|→|\\to\b|approaches|approaching|tends to|tending to|goes to|going to|nears|gets close to|to)"
_AT = "(?:at|for|when|if|where|with|using)"
_FAR = "(?:grows without bound|becomes very large|gets large|increases without bound)"
_WORD_END = r"(?:(?<=[^A-Za-z])|(?![A-Za-z']))"
_FIRST = {"call", "bounds", "at", "far", "approach", "solve for"}
_CALCULUS = {"integrate", "differentiate", "limit"}


@dataclass(frozen=True)
class _Item:
    """One understood piece of an objective."""

    code: str
    tools: tuple[str, ...] = ()
    variable: str | None = None
    points: tuple[Any, ...] = ()


class _NotUnderstood(Exception):
    """A word or a combination that is not in the vocabulary."""


def operations(problem: Problem, statement: Statement) -> tuple[Operation, ...] | None:
    """Return what is to be done, in order, or None where that is not understood."""
    try:
        asked = _combine(list(_items(problem.objective, problem.variables, statement)), pointed=bool(statement.points))
        merged = _merge(asked, statement)
        _check_words(problem.objective, merged, statement)
        return _complete(merged, problem.variables, statement) or None
    except (_NotUnderstood, LatexError):
        return None


def _any(phrases: str, names: str) -> str:
    """Return the pattern of any of the phrases, the longest first; a variable in one is a group of its own."""
    listed = sorted((" ".join(phrase.split()) for phrase in phrases.split("|")), key=len, reverse=True)
    patterns = [re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed]
    groups = (pattern.replace(r"\{v\}", f"(?P<v_{index}>{names})") for index, pattern in enumerate(patterns))
    return "(?:" + "|".join(groups) + ")"


def _patterns(variables: Sequence[str]) -> list[tuple[str, re.Pattern[str]]]:
    r"""Return what to look for, in order: a code and a pattern."""
    spelled = [*variables, *(f"\\{name}" for name in variables if name in GREEK)]
    names = (
        "(?-i:" + "|".join(re.escape(name) for name in sorted(spelled, key=len, reverse=True)) + r")(?![A-Za-z0-9_])"
    )
    v, p = f"(?P<v>{names})", f"(?P<p>{_POINT})"
    found = [
        ("call", r"(?:derivative\s+)?(?P<f>(?-i:[fghFGHpP]))\s?(?P<primes>'*)\((?P<p>(?:[^()]|\([^()]*\))+)\)"),
        ("bounds", rf"(?:from|between)\s+(?P<p>{_POINT})\s+(?:to|and)\s+(?P<q>{_POINT})"),
        ("at", rf"(?:substitute|plug|put|insert|sub)\s+(?:in\s+)?{p}\s+(?:in\s+)?for\s+{v}"),
        ("at", rf"(?:substitute|replace)\s+{v}\s+(?:by|with)\s+{p}|swap\s+(?P<v2>{names})\s+for\s+(?P<p2>{_POINT})"),
        ("far", rf"(?:as|when)\s+{v}\s+{_FAR}|for\s+large\s+(?P<v2>{names})"),
        ("approach", rf"(?:(?:as|when|for|with)\s+)?{v}\s*{_ARROW}\s*{p}"),
        ("solve for", _any(words.SOLVE_FOR, names)),
        ("approach", rf"near\s+{v}\s*=\s*{p}"),
        ("at", rf"(?:{_AT}\s+(?:the\s+point\s+)?)?{v}\s*(?:=|:|equals|is\s+equal\s+to|equal\s+to|is)\s*{p}"),
        ("at", rf"{_AT}\s+(?:the\s+point\s+)?(?P<p>{_NUMBER})"),
    ]
    patterns = [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in found]
    table = [(f"tools {tools}", phrases) for tools, phrases in words.TOOLS.items()]
    table += [(f"hint {tool}", phrases) for tool, phrases in words.HINTS.items()]
    table += [(f"form {tool}", phrases) for tool, phrases in words.FORMS.items()]
    table += [
        ("separator", words.SEPARATORS),
        ("neutral", words.NEUTRAL),
        ("pointed", words.POINTED),
        ("after", "after"),
        ("of", "of"),
    ]
    patterns += [(code, re.compile(_any(phrases, names) + _WORD_END, re.IGNORECASE)) for code, phrases in table]
    patterns.append(("respect", re.compile(f"(?:{_any(words.RESPECT, '')}):?\\s+{v}", re.IGNORECASE)))
    return patterns


def _items(text: str, variables: Sequence[str], statement: Statement) -> Iterator[_Item]:
    """Cut an objective into what is understood, from left to right."""
    patterns = _patterns(variables)
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        matches = [(code, match) for code, pattern in patterns if (match := pattern.match(text, position))]
        if not matches:
            raise _NotUnderstood(text[position:])
        # A pattern with a point or a variable in it goes first, else the longest phrase.
        code, match = max(matches, key=lambda found: (found[0] in _FIRST, found[1].end()))
        position = match.end()
        yield _item(code, match, variables, statement)


def _item(code: str, match: re.Match[str], variables: Sequence[str], statement: Statement) -> _Item:
    groups = match.groupdict()
    variable = next((text.removeprefix("\\") for name, text in groups.items() if name[0] == "v" and text), None)
    texts = [text for text in (groups.get("p") or groups.get("p2"), groups.get("q")) if text]
    if code == "call":
        return _call(groups, variables, statement)
    kind, _, rest = ("tools", "", "solve") if code == "solve for" else code.partition(" ")
    points = (sympy.oo,) if kind == "far" else tuple(_said(text, variables) for text in texts)
    return _Item("approach" if kind == "far" else kind, tuple(rest.split()), variable, points)


def _call(groups: dict[str, Any], variables: Sequence[str], statement: Statement) -> _Item:
    """Read ``f(2)``, ``f'(x)``, ``f''(0)``."""
    tools = ("differentiate",) * len(groups["primes"])
    inside = groups["p"].strip().removeprefix("\\")
    other = statement.function not in {None, "y", groups["f"]}
    # "f'(x)" of p(x) = … is p's derivative, but F and f are two functions.
    if other and (inside not in variables or str(statement.function).lower() == groups["f"].lower()):
        raise _NotUnderstood(groups["f"])
    if inside == _default(variables, statement):
        return _Item("tools", tools) if tools else _Item("neutral")
    if inside in variables and statement.argument is None:
        raise _NotUnderstood(f"{inside!r} could be the argument or a point")
    return _Item("call", tools, statement.argument, (_said(groups["p"], variables),))


def _said(text: str, variables: Sequence[str]) -> Any:
    """Read a point as it is said: ``-1/2``, ``minus infinity``, ``√3``."""
    text = re.sub(r"[.:]+$", "", text)
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    text = re.sub(r"^(?:minus|negative)\s+", "-", text, flags=re.IGNORECASE)
    text = re.sub(
        r"(?<![A-Za-z\\])(pi|infinity|inf|sqrt|ln)(?![A-Za-z])",
        lambda found: found[0].lower(),
        text,
        flags=re.IGNORECASE,
    )
    return parse_point(text, variables)


def _combine(items: list[_Item], *, pointed: bool) -> list[Operation]:
    """Put the pieces in the order in which they are to be done."""
    respect = next((item.variable for item in items if item.code == "respect"), None)
    if not pointed and any(item.code == "pointed" for item in items) and not any(item.points for item in items):
        raise _NotUnderstood("no point")
    if not any(item.code in {"tools", "call"} and item.tools for item in items):
        items = [replace(item, code="tools") if item.code == "hint" else item for item in items]
    done: list[Operation] = []
    clause: list[_Item] = []
    for item in [*items, _Item("separator")]:
        if item.code == "separator":
            made = _clause(clause, respect)
            # "differentiate and simplify the derivative" differentiates once.
            done += made[1:] if len(made) > 1 and done and made[0].tool in _CALCULUS and made[0] == done[-1] else made
            clause = []
        else:
            clause.append(item)
    return done


def _clause(items: list[_Item], respect: str | None) -> list[Operation]:
    after = next((index for index, item in enumerate(items) if item.code == "after"), 0)
    if after:
        return _clause(items[after + 1 :], respect) + _clause(items[:after], respect)
    inner: list[Operation] = []
    outer: list[Operation] = []
    inside = False
    for item in items:
        made = [Operation(cast(Tool, tool), item.variable or respect) for tool in item.tools]
        if item.code in {"tools", "call"}:
            inner = made + inner  # "simplify the derivative": what is named last is done first
            inside = False
        elif item.code == "form" and inside:
            inner = made + inner  # "the derivative of the expanded form"
        elif item.code == "form":
            outer = outer + made  # "the factored derivative"
        inside = inside or item.code == "of"
        if item.points:
            outer = _pointed(item, inner, outer)
    return inner + outer


def _pointed(item: _Item, inner: list[Operation], outer: list[Operation]) -> list[Operation]:
    """Give a point to the limit or integral that waits for it, else substitute it."""
    waiting = "integrate" if item.code == "bounds" else "limit"
    tool = {"bounds": "integrate", "approach": "limit"}.get(item.code, "substitute")
    point = item.points if item.code == "bounds" else item.points[0]
    for index, operation in enumerate(inner):
        if operation.tool == waiting and operation.point is None:
            inner[index] = replace(operation, variable=item.variable or operation.variable, point=point)
            return outer
    return [*outer, Operation(cast(Tool, tool), item.variable, point)]


def _merge(asked: list[Operation], statement: Statement) -> list[Operation]:
    """Join what the words ask with what the notation asks."""
    asked = [
        step for index, step in enumerate(asked) if step.tool in _CALCULUS or step != asked[index - 1] or not index
    ]
    carried = list(statement.operations)
    if not (asked or carried or statement.points or statement.expression.free_symbols):
        asked = [Operation("simplify")]  # "compute" of a number
    if statement.points and not any(step.tool == "substitute" for step in asked):
        asked += statement.points
    elif statement.points:
        raise _NotUnderstood("two points")
    calculus = [step for step in asked if step.tool in _CALCULUS]
    if not carried:
        return asked
    if [step.tool for step in calculus] == ["differentiate"] and carried == carried[:1] * len(carried):
        at, calculus = asked.index(calculus[0]), calculus * len(carried)
        asked[at : at + 1] = calculus  # "differentiate" names d^2/dx^2, too
    if not calculus:
        if carried[0].tool == "integrate" and any(step.tool != "substitute" for step in asked):
            raise _NotUnderstood("before or after the integral")
        return carried + asked
    further = {step.tool for step in calculus[len(carried) :]}
    if [step.tool for step in calculus[: len(carried)]] != [step.tool for step in carried] or carried[
        0
    ].tool in further:
        raise _NotUnderstood("words and notation ask for different things")
    told = iter(carried)
    return [_same(step, next(told, step)) if step.tool in _CALCULUS else step for step in asked]


def _same(asked: Operation, carried: Operation) -> Operation:
    """Return what words and notation say together; they must not contradict each other."""
    if asked.variable not in {None, carried.variable} or (asked.point is not None and asked.point != carried.point):
        raise _NotUnderstood("words and notation name different things")
    return carried


def _check_words(objective: str, steps: list[Operation], statement: Statement) -> None:
    """Refuse what single words contradict: a definite integral without bounds, "solve" of ``y = x^2``."""
    definite = re.search(r"\b(?:definite|area)\b", objective, re.IGNORECASE)
    if definite and any(step.tool == "integrate" and step.point is None for step in steps):
        raise _NotUnderstood("no bounds")
    zeros = re.search(r"zero|root|intercept|vanish|cross", objective, re.IGNORECASE)
    named = statement.function and not statement.argument
    if steps and steps[0].tool == "solve" and named and not zeros:
        raise _NotUnderstood("y = … could be an equation")


def _complete(steps: list[Operation], variables: Sequence[str], statement: Statement) -> tuple[Operation, ...]:
    """Fill in variables that nobody named, and refuse what still lacks something."""
    at = next((step.variable for step in steps if step.tool == "substitute"), None)
    meant = {"differentiate": statement.argument or at}  # "the derivative at x = 2" is the one in x
    default = _default(variables, statement)
    complete = tuple(replace(s, variable=s.variable or meant.get(s.tool) or default) for s in steps)
    equation = not isinstance(statement.expression, sympy.Expr)
    for index, step in enumerate(complete):
        if step.tool in {"limit", "substitute"} and step.point is None:
            raise _NotUnderstood("no point")
        if equation and step.tool != "solve":
            raise _NotUnderstood("an equation can only be solved")
        if step.tool == "solve" and index < len(complete) - 1:
            raise _NotUnderstood("nothing is done with solutions")
    return complete


def _default(variables: Sequence[str], statement: Statement) -> str:
    """Return the variable that is meant where none is named."""
    used = statement.expression.free_symbols
    return statement.argument or next((name for name in variables if sympy.Symbol(name) in used), variables[0])
