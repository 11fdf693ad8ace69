"""Keys come, go and are rotated on the running stack: nobody is refused who may ask, and nobody served who may not."""

from __future__ import annotations

import re

import httpx2
import pytest

from tests.conftest import ROOT, Stack

pytestmark = pytest.mark.docker


def status(stack: Stack, key: str) -> int:
    return httpx2.get(f"{stack.api}/v1/models", headers={"Authorization": f"Bearer {key}"}).status_code


def made_key(stack: Stack, verb: str, *settings: str) -> str:
    done = stack.make(verb, *settings)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "the gateway has it" in done.stdout
    found = re.search(r"^   key    (\S{44})$", done.stdout, re.MULTILINE)
    assert found, done.stdout
    return found[1]


def test_a_key_lives_from_add_to_revoke(stack: Stack) -> None:
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


def test_the_clients_own_key_is_rotated_without_a_gap(stack: Stack) -> None:
    old = stack.key
    done = stack.make("key-rotate", "NAME=student", "OVERLAP=1h")
    assert done.returncode == 0, done.stdout + done.stderr
    assert stack.key != old
    assert [status(stack, key) for key in (old, stack.key)] == [200, 200]

    stack.make("key-rotate", "NAME=student", "OVERLAP=0")
    assert [status(stack, key) for key in (old, stack.key)] == [401, 200]


def test_init_tells_the_gateway_of_a_key_that_was_written_by_hand(stack: Stack) -> None:
    path = stack.path / "env" / "student.env"
    path.write_text(path.read_text().replace(stack.key, "a-key-written-by-hand"))

    assert stack.make("init").returncode == 0
    assert status(stack, "a-key-written-by-hand") == 200


def test_what_the_gateway_refuses_is_undone_and_named(stack: Stack) -> None:
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
    assert status(stack, stack.key) == 200, "it goes on with what it had"
    assert "   key    " not in done.stdout, "a key that nobody accepts is not shown"


def test_the_engines_key_is_replaced_as_the_page_says(stack: Stack) -> None:
    block = re.search(r"```sh engine-key\n(.*?)```", (ROOT / "docs" / "keys.md").read_text(), re.DOTALL)
    assert block, "the page has no block of commands"
    engine_key = stack.path / "state" / "secrets" / "engine_key"
    before = engine_key.read_text()

    done = stack.run("bash", "-euc", block[1])

    assert done.returncode == 0, done.stderr
    assert engine_key.read_text() != before
    assert status(stack, stack.key) == 200
