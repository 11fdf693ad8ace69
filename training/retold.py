"""Problems of the verifier's tests, told again with other numbers and letters, or about other expressions.

Their authors' words are wider than the generator's. A number is changed only if the plan has it, and everywhere at
once, so that the plan says the same of the new numbers as the old one of the old.
"""

from __future__ import annotations

import functools
import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from student_client._plan import Plan

from tests.client.problems import HERE as PROBLEMS
from tests.client.problems import load
from training.author import Author, Sample
from training.single import calculus, rewriting, solving

LETTERS, OTHER, LONGEST = 0.3, 0.25, 600
"""Shares of problems with another letter and, if they name nothing of it, about another expression; the most characters
of objective and expression together."""
_NOT_RIGHT = re.compile("wrong|attack|trap|subtle")
_NUMBER = re.compile(r"(?<![\dR])\d+")
_RUN_TOGETHER = re.compile(r"(?:\\[dt]?frac|\^)\s*\d\d")
r"""Digits that do not make a number: `\frac12`, `x^23`."""
_ORDER = re.compile(r"(?:d|partial|f|y)\s*\^\s*\{?\(?(\d)")
"""The order of a derivative, which is the number of the plan's steps."""
_DERIVED = re.compile(r"\bdiff\([^()]*\)")
_POWER = re.compile(r"(?:\^\s*\{?|\*\*)(\d+)")
_TEX = re.compile(r"\\(?:text|mathrm|operatorname|begin|end)\{[^}]*\}|\\[A-Za-z]+|[A-Za-z]")
_NAMES = ("form", "property", "space")
"""Arguments with words, which keep their spaces."""
_MAKES: dict[str, Callable[[Author], Sample]] = {
    "integrate": lambda author: calculus(author, "integrate"),
    "differentiate": lambda author: calculus(author, "differentiate"),
    "solve": solving,
    "simplify": lambda author: rewriting(author, "simplify"),
    "expand": lambda author: rewriting(author, "expand"),
    "factor": lambda author: rewriting(author, "factor"),
}


@functools.cache
def problems(folder: Path = PROBLEMS) -> tuple[Sample, ...]:
    """Return the right problems of all sets of a folder, each once, with plans without spaces."""
    found: dict[tuple[str, str], Sample] = {}
    for path in sorted(folder.glob("*.txt")):
        if _NOT_RIGHT.search(path.stem):
            continue
        for _, problem, plan in load(path.stem):
            tools = [step.tool for step in plan.steps if step.type == "tool"]
            drawn = Sample(f"retold: {tools[-1]}", problem.objective, problem.expression, problem.variables, plan)
            if len(problem.objective) + len(problem.expression) <= LONGEST:
                found[problem.objective, problem.expression] = replace(drawn, plan=_changed(plan, _unspaced))
    return tuple(found.values())


def _changed(plan: Plan, change: Callable[[str, str], str]) -> Plan:
    """Return the plan with each argument of its tools changed by ``change(name, text)``."""
    data = plan.model_dump(exclude_none=True)
    for step in data["steps"]:
        if step["type"] == "tool":
            step["args"] = {name: change(name, text) for name, text in step["args"].items()}
    return Plan.model_validate(data, strict=False)


def _unspaced(name: str, text: str) -> str:
    return text if name in _NAMES else text.replace(" ", "")


def _arguments(plan: Plan) -> str:
    return " ".join(text for step in plan.steps if step.type == "tool" for text in dict(step.args).values() if text)


def _own(plan: Plan) -> set[str]:
    """Return the numbers that are the plan's own: orders of derivatives, and those beside an earlier result."""
    texts = [text for step in plan.steps if step.type == "tool" for text in dict(step.args).values() if text]
    orders = [found for text in texts for found in _DERIVED.findall(text)]
    return set(_NUMBER.findall(" ".join([*orders, *(text for text in texts if re.search(r"\bR\d", text))])))


