"""All settings, as one frozen object that is read from the environment or else from ``env/student.env``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    model_validator,
)

from . import _env_grammar
from ._errors import ConfigurationError

ENV_FILE = Path("env") / "student.env"
PROMPTS = ("auto", "nano", "general")
"""The prompts that have a name; any other value is a file's path."""
NO_SETTINGS = (
    "no settings found (looked for {file} in {start} and above, and for STUDENT_MODEL_NAME in the environment)"
)
# a client may run on another host than the stack
SET_UP = (
    "'make init' on the stack's own host; elsewhere set STUDENT_API_BASE, STUDENT_MODEL_NAME and STUDENT_API_KEY, "
    "which the stack's operator gives you"
)
NEW_KEY = "'make init' on the stack's own host; elsewhere ask the stack's operator for one"


def variable(field: str) -> str:
    """Return the environment name of a field: ``max_tokens`` is ``STUDENT_MAX_TOKENS``.

    >>> variable("max_tokens"), variable("teacher_model")
    ('STUDENT_MAX_TOKENS', 'TEACHER_MODEL')
    """
    return field.upper() if field.startswith("teacher_") else f"STUDENT_{field.upper()}"


def _base(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    authority = rest.split("/", 1)[0]
    if "@" in authority:
        # Do not show the value: it holds a password.
        raise ValueError("has a user name or a password in it. Fix: remove it; the key has a setting of its own")
    if (
        scheme not in {"http", "https"}
        or not separator
        or not authority
        or set(text) & set("?# ")
        or not text.isascii()
    ):
        raise ValueError(f"is {text!r}, expected an address such as http://localhost:8001/v1. Fix: correct it")
    return text.rstrip("/")


def _key(secret: SecretStr) -> SecretStr:
    key = secret.get_secret_value()
    if not key:
        raise ValueError(f"is empty, expected a key. Fix: {NEW_KEY}")
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise ValueError(f"has a space or a character that no key has. Fix: copy it again, or get a new one: {NEW_KEY}")
    return secret


def _temperatures(value: object) -> object:
    if not isinstance(value, str):
        return value
    return () if value.strip() == "none" else value.split(",")


Base = Annotated[str, AfterValidator(_base)]
Key = Annotated[SecretStr, AfterValidator(_key)]
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
Seconds = Annotated[float, Field(gt=0, le=86400, allow_inf_nan=False)]
# Refuse retries at temperature 0: they would give the same text again.
RetryTemperature = Annotated[float, Field(gt=0, le=2)]
RetryTemperatures = Annotated[tuple[RetryTemperature, ...], Field(max_length=20), BeforeValidator(_temperatures)]


class Settings(BaseModel):
    """All settings of the client. A field's name is its variable's, in lower case.

    Raises:
        ConfigurationError: a value cannot be used. One line names it, the value found, the one expected, and the fix.

    >>> Settings(model_name="student-nano").temperatures
    (0.0, 0.3, 0.3)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=(), hide_input_in_errors=True)

    mode: Literal["api"] = Field(default="api", description="api: ask an OpenAI-compatible API, the only mode")
    api_base: Base = Field(default="http://localhost:8001/v1", description="the API's address, up to and with /v1")
    model_name: Name = Field(description="the model's name as /v1/models lists it, such as student-nano")
    api_key: Key | None = Field(default=None, description="the key; leave it out if the API requires none")
    timeout_seconds: Seconds = Field(default=30.0, description="seconds one request may take, over 0")
    deadline_seconds: Seconds = Field(
        default=120.0, description="seconds one plan may take with all attempts and waits, over 0"
    )
    plan_tokens: int = Field(
        default=512, ge=1, le=1_000_000, description="longest first plan of the student in tokens, 1 or more"
    )
    max_tokens: int = Field(default=2048, ge=1, le=1_000_000, description="longest answer in tokens, 1 or more")
    prompt: Name = Field(default="auto", description="auto, nano, general, or a file's path without spaces")
    temperature: float = Field(default=0.0, ge=0, le=2, description="temperature of the first attempt, 0 to 2")
    retry_temperatures: RetryTemperatures = Field(
        default=(0.3, 0.3), description="temperatures of later attempts, over 0 to 2, such as 0.3,0.3; or none"
    )
    on_undecided: Literal["escalate", "stop"] = Field(
        default="escalate",
        description="escalate: a plan that cannot be decided leads to the next attempt; stop: it ends the call",
    )
    on_unreadable: Literal["stop", "ask"] = Field(
        default="stop",
        description="stop: no model is asked about a problem that is not understood; ask: the student is asked once",
    )
    host_watts: float | None = Field(
        default=None,
        gt=0,
        allow_inf_nan=False,
        description="watts that the engine's host draws at work, over 0; or empty",
    )
    power_price: float | None = Field(
        default=None, ge=0, allow_inf_nan=False, description="US dollars a kilowatt-hour, 0 or more; or empty"
    )
    host_price: float | None = Field(
        default=None, ge=0, allow_inf_nan=False, description="US dollars an hour of the host, 0 or more; or empty"
    )
    utilisation: float = Field(
        default=1.0, gt=0, le=1, description="share of the time in which the host works, over 0 to 1"
    )
    teacher_mode: Literal["off", "openai"] = Field(
        default="off", description="off, or openai: ask a teacher if the student fails"
    )
    teacher_model: Name = Field(default="gpt-4o-mini", description="the teacher's model, such as gpt-4o-mini")
    teacher_prompt: Name = Field(default="auto", description="auto, nano, general, or a file's path without spaces")
    teacher_api_base: Base = Field(
        default="https://api.openai.com/v1", description="the teacher's address, up to and with /v1"
    )
    teacher_api_key: Key | None = Field(default=None, description="the teacher's key")
    teacher_budget_dollars: float | None = Field(
        default=None, gt=0, allow_inf_nan=False, description="US dollars a day for an alert, over 0; empty for none"
    )

    @property
    def temperatures(self) -> tuple[float, ...]:
        """The temperature of each of the student's attempts, in order."""
        return (self.temperature, *self.retry_temperatures)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, start: Path | None = None) -> Settings:
        """Read the environment, and the settings that are missing there from the file ``env/student.env``.

        Args:
            environ: the environment; None for the process's own.
            start: the folder in which to look for the file, then in each parent; None for the current directory.
                ``STUDENT_ENV_FILE`` names another file.

        Returns:
            The settings, all checked.

        Raises:
            ConfigurationError: nothing was found, or a value cannot be used.
        """
        return cls.model_validate(Sources.read(environ, start).values)

    @model_validator(mode="wrap")
    @classmethod
    def _in_one_line(cls, data: Any, handler: ModelWrapValidatorHandler[Settings]) -> Settings:
        try:
            settings = handler(data)
        except ValidationError as error:
            raise ConfigurationError(_message(error)) from None
        if (
            settings.teacher_mode != "off"
            and not settings.teacher_api_key
            and "api.openai.com" in settings.teacher_api_base
        ):
            raise ConfigurationError(
                "TEACHER_MODE is openai and TEACHER_API_KEY is not set. Fix: set the key, or TEACHER_MODE=off"
            )
        return settings


