"""The problem, and the prompt made of it: one function for the client and for the bundled model's training."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ._assumptions import checked
from ._errors import InvalidProblem
from ._plan import _SYMBOL

MAX_VARIABLES = 8
MAX_NAME = 32
"""Most variables, and most characters in the name of one."""
MAX_OBJECTIVE = 200
MAX_EXPRESSION = 1000
"""Longest objective and expression in characters: far above any textbook problem, far below 3,072 tokens."""

SYSTEM = """\
You write solution plans for math problems. A plan is one JSON object and nothing else.
A tool step is {"type":"tool","tool":NAME,"args":{...}} with one of these tools:
integrate(expr, var), differentiate(expr, var), solve(expr, var), simplify(expr), expand(expr), factor(expr), \
limit(expr, var, point), substitute(expr, var, point).
All arguments are strings in SymPy syntax: x**2, sin(x), exp(x), log(x), sqrt(x), pi, oo, Eq(left, right).
R1 is the result of step 1, R2 of step 2; later steps may use them. The last step is final and names the answer."""

INSTRUCTION = """\
Generate a step-by-step solution plan in JSON format: \
{"steps":[{"type":"tool","tool":"differentiate","args":{"expr":"x**3*exp(2*x)","var":"x"}},\
{"type":"final","payload":{"result":"R1"}}]}"""


@dataclass(frozen=True)
class Problem:
    r"""A math problem as a person states it.

    Args:
        objective: what to do, in a few words: "integrate", "Find the derivative", "evaluate at x = 2".
        expression: the expression in LaTeX, such as ``\int x^2 \sin x\,dx``.
        variables: the variables' names, such as ``("x",)``.
        assume: settles what could be read in several ways, such as ``{"log": 10}``; see
            :data:`student_client._assumptions.TOPICS`.

    Raises:
        InvalidProblem: a part is empty, too long, or has characters that cannot be sent.

    >>> print(Problem("integrate", r"\int x\,dx", ["x"]).prompt().splitlines()[2])
    Expression: \int x\,dx
    """

    objective: str
    expression: str
    variables: Sequence[str]
    assume: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, text, limit in (
            ("objective", self.objective, MAX_OBJECTIVE),
            ("expression", self.expression, MAX_EXPRESSION),
        ):
            if not text.strip():
                raise InvalidProblem(f"the {name} is empty. Fix: give one, such as {_EXAMPLES[name]}")
            if len(text) > limit:
                raise InvalidProblem(
                    f"the {name} has {len(text)} characters, at most {limit} are sent. Fix: shorten it"
                )
            if not text.isprintable() or "</problem>" in text:
                raise InvalidProblem(
                    f"the {name} has a line break, a control character or '</problem>' in it: {text!r}. Fix: one "
                    "plain line; in a shell put LaTeX in single quotes, in Python in a raw string r'...'"
                )
        if isinstance(self.variables, str):
            raise InvalidProblem(f"variables must be a list of names, and is the text {self.variables!r}. Fix: ['x']")
        if not self.variables:
            raise InvalidProblem("the problem has no variable. Fix: give at least one, such as x")
        if len(self.variables) > MAX_VARIABLES:
            raise InvalidProblem(
                f"the problem has {len(self.variables)} variables, at most {MAX_VARIABLES} are read. Fix: leave out "
                "those that nothing is done with"
            )
        for variable in self.variables:
            if not isinstance(variable, str) or len(variable) > MAX_NAME or not _SYMBOL.match(variable):
                raise InvalidProblem(
                    f"{str(variable)[:40]!r} is not a variable's name. Fix: letters and digits, at most {MAX_NAME}, "
                    "such as x"
                )
        object.__setattr__(self, "variables", tuple(self.variables))
        object.__setattr__(self, "assume", checked(self.assume))

    def prompt(self) -> str:
        """Return the user's message: the problem in its block, then the instruction with the format."""
        assumed = ", ".join(f"{topic} = {option}" for topic, option in self.assume.items())
        return (
            f"<problem>\nObjective: {self.objective}\nExpression: {self.expression}\n"
            f"Variables: [{', '.join(self.variables)}]\n{f'Assume: {assumed}' + chr(10) if assumed else ''}"
            f"</problem>\n\n{INSTRUCTION}"
        )

    def messages(self) -> list[dict[str, str]]:
        """Return the chat messages sent to the student and, unchanged, to the teacher."""
        return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": self.prompt()}]


_EXAMPLES = {"objective": "'integrate'", "expression": r"'\int x^2 \sin x\,dx'"}
