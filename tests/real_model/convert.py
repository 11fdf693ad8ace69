"""Writes a GGUF file's model as safetensors for vLLM. Runs in vLLM's image, which has transformers.

Usage: convert.py FOLDER NAME.gguf TARGET WHEEL...; the wheels have gguf and accelerate, which that image does not.
"""

import sys
from pathlib import Path

sys.path[:0] = sys.argv[4:]

import torch  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from transformers import AutoModelForCausalLM, AutoTokenizer  # noqa: E402


def main(folder: str, name: str, target: str) -> None:
    """Dequantize the weights to float16, and write tokenizer and template beside them."""
    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32)
    AutoTokenizer.from_pretrained(folder, gguf_file=name).save_pretrained(target)
    tied = {"lm_head.weight"} if model.config.tie_word_embeddings else set()
    weights = {key: value.half().contiguous() for key, value in model.state_dict().items() if key not in tied}
    save_file(weights, f"{target}/model.safetensors", metadata={"format": "pt"})
    if hasattr(model.config, "quantization_config"):
        del model.config.quantization_config
    model.config.dtype = torch.float16
    model.config.architectures = [type(model).__name__]
    model.config.save_pretrained(target)
    for path in Path(target).iterdir():
        path.chmod(0o644)


if __name__ == "__main__":
    main(*sys.argv[1:4])
