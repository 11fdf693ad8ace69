"""What a service of compose.yaml is on a cluster: the same image, command, environment and memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from ops.lib.console import ROOT
from ops.lib.setting_values import seconds
from ops.lib.version import source_hash
from ops.verbs.kubernetes.choices import Choices

Object = dict[str, Any]
STARTUP_PERIOD = 2  # is the time in seconds between two checks of a loading engine, as in kubernetes/base/engine.yaml
BUILT_HERE = "student-llm/"
WAIT = 'until [ -e "$$0" ]; do echo "waiting for $$0 in the volume models"; sleep 5; done'


def plain(text: str) -> str:
    """Return a value as the program gets it: Compose writes $ twice."""
    return text.replace("$$", "$")


def escaped(text: str) -> str:
    """Return a value of Compose's for a command or an environment of a pod, where $(NAME) would be a variable."""
    return plain(text).replace("$", "$$")


def image(service: Mapping[str, Any], choices: Choices) -> str:
    """Return a service's image; one that was built here is pulled from the cluster's registry."""
    name = str(service["image"])
    if not choices.registry or not name.startswith(BUILT_HERE):
        return name
    if build := service.get("build"):  # tags other files differently, or nodes would keep the old image
        name = f"{name.partition(':')[0]}:{source_hash(Path(build['context']))}"
    return f"{choices.registry}{name}"


def container(name: str, service: Mapping[str, Any], choices: Choices) -> Object:
    """Return what a pod's container has of its service.

    Args:
        name: of the container.
        service: as Compose renders it.
        choices: the cluster's settings.
    """
    made: Object = {"name": name, "image": image(service, choices)}
    if service.get("entrypoint"):
        made["command"] = [escaped(word) for word in service["entrypoint"]]
    if service.get("command"):
        made["args"] = [escaped(word) for word in service["command"]]
    if service.get("working_dir"):
        made["workingDir"] = service["working_dir"]
    made["env"] = [{"name": name, "value": escaped(value)} for name, value in environment(service).items()]
    made["resources"] = {"limits": {"memory": str(service["mem_limit"])}}
    return made


def environment(service: Mapping[str, Any]) -> dict[str, str]:
    """Return a service's environment, without names that get their value from the shell, which may have none."""
    return {name: value for name, value in sorted(service["environment"].items()) if value is not None}


def pod(name: str, spec: Object, kind: str = "Deployment", **more: Any) -> Object:
    """Return a patch of the pods of a Deployment or Job."""
    api = {"Deployment": "apps/v1", "Job": "batch/v1"}[kind]
    return {"apiVersion": api, "kind": kind, "metadata": {"name": name}, "spec": {**more, "template": {"spec": spec}}}


def gateway(service: Mapping[str, Any], shared: bool, choices: Choices) -> tuple[dict[str, str], Object]:
    """Return the gateways' environment, for a ConfigMap, and the patch of their Deployment.

    Args:
        service: as Compose renders it.
        shared: do they share an authority of their own?
        choices: the cluster's settings.
    """
    values = {name: plain(value) for name, value in environment(service).items()}
    # allows each gateway as many as all engines together
    values["GATEWAY_MAX_IN_FLIGHT"] = str(int(values["GATEWAY_MAX_IN_FLIGHT"]) * choices.most_engines)
    made = container("gateway", service, choices)
    del made["env"]
    spec: Object = {"containers": [made]}
    files = any(volume["target"] == "/certs" for volume in service["volumes"])  # compose/public.yaml
    if files and not choices.has("certificate"):
        _mount(spec, "certificate", "/certs")
    elif shared:
        values["GATEWAY_AUTHORITY"] = "shared"
        _mount(spec, "authority", "/authority")
    return values, pod("gateway", spec, replicas=choices.gateways)


def _mount(spec: Object, secret: str, place: str) -> None:
    spec["containers"][0]["volumeMounts"] = [{"name": secret, "mountPath": place, "readOnly": True}]
    spec["volumes"] = [{"name": secret, "secret": {"secretName": secret, "defaultMode": 0o400}}]


def gpus(service: Mapping[str, Any]) -> int:
    """Return how many GPUs an engine has: none on the CPU, one if Compose gives it all of the host's."""
    reserved = service.get("deploy", {}).get("resources", {}).get("reservations", {}).get("devices", ())
    counts = [len(device.get("device_ids", ())) or device.get("count", 1) for device in reserved]
    return sum(1 if count == -1 else int(count) for count in counts)


