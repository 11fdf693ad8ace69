"""The project on a host whose registry answers: every pin names this host's registry."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests import here
from tests.conftest import ROOT
from tests.project import copy_files
from tests.registry.registry import Registry

GRAFANA = "student-test/grafana"
GO_IMAGE = re.compile(r"(?<=^ARG GO_IMAGE=)\S+$", re.MULTILINE)


def stand_in_for_grafana(folder: Path) -> str:
    """Build the image that replaces Grafana's if that cannot be pulled."""
    shutil.copytree(ROOT / "tests" / "registry" / "grafana", folder)
    boards = [json.loads(path.read_text())["uid"] for path in (ROOT / "grafana" / "dashboards").glob("*.json")]
    (folder / "search.json").write_text(json.dumps([{"uid": board} for board in boards]))
    base = f"--build-arg=BASE={here.image('llamacpp')}"
    done = subprocess.run(
        ["docker", "build", "-q", base, f"--tag={GRAFANA}", folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return GRAFANA


def pulled_copy(target: Path, registry: Registry) -> Path:
    """Fill the registry with the images of this host, and return a copy of the project that pulls them from there."""
    copy_files(target)
    pins = {spec["image"]: name for name, spec in here.services(here.PULLED, "llamacpp").items() if "build" not in spec}
    used = here.services(here.compose_file(), "llamacpp")
    for pin, name in pins.items():
        image = used[name]["image"] if name in used else stand_in_for_grafana(target.parent / "grafana")
        _repin(target, pin, registry.push(image, name))
    subprocess.run(["git", "init", "--quiet"], cwd=target, check=True)  # lets a copy of it list files with git
    return target


def _repin(copy: Path, pin: str, pushed: str) -> None:
    for file in (copy / "compose.yaml", copy / "compose" / "cpu.yaml"):
        file.write_text(file.read_text().replace(f"image: {pin}\n", f"image: {pushed}\n"))


def pull_vllm(copy: Path, registry: Registry) -> None:
    """Let the copy pull vLLM, too: apart, because its image has 7 GB."""
    pin = here.services(here.PULLED, "vllm")["vllm"]["image"]
    _repin(copy, pin, registry.push(here.image("vllm"), "vllm"))


def pull_go(copy: Path, registry: Registry) -> None:
    """Let the copy's gateway be built from the registry's Go toolchain."""
    file = copy / "caddy" / "Dockerfile"
    shipped = GO_IMAGE.findall(file.read_text())[0]
    image = here.build_arguments("gateway").get("GO_IMAGE", shipped)
    file.write_text(GO_IMAGE.sub(registry.push(image, "go"), file.read_text()))
