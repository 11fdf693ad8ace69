"""The command ``student bench``: measures, shows, writes and compares."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from argparse import Namespace
from pathlib import Path
from typing import Any

from .._bench import comparing, page, problems, table
from .._bench.load import Load
from .._bench.running import FORM, Options, measure
from .._errors import ConfigurationError
from .._settings import Settings

WIDTH = 24


class Bar:
    """A progress bar on a terminal while a load runs; nothing if there is no terminal."""

    def __init__(self, count: int) -> None:
        self._count, self._words, self._number, self._shown = count, "", -1, 0.0
        self._terminal = sys.stderr.isatty()

    def __call__(self, words: str, seconds: float, load: Load) -> None:
        """Show the progress of a load, a few times a second."""
        if words != self._words:
            self._words, self._number, self._shown = words, self._number + 1, 0.0
        now = time.perf_counter()
        if self._terminal and now - self._shown > 0.2:
            self._shown = now
            past = max(now - load.started, 1e-3)
            full = round(WIDTH * min(1.0, past / seconds)) if seconds else 0
            verified = sum(sample.outcome.accepted for sample in load.samples)
            counts = f"{len(load.samples)} problems, {len(load.samples) / past:.1f}/s, {verified} verified"
            text = f"{self._number}/{self._count} {words:24} [{'#' * full}{'.' * (WIDTH - full)}] {counts}"
            print(f"\r\x1b[2K{text}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self._terminal:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)


def run(arguments: Namespace) -> bool:
    """Measure the running stack; return True if every request was answered."""
    settings = Settings.from_env()
    against = _report(Path(arguments.against)) if arguments.against else None
    source = problems.read(Path(arguments.problems)) if arguments.problems else problems.bundled(arguments.seed)
    bar = Bar(len(arguments.concurrency) + (arguments.rate != 0))
    options = Options(
        source,
        arguments.concurrency,
        arguments.rate,
        arguments.seconds,
        arguments.warmup,
        dict(arguments.goodput or [("plan", 1000.0)]),
        dict(arguments.metadata),
        bar,
    )
    try:
        report = asyncio.run(_interruptible(settings, options))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
    finally:
        bar.end()
    changes = comparing.changes(against, report) if against else []
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(report) + "\n", encoding="utf-8")
    if arguments.html:
        Path(arguments.html).write_text(page.render(report, changes), encoding="utf-8")
    print("\n".join(shown(report, changes)))
    return not any(load["no_answer"] for load in report["loads"])


def shown(report: dict[str, Any], changes: list[comparing.Change]) -> list[str]:
    """Return the lines of a report for a terminal."""
    about = report["machine"]
    gpus = ", ".join(about["gpus"]) or "no GPU"
    head = [
        f"{report['settings']['model_name']} at {report['settings']['api_base']}, {report['problems']['from']}",
        f"{about['processor']}, {about['cores']} cores, {gpus}, {about['system']}, {report['date']}",
    ]
    parts = [head, table.lines(table.cells(report)), table.lines(table.stated(report))]
    if changes:
        parts.append(table.lines(table.changed(changes)))
    parts.append(table.notes(report))
    return "\n\n".join("\n".join(part) for part in parts).splitlines()


async def _interruptible(settings: Settings, options: Options) -> dict[str, Any]:
    # Cancel the task, which ends in good order; Python 3.10 would raise at any point of the running code.
    task = asyncio.current_task()
    if task is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel)
    return await measure(settings, options)


def _report(path: Path) -> dict[str, Any]:
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        fits = report["form"] == FORM and all(load["samples"] for load in report["loads"])
    except (ValueError, LookupError, TypeError):
        fits = False
    if not fits:
        fix = "name a file that 'student bench --json' of this version wrote"
        raise ConfigurationError(f"{path} is not a report of this version. Fix: {fix}")
    found: dict[str, Any] = report
    return found
