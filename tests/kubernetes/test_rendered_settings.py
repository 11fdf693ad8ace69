"""'make kubernetes': which settings change the rendering and how, and which are refused."""

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
from tests.kubernetes.conftest import Render, Rendering
from tests.kubernetes.rendered import container, told

COMPONENTS = sorted(path.name for path in (ROOT / "kubernetes" / "components").iterdir())


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
        ({"KUBERNETES_COMPONENTS": "public"}, "GATEWAY_TLS=internal"),
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
