from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from tests.conftest import Stack, copy_project


@pytest.fixture
def fresh(tmp_path: Path) -> Stack:
    return Stack(copy_project(tmp_path / "clone"), {})


def init(stack: Stack, *settings: str) -> tuple[int, str]:
    done = stack.run(sys.executable, "-m", "ops.init", *settings)
    return done.returncode, done.stdout + done.stderr


def test_a_fresh_clone_gets_settings_and_secrets_that_only_their_owner_reads(fresh: Stack) -> None:
    code, output = init(fresh)
    assert code == 0, output
    files = [fresh.path / "env" / "student.env", *(fresh.path / "state" / "secrets").iterdir()]
    files.append(fresh.path / "state" / "gateway" / "keys")
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert (fresh.path / ".env").resolve() == files[0]


def test_the_key_has_32_random_bytes_and_is_printed_nowhere(fresh: Stack) -> None:
    _, output = init(fresh)
    assert len(fresh.key) == 44
    assert fresh.key not in output


def test_the_gateway_gets_the_keys_hash_and_not_the_key(fresh: Stack) -> None:
    init(fresh)
    keys = (fresh.path / "state" / "gateway" / "keys").read_text()
    digest = hashlib.sha256(fresh.key.encode()).hexdigest()
    assert re.fullmatch(rf"student {digest} created=\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n", keys)


def test_a_second_init_changes_nothing(fresh: Stack) -> None:
    init(fresh)
    before = {path: path.read_bytes() for path in fresh.path.glob("state/**/*") if path.is_file()}
    settings = fresh.env_file()
    assert init(fresh) == (0, "")
    assert {path: path.read_bytes() for path in before} == before
    assert fresh.env_file() == settings


def test_a_key_that_the_operator_wrote_replaces_the_old_one_at_the_gateway(fresh: Stack) -> None:
    init(fresh)
    keys = fresh.path / "state" / "gateway" / "keys"
    keys.write_text(f"# mine\nalice {'0' * 64} rpm=5\n" + keys.read_text().rstrip() + " tpm=9\n")
    path = fresh.path / "env" / "student.env"
    path.write_text(path.read_text().replace(fresh.key, "a-key-of-my-own"))
    assert init(fresh)[0] == 0
    own = hashlib.sha256(b"a-key-of-my-own").hexdigest()
    alice, student = keys.read_text().splitlines()[1:]
    assert alice == f"alice {'0' * 64} rpm=5"
    assert student.startswith(f"student {own} tpm=9 created=")


def test_without_a_gpu_the_cpu_overlay_is_chosen(fresh: Stack) -> None:
    init(fresh)
    assert fresh.env_file()["COMPOSE_FILE"] == "compose.yaml:compose/cpu.yaml"


@pytest.mark.parametrize("name", ["STUDENT_API_KEY", "STACK_USER"])
def test_an_emptied_setting_is_one_clear_line(fresh: Stack, name: str) -> None:
    init(fresh)
    path = fresh.path / "env" / "student.env"
    path.write_text(path.read_text().replace(f"{name}={fresh.env_file()[name]}", f"{name}="))
    code, output = init(fresh)
    assert code == 1
    assert output.startswith(f"ERROR {name} is empty in env/student.env. Fix: ")
    assert output.count("\n") == 1


def test_a_chosen_setting_must_exist(fresh: Stack) -> None:
    assert init(fresh, "STUDENT_COLOUR=red")[1].startswith("ERROR STUDENT_COLOUR is no setting. Fix: ")


def test_state_belongs_to_the_user_that_the_containers_run_as(fresh: Stack) -> None:
    init(fresh)
    uid = int(fresh.env_file()["STACK_USER"].split(":")[0])
    assert uid != 0
    assert uid == (os.getuid() or 65532)
    assert {path.stat().st_uid for path in (fresh.path / "state").rglob("*")} == {uid}


def test_an_env_file_that_others_can_read_is_closed(fresh: Stack) -> None:
    init(fresh)
    path = fresh.path / "env" / "student.env"
    path.chmod(0o644)
    init(fresh)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