def model_mounts(service: Mapping[str, Any]) -> list[Object]:
    """Return where an engine has the models' folder, or a folder of it."""
    mounts: list[Object] = []
    for volume in service["volumes"]:
        source = PurePosixPath(volume["source"])
        if not source.is_relative_to(ROOT / "models"):
            continue
        below = source.relative_to(ROOT / "models")
        mount = {"name": "models", "mountPath": volume["target"], "readOnly": True}
        mounts.append(mount | ({"subPath": str(below)} if below.parts else {}))
    return mounts


def waits(service: Mapping[str, Any], path: str, choices: Choices) -> Object:
    """Return a container that waits for the model; the download puts it into its place atomically.

    Args:
        service: an engine, as Compose renders it, whose image it runs.
        path: of the model that the engine loads, in the container.
        choices: the cluster's settings.
    """
    asked = {"requests": {"cpu": "10m", "memory": "16Mi"}, "limits": {"memory": "64Mi"}}
    command = ["sh", "-c", WAIT]
    return {"name": "model", "image": image(service, choices), "command": command, "args": [path], "resources": asked}


def resources(service: Mapping[str, Any], choices: Choices) -> Object:
    """Return an engine's requests and limits of resources."""
    amount: Object = {"nvidia.com/gpu": str(count)} if (count := gpus(service)) else {}
    memory = str(service["mem_limit"])
    return {
        "requests": {"cpu": choices.engine_cpu, "memory": memory} | amount,
        "limits": {"memory": memory} | amount,
    }


def engine(kind: str, service: Mapping[str, Any], model: str, choices: Choices) -> Object:
    """Return the patch of the engines' Deployment.

    Args:
        kind: vllm, tgi or llamacpp.
        service: as Compose renders it.
        model: path of the model that the engine loads, below the models' folder.
        choices: the cluster's settings.
    """
    made = container("engine", service, choices)
    made["resources"] = resources(service, choices)
    loading = seconds(service["healthcheck"]["start_period"])
    made["startupProbe"] = {"failureThreshold": max(1, int(loading // STARTUP_PERIOD))}
    if kind == "llamacpp":  # has few threads for HTTP: if all serve, a health check waits for hours
        for probe in ("readinessProbe", "livenessProbe"):
            made[probe] = {"httpGet": None, "tcpSocket": {"port": "http"}}
    made["volumeMounts"] = model_mounts(service)
    volumes: list[Object] = []
    for secret in service.get("secrets") or ():
        made["volumeMounts"].append({"name": secret_name(secret), "mountPath": "/run/secrets", "readOnly": True})
        volumes.append(secret_volume(secret))
    if service.get("shm_size"):
        memory_folder = {"medium": "Memory", "sizeLimit": str(service["shm_size"])}
        volumes.append({"name": "shm", "emptyDir": memory_folder})
    first = waits(service, f"/models/{model}", choices)
    spec: Object = {"initContainers": [first], "containers": [made], "volumes": volumes}
    replicas: Object = {} if choices.has("autoscale") else {"replicas": choices.engines}
    return pod("engine", spec, **replicas)


def secret_name(secret: Mapping[str, Any]) -> str:
    """Return a secret's name on the cluster, which knows no _."""
    return str(secret["source"]).replace("_", "-")


def secret_volume(secret: Mapping[str, Any]) -> Object:
    """Return the volume of a service's secret."""
    name = secret_name(secret)
    return {"name": name, "secret": {"secretName": name, "defaultMode": 0o400}}


def fetch(service: Mapping[str, Any], ca: bool, choices: Choices) -> tuple[str, Object]:
    """Return the name and the patch of the job that fetches the model.

    Args:
        service: the download's, as Compose renders it.
        ca: do the settings name the operator's own certificate authorities?
        choices: the cluster's settings.
    """
    made = container("fetch", service, choices)
    # leaves out the shell's proxy, which is not the cluster's; without an operator's authorities the image has its own
    left_out = {"HTTPS_PROXY", "NO_PROXY"} | (set() if ca else {"SSL_CERT_FILE"})
    made["env"] = [entry for entry in made["env"] if entry["name"] not in left_out]
    sources: list[Object] = [{"secret": {"name": "hub-token"}}]
    sources += [{"configMap": {"name": "ca"}}] if ca else []
    made["volumeMounts"] = [{"name": "secrets", "mountPath": "/run/secrets", "readOnly": True}]
    volume = {"name": "secrets", "projected": {"defaultMode": 0o440, "sources": sources}}
    digest = hashlib.sha256(json.dumps(made, sort_keys=True).encode()).hexdigest()[:8]
    return f"fetch-{digest}", pod("fetch", {"containers": [made], "volumes": [volume]}, kind="Job")
