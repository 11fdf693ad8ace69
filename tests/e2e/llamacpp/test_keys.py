"""Keys are added, revoked and rotated on the running stack: valid keys are accepted, and all others refused."""

from __future__ import annotations

import re

import httpx2
import pytest

from tests.conftest import ROOT, Stack

pytestmark = pytest.mark.docker


def status(stack: Stack, key: str) -> int:
    return httpx2.get(f"{stack.api}/v1/models", headers={"Authorization": f"Bearer {key}"}, timeout=60).status_code


def made_key(stack: Stack, verb: str, *settings: str) -> str:
    done = stack.make(verb, *settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the gateway has it" in done.stdout
    found = re.search(r"^   key    (\S{44})$", done.stdout, re.MULTILINE)
    assert found, done.stdout
    return found[1]


@pytest.mark.proves("security/key-leaks")
def test_add_rotate_revoke(stack: Stack) -> None:
    first = made_key(stack, "key-add", "NAME=carol", "RPM=2")
    assert [status(stack, first) for _ in range(3)] == [200, 200, 429], "at once, with its own limit"

    second = made_key(stack, "key-rotate", "NAME=carol", "OVERLAP=1h")
    assert {status(stack, first), status(stack, second)} == {429}, "both are known; a name's limit is one"

    third = made_key(stack, "key-rotate", "NAME=carol", "OVERLAP=0")
    assert [status(stack, key) for key in (first, second, third)] == [401, 401, 429]

    done = stack.make("key-revoke", "NAME=carol")
    assert done.returncode == 0, done.stderr
    assert status(stack, third) == 401
    logs = stack.compose("logs", "gateway").stdout
    assert not [key for key in (first, second, third) if key in logs]


def test_own_key_rotates_without_gap(stack: Stack) -> None:
    old = stack.key
    done = stack.make("key-rotate", "NAME=student", "OVERLAP=1h")
    assert done.returncode == 0, done.stdout + done.stderr
    assert stack.key != old
    assert [status(stack, key) for key in (old, stack.key)] == [200, 200]

    stack.make("key-rotate", "NAME=student", "OVERLAP=0")
    assert [status(stack, key) for key in (old, stack.key)] == [401, 200]


def test_handwritten_key_is_in_force(stack: Stack) -> None:
    """'make init' gives it to the gateway."""
    path = stack.path / "env" / "student.env"
    path.write_text(path.read_text().replace(stack.key, "a-key-written-by-hand"))

    assert stack.make("init").returncode == 0
    assert status(stack, "a-key-written-by-hand") == 200


@pytest.mark.proves("reliability/key-file-broken-or-lost")
def test_refused_keys_are_undone(stack: Stack) -> None:
    """A change that the gateway refuses is undone, and the reason shown."""
    keys = stack.path / "state" / "gateway" / "keys"
    known = keys.read_text()
    damaged = known + f"twice {'1' * 64} rpm=5\ntwice {'2' * 64} rpm=6\n"
    keys.write_text(damaged)
    try:
        done = stack.make("key-add", "NAME=dave")
        left = keys.read_text()
    finally:
        keys.write_text(known)

    assert done.returncode != 0
    assert "ERROR the gateway refuses its files: key file: " in done.stderr
    assert "twice has another rpm or tpm" in done.stderr
    assert left == damaged
    assert status(stack, stack.key) == 200, "it continues with the old keys"
    assert "   key    " not in done.stdout, "a refused key is not shown"


def test_engine_key_by_the_page(stack: Stack) -> None:
    """The page's commands replace the engine's key."""
    block = re.search(r"```sh engine-key\n(.*?)```", (ROOT / "docs" / "keys.md").read_text(), re.DOTALL)
    assert block, "the page has no block of commands"
    engine_key = stack.path / "state" / "secrets" / "engine_key"
    before = engine_key.read_text()

    done = stack.run("bash", "-euc", block[1])

    assert done.returncode == 0, done.stderr
    assert engine_key.read_text() != before
    assert status(stack, stack.key) == 200
