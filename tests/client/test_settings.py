"""Settings: where they come from, what is refused, and that no key is ever shown."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError
from student_client import ConfigurationError, Settings
from student_client._settings import Sources, variable

ROOT = Path(__file__).resolve().parents[2]
NAMED = {"STUDENT_MODEL_NAME": "student-nano"}
KEY = "sk-very-secret"


def read(tmp_path: Path, **environ: str) -> Settings:
    return Settings.from_env(NAMED | environ, tmp_path)


def env_file(directory: Path, text: str) -> Path:
    (directory / "env").mkdir()
    file = directory / "env" / "student.env"
    file.write_text(text)
    return file


def test_a_model_name_is_enough_and_the_rest_has_the_documented_defaults(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.mode == "api"
    assert settings.api_base == "http://localhost:8001/v1"
    assert settings.api_key is None
    assert settings.timeout_seconds == 30
    assert settings.max_tokens == 2048
    assert settings.temperatures == (0.0, 0.3, 0.3)
    assert settings.teacher_mode == "off"
    assert settings.teacher_model == "gpt-4o-mini"


def test_the_env_file_is_found_in_a_parent_directory(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=from-file\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert Settings.from_env({}, below).model_name == "from-file"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=from-file\nSTUDENT_MAX_TOKENS=7\n")
    settings = read(tmp_path)
    assert (settings.model_name, settings.max_tokens) == ("student-nano", 7)


def test_a_dollar_in_the_file_is_a_dollar(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=m\nSTUDENT_API_KEY=a$HOME${b}\n")
    key = Settings.from_env({}, tmp_path).api_key
    assert key is not None
    assert key.get_secret_value() == "a$HOME${b}"


def test_another_file_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "other.env"
    file.write_text("STUDENT_MODEL_NAME=other\n")
    assert Settings.from_env({"STUDENT_ENV_FILE": str(file)}, tmp_path).model_name == "other"


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"STUDENT_ENV_FILE is '/nope', and there is no such file"):
        Settings.from_env({"STUDENT_ENV_FILE": "/nope"}, tmp_path)


def test_without_file_and_name_the_error_says_where_it_looked(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_env({}, tmp_path)
    assert str(caught.value) == (
        f"no settings found (looked for env/student.env in {tmp_path} and above, "
        "and for STUDENT_MODEL_NAME in the environment). Fix: make init"
    )


def test_an_unreadable_file_is_an_error(tmp_path: Path) -> None:
    env_file(tmp_path, "").write_bytes(b"STUDENT_MODEL_NAME=\xff\n")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        Settings.from_env({}, tmp_path)


def test_an_empty_key_asks_for_make_init(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^STUDENT_API_KEY is empty, expected a key. Fix: make init$"):
        read(tmp_path, STUDENT_API_KEY="")


def test_any_other_empty_value_is_its_default(tmp_path: Path) -> None:
    settings = read(tmp_path, STUDENT_TIMEOUT_SECONDS="", TEACHER_API_KEY=" ")
    assert settings.timeout_seconds == 30
    assert settings.teacher_api_key is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STUDENT_MODE", "local"),
        ("STUDENT_API_BASE", "localhost:8001"),
        ("STUDENT_API_BASE", "ftp://localhost/v1"),
        ("STUDENT_API_BASE", "http://localhost/v1?x=1"),
        ("STUDENT_API_BASE", "http:///v1"),
        ("STUDENT_MODEL_NAME", "two words"),
        ("STUDENT_TIMEOUT_SECONDS", "0"),
        ("STUDENT_TIMEOUT_SECONDS", "soon"),
        ("STUDENT_TIMEOUT_SECONDS", "inf"),
        ("STUDENT_DEADLINE_SECONDS", "-1"),
        ("STUDENT_MAX_TOKENS", "0"),
        ("STUDENT_MAX_TOKENS", "2.5"),
        ("STUDENT_TEMPERATURE", "3"),
        ("STUDENT_TEMPERATURE", "nan"),
        ("STUDENT_RETRY_TEMPERATURES", "0.3,hot"),
        ("STUDENT_RETRY_TEMPERATURES", "0.0"),
        ("STUDENT_ON_UNDECIDED", "accept"),
        ("TEACHER_MODE", "on"),
    ],
)
def test_a_wrong_value_is_named_with_what_was_found_and_the_fix(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, **{name: value})
    message = str(caught.value)
    assert message.startswith(f"{name} is ")
    assert value.rsplit(",", maxsplit=1)[-1] in message
    assert "expected" in message
    assert "Fix: " in message
    assert "\n" not in message


def test_a_password_in_the_address_is_refused_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, STUDENT_API_BASE="http://me:hunter2@host/v1")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("value", [f"{KEY} two", f"{KEY}\n{KEY}", f"{KEY}é"])
def test_a_damaged_key_is_refused_and_not_shown(tmp_path: Path, value: str) -> None:
    with pytest.raises(ConfigurationError, match="STUDENT_API_KEY") as caught:
        read(tmp_path, STUDENT_API_KEY=value)
    assert KEY not in str(caught.value)


def test_no_key_is_in_repr_or_in_what_describes_the_settings() -> None:
    settings = Settings(model_name="m", api_key=SecretStr(KEY), teacher_api_key=SecretStr(KEY))
    for shown in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json(), f"{settings}"):
        assert KEY not in shown


def test_settings_are_frozen_and_survive_pickling() -> None:
    settings = Settings(model_name="m")
    with pytest.raises(ValidationError, match="frozen"):
        settings.model_name = "n"
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(ConfigurationError, match="no setting 'timeout'"):
        Settings.model_validate({"model_name": "m", "timeout": 3})


def test_a_missing_model_name_is_named(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODE=api\n")
    with pytest.raises(ConfigurationError, match="STUDENT_MODEL_NAME is not set, expected"):
        Settings.from_env({}, tmp_path)


def test_no_later_attempts_are_asked_for_with_none(tmp_path: Path) -> None:
    assert read(tmp_path, STUDENT_RETRY_TEMPERATURES="none").temperatures == (0.0,)


def test_a_slash_at_the_end_of_the_address_does_no_harm(tmp_path: Path) -> None:
    assert read(tmp_path, STUDENT_API_BASE="https://h/v1/").api_base == "https://h/v1"


def test_the_teacher_at_its_maker_needs_a_key_and_one_of_ones_own_does_not(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="TEACHER_API_KEY is not set"):
        read(tmp_path, TEACHER_MODE="openai")
    assert read(tmp_path, TEACHER_MODE="openai", TEACHER_API_BASE="http://localhost:9/v1").teacher_mode == "openai"


def test_sources_say_where_each_value_came_from(tmp_path: Path) -> None:
    file = env_file(tmp_path, "STUDENT_MAX_TOKENS=9\nOTHER=1\nBROKEN\n")
    sources = Sources.read(NAMED, tmp_path)
    assert sources.origins == {"model_name": "environment", "max_tokens": str(file)}


def test_the_readme_lists_every_setting_with_its_default() -> None:
    readme = (ROOT / "client" / "README.md").read_text()
    for name, field in Settings.model_fields.items():
        default = field.default
        if field.is_required():
            cell = "required"
        elif isinstance(default, tuple):
            cell = ",".join(str(value) for value in default)
        else:
            cell = "" if default is None else str(default)
        assert f"| `{variable(name)}` | {cell} |".replace("|  |", "| |") in readme, name
