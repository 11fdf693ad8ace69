"""Every verb with unusable settings: one line with its number and fix, no traceback, no secret."""

from __future__ import annotations

import re
import sys

import pytest

from tests.conftest import ROOT, Stack, copy_project

SECRET = "sk-shown-to-nobody"
# fakes a docker whose Compose shows the settings, as real errors do
DOCKER = """#!/bin/sh
case "$*" in *version*) echo 24.0.0; exit 0;; esac
[ "$1" = compose ] || exit 0
cat env/student.env >&2
exit 1
"""
VERBS = {
    "up": [],
    "preflight": [],
    "doctor": [],
    "init": [],
    "images": [],
    "verify": [],
    "key-rotate": ["NAME=student"],
    "key-add": ["NAME=alice"],
    "certificate": [],
    "ca": [],
    "down": [],
    "low-memory": [],
    "models": [],
    "use": ["MODEL=student-nano"],
    "download": [],
    "upgrade": [],
    "backup": ["FILE=backup"],
    "bundle": ["FILE=bundle"],
    "uninstall": [],
    "report": [],
    "alert-test": [],
    "logs": ["REQUEST=7c2239ca-c313-4fae-84ed-056e13e05281"],
}
WITHOUT = {
    *("help", "docker", "keys", "key-revoke", "restore", "load", "clean", "boot", "nano", "soak", "lock", "lint"),
    *("format", "typecheck", "coverage", "test", "test-unit", "test-vllm", "test-gpu", "test-registry", "test-slow"),
    *("test-real-model", "bench", "bench-peers", "dashboards", "proofs", "settings", "licences", "docs", "picture"),
    *("kubernetes", "test-kubernetes", "quantize"),
}
"""Verbs that do not read settings first, or that change the host. A new verb belongs in one of the two lists."""


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    folder = tmp_path_factory.mktemp("settings")
    stack = Stack(copy_project(folder / "clone"), {})
    assert stack.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    (folder / "docker").write_text(DOCKER)
    (folder / "docker").chmod(0o755)
    return stack


def written(stack: Stack, name: str, line: str | None) -> None:
    """Write a line for a setting, or none, into otherwise valid settings."""
    path = stack.path / "env" / "student.env"
    if not (good := path.with_name("good")).exists():
        good.write_bytes(path.read_bytes())
    lines = [old for old in good.read_text().splitlines() if not old.startswith(f"{name}=")]
    path.write_text("\n".join(lines + ([line] if line else [])) + "\n")


def output(stack: Stack, verb: str, *arguments: str) -> tuple[int, str]:
    path = f"{stack.path.parent}:/usr/bin:/bin"
    done = stack.run("make", verb, *arguments, f"PYTHON={sys.executable}", PATH=path, NO_INSTALL="1")
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_no_secret_is_shown(stack: Stack, verb: str) -> None:
    """Compose's own error would show it."""
    written(stack, "TEACHER_API_KEY", f"TEACHER_API_KEY={SECRET}${{b")
    _, said = output(stack, verb, *VERBS[verb])
    assert SECRET not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("LLAMACPP_CTX_SIZE", "LLAMACPP_CTX_SIZE=0", r"line \d+: LLAMACPP_CTX_SIZE is '0', expected"),
        ("COLOUR", "STUDENT_API_KEY=second", r"line \d+: STUDENT_API_KEY is already set in line \d+"),
        (
            "COMPOSE_FILE",
            None,
            "COMPOSE_FILE is not set in env/student.env|COMPOSE_FILE is not in|COMPOSE_FILE=compose",
        ),
        ("COMPOSE_PROFILES", "COMPOSE_PROFILES=warp", "'warp'"),
    ],
)
def test_wrong_setting_is_one_line(stack: Stack, verb: str, name: str, line: str | None, expected: str) -> None:
    written(stack, name, line)
    code, said = output(stack, verb, *VERBS[verb])
    assert "Traceback" not in said
    reads = {"init", "preflight", "doctor", "up", "verify", "low-memory", "use", "download", "down", "models"}
    if name in ("LLAMACPP_CTX_SIZE", "COLOUR") and verb in reads:
        assert code == 2
        assert re.search(expected, said), said
    if verb == "doctor":
        assert re.search(expected, said), said


@pytest.mark.parametrize("verb", ["backup", "bundle", "restore", "load"])
def test_home_of_nobody_is_one_line(stack: Stack, verb: str) -> None:
    """The path of FILE begins with ~ and the name of a user that this host does not have."""
    written(stack, "COLOUR", None)
    code, said = output(stack, verb, "FILE=~nosuchuser/x")
    assert code == 2
    assert "ERROR ~nosuchuser/x: this host has no home folder for ~nosuchuser. Fix: FILE=/<path>" in said
    assert "Traceback" not in said


def test_every_verb_is_listed() -> None:
    verbs = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert verbs - VERBS.keys() - WITHOUT == set()


def test_second_key_locks_nobody_out(stack: Stack) -> None:
    written(stack, "COLOUR", "STUDENT_API_KEY=second")
    keys = stack.path / "state" / "gateway" / "keys"
    before = keys.read_bytes()
    code, said = output(stack, "key-rotate", "NAME=student")
    assert code == 2
    assert "STUDENT_API_KEY is already set in line" in said
    assert keys.read_bytes() == before, "the gateway's file is unchanged, too"
