"""A fake 'docker' that lists a test's objects and records its commands."""

from __future__ import annotations

from pathlib import Path

SCRIPT = """#!/bin/sh
echo "$*" >> '{log}'
case "$*" in
{cases}
esac
"""


class FakeDocker:
    """Answers commands by their beginning; an answer of ``None`` is a failure."""

    def __init__(self, folder: Path, answers: dict[str, str | None]) -> None:
        folder.mkdir()
        self.path = folder
        self._log = folder / "log"
        cases = [
            f"{begin!r}*) echo 'Error: it is in use' >&2; exit 1;;"
            if text is None
            else f"{begin!r}*) printf '{text}';;"
            for begin, text in answers.items()
        ]
        docker = folder / "docker"
        docker.write_text(SCRIPT.format(log=self._log, cases="\n".join(cases)))
        docker.chmod(0o755)

    def asked(self, begin: str) -> list[str]:
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return [line.removeprefix(begin).strip() for line in lines if line.startswith(begin)]
