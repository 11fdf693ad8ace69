from __future__ import annotations

import hashlib
import re
import stat
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.conftest import Stack


def key_file(stack: Stack) -> Path:
    return stack.path / "state" / "gateway" / "keys"


def lines(stack: Stack, name: str) -> list[str]:
    return [line for line in key_file(stack).read_text().splitlines() if line.startswith(name + " ")]


def made_key(output: str) -> str:
    found = re.search(r"^   key    (\S{44})$", output, re.MULTILINE)
    assert found, output
    return found[1]


def moment(line: str, option: str) -> datetime:
    found = re.search(rf" {option}=(\S+)", line)
    assert found, line
    return datetime.strptime(found[1], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


def test_add_shows_the_key_once(stack: Stack) -> None:
    """Only its hash is kept."""
    path = key_file(stack)
    path.write_text("# for people\n" + path.read_text())
    owner = path.stat().st_uid

    done = stack.make("key-add", "NAME=alice", "RPM=60", "TPM=5000", "EXPIRES=2099-12-31")

    assert done.returncode == 0, done.stderr
    key = made_key(done.stdout)
    assert "the gateway does not run: the change takes effect at its start" in done.stdout
    text = path.read_text()
    assert key not in text
    assert text.startswith("# for people\n")
    (line,) = lines(stack, "alice")
    assert line.startswith(f"alice {hashlib.sha256(key.encode()).hexdigest()} rpm=60 tpm=5000 created=")
    assert line.endswith(" expires=2099-12-31T00:00:00Z")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.stat().st_uid == owner


def test_list_has_no_secret(stack: Stack) -> None:
    """The list has names, limits, ages and expiry times."""
    key = made_key(stack.make("key-add", "NAME=bob", "RPM=5", "EXPIRES=2h").stdout)
    path = key_file(stack)
    path.write_text(path.read_text() + f"old {'0' * 64} expires=2020-01-01T00:00:00Z\n")

    done = stack.make("keys")

    assert done.returncode == 0, done.stderr
    rows = [re.split(r"  +", row) for row in done.stdout.splitlines()]
    assert rows[0] == ["name", "requests/min", "tokens/min", "age", "expires"]
    assert rows[1] == ["student", "default", "default", "0 m", "never"]
    assert rows[2][:4] == ["bob", "5", "default", "0 m"]
    assert re.fullmatch(r"in (2 h|1 h|119 m) \(\S+Z\)", rows[2][4])
    assert rows[3] == ["old", "default", "default", "unknown", "EXPIRED 2020-01-01T00:00:00Z"]
    for secret in (key, stack.key):
        assert hashlib.sha256(secret.encode()).hexdigest() not in done.stdout
        assert secret not in done.stdout


@pytest.mark.parametrize(
    ("verb", "settings", "says"),
    [
        ("key-add", [], "NAME is missing"),
        ("key-add", ["NAME=a b"], "NAME is 'a b'"),
        ("key-add", ["NAME=-a"], "NAME is '-a'"),
        ("key-add", ["NAME=a;id"], "NAME is 'a;id'"),
        ("key-add", ["NAME=" + "a" * 65], "NAME is 'aaa"),
        ("key-add", ["NAME=a", "RPM=0"], "RPM is '0', not a number from 1 to 100000"),
        ("key-add", ["NAME=a", "RPM=1e3"], "RPM is '1e3'"),
        ("key-add", ["NAME=a", "TPM=-5"], "TPM is '-5'"),
        ("key-add", ["NAME=a", "EXPIRES=tomorrow"], "EXPIRES is 'tomorrow', which is not a time"),
        ("key-add", ["NAME=a", "EXPIRES=2001-01-01"], "EXPIRES is '2001-01-01', which is in the past"),
        ("key-add", ["NAME=student"], "student has a key already"),
        ("key-rotate", ["NAME=a"], "a has no key"),
        ("key-rotate", ["NAME=student", "OVERLAP=soon"], "OVERLAP is 'soon', which is not a duration"),
        ("key-revoke", ["NAME=a"], "a has no key"),
        ("key-revoke", ["NAME=student"], "'make up' would add again"),
    ],
)
def test_wrong_use_changes_nothing(stack: Stack, verb: str, settings: list[str], says: str) -> None:
    """The error is one line."""
    before = key_file(stack).read_bytes()

    done = stack.make(verb, *settings)

    assert done.returncode != 0
    error = next(line for line in done.stderr.splitlines() if line.startswith("ERROR "))
    assert says in error
    assert "Fix: " in error
    assert "Traceback" not in done.stderr
    assert key_file(stack).read_bytes() == before


def test_key_add_ignores_the_hosts_name(stack: Stack) -> None:
    assert "NAME is missing" in stack.make("key-add", NAME="host-7").stderr


def test_rotate_keeps_limits(stack: Stack) -> None:
    """The old key expires with the overlap."""
    old = made_key(stack.make("key-add", "NAME=alice", "RPM=60", "TPM=5000", "EXPIRES=2099-12-31").stdout)
    began = datetime.now(timezone.utc)

    done = stack.make("key-rotate", "NAME=alice", "OVERLAP=36h")

    new = made_key(done.stdout)
    first, second = lines(stack, "alice")
    assert first.startswith(f"alice {hashlib.sha256(old.encode()).hexdigest()} rpm=60 tpm=5000 ")
    assert abs(moment(first, "expires") - began - timedelta(hours=36)) < timedelta(minutes=2)
    assert second.startswith(f"alice {hashlib.sha256(new.encode()).hexdigest()} rpm=60 tpm=5000 ")
    assert second.endswith("expires=2099-12-31T00:00:00Z"), "a rotation does not extend the expiry"

    stack.make("key-rotate", "NAME=alice", "OVERLAP=7d", "EXPIRES=never")
    assert [moment(line, "expires") for line in lines(stack, "alice")[:1]] == [moment(first, "expires")]
    assert "expires" not in lines(stack, "alice")[2]

    assert "refused from now on" in stack.make("key-rotate", "NAME=alice", "OVERLAP=0").stdout
    assert len(lines(stack, "alice")) == 1


def test_rotate_of_expired_key(stack: Stack) -> None:
    """It requires a new expiry time."""
    path = key_file(stack)
    path.write_text(path.read_text() + f"old {'0' * 64} expires=2020-01-01T00:00:00Z\n")

    assert "the key of old expired at 2020-01-01T00:00:00Z" in stack.make("key-rotate", "NAME=old").stderr
    assert stack.make("key-rotate", "NAME=old", "EXPIRES=30d").returncode == 0
    (line,) = lines(stack, "old")
    assert moment(line, "expires") > datetime.now(timezone.utc) + timedelta(days=29)


def test_rotate_of_own_key(stack: Stack) -> None:
    """The key is written to the client's settings, not to the screen."""
    old = stack.key

    done = stack.make("key-rotate", "NAME=student", "OVERLAP=1h")

    assert "STUDENT_API_KEY in env/student.env is the new key" in done.stdout
    assert stack.key != old
    assert stack.key not in done.stdout + done.stderr
    assert [line.split()[1] for line in lines(stack, "student")] == [
        hashlib.sha256(key.encode()).hexdigest() for key in (old, stack.key)
    ]
    before = key_file(stack).read_bytes()
    assert stack.make("init").returncode == 0
    assert key_file(stack).read_bytes() == before, "'make up' does not undo a rotation"


def test_revoke_keeps_the_last_key(stack: Stack) -> None:
    stack.make("key-add", "NAME=alice")
    stack.make("key-rotate", "NAME=alice")

    assert stack.make("key-revoke", "NAME=alice").returncode == 0
    assert lines(stack, "alice") == []

    stack.make("key-add", "NAME=alice")
    key_file(stack).write_text(lines(stack, "alice")[0] + "\n")
    assert "alice has the last key" in stack.make("key-revoke", "NAME=alice").stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("bob\n", "line 2 of state/gateway/keys is not a key"),
        (f"bob {'0' * 63}\n", "line 2"),
        (f"bob {'0' * 64} rpm=x\n", "line 2"),
        (f"bob {'0' * 64} rpm=1 rpm=2\n", "line 2"),
        (f"bob {'0' * 64} expires=soon\n", "line 2"),
        (f"bob {'0' * 64} colour=red\n", "line 2"),
        (f"bob {'0' * 64}", "the last line of state/gateway/keys is incomplete"),
    ],
)
def test_damaged_file_is_kept(stack: Stack, text: str, says: str) -> None:
    path = key_file(stack)
    path.write_text(path.read_text() + text)
    before = path.read_bytes()
    for verb in ("keys", "key-add"):
        done = stack.make(verb, "NAME=alice")
        assert done.returncode != 0
        assert f"ERROR {says}" in done.stderr
    assert path.read_bytes() == before


def test_two_at_once_lose_nothing(stack: Stack) -> None:
    both = [
        subprocess.Popen(["make", "key-add", f"NAME={name}"], cwd=stack.path, stdout=subprocess.DEVNULL)
        for name in ("alice", "bob")
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    assert len(lines(stack, "alice")) == len(lines(stack, "bob")) == 1


def test_init_knows_the_key(stack: Stack) -> None:
    """It accepts the key under any name, unless it has expired."""
    path = key_file(stack)
    path.write_text(path.read_text().replace("student ", "alice "))
    assert stack.make("init").returncode == 0
    assert lines(stack, "student") == []

    path.write_text(lines(stack, "alice")[0] + " expires=2020-01-01T00:00:00Z\n")
    done = stack.make("init")
    assert "ERROR STUDENT_API_KEY in env/student.env is a key that expired at 2020-01-01T00:00:00Z" in done.stderr
