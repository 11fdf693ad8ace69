"""What each command of ``student`` does. Loaded by :mod:`._cli` once a command is chosen."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import warnings
from argparse import Namespace
from pathlib import Path

from .._asking.teacher import end_notice
from .._client import AsyncStudent, Student
from .._errors import InvalidPlan
from .._metrics import Metrics, MetricsFile
from .._outcome import problem_dict, verdict_dict
from .._plan import Plan
from .._problem import Problem
from .._settings import Settings, Sources, variable
from .._verdict import Verdict
from .._verifying.choice import NOT_READ, ask, verifier_for
from .._verifying.symbolic import SymbolicVerifier
from . import batch as _batch
from .show import outcome_lines, plan_lines, printable, verdict_lines


def _problem(arguments: Namespace) -> Problem:
    return Problem(arguments.objective, arguments.expression, arguments.variables, dict(arguments.assume))


def read(arguments: Namespace) -> bool:
    """Show how a problem is read; return whether it is understood."""
    problem = _problem(arguments)
    with SymbolicVerifier() as verifier:
        text = verifier.read(problem)
    understood = not text.startswith(NOT_READ)
    data = {"problem": problem_dict(problem), "understood": understood, "reading": text}
    print(json.dumps(data) if arguments.json else printable(text))
    return understood


def plan(arguments: Namespace) -> bool:
    """Ask for a plan; return whether one was accepted."""
    problem = _problem(arguments)
    with Student.from_env() as student:
        outcome = student.plan(problem)
    print(json.dumps(outcome.to_dict()) if arguments.json else "\n".join(outcome_lines(outcome)))
    return outcome.accepted


def check(arguments: Namespace) -> bool:
    """Verify a plan in a file; return whether it was accepted."""
    problem = _problem(arguments)
    text = sys.stdin.read() if arguments.file == "-" else Path(arguments.file).read_text(encoding="utf-8")
    given: Plan | None = None
    try:
        given = Plan.parse(text)
    except InvalidPlan as error:
        verdict = Verdict("rejected", str(error))
    else:
        with verifier_for(None) as verifier:
            verdict = ask(verifier, problem, given)
    accepted = verdict.status == "accepted"
    if arguments.json:
        data = {
            "problem": problem_dict(problem),
            "verified": accepted,
            "plan": given.model_dump(mode="json") if given else None,
            "result": verdict.result if accepted else None,
            "latex": verdict.latex if accepted else None,
            "verdict": verdict_dict(verdict),
        }
        print(json.dumps(data))
    else:
        steps = plan_lines(given) if given else []
        result = [] if verdict.result is None else [f"result     {printable(verdict.result)}"]
        print("\n".join([*steps, *result, *verdict_lines(verdict)]))
    return accepted


def batch(arguments: Namespace) -> bool:
    """Solve the problems of a file; return True: every problem has its outcome."""
    settings = Settings.from_env()

    async def run(on_outcome: MetricsFile | None = None) -> str:
        # Python 3.10 would raise in the middle of whatever runs; a cancelled task ends in good order.
        task = asyncio.current_task()
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel)
        async with AsyncStudent(settings, on_outcome=on_outcome) as student:
            return await _batch.run(student, Path(arguments.source), Path(arguments.target), arguments.concurrency)

    try:
        if arguments.metrics is None:
            print(asyncio.run(run()))
        else:
            with MetricsFile(Metrics(settings.teacher_model), Path(arguments.metrics)) as kept:
                print(asyncio.run(run(kept)))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    return True


def models(arguments: Namespace) -> bool:
    """List the models."""
    with Student.from_env() as student:
        names = student.models()
    print(json.dumps(names) if arguments.json else "\n".join(printable(name) for name in names))
    return True


def config(arguments: Namespace) -> bool:
    """Show the settings, without keys."""
    sources = Sources.read()
    settings = Settings.model_validate(sources.values)
    shown: dict[str, dict[str, str]] = {}
    for field, value in settings:
        if field.endswith("api_key"):
            text = "(set, not shown)" if value else "(not set)"
        elif isinstance(value, tuple):
            text = ",".join(str(part) for part in value) or "none"
        else:
            text = str(value)
        shown[variable(field)] = {"value": text, "from": sources.origins.get(field, "default")}
    if arguments.json:
        print(json.dumps(shown))
    else:
        print("\n".join(f"{name:28} {one['value']:32} {one['from']}" for name, one in shown.items()))
    if settings.teacher_mode != "off" and (notice := end_notice(settings.teacher_model)):
        warnings.warn(notice, stacklevel=1)
    return True
