from __future__ import annotations

import json
from pathlib import Path

import pytest

from ops.lib import env_file, host, network, overlays

SETTINGS = env_file.parse(env_file.EXAMPLE.read_text())
ACME = SETTINGS | {"COMPOSE_FILE": f"compose.yaml:{overlays.PUBLIC}", "GATEWAY_TLS": "acme"}
USES = "for installs, image builds and the model's download; no service of the stack uses one"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration of a user's Docker client; the shell has no proxy."""
    for kind in network.KINDS.values():
        monkeypatch.delenv(kind, raising=False)
        monkeypatch.delenv(kind.lower(), raising=False)
    monkeypatch.setenv("DOCKER_CONFIG", str(tmp_path))
    monkeypatch.delenv("DOCKER_HOST", raising=False)
    return tmp_path / "config.json"


@pytest.mark.parametrize(
    "content", [None, "", "{}", "[]", '{"proxies": {}}', '{"proxies": {"default": {"noProxy": "x"}}}']
)
def test_no_proxy_is_not_applicable(client: Path, content: str | None) -> None:
    if content is not None:
        client.write_text(content)
    assert network.proxy(SETTINGS).line() == "   n/a    proxy    none configured"


def test_proxy_without_password(client: Path) -> None:
    """The proxy of Docker's client is shown without its password."""
    proxies = {"httpProxy": "http://me:secret@proxy.test:3128", "httpsProxy": "http://me:secret@proxy.test:3128"}
    client.write_text(json.dumps({"proxies": {"default": proxies}}))
    check = network.proxy(SETTINGS)
    assert (check.status, check.found) == ("ok", f"proxy.test:3128 ({client}): {USES}")


def test_proxy_of_the_docker_host(client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = {"default": {"httpProxy": "http://one.test"}, "tcp://far:2375": {"httpProxy": "http://two.test"}}
    client.write_text(json.dumps({"proxies": hosts}))
    assert network.of_docker() == {"HTTP_PROXY": "http://one.test"}
    monkeypatch.setenv("DOCKER_HOST", "tcp://far:2375")
    assert network.of_docker() == {"HTTP_PROXY": "http://two.test"}


def test_shells_proxy_is_shown(client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://shell.test:8080")
    assert network.proxy(SETTINGS).found == f"shell.test:8080 (this shell): {USES}"


@pytest.mark.parametrize(
    ("own", "expected"),
    [("", " (for the CA: GATEWAY_ACME_PROXY)"), ("http://ca.test:1", " but the gateway, to ask the CA: ca.test:1")],
)
def test_public_name_has_own_proxy(client: Path, monkeypatch: pytest.MonkeyPatch, own: str, expected: str) -> None:
    """It is the proxy to the CA."""
    monkeypatch.setenv("HTTPS_PROXY", "http://shell.test:8080")
    assert network.proxy(ACME | {"GATEWAY_ACME_PROXY": own}).found.endswith(USES + expected)


@pytest.mark.parametrize(
    ("has", "overlay", "line"),
    [
        (False, "", "n/a    ::1      not on this host"),
        (True, f":{overlays.IPV6}", "ok     ::1      published on, as on 127.0.0.1"),
        (
            True,
            "",
            "n/a    ::1      not published on; it is with :compose/ipv6.yaml in COMPOSE_FILE in env/student.env",
        ),
    ],
)
def test_other_loopback_is_shown(monkeypatch: pytest.MonkeyPatch, has: bool, overlay: str, line: str) -> None:
    monkeypatch.setattr(host, "has_ipv6_loopback", lambda: has)
    assert network.localhost({"COMPOSE_FILE": f"compose.yaml{overlay}"}).line().strip() == line


def test_build_arguments_by_name(client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They pass the shell's proxies on."""
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert network.build_arguments() == []
    monkeypatch.setenv("https_proxy", "http://me:secret@shell.test:8080")
    monkeypatch.setenv("NO_PROXY", "mirror.test")
    assert sorted(network.build_arguments()) == ["--build-arg=NO_PROXY", "--build-arg=https_proxy"]
