"""The functions of the commands of ``student``, loaded by :mod:`.main` once a command is chosen."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import warnings
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from .._asking.teacher import end_notice
from .._client import AsyncStudent, Student
from .._errors import InvalidPlan
from .._metrics import Metrics, MetricsFile
from .._outcome import problem_dict, verdict_dict
from .._plan import Plan
from .._problem import Problem
from .._prompt import prompt as chosen_prompt
from .._settings import Settings, Sources, variable
from .._verdict import Verdict
from .._verifying.choice import ask, verifier_for
from .._verifying.symbolic import SymbolicVerifier
from . import batch as _batch
from .show import outcome_lines, plan_lines, printable, reading_lines, verdict_lines


def _problem(arguments: Namespace) -> Problem:
    names = "operation at order lower upper side degree digits form function property space"
    given = {name: getattr(arguments, name) for name in names.split()}
    objective, assume = arguments.objective or "", dict(arguments.assume)
    return Problem(objective, arguments.expression, arguments.variables, assume, **given)


def read(arguments: Namespace) -> bool:
    """Show how a problem is read; return whether it is understood."""
    problem = _problem(arguments)
    with SymbolicVerifier() as verifier:
        reading = verifier.read(problem)
    if arguments.json:
        interpretations = [asdict(one) for one in reading.interpretations]
        data = {"problem": problem_dict(problem), "understood": reading.understood, "reading": reading.text}
        print(json.dumps(data | {"interpretations": interpretations}))
    else:
        print("\n".join(reading_lines(reading)))
    return bool(reading.understood)


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
    """Solve the problems of a file; return True when every problem has its outcome."""
    settings = Settings.from_env()

    async def run(on_outcome: MetricsFile | None = None) -> str:
        # Cancel the task, which ends in good order; Python 3.10 would raise at any point of the running code.
        task = asyncio.current_task()
        if task is not None:
            asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel)
        async with AsyncStudent(settings, on_outcome=on_outcome) as student:
            return await _batch.run(student, Path(arguments.source), Path(arguments.target), arguments.concurrency)

    try:
        if arguments.metrics is None:
            print(asyncio.run(run()))
        else:
            counts = Metrics(settings.teacher_model, budget=settings.teacher_budget_dollars)
            with MetricsFile(counts, Path(arguments.metrics)) as kept:
                print(asyncio.run(run(kept)))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    return True


def bench(arguments: Namespace) -> bool:
    """Measure the running stack; return True if every request was answered."""
    from . import bench as _bench  # noqa: PLC0415 - only this command needs it

    return _bench.run(arguments)


def models(arguments: Namespace) -> bool:
    """List the models."""
    with Student.from_env() as student:
        names = student.models()
    print(json.dumps(names) if arguments.json else "\n".join(printable(name) for name in names))
    return True


def prompt(_: Namespace) -> bool:
    """Print the student's prompt, with {problem} in place of the problem."""
    settings = Settings.from_env()
    print(json.dumps(chosen_prompt(settings.prompt, settings.model_name).template(), indent=2, ensure_ascii=False))
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
