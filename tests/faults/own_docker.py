"""A Docker of the test's own, empty at first, which can be shut down and lose its power."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.conftest import wait_until


def quietly(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


def free_network() -> str:
    """Return the first two numbers of addresses that nothing on this host uses, nor another such Docker."""
    used = quietly("ip", "-o", "address") + quietly("ip", "route")
    return next(f"10.{number}" for number in range(213, 256) if f" 10.{number}." not in used)


class OwnDocker:
    """A Docker with its own folder and bridge, invisible to the host's Docker."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.network = free_network()
        self.bridge = f"br-{os.getpid()}"
        self.run = Path(tempfile.mkdtemp(prefix="docker-"))  # is short: the path of a socket has 107 bytes at most
        self.host = f"unix://{self.run}/s"
        folder.mkdir(exist_ok=True)
        for command in ("add {} type bridge", "set {} up"):
            quietly("ip", "link", *command.format(self.bridge).split())
        quietly("ip", "address", "add", f"{self.network}.255.1/24", "dev", self.bridge)
        self._forward("--insert")

    def _forward(self, change: str) -> None:
        """Let its containers reach each other: the host's Docker drops what it does not know."""
        own = f"{self.network}.0.0/16"
        quietly("iptables", "--wait", change, "FORWARD", "--source", own, "--destination", own, "--jump", "ACCEPT")

    def start(self) -> None:
        # only at its first start: a second daemon with configured pools deletes docker0, which the host's Docker uses
        first = not (self.folder / "data-root").exists()
        pools = ["--default-address-pool", f"base={self.network}.0.0/17,size=24"] if first else []
        roots = [f"--data-root={self.folder / 'data-root'}", f"--exec-root={self.run / 'exec-root'}"]
        roots += [f"--pidfile={self.run / 'pidfile'}", f"--bridge={self.bridge}"]
        roots += ["--iptables=false"]  # or its start empties the chains in which the host's Docker publishes ports
        with (self.folder / "log").open("a") as log:
            self.process = subprocess.Popen(["dockerd", "-H", self.host, *roots, *pools], stdout=log, stderr=log)
        try:
            wait_until(
                lambda: bool(self.docker("version", "--format={{.Server.Version}}").strip()), 180, "dockerd answers"
            )
        except AssertionError:
            self.shut_down()
            pytest.fail("dockerd does not answer:\n" + (self.folder / "log").read_text()[-2000:])

    def docker(self, *arguments: str) -> str:
        return quietly("docker", "-H", self.host, *arguments)

    def load(self, *images: str) -> None:
        """Copy images of the host's Docker. They must have a tag; those that were pulled by digest do not."""
        with subprocess.Popen(["docker", "save", *images], stdout=subprocess.PIPE) as save:
            subprocess.run(["docker", "-H", self.host, "load", "-q"], stdin=save.stdout, check=True, timeout=300)

    def shut_down(self) -> None:
        """Stop it like a host that restarts."""
        self.process.terminate()
        self.process.wait(60)

    def cut_power(self) -> None:
        """Kill it and all that it runs, and delete the files that a host keeps in memory."""
        running = self.docker("ps", "--quiet").split()
        programs = self.docker("inspect", "--format={{.State.Pid}}", *running).split()
        self.process.kill()
        self.process.wait(60)
        for pid in [*self._helpers(), *map(int, programs)]:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: not self._helpers(), 20, "nothing of it runs")
        self._unmount()
        shutil.rmtree(self.run / "exec-root")
        (self.run / "pidfile").unlink()

    def _unmount(self) -> None:
        for line in Path("/proc/mounts").read_text().splitlines():
            if line.split()[1].startswith((f"{self.folder}/", f"{self.run}/")):
                quietly("umount", "--lazy", line.split()[1])

    def _helpers(self) -> list[int]:
        """Return the processes with its sockets' folder in their command line: containerd and its children."""
        listed = quietly("ps", "-e", "-o", "pid=,args=").splitlines()
        return [int(line.split()[0]) for line in listed if str(self.run) in line]

    def remove(self) -> None:
        if running := self.docker("ps", "--all", "--quiet").split():
            self.docker("rm", "--force", *running)
        self.docker("network", "prune", "--force")  # deletes the bridge, which the host keeps
        self.shut_down()
        self._forward("--delete")
        quietly("ip", "link", "delete", self.bridge)
        self._unmount()  # removes dockerd's mount, with which pytest could not delete the folder
        shutil.rmtree(self.run, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)  # deletes gigabytes, which pytest would keep for three runs
