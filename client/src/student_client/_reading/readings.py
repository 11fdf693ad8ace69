"""A problem's readings: each way in which a competent reader could take its words and notation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import product

from .._problem import Problem
from .notation import parse_point, parse_statement
from .objective import questions
from .statement import Choices, NotRead, Operation, Question, Statement
from .tree import Equation, Node, call, symbol

MAX_READINGS = 8
"""Most readings that are judged; a problem with more is not read."""
_ZEROS = re.compile(r"\b(?:zero|root|\w*intercept|vanish)", re.IGNORECASE)
"""Words that ask where a function is zero, so that ``P = t^2 - 4`` defines P."""
LABELS = {
    ("log", "e"): "log is the natural logarithm",
    ("brackets", "group"): "square brackets group",
    ("brackets", "floor"): "square brackets are the greatest integer",
    ("inverse", "function"): "the exponent -1 is the inverse function",
    ("inverse", "reciprocal"): "the exponent -1 is the reciprocal",
    ("angle", "radians"): "angles are in radians",
    ("angle", "degrees"): "angles are in degrees",
    ("arccot", "0 to pi"): "arccot has the range 0 to pi",
    ("arccot", "-pi/2 to pi/2"): "arccot has the range -pi/2 to pi/2",
    ("point", "the last"): "the point belongs to the last thing asked",
    ("point", "all"): "the point belongs to all that is asked",
    ("and", "then"): "one is done after the other",
    ("and", "also"): "each is an answer of its own",
    ("limit", "two-sided"): "the limit is from both sides",
    ("limit", "one-sided"): "the limit is from the side where there are values",
    ("y", "constant"): "y does not depend on the variable",
    ("y", "function"): "y depends on the variable",
}


@dataclass(frozen=True)
class Reading:
    """One way to read a problem.

    Args:
        statement: the printed expression, and what its notation asks.
        questions: what is asked, in order.
        picked: the option that this reading takes for each topic that could be read in several ways.
        domain: expressions that must have a value for the problem to make sense.
        assumed: what the person said, topic by topic.
        variables: the problem's variables.
    """

    statement: Statement
    questions: tuple[Question, ...]
    picked: dict[str, str]
    domain: tuple[Node, ...]
    assumed: dict[str, str]
    variables: tuple[str, ...]

    def __str__(self) -> str:
        asked = "; ".join(_question(question, self.statement.expression) for question in self.questions)
        taken = [label(topic, option) for topic, option in self.picked.items()]
        taken += [f"{topic} = {option}" for topic, option in self.assumed.items() if topic not in self.picked]
        said = ", ".join(taken)
        return f"{asked} ({said})" if said else asked


def label(topic: str, option: str) -> str:
    """Return what an option means, for a person."""
    if topic == "log" and option != "e":
        return f"log has the base {option}"
    return f"the variable is {option}" if topic == "variable" else LABELS.get((topic, option), f"{topic} = {option}")


def readings(problem: Problem) -> tuple[Reading, ...]:
    """Return all readings of a problem, the usual one first.

    Raises:
        NotRead: words or notation are not understood, or there are too many readings.
    """
    assumed = dict(problem.assume)
    usual, met = _read(problem, assumed)
    open_topics = {topic: options for topic, options in met.items() if topic not in assumed and len(options) > 1}
    combinations = list(product(*open_topics.values()))
    if len(combinations) > MAX_READINGS:
        raise NotRead(f"it can be read in {len(combinations)} ways; settle one of {', '.join(open_topics)} by assume")
    found = []
    for options in combinations:
        picked = dict(zip(open_topics, options, strict=True))
        found.append(usual if not picked else _read(problem, assumed | picked, picked)[0])
    return tuple(found)


def _read(
    problem: Problem, chosen: dict[str, str], picked: dict[str, str] | None = None
) -> tuple[Reading, dict[str, tuple[str, ...]]]:
    """Read a problem with the options chosen; return the reading and every topic that was met."""
    complex_numbers = chosen.get("domain") == "complex"
    choices = Choices(chosen | ({"i": "unit"} if complex_numbers else {}))
    variables = tuple(problem.variables)
    statement = parse_statement(problem.expression, variables, choices)
    defined = _definition(statement, variables)
    if defined is not None and _ZEROS.search(problem.objective) and "equation" not in problem.objective.lower():
        statement, defined = defined, None
    try:
        asked = questions(problem.objective, statement, variables, choices)
    except NotRead:
        if defined is None:
            raise
        statement, asked = defined, questions(problem.objective, defined, variables, choices)
    _dependence(statement, asked, variables, choices)
    choices.met.pop("i", None)
    assumed = {topic: option for topic, option in chosen.items() if topic not in (picked or {})}
    domain = _domain(statement, chosen)
    return Reading(statement, asked, picked or {}, domain, assumed, variables), choices.met


def _definition(statement: Statement, variables: tuple[str, ...]) -> Statement | None:
    r"""Return ``V = \pi r^2 h`` as the definition of V, for words that make no sense of an equation."""
    printed = statement.expression
    if not isinstance(printed, Equation) or printed.left.name is None or statement.function:
        return None
    name = printed.left.name
    if name in variables or name in printed.right.names():
        return None
    return replace(statement, expression=printed.right, function=name)


def _domain(statement: Statement, chosen: dict[str, str]) -> tuple[Node, ...]:
    """Return what must have a value: each letter's logarithm when all letters are assumed to be positive."""
    if chosen.get("domain") != "positive":
        return ()
    return tuple(call("log", symbol(name)) for name in sorted(statement.expression.names()))


