from __future__ import annotations

import pytest

from tests.compose.conftest import Render

OVERLAY = "compose/gpu-ids.yaml"


@pytest.mark.parametrize("profile", ["vllm", "tgi", "llamacpp"])
@pytest.mark.parametrize("gpu", ["0", "GPU-955ef018-3bd9-5f27-80b3-fa20ee8d19c5"])
def test_engine_gets_the_named_gpu(render: Render, profile: str, gpu: str) -> None:
    """It is reserved by its id, not by a number of GPUs."""
    engine = render(OVERLAY, profile=profile, ENGINE_GPU_ID=gpu)["services"][profile]
    devices = engine["deploy"]["resources"]["reservations"]["devices"]
    assert devices == [{"driver": "nvidia", "capabilities": ["gpu"], "device_ids": [gpu]}]


def test_nothing_else_changes(render: Render) -> None:
    before, after = render(profile="vllm")["services"], render(OVERLAY, profile="vllm")["services"]
    assert [name for name in before if before[name] != after[name]] == ["vllm"]
    assert {key for key in before["vllm"] if before["vllm"][key] != after["vllm"][key]} == {"deploy"}
