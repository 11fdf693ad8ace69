"""The gateway's certificates: which one clients get, with which version of TLS, and its renewal."""

from __future__ import annotations

import os
import ssl
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from tests.caddy.authority import Authority
from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import ENGINE_KEY, Gateway, refusal, wait_for
from tests.caddy.handshakes import NAME, YEAR, by_name, handshake
from tests.caddy.scripted_engine import ScriptedEngine

pytestmark = pytest.mark.docker

MakeGateway = Callable[..., Gateway]


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def own(make_gateway: MakeGateway, authority: Authority) -> Gateway:
    """A gateway with the user's own certificate, not started yet."""
    box = make_gateway(TLS="files", HOST=NAME, PUBLIC="yes")
    authority.issue(NAME, box.certs)
    return box


def test_own_authority_by_default(gateway: Gateway, engine: ScriptedEngine) -> None:
    address = f"https://localhost:{gateway.port[443]}"
    with gateway.client(ALICE, base_url=address, verify=gateway.trusted()) as client:
        response = client.get("/v1/models")
        assert response.status_code == 200
        assert engine.only().headers["Authorization"] == f"Bearer {ENGINE_KEY}"
        other = client.get("/v1/models", headers={"Host": "elsewhere.example"})

    assert "Strict-Transport-Security" not in response.headers, "it would break http://localhost:3000 too"
    assert other.status_code == 404
    refusal(other, "unknown_url")


def test_untrusting_client_is_warned(gateway: Gateway) -> None:
    gateway.trusted()
    with pytest.raises(ssl.SSLCertVerificationError, match=r"self.signed|local issuer"):
        handshake(gateway, ssl.create_default_context(), "localhost")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_tls_1_2_and_1_3(gateway: Gateway, version: ssl.TLSVersion) -> None:
    context = gateway.trusted()
    context.minimum_version = context.maximum_version = version

    assert handshake(gateway, context, "localhost")[0] == version.name.replace("_", ".")


@pytest.mark.proves("security/keys-in-clear-text")
@pytest.mark.filterwarnings("ignore:.*TLSVersion.TLSv1:DeprecationWarning")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_older_tls_is_refused(gateway: Gateway, version: ssl.TLSVersion) -> None:
    context = gateway.trusted()
    context.set_ciphers("ALL:@SECLEVEL=0")  # keeps the client from refusing
    context.minimum_version = context.maximum_version = version

    with pytest.raises(ssl.SSLError, match="alert protocol version"):
        handshake(gateway, context, "localhost")


def test_unknown_name_gets_an_alert(gateway: Gateway) -> None:
    """No certificate is served for it."""
    context = gateway.trusted()
    context.check_hostname = False

    with pytest.raises(ssl.SSLError, match="alert"):
        handshake(gateway, context, "elsewhere.example")


def test_address_as_host(make_gateway: MakeGateway) -> None:
    box = make_gateway(HOST="127.0.0.1").start()
    address = f"https://127.0.0.1:{box.port[443]}"

    with box.client(ALICE, base_url=address, verify=box.trusted()) as client:
        assert client.get("/v1/models").status_code == 200


def test_no_server_name_is_refused(gateway: Gateway, engine: ScriptedEngine) -> None:
    """A handshake without a host name is refused."""
    context = gateway.trusted()
    context.check_hostname = False

    with gateway.client(ALICE, base_url=f"https://127.0.0.1:{gateway.port[443]}", verify=context) as client:
        refusal(client.get("/v1/models"), "unknown_url")
    assert engine.seen == []


@pytest.mark.proves("security/keys-in-clear-text")
def test_plain_http_is_426(gateway: Gateway, anyone: httpx2.Client) -> None:
    """It is refused from outside, not redirected."""
    response = anyone.get(f"http://127.0.0.1:{gateway.port[80]}/v1/models")

    assert response.status_code == 426
    assert "Location" not in response.headers
    refusal(response, "https_required")


def test_plain_http_on_tls_port(gateway: Gateway, engine: ScriptedEngine) -> None:
    status, _ = gateway.raw(f"GET /v1/models HTTP/1.1\nHost: x\nAuthorization: Bearer {ALICE}\n", port=443)

    assert status == 400
    assert engine.seen == []


def test_gateways_share_an_authority(make_gateway: MakeGateway, gateway: Gateway) -> None:
    """A cluster's gateways use the authority of the first one, so that a client trusts all of them."""
    trust = gateway.trusted()
    made = gateway.data / "caddy/pki/authorities/local"
    for box in (make_gateway(AUTHORITY="shared"), make_gateway(AUTHORITY="shared")):
        box.options += [
            part for name in ("root.crt", "root.key") for part in ("-v", f"{made / name}:/authority/{name}:ro")
        ]
        box.start()
        with box.client(ALICE, base_url=f"https://localhost:{box.port[443]}", verify=trust) as client:
            wait_for("a certificate", lambda client=client: served(client))


def served(client: httpx2.Client) -> bool | None:
    try:
        return client.get("/health").status_code in {200, 503} or None
    except httpx2.ConnectError:  # it is being made
        return None