def _message(error: ValidationError) -> str:
    """Describe the first fault in one line, with the value found unless it may be a key."""
    first = error.errors(include_url=False)[0]
    field = str(first["loc"][0])
    name = variable(field)
    if first["type"] == "extra_forbidden":
        return f"there is no setting {field!r}. Fix: use one of {', '.join(Settings.model_fields)}"
    if first["type"] == "value_error":
        return f"{name} {first['ctx']['error']}"
    if field.endswith("api_key"):
        return f"{name} is not a text. Fix: give the key as text"
    expected = Settings.model_fields[field].description
    found = "is not set" if first["type"] == "missing" else f"is {_shown(first['input'])}"
    return f"{name} {found}, expected {expected}. Fix: set {name} in {ENV_FILE} or in the environment"


def _shown(value: object) -> str:
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


@dataclass(frozen=True)
class Sources:
    """Values as found, by field, and the origin of each.

    Args:
        values: the text of each field that was found.
        origins: for each of those, "environment" or the file's path.
        file: the env file, or None if there is none.
    """

    values: Mapping[str, str]
    origins: Mapping[str, str]
    file: Path | None

    @classmethod
    def read(cls, environ: Mapping[str, str] | None = None, start: Path | None = None) -> Sources:
        """Find the values; see :meth:`Settings.from_env`."""
        environ = os.environ if environ is None else environ
        start = Path.cwd() if start is None else start
        file = _find(environ, start)
        in_file = _load(file, environ) if file else {}
        if file is None and not environ.get("STUDENT_MODEL_NAME"):
            raise ConfigurationError(f"{NO_SETTINGS.format(file=ENV_FILE, start=start)}. Fix: {SET_UP}")
        values: dict[str, str] = {}
        origins: dict[str, str] = {}
        for field in Settings.model_fields:
            name = variable(field)
            for origin, where in (("environment", environ), (str(file), in_file)):
                text = where.get(name)
                # Ignore an empty value, except for the student's key, which is empty if 'make init' was forgotten.
                if text is not None and (text.strip() or field == "api_key"):
                    values[field], origins[field] = text.strip(), origin
                    if where is in_file and file and field in {"prompt", "teacher_prompt"} and text not in PROMPTS:
                        values[field] = str(file.parent / text.strip())  # is relative to the env file
                    break
        return cls(values, origins, file)


def _find(environ: Mapping[str, str], start: Path) -> Path | None:
    named = environ.get("STUDENT_ENV_FILE")
    if named:
        if not Path(named).is_file():
            raise ConfigurationError(f"STUDENT_ENV_FILE is {_shown(named)}, but there is no such file. Fix: correct it")
        return Path(named)
    for directory in (start, *start.absolute().parents):
        if (directory / ENV_FILE).is_file():
            return directory / ENV_FILE
    return None


def _load(file: Path, environ: Mapping[str, str]) -> Mapping[str, str]:
    """Return the settings of a file as Docker Compose reads them, so that both agree."""
    try:
        return {line.name: line.value for line in _env_grammar.read(file.read_bytes().decode(), environ)}
    except _env_grammar.BadLine as error:
        raise ConfigurationError(f"{file}, {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigurationError(f"cannot read {file}: {reason}. Fix: make it a readable text file of yours") from None
