"""An image registry on this host, from Debian's package."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import httpx2

from ops.install import debian
from ops.lib.console import CACHE
from tests.conftest import free_port, wait_until

PROGRAM = CACHE / "docker-registry" / "usr" / "bin" / "docker-registry"


class Registry:
    """Listens on loopback, where Docker uses no TLS; its images are in a folder."""

    def __init__(self, folder: Path) -> None:
        if not PROGRAM.exists():
            debian.download(["docker-registry"], into=PROGRAM.parents[2])
        folder.mkdir()
        self.host = f"localhost:{free_port()}"
        settings = folder / "settings.yml"
        storage = {"filesystem": {"rootdirectory": str(folder / "images")}}
        address = self.host.replace("localhost", "127.0.0.1")
        settings.write_text(json.dumps({"version": 0.1, "storage": storage, "http": {"addr": address}}))
        with (folder / "log").open("w") as log:
            self._process = subprocess.Popen([PROGRAM, "serve", settings], stdout=log, stderr=log)
        wait_until(self._answers, 60, f"the registry answers (its log is {folder / 'log'})")

    def _answers(self) -> bool:
        try:
            return httpx2.get(f"http://{self.host}/v2/", trust_env=False, timeout=60).status_code == 200
        except httpx2.TransportError:
            return False

    def push(self, image: str, name: str) -> str:
        """Copy an image of the host's Docker, and return its name in the registry."""
        here = f"{self.host}/{name}:1"
        for command in (["tag", image, here], ["push", "--quiet", here], ["rmi", here]):
            done = subprocess.run(["docker", *command], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        return here

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(60)
