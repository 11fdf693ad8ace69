"""Writes this stack's settings, keys, secrets and certificates to one private file, with METRICS=1 its metrics too."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ops.lib import archive, archive_file, containers, env_file, key_file, state_parts, version
from ops.lib.archive import Entry
from ops.lib.console import ROOT, Failure, capture, guard, say

TRIES = 5
LEVEL = 1  # gzip's: keys and certificates are small, metrics are compressed already
STOP_SECONDS = 60


def _once() -> list[Entry]:
    """Return the settings and the small parts as they are now."""
    mode = (ROOT / state_parts.SETTINGS).lstat().st_mode & 0o777
    entries = [Entry(state_parts.SETTINGS, state_parts.content(state_parts.SETTINGS), mode)]
    for part in state_parts.KEPT:
        for name, mode, descriptor in state_parts.files(part):
            entries.append(Entry(name, state_parts.content(name, descriptor), mode))
    return entries


def settled() -> list[Entry]:
    """Return a consistent copy of the settings and the small parts: two reads in a row must be equal.

    Raises:
        Failure: a required file is missing or a link, or the files keep changing.
    """
    env_file.text_of(ROOT / state_parts.SETTINGS)  # refuses a file that no stack can start with
    with key_file.locked():  # a key's rotation changes two files
        for _ in range(TRIES):
            with contextlib.suppress(FileNotFoundError):  # skips a certificate that is being renewed
                first, second = _once(), _once()
                if first == second:
                    break
            time.sleep(0.2)
        else:
            raise Failure("the files keep changing while they are copied", "make down, then make backup again")
    missing = set(state_parts.NEEDED) - {entry.name for entry in first}
    if missing:
        raise Failure(f"no {', '.join(sorted(missing))}: the stack is incomplete", "make init")
    return first


@contextlib.contextmanager
def metrics_stopped() -> Iterator[None]:
    """Stop Prometheus and Grafana so that their files do not change, then start those that ran."""
    services = {Path(part).name for part in state_parts.METRICS}
    names = [each.name for each in containers.running() if each.service in services]
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)  # runs the finally below
    try:
        if names:
            say(f"   stopped {', '.join(names)} while their files are copied; requests are served meanwhile")
            _docker("stop", f"--time={STOP_SECONDS}", *names)
        yield
    finally:
        if names:
            _docker("start", *names)
            say(f"   started {', '.join(names)}")


def _docker(verb: str, *arguments: str) -> None:
    done = capture(["docker", verb, *arguments], timeout=4 * STOP_SECONDS)
    if done.returncode:
        raise Failure(f"docker {verb} failed: {done.stderr.strip()[-200:]}", "make up, then run it again")


def _metrics() -> Iterator[Entry]:
    for part in state_parts.METRICS:
        for name, mode, _ in state_parts.files(part):
            yield Entry(name, ROOT / name, mode)


def _left_out() -> list[str]:
    """Return the files that this stack uses and a backup leaves out: those that are not the project's."""
    settings = env_file.parse(env_file.text_of(ROOT / state_parts.SETTINGS))
    tracked = capture(["git", "ls-files", "-z"]).stdout.split("\0")
    files = settings.get("COMPOSE_FILE", "").split(":")
    own = [name for name in files if name and name not in tracked] if len(tracked) > 1 else []
    edited = ["edited files of the project ('git diff' shows them)"] if version.revision().endswith("-dirty") else []
    return [f"{name} (COMPOSE_FILE names it)" for name in own] + edited


def target() -> str:
    """Return FILE.

    Raises:
        Failure: FILE is not set, cannot be used, or lies in a folder that a backup copies.
    """
    file = os.environ.get("FILE", "")
    if not file:
        raise Failure("FILE is missing", "make backup FILE=/mnt/backup/student.backup, or FILE=- for a pipe")
    path = archive_file.place(file).resolve()
    inside = path.is_relative_to(ROOT) and state_parts.part_of(str(path.relative_to(ROOT)))
    if file != archive_file.PIPE and inside:
        raise Failure(f"{file} lies in {inside}, which is backed up itself", "FILE=<a path outside this folder>")
    return file


@state_parts.touching("backup")
def main() -> None:
    """Write the backup.

    Raises:
        Failure: the stack is incomplete, a file cannot be read, or FILE cannot be written.
    """
    file = target()
    with_metrics = os.environ.get("METRICS") == "1"
    output = sys.stderr if file == archive_file.PIPE else sys.stdout
    with archive_file.writing(file, state_parts.KIND) as stream, contextlib.redirect_stdout(output):
        facts = {
            "project": version.version(),
            "commit": version.revision(),
            "host": os.uname().nodename,
            "made": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "metrics": with_metrics,
        }
        entries = settled()
        with metrics_stopped() if with_metrics else contextlib.nullcontext():
            more = list(_metrics()) if with_metrics else []
            archive.write(stream, state_parts.KIND, facts, [*entries, *more], LEVEL)
    with contextlib.redirect_stdout(output):
        size = f", {archive_file.place(file).stat().st_size / 1e3:,.0f} kB" if file != archive_file.PIPE else ""
        say(f"   ok     {file}: {len(entries)} files{f' and {len(more)} of metrics' if more else ''}{size}")
        for name in _left_out():
            say(f"   note   not in it: {name}")
        say("   note   it holds every key of this stack: keep it private (docs/backup.md)")


if __name__ == "__main__":
    guard(main)
