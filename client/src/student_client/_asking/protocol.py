"""The API's messages as data, without input or output: request bodies, answers, and errors by status."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import SecretStr

from .._errors import (
    AuthenticationFailed,
    BadResponse,
    EngineNotReady,
    InvalidPlan,
    RateLimited,
    RequestFailed,
    RequestTimeout,
    TruncatedPlan,
)
from .._outcome import Author
from .._plan import plan_schema
from .._problem import Problem
from .._settings import Settings
from .teacher import TeacherModel, teacher_model

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
Form: TypeAlias = Literal["openai", "tgi"]
LOGS = "see 'docker compose ps' and 'docker compose logs gateway'"


@dataclass(frozen=True)
class Endpoint:
    """A model behind an API: the student or the teacher.

    Args:
        author: which of the two.
        base: the API's address with /v1.
        key: its key, or None.
        model: the model's name.
        traits: how this model wants to be asked, and what it costs.
        max_tokens: the longest answer.
    """

    author: Author
    base: str
    key: SecretStr | None
    model: str
    traits: TeacherModel
    max_tokens: int

    @property
    def prefix(self) -> str:
        """How the names of its settings begin."""
        return "STUDENT" if self.author == "student" else "TEACHER"

    def headers(self) -> dict[str, str]:
        """Return the headers of a request; they hold the key."""
        headers = {"content-type": "application/json"}
        if self.key is not None:
            headers["authorization"] = f"Bearer {self.key.get_secret_value()}"
        return headers

    def body(self, problem: Problem, temperature: float, form: Form = "openai") -> bytes:
        """Return the body of a request for a plan, with the schema in OpenAI's form or in TGI's."""
        body: dict[str, Any] = {"model": self.model, "messages": problem.messages()}
        body[self.traits.length_parameter] = self.max_tokens
        if self.traits.takes_temperature:
            body["temperature"] = temperature
        body.update(self.traits.parameters)
        # The schema is most of the body and always the same: it is written once.
        return f'{json.dumps(body)[:-1]}, "response_format": {_format(form)}}}'.encode()


def student(settings: Settings) -> Endpoint:
    """Return the student's endpoint; its tokens cost nothing."""
    traits = TeacherModel(price_in=0.0, price_out=0.0)
    return Endpoint("student", settings.api_base, settings.api_key, settings.model_name, traits, settings.max_tokens)


def teacher(settings: Settings) -> Endpoint | None:
    """Return the teacher's endpoint, or None where it is off."""
    if settings.teacher_mode == "off":
        return None
    traits = teacher_model(settings.teacher_model)
    return Endpoint(
        "teacher",
        settings.teacher_api_base,
        settings.teacher_api_key,
        settings.teacher_model,
        traits,
        settings.max_tokens,
    )


@cache
def _format(form: Form) -> str:
    schema = {"name": "plan", "schema": plan_schema()}
    if form == "tgi":
        return json.dumps({"type": "json_schema", "value": schema})
    return json.dumps({"type": "json_schema", "json_schema": schema | {"strict": True}})


@dataclass(frozen=True)
class Reply:
    """An HTTP answer: status, headers (asked for in lower case), body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def request_id(self) -> str | None:
        """The gateway's id of the request."""
        return self.headers.get("x-request-id")


def wants_tgi_form(reply: Reply) -> bool:
    """Tell whether this is how TGI 3.3.7 refuses OpenAI's form of a schema."""
    return reply.status == 422 and b"response_format: missing field `value`" in reply.body


@dataclass(frozen=True)
class Completion:
    """The model's text, why it ended, and what it took."""

    text: str | None
    finish_reason: str | None
    refusal: str | None
    tokens_in: int | None
    tokens_out: int | None

    def plan_text(self) -> str:
        """Return the text if it can be a plan.

        Raises:
            TruncatedPlan: ``max_tokens`` cut it.
            InvalidPlan: there is no text.
        """
        if self.finish_reason == "length":
            raise TruncatedPlan(
                "the plan was cut by max_tokens. Fix: raise STUDENT_MAX_TOKENS, or the engine's context length",
                text=self.text or "",
            )
        if not self.text:
            why = f"it refused: {_line(self.refusal)}" if self.refusal else f"finish_reason {self.finish_reason!r}"
            fix = "'make verify' asks the engine for a plan; a model that thinks aloud needs that turned off"
            raise InvalidPlan(f"the model wrote no text ({why}). Fix: {fix}", text="")
        return self.text


