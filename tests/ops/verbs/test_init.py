from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from pathlib import Path

import pytest

from ops.lib import host
from tests.conftest import Stack, copy_project
from tests.nvidia_smi import RTX_3090, put_nvidia_smi


@pytest.fixture
def fresh(tmp_path: Path) -> Stack:
    return Stack(copy_project(tmp_path / "clone"), {})


def init(stack: Stack, *settings: str) -> tuple[int, str]:
    done = stack.run(sys.executable, "-m", "ops.verbs.init", *settings)
    return done.returncode, done.stdout + done.stderr


def test_fresh_clone(fresh: Stack) -> None:
    """It gets settings and secrets that only their owner can read."""
    code, output = init(fresh)
    assert code == 0, output
    files = [fresh.path / "env" / "student.env", *(fresh.path / "state" / "secrets").iterdir()]
    files.append(fresh.path / "state" / "gateway" / "keys")
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert (fresh.path / ".env").resolve() == files[0]


def test_key_is_random_and_hidden(fresh: Stack) -> None:
    _, output = init(fresh)
    assert len(fresh.key) == 44
    assert fresh.key not in output


def test_gateway_gets_the_hash(fresh: Stack) -> None:
    init(fresh)
    keys = (fresh.path / "state" / "gateway" / "keys").read_text()
    digest = hashlib.sha256(fresh.key.encode()).hexdigest()
    assert re.fullmatch(rf"student {digest} created=\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ\n", keys)


def test_second_init_changes_nothing(fresh: Stack) -> None:
    init(fresh)
    before = {path: path.read_bytes() for path in fresh.path.glob("state/**/*") if path.is_file()}
    settings = fresh.env_file()
    assert init(fresh) == (0, "")
    assert {path: path.read_bytes() for path in before} == before
    assert fresh.env_file() == settings


def test_handwritten_key_replaces(fresh: Stack) -> None:
    """The new key replaces the old one at the gateway."""
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


def test_no_gpu_adds_cpu_overlay(fresh: Stack) -> None:
    init(fresh)
    ipv6 = ":compose/ipv6.yaml" if host.has_ipv6_loopback() else ""
    assert fresh.env_file()["COMPOSE_FILE"] == f"compose.yaml:compose/cpu.yaml{ipv6}"
    assert fresh.env_file()["LLAMACPP_THREADS"] == str(
        max(1, min(8, (os.cpu_count() or 1) - 1))
    )  # one for the verifier


def test_gpu_adds_none(fresh: Stack, tmp_path: Path) -> None:
    path = f"{put_nvidia_smi(tmp_path, RTX_3090)}:{os.environ['PATH']}"
    assert fresh.run(sys.executable, "-m", "ops.verbs.init", PATH=path).returncode == 0
    assert "cpu" not in fresh.env_file()["COMPOSE_FILE"]
    assert fresh.env_file()["LLAMACPP_THREADS"] == str(min(8, os.cpu_count() or 1))


KEY = b"a-key-of-the-operator"


@pytest.mark.proves("reliability/secret-saved-by-an-editor")
@pytest.mark.parametrize(
    "saved",
    [
        KEY + b"\r\n",
        b"\xef\xbb\xbf" + KEY,
        b"\n" + KEY + b" \n\n",
        ("\ufeff" + KEY.decode() + "\r\n").encode("utf-16-le"),
    ],
    ids=["CRLF", "byte-order mark", "empty lines", "UTF-16"],
)
def test_saved_secret_is_repaired(fresh: Stack, saved: bytes) -> None:
    init(fresh)
    engine_key = fresh.path / "state" / "secrets" / "engine_key"
    engine_key.write_bytes(saved)
    assert init(fresh) == (0, "   fixed  state/secrets/engine_key: one line, the secret alone\n")
    assert engine_key.read_bytes() == KEY + b"\n"
    assert stat.S_IMODE(engine_key.stat().st_mode) == 0o600


@pytest.mark.parametrize("saved", [KEY, KEY + b"\n"])
def test_one_line_secret_is_kept(fresh: Stack, saved: bytes) -> None:
    init(fresh)
    (fresh.path / "state" / "secrets" / "engine_key").write_bytes(saved)
    assert init(fresh) == (0, "")
    assert (fresh.path / "state" / "secrets" / "engine_key").read_bytes() == saved


def test_emptied_secret_is_remade(fresh: Stack) -> None:
    """A damaged secret is one error line."""
    init(fresh)
    engine_key = fresh.path / "state" / "secrets" / "engine_key"
    engine_key.write_text("\n")
    assert init(fresh) == (0, "   made   state/secrets/engine_key\n")
    assert len(engine_key.read_text()) == 45
    engine_key.write_bytes(b"\x80\x81")
    code, output = init(fresh)
    assert code == 1
    assert output.startswith("ERROR state/secrets/engine_key is not text. Fix: ")


@pytest.mark.parametrize("name", ["STUDENT_API_KEY", "STACK_USER"])
def test_emptied_setting_is_one_line(fresh: Stack, name: str) -> None:
    init(fresh)
    path = fresh.path / "env" / "student.env"
    path.write_text(path.read_text().replace(f"{name}={fresh.env_file()[name]}", f"{name}="))
    code, output = init(fresh)
    assert code == 1
    assert output.startswith(f"ERROR {name} is empty in env/student.env. Fix: ")
    assert output.count("\n") == 1


def test_chosen_setting_must_exist(fresh: Stack) -> None:
    assert init(fresh, "STUDENT_COLOUR=red")[1].startswith("ERROR STUDENT_COLOUR is not a setting. Fix: ")


def test_state_has_containers_user(fresh: Stack) -> None:
    init(fresh)
    uid = int(fresh.env_file()["STACK_USER"].split(":")[0])
    assert uid != 0
    assert uid == (os.getuid() or 65532)
    assert {path.stat().st_uid for path in (fresh.path / "state").rglob("*")} == {uid}


def test_open_env_file_is_closed(fresh: Stack) -> None:
    init(fresh)
    path = fresh.path / "env" / "student.env"
    path.chmod(0o644)
    init(fresh)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
