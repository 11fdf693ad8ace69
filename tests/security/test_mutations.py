"""Ten thousand random mutations of valid requests: the gateway does not fail or hang, and none bypasses it."""

from __future__ import annotations

from collections import Counter
from functools import reduce
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, docker
from tests.caddy.scripted_engine import ScriptedEngine
from tests.security.wire import HEAD, nothing_else_reached, send_all, statuses

pytestmark = pytest.mark.docker

MUTATIONS, AT_ONCE = 10_000, 100
BODY = '{"model": "m", "messages": [{"role": "user", "content": "x"}], "max_tokens": 5}'
VALID = [
    f"GET /v1/models HTTP/1.1\r\n{HEAD}\r\n",
    f"HEAD /v1/models HTTP/1.1\r\n{HEAD}Accept: */*\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: x\r\n\r\n",
    f"POST /v1/chat/completions HTTP/1.1\r\n{HEAD}Accept: */*\r\nContent-Length: {len(BODY)}\r\n\r\n{BODY}",
    f"POST /v1/completions HTTP/1.1\r\n{HEAD}Transfer-Encoding: chunked\r\n\r\n{len(BODY):x}\r\n{BODY}\r\n0\r\n\r\n",
]
PIECES = [
    *("\r\n", "\n", "\r", "\x00", " ", "\t", "\x0b", ":", ";", "?", "#", "%", "/", "//", "..", "/../", "%2e%2e", "%2f"),
    *(
        "%00",
        "\\",
        "/tokenize",
        "/metrics",
        "HTTP/1.0",
        "HTTP/2.0",
        "GET ",
        "POST ",
        "OPTIONS ",
        "\xff",
        "\xc0\xae",
        "é",
    ),
    *("Transfer-Encoding: chunked\r\n", "Transfer-Encoding: identity\r\n", "Content-Length: 0\r\n", "Host: engine\r\n"),
    *("Content-Length: 99\r\n", "Connection: close\r\n", "Connection: Authorization\r\n", "Upgrade: websocket\r\n"),
    *(
        "Expect: 100-continue\r\n",
        "Authorization: Bearer x\r\n",
        "Content-Encoding: gzip\r\n",
        "0\r\n\r\n",
        "-1",
        "1e99",
    ),
    *(
        "{",
        "}",
        "[" * 200,
        '"',
        "null",
        '"max_tokens": 99999999',
        '"stream": true',
        '"n": 1000',
        "{env.HOME}",
        "\\ud800",
    ),
    "GET /tokenize HTTP/1.1\r\nHost: x\r\n\r\n",
]


class Change(NamedTuple):
    """One mutation, at a place given as a share of the request's length."""

    kind: str
    place: float
    length: int
    piece: str


CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(["insert", "replace", "delete", "repeat", "swap case", "cut"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 40),
        st.sampled_from(PIECES) | st.text(st.characters(max_codepoint=255), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
)


def changed(text: str, change: Change) -> str:
    """Return a request with one mutation."""
    at = int(change.place * len(text))
    before, part, after = text[:at], text[at : at + change.length], text[at + change.length :]
    return {
        "insert": before + change.piece + part + after,
        "replace": before + change.piece + after,
        "delete": before + after,
        "repeat": before + part + part + after,
        "swap case": before + part.swapcase() + after,
        "cut": before,
    }[change.kind]


# accepts the HTTP server's own refusals too: 501 of an encoding, 505 of a version
REFUSALS = {400, 401, 404, 405, 411, 413, 414, 415, 417, 429, 431, 499, 501, 505}


REQUEST = st.tuples(st.sampled_from(VALID), CHANGES)


@pytest.mark.proves("security/request-smuggling")
@pytest.mark.timeout(500)
def test_mutations_find_no_way_in(gateway: Gateway, engine: ScriptedEngine) -> None:
    """None of ten thousand reaches the engine wrongly or breaks the gateway."""
    tried: Counter[int] = Counter()
    sent: set[str] = set()

    @settings(
        max_examples=MUTATIONS // AT_ONCE, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(REQUEST, min_size=AT_ONCE, max_size=AT_ONCE, unique_by=repr))
    def mutate(requests: list[tuple[str, list[Change]]]) -> None:
        texts = [reduce(changed, changes, text) for text, changes in requests]
        answers = send_all(
            gateway, [text.encode("latin-1", "replace") for text in texts], patience=0.1
        )  # a hang: TimeoutError
        for text, answer in zip(texts, answers, strict=True):
            assert set(statuses(answer)) <= REFUSALS | {100, 200}, (answer, text)
            tried.update(statuses(answer))
        sent.update(texts)
        nothing_else_reached(engine)
        engine.seen.clear()

    mutate()

    print(f"{len(sent)} different requests: {dict(tried)}")
    assert len(sent) > MUTATIONS / 2, "the mutations differ"
    assert {200, 400, 401, 404, 405} <= set(tried), "the mutations reach every part of the gateway"
    with gateway.client(ALICE) as client:
        assert client.get("/v1/models").status_code == 200
    assert docker("inspect", "-f", "{{.RestartCount}} {{.State.Running}}", gateway.name).stdout.strip() == "0 true"
    assert "panic" not in gateway.logs()
