"""The problem, and the prompt made from it: one function for the client and for the bundled model's training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ._assumptions import checked
from ._errors import InvalidProblem
from ._operation import Value
from ._operation import objective as operation_objective
from ._plan import _SYMBOL
from ._tools import MAX_NAME, NAMES

MAX_VARIABLES = 8
"""Most variables of a problem."""
MAX_OBJECTIVE = 500
MAX_EXPRESSION = 1000
"""Longest objective and expression in characters: far above any textbook problem, far below 3,072 tokens."""

SYSTEM = f"""\
You write solution plans for math problems. A plan is one JSON object and nothing else.
A tool step is {{"type":"tool","tool":NAME,"args":{{...}}}} with one of these tools:
{NAMES}.
All arguments are strings in SymPy syntax: x**2, sin(x), exp(x), log(x), sqrt(x), pi, oo, Eq(left, right).
R1 is the result of step 1, R2 of step 2; later steps may use them. The last step is final and names the answer."""

INSTRUCTION = """\
Generate a step-by-step solution plan in JSON format: \
{"steps":[{"type":"tool","tool":"differentiate","args":{"expr":"x**3*exp(2*x)","var":"x"}},\
{"type":"final","payload":{"result":"R1"}}]}"""


@dataclass(frozen=True, init=False)
class Problem:
    r"""A math problem: in words, as a person states it, or as an operation, for programs.

    Args:
        objective: the task in a few words: "integrate", "Find the derivative", "evaluate at x = 2".
        expression: the expression in LaTeX, such as ``\int x^2 \sin x\,dx``.
        variables: the variables' names, such as ``("x",)``.
        assume: settles ambiguities, such as ``{"log": 10}``; see
            :data:`student_client._assumptions.TOPICS`.
        operation: the task, instead of an objective, such as "integrate": one of
            :data:`student_client._operation.OPERATIONS`. The objective is then made from it.
        variable: the variable of the operation; the first of ``variables`` if left out.
        at: the point of a limit, an evaluation or a Taylor polynomial, or the point of a derivative.
        order: the order of a derivative, 1 to 4.
        lower: the lower bound of an integral or a sum.
        upper: the upper bound of an integral or a sum.
        side: "+" for a limit from the right, "-" for one from the left.
        degree: the highest power of a Taylor polynomial.
        digits: how many significant digits a decimal has.
        form: the form to rewrite in, such as "partial fractions".
        function: the letter that depends on the variable along a curve, such as y.
        property: the property to classify by, such as "parity".
        space: the space of a matrix whose basis is asked: "null space", "column space" or "row space".

    Raises:
        InvalidProblem: a part is empty, too long, of the wrong kind, or has characters that cannot be sent.

    >>> print(Problem("integrate", r"\int x\,dx", ["x"]).prompt().splitlines()[2])
    Expression: \int x\,dx
    >>> Problem(operation="limit", expression=r"\frac{\sin x}{x}", variable="x", at=0).objective
    'limit as x approaches 0'
    """

    objective: str
    expression: str
    variables: tuple[str, ...]
    assume: Mapping[str, str] = field(hash=False)

    def __init__(  # noqa: PLR0913 - each is a part of a problem, and all but four are given by name
        self,
        objective: str = "",
        expression: str = "",
        variables: Sequence[str] = (),
        assume: Mapping[str, object] | None = None,
        *,
        operation: str | None = None,
        variable: str | None = None,
        at: Value | None = None,
        order: int | None = None,
        lower: Value | None = None,
        upper: Value | None = None,
        side: str | None = None,
        degree: int | None = None,
        digits: int | None = None,
        form: str | None = None,
        function: str | None = None,
        property: str | None = None,  # noqa: A002 - the name of the tool's argument
        space: str | None = None,
    ) -> None:
        given: dict[str, object] = {"at": at, "order": order, "lower": lower, "upper": upper, "side": side}
        given |= {"degree": degree, "digits": digits, "form": form, "function": function, "property": property}
        given |= {"space": space}
        if operation is None:
            _check_no_arguments({"variable": variable} | given)
            names = _names(variables)
        elif objective:
            raise InvalidProblem("the problem has an objective and an operation. Fix: give one of them")
        else:
            names = _names(variables or ((variable,) if variable is not None else ()))
            if variable is not None and variable not in names:
                raise InvalidProblem(f"{variable!r} is not one of the problem's variables. Fix: add it to them")
            objective = operation_objective(operation, variable or names[0], given, names)
        _check_text("objective", objective, MAX_OBJECTIVE)
        _check_text("expression", expression, MAX_EXPRESSION)
        for name, value in (("objective", objective), ("expression", expression), ("variables", names)):
            object.__setattr__(self, name, value)
        object.__setattr__(self, "assume", checked({} if assume is None else assume))

    def block(self) -> str:
        """Return the problem as in each prompt: objective, expression, variables and assumptions."""
        assumed = ", ".join(f"{topic} = {option}" for topic, option in self.assume.items())
        return (
            f"<problem>\nObjective: {self.objective}\nExpression: {self.expression}\n"
            f"Variables: [{', '.join(self.variables)}]\n{f'Assume: {assumed}' + chr(10) if assumed else ''}"
            "</problem>"
        )

    def prompt(self) -> str:
        """Return the bundled model's user message: the problem in its block, then the instruction with the format."""
        return f"{self.block()}\n\n{INSTRUCTION}"

    def messages(self) -> list[dict[str, str]]:
        """Return the messages that the bundled model was trained on; :mod:`student_client._prompt` has the others."""
        return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": self.prompt()}]


_EXAMPLES = {"objective": "'integrate'", "expression": r"'\int x^2 \sin x\,dx'"}


def _check_text(name: str, text: str, limit: int) -> None:
    if not isinstance(text, str) or not text.strip():
        other = ", or an operation" if name == "objective" else ""
        raise InvalidProblem(f"the {name} is empty. Fix: give one, such as {_EXAMPLES[name]}{other}")
    if len(text) > limit:
        raise InvalidProblem(f"the {name} has {len(text)} characters, at most {limit} are sent. Fix: shorten it")
    if not text.isprintable() or "</problem>" in text:
        raise InvalidProblem(
            f"the {name} has a line break, a control character or '</problem>' in it: {text!r}. Fix: one "
            "plain line; in a shell put LaTeX in single quotes, in Python in a raw string r'...'"
        )


def _check_no_arguments(given: Mapping[str, object]) -> None:
    found = next((name for name, value in given.items() if value is not None), None)
    if found is not None:
        fix = "give variables=['x']" if found == "variable" else "say it in the objective, or give an operation"
        raise InvalidProblem(f"{found} belongs to an operation, but the problem has none. Fix: {fix}")


def _names(variables: Sequence[str]) -> tuple[str, ...]:
    if isinstance(variables, str):
        raise InvalidProblem(f"variables must be a list of names, not the text {variables!r}. Fix: ['x']")
    if not variables:
        raise InvalidProblem("the problem has no variable. Fix: give at least one, such as x")
    if len(variables) > MAX_VARIABLES:
        raise InvalidProblem(
            f"the problem has {len(variables)} variables, at most {MAX_VARIABLES} are read. Fix: leave out "
            "those that are not used"
        )
    for variable in variables:
        if not isinstance(variable, str) or len(variable) > MAX_NAME or not _SYMBOL.match(variable):
            raise InvalidProblem(
                f"{str(variable)[:40]!r} is not a variable's name. Fix: letters and digits, at most {MAX_NAME}, "
                "such as x"
            )
    return tuple(variables)
