"""The images of this host's stacks, found in one place, on hosts whose registry answers and on others."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests import here
from tests.conftest import ROOT

BUILT = re.findall(r"student-llm/[a-z-]+:local", (ROOT / "compose" / "packages.yaml").read_text())
OURS = "|".join([*BUILT, r"compose/packages\.yaml"])
# are tests of the overlay itself or with a fake docker, and the place that finds this host's images
MAY_NAME_THEM = {"tests/compose", "tests/here.py", "tests/test_here.py"}
MAY_NAME_THEM |= {f"tests/ops/verbs/test_{name}.py" for name in ("clean", "pins", "uninstall")}


def test_no_test_names_an_image() -> None:
    """Another host may pull it; tests/here.py finds the name."""
    naming = set()
    for path in [*(ROOT / "tests").rglob("*.py"), *(ROOT / "tests").rglob("*.yaml")]:
        name = path.relative_to(ROOT)
        if not {str(name), str(name.parent)} & MAY_NAME_THEM and re.search(OURS, path.read_text()):
            naming.add(str(name))
    assert naming == set()


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    here.compose_file.cache_clear()
    yield
    here.compose_file.cache_clear()


@pytest.mark.docker
def test_pulled_images_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "has", lambda image: "@sha256:" in image)
    assert here.compose_file() == here.PULLED
    assert here.image("llamacpp").startswith("ghcr.io/ggml-org/llama.cpp:server-b")
    assert "grafana" in here.stack_services()
    assert here.build_arguments("gateway") == {}


@pytest.mark.docker
@pytest.mark.parametrize("one", ["llama.cpp", "prometheus", "grafana"])
def test_one_missing_builds_all(monkeypatch: pytest.MonkeyPatch, one: str) -> None:
    monkeypatch.setattr(here, "has", lambda image: one not in image)
    assert here.compose_file() == here.BUILT
    assert here.image("llamacpp") == "student-llm/llamacpp:local"
    assert here.stack_services() == {"gateway", "llamacpp", "prometheus"}


@pytest.mark.docker
@pytest.mark.parametrize("label", [None, "of this tree", "of another"])
def test_stale_is_another_trees(monkeypatch: pytest.MonkeyPatch, label: str | None) -> None:
    """An image that is missing is not stale."""
    monkeypatch.setattr(here, "has", lambda _: False)
    monkeypatch.setattr(here, "source_hash", lambda _: "of this tree")
    monkeypatch.setattr(here.images, "built_from", lambda _: label)
    expected = [f"student-llm/{name}:local" for name in ("gateway", "llamacpp", "prometheus")]
    assert sorted(here.stale()) == (expected if label == "of another" else [])


@pytest.mark.docker
def test_told_to_build_it_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(here, "has", lambda _: True)
    monkeypatch.setenv("IMAGES", "packages")
    assert here.compose_file() == here.BUILT
