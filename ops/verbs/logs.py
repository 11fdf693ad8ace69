"""Shows one request: the gateway's line, the engine's lines of that time, and the plan's attempts."""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from ops.lib import compose, env_file
from ops.lib.console import Failure, capture, guard, say

ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LATE = timedelta(seconds=1)  # allows for an engine that logs a request after its answer was sent
BUFFERED = 2.0  # seconds, enough for the gateway to write its line of an answer
MOST = 200  # lines of an engine: a busy one writes too many during a long answer


def _log(*arguments: str) -> list[str]:
    done = capture(["docker", "compose", "logs", "--no-log-prefix", "--no-color", *arguments], timeout=120)
    if done.returncode:
        raise Failure(f"Docker cannot show the log ({done.stderr.strip()[-200:]})", "make doctor")
    return done.stdout.splitlines()


def _awaited(request: str) -> dict[str, Any] | None:
    """Return the gateway's line of a request, or None. Wait for it if the request has just ended."""
    began = time.monotonic()
    while (line := gateway_line(request, _log("gateway"))) is None and time.monotonic() < began + BUFFERED:
        time.sleep(0.2)
    return line


def gateway_line(request: str, lines: Sequence[str]) -> dict[str, Any] | None:
    """Return the access log's line of a request, or None."""
    for line in lines:
        if f'"id":"{request}"' in line:
            found: dict[str, Any] = json.loads(line[line.index("{") :])
            return found
    return None


def span(line: dict[str, Any]) -> tuple[datetime, datetime]:
    """Return the times at which a request began and ended, from its line of the access log."""
    end = datetime.fromisoformat(line["time"].replace("Z", "+00:00"))  # replaces Z, which Python 3.10 cannot read
    return end - timedelta(milliseconds=line.get("ms", 0)), end + LATE


def attempts(request: str, outcomes: Path) -> Iterator[str]:
    """Yield the attempts of the problem to which a request belongs.

    Args:
        request: the request's id.
        outcomes: as 'student batch' writes them, one a line.

    Raises:
        Failure: the file cannot be read, or does not hold outcomes.
    """
    try:
        lines = outcomes.read_text().splitlines()
        found = [json.loads(line) for line in lines if request in line]
    except (OSError, ValueError) as error:
        fix = "OUTCOMES=<the file that 'student batch' wrote>"
        raise Failure(f"{outcomes} does not hold outcomes ({error})", fix) from None
    for outcome in found:
        for number, one in enumerate(outcome["attempts"], 1):
            mark = "→" if one.get("request_id") == request else " "
            verdict = one.get("verdict") or one.get("error") or {}
            said = verdict.get("reason") or verdict.get("message") or ""
            came = verdict.get("status") or "no plan"
            yield f"{mark} {number} {one['author']}, temperature {one['temperature']}: {came}: {said}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Show the request.

    Args:
        arguments: the command line's; None reads them from there.

    Raises:
        Failure: the log does not have the request, or its id is not an id.
    """
    parser = argparse.ArgumentParser(prog="make logs", description=__doc__)
    parser.add_argument("request", nargs="?", default="", help="the answer's X-Request-Id")
    parser.add_argument("--outcomes", type=Path, help="a file that 'student batch' wrote")
    chosen = parser.parse_args(arguments)
    request = chosen.request.strip().lower()
    if not ID.fullmatch(request):
        raise Failure(f"{request!r} is not the id of a request", "make logs REQUEST=<the answer's X-Request-Id>")
    engine = compose.chosen_engine(compose.in_use(env_file.read()))
    line = _awaited(request)
    if line is None:
        fix = "make logs REQUEST=<another id>; GATEWAY_LOG_LEVEL and GATEWAY_LOG_SAMPLE choose what is logged"
        raise Failure(f"the gateway's log has no request {request}: it keeps the newest 30 MB", fix)
    say(f"== gateway\n   {json.dumps(line, ensure_ascii=False)}")
    begin, end = span(line)
    times = [f"--since={begin.isoformat()}", f"--until={end.isoformat()}"]
    written = _log("--timestamps", *times, engine)
    named = [text for text in written if request in text]
    say(f"== {engine}, {'the lines that name it' if named else 'its lines of that time, as none names the request'}")
    for text in (named or written)[:MOST] or ["none"]:
        say(f"   {text}")
    if chosen.outcomes:
        say(f"== the problem's attempts ({chosen.outcomes})")
        for text in list(attempts(request, chosen.outcomes)) or ["none: no outcome of this file has it"]:
            say(f"   {text}")


if __name__ == "__main__":
    guard(main)
