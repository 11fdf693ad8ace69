from __future__ import annotations

import pytest

from ops.install import base_image
from tests.compose.conftest import USER, Render

OVERLAY = "compose/download.yaml"
FETCHED = {"condition": "service_completed_successfully", "required": True}
each_engine = pytest.mark.parametrize(
    ("profile", "service"), [("vllm", "model"), ("tgi", "model"), ("llamacpp", "gguf")]
)


@each_engine
def test_engine_waits_for_its_model(render: Render, profile: str, service: str) -> None:
    """The engine itself has no egress."""
    services = render(OVERLAY, profile=profile)["services"]
    assert services[profile]["depends_on"] == {service: FETCHED}
    assert {"model", "gguf"} & services.keys() == {service}
    assert list(services[service]["networks"]) == ["egress"]
    assert list(services[profile]["networks"]) == ["serving"]
    assert services[profile]["environment"]["HF_HUB_OFFLINE"] == "1"


@each_engine
def test_download_is_hardened(render: Render, profile: str, service: str) -> None:
    """The hub's token is a file."""
    fetch = render(OVERLAY, profile=profile)["services"][service]
    assert (fetch["user"], fetch["read_only"], fetch["cap_drop"]) == (USER, True, ["ALL"])
    assert fetch["security_opt"] == ["no-new-privileges:true"]
    assert (fetch["restart"], fetch["init"]) == ("no", True)
    assert int(fetch["mem_limit"]) > 0
    assert [volume["target"] for volume in fetch["volumes"]] == ["/models"]
    assert "/run/secrets/hub_token" in [secret["target"] for secret in fetch["secrets"]]
    assert not [name for name in fetch["environment"] if "TOKEN" in name]


@each_engine
def test_download_alone_has_a_proxy(render: Render, profile: str, service: str) -> None:
    """It gets the shell's proxy."""
    services = render(OVERLAY, profile=profile, HTTPS_PROXY="http://proxy.test:3128")["services"]
    proxied = {name for name, found in services.items() if "http://proxy.test:3128" in found["environment"].values()}
    assert proxied == {service}


@each_engine
def test_target_is_what_engine_loads(render: Render, profile: str, service: str) -> None:
    settings = {"MODEL_REPO": "a/b", "GGUF_REPO": "c/d", "MODEL_DIR": "b", "LLAMACPP_MODEL": "d/e.gguf"}
    services = render(OVERLAY, profile=profile, **settings)["services"]
    told = services[service]["environment"]
    expected = ("c/d", "d/e.gguf") if service == "gguf" else ("a/b", "b")
    assert (told["REPO"], told["TARGET"]) == expected
    engine = services[profile]
    sources = [volume["source"] for volume in engine["volumes"]]
    assert f"/models/{told['TARGET']}" in " ".join([*engine["command"], *sources])


@each_engine
def test_packages_build_the_same(render: Render, profile: str, service: str) -> None:
    overlays = ("compose/cpu.yaml", "compose/packages.yaml")
    if profile != "tgi":
        build = render(*overlays, OVERLAY, profile=profile)["services"][service]["build"]
        assert build["args"] == {"BASE_IMAGE": base_image.IMAGE}
        assert render(OVERLAY, *overlays, profile=profile)["services"][service]["build"] == build
    assert not {"model", "gguf"} & render(*overlays, profile=profile)["services"].keys()
