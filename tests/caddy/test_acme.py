"""A certificate by ACME, from Let's Encrypt's own CA for tests, and settings with which no public name is served."""

from __future__ import annotations

import json
import ssl
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from tests.caddy.authority import Authority
from tests.caddy.conftest import ALICE
from tests.caddy.gateway_box import Gateway, Network, docker, go_build, wait_for
from tests.caddy.handshakes import NAME, YEAR, by_name, handshake

pytestmark = pytest.mark.docker

MakeGateway = Callable[..., Gateway]
ACME = {"TLS": "acme", "HOST": NAME, "PUBLIC": "yes", "ACME_EMAIL": "me@example.com"}


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"TLS": "sometimes"}, 'GATEWAY_TLS is "sometimes"'),
        ({"PUBLIC": "yes"}, "GATEWAY_TLS is internal"),
        (ACME | {"PUBLIC": ""}, "add :compose/public.yaml to COMPOSE_FILE"),
        (ACME | {"HOST": "localhost"}, 'GATEWAY_HOST is "localhost", not a public name'),
        (ACME | {"HOST": "192.0.2.1"}, 'GATEWAY_HOST is "192.0.2.1", not a public name'),
        (ACME | {"HOST": f"http://{NAME}"}, "not a bare host name"),
        (ACME | {"ACME_EMAIL": ""}, 'GATEWAY_ACME_EMAIL is ""'),
        (ACME | {"ACME_CA": "ca"}, 'GATEWAY_ACME_CA is "ca"'),
    ],
)
def test_bad_tls_setting_stops_start(make_gateway: MakeGateway, settings: dict[str, str], says: str) -> None:
    """A public name cannot be served with such a setting."""
    last = make_gateway(**settings).refuse_to_start()

    assert last.startswith("ERROR GATEWAY_") or last.startswith("ERROR compose/public.yaml")
    assert says in last
    assert "Fix:" in last


class Pebble:
    """Let's Encrypt's own CA for tests, which verifies names like the real one."""

    def __init__(self, folder: Path, network: Network) -> None:
        go_build("--tag=student-test/pebble", str(Path(__file__).parent / "pebble"))
        authority = Authority(folder)
        authority.issue("pebble", folder)
        settings = {
            "listenAddress": "0.0.0.0:14000",
            "managementListenAddress": "0.0.0.0:15000",
            "certificate": "/config/cert.pem",
            "privateKey": "/config/key.pem",
            "httpPort": 80,
            "tlsPort": 443,
        }
        (folder / "pebble.json").write_text(json.dumps({"pebble": settings}))
        self.root = authority.root
        self.name = f"student-pebble-test-{uuid.uuid4().hex[:8]}"
        options = ["--name", self.name, "--network", network.name, "--network-alias", "pebble"]
        options += ["-v", f"{folder}:/config:ro", "-e", "PEBBLE_VA_NOSLEEP=1", "-p", "127.0.0.1::15000"]
        docker("run", "-d", *options, "student-test/pebble")
        port = docker("port", self.name, "15000").stdout.rpartition(":")[2].strip()
        self.manage = f"https://localhost:{port}"

    def vouches(self, trust: ssl.SSLContext) -> ssl.SSLContext:
        """Return a context that trusts its certificates; it makes a new root at each start."""
        with httpx2.Client(verify=trust, trust_env=False, timeout=60) as client:
            client.event_hooks["request"] = [lambda request: request.extensions.update(sni_hostname="pebble")]

            def root() -> str | None:
                try:
                    return client.get(f"{self.manage}/roots/0").text
                except httpx2.TransportError:
                    return None

            return ssl.create_default_context(cadata=wait_for("Pebble", root))


@pytest.fixture
def pebble(tmp_path: Path, network: Network) -> Iterator[Pebble]:
    made = Pebble(tmp_path / "pebble", network)
    yield made
    print(docker("logs", made.name, check=False))
    docker("rm", "-f", made.name, check=False)


def test_acme_certificate(make_gateway: MakeGateway, pebble: Pebble) -> None:
    trust = pebble.vouches(ssl.create_default_context(cafile=str(pebble.root)))
    box = make_gateway(**ACME, ACME_CA="https://pebble:14000/dir")
    box.options += ["--network-alias", NAME, "-v", f"{pebble.root}:/pebble.pem:ro", "-e", "SSL_CERT_FILE=/pebble.pem"]
    box.start()

    def issued() -> str | None:
        try:
            return handshake(box, trust, NAME)[1]
        except (ssl.SSLError, ConnectionError):
            return None

    wait_for("a certificate", issued, seconds=60)
    with by_name(box, trust, ALICE) as client:
        response = client.get("/v1/models")
    assert response.status_code == 200
    assert response.headers["Strict-Transport-Security"] == YEAR
    plain = httpx2.get(
        f"http://127.0.0.1:{box.port[80]}/.well-known/acme-challenge/x", headers={"Host": NAME}, timeout=60
    )
    assert plain.status_code == 426, "port 80 answers only the CA"
    private = [path for path in box.data.rglob("*.key") if path.stat().st_mode & 0o077]
    assert list(box.data.rglob("*.key"))
    assert not private