def read_completion(reply: Reply, endpoint: Endpoint) -> Completion:
    """Read the answer to a request for a plan.

    Raises:
        RequestFailed: the status is an error, or the body is not a chat completion.
    """
    data = _read_json(reply, endpoint)
    try:
        choice = data["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise _bad(reply, endpoint, "is not a chat completion") from None
    if not isinstance(text, str | None):
        raise _bad(reply, endpoint, "has a message content that is not text")
    usage = data.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    return Completion(
        # Half a surrogate pair is valid JSON, and nothing that can be printed or sent on.
        text=text.encode("utf-8", "replace").decode() if text is not None else None,
        finish_reason=choice.get("finish_reason"),
        refusal=refusal if isinstance(refusal, str) else None,
        tokens_in=_count(usage.get("prompt_tokens")),
        tokens_out=_count(usage.get("completion_tokens")),
    )


def read_models(reply: Reply, endpoint: Endpoint) -> list[str]:
    """Read the names of the models an API serves.

    Raises:
        RequestFailed: the status is an error, or the body is not a list of models.
    """
    data = _read_json(reply, endpoint)
    try:
        return [str(model["id"]) for model in data["data"]]
    except (KeyError, TypeError):
        raise _bad(reply, endpoint, "is not a list of models") from None


def _read_json(reply: Reply, endpoint: Endpoint) -> dict[str, Any]:
    if reply.status != 200:
        raise _failure(reply, endpoint)
    try:
        data = json.loads(reply.body)
    except (ValueError, RecursionError):
        raise _bad(reply, endpoint, "is not JSON") from None
    if not isinstance(data, dict):
        raise _bad(reply, endpoint, "is not a JSON object")
    return data


def _failure(reply: Reply, endpoint: Endpoint) -> RequestFailed:
    """Turn an error status into the exception for it."""
    base, prefix, status = endpoint.base, endpoint.prefix, reply.status
    wait = retry_after(reply.headers)
    later = f"wait {wait:.0f} s" if wait is not None else "wait a little"
    said = _said(reply, endpoint)
    kind: type[RequestFailed]
    if status in {401, 403}:
        kind = AuthenticationFailed
        have = "the key was refused" if endpoint.key else "a key is wanted and none is set"
        text = f"{have} by {base} (HTTP {status}){said}. Fix: check {prefix}_API_KEY in env/student.env"
    elif status == 408:
        kind, text = RequestTimeout, f"{base} gave up waiting (HTTP 408){said}. Fix: try again"
    elif status == 429:
        kind, text = RateLimited, f"too many requests for {base} (HTTP 429){said}. Fix: {later}, or send fewer at once"
    elif status in {424, 502, 503, 504}:
        kind, text = (
            EngineNotReady,
            f"the engine behind {base} is not ready (HTTP {status}){said}. Fix: {later}; {LOGS}",
        )
    elif 300 <= status < 400:
        to = f" to {_line(reply.headers['location'])}" if "location" in reply.headers else ""
        kind, text = (
            BadResponse,
            f"{base} redirects{to} (HTTP {status}). Fix: set {prefix}_API_BASE to the final address",
        )
    elif status == 404:
        fix = f"check {prefix}_API_BASE (it ends in /v1) and {endpoint.model!r} against 'student models'"
        kind, text = BadResponse, f"{base} knows no such path or model (HTTP 404){said}. Fix: {fix}"
    else:
        refused = status in {400, 413, 422}
        fix = f"correct the setting it speaks of ('student config' shows them); else {LOGS}" if refused else LOGS
        kind, text = BadResponse, f"{base} answered HTTP {status}{said}. Fix: {fix}"
    return kind(text, status=status, request_id=reply.request_id, retry_after=wait)


def _bad(reply: Reply, endpoint: Endpoint, fault: str) -> BadResponse:
    start = _hide(_line(reply.body[:400].decode("utf-8", "replace"))[:60], endpoint)
    found = f"it begins {start!r}" if start else "it is empty"
    fix = f"check that {endpoint.prefix}_API_BASE is the API's address"
    return BadResponse(
        f"the answer of {endpoint.base} {fault}; {found}. Fix: {fix}",
        status=reply.status,
        request_id=reply.request_id,
    )


def _said(reply: Reply, endpoint: Endpoint) -> str:
    """Return the server's own words on an error in one short line, or nothing."""
    try:
        error = json.loads(reply.body)["error"]
        words = error["message"] if isinstance(error, dict) else error
    except (ValueError, RecursionError, LookupError, TypeError):
        if not reply.headers.get("content-type", "").startswith("text/plain"):
            return ""
        words = reply.body.decode("utf-8", "replace")  # TGI's way
    return f": {_hide(_line(words), endpoint)[:200].rstrip('.')}" if isinstance(words, str) and words else ""


def _line(text: str) -> str:
    """Return a text from outside as one line that is safe on a terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text[:2000].split()))


def _hide(text: str, endpoint: Endpoint) -> str:
    return text.replace(endpoint.key.get_secret_value(), "***") if endpoint.key else text


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Read how many seconds a server asks to wait: ``retry-after-ms``, which OpenAI may send, else ``retry-after``.

    >>> retry_after({"retry-after": "7"}), retry_after({"retry-after-ms": "1500"}), retry_after({"retry-after": "soon"})
    (7.0, 1.5, None)
    """
    milliseconds = headers.get("retry-after-ms", "")
    if _NUMBER.fullmatch(milliseconds):
        return float(milliseconds) / 1000
    value = headers.get("retry-after", "")
    if _NUMBER.fullmatch(value):
        return float(value)
    try:
        date = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=timezone.utc)
    return max(0.0, (date - datetime.now(timezone.utc)).total_seconds())
