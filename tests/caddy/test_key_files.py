"""The files of the keys: bad ones stop the start, and changes take effect without a reload."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.caddy.conftest import ALICE, KEYS
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, line, wait_for
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

BOB = "sk-bob-fedcba9876543210"
MakeGateway = Callable[..., Gateway]


def test_keys_up_to_the_maximum(make_gateway: MakeGateway) -> None:
    many = "".join(line(f"client-{i}", str(i), "rpm=100000", "created=2026-01-01T00:00:00Z") for i in range(99_999))
    box = make_gateway(many + KEYS).start()
    with box.client(ALICE) as alice, box.client("99998") as last, box.client(BOB) as bob:
        assert [client.get("/v1/models").status_code for client in (alice, last, bob)] == [200, 200, 401]
        metrics = httpx2.get(f"http://127.0.0.1:{box.port[9180]}/metrics", timeout=60).text
        assert 'key="alice"' in metrics
        assert 'key="client-7"' not in metrics, "the series of a large file's names begin when they are used"

        box.write_keys(many + line("bob", BOB))
        wait_for("bob's key", lambda: bob.get("/v1/models").status_code == 200 or None)
        assert alice.get("/v1/models").status_code == 401

        box.write_keys(many + KEYS + line("bob", BOB))
        wait_for("the refusal", lambda: "more than 100000 keys" in box.logs() or None)
        assert bob.get("/v1/models").status_code == 200, "the old keys stay in force"


@pytest.mark.proves("reliability/key-file-broken-or-lost")
@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "it has no key"),
        (KEYS + "bob\n", "line 2: a name without a hash"),
        (KEYS.rstrip("\n"), "the last line has no line end, so the file is incomplete"),
        (KEYS + f"bob {BOB}\n", "line 2: the hash is not 64 hexadecimal digits"),
    ],
)
def test_bad_key_file_stops_start(make_gateway: MakeGateway, content: str, says: str) -> None:
    last = make_gateway(content).refuse_to_start()

    assert f"key file: /run/gateway/keys: {says}" in last
    assert "Fix:" in last
    assert BOB not in last


def test_key_file_mode_stops_start(make_gateway: MakeGateway) -> None:
    """A key file that others can read stops the start."""
    box = make_gateway()
    box.write_keys(KEYS, mode=0o644)

    assert "mode 0644" in box.refuse_to_start()


@pytest.mark.proves("security/broken-key-file")
@pytest.mark.parametrize(
    ("content", "says"), [("", "is empty"), ("two words\n", "has white space"), ("a\nb\n", "has white space")]
)
def test_bad_engine_key_stops_start(make_gateway: MakeGateway, content: str, says: str) -> None:
    box = make_gateway()
    box.engine_key.write_text(content)

    assert f"engine key: /run/secrets/engine_key {says}" in box.refuse_to_start()


@pytest.mark.proves("reliability/engine-key-unreadable")
def test_engine_key_unreadable(make_gateway: MakeGateway) -> None:
    box = make_gateway()
    box.engine_key.chmod(0)
    if os.getuid() == 0:
        # the container's root has no right to pass over file modes, as long as the owner is someone else
        os.chown(box.engine_key, 12345, 12345)

    assert "engine key: open /run/secrets/engine_key: permission denied" in box.refuse_to_start()


def test_keys_change_without_reload(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    """Streams continue."""
    box = make_gateway().start()
    with box.client(ALICE) as alice, box.client(BOB) as bob:
        with alice.stream("POST", "/v1/chat/completions", json={"model": "stream 4"}) as stream:
            chunks = stream.iter_raw()
            assert next(chunks) == b"data: 0\n\n"

            box.write_keys(line("bob", BOB))
            wait_for("bob's key", lambda: bob.get("/v1/models").status_code == 200 or None, seconds=5)
            assert alice.get("/v1/models").status_code == 401, "revoked at the same moment"

            box.write_keys("half-writ")
            wait_for("the refusal", lambda: "is incomplete" in box.logs() or None, seconds=5)
            assert bob.get("/v1/models").status_code == 200, "the old keys stay in force"
            assert box.metric("gateway_key_file_refused") == 1

            engine.go_on.release(3)
            rest = b"".join(chunks)
        assert rest == b"data: 1\n\ndata: 2\n\ndata: 3\n\ndata: [DONE]\n\n"


@pytest.mark.proves("reliability/keys-change")
def test_change_keeps_connections(make_gateway: MakeGateway) -> None:
    """A reload would not: Go's server closes a connection that was accepted before it and used after it."""
    box = make_gateway(REQUESTS_PER_MINUTE="100000", AUTH_FAILURES_PER_MINUTE="100000").start()
    changing, asked = threading.Event(), 0

    def ask() -> int:
        nonlocal asked
        while not changing.is_set():
            with box.client(ALICE) as alice:
                assert alice.get("/v1/models").status_code == 200
            asked += 1
        return asked

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        try:
            with box.client(BOB) as bob:
                for known, wanted in ((True, 200), (False, 401)) * 8:
                    before = asked
                    box.write_keys(KEYS + (line("bob", BOB) if known else ""))
                    wait_for("the change", lambda code=wanted: bob.get("/v1/models").status_code == code or None)
                    wait_for("requests meanwhile", lambda so_far=before: asked > so_far + 3 or None)
        finally:
            changing.set()
        for one in asking:
            one.result()


BAD_KEYS = {
    "empty": "",
    "half-written": KEYS.rstrip("\n"),
    "no hash": KEYS + "bob\n",
    "no name": KEYS + f"{'0' * 64}\n",
}


@pytest.mark.proves("security/broken-key-file")
def test_bad_file_keeps_old_state(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    """A reload refuses it."""
    box = make_gateway().start()
    keys, refusals = box.keys / "keys", 0

    def refused_and_unchanged(what: str) -> None:
        nonlocal refusals
        box.reload()
        refusals += 1
        wait_for(what, lambda: box.logs().count("failed to reload config from file") == refusals or None)
        engine.seen.clear()
        with box.client(ALICE) as client:
            assert client.get("/v1/models").status_code == 200, what
        assert engine.only().headers["Authorization"] == f"Bearer {ENGINE_KEY}", what

    for what, content in BAD_KEYS.items():
        box.write_keys(content)
        refused_and_unchanged(f"a key file: {what}")
    for what, mode in (("readable by all", 0o644), ("readable by nobody", 0)):
        box.write_keys(KEYS, mode)
        if os.getuid() == 0 and not mode:
            os.chown(keys, 12345, 12345)  # the container's root has no right to pass over modes, but it is the owner
        refused_and_unchanged(f"a key file: {what}")
    keys.unlink()
    refused_and_unchanged("no key file")

    box.write_keys(KEYS)
    for content in ("", "two words\n", "a\nb\n"):
        box.engine_key.write_text(content)
        refused_and_unchanged(f"the engine's key: {content!r}")
    if os.getuid() == 0:
        os.chown(box.engine_key, 12345, 12345)
    box.engine_key.chmod(0)
    refused_and_unchanged("the engine's key: readable by nobody")
