from __future__ import annotations

import socket

import pytest

from ops.lib import env_file, host, overlays, readiness
from tests.project import own_settings


def settings() -> dict[str, str]:
    """Other programs may use the default ports, or take free ones a moment later."""
    return env_file.parse(env_file.EXAMPLE.read_text()) | own_settings()


def test_port_in_use_has_a_fix() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        check = readiness.ports(settings() | {"GATEWAY_HTTP_PORT": str(port)})
    assert check.status == "failed"
    assert check.found == f"port {port} is in use (GATEWAY_HTTP_PORT)"
    assert "set GATEWAY_HTTP_PORT in env/student.env" in check.fix


@pytest.mark.skipif(not host.has_ipv6_loopback(), reason="this host has no ::1")
def test_port_in_use_on_ipv6() -> None:
    both = settings() | {"COMPOSE_FILE": f"compose.yaml:{overlays.IPV6}"}
    with socket.socket(socket.AF_INET6) as other:
        other.bind(("::1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert readiness.ports(both | {"GRAFANA_PORT": port}).found == f"port {port} is in use (GRAFANA_PORT)"
        assert readiness.ports(settings() | {"GRAFANA_PORT": port}).status == "ok"
        assert readiness.ports(both).status == "ok"


def test_no_ipv6_but_its_overlay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "has_ipv6_loopback", lambda: False)
    check = readiness.ports(settings() | {"COMPOSE_FILE": f"compose.yaml:{overlays.IPV6}"})
    assert (check.status, check.fix) == ("failed", readiness.WITHOUT_IPV6)


def test_public_name_requires_http_port() -> None:
    public = settings() | {"COMPOSE_FILE": "compose.yaml:compose/public.yaml", "GATEWAY_PUBLIC_HTTP_PORT": "http"}
    assert readiness.ports(public).found == "GATEWAY_PUBLIC_HTTP_PORT is 'http'"
    assert readiness.ports(public | {"COMPOSE_FILE": "compose.yaml"}).status == "ok"


@pytest.mark.parametrize("value", ["", "http", "0", "70000", "80 80"])
def test_bad_port_is_refused(value: str) -> None:
    check = readiness.ports(settings() | {"PROMETHEUS_PORT": value})
    assert (check.status, check.found) == ("failed", f"PROMETHEUS_PORT is {value!r}")


@pytest.mark.proves("reliability/disk-full")
def test_full_disk_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The failure has the free and the needed space."""
    monkeypatch.setattr(readiness, "DISK_GB", 10**6)
    check = readiness.disk()
    assert check.status == "failed"
    assert "1000000 GB is needed" in check.found


def test_little_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "MEMORY_GB", 10**6)
    assert readiness.memory().status == "failed"


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        ("", "of the registries"),
        (f":{overlays.PACKAGES}", "built from packages"),
        (f":{overlays.LOADED}", "of a bundle"),
    ],
)
def test_images_names_the_source(overlay: str, expected: str) -> None:
    assert expected in readiness.images({"COMPOSE_FILE": f"compose.yaml{overlay}"}).found


@pytest.mark.parametrize("last", [overlays.PACKAGES, overlays.LOADED])
def test_images_come_from_one_source(last: str) -> None:
    """An overlay that names a registry's image is before the overlay that replaces it."""
    first, own = f"compose.yaml:{overlays.CPU}", f"{overlays.PUBLIC}:mine.yaml"
    right = f"{first}:{overlays.ALERTING}:{last}:{own}"
    assert readiness.images({"COMPOSE_FILE": right}).status == "ok"
    check = readiness.images({"COMPOSE_FILE": f"{first}:{last}:{own}:{overlays.ALERTING}"})
    assert check.found.startswith(f"COMPOSE_FILE names {overlays.ALERTING} after {last}, which then does not")
    assert check.fix == f"set COMPOSE_FILE={right} in env/student.env"
