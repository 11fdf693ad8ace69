"""A host without a network: a network namespace with loopback alone, and an empty Docker in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.conftest import wait_until
from tests.project import users


class AirGap:
    """A namespace whose programs reach its loopback address and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._name = f"air-gap-{os.getpid()}"
        self.docker_host = f"unix://{folder}/s"
        subprocess.run(["ip", "netns", "add", self._name], check=True)
        self._inside = ["nsenter", f"--net=/var/run/netns/{self._name}"]
        roots = [f"--{name}={folder / name}" for name in ("data-root", "exec-root", "pidfile")]
        with (folder / "log").open("w") as log:
            command = [*self._inside, "dockerd", "--host", self.docker_host, *roots]
            self._process = subprocess.Popen(command, stdout=log, stderr=log)

    def start(self) -> None:
        assert self.run(self._folder, "ip", "link", "set", "lo", "up").returncode == 0
        wait_until(lambda: self.run(self._folder, "docker", "version").returncode == 0, 60, "dockerd answers")

    def run(self, folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder, as a user of this host."""
        own = users(os.environ) | {"DOCKER_HOST": self.docker_host} | environment
        return subprocess.run(
            [*self._inside, *command], cwd=folder, env=own, capture_output=True, text=True, timeout=900, check=False
        )

    def remove(self) -> None:
        self._process.terminate()
        self._process.wait(60)
        subprocess.run(["ip", "netns", "delete", self._name], check=True)
