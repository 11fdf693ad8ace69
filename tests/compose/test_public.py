from __future__ import annotations

from tests.compose.conftest import Render

PUBLIC = "compose/public.yaml"
MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade"


def test_nothing_but_the_gateway_and_its_network_changes(render: Render) -> None:
    base, public = render(), render(PUBLIC)
    assert base["services"].keys() == public["services"].keys()
    assert [name for name, service in base["services"].items() if service != public["services"][name]] == ["gateway"]
    assert [name for name, network in base["networks"].items() if network != public["networks"][name]] == ["edge"]
    before, after = base["services"]["gateway"], public["services"]["gateway"]
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert changed == {"environment", "ports", "volumes", "dns"}


def test_only_the_gateway_gets_a_way_out(render: Render) -> None:
    public = render(PUBLIC)
    assert public["networks"]["edge"]["driver_opts"] == {MASQUERADE: "true"}
    assert [name for name, service in public["services"].items() if "edge" in service["networks"]] == ["gateway"]
    assert public["networks"]["serving"]["internal"] is True
    assert public["networks"]["metrics"]["driver_opts"] == {MASQUERADE: "false"}


def test_the_gateway_is_told_to_insist_on_a_name_and_a_certificate(render: Render) -> None:
    settings = {"GATEWAY_TLS": "acme", "GATEWAY_HOST": "student.example.com", "GATEWAY_ACME_EMAIL": "me@example.com"}
    environment = render(PUBLIC, **settings)["services"]["gateway"]["environment"]
    assert environment["GATEWAY_PUBLIC"] == "yes"
    assert {name: environment[name] for name in settings} == settings
    assert "GATEWAY_PUBLIC" not in render()["services"]["gateway"]["environment"]


def test_tls_and_the_refusal_of_plain_http_are_all_that_is_published_beyond_loopback(render: Render) -> None:
    published = {
        port["target"]: port["published"]
        for service in render(PUBLIC)["services"].values()
        for port in service.get("ports", [])
        if "host_ip" not in port
    }
    assert published == {443: "443", 80: "80"}


def test_certificates_are_mounted_as_a_folder_that_the_gateway_cannot_write(render: Render) -> None:
    volumes = render(PUBLIC)["services"]["gateway"]["volumes"]
    certs = next(volume for volume in volumes if volume["target"] == "/certs")
    assert certs["read_only"] is True
    assert certs["source"].endswith("/state/certs")
