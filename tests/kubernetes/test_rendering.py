"""'make kubernetes': a cluster gets what Compose runs, by the same settings."""

from __future__ import annotations

import base64
import json
import re
import shutil
import sys

import pytest
import yaml

from ops.lib import env_file
from tests.conftest import ROOT, Stack
from tests.kubernetes.conftest import DOWNLOAD, Object, Render, Rendering

ENGINES = ["vllm", "tgi", "llamacpp"]
NOT_MOUNTED = {"/check.sh"}  # a cluster's probes ask by themselves
OVERLAYS = {"": "compose.yaml", "cpu": "compose.yaml:compose/cpu.yaml", "ids": "compose.yaml:compose/gpu-ids.yaml"}
COMPONENTS = sorted(path.name for path in (ROOT / "kubernetes" / "components").iterdir())


def plain(value: str) -> str:
    return value.replace("$$", "$")


def container(rendering: Rendering, name: str) -> Object:
    found: Object = rendering.pod(name)["containers"][0]
    return found


def told(rendering: Rendering, made: Object) -> dict[str, str]:
    """Return a container's environment, as its program sees it."""
    values = {entry["name"]: plain(entry["value"]) for entry in made.get("env", ())}
    for source in made.get("envFrom", ()):
        name = source["configMapRef"]["name"]
        config = next(each for each in rendering.objects if each["metadata"]["name"] == name)
        values = config["data"] | values
    return values


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


def test_public_serves_tls_alone(render: Render) -> None:
    rendering = render(KUBERNETES_COMPONENTS="public:certificate", GATEWAY_HOST="student.example.org")
    service = rendering.get("Service", "public")["spec"]
    assert (service["type"], [port["port"] for port in service["ports"]]) == ("LoadBalancer", [443])
    assert rendering.get("Certificate", "gateway")["spec"]["dnsNames"] == ["student.example.org"]
    values = told(rendering, container(rendering, "gateway"))
    assert (values["GATEWAY_TLS"], values["GATEWAY_PUBLIC"]) == ("files", "yes")
    others = [
        each
        for each in rendering.objects
        if each["kind"] == "Service" and each is not rendering.get("Service", "public")
    ]
    assert {each["spec"].get("type", "ClusterIP") for each in others} == {"ClusterIP"}


def test_gateways_share_this_hosts_authority(render: Render) -> None:
    first = render()
    assert "each gateway makes an authority of its own" in first.output
    assert "authority" not in first.names("Secret")
    folder = first.folder / "data" / "gateway" / "caddy" / "pki" / "authorities" / "local"
    folder.mkdir(parents=True)
    for name in ("root.crt", "root.key"):
        (folder / name).write_text(name)
    rendering = render()
    shutil.rmtree(folder)
    assert set(rendering.get("Secret", "authority")["data"]) == {"root.crt", "root.key"}
    assert told(rendering, container(rendering, "gateway"))["GATEWAY_AUTHORITY"] == "shared"
    mounts = {each["mountPath"]: each["name"] for each in container(rendering, "gateway")["volumeMounts"]}
    assert mounts["/authority"] == "authority"


def test_secrets_stay_in_state(render: Render) -> None:
    """They are read where the verbs of the keys write them, so that a revoked key does not come back."""
    rendering = render()
    for secret, name in (("keys", "gateway/keys"), ("engine-key", "secrets/engine_key")):
        data = rendering.get("Secret", secret)["data"]
        assert list(map(base64.b64decode, data.values())) == [(rendering.folder / name).read_bytes()]
    key = (rendering.folder / "secrets" / "engine_key").read_text().strip()
    written = [path for path in (rendering.folder / "kubernetes").rglob("*") if path.is_file()]
    assert written
    assert not [path for path in written if key in path.read_text()]


def test_changed_setting_rolls_the_pods(render: Render) -> None:
    """Changed keys do not."""

    def config(rendering: Rendering) -> str:
        return str(container(rendering, "gateway")["envFrom"][0]["configMapRef"]["name"])

    first, second = render(), render(GATEWAY_MAX_N="2")
    assert config(first) != config(second)
    assert first.get("Secret", "keys")["metadata"]["name"] == "keys"
    assert first.get("Secret", "engine-key")["metadata"]["name"] != "engine-key"


def test_the_cluster_pulls_from_its_registry(render: Render, stack: Stack) -> None:
    settings = {"KUBERNETES_REGISTRY": "registry.example.com:5000/student", "COMPOSE_PROFILES": "vllm"}
    rendering = render(**settings)
    gateway = str(container(rendering, "gateway")["image"])
    assert re.fullmatch(r"registry\.example\.com:5000/student/student-llm/gateway:[0-9a-f]{16}", gateway)
    assert f"docker tag student-llm/gateway:local {gateway} && docker push {gateway}" in rendering.output
    assert container(rendering, "engine")["image"].startswith("docker.io/vllm/vllm-openai:")
    file = stack.path / "caddy" / "new.txt"
    file.write_text("another version")
    other = container(render(**settings), "gateway")["image"]
    file.unlink()
    assert other != gateway, "nodes would keep the image that they have"


