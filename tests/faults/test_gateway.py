"""The gateway ends, crashes, loses its files and meets bad clients, with a scripted engine."""

from __future__ import annotations

import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx2
import pytest

from tests.caddy.conftest import ALICE, KEYS
from tests.caddy.gateway_box import Gateway, docker, line
from tests.caddy.scripted_engine import ScriptedEngine
from tests.conftest import ROOT, wait_until
from tests.faults.fault import tools

pytestmark = pytest.mark.docker

CHAT = "/v1/chat/completions"
BOB = "sk-bob-fedcba9876543210"
LIMITS = {
    "read_header 10s": "read_header 2s",
    "read_body_idle 15s": "read_body_idle 2s",
    "write_idle 60s": "write_idle 2s",
}
MakeGateway = Callable[..., Gateway]


@pytest.fixture
def impatient(make_gateway: MakeGateway, tmp_path: Path) -> Gateway:
    """The gateway unchanged, but with time-outs of two seconds."""
    text = (ROOT / "caddy" / "Caddyfile").read_text()
    for real, short in LIMITS.items():
        assert real in text
        text = text.replace(real, short)
    short = tmp_path / "Caddyfile"
    short.write_text(text)
    short.chmod(0o644)
    box = make_gateway()
    box.options += ["-v", f"{short}:/etc/caddy/Caddyfile:ro"]
    return box.start()


def head(box: Gateway, length: int, token: str = ALICE) -> bytes:
    lines = [f"POST {CHAT} HTTP/1.1", "Host: x", f"Authorization: Bearer {token}", f"Content-Length: {length}"]
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


