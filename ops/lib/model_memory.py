"""Computes a model's memory from its files: weights, and KV cache for each token.

A token's keys and values use ``2 x layers x KV heads x head size x bytes an element`` (PagedAttention, arXiv
2309.06180, section 3, which has KV heads = heads). For models with sliding windows or latent attention it is an upper
bound.
"""

from __future__ import annotations

import json
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

ELEMENT_BYTES = {"float16": 2, "bfloat16": 2, "half": 2, "float32": 4, "float": 4}
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_TEXT, _LIST = 8, 9
NEWEST = 3  # is the newest version of GGUF that the pinned llama.cpp reads
PART = re.compile(r"-(\d{5})-of-(\d{5})\.gguf$")
# Bytes for each weight that vLLM quantizes itself; mxfp4 has a byte of scale for 32 weights.
WHILE_LOADING = {"fp8": 1.0, "mxfp4": 0.5 + 1 / 32}


class Unreadable(Exception):
    """The model's files do not have the figures; the message names the missing one."""


@dataclass(frozen=True)
class Model:
    """A model's memory.

    Args:
        weights: bytes of the weights as the engine holds them.
        token: bytes of KV cache for each token.
        work: bytes of vLLM's activations for each token of a batch; 0 if not known.
    """

    weights: int
    token: int
    work: int = 0


def of_folder(folder: Path, dtype: str, quantization: str = "") -> Model:
    """Read a folder with config.json and safetensors, for vLLM and TGI.

    Args:
        folder: of the model.
        dtype: float16, bfloat16, float32, or auto for the model's own.
        quantization: while loading, fp8 or mxfp4, of all but the embeddings; others change nothing.

    Raises:
        Unreadable: config.json does not have the numbers, or is not JSON.
    """
    try:
        config = json.loads((folder / "config.json").read_text())
    except ValueError:
        raise Unreadable("config.json is not JSON") from None
    config = {**config, **config.get("text_config", {})}
    own = str(config.get("dtype") or config.get("torch_dtype") or "float16")
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
    if "quantization_config" not in config:  # keeps quantized weights, and converts others while loading
        numbers = weights // ELEMENT_BYTES[own]
        tables = 1 if config.get("tie_word_embeddings") else 2  # are embeddings, in and out
        words = min(numbers, tables * int(config.get("vocab_size", 0)) * int(config.get("hidden_size", 0)))
        each = WHILE_LOADING.get(quantization, ELEMENT_BYTES[used])
        weights = int(words * ELEMENT_BYTES[used] + (numbers - words) * each)
    # is fitted to a measurement on an H100 (engine_memory.VLLM_REST), and 3 % above it
    work = 2 * (3 * int(config.get("intermediate_size", 0)) + 12 * int(config.get("hidden_size", 0)))
    return Model(weights, 2 * layers * kv_heads * head * ELEMENT_BYTES[used], work)


def of_gguf(path: Path) -> Model:
    """Read a GGUF file, for llama.cpp, whose KV cache is float16 by default.

    Raises:
        Unreadable: it is not a GGUF file of a supported version, or its header does not have the numbers.
    """
    header = gguf_header(path)
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
    size = sum(part.stat().st_size for part in parts(path) if part.is_file())
    return Model(size, layers * kv_heads * (key + value) * ELEMENT_BYTES["float16"])


def parts(path: Path) -> list[Path]:
    """Return the files of a model in GGUF: one, or as many as its name says."""
    match = PART.search(path.name)
    if not match:
        return [path]
    stem = path.name[: match.start()]
    return [path.with_name(f"{stem}-{part:05}-of-{match[2]}.gguf") for part in range(1, int(match[2]) + 1)]


def gguf_header(path: Path) -> dict[str, Any]:
    """Return the values in a GGUF file's header.

    Raises:
        Unreadable: it is not a GGUF file of a supported version.
    """
    with path.open("rb") as file:
        try:
            return _gguf_header(file)
        except struct.error:
            raise Unreadable(f"{path.name} ends within its header") from None


def _gguf_header(file: BinaryIO) -> dict[str, Any]:
    name = Path(file.name).name
    magic, version, _, pairs = struct.unpack("<4sIQQ", file.read(24))
    if magic != b"GGUF" or version < 2:
        raise Unreadable(f"{name} is not a GGUF file of version 2 or later")
    if version > NEWEST:
        raise Unreadable(f"{name} is GGUF of version {version}, and llama.cpp reads up to {NEWEST}")
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
