"""Bodies that would crash an engine or block it for all others, if it got them unchanged."""

from __future__ import annotations

from typing import Any

import httpx2

from tests.conftest import Stack

CHAT, TEXT = "/chat/completions", "/completions"


def nested(depth: int) -> dict[str, Any]:
    """Return an object nested so many times."""
    made: dict[str, Any] = {}
    for _ in range(depth):
        made = {"x": made}
    return made


def schema(depth: int) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "string"}
    for _ in range(depth):
        made = {"type": "array", "items": made}
    return made


def form(of: dict[str, Any]) -> dict[str, Any]:
    return {"response_format": {"type": "json_schema", "json_schema": {"name": "x", "schema": of}}}


def called(arguments: str) -> dict[str, Any]:
    """Return the message of a model that called a tool."""
    call = {"id": "1", "type": "function", "function": {"name": "f", "arguments": arguments}}
    return {"role": "assistant", "content": None, "tool_calls": [call]}


DEEP = 300  # is the depth of the tests' JSON writer; the gateway's bound is 64
HOSTILE: dict[str, tuple[str, dict[str, Any]]] = {
    "a grammar nested 60,000 deep": (CHAT, {"grammar": "root ::= " + "(" * 60000 + '"a"' + ")" * 60000}),
    "a grammar that repeats repetitions": (CHAT, {"grammar": 'root ::= ((("a"{1,999}){1,999}){1,999}){1,999}'}),
    "a deep schema": (CHAT, form(schema(DEEP))),
    "an enum of 20,000": (CHAT, form({"enum": [str(value) for value in range(20_000)]})),
    "a list of a billion": (CHAT, form({"type": "array", "items": {"type": "null"}, "minItems": 10**9})),
    "a pattern that repeats": (CHAT, form({"type": "string", "pattern": "^((a{999}){999}){999}$"})),
    "a pattern with two ways to read everything": (CHAT, form({"type": "string", "pattern": "^([^x]{1,3})*$"})),
    "a schema that leads back to itself": (
        CHAT,
        form({"$defs": {"a": {"$ref": "#/$defs/a"}}, "allOf": [{"$ref": "#/$defs/a"}]}),
    ),
    "at least five of at most two": (
        CHAT,
        form({"type": "array", "items": {"type": "null"}, "minItems": 5, "maxItems": 2}),
    ),
    "a minimum of sixteen digits": (CHAT, form({"type": "integer", "minimum": 2**53 - 1})),
    "a grammar that leads back to itself": (CHAT, {"grammar": 'root ::= "a" root "b" | "a" root "c" | "x"'}),
    "deep arguments of a call": (
        CHAT,
        {"messages": [{"role": "user", "content": "x"}, called("[" * 100_000 + "]" * 100_000)]},
    ),
    "deep template settings": (CHAT, {"chat_template_kwargs": nested(DEEP)}),
    "3,000 prompts": (TEXT, {"prompt": ["x"] * 3000}),
    "3,000 prompts as tokens": (TEXT, {"prompt": [[1, 2]] * 3000}),
    "1,000 answers": (CHAT, {"n": 1000}),
    "200,000 biases": (CHAT, {"logit_bias": {str(token): 1 for token in range(200_000)}}),
    "a long memory": (CHAT, {"repeat_last_n": 2**31 - 1}),
    "the whole vocabulary": (CHAT, {"logprobs": True, "top_logprobs": 100_000}),
    "20,000 messages": (CHAT, {"messages": [{"role": "user", "content": "x"}] * 20_000}),
    "10,000 stop strings": (CHAT, {"stop": ["x"] * 10_000}),
    "1,000 tools": (
        CHAT,
        {"tools": [{"type": "function", "function": {"name": f"f{number}"}} for number in range(1000)]},
    ),
}


def refused(stack: Stack, path: str, further: dict[str, Any]) -> httpx2.Response:
    """Send a body and return the gateway's refusal."""
    asked: dict[str, Any] = {"prompt": "x"} if path == TEXT else {"messages": [{"role": "user", "content": "x"}]}
    headers = {"Authorization": f"Bearer {stack.key}"}
    body = {"model": "student-nano", "max_tokens": 1, **asked, **further}
    return httpx2.post(f"{stack.api}/v1{path}", json=body, headers=headers, timeout=60)
