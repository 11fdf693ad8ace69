"""Settings in the user's shell: no verb gets them, and the user gets a note."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from ops.lib import env_file, shell
from tests.conftest import Stack, copy_project

NAMES = [*env_file.defaults(), *shell.ELSEWHERE]
PROBE = ("make", "--eval=probe: ; @env", "probe")


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    stack = Stack(copy_project(tmp_path_factory.mktemp("shell") / "clone"), {})
    assert stack.run(sys.executable, "-m", "ops.verbs.init").returncode == 0
    return stack


def sourced(stack: Stack, command: str) -> str:
    done = stack.run("sh", "-c", f"set -a; . env/student.env; set +a; {command}", PYTHON=sys.executable)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_verbs_get_no_shell_setting(stack: Stack) -> None:
    done = stack.run(*PROBE, **dict.fromkeys(NAMES, "shadow"), PROFILE="vllm", MODEL="m", HTTPS_PROXY="http://p")
    environment = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    assert not set(NAMES) & environment.keys()
    assert environment["MAKE_SHADOWED"].split() == NAMES, "which doctor reports"
    assert (environment["PROFILE"], environment["MODEL"]) == ("vllm", "m"), "these apply to one command"
    assert environment["HTTPS_PROXY"] == "http://p"


def test_verbs_are_in_utf8(stack: Stack) -> None:
    """They read files and write lines in a locale without it, too."""
    latin = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    done = stack.run("make", "key-add", "NAME=é", PYTHON=sys.executable, **latin)
    assert "ERROR NAME is 'é', not 1 to 64 letters" in done.stderr
    (stack.path / "env" / "student.env").unlink()
    done = stack.run("make", "init", PYTHON=sys.executable, **latin)
    assert done.returncode == 0, done.stderr


def test_note_is_shown_once(stack: Stack) -> None:
    """It is shown to the user, and is not in output that programs read."""
    done = stack.run(*PROBE, GATEWAY_HTTP_PORT="9000")
    note = "NOTE make does not use this shell's GATEWAY_HTTP_PORT: env/student.env decides ('make doctor' says more)\n"
    assert done.stderr == note
    assert "NOTE" not in done.stdout
    assert stack.run(*PROBE, TEACHER_API_KEY="a secret").stderr.count("secret") == 0
    assert stack.run(*PROBE).stderr == ""


def test_setting_after_make_is_refused(stack: Stack) -> None:
    done = stack.run(*PROBE, "GATEWAY_HTTP_PORT=9000")
    assert done.returncode == 2
    assert "GATEWAY_HTTP_PORT: a setting. Fix: write it into env/student.env, then 'make' without it" in done.stderr


@pytest.mark.docker
def test_sourced_shell_gets_new_ones(stack: Stack) -> None:
    """The shell does not keep old settings."""
    render = "make --eval='probe: ; @docker compose --profile vllm config --format json' probe"
    rendered = json.loads(sourced(stack, f"make low-memory > /dev/null && {render}"))
    command = rendered["services"]["vllm"]["command"]
    assert command[command.index("--max-model-len") + 1] == "2048", "the value that 'make low-memory' wrote"


def test_doctor_names_the_shadows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv(shell.TOLD_BY_MAKE, raising=False)
    assert shell.check().status == "ok"
    monkeypatch.setenv("STUDENT_MAX_TOKENS", "9")
    monkeypatch.setenv(shell.TOLD_BY_MAKE, "COMPOSE_FILE")
    check = shell.check()
    assert (check.status, check.fix) == ("failed", "unset COMPOSE_FILE STUDENT_MAX_TOKENS")
    assert check.found.startswith("COMPOSE_FILE, STUDENT_MAX_TOKENS in its environment: 'docker compose' and 'student'")
    monkeypatch.setenv(shell.TOLD_BY_MAKE, " ".join(NAMES))
    assert shell.check().fix == "open a new shell"


def test_readme_exports_no_setting() -> None:
    root = Path(__file__).resolve().parents[3]
    for page in [root / "README.md", *root.glob("docs/*.md"), root / "client" / "README.md"]:
        text = page.read_text()
        assert "set -a" not in text, page.name
        assert not [name for name in NAMES if f"export {name}=" in text], page.name
