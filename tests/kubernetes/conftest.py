"""The rendering of a copy of the project, as 'make kubernetes' writes it and kubectl reads it."""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.lib import env_file
from tests import here
from tests.caddy import gateway_box
from tests.conftest import ROOT, Stack
from tests.kubernetes import cluster
from tests.kubernetes.cluster import Cluster
from tests.kubernetes.world import World, settings
from tests.project import copy_project

Object = dict[str, Any]
DOWNLOAD = "compose.yaml:compose/download.yaml"
DOWNLOADS = "student-llm/model:local"  # the image of that
each_rendering = pytest.mark.parametrize(
    "settings",
    [
        {"COMPOSE_PROFILES": "llamacpp", "COMPOSE_FILE": DOWNLOAD},
        {"COMPOSE_PROFILES": "vllm", "COMPOSE_FILE": DOWNLOAD, "ENGINE_GPUS": "2"},
        {"COMPOSE_PROFILES": "tgi"},
        {
            "KUBERNETES_COMPONENTS": "namespace:models:monitors:public:certificate",
            "GATEWAY_HOST": "student.example.org",
        },
        {"KUBERNETES_COMPONENTS": "namespace:models:prometheus:autoscale"},
        {"KUBERNETES_COMPONENTS": "namespace:models:prometheus:production-stack", "COMPOSE_PROFILES": "vllm"},
        {"KUBERNETES_COMPONENTS": "namespace:models:monitors:production-stack", "COMPOSE_PROFILES": "vllm"},
    ],
    ids=lambda settings: "-".join(settings.values()).replace(":", "-"),
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of this folder: they ask Compose, and care for no other container."""
    item.add_marker(pytest.mark.docker)
    item.add_marker(pytest.mark.xdist_group(item.path.stem))


@dataclass(frozen=True)
class Rendering:
    """What Compose renders from some settings, and what a cluster gets."""

    compose: Object
    objects: list[Object]
    folder: Path
    output: str

    def get(self, kind: str, name: str) -> Object:
        found = [each for each in self.objects if each["kind"] == kind and _name(each) == name]
        assert len(found) == 1, (kind, name, sorted((each["kind"], _name(each)) for each in self.objects))
        return found[0]

    def names(self, kind: str) -> set[str]:
        return {_name(each) for each in self.objects if each["kind"] == kind}

    def pod(self, name: str, kind: str = "Deployment") -> Object:
        spec: Object = self.get(kind, name)["spec"]["template"]["spec"]
        return spec


def _name(made: Object) -> str:
    """Return an object's name without the hash that kustomize adds to what it generates."""
    name = str(made["metadata"]["name"])
    generated = made["kind"] in {"ConfigMap", "Secret"} and len(name.rsplit("-", 1)[-1]) == 10
    return name.rsplit("-", 1)[0] if generated else name


Render = Callable[..., Rendering]


def several_hosts() -> tuple[Object, Object]:
    """Return the LeaderWorkerSet of docs/kubernetes.md, and its network policy."""
    page = (ROOT / "docs" / "kubernetes.md").read_text()
    (text,) = re.findall(r"```yaml leaderworkerset\n(.*?)```", page, re.DOTALL)
    group, policy = (without_null(each) for each in yaml.safe_load_all(text))
    return group, policy


def without_null(made: Any) -> Any:
    """Drop fields without a value, as the API server does."""
    if isinstance(made, dict):
        return {name: without_null(value) for name, value in made.items() if value is not None}
    return [without_null(each) for each in made] if isinstance(made, list) else made


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Stack:
    assert shutil.which("kubectl"), "'make test' fetches it"
    made = Stack(copy_project(tmp_path_factory.mktemp("kubernetes")), {})
    init = made.run(sys.executable, "-m", "ops.verbs.init", f"COMPOSE_FILE={DOWNLOAD}")
    assert init.returncode == 0, init.stderr
    return made


@pytest.fixture(scope="module")
def render(stack: Stack) -> Render:
    """Render with some settings; the others are the example's."""
    path = stack.path / "env" / "student.env"
    before = path.read_text().replace(f"COMPOSE_FILE={DOWNLOAD}", "COMPOSE_FILE=compose.yaml")
    yield lambda **settings: _rendered(stack, before, settings)
    path.write_text(before)


def _rendered(stack: Stack, before: str, settings: dict[str, str]) -> Rendering:
    (stack.path / "env" / "student.env").write_text(env_file.with_values(before, settings))
    made = stack.run(sys.executable, "-m", "ops.verbs.kubernetes")
    assert made.returncode == 0, made.stderr
    built = stack.run("kubectl", "kustomize", "state")
    assert built.returncode == 0, built.stderr
    config = stack.compose("config", "--format=json")
    assert config.returncode == 0, config.stderr
    objects = [each for each in yaml.safe_load_all(built.stdout) if each]
    return Rendering(json.loads(config.stdout), objects, stack.path / "state", made.stdout)


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Note a figure, which is shown at the end."""
    return lambda line: record_property("measured", line)


@pytest.fixture(scope="session")
def world() -> Iterator[World]:
    """The stack on a cluster of two nodes."""
    if why := cluster.missing():
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="student-kube-"))
    made = Cluster(folder / "cluster", 2)
    try:
        began = time.monotonic()
        images = {here.image(name): here.image(name) for name in ("llamacpp", "prometheus")} | {DOWNLOADS: DOWNLOADS}
        made.begin(images | {here.image("gateway"): gateway_box.image()})
        ready = time.monotonic()
        stack = World(made, folder)
        stack.start(here.image("llamacpp"), **settings())
        print(f"cluster ready after {ready - began:.0f} s, stack after {time.monotonic() - ready:.0f} s")
        yield stack
    finally:
        made.stop()
        shutil.rmtree(folder)
