"""'make kubernetes': a cluster gets what Compose runs, by the same settings."""

from __future__ import annotations

import pytest

from tests.conftest import Stack
from tests.kubernetes.conftest import DOWNLOAD, Render
from tests.kubernetes.rendered import container, plain, told

ENGINES = ["vllm", "tgi", "llamacpp"]
NOT_MOUNTED = {"/check.sh"}  # a cluster's probes ask by themselves
OVERLAYS = {"": "compose.yaml", "cpu": "compose.yaml:compose/cpu.yaml", "ids": "compose.yaml:compose/gpu-ids.yaml"}


@pytest.mark.parametrize("overlay", OVERLAYS)
@pytest.mark.parametrize("profile", ENGINES)
def test_engine_is_that_of_compose(render: Render, profile: str, overlay: str) -> None:
    extra = "--seed 7 --override-kv 'a=str:$HOME $(HOME)'"
    rendering = render(
        COMPOSE_PROFILES=profile,
        COMPOSE_FILE=OVERLAYS[overlay],
        ENGINE_MEMORY="5g",
        ENGINE_START_PERIOD="20m",
        **{f"{profile.upper()}_EXTRA_ARGS": extra},
    )
    service, made = rendering.compose["services"][profile], container(rendering, "engine")
    assert [plain(word) for word in made["args"]] == [plain(word) for word in service["command"]]
    assert made["args"][-1] == "a=str:$$HOME $$(HOME)", "as Kubernetes must get it"
    assert made["command"] == service["entrypoint"]
    assert told(rendering, made) == {name: plain(value) for name, value in service["environment"].items()}
    assert made["image"] == service["image"]
    assert made.get("workingDir") == service.get("working_dir")
    assert made["resources"]["limits"]["memory"] == made["resources"]["requests"]["memory"] == str(5 * 2**30)
    gpus = None if overlay == "cpu" and profile != "tgi" else "1"
    assert made["resources"]["limits"].get("nvidia.com/gpu") == gpus
    probe = made["startupProbe"]
    assert probe["failureThreshold"] * probe["periodSeconds"] == 20 * 60
    grace = rendering.pod("engine")["terminationGracePeriodSeconds"]
    assert grace > 35 + 300, "the addresses are forgotten, then requests end"


@pytest.mark.parametrize("profile", ENGINES)
def test_mounts_are_those_of_compose(render: Render, stack: Stack, profile: str) -> None:
    public = {"COMPOSE_FILE": "compose.yaml:compose/public.yaml", "GATEWAY_TLS": "files", "GATEWAY_HOST": "a.example"}
    for name in ("cert.pem", "key.pem"):
        (stack.path / "state" / "certs" / name).write_text("x")
    rendering = render(COMPOSE_PROFILES=profile, **public)
    for name in ("cert.pem", "key.pem"):
        (stack.path / "state" / "certs" / name).unlink()
    for service, pod in ((profile, "engine"), ("gateway", "gateway"), ("prometheus", "prometheus")):
        spec, wanted = container(rendering, pod), rendering.compose["services"][service]
        mounted = {mount["mountPath"]: mount for mount in spec["volumeMounts"]}
        targets = {volume["target"] for volume in wanted["volumes"]} - NOT_MOUNTED
        targets |= {"/tmp"} | ({"/run/secrets"} if wanted.get("secrets") else set())
        missing = {target for target in targets if not {target, str(target).rsplit("/", 1)[0]} & mounted.keys()}
        assert not missing, service
        for volume in wanted["volumes"]:
            if volume["target"] in mounted and volume.get("read_only"):
                assert mounted[volume["target"]]["readOnly"], volume
        volumes = {volume["name"] for volume in rendering.pod(pod)["volumes"]}
        assert {mount["name"] for mount in spec["volumeMounts"]} == volumes


def test_gateway_is_that_of_compose(render: Render) -> None:
    rendering = render(GATEWAY_REQUESTS_PER_MINUTE="77", ENGINE_MAX_REQUESTS="10", KUBERNETES_ENGINES="3")
    service = rendering.compose["services"]["gateway"]
    values = told(rendering, container(rendering, "gateway"))
    assert values.pop("GATEWAY_MAX_IN_FLIGHT") == "30", "what three engines may hold"
    wanted = {name: plain(value) for name, value in service["environment"].items() if value is not None}
    assert wanted.pop("GATEWAY_MAX_IN_FLIGHT") == "10"
    assert values == wanted
    assert values["GATEWAY_REQUESTS_PER_MINUTE"] == "77"
    config = rendering.get("ConfigMap", "caddyfile")["data"]
    assert config["Caddyfile"] == (rendering.folder.parent / "caddy" / "Caddyfile").read_text()


