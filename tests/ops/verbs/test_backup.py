from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from ops.lib import state_parts
from ops.lib.archive import Entry
from ops.lib.console import Failure
from ops.verbs import backup
from tests.conftest import Stack, copy_project, wait_until
from tests.project import own_environment

CADDY = "state/data/gateway/caddy"


@pytest.fixture
def stack(stack: Stack) -> Stack:
    own_environment(stack.path)
    for name in (f"{CADDY}/pki/root.key", f"{CADDY}/locks/one.lock", "state/certs/key.pem", "state/data/engine/tries"):
        path = stack.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the text of {name}")
    for name in ("prometheus/wal/0", "grafana/grafana.db"):
        path = stack.path / "state" / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return stack


def names(content: bytes) -> list[str]:
    with tarfile.open(fileobj=BytesIO(content)) as tar:
        return tar.getnames()


KEPT = [
    "archive.json",
    "env/student.env",
    "state/gateway/keys",
    "state/secrets/engine_key",
    "state/secrets/grafana_password",
    "state/certs/key.pem",
    f"{CADDY}/pki/root.key",
]


def test_holds_the_kept_parts_alone(stack: Stack, tmp_path: Path) -> None:
    """A backup holds settings, keys, secrets, certificates and the authority."""
    (stack.path / "mine.txt").write_text("not a stack's")
    target = tmp_path / "a backup"
    done = stack.make("backup", f"FILE={target}")
    assert done.returncode == 0, done.stderr
    assert names(target.read_bytes()) == [*KEPT, "SHA256SUMS"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    secret = (stack.path / "state" / "secrets" / "engine_key").read_text().strip()
    assert stack.key not in done.stdout + done.stderr
    assert secret not in done.stdout + done.stderr


def test_state_folder_is_a_part(stack: Stack) -> None:
    """Each folder of state/ is in a backup, or can be made again."""
    parts = {*state_parts.KEPT, *state_parts.METRICS, *state_parts.MADE_AGAIN}
    made = {str(path.relative_to(stack.path)) for path in stack.path.glob("state/*") if path.name != "data"}
    made |= {str(path.relative_to(stack.path)) for path in stack.path.glob("state/data/*")}
    assert made == parts
    for file in [stack.path / "compose.yaml", *stack.path.glob("compose/*.yaml")]:
        for name in re.findall(r"state/[a-z/_]+", re.sub(r"#.*", "", file.read_text())):
            assert name in parts or state_parts.part_of(name), f"{file.name}: {name}"


def test_metrics_on_request(stack: Stack, tmp_path: Path) -> None:
    target = tmp_path / "with-metrics"
    assert stack.make("backup", f"FILE={target}", "METRICS=1").returncode == 0
    metrics = ["state/data/prometheus/wal/0", "state/data/grafana/grafana.db"]
    assert names(target.read_bytes()) == [*KEPT, *metrics, "SHA256SUMS"]


def test_pipe_gets_archive_alone(stack: Stack) -> None:
    command = ["make", "backup", "FILE=-", f"PYTHON={sys.executable}"]
    done = subprocess.run(command, cwd=stack.path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert names(done.stdout)[0] == "archive.json"
    assert b"-: 6 files" in done.stderr


NO_PLACES = {
    "": "FILE is missing",
    "/nowhere/at/all": "there is no folder /nowhere/at",
    "env/student.example.env": "exists and is not a student-llm backup: it is not overwritten",
    "env/student.env": "env/student.env lies in env/student.env, which is backed up itself",
    "state/secrets/backup": "lies in state/secrets, which is backed up itself",
    "state": "exists and is not a student-llm backup",
}


def test_bad_place_is_refused(stack: Stack) -> None:
    before = files(stack.path)
    for file, message in NO_PLACES.items():
        done = stack.make("backup", f"FILE={file}")
        assert done.returncode, file
        assert done.stderr.count("ERROR") == 1, done.stderr
        assert message in done.stderr
    assert files(stack.path) == before


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}


def test_no_stack_is_refused(tmp_path: Path) -> None:
    fresh = Stack(copy_project(tmp_path / "clone"), {})
    done = fresh.make("backup", f"FILE={tmp_path / 'x'}")
    assert "no settings file env/student.env. Fix: make init" in done.stderr
    assert not (tmp_path / "x").exists()
    assert not (fresh.path / "state").exists()


def test_links_and_pipes_are_refused(stack: Stack, tmp_path: Path) -> None:
    for place in (
        "state/certs/cert.pem",
        f"{CADDY}/pki/more",
        "state/secrets",
        "env/student.env",
        "state/gateway/fifo",
    ):
        path = stack.path / place
        there = path.exists()
        if there:
            path.rename(tmp_path / "elsewhere")
        if path.name == "fifo":
            os.mkfifo(path)
        else:
            path.symlink_to(tmp_path / "elsewhere")
        done = stack.make("backup", f"FILE={tmp_path / 'x'}", timeout=60)
        assert f"{place} is not a regular file, and a backup follows no links" in done.stderr
        path.unlink()
        if there:
            (tmp_path / "elsewhere").rename(path)
    assert [path.name for path in tmp_path.iterdir()] == ["a clone"]


def test_left_out_is_named(stack: Stack, tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "all"]):
        assert stack.run(*git, *command).returncode == 0
    (stack.path / "compose" / "mine.yaml").write_text("services: {}\n")
    settings = stack.path / "env" / "student.env"
    settings.write_text(settings.read_text().replace("COMPOSE_FILE=", "COMPOSE_FILE=compose/mine.yaml:"))
    (stack.path / "prometheus" / "prometheus.yml").write_text("# edited\n")
    done = stack.make("backup", f"FILE={tmp_path / 'x'}")
    assert "not in it: compose/mine.yaml (COMPOSE_FILE names it)" in done.stdout
    assert "not in it: edited files of the project ('git diff' shows them)" in done.stdout