def connected(box: Gateway, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", box.port[8001]), timeout=60)
    connection.sendall(sent)
    return connection


def is_cut(connection: socket.socket) -> bool:
    """Read to the end of a connection; fail if it does not end."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        pass
    return True


@pytest.mark.proves("security/slow-clients", "reliability/slow-clients")
def test_slow_clients_harm_no_other(impatient: Gateway, engine: ScriptedEngine) -> None:
    slow = {
        "says nothing": b"",
        "half a head": b"POST " + CHAT.encode() + b" HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "no body": head(impatient, 1000),
        "half a body": head(impatient, 1000) + b'{"model": "',
    }
    with ExitStack() as stack:
        connections = [
            stack.enter_context(connected(impatient, sent)) for sent in slow.values() for _ in range(500 // len(slow))
        ]
        assert len(connections) == 500
        with impatient.client(ALICE) as good:
            assert {good.post(CHAT, json={"model": "usage 1 1"}).status_code for _ in range(50)} == {200}
        assert len(engine.seen) == 50, "no partial request reaches the engine"
        assert all(is_cut(connection) for connection in connections)


@pytest.mark.proves("reliability/client-never-reads")
def test_unread_stream_is_cut(impatient: Gateway, engine: ScriptedEngine) -> None:
    """The client never reads; the engine is free afterwards."""
    body = b'{"model": "flood"}'
    with connected(impatient, head(impatient, len(body)) + body):
        assert engine.client_gone.wait(60), "cut at write_idle, which is 2 s here"


@pytest.mark.proves("security/broken-key-file", "reliability/keys-change")
def test_keys_change_under_streams(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    box = make_gateway().start()
    versions = {
        "bob is added": KEYS + line("bob", BOB),
        "alice is rotated": line("alice", ALICE + "-new") + line("alice", ALICE) + line("bob", BOB),
        "alice's old key ends": line("alice", ALICE + "-new") + line("bob", BOB),
        "bob is removed": line("alice", ALICE + "-new"),
    }
    with ExitStack() as stack:
        streams: list[Iterator[bytes]] = []
        for _ in range(50):
            client = stack.enter_context(box.client(ALICE))
            response = stack.enter_context(client.stream("POST", CHAT, json={"model": f"stream {len(versions) + 1}"}))
            streams.append(response.iter_raw())
            assert next(streams[-1]) == b"data: 0\n\n"

        for step, keys in enumerate(versions.values(), start=1):
            box.write_keys(keys)
            # two sites, TLS and plain, look at the file each
            wait_until(lambda step=step: box.logs().count("key file loaded") == 2 * step, 10, "the change")
            engine.go_on.release(50)

        rest = b"".join(b"data: %d\n\n" % i for i in range(1, len(versions) + 1)) + b"data: [DONE]\n\n"
        assert {b"".join(stream) for stream in streams} == {rest}
    with box.client(ALICE) as old, box.client(ALICE + "-new") as new:
        assert (old.get("/v1/models").status_code, new.get("/v1/models").status_code) == (401, 200)


@pytest.mark.proves("reliability/key-file-broken-or-lost", "reliability/engine-key-unreadable")
@pytest.mark.parametrize("lost", ["keys", "engine_key"])
def test_lost_file_changes_nothing(make_gateway: MakeGateway, lost: str) -> None:
    """The old state stays in force until the file is back."""
    box = make_gateway().start()
    if lost == "keys":
        (box.keys / "keys").unlink()
    else:
        box.engine_key.write_text("")
    box.reload()
    wait_until(lambda: "failed to reload config" in box.logs(), 10, "the refusal")
    with box.client(ALICE) as client:
        assert client.get("/v1/models").status_code == 200, "the old state stays in force"
    assert box.metric("caddy_config_last_reload_successful") == 0, "and an alert can see it"


@pytest.mark.proves("reliability/gateway-stopped")
def test_stop_lets_streams_end(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    """The gateway accepts no new request while it stops."""
    box = make_gateway(GRACE="30s").start()
    with box.client(ALICE) as client, client.stream("POST", CHAT, json={"model": "stream 3"}) as response:
        chunks = response.iter_raw()
        next(chunks)
        stop = threading.Thread(target=docker, args=("stop", "--time=40", box.name))
        stop.start()

        def refused() -> bool:
            try:
                socket.create_connection(("127.0.0.1", box.port[8001]), timeout=5).close()
                with box.client(ALICE) as late:
                    late.get("/v1/models")
            except (OSError, httpx2.TransportError):
                return True
            return False

        wait_until(refused, 20, "no new request is taken")
        engine.go_on.release(2)
        assert b"".join(chunks) == b"data: 1\n\ndata: 2\n\ndata: [DONE]\n\n"
    stop.join(60)
    assert docker("inspect", "-f", "{{.State.ExitCode}}", box.name).stdout.strip() == "0"


@pytest.mark.proves("reliability/gateway-stopped")
def test_grace_cuts_endless_stream(make_gateway: MakeGateway, engine: ScriptedEngine) -> None:
    box = make_gateway(GRACE="1s").start()
    with box.client(ALICE) as client, client.stream("POST", CHAT, json={"model": "endless"}) as response:
        next(response.iter_raw())
        docker("stop", "--time=40", box.name)
        assert docker("inspect", "-f", "{{.State.ExitCode}}", box.name).stdout.strip() == "0", "not killed by Docker"
        assert engine.client_gone.wait(60)


@pytest.fixture
def small_disk() -> Iterator[str]:
    volume = f"student-faults-{uuid.uuid4().hex[:8]}"
    kind = ["--driver=local", "--opt=type=tmpfs", "--opt=device=tmpfs", "--opt=o=size=256k,mode=1777"]
    docker("volume", "create", *kind, volume)
    yield volume
    docker("volume", "rm", "-f", volume, check=False)


@pytest.mark.proves("reliability/disk-full")
def test_full_disk_stops_no_request(make_gateway: MakeGateway, small_disk: str) -> None:
    box = make_gateway()
    box.options[box.options.index(f"{box.data}:/data")] = f"{small_disk}:/data"
    box.start()
    wait_until(lambda: "certificate obtained successfully" in box.logs(), 20, "the certificate is made")
    fill = ["run", "--rm", "--network=none", "-v", f"{small_disk}:/data", "--entrypoint=sh", tools(), "-c"]
    filled = docker(*fill, "cat /dev/zero > /data/full", check=False)
    assert "No space left on device" in filled.stderr

    box.write_keys(line("bob", BOB))
    with box.client(BOB) as plain:
        wait_until(lambda: plain.get("/v1/models").status_code == 200, 10, "keys change on a full disk too")
    with box.client(BOB, base_url=f"https://localhost:{box.port[443]}", verify=False) as tls:
        assert tls.get("/v1/models").status_code == 200
    box.stop()