def test_prometheus_is_that_of_compose(render: Render) -> None:
    rendering = render()
    service, made = rendering.compose["services"]["prometheus"], container(rendering, "prometheus")
    assert made["args"] == [plain(word) for word in service["command"]]
    data = rendering.get("ConfigMap", "prometheus")["data"]
    folder = rendering.folder.parent / "prometheus"
    files = [folder / "prometheus.yml", *(folder / "rules").glob("*.yml"), folder / "pages" / "monitoring.html"]
    assert data == {file.name: file.read_text() for file in files}
    config = next(each for each in rendering.pod("prometheus")["volumes"] if each["name"] == "config")
    assert {item["path"] for item in config["configMap"]["items"]} == {str(file.relative_to(folder)) for file in files}


@pytest.mark.parametrize("profile", ENGINES)
def test_pods_are_restricted(render: Render, profile: str) -> None:
    rendering = render(COMPOSE_PROFILES=profile, COMPOSE_FILE=DOWNLOAD)
    pods = [each for each in rendering.objects if each["kind"] in {"Deployment", "Job"}]
    assert len(pods) == 4
    for made in pods:
        spec = made["spec"]["template"]["spec"]
        assert spec["securityContext"]["runAsNonRoot"] is True
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert spec["automountServiceAccountToken"] is False
        assert spec["enableServiceLinks"] is False
        for each in [*spec["containers"], *spec.get("initContainers", ())]:
            assert each["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert "memory" in each["resources"]["limits"]
    labels = rendering.get("Namespace", "student-llm")["metadata"]["labels"]
    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"


def test_nothing_is_allowed_but_what_is_listed(render: Render) -> None:
    rendering = render(COMPOSE_FILE=DOWNLOAD)
    assert rendering.get("NetworkPolicy", "nothing")["spec"] == {
        "podSelector": {},
        "policyTypes": ["Ingress", "Egress"],
    }
    ways_out = {
        each for each in rendering.names("NetworkPolicy") if rendering.get("NetworkPolicy", each)["spec"].get("egress")
    }
    assert ways_out == {"gateway", "prometheus", "fetch"}, "the engine has none"
    clients = rendering.get("NetworkPolicy", "gateway")["spec"]["ingress"]
    assert [rule["ports"] for rule in clients if "from" not in rule] == [[{"port": "https"}]]


@pytest.mark.parametrize(("profile", "service"), [("vllm", "model"), ("llamacpp", "gguf")])
def test_fetch_is_that_of_compose(render: Render, profile: str, service: str) -> None:
    settings = {"COMPOSE_PROFILES": profile, "COMPOSE_FILE": DOWNLOAD, "MODEL_REPO": "a/b", "GGUF_REPO": "a/b"}
    rendering = render(**settings)
    (name,) = rendering.names("Job")
    made = rendering.pod(name, "Job")["containers"][0]
    wanted = {name: value for name, value in rendering.compose["services"][service]["environment"].items() if value}
    assert {entry["name"]: entry["value"] for entry in made["env"]}.items() >= wanted.items() - {
        ("SSL_CERT_FILE", "/run/secrets/ca")
    }
    waits = rendering.pod("engine")["initContainers"][0]["args"]
    assert waits == [f"/models/{wanted['TARGET']}"]
    (other,) = render(**settings | {"MODEL_REPO": "a/c", "GGUF_REPO": "a/c"}).names("Job")
    assert other != name, "a job cannot be changed"
    assert not render(COMPOSE_PROFILES=profile).names("Job"), "nothing is to be fetched"


def test_fetch_has_the_operators_authorities(render: Render, tmp_path_factory: pytest.TempPathFactory) -> None:
    bundle = tmp_path_factory.mktemp("ca") / "bundle.pem"
    bundle.write_text("an authority\n")
    rendering = render(COMPOSE_FILE=DOWNLOAD, BUILD_CA_BUNDLE=str(bundle))
    assert rendering.get("ConfigMap", "ca")["data"] == {"ca": "an authority\n"}
    (name,) = rendering.names("Job")
    spec = rendering.pod(name, "Job")
    assert {"name": "SSL_CERT_FILE", "value": "/run/secrets/ca"} in spec["containers"][0]["env"]
    sources = next(each for each in spec["volumes"] if each["name"] == "secrets")["projected"]["sources"]
    assert [next(iter(source)) for source in sources] == ["secret", "configMap"]
