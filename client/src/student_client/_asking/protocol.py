"""Parses the API's answers, without input or output: plans, models, and errors by status."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
from . import hints
from .endpoint import Endpoint
from .retry_after import retry_after


@dataclass(frozen=True)
class Reply:
    """An HTTP answer: its status, its headers (looked up in lower case) and its body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def request_id(self) -> str | None:
        """The gateway's id for the request."""
        return self.headers.get("x-request-id")


def wants_tgi_form(reply: Reply) -> bool:
    """Return whether this is TGI 3.3.7's refusal of OpenAI's form of a schema."""
    return reply.status == 422 and b"response_format: missing field `value`" in reply.body


@dataclass(frozen=True)
class Completion:
    """The model's text without its thinking, the reason why it ended, and its tokens."""

    text: str | None
    finish_reason: str | None
    refusal: str | None
    tokens_in: int | None
    tokens_out: int | None
    thought: bool = False

    def plan_text(self, endpoint: Endpoint) -> str:
        """Return the text, which may be a plan.

        Args:
            endpoint: the API that wrote the text.

        Raises:
            TruncatedPlan: ``max_tokens`` cut it.
            InvalidPlan: the model wrote no text.
        """
        if self.finish_reason == "length":
            lengths = "STUDENT_PLAN_TOKENS and STUDENT_MAX_TOKENS"
            length = ", or the engine's context length" if hints.is_loopback(endpoint.base) else ""
            took = f" after {self.tokens_out} tokens" if self.tokens_out else ""
            raise TruncatedPlan(f"the plan was cut{took}. Fix: raise {lengths}{length}", text=self.text or "")
        if not self.text:
            why = f"it refused: {_line(self.refusal)}" if self.refusal else f"finish_reason {self.finish_reason!r}"
            why = "it only thought aloud" if self.thought and not self.refusal else why
            check = (
                "'make verify' asks the engine for a plan" if hints.is_loopback(endpoint.base) else "use another model"
            )
            fix = f"{check}; a model that thinks aloud needs that turned off"
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
    spoken = _spoken(text) if text is not None else None
    return Completion(
        # Replace half a surrogate pair: it is valid JSON, but cannot be printed or sent.
        text=spoken.encode("utf-8", "replace").decode() if spoken is not None else None,
        finish_reason=choice.get("finish_reason"),
        refusal=refusal if isinstance(refusal, str) else None,
        tokens_in=_count(usage.get("prompt_tokens")),
        tokens_out=_count(usage.get("completion_tokens")),
        thought=spoken != text or bool(message.get("reasoning_content") or message.get("reasoning")),
    )


def _spoken(text: str) -> str:
    """Return a text without the thinking before it, which templates put between <think> and </think>."""
    _, ended, rest = text.rpartition("</think>")
    if ended:
        return rest.lstrip()
    return "" if text.lstrip().startswith("<think>") else text


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
    """Return the exception for an error status."""
    base, prefix, status = endpoint.base, endpoint.prefix, reply.status
    look = hints.look(base, reply.request_id)
    wait = retry_after(reply.headers)
    later = f"wait {wait:.0f} s" if wait is not None else "wait a little"
    note = _note(reply, endpoint)
    kind: type[RequestFailed]
    if status in {401, 403}:
        kind = AuthenticationFailed
        have = "the key was refused" if endpoint.key else "a key is required and none is set"
        where = " in env/student.env" if hints.is_loopback(base) else f", or {look}"
        text = f"{have} by {base} (HTTP {status}){note}. Fix: check {prefix}_API_KEY{where}"
    elif status == 408:
        kind, text = RequestTimeout, f"{base} gave up waiting (HTTP 408){note}. Fix: try again"
    elif status == 429:
        kind, text = RateLimited, f"too many requests for {base} (HTTP 429){note}. Fix: {later}, or send fewer at once"
    elif status in {424, 502, 503, 504}:
        kind, text = (
            EngineNotReady,
            f"the engine behind {base} is not ready (HTTP {status}){note}. Fix: {later}; {look}",
        )
    elif 300 <= status < 400:
        to = f" to {_line(reply.headers['location'])}" if "location" in reply.headers else ""
        kind, text = (
            BadResponse,
            f"{base} redirects{to} (HTTP {status}). Fix: set {prefix}_API_BASE to the final address",
        )
    elif status == 404:
        fix = f"check {prefix}_API_BASE (it ends in /v1) and {endpoint.model!r} against 'student models'"
        kind, text = BadResponse, f"{base} knows no such path or model (HTTP 404){note}. Fix: {fix}"
    else:
        refused = status in {400, 413, 422}
        fix = f"correct the setting that it names ('student config' shows all), or {look}" if refused else look
        kind, text = BadResponse, f"{base} answered HTTP {status}{note}. Fix: {fix}"
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


def _note(reply: Reply, endpoint: Endpoint) -> str:
    """Return the server's own message as one short line, or nothing."""
    try:
        error = json.loads(reply.body)["error"]
        words = error["message"] if isinstance(error, dict) else error
    except (ValueError, RecursionError, LookupError, TypeError):
        if not reply.headers.get("content-type", "").startswith("text/plain"):
            return ""
        words = reply.body.decode("utf-8", "replace")  # as TGI sends it
    return f": {_hide(_line(words), endpoint)[:200].rstrip('.')}" if isinstance(words, str) and words else ""


def _line(text: str) -> str:
    """Return a received text as one line that is safe to print on a terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text[:2000].split()))


def _hide(text: str, endpoint: Endpoint) -> str:
    return text.replace(endpoint.key.get_secret_value(), "***") if endpoint.key else text


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
