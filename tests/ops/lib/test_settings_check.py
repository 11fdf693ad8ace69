"""The report of 'make doctor' on env/student.env: missing, unknown, retired, wrong and contradictory settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ops.lib import env_file, settings_check
from ops.lib.check import Check
from ops.lib.console import Failure

EXAMPLE = env_file.defaults() | {"STUDENT_API_KEY": "a-key", "STACK_USER": "1000:1000"}
Look = Callable[..., list[Check]]


@pytest.fixture
def look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Look:
    """Return a function that checks a settings file: the example's values with changes, and further lines."""
    monkeypatch.setattr(env_file, "ENV_FILE", tmp_path / "student.env")
    monkeypatch.setattr(env_file.read, "__defaults__", (tmp_path / "student.env",))

    def look(*more: str, without: tuple[str, ...] = (), **settings: str) -> list[Check]:
        values = {name: value for name, value in (EXAMPLE | settings).items() if name not in without}
        text = env_file.with_values("", values) + "".join(f"{line}\n" for line in more)
        env_file.ENV_FILE.write_text(text)
        return settings_check.checks()

    return look


def failed(checks: list[Check]) -> list[tuple[str, str]]:
    assert {check.name for check in checks} == {"settings"}
    return [(check.found, check.fix) for check in checks if check.status == "failed"]


def test_before_init_is_nothing(look: Look) -> None:
    assert [check.status for check in settings_check.checks()] == ["n/a"]


def test_example_is_good(look: Look) -> None:
    (check,) = look()
    assert check.status == "ok"
    assert check.found == f"{len(EXAMPLE)} in env/student.env, all of them read by this version"


def test_missing_setting_has_a_line(look: Look) -> None:
    found = look(without=("ENGINE_START_PERIOD", "VLLM_MAX_N", "COMPOSE_FILE", "GATEWAY_GRACE"))
    assert failed(found) == [
        ("COMPOSE_FILE is not in env/student.env", "add COMPOSE_FILE=compose.yaml"),
        ("ENGINE_START_PERIOD is not in env/student.env", "add ENGINE_START_PERIOD=15m"),
        ("VLLM_MAX_N is not in env/student.env", "add VLLM_MAX_N=4"),
    ]
    assert found[-1].line().endswith("not in env/student.env, and so empty: GATEWAY_GRACE")


@pytest.mark.parametrize(
    ("line", "found", "fix"),
    [
        ("GATEWAY_MAX_TOKEN=9", "GATEWAY_MAX_TOKEN is not read", "write GATEWAY_MAX_TOKENS for it, or"),
        ("COMPOSE_PROFILE=vllm", "COMPOSE_PROFILE is not read", "write COMPOSE_PROFILES for it, or"),
        ("llamacpp_threads=9", "llamacpp_threads is not read", "write LLAMACPP_THREADS for it, or"),
        ("COLOUR=red", "COLOUR is not read", "delete the line, or put a # before it"),
        ("HF_TOKEN=x", "HF_TOKEN is not a setting: the hub's token is read from state/secrets/hub_token", "delete the"),
        ("VLLM_DTYPE=half", "VLLM_DTYPE is already set in line", "delete one of the two lines of VLLM_DTYPE"),
    ],
)
def test_unknown_name_has_nearest(look: Look, line: str, found: str, fix: str) -> None:
    ((what, how),) = failed(look(line))
    assert what.startswith(f"env/student.env line {len(EXAMPLE) + 1}: {found}")
    assert how.startswith(fix)


def test_retired_name_is_not_current() -> None:
    assert not settings_check.RETIRED.keys() & env_file.defaults().keys()


