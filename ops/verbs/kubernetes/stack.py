"""The values of the vLLM production stack's chart, from the vllm service of compose.yaml: its flags are passed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ops.lib.console import Failure
from ops.lib.setting_values import seconds
from ops.verbs.kubernetes import services
from ops.verbs.kubernetes.choices import Choices
from ops.verbs.kubernetes.services import Object

RELEASE = "student"  # names the router's Service in kubernetes/components/production-stack
OF_CHART = ("--model", "--host", "--port")  # are flags that the chart writes itself
ROLE = "student-llm/role"  # is a label of our own: the chart sets those of app.kubernetes.io itself
UNSET = {"environment": None, "release": None}  # are the chart's own, with the value "test"
# repeats runAsNonRoot: the chart would merge its own false into a container's, which Pod Security refuses
LOCKED = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}, "runAsNonRoot": True}
USER = {
    "runAsNonRoot": True,
    "runAsUser": 65532,
    "runAsGroup": 65532,
    "fsGroup": 65532,
    "seccompProfile": {"type": "RuntimeDefault"},
}


def flags(command: Sequence[str]) -> tuple[str, list[str]]:
    """Return what vLLM serves, and its other flags.

    Raises:
        Failure: the command names no model.
    """
    left, model = [services.escaped(word) for word in command], ""
    for flag in OF_CHART:
        if flag in left:
            place = left.index(flag)
            value = left[place + 1]
            model = value if flag == "--model" else model
            del left[place : place + 2]
    if not model:
        raise Failure("vLLM's command in compose.yaml names no --model", "git checkout compose.yaml")
    return model, left


def values(service: Mapping[str, Any], choices: Choices) -> Object:
    """Return the values of the chart.

    Args:
        service: vllm, as Compose renders it.
        choices: the cluster's settings.
    """
    model, extra = flags(service["command"])
    repository, _, tag = services.image(service, choices).partition("@")[0].rpartition(":")
    digest = services.image(service, choices).partition("@")[2]
    environment = services.environment(service)
    models = services.model_mounts(service)
    mounts = [
        *models,
        {"name": "cache", "mountPath": "/cache"},
        {"name": "tmp", "mountPath": "/tmp"},  # noqa: S108 - of the container
        {"name": "shm", "mountPath": "/dev/shm"},  # noqa: S108
    ]
    every = 10  # is the time in seconds between two checks
    probe = {"httpGet": {"path": "/health", "port": 8000}, "periodSeconds": every, "timeoutSeconds": every}
    loading = int(seconds(service["healthcheck"]["start_period"]) // every)
    return {
        "servingEngineSpec": {
            "labels": {ROLE: "engine"} | UNSET,
            "runtimeClassName": "",
            "imagePullPolicy": "IfNotPresent",
            "vllmApiKey": {"secretName": "engine-key", "secretKey": "engine_key"},
            "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 1, "maxSurge": 0}},
            "tolerations": [{"key": "nvidia.com/gpu", "operator": "Exists", "effect": "NoSchedule"}],
            "securityContext": USER,
            "containerSecurityContext": LOCKED | {"readOnlyRootFilesystem": True},
            "startupProbe": probe | {"failureThreshold": max(1, loading)},
            "readinessProbe": probe,
            "livenessProbe": probe | {"failureThreshold": 30},
            "modelSpec": [
                {
                    "name": "engine",
                    "repository": repository,
                    "tag": f"{tag}@{digest}" if digest else tag,
                    "modelURL": model,
                    "serviceAccountName": "engine",
                    "replicaCount": choices.engines,
                    "resources": services.resources(service, choices),
                    "pdb": {"enabled": True, "maxUnavailable": 1},
                    # keeps vLLM's default, which the chart would turn off
                    "vllmConfig": {"enablePrefixCaching": True, "extraArgs": extra},
                    "env": [{"name": name, "value": services.escaped(text)} for name, text in environment.items()],
                    "initContainer": services.waits(service, model, choices) | {"extraVolumeMounts": models},
                    "extraVolumes": [
                        {"name": "models", "persistentVolumeClaim": {"claimName": "models", "readOnly": True}},
                        {"name": "cache", "emptyDir": {}},  # HOME
                        {"name": "tmp", "emptyDir": {"medium": "Memory", "sizeLimit": "1Gi"}},
                        {"name": "shm", "emptyDir": {"medium": "Memory", "sizeLimit": str(service["shm_size"])}},
                    ],
                    "extraVolumeMounts": mounts,
                }
            ],
        },
        "routerSpec": {
            "labels": {ROLE: "router"} | UNSET,
            "replicaCount": choices.gateways,
            "containerPort": 8000,
            "servicePort": 80,
            "routingLogic": "roundrobin",
            "imagePullPolicy": "IfNotPresent",
            "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}},
            "securityContext": USER,
            "containerSecurityContext": LOCKED,
            "env": [{"name": "HOME", "value": "/tmp"}],  # noqa: S108 - no folder of the image is its user's
            "pdb": {"enabled": True, "maxUnavailable": 1},
            "resources": {"requests": {"cpu": "400m", "memory": "1Gi"}, "limits": {"memory": "2Gi"}},
        },
    }
