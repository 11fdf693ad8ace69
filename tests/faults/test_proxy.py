"""Docker's client has a proxy: only programs that require egress use it, and no traffic between containers does."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from ops.lib import env_file
from tests import here
from tests.caddy.gateway_box import Network, docker
from tests.conftest import Stack, free_port, wait_until
from tests.faults.fault import COMPLETIONS, SHORT, FaultyStack, tools

pytestmark = pytest.mark.docker

CA, HUB = "ca.test", "hub.test"


class Proxy(socketserver.ThreadingTCPServer):
    """Records requests, and refuses them."""

    daemon_threads = True

    def __init__(self, address: str) -> None:
        self.asked: list[str] = []
        super().__init__((address, 0), self.Ask)
        self.url = f"http://{address}:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    class Ask(socketserver.StreamRequestHandler):
        server: Proxy

        def handle(self) -> None:
            self.server.asked.append(self.rfile.readline().decode(errors="replace").strip())
            self.wfile.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@pytest.fixture(scope="module")
def proxy() -> Iterator[Proxy]:
    network = Network()
    server = Proxy(network.address)
    yield server
    server.shutdown()
    server.server_close()
    network.remove()


@pytest.fixture(scope="module")
def stack(proxy: Proxy, new_stack: Callable[..., Stack], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A stack that was started by a user whose Docker client has proxies, for every kind and with no exception."""
    folder = tmp_path_factory.mktemp("docker")
    everything = dict.fromkeys(("httpProxy", "httpsProxy", "ftpProxy", "allProxy"), proxy.url)
    plugins = [str(Path.home() / ".docker" / "cli-plugins")]
    settings = {"proxies": {"default": everything}, "cliPluginsExtraDirs": plugins}
    (folder / "config.json").write_text(json.dumps(settings))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCKER_CONFIG", str(folder))
        plain = new_stack("proxy", COMPOSE_FILE=here.compose_file())
        made = FaultyStack(plain.path, plain.settings)
        made.up()
        yield made


def asks_of(proxy: Proxy) -> list[str]:
    """Return the requests to the proxy since the last call."""
    found, proxy.asked = proxy.asked, []
    return found


def test_docker_hands_out_its_proxy(stack: FaultyStack, proxy: Proxy) -> None:
    """The other tests would prove nothing without this."""
    docker("run", "--rm", "--entrypoint=curl", tools(), "-s", "--max-time", "5", "http://engine.test/", check=False)
    assert asks_of(proxy) == ["GET http://engine.test/ HTTP/1.1"]


@pytest.mark.proves("security/proxy-of-the-host", "reliability/proxy-of-dockers-client")
def test_nothing_reaches_the_proxy(stack: FaultyStack, proxy: Proxy) -> None:
    """No request and no key reaches it."""
    with stack.client() as client:
        assert stack.serves(client)
        body = SHORT | {"stream": True}
        assert client.post(COMPLETIONS, json=body).text.endswith("data: [DONE]\n\n")
        assert client.get("/v1/models").status_code == 200
        assert client.get("/health").status_code == 200
    url = f"http://localhost:{stack.settings['PROMETHEUS_PORT']}/api/v1/targets"

    def up() -> bool:
        targets = httpx2.get(url, trust_env=False, timeout=60).json()["data"]["activeTargets"]
        return [target["health"] for target in targets] == ["up"] * 3

    wait_until(up, 60, "Prometheus has asked everyone")
    for service in ("gateway", "llamacpp", "prometheus"):
        told = stack.inspect(service)["Config"]["Env"]
        assert not [variable for variable in told if proxy.url in variable], service
    assert asks_of(proxy) == []


def test_doctor_names_its_users(stack: FaultyStack, proxy: Proxy) -> None:
    line = next(line for line in stack.make("doctor").stdout.splitlines() if line.startswith("   ok     proxy "))
    assert proxy.url.removeprefix("http://") in line
    assert "no service of the stack uses one" in line


@pytest.mark.proves("reliability/proxy-of-dockers-client")
def test_download_uses_it(stack: FaultyStack, proxy: Proxy) -> None:
    """The service is unchanged, but a program that sends one request replaces the hub's client."""
    (stack.path / "ask.yaml").write_text(f"services: {{gguf: {{image: {tools()}, entrypoint: curl}}}}\n")
    (stack.path / "state" / "secrets" / "hub_token").touch()
    overlays = [f"--file={name}" for name in (*here.compose_file().split(":"), "compose/download.yaml", "ask.yaml")]
    run = ["run", "--rm", "--no-deps", "-T", "gguf", "-s", "--max-time", "5", f"https://{HUB}/"]
    stack.compose(*overlays, *run)
    assert asks_of(proxy) == [f"CONNECT {HUB}:443 HTTP/1.1"]


@pytest.mark.proves("reliability/proxy-of-dockers-client")
def test_acme_has_its_own_proxy(stack: FaultyStack, proxy: Proxy) -> None:
    """Only requests to the CA use it."""
    settings = {
        "COMPOSE_FILE": f"{here.compose_file()}:compose/public.yaml",
        "GATEWAY_HOST": "student.example.org",
        "GATEWAY_TLS": "acme",
        "GATEWAY_ACME_EMAIL": "me@example.org",
        "GATEWAY_ACME_CA": f"https://{CA}/directory",
        "GATEWAY_PUBLIC_HTTP_PORT": str(free_port()),
        "GATEWAY_ACME_PROXY": proxy.url,
    }
    env_file.update(settings, stack.path / "env" / "student.env")
    stack.up()
    wait_until(lambda: bool(proxy.asked), 60, "the CA is asked")
    with stack.client() as client:
        for _ in range(3):
            assert stack.serves(client)
    assert set(asks_of(proxy)) == {f"CONNECT {CA}:443 HTTP/1.1"}
