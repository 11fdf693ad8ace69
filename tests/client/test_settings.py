"""Settings: their origin, refused values, and that no key is ever shown."""

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


def test_defaults_are_documented(tmp_path: Path) -> None:
    """A model's name is enough."""
    settings = read(tmp_path)
    assert settings.mode == "api"
    assert settings.api_base == "http://localhost:8001/v1"
    assert settings.api_key is None
    assert settings.timeout_seconds == 30
    assert (settings.plan_tokens, settings.max_tokens) == (512, 2048)
    assert (settings.prompt, settings.teacher_prompt) == ("auto", "auto")
    assert settings.temperatures == (0.0, 0.3, 0.3)
    assert (settings.on_undecided, settings.on_unreadable) == ("escalate", "stop")
    assert settings.teacher_mode == "off"
    assert settings.teacher_model == "gpt-4o-mini"


def test_file_of_a_parent_folder(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=from-file\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert Settings.from_env({}, below).model_name == "from-file"


def test_environment_wins(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=from-file\nSTUDENT_MAX_TOKENS=7\n")
    settings = read(tmp_path)
    assert (settings.model_name, settings.max_tokens) == ("student-nano", 7)


def test_quoted_dollar_is_a_dollar(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODEL_NAME=m\nSTUDENT_API_KEY='a$HOME${b}'\n")
    key = Settings.from_env({}, tmp_path).api_key
    assert key is not None
    assert key.get_secret_value() == "a$HOME${b}"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (f"TEACHER_API_KEY={KEY}${{b", "TEACHER_API_KEY has a $ that Compose reads as a variable"),
        (f"TEACHER_API_KEY='{KEY}", "TEACHER_API_KEY opens a quote that does not end on its line"),
        (f"STUDENT_MODEL_NAME={KEY}", "STUDENT_MODEL_NAME is already set in line 1"),
        (KEY, "not a setting of the form NAME=value"),
    ],
)
def test_bad_line_names_its_number(tmp_path: Path, line: str, what: str) -> None:
    """Compose reads it differently; the line is not shown."""
    file = env_file(tmp_path, f"STUDENT_MODEL_NAME=m\n\n{line}\n")
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_env({}, tmp_path)
    assert str(caught.value).startswith(f"{file}, line 3: {what}")
    assert "Fix: " in str(caught.value)
    assert KEY not in str(caught.value)


def test_another_file(tmp_path: Path) -> None:
    file = tmp_path / "other.env"
    file.write_text("STUDENT_MODEL_NAME=other\n")
    assert Settings.from_env({"STUDENT_ENV_FILE": str(file)}, tmp_path).model_name == "other"


def test_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"STUDENT_ENV_FILE is '/nope', but there is no such file"):
        Settings.from_env({"STUDENT_ENV_FILE": "/nope"}, tmp_path)


def test_no_settings_says_where(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_env({}, tmp_path)
    assert str(caught.value) == (
        f"no settings found (looked for env/student.env in {tmp_path} and above, "
        "and for STUDENT_MODEL_NAME in the environment). Fix: 'make init' on the stack's own host; "
        "elsewhere set STUDENT_API_BASE, STUDENT_MODEL_NAME and STUDENT_API_KEY, which the stack's operator gives you"
    )


def test_unreadable_file(tmp_path: Path) -> None:
    env_file(tmp_path, "").write_bytes(b"STUDENT_MODEL_NAME=\xff\n")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        Settings.from_env({}, tmp_path)


def test_empty_key_names_both_fixes(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"^STUDENT_API_KEY is empty, .* Fix: 'make init' .*; elsewhere ask "):
        read(tmp_path, STUDENT_API_KEY="")


def test_empty_value_is_the_default(tmp_path: Path) -> None:
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
        ("STUDENT_PLAN_TOKENS", "0"),
        ("STUDENT_PROMPT", "two words"),
        ("STUDENT_TEMPERATURE", "3"),
        ("STUDENT_TEMPERATURE", "nan"),
        ("STUDENT_RETRY_TEMPERATURES", "0.3,hot"),
        ("STUDENT_RETRY_TEMPERATURES", "0.0"),
        ("STUDENT_ON_UNDECIDED", "accept"),
        ("STUDENT_ON_UNREADABLE", "escalate"),
        ("TEACHER_MODE", "on"),
    ],
)
def test_wrong_value_has_a_fix(tmp_path: Path, name: str, value: str) -> None:
    """The error has what was found."""
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, **{name: value})
    message = str(caught.value)
    assert message.startswith(f"{name} is ")
    assert value.rsplit(",", maxsplit=1)[-1] in message
    assert "expected" in message
    assert "Fix: " in message
    assert "\n" not in message


