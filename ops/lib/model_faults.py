"""Finds faults of a model's files before the start; an engine would report them only after minutes."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ops.lib import cuda, host, model_memory
from ops.lib.console import ROOT

TOKENIZERS = ("tokenizer.json", "tokenizer.model", "tekken.json", "vocab.json", "vocab.txt", "tiktoken.model")
TEMPLATES = ("chat_template.jinja", "chat_template.json", "tekken.json")  # ends with Mistral's own
INDEX = "model.safetensors.index.json"
BASE = "it has no chat template, like a base model: use an instruction model"
OWN_TEMPLATE = "--chat-template"  # is an argument of vLLM and of llama-server
SAME = {"awq_marlin": "awq", "auto_awq": "awq", "gptq_marlin": "gptq", "auto_gptq": "gptq"}

Fault = tuple[str, str]
"""A fault, and its fix."""


def find(settings: Mapping[str, str], engine: str, place: Path) -> Fault | None:
    """Return the first fault that keeps an engine from serving an existing model, with its fix.

    Args:
        settings: of env/student.env.
        engine: vllm, tgi or llamacpp.
        place: the model's folder, or its GGUF file.
    """
    files = [place, *sorted(place.rglob("*"))] if place.is_dir() else model_memory.parts(place)
    if missing := [path for path in files if not path.exists() and not path.is_symlink()]:
        return f"{_shown(missing[0])} is missing, one of {len(files)} parts", "make download, or copy it there"
    if closed := next(_closed(settings, files), None):
        return closed
    return _of_gguf(settings, place) if engine == "llamacpp" else _of_folder(settings, engine, place)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def _closed(settings: Mapping[str, str], files: list[Path]) -> Iterator[Fault]:
    """Yield the faults of files that containers cannot read: they see models/ alone, with their user's rights."""
    models, user = ROOT / "models", settings.get("STACK_USER") or host.stack_user()
    uid, gid = (int(part) for part in user.split(":"))
    top = files[0]
    above = [path for path in top.parents if path.is_relative_to(models)]
    for path in [*above, *files]:
        if path.is_symlink() and not path.resolve().is_relative_to(models.resolve()):
            whole = f"copy the link's target into {_shown(top)} with cp -rL --remove-destination"
            yield f"{_shown(path)} is a link to {path.resolve()}, which containers cannot see", whole
        elif not path.exists():
            yield f"{_shown(path)} is a broken link", "make download, or copy the file there"
        elif not _readable(path, uid, gid):
            what = f"{_shown(path)} cannot be read by the containers' user, {user}"
            yield what, f"chmod -R a+rX {_shown(models if path in above else top)}"


def _readable(path: Path, uid: int, gid: int) -> bool:
    found = path.stat()
    shift = 6 if found.st_uid == uid else 3 if found.st_gid == gid else 0
    needed = 5 if stat.S_ISDIR(found.st_mode) else 4
    return (found.st_mode >> shift) & needed == needed


def _of_gguf(settings: Mapping[str, str], path: Path) -> Fault | None:
    try:
        header = model_memory.gguf_header(path)
    except model_memory.Unreadable as error:
        newer = "use a file that was made for this version of llama.cpp, or make download"
        return str(error), newer
    if "tokenizer.ggml.tokens" not in header:
        return f"{_shown(path)} has no tokenizer", "use a GGUF file of the whole model"
    if "tokenizer.chat_template" not in header and OWN_TEMPLATE not in settings["LLAMACPP_EXTRA_ARGS"]:
        return f"{_shown(path)}: {BASE}", f"or {OWN_TEMPLATE} NAME in LLAMACPP_EXTRA_ARGS"
    return None


def _json(path: Path) -> dict[str, Any] | None:
    """Return a file's object, an empty one if it is missing; None if it is not JSON."""
    try:
        found = json.loads(path.read_text()) if path.exists() else {}
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _of_folder(settings: Mapping[str, str], engine: str, folder: Path) -> Fault | None:
    read = {name: _json(folder / name) for name in ("config.json", "tokenizer_config.json", INDEX)}
    if bad := next((name for name, content in read.items() if content is None), ""):
        return f"{_shown(folder / bad)} is not JSON", "make download, or copy the file there again"
    parsed = {name: content or {} for name, content in read.items()}
    parts = dict.fromkeys(parsed[INDEX].get("weight_map", {}).values())
    if lost := [name for name in parts if not (folder / name).exists()]:
        what = f"{_shown(folder)}: {len(lost)} of {len(parts)} files of weights are missing, such as {lost[0]}"
        return what, "make download, or copy them there"
    if not any((folder / name).exists() for name in TOKENIZERS):
        return f"{_shown(folder)} has no tokenizer, such as {TOKENIZERS[0]}", "copy the model's own there"
    has_own = engine == "vllm" and OWN_TEMPLATE in settings["VLLM_EXTRA_ARGS"]
    template = parsed["tokenizer_config.json"].get("chat_template")
    if not (template or has_own or any((folder / name).exists() for name in TEMPLATES)):
        return f"{_shown(folder)}: {BASE}", f"or write the model's template to {_shown(folder / TEMPLATES[0])}"
    return _quantization(settings, parsed["config.json"]) if engine == "vllm" else None


def _quantization(settings: Mapping[str, str], config: Mapping[str, Any]) -> Fault | None:
    own, asked = str(config.get("quantization_config", {}).get("quant_method", "")), settings["VLLM_QUANTIZATION"]
    if own in cuda.LEFT:
        return f"the model is quantized by {own}, which vLLM no longer has", "use AWQ, GPTQ or the unquantized model"
    if own and asked and SAME.get(asked, asked) != own:
        return f"VLLM_QUANTIZATION is {asked}, and the model is quantized by {own}", "set VLLM_QUANTIZATION= (empty)"
    return None
