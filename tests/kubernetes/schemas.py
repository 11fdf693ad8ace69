"""The API server's published schemas of the kinds that 'make kubernetes' writes, and what they say of an object.

``python -m tests.kubernetes.schemas`` makes ``schemas.json`` from Kubernetes' Go module, whose folder
``api/openapi-spec/v3`` is what the API server of that version serves, and LeaderWorkerSet's from its own module.
Descriptions are left out.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from tests.kubernetes.conftest import Object

FILE = Path(__file__).with_name("schemas.json")
BUILD = Path(__file__).with_name("build.sh")
GROUPS = ("api__v1", "apis__apps__v1", "apis__autoscaling__v2", "apis__batch__v1", "apis__networking.k8s.io__v1")
GROUPS += ("apis__policy__v1", "apis__rbac.authorization.k8s.io__v1")
KINDS = {
    *("ConfigMap", "Namespace", "PersistentVolumeClaim", "Pod", "Secret", "Service", "ServiceAccount"),
    *("Deployment", "Job", "HorizontalPodAutoscaler", "NetworkPolicy", "PodDisruptionBudget"),
    *("Role", "RoleBinding"),
}
KIND = "x-kubernetes-group-version-kind"
GROUP_OF_HOSTS = "leaderworkerset.x-k8s.io/v1 LeaderWorkerSet"
SILENT = ("default", "description", KIND)  # say nothing about what is valid
HEAD = "#/components/schemas/"


def version(of: str = "KUBERNETES") -> str:
    """Return the version of what the tests build a cluster from."""
    found = re.search(rf"^{of}=(.+)$", BUILD.read_text(), re.MULTILINE)
    assert found
    return found[1]


def faults(made: Object) -> list[str] | None:
    """Return what is wrong with an object, unknown fields included; None if its kind has no schema here."""
    schema = _schemas()["kinds"].get(f"{made['apiVersion']} {made['kind']}")
    if schema is None:
        return None
    return wrong({"$ref": HEAD + schema}, made)


def wrong(schema: dict[str, Any], made: object) -> list[str]:
    """Return what is wrong by a schema that may refer to Kubernetes'."""
    validator = Draft202012Validator(schema | {"components": _schemas()["components"]})
    return [f"{error.json_path}: {error.message}"[:300] for error in validator.iter_errors(made)]


@cache
def _schemas() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILE.read_text())
    return found


def _references(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix(HEAD)
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _references(part)


def _strict(schema: Any) -> Any:
    """Refuse unknown fields, as the server does when it validates strictly, and drop what says nothing."""
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    fields = schema.get("properties", {})
    kept = {word: _strict(part) for word, part in schema.items() if word not in (*SILENT, "properties")}
    if fields:
        kept["properties"] = {name: _strict(part) for name, part in fields.items()}
        kept.setdefault("additionalProperties", False)
    return kept


def _module(name: str, of: str) -> Path:
    """Return the folder of a Go module."""
    command = ["go", "mod", "download", "-json", f"{name}@v{version(of)}"]
    return Path(json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["Dir"])


def _group_of_hosts() -> dict[str, Any]:
    """Return LeaderWorkerSet's schema; what it takes from Kubernetes is Kubernetes' own."""
    file = "config/crd/bases/leaderworkerset.x-k8s.io_leaderworkersets.yaml"
    served = yaml.safe_load((_module("sigs.k8s.io/lws", "LWS") / file).read_text())["spec"]["versions"][0]
    made: dict[str, Any] = served["schema"]["openAPIV3Schema"]
    of_template = made["properties"]["spec"]["properties"]["leaderWorkerTemplate"]["properties"]
    for name in ("leaderTemplate", "workerTemplate"):
        of_template[name] = {"$ref": f"{HEAD}io.k8s.api.core.v1.PodTemplateSpec"}
    of_template["volumeClaimTemplates"]["items"] = {"$ref": f"{HEAD}io.k8s.api.core.v1.PersistentVolumeClaim"}
    made["properties"]["metadata"] = {"$ref": f"{HEAD}io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"}
    del made["properties"]["status"]
    return made


def main() -> None:
    """Write the file from the Go modules' folders."""
    folder = _module("k8s.io/kubernetes", "KUBERNETES")
    kinds: dict[str, str] = {GROUP_OF_HOSTS: "LeaderWorkerSet"}
    everything: dict[str, Any] = {"LeaderWorkerSet": _group_of_hosts()}
    for group in GROUPS:
        read = json.loads((folder / "api" / "openapi-spec" / "v3" / f"{group}_openapi.json").read_text())
        for name, schema in read["components"]["schemas"].items():
            everything[name] = schema
            for about in schema.get(KIND, []):
                if about["kind"] in KINDS and len(schema[KIND]) == 1:
                    kinds["/".join(filter(None, (about["group"], about["version"]))) + " " + about["kind"]] = name
    wanted, reached = set(kinds.values()), set[str]()
    while wanted - reached:
        name = (wanted - reached).pop()
        reached.add(name)
        wanted |= set(_references(everything[name]))
    schemas = {name: _strict(everything[name]) for name in sorted(reached)}
    FILE.write_text(json.dumps({"version": version(), "kinds": kinds, "components": {"schemas": schemas}}) + "\n")
    sys.stdout.write(f"{len(kinds)} kinds, {len(schemas)} schemas of Kubernetes {version()}\n")


if __name__ == "__main__":
    main()
