"""Checks of the API as a client uses it: which keys are accepted, which routes exist, and whether answers are right."""

from __future__ import annotations

import json
import os
import socket
import ssl
from typing import Any

from ops.lib import env_file, overlays, student
from ops.lib.ask import LOOPBACK, Answer, ask
from ops.lib.console import ROOT, capture
from ops.lib.gateway import ROOT_CERTIFICATE
from ops.lib.host import LOOPBACK_6
from ops.lib.readiness import WITHOUT_IPV6
from ops.verbs.verify.containers import container_name
from ops.verbs.verify.probe import NotApplicable, Probe, Target, Wrong

CHAT = "/v1/chat/completions"
NO_KEY_AT_ALL = "student-verify-this-is-no-key"
DENIED = [("GET", "/slots"), ("GET", "/props"), ("GET", "/docs"), ("POST", "/tokenize"), ("POST", "/v1/../tokenize")]
READ_SECONDS = 20.0  # covers the reading of the problem, before the client's deadline begins
ANSWER_SECONDS = 60.0  # allows for 1.3 tokens a second, as a real model wrote on two busy cores
# Ask for an answer that contradicts the schema: only a constrained model keeps to the schema.
CONTRADICTION = "Reply with the single word hello and nothing else."
COLOUR = {
    "type": "object",
    "properties": {"colour": {"type": "string", "enum": ["violet"]}},
    "required": ["colour"],
    "additionalProperties": False,
}


def _bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


def _ask(target: Target, path: str, key: str | None, seconds: float = 10, **request: Any) -> Answer:
    headers = {} if key is None else _bearer(key)
    return ask(target.port("GATEWAY_HTTP_PORT"), path, headers=headers, timeout=seconds, **request)


def _key(target: Target) -> str:
    return target.settings.get("STUDENT_API_KEY", "")


def health(target: Target) -> str:
    """Does the engine report that it is healthy, through the gateway?"""
    answer = _ask(target, "/health", None)
    if answer.status != 200:
        raise Wrong(f"GET /health gives {answer.status}, 200 was expected")
    return "GET /health gives 200"


def localhost(target: Target) -> str:
    """Does the gateway answer programs whose localhost is ::1 first?"""
    if overlays.IPV6 not in overlays.used(target.settings):
        raise NotApplicable(f"{overlays.IPV6} is not used")
    port = target.port("GATEWAY_HTTP_PORT")
    ask(port, "/health", address=LOOPBACK_6, timeout=10)
    return f"[{LOOPBACK_6}]:{port} answers like 127.0.0.1"


def key_refused(target: Target) -> str:
    """Are requests without a key, and with a wrong key, refused?"""
    for what, key in (("no key", None), ("a wrong key", NO_KEY_AT_ALL)):
        answer = _ask(target, "/v1/models", key)
        if answer.status not in (401, 429):  # accepts 429: this address failed too often in the last minute
            raise Wrong(f"{what} gives {answer.status}, 401 was expected")
    return "no key and a wrong key give 401"


def key_accepted(target: Target) -> str:
    """Is the key of the settings accepted?"""
    answer = _ask(target, "/v1/models", _key(target))
    if answer.status != 200:
        raise Wrong(f"STUDENT_API_KEY gives {answer.status}, 200 was expected")
    return "STUDENT_API_KEY gives 200"


def models(target: Target) -> str:
    """Is the model of the settings served?"""
    data = _ask(target, "/v1/models", _key(target)).json()
    listed = data.get("data") if isinstance(data, dict) else None
    names = [str(entry.get("id")) for entry in listed or () if isinstance(entry, dict)]
    wanted = target.settings["STUDENT_MODEL_NAME"]
    if wanted not in names:
        raise Wrong(f"the engine serves {', '.join(names) or 'no model'}, not {wanted}")
    return wanted


