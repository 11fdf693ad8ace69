from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.compose.conftest import Render

OVERLAY = "compose/cuda12.yaml"
HIDDEN = "/usr/local/lib/python3.12/dist-packages/torchcodec"


def test_vllm_image(render: Render) -> None:
    image = render(OVERLAY, profile="vllm")["services"]["vllm"]["image"]
    assert image.startswith("docker.io/vllm/vllm-openai:v0.31.0-cu129@sha256:")
    usual = render(profile="vllm")["services"]["vllm"]["image"]
    assert image.split("-cu129")[0] == usual.split("@")[0]


@pytest.mark.parametrize("profile", ["vllm", "tgi", "llamacpp"])
def test_no_image_refuses_the_driver(render: Render, profile: str) -> None:
    assert render(OVERLAY, profile=profile)["services"][profile]["environment"]["NVIDIA_DISABLE_REQUIRE"] == "1"


def test_nothing_else_changes(render: Render) -> None:
    before, after = render(profile="vllm")["services"], render(OVERLAY, profile="vllm")["services"]
    assert [name for name in before if before[name] != after[name]] == ["vllm"]
    changed = {key for key in before["vllm"] if before["vllm"][key] != after["vllm"][key]}
    assert changed == {"image", "environment", "tmpfs"}
    assert set(after["vllm"]["tmpfs"]) == {*before["vllm"]["tmpfs"], f"{HIDDEN}:size=4k"}


def test_hidden_package_is_an_import_error(tmp_path: Path) -> None:
    """vLLM handles the ImportError of a missing torchcodec, but not the error of the image's own."""
    (tmp_path / "torchcodec").mkdir()
    program = (
        "try:\n    from torchcodec.decoders import VideoDecoder\nexcept ImportError:\n    print('as if not there')"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "as if not there\n", done.stderr
