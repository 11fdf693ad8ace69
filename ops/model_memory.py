"""What a model takes of memory, read from its own files: weights, and KV cache a token.

A token's keys and values take ``2 x layers x KV heads x head size x bytes an element`` (PagedAttention, arXiv
2309.06180, section 3, which has KV heads = heads). For models with sliding windows or latent attention it is an upper
bound.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

ELEMENT_BYTES = {"float16": 2, "bfloat16": 2, "half": 2, "float32": 4, "float": 4}
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_TEXT, _LIST = 8, 9


class Unreadable(Exception):
    """The model's files do not say what it takes; the message says what is missing."""


@dataclass(frozen=True)
class Model:
    """A model's needs.

    Args:
        weights: bytes of the weights as the engine holds them.
        token: bytes of KV cache a token.
    """

    weights: int
    token: int


def of_folder(folder: Path, dtype: str) -> Model:
    """Read a folder with config.json and safetensors, as vLLM and TGI take it.

    Args:
        folder: of the model.
        dtype: float16, bfloat16, float32, or auto for the model's own.

    Raises:
        Unreadable: config.json lacks the numbers.
    """
    config = json.loads((folder / "config.json").read_text())
    own = str(config.get("dtype") or config.get("torch_dtype") or "float16")
    config = config.get("text_config", config)
    used = own if dtype == "auto" else dtype
    if own not in ELEMENT_BYTES or used not in ELEMENT_BYTES:
        raise Unreadable(f"the type {own if own not in ELEMENT_BYTES else used!r} is not known")
    try:
        heads = int(config["num_attention_heads"])
        layers = int(config["num_hidden_layers"])
        head = int(config.get("head_dim") or config["hidden_size"] // heads)
        kv_heads = int(config.get("num_key_value_heads") or heads)
    except KeyError as error:
        raise Unreadable(f"config.json has no {error.args[0]}") from None
    weights = sum(path.stat().st_size for path in folder.glob("*.safetensors"))
    if "quantization_config" not in config:  # quantized weights stay as they are, others are converted while loading
        weights = weights * ELEMENT_BYTES[used] // ELEMENT_BYTES[own]
    return Model(weights, 2 * layers * kv_heads * head * ELEMENT_BYTES[used])


def of_gguf(path: Path) -> Model:
    """Read a GGUF file, as llama.cpp takes it; its KV cache is float16 unless told otherwise.

    Raises:
        Unreadable: it is no GGUF file of version 2 or later, or its header lacks the numbers.
    """
    with path.open("rb") as file:
        try:
            header = _gguf_header(file)
        except struct.error:
            raise Unreadable(f"{path.name} ends within its header") from None
    kind = header.get("general.architecture")
    try:
        layers = int(header[f"{kind}.block_count"])
        heads = int(header[f"{kind}.attention.head_count"])
        width = int(header[f"{kind}.embedding_length"])
        kv_heads = int(header.get(f"{kind}.attention.head_count_kv", heads))
        key = int(header.get(f"{kind}.attention.key_length", width // heads))
        value = int(header.get(f"{kind}.attention.value_length", width // heads))
    except (KeyError, TypeError) as error:
        raise Unreadable(f"the header of {path.name} has no usable {error.args[0]}") from None
    return Model(path.stat().st_size, layers * kv_heads * (key + value) * ELEMENT_BYTES["float16"])


def _gguf_header(file: BinaryIO) -> dict[str, Any]:
    magic, version, _, pairs = struct.unpack("<4sIQQ", file.read(24))
    if magic != b"GGUF" or version < 2:
        raise Unreadable(f"{Path(file.name).name} is no GGUF file of version 2 or later")
    return {_text(file): _value(file, *struct.unpack("<I", file.read(4))) for _ in range(pairs)}


def _text(file: BinaryIO) -> str:
    (length,) = struct.unpack("<Q", file.read(8))
    return file.read(length).decode("utf-8", "replace")


def _value(file: BinaryIO, kind: int) -> Any:
    if kind == _TEXT:
        return _text(file)
    if kind == _LIST:
        inner, length = struct.unpack("<IQ", file.read(12))
        return [_value(file, inner) for _ in range(length)]
    if kind not in _SCALARS:
        raise Unreadable(f"{Path(file.name).name} has a value of an unknown kind, {kind}")
    code = "<" + _SCALARS[kind]
    return struct.unpack(code, file.read(struct.calcsize(code)))[0]