def rate_limit(target: Target) -> str:
    """Is the key limited, and do answers say how much is left?"""
    headers = _ask(target, "/v1/models", _key(target)).headers
    limit, left = (headers.get(f"x-ratelimit-{name}-requests", "") for name in ("limit", "remaining"))
    if not limit.isdigit() or not left.isdigit():
        raise Wrong("no X-RateLimit-Limit-Requests in the answer: the gateway limits nobody")
    return f"{left} of {limit} requests are left this minute"


def denied_routes(target: Target) -> str:
    """Are the engine's routes beside the API hidden from clients?"""
    for method, path in DENIED:
        status = _ask(target, path, _key(target), method=method).status
        if status not in (404, 400):
            raise Wrong(f"{method} {path} gives {status}, 404 was expected")
    return f"{len(DENIED)} of the engine's own routes give 404"


def metrics(target: Target) -> str:
    """Are the engine's metrics served to this host's programs without a key, and under the name localhost alone?"""
    port = target.port("GATEWAY_HTTP_PORT")
    answer = ask(port, "/metrics", headers={"Host": f"localhost:{port}"}, timeout=10)
    if answer.status != 200 or b"# TYPE" not in answer.body:
        raise Wrong(f"GET /metrics gives {answer.status} and no metrics, 200 was expected")
    status = ask(port, "/metrics", headers={"Host": "rebound.example"}, timeout=10).status
    if status != 404:
        raise Wrong(f"GET /metrics under another name than localhost gives {status}, 404 was expected")
    return "GET /metrics gives the engine's, under localhost alone"


def tls(target: Target) -> str:
    """Is the certificate issued by the authority that clients trust, for the name they use?"""
    name, port = target.settings["GATEWAY_HOST"], target.port("GATEWAY_HTTPS_PORT")
    own = (target.settings.get("GATEWAY_TLS") or "internal") == "internal"
    if own and not ROOT_CERTIFICATE.exists():
        raise Wrong(f"no {ROOT_CERTIFICATE.relative_to(ROOT)}, the gateway's own authority")
    context = ssl.create_default_context(cafile=str(ROOT_CERTIFICATE) if own else None)
    try:
        with (
            socket.create_connection((LOOPBACK, port), timeout=10) as plain,
            context.wrap_socket(plain, server_hostname=name) as wrapped,
        ):
            certificate = wrapped.getpeercert() or {}
            return f"{wrapped.version()}, for {name}, valid until {certificate.get('notAfter')}"
    except ssl.SSLError as error:
        reason = getattr(error, "verify_message", "") or error.reason
        raise Wrong(f"port {port} has no certificate for {name} that can be trusted ({reason})") from error


def plain_http(target: Target) -> str:
    """Is plain HTTP from outside refused, if its port is open for a public name?"""
    if overlays.PUBLIC not in overlays.used(target.settings):
        raise NotApplicable(f"its port is closed: {overlays.PUBLIC} is not used")
    port = target.port("GATEWAY_PUBLIC_HTTP_PORT")
    status = ask(port, "/v1/models", timeout=10).status
    if status != 426:
        raise Wrong(f"port {port} gives {status}, 426 was expected")
    return f"port {port} gives 426"


def plan(target: Target) -> str:
    """Does the client get a plan that its verifier accepts?"""
    command = student.COMMAND
    if not command.exists():
        raise NotApplicable(f"no {command.relative_to(ROOT)}: 'make up' installs the client")
    asked = [str(command), "plan", *student.PROBLEM, "--json"]
    done = capture(asked, timeout=_plan_seconds(target), env=_environment())
    outcome = json.loads(done.stdout) if done.stdout.startswith("{") else {}
    if done.returncode or not outcome.get("verified"):
        last = (done.stderr.strip().splitlines() or ["no plan was accepted"])[-1]
        raise Wrong(last.removeprefix("ERROR ").split(" Fix:")[0].rstrip("."))
    return f"verified: {outcome['result']}"


def _plan_seconds(target: Target) -> float:
    """Return the longest time of a plan: the client's deadline, plus the reading of the problem."""
    name = "STUDENT_DEADLINE_SECONDS"
    return float(target.settings.get(name) or env_file.defaults()[name]) + READ_SECONDS


