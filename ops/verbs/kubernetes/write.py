"""Writes the rendering: state/kubernetes with what settings decide, state/kustomization.yaml with the secrets."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ops.lib import compose, env_file, secret_file
from ops.lib.console import ROOT, STATE, Failure
from ops.lib.gateway import ROOT_CERTIFICATE
from ops.verbs.kubernetes import services, stack
from ops.verbs.kubernetes.choices import COMPONENTS, FOLDER, Choices
from ops.verbs.kubernetes.services import Object

TARGET = STATE / "kubernetes"
NEW = STATE / ".kubernetes"  # becomes TARGET when all is written
TOP = STATE / "kustomization.yaml"
VALUES = TARGET / "production-stack.json"
API = {"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization"}
AUTHORITY = [str(ROOT_CERTIFICATE.relative_to(STATE).with_suffix(end)) for end in (".crt", ".key")]
RUNBOOKS = "{{ $externalLabels.runbooks }}"  # is a label that the operator's Prometheus does not have
FIXED = {"options": {"disableNameSuffixHash": True}}


class Overlay:
    """Gathers the parts of one rendering."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.patches: list[Object] = []
        self.configs: list[Object] = []
        self.resources: list[str] = []
        # keeps its name: the gateways see it change
        self.secrets: list[Object] = [{"name": "keys", "files": ["gateway/keys"], **FIXED}]

    def patch(self, made: Object) -> None:
        """Add a strategic merge patch."""
        target = {"kind": made["kind"], "name": made["metadata"]["name"]}
        self.patches.append({"target": target, "patch": json.dumps(made, indent=1)})

    def operations(self, kind: str, name: str, *made: Object) -> None:
        """Add JSON patches of one object, which are lists."""
        self.patches.append({"target": {"kind": kind, "name": name}, "patch": json.dumps(list(made))})

    def config(self, name: str, files: list[Path], **options: Any) -> None:
        """Add a ConfigMap with copies of files; a change makes a new name, and so a rolling update."""
        folder = NEW / name
        folder.mkdir()
        for file in files:
            shutil.copyfile(file, folder / file.name)
        entry: Object = {"name": name, "files": [f"{name}/{file.name}" for file in files]}
        self.configs.append(entry | ({"options": options} if options else {}))


def write(model: Mapping[str, Any], settings: Mapping[str, str], choices: Choices) -> None:
    """Write the rendering again.

    Args:
        model: what Compose renders.
        settings: env/student.env.
        choices: the cluster's settings.

    Raises:
        Failure: a secret is not there.
    """
    needs_token = {"model", "gguf"} & model["services"].keys()
    secrets = ["gateway/keys", "secrets/engine_key", *(["secrets/hub_token"] if needs_token else [])]
    for needed in (STATE / name for name in secrets):
        if not needed.exists():
            raise Failure(f"no {needed.relative_to(ROOT)}", "make init")
    shutil.rmtree(NEW, ignore_errors=True)
    NEW.mkdir(mode=0o700)
    overlay, served = Overlay(choices), model["services"]
    kind = compose.engine_service(model)
    _gateway(overlay, served["gateway"])
    if choices.has("production-stack"):
        _json(NEW / VALUES.name, stack.values(served[kind], choices))
        _bare_key(overlay)
    else:
        # gives a changed key another name, and so causes a rolling update
        overlay.secrets.append({"name": "engine-key", "files": ["secrets/engine_key"]})
        path = settings["LLAMACPP_MODEL" if kind == "llamacpp" else "MODEL_DIR"]
        overlay.patch(services.engine(kind, served[kind], path, choices))
        overlay.config("engine-script", [ROOT / "images" / "engine.sh"])
    for name, add in {
        "namespace": _namespace,
        "models": _models,
        "certificate": _certificate,
        "prometheus": _prometheus,
        "monitors": _monitors,
        "autoscale": _autoscale,
    }.items():
        if choices.has(name):
            add(overlay, served, settings)
    _json(
        NEW / "kustomization.yaml",
        API
        | {
            "resources": [os.path.relpath(FOLDER / "base", NEW), *overlay.resources],
            "components": [os.path.relpath(COMPONENTS / name, NEW) for name in choices.components],
            "configMapGenerator": overlay.configs,
            "patches": overlay.patches,
        },
    )
    shutil.rmtree(TARGET, ignore_errors=True)
    NEW.rename(TARGET)
    top = {"namespace": choices.namespace, "resources": ["kubernetes"], "secretGenerator": overlay.secrets}
    _json(TOP, API | top)


def _json(path: Path, content: Object) -> None:
    env_file.write_private(path, json.dumps(content, indent=2) + "\n")


def _bare_key(overlay: Overlay) -> None:
    """Give the chart the engine's key without the end of the line, which would be part of vLLM's key."""
    key = secret_file.read(STATE / "secrets" / "engine_key")
    if not key:  # avoids that vLLM serves without one
        raise Failure("state/secrets/engine_key is empty", "make init")
    folder = NEW / "engine-key"
    folder.mkdir(mode=0o700)
    env_file.write_private(folder / "engine_key", key)
    # keeps its name, which the chart's values have
    overlay.secrets.append({"name": "engine-key", "files": [f"{TARGET.name}/engine-key/engine_key"], **FIXED})


