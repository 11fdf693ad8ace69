"""The LeaderWorkerSet of docs/kubernetes.md fits its API, and the stack beside which it runs."""

from __future__ import annotations

import copy

import pytest

from tests.kubernetes import schemas
from tests.kubernetes.conftest import Render, several_hosts


def test_page_is_valid() -> None:
    for made in several_hosts():
        assert schemas.faults(made) == [], made["kind"]


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("restartPolicy", "Always", "'Always' is not one of"),
        ("groupSize", 2, "'groupSize' was unexpected"),
        ("size", "2", "'2' is not of type 'integer'"),
        ("workerTemplate", {"spec": {"container": []}}, "'container' was unexpected"),
    ],
)
def test_wrong_field_is_named(field: str, value: object, fault: str) -> None:
    group = copy.deepcopy(several_hosts()[0])
    group["spec"]["leaderWorkerTemplate"][field] = value
    assert fault in str(schemas.faults(group))


def test_hosts_find_their_leader(render: Render) -> None:
    """The controller makes a Service named as the group. One that is there already has only engines that are ready."""
    group, policy = several_hosts()
    name = group["metadata"]["name"]
    assert name not in render(COMPOSE_PROFILES="vllm").names("Service")
    assert policy["spec"]["podSelector"]["matchLabels"] == {"leaderworkerset.sigs.k8s.io/name": name}


def test_leader_alone_is_an_engine(render: Render) -> None:
    rendering = render(COMPOSE_PROFILES="vllm")
    template = several_hosts()[0]["spec"]["leaderWorkerTemplate"]
    selector = rendering.get("Service", "engine")["spec"]["selector"].items()
    assert selector <= template["leaderTemplate"]["metadata"]["labels"].items()
    assert not selector <= template["workerTemplate"]["metadata"]["labels"].items()
    engine, container = rendering.pod("engine"), template["leaderTemplate"]["spec"]["containers"][0]
    assert engine["containers"][0]["image"].partition("@")[0] == container["image"]
    for field in ("terminationGracePeriodSeconds", "tolerations"):
        assert template["leaderTemplate"]["spec"][field] == engine[field]