def _dependence(
    statement: Statement, asked: tuple[Question, ...], variables: tuple[str, ...], choices: Choices
) -> None:
    """Ask whether y depends on the variable, when it could: it is not declared, or the derivative is written with d."""
    derived = {step.variable for question in asked for step in question if step.tool == "differentiate"}
    undeclared = "y" not in variables or statement.total
    if derived - {"y"} and "y" in statement.expression.names() and undeclared:
        choices.pick("y", ("constant", "function"))


def interval(text: str) -> tuple[Node, Node, tuple[bool, bool]]:
    """Read an interval such as ``[0, 2*pi)``: its ends, and whether each belongs to it.

    Raises:
        NotRead: an end is no number.
    """
    low, high = text[1:-1].split(",")
    return parse_point(low, []), parse_point(high, []), (text[0] == "[", text[-1] == "]")


_NOUNS = {
    "differentiate": "the derivative",
    "integrate": "the integral",
    "simplify": "simplified",
    "expand": "expanded",
    "factor": "factored",
}


_FORMS = {
    "primes": " into primes",
    "linear": " into linear factors",
    "product": " as a product",
    "single": " to one fraction",
    "condense": " to one logarithm",
    "rationalized": " with no root in the denominator",
}


def _question(question: Question, expression: Node | Equation) -> str:
    """Return one question in words, the last operation first."""
    text = str(expression)
    for step in question:
        text = _asked(step, text)
    return text


def _asked(step: Operation, text: str) -> str:
    if step.tool == "differentiate":
        return f"the derivative in {step.variable} of {text}"
    if step.tool == "integrate":
        bounds = f" from {step.bounds[0]} to {step.bounds[1]}" if step.bounds else ""
        return f"the integral in {step.variable} of {text}{bounds}"
    if step.tool == "limit":
        side = {"+": " from above", "-": " from below", None: ""}[step.side]
        return f"the limit of {text} as {step.variable} goes to {step.point}{side}"
    if step.tool == "substitute":
        return f"{text} at {step.variable} = {step.point}"
    if step.tool == "solve":
        kind = f"{step.word} " if step.word else "real " if step.real else ""
        what = text if " = " in text else f"{text} = 0"
        return f"all {kind}{'numbers' if step.word == 'critical' else 'solutions'} in {step.variable} of {what}"
    return f"{text}, {_NOUNS[step.tool]}{_FORMS.get(step.word or '', '')}"
