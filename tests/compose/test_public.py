from __future__ import annotations

from tests.compose.conftest import Render

PUBLIC = "compose/public.yaml"
MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade"


def test_gateway_alone_changes(render: Render) -> None:
    """It changes only the gateway and its network."""
    base, public = render(), render(PUBLIC)
    assert base["services"].keys() == public["services"].keys()
    assert [name for name, service in base["services"].items() if service != public["services"][name]] == ["gateway"]
    assert [name for name, network in base["networks"].items() if network != public["networks"][name]] == ["edge"]
    before, after = base["services"]["gateway"], public["services"]["gateway"]
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert changed == {"environment", "ports", "volumes", "dns"}


def test_only_gateway_has_egress(render: Render) -> None:
    public = render(PUBLIC)
    assert public["networks"]["edge"]["driver_opts"] == {MASQUERADE: "true"}
    assert [name for name, service in public["services"].items() if "edge" in service["networks"]] == ["gateway"]
    assert public["networks"]["serving"]["internal"] is True
    assert public["networks"]["metrics"]["driver_opts"] == {MASQUERADE: "false"}


def test_gateway_requires_a_name(render: Render) -> None:
    """GATEWAY_PUBLIC also requires a certificate."""
    settings = {"GATEWAY_TLS": "acme", "GATEWAY_HOST": "student.example.com", "GATEWAY_ACME_EMAIL": "me@example.com"}
    environment = render(PUBLIC, **settings)["services"]["gateway"]["environment"]
    assert environment["GATEWAY_PUBLIC"] == "yes"
    assert {name: environment[name] for name in settings} == settings
    assert "GATEWAY_PUBLIC" not in render()["services"]["gateway"]["environment"]


def test_proxy_is_for_the_ca_alone(render: Render) -> None:
    """Requests to the engine are plain HTTP, without HTTPS_PROXY; tests/faults/test_proxy.py proves it."""
    environment = render(PUBLIC, GATEWAY_ACME_PROXY="http://proxy.test:3128")["services"]["gateway"]["environment"]
    assert {name for name, value in environment.items() if "proxy.test" in (value or "")} == {"HTTPS_PROXY"}


def test_published_ports(render: Render) -> None:
    """Only TLS, and the refusal of plain HTTP, are published beyond loopback."""
    published = {
        port["target"]: port["published"]
        for service in render(PUBLIC)["services"].values()
        for port in service.get("ports", [])
        if "host_ip" not in port
    }
    assert published == {443: "443", 80: "80"}


def test_certificates_are_read_only(render: Render) -> None:
    """The gateway cannot write their folder."""
    volumes = render(PUBLIC)["services"]["gateway"]["volumes"]
    certs = next(volume for volume in volumes if volume["target"] == "/certs")
    assert certs["read_only"] is True
    assert certs["source"].endswith("/state/certs")
