"""The chart of the vLLM production stack makes of our values what docs/kubernetes.md promises."""

from __future__ import annotations

import pytest

from tests.kubernetes import chart, schemas
from tests.kubernetes.conftest import Object, Render, Rendering
from tests.kubernetes.test_production_stack import SETTINGS

MADE = {"ServiceAccount", "Secret", "Role", "RoleBinding", "Service", "Deployment", "PodDisruptionBudget"}
ENGINE, ROUTER = "student-engine-deployment-vllm", "student-deployment-router"


@pytest.fixture(scope="module")
def rendering(render: Render) -> Rendering:
    if why := chart.missing():
        pytest.skip(why)
    return render(**SETTINGS, COMPOSE_FILE="compose.yaml")


@pytest.fixture(scope="module")
def objects(rendering: Rendering) -> list[Object]:
    return chart.rendered(rendering.folder / "kubernetes" / "production-stack.json")


def pods(objects: list[Object], name: str) -> Object:
    """Return the template of a Deployment's pods."""
    made: Object = next(each for each in objects if each["kind"] == "Deployment" and each["metadata"]["name"] == name)
    template: Object = made["spec"]["template"]
    return template


def test_chart_makes_valid_objects(objects: list[Object]) -> None:
    found = {f"{each['kind']} {each['metadata']['name']}": schemas.faults(each) for each in objects}
    assert {name: faults for name, faults in found.items() if faults != []} == {}
    assert {each["kind"] for each in objects} == MADE


def test_gateways_ask_the_charts_router(rendering: Rendering, objects: list[Object]) -> None:
    told = {entry["name"]: entry["value"] for entry in rendering.pod("gateway")["containers"][0]["env"]}
    name, port = told["GATEWAY_ENGINE_HOST"], int(told["GATEWAY_ENGINE_PORT"])
    service = next(each for each in objects if each["kind"] == "Service" and each["metadata"]["name"] == name)
    template = pods(objects, ROUTER)
    assert service["spec"]["selector"].items() <= template["metadata"]["labels"].items()
    (target,) = [each["targetPort"] for each in service["spec"]["ports"] if each["port"] == port]
    allowed = rendering.get("NetworkPolicy", "gateway-to-router")["spec"]["egress"][0]
    assert allowed["ports"] == [{"port": target}]
    assert allowed["to"][0]["podSelector"]["matchLabels"].items() <= template["metadata"]["labels"].items()


def test_router_finds_the_engines(objects: list[Object]) -> None:
    (router,), labels = pods(objects, ROUTER)["spec"]["containers"], pods(objects, ENGINE)["metadata"]["labels"]
    selector = router["args"][router["args"].index("--k8s-label-selector") + 1]
    assert dict(each.split("=") for each in selector.split(",")).items() <= labels.items()


def test_engine_is_that_of_compose(rendering: Rendering, objects: list[Object]) -> None:
    service, spec = rendering.compose["services"]["vllm"], pods(objects, ENGINE)["spec"]
    (engine,), (waiting,) = spec["containers"], spec["initContainers"]
    flags = [word for word in service["command"] if word != "--model"]
    assert sorted(engine["command"]) == sorted(["vllm", "serve", "--enable-prefix-caching", *flags])
    assert engine["image"] == waiting["image"] == service["image"]
    assert waiting["args"] == [service["command"][service["command"].index("--model") + 1]]
    told = [entry["name"] for entry in engine["env"]]
    assert len(told) == len(set(told)), "a variable of the chart's is set again"
    assert {"name": "HF_HUB_OFFLINE", "value": "1"} in engine["env"]
    assert engine["resources"]["limits"] == {"memory": service["mem_limit"], "nvidia.com/gpu": "2"}
    mounted = {mount["mountPath"] for mount in engine["volumeMounts"]}
    assert mounted == {"/models", "/cache", "/tmp", "/dev/shm"}
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert (engine[probe]["httpGet"]["path"], engine[probe]["timeoutSeconds"]) == ("/health", 10)


@pytest.mark.parametrize("name", [ENGINE, ROUTER])
def test_key_comes_from_the_secret(rendering: Rendering, objects: list[Object], name: str) -> None:
    (container,) = pods(objects, name)["spec"]["containers"]
    (entry,) = [each for each in container["env"] if each["name"] == "VLLM_API_KEY"]
    secret = rendering.get("Secret", entry["valueFrom"]["secretKeyRef"]["name"])
    assert entry["valueFrom"]["secretKeyRef"]["key"] in secret["data"]


@pytest.mark.parametrize("name", [ENGINE, ROUTER])
def test_pods_are_restricted(objects: list[Object], name: str) -> None:
    """The namespace refuses others; the chart's defaults would be."""
    spec = pods(objects, name)["spec"]
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    for container in [*spec["containers"], *spec.get("initContainers", ())]:
        held = container["securityContext"]
        assert held.get("runAsNonRoot", True) is True
        assert held["allowPrivilegeEscalation"] is False
        assert held["capabilities"] == {"drop": ["ALL"]}