def test_password_is_not_shown(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read(tmp_path, STUDENT_API_BASE="http://me:hunter2@host/v1")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("value", [f"{KEY} two", f"{KEY}\n{KEY}", f"{KEY}é"])
def test_damaged_key_is_not_shown(tmp_path: Path, value: str) -> None:
    with pytest.raises(ConfigurationError, match="STUDENT_API_KEY") as caught:
        read(tmp_path, STUDENT_API_KEY=value)
    assert KEY not in str(caught.value)


def test_no_key_in_repr() -> None:
    """Nor in anything else that describes the settings."""
    settings = Settings(model_name="m", api_key=SecretStr(KEY), teacher_api_key=SecretStr(KEY))
    for shown in (repr(settings), str(settings), str(settings.model_dump()), settings.model_dump_json(), f"{settings}"):
        assert KEY not in shown


def test_settings_are_frozen() -> None:
    """They can be pickled."""
    settings = Settings(model_name="m")
    with pytest.raises(ValidationError, match="frozen"):
        settings.model_name = "n"
    assert pickle.loads(pickle.dumps(settings)) == settings


def test_unknown_field_is_named() -> None:
    with pytest.raises(ConfigurationError, match="no setting 'timeout'"):
        Settings.model_validate({"model_name": "m", "timeout": 3})


def test_missing_model_is_named(tmp_path: Path) -> None:
    env_file(tmp_path, "STUDENT_MODE=api\n")
    with pytest.raises(ConfigurationError, match="STUDENT_MODEL_NAME is not set, expected"):
        Settings.from_env({}, tmp_path)


def test_none_means_no_retries(tmp_path: Path) -> None:
    assert read(tmp_path, STUDENT_RETRY_TEMPERATURES="none").temperatures == (0.0,)


def test_trailing_slash_is_harmless(tmp_path: Path) -> None:
    assert read(tmp_path, STUDENT_API_BASE="https://h/v1/").api_base == "https://h/v1"


def test_openai_teacher_requires_a_key(tmp_path: Path) -> None:
    """One's own teacher does not."""
    with pytest.raises(ConfigurationError, match="TEACHER_API_KEY is not set"):
        read(tmp_path, TEACHER_MODE="openai")
    assert read(tmp_path, TEACHER_MODE="openai", TEACHER_API_BASE="http://localhost:9/v1").teacher_mode == "openai"


def test_prompt_file_is_relative(tmp_path: Path) -> None:
    """To the settings that name it."""
    file = env_file(tmp_path, "STUDENT_MODEL_NAME=m\nSTUDENT_PROMPT=mine.json\nTEACHER_PROMPT=general\n")
    settings = Settings.from_env({}, tmp_path)
    assert (settings.prompt, settings.teacher_prompt) == (str(file.parent / "mine.json"), "general")
    assert Settings.from_env({"STUDENT_PROMPT": "mine.json"}, tmp_path).prompt == "mine.json"
    assert Settings.from_env({"STUDENT_PROMPT": "nano"}, tmp_path).prompt == "nano"


def test_sources_say_where_from(tmp_path: Path) -> None:
    file = env_file(tmp_path, "STUDENT_MAX_TOKENS=9\nOTHER=1\n")
    sources = Sources.read(NAMED, tmp_path)
    assert sources.origins == {"model_name": "environment", "max_tokens": str(file)}


def test_readme_lists_every_setting() -> None:
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
