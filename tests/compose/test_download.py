from __future__ import annotations

import pytest

from tests.compose.conftest import USER, Render

OVERLAY = "compose/download.yaml"
FETCHED = {"condition": "service_completed_successfully", "required": True}
each_engine = pytest.mark.parametrize(
    ("profile", "service"), [("vllm", "model"), ("tgi", "model"), ("llamacpp", "gguf")]
)


@each_engine
def test_the_engine_waits_for_its_model_and_has_no_way_out_itself(render: Render, profile: str, service: str) -> None:
    services = render(OVERLAY, profile=profile)["services"]
    assert services[profile]["depends_on"] == {service: FETCHED}
    assert {"model", "gguf"} & services.keys() == {service}
    assert list(services[service]["networks"]) == ["egress"]
    assert list(services[profile]["networks"]) == ["serving"]
    assert services[profile]["environment"]["HF_HUB_OFFLINE"] == "1"


@each_engine
def test_the_download_is_hardened_and_gets_its_token_as_a_file(render: Render, profile: str, service: str) -> None:
    fetch = render(OVERLAY, profile=profile)["services"][service]
    assert (fetch["user"], fetch["read_only"], fetch["cap_drop"]) == (USER, True, ["ALL"])
    assert fetch["security_opt"] == ["no-new-privileges:true"]
    assert (fetch["restart"], fetch["init"]) == ("no", True)
    assert int(fetch["mem_limit"]) > 0
    assert [volume["target"] for volume in fetch["volumes"]] == ["/models"]
    assert "/run/secrets/hub_token" in [secret["target"] for secret in fetch["secrets"]]
    assert not [name for name in fetch["environment"] if "TOKEN" in name]


@each_engine
def test_what_is_fetched_goes_where_the_engine_looks(render: Render, profile: str, service: str) -> None:
    settings = {"MODEL_REPO": "a/b", "GGUF_REPO": "c/d", "MODEL_DIR": "b", "LLAMACPP_MODEL": "d/e.gguf"}
    services = render(OVERLAY, profile=profile, **settings)["services"]
    told = services[service]["environment"]
    expected = ("c/d", "d/e.gguf") if service == "gguf" else ("a/b", "b")
    assert (told["REPO"], told["TARGET"]) == expected
    engine = services[profile]
    sources = [volume["source"] for volume in engine["volumes"]]
    assert f"/models/{told['TARGET']}" in " ".join([*engine["command"], *sources])


@each_engine
def test_without_a_registry_the_same_is_built_from_packages(render: Render, profile: str, service: str) -> None:
    overlays = ("compose/cpu.yaml", "compose/packages.yaml")
    if profile != "tgi":
        build = render(*overlays, OVERLAY, profile=profile)["services"][service]["build"]
        assert build["args"] == {"BASE_IMAGE": "student-llm/base:local"}
        assert render(OVERLAY, *overlays, profile=profile)["services"][service]["build"] == build
    assert not {"model", "gguf"} & render(*overlays, profile=profile)["services"].keys()