def _gateway(overlay: Overlay, service: Mapping[str, Any]) -> None:
    values, patch = services.gateway(service, shares_authority(overlay.choices), overlay.choices)
    overlay.patch(patch)
    overlay.configs.append({"name": "gateway", "literals": [f"{name}={value}" for name, value in values.items()]})
    overlay.config("caddyfile", [ROOT / "caddy" / "Caddyfile"])
    for volume in patch["spec"]["template"]["spec"].get("volumes", ()):
        files = {"certificate": ["certs/cert.pem", "certs/key.pem"], "authority": AUTHORITY}[volume["name"]]
        if missing := [name for name in files if not (STATE / name).exists()]:
            raise Failure(f"no state/{missing[0]}, and GATEWAY_TLS is files", "put the certificate there (docs/tls.md)")
        # keeps the name of a certificate, which gateways reload; they read an authority only at their start
        renewed = FIXED if volume["name"] == "certificate" else {}
        overlay.secrets.append({"name": volume["name"], "files": files, **renewed})


def shares_authority(choices: Choices) -> bool:
    """Do the gateways share an authority: the one that this host's gateway made at its first start?"""
    return choices.own_authority and all((STATE / name).exists() for name in AUTHORITY)


def _namespace(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    renamed = {"op": "replace", "path": "/metadata/name", "value": overlay.choices.namespace}
    overlay.operations("Namespace", "student-llm", renamed)


def _models(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    size, storage_class, access = overlay.choices.storage
    spec: Object = {"accessModes": [access], "resources": {"requests": {"storage": size}}}
    spec |= {"storageClassName": storage_class} if storage_class else {}
    overlay.patch({"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "models"}, "spec": spec})
    download = served.get("gguf") or served.get("model")  # of compose/download.yaml
    if download is None:
        for api, unused in (("batch/v1", "Job"), ("networking.k8s.io/v1", "NetworkPolicy")):
            overlay.patch({"apiVersion": api, "kind": unused, "metadata": {"name": "fetch"}, "$patch": "delete"})
        return
    ca = settings["BUILD_CA_BUNDLE"]
    if ca:
        copy = NEW / "ca-bundle" / "ca"
        copy.parent.mkdir()
        shutil.copyfile(ca, copy)
        overlay.configs.append({"name": "ca", "files": ["ca-bundle/ca"]})
    overlay.secrets.append({"name": "hub-token", "files": ["secrets/hub_token"], **FIXED})
    name, patch = services.fetch(download, bool(ca), overlay.choices)
    overlay.patch(patch)
    overlay.operations("Job", "fetch", {"op": "replace", "path": "/metadata/name", "value": name})


def _certificate(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    names = {"op": "replace", "path": "/spec/dnsNames", "value": [overlay.choices.host]}
    issuer = {"op": "replace", "path": "/spec/issuerRef/name", "value": overlay.choices.issuer}
    overlay.operations("Certificate", "gateway", names, issuer)


def _prometheus(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    made = services.container("prometheus", served["prometheus"], overlay.choices)
    folder = ROOT / "prometheus"
    files = [folder / "prometheus.yml", *sorted((folder / "rules").glob("*.yml")), folder / "pages" / "monitoring.html"]
    overlay.config("prometheus", files)
    items = [{"key": file.name, "path": str(file.relative_to(folder))} for file in files]
    volume = {"name": "config", "configMap": {"name": "prometheus", "items": items}}
    overlay.patch(services.pod("prometheus", {"containers": [made], "volumes": [volume]}))
    if storage_class := overlay.choices.storage[1]:
        where = {"op": "add", "path": "/spec/storageClassName", "value": storage_class}
        overlay.operations("PersistentVolumeClaim", "prometheus", where)


def _monitors(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    page = settings["ALERT_RUNBOOKS"] or "docs/monitoring.md"
    for rules in sorted((ROOT / "prometheus" / "rules").glob("*.yml")):
        head = "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\n"
        head += f"metadata: {{name: student-{rules.stem}}}\nspec:\n"
        lines = rules.read_text().replace(RUNBOOKS, page).splitlines()
        name = f"rules-{rules.stem}.yaml"
        (NEW / name).write_text(head + "".join(f"  {line}\n" for line in lines))
        overlay.resources.append(name)
    for board in sorted((ROOT / "grafana" / "dashboards").glob("*.json")):
        # labels them for Grafana's sidecar
        overlay.config(
            f"dashboard-{board.stem}", [board], labels={"grafana_dashboard": "1"}, disableNameSuffixHash=True
        )


def _autoscale(overlay: Overlay, served: Mapping[str, Any], settings: Mapping[str, str]) -> None:
    choices = overlay.choices
    overlay.operations(
        "ScaledObject",
        "engine",
        {"op": "replace", "path": "/spec/minReplicaCount", "value": choices.engines},
        {"op": "replace", "path": "/spec/maxReplicaCount", "value": choices.most_engines},
        {"op": "replace", "path": "/spec/fallback/replicas", "value": min(choices.engines + 1, choices.most_engines)},
        {
            "op": "replace",
            "path": "/spec/triggers/0/metadata/serverAddress",
            "value": f"http://prometheus.{choices.namespace}.svc:9090",
        },
    )
