"""The vLLM production stack behind our gateways: its chart gets what compose.yaml says of vLLM."""

from __future__ import annotations

import base64
import json

import pytest

from tests.kubernetes import chart, schemas
from tests.kubernetes.conftest import Object, Render, Rendering, without_null

SETTINGS = {
    "COMPOSE_PROFILES": "vllm",
    "KUBERNETES_COMPONENTS": "namespace:models:prometheus:production-stack",
    "KUBERNETES_ENGINES": "3",
    "ENGINE_GPUS": "2",
}


def values(rendering: Rendering) -> Object:
    made: Object = json.loads((rendering.folder / "kubernetes" / "production-stack.json").read_text())
    return made


def test_vllm_has_the_flags_of_compose(render: Render) -> None:
    rendering = render(**SETTINGS, VLLM_EXTRA_ARGS="--seed 7")
    service = rendering.compose["services"]["vllm"]
    engine = values(rendering)["servingEngineSpec"]
    (model,) = engine["modelSpec"]
    of_chart = ["--model", model["modelURL"], "--host", "0.0.0.0", "--port", "8000"]
    assert sorted([*model["vllmConfig"]["extraArgs"], *of_chart]) == sorted(service["command"])
    assert f"{model['repository']}:{model['tag']}" == service["image"]
    assert model["replicaCount"] == 3
    assert model["resources"]["limits"] == {"memory": service["mem_limit"], "nvidia.com/gpu": "2"}
    told = {entry["name"]: entry["value"] for entry in model["env"]}
    assert told == service["environment"]
    mounts = {mount["mountPath"]: mount["name"] for mount in model["extraVolumeMounts"]}
    assert mounts.keys() >= {"/models", told["HOME"], "/dev/shm"}, "no other folder of the image is its user's"
    assert {volume["name"] for volume in model["extraVolumes"]} == set(mounts.values())


def test_gateways_ask_the_router(render: Render) -> None:
    rendering = render(**SETTINGS)
    assert "engine" not in rendering.names("Deployment")
    env = {entry["name"]: entry["value"] for entry in rendering.pod("gateway")["containers"][0]["env"]}
    assert env == {"GATEWAY_ENGINE_HOST": "student-router-service", "GATEWAY_ENGINE_PORT": "80"}
    assert "helm upgrade --install student " in rendering.output


@pytest.mark.parametrize("metrics", ["prometheus", "monitors"])
def test_policies_and_metrics_hold_for_its_pods(render: Render, metrics: str) -> None:
    components = SETTINGS["KUBERNETES_COMPONENTS"].replace("prometheus", metrics)
    rendering = render(**SETTINGS | {"KUBERNETES_COMPONENTS": components})
    made = values(rendering)
    engine, router = (without_null(made[part]["labels"]) for part in ("servingEngineSpec", "routerSpec"))
    assert not [name for name in [*engine, *router] if name.startswith("app.kubernetes.io/")], "the chart sets these"
    for name, labels in (("stack-engine", engine), ("router", router)):
        assert rendering.get("NetworkPolicy", name)["spec"]["podSelector"]["matchLabels"] == labels
    assert "egress" not in rendering.get("NetworkPolicy", "stack-engine")["spec"]
    assert rendering.get("Service", "engine")["spec"]["selector"] == engine, "Prometheus finds them by it"
    to = rendering.get("NetworkPolicy", "gateway-to-router")["spec"]["egress"][0]["to"]
    assert to == [{"podSelector": {"matchLabels": router}}]
    if metrics == "monitors":
        monitor = rendering.get("PodMonitor", "engine")["spec"]
        assert monitor["selector"]["matchLabels"] == engine
        assert monitor["podMetricsEndpoints"][0]["relabelings"] == [{"targetLabel": "job", "replacement": "engine"}]


def test_engine_key_is_the_bare_key(render: Render) -> None:
    """The chart hands it to vLLM as a variable, in which a line's end would be part of the key. Its values name it."""
    rendering = render(**SETTINGS)
    key = values(rendering)["servingEngineSpec"]["vllmApiKey"]
    secret = rendering.get("Secret", "engine-key")
    assert secret["metadata"]["name"] == key["secretName"]
    told = base64.b64decode(secret["data"][key["secretKey"]]).decode()
    assert told == (rendering.folder / "secrets" / "engine_key").read_text().strip() != ""


def test_engines_have_an_account_without_token(render: Render) -> None:
    rendering = render(**SETTINGS)
    (model,) = values(rendering)["servingEngineSpec"]["modelSpec"]
    assert rendering.get("ServiceAccount", model["serviceAccountName"])["automountServiceAccountToken"] is False


def test_values_are_those_the_chart_reads(render: Render) -> None:
    """A key that no template reads would be ignored without a word."""
    assert schemas.wrong(chart.VALUES, values(render(**SETTINGS, KUBERNETES_ENGINE_CPU="500m"))) == []


def test_wrong_value_is_named(render: Render) -> None:
    made = values(render(**SETTINGS))

    def faults(place: Object, **change: object) -> str:
        before = dict(place)
        place.update(change)
        found = schemas.wrong(chart.VALUES, made)
        place.clear()
        place.update(before)
        return str(found)

    engine, router = made["servingEngineSpec"], made["routerSpec"]
    assert faults(engine) == "[]"
    assert "'lifecycle' was unexpected" in faults(engine, lifecycle={})
    assert "'1' is not of type 'integer'" in faults(engine["modelSpec"][0], requestCPU="1")
    assert "'runAsUsers' was unexpected" in faults(router["securityContext"], runAsUsers=1)
    assert "'random' is not one of" in faults(router, routingLogic="random")