def test_own_certificate_and_hsts(own: Gateway, authority: Authority) -> None:
    """The user's certificate is served, and a real name gets HSTS."""
    box = own.start()

    with by_name(box, authority.trusted(), ALICE) as client, by_name(box, authority.trusted()) as anyone:
        answers = [client.get("/v1/models"), anyone.get("/v1/models"), client.get("/tokenize")]
        assert [answer.status_code for answer in answers] == [200, 401, 404]
        assert {answer.headers["Strict-Transport-Security"] for answer in answers} == {YEAR}
        plain = anyone.get(f"http://127.0.0.1:{box.port[8001]}/health")
    assert "Strict-Transport-Security" not in plain.headers, "it would be for localhost"
    with pytest.raises(ssl.SSLError, match="alert"):
        handshake(box, authority.trusted(), "localhost")


@pytest.mark.proves("security/certificates", "reliability/certificate-changes")
def test_change_mid_stream(own: Gateway, authority: Authority, engine: ScriptedEngine) -> None:
    """The stream continues."""
    box = own.start()
    trust = authority.trusted()
    _, first = handshake(box, trust, NAME)
    with (
        by_name(box, trust, ALICE) as client,
        client.stream("POST", "/v1/chat/completions", json={"model": "stream 3"}) as stream,
    ):
        chunks = stream.iter_raw()
        assert next(chunks) == b"data: 0\n\n"

        authority.issue(NAME, box.certs)
        wait_for("the new certificate", lambda: handshake(box, trust, NAME)[1] != first or None)
        _, second = handshake(box, trust, NAME)

        key = (box.certs / "key.pem").read_bytes()
        (box.certs / "key.pem").write_text("half a key")
        wait_for("the refusal", lambda: box.metric("gateway_certificate_refused") == 1 or None)
        assert "do not match" in box.logs()
        assert handshake(box, trust, NAME)[1] == second, "the old pair stays in force"

        (box.certs / "key.pem").write_bytes(key)
        wait_for("the repaired pair", lambda: box.metric("gateway_certificate_refused") == 0 or None)

        engine.go_on.release(2)
        assert b"".join(chunks) == b"data: 1\n\ndata: 2\n\ndata: [DONE]\n\n"


@pytest.mark.proves("security/certificates", "reliability/certificate-changes")
def test_change_keeps_connections(own: Gateway, authority: Authority) -> None:
    """A reload would not: Go's server closes a connection that was accepted before it and used after it."""
    box, trust = own.start(), authority.trusted()
    changing, asked = threading.Event(), 0

    def ask() -> None:
        nonlocal asked
        while not changing.is_set():
            with by_name(box, trust, ALICE) as client:
                assert client.get("/health").status_code == 200
            asked += 1

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        try:
            for _ in range(8):
                before, so_far = handshake(box, trust, NAME)[1], asked
                authority.issue(NAME, box.certs)
                wait_for("the new one", lambda old=before: handshake(box, trust, NAME)[1] != old or None)
                wait_for("requests meanwhile", lambda so_far=so_far: asked > so_far + 6 or None)
        finally:
            changing.set()
        for one in asking:
            one.result()


def test_certificate_end_is_a_metric(own: Gateway, authority: Authority, gateway: Gateway) -> None:
    gateway.trusted()
    for box, days in ((own.start(), 2), (gateway, 0.5)):  # the tests' authority; Caddy's own for twelve hours
        begin, end = (box.metric(f"gateway_certificate_not_{edge}_timestamp_seconds") for edge in ("before", "after"))
        assert begin <= time.time() < end
        assert (end - begin) / 86400 == pytest.approx(days, rel=0.05)


def remove(name: str) -> Callable[[Gateway, Authority], None]:
    return lambda box, _: (box.certs / name).unlink()


def unreadable(box: Gateway, _: Authority) -> None:
    key = box.certs / "key.pem"
    key.chmod(0)
    if os.getuid() == 0:
        # the container's root has no right to pass over file modes, as long as the owner is someone else
        os.chown(key, 12345, 12345)


def another_pair(box: Gateway, authority: Authority) -> None:
    kept = (box.certs / "cert.pem").read_bytes()
    authority.issue(NAME, box.certs)
    (box.certs / "cert.pem").write_bytes(kept)


def another_name(box: Gateway, authority: Authority) -> None:
    authority.issue("other.example.com", box.certs)


@pytest.mark.proves("security/certificates", "reliability/certificate-changes")
@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (remove("cert.pem"), "open /certs/cert.pem: no such file"),
        (remove("key.pem"), "open /certs/key.pem: no such file"),
        (unreadable, "open /certs/key.pem: permission denied"),
        (lambda box, _: (box.certs / "key.pem").chmod(0o644), "has mode 0644, others can read it"),
        (another_pair, "do not match"),
        (another_name, "is valid for other.example.com, not student.example.com"),
    ],
    ids=["no certificate", "no key", "unreadable key", "key for everyone", "another key", "another name"],
)
def test_bad_certificate_stops_start(
    own: Gateway, authority: Authority, spoil: Callable[[Gateway, Authority], object], says: str
) -> None:
    spoil(own, authority)

    last = own.refuse_to_start()
    assert says in last
    assert "Fix:" in last
