"""Quantizes a model's weights to 4 bits (W4A16) by GPTQ, calibrated on the project's own problems. Uses no network.

Usage: quantize.py SOURCE TARGET, two folders. TARGET appears when all of it is written.
"""

import json
import shutil
import sys
from pathlib import Path

import torch
from compressed_tensors.quantization import QuantizationArgs, QuantizationScheme
from llmcompressor import oneshot
from llmcompressor.modifiers.gptq import GPTQModifier
from torch.utils.data import DataLoader
from transformers import AutoModelForCausalLM, AutoTokenizer

CALIBRATION = Path("/calibration.json")
LONGEST = 2048  # tokens; the prompt with its examples takes 1,100
LAST = "lm_head"  # the layer that chooses the word stays as it is
GROUPS = (128, 64, 32)
WITH_PROMPT = 8  # one in so many samples has the prompt before it, as a request has; the others are problem and plan


def conversations(limit: int) -> list[list[dict[str, str]]]:
    """Return chats in which a problem is answered by its plan, at most so many; 0 for all."""
    content = json.loads(CALIBRATION.read_text())
    turns = content["turns"][: limit or None]
    return [[*(content["prompt"] if number % WITH_PROMPT == 0 else []), *turn] for number, turn in enumerate(turns)]


def group(model: torch.nn.Module) -> int:
    """Return how many weights share a scale: the most that vLLM's kernels take and that divides every layer's input."""
    layers = {name: layer for name, layer in model.named_modules() if isinstance(layer, torch.nn.Linear)}
    widths = {layer.in_features for name, layer in layers.items() if name != LAST}
    found = next((size for size in GROUPS if all(width % size == 0 for width in widths)), 0)
    if not found:
        sys.exit(f"ERROR no group of {GROUPS} divides the layers' widths {sorted(widths)}. Fix: another model")
    return found


def main(source: str, target: str, limit: int = 0) -> None:
    """Quantize all linear layers but the last one, and write the model as vLLM reads it."""
    tokenizer = AutoTokenizer.from_pretrained(source)
    model = AutoModelForCausalLM.from_pretrained(source, dtype="auto")
    weights = QuantizationArgs(num_bits=4, type="int", symmetric=True, strategy="group", group_size=group(model))
    texts = [tokenizer.apply_chat_template(chat, tokenize=False) for chat in conversations(limit)]
    samples = [tokenizer(text, truncation=True, max_length=LONGEST, add_special_tokens=False) for text in texts]
    tensors = [{name: torch.tensor([ids]) for name, ids in sample.items()} for sample in samples]
    oneshot(
        model=model,
        dataset=DataLoader(tensors, batch_size=None),
        recipe=GPTQModifier(
            config_groups={"all": QuantizationScheme(targets=["Linear"], weights=weights)}, ignore=[LAST]
        ),
        num_calibration_samples=len(samples),
        max_seq_length=LONGEST,
        shuffle_calibration_samples=False,
    )
    half = Path(f"{target}.incomplete")
    shutil.rmtree(half, ignore_errors=True)
    model.save_pretrained(half, save_compressed=True)
    tokenizer.save_pretrained(half)
    for path in half.iterdir():
        path.chmod(0o644)
    half.rename(target)
    print(f"{len(samples)} samples, {sum(path.stat().st_size for path in Path(target).iterdir()) / 1e9:.2f} GB")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:3], *map(int, sys.argv[3:4]))
    except Exception as error:  # whatever the libraries raise, one line is shown
        words = str(error).strip().splitlines() or [type(error).__name__]
        sys.exit(
            f"ERROR the model cannot be quantized: {words[0][:300]}. Fix: see the lines above, or take another model"
        )