def _another(rng: random.Random, number: str, *, power: bool) -> str:
    """Return another number of the same length."""
    if power:
        return str(rng.randint(2, 5))
    if len(number) == 1:
        return str(rng.randint(2, 9))
    zeros = len(number) - len(number.lstrip("0"))
    rest = len(number) - zeros
    return "0" * zeros + str(rng.randint(10 ** (rest - 1), 10**rest - 1)) if rest else number


def renumbered(rng: random.Random, drawn: Sample) -> Sample:
    """Change the numbers of a problem, unless its plan has one that the problem does not print."""
    said = f"{drawn.objective} {drawn.expression}"
    printed, planned = set(_NUMBER.findall(said)), set(_NUMBER.findall(_arguments(drawn.plan)))
    if planned - printed - {"0", "1"} or _RUN_TOGETHER.search(said):
        return drawn
    powers = set(_POWER.findall(said))
    fixed = (printed - planned) | {"0", "1"} | set(_ORDER.findall(said)) | _own(drawn.plan)
    numbers: dict[str, str] = {}
    for number in sorted(planned & printed - fixed):
        if number in powers and (len(number) > 1 or rng.random() < 0.6):
            fixed.add(number)
            continue
        new = _another(rng, number, power=number in powers)
        numbers[number] = new if new not in fixed and new not in numbers.values() else number
    if len({**{number: number for number in fixed}, **numbers}.values()) > len(set(numbers.values()) | fixed):
        return drawn

    def swap(text: str) -> str:
        return _NUMBER.sub(lambda found: numbers.get(found[0], found[0]), text)

    return replace(
        drawn,
        objective=swap(drawn.objective),
        expression=swap(drawn.expression),
        plan=_changed(drawn.plan, lambda name, text: swap(text)),
    )


def relettered(rng: random.Random, drawn: Sample) -> Sample:
    """Call one variable by another letter."""
    single = [name for name in drawn.variables if len(name) == 1 and name in "xytuvwzpqrs"]
    there = set(re.findall(r"[A-Za-z]", drawn.objective + drawn.expression))
    free = [name for name in "xxtuvwzpqrs" if name not in re.findall(r"\b[a-z]\b", drawn.objective)]
    free = [name for name in free if name not in drawn.variables and not (name in there and name in drawn.expression)]
    if not single or not free:
        return drawn
    old, new = rng.choice(single), rng.choice(free)

    def tex(text: str) -> str:
        return _TEX.sub(lambda found: new if found[0] == old else found[0], text)

    def words(text: str) -> str:
        return re.sub(rf"(?<![A-Za-z'’]){old}(?![A-Za-z'’])|(?<=\bd){old}(?![A-Za-z])", new, text)

    parts = drawn.objective.split("$")
    told = "$".join(tex(part) if index % 2 else words(part) for index, part in enumerate(parts))
    plan = _changed(drawn.plan, lambda name, text: re.sub(rf"(?<![A-Za-z_]){old}(?![A-Za-z_])", new, text))
    variables = tuple(new if name == old else name for name in drawn.variables)
    return replace(drawn, objective=told, expression=tex(drawn.expression), variables=variables, plan=plan)


def about_another(rng: random.Random, drawn: Sample) -> Sample:
    """Ask the same of an expression of the generator, if the objective names nothing of its own."""
    (tool, *more) = [step for step in drawn.plan.steps if step.type == "tool"]
    wide = {name for name, text in dict(tool.args).items() if text} - {"expr", "var"}
    if more or wide or tool.tool not in _MAKES or re.search(r"[\d$=]|\b[b-hj-z]\b", drawn.objective):
        return drawn
    made = _MAKES[tool.tool](Author(rng))
    return replace(made, kind=drawn.kind, objective=drawn.objective) if made.kind == tool.tool else drawn


def retold(rng: random.Random) -> Sample:
    """Return a problem of the tests, told again."""
    drawn = rng.choice(problems())
    if rng.random() < OTHER:
        drawn = about_another(rng, drawn)
    drawn = renumbered(rng, drawn)
    return relettered(rng, drawn) if rng.random() < LETTERS else drawn