def _environment() -> dict[str, str]:
    """Return the environment without settings, so that env/student.env alone counts."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("STUDENT_", "TEACHER_"))}


def _request(target: Target, text: str, most: int, **further: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": text}]
    model = target.settings["STUDENT_MODEL_NAME"]
    return {"model": model, "messages": messages, "max_tokens": most, "temperature": 0, **further}


def schema(target: Target) -> str:
    """Does the engine keep to a schema that contradicts the prompt?"""
    shape: dict[str, Any] = {"type": "json_schema", "json_schema": {"name": "colour", "strict": True, "schema": COLOUR}}
    if target.engine == "tgi":  # answers 422 to OpenAI's form
        shape = {"type": "json_schema", "value": {"name": "colour", "schema": COLOUR}}
    body = _request(target, CONTRADICTION, 64, response_format=shape)
    answer = _ask(target, CHAT, _key(target), ANSWER_SECONDS, method="POST", body=body)
    if answer.status != 200:
        raise Wrong(f"a request with a schema gives {answer.status}, 200 was expected")
    try:
        text = answer.json()["choices"][0]["message"]["content"]
        content = json.loads(text)
    except (TypeError, KeyError, IndexError, ValueError):
        raise Wrong("the engine ignored the schema: its answer is not JSON") from None
    if content != {"colour": "violet"}:
        raise Wrong("the engine ignored the schema: its answer does not satisfy it")
    return "an answer that only the schema explains"


def streaming(target: Target) -> str:
    """Does a streamed answer come in parts and end with [DONE]?"""
    body = _request(target, CONTRADICTION, 16, stream=True)
    answer = _ask(target, CHAT, _key(target), ANSWER_SECONDS, method="POST", body=body)
    kind = answer.headers.get("content-type", "")
    if answer.status != 200 or not kind.startswith("text/event-stream"):
        raise Wrong(f"a stream gives {answer.status} and {kind or 'no content type'}, text/event-stream was expected")
    events = [line[5:].strip() for line in answer.body.splitlines() if line.startswith(b"data:")]
    if len(events) < 3 or events[-1] != b"[DONE]":
        raise Wrong(f"the stream has {len(events)} events and does not end with [DONE]")
    return f"{len(events) - 1} events, then [DONE]"


def probes(engine: str) -> list[Probe]:
    """Return the checks of the API, for the engine of that service."""
    gateway = container_name("gateway")
    logs = "docker compose logs --tail=50 gateway"
    engine_logs = f"docker compose logs --tail=50 {engine}"
    return [
        Probe("health", health, engine_logs, (gateway, container_name(engine))),
        Probe("localhost", localhost, f"make up; or, if Docker's userland-proxy is off, {WITHOUT_IPV6}", (gateway,)),
        Probe("key refused", key_refused, "undo the change in caddy/Caddyfile, then make up", (gateway,)),
        Probe("key accepted", key_accepted, "make up, which gives the gateway the key of env/student.env", ("health",)),
        Probe("models", models, "set STUDENT_MODEL_NAME in env/student.env, then make up", ("key accepted",)),
        Probe("rate limit", rate_limit, "make images, then make up", ("key accepted",)),
        Probe("denied routes", denied_routes, "undo the change in caddy/Caddyfile, then make up", ("key accepted",)),
        Probe("metrics", metrics, "make images, then make up", ("health",)),
        Probe("TLS chain", tls, f"check GATEWAY_HOST and GATEWAY_HTTPS_PORT, then make up and {logs}", (gateway,)),
        Probe("plain HTTP", plain_http, "undo the change in caddy/Caddyfile, then make up", (gateway,)),
        Probe("plan", plan, ".venv/bin/student plan shows every attempt; try another model", ("models",)),
        Probe("schema enforced", schema, f"check the engine's structured output settings, {engine_logs}", ("models",)),
        Probe("streaming", streaming, f"{engine_logs}; {logs}", ("models",)),
    ]
