"""A clone whose commits are its versions, and clients that stream during an upgrade."""

from __future__ import annotations

import collections
import json
import threading
from collections.abc import Mapping

import httpx2

from tests.conftest import Stack

STREAM = {"prompt": "<problem>", "stream": True, "max_tokens": 300, "ignore_eos": True, "temperature": 1}
Changes = Mapping[str, tuple[str, str]]


class Release(Stack):
    """A clone whose commits are its versions."""

    def git(self, *arguments: str) -> str:
        done = self.run("git", "-c", "user.name=t", "-c", "user.email=t@example.com", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def release(self, changes: Changes) -> str:
        """Commit a new version: replace a text in each file; a missing file begins empty."""
        for name, (old, new) in changes.items():
            path = self.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text() if path.exists() else ""
            assert old in text
            path.write_text(text.replace(old, new))
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=new")
        return self.head()

    def containers(self) -> dict[str, str]:
        """Return each service's container."""
        listed = self.compose("ps", "--format=json").stdout.splitlines()
        return {each["Service"]: each["ID"] for each in map(json.loads, listed)}

    def answers(self, key: str) -> int:
        header = {"Authorization": f"Bearer {key}"}
        return httpx2.get(f"{self.api}/v1/models", headers=header, trust_env=False, timeout=60).status_code


class Clients:
    """Two clients that stream without a pause, and count the ends of streams."""

    def __init__(self, stack: Release) -> None:
        self.ends: collections.Counter[str] = collections.Counter()
        self._stack, self._stop = stack, threading.Event()
        self._threads = [
            threading.Thread(target=self._ask) for _ in range(2)
        ]  # leaves two of the engine's four slots free

    def _ask(self) -> None:
        while not self._stop.is_set():
            self.ends[self._end()] += 1

    def _end(self) -> str:
        header = {"Authorization": f"Bearer {self._stack.key}"}
        url = f"{self._stack.api}/v1/completions"
        began = False
        try:
            with httpx2.stream("POST", url, json=STREAM, headers=header, timeout=60, trust_env=False) as answer:
                began = True
                text = answer.read()
        except httpx2.HTTPError as error:
            self._stop.wait(0.1)
            return f"cut by {type(error).__name__}" if began else "not taken"
        if answer.status_code != 200:
            return str(answer.status_code)
        return "whole" if text.rstrip().endswith(b"data: [DONE]") else "cut"

    def __enter__(self) -> Clients:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()
