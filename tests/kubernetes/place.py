"""Where a cluster's programs run: this host, or namespaces of their own on it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "student-llm" / "kubernetes"
BIN, CRDS = CACHE / "bin", CACHE / "crds"


class Place:
    """Where programs run, and a folder for what they keep.

    Args:
        folder: also has each program's log.
        inside: the beginning of each command that runs there.
    """

    def __init__(self, folder: Path, inside: Sequence[str] = ()) -> None:
        self.folder, self.inside = folder, tuple(inside)
        self.running: list[subprocess.Popen[bytes]] = []
        self.environment: dict[str, str] = {}

    def run(self, *command: str, check: bool = True, given: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command there."""
        environment = os.environ | self.environment
        done = subprocess.run(
            [*self.inside, *command], capture_output=True, text=True, env=environment, input=given, check=False
        )
        assert done.returncode == 0 or not check, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
        return done

    def daemon(self, name: str, *command: str) -> None:
        """Start a program that runs until the end; its log lies in the folder."""
        program = str(BIN / command[0]) if (BIN / command[0]).exists() else command[0]
        with (self.folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                [*self.inside, program, *command[1:]],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self.running.append(process)

    def logs(self) -> str:
        """Return the end of each program's log."""
        return "\n".join(f"-- {log.name}\n{log.read_text()[-3000:]}" for log in self.folder.glob("*.log"))

    def stop(self) -> None:
        """End the programs."""
        for process in reversed(self.running):
            process.kill()
            process.wait()
        self.running.clear()