def test_name_of_an_own_overlay(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that Compose or the operator's overlay reads is known."""
    monkeypatch.setattr(settings_check, "ROOT", tmp_path)
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    (tmp_path / "mine.yaml").write_text("services: {a: {image: '${MY_IMAGE}'}}\n")
    lines = ("MY_IMAGE=x", "COMPOSE_PARALLEL_LIMIT=2")
    assert not failed(look(*lines, COMPOSE_FILE="compose.yaml:mine.yaml"))
    assert len(failed(look(*lines, COMPOSE_FILE="compose.yaml"))) == 1


def test_wrong_values_have_lines(look: Look) -> None:
    """No secret is shown."""
    found = failed(look(ENGINE_MEMORY="auto", LLAMACPP_CTX_SIZE="0", TEACHER_API_KEY="a secret"))
    assert [what.split(": ")[1].split()[0] for what, _ in found] == [
        "TEACHER_API_KEY",
        "ENGINE_MEMORY",
        "LLAMACPP_CTX_SIZE",
    ]
    assert found[1][0].endswith(": ENGINE_MEMORY is 'auto', expected a size such as 16g or 512m")
    assert found[1][1] == "correct it; the example has 16g"
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({"STUDENT_MAX_TOKENS": "2049"}, "STUDENT_MAX_TOKENS is 2049, and the gateway refuses more than"),
        ({"STUDENT_MAX_TOKENS": "2049", "GATEWAY_MAX_TOKENS": ""}, "STUDENT_MAX_TOKENS is 2049, and the gateway"),
        ({"STUDENT_MAX_TOKENS": "4096", "GATEWAY_MAX_TOKENS": "0"}, "STUDENT_MAX_TOKENS is 4096, and LLAMACPP_CTX"),
        ({"GATEWAY_MAX_TOKENS": "4096"}, "GATEWAY_MAX_TOKENS is 4096, and LLAMACPP_CTX_SIZE, 4096, leaves no room"),
        ({"COMPOSE_PROFILES": "vllm", "VLLM_MAX_MODEL_LEN": "2048"}, "GATEWAY_MAX_TOKENS is 2048, and VLLM_MAX_MODEL"),
        ({"COMPOSE_PROFILES": "tgi", "TGI_MAX_INPUT_TOKENS": "4096"}, "TGI_MAX_INPUT_TOKENS is 4096, not under TGI_M"),
        ({"GRAFANA_PORT": "8001"}, "GATEWAY_HTTP_PORT and GRAFANA_PORT are both 8001"),
        (
            {"COMPOSE_FILE": "compose.yaml:compose/gpu.yaml"},
            "COMPOSE_FILE names compose/gpu.yaml, which does not exist",
        ),
    ],
)
def test_contradictions_are_reported(look: Look, settings: dict[str, str], found: str) -> None:
    ((what, fix),) = failed(look(**settings))
    assert what.startswith(found)
    assert fix


@pytest.mark.parametrize(
    "settings",
    [
        {"STUDENT_MAX_TOKENS": "3000", "GATEWAY_MAX_TOKENS": "0"},
        {"VLLM_MAX_MODEL_LEN": "2048"},
        {"GATEWAY_PUBLIC_HTTP_PORT": "8001"},
        env_file.parse((env_file.ROOT / "env" / "low-memory.env").read_text()),
    ],
    ids=["no bound", "another engine", "not public", "low memory"],
)
def test_consistent_settings_pass(look: Look, settings: dict[str, str]) -> None:
    assert not failed(look(**settings))


def test_init_refuses_missing_ones(look: Look) -> None:
    """Compose would treat them as empty."""
    look(without=("GATEWAY_MAX_N", "GATEWAY_GRACE"))
    settings_check.required()
    look(without=("ENGINE_MEMORY", "MODEL_DIR", "GATEWAY_GRACE"))
    with pytest.raises(Failure) as caught:
        settings_check.required()
    assert str(caught.value) == (
        "ERROR 2 settings are missing in env/student.env, and Compose treats them as empty. "
        "Fix: add MODEL_DIR=student-nano, ENGINE_MEMORY=16g there, or 'make upgrade' does it"
    )