def test_changing_files_are_reread(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A backup reads them again until they no longer change."""
    needed = [Entry(name, b"") for name in ("env/student.env", "state/gateway/keys", "state/secrets/engine_key")]
    reads = [[*needed, Entry("state/certs/a", text)] for text in (b"1", b"2", b"2", b"3", b"4", b"4")]
    left = iter(reads)
    monkeypatch.setattr(backup, "_once", lambda: next(left))
    monkeypatch.setattr(backup.key_file, "KEYS", tmp_path / "gateway" / "keys")
    monkeypatch.setattr(backup, "ROOT", tmp_path)
    (tmp_path / "env").mkdir()
    (tmp_path / "env" / "student.env").touch()
    assert backup.settled() == reads[5]

    numbers = iter(range(100))
    monkeypatch.setattr(backup, "_once", lambda: [Entry("a", str(next(numbers)).encode())])
    with pytest.raises(Failure, match="the files keep changing"):
        backup.settled()


def test_key_change_waits(stack: Stack, tmp_path: Path) -> None:
    """A rotation, which changes the key file and the settings, waits for a backup to end."""
    holder = "import time; from ops.lib import key_file\nwith key_file.locked(): print('held', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", holder], cwd=stack.path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holding:
        assert holding.stdout
        assert holding.stdin
        assert holding.stdout.readline() == "held\n"
        command = ["make", "backup", f"FILE={tmp_path / 'x'}", f"PYTHON={sys.executable}"]
        with subprocess.Popen(command, cwd=stack.path, stdout=subprocess.DEVNULL) as waiting:
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(2)
            holding.communicate("\n")
            assert waiting.wait(180) == 0
    wait_until((tmp_path / "x").exists, 5, "the backup is there")


def test_header_says_what_it_is(stack: Stack, tmp_path: Path) -> None:
    assert stack.make("backup", f"FILE={tmp_path / 'x'}").returncode == 0
    with tarfile.open(tmp_path / "x") as tar:
        member = tar.extractfile("archive.json")
        assert member
        header = json.load(member)
    assert header["kind"] == "student-llm backup"
    assert header["version"] == 1
    assert set(header) == {"kind", "version", "project", "commit", "host", "made", "metrics"}
