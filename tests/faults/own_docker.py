"""A Docker engine of the test's own, empty at first, which can be shut down and lose its power."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

from tests.conftest import wait_until


def quietly(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


class OwnDocker:
    """Lives in a folder and has a bridge of its own, so that the host's engine does not notice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bridge = f"br-{os.getpid()}"
        self.host = f"unix://{folder}/s"
        for command in ("add {} type bridge", "set {} up"):
            quietly("ip", "link", *command.format(self.bridge).split())
        quietly("ip", "address", "add", "10.213.255.1/24", "dev", self.bridge)

    def start(self) -> None:
        # at its first start alone: a second one that is told of pools deletes docker0, which is the host's engine's
        first = not (self.folder / "data-root").exists()
        pools = ["--default-address-pool", "base=10.213.0.0/17,size=24"] if first else []
        roots = [f"--{name}={self.folder / name}" for name in ("data-root", "exec-root", "pidfile")]
        roots.append(f"--bridge={self.bridge}")
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(["dockerd", "-H", self.host, *roots, *pools], stdout=log, stderr=log)
        wait_until(lambda: bool(self.docker("version", "--format={{.Server.Version}}").strip()), 60, "dockerd answers")

    def docker(self, *arguments: str) -> str:
        return quietly("docker", "-H", self.host, *arguments)

    def load(self, *images: str) -> None:
        with subprocess.Popen(["docker", "save", *images], stdout=subprocess.PIPE) as save:
            subprocess.run(["docker", "-H", self.host, "load", "-q"], stdin=save.stdout, check=True, timeout=300)

    def shut_down(self) -> None:
        """End it as a host does that restarts."""
        self.process.terminate()
        self.process.wait(60)

    def cut_power(self) -> None:
        """End it and all it runs at once, and forget what a host keeps in memory."""
        running = self.docker("ps", "--quiet").split()
        programs = self.docker("inspect", "--format={{.State.Pid}}", *running).split()
        self.process.kill()
        self.process.wait(60)
        for pid in [*self._helpers(), *map(int, programs)]:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not self._helpers(), 20, "nothing of it runs")
        for line in Path("/proc/mounts").read_text().splitlines():
            if line.split()[1].startswith(f"{self.folder}/"):
                quietly("umount", "--lazy", line.split()[1])
        shutil.rmtree(self.folder / "exec-root")
        (self.folder / "pidfile").unlink()

    def _helpers(self) -> list[int]:
        """Return the processes that carry this folder in their command line: containerd and what it started."""
        listed = quietly("ps", "-e", "-o", "pid=,args=").splitlines()
        return [int(line.split()[0]) for line in listed if str(self.folder) in line]

    def remove(self) -> None:
        self.shut_down()
        quietly("ip", "link", "delete", self.bridge)
