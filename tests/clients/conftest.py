"""A separate stack, whose engine is stopped and whose keys are used up, and the clients that use it."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ops.lib import venv
from tests import here
from tests.conftest import ROOT, Stack, make_stacks

PAGE = ROOT / "docs" / "clients.md"
CLIENTS = re.findall(r"^```python (?!settings)(\S+)$", PAGE.read_text(), re.MULTILINE)
# removes a developer's own settings for these clients: other addresses, and targets of traces
NOT_OURS = ("OPENAI_", "LANGCHAIN_", "LANGSMITH_", "LITELLM_")


class Client:
    """A process that runs a client's block of the page, in the environment that has the client's package."""

    def __init__(self, name: str, environment: str, stack: Stack, log: Path) -> None:
        self.name, self.log, self._url = name, log, f"{stack.api}/v1"
        kept = {key: value for key, value in os.environ.items() if not key.startswith(NOT_OURS)}
        python, program = venv.home(environment) / "bin" / "python", Path(__file__).with_name("page_blocks.py")
        with log.open("w") as errors:
            self._process = subprocess.Popen(
                [python, program, PAGE, name],
                env=kept | {"KEY": stack.key},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def ask(self, **names: Any) -> dict[str, Any]:
        """Run the block with some of the page's names replaced; return what it printed, or how it failed."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"URL": self._url, **names}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"{self.name} ended:\n{self.log.read_text()[-2000:]}"
        return dict(json.loads(line))

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


def environment_of(client: str) -> str:
    """Return the kind of environment that has the package of a client, by the first table of the page."""
    package = re.search(rf"^\| \[{client}\]\(#.*?\) \| `(.*?)` \|", PAGE.read_text(), re.MULTILINE | re.IGNORECASE)
    assert package, f"the table has no {client}"
    return next(kind for kind in venv.APART if f"\n{package[1]}==" in "\n" + venv.LOCKS[kind].read_text())


def add_key(stack: Stack, *settings: str) -> str:
    """Make a client's key with settings such as NAME=alice and RPM=60."""
    done = stack.make("key-add", *settings)
    shown = re.search(r"^ +key +(\S+)$", done.stdout, re.MULTILINE)
    assert shown, done.stdout + done.stderr
    return shown[1]


new_stack = pytest.fixture(scope="package", name="new_stack")(make_stacks)  # lasts for all tests of this folder


@pytest.fixture(scope="package")
def stack(new_stack: Callable[..., Stack]) -> Stack:
    made = new_stack("clients", COMPOSE_FILE=here.compose_file())
    started = made.compose("up", "-d", "--wait", "--wait-timeout=120", "gateway", "llamacpp")
    assert started.returncode == 0, started.stderr
    return made


@pytest.fixture(scope="package")
def clients(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Client]]:
    for kind in venv.APART:
        venv.ensure(kind)
    logs = tmp_path_factory.mktemp("clients")
    made = [Client(name, environment_of(name), stack, logs / name) for name in CLIENTS]
    yield made
    for client in made:
        client.close()