def test_numbers_and_names_are_the_settings(render: Render) -> None:
    rendering = render(
        KUBERNETES_NAMESPACE="llm",
        KUBERNETES_GATEWAYS="3",
        KUBERNETES_ENGINES="2",
        KUBERNETES_MAX_ENGINES="7",
        KUBERNETES_ENGINE_CPU="500m",
        KUBERNETES_STORAGE="90Gi",
        KUBERNETES_STORAGE_CLASS="nfs",
        KUBERNETES_STORAGE_ACCESS="ReadWriteOnce",
        KUBERNETES_COMPONENTS="autoscale:namespace:models:prometheus",
        COMPOSE_PROFILES="vllm",
        ENGINE_GPUS="4",
    )
    assert {each["metadata"].get("namespace", "llm") for each in rendering.objects} == {"llm"}
    assert rendering.get("Namespace", "llm")
    assert rendering.get("Deployment", "gateway")["spec"]["replicas"] == 3
    assert "replicas" not in rendering.get("Deployment", "engine")["spec"], "their number is KEDA's"
    scaled = rendering.get("ScaledObject", "engine")["spec"]
    assert (scaled["minReplicaCount"], scaled["maxReplicaCount"]) == (2, 7)
    assert scaled["triggers"][0]["metadata"]["serverAddress"] == "http://prometheus.llm.svc:9090"
    requests = container(rendering, "engine")["resources"]["requests"]
    assert (requests["cpu"], requests["nvidia.com/gpu"]) == ("500m", "4")
    claim = rendering.get("PersistentVolumeClaim", "models")["spec"]
    assert claim["accessModes"] == ["ReadWriteOnce"]
    assert claim["storageClassName"] == "nfs"
    assert claim["resources"]["requests"]["storage"] == "90Gi"


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


def test_monitors_have_the_rules_and_dashboards(render: Render) -> None:
    rendering = render(KUBERNETES_COMPONENTS="models:monitors", ALERT_RUNBOOKS="https://example.org/page")
    project = rendering.folder.parent
    for path in (project / "prometheus" / "rules").glob("*.yml"):
        made = rendering.get("PrometheusRule", f"student-{path.stem}")["spec"]
        text = path.read_text().replace("{{ $externalLabels.runbooks }}", "https://example.org/page")
        assert made == yaml.safe_load(text)
    for path in (project / "grafana" / "dashboards").glob("*.json"):
        board = rendering.get("ConfigMap", f"dashboard-{path.stem}")
        assert board["metadata"]["labels"]["grafana_dashboard"] == "1"
        assert json.loads(board["data"][path.name]) == json.loads(path.read_text())
    jobs = {each["metadata"]["name"] for each in rendering.objects if each["kind"] == "PodMonitor"}
    assert jobs == {"engine", "gateway"}


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"KUBERNETES_COMPONENTS": "models:modles"}, "names 'modles'"),
        ({"KUBERNETES_COMPONENTS": "prometheus:monitors"}, "counted twice"),
        ({"KUBERNETES_COMPONENTS": "autoscale"}, "autoscale asks the component prometheus"),
        ({"KUBERNETES_COMPONENTS": "production-stack"}, "serves with vLLM alone"),
        ({"KUBERNETES_COMPONENTS": "public"}, "GATEWAY_TLS is internal"),
        ({"KUBERNETES_COMPONENTS": "certificate"}, "GATEWAY_HOST is 'localhost'"),
        ({"GATEWAY_TLS": "acme", "GATEWAY_HOST": "a.example"}, "a certificate of its own"),
        (
            {
                "KUBERNETES_COMPONENTS": "prometheus:autoscale",
                "KUBERNETES_ENGINES": "5",
                "KUBERNETES_MAX_ENGINES": "4",
            },
            "KUBERNETES_MAX_ENGINES is 4",
        ),
        ({"KUBERNETES_ENGINES": "0"}, "expected a whole number from 1"),
        (
            {"GATEWAY_TLS": "files", "GATEWAY_HOST": "a.example", "COMPOSE_FILE": "compose.yaml:compose/public.yaml"},
            "no state/certs/cert.pem",
        ),
    ],
)
def test_settings_that_do_not_fit_are_refused(
    render: Render, stack: Stack, settings: dict[str, str], says: str
) -> None:
    before = {path: path.read_text() for path in (render().folder / "kubernetes").rglob("*") if path.is_file()}
    path = stack.path / "env" / "student.env"
    path.write_text(env_file.with_values(path.read_text(), settings))
    done = stack.run(sys.executable, "-m", "ops.verbs.kubernetes")
    assert done.returncode == 1
    assert {path: path.read_text() for path in before} == before, "what was written before stays whole"
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Fix:" in done.stderr


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_says_what_it_is(component: str) -> None:
    text = (ROOT / "kubernetes" / "components" / component / "kustomization.yaml").read_text()
    assert text.startswith("# ")
    assert component in (ROOT / "env" / "student.example.env").read_text()
    assert f"`{component}`" in (ROOT / "docs" / "kubernetes.md").read_text()
