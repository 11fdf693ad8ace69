from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from ops.lib import archive, state_parts
from ops.lib.archive import Entry, Kind
from tests.conftest import Stack, copy_project
from tests.ops.verbs.backup_page import block

ROOT_KEY = "state/data/gateway/caddy/pki/authorities/local/root.key"
METRIC = "state/data/prometheus/wal/0"


@pytest.fixture(scope="module")
def clones(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two clones, one set up and backed up with its metrics."""
    folder = tmp_path_factory.mktemp("restore")
    copy_project(folder / "one")
    one = Stack(shutil.copytree(folder / "one", folder / "plain", symlinks=True), {})
    assert one.make("init").returncode == 0
    for name, mode in ((ROOT_KEY, 0o600), (METRIC, 0o644), ("state/certs/cert.pem", 0o644)):
        path = one.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the text of {name}")
        path.chmod(mode)
    for file, metrics in (("backup", "0"), ("metrics", "1")):
        done = one.make("backup", f"FILE={folder / file}", f"METRICS={metrics}")
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def two(clones: Path, tmp_path: Path) -> Stack:
    """A fresh clone, which stands for another host."""
    return Stack(Path(shutil.copytree(clones / "one", tmp_path / "two clones", symlinks=True)), {})


@pytest.fixture
def set_up(two: Stack) -> Stack:
    """A clone that already has a stack."""
    assert two.make("init").returncode == 0
    for name in (ROOT_KEY, METRIC):
        (two.path / name).parent.mkdir(parents=True, exist_ok=True)
        (two.path / name).write_text("its own")
    return two


def own(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return all of a host's own files, with their modes."""
    places = [folder / "env" / "student.env", *(folder / "state").rglob("*"), *(folder / "env").glob(".*")]
    return {
        str(path.relative_to(folder)): (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        for path in places
        if path.is_file()
    }


def test_restores_the_backup(clones: Path, two: Stack) -> None:
    done = two.make("restore", f"FILE={clones / 'backup'}")
    assert done.returncode == 0, done.stderr
    assert f"restored what {os.uname().nodename} had at" in done.stdout
    expected = own(clones / "plain")
    assert METRIC in expected
    assert own(two.path) == {name: kept for name, kept in expected.items() if name != METRIC}
    assert two.make("init").stdout == ""


def test_metrics_if_backed_up(clones: Path, two: Stack) -> None:
    assert two.make("restore", f"FILE={clones / 'metrics'}").returncode == 0
    assert own(two.path) == own(clones / "plain")


def test_from_a_pipe(clones: Path, two: Stack) -> None:
    command = ["make", "restore", "FILE=-", f"PYTHON={sys.executable}"]
    with (clones / "backup").open("rb") as file:
        assert subprocess.run(command, cwd=two.path, stdin=file, check=False).returncode == 0
    assert (two.path / ROOT_KEY).read_text() == f"the text of {ROOT_KEY}"


def test_replaces_on_request_alone(clones: Path, set_up: Stack) -> None:
    stack, before = set_up, own(set_up.path)
    for yes in ("", "YES=0", "YES=no"):
        done = stack.make("restore", f"FILE={clones / 'backup'}", *filter(None, [yes]))
        assert done.returncode
        assert "env/student.env, state/gateway, state/secrets, state/data/gateway would be replaced" in done.stderr
        assert "YES=1" in done.stderr
        assert own(stack.path) == before
    assert stack.make("restore", f"FILE={clones / 'backup'}", "YES=1").returncode == 0
    after = own(stack.path)
    assert after.pop(METRIC)[0] == b"its own", "this backup has no metrics, so those here are kept"
    assert after == {name: kept for name, kept in own(clones / "plain").items() if name != METRIC}


@pytest.mark.skipif(os.getuid() != 0, reason="only root may give files to another user")
def test_user_is_this_hosts(clones: Path, two: Stack) -> None:
    settings = two.path / "env" / "student.env"
    settings.write_text("STACK_USER=1234:1235\n")
    done = two.make("restore", f"FILE={clones / 'metrics'}", "YES=1")
    assert "STACK_USER: 65532:65532 -> 1234:1235, as this host has it" in done.stdout
    assert two.env_file()["STACK_USER"] == "1234:1235"
    owners = {(path.stat().st_uid, path.stat().st_gid) for path in (two.path / "state").rglob("*")}
    assert owners == {(1234, 1235)}


def test_unreadable_settings(clones: Path, set_up: Stack) -> None:
    (set_up.path / "env" / "student.env").write_bytes(b"\xff what = 'is this\n")
    assert set_up.make("restore", f"FILE={clones / 'metrics'}", "YES=1").returncode == 0
    assert own(set_up.path) == own(clones / "plain")


def test_missing_overlay_is_named(clones: Path, two: Stack, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(made(clones, lambda entries: [with_overlay(entry) for entry in entries]))
    done = two.make("restore", f"FILE={file}")
    assert "COMPOSE_FILE names compose/mine.yaml, which is not here" in done.stdout


def with_overlay(entry: Entry) -> Entry:
    text = content(entry).replace(b"COMPOSE_FILE=", b"COMPOSE_FILE=compose/mine.yaml:")
    return Entry(entry.name, text if entry.name == state_parts.SETTINGS else content(entry))


def content(entry: Entry) -> bytes:
    assert isinstance(entry.source, bytes)
    return entry.source


def made(
    clones: Path, change: Callable[[list[Entry]], list[Entry]] = lambda same: same, kind: Kind = state_parts.KIND
) -> bytes:
    """Return a well-formed archive with changed files of the backup."""
    entries = []
    with tarfile.open(clones / "backup") as tar:
        for member in tar:
            file = tar.extractfile(member)
            assert file
            entries.append(Entry(member.name, file.read(), member.mode))
    stream = BytesIO()
    archive.write(stream, kind, {"project": "9.9.9"}, change(entries[1:-1]))
    return stream.getvalue()


def without(name: str) -> Callable[[list[Entry]], list[Entry]]:
    return lambda entries: [entry for entry in entries if entry.name != name]


def adding(name: str, text: bytes = b"x") -> Callable[[list[Entry]], list[Entry]]:
    return lambda entries: [entry for entry in entries if entry.name != name] + [Entry(name, text)]


def replaced(name: str, text: bytes) -> Callable[[list[Entry]], list[Entry]]:
    return adding(name, text)


NEWER = Kind(state_parts.KIND.name, state_parts.KIND.version + 1)
WRONG: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "empty": (lambda _: b"", "is not a student-llm backup"),
    "text": (lambda _: b"hello\n" * 100, "is not a student-llm backup"),
    "bundle": (lambda clones: made(clones, kind=Kind("student-llm bundle", 1)), "is not a student-llm backup"),
    "newer": (lambda clones: made(clones, kind=NEWER), "has version 2 of a student-llm backup"),
    "cut": (lambda clones: (clones / "backup").read_bytes()[:-200], "is damaged"),
    "changed": (lambda clones: made(clones).replace(b"STUDENT_API_KEY=", b"STUDENT_API_KEX="), "checksum of env/stu"),
    "no settings": (lambda clones: made(clones, without("env/student.env")), "has no env/student.env"),
    "no keys": (lambda clones: made(clones, without("state/gateway/keys")), "has no state/gateway/keys"),
    "empty settings": (lambda clones: made(clones, replaced("env/student.env", b"\n")), "STUDENT_API_KEY is empty"),
    "broken settings": (lambda clones: made(clones, replaced("env/student.env", b"A='b\n")), "line 1"),
    "broken keys": (lambda clones: made(clones, replaced("state/gateway/keys", b"a b\n")), "line 1 of state/gateway"),
    "other settings": (lambda clones: made(clones, adding("env/student.env.more")), "which has no place here"),
    "code": (lambda clones: made(clones, adding("ops/verbs/up.py")), "which has no place here"),
    "cache": (lambda clones: made(clones, adding("state/data/engine/tries")), "which has no place here"),
    "part": (lambda clones: made(clones, adding("state/gateway")), "which has no place here"),
    "beneath a file": (lambda clones: made(clones, adding("state/gateway/keys/a")), "which has no place here"),
}


@pytest.mark.parametrize("case", WRONG)
def test_bad_file_changes_nothing(case: str, clones: Path, two: Stack, tmp_path: Path) -> None:
    make, message = WRONG[case]
    file = tmp_path / "file"
    file.write_bytes(make(clones))
    done = two.make("restore", f"FILE={file}", "YES=1")
    assert done.returncode
    assert message in done.stderr
    assert done.stderr.count("ERROR") == 1
    assert "Traceback" not in done.stderr
    assert own_or_nothing(two.path) == {}
    assert not (two.path / "env" / "student.env").exists()


def own_or_nothing(folder: Path) -> dict[str, tuple[bytes, int]]:
    return own(folder) if (folder / "env" / "student.env").exists() or (folder / "state").exists() else {}


def test_outside_name_is_refused(clones: Path, set_up: Stack, tmp_path: Path) -> None:
    before = own(set_up.path)
    for name in ("state/gateway/../../../out", "/etc/out", "state/certs//../out", "./env/student.env"):
        whole = made(clones, adding("state/certs/aaa"))
        stream = BytesIO()
        with tarfile.open(fileobj=BytesIO(whole)) as old, tarfile.open(fileobj=stream, mode="w") as new:
            for member in old:
                file = old.extractfile(member)
                member.name = name if "aaa" in member.name else member.name
                new.addfile(member, file)
        path = tmp_path / "file"
        path.write_bytes(stream.getvalue())
        done = set_up.make("restore", f"FILE={path}", "YES=1")
        assert f"holds {name!r}, which has no place here; nothing here has changed" in done.stderr
        assert own(set_up.path) == before
    assert not (tmp_path / "out").exists()


DIES = """
import os, sys
from pathlib import Path
from ops.lib import console
from ops.verbs import restore
left = int(sys.argv[1])
def counted(real):
    def call(*arguments, **options):
        global left
        left -= 1
        if left == -1:
            {how}
        return real(*arguments, **options)
    return call
Path.rename, Path.replace = counted(Path.rename), counted(Path.replace)
os.chdir(console.ROOT)
console.guard(restore.main)
"""


def test_failure_is_all_or_nothing(clones: Path, set_up: Stack) -> None:
    """Each rename fails once: by an error, which is undone, or by a power cut, which the next run undoes."""
    before, whole = own(set_up.path), own(clones / "plain")
    for how in ("raise OSError(5, 'Input/output error')", "os._exit(77)"):
        stack = Stack(Path(shutil.copytree(set_up.path, set_up.path.with_name(how[:2]), symlinks=True)), {})
        for number in range(100):
            script = DIES.replace("{how}", how)
            done = stack.run(
                sys.executable, "-c", script, str(number), FILE=str(clones / "metrics"), YES="1", PYTHONPATH="."
            )
            if done.returncode == 0:
                assert number >= 12, "every rename was counted"
                assert own(stack.path) == whole
                break
            if "_exit" not in how:
                assert done.stderr.count("ERROR") == 1, done.stderr
            elif own(stack.path) != before:
                refused_until_restored(stack)
                repaired = stack.make("restore", "FILE=/nowhere", "YES=1")
                assert "cannot be read" in repaired.stderr
            assert content_of(own(stack.path)) == content_of(before), number
        else:
            pytest.fail("it never ended")


def content_of(kept: dict[str, tuple[bytes, int]]) -> dict[str, bytes]:
    return {name: content for name, (content, _) in kept.items()}


def refused_until_restored(stack: Stack) -> None:
    """Nothing starts with a partial restore: Compose and 'make init' refuse without the settings."""
    text = (stack.path / "env" / "student.env").read_text()
    if "STUDENT_API_KEY" not in text:
        assert "Run it again" in text
        for verb in ("init", "backup FILE=x"):
            refused = stack.make(*verb.split())
            assert "ERROR a restore was interrupted. Fix: make restore FILE=<the backup> YES=1" in refused.stderr
        assert stack.compose("config").returncode


@pytest.mark.skipif(shutil.which("gpg") is None, reason="needs gpg")
def test_page_encrypts_and_decrypts(clones: Path, two: Stack, tmp_path: Path) -> None:
    lines = block("encrypted").replace("student.backup.gpg", str(tmp_path / "x.gpg")).splitlines()
    assert len(lines) == 2
    options = "gpg --batch --passphrase=test --pinentry-mode=loopback"
    home = str(tmp_path / "gnupg")
    (tmp_path / "gnupg").mkdir(mode=0o700)
    for line, stack in zip(lines, (Stack(clones / "plain", {}), two), strict=True):
        command = f"set -euo pipefail; {line.replace('gpg', options, 1)}"
        done = stack.run("bash", "-c", command, GNUPGHOME=home, PYTHON=sys.executable)
        two.run("gpgconf", "--kill", "gpg-agent", GNUPGHOME=home)  # gpg started it, and it would outlive the tests
        assert done.returncode == 0, done.stderr
    assert stack.key == Stack(clones / "plain", {}).key
    assert stack.key.encode() not in (tmp_path / "x.gpg").read_bytes()
