"""Faults of a model's files, each found before an engine is started."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path

import pytest

from ops.lib import env_file, model_faults, model_files
from tests.conftest import ROOT
from tests.ops.lib.test_model_memory import LLAMA, QWEN, folder, gguf, text

OTHER = {"STACK_USER": "54321:54321"}
EXAMPLE = env_file.parse(env_file.EXAMPLE.read_text()) | OTHER
TOKENS = text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, 1) + text("a")
TEMPLATE = text("tokenizer.chat_template") + struct.pack("<I", 8) + text("{{ messages }}")


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(model_faults, "ROOT", tmp_path)
    monkeypatch.setattr(model_files, "ROOT", tmp_path)
    os.umask(0o022)
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


@pytest.fixture
def whole(models: Path) -> Path:
    """A folder for vLLM without faults."""
    place = models / "m"
    place.mkdir()
    folder(place, QWEN, 8000)
    (place / "tokenizer.json").write_text("{}")
    (place / "tokenizer_config.json").write_text('{"chat_template": "{{ messages }}"}')
    return place


def found(place: Path, engine: str = "vllm", **settings: str) -> tuple[str, str]:
    return model_faults.find(EXAMPLE | settings, engine, place) or ("", "")


@pytest.mark.parametrize("engine", ["vllm", "tgi"])
def test_find_nothing_in_a_whole_folder(whole: Path, engine: str) -> None:
    assert found(whole, engine) == ("", "")


def test_find_nothing_in_the_bundled_model() -> None:
    place = ROOT / "models" / "student-nano"
    assert model_faults.find(EXAMPLE, "vllm", place) is None
    assert model_faults.find(EXAMPLE, "llamacpp", place / "student-nano.gguf") is None


@pytest.mark.parametrize("name", ["tokenizer.json", "model-1.safetensors"])
def test_find_unreadable_file(whole: Path, name: str) -> None:
    (whole / name).chmod(0o600)
    assert found(whole) == (
        f"models/m/{name} cannot be read by the containers' user, 54321:54321",
        "chmod -R a+rX models/m",
    )
    owner = (whole / name).stat()
    assert found(whole, STACK_USER=f"{owner.st_uid}:{owner.st_gid}") == ("", "")
    (whole / name).chmod(0o640)
    assert found(whole, STACK_USER=f"54321:{owner.st_gid}") == ("", "")


def test_find_closed_folder(whole: Path) -> None:
    whole.chmod(0o744)
    assert found(whole)[0].startswith("models/m cannot be read")
    whole.chmod(0o755)
    whole.parent.chmod(0o700)
    assert found(whole)[1] == "chmod -R a+rX models"


def test_find_link_out_of_models(whole: Path, tmp_path: Path) -> None:
    outside = tmp_path / "blob"
    (whole / "tokenizer.json").rename(outside)
    (whole / "tokenizer.json").symlink_to(outside)
    assert found(whole)[0] == f"models/m/tokenizer.json is a link to {outside}, which containers cannot see"
    inside = whole / "blob"
    outside.rename(inside)
    (whole / "tokenizer.json").unlink()
    (whole / "tokenizer.json").symlink_to("blob")
    assert found(whole) == ("", "")
    inside.unlink()
    assert found(whole)[0] == "models/m/tokenizer.json is a broken link"


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json", "model.safetensors.index.json"])
def test_find_half_written_json(whole: Path, name: str) -> None:
    (whole / name).write_text('{"a": ')
    assert found(whole)[0] == f"models/m/{name} is not JSON"


def test_find_missing_weights(whole: Path) -> None:
    names = {"a": "model-1.safetensors", "b": "model-2.safetensors", "c": "model-3.safetensors"}
    (whole / "model.safetensors.index.json").write_text(json.dumps({"weight_map": names}))
    assert found(whole)[0] == "models/m: 1 of 3 files of weights are missing, such as model-3.safetensors"


def test_find_missing_tokenizer(whole: Path) -> None:
    (whole / "tokenizer.json").unlink()
    assert found(whole)[0] == "models/m has no tokenizer, such as tokenizer.json"
    (whole / "tokenizer.model").write_text("")
    assert found(whole) == ("", "")


def test_find_base_model(whole: Path) -> None:
    (whole / "tokenizer_config.json").write_text("{}")
    what, fix = found(whole)
    assert what == "models/m: it has no chat template, like a base model: use an instruction model"
    assert fix == "or write the model's template to models/m/chat_template.jinja"
    assert found(whole, VLLM_EXTRA_ARGS="--chat-template /models/m/own.jinja") == ("", "")
    (whole / "chat_template.jinja").write_text("{{ messages }}")
    assert found(whole) == ("", "")


@pytest.mark.parametrize(
    ("own", "asked", "fix"),
    [
        ("awq", "awq", ""),
        ("awq", "awq_marlin", ""),
        ("awq", "", ""),
        ("awq", "fp8", "set VLLM_QUANTIZATION= (empty)"),
        ("compressed-tensors", "mxfp4", "set VLLM_QUANTIZATION= (empty)"),
        ("bitsandbytes", "", "use AWQ, GPTQ or the unquantized model"),
    ],
)
def test_find_quantization(whole: Path, own: str, asked: str, fix: str) -> None:
    (whole / "config.json").write_text(json.dumps(QWEN | {"quantization_config": {"quant_method": own}}))
    assert found(whole, VLLM_QUANTIZATION=asked)[1] == fix


def test_find_faults_of_a_gguf(models: Path) -> None:
    good = gguf(models / "good.gguf", LLAMA, TOKENS + TEMPLATE, pairs=2)
    assert found(good, "llamacpp") == ("", "")
    base = gguf(models / "base.gguf", LLAMA, TOKENS, pairs=1)
    assert found(base, "llamacpp")[0].startswith("models/base.gguf: it has no chat template")
    assert found(base, "llamacpp", LLAMACPP_EXTRA_ARGS="--chat-template chatml") == ("", "")
    bare = gguf(models / "bare.gguf", LLAMA, TEMPLATE, pairs=1)
    assert found(bare, "llamacpp")[0] == "models/bare.gguf has no tokenizer"
    newer = models / "newer.gguf"
    newer.write_bytes(struct.pack("<4sIQQ", b"GGUF", 4, 0, 0))
    assert found(newer, "llamacpp")[0] == "newer.gguf is GGUF of version 4, and llama.cpp reads up to 3"
    cut = models / "cut.gguf"
    cut.write_bytes(b"GGUF")
    assert found(cut, "llamacpp")[0] == "cut.gguf ends within its header"


def test_find_missing_part_of_a_gguf(models: Path) -> None:
    first = gguf(models / "m-00001-of-00002.gguf", LLAMA, TOKENS + TEMPLATE, pairs=2)
    assert found(first, "llamacpp")[0] == "models/m-00002-of-00002.gguf is missing, one of 2 parts"
    (models / "m-00002-of-00002.gguf").write_bytes(b"")
    assert found(first, "llamacpp") == ("", "")


def test_check_shows_the_fault(whole: Path) -> None:
    (whole / "tokenizer.json").unlink()
    check = model_files.check(EXAMPLE | {"MODEL_DIR": "m"}, "vllm")
    assert (check.name, check.status) == ("engine", "failed")
    assert check.found == "models/m has no tokenizer, such as tokenizer.json"
