"""What 'make kubernetes' writes is valid by the API server's own schemas, on a host without a cluster's programs."""

from __future__ import annotations

import copy
import json

from tests.kubernetes import schemas
from tests.kubernetes.conftest import Object, Render, each_rendering

CUSTOM = {"Certificate", "PodMonitor", "PrometheusRule", "ScaledObject", "ServiceMonitor"}
"""Kinds of other projects; a cluster with these is in tests/kubernetes/test_api_server.py."""


@each_rendering
def test_rendering_is_valid(render: Render, settings: dict[str, str]) -> None:
    found = {f"{each['kind']} {each['metadata']['name']}": schemas.faults(each) for each in render(**settings).objects}
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert {name.split()[0] for name, faults in found.items() if faults is None} <= CUSTOM


def test_faults_are_named(render: Render) -> None:
    """A wrong type, a misspelt field, a missing one."""
    deployment = render(COMPOSE_PROFILES="llamacpp").get("Deployment", "gateway")

    def faults(field: str, value: object) -> list[str] | None:
        made: Object = copy.deepcopy(deployment)
        made["spec"][field] = value
        return schemas.faults(made)

    assert faults("replicas", 2) == []
    assert faults("replicas", "two") == ["$.spec.replicas: 'two' is not of type 'integer'"]
    assert "'replica' was unexpected" in str(faults("replica", 2))
    assert "'containers' is a required property" in str(faults("template", {"spec": {}}))


def test_schemas_are_the_clusters() -> None:
    """They are of the version that 'make test-kubernetes' builds."""
    assert json.loads(schemas.FILE.read_text())["version"] == schemas.version()
