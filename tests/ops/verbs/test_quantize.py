"""'make quantize': its refusals before a build, and the container that it runs."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ops.lib import env_file, host, model_faults, overlays
from ops.lib.console import Failure
from ops.verbs import quantize

from ...nvidia_smi import RTX_3090, put_nvidia_smi
from ..lib.test_model_memory import QWEN, folder

EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text()) | {"MODEL_DIR": "m", "STACK_USER": "4242:4242"}


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An unquantized model of 8 kB, without faults."""
    monkeypatch.setattr(quantize, "ROOT", tmp_path)
    monkeypatch.setattr(model_faults, "ROOT", tmp_path)
    place = tmp_path / "models" / "m"
    place.mkdir(parents=True)
    folder(place, QWEN, 8000)
    (place / "tokenizer.json").write_text("{}")
    (place / "chat_template.jinja").write_text("{{ messages }}")
    return place


def refused(words: str, **settings: str) -> None:
    with pytest.raises(Failure) as caught:
        quantize.looked_at(EXAMPLE | settings)
    assert words in str(caught.value)


def test_looked_at(source: Path) -> None:
    assert quantize.looked_at(EXAMPLE | {"VLLM_QUANTIZATION": "fp8"}) == (source, source.parent / "m-w4a16")


def test_looked_at_without_weights(source: Path) -> None:
    refused("models/other has no safetensors (MODEL_DIR)", MODEL_DIR="other")


def test_looked_at_faulty_model(source: Path) -> None:
    (source / "tokenizer.json").unlink()
    refused("models/m has no tokenizer")


def test_looked_at_quantized_model(source: Path) -> None:
    (source / "config.json").write_text(json.dumps(QWEN | {"quantization_config": {"quant_method": "awq"}}))
    refused("models/m is already quantized")


def test_looked_at_existing_target(source: Path) -> None:
    source.with_name("m-w4a16").mkdir()
    refused("models/m-w4a16 exists. Fix: set MODEL_DIR=m-w4a16, or remove it")


def test_looked_at_little_memory(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "memory", lambda: 9000)
    refused("of memory is free, and 0.0 MiB is needed")


def test_command_has_no_network_and_no_right(source: Path) -> None:
    command = quantize.command(EXAMPLE, source, source.with_name("m-w4a16"))
    assert {"--network=none", "--cap-drop=ALL", "--read-only", "--user=4242:4242"} <= set(command)
    assert command[-3:] == [quantize.IMAGE, "/models/m", "/models/m-w4a16"]
    assert not [part for part in command if part.startswith("--gpus")]


def test_command_has_the_gpu(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{put_nvidia_smi(tmp_path, RTX_3090)}:{os.environ['PATH']}")
    assert "--gpus=all" in quantize.command(EXAMPLE, source, source)
    one = EXAMPLE | {"COMPOSE_FILE": f"compose.yaml:{overlays.GPU_IDS}", "ENGINE_GPU_ID": "1"}
    assert "--gpus=device=1" in quantize.command(one, source, source)
    cpu = EXAMPLE | {"COMPOSE_FILE": f"compose.yaml:{overlays.CPU}"}
    assert not [part for part in quantize.command(cpu, source, source) if part.startswith("--gpus")]


def test_command_with_fewer_samples(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMPLES", "4")
    assert quantize.command(EXAMPLE, source, source)[-1] == "4"
