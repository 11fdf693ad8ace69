"""The values that the chart of the vLLM production stack reads, and the chart itself if it is here.

The keys are those of the chart's templates for vLLM's pods and the router, commit d4c1f344, about release 0.1.13. Their
types are those of its schema or, if a template hands on the whole, those of Kubernetes. ``docs/kubernetes.md`` says how
the chart is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.kubernetes import schemas
from tests.kubernetes.conftest import Object, without_null
from tests.kubernetes.place import CACHE

FOLDER = Path(os.environ.get("PRODUCTION_STACK_CHART", CACHE / "vllm-stack"))


def _of(*required: str, **fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": required, "additionalProperties": False}


def _kind(name: str, group: str = "core") -> dict[str, Any]:
    return {"$ref": f"{schemas.HEAD}io.k8s.api.{group}.v1.{name}"}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


TEXT, WHOLE, YES_NO = ({"type": name} for name in ("string", "integer", "boolean"))
AMOUNT = {"type": ["integer", "number", "string"]}
LABELS = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
PULL = {"enum": ["Always", "IfNotPresent", "Never"]}
KEY = _of("secretName", "secretKey", secretName=TEXT, secretKey=TEXT)
BUDGET = _of(enabled=YES_NO, labels=LABELS, annotations=LABELS, minAvailable=AMOUNT, maxUnavailable=AMOUNT)
PODS = {  # both have them
    "labels": LABELS,
    "imagePullPolicy": PULL,
    "strategy": _kind("DeploymentStrategy", "apps"),
    "securityContext": _kind("PodSecurityContext"),
    "containerSecurityContext": _kind("SecurityContext"),
    **dict.fromkeys(("startupProbe", "readinessProbe", "livenessProbe"), _kind("Probe")),
    "env": _list(_kind("EnvVar")),
    "containerPort": WHOLE,
    "servicePort": WHOLE,
    "extraPorts": _list(_kind("ServicePort")),
}
MODEL = _of(
    *("name", "repository", "tag", "modelURL", "replicaCount"),
    **dict.fromkeys(("name", "repository", "tag", "modelURL", "modelRevision", "serviceAccountName"), TEXT),
    **dict.fromkeys(("runtimeClassName", "priorityClassName", "nodeName", "imagePullSecret", "shmSize"), TEXT),
    **dict.fromkeys(("requestMemory", "limitMemory", "requestGPUType", "pvcStorage", "storageClass"), TEXT),
    **dict.fromkeys(("annotations", "podAnnotations", "podLabels", "labels"), LABELS),
    enabled=YES_NO,
    replicaCount=WHOLE,
    requestCPU=WHOLE,
    requestGPU=AMOUNT,
    limitCPU=AMOUNT,
    resources=_kind("ResourceRequirements"),
    pdb=BUDGET,
    vllmConfig=_of(
        **dict.fromkeys(("enablePrefixCaching", "enableChunkedPrefill"), YES_NO),
        **dict.fromkeys(("maxModelLen", "tensorParallelSize", "maxNumSeqs", "maxLoras"), WHOLE),
        dtype=TEXT,
        gpuMemoryUtilization=AMOUNT,
        prometheusMultiprocDir=TEXT,
        extraArgs=_list(TEXT),
    ),
    initContainer=_of(
        **dict.fromkeys(("name", "image"), TEXT),
        **dict.fromkeys(("command", "args"), _list(TEXT)),
        env=_list(_kind("EnvVar")),
        resources=_kind("ResourceRequirements"),
        extraVolumeMounts=_list(_kind("VolumeMount")),
    ),
    env=_list(_kind("EnvVar")),
    extraVolumes=_list(_kind("Volume")),
    extraVolumeMounts=_list(_kind("VolumeMount")),
    tolerations=_list(_kind("Toleration")),
    tolerationsPolicy={"enum": ["append", "override"]},
    affinity=_kind("Affinity"),
)
VALUES = _of(
    servingEngineSpec=_of(
        **PODS,
        **dict.fromkeys(("runtimeClassName", "schedulerName"), TEXT),
        enableEngine=YES_NO,
        vllmApiKey=KEY,
        tolerations=_list(_kind("Toleration")),
        modelSpec=_list(MODEL),
    ),
    routerSpec=_of(
        **PODS,
        **dict.fromkeys(("repository", "tag", "serviceAccountName", "priorityClassName", "sessionKey"), TEXT),
        **dict.fromkeys(("replicaCount", "engineScrapeInterval", "requestStatsWindow", "prefixMinMatchLength"), WHOLE),
        enableRouter=YES_NO,
        routingLogic={"enum": ["roundrobin", "session", "prefixaware", "kvaware"]},
        vllmApiKey=KEY,
        pdb=BUDGET,
        resources=_kind("ResourceRequirements"),
        extraArgs=_list(TEXT),
        extraVolumes=_list(_kind("Volume")),
        extraVolumeMounts=_list(_kind("VolumeMount")),
        affinity=_kind("Affinity"),
    ),
)


def missing() -> str:
    """Return why the chart cannot be rendered here; nothing if it can."""
    if not (FOLDER / "Chart.yaml").exists():
        return f"no chart in {FOLDER}: docs/kubernetes.md says how to fetch it"
    return "" if shutil.which("helm") else "helm is not here"


def rendered(values: Path) -> list[Object]:
    """Return what Helm makes of the chart with some values."""
    command = ["helm", "template", "student", str(FOLDER), "--namespace", "student-llm", "--values", str(values)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [without_null(each) for each in yaml.safe_load_all(done.stdout) if each]
