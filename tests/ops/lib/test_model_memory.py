from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from ops.lib import catalogue, engine_memory, env_file, model_memory
from tests.conftest import ROOT

NANO = ROOT / "models" / "student-nano"
# Qwen3-1.7B, whose cache vLLM reported on a 24 GB GPU as 18.78 GiB for 175,856 tokens (vllm-project/vllm#33263)
QWEN = {
    "torch_dtype": "bfloat16",
    "num_attention_heads": 16,
    "num_hidden_layers": 28,
    "num_key_value_heads": 8,
    "head_dim": 128,
    "hidden_size": 2048,
}


def folder(path: Path, config: dict[str, Any], weights: int = 0) -> Path:
    (path / "config.json").write_text(json.dumps(config))
    for part in (1, 2):
        with (path / f"model-{part}.safetensors").open("wb") as file:
            file.truncate(weights // 2)
    return path


def text(value: str) -> bytes:
    content = value.encode()
    return struct.pack("<Q", len(content)) + content


def gguf(path: Path, values: dict[str, int | str], extra: bytes = b"", pairs: int = 0) -> Path:
    """Write a GGUF header with some values, and ``pairs`` more that ``extra`` already has as bytes."""
    content = extra
    for name, value in values.items():
        kind = struct.pack("<I", 8) + text(value) if isinstance(value, str) else struct.pack("<II", 4, value)
        content += text(name) + kind
    path.write_bytes(struct.pack("<4sIQQ", b"GGUF", 3, 0, len(values) + pairs) + content)
    return path


LLAMA: dict[str, int | str] = {
    "general.architecture": "llama",
    "llama.block_count": 32,
    "llama.attention.head_count": 32,
    "llama.attention.head_count_kv": 8,
    "llama.embedding_length": 4096,
}


def test_token_cache_as_vllm_measured(tmp_path: Path) -> None:
    token = model_memory.of_folder(folder(tmp_path, QWEN), "auto").token
    assert token == 2 * 28 * 8 * 128 * 2
    assert token * 175_856 / 2**30 == pytest.approx(18.78, abs=0.005)


def test_both_files_agree() -> None:
    """Both files of the bundled model give the same figures."""
    from_gguf, from_folder = model_memory.of_gguf(NANO / "student-nano.gguf"), model_memory.of_folder(NANO, "auto")
    assert from_gguf.token == from_folder.token == 2 * 7 * 2 * 64 * 2
    assert from_gguf.weights == (NANO / "student-nano.gguf").stat().st_size
    assert from_folder.weights == (NANO / "model.safetensors").stat().st_size


def test_weights_by_type(tmp_path: Path) -> None:
    """It is the files' size, converted to the requested type."""
    path = folder(tmp_path, QWEN | {"torch_dtype": "float32"}, weights=8000)
    assert model_memory.of_folder(path, "auto").weights == 8000
    assert model_memory.of_folder(path, "float16").weights == 4000
    quantized = folder(tmp_path, QWEN | {"torch_dtype": "float16", "quantization_config": {"bits": 4}}, weights=8000)
    assert model_memory.of_folder(quantized, "float32").weights == 8000


def test_cache_from_heads_and_width(tmp_path: Path) -> None:
    config = {"num_attention_heads": 4, "num_hidden_layers": 2, "hidden_size": 64}
    assert model_memory.of_folder(folder(tmp_path, config), "float16").token == 2 * 2 * 4 * 16 * 2
    nested = {"text_config": config, "torch_dtype": "float16"}
    assert model_memory.of_folder(folder(tmp_path, nested), "auto").token == 2 * 2 * 4 * 16 * 2


@pytest.mark.parametrize(
    ("config", "dtype", "says"),
    [
        ({"num_attention_heads": 4}, "auto", "config.json has no num_hidden_layers"),
        (QWEN, "int3", "int3"),
        (QWEN | {"torch_dtype": "int3"}, "auto", "int3"),
    ],
)
def test_incomplete_config_is_reported(tmp_path: Path, config: dict[str, Any], dtype: str, says: str) -> None:
    with pytest.raises(model_memory.Unreadable, match=says):
        model_memory.of_folder(folder(tmp_path, config), dtype)


def test_gguf_header_of_every_kind(tmp_path: Path) -> None:
    scalars = b"".join(
        text(f"kind.{kind}") + struct.pack("<I", kind) + bytes(struct.calcsize("<" + code))
        for kind, code in model_memory._SCALARS.items()
    )
    tokens = text("tokens") + struct.pack("<IIQ", 9, 8, 2) + text("a") + text("β")
    nested = text("nested") + struct.pack("<IIQ", 9, 9, 1) + struct.pack("<IQ", 4, 1) + struct.pack("<I", 7)
    path = gguf(tmp_path / "m.gguf", LLAMA, scalars + tokens + nested, pairs=len(model_memory._SCALARS) + 2)
    assert model_memory.of_gguf(path).token == 32 * 8 * (128 + 128) * 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "ends within its header"),
        (b"GGUF", "ends within its header"),
        (b"PK\x03\x04" + bytes(40), "is not a GGUF file"),
        (struct.pack("<4sIQQ", b"GGUF", 1, 0, 0), "is not a GGUF file"),
        (struct.pack("<4sIQQ", b"GGUF", 3, 0, 0), "no usable"),
        (struct.pack("<4sIQQ", b"GGUF", 3, 0, 1) + text("a") + struct.pack("<I", 99), "an unknown kind, 99"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "m.gguf"
    path.write_bytes(content)
    with pytest.raises(model_memory.Unreadable, match=says):
        model_memory.of_gguf(path)


def test_parts_of_a_gguf_are_summed(tmp_path: Path) -> None:
    first = gguf(tmp_path / "m-00001-of-00002.gguf", LLAMA)
    (tmp_path / "m-00002-of-00002.gguf").write_bytes(bytes(5000))
    assert model_memory.of_gguf(first).weights == first.stat().st_size + 5000


def test_weights_quantized_while_loading(tmp_path: Path) -> None:
    """The embeddings are not quantized: of 8000 numbers, 2 x 10 x 100."""
    config = QWEN | {"torch_dtype": "float16", "vocab_size": 10, "hidden_size": 100}
    path = folder(tmp_path, config, weights=16000)
    assert model_memory.of_folder(path, "float16").weights == 16000
    assert model_memory.of_folder(path, "float16", "fp8").weights == 2000 * 2 + 6000
    assert model_memory.of_folder(path, "float16", "mxfp4").weights == 2000 * 2 + 6000 * 17 // 32
    tied = folder(tmp_path, config | {"tie_word_embeddings": True}, weights=16000)
    assert model_memory.of_folder(tied, "float16", "fp8").weights == 1000 * 2 + 7000


@pytest.mark.parametrize(
    ("name", "measured"), [("student-nano", 0.46), ("qwen2.5-math-7b-instruct", 1.90), ("openmath-nemotron-7b", 1.90)]
)
def test_rest_covers_an_h100(name: str, measured: float) -> None:
    """vLLM 0.24 took these GiB beside weights and KV cache on an H100, with 8,192 tokens a batch."""
    choice = next(each for each in catalogue.find(name).choices if each.engine == "vllm")
    wanted = engine_memory.of_choice(env_file.defaults(), choice)
    assert measured <= wanted.rest / 2**30 <= measured + 0.1
