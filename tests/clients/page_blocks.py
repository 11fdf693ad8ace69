"""Run one client's block of docs/clients.md in the environment that has the client's package, once a line of input.

Each line of input is a JSON object of names that replace the page's settings; each is answered with one line of JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def block(page: str, name: str) -> str:
    found = re.search(rf"```python {name}\n(.*?)```", page, re.DOTALL)
    assert found, f"the page has no block {name}"
    return found[1]


def run(page: str, client: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run the settings, then the client's block with other names; return what it printed, or how it failed."""
    printed: list[tuple[Any, str]] = []
    space: dict[str, Any] = {"__name__": "page", "print": lambda value, end="\n": printed.append((value, end))}
    # dont_inherit keeps this file's annotations from applying to the page, whose own pydantic must read
    exec(compile(block(page, "settings"), "settings", "exec", dont_inherit=True), space)
    space |= names
    try:
        exec(compile(block(page, client), client, "exec", dont_inherit=True), space)
        lines = [value for value, end in printed if end]
        return {
            "whole": next(value for value in lines if isinstance(value, str)),
            "pieces": [str(value) for value, end in printed if value and not end],
            "structured": next(value.model_dump() for value in lines if isinstance(value, space["Reading"])),
        }
    except Exception as error:
        return failure(error)


def failure(error: Exception) -> dict[str, Any]:
    """Return an error's classes, and the API's message, from the error or from the one that caused it."""
    told: Any = next((one for one in causes(error) if hasattr(one, "status_code")), error)
    body = getattr(told, "body", None)
    return {
        "classes": [names(error), names(told)],
        "status": getattr(told, "status_code", None),
        "body": body if isinstance(body, dict) else None,
        "message": str(told),
    }


def causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def names(error: BaseException) -> list[str]:
    """Return the names of an error's class and its base classes, each with its package."""
    return [f"{kind.__module__.partition('.')[0]}.{kind.__name__}" for kind in type(error).__mro__]


def main() -> None:
    page, client = Path(sys.argv[1]).read_text(), sys.argv[2]
    answers, sys.stdout = sys.stdout, sys.stderr  # some clients print
    for line in sys.stdin:
        print(json.dumps(run(page, client, json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main()
