"""A real API server takes what 'make kubernetes' writes: every field, every pod within the restricted standard."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import yaml

from tests.conftest import ROOT, free_port, wait_until
from tests.kubernetes import control_plane
from tests.kubernetes.conftest import Object, Render, Rendering, each_rendering, several_hosts
from tests.kubernetes.control_plane import ControlPlane
from tests.kubernetes.place import CRDS


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ControlPlane]:
    if why := control_plane.missing():
        pytest.skip(why)
    made = ControlPlane(tmp_path_factory.mktemp("api"), (free_port(), free_port(), free_port()))
    try:
        made.start()
        made.kubectl("apply", "--server-side", "-f", str(CRDS))
        for path in CRDS.glob("*.yaml"):
            wait_until(lambda path=path: established(made, path.stem), 60, f"{path.stem} is served")
        yield made
    finally:
        made.stop()


def established(server: ControlPlane, name: str) -> bool:
    group, plural = name.split("_")
    arguments = ("wait", "--for=condition=Established", f"crd/{plural}.{group}", "--timeout=10s")
    return server.run("kubectl", *arguments, check=False).returncode == 0


def dry_run(server: ControlPlane, objects: list[Object]) -> str:
    """Let the server look at objects in a namespace with restricted pods; return what it says of each."""
    restricted = {"pod-security.kubernetes.io/enforce": "restricted"}
    namespace = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "student-llm", "labels": restricted}}
    account = {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": {"name": "default", "namespace": "student-llm"},
    }
    for made in (namespace, account):  # the controllers, which are not here, would make the account
        server.kubectl("apply", "--server-side", "-f", "-", given=json.dumps(made))
    arguments = ("-n", "student-llm", "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-")
    return server.kubectl(*arguments, check=False, given=yaml.safe_dump_all(objects))


def taken(server: ControlPlane, rendering: Rendering) -> str:
    """Let the server look at each object, and at each pod by itself, which it does not do for a Deployment's."""
    objects = list(rendering.objects)
    for made in [each for each in objects if each["kind"] in {"Deployment", "Job"}]:
        template = made["spec"]["template"]
        name = {"name": made["metadata"]["name"], "namespace": "student-llm"}
        objects.append({"apiVersion": "v1", "kind": "Pod", **template, "metadata": template["metadata"] | name})
    return dry_run(server, objects)


@each_rendering
def test_api_server_takes_the_rendering(server: ControlPlane, render: Render, settings: dict[str, str]) -> None:
    output = taken(server, render(**settings))
    lines = output.splitlines()
    assert lines
    assert [line for line in lines if not line.endswith("serverside-applied (server dry run)")] == []


def test_the_pod_that_copies_models(server: ControlPlane) -> None:
    output = dry_run(server, [yaml.safe_load((ROOT / "kubernetes" / "copy.yaml").read_text())])
    assert output == "pod/copy serverside-applied (server dry run)\n"


def test_the_page_on_several_hosts(server: ControlPlane) -> None:
    """Its objects, and its pods as pods."""
    group, policy = several_hosts()
    template = group["spec"]["leaderWorkerTemplate"]
    objects = [group, policy]
    for name in ("leaderTemplate", "workerTemplate"):
        metadata = template[name]["metadata"] | {"name": name.lower()}
        objects.append({"apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template[name]["spec"]})
    output = dry_run(server, objects)
    assert output.count("serverside-applied (server dry run)") == len(output.splitlines()) == 4


def test_api_server_refuses_what_is_wrong(server: ControlPlane, render: Render) -> None:
    """The test above could pass by mistake; this shows that it cannot."""
    rendering = render()
    container = rendering.pod("engine")["containers"][0]
    container["startupProbe"]["periodSecs"] = 2
    assert "field not declared in schema" in taken(server, rendering)
    del container["startupProbe"]["periodSecs"]
    container["securityContext"]["allowPrivilegeEscalation"] = True
    assert "allowPrivilegeEscalation" in taken(server, rendering)
