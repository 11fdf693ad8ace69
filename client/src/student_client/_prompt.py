"""The prompt sent before the problem: the bundled model's own, one for general models, or one from a file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ._errors import ConfigurationError
from ._problem import Problem
from ._properties import told_by_arguments
from ._tools import ARGUMENTS, FORMS, NAMES, named

PROBLEM = "{problem}"
"""The placeholder for the problem in the last message of a prompt."""
BUNDLED = "student-nano"
"""The start of the names of models that are trained on the prompt ``nano``."""
MAX_BYTES = 100_000
"""Longest file of a prompt, in bytes."""
_EXPLAINED = ("vars", "function", "dir", "domain", "to", "degree", "digits", "space")
"""The arguments whose values the general prompt explains."""

SYSTEM = f"""\
You turn a math problem into a plan that a computer algebra program runs. Answer with one JSON object and nothing else:
{{"steps":[{{"type":"tool","tool":NAME,"args":{{...}}}},{{"type":"final","payload":{{"result":"R1"}}}}]}}
Copy the problem's own expression into the step; the program works out the result. Most problems take one step.
R1 is the result of step 1, R2 of step 2; later steps may use them. Several answers: "result":["R1","R2"].
Tools: {NAMES}.
expr and every other argument is a string in SymPy syntax: 2*x**2, sin(x), exp(x), log(x), sqrt(x), Abs(x), pi, E, oo,
Eq(left, right).
{"".join(f"{name}: {ARGUMENTS[name]}. " for name in _EXPLAINED)}
form: {", ".join(FORMS)}.
property {told_by_arguments()}."""


@dataclass(frozen=True)
class Prompt:
    """The messages of a request for a plan.

    Args:
        name: "nano", "general", or the file's path.
        before: role and content of each message before the problem's.
        last: the last message's content, with ``{problem}`` in it; None for the bundled model's own.
    """

    name: str
    before: tuple[tuple[str, str], ...] = ()
    last: str | None = None

    def messages(self, problem: Problem) -> list[dict[str, str]]:
        """Return the chat messages that ask for a plan; only the last one's content differs between problems."""
        if self.last is None:
            return problem.messages()
        asked = [*self.before, ("user", self.asked(problem))]
        return [{"role": role, "content": content} for role, content in asked]

    def asked(self, problem: Problem) -> str:
        """Return the last message's content."""
        return problem.prompt() if self.last is None else self.last.replace(PROBLEM, problem.block())

    def template(self) -> list[dict[str, str]]:
        """Return the messages with ``{problem}`` in the last one, as in a file."""
        if self.last is None:
            system, asked = Problem("?", "?", ("x",)).messages()
            block = Problem("?", "?", ("x",)).block()
            return [system, asked | {"content": asked["content"].replace(block, PROBLEM)}]
        return [{"role": role, "content": content} for role, content in (*self.before, ("user", self.last))]


def _example(problem: Problem, tool: str, *arguments: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the two messages of an example: the problem, and its plan of one step."""
    step = {"type": "tool", "tool": tool, "args": named(tool, arguments)}
    plan = {"steps": [step, {"type": "final", "payload": {"result": "R1"}}]}
    return ("user", problem.block()), ("assistant", json.dumps(plan, separators=(",", ":")))


EXAMPLES = (
    *_example(Problem("Find the derivative", r"x^3 e^{2x}", ["x"]), "differentiate", "x**3*exp(2*x)", "x"),
    *_example(Problem("Solve for t", r"2t^2 - 5t = 3", ["t"]), "solve", "Eq(2*t**2 - 5*t, 3)", "t"),
    *_example(
        Problem("Evaluate the integral", r"\int_0^{\pi} \frac{x}{2} \sin x\,dx", ["x"]),
        *("integrate", "x/2*sin(x)", "x", "0", "pi"),
    ),
    *_example(
        Problem("Find the limit", r"\lim_{x \to 0} \frac{1 - \cos x}{x^2}", ["x"]),
        *("limit", "(1 - cos(x))/x**2", "x", "0"),
    ),
    *_example(Problem("Factor", r"y^3 - 4y", ["y"]), "factor", "y**3 - 4*y"),
)
"""One for each shape of problem: in a letter, an equation, between bounds, at a point, and of an expression alone."""

OWN = Prompt("nano")
"""The prompt that the bundled model was trained on."""
GENERAL = Prompt("general", (("system", SYSTEM), *EXAMPLES), PROBLEM)
"""The prompt for instruction models that were not trained to write plans."""


def prompt(setting: str, model: str) -> Prompt:
    """Return the prompt that a setting names.

    Args:
        setting: "auto", "nano", "general", or a file's path.
        model: the model's name. "auto" is "nano" for student-nano, "general" for all others.

    Raises:
        ConfigurationError: the file cannot be read, or is not a list of messages that ends with the problem's.

    >>> prompt("auto", "student-nano").name, prompt("auto", "qwen2.5-math-7b-instruct").name
    ('nano', 'general')
    """
    if setting == "auto":
        return OWN if model.rpartition("/")[2].startswith(BUNDLED) else GENERAL
    return {"nano": OWN, "general": GENERAL}.get(setting) or _from_file(Path(setting))


def _from_file(path: Path) -> Prompt:
    fix = "auto, nano, general, or a file as 'student prompt' prints it"
    try:
        text = path.read_bytes()[: MAX_BYTES + 1].decode()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigurationError(f"cannot read the prompt {str(path)!r}: {reason}. Fix: {fix}") from None
    messages = _messages(text)
    if not messages or messages[-1][0] != "user" or PROBLEM not in messages[-1][1]:
        what = "is not a JSON list of messages with role and content, the last by the user and with {problem} in it"
        raise ConfigurationError(f"the prompt {str(path)!r} {what}. Fix: {fix}")
    return Prompt(str(path), tuple(messages[:-1]), messages[-1][1])


def _messages(text: str) -> list[tuple[str, str]]:
    """Return the role and content of each message of a JSON list, or none if one is not a message."""
    try:
        data = json.loads(text) if len(text) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        return []
    if not isinstance(data, list) or not all(
        isinstance(one, dict) and one.keys() == {"role", "content"} for one in data
    ):
        return []
    messages = [(one["role"], one["content"]) for one in data]
    fine = all(role in ("system", "user", "assistant") and isinstance(content, str) for role, content in messages)
    return messages if fine else []
